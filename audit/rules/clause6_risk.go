package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/risk"
)

// planningRules judge 6.1.1.
func planningRules() []aims.Rule[*Input] {
	both := []aims.Kind{risk.KindRisk, risk.KindOpportunity}
	return []aims.Rule[*Input]{
		point("6.1.1/a", rule{
			code: "rules/planning-context", title: "planning starts from the context", reads: append(slices.Clip(both), aims.KindIssue, aims.KindParty),
			doc:   "At least one risk or opportunity comes from an issue of the context, and at least one concerns an interested party.",
			check: (*Input).fromContext,
		}),
		point("6.1.1/b", rule{
			code: "rules/risks-determined", title: "risks and opportunities determined", reads: append(slices.Clip(both), aims.KindEvidence),
			doc: "At least one risk and at least one opportunity are on record; somebody other than the owner reviewed them and the next review lies ahead, or evidence supports them. " +
				"Risks without any opportunity are a lapse.",
			check: (*Input).risksDetermined,
		}),
		point("6.1.1/c", rule{
			code: "rules/risks-intended-use", title: "use and surroundings considered", reads: []aims.Kind{risk.KindRisk, aims.KindUseCase},
			doc: "Every risk of an AI system names the use cases in which it arises.",
			check: func(in *Input) finding {
				set := over(len(in.risks()))
				for _, r := range in.risks() {
					if len(r.Systems) > 0 {
						set.add(filled(len(r.UseCases) > 0, "in which use of the AI system the risk {id} arises", r.ref))
					}
				}
				if set.none() {
					return in.noneOf(risk.KindRisk, "risk of an AI system")
				}
				return set.each()
			},
		}),
		point("6.1.1/d", rule{
			code: "rules/risk-criteria", title: "risk criteria set", reads: []aims.Kind{risk.KindCriteria},
			doc: "The risk criteria are approved as they stand, and their next review lies ahead; without one they are partly shown. They always say up to which level risks are taken.",
			check: func(in *Input) finding {
				c, approved := in.criteria()
				if c.ID == "" {
					return approved
				}
				return and(approved, in.reviewed("the risk criteria", c.Ref(), c.Reviews, c.ReviewBy).lapse())
			},
		}),
		point("6.1.1/e", rule{
			code: "rules/actions-planned", title: "actions planned", reads: append(slices.Clip(both), risk.KindCriteria, risk.KindTreatment, risk.KindAcceptance),
			doc: "Every risk above the appetite, or of unknown level, has a treatment or was accepted by somebody entitled to. Every opportunity was decided on.",
			check: func(in *Input) finding {
				risks := in.eachRisk(func(c *risk.Criteria, r *openRisk) finding {
					if !in.aboveAppetite(c, r) || len(r.treatments) > 0 {
						return shown(r.ref)
					}
					if f := in.accepted(c, r); f.verdict == aims.Conforms {
						return f
					}
					return missing(NotTreated, []aims.Ref{r.ref}, "what", "the risk "+string(r.ID))
				})
				for _, o := range in.opportunities() {
					if o.Decision == "" && len(o.Actions) == 0 {
						risks = and(risks, partly(FieldEmpty, []aims.Ref{o.Ref()}, "what", "what is done about the opportunity "+string(o.ID)))
					}
				}
				return risks
			},
		}),
		point("6.1.1/f", rule{
			code: "rules/actions-placed", title: "actions have their place", reads: []aims.Kind{risk.KindTreatment, risk.KindOpportunity, aims.KindProcess},
			doc: "Every treatment, and every opportunity with actions, names the process in use in which it is carried out.",
			check: func(in *Input) finding {
				return in.eachAction(func(id aims.ProcessID, what string, ref aims.Ref) finding {
					if id == "" {
						return missing(FieldEmpty, []aims.Ref{ref}, "what", "in which process "+named(what, ref)+" is carried out")
					}
					p, found := find[aims.Process](in, string(id))
					if !found {
						return in.absent(aims.KindProcess).on(ref)
					}
					if p.From == 0 || p.From > in.At || p.Until != 0 && p.Until < in.At {
						return missing(NotInForce, []aims.Ref{ref, p.Ref()}, "what", "the process "+string(p.ID))
					}
					return shown(ref, p.Ref()).holds(p.Until)
				}, nil)
			},
		}),
		point("6.1.1/g", rule{
			code: "rules/actions-evaluation", title: "evaluation of actions planned", reads: []aims.Kind{risk.KindTreatment, risk.KindOpportunity},
			doc: "Every treatment, and every opportunity with actions, says how it will be told whether it works.",
			check: func(in *Input) finding {
				return in.eachAction(nil, func(how, what string, ref aims.Ref) finding {
					if how == "" {
						return missing(FieldEmpty, []aims.Ref{ref}, "what", "how it will be told whether "+named(what, ref)+" works")
					}
					return shown(ref)
				})
			},
		}),
		point("6.1.1/h", rule{
			code: "rules/risk-work-recorded", title: "work on risks recorded", reads: []aims.Kind{risk.KindRisk, risk.KindTreatment},
			doc: "Every risk says who rated it and when, and every treatment who answers for it.",
			check: func(in *Input) finding {
				set := over(len(in.risks()))
				for _, r := range in.risks() {
					set.add(in.ratedBy(r))
				}
				if set.none() {
					return in.absent(risk.KindRisk)
				}
				for _, t := range in.treatments() {
					if t.Owner == "" {
						set.add(filled(false, "who answers for the treatment {id}", t.Ref()))
					}
				}
				return set.each()
			},
		}),
	}
}

