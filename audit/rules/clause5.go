package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// clause5 returns the rules for clause 5, leadership.
func clause5() []aims.Rule[*Input] {
	return slices.Concat(commitmentRules(), policyRules(), roleRules())
}

// commitmentRules judge 5.1: commitment is shown by acts on record.
func commitmentRules() []aims.Rule[*Input] {
	act := func(id aims.PointID, code aims.Code, title, what string, acts ...aims.Act) aims.Rule[*Input] {
		return point(id, rule{
			code: code, title: title, reads: []aims.Kind{aims.KindLeadershipAct, aims.KindPerson, aims.KindEvidence},
			doc:   "Somebody in top management did it, and accepted evidence shows it.",
			check: func(in *Input) finding { return in.acts(aims.PointKey(id), what, acts...) },
		})
	}
	return []aims.Rule[*Input]{
		point("5.1/a", rule{
			code: "rules/top-sets-direction", title: "policy and objectives set by top management",
			doc:   "Top management approved the policy and every objective, and the objectives agree with the policy.",
			reads: []aims.Kind{aims.KindPolicy, aims.KindObjective, aims.KindPerson},
			check: func(in *Input) finding {
				_, policy := in.policy()
				objectives := in.objectives()
				if len(objectives) == 0 {
					return and(policy, in.absent(aims.KindObjective))
				}
				var set members
				for _, o := range objectives {
					set.add(and(
						topApproval(in, o, o.Approvals, "the objective {id}"),
						answer(o.ConsistentWithPolicy, "the objective agrees with the policy", o.Ref())).holds(o.Withdrawn))
				}
				return and(policy, set.each())
			},
		}),
		act("5.1/b", "rules/top-integrates", "requirements built into business processes", "building requirements into business processes", aims.ActIntegrated),
		act("5.1/c", "rules/top-resources", "resources decided", "the decision on resources", aims.ActResourcesApproved),
		act("5.1/d", "rules/top-communicates", "importance communicated", "telling people why it matters", aims.ActImportanceCommunicated),
		act("5.1/e", "rules/top-outcomes", "outcomes pursued", "pursuing the intended outcomes", aims.ActOutcomesPursued, aims.ActReviewAttended, aims.ActBoardReport),
		act("5.1/f", "rules/top-supports-people", "people directed and supported", "directing and supporting people", aims.ActSponsorNamed, aims.ActPeopleSupported),
		act("5.1/g", "rules/top-improves", "improvement promoted", "promoting improvement", aims.ActImprovementPromoted),
		act("5.1/h", "rules/top-supports-managers", "other managers supported", "supporting other managers", aims.ActManagersSupported),
	}
}

// acts judges whether top management did one of several things.
func (in *Input) acts(key aims.Key, what string, acts ...aims.Act) finding {
	var top finding
	for _, a := range list[aims.LeadershipAct](in) {
		if slices.Contains(acts, a.Act) && a.On <= in.At {
			top = best(top, and(
				in.decided(a.By, a.On, what, a.Ref()),
				in.byTopManagement(a.By, what, a.Ref()),
				in.evidence(key, a.Evidence, what, a.Ref())))
		}
	}
	if top.code == "" {
		return in.noneOf(aims.KindLeadershipAct, "leadership act ("+what+")")
	}
	return top
}

// policyRules judge 5.2. A policy is approved by top management and bound to
// its content, so the approved record is evidence of itself.
func policyRules() []aims.Rule[*Input] {
	reads := []aims.Kind{aims.KindPolicy, aims.KindPerson}
	about := func(id aims.PointID, r rule, judge func(*Input, *aims.Policy) finding) aims.Rule[*Input] {
		r.reads = append(slices.Clip(reads), r.reads...)
		r.check = func(in *Input) finding {
			p, approved := in.policy()
			if p.ID == "" {
				return approved
			}
			return and(approved, judge(in, p))
		}
		return point(id, r)
	}
	says := func(id aims.PointID, code aims.Code, title, what string, field func(*aims.Policy) aims.Answer) aims.Rule[*Input] {
		return about(id, rule{
			code: code, title: title,
			doc: "The approved policy itself answers; a policy that nobody approved shows nothing.",
		}, func(_ *Input, p *aims.Policy) finding { return answer(field(p), what, p.Ref()) })
	}
	return []aims.Rule[*Input]{
		about("5.2/a", rule{
			code: "rules/policy-approved", title: "policy approved by top management",
			doc: "The policy in force is approved as it stands by somebody in top management.",
		}, func(_ *Input, p *aims.Policy) finding { return shown(p.Ref()) }),
		says("5.2/b", "rules/policy-purpose", "policy fits the purpose", "the policy speaks to what the organization does with AI",
			func(p *aims.Policy) aims.Answer { return p.FitsPurpose }),
		says("5.2/c", "rules/policy-framework", "frame for objectives", "the policy gives a frame for objectives",
			func(p *aims.Policy) aims.Answer { return p.FrameworkForObjectives }),
		says("5.2/d", "rules/policy-requirements", "commitment to requirements", "the policy commits to applicable requirements",
			func(p *aims.Policy) aims.Answer { return p.CommitsToRequirements }),
		says("5.2/e", "rules/policy-improvement", "commitment to improvement", "the policy commits to continual improvement",
			func(p *aims.Policy) aims.Answer { return p.CommitsToImprovement }),
		about("5.2/f", rule{
			code: "rules/policy-documented", title: "policy documented", reads: []aims.Kind{aims.KindDocument},
			doc: "The approved policy is held by a document in force that is approved as it stands.",
		}, func(in *Input, p *aims.Policy) finding { return in.document(p.Document, "the AI policy", p.Ref()) }),
		about("5.2/g", rule{
			code: "rules/policy-related", title: "other policies named",
			doc: "The approved policy names the other policies that touch AI, or says that there are none (aligned: not applicable).",
		}, func(_ *Input, p *aims.Policy) finding {
			if len(p.RelatedPolicies) == 0 && p.RelatedPoliciesAligned != aims.NotApplicable {
				return cannotTell(NotAnswered, []aims.Ref{p.Ref()}, "what", "other policies touch AI")
			}
			return shown(p.Ref())
		}),
		about("5.2/h", rule{
			code: "rules/policy-communicated", title: "policy made known inside",
			doc:   "A communication took place on the day of the policy's approval or later, and accepted evidence shows it.",
			reads: []aims.Kind{aims.KindCommunication, aims.KindEvidence},
		}, func(in *Input, p *aims.Policy) finding {
			return in.communicated(aims.PointKey("5.2/h"), since(in, topApproval, p, p.Approvals), p.Communications, "the AI policy", p.Ref())
		}),
		about("5.2/i", rule{
			code: "rules/policy-available", title: "policy available outside",
			doc: "The approved policy says where interested parties find it.",
		}, func(_ *Input, p *aims.Policy) finding {
			return filled(p.AvailableAt != "", "where interested parties find the policy", p.Ref())
		}),
	}
}

