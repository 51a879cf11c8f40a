package readiness

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/internal/word"
)

// Meter says what records of the supplied kinds can prove, before any record
// is mapped: what good records surely reach, and what none of any content can
// exceed. No control is taken to be excluded.
type Meter struct {
	Kinds []aims.Kind `json:"kinds,omitempty"` // those supplied, sorted
	// Sure is the total where all that is [Provable] conforms, and nothing
	// else is known.
	Sure Bounds `json:"sure"`
	// Most is the total where all conforms that the missing kinds do not rule
	// out. No records of these kinds score more.
	Most  Bounds    `json:"most"`
	Items []Metered `json:"items"` // requirements and controls, in the order of the catalogues
	// Next lists the kinds that are not supplied, by what they would add on
	// top: first the one that makes most requirements and controls provable by
	// itself, then the one that is missing for most.
	Next []NextKind `json:"next,omitempty"`
}

// Metered is what can be told about a requirement or control.
type Metered struct {
	Key      aims.Key    `json:"key"`
	Title    string      `json:"title"`
	Proof    Provability `json:"proof"`
	Points   int         `json:"points"`            // that it has; a control is one
	Provable int         `json:"provable"`          // of these, every kind is supplied that their rules look at
	Open     bool        `json:"open,omitempty"`    // conformity is ruled out: some point stays unknown whatever is recorded
	Missing  []aims.Kind `json:"missing,omitempty"` // the kinds that its rules look at and that are not supplied, sorted
}

// NextKind is a kind that is not supplied.
type NextKind struct {
	Kind   aims.Kind `json:"kind"`
	Adds   int       `json:"adds"`   // requirements and controls for which it alone is missing
	Wanted int       `json:"wanted"` // requirements and controls for which it is missing at all
}

// Provability says how much of a requirement or control records can show. The
// zero value means "not judged".
type Provability uint8

// The degrees, the best last.
const (
	NotProvable    Provability = iota + 1 // conformity is ruled out at every point; stray gaps may show
	PartlyProvable                        // some points can be told; whether all can, depends on the records unless it is ruled out
	Provable                              // all points can be told
)

var provabilities = word.Scale{Name: "readiness.Provability", Words: []string{"", "not-provable", "partly-provable", "provable"}}

// String returns the word of the degree.
func (p Provability) String() string { return provabilities.String(int(p)) }

// Known reports whether p is one of the degrees.
func (p Provability) Known() bool { return p >= NotProvable && p <= Provable }

// MarshalText returns the word of the degree.
func (p Provability) MarshalText() ([]byte, error) { return provabilities.Marshal(int(p)) }

// UnmarshalText reads not-provable, partly-provable or provable.
func (p *Provability) UnmarshalText(text []byte) error {
	i, err := provabilities.Unmarshal(text)
	if err == nil {
		*p = Provability(i)
	}
	return err
}

// MappingMeter says what records of some kinds can prove under a rule set and a
// model. Every point can be told for sure if every kind is supplied that its
// rules look at; and some points without one, such as that which an optional
// reference leads to, so that the truth lies between Sure and Most. What is
// ruled out is found by judging records of which there are none: a point that
// then stays unknown, rather than a gap, waits for a kind that is missing. Of a
// requirement that waits for events, where records of one kind can do without
// another, a point is ruled out only if no kind is supplied that its rules look
// at. A point without a rule can never be told.
//
// A kind that no snapshot holds, one that stands twice, an unusable set and an
// unusable model are refused.
func MappingMeter(kinds []aims.Kind, set rules.Set, model Model) (Meter, error) {
	c := aims.Checker{Texts: trialTexts}
	known := audit.Kinds()
	for i, k := range kinds {
		switch {
		case !slices.Contains(known, k):
			c.Add(aims.Field("kinds", i), MeterKind, "got", quoted(string(k)), "want", joined(known))
		case slices.Contains(kinds[:i], k):
			c.Add(aims.Field("kinds", i), aims.Twice, "value", string(k))
		}
	}
	c.Nest("model", model.Validate())
	if err := c.Err(); err != nil {
		return Meter{}, err
	}
	m := Meter{Kinds: slices.Sorted(slices.Values(kinds))}
	empty, err := nothing(m.Kinds, set)
	if err != nil {
		return Meter{}, err
	}
	reads := readsByKey(set)
	for _, items := range [][]rules.Item{empty.Requirements, empty.Controls} {
		for _, item := range items {
			m.judge(item, set, reads)
		}
	}
	m.Sure = m.total(model, len(empty.Requirements), func(i Metered) bool { return i.Proof == Provable })
	m.Most = m.total(model, len(empty.Requirements), func(i Metered) bool { return !i.Open })
	m.rank()
	return m, nil
}