// fromContext judges 6.1.1/a.
func (in *Input) fromContext() finding {
	var issues, parties finding
	trace := func(ref aims.Ref, from []aims.IssueID, concerns []aims.PartyID) { // the first of each will do
		for k := 0; k < len(from) && issues.code == ""; k++ {
			if i, found := audit.Find[aims.Issue](in.View, from[k], in.At); found {
				issues = shown(ref, i.Ref())
			}
		}
		for k := 0; k < len(concerns) && parties.code == ""; k++ {
			if p, found := audit.Find[aims.InterestedParty](in.View, concerns[k], in.At); found {
				parties = shown(ref, p.Ref())
			}
		}
	}
	risks, opportunities := in.risks(), in.opportunities()
	for _, r := range risks {
		trace(r.ref, r.Issues, r.Parties)
	}
	for _, o := range opportunities {
		trace(o.Ref(), o.Issues, o.Parties)
	}
	if len(risks)+len(opportunities) == 0 {
		return in.absent(risk.KindRisk)
	}
	one := func(found finding, kind aims.Kind, what string) finding {
		switch {
		case found.code != "":
			return found
		case !in.Supplied(kind):
			return in.absent(kind)
		}
		return missing(FieldEmpty, nil, "what", what)
	}
	return and(
		one(issues, aims.KindIssue, "which issue of the context any risk or opportunity comes from"),
		one(parties, aims.KindParty, "which interested party any risk or opportunity concerns"))
}

// risksDetermined judges 6.1.1/b.
func (in *Input) risksDetermined() finding {
	key := aims.PointKey("6.1.1/b")
	var risks, chances finding
	for _, r := range in.risks() {
		risks = best(risks, in.vouched(key, "the risk {id}", r.ref, r.Owner, r.Reviews, r.ReviewBy, r.Evidence))
	}
	for _, o := range in.opportunities() {
		chances = best(chances, in.vouched(key, "the opportunity {id}", o.Ref(), o.Owner, o.Reviews, o.ReviewBy, nil))
	}
	switch {
	case risks.code == "":
		return in.absent(risk.KindRisk)
	case chances.code == "" && in.Supplied(risk.KindOpportunity):
		return and(risks, partly(NothingRecorded, nil, "kind", string(risk.KindOpportunity)))
	case chances.code == "":
		return and(risks, in.absent(risk.KindOpportunity))
	}
	return and(risks, chances)
}

// eachRisk judges every open risk. Without a risk there is nothing to judge,
// and without criteria no risk has a level.
func (in *Input) eachRisk(judge func(*risk.Criteria, *openRisk) finding) finding {
	c, approved := in.criteria()
	if c.ID == "" {
		return approved
	}
	set := over(len(in.risks()))
	for _, r := range in.risks() {
		set.add(judge(c, r))
	}
	if set.none() {
		return in.absent(risk.KindRisk)
	}
	return set.each()
}

// eachAction judges where every treatment and every opportunity with actions
// is carried out, or how it will be evaluated.
func (in *Input) eachAction(place func(aims.ProcessID, string, aims.Ref) finding, evaluation func(how, what string, ref aims.Ref) finding) finding {
	var set members
	judge := func(process aims.ProcessID, how, what string, ref aims.Ref) {
		if place != nil {
			set.add(place(process, what, ref))
		} else {
			set.add(evaluation(how, what, ref))
		}
	}
	for _, t := range in.treatments() {
		judge(t.Process, t.HowEvaluated, "the treatment {id}", t.Ref())
	}
	for _, o := range in.opportunities() {
		if len(o.Actions) > 0 {
			judge(o.Process, o.HowEvaluated, "the action on the opportunity {id}", o.Ref())
		}
	}
	if set.none() {
		return in.absent(risk.KindTreatment)
	}
	return set.each()
}

// ratedBy judges whether the current rating of a risk says who made it, and
// when.
func (in *Input) ratedBy(r *openRisk) finding {
	const what = "how high the risk {id} is"
	if r.Current == nil {
		return filled(false, what, r.ref)
	}
	return in.decided(r.Current.By, r.Current.On, what, r.ref)
}

