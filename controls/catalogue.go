package controls

import (
	"cmp"
	"iter"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// Catalogue is a set of controls: those of Annex A in one edition of
// ISO/IEC 42001, and the organization's own where [Catalogue.With] added them.
// It never changes and may be shared; copying it costs nothing. The zero
// value holds no control.
type Catalogue struct {
	*contents // nil for the zero value
}

type contents struct {
	edition     string
	attribution aims.Attribution
	annexes     []Annex
	groups      []Group
	objectives  []Objective
	entries     []entry   // Annex A by number, then own controls by key
	controls    []Control // one for each entry
	annexA      int       // how many of them are of Annex A
	slots       []uint16  // where to look for an Annex A id: 1 + its index, 0 for none
	byKey       *byKey
}

// byKey is the controls of a catalogue in the order of their keys.
type byKey struct {
	keys  []aims.Key
	since []aims.Date      // the first day of each; absent: it always existed
	place map[aims.Key]int // of each
}

// Group is one of the groups of Annex A, A.2 to A.10.
type Group struct {
	ID    aims.ControlID `json:"id"`
	Title string         `json:"title"`
}

// Objective is a control objective of Annex A. It is nothing to implement and
// has no row in a Statement of Applicability: its controls have.
type Objective struct {
	ID      aims.ControlID `json:"id"`
	Title   string         `json:"title"`   // of the heading that it stands under
	Purpose string         `json:"purpose"` // what it seeks, in our own words
}

// Annex is one of the annexes of the standard.
type Annex struct {
	ID        string `json:"id"` // "A"
	Title     string `json:"title"`
	Normative bool   `json:"normative"` // part of what is required, as against informative
}

// Edition2023 returns the catalogue of ISO/IEC 42001:2023: 9 groups, 10
// control objectives, 38 controls. Every call builds a value that shares
// nothing with any other, so keep it where you look things up often.
func Edition2023() Catalogue {
	entries, clauses := annexA(), related(aims.Edition2023())
	for i := range entries {
		entries[i].clauses = clauses[aims.ControlID(entries[i].key.ID)]
	}
	return newCatalogue(contents{
		edition: "ISO/IEC 42001:2023",
		attribution: aims.Attribution{
			Source:     "ids and short titles of ISO/IEC 42001:2023, Annex A",
			Wording:    "purposes, hints and evidence are this library's own words; the text of the standard is not reproduced",
			Confidence: "ids and titles agree in three public sources; which objectives of Annex C a control serves is this library's judgement",
		},
		annexes:    annexes(),
		groups:     groups(),
		objectives: objectives(),
		entries:    entries,
	})
}

// newCatalogue puts the entries, whose keys are sound and differ, in order
// and indexes them.
func newCatalogue(c contents) Catalogue {
	slices.SortFunc(c.entries, entry.compare)
	c.controls, c.annexA = make([]Control, len(c.entries)), 0
	for i := range c.entries {
		c.controls[i] = c.entries[i].control()
		if c.controls[i].ID() != "" {
			c.annexA++
		}
	}
	size := 4
	for size < 4*c.annexA {
		size *= 2
	}
	c.slots = make([]uint16, size)
	for i, ctl := range c.controls[:c.annexA] {
		j := slot(ctl.ID(), size)
		for c.slots[j] != 0 {
			j = (j + 1) & (size - 1)
		}
		c.slots[j] = uint16(i + 1)
	}
	c.byKey = newByKey(c.controls)
	return Catalogue{&c}
}

func newByKey(controls []Control) *byKey {
	controls = slices.SortedFunc(slices.Values(controls), func(a, b Control) int { return a.Key.Compare(b.Key) })
	k := &byKey{
		keys: make([]aims.Key, len(controls)), since: make([]aims.Date, len(controls)), place: make(map[aims.Key]int, len(controls)),
	}
	for i, c := range controls {
		k.keys[i], k.since[i], k.place[c.Key] = c.Key, c.entry.since, i
	}
	return k
}

// compare puts Annex A before everything else, and the rest by key.
func (e entry) compare(f entry) int {
	own := func(k aims.Key) int {
		if k.Framework == aims.FrameworkISO42001 {
			return 0
		}
		return 1
	}
	return cmp.Or(own(e.key)-own(f.key), e.key.Compare(f.key))
}

// slot returns the first place to look for an id in a table whose size is a
// power of two.
func slot(id aims.ControlID, size int) int {
	h := uint32(0)
	for i := 2; i < len(id); i++ { // all begin with "A."
		h = 31*h + uint32(id[i])
	}
	return int(h^h>>8) & (size - 1)
}

// related turns around what the requirements say of controls, so that the two
// catalogues cannot disagree.
func related(requirements aims.Catalogue) map[aims.ControlID][]aims.Clause {
	out := make(map[aims.ControlID][]aims.Clause)
	for r := range requirements.All() {
		for _, id := range r.Controls {
			out[id] = append(out[id], r.Clause)
		}
	}
	return out
}

// get returns the contents, empty for the zero value.
func (c Catalogue) get() contents {
	if c.contents == nil {
		return contents{}
	}
	return *c.contents
}

// Edition names the standard and its year; "" for the zero catalogue.
func (c Catalogue) Edition() string { return c.get().edition }

// Attribution says where ids and titles come from, and whose words the rest is.
func (c Catalogue) Attribution() aims.Attribution { return c.get().attribution }

// All returns the controls: those of Annex A in numeric order, then the
// organization's own in the order of their keys.
func (c Catalogue) All() iter.Seq[Control] { return slices.Values(c.get().controls) }

// Len returns the number of controls.
func (c Catalogue) Len() int { return len(c.get().controls) }

// Groups returns the groups of Annex A in numeric order.
func (c Catalogue) Groups() iter.Seq[Group] { return slices.Values(c.get().groups) }

// Objectives returns the control objectives of Annex A in numeric order.
func (c Catalogue) Objectives() iter.Seq[Objective] { return slices.Values(c.get().objectives) }

// Annexes returns the annexes of the standard and their status.
func (c Catalogue) Annexes() iter.Seq[Annex] { return slices.Values(c.get().annexes) }

// Under returns the Annex A controls below a group ("A.6"), another heading
// ("A.6.2") or a control objective ("A.6.2.1"), in numeric order. A control's
// own id gives that control; an id that does not exist gives nothing.
func (c Catalogue) Under(id aims.ControlID) iter.Seq[Control] {
	section := id // an objective stands for the section that it opens
	if p := id.Parent(); p != "" && p.Child(1) == id {
		section = p
	}
	return func(yield func(Control) bool) {
		for _, ctl := range c.annex() {
			if (id.Contains(ctl.ID()) || ctl.ID().Parent() == section) && !yield(ctl) {
				return
			}
		}
	}
}

// Lookup returns the Annex A control with the given id, and whether there is
// one. [Catalogue.Resolve] says why there is none.
func (c Catalogue) Lookup(id aims.ControlID) (Control, bool) {
	if c.contents == nil {
		return Control{}, false
	}
	for j := slot(id, len(c.slots)); c.slots[j] != 0; j = (j + 1) & (len(c.slots) - 1) {
		if ctl := &c.controls[c.slots[j]-1]; ctl.Key.ID == string(id) {
			return *ctl, true
		}
	}
	return Control{}, false
}

// LookupKey returns the control with the given key, own controls included,
// and whether there is one.
func (c Catalogue) LookupKey(k aims.Key) (Control, bool) {
	if k.Framework == aims.FrameworkISO42001 {
		return c.Lookup(aims.ControlID(k.ID))
	}
	own := c.own()
	if i, ok := slices.BinarySearchFunc(own, k, func(ctl Control, k aims.Key) int { return ctl.Key.Compare(k) }); ok {
		return own[i], true
	}
	return Control{}, false
}

// annex returns the controls of Annex A.
func (c Catalogue) annex() []Control {
	all := c.get()
	return all.controls[:all.annexA]
}

// own returns the organization's own controls.
func (c Catalogue) own() []Control {
	all := c.get()
	return all.controls[all.annexA:]
}