// policy returns the policy in force at the day, and whether top management
// approved it.
func (in *Input) policy() (*aims.Policy, finding) {
	return current(in, aims.KindPolicy, func(p *aims.Policy) (aims.Date, finding) {
		return p.Withdrawn, topApproval(in, p, p.Approvals, "the AI policy")
	})
}

// objectives returns the objectives in force at the day: not withdrawn, and
// not dropped.
func (in *Input) objectives() []*aims.Objective {
	return without(list[aims.Objective](in), func(o *aims.Objective) bool {
		return o.Withdrawn != 0 && o.Withdrawn < in.At || o.Status == aims.ObjectiveDropped
	})
}

// roleRules judge 5.3.
func roleRules() []aims.Rule[*Input] {
	reads := []aims.Kind{aims.KindRole, aims.KindPerson, aims.KindEvidence}
	authority := func(id aims.PointID, code aims.Code, title, what string, authority aims.Authority) aims.Rule[*Input] {
		return point(id, rule{
			code: code, title: title, reads: reads,
			doc: "Somebody in top management assigned the authority to a person who still holds it.",
			check: func(in *Input) finding {
				var top finding
				for _, r := range in.roles() {
					if slices.Contains(r.Authorities, authority) {
						top = best(top, and(in.held(id, r), in.byTopManagement(r.AssignedBy, "the assignment of "+what, r.Ref())).holds(r.Until))
					}
				}
				if top.code == "" {
					return in.noneOf(aims.KindRole, "assignment of "+what)
				}
				return top
			},
		})
	}
	roles := func(id aims.PointID, code aims.Code, title, doc string, reads []aims.Kind, judge func(*Input, *aims.RoleAssignment) finding) aims.Rule[*Input] {
		return overAll(id, rule{code: code, title: title, doc: doc, reads: reads}, (*Input).roles,
			func(in *Input, r *aims.RoleAssignment) finding { return judge(in, r).holds(r.Until) })
	}
	return []aims.Rule[*Input]{
		roles("5.3/a", "rules/roles-held", "roles with holders, duties and powers",
			"Every role assignment names its holder, duties and powers, and says who assigned it and when.", reads,
			func(in *Input, r *aims.RoleAssignment) finding {
				return and(in.held("5.3/a", r),
					filled(len(r.Responsibilities) > 0, "what the role must do", r.Ref()),
					filled(len(r.Authorities) > 0, "what the role may decide", r.Ref()))
			}),
		roles("5.3/b", "rules/roles-communicated", "roles made known",
			"A communication of every role took place on the day of its assignment or later, and accepted evidence shows it.",
			[]aims.Kind{aims.KindRole, aims.KindCommunication, aims.KindEvidence},
			func(in *Input, r *aims.RoleAssignment) finding {
				return in.communicated(aims.PointKey("5.3/b"), r.AssignedOn, r.Communications, "the role {id}", r.Ref())
			}),
		authority("5.3/c", "rules/conformity-authority", "authority for conformity", "the authority to ensure conformity", aims.AuthorityConformity),
		authority("5.3/d", "rules/reporting-authority", "authority to report", "the authority to report performance", aims.AuthorityReporting),
	}
}

// roles returns the role assignments that have not ended at the day.
func (in *Input) roles() []*aims.RoleAssignment {
	return without(list[aims.RoleAssignment](in), func(r *aims.RoleAssignment) bool { return r.Until != 0 && r.Until < in.At })
}

// held judges whether a role has a holder who is still there, assigned by
// somebody at a day, and nothing speaks against it.
func (in *Input) held(id aims.PointID, r *aims.RoleAssignment) finding {
	if r.Person == "" {
		return filled(false, "who holds the role {id}", r.Ref())
	}
	const what = "the role {id}"
	p, found := audit.Find[aims.Person](in.View, r.Person, in.At)
	if found && (p.From > in.At || p.Until != 0 && p.Until < in.At) {
		return missing(Uncovered, []aims.Ref{r.Ref(), p.Ref()}, "what", named(what, r.Ref())+", whose holder is not in the organization")
	}
	if shows := in.evidence(aims.PointKey(id), r.Evidence, what, r.Ref()); shows.verdict.Gap() {
		return shows
	}
	return in.decided(r.AssignedBy, r.AssignedOn, what, r.Ref()).holds(p.Until)
}
