package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// useRules hold claims about information, use and third parties (A.8 to A.10)
// against the records.
func useRules() []aims.Rule[*Input] {
	systems := []aims.Kind{aims.KindSystem, aims.KindScope}
	uses := append(slices.Clone(systems), aims.KindUseCase)
	suppliers := append(slices.Clone(systems), aims.KindSupplier)
	use := func(control aims.ControlID, code aims.Code, doc string, look func(*aims.UseCase) finding) contradiction {
		return contradiction{control, code, uses, doc, func(in *Input) finding { return first(in.running(), look) }}
	}
	return contradictions(
		contradiction{
			"A.8.2", "rules/user-information-claimed", systems, "No AI system in scope says that its users get no information.",
			arranged("users are informed", func(a *aims.Arrangements) aims.Arrangement { return a.UserInfo }),
		},
		contradiction{
			"A.8.3", "rules/external-reporting-claimed", systems, "No AI system in scope says that outsiders cannot report adverse impacts.",
			arranged("outsiders can report adverse impacts", func(a *aims.Arrangements) aims.Arrangement { return a.AdverseReport }),
		},
		contradiction{
			"A.8.4", "rules/incident-communication-claimed", append(slices.Clone(systems), aims.KindIncident), "No AI system in scope says that nobody planned how users are told of incidents, and of every incident whoever had to be told was told in time.",
			func(in *Input) finding {
				plan := arranged("it is planned how users are told of incidents", func(a *aims.Arrangements) aims.Arrangement { return a.IncidentPlan })
				return either(plan(in), first(list[aims.Incident](in), in.untold))
			},
		},
		contradiction{
			"A.8.5", "rules/party-information-claimed", systems, "No AI system in scope says that interested parties are not told what they must be told.",
			arranged("interested parties are informed", func(a *aims.Arrangements) aims.Arrangement { return a.PartyInfo }),
		},
		use("A.9.2", "rules/use-process-claimed", "Every active use names the process that it goes through.", func(u *aims.UseCase) finding {
			return lacking(u.Process != "", "which process the use {id} goes through", u.Ref())
		}),
		use("A.9.3", "rules/use-objectives-claimed", "Every active use names the objectives that guide it.", func(u *aims.UseCase) finding {
			return lacking(len(u.Objectives) > 0, "which objectives guide the use {id}", u.Ref())
		}),
		use("A.9.4", "rules/intended-use-claimed", "No active use was found to be outside of what the system is meant for, or to break its conditions.", func(u *aims.UseCase) finding {
			return either(
				denied(u.FitsIntent, "the use {id} is one that the AI system is meant for", u.Ref()),
				denied(u.ConditionsKept, "the conditions of the use {id} are kept", u.Ref()))
		}),
		contradiction{
			"A.10.2", "rules/allocation-claimed", suppliers, "Every AI system in scope that rests on suppliers says who answers for what.",
			func(in *Input) finding {
				return first(in.inScope(), func(s *aims.AISystem) finding {
					bought := s.Supplier != "" || len(s.Suppliers) > 0
					divided := len(s.Allocations) > 0 || slices.ContainsFunc(in.supplying(), func(p *aims.Supplier) bool { return len(p.Allocations) > 0 })
					return lacking(!bought || divided, "who answers for what in the AI system {id}", s.Ref())
				})
			},
		},
		contradiction{
			"A.10.3", "rules/suppliers-claimed", suppliers, "The latest due diligence on every supplier of an AI system in scope did not fail and is not overdue, and our requirements bind the supplier.",
			func(in *Input) finding {
				return first(in.supplying(), func(p *aims.Supplier) finding {
					if p.ReevaluateBy != 0 && p.ReevaluateBy < in.At {
						return partly(Overdue, []aims.Ref{p.Ref()}, "what", "the next due diligence on the supplier "+string(p.ID), "due", p.ReevaluateBy.String())
					}
					var last aims.DueDiligence
					for _, d := range p.DueDiligence {
						if d.On <= in.At && d.On >= last.On {
							last = d
						}
					}
					if last.Result == aims.ResultFail {
						return missing(AnsweredNo, []aims.Ref{p.Ref()}, "what", "the supplier "+string(p.ID)+" passed the due diligence")
					}
					return denied(p.RequirementsPassedOn, "our requirements bind the supplier {id}", p.Ref())
				})
			},
		},
		contradiction{
			"A.10.4", "rules/customers-claimed", systems, "Every AI system in scope that customers meet, and of which it is said who answers for what, says so of the customers too.",
			func(in *Input) finding {
				return first(in.inScope(), func(s *aims.AISystem) finding {
					met := s.CustomerFacing == aims.Yes && len(s.Allocations) > 0
					said := slices.ContainsFunc(s.Allocations, func(a aims.Allocation) bool { return a.Party == aims.BearerCustomer })
					return lacking(!met || said, "what customers answer for in the AI system {id}", s.Ref())
				})
			},
		},
	)
}

// untold looks at whether those who had to be told of an incident were told.
func (in *Input) untold(i *aims.Incident) finding {
	for _, who := range []struct {
		owed    aims.Answer
		notices []aims.Notice
		name    string
	}{{i.UsersOwed, i.Users, "users"}, {i.AuthoritiesOwed, i.Authorities, "authorities"}} {
		if who.owed != aims.Yes {
			continue
		}
		for _, n := range who.notices {
			if n.Due != 0 && n.Due < in.At && (n.On == 0 || n.On > n.Due) {
				return partly(Overdue, []aims.Ref{i.Ref()}, "what", "telling "+n.To+" of the incident "+string(i.ID), "due", n.Due.String())
			}
		}
		if len(who.notices) == 0 {
			return missing(FieldEmpty, []aims.Ref{i.Ref()}, "what", "when "+who.name+" were told of the incident "+string(i.ID))
		}
	}
	return finding{}
}
