package risk

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// trial is a set of changes to an assessment, sorted out by what they touch.
type trial struct {
	before, after *Assessment // after: with the other criteria, if a change sets some
	state         int
	criteria      int         // the change that sets them, or -1
	ratings       map[int]int // of each risk the change that sets its inherent rating
	rated         []*Rating   // of each change the rating that it sets
	treatments    []switched  // of each treatment
}

// switched is a treatment with the changes that touch it; -1 is none.
type switched struct {
	counts   bool  // without any change
	off      []int // those that switch it, or one of its controls, off
	on       int   // the one that switches it on
	controls []int // those that switch on all of its controls; empty unless all are
	set      int   // the one that sets its effects
	effects  []Effect
	own      map[RiskID]int // the places of the effects that are set on single risks,
	all      int            // and of the one on all others, or -1
}

// effectOn returns the effect that is set on a risk, or nil.
func (w *switched) effectOn(id RiskID) *Effect {
	if w.set < 0 {
		return nil
	}
	place, own := w.own[id]
	if !own {
		place = w.all
	}
	if place < 0 {
		return nil
	}
	return &w.effects[place]
}

// trial checks changes and sorts them out.
func (a *Assessment) trial(s State, changes []Change) (*trial, error) {
	a = a.orEmpty()
	c := aims.Checker{Texts: texts}
	if s != Current && s != Residual {
		c.Add("state", StateFixed, "got", string(s))
	}
	a.checkChanges(&c, changes)
	if err := c.Err(); err != nil {
		return nil, err
	}
	t := &trial{before: a, after: a, state: slices.Index(states, s), criteria: -1}
	t.ratings = make(map[int]int)
	t.rated = make([]*Rating, len(changes))
	for i, g := range changes {
		switch g.Do {
		case SetCriteria:
			other := *a
			other.criteria = g.Criteria
			t.after, t.criteria = &other, i
		case SetInherent:
			t.ratings[a.register.risks[g.Risk]], t.rated[i] = i, g.Inherent
		}
	}
	t.switchTreatments(changes)
	return t, nil
}

// switchTreatments finds for each treatment the changes that touch it.
func (t *trial) switchTreatments(changes []Change) {
	all := t.before.register.records.Treatments
	t.treatments = make([]switched, len(all))
	counts := t.before.works
	if t.state == residual {
		counts = t.before.expected
	}
	byControl := make(map[aims.Key]int)
	byTreatment := make(map[TreatmentID][]int)
	for i, g := range changes {
		if g.Treatment != "" {
			byTreatment[g.Treatment] = append(byTreatment[g.Treatment], i)
		} else if !g.Control.IsZero() {
			byControl[g.Control] = i
		}
	}
	for i := range all {
		w := switched{counts: counts(i), on: -1, set: -1}
		for _, g := range byTreatment[all[i].ID] {
			switch changes[g].Do {
			case SwitchOff:
				w.off = append(w.off, g)
			case SwitchOn:
				w.on = g
			case SetEffects:
				w.set, w.effects = g, changes[g].Effects
				w.own, w.all = (&Treatment{Effects: w.effects}).effectsByRisk()
			}
		}
		for _, key := range all[i].Controls {
			if g, ok := byControl[key]; ok && changes[g].Do == SwitchOff {
				w.off = append(w.off, g)
			} else if ok {
				w.controls = append(w.controls, g)
			}
		}
		if len(w.controls) < len(all[i].Controls) {
			w.controls = nil
		}
		t.treatments[i] = w
	}
}
