package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// auditRules judge 9.2.
func auditRules() []aims.Rule[*Input] {
	reads := []aims.Kind{audit.KindAudit, aims.KindEvidence}
	// Every internal audit that was begun, or only those that came to a report.
	each := func(id aims.PointID, r rule, concluded bool, judge func(*Input, *audit.Audit) finding) aims.Rule[*Input] {
		r.reads = append(slices.Clip(reads), r.reads...)
		return overAll(id, r, func(in *Input) []*audit.Audit { return in.internalAudits(concluded) }, judge)
	}
	concludes := func(id aims.PointID, code aims.Code, title, what string, says func(*audit.Audit) aims.Answer) aims.Rule[*Input] {
		return each(id, rule{code: code, title: title, doc: "Every internal audit that came to a report says whether " + what + ", and accepted evidence shows the audit."}, true,
			func(in *Input, a *audit.Audit) finding {
				return and(answered(says(a), what, a.Ref()), in.evidence(aims.PointKey(id), a.Evidence, "the audit {id}", a.Ref()))
			})
	}
	return []aims.Rule[*Input]{
		point("9.2.1/a", rule{
			code: "rules/audits-done", title: "internal audits at planned intervals", reads: append(slices.Clip(reads), audit.KindProgramme),
			doc: "The audit programme is approved as it stands; accepted evidence shows at least one internal audit that came to a report, and no part of the programme is overdue by its own interval. " +
				"While the first one that took place has no report yet, that is a lapse.",
			check: (*Input).auditsDone,
		}),
		concludes("9.2.1/b", "rules/audits-own", "own requirements audited", "the management system meets the organization's own requirements",
			func(a *audit.Audit) aims.Answer { return a.OwnRequirements }),
		point("9.2.1/c", rule{
			code: "rules/audits-standard", title: "every requirement audited", reads: append(slices.Clip(reads), audit.KindProgramme),
			doc:   "The internal audits that came to a report say whether the standard is met, and together they cover every requirement of clauses 4 to 10.",
			check: (*Input).standardAudited,
		}),
		concludes("9.2.1/d", "rules/audits-practice", "practice audited", "the management system is put into practice and kept up",
			func(a *audit.Audit) aims.Answer { return a.Implemented }),
		point("9.2.2/a", rule{
			code: "rules/programme-carried-out", title: "audit programme", reads: append(slices.Clip(reads), audit.KindProgramme),
			doc: "The audit programme is approved as it stands and says how often, by which methods, by whom, how planned and how reported; an audit of it was begun, " +
				"or one of an earlier programme no longer ago than the interval of a part. Where it does not say all of this, or the first audit is planned for a day that lies ahead, that is a lapse.",
			check: (*Input).programmeCarriedOut,
		}),
		point("9.2.2/b", rule{
			code: "rules/programme-weighted", title: "importance and earlier results", reads: []aims.Kind{audit.KindProgramme},
			doc: "Every part of the approved programme says how important it is, and what earlier audits say about it.",
			check: func(in *Input) finding {
				return in.eachPart(func(p *audit.Programme, part *audit.Part) finding {
					return and(
						partSays(part.Importance != 0, "how important", part, " is", p),
						partSays(part.Earlier != "", "what earlier audits say about", part, "", p))
				})
			},
		}),
		each("9.2.2/c", rule{
			code: "rules/audits-planned", title: "objectives, criteria and scope",
			doc: "Every internal audit that was begun has objectives, criteria and a scope.",
		}, false, func(_ *Input, a *audit.Audit) finding {
			return and(
				filled(len(a.Objectives) > 0, "the objectives of the audit {id}", a.Ref()),
				filled(len(a.Criteria) > 0, "the criteria of the audit {id}", a.Ref()),
				filled(!a.Scope.IsZero(), "the scope of the audit {id}", a.Ref()))
		}),
		each("9.2.2/d", rule{
			code: "rules/audits-impartial", title: "nobody audits their own work", reads: []aims.Kind{aims.KindProcess, aims.KindSystem},
			doc: "Every internal audit that was begun has an auditor, and none of its auditors owns an AI system or a process in the part of the scope that is theirs, or a process for a requirement in it.",
		}, false, (*Input).impartial),
		each("9.2.2/e", rule{
			code: "rules/audits-reported", title: "results reported", reads: []aims.Kind{aims.KindPerson},
			doc: "The results of every internal audit that came to a report went to somebody in management.",
		}, true, func(in *Input, a *audit.Audit) finding {
			for _, r := range a.Reported {
				if r.On <= in.At {
					return shown(a.Ref())
				}
			}
			return filled(false, "to whom the results of the audit {id} went", a.Ref())
		}),
		each("9.2.2/f", rule{
			code: "rules/audits-recorded", title: "audits on record",
			doc: "Every internal audit that came to a report has a conclusion, and accepted evidence shows it.",
		}, true, func(in *Input, a *audit.Audit) finding {
			return and(filled(a.Conclusion != "", "what the audit {id} concludes", a.Ref()),
				in.evidence(aims.PointKey("9.2.2/f"), a.Evidence, "the audit {id}", a.Ref()))
		}),
	}
}

// programme returns the audit programme that counts at the day, and whether it
// is approved as it stands.
func (in *Input) programme() (*audit.Programme, finding) {
	return current(in, audit.KindProgramme, func(p *audit.Programme) (aims.Date, finding) {
		return p.Withdrawn, approval(in, p, p.Approvals, "the audit programme")
	})
}

