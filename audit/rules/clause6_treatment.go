package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// treatmentRules judge 6.1.3 as far as treatments and their plan go; see
// [statementRules] for the rest.
func treatmentRules() []aims.Rule[*Input] {
	reads := []aims.Kind{risk.KindPlan, risk.KindTreatment}
	about := func(id aims.PointID, r rule, judge func(*Input, *risk.TreatmentPlan) finding) aims.Rule[*Input] {
		r.reads = append(slices.Clip(reads), r.reads...)
		r.check = func(in *Input) finding {
			p, approved := in.plan()
			if p.ID == "" {
				return approved
			}
			return and(approved, judge(in, p))
		}
		return point(id, r)
	}
	return []aims.Rule[*Input]{
		point("6.1.3/a", rule{
			code: "rules/treatment-process", title: "process for treating risks", reads: []aims.Kind{aims.KindProcess, aims.KindDocument, aims.KindEvidence},
			doc: "A process in use is kept for 6.1.3, and a document in force, approved as it stands, lays it down.",
			check: func(in *Input) finding {
				return and(in.process("6.1.3", "treating AI risks"), in.served("6.1.3/a", "the process for treating AI risks"))
			},
		}),
		point("6.1.3/b", rule{
			code: "rules/treatment-options", title: "options chosen", reads: []aims.Kind{risk.KindRisk, risk.KindCriteria, risk.KindTreatment, risk.KindAcceptance},
			doc: "For every risk above the appetite, or of unknown level, it is decided what is done: a treatment carries the decision out, or somebody entitled to accepted the risk as it stands.",
			check: func(in *Input) finding {
				return in.eachRisk(func(c *risk.Criteria, r *openRisk) finding {
					switch {
					case !in.aboveAppetite(c, r):
						return shown(r.ref)
					case r.Decision == "":
						return filled(false, "what is done about the risk {id}", r.ref)
					case r.Decision == risk.Retain || r.Decision == risk.TakeOrIncrease:
						return in.accepted(c, r)
					case len(r.treatments) == 0:
						return missing(NotTreated, []aims.Ref{r.ref}, "what", "the risk "+string(r.ID))
					}
					return shown(r.ref, r.treatments[0].Ref())
				})
			},
		}),
		about("6.1.3/c", rule{
			code: "rules/treatment-controls", title: "controls worked out",
			doc: "The plan is approved, and every treatment in it that changes a risk names the controls that it takes, each known to the catalogue or recorded as the organization's own.",
		}, func(in *Input, p *risk.TreatmentPlan) finding {
			return in.eachPlanned(p, func(t *risk.Treatment) finding {
				if t.Option == risk.Avoid || t.Option == risk.Retain || t.Option == risk.TakeOrIncrease {
					return shown(t.Ref())
				}
				for _, k := range t.Controls {
					if _, known := in.Controls.LookupKey(k); !known {
						return missing(Uncovered, []aims.Ref{t.Ref()}, "what", "the control "+k.String()+" of the treatment "+string(t.ID)+" is none of Annex A and none of our own")
					}
				}
				return filled(len(t.Controls) > 0, "which controls the treatment {id} takes", t.Ref())
			})
		}),
		about("6.1.3/e", rule{
			code: "rules/treatment-guidance", title: "guidance of Annex B considered",
			doc: "The approved plan says that the guidance of Annex B was considered.",
		}, func(_ *Input, p *risk.TreatmentPlan) finding {
			return answer(p.GuidanceConsidered, "the guidance of Annex B was considered", p.Ref())
		}),
		about("6.1.3/g", rule{
			code: "rules/treatment-planned", title: "who does what by when",
			doc: "The plan is approved, and every treatment in it says what is done, who answers for it and when it is due.",
		}, func(in *Input, p *risk.TreatmentPlan) finding {
			return in.eachPlanned(p, func(t *risk.Treatment) finding {
				return and(
					filled(len(t.Actions)+len(t.Controls) > 0, "what is done in the treatment {id}", t.Ref()),
					filled(t.Owner != "", "who answers for the treatment {id}", t.Ref()),
					filled(t.Due != 0, "when the treatment {id} is due", t.Ref()))
			})
		}),
		about("6.1.3/h", rule{
			code: "rules/treatment-approved", title: "plan approved by designated management",
			doc: "The management that the plan names approved it as it stands, and every treatment in it is as it was planned.",
		}, func(_ *Input, p *risk.TreatmentPlan) finding { return shown(p.Ref()) }),
		about("6.1.3/i", rule{
			code: "rules/residual-accepted", title: "residual risks accepted", reads: []aims.Kind{risk.KindRisk, risk.KindCriteria, risk.KindAcceptance},
			doc: "The plan is approved, and every open risk that it treats, or that is above the appetite, says what will remain and was accepted as it stands by somebody whom the criteria name for its level.",
		}, func(in *Input, p *risk.TreatmentPlan) finding {
			planned := in.planned()
			return in.eachRisk(func(c *risk.Criteria, r *openRisk) finding {
				treated := slices.ContainsFunc(planned, func(t *risk.Treatment) bool { return slices.Contains(t.Risks, r.ID) })
				if !treated && !in.aboveAppetite(c, r) {
					return shown(r.ref)
				}
				return and(filled(r.Residual != nil || !treated, "what remains of the risk {id}", r.ref), in.accepted(c, r))
			})
		}),
		about("6.1.3/j", rule{
			code: "rules/treatment-objectives", title: "controls serve the objectives",
			doc: "The approved plan says that its controls were checked against the AI objectives and serve them.",
		}, func(_ *Input, p *risk.TreatmentPlan) finding {
			return answer(p.ServesObjectives, "the controls serve the AI objectives", p.Ref())
		}),
		about("6.1.3/k", rule{
			code: "rules/controls-communicated", title: "controls documented and made known", reads: []aims.Kind{aims.KindDocument, aims.KindCommunication, aims.KindEvidence},
			doc: "The approved plan is held by a document in force that is approved as it stands; a communication of it took place, and accepted evidence shows it.",
		}, func(in *Input, p *risk.TreatmentPlan) finding {
			return and(in.document(p.Document, "the risk treatment plan", p.Ref()),
				in.communicated(aims.PointKey("6.1.3/k"), since(in, approval, p, p.Approvals), p.Communications, "the risk treatment plan", p.Ref()))
		}),
		about("6.1.3/l", rule{
			code: "rules/controls-available", title: "controls open to interested parties",
			doc: "The approved plan says that interested parties can learn of the controls, or that this is not appropriate.",
		}, func(_ *Input, p *risk.TreatmentPlan) finding {
			if p.AvailableToParties == aims.NotApplicable {
				return shown(p.Ref())
			}
			return answer(p.AvailableToParties, "interested parties can learn of the controls", p.Ref())
		}),
	}
}

// eachPlanned judges every treatment of a plan.
func (in *Input) eachPlanned(p *risk.TreatmentPlan, judge func(*risk.Treatment) finding) finding {
	set := over(len(in.planned()))
	for _, t := range in.planned() {
		set.add(judge(t))
	}
	if set.none() {
		return filled(false, "which treatments the plan holds", p.Ref())
	}
	return set.each().on(p.Ref())
}
