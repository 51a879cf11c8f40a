package impact

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// The codes of reasons of [Gate] about the assessment.
const (
	// GateAssessmentMissing: an assessment is needed, and there is none.
	GateAssessmentMissing aims.Code = "impact/gate-assessment-missing"
	// GateAssessmentUnsupplied: one is needed, and it is not known whether there is one.
	GateAssessmentUnsupplied aims.Code = "impact/gate-assessment-unsupplied"
	// GateAssessmentUnfinished: the assessment has no day of its result.
	GateAssessmentUnfinished aims.Code = "impact/gate-assessment-unfinished"
	// GateAssessmentLacks: the assessment lacks something essential, such as a stakeholder analysis.
	GateAssessmentLacks aims.Code = "impact/gate-assessment-lacks"
	// GateAssessmentUndecided: the assessment comes to no decision.
	GateAssessmentUndecided aims.Code = "impact/gate-assessment-undecided"
	// GateAssessmentBefore: a change asks for a new assessment, and the latest was made before.
	GateAssessmentBefore aims.Code = "impact/gate-assessment-before"
	// GateAssessmentLater: a later assessment is not approved yet.
	GateAssessmentLater aims.Code = "impact/gate-assessment-later"
	// GateAssessmentStale: something no longer holds; see [Stale].
	GateAssessmentStale aims.Code = "impact/gate-assessment-stale"
	// GateAssessmentStops: the assessment decided that the system must not be used as it is.
	GateAssessmentStops aims.Code = "impact/gate-assessment-stops"
	// GateAssessmentStands: the assessment is approved, current, and lets the system be used.
	GateAssessmentStands aims.Code = "impact/gate-assessment-stands"
	// GateApprovalMissing: nobody has approved the assessment.
	GateApprovalMissing aims.Code = "impact/gate-approval-missing"
	// GateApprovalVoid: it was changed since it was approved.
	GateApprovalVoid aims.Code = "impact/gate-approval-void"
	// GateApprovalLapsed: the approval has ended.
	GateApprovalLapsed aims.Code = "impact/gate-approval-lapsed"
	// GateApproverPartial: only somebody who made it, or who owns the system, approved it.
	GateApproverPartial aims.Code = "impact/gate-approver-partial"
	// GateApproverUnauthorized: the method does not let the approver approve such a use.
	GateApproverUnauthorized aims.Code = "impact/gate-approver-unauthorized"
	// GateApproverUnclear: it is not known whether the approver may.
	GateApproverUnclear aims.Code = "impact/gate-approver-unclear"
	// GateSeparationUnclear: it is not known who assessed, or who owns the system.
	GateSeparationUnclear aims.Code = "impact/gate-separation-unclear"
	// GateMethodUnknown: the method that the assessment was made with is not there.
	GateMethodUnknown aims.Code = "impact/gate-method-unknown"
	// GateUseProhibited: by the method the use is prohibited.
	GateUseProhibited aims.Code = "impact/gate-use-prohibited"
	// GateUseUnrestrained: the use is restricted, and the decision has no conditions.
	GateUseUnrestrained aims.Code = "impact/gate-use-unrestrained"
	// GateUseUnclear: too much is not assessed to tell the class of the use.
	GateUseUnclear aims.Code = "impact/gate-use-unclear"
)

// approvalState is how an assessment stands with its approvers.
type approvalState struct {
	standing aims.Standing
	by       aims.Approval   // that it rests on
	others   []aims.Approval // all that hold, by people who neither made it nor own the system
	partial  bool            // it is approved, and not by such people
}

// pick finds the assessment that counts: the latest that stands approved and
// is not superseded by such a one; else the latest at all.
func (g *gate) pick() error {
	states := make([]approvalState, len(g.assessments))
	for i, a := range g.assessments {
		var err error
		if states[i], err = g.approval(a); err != nil {
			return err
		}
	}
	stands := func(i int) bool { return states[i].standing == aims.Approved && !states[i].partial }
	replaced := map[AssessmentID]bool{}
	for i, a := range g.assessments {
		if stands(i) {
			replaced[a.Supersedes] = true
		}
	}
	at := -1
	for i, a := range g.assessments {
		if stands(i) && !replaced[a.ID] {
			at = i
		}
	}
	if at < 0 {
		at = len(g.assessments) - 1
	}
	if at < 0 {
		return nil
	}
	g.assessment, g.standing, g.found = g.assessments[at], states[at], true
	for _, a := range g.assessments[at+1:] {
		bearing := Remark
		if a.Conclusion.Decision == Stop && !replaced[a.ID] {
			bearing = Unsettled
		}
		g.about(bearing, a.Ref(), because(GateAssessmentLater, "assessment", string(a.ID), "decision", string(a.Conclusion.Decision)))
	}
	return nil
}

