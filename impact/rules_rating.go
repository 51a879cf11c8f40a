package impact

import (
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// The codes of observations on ratings.
const (
	// RatingMissing: an impact is not rated on every scale that it needs.
	RatingMissing aims.Code = "impact/rating-missing"
	// RationaleMissing: nothing says why an impact is rated as it is.
	RationaleMissing aims.Code = "impact/rationale-missing"
	// ResidualUnderstated: a residual rating lies lower than the measures justify.
	ResidualUnderstated aims.Code = "impact/residual-understated"
	// HarmUntreated: a harm makes the use sensitive or worse, and no measure works or is planned against it.
	HarmUntreated aims.Code = "impact/harm-untreated"
	// BasisMissing: nothing says on what ground, by whom and when an impact was rated.
	BasisMissing aims.Code = "impact/basis-missing"
	// BasisUnevidenced: an impact is said to be observed or measured, and no evidence is named.
	BasisUnevidenced aims.Code = "impact/basis-unevidenced"
)

func ratingRules() []rule[*Evaluation] {
	return []rule[*Evaluation]{
		{
			code: RatingMissing, clause: clauseProcess, title: "each impact is rated",
			doc:   "Looks at the inherent rating of each impact that applies. Minor gap for each that lacks a level; until it is given, the impact may be at any level.",
			reads: reads(),
			check: eachImpact(func(e *Evaluation, p Impact, r Rated, out *output) {
				if len(r.Missing) > 0 {
					out.ofParty(e, p.Party, aims.MinorGap, "impact", string(p.ID), "missing", strings.Join(r.Missing, ", "))
				}
			}),
		},
		{
			code: RationaleMissing, clause: clauseProcess, title: "each rating has its reason",
			doc:   "Looks for impacts that apply without a rationale. Minor gap for each.",
			reads: reads(),
			check: eachImpact(func(e *Evaluation, p Impact, _ Rated, out *output) {
				if p.Rationale == "" {
					out.ofParty(e, p.Party, aims.MinorGap, "impact", string(p.ID))
				}
			}),
		},
		{
			code: ResidualUnderstated, clause: clauseProcess, title: "residual ratings are justified",
			doc:   "Compares the residual rating that somebody stated with what the measures, working and planned, take off the inherent one. Minor gap for each that is lower.",
			reads: reads(),
			check: eachImpact(func(e *Evaluation, p Impact, r Rated, out *output) {
				if r.Understated {
					out.ofParty(e, p.Party, aims.MinorGap, "impact", string(p.ID), "justified", e.method.Label(r.Level.Residual.AtMost))
				}
			}),
		},
		{
			code: HarmUntreated, clause: clauseProcess, title: "harm that matters is treated",
			doc:   "Looks for harms that alone make the use sensitive or worse, with the measures that work. Minor gap for each that no measure lowers or is planned to lower, unless the decision is not to proceed.",
			reads: reads(KindMethod),
			check: eachImpact(func(e *Evaluation, p Impact, r Rated, out *output) {
				grave := r.Effect == Harm && e.method.Class(r.Level.Current.AtLeast) > OrdinaryUse
				if grave && e.assessment.Conclusion.Decision != Stop && !e.treated(p.ID) {
					out.ofParty(e, p.Party, aims.MinorGap, "impact", string(p.ID), "level", e.method.Label(r.Level.Current.AtLeast))
				}
			}),
		},
		{
			code: BasisMissing, key: aims.ControlKey(controlDocuments), title: "it is recorded where each rating comes from",
			doc:   "Looks at the ground, person and day of each impact that applies. Minor gap for each that lacks one of them.",
			reads: reads(),
			check: eachImpact(func(e *Evaluation, p Impact, _ Rated, out *output) {
				if b := p.Basis; b.Ground == "" || b.By == "" || b.On == 0 {
					out.on(e, aims.MinorGap, "impact", string(p.ID))
				}
			}),
		},
		{
			code: BasisUnevidenced, key: aims.ControlKey(controlDocuments), title: "what was observed or measured has evidence",
			doc:   "Looks for impacts that apply, said to be observed or measured, without evidence. Minor gap for each.",
			reads: reads(),
			check: eachImpact(func(e *Evaluation, p Impact, _ Rated, out *output) {
				if g := p.Basis.Ground; (g == Observed || g == Measured) && len(p.Basis.Evidence) == 0 {
					out.on(e, aims.MinorGap, "impact", string(p.ID), "ground", string(g))
				}
			}),
		},
	}
}

// treated reports whether a measure lowers a harm, or is planned to.
func (e *Evaluation) treated(id ImpactID) bool {
	return slices.ContainsFunc(e.assessment.Measures, func(m Measure) bool {
		return e.alive(m) && slices.ContainsFunc(m.Credits, func(q Credit) bool { return q.Impact == id })
	})
}
