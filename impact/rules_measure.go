package impact

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// The codes of observations on measures.
const (
	// MeasureUnowned: a measure is still to be done, and has no owner or no day.
	MeasureUnowned aims.Code = "impact/measure-unowned"
	// MeasureOverdue: a measure is not in place by the day it was due.
	MeasureOverdue aims.Code = "impact/measure-overdue"
	// MeasureUnproven: a measure is said to be in place, and no fresh and accepted evidence shows it.
	MeasureUnproven aims.Code = "impact/measure-unproven"
	// MeasureFailed: the evidence of a measure, or its latest review, speaks against it.
	MeasureFailed aims.Code = "impact/measure-failed"
)

func measureRules() []rule[*Evaluation] {
	return []rule[*Evaluation]{
		{
			code: MeasureUnowned, key: aims.ControlKey(controlProcess), title: "measures have owners and dates",
			doc:   "Looks at measures that are still to be done. Minor gap for each without an owner or a day.",
			reads: reads(),
			check: eachMeasure(risk.Pending, func(e *Evaluation, m Measure, out *output) {
				if m.Owner == "" || m.Due == 0 {
					out.on(e, aims.MinorGap, "measure", string(m.ID))
				}
			}),
		},
		{
			code: MeasureOverdue, key: aims.ControlKey(controlProcess), title: "measures are in place when due",
			doc:   "Looks at measures that are still to be done. Minor gap for each that was due before the day.",
			reads: reads(),
			check: eachMeasure(risk.Pending, func(e *Evaluation, m Measure, out *output) {
				if m.Due != 0 && m.Due < e.at {
					out.on(e, aims.MinorGap, "measure", string(m.ID), "due", m.Due.String())
				}
			}),
		},
		{
			code: MeasureUnproven, key: aims.ControlKey(controlProcess), title: "evidence shows that measures are in place",
			doc:   "Looks at measures that are said to be in place. It cannot tell for each without evidence that is fresh and accepted; such a measure gets no credit.",
			reads: reads(aims.KindEvidence),
			check: eachMeasure(risk.Unproven, func(e *Evaluation, m Measure, out *output) {
				out.on(e, aims.CannotTell, "measure", string(m.ID))
			}),
		},
		{
			code: MeasureFailed, key: aims.ControlKey(controlProcess), title: "measures work",
			doc:   "Looks at measures that are said to be in place. Minor gap for each against which its newest evidence or its latest review speaks; such a measure gets no credit.",
			reads: reads(aims.KindEvidence),
			check: eachMeasure(risk.Failed, func(e *Evaluation, m Measure, out *output) {
				out.on(e, aims.MinorGap, "measure", string(m.ID))
			}),
		},
	}
}

// eachMeasure makes a check that looks at one measure after the other that has
// come so far, by id.
func eachMeasure(so risk.Progress, look func(e *Evaluation, m Measure, out *output)) func(*Evaluation, *output) {
	return func(e *Evaluation, out *output) {
		for _, m := range inOrder(e.assessment.Measures, func(m Measure) MeasureID { return m.ID }) {
			if e.Progress(m.ID) == so {
				look(e, m, out)
			}
		}
	}
}

// alive reports whether a measure works, or may come to.
func (e *Evaluation) alive(m Measure) bool {
	p := e.Progress(m.ID)
	return p != risk.Failed && p != risk.Ended
}
