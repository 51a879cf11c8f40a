package impact

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// The codes of observations on how the process was followed.
const (
	// MethodUnapproved: the method of the assessment is not approved as it stands, or is no longer in force.
	MethodUnapproved aims.Code = "impact/method-unapproved"
	// TriggerKindMissing: the method has no trigger of a kind that the guidance names.
	TriggerKindMissing aims.Code = "impact/trigger-kind-missing"
	// UseUnanswered: nobody said whether the system is put to a use that the method lists.
	UseUnanswered aims.Code = "impact/use-unanswered"
	// NextUnplanned: no day is planned for the next assessment.
	NextUnplanned aims.Code = "impact/next-unplanned"
	// NextTooLate: the next assessment is planned later than the method's interval allows.
	NextTooLate aims.Code = "impact/next-too-late"
	// AlternativesMissing: nobody weighed the way without AI.
	AlternativesMissing aims.Code = "impact/alternatives-missing"
	// ProportionalityMissing: nobody said whether the purpose justifies the harm.
	ProportionalityMissing aims.Code = "impact/proportionality-missing"
)

func processRules() []rule[*Evaluation] {
	return []rule[*Evaluation]{
		{
			code: MethodUnapproved, key: aims.PointKey(pointProcess), title: "the method is approved and in force",
			doc:   "Looks at the approvals of the method at the day, and whether it was withdrawn before the assessment was made. Minor gap if it is not approved as it stands.",
			reads: reads(KindMethod), check: methodUnapproved,
		},
		{
			code: TriggerKindMissing, key: aims.ControlKey(controlProcess), title: "the triggers cover what the guidance names",
			doc:   "Looks for triggers on criticality, automation, sensitivity of data and change. Minor gap for each kind without one.",
			reads: reads(KindMethod),
			check: func(e *Evaluation, out *output) {
				for _, kind := range triggerKinds {
					if !slices.ContainsFunc(e.method.Triggers, func(t Trigger) bool { return t.Kind == kind }) {
						out.add(aims.MinorGap, e.method.Ref(), "kind", string(kind))
					}
				}
			},
		},
		{
			code: UseUnanswered, key: aims.ControlKey(controlProcess), title: "every listed use is answered",
			doc:   "Looks at the uses that the method lists. Minor gap for each that the assessment does not answer with yes, no or not applicable.",
			reads: reads(KindMethod),
			check: func(e *Evaluation, out *output) {
				for _, u := range e.method.Uses {
					if e.applies(u.ID) == aims.Unknown {
						out.on(e, aims.MinorGap, "use", string(u.ID))
					}
				}
			},
		},
		{
			code: NextUnplanned, key: aims.PointKey(pointIntervals), title: "the next assessment is planned",
			doc:   "Looks for the day of the next assessment. Minor gap without one.",
			reads: reads(),
			check: func(e *Evaluation, out *output) {
				if e.assessment.ReviewBy == 0 {
					out.on(e, aims.MinorGap)
				}
			},
		},
		{
			code: NextTooLate, key: aims.PointKey(pointIntervals), title: "the next assessment is planned within the interval",
			doc:   "Compares the day of the next assessment with the day of this one and the interval of the method. Minor gap if it lies later.",
			reads: reads(KindMethod),
			check: func(e *Evaluation, out *output) {
				latest := e.method.Interval.After(e.assessment.On)
				if next := e.assessment.ReviewBy; latest != 0 && next > latest {
					out.on(e, aims.MinorGap, "next", next.String(), "latest", latest.String())
				}
			},
		},
		{
			code: AlternativesMissing, title: "the way without AI was weighed",
			doc:   "Looks for an alternative that does without AI. Good practice; no requirement of ISO/IEC 42001.",
			reads: reads(),
			check: func(e *Evaluation, out *output) {
				if !slices.ContainsFunc(e.assessment.Alternatives, func(a Alternative) bool { return a.NoAI == aims.Yes }) {
					out.on(e, aims.MinorGap)
				}
			},
		},
		{
			code: ProportionalityMissing, title: "somebody judged proportionality",
			doc:   "Looks for an answer to whether the system is necessary and proportionate. Good practice; no requirement of ISO/IEC 42001.",
			reads: reads(),
			check: func(e *Evaluation, out *output) {
				if p := e.assessment.Proportionality; p.Necessary == aims.Unknown || p.Proportionate == aims.Unknown {
					out.on(e, aims.MinorGap)
				}
			},
		},
	}
}

func methodUnapproved(e *Evaluation, out *output) {
	m := &e.method
	standing, _ := aims.StandingOf(e.assessment.Method, m.Approvals, e.at)
	if standing != aims.Approved {
		out.add(aims.MinorGap, m.Ref(), "standing", standing.String())
		return
	}
	if made := e.assessment.On; m.Withdrawn != 0 && made > m.Withdrawn {
		out.add(aims.MinorGap, m.Ref(), "standing", "withdrawn")
	}
}
