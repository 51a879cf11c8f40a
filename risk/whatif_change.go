package risk

import (
	"cmp"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Change is one thing to try out on a register. What it does says which of
// the other fields it needs; the rest stay empty.
type Change struct {
	Do        Do          `json:"do"`
	Treatment TreatmentID `json:"treatment,omitempty"` // that is switched, or has other effects
	Control   aims.Key    `json:"control,omitzero"`    // that is switched
	Effects   []Effect    `json:"effects,omitempty"`   // in place of those of the treatment; none: it lowers nothing
	Risk      RiskID      `json:"risk,omitempty"`      // that is rated differently
	Inherent  *Rating     `json:"inherent,omitempty"`  // in place of its own
	Criteria  *Criteria   `json:"criteria,omitempty"`  // in place of those in force, with the same scales
}

// Do says what a [Change] does.
type Do string

// What can be tried out. A control is switched through the treatments that put
// it in place: a treatment that counts ends to do so when one of its controls
// is switched off, and one that does not count begins to when it, or all of
// its controls, are switched on. What is switched off by any change is off.
const (
	SwitchOn    Do = "switch-on"    // a treatment or a control
	SwitchOff   Do = "switch-off"   // a treatment or a control
	SetEffects  Do = "set-effects"  // of a treatment
	SetInherent Do = "set-inherent" // the rating of a risk without controls
	SetCriteria Do = "set-criteria" // another matrix, appetite or tolerance on the same scales
)

// Known reports whether d is in the vocabulary.
func (d Do) Known() bool {
	return word.Known(d, SwitchOn, SwitchOff, SetEffects, SetInherent, SetCriteria)
}

// UnmarshalText reads a word of the vocabulary.
func (d *Do) UnmarshalText(text []byte) error {
	return unmarshalName(d, text, "risk.Do", SwitchOn, SwitchOff, SetEffects, SetInherent, SetCriteria)
}

// The codes of problems with changes.
const (
	// ChangeStray: a change has a field that it does not need.
	ChangeStray aims.Code = "risk/change-stray"
	// ChangesCollide: two changes are about the same thing, so that it depends on their order what comes out.
	ChangesCollide aims.Code = "risk/changes-collide"
	// ScalesDiffer: other criteria have other scales, on which the ratings would mean something else.
	ScalesDiffer aims.Code = "risk/scales-differ"
	// CriteriaNotInForce: a rating to try out was made with criteria other than those in force.
	CriteriaNotInForce aims.Code = "risk/criteria-not-in-force"
	// ControlUnused: no treatment of the register puts the control in place.
	ControlUnused aims.Code = "risk/control-unused"
)

// String says what the change does and to what: "switch-off own/C-7".
func (g Change) String() string {
	switch {
	case g.Treatment != "":
		return string(g.Do) + " " + string(g.Treatment)
	case g.Risk != "":
		return string(g.Do) + " " + string(g.Risk)
	case g.Criteria != nil:
		return string(g.Do) + " " + string(g.Criteria.ID)
	}
	return string(g.Do) + " " + g.Control.String()
}

// subject names what the change is about; two changes must not share it.
func (g Change) subject() string {
	switch g.Do {
	case SwitchOn, SwitchOff:
		if g.Treatment != "" {
			return "the switch of treatment " + string(g.Treatment)
		}
		return "the switch of control " + g.Control.String()
	case SetEffects:
		return "the effects of treatment " + string(g.Treatment)
	case SetInherent:
		return "the inherent rating of risk " + string(g.Risk)
	}
	return "the criteria"
}

// Validate reports missing, malformed and superfluous fields.
func (g Change) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckWord(&c, "do", g.Do)
	if !g.Do.Known() {
		return c.Err()
	}
	check := func(field string, there, wanted bool) {
		switch {
		case wanted && !there:
			c.Add(field, aims.Missing)
		case there && !wanted:
			c.Add(field, ChangeStray, "do", string(g.Do))
		}
	}
	switching := g.Do == SwitchOn || g.Do == SwitchOff
	control := switching && !g.Control.IsZero()
	check("treatment", g.Treatment != "", switching && !control || g.Do == SetEffects)
	check("control", !g.Control.IsZero(), control)
	check("effects", len(g.Effects) > 0, g.Do == SetEffects && len(g.Effects) > 0)
	check("risk", g.Risk != "", g.Do == SetInherent)
	check("inherent", g.Inherent != nil, g.Do == SetInherent)
	check("criteria", g.Criteria != nil, g.Do == SetCriteria)
	aims.CheckOptionalID(&c, "treatment", g.Treatment)
	if control {
		c.Key("control", g.Control)
	}
	aims.CheckOptionalID(&c, "risk", g.Risk)
	if g.Inherent != nil {
		c.Nest("inherent", g.Inherent.Validate())
	}
	if g.Criteria != nil {
		c.Nest("criteria", g.Criteria.Validate())
	}
	return c.Err()
}

