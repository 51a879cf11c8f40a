package rules

import (
	"iter"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
)

// clause6 returns the rules for clause 6, planning: so far 6.1.3 as far as
// the Statement of Applicability goes, 6.2 and 6.3.
func clause6() []aims.Rule[*Input] {
	return slices.Concat(statementRules(), objectiveRules(), changeRules())
}

// statementRules judge the points that a Statement of Applicability can show.
// What is wrong with a statement the rules of package controls say; those
// that judge other points are taken over as they are.
func statementRules() []aims.Rule[*Input] {
	reads := []aims.Kind{controls.KindStatement, controls.KindCustom, aims.KindOrganization, aims.KindEvidence}
	joined := func(id aims.PointID, r rule) aims.Rule[*Input] {
		r.reads = reads
		r.check = func(in *Input) finding {
			s := in.soa()
			parts := []finding{s.approved}
			for _, o := range in.statementSays(id) {
				parts = append(parts, finding{verdict: o.Verdict, code: StatementFaulty, refs: o.Refs, args: []string{"what", o.Sentence()}})
			}
			return and(parts...)
		}
		return point(id, r)
	}
	list := []aims.Rule[*Input]{
		joined("6.1.3/d", rule{
			code: "rules/controls-compared", title: "controls compared with Annex A",
			doc: "The approved Statement of Applicability decides on every control of Annex A.",
		}),
		joined("6.1.3/f", rule{
			code: "rules/controls-justified", title: "Statement of Applicability justified",
			doc: "The Statement of Applicability is approved as it stands, and every inclusion and exclusion has a reason that holds.",
		}),
	}
	for _, r := range controls.Rules() {
		if r.Key.IsZero() || r.Key == list[0].Key || r.Key == list[1].Key {
			continue
		}
		if r.Code == controls.NotApproved {
			continue // a draft is no document in force yet (7.5.2); that it wants approval stands at 6.1.3/f
		}
		list = append(list, aims.Rule[*Input]{
			Code: r.Code, Version: r.Version, Clause: r.Clause, Key: r.Key, Title: r.Title, Doc: r.Doc, Reads: r.Reads,
			Check: func(in *Input) iter.Seq[aims.Observation] {
				return func(yield func(aims.Observation) bool) {
					for o := range in.statementRule(r) {
						if o.Key = r.Key; !yield(o) {
							return
						}
					}
				}
			},
		})
	}
	return list
}

// statementSays returns what the rules of package controls observe about a
// point.
func (in *Input) statementSays(id aims.PointID) []aims.Observation {
	var list []aims.Observation
	for _, r := range controls.Rules() {
		if r.Key == aims.PointKey(id) {
			list = append(list, slices.Collect(in.statementRule(r))...)
		}
	}
	return list
}

// statementRule runs a rule of package controls over the statement that
// counts; without one there is nothing to observe.
func (in *Input) statementRule(r aims.Rule[controls.Facts]) iter.Seq[aims.Observation] {
	s := in.soa()
	if !s.usable {
		return func(func(aims.Observation) bool) {}
	}
	return r.Check(s.facts)
}

// objectiveRules judge 6.2. An approved objective is evidence of its plan.
func objectiveRules() []aims.Rule[*Input] {
	reads := []aims.Kind{aims.KindObjective}
	about := func(id aims.PointID, r rule, judge func(*Input, aims.Objective) finding) aims.Rule[*Input] {
		r.reads = append(slices.Clip(reads), r.reads...)
		return overAll(id, r, (*Input).objectives, func(in *Input, o aims.Objective) finding {
			return and(in.approval(o.Content(), o.Approvals, "the objective "+string(o.ID), o.Ref()), judge(in, o))
		})
	}
	states := func(id aims.PointID, code aims.Code, title, what string, has func(aims.Objective) bool) aims.Rule[*Input] {
		return about(id, rule{code: code, title: title, doc: "Every objective is approved as it stands and states " + what + "."},
			func(_ *Input, o aims.Objective) finding { return filled(has(o), what, o.Ref()) })
	}
	says := func(id aims.PointID, code aims.Code, title, what string, field func(aims.Objective) aims.Answer) aims.Rule[*Input] {
		return about(id, rule{code: code, title: title, doc: "Every objective is approved as it stands, and the record says that " + what + "."},
			func(_ *Input, o aims.Objective) finding { return answer(field(o), what, o.Ref()) })
	}
	eachAction := func(o aims.Objective, has func(aims.Action) bool) bool {
		return len(o.Actions) > 0 && !slices.ContainsFunc(o.Actions, func(a aims.Action) bool { return !has(a) })
	}
	return []aims.Rule[*Input]{
		states("6.2/a", "rules/objectives-set", "objectives set", "for which function or level it is set", func(o aims.Objective) bool { return o.Level != "" }),
		says("6.2/b", "rules/objectives-consistent", "objectives agree with the policy", "the objective agrees with the policy",
			func(o aims.Objective) aims.Answer { return o.ConsistentWithPolicy }),
		about("6.2/c", rule{
			code: "rules/objectives-measurable", title: "objectives measurable",
			doc: "Every objective is approved as it stands and measurable, or says why that is not practicable.",
		}, func(_ *Input, o aims.Objective) finding {
			if o.Measurable == aims.No {
				return filled(o.WhyNotMeasurable != "", "why the objective cannot be measured", o.Ref())
			}
			return answer(o.Measurable, "the objective can be measured", o.Ref())
		}),
		says("6.2/d", "rules/objectives-requirements", "requirements considered", "applicable requirements were taken into account",
			func(o aims.Objective) aims.Answer { return o.RequirementsConsidered }),
		about("6.2/e", rule{
			code: "rules/objectives-monitored", title: "objectives monitored", reads: []aims.Kind{aims.KindMetric, aims.KindMeasurement, aims.KindEvidence},
			doc: "Every objective was evaluated, or every metric that it names was measured, and accepted evidence shows it.",
		}, (*Input).monitored),
		about("6.2/f", rule{
			code: "rules/objectives-communicated", title: "objectives made known", reads: []aims.Kind{aims.KindCommunication, aims.KindEvidence},
			doc: "A communication of every objective took place, and accepted evidence shows it.",
		}, func(in *Input, o aims.Objective) finding {
			return in.communicated(aims.PointKey("6.2/f"), o.Communications, "the objective "+string(o.ID), o.Ref())
		}),
		about("6.2/g", rule{
			code: "rules/objectives-updated", title: "objectives kept current",
			doc: "Every objective has been reviewed, or its next review lies ahead.",
		}, func(in *Input, o aims.Objective) finding {
			return in.reviewed("the objective "+string(o.ID), o.Ref(), o.Reviews, o.ReviewBy)
		}),
		states("6.2/h", "rules/objectives-actions", "actions planned", "what will be done", func(o aims.Objective) bool { return len(o.Actions) > 0 }),
		states("6.2/i", "rules/objectives-resources", "means planned", "what means every action takes",
			func(o aims.Objective) bool {
				return eachAction(o, func(a aims.Action) bool { return a.Resources != "" })
			}),
		states("6.2/j", "rules/objectives-responsible", "responsibility", "who answers for reaching it", func(o aims.Objective) bool { return o.Responsible != "" }),
		states("6.2/k", "rules/objectives-due", "date", "when it is to be reached", func(o aims.Objective) bool { return o.Due != 0 }),
		states("6.2/l", "rules/objectives-evaluation", "evaluation planned", "how the outcome will be judged", func(o aims.Objective) bool { return o.HowEvaluated != "" }),
	}
}