// nothing judges a snapshot without records, of which some kinds are supplied.
// Its day does not matter.
func nothing(kinds []aims.Kind, set rules.Set) (rules.Result, error) {
	day := aims.MustDate("2024-01-01")
	v, err := audit.Open(audit.Snapshot{Format: aims.Format, Taken: day, Supplied: kinds}, audit.Options{})
	if err != nil {
		return rules.Result{}, err
	}
	return rules.Evaluate(v, day, set)
}

// total returns the bounds where the items that conform says do, and nothing
// is known about the others.
func (m *Meter) total(model Model, requirements int, conforms func(Metered) bool) Bounds {
	r := Report{Model: model}
	for _, i := range m.Items {
		item := Item{Key: i.Key}
		if conforms(i) {
			item.Verdict = aims.Conforms
		}
		r.Items = append(r.Items, item)
	}
	r.count(requirements)
	return r.Total
}

// MeterKind: a kind of record is none that a snapshot can hold.
const MeterKind aims.Code = "readiness/meter-kind"

func joined(kinds []aims.Kind) string {
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = string(k)
	}
	return strings.Join(words, ", ")
}

// readsByKey returns the kinds that the rules on each point or control look
// at. A rule without a key speaks of every control.
func readsByKey(set rules.Set) map[aims.Key][]aims.Kind {
	reads := make(map[aims.Key][]aims.Kind)
	for _, r := range set.Rules {
		keys := []aims.Key{r.Key}
		if r.Key.IsZero() {
			keys = keys[:0]
			for c := range set.Controls.All() {
				keys = append(keys, c.Key)
			}
		}
		for _, k := range keys {
			reads[k] = append(reads[k], r.Reads...)
			if reads[k] == nil {
				reads[k] = []aims.Kind{} // there is a rule, which looks at no record
			}
		}
	}
	return reads
}

// judge measures one requirement or control, from what the rules say of it
// where there are no records.
func (m *Meter) judge(item rules.Item, set rules.Set, reads map[aims.Key][]aims.Kind) {
	of := Metered{Key: item.Key, Title: item.Title, Proof: NotProvable}
	keys := []aims.Key{item.Key}
	events := false
	if clause, ok := item.Key.Clause(); ok {
		requirement, _ := set.Requirements.Lookup(clause)
		for _, p := range requirement.Points {
			keys = append(keys, aims.PointKey(p.ID))
		}
		events = requirement.EventDriven()
	}
	for i, key := range keys {
		if i == 0 && len(keys) > 1 {
			of.lacks(reads[key], m.Kinds) // rules on the requirement as a whole
			continue
		}
		kinds, judged := reads[key]
		if of.Points++; !of.lacks(kinds, m.Kinds) && judged {
			of.Provable++
		}
	}
	told := of.Provable > 0
	for _, o := range item.Observations {
		if o.Verdict == aims.CannotTell && !(events && slices.ContainsFunc(reads[o.Key], m.supplies)) {
			of.Open = true
		} else {
			told = true
		}
	}
	switch {
	case of.Provable == of.Points && len(of.Missing) == 0:
		of.Proof, of.Open = Provable, false
	case told:
		of.Proof = PartlyProvable
	}
	slices.Sort(of.Missing)
	of.Missing = slices.Compact(of.Missing)
	m.Items = append(m.Items, of)
}

func (m *Meter) supplies(k aims.Kind) bool { return slices.Contains(m.Kinds, k) }

// lacks notes the kinds that are not supplied, and reports whether there are any.
func (of *Metered) lacks(kinds, supplied []aims.Kind) bool {
	before := len(of.Missing)
	for _, k := range kinds {
		if !slices.Contains(supplied, k) {
			of.Missing = append(of.Missing, k)
		}
	}
	return len(of.Missing) > before
}

// rank finds what the kinds that are not supplied would add.
func (m *Meter) rank() {
	next := make(map[aims.Kind]NextKind)
	for _, i := range m.Items {
		for _, k := range i.Missing {
			n := next[k]
			n.Kind = k
			n.Wanted++
			if len(i.Missing) == 1 {
				n.Adds++
			}
			next[k] = n
		}
	}
	m.Next = slices.SortedFunc(maps.Values(next), func(a, b NextKind) int {
		return cmp.Or(cmp.Compare(b.Adds, a.Adds), cmp.Compare(b.Wanted, a.Wanted), cmp.Compare(a.Kind, b.Kind))
	})
}
