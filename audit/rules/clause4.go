package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// clause4 returns the rules for clause 4, context of the organization.
func clause4() []aims.Rule[*Input] {
	return slices.Concat(contextRules(), partyRules(), scopeRules(), systemRules())
}

// contextRules judge 4.1.
func contextRules() []aims.Rule[*Input] {
	sphere := func(id aims.PointID, code aims.Code, title, kind string, s aims.Sphere) aims.Rule[*Input] {
		return point(id, rule{
			code: code, title: title, reads: []aims.Kind{aims.KindIssue},
			doc: "At least one issue of that sphere is on record, and somebody reviewed it when planned or evidence supports it.",
			check: func(in *Input) finding {
				var candidates []finding
				for _, i := range in.issues() {
					if i.Sphere == s {
						candidates = append(candidates, in.issueVouched(id, i))
					}
				}
				if len(candidates) == 0 {
					return in.noneOf(aims.KindIssue, kind)
				}
				return best(candidates...)
			},
		})
	}
	return []aims.Rule[*Input]{
		sphere("4.1/a", "rules/external-issues", "external issues", "external issue", aims.SphereExternal),
		sphere("4.1/b", "rules/internal-issues", "internal issues", "internal issue", aims.SphereInternal),
		overAll("4.1/c", rule{
			code: "rules/issues-matter", title: "issues tied to purpose and outcomes", reads: []aims.Kind{aims.KindIssue},
			doc: "Every issue says why it matters to the purpose and how it bears on the intended outcomes.",
		}, (*Input).issues, func(in *Input, i aims.Issue) finding {
			return and(
				filled(i.Relevance != "", "why the issue matters to the purpose", i.Ref()),
				filled(i.Effect != "", "how the issue bears on intended outcomes", i.Ref()),
				in.issueVouched("4.1/c", i))
		}),
		point("4.1/d", rule{
			code: "rules/climate-determined", title: "climate change determined", reads: []aims.Kind{aims.KindClimate},
			doc: "A determination says whether climate change is relevant, why, who decided it and when, and is not overdue for review.",
			check: func(in *Input) finding {
				var candidates []finding
				for _, c := range list[aims.ClimateDetermination](in) {
					said := answered(c.Relevant, "climate change is a relevant issue", c.Ref())
					dated := in.decided(c.By, c.On, "whether climate change is relevant", c.Ref())
					if c.ReviewBy != 0 && dated.verdict == aims.Conforms {
						dated = in.vouched(aims.PointKey("4.1/d"), "the determination on climate change", c.Ref(),
							append(slices.Clip(c.Reviews), aims.Review{On: c.On, By: c.By}), c.ReviewBy, c.Evidence)
					}
					candidates = append(candidates, and(said, filled(c.Rationale != "", "why climate change is relevant or not", c.Ref()), dated))
				}
				if len(candidates) == 0 {
					return in.absent(aims.KindClimate)
				}
				return best(candidates...)
			},
		}),
		point("4.1/e", rule{
			code: "rules/systems-purpose", title: "purpose of every AI system", reads: []aims.Kind{aims.KindSystem, aims.KindOrganization},
			doc: "Every AI system that is not retired states its purpose, and the organization's review of its purposes is not overdue.",
			check: func(in *Input) finding {
				return in.eachSystem("4.1/e", func(s aims.AISystem) finding {
					return filled(s.Purpose != "", "the purpose of the AI system", s.Ref())
				})
			},
		}),
		point("4.1/f", rule{
			code: "rules/roles-determined", title: "roles towards AI systems", reads: []aims.Kind{aims.KindSystem, aims.KindOrganization},
			doc: "The organization and every AI system that is not retired state the organization's roles, and their review is not overdue.",
			check: func(in *Input) finding {
				o, found := in.View.Organization(in.At)
				if !found {
					return in.absent(aims.KindOrganization)
				}
				own := filled(len(o.Roles) > 0, "which roles the organization has", o.Ref())
				return and(own, in.eachSystem("4.1/f", func(s aims.AISystem) finding {
					return filled(len(s.Roles) > 0, "the organization's role for the AI system", s.Ref())
				}))
			},
		}),
	}
}