// monitored judges whether somebody watched the progress of an objective.
func (in *Input) monitored(o aims.Objective) finding {
	key := aims.PointKey("6.2/e")
	what := "progress on the objective " + string(o.ID)
	var candidates []finding
	for _, e := range o.Evaluations {
		if e.On <= in.At {
			candidates = append(candidates, in.evidence(key, e.Evidence, what).on(o.Ref()))
		}
	}
	var measured []finding
	for _, id := range o.Metrics {
		m, found := audit.Find[aims.Metric](in.View, id, in.At)
		if !found {
			measured = append(measured, in.absent(aims.KindMetric).on(o.Ref()))
			continue
		}
		measured = append(measured, in.measured(key, m, what).on(o.Ref()))
	}
	if len(measured) > 0 {
		candidates = append(candidates, each(measured))
	}
	if len(candidates) == 0 {
		return missing(FieldEmpty, []aims.Ref{o.Ref()}, "what", "how "+what+" is watched")
	}
	return best(candidates...)
}

// changeRules judge 6.3, which only a change sets in motion.
func changeRules() []aims.Rule[*Input] {
	about := func(id aims.PointID, r rule, judge func(*Input, aims.PlannedChange) finding) aims.Rule[*Input] {
		r.reads = []aims.Kind{aims.KindChange, aims.KindProcess, aims.KindEvidence}
		r.check = func(in *Input) finding {
			var members []finding
			for _, c := range in.changes() {
				if f := judge(in, c); f.code != "" {
					members = append(members, f)
				}
			}
			switch {
			case len(members) > 0:
				return each(members)
			case !in.Supplied(aims.KindChange):
				return in.absent(aims.KindChange)
			}
			return in.awaiting("6.3", "planning changes")
		}
		return point(id, r)
	}
	return []aims.Rule[*Input]{
		about("6.3/a", rule{
			code: "rules/changes-planned", title: "changes planned first",
			doc: "Every change states its purpose, consequences and responsibilities and was approved as it stands, before it took effect. Without a change, the process for changes is in use.",
		}, func(in *Input, c aims.PlannedChange) finding {
			what := "the change " + string(c.ID)
			return and(
				filled(c.Purpose != "", "why the change is made", c.Ref()),
				filled(c.Consequences != "", "what may follow from the change", c.Ref()),
				filled(c.Responsibilities != "" || c.Owner != "", "who answers for the change", c.Ref()),
				in.approval(c.Content(), c.Approvals, what, c.Ref()),
				in.approvedFirst(c, what))
		}),
		about("6.3/b", rule{
			code: "rules/changes-made", title: "changes made as planned",
			doc: "Every change that is done has accepted evidence, and none is overdue. Without a change that is due, the process for changes is in use.",
		}, func(in *Input, c aims.PlannedChange) finding {
			what := "the change " + string(c.ID)
			switch {
			case c.Done != 0 && c.Done <= in.At:
				return in.evidence(aims.PointKey("6.3/b"), c.Evidence, what).on(c.Ref())
			case c.Due != 0 && c.Due < in.At:
				return missing(Overdue, []aims.Ref{c.Ref()}, "what", what, "due", c.Due.String())
			}
			return finding{}
		}),
	}
}

// changes returns the changes that were not cancelled by the day.
func (in *Input) changes() []aims.PlannedChange {
	return slices.DeleteFunc(list[aims.PlannedChange](in), func(c aims.PlannedChange) bool { return c.Cancelled != 0 && c.Cancelled <= in.At })
}

// approvedFirst judges whether a change that is done was approved before.
func (in *Input) approvedFirst(c aims.PlannedChange, what string) finding {
	if c.Done == 0 || c.Done > in.At || slices.ContainsFunc(c.Approvals, func(a aims.Approval) bool { return a.On <= c.Done }) {
		return shown(c.Ref())
	}
	return missing(TooLate, []aims.Ref{c.Ref()}, "what", "the approval of "+what, "on", c.Done.String())
}
