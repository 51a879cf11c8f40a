package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// clause10 returns the rules for clause 10, improvement.
func clause10() []aims.Rule[*Input] { return slices.Concat(improvementRules(), correctionRules()) }

// improvementRules judge 10.1.
func improvementRules() []aims.Rule[*Input] {
	reads := []aims.Kind{audit.KindImprovement, aims.KindEvidence}
	return []aims.Rule[*Input]{
		point("10.1/a", rule{
			code: "rules/improvements-made", title: "improvements made", reads: reads,
			doc:   "At least one improvement was decided by somebody on a day and carried out, and accepted evidence shows it. While one was decided and none is carried out yet, that is a lapse.",
			check: func(in *Input) finding { return in.improved("10.1/a", in.improvements()) },
		}),
		point("10.1/b", rule{
			code: "rules/improvements-judged", title: "what improvements did", reads: reads,
			doc: "Of at least one improvement that was carried out somebody has looked at what it did, and accepted evidence shows it.",
			check: func(in *Input) finding {
				var top finding
				for _, i := range in.improvements() {
					if e, found := aims.LatestEvaluation(i.Effects, in.At); found && in.made(i) {
						const what = "what the improvement {id} did"
						top = best(top, and(answered(e.Met, "the improvement {id} did what it was made for", i.Ref()),
							in.evidence(aims.PointKey("10.1/b"), e.Evidence, what, i.Ref())))
					}
				}
				if top.code == "" {
					return in.noneOf(audit.KindImprovement, "improvement whose effect was looked at")
				}
				return top
			},
		}),
	}
}

func (in *Input) improvements() []*audit.Improvement { return list[audit.Improvement](in) }

func (in *Input) made(i *audit.Improvement) bool { return i.Done != 0 && i.Done <= in.At }

// improved judges whether one of several improvements was decided and carried
// out.
func (in *Input) improved(id aims.PointID, all []*audit.Improvement) finding {
	var top finding
	for _, i := range all {
		if in.made(i) {
			const what = "the improvement {id}"
			top = best(top, and(in.decided(i.By, i.Decided, what, i.Ref()),
				in.evidence(aims.PointKey(id), i.Evidence, what, i.Ref())))
		}
	}
	if top.code != "" {
		return top
	}
	none := in.noneOf(audit.KindImprovement, "improvement that was carried out")
	for _, i := range all {
		if i.By != "" && i.Decided != 0 && i.Decided <= in.At {
			return none.lapse().on(i.Ref())
		}
	}
	return none
}

// betterRule judges 4.4/d.
func betterRule() aims.Rule[*Input] {
	return point("4.4/d", rule{
		code: "rules/system-improved", title: "management system gets better", reads: []aims.Kind{audit.KindImprovement, aims.KindEvidence},
		doc: "At least one improvement came from a record, such as a finding or a review, was decided and carried out, and accepted evidence shows it.",
		check: func(in *Input) finding {
			return in.improved("4.4/d", without(in.improvements(), func(i *audit.Improvement) bool { return i.Source.IsZero() }))
		},
	})
}