// approval says how an assessment stands: approvals of its assessors and of
// the system's owner do not count.
func (g *gate) approval(a Assessment) (approvalState, error) {
	digest, err := a.Digest()
	if err != nil {
		return approvalState{}, err
	}
	var others []aims.Approval
	for _, p := range a.Approvals {
		holds, _ := aims.StandingOf(digest, []aims.Approval{p}, g.at)
		if holds == aims.Approved && p.By != g.system.Owner && !slices.Contains(a.Assessors, p.By) {
			others = append(others, p)
		}
	}
	if standing, by := aims.StandingOf(digest, others, g.at); standing == aims.Approved {
		return approvalState{standing: standing, by: by, others: others}, nil
	}
	standing, by := aims.StandingOf(digest, a.Approvals, g.at)
	return approvalState{standing: standing, by: by, partial: standing == aims.Approved}, nil
}

// assess looks at the assessment, unless a screening found that none is
// needed. What it decided against use counts in any case.
func (g *gate) assess(needed aims.Answer) error {
	a := g.assessment
	switch {
	case !g.found && needed == aims.Yes && g.supplied(KindAssessment):
		g.say(Lapse, because(GateAssessmentMissing))
	case !g.found && needed == aims.Yes:
		g.say(Unsettled, because(GateAssessmentUnsupplied))
	}
	if g.found && a.On != 0 && a.Conclusion.Decision == Stop {
		g.about(Refusal, a.Ref(), because(GateAssessmentStops, "assessment", string(a.ID), "on", a.On.String()))
	}
	if !g.found || needed == aims.No {
		return nil
	}
	before := len(g.out.Reasons)
	g.approved()
	g.fits()
	if err := g.use(); err != nil {
		return err
	}
	g.conditions()
	for _, r := range g.out.Reasons[before:] {
		if r.Bearing > Restraint {
			return nil
		}
	}
	g.ends(g.standing.by.Until)
	if by := g.standing.by; a.Conclusion.Decision != Stop {
		g.about(Remark, a.Ref(), because(GateAssessmentStands, "assessment", string(a.ID), "on", a.On.String(), "by", string(by.By)))
	}
	return nil
}

// approved says what the approval lacks.
func (g *gate) approved() {
	ref, id, by := g.assessment.Ref(), string(g.assessment.ID), g.standing.by
	args := []string{"assessment", id, "by", string(by.By), "on", by.On.String(), "until", by.Until.String()}
	switch {
	case g.assessment.On == 0:
		g.about(Lapse, ref, because(GateAssessmentUnfinished, args...))
	case g.assessment.Conclusion.Decision == "":
		g.about(Lapse, ref, because(GateAssessmentUndecided, args...))
	}
	switch {
	case g.standing.standing == aims.Unapproved:
		g.about(Lapse, ref, because(GateApprovalMissing, args...))
	case g.standing.standing == aims.Voided:
		g.about(Lapse, ref, because(GateApprovalVoid, args...))
	case g.standing.standing == aims.Lapsed:
		g.about(Lapse, ref, because(GateApprovalLapsed, args...))
	case g.standing.partial:
		g.about(Lapse, ref, because(GateApproverPartial, args...))
	default:
		if len(g.assessment.Assessors) == 0 {
			g.about(Unsettled, ref, because(GateSeparationUnclear, "assessment", id, "what", "who assessed it"))
		}
		if g.system.Owner == "" {
			g.about(Unsettled, g.system.Ref(), because(GateSeparationUnclear, "assessment", id, "what", "who owns the system"))
		}
	}
}

