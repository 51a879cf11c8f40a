package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// assessedRules judge 8.2: the process of 6.1.2 is used.
func assessedRules() []aims.Rule[*Input] {
	reads := []aims.Kind{risk.KindRisk, risk.KindCriteria}
	return []aims.Rule[*Input]{
		point("8.2/a", rule{
			code: "rules/systems-assessed", title: "risks of every system assessed", reads: append(slices.Clip(reads), aims.KindSystem, aims.KindScope),
			doc: "Every AI system in scope has an open risk that is rated by the criteria in force. A live one of high risk without is a major gap.",
			check: func(in *Input) finding {
				c, approved := in.criteria()
				if c.ID == "" {
					return approved
				}
				return in.eachInScope(func(s *aims.AISystem) finding {
					var top finding
					for _, r := range in.risks() {
						if slices.Contains(r.Systems, s.ID) {
							_, f := in.level(c, r)
							top = best(top, f)
						}
					}
					switch {
					case top.code != "":
						return top.on(s.Ref(), c.Ref())
					case !in.Supplied(risk.KindRisk):
						return in.absent(risk.KindRisk)
					}
					return missing(Uncovered, []aims.Ref{s.Ref()}, "what", "the risks of the AI system "+string(s.ID))
				})
			},
		}),
		point("8.2/b", rule{
			code: "rules/risks-reviewed", title: "assessed at planned intervals", reads: reads,
			doc: "Every open risk says when it is assessed again, and none is overdue.",
			check: func(in *Input) finding {
				return in.eachRisk(func(_ *risk.Criteria, r *openRisk) finding {
					return in.reviewed("the risk {id}", r.ref, r.Reviews, r.ReviewBy)
				})
			},
		}),
		point("8.2/c", rule{
			code: "rules/risks-after-changes", title: "assessed when something changes",
			reads: append(slices.Clip(reads), aims.KindProcess, aims.KindEvidence, aims.KindChange, aims.KindRelease, aims.KindSystem, aims.KindScope),
			doc: "For every planned change of an AI system in scope that took effect, and every deployed release of one with a material change, a risk of the system was rated or reviewed " +
				"on the day on which the change was recorded, or later. Without such a change, the process for assessing risks is in use.",
			check: (*Input).assessedAfterChanges,
		}),
		point("8.2/d", rule{
			code: "rules/risk-results-kept", title: "results of assessments kept", reads: append(slices.Clip(reads), aims.KindEvidence),
			doc: "Of every open risk it is on record who rated it and when; somebody other than its owner reviewed it and the next review lies ahead, or evidence supports the rating.",
			check: func(in *Input) finding {
				return in.eachRisk(func(_ *risk.Criteria, r *openRisk) finding {
					var evidence []aims.EvidenceID
					if r.Current != nil {
						evidence = r.Current.Evidence
					}
					return and(in.ratedBy(r), in.vouched(aims.PointKey("8.2/d"), "the assessment of the risk {id}", r.ref, r.Owner, r.Reviews, r.ReviewBy, slices.Concat(r.Evidence, evidence)))
				})
			},
		}),
	}
}

// eachInScope judges every AI system in scope.
func (in *Input) eachInScope(judge func(*aims.AISystem) finding) finding {
	var set members
	var grave []finding
	for _, s := range in.inScope() {
		f := judge(s)
		set.add(f)
		if in.grave(s) {
			grave = append(grave, f)
		}
	}
	scope, standing := in.scope()
	if set.none() {
		return and(standing, in.noneOf(aims.KindSystem, "AI system in scope"))
	}
	return and(append(grave, set.each())...).holds(scope.Withdrawn)
}

// event is something that happened to an AI system, and that calls for a new
// look at it.
type event struct {
	ref    aims.Ref
	system aims.SystemID
	from   aims.Date // the first day on which it was known
	what   string
}

