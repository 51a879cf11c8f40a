package controls

import (
	"iter"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// Catalogue is a set of controls: those of Annex A in one edition of
// ISO/IEC 42001, and the organization's own where [Catalogue.With] added them.
// It never changes and may be shared. The zero value holds no control.
type Catalogue struct {
	edition     string
	attribution aims.Attribution
	annexes     []Annex
	groups      []Group
	objectives  []Objective
	controls    []Control              // Annex A by number, then own controls by key
	index       map[aims.ControlID]int // of Annex A only
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
	c := Catalogue{
		edition: "ISO/IEC 42001:2023",
		attribution: aims.Attribution{
			Source:     "ids and short titles of ISO/IEC 42001:2023, Annex A",
			Wording:    "purposes, hints and evidence are this library's own words; the text of the standard is not reproduced",
			Confidence: "ids and titles agree in three public sources; which objectives of Annex C a control serves is this library's judgement",
		},
		annexes:    annexes(),
		groups:     groups(),
		objectives: objectives(),
		controls:   annexA(),
	}
	related := related(aims.Edition2023())
	c.index = make(map[aims.ControlID]int, len(c.controls))
	for i := range c.controls {
		ctl := &c.controls[i]
		id := ctl.ID()
		ctl.Group = id.Group()
		ctl.Objective = id.Parent().Child(1)
		ctl.clauses = related[id]
		c.index[id] = i
	}
	return c
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

// Edition names the standard and its year; "" for the zero catalogue.
func (c Catalogue) Edition() string { return c.edition }

// Attribution says where ids and titles come from, and whose words the rest is.
func (c Catalogue) Attribution() aims.Attribution { return c.attribution }

// All returns the controls: those of Annex A in numeric order, then the
// organization's own in the order of their keys.
func (c Catalogue) All() iter.Seq[Control] { return slices.Values(c.controls) }

// Len returns the number of controls.
func (c Catalogue) Len() int { return len(c.controls) }

// Groups returns the groups of Annex A in numeric order.
func (c Catalogue) Groups() iter.Seq[Group] { return slices.Values(c.groups) }

// Objectives returns the control objectives of Annex A in numeric order.
func (c Catalogue) Objectives() iter.Seq[Objective] { return slices.Values(c.objectives) }

// Annexes returns the annexes of the standard and their status.
func (c Catalogue) Annexes() iter.Seq[Annex] { return slices.Values(c.annexes) }

// Under returns the controls below a group ("A.6"), another heading ("A.6.2")
// or a control objective ("A.6.2.1"), in numeric order. A control's own id
// gives that control; an id that does not exist gives nothing.
func (c Catalogue) Under(id aims.ControlID) iter.Seq[Control] {
	return func(yield func(Control) bool) {
		for _, ctl := range c.controls {
			if own := ctl.ID(); (id.Contains(own) || id != "" && ctl.Objective == id) && !yield(ctl) {
				return
			}
		}
	}
}

// Lookup returns the Annex A control with the given id, and whether there is
// one. [Catalogue.Resolve] says why there is none.
func (c Catalogue) Lookup(id aims.ControlID) (Control, bool) {
	if i, ok := c.index[id]; ok {
		return c.controls[i], true
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
	if i, ok := slices.BinarySearchFunc(own, k, compareKey); ok {
		return own[i], true
	}
	return Control{}, false
}

// own returns the part of the controls that is not of Annex A.
func (c Catalogue) own() []Control { return c.controls[len(c.index):] }

func compareKey(c Control, k aims.Key) int { return c.Key.Compare(k) }
