package risk

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// The codes of decisions on risks that are missing or contradicted.
const (
	// DecisionMissing: a risk is above the appetite, and nothing is decided about it.
	DecisionMissing aims.Code = "risk/decision-missing"
	// TreatmentMissing: a risk is to be treated, and no treatment does it.
	TreatmentMissing aims.Code = "risk/treatment-missing"
	// RetainedAndTreated: a risk is retained, and a treatment of it is under way.
	RetainedAndTreated aims.Code = "risk/retained-and-treated"
	// ExistingAndPlanned: a control of a risk is said to exist, and a treatment of the risk is still to put it in place.
	ExistingAndPlanned aims.Code = "risk/existing-and-planned"
	// ControlExcluded: a treatment uses a control that the Statement of Applicability excludes.
	ControlExcluded aims.Code = "risk/control-excluded"
)

// decisionRules compare what is decided about risks with what is done.
func decisionRules() []aims.Rule[*Assessment] {
	reads := []aims.Kind{KindCriteria, KindRisk, KindTreatment}
	return values(
		rule{
			code: DecisionMissing, point: pointOption, title: "every risk above the appetite is decided on", reads: reads,
			doc: "Looks for open risks whose current level is above the appetite, with neither a decision nor a treatment. Minor gap for each.",
			check: eachRisk(func(a *Assessment, i int, r *Risk, out *output) {
				level := a.counts(i, Current).Level
				if r.Decision == "" && a.criteria.Zone(level) > WithinAppetite && !a.treated(i) {
					out.risk(aims.MinorGap, r, "level", a.criteria.Label(level))
				}
			}),
		},
		rule{
			code: TreatmentMissing, point: pointOption, title: "decisions to treat are followed by treatments", reads: reads,
			doc: "Looks for open risks whose decision is neither to retain nor to take, and which no treatment treats that has not ended. Minor gap for each.",
			check: eachRisk(func(a *Assessment, i int, r *Risk, out *output) {
				if r.Decision != "" && r.Decision != Retain && r.Decision != TakeOrIncrease && !a.treated(i) {
					out.risk(aims.MinorGap, r, "decision", string(r.Decision))
				}
			}),
		},
		rule{
			code: RetainedAndTreated, point: pointOption, title: "what is retained is not treated", reads: reads,
			doc: "Looks for open risks that are retained while a treatment of them, other than to retain, is not in place yet. Minor gap for each.",
			check: eachRisk(func(a *Assessment, i int, r *Risk, out *output) {
				for _, t := range a.register.treating[i] {
					treatment := &a.register.records.Treatments[t.treatment]
					if r.Decision == Retain && treatment.Option != Retain && a.progress[t.treatment] == Pending {
						out.both(aims.MinorGap, r, treatment)
					}
				}
			}),
		},
		rule{
			code: ExistingAndPlanned, point: pointControls, title: "a control either exists or is planned", reads: []aims.Kind{KindRisk, KindTreatment},
			doc: "Compares the existing controls of open risks with those that their treatments are still to put in place. Minor gap for each in both.",
			check: eachRisk(func(a *Assessment, i int, r *Risk, out *output) {
				for _, t := range a.register.treating[i] {
					if len(r.Controls) == 0 || a.progress[t.treatment] != Pending {
						continue
					}
					treatment := &a.register.records.Treatments[t.treatment]
					for _, control := range treatment.Controls {
						if slices.Contains(r.Controls, control) {
							out.both(aims.MinorGap, r, treatment, "control", control.String())
						}
					}
				}
			}),
		},
		rule{
			code: ControlExcluded, point: pointStatement, title: "treatments use applicable controls", reads: []aims.Kind{KindTreatment},
			doc: "Asks whether the Statement of Applicability excludes the controls of treatments that have not ended, for their systems. " +
				"Minor gap for each. Silent where the statement is not known.",
			check: eachTreatment(func(a *Assessment, i int, t *Treatment, out *output) {
				if a.facts.Excluded == nil || a.progress[i] == Ended {
					return
				}
				for _, control := range t.Controls {
					if a.facts.Excluded(control, t.Systems) {
						out.treatment(aims.MinorGap, t, "control", control.String())
					}
				}
			}),
		},
	)
}

// both makes an observation on a risk and a treatment of it.
func (o *output) both(v aims.Verdict, r *Risk, t *Treatment, args ...string) {
	o.add(v, []aims.Ref{r.Ref(), t.Ref()}, append(args, "risk", string(r.ID), "treatment", string(t.ID))...)
}

// treated reports whether a treatment of a risk exists that has not ended.
func (a *Assessment) treated(i int) bool {
	for _, t := range a.register.treating[i] {
		if p := a.progress[t.treatment]; p != 0 && p != Ended {
			return true
		}
	}
	return false
}
