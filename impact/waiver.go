package impact

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// OpenCondition is a condition of an assessment with its state at a day.
type OpenCondition struct {
	Condition ConditionID    `json:"condition"`
	What      string         `json:"what"`
	Owner     aims.PersonID  `json:"owner,omitempty"`
	Due       aims.Date      `json:"due,omitzero"` // absent: before the system goes into use
	State     ConditionState `json:"state"`
	Waiver    WaiverID       `json:"waiver,omitempty"` // that holds
}

// The codes of reasons of [Gate] about conditions and waivers.
const (
	// GateConditionPending: a condition is open, and not due yet.
	GateConditionPending aims.Code = "impact/gate-condition-pending"
	// GateConditionLate: a condition is open, and was due.
	GateConditionLate aims.Code = "impact/gate-condition-late"
	// GateConditionFirst: a condition is open that has to be met before use.
	GateConditionFirst aims.Code = "impact/gate-condition-first"
	// GateConditionUnshown: a condition is said to be met, without evidence.
	GateConditionUnshown aims.Code = "impact/gate-condition-unshown"
	// GateConditionOwnerless: nobody sees to an open condition.
	GateConditionOwnerless aims.Code = "impact/gate-condition-ownerless"
	// GateWaiverHolds: a waiver bridges what is open.
	GateWaiverHolds aims.Code = "impact/gate-waiver-holds"
	// GateWaiverLapsed: a waiver has ended.
	GateWaiverLapsed aims.Code = "impact/gate-waiver-lapsed"
	// GateWaiverPartial: somebody granted a waiver to himself.
	GateWaiverPartial aims.Code = "impact/gate-waiver-partial"
	// GateWaiverUnbacked: the measure that is to make up for it does not work.
	GateWaiverUnbacked aims.Code = "impact/gate-waiver-unbacked"
	// GateWaiverUnproven: it is not known whether that measure works.
	GateWaiverUnproven aims.Code = "impact/gate-waiver-unproven"
)

// conditions looks at each condition of the assessment.
func (g *gate) conditions() {
	a := g.assessment
	for _, k := range inOrder(a.Conclusion.Conditions, func(k Condition) ConditionID { return k.ID }) {
		out := OpenCondition{Condition: k.ID, What: k.What, Owner: k.Owner, Due: k.Due, State: k.state(g.at)}
		args := []string{"condition", string(k.ID), "what", clip(k.What), "due", k.Due.String(), "owner", string(k.Owner)}
		switch out.State {
		case ConditionUnproven:
			g.about(Restraint, a.Ref(), because(GateConditionUnshown, args...))
		case ConditionOpen:
			g.about(Restraint, a.Ref(), because(GateConditionPending, args...))
			g.ends(k.Due)
		case ConditionOverdue:
			code := GateConditionLate
			if k.Due == 0 {
				code = GateConditionFirst
			}
			switch w, holds := g.waived(a.Waivers, k.ID, k.Owner); holds {
			case aims.Yes:
				out.State, out.Waiver = ConditionWaived, w.ID
				g.waivedBy(w)
			case aims.Unknown:
				g.about(Unsettled, a.Ref(), because(code, args...))
			default:
				g.about(Refusal, a.Ref(), because(code, args...))
			}
		}
		if k.Owner == "" && out.State < ConditionUnproven {
			g.about(Restraint, a.Ref(), because(GateConditionOwnerless, args...))
		}
		g.out.Conditions = append(g.out.Conditions, out)
	}
}

// state returns how far the condition has come, waivers aside.
func (k Condition) state(at aims.Date) ConditionState {
	switch {
	case k.Met != 0 && k.Met <= at && len(k.Evidence) > 0:
		return ConditionMet
	case k.Met != 0 && k.Met <= at:
		return ConditionUnproven
	case k.Due == 0 || k.Due < at:
		return ConditionOverdue
	}
	return ConditionOpen
}

// waivedBy notes a waiver that the verdict rests on.
func (g *gate) waivedBy(w Waiver) {
	g.say(Restraint, because(GateWaiverHolds, "waiver", string(w.ID), "by", string(w.By), "until", w.Until.String(), "instead", clip(w.Compensating)))
	g.out.Waivers = append(g.out.Waivers, w.ID)
	g.ends(w.Until)
}

// waived finds a waiver of a condition that holds at the day or, without a
// condition, of the assessment itself: of several the one that holds longest.
// It says of each other one why it does not.
func (g *gate) waived(waivers []Waiver, condition ConditionID, owner aims.PersonID) (Waiver, aims.Answer) {
	var best Waiver
	answer := aims.No
	for _, w := range waivers {
		if w.Condition != condition || w.On > g.at {
			continue
		}
		switch holds := g.holds(w, owner); {
		case holds == aims.Yes && w.Until > best.Until:
			best, answer = w, aims.Yes
		case holds == aims.Unknown && answer == aims.No:
			answer = aims.Unknown
		}
	}
	return best, answer
}

// holds says whether a waiver holds. Nobody grants one to himself: not the
// owner of the system, of the condition or of what is done instead, nor an
// assessor. A measure that makes up for it has to work.
func (g *gate) holds(w Waiver, owner aims.PersonID) aims.Answer {
	id := string(w.ID)
	if w.Until < g.at {
		g.say(Remark, because(GateWaiverLapsed, "waiver", id, "until", w.Until.String()))
		return aims.No
	}
	if slices.Contains(append([]aims.PersonID{g.system.Owner, owner, w.Owner}, g.assessment.Assessors...), w.By) {
		g.say(Remark, because(GateWaiverPartial, "waiver", id, "by", string(w.By)))
		return aims.No
	}
	if w.Measure == "" {
		return aims.Yes
	}
	progress := risk.Progress(0)
	for _, m := range g.assessment.Measures {
		if m.ID == w.Measure {
			progress = m.Progress(g.at, g.facts.Impact)
		}
	}
	switch progress {
	case risk.Effective:
		return aims.Yes
	case risk.Unproven:
		g.say(Remark, because(GateWaiverUnproven, "waiver", id, "measure", string(w.Measure)))
		return aims.Unknown
	}
	g.say(Remark, because(GateWaiverUnbacked, "waiver", id, "measure", string(w.Measure)))
	return aims.No
}
