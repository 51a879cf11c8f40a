package rules

import (
	"maps"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// clause4 returns the rules for clause 4, context of the organization.
func clause4() []aims.Rule[*Input] {
	return slices.Concat(contextRules(), partyRules(), obligationRules(), scopeRules(), systemRules())
}

// contextRules judge 4.1.
func contextRules() []aims.Rule[*Input] {
	issues := []aims.Kind{aims.KindIssue, aims.KindEvidence}
	systems := []aims.Kind{aims.KindSystem, aims.KindOrganization}
	sphere := func(id aims.PointID, code aims.Code, title string, s aims.Sphere) aims.Rule[*Input] {
		return point(id, rule{
			code: code, title: title, reads: issues,
			doc: "At least one " + string(s) + " issue is on record, and somebody other than its owner reviewed it and the next review lies ahead, or evidence supports it.",
			check: func(in *Input) finding {
				var top finding
				for _, i := range in.issues(s) {
					top = best(top, in.issueVouched(id, i))
				}
				if top.code == "" {
					return in.noneOf(aims.KindIssue, string(s)+" issue")
				}
				return top
			},
		})
	}
	return []aims.Rule[*Input]{
		sphere("4.1/a", "rules/external-issues", "external issues", aims.SphereExternal),
		sphere("4.1/b", "rules/internal-issues", "internal issues", aims.SphereInternal),
		point("4.1/c", rule{
			code: "rules/issues-matter", title: "issues tied to purpose and outcomes", reads: issues,
			doc:   "There are external and internal issues, and every one says why it matters to the purpose and how it bears on the intended outcomes.",
			check: (*Input).issuesMatter,
		}),
		point("4.1/d", rule{
			code: "rules/climate-determined", title: "climate change determined", reads: []aims.Kind{aims.KindClimate, aims.KindEvidence},
			doc: "A determination says whether climate change is relevant, who decided it and when, and its next review lies ahead or evidence supports it; without a reason it is partly shown. " +
				"Where records speak of several parts of the organization, each part has one.",
			check: (*Input).climate,
		}),
		point("4.1/e", rule{
			code: "rules/systems-purpose", title: "purpose of every AI system", reads: systems,
			doc: "Every AI system that is not retired states its purpose, and the organization reviewed its purposes and plans the next review. A live one of high risk without is a major gap.",
			check: func(in *Input) finding {
				return in.eachSystem("4.1/e", func(s *aims.AISystem) finding {
					return filled(s.Purpose != "", "the purpose of the AI system", s.Ref())
				})
			},
		}),
		point("4.1/f", rule{
			code: "rules/roles-determined", title: "roles towards AI systems", reads: systems,
			doc: "The organization and every AI system that is not retired state the organization's roles, and these were reviewed and their next review lies ahead. A live one of high risk without is a major gap.",
			check: func(in *Input) finding {
				all := in.eachSystem("4.1/f", func(s *aims.AISystem) finding {
					return filled(len(s.Roles) > 0, "the organization's role for the AI system", s.Ref())
				})
				if o, found := in.View.Organization(in.At); found {
					return and(filled(len(o.Roles) > 0, "which roles the organization has", o.Ref()), all)
				}
				return all
			},
		}),
	}
}

// issuesMatter judges whether issues of both spheres are on record and every
// issue is tied to what the organization is after.
func (in *Input) issuesMatter() finding {
	all := in.issues("")
	if len(all) == 0 {
		return in.absent(aims.KindIssue)
	}
	var parts []finding
	for _, s := range []aims.Sphere{aims.SphereExternal, aims.SphereInternal} {
		if len(in.issues(s)) == 0 {
			parts = append(parts, in.noneOf(aims.KindIssue, string(s)+" issue"))
		}
	}
	var set members
	for _, i := range all {
		set.add(and(
			filled(i.Relevance != "", "why the issue matters to the purpose", i.Ref()),
			filled(i.Effect != "", "how the issue bears on intended outcomes", i.Ref()),
			in.issueVouched("4.1/c", i)))
	}
	return and(append(parts, set.each())...)
}

// climate judges the determinations on climate change: one of those on each
// part of the organization must hold.
func (in *Input) climate() finding {
	parts := make(map[string]finding)
	for _, d := range list[aims.ClimateDetermination](in) {
		parts[d.Context] = best(parts[d.Context], in.determined(d))
	}
	if len(parts) == 0 {
		return in.absent(aims.KindClimate)
	}
	var all []finding
	for _, context := range slices.Sorted(maps.Keys(parts)) {
		all = append(all, parts[context])
	}
	return and(all...)
}

// determined judges one determination on climate change. Deciding counts as
// its first review.
func (in *Input) determined(d *aims.ClimateDetermination) finding {
	reason := shown(d.Ref())
	if d.Rationale == "" {
		reason = partly(FieldEmpty, []aims.Ref{d.Ref()}, "what", "why climate change is relevant or not")
	}
	return and(
		answered(d.Relevant, "climate change is a relevant issue", d.Ref()),
		reason,
		in.decided(d.By, d.On, "whether climate change is relevant", d.Ref()),
		in.vouched(aims.PointKey("4.1/d"), "the determination on climate change", d.Ref(), "",
			append(slices.Clip(d.Reviews), aims.Review{On: d.On}), d.ReviewBy, d.Evidence))
}

// eachSystem judges every AI system that is not retired, and whether the
// organization's own review of roles and purposes stands behind it.
func (in *Input) eachSystem(id aims.PointID, judge func(*aims.AISystem) finding) finding {
	o, found := in.View.Organization(in.At)
	if !found {
		return in.absent(aims.KindOrganization)
	}
	var set members
	var grave []finding
	for _, s := range in.systems() {
		f := judge(s)
		set.add(f)
		if in.grave(s) {
			grave = append(grave, f)
		}
	}
	if set.none() {
		return in.absent(aims.KindSystem)
	}
	return and(and(append(grave, set.each())...), in.vouched(aims.PointKey(id), "the organization's view of its roles and purposes", o.Ref(), "", o.Reviews, o.ReviewBy, nil))
}

// grave reports whether a lapse about the AI system is never an isolated one:
// it is live and of high risk.
func (in *Input) grave(s *aims.AISystem) bool {
	return s.HighRisk == aims.Yes && s.StageAt(in.At).Live() == aims.Yes
}

// issues returns the issues of a sphere that exist at the day; with "", all.
func (in *Input) issues(s aims.Sphere) []*aims.Issue {
	return without(list[aims.Issue](in), func(i *aims.Issue) bool {
		return i.Until != 0 && i.Until < in.At || s != "" && i.Sphere != s
	})
}

func (in *Input) issueVouched(id aims.PointID, i *aims.Issue) finding {
	return in.vouched(aims.PointKey(id), "the issue {id}", i.Ref(), i.Owner, i.Reviews, i.ReviewBy, i.Evidence).holds(i.Until)
}

// partyRules judge 4.2.
func partyRules() []aims.Rule[*Input] {
	reads := []aims.Kind{aims.KindParty, aims.KindEvidence}
	needs := func(id aims.PointID, code aims.Code, title, doc string, judge func(*aims.InterestedParty) finding) aims.Rule[*Input] {
		return overAll(id, rule{code: code, title: title, doc: doc, reads: reads}, (*Input).parties,
			func(in *Input, p *aims.InterestedParty) finding { return and(judge(p), in.partyVouched(id, p)) })
	}
	return []aims.Rule[*Input]{
		point("4.2/a", rule{
			code: "rules/parties-named", title: "interested parties", reads: reads,
			doc: "At least one relevant interested party is on record, and somebody other than its owner reviewed it and the next review lies ahead, or evidence supports it.",
			check: func(in *Input) finding {
				var top finding
				for _, p := range in.parties() {
					top = best(top, in.partyVouched("4.2/a", p))
				}
				if top.code == "" {
					return in.absent(aims.KindParty)
				}
				return top
			},
		}),
		needs("4.2/b", "rules/parties-needs", "needs of interested parties", "Every interested party has at least one need or requirement, and stands reviewed or evidenced.",
			func(p *aims.InterestedParty) finding {
				return filled(len(p.Needs) > 0, "what the interested party requires", p.Ref())
			}),
		needs("4.2/c", "rules/needs-addressed", "needs taken up or not", "For every need it is decided whether the management system addresses it, with a reason where it does not.",
			func(p *aims.InterestedParty) finding {
				return eachNeed(p, func(n aims.Need) finding {
					if n.Addressed == aims.No || n.Addressed == aims.NotApplicable {
						return filled(n.Reason != "", "why a need is not addressed", p.Ref())
					}
					return answered(n.Addressed, "a need is addressed", p.Ref())
				})
			}),
		needs("4.2/d", "rules/needs-climate", "climate-related needs", "For every need it is said whether it has to do with climate change.",
			func(p *aims.InterestedParty) finding {
				return eachNeed(p, func(n aims.Need) finding {
					return answered(n.ClimateRelated, "a need has to do with climate change", p.Ref())
				})
			}),
	}
}

// eachNeed judges every need of a party. Where no need is on record, nothing
// was decided on any.
func eachNeed(p *aims.InterestedParty, judge func(aims.Need) finding) finding {
	var set members
	for _, n := range p.Needs {
		set.add(judge(n))
	}
	if set.none() {
		return filled(false, "what the interested party requires", p.Ref())
	}
	return set.each()
}

// parties returns the interested parties that matter at the day.
func (in *Input) parties() []*aims.InterestedParty {
	return without(list[aims.InterestedParty](in), func(p *aims.InterestedParty) bool { return p.Until != 0 && p.Until < in.At })
}

func (in *Input) partyVouched(id aims.PointID, p *aims.InterestedParty) finding {
	return in.vouched(aims.PointKey(id), "the interested party {id}", p.Ref(), p.Owner, p.Reviews, p.ReviewBy, p.Evidence).holds(p.Until)
}
