package rules

import (
	"iter"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// scopeRules judge 4.3. An approved scope is evidence of itself.
func scopeRules() []aims.Rule[*Input] {
	reads := []aims.Kind{aims.KindScope}
	says := func(id aims.PointID, code aims.Code, title, what string, has func(aims.Scope) bool) aims.Rule[*Input] {
		return point(id, rule{
			code: code, title: title, reads: reads,
			doc: "The approved scope itself states it; a scope that nobody approved shows nothing.",
			check: func(in *Input) finding {
				s, approved := in.scope()
				if s.ID == "" {
					return approved
				}
				return and(approved, filled(has(s), what, s.Ref()))
			},
		})
	}
	return []aims.Rule[*Input]{
		point("4.3/a", rule{
			code: "rules/scope-boundaries", title: "boundaries drawn", reads: []aims.Kind{aims.KindScope, aims.KindSystem},
			doc: "The approved scope draws its boundaries, and every AI system that is not retired is either included or excluded.",
			check: func(in *Input) finding {
				s, approved := in.scope()
				if s.ID == "" {
					return approved
				}
				members := []finding{filled(s.Boundaries != "", "where the management system ends", s.Ref())}
				for _, system := range in.systems() {
					if !covered(s, system.ID) {
						members = append(members, missing(Uncovered, []aims.Ref{s.Ref(), system.Ref()}, "what", string(system.ID)))
					}
				}
				return and(approved, each(members))
			},
		}),
		says("4.3/b", "rules/scope-issues", "issues considered", "which issues the scope considered", func(s aims.Scope) bool { return len(s.Issues) > 0 }),
		says("4.3/c", "rules/scope-parties", "parties considered", "which interested parties the scope considered", func(s aims.Scope) bool { return len(s.Parties) > 0 }),
		point("4.3/d", rule{
			code: "rules/scope-exclusions", title: "exclusions justified", reads: []aims.Kind{aims.KindScope, aims.KindSystem},
			doc: "Every exclusion of the approved scope gives a reason, and no excluded AI system feeds an included one.",
			check: func(in *Input) finding {
				s, approved := in.scope()
				if s.ID == "" {
					return approved
				}
				members := []finding{shown(s.Ref())}
				for _, e := range s.Exclusions {
					members = append(members, filled(e.Reason != "", "why the scope excludes something", s.Ref()))
				}
				for _, system := range in.systems() {
					for _, feeder := range system.FedBy {
						if slices.Contains(s.Systems, system.ID) && !slices.Contains(s.Systems, feeder) {
							members = append(members, missing(Uncovered, []aims.Ref{s.Ref(), system.Ref()},
								"what", string(feeder)+", which feeds "+string(system.ID)))
						}
					}
				}
				return and(approved, each(members))
			},
		}),
		says("4.3/e", "rules/scope-activities", "activities named", "to which activities the scope applies", func(s aims.Scope) bool { return s.Applicability != "" }),
		point("4.3/f", rule{
			code: "rules/scope-documented", title: "scope documented", reads: []aims.Kind{aims.KindScope, aims.KindDocument},
			doc: "The approved scope is held by a document in force that is approved as it stands.",
			check: func(in *Input) finding {
				s, approved := in.scope()
				if s.ID == "" {
					return approved
				}
				return and(approved, in.document(s.Document, "the scope", s.Ref()))
			},
		}),
		{
			Code: misleadsRule, Version: 1, Clause: "4.3", Title: "scope may mislead",
			Doc:   "Remarks on every AI system that faces customers or is of high risk and that the scope does not include. It changes no verdict.",
			Reads: []aims.Kind{aims.KindScope, aims.KindSystem},
			Check: scopeMisleads,
		},
	}
}

const misleadsRule aims.Code = "rules/scope-misleads-readers"

// scopeMisleads remarks on the systems whose absence from the scope readers
// will not expect.
func scopeMisleads(in *Input) iter.Seq[aims.Observation] {
	return func(yield func(aims.Observation) bool) {
		s, _ := in.scope()
		if s.ID == "" {
			return
		}
		for _, system := range in.systems() {
			if slices.Contains(s.Systems, system.ID) || system.CustomerFacing != aims.Yes && system.HighRisk != aims.Yes {
				continue
			}
			f := cannotTell(ScopeMisleads, []aims.Ref{s.Ref(), system.Ref()}, "what", string(system.ID))
			if !yield(f.observation(misleadsRule, aims.Key{})) {
				return
			}
		}
	}
}

// covered reports whether a scope says anything about a system.
func covered(s aims.Scope, id aims.SystemID) bool {
	return slices.Contains(s.Systems, id) ||
		slices.ContainsFunc(s.Exclusions, func(e aims.Exclusion) bool { return e.System == id })
}

// scope returns the scope in force at the day, and whether it is approved. Of
// several, an approved one counts before a draft, then the one recorded last.
func (in *Input) scope() (aims.Scope, finding) {
	return current(in, aims.KindScope, list[aims.Scope](in), func(s aims.Scope) (aims.Date, finding) {
		return s.Withdrawn, in.approval(s.Content(), s.Approvals, "the scope", s.Ref())
	})
}

// current returns the version of a record that counts at the day, and what
// its approval is worth: the best approved one, then the one recorded last.
// Versions withdrawn before the day do not count.
func current[T aims.Record](in *Input, kind aims.Kind, versions []T, approved func(T) (withdrawn aims.Date, f finding)) (T, finding) {
	var counts T
	standing := in.absent(kind)
	found := false
	for _, v := range versions {
		withdrawn, f := approved(v)
		if withdrawn != 0 && withdrawn < in.At {
			continue
		}
		f = f.holds(withdrawn)
		if !found || rank(f) > rank(standing) || rank(f) == rank(standing) && v.Since() >= counts.Since() {
			found, counts, standing = true, v, f
		}
	}
	return counts, standing
}

// inScope returns the AI systems that the scope includes, that exist at the
// day and are not retired.
func (in *Input) inScope() []aims.AISystem {
	s, _ := in.scope()
	return slices.DeleteFunc(in.systems(), func(system aims.AISystem) bool { return !slices.Contains(s.Systems, system.ID) })
}

// systemRules judge 4.4.
func systemRules() []aims.Rule[*Input] {
	reads := []aims.Kind{aims.KindProcess}
	processes := func(id aims.PointID, code aims.Code, title, doc string, judge func(*Input, aims.Process) finding) aims.Rule[*Input] {
		return overAll(id, rule{code: code, title: title, doc: doc, reads: reads}, (*Input).processes, judge)
	}
	return []aims.Rule[*Input]{
		processes("4.4/a", "rules/system-established", "management system set up",
			"Every process on record was put in use.",
			func(in *Input, p aims.Process) finding {
				if p.From == 0 || p.From > in.At {
					return missing(NotInForce, []aims.Ref{p.Ref()}, "what", "the process "+string(p.ID))
				}
				return in.vouched(aims.PointKey("4.4/a"), "the process", p.Ref(), p.Reviews, 0, p.Evidence)
			}),
		processes("4.4/b", "rules/system-in-use", "management system in use",
			"Every process has been run, and evidence shows its latest run.",
			func(in *Input, p aims.Process) finding {
				last, ran := latestRun(p, in.At)
				if !ran {
					return missing(NotRun, []aims.Ref{p.Ref()}, "what", string(p.ID))
				}
				return in.evidence(aims.PointKey("4.4/b"), last.Evidence, "the latest run of the process").on(p.Ref())
			}),
		processes("4.4/c", "rules/system-maintained", "management system looked after",
			"Every process has been reviewed.",
			func(in *Input, p aims.Process) finding {
				return in.vouched(aims.PointKey("4.4/c"), "the process", p.Ref(), p.Reviews, 0, p.Evidence)
			}),
		processes("4.4/e", "rules/processes-described", "processes and what passes between them",
			"Every process is described, with inputs and outputs, and says with which others it interacts, unless there is only one.",
			func(in *Input, p aims.Process) finding {
				return and(
					filled(len(p.Inputs) > 0 && len(p.Outputs) > 0, "what the process takes in and gives out", p.Ref()),
					filled(len(p.Interactions) > 0 || len(in.processes()) == 1, "with which processes it interacts", p.Ref()),
					in.document(p.Document, "the process", p.Ref()))
			}),
	}
}

// processes returns the processes that are not ended at the day.
func (in *Input) processes() []aims.Process {
	return slices.DeleteFunc(list[aims.Process](in), func(p aims.Process) bool { return p.Until != 0 && p.Until < in.At })
}

// latestRun returns the latest run of a process by a day.
func latestRun(p aims.Process, at aims.Date) (aims.Run, bool) {
	var last aims.Run
	found := false
	for _, r := range p.Runs {
		if r.On <= at && (!found || r.On >= last.On) {
			last, found = r, true
		}
	}
	return last, found
}