// internalAudits returns the internal audits that were begun by the day or,
// further, came to a report.
func (in *Input) internalAudits(concluded bool) []*audit.Audit {
	return without(list[audit.Audit](in), func(a *audit.Audit) bool {
		begun := a.Opened != 0 && a.Opened <= in.At
		reported := a.Concluded != 0 && a.Concluded <= in.At
		return a.Type != audit.Internal || !begun || concluded && !reported
	})
}

// eachPart judges every part of the approved audit programme.
func (in *Input) eachPart(judge func(*audit.Programme, *audit.Part) finding) finding {
	p, approved := in.programme()
	if p.ID == "" {
		return approved
	}
	var set members
	for i := range p.Parts {
		set.add(judge(p, &p.Parts[i]))
	}
	if set.none() {
		return and(approved, filled(false, "what the audit programme covers", p.Ref()))
	}
	return and(approved, set.each())
}

// partSays judges a field of a part of the programme that must say something.
func partSays(is bool, before string, part *audit.Part, after string, p *audit.Programme) finding {
	if is {
		return shown(p.Ref())
	}
	return missing(FieldEmpty, []aims.Ref{p.Ref()}, "what", before+" "+part.Title+after)
}

// auditsDone judges 9.2.1/a.
func (in *Input) auditsDone() finding {
	audits := in.internalAudits(true)
	parts := in.eachPart(func(p *audit.Programme, part *audit.Part) finding {
		if part.Every == "" {
			return partSays(false, "how often", part, " is audited", p)
		}
		due := part.Every.After(max(p.From, part.LastAudited(values(audits))))
		if due != 0 && due < in.At {
			return partly(Overdue, []aims.Ref{p.Ref()}, "what", "the audit of "+part.Title, "due", due.String())
		}
		return shown(p.Ref()).holds(due)
	})
	var shows finding
	for _, a := range audits {
		shows = best(shows, in.evidence(aims.PointKey("9.2.1/a"), a.Evidence, "the audit {id}", a.Ref()))
	}
	if shows.code != "" {
		return and(parts, shows)
	}
	none := in.noneOf(audit.KindAudit, "internal audit with a report")
	for _, a := range in.internalAudits(false) {
		if a.LastDay != 0 && a.LastDay <= in.At {
			return and(parts, none.lapse().on(a.Ref()))
		}
	}
	return and(parts, none)
}

// standardAudited judges 9.2.1/c.
func (in *Input) standardAudited() finding {
	audits := in.internalAudits(true)
	if len(audits) == 0 {
		return in.noneOf(audit.KindAudit, "internal audit with a report")
	}
	var conclusions, leaves members
	for _, a := range audits {
		conclusions.add(and(answered(a.Standard, "the management system meets the standard", a.Ref()),
			in.evidence(aims.PointKey("9.2.1/c"), a.Evidence, "the audit {id}", a.Ref())))
	}
	for leaf := range in.Requirements.Leaves() {
		key := aims.ClauseKey(leaf.Clause)
		if slices.ContainsFunc(audits, func(a *audit.Audit) bool { return a.Scope.Covers(key) }) {
			leaves.add(shown())
			continue
		}
		leaves.add(missing(Uncovered, refsOfAudits(audits), "what", string(leaf.Clause)+" by internal audits"))
	}
	return and(conclusions.each(), leaves.each())
}

func refsOfAudits(audits []*audit.Audit) []aims.Ref {
	var refs []aims.Ref
	for _, a := range audits {
		refs = append(refs, a.Ref())
	}
	return refs
}

// programmeCarriedOut judges 9.2.2/a.
func (in *Input) programmeCarriedOut() finding {
	p, approved := in.programme()
	if p.ID == "" {
		return approved
	}
	says := each([]finding{
		filled(p.Methods != "", "the methods of internal audits", p.Ref()),
		filled(p.Responsible != "", "who answers for the audit programme", p.Ref()),
		filled(p.Planning != "", "how audits are planned", p.Ref()),
		filled(p.Reporting != "", "how audits are reported", p.Ref()),
		in.eachPart(func(p *audit.Programme, part *audit.Part) finding {
			return partSays(part.Every != "", "how often", part, " is audited", p)
		}),
	})
	var earlier finding // that audits of a programme which this one replaced are recent enough
	for _, a := range in.internalAudits(false) {
		if a.Programme == p.ID {
			return and(approved, says, shown(a.Ref()))
		}
		for i := range p.Parts {
			if until := p.Parts[i].Every.After(a.Opened); a.Programme != "" && until >= in.At {
				earlier = best(earlier, shown(a.Ref()).holds(until))
			}
		}
	}
	if earlier.code != "" {
		return and(approved, says, earlier)
	}
	for _, a := range list[audit.Audit](in) {
		if a.Programme == p.ID && a.Planned >= in.At {
			return and(approved, says, partly(NotBegun, []aims.Ref{p.Ref(), a.Ref()}, "what", "the audit "+string(a.ID), "on", a.Planned.String()).holds(a.Planned))
		}
	}
	return and(approved, says, in.noneOf(audit.KindAudit, "audit of the programme"))
}

// impartial judges 9.2.2/d for one audit.
func (in *Input) impartial(a *audit.Audit) finding {
	parts := []finding{filled(slices.ContainsFunc(a.Team, func(m audit.Member) bool { return m.Role.Audits() }), "who carried out the audit {id}", a.Ref())}
	for _, m := range a.Team {
		if !m.Role.Audits() {
			continue
		}
		scope := m.Scope
		if scope.IsZero() {
			scope = a.Scope
		}
		if own := audit.OwnWork(m.Person, scope, values(in.processes()), values(in.systems())); len(own) > 0 {
			parts = append(parts, missing(OwnWork, []aims.Ref{a.Ref(), own[0]}, "who", string(m.Person), "what", own[0].String()))
		}
	}
	return and(parts...)
}
