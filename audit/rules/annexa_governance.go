package rules

import (
	"github.com/aimskit/aimskit/aims"
)

// governanceRules hold claims about policies, organization and resources
// (A.2 to A.4) against the records.
func governanceRules() []aims.Rule[*Input] {
	policy := []aims.Kind{aims.KindPolicy, aims.KindPerson}
	systems := []aims.Kind{aims.KindSystem, aims.KindScope}
	return contradictions(
		contradiction{
			"A.2.2", "rules/policy-claimed", policy, "The AI policy is approved by top management as it stands.",
			func(in *Input) finding { _, f := in.policy(); return f },
		},
		contradiction{
			"A.2.3", "rules/policy-alignment-claimed", policy, "Nobody found that other policies do not agree with the AI policy.",
			func(in *Input) finding {
				p, _ := in.policy()
				return denied(p.RelatedPoliciesAligned, "other policies agree with the AI policy", p.Ref())
			},
		},
		contradiction{
			"A.2.4", "rules/policy-review-claimed", policy, "The review of the AI policy is not overdue.",
			func(in *Input) finding {
				p, _ := in.policy()
				if p.ReviewBy != 0 && p.ReviewBy < in.At {
					return partly(Overdue, []aims.Ref{p.Ref()}, "what", "the review of the AI policy", "due", p.ReviewBy.String())
				}
				return finding{}
			},
		},
		contradiction{
			"A.3.2", "rules/roles-claimed", systems, "Every AI system in scope has an owner.",
			func(in *Input) finding {
				return first(in.inScope(), func(s *aims.AISystem) finding {
					return lacking(s.Owner != "", "who answers for the AI system {id}", s.Ref())
				})
			},
		},
		contradiction{
			"A.3.3", "rules/concerns-claimed",
			[]aims.Kind{aims.KindChannel, aims.KindConcern},
			"A channel for concerns is in operation, keeps confidence and rules out reprisals; every concern was answered in time, and who raised it came to no harm.",
			(*Input).concernsContradict,
		},
		contradiction{
			"A.4.2", "rules/resources-claimed",
			[]aims.Kind{aims.KindResource},
			"No resource was looked at and found not to suffice.",
			func(in *Input) finding {
				return first(list[aims.Resource](in), func(r *aims.Resource) finding {
					e, found := aims.LatestEvaluation(r.Adequacy, in.At)
					if !found || r.Until != 0 && r.Until < in.At {
						return finding{}
					}
					return denied(e.Met, "the resource {id} suffices", r.Ref())
				})
			},
		},
		contradiction{
			"A.4.3", "rules/data-resources-claimed", append(systems, aims.KindDataset), "Every data set of an AI system in scope has an owner.",
			func(in *Input) finding {
				return first(in.ownDatasets(), func(d *aims.Dataset) finding {
					return lacking(d.Owner != "", "who answers for the data set {id}", d.Ref())
				})
			},
		},
		contradiction{
			"A.4.4", "rules/tooling-claimed", systems, "Every component of an AI system in scope has a version.",
			func(in *Input) finding {
				return first(in.inScope(), func(s *aims.AISystem) finding {
					return first(s.Components, func(c aims.Component) finding {
						if c.Version != "" {
							return finding{}
						}
						return missing(FieldEmpty, []aims.Ref{s.Ref()}, "what", "which version of "+c.Name+" is in the AI system "+string(s.ID))
					})
				})
			},
		},
		contradiction{
			"A.4.5", "rules/computing-claimed",
			[]aims.Kind{aims.KindResource},
			"No computing resource that is needed is missing.",
			func(in *Input) finding { return in.provided(aims.ResourceComputing) },
		},
		contradiction{
			"A.4.6", "rules/people-claimed",
			[]aims.Kind{aims.KindResource, aims.KindCompetence},
			"No people that are needed are missing, and nobody was found not to be competent for their work.",
			func(in *Input) finding {
				return either(in.provided(aims.ResourceHuman), first(list[aims.Competence](in), func(c *aims.Competence) finding {
					if c.AssessedOn > in.At || c.Until != 0 && c.Until < in.At {
						return finding{}
					}
					if c.Competent != aims.No {
						return finding{}
					}
					return missing(AnsweredNo, []aims.Ref{c.Ref()}, "what", string(c.Person)+" is competent: "+c.Needed)
				}))
			},
		},
	)
}

// provided looks for a resource of a type that is needed and not there.
func (in *Input) provided(t aims.ResourceType) finding {
	return first(list[aims.Resource](in), func(r *aims.Resource) finding {
		if r.Type != t || r.Until != 0 && r.Until < in.At {
			return finding{}
		}
		return denied(r.Provided, "the resource {id} is there", r.Ref())
	})
}

// concernsContradict looks at the channels for concerns and at what came in.
func (in *Input) concernsContradict() finding {
	channels := list[aims.ConcernChannel](in)
	open := false
	for _, c := range channels {
		open = open || c.From != 0 && c.From <= in.At && (c.Until == 0 || c.Until >= in.At)
		f := either(
			denied(c.Confidential, "the channel {id} keeps confidence", c.Ref()),
			denied(c.NonRetaliation, "the channel {id} rules out reprisals", c.Ref()))
		if f.verdict.Gap() {
			return f
		}
	}
	if len(channels) > 0 && !open {
		return missing(NotInForce, []aims.Ref{channels[0].Ref()}, "what", "the channel "+string(channels[0].ID))
	}
	return first(list[aims.Concern](in), func(c *aims.Concern) finding {
		within := aims.Interval("")
		for _, ch := range channels {
			if ch.ID == c.Channel {
				within = ch.RespondWithin
			}
		}
		if due := within.After(c.Received); c.Received != 0 && due != 0 && due < in.At && (c.Answered == 0 || c.Answered > due) {
			return partly(Overdue, []aims.Ref{c.Ref()}, "what", "the answer to the concern "+string(c.ID), "due", due.String())
		}
		return denied(c.ReporterProtected, "who raised the concern {id} came to no harm", c.Ref())
	})
}
