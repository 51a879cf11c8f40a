package risk

import "github.com/aimskit/aimskit/aims"

// The codes of ratings that contradict each other or the treatments.
const (
	// CurrentAboveInherent: a risk is rated higher with controls than without.
	CurrentAboveInherent aims.Code = "risk/current-above-inherent"
	// ResidualAboveInherent: a risk is expected to be higher after the plan than without any control.
	ResidualAboveInherent aims.Code = "risk/residual-above-inherent"
	// ResidualAboveCurrent: a risk is expected to be higher after the plan than now.
	ResidualAboveCurrent aims.Code = "risk/residual-above-current"
	// CurrentUnjustified: the current rating is lower than the effective treatments justify.
	CurrentUnjustified aims.Code = "risk/current-unjustified"
	// ResidualUnjustified: the residual rating is lower than the approved plan justifies.
	ResidualUnjustified aims.Code = "risk/residual-unjustified"
	// ResidualAsCurrent: the residual rating is given as the current one before the plan is complete.
	ResidualAsCurrent aims.Code = "risk/residual-as-current"
	// TargetMissed: what the plan leaves is above the level decided on.
	TargetMissed aims.Code = "risk/target-missed"
)

// comparisonRules compare ratings with each other and with the effects of
// treatments, axis by axis: a risk level can hide that an axis moved.
func comparisonRules() []aims.Rule[*Assessment] {
	reads := []aims.Kind{KindCriteria, KindRisk}
	effects := []aims.Kind{KindCriteria, KindRisk, KindTreatment, aims.KindEvidence}
	planned := []aims.Kind{KindCriteria, KindRisk, KindTreatment, KindPlan, aims.KindEvidence}
	return values(
		rule{
			code: CurrentAboveInherent, point: pointLevel, title: "controls do not raise a risk", reads: reads,
			doc: "Compares current and inherent ratings, unless the decision is to take or increase the risk. " +
				"Minor gap where an axis is higher with controls.",
			check: eachRisk(func(a *Assessment, i int, r *Risk, out *output) {
				q := &a.risks[i]
				a.aboveUnlessTaken(r, q.partial[current], q.partial[inherent], out)
			}),
		},
		rule{
			code: ResidualAboveInherent, point: pointLevel, title: "the plan does not raise a risk above its inherent level", reads: reads,
			doc: "Compares residual and inherent ratings, unless the decision is to take or increase the risk. " +
				"Minor gap where an axis is higher after the plan.",
			check: eachRisk(func(a *Assessment, i int, r *Risk, out *output) {
				q := &a.risks[i]
				a.aboveUnlessTaken(r, q.partial[residual], q.partial[inherent], out)
			}),
		},
		rule{
			code: ResidualAboveCurrent, point: pointLevel, title: "the plan does not raise a risk above its current level", reads: reads,
			doc: "Compares residual and current ratings, unless the decision is to take or increase the risk. Minor gap where an axis is higher " +
				"after the plan; silent where that axis is above the inherent rating, which another rule says.",
			check: eachRisk(func(a *Assessment, i int, r *Risk, out *output) {
				q := &a.risks[i]
				if q.partial[residual].above(q.partial[inherent]) < 0 {
					a.aboveUnlessTaken(r, q.partial[residual], q.partial[current], out)
				}
			}),
		},
		rule{
			code: CurrentUnjustified, point: pointLevel, title: "only effective treatments lower a rating", reads: effects,
			doc: "Takes the effects of the treatments that are implemented, proven and not failed off the inherent rating, and compares. " +
				"Minor gap where the current rating is lower; silent where it repeats the residual one, which another rule says.",
			check: eachRisk(func(a *Assessment, i int, r *Risk, out *output) {
				q := &a.risks[i]
				if axis := q.current.above(q.partial[current]); axis >= 0 && !a.anticipates(i) {
					out.unjustified(a, r, axis, q.partial[current], q.current)
				}
			}),
		},
		rule{
			code: ResidualUnjustified, point: pointLevel, title: "the plan supports the residual rating", reads: planned,
			doc: "Takes the effects of effective treatments and of those in an approved plan, as they were approved, off the inherent rating, " +
				"and compares. Minor gap where the residual rating is lower.",
			check: eachRisk(func(a *Assessment, i int, r *Risk, out *output) {
				q := &a.risks[i]
				if axis := q.residual.above(q.partial[residual]); axis >= 0 {
					out.unjustified(a, r, axis, q.partial[residual], q.residual)
				}
			}),
		},
		rule{
			code: ResidualAsCurrent, point: pointLevel, title: "the residual risk is not reported as the current one", reads: effects,
			doc: "Looks for risks whose current and residual ratings are alike and lower than the effective treatments justify, " +
				"while a treatment is not effective yet. Minor gap for each.",
			check: eachRisk(func(a *Assessment, i int, r *Risk, out *output) {
				if a.anticipates(i) {
					out.risk(aims.MinorGap, r)
				}
			}),
		},
		rule{
			code: TargetMissed, point: pointOption, title: "the plan reaches the target", reads: planned,
			doc: "Compares the residual level with the target, where one is set. Minor gap where the plan leaves more.",
			check: eachRisk(func(a *Assessment, i int, r *Risk, out *output) {
				left, want := a.counts(i, Residual).Level, a.counts(i, Target).Level
				if want != 0 && left > want {
					out.risk(aims.MinorGap, r, "residual", a.criteria.Label(left), "target", a.criteria.Label(want))
				}
			}),
		},
	)
}

// aboveUnlessTaken reports a rating that is higher than another on some axis,
// for a risk that is not taken on purpose.
func (a *Assessment) aboveUnlessTaken(r *Risk, higher, lower axes, out *output) {
	if axis := higher.above(lower); axis >= 0 && r.Decision != TakeOrIncrease {
		out.risk(aims.MinorGap, r, "axis", a.criteria.axis(axis), "got", higher[axis].String(), "other", lower[axis].String())
	}
}

func (o *output) unjustified(a *Assessment, r *Risk, axis int, stated, justified axes) {
	o.risk(aims.MinorGap, r, "axis", a.criteria.axis(axis), "got", stated[axis].String(), "justified", justified[axis].String())
}

// anticipates reports whether the current rating of a risk repeats the residual
// one, lower than anything justifies, while a treatment is still to take effect.
func (a *Assessment) anticipates(i int) bool {
	q := &a.risks[i]
	now, later := q.partial[current], q.partial[residual]
	if later == nil || q.current.above(now) < 0 || now.above(later) >= 0 || later.above(now) >= 0 {
		return false
	}
	for _, t := range a.register.treating[i] {
		if p := a.progress[t.treatment]; t.effect >= 0 && (p == Pending || p == Unproven) {
			return true
		}
	}
	return false
}
