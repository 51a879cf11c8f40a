package impact

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// The codes of observations on the result and what becomes of it.
const (
	// VersionMissing: the assessment does not say of which version of the system it is.
	VersionMissing aims.Code = "impact/version-missing"
	// DayMissing: the assessment does not say when it was made.
	DayMissing aims.Code = "impact/day-missing"
	// AssessorMissing: the assessment does not say who made it.
	AssessorMissing aims.Code = "impact/assessor-missing"
	// DecisionMissing: nobody decided whether the system may be used.
	DecisionMissing aims.Code = "impact/decision-missing"
	// DecisionContradicted: the decision lets a use pass that its class does not.
	DecisionContradicted aims.Code = "impact/decision-contradicted"
	// ConditionUnowned: a condition that is open has no owner.
	ConditionUnowned aims.Code = "impact/condition-unowned"
	// ApprovalMissing: nobody approved the assessment.
	ApprovalMissing aims.Code = "impact/approval-missing"
	// ApprovalVoided: the assessment was changed after it was approved.
	ApprovalVoided aims.Code = "impact/approval-voided"
	// ApprovalLapsed: the approval of the assessment has ended.
	ApprovalLapsed aims.Code = "impact/approval-lapsed"
	// RetentionMissing: nothing says until when the results are kept.
	RetentionMissing aims.Code = "impact/retention-missing"
	// SharingMissing: interested parties get to see nothing, and no reason says why.
	SharingMissing aims.Code = "impact/sharing-missing"
	// RisksUnaware: the assessment of AI risks makes no use of the results, or nobody knows.
	RisksUnaware aims.Code = "impact/risks-unaware"
)

func resultRules() []rule[*Evaluation] {
	return []rule[*Evaluation]{
		{
			code: VersionMissing, key: aims.ControlKey(controlDocuments), title: "the version assessed is named",
			doc:   "Looks for the version of the system. Minor gap without, since nothing then shows what was assessed.",
			reads: reads(),
			check: func(e *Evaluation, out *output) {
				if e.assessment.Version == "" {
					out.on(e, aims.MinorGap)
				}
			},
		},
		{
			code: DayMissing, key: aims.ControlKey(controlDocuments), title: "the day of the assessment is named",
			doc:   "Looks for the day of the result. Minor gap without, since nothing then shows how old it is.",
			reads: reads(),
			check: func(e *Evaluation, out *output) {
				if e.assessment.On == 0 {
					out.on(e, aims.MinorGap)
				}
			},
		},
		{
			code: AssessorMissing, key: aims.ControlKey(controlDocuments), title: "the assessors are named",
			doc:   "Looks for those who made the assessment. Minor gap without, since nothing then shows that somebody else approved it.",
			reads: reads(),
			check: func(e *Evaluation, out *output) {
				if len(e.assessment.Assessors) == 0 {
					out.on(e, aims.MinorGap)
				}
			},
		},
		{
			code: DecisionMissing, key: aims.PointKey(pointWritten), title: "the result says whether to proceed",
			doc:   "Looks for the decision. Minor gap without.",
			reads: reads(),
			check: func(e *Evaluation, out *output) {
				if e.assessment.Conclusion.Decision == "" {
					out.on(e, aims.MinorGap)
				}
			},
		},
		{
			code: DecisionContradicted, key: aims.ControlKey(controlProcess), title: "the decision fits the class of the use",
			doc:   "Compares the decision with the class that the use has at least. Major gap if a prohibited use may proceed, minor gap if a restricted one may without conditions.",
			reads: reads(KindMethod), check: decisionContradicted,
		},
		{
			code: ConditionUnowned, key: aims.ControlKey(controlProcess), title: "conditions have owners",
			doc:   "Looks at conditions that are not met by the day. Minor gap for each without an owner.",
			reads: reads(),
			check: func(e *Evaluation, out *output) {
				for _, k := range inOrder(e.assessment.Conclusion.Conditions, func(k Condition) ConditionID { return k.ID }) {
					if open := k.Met == 0 || k.Met > e.at; open && k.Owner == "" {
						out.on(e, aims.MinorGap, "condition", string(k.ID))
					}
				}
			},
		},
		{
			code: ApprovalMissing, key: aims.ControlKey(controlDocuments), title: "somebody approved the assessment",
			doc:   "Looks at the approvals by the day. Minor gap without any.",
			reads: reads(), check: standing(aims.Unapproved),
		},
		{
			code: ApprovalVoided, key: aims.ControlKey(controlDocuments), title: "the assessment is approved as it stands",
			doc:   "Compares the content with what was approved. Minor gap if it was changed since.",
			reads: reads(), check: standing(aims.Voided),
		},
		{
			code: ApprovalLapsed, key: aims.ControlKey(controlDocuments), title: "the approval holds",
			doc:   "Looks at the end of the approval. Minor gap if it has passed.",
			reads: reads(), check: standing(aims.Lapsed),
		},
		{
			code: RetentionMissing, key: aims.ControlKey(controlDocuments), title: "the time for which results are kept is set",
			doc:   "Looks for the last day on which the assessment must be kept. Minor gap without.",
			reads: reads(),
			check: func(e *Evaluation, out *output) {
				if e.assessment.RetainedUntil == 0 {
					out.on(e, aims.MinorGap)
				}
			},
		},
		{
			code: SharingMissing, key: aims.PointKey(pointShared), title: "interested parties get to see results, or a reason says why not",
			doc:   "Looks at what is published by the day. Minor gap if nothing is, and no reason says why.",
			reads: reads(),
			check: func(e *Evaluation, out *output) {
				p := &e.assessment.Publication
				if shared := p.On != 0 && p.On <= e.at; !shared && p.WhyNot == "" {
					out.on(e, aims.MinorGap)
				}
			},
		},
		{
			code: RisksUnaware, key: aims.PointKey(pointInRisks), title: "the risk assessment makes use of the results",
			doc:   "Looks at what the host says about the risk register, and where it says nothing, for a risk among the records that made use of the results. Minor gap if the register has none; without either it cannot tell.",
			reads: reads(risk.KindRisk), check: risksUnaware,
		},
	}
}

func decisionContradicted(e *Evaluation, out *output) {
	class, decision := e.Class.AtLeast, e.assessment.Conclusion.Decision
	switch {
	case class == ProhibitedUse && (decision == Proceed || decision == Conditional):
		out.on(e, aims.MajorGap, "decision", string(decision), "class", class.String())
	case class == RestrictedUse && decision == Proceed:
		out.on(e, aims.MinorGap, "decision", string(decision), "class", class.String())
	}
}

// standing makes a check that speaks when the approval of the assessment
// stands like that.
func standing(want aims.Standing) func(*Evaluation, *output) {
	return func(e *Evaluation, out *output) {
		got, by := aims.StandingOf(e.digest, e.assessment.Approvals, e.at)
		if got != want {
			return
		}
		var args []string
		if want != aims.Unapproved {
			args = []string{"by", string(by.By), "on", by.On.String()}
		}
		if want == aims.Lapsed {
			args = append(args, "until", by.Until.String())
		}
		out.on(e, aims.MinorGap, args...)
	}
}

func risksUnaware(e *Evaluation, out *output) {
	known := aims.Unknown
	if e.facts.InRisks != nil {
		known = e.facts.InRisks(e.Assessment)
	}
	named := slices.ContainsFunc(e.assessment.UsedIn, func(r aims.Ref) bool { return r.Kind == risk.KindRisk })
	switch {
	case known == aims.No:
		out.on(e, aims.MinorGap)
	case known == aims.Unknown && !named:
		out.on(e, aims.CannotTell)
	}
}
