package strict_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// doc has a member of every kind that the decoder tells apart.
type doc struct {
	Format   string            `json:"format,omitempty"`
	Count    int64             `json:"count,omitempty"`
	Small    int8              `json:"small,omitempty"`
	Size     uint64            `json:"size,omitempty"`
	Tiny     uint8             `json:"tiny,omitempty"`
	Ratio    float64           `json:"ratio,omitempty"`
	Single   float32           `json:"single,omitempty"`
	On       bool              `json:"on,omitempty"`
	Colour   colour            `json:"colour,omitempty"`
	Colours  []colour          `json:"colours,omitempty"`
	Grades   []grade           `json:"grades,omitempty"`
	Day      day               `json:"day,omitzero"`
	Amount   amount            `json:"amount,omitzero"`
	Bytes    []byte            `json:"bytes,omitempty"`
	Pair     [2]int            `json:"pair,omitzero"`
	Next     *doc              `json:"next,omitempty"`
	Far      **int             `json:"far,omitempty"`
	Records  []record          `json:"records,omitempty"`
	Others   []*record         `json:"others,omitempty"`
	ByName   map[string]record `json:"byName,omitempty"`
	ByColour map[colour]int    `json:"byColour,omitempty"`
	ByNumber map[int8]string   `json:"byNumber,omitempty"`
	BySize   map[uint16]bool   `json:"bySize,omitempty"`
	ByAmount map[amount]int    `json:"byAmount,omitempty"`
	Free     any               `json:"free,omitempty"`
	Raw      json.RawMessage   `json:"raw,omitempty"`
	Number   json.Number       `json:"number,omitempty"`
	Odd      int               `json:"a/b~c,omitempty"`
	//lint:ignore SA5008 the name is a hyphen
	Dash   int `json:"-,omitempty"`
	Hidden int `json:"-"`
	Plain  string
	base
	*Extra
}

type record struct {
	ID     string `json:"id"`
	Colour colour `json:"colour,omitempty"`
	Count  int    `json:"count,omitempty"`
	Inner  []int  `json:"inner,omitempty"`
}

type base struct {
	Title string `json:"title,omitempty"`
	Count string `json:"count"` // hidden by the shallower one
}

// Extra is embedded through a pointer.
type Extra struct {
	Note string `json:"note,omitempty"`
}

// colour is an enumeration in the house's manner: its error lists the words.
type colour int

var colours = []string{"red", "green", "blue"}

func (c colour) MarshalText() ([]byte, error) {
	if c < 1 || int(c) > len(colours) {
		return nil, fmt.Errorf("colour: %d is none", int(c))
	}
	return []byte(colours[c-1]), nil
}

func (c *colour) UnmarshalText(b []byte) error {
	i := slices.Index(colours, string(b))
	if i < 0 {
		return fmt.Errorf("reading: %w", wordError{string(b)})
	}
	*c = colour(i + 1)
	return nil
}

type wordError struct{ got string }

func (e wordError) Error() string   { return fmt.Sprintf("colour: unknown word %q", e.got) }
func (e wordError) Words() []string { return append(slices.Clone(colours), strings.Repeat("x", 65)) }

// grade is a byte with a text form, so a slice of it is no base64.
type grade uint8

func (g grade) MarshalText() ([]byte, error) { return []byte{'A' + byte(g)}, nil }

func (g *grade) UnmarshalText(b []byte) error {
	if len(b) != 1 || b[0] < 'A' || b[0] > 'F' {
		return errors.New("grade: want a letter from A to F")
	}
	*g = grade(b[0] - 'A')
	return nil
}

// amount reads its own JSON, and its text form as a key; letters' case does not matter.
type amount struct{ unit string }

func (a amount) IsZero() bool                 { return a.unit == "" }
func (a amount) MarshalText() ([]byte, error) { return []byte(a.unit), nil }
func (a *amount) UnmarshalText([]byte) error  { return errors.New("amount: JSON goes first") }

func (a *amount) UnmarshalJSON(b []byte) error {
	if a.unit != "" {
		return errors.New("amount: not a fresh value")
	}
	s := string(b)
	if b[0] == '{' {
		var v struct{ Unit string }
		if err := json.Unmarshal(b, &v); err != nil {
			return err
		}
		s = `"` + v.Unit + `"`
	}
	if s = strings.ToLower(s); !slices.Contains([]string{`"eur"`, `"usd"`}, s) {
		return fmt.Errorf("amount: want EUR or USD, got %s", b)
	}
	a.unit = s[1:4]
	return nil
}

// unfit has members that JSON cannot fill.
type unfit struct {
	Fine    int          `json:"fine"`
	Channel chan int     `json:"channel"`
	Reader  io.Reader    `json:"reader"`
	Keyed   map[bool]int `json:"keyed"`
	Quoted  *int         `json:"quoted,string"`
	Share   float64      `json:"share,string"`
	Flag    bool         `json:"flag,omitempty,string"`
	Label   string       `json:"label,string"`
	//lint:ignore SA5008 a slice does not take the option
	Ignored []int   `json:"ignored,string"`
	Endless endless `json:"endless"`
	hidden  `json:"named"`
	*pointed
}

type (
	hidden  struct{ A int }
	pointed struct{ B int }
	endless *endless
)
