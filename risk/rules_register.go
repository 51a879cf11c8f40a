package risk

import "github.com/aimskit/aimskit/aims"

// The codes of entries of the register that nobody looks after.
const (
	// OwnerMissing: nobody answers for a risk.
	OwnerMissing aims.Code = "risk/owner-missing"
	// ReviewUnplanned: no day is planned on which a risk is looked at again.
	ReviewUnplanned aims.Code = "risk/review-unplanned"
	// ReviewOverdue: the day on which a risk was to be looked at again has passed.
	ReviewOverdue aims.Code = "risk/review-overdue"
	// OpportunityUndecided: nobody decided what to do about an opportunity.
	OpportunityUndecided aims.Code = "risk/opportunity-undecided"
)

// clauseAssessment is where the standard asks for risk assessment.
const clauseAssessment aims.Clause = "6.1.2"

// registerRules ask that somebody looks after each entry.
func registerRules() []aims.Rule[*Assessment] {
	reads := []aims.Kind{KindRisk}
	return values(
		rule{
			code: OwnerMissing, clause: clauseAssessment, title: "every risk has an owner", reads: reads,
			doc: "Looks for open risks for which nobody answers. Minor gap for each.",
			check: eachRisk(func(_ *Assessment, _ int, r *Risk, out *output) {
				if r.Owner == "" {
					out.risk(aims.MinorGap, r)
				}
			}),
		},
		rule{
			code: ReviewUnplanned, point: pointIntervals, title: "every risk is to be looked at again", reads: reads,
			doc: "Looks for open risks without a planned day of review. Minor gap for each.",
			check: eachRisk(func(_ *Assessment, _ int, r *Risk, out *output) {
				if r.ReviewBy == 0 {
					out.risk(aims.MinorGap, r)
				}
			}),
		},
		rule{
			code: ReviewOverdue, point: pointIntervals, title: "risks are looked at again as planned", reads: reads,
			doc: "Compares the planned day of review of open risks with the reviews held. Minor gap when it has passed without one.",
			check: eachRisk(func(a *Assessment, _ int, r *Risk, out *output) {
				if a.overdue(r.ReviewBy, r.Reviews) {
					out.risk(aims.MinorGap, r, "due", r.ReviewBy.String())
				}
			}),
		},
		rule{
			code: OpportunityUndecided, point: pointActions, title: "every opportunity is decided on", reads: []aims.Kind{KindOpportunity},
			doc: "Looks for opportunities with neither a decision nor actions. Minor gap for each.",
			check: func(a *Assessment, out *output) {
				for _, i := range a.register.opportunitiesByID {
					o := &a.register.records.Opportunities[i]
					if o.Recorded <= a.at && o.Decision == "" && len(o.Actions) == 0 {
						out.add(aims.MinorGap, []aims.Ref{o.Ref()}, "opportunity", string(o.ID))
					}
				}
			},
		},
	)
}