// correctionRules judge 10.2, which only a nonconformity sets in motion.
func correctionRules() []aims.Rule[*Input] {
	about := func(id aims.PointID, r rule, judge func(*Input, *audit.CorrectiveAction) finding) aims.Rule[*Input] {
		r.reads = append([]aims.Kind{audit.KindFinding, audit.KindAction, aims.KindProcess, aims.KindEvidence}, r.reads...)
		r.doc = "For every nonconformity a corrective action is on record, and " + r.doc + " Without a nonconformity, the process for corrective action is in use."
		r.check = func(in *Input) finding {
			return in.eachNonconformity(func(a *audit.CorrectiveAction) finding { return judge(in, a) })
		}
		return point(id, r)
	}
	states := func(id aims.PointID, code aims.Code, title, doc, what string, has func(*audit.CorrectiveAction) bool) aims.Rule[*Input] {
		what += " ({id})"
		return about(id, rule{code: code, title: title, doc: doc}, func(_ *Input, a *audit.CorrectiveAction) finding {
			return filled(has(a), what, a.Ref())
		})
	}
	return []aims.Rule[*Input]{
		about("10.2/a", rule{
			code: "rules/corrected", title: "brought under control and corrected",
			doc: "what corrects it is done, or due on a day that lies ahead.",
		}, func(in *Input, a *audit.CorrectiveAction) finding {
			return in.underway(a.Correction, "the correction of {id}", a.Ref())
		}),
		states("10.2/b", "rules/consequences-handled", "consequences dealt with",
			"it says what the nonconformity had led to and how that was dealt with.", "what the nonconformity had led to",
			func(a *audit.CorrectiveAction) bool { return a.Consequences != "" }),
		about("10.2/c", rule{
			code: "rules/causes-determined", title: "causes determined",
			doc: "somebody determined the causes, by a method that is named.",
		}, func(in *Input, a *audit.CorrectiveAction) finding {
			return and(filled(a.Cause.Result != "" && a.Cause.Method != "", "the causes, and how they were found ({id})", a.Ref()),
				in.decided(a.Cause.By, a.Cause.On, "the causes in {id}", a.Ref()))
		}),
		states("10.2/d", "rules/similar-sought", "similar ones sought",
			"it says what the search for the same elsewhere found.", "what the search for the same elsewhere found",
			func(a *audit.CorrectiveAction) bool { return a.Similar != "" }),
		about("10.2/e", rule{
			code: "rules/causes-removed", title: "action against causes",
			doc: "the actions against the causes are done, or due on a day that lies ahead.",
		}, func(in *Input, a *audit.CorrectiveAction) finding {
			return in.underway(a.Actions, "the action of {id}", a.Ref())
		}),
		about("10.2/f", rule{
			code: "rules/correction-verified", title: "effectiveness reviewed",
			doc: "once all of it is done, somebody other than its owner reviewed whether it is effective, and accepted evidence shows it.",
		}, (*Input).correctionVerified),
		about("10.2/g", rule{
			code: "rules/correction-changes", title: "system changed where needed", reads: []aims.Kind{aims.KindChange},
			doc: "it says whether the management system has to change and, if so, by which planned changes.",
		}, func(_ *Input, a *audit.CorrectiveAction) finding {
			f := answered(a.SystemChange, "the management system has to change", a.Ref())
			if a.SystemChange == aims.Yes {
				return filled(len(a.Changes) > 0, "by which changes the management system is mended", a.Ref())
			}
			return f
		}),
		about("10.2/h", rule{
			code: "rules/correction-proportionate", title: "effort in proportion",
			doc: "the record says that the effort matches what the nonconformity did or could do.",
		}, func(_ *Input, a *audit.CorrectiveAction) finding {
			return answer(a.Proportion, "the effort matches the nonconformity", a.Ref())
		}),
		about("10.2/i", rule{
			code: "rules/correction-recorded", title: "nonconformity on record",
			doc: "accepted evidence shows what was done, as soon as something is.",
		}, func(in *Input, a *audit.CorrectiveAction) finding {
			if !slices.ContainsFunc(slices.Concat(a.Correction, a.Actions), func(x aims.Action) bool { return x.Done != 0 && x.Done <= in.At }) {
				return shown(a.Ref())
			}
			return in.evidence(aims.PointKey("10.2/i"), a.Evidence, "the corrective action {id}", a.Ref())
		}),
	}
}

// nonconformities returns those on record at the day that were told to those
// whom they concern, or were found by the organization itself.
func (in *Input) nonconformities() []*audit.Finding {
	return without(list[audit.Finding](in), func(f *audit.Finding) bool {
		return !f.Grade.Nonconformity() || f.Audit != "" && f.StateAt(in.At) == audit.Draft
	})
}

// eachNonconformity judges the corrective action of every nonconformity.
func (in *Input) eachNonconformity(judge func(*audit.CorrectiveAction) finding) finding {
	actions := list[audit.CorrectiveAction](in)
	var set members
	for _, f := range in.nonconformities() {
		i := slices.IndexFunc(actions, func(a *audit.CorrectiveAction) bool { return slices.Contains(a.Findings, f.ID) })
		switch {
		case i >= 0:
			set.add(judge(actions[i]).on(f.Ref()))
		case in.Supplied(audit.KindAction):
			set.add(missing(NotActedOn, []aims.Ref{f.Ref()}, "what", "the nonconformity "+string(f.ID)))
		default:
			set.add(in.absent(audit.KindAction).on(f.Ref()))
		}
	}
	switch {
	case !set.none():
		return set.each()
	case !in.Supplied(audit.KindFinding):
		return in.absent(audit.KindFinding)
	}
	return in.awaiting("10.2", "nonconformity and corrective action")
}

// underway judges whether every action of a list is done, or due on a day
// that lies ahead.
func (in *Input) underway(actions []aims.Action, what string, ref aims.Ref) finding {
	if len(actions) == 0 {
		return filled(false, what, ref)
	}
	var set members
	for _, a := range actions {
		switch {
		case a.Done != 0 && a.Done <= in.At:
			set.add(shown(ref))
		case a.Due == 0:
			set.add(filled(false, "when "+what+" is due", ref))
		default:
			set.add(in.timely(a.Due, what, ref))
		}
	}
	return set.each()
}

// correctionVerified judges 10.2/f.
func (in *Input) correctionVerified(a *audit.CorrectiveAction) finding {
	open := func(x aims.Action) bool { return x.Done == 0 || x.Done > in.At }
	if slices.ContainsFunc(slices.Concat(a.Correction, a.Actions), open) {
		return shown(a.Ref())
	}
	const what = "whether the corrective action {id} is effective"
	e, found := aims.LatestEvaluation(a.Effectiveness, in.At)
	if !found || e.By == "" || e.By == a.Owner {
		return partly(Unverified, []aims.Ref{a.Ref()}, "what", named(what, a.Ref()))
	}
	return and(answered(e.Met, "the corrective action {id} is effective", a.Ref()),
		in.evidence(aims.PointKey("10.2/f"), e.Evidence, what, a.Ref()))
}
