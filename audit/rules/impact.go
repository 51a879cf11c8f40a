package rules

import (
	"cmp"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// assessed is the impact assessment of a system that counts at the day, with
// what package impact observes about it. Without an assessment its id is
// absent.
type assessed struct {
	system   *aims.AISystem
	record   *impact.Assessment
	observed []aims.Observation
	problem  finding // why nothing could be observed; no code: something could
}

// appraisals returns, for every AI system in scope, its latest assessment.
func (in *Input) appraisals() []assessed {
	return in.appraised.get(in.appraiseAll)
}

func (in *Input) appraiseAll() []assessed {
	all := without(list[impact.Assessment](in), func(a *impact.Assessment) bool {
		return a.On == 0 || a.On > in.At || a.Withdrawn != 0 && a.Withdrawn < in.At
	})
	found := make([]assessed, 0, len(in.inScope()))
	for _, s := range in.inScope() {
		one := assessed{system: s, record: new(impact.Assessment)}
		for _, a := range all {
			if a.System == s.ID && cmp.Or(cmp.Compare(a.On, one.record.On), cmp.Compare(a.Recorded, one.record.Recorded)) >= 0 {
				one.record = a
			}
		}
		if one.record.ID != "" {
			one.observed, one.problem = in.appraise(one.record)
		}
		found = append(found, one)
	}
	return found
}

// appraise has an assessment judged by the method that it names.
func (in *Input) appraise(a *impact.Assessment) ([]aims.Observation, finding) {
	for _, m := range list[impact.Method](in) {
		if digest, err := contentDigest(in, m); err != nil || digest != a.Method {
			continue
		}
		observed, err := in.completeness(a, m)
		if err != nil {
			return nil, cannotTell(AssessmentUnusable, []aims.Ref{a.Ref(), m.Ref()}, "error", err.Error())
		}
		return observed, finding{}
	}
	if !in.Supplied(impact.KindMethod) {
		return nil, in.absent(impact.KindMethod).on(a.Ref())
	}
	return nil, partly(MethodMissing, []aims.Ref{a.Ref()}, "what", "the impact assessment "+string(a.ID))
}

// completeness is [impact.Completeness] at the day. What does not depend on the
// day is done once for the view: to check the method, and to prepare the
// assessment.
func (in *Input) completeness(a *impact.Assessment, m *impact.Method) ([]aims.Observation, error) {
	type key struct{ method, assessment aims.Ref }
	judge := audit.Derived(in.View, key{method: m.Ref()}, func() made[*impact.Judge] { return try(impact.NewJudge(*m)) })
	if judge.err != nil {
		return nil, judge.err
	}
	p := audit.Derived(in.View, key{m.Ref(), a.Ref()}, func() made[*impact.Prepared] { return try(judge.value.Prepare(*a)) })
	if p.err != nil {
		return nil, p.err
	}
	return p.value.Completeness(in.At, in.impactFacts(a))
}

// made is what was made, or why it was not.
type made[T any] struct {
	value T
	err   error
}

func try[T any](value T, err error) made[T] { return made[T]{value, err} }

func (in *Input) impactFacts(a *impact.Assessment) impact.Facts {
	return impact.Facts{
		Evidence: func(id aims.EvidenceID) (aims.Evidence, bool) {
			return audit.Find[aims.Evidence](in.View, id, in.At)
		},
		MayAccept: in.mayAccept,
		InRisks: func(impact.AssessmentID) aims.Answer {
			for _, r := range in.risks() {
				if slices.Contains(r.Assessments, a.Ref()) {
					return aims.Yes
				}
			}
			if !in.Supplied(risk.KindRisk) || slices.ContainsFunc(a.UsedIn, func(r aims.Ref) bool { return r.Kind == risk.KindRisk }) {
				return aims.Unknown // the assessment itself may say
			}
			return aims.No
		},
	}
}

// lacks judges what an assessment shows of a point or control: the worst that
// was observed about it.
func (a assessed) lacks(keys ...aims.Key) finding {
	if a.problem.code != "" {
		return a.problem
	}
	var found []finding
	for _, o := range a.observed {
		if slices.Contains(keys, o.Key) {
			f := finding{verdict: o.Verdict, code: AssessmentFaulty, args: []string{"what", o.Sentence(), "code", string(o.Code)}}
			found = append(found, f.on(o.Refs...))
		}
	}
	if len(found) == 0 {
		return shown(a.record.Ref())
	}
	return and(found...)
}

// eachAppraisal judges every system in scope that was assessed; whether those
// that were not ought to be, 8.4 judges.
func (in *Input) eachAppraisal(judge func(assessed) finding) finding {
	var set members
	for _, a := range in.appraisals() {
		if a.record.ID != "" {
			set.add(judge(a).holds(a.record.Withdrawn))
		}
	}
	if set.none() {
		return in.absent(impact.KindAssessment)
	}
	scope, _ := in.scope()
	return set.each().holds(scope.Withdrawn)
}

// screening returns the latest screening of a system at the day.
func (in *Input) screening(system aims.SystemID) (*impact.Screening, bool) {
	var last *impact.Screening
	for _, s := range list[impact.Screening](in) {
		if s.System == system && s.On <= in.At && (last == nil || s.On >= last.On) {
			last = s
		}
	}
	return last, last != nil
}

// impactMethod returns the method that counts at the day, and whether it is
// approved as it stands.
func (in *Input) impactMethod() (*impact.Method, finding) {
	return current(in, impact.KindMethod, func(m *impact.Method) (aims.Date, finding) {
		return m.Withdrawn, approval(in, m, m.Approvals, "the method of impact assessment")
	})
}
