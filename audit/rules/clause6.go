package rules

import (
	"iter"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// clause6 returns the rules for clause 6, planning.
func clause6() []aims.Rule[*Input] {
	return slices.Concat(planningRules(), assessmentRules(), treatmentRules(), impactRules(), impactControlRules(), statementRules(), objectiveRules(), changeRules())
}

// statementRules judge the points that a Statement of Applicability can show.
// What is wrong with a statement the rules of package controls say; those
// that judge other points are taken over as they are.
func statementRules() []aims.Rule[*Input] {
	faults := controls.Rules()
	// joined makes a check that asks for an approved statement in which none
	// of the rules that speak of a point finds a fault.
	joined := func(speaks func(aims.Rule[controls.Facts]) bool) func(*Input) finding {
		return func(in *Input) finding {
			whole := in.soa().approved
			for _, r := range faults {
				if !speaks(r) {
					continue
				}
				for o := range in.statementRule(r) {
					whole = and(whole, finding{verdict: o.Verdict, code: StatementFaulty, args: []string{"what", o.Sentence(), "code", string(o.Code)}}.on(o.Refs...))
				}
			}
			return whole
		}
	}
	reads := []aims.Kind{controls.KindStatement, controls.KindCustom, aims.KindOrganization, aims.KindSystem}
	compared, justified := aims.PointKey("6.1.3/d"), aims.PointKey("6.1.3/f")
	justify := joined(func(r aims.Rule[controls.Facts]) bool { return r.Key == justified })
	list := []aims.Rule[*Input]{
		point("6.1.3/d", rule{
			code: "rules/controls-compared", title: "controls compared with Annex A", reads: reads,
			doc: "The approved Statement of Applicability decides on every control of Annex A, and excludes none that a clause, the organization's role or a treatment needs.",
			check: joined(func(r aims.Rule[controls.Facts]) bool {
				return r.Key == compared || r.Code == controls.RowMissing || r.Code == controls.RowUndecided
			}),
		}),
		point("6.1.3/f", rule{
			code: "rules/controls-justified", title: "Statement of Applicability justified", reads: reads,
			doc:   "The Statement of Applicability is approved as it stands, and every inclusion and exclusion has a reason that holds.",
			check: func(in *Input) finding { return justify(in).holds(in.exclusionsEnd()) },
		}),
	}
	for _, r := range faults {
		if r.Key.IsZero() || r.Key == compared || r.Key == justified || r.Code == controls.NotApproved {
			continue // the last is 6.1.3/f's to say: what nobody approved is a draft, like any document
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

// statementRule runs a rule of package controls over the statement that
// counts; without one there is nothing to observe.
func (in *Input) statementRule(r aims.Rule[controls.Facts]) iter.Seq[aims.Observation] {
	s := in.soa()
	if !s.usable {
		return func(func(aims.Observation) bool) {}
	}
	return r.Check(s.facts)
}

// before returns the version before a statement: the latest for the same
// scope that was recorded earlier and put up for approval.
func (in *Input) before(s *controls.Statement) *controls.Statement {
	var last *controls.Statement
	for _, v := range list[controls.Statement](in) {
		if v.ID != s.ID && v.Scope == s.Scope && v.Recorded < s.Recorded && len(v.Approvals) > 0 && (last == nil || v.Recorded >= last.Recorded) {
			last = v
		}
	}
	return last
}

// exclusionsEnd returns the last day before an exclusion of the statement has
// to be decided again.
func (in *Input) exclusionsEnd() aims.Date {
	var end aims.Date
	for _, r := range in.soa().record.Rows {
		for _, e := range r.Exclusions {
			if e.Until >= in.At {
				end = earlier(end, e.Until)
			}
		}
	}
	return end
}

// objectiveRules judge 6.2. An approved objective is evidence of its plan.
func objectiveRules() []aims.Rule[*Input] {
	reads := []aims.Kind{aims.KindObjective}
	about := func(id aims.PointID, r rule, judge func(*Input, *aims.Objective) finding) aims.Rule[*Input] {
		r.reads = append(slices.Clip(reads), r.reads...)
		return overAll(id, r, (*Input).objectives, func(in *Input, o *aims.Objective) finding {
			return and(approval(in, o, o.Approvals, "the objective {id}"), judge(in, o)).holds(o.Withdrawn)
		})
	}
	states := func(id aims.PointID, code aims.Code, title, what string, has func(*aims.Objective) bool) aims.Rule[*Input] {
		return about(id, rule{code: code, title: title, doc: "Every objective is approved as it stands and states " + what + "."},
			func(_ *Input, o *aims.Objective) finding { return filled(has(o), what, o.Ref()) })
	}
	says := func(id aims.PointID, code aims.Code, title, what string, field func(*aims.Objective) aims.Answer) aims.Rule[*Input] {
		return about(id, rule{code: code, title: title, doc: "Every objective is approved as it stands, and the record says that " + what + "."},
			func(_ *Input, o *aims.Objective) finding { return answer(field(o), what, o.Ref()) })
	}
	eachAction := func(o *aims.Objective, has func(aims.Action) bool) bool {
		return len(o.Actions) > 0 && !slices.ContainsFunc(o.Actions, func(a aims.Action) bool { return !has(a) })
	}
	return []aims.Rule[*Input]{
		states("6.2/a", "rules/objectives-set", "objectives set", "for which function or level the objective is set", func(o *aims.Objective) bool { return o.Level != "" }),
		about("6.2/b", rule{
			code: "rules/objectives-consistent", title: "objectives agree with the policy", reads: []aims.Kind{aims.KindPolicy, aims.KindPerson},
			doc: "Every objective is approved as it stands, and the record says that it agrees with the policy, which is approved as it stands; where it names a policy, with the one in force.",
		}, func(in *Input, o *aims.Objective) finding {
			p, approved := in.policy()
			agrees := and(answer(o.ConsistentWithPolicy, "the objective agrees with the policy", o.Ref()), approved)
			if o.Policy != "" && p.ID != "" && o.Policy != p.ID {
				return and(agrees, cannotTell(Outdated, []aims.Ref{o.Ref(), p.Ref()}, "what", "the objective "+string(o.ID), "got", string(o.Policy), "want", string(p.ID)))
			}
			return agrees
		}),
		about("6.2/c", rule{
			code: "rules/objectives-measurable", title: "objectives measurable",
			doc: "Every objective is approved as it stands and measurable, by a metric or target that it names, or says why that is not practicable.",
		}, func(_ *Input, o *aims.Objective) finding {
			if o.Measurable == aims.No {
				return filled(o.WhyNotMeasurable != "", "why the objective cannot be measured", o.Ref())
			}
			return and(answer(o.Measurable, "the objective can be measured", o.Ref()),
				filled(o.Target != "" || len(o.Metrics) > 0, "by what the objective is measured", o.Ref()))
		}),
		says("6.2/d", "rules/objectives-requirements", "requirements considered", "the objective takes applicable requirements into account",
			func(o *aims.Objective) aims.Answer { return o.RequirementsConsidered }),
		about("6.2/e", rule{
			code: "rules/objectives-monitored", title: "objectives monitored", reads: []aims.Kind{aims.KindMetric, aims.KindMeasurement, aims.KindEvidence},
			doc: "Every objective is approved as it stands; it was evaluated, or every metric that it names was measured, and accepted evidence shows the latest.",
		}, (*Input).monitored),
		about("6.2/f", rule{
			code: "rules/objectives-communicated", title: "objectives made known", reads: []aims.Kind{aims.KindCommunication, aims.KindEvidence},
			doc: "Every objective is approved as it stands; a communication of it took place, and accepted evidence shows it.",
		}, func(in *Input, o *aims.Objective) finding {
			return in.communicated(aims.PointKey("6.2/f"), since(in, approval, o, o.Approvals), o.Communications, "the objective {id}", o.Ref())
		}),
		about("6.2/g", rule{
			code: "rules/objectives-updated", title: "objectives kept current",
			doc: "Every objective is approved as it stands; it has been reviewed or its next review lies ahead, and none is past its date and still said to be open.",
		}, func(in *Input, o *aims.Objective) finding {
			f := in.reviewed("the objective {id}", o.Ref(), o.Reviews, o.ReviewBy)
			if o.Status == aims.ObjectiveAchieved || o.Status == aims.ObjectiveMissed {
				return f
			}
			return and(f, in.timely(o.Due, "the objective {id}", o.Ref()))
		}),
		states("6.2/h", "rules/objectives-actions", "actions planned", "what will be done for the objective", func(o *aims.Objective) bool { return len(o.Actions) > 0 }),
		states("6.2/i", "rules/objectives-resources", "means planned", "what means every action for the objective takes",
			func(o *aims.Objective) bool {
				return eachAction(o, func(a aims.Action) bool { return a.Resources != "" })
			}),
		states("6.2/j", "rules/objectives-responsible", "somebody answers", "who answers for reaching the objective", func(o *aims.Objective) bool { return o.Responsible != "" }),
		states("6.2/k", "rules/objectives-due", "date", "when the objective is to be reached", func(o *aims.Objective) bool { return o.Due != 0 }),
		states("6.2/l", "rules/objectives-evaluation", "evaluation planned", "how the outcome of the objective will be judged", func(o *aims.Objective) bool { return o.HowEvaluated != "" }),
	}
}

// monitored judges whether somebody watched the progress of an objective.
func (in *Input) monitored(o *aims.Objective) finding {
	key := aims.PointKey("6.2/e")
	const what = "progress on the objective {id}"
	var top finding
	if e, found := aims.LatestEvaluation(o.Evaluations, in.At); found {
		top = in.evidence(key, e.Evidence, what, o.Ref())
	}
	var measured members
	for _, id := range o.Metrics {
		m, found := find[aims.Metric](in, string(id))
		if !found {
			measured.add(in.absent(aims.KindMetric).on(o.Ref()))
			continue
		}
		measured.add(in.measured(key, m, named(what, o.Ref())).on(o.Ref()))
	}
	if !measured.none() {
		top = best(top, measured.each())
	}
	if top.code == "" {
		return filled(false, "how "+what+" is watched", o.Ref())
	}
	return top
}

// changeRules judge 6.3, which only a change sets in motion.
func changeRules() []aims.Rule[*Input] {
	// A judge that has nothing to say yet returns a finding without a reason,
	// which may name the last day of its silence.
	about := func(id aims.PointID, r rule, judge func(*Input, *aims.PlannedChange) finding) aims.Rule[*Input] {
		r.reads = []aims.Kind{aims.KindChange, aims.KindProcess, aims.KindEvidence}
		r.check = func(in *Input) finding {
			var set members
			var silent aims.Date
			for _, c := range in.changes() {
				if f := judge(in, c); f.code != "" {
					set.add(f)
				} else {
					silent = earlier(silent, f.until)
				}
			}
			switch {
			case !set.none():
				return set.each().holds(silent)
			case !in.Supplied(aims.KindChange):
				return in.absent(aims.KindChange)
			}
			return in.awaiting("6.3", "planning changes").holds(silent)
		}
		return point(id, r)
	}
	return []aims.Rule[*Input]{
		about("6.3/a", rule{
			code: "rules/changes-planned", title: "changes planned first",
			doc: "Every change that took effect was approved before, as it stands, with its purpose, consequences and responsibilities. An approval that came later is a minor gap. " +
				"A change that is neither done nor approved is still being planned. Without any other, the process for changes is in use.",
		}, func(in *Input, c *aims.PlannedChange) finding {
			approved := in.approvedFirst(c)
			if !in.tookEffect(c) && approved.code == NotApproved {
				return finding{} // still being planned
			}
			return and(
				filled(c.Purpose != "", "why the change is made", c.Ref()),
				filled(c.Consequences != "", "what may follow from the change", c.Ref()),
				filled(c.Responsibilities != "" || c.Owner != "", "who answers for the change", c.Ref()),
				approved)
		}),
		about("6.3/b", rule{
			code: "rules/changes-made", title: "changes made as planned",
			doc: "Accepted evidence shows every change that is done, and none is overdue. Without a change that is due, the process for changes is in use.",
		}, func(in *Input, c *aims.PlannedChange) finding {
			const what = "the change {id}"
			switch {
			case in.tookEffect(c):
				return in.evidence(aims.PointKey("6.3/b"), c.Evidence, what, c.Ref())
			case c.Due != 0 && c.Due < in.At:
				return partly(Overdue, []aims.Ref{c.Ref()}, "what", named(what, c.Ref()), "due", c.Due.String())
			}
			return finding{until: c.Due}
		}),
	}
}

// changes returns the changes that were not cancelled by the day.
func (in *Input) changes() []*aims.PlannedChange {
	return without(list[aims.PlannedChange](in), func(c *aims.PlannedChange) bool { return c.Cancelled != 0 && c.Cancelled <= in.At })
}

// tookEffect reports whether a change is done by the day.
func (in *Input) tookEffect(c *aims.PlannedChange) bool { return c.Done != 0 && c.Done <= in.At }

// approvedFirst judges whether a change is approved as it stands: one that is
// done, on the day on which it took effect.
func (in *Input) approvedFirst(c *aims.PlannedChange) finding {
	const what = "the change {id}"
	now := approval(in, c, c.Approvals, what)
	if !in.tookEffect(c) {
		return now
	}
	then := Input{View: in.View, At: c.Done}
	f := approval(&then, c, c.Approvals, what)
	f.until = 0 // what was approved in time stays so
	if f.verdict != aims.Conforms && now.verdict == aims.Conforms {
		return partly(TooLate, []aims.Ref{c.Ref()}, "what", named("the approval of "+what, c.Ref()), "on", c.Done.String())
	}
	return f
}