// eachSystem judges every AI system that is not retired, and whether the
// organization's own review of roles and purposes stands behind it.
func (in *Input) eachSystem(id aims.PointID, judge func(aims.AISystem) finding) finding {
	o, found := in.View.Organization(in.At)
	if !found {
		return in.absent(aims.KindOrganization)
	}
	var members []finding
	for _, s := range in.systems() {
		members = append(members, judge(s))
	}
	if len(members) == 0 {
		return in.absent(aims.KindSystem)
	}
	return and(each(members), in.vouched(aims.PointKey(id), "roles and purposes", o.Ref(), o.Reviews, o.ReviewBy, nil))
}

// issues returns the issues that exist at the day.
func (in *Input) issues() []aims.Issue {
	return slices.DeleteFunc(list[aims.Issue](in), func(i aims.Issue) bool { return i.Until != 0 && i.Until < in.At })
}

func (in *Input) issueVouched(id aims.PointID, i aims.Issue) finding {
	return in.vouched(aims.PointKey(id), "the issue", i.Ref(), i.Reviews, i.ReviewBy, i.Evidence)
}

// partyRules judge 4.2.
func partyRules() []aims.Rule[*Input] {
	reads := []aims.Kind{aims.KindParty}
	needs := func(id aims.PointID, code aims.Code, title, doc string, judge func(aims.InterestedParty) finding) aims.Rule[*Input] {
		return overAll(id, rule{code: code, title: title, doc: doc, reads: reads}, (*Input).parties,
			func(in *Input, p aims.InterestedParty) finding { return and(judge(p), in.partyVouched(id, p)) })
	}
	return []aims.Rule[*Input]{
		point("4.2/a", rule{
			code: "rules/parties-named", title: "interested parties", reads: reads,
			doc: "At least one relevant interested party is on record, and somebody reviewed it when planned or evidence supports it.",
			check: func(in *Input) finding {
				var candidates []finding
				for _, p := range in.parties() {
					candidates = append(candidates, in.partyVouched("4.2/a", p))
				}
				if len(candidates) == 0 {
					return in.absent(aims.KindParty)
				}
				return best(candidates...)
			},
		}),
		needs("4.2/b", "rules/parties-needs", "needs of interested parties", "Every interested party has at least one need or requirement.",
			func(p aims.InterestedParty) finding {
				return filled(len(p.Needs) > 0, "what the interested party requires", p.Ref())
			}),
		needs("4.2/c", "rules/needs-addressed", "needs taken up or not", "For every need it is decided whether the management system addresses it, with a reason where it does not.",
			func(p aims.InterestedParty) finding {
				return eachNeed(p, func(n aims.Need) finding {
					if n.Addressed == aims.No || n.Addressed == aims.NotApplicable {
						return filled(n.Reason != "", "why a need is not addressed", p.Ref())
					}
					return answered(n.Addressed, "a need is addressed", p.Ref())
				})
			}),
		needs("4.2/d", "rules/needs-climate", "climate-related needs", "For every need it is said whether it has to do with climate change.",
			func(p aims.InterestedParty) finding {
				return eachNeed(p, func(n aims.Need) finding {
					return answered(n.ClimateRelated, "a need has to do with climate change", p.Ref())
				})
			}),
	}
}

// eachNeed judges every need of a party; a party without needs is for another
// rule.
func eachNeed(p aims.InterestedParty, judge func(aims.Need) finding) finding {
	members := []finding{shown(p.Ref())}
	for _, n := range p.Needs {
		members = append(members, judge(n))
	}
	return and(members...)
}

// parties returns the interested parties that matter at the day.
func (in *Input) parties() []aims.InterestedParty {
	return slices.DeleteFunc(list[aims.InterestedParty](in), func(p aims.InterestedParty) bool { return p.Until != 0 && p.Until < in.At })
}

func (in *Input) partyVouched(id aims.PointID, p aims.InterestedParty) finding {
	return in.vouched(aims.PointKey(id), "the interested party", p.Ref(), p.Reviews, p.ReviewBy, p.Evidence)
}