// events returns the significant changes of AI systems in scope by the day:
// planned changes that are done, and deployed releases with a material change.
func (in *Input) events() []event {
	var found []event
	systems := in.inScope()
	inScope := func(id aims.SystemID) bool {
		return slices.ContainsFunc(systems, func(s *aims.AISystem) bool { return s.ID == id })
	}
	for _, c := range in.changes() {
		for _, id := range c.Systems {
			if in.tookEffect(c) && inScope(id) {
				found = append(found, event{c.Ref(), id, c.Recorded, "the change " + string(c.ID)})
			}
		}
	}
	for _, r := range list[aims.Release](in) {
		material := slices.ContainsFunc(r.Changes, func(c aims.ReleaseChange) bool { return c.Material == aims.Yes })
		if material && r.Deployed != 0 && r.Deployed <= in.At && inScope(r.System) {
			found = append(found, event{r.Ref(), r.System, r.Recorded, "the release " + string(r.ID)})
		}
	}
	return found
}

// assessedAfterChanges judges 8.2/c.
func (in *Input) assessedAfterChanges() finding {
	var set members
	risks := in.risks()
	for _, e := range in.events() {
		looked := missing(NotReassessed, []aims.Ref{e.ref}, "what", "risks", "event", e.what)
		for _, r := range risks {
			if !slices.Contains(r.Systems, e.system) {
				continue
			}
			rated := r.Current != nil && r.Current.On >= e.from && r.Current.On <= in.At
			if rated || slices.ContainsFunc(r.Reviews, func(v aims.Review) bool { return v.On >= e.from && v.On <= in.At }) {
				looked = best(looked, shown(e.ref, r.ref))
			}
		}
		set.add(looked)
	}
	switch {
	case !set.none() && len(risks) == 0:
		return in.absent(risk.KindRisk)
	case !set.none():
		return set.each()
	case !in.Supplied(aims.KindChange):
		return in.absent(aims.KindChange)
	case !in.Supplied(aims.KindRelease):
		return in.absent(aims.KindRelease)
	}
	return in.process("6.1.2", "assessing AI risks")
}

// treatedRules judge 8.3: the plan is carried out.
func treatedRules() []aims.Rule[*Input] {
	reads := []aims.Kind{risk.KindPlan, risk.KindTreatment, aims.KindEvidence}
	about := func(id aims.PointID, r rule, judge func(*Input, *risk.Treatment) (f finding, said bool)) aims.Rule[*Input] {
		r.reads = append(slices.Clip(reads), r.reads...)
		r.check = func(in *Input) finding {
			p, approved := in.plan()
			if p.ID == "" {
				return approved
			}
			set := over(len(in.planned()))
			for _, t := range in.planned() {
				if f, said := judge(in, t); said {
					set.add(f)
				}
			}
			if set.none() {
				return and(approved, in.process("6.1.3", "treating AI risks")).idle()
			}
			return and(approved, set.each())
		}
		return point(id, r)
	}
	return []aims.Rule[*Input]{
		about("8.3/a", rule{
			code: "rules/plan-carried-out", title: "treatment plan carried out",
			doc: "The plan is approved; every treatment in it is in place, and accepted evidence shows it, or is due on a day that lies ahead.",
		}, func(in *Input, t *risk.Treatment) (finding, bool) {
			const what = "the treatment {id}"
			switch {
			case in.done(t):
				return in.evidence(aims.PointKey("8.3/a"), t.Evidence, what, t.Ref()), true
			case t.Due == 0:
				return filled(false, "when the treatment {id} is due", t.Ref()), true
			case t.Due < in.At:
				return partly(Overdue, []aims.Ref{t.Ref()}, "what", named(what, t.Ref()), "due", t.Due.String()), true
			}
			return shown(t.Ref()).holds(t.Due), true
		}),
		about("8.3/b", rule{
			code: "rules/treatment-verified", title: "effect of treatments verified",
			doc: "The plan is approved, and of every treatment in place somebody other than its owner verified whether it works, and accepted evidence shows it. One that nobody verified is a lapse. Before the first is in place there is nothing to verify.",
		}, func(in *Input, t *risk.Treatment) (finding, bool) {
			if !in.done(t) {
				return finding{}, false
			}
			return in.verified(t), true
		}),
		point("8.3/c", rule{
			code: "rules/new-risks-treated", title: "new risks treated",
			reads: append(slices.Clip(reads), risk.KindRisk, risk.KindCriteria, risk.KindAcceptance, aims.KindProcess),
			doc: "Every risk above the appetite, or of unknown level, that was recorded after the plan was approved is treated by the plan in force, or somebody entitled to accepted it. " +
				"Without one, the process for treating risks is in use.",
			check: (*Input).newRisksTreated,
		}),
		about("8.3/d", rule{
			code: "rules/treatment-redecided", title: "ineffective treatments decided again", reads: []aims.Kind{aims.KindProcess},
			doc: "The plan is approved, and for every treatment that was found not to work, it was approved again afterwards with another treatment of its risks. Without one, the process for treating risks is in use.",
		}, (*Input).redecided),
		about("8.3/e", rule{
			code: "rules/treatment-results", title: "results of treatments kept", reads: []aims.Kind{aims.KindProcess},
			doc: "The plan is approved, and accepted evidence shows every treatment that is in place. Before the first is, the process for treating risks is in use.",
		}, func(in *Input, t *risk.Treatment) (finding, bool) {
			if !in.done(t) {
				return finding{}, false
			}
			return in.evidence(aims.PointKey("8.3/e"), t.Evidence, "the treatment {id}", t.Ref()), true
		}),
	}
}