// fits says what makes the assessment stale.
func (g *gate) fits() {
	a := g.assessment
	for _, s := range g.changes() {
		if g.asks(s) && a.On < s.On && a.Screening != s.ID {
			g.about(Lapse, a.Ref(), because(GateAssessmentBefore, "assessment", string(a.ID), "on", a.On.String(), "screening", string(s.ID)))
		}
	}
	f := g.facts.Stale
	f.System = g.system
	if j, ok := g.judges[a.Method]; ok {
		f.Interval = j.method.Interval
	}
	g.out.Stale = Stale(a, f, g.at)
	for _, c := range g.out.Stale.Causes {
		g.about(Lapse, a.Ref(), because(GateAssessmentStale, "assessment", string(a.ID), "cause", c.Reason.Sentence(), "code", string(c.Reason.Code)))
	}
	s := staleness{assessment: a}
	g.ends(s.due(f.Interval))
	for _, p := range a.answers() {
		g.ends(p.basis.Until)
	}
}

// asks reports whether a screening asks for an assessment.
func (g *gate) asks(s Screening) bool {
	met, _ := g.triggered(s)
	return met != "" || s.Needed == aims.Yes
}

// use holds the decision against the class of the use, and the approver
// against those who may approve such a use.
func (g *gate) use() error {
	a := g.assessment
	j, ok := g.judges[a.Method]
	if !ok {
		g.about(Unsettled, a.Ref(), because(GateMethodUnknown, "assessment", string(a.ID), "method", string(a.Method)))
		return nil
	}
	p, err := j.Prepare(a)
	if err != nil {
		return err
	}
	e, err := p.evaluate(g.at, g.facts.Impact)
	if err != nil {
		return err
	}
	for _, o := range e.lacks() {
		if o.Verdict == aims.MajorGap && o.Code != DecisionContradicted { // which the class of the use says below
			g.about(Lapse, a.Ref(), because(GateAssessmentLacks, "assessment", string(a.ID), "what", o.Sentence()))
		}
	}
	class := e.Class
	args := []string{"assessment", string(a.ID), "atLeast", class.AtLeast.String(), "atMost", class.AtMost.String()}
	free := a.Conclusion.Decision == Proceed
	switch {
	case class.AtLeast == ProhibitedUse:
		g.about(Refusal, a.Ref(), because(GateUseProhibited, args...))
	case class.AtMost == ProhibitedUse, free && class.AtMost >= RestrictedUse && class.AtLeast < RestrictedUse:
		g.about(Unsettled, a.Ref(), because(GateUseUnclear, args...))
	case free && class.AtLeast >= RestrictedUse:
		g.about(Lapse, a.Ref(), because(GateUseUnrestrained, args...))
	}
	if g.standing.standing == aims.Approved && !g.standing.partial {
		g.authorized(&j.method, class)
	}
	return nil
}

// authorized holds the approvers against the method: one who may approve such
// a use is enough. A method that names nobody leaves it open who approves.
func (g *gate) authorized(m *Method, class ClassSpan) {
	if len(m.Approvers) == 0 {
		return
	}
	may := aims.No
	for _, p := range g.standing.others {
		switch {
		case g.mayApprove(m, p, class.AtMost) == aims.Yes:
			g.standing.by = p
			return
		case g.mayApprove(m, p, class.AtLeast) != aims.No:
			may = aims.Unknown
		}
	}
	a := g.assessment
	args := []string{"assessment", string(a.ID), "by", string(g.standing.by.By), "class", class.AtMost.String()}
	if may == aims.No {
		g.about(Lapse, a.Ref(), because(GateApproverUnauthorized, args...))
		return
	}
	g.about(Unsettled, a.Ref(), because(GateApproverUnclear, args...))
}

// mayApprove says whether the method lets an approver approve uses of a class.
func (g *gate) mayApprove(m *Method, by aims.Approval, class UseClass) aims.Answer {
	answer := aims.No
	for _, who := range m.Approvers {
		if who.UpTo < class {
			continue
		}
		if slices.Contains(who.Persons, by.By) {
			return aims.Yes
		}
		for _, role := range who.Roles {
			held := aims.Unknown
			if g.facts.Holds != nil {
				held = g.facts.Holds(by.By, role, by.On)
			}
			switch held {
			case aims.Yes:
				return aims.Yes
			case aims.Unknown:
				answer = aims.Unknown
			}
		}
	}
	return answer
}
