package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// lifecycleRules hold claims about the life cycle of AI systems and about data
// (A.6, A.7) against the records.
func lifecycleRules() []aims.Rule[*Input] {
	systems := []aims.Kind{aims.KindSystem, aims.KindScope}
	releases := append(slices.Clone(systems), aims.KindRelease, aims.KindValidation)
	data := append(slices.Clone(systems), aims.KindDataset)
	dataset := func(control aims.ControlID, code aims.Code, doc string, look func(*Input, *aims.Dataset) finding) contradiction {
		return contradiction{control, code, data, doc, func(in *Input) finding {
			return first(in.ownDatasets(), func(d *aims.Dataset) finding { return look(in, d) })
		}}
	}
	return contradictions(
		contradiction{
			"A.6.1.2", "rules/development-objectives-claimed",
			[]aims.Kind{aims.KindObjective},
			"No objective was looked at and found to be missed.",
			func(in *Input) finding {
				return first(in.objectives(), func(o *aims.Objective) finding {
					e, found := aims.LatestEvaluation(o.Evaluations, in.At)
					if !found {
						return finding{}
					}
					return denied(e.Met, "the objective {id} is reached", o.Ref())
				})
			},
		},
		contradiction{
			"A.6.1.3", "rules/development-process-claimed", releases, "Every release of an AI system in scope that runs names the validations that it rests on.",
			func(in *Input) finding {
				return first(in.deployed(), func(r *aims.Release) finding {
					return lacking(len(r.Validations) > 0, "which validations the release {id} rests on", r.Ref())
				})
			},
		},
		contradiction{
			"A.6.2.2", "rules/requirements-claimed", systems, "No AI system in scope says that its requirements are not specified.",
			arranged("requirements are specified", func(a *aims.Arrangements) aims.Arrangement { return a.Requirements }),
		},
		contradiction{
			"A.6.2.3", "rules/design-claimed", systems, "No AI system in scope says that its design is not documented.",
			arranged("the design is documented", func(a *aims.Arrangements) aims.Arrangement { return a.Design }),
		},
		contradiction{
			"A.6.2.4", "rules/verification-claimed", releases, "No AI system in scope says that it has no plan for verification and validation, and the validations of the release that runs did not fail, nor any of their criteria.",
			(*Input).validationContradicts,
		},
		contradiction{
			"A.6.2.5", "rules/deployment-claimed", releases, "No AI system in scope says that it has no deployment plan, and the release that runs met its requirements and was approved.",
			func(in *Input) finding {
				plan := arranged("deployment is planned", func(a *aims.Arrangements) aims.Arrangement { return a.Deployment })
				return either(plan(in), first(in.deployed(), func(r *aims.Release) finding {
					if len(r.Approvals) == 0 {
						return missing(NotApproved, []aims.Ref{r.Ref()}, "what", "the release "+string(r.ID))
					}
					return denied(r.RequirementsMet, "the release {id} met its requirements", r.Ref())
				}))
			},
		},
		contradiction{
			"A.6.2.6", "rules/operation-claimed", systems, "No AI system in scope says that nothing is arranged for its operation and monitoring.",
			arranged("operation and monitoring are arranged", func(a *aims.Arrangements) aims.Arrangement { return a.Operation }),
		},
		contradiction{
			"A.6.2.7", "rules/technical-documentation-claimed", systems, "No AI system in scope says that it has no technical documentation.",
			arranged("there is technical documentation", func(a *aims.Arrangements) aims.Arrangement { return a.Technical }),
		},
		contradiction{
			"A.6.2.8", "rules/event-logs-claimed", systems, "No AI system in scope says that it keeps no event logs.",
			arranged("event logs are kept", func(a *aims.Arrangements) aims.Arrangement { return a.EventLogs }),
		},
		dataset("A.7.2", "rules/data-process-claimed", "Every data set of an AI system in scope names the process that it goes through.",
			func(_ *Input, d *aims.Dataset) finding {
				return lacking(d.Process != "", "which process the data set {id} goes through", d.Ref())
			}),
		dataset("A.7.3", "rules/data-acquisition-claimed", "Every data set of an AI system in scope says how it was acquired; the right to it covers its uses and has not ended, and it holds no more than the purpose needs.",
			func(in *Input, d *aims.Dataset) finding {
				if d.Rights.Until != 0 && d.Rights.Until < in.At {
					return partly(Overdue, []aims.Ref{d.Ref()}, "what", "the right to the data set "+string(d.ID), "due", d.Rights.Until.String())
				}
				return either(
					lacking(d.Acquisition != "", "how the data set {id} was acquired", d.Ref()),
					denied(d.Rights.CoversUses, "the right to the data set {id} covers its uses", d.Ref()),
					denied(d.Minimized, "the data set {id} holds no more than the purpose needs", d.Ref()))
			}),
		dataset("A.7.4", "rules/data-quality-claimed", "Every data set of an AI system in scope meets its criteria of quality and represents whom it should.",
			func(_ *Input, d *aims.Dataset) finding {
				return either(
					first(d.Quality, func(k aims.Criterion) finding {
						return meets(k, "the data set "+string(d.ID), d.Ref())
					}),
					denied(d.Representative, "the data set {id} represents whom it should", d.Ref()))
			}),
		dataset("A.7.5", "rules/data-provenance-claimed", "Every data set of an AI system in scope says where it comes from.",
			func(_ *Input, d *aims.Dataset) finding {
				return lacking(len(d.Provenance) > 0, "the provenance of the data set {id}", d.Ref())
			}),
		dataset("A.7.6", "rules/data-preparation-claimed", "Every data set of an AI system in scope says how it was prepared.",
			func(_ *Input, d *aims.Dataset) finding {
				return lacking(len(d.Preparation) > 0, "how the data set {id} was prepared", d.Ref())
			}),
	)
}

// validationContradicts looks at the validations of the releases that run.
func (in *Input) validationContradicts() finding {
	plan := arranged("verification and validation are planned", func(a *aims.Arrangements) aims.Arrangement { return a.Verification })
	return either(plan(in), first(in.deployed(), func(r *aims.Release) finding {
		return first(r.Validations, func(id aims.ValidationID) finding {
			v, found := audit.Find[aims.Validation](in.View, id, in.At)
			if !found {
				return finding{}
			}
			if v.Result == aims.ResultFail {
				return missing(AnsweredNo, []aims.Ref{r.Ref(), v.Ref()}, "what", "the validation "+string(v.ID)+" was passed")
			}
			return first(slices.Concat(v.Criteria, v.Bias, v.Robustness), func(k aims.Criterion) finding {
				return meets(k, "the validation "+string(v.ID), v.Ref())
			})
		})
	}))
}

// meets judges a criterion where only a plain no contradicts.
func meets(k aims.Criterion, what string, ref aims.Ref) finding {
	if k.Holds() != aims.No {
		return finding{}
	}
	return missing(AnsweredNo, []aims.Ref{ref}, "what", what+" meets the criterion "+k.Title)
}
