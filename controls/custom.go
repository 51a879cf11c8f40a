package controls

import (
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// KindCustom is the kind of a [Custom].
const KindCustom aims.Kind = "custom-control"

// Custom is a control that the organization adds to those of Annex A, either
// of its own making or taken from elsewhere (6.1.3). [Catalogue.With] puts it
// into a catalogue.
type Custom struct {
	Key         aims.Key          `json:"key"` // "own/C-7"; of any framework but iso42001 and guide
	Recorded    aims.Date         `json:"recorded,omitzero"`
	Title       string            `json:"title"`
	Purpose     string            `json:"purpose"`               // what it is for
	Why         string            `json:"why"`                   // why Annex A does not suffice
	Hint        string            `json:"hint,omitempty"`        // how to put it in place
	Source      string            `json:"source,omitempty"`      // where it was taken from, if not of own making
	Owner       aims.PersonID     `json:"owner,omitempty"`       // answers for its wording, not for its implementation
	Evidence    []string          `json:"evidence,omitempty"`    // what typically shows that it works
	Clauses     []aims.Clause     `json:"clauses,omitempty"`     // requirements that it helps to meet
	Serves      []aims.AnnexC     `json:"serves,omitempty"`      // objectives of Annex C
	EventDriven bool              `json:"eventDriven,omitempty"` // exercised only when an event happens
	Ext         map[string]string `json:"ext,omitempty"`         // the host's own; no rule reads it
}

// Ref names the record by its key: "custom-control/own.C-7".
func (k Custom) Ref() aims.Ref { return aims.Ref{Kind: KindCustom, ID: k.id()} }

func (k Custom) id() string { return k.Key.Framework + "." + k.Key.ID }

// Since returns the day from which the record exists.
func (k Custom) Since() aims.Date { return k.Recorded }

// Validate reports every problem inside the record. Beyond its form, the key
// must make an id when framework and id are joined by a dot.
func (k Custom) Validate() error {
	c := aims.Checker{Texts: texts}
	k.checkKey(&c)
	c.OptionalDate("recorded", k.Recorded)
	c.Text("title", k.Title)
	c.Text("purpose", k.Purpose)
	c.Text("why", k.Why)
	c.OptionalText("hint", k.Hint)
	c.OptionalText("source", k.Source)
	aims.CheckOptionalID(&c, "owner", k.Owner)
	c.TextList("evidence", k.Evidence)
	checkCodes(&c, "clauses", k.Clauses, aims.ParseClause)
	checkCodes(&c, "serves", k.Serves, aims.ParseAnnexC)
	return c.Err()
}

func (k Custom) checkKey(c *aims.Checker) {
	switch fw := k.Key.Framework; {
	case k.Key.IsZero():
		c.Key("key", k.Key)
	case reserved(fw):
		c.Add("key", KeyReserved, "got", shown(k.Key.String()), "framework", fw)
	case !aims.ValidID(k.id()):
		c.Add("key", aims.KeyMalformed, "got", shown(k.Key.String()))
	default:
		c.Key("key", k.Key)
	}
}

// reserved reports whether own controls cannot be of a framework.
func reserved(framework string) bool {
	return framework == aims.FrameworkISO42001 || framework == aims.FrameworkGuide
}

// checkCodes checks a list of numbers of the standard: each well formed, none twice.
func checkCodes[T ~string](c *aims.Checker, field string, list []T, parse func(string) (T, error)) {
	for i, code := range list {
		if _, err := parse(string(code)); err != nil {
			c.Add(aims.Field(field, i), aims.CodeMalformed, "got", shown(string(code)))
		} else if slices.Contains(list[:i], code) {
			c.Add(aims.Field(field, i), aims.Twice, "value", string(code))
		}
	}
}

// Links visits the references of the record.
func (k Custom) Links(l *aims.Linker) { aims.Link(l, "owner", aims.KindPerson, k.Owner) }

func (k Custom) entry() entry {
	return entry{
		key: k.Key, title: k.Title, purpose: k.Purpose, hint: k.Hint, eventDriven: k.EventDriven, since: k.Recorded,
		evidence: slices.Clone(k.Evidence), clauses: slices.Clone(k.Clauses), serves: slices.Clone(k.Serves),
	}
}

// With returns a catalogue that holds the organization's own controls as
// well; c stays as it is. It refuses malformed controls and keys that are
// taken, all problems at once, with the index in custom as the first step of
// the path: "/2/key".
func (c Catalogue) With(custom ...Custom) (Catalogue, error) {
	check := aims.Checker{Texts: texts}
	all, added := slices.Clone(c.get().entries), make(map[aims.Key]bool, len(custom))
	for i, k := range custom {
		if err := k.Validate(); err != nil {
			check.Nest(strconv.Itoa(i), err)
			continue
		}
		if _, taken := c.LookupKey(k.Key); taken || added[k.Key] {
			check.Add(aims.Field(i, "key"), KeyTaken, "got", k.Key.String())
			continue
		}
		added[k.Key] = true
		all = append(all, k.entry())
	}
	if err := check.Err(); err != nil {
		return Catalogue{}, err
	}
	with := c.get()
	with.entries = all
	return newCatalogue(with), nil
}