// assessmentRules judge 6.1.2.
func assessmentRules() []aims.Rule[*Input] {
	reads := []aims.Kind{risk.KindRisk, risk.KindCriteria}
	about := func(id aims.PointID, r rule, judge func(*Input, *risk.Criteria, *openRisk) finding) aims.Rule[*Input] {
		r.reads = append(slices.Clip(reads), r.reads...)
		r.check = func(in *Input) finding {
			return in.eachRisk(func(c *risk.Criteria, x *openRisk) finding { return judge(in, c, x) })
		}
		return point(id, r)
	}
	return []aims.Rule[*Input]{
		point("6.1.2/a", rule{
			code: "rules/risk-process", title: "process for assessing risks", reads: []aims.Kind{aims.KindProcess, aims.KindDocument, aims.KindEvidence},
			doc: "A process in use is kept for 6.1.2, and a document in force, approved as it stands, lays it down.",
			check: func(in *Input) finding {
				return and(in.process("6.1.2", "assessing AI risks"), in.served("6.1.2/a", "the process for assessing AI risks"))
			},
		}),
		point("6.1.2/b", rule{
			code: "rules/risk-policy", title: "process follows the policy", reads: []aims.Kind{risk.KindCriteria, aims.KindPolicy},
			doc: "The risk criteria are approved as they stand, and the record says that they were checked against the AI policy and agree with it.",
			check: func(in *Input) finding {
				c, approved := in.criteria()
				if c.ID == "" {
					return approved
				}
				agrees := and(approved, answer(c.ConsistentWithPolicy, "the risk criteria agree with policy and objectives", c.Ref()))
				p, standing := in.policy()
				switch {
				case p.ID == "":
					return and(agrees, standing)
				case c.Policy != p.ID:
					return and(agrees, cannotTell(Outdated, []aims.Ref{c.Ref(), p.Ref()}, "what", "the risk criteria", "got", string(c.Policy), "want", string(p.ID)))
				}
				return agrees.on(p.Ref()).holds(p.Withdrawn)
			},
		}),
		about("6.1.2/c", rule{
			code: "rules/risk-comparable", title: "ratings comparable",
			doc: "Every open risk is rated by the criteria in force, as they stand.",
		}, func(in *Input, c *risk.Criteria, r *openRisk) finding {
			level, f := in.level(c, r)
			if level == 0 {
				return f
			}
			return shown(c.Ref(), r.ref)
		}),
		about("6.1.2/d", rule{
			code: "rules/risk-objectives", title: "risks bear on objectives",
			doc: "Every open risk names the objectives that it bears on: the organization's own, or those of Annex C.",
		}, func(_ *Input, _ *risk.Criteria, r *openRisk) finding {
			return filled(len(r.Objectives)+len(r.AnnexC) > 0, "which objectives the risk {id} bears on", r.ref)
		}),
		about("6.1.2/e", rule{
			code: "rules/risk-consequences", title: "consequences for all who are affected",
			doc: "The criteria have a scale for the organization, for individuals and for societies, and every open risk has a level on each scale or a reason why not.",
		}, (*Input).consequences),
		about("6.1.2/f", rule{
			code: "rules/risk-likelihood", title: "likelihood rated",
			doc: "Every open risk has a likelihood.",
		}, func(_ *Input, _ *risk.Criteria, r *openRisk) finding {
			return filled(r.Current != nil && r.Current.Likelihood != 0, "how likely the risk {id} is", r.ref)
		}),
		about("6.1.2/g", rule{
			code: "rules/risk-levels", title: "levels of risk",
			doc: "Every open risk has a level by the criteria in force.",
		}, func(in *Input, c *risk.Criteria, r *openRisk) finding {
			_, f := in.level(c, r)
			return f
		}),
		about("6.1.2/h", rule{
			code: "rules/risk-evaluated", title: "levels compared with criteria",
			doc: "Every open risk has a level by the criteria in force, and it is decided what follows from it.",
		}, func(in *Input, c *risk.Criteria, r *openRisk) finding {
			_, rated := in.level(c, r)
			return and(rated, filled(r.Decision != "", "what follows from the level of the risk {id}", r.ref))
		}),
		about("6.1.2/i", rule{
			code: "rules/risk-order", title: "risks in order for treatment",
			doc: "Every open risk above the appetite, or of unknown level, has its place in the order of treatment.",
		}, func(in *Input, c *risk.Criteria, r *openRisk) finding {
			return filled(r.Priority != 0 || !in.aboveAppetite(c, r), "when the risk {id} is treated, among the others", r.ref)
		}),
	}
}

// consequences judges whether a risk is rated for everybody whom it may touch.
func (in *Input) consequences(c *risk.Criteria, r *openRisk) finding {
	var set members
	for _, whom := range [...]risk.Affected{risk.Organization, risk.Individuals, risk.Societies} {
		any := false
		for _, d := range c.Consequences {
			if d.Affected != whom {
				continue
			}
			any = true
			says := r.Current != nil && slices.ContainsFunc(r.Current.Consequences, func(x risk.Consequence) bool {
				return x.Dimension == d.ID && (x.Level != 0 || x.WhyNot != "")
			})
			if says {
				set.add(shown(r.ref))
			} else {
				set.add(missing(FieldEmpty, []aims.Ref{r.ref}, "what", "what the risk "+r.ref.ID+" means for "+string(whom)+" ("+string(d.ID)+")"))
			}
		}
		if !any {
			set.add(missing(FieldEmpty, []aims.Ref{c.Ref()}, "what", "a scale of consequences for "+string(whom)))
		}
	}
	return set.each()
}