// verified judges whether somebody looked at whether a treatment works, and
// not its owner.
func (in *Input) verified(t *risk.Treatment) finding {
	const what = "whether the treatment {id} works"
	e, found := aims.LatestEvaluation(t.Effectiveness, in.At)
	if !found || e.On < t.Implemented || e.By == "" || e.By == t.Owner {
		return partly(Unverified, []aims.Ref{t.Ref()}, "what", named(what, t.Ref()))
	}
	return and(answered(e.Met, "the treatment {id} works", t.Ref()), in.evidence(aims.PointKey("8.3/b"), e.Evidence, what, t.Ref()))
}

// newRisksTreated judges 8.3/c.
func (in *Input) newRisksTreated() finding {
	p, approved := in.plan()
	c, criteria := in.criteria()
	switch {
	case p.ID == "":
		return approved
	case c.ID == "":
		return criteria
	}
	planned := in.planned()
	first := since(in, approval, p, p.Approvals)
	var set members
	for _, r := range in.risks() {
		if first == 0 || r.Recorded <= first || !in.aboveAppetite(c, r) {
			continue
		}
		i := slices.IndexFunc(planned, func(t *risk.Treatment) bool { return slices.Contains(t.Risks, r.ID) })
		if i >= 0 {
			set.add(and(approved, shown(r.ref, planned[i].Ref())))
			continue
		}
		f := in.accepted(c, r)
		if f.verdict != aims.Conforms {
			f = missing(NotTreated, []aims.Ref{r.ref}, "what", "the risk "+r.ref.ID)
		}
		set.add(f)
	}
	switch {
	case !set.none():
		return set.each()
	case !in.Supplied(risk.KindRisk):
		return in.absent(risk.KindRisk)
	}
	return in.awaiting("6.1.3", "treating AI risks")
}

// redecided judges whether something followed when a treatment proved not to
// work.
func (in *Input) redecided(t *risk.Treatment) (finding, bool) {
	e, found := aims.LatestEvaluation(t.Effectiveness, in.At)
	if !found || e.Met != aims.No {
		return finding{}, false
	}
	p, approved := in.plan()
	follows := slices.ContainsFunc(in.planned(), func(next *risk.Treatment) bool {
		return next.ID != t.ID && next.Recorded >= e.On && slices.ContainsFunc(next.Risks, func(id risk.RiskID) bool { return slices.Contains(t.Risks, id) })
	})
	if follows && since(in, approval, p, p.Approvals) >= e.On {
		return approved.on(t.Ref()), true
	}
	return partly(NotRedecided, []aims.Ref{t.Ref()}, "what", "the treatment "+string(t.ID), "on", e.On.String()), true
}
