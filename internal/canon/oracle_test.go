package canon_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/aimskit/aimskit/internal/canon"
)

var replacement = regexp.MustCompile(`(?i)\\ufffd|` + "\uFFFD")

// slowly is the rules of the package written down as slowly as one likes: a token at a time, maps,
// UTF-16 in full, exact fractions.
func slowly(data []byte) (text string, err error) {
	if !json.Valid(data) {
		return "", canon.ErrSyntax
	}
	if !utf8.Valid(data) {
		return "", canon.ErrUnicode
	}
	dec := json.NewDecoder(strings.NewReader(string(data)))
	dec.UseNumber()
	o := oracle{dec: dec}
	text = o.value()
	// encoding/json writes U+FFFD for half a pair: count those that the document has itself.
	plain := strings.ReplaceAll(string(data), `\\`, "")
	if len(replacement.FindAllString(plain, -1)) != o.replaced {
		return "", canon.ErrUnicode
	}
	if o.err != nil {
		return "", o.err
	}
	return text, nil
}

type oracle struct {
	dec      *json.Decoder
	replaced int
	err      error
}

func (o *oracle) value() string {
	switch token := o.token().(type) {
	case string:
		return o.text(token)
	case json.Number:
		return o.number(string(token))
	case json.Delim:
		if token == '[' {
			elements := []string{}
			for o.dec.More() {
				elements = append(elements, o.value())
			}
			o.token()
			return "[" + strings.Join(elements, ",") + "]"
		}
		members := map[string]string{}
		for o.dec.More() {
			name := o.token().(string)
			if _, ok := members[name]; ok {
				o.err = canon.ErrDuplicate
			}
			o.text(name)
			members[name] = o.value()
		}
		o.token()
		return o.object(members)
	case nil:
		return "null"
	default:
		return fmt.Sprint(token)
	}
}

func (o *oracle) token() json.Token {
	token, err := o.dec.Token()
	if err != nil {
		panic(err) // valid JSON has tokens
	}
	return token
}

func (o *oracle) object(members map[string]string) string {
	var names []string
	for name, value := range members {
		if value != "null" && value != "[]" && value != "{}" {
			names = append(names, name)
		}
	}
	sort.Slice(names, func(i, j int) bool {
		return slices.Compare(utf16.Encode([]rune(names[i])), utf16.Encode([]rune(names[j]))) < 0
	})
	replaced := o.replaced
	for i, name := range names {
		names[i] = o.text(name) + ":" + members[name]
	}
	o.replaced = replaced // counted when they were read
	return "{" + strings.Join(names, ",") + "}"
}

func (o *oracle) text(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case strings.ContainsRune("\b\f\n\r\t", r):
			b.WriteString(strings.Trim(strconv.Quote(string(r)), `"`))
		case r < ' ':
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			if r == utf8.RuneError {
				o.replaced++
			}
			b.WriteRune(r)
		}
	}
	return b.String() + `"`
}

func (o *oracle) number(s string) string {
	f, err := strconv.ParseFloat(s, 64)
	mantissa, _, _ := strings.Cut(strings.ToLower(s), "e")
	zero := !strings.ContainsAny(mantissa, "123456789")
	switch {
	case zero:
		return "0"
	case err != nil || f == 0:
		o.err = canon.ErrNumber
		return "0"
	}
	text, err := json.Marshal(f)
	if err != nil {
		panic(err)
	}
	was, _ := new(big.Rat).SetString(s)
	is, _ := new(big.Rat).SetString(string(text))
	if was.Cmp(is) != 0 {
		o.err = canon.ErrNumber
	}
	return string(text)
}