// checkChanges reports what is wrong with changes to a register: inside of
// each, between two, and with what they refer to.
func (a *Assessment) checkChanges(c *aims.Checker, changes []Change) {
	subjects := make(map[string]int, len(changes))
	for i, g := range changes {
		in := aims.Field("changes", i)
		if err := g.Validate(); err != nil {
			c.Nest(in, err)
			continue
		}
		if first, taken := subjects[g.subject()]; taken {
			c.Add(in, ChangesCollide, "subject", g.subject(), "other", "/"+aims.Field("changes", first))
		} else {
			subjects[g.subject()] = i
		}
		a.checkChange(c, in, g)
	}
}

func (a *Assessment) checkChange(c *aims.Checker, in string, g Change) {
	r := a.register
	switch {
	case !g.Control.IsZero():
		if !slices.ContainsFunc(r.records.Treatments, func(t Treatment) bool { return slices.Contains(t.Controls, g.Control) }) {
			c.Add(in+"/control", ControlUnused, "control", g.Control.String())
		}
	case g.Treatment != "":
		t, ok := r.Treatment(g.Treatment)
		if !ok {
			c.Add(in+"/treatment", Dangling, "ref", aims.Ref{Kind: KindTreatment, ID: string(g.Treatment)}.String())
		} else if g.Do == SetEffects {
			t.Effects = g.Effects
			inner := aims.Checker{Texts: texts}
			t.checkEffects(&inner)
			a.checkDimensions(&inner, g.Effects)
			c.Nest(in, inner.Err())
		}
	case g.Risk != "":
		if _, ok := r.Risk(g.Risk); !ok {
			c.Add(in+"/risk", Dangling, "ref", aims.Ref{Kind: KindRisk, ID: string(g.Risk)}.String())
		}
		if g.Inherent.Criteria != a.digest {
			c.Add(in+"/inherent/criteria", CriteriaNotInForce, "got", string(g.Inherent.Criteria), "want", cmp.Or(string(a.digest), "of which there are none"))
		} else {
			c.Nest(in+"/inherent", g.Inherent.ValidateAgainst(*a.criteria))
		}
	default:
		a.checkScales(c, in+"/criteria", g.Criteria)
	}
}

// checkDimensions reports effects on dimensions that the criteria do not have.
func (a *Assessment) checkDimensions(c *aims.Checker, effects []Effect) {
	for i, e := range effects {
		for j, low := range e.Consequences {
			if low.Dimension != "" && a.criteria.dimension(low.Dimension) < 0 {
				c.Add(aims.Field("effects", i, "consequences", j, "dimension"), DimensionUnknown, "got", string(low.Dimension))
			}
		}
	}
}

// checkScales reports criteria with other scales than those in force.
func (a *Assessment) checkScales(c *aims.Checker, in string, k *Criteria) {
	same := func(s, t Scale) bool {
		return slices.EqualFunc(s.Steps, t.Steps, func(a, b Step) bool { return a.Label == b.Label })
	}
	if !same(k.Likelihood, a.criteria.Likelihood) {
		c.Add(in+"/likelihood", ScalesDiffer, "scale", "likelihood")
	}
	if !slices.EqualFunc(k.Consequences, a.criteria.Consequences, func(d, e Dimension) bool { return d.ID == e.ID && same(d.Scale, e.Scale) }) {
		c.Add(in+"/consequences", ScalesDiffer, "scale", "consequence")
	}
}
