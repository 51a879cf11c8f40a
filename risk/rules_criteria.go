package risk

import "github.com/aimskit/aimskit/aims"

// The codes of criteria that lack something.
const (
	// CriteriaMissing: no risk criteria are in force.
	CriteriaMissing aims.Code = "risk/criteria-missing"
	// AffectedMissing: no dimension of the criteria is for organization, individuals or societies.
	AffectedMissing aims.Code = "risk/affected-missing"
	// CriteriaReviewOverdue: the day on which the criteria were to be reviewed has passed.
	CriteriaReviewOverdue aims.Code = "risk/criteria-review-overdue"
)

// criteriaRules judge the criteria in force.
func criteriaRules() []aims.Rule[*Assessment] {
	reads := []aims.Kind{KindCriteria}
	return values(
		rule{
			code: CriteriaMissing, point: pointCriteria, title: "risk criteria are in force", reads: reads,
			doc: "Looks for risk criteria that are recorded and not withdrawn. Major gap when there are none by the day.",
			check: func(a *Assessment, out *output) {
				if !a.exists {
					out.add(aims.MajorGap, nil)
				}
			},
		},
		rule{
			code: AffectedMissing, point: pointConsequence, title: "there is a scale for everybody affected", reads: reads,
			doc: "Looks for a dimension of consequence for the organization, for individuals and for societies each. " +
				"Minor gap for each that has none.",
			check: func(a *Assessment, out *output) {
				for _, group := range []Affected{Organization, Individuals, Societies} {
					if a.exists && !a.criteria.affects(group) {
						out.add(aims.MinorGap, []aims.Ref{a.criteria.Ref()}, "affected", string(group))
					}
				}
			},
		},
		rule{
			code: CriteriaReviewOverdue, point: pointCriteria, title: "the criteria are reviewed as planned", reads: reads,
			doc: "Compares the planned day of review with the reviews held. Minor gap when it has passed without one.",
			check: func(a *Assessment, out *output) {
				if due := a.criteria.ReviewBy; a.overdue(due, a.criteria.Reviews) {
					out.add(aims.MinorGap, []aims.Ref{a.criteria.Ref()}, "due", due.String())
				}
			},
		},
	)
}

// affects reports whether a dimension is for somebody.
func (k *Criteria) affects(who Affected) bool {
	for _, d := range k.Consequences {
		if d.Affected == who {
			return true
		}
	}
	return false
}

// overdue reports whether a planned review was due before the day, and not
// held on its day or later.
func (a *Assessment) overdue(due aims.Date, held []aims.Review) bool {
	if due == 0 || due >= a.at {
		return false
	}
	for _, r := range held {
		if r.On >= due && r.On <= a.at {
			return false
		}
	}
	return true
}
