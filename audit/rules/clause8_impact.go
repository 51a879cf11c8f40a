package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
)

// impactsAssessedRules judge 8.4: the process of 6.1.4 is used.
func impactsAssessedRules() []aims.Rule[*Input] {
	return []aims.Rule[*Input]{
		point("8.4/a", rule{
			code: "rules/impacts-assessed", title: "impacts of every system assessed", reads: impactReads(impact.KindScreening),
			doc: "Every AI system in scope was assessed, or screened with the result that no assessment is needed. A live one of high risk without is a major gap; " +
				"an assessment that lacks something essential is a lapse.",
			check: func(in *Input) finding {
				verdicts := in.appraisals()
				if len(verdicts) == 0 && !in.Supplied(impact.KindAssessment) {
					return in.absent(impact.KindAssessment)
				}
				return in.eachInScope(func(s *aims.AISystem) finding {
					i := slices.IndexFunc(verdicts, func(a assessed) bool { return a.system.ID == s.ID })
					return in.wasAssessed(verdicts[i])
				})
			},
		}),
		point("8.4/b", rule{
			code: "rules/impacts-at-intervals", title: "assessed at planned intervals", reads: impactReads(),
			doc: "Every assessment says when the next one is due, within the interval of its method, and none is overdue.",
			check: func(in *Input) finding {
				return in.eachAppraisal(func(a assessed) finding {
					return and(a.lacks(aims.PointKey("8.4/b")), in.reviewed("the impact assessment {id}", a.record.Ref(), a.record.Reviews, a.record.ReviewBy))
				})
			},
		}),
		point("8.4/c", rule{
			code: "rules/impacts-after-changes", title: "assessed when something changes",
			reads: impactReads(impact.KindScreening, aims.KindProcess, aims.KindChange, aims.KindRelease),
			doc: "For every planned change of an AI system in scope that took effect, and every deployed release of one with a material change, the system was screened or assessed " +
				"on the day on which the change was recorded, or later. Without such a change, the process for assessing impacts is in use.",
			check: (*Input).impactsAfterChanges,
		}),
		point("8.4/d", rule{
			code: "rules/impact-results-kept", title: "results of assessments kept", reads: impactReads(),
			doc: "Of every assessment it is on record who made it; it is approved as it stands, or somebody other than its owner reviewed it and the next look lies ahead, or evidence supports it.",
			check: func(in *Input) finding {
				return in.eachAppraisal(func(a assessed) finding {
					r := a.record
					const what = "the impact assessment {id}"
					made := filled(len(r.Assessors) > 0, "who made "+what, r.Ref())
					return and(made, best(
						approval(in, r, r.Approvals, what),
						in.vouched(aims.PointKey("8.4/d"), what, r.Ref(), r.Owner, r.Reviews, r.ReviewBy, r.Evidence),
					))
				})
			},
		}),
	}
}

// wasAssessed judges one system in scope.
func (in *Input) wasAssessed(a assessed) finding {
	if a.record.ID == "" {
		s, screened := in.screening(a.system.ID)
		switch {
		case screened && s.Needed == aims.No:
			return in.evidence(aims.PointKey("8.4/a"), s.Evidence, "the screening {id}", s.Ref()).on(a.system.Ref()).holds(s.ReviewBy)
		case !in.Supplied(impact.KindAssessment):
			return in.absent(impact.KindAssessment)
		case !screened && !in.Supplied(impact.KindScreening):
			return in.absent(impact.KindScreening)
		}
		return missing(Uncovered, []aims.Ref{a.system.Ref()}, "what", "the impact of the AI system "+string(a.system.ID))
	}
	if a.problem.code != "" {
		return a.problem
	}
	for _, o := range a.observed {
		if o.Verdict == aims.MajorGap {
			return partly(AssessmentIncomplete, []aims.Ref{a.record.Ref(), a.system.Ref()}, "what", "the impact assessment "+string(a.record.ID), "reason", o.Sentence())
		}
	}
	return shown(a.record.Ref(), a.system.Ref()).holds(a.record.Withdrawn)
}

// impactsAfterChanges judges 8.4/c.
func (in *Input) impactsAfterChanges() finding {
	var set members
	assessments, screenings := list[impact.Assessment](in), list[impact.Screening](in)
	for _, e := range in.events() {
		looked := missing(NotReassessed, []aims.Ref{e.ref}, "what", "impacts", "event", e.what)
		for _, a := range assessments {
			if a.System == e.system && a.On >= e.from && a.On <= in.At {
				looked = best(looked, shown(e.ref, a.Ref()))
			}
		}
		for _, s := range screenings {
			if s.System == e.system && s.On >= e.from && s.On <= in.At && s.Needed == aims.No {
				looked = best(looked, shown(e.ref, s.Ref()))
			}
		}
		set.add(looked)
	}
	switch {
	case !set.none() && len(assessments)+len(screenings) == 0:
		return in.absent(impact.KindAssessment)
	case !set.none():
		return set.each()
	case !in.Supplied(aims.KindChange):
		return in.absent(aims.KindChange)
	case !in.Supplied(aims.KindRelease):
		return in.absent(aims.KindRelease)
	}
	return in.process("6.1.4", "assessing impacts of AI systems")
}
