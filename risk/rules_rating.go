package risk

import "github.com/aimskit/aimskit/aims"

// The codes of ratings that are missing or incomplete.
const (
	// RatingMissing: a risk has no inherent or no current rating, or no residual one although a plan treats it.
	RatingMissing aims.Code = "risk/rating-missing"
	// RatingOutdated: a rating was made with criteria that are not in force.
	RatingOutdated aims.Code = "risk/rating-outdated"
	// LikelihoodMissing: a rating has no likelihood.
	LikelihoodMissing aims.Code = "risk/likelihood-missing"
	// ConsequenceMissing: a rating has no level on a dimension, and no reason why.
	ConsequenceMissing aims.Code = "risk/consequence-missing"
	// ConsequencesExplainedAway: a rating has reasons in place of every level.
	ConsequencesExplainedAway aims.Code = "risk/consequences-explained-away"
)

// ratingRules ask that open risks are rated completely. Without criteria in
// force they are silent.
func ratingRules() []aims.Rule[*Assessment] {
	reads := []aims.Kind{KindCriteria, KindRisk}
	return values(
		rule{
			code: RatingMissing, point: pointLevel, title: "every risk is rated", reads: []aims.Kind{KindCriteria, KindRisk, KindTreatment, KindPlan},
			doc: "Looks for open risks without an inherent or a current rating, and without a residual one although a plan in force " +
				"treats them. Minor gap for each rating.",
			check: eachRisk(func(a *Assessment, i int, r *Risk, out *output) {
				for s, state := range states {
					wanted := s == inherent || s == current || s == residual && a.planFor(i)
					if wanted && a.risks[i].unrated[s] == NoRating && a.exists {
						out.risk(aims.MinorGap, r, "state", string(state))
					}
				}
			}),
		},
		rule{
			code: RatingOutdated, point: pointComparable, title: "ratings are made with the criteria in force", reads: reads,
			doc: "Compares the digest in each rating with that of the criteria in force. Minor gap for each rating by others.",
			check: eachUnrated(OtherCriteria, func(a *Assessment, r *Risk, state State, out *output) {
				out.add(aims.MinorGap, []aims.Ref{r.Ref(), a.criteria.Ref()}, "risk", string(r.ID), "state", string(state), "criteria", string(a.criteria.ID))
			}),
		},
		rule{
			code: LikelihoodMissing, point: pointLikelihood, title: "every rating has a likelihood", reads: reads,
			doc: "Looks for ratings of open risks without a likelihood. Minor gap for each.",
			check: eachUnrated(NoLikelihood, func(_ *Assessment, r *Risk, state State, out *output) {
				out.risk(aims.MinorGap, r, "state", string(state))
			}),
		},
		rule{
			code: ConsequenceMissing, point: pointConsequence, title: "every consequence is rated, or a reason says why not", reads: reads,
			doc:   "Looks at each dimension of the criteria in the ratings of open risks. Minor gap for each rating and dimension without level and reason.",
			check: eachRisk(consequenceMissing),
		},
		rule{
			code: ConsequencesExplainedAway, point: pointLevel, title: "some consequence is rated", reads: reads,
			doc: "Looks for ratings of open risks in which reasons stand in for every level. Minor gap for each.",
			check: eachUnrated(NoConsequence, func(a *Assessment, r *Risk, state State, out *output) {
				rating := r.Rating(state)
				for _, d := range a.criteria.Consequences {
					if place := rating.consequence(d.ID); place < 0 || rating.Consequences[place].WhyNot == "" {
						return
					}
				}
				out.risk(aims.MinorGap, r, "state", string(state))
			}),
		},
	)
}

// eachUnrated makes a check that looks at the ratings of open risks that have
// no level for one reason, while criteria are in force.
func eachUnrated(why Unrated, look func(a *Assessment, r *Risk, state State, out *output)) func(*Assessment, *output) {
	return eachRisk(func(a *Assessment, i int, r *Risk, out *output) {
		for s, state := range states {
			if a.risks[i].unrated[s] == why && a.exists {
				look(a, r, state, out)
			}
		}
	})
}

func consequenceMissing(a *Assessment, i int, r *Risk, out *output) {
	for s, state := range states {
		levels := a.risks[i].partial[s]
		if levels == nil || a.risks[i].stated[s] != nil {
			continue
		}
		rating := r.Rating(state)
		for d, dimension := range a.criteria.Consequences {
			place := rating.consequence(dimension.ID)
			if levels[1+d] == 0 && (place < 0 || rating.Consequences[place].WhyNot == "") {
				out.risk(aims.MinorGap, r, "state", string(state), "dimension", string(dimension.ID), "affected", string(dimension.Affected))
			}
		}
	}
}

// planFor reports whether a plan in force treats a risk.
func (a *Assessment) planFor(i int) bool {
	for _, t := range a.register.treating[i] {
		if a.scheduled[t.treatment] && a.progress[t.treatment] != 0 {
			return true
		}
	}
	return false
}
