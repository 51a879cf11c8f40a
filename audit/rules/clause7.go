package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// clause7 returns the rules for clause 7, support.
func clause7() []aims.Rule[*Input] {
	return slices.Concat(resourceRules(), competenceRules(), awarenessRules(), communicationRules(), documentRules())
}

// resourceRules judge 7.1.
func resourceRules() []aims.Rule[*Input] {
	reads := []aims.Kind{aims.KindResource, aims.KindLeadershipAct, aims.KindPerson, aims.KindEvidence}
	return []aims.Rule[*Input]{
		overAll("7.1/a", rule{
			code: "rules/resources-determined", title: "means determined", reads: reads,
			doc: "Every resource states the need that it meets, and a decision by top management or accepted evidence stands behind it.",
		}, list[aims.Resource], func(in *Input, r aims.Resource) finding {
			return and(filled(r.Need != "", "what the resource is needed for", r.Ref()), in.granted("7.1/a", r))
		}),
		overAll("7.1/b", rule{
			code: "rules/resources-provided", title: "means made available", reads: reads,
			doc: "Every resource is there, in the quantity that is needed where both are known, and a decision by top management or accepted evidence stands behind it.",
		}, list[aims.Resource], func(in *Input, r aims.Resource) finding {
			there := answer(r.Provided, "the resource is there", r.Ref())
			if r.From > in.At || r.Until != 0 && r.Until < in.At {
				there = missing(NotInForce, []aims.Ref{r.Ref()}, "what", "the resource "+string(r.ID))
			}
			if order, known := r.Quantity.Cmp(r.Needed); known && order < 0 {
				there = and(there, partly(Uncovered, []aims.Ref{r.Ref()}, "what", r.Quantity.String()+" of "+r.Needed.String()+" "+r.Unit))
			}
			return and(there.holds(r.Until), in.granted("7.1/b", r))
		}),
	}
}

// granted judges what stands behind a resource: the act of top management by
// which it was granted, or evidence.
func (in *Input) granted(id aims.PointID, r aims.Resource) finding {
	shows := in.evidence(aims.PointKey(id), r.Evidence, "the resource "+string(r.ID)).on(r.Ref())
	if a, found := audit.Find[aims.LeadershipAct](in.View, r.Decision, in.At); found && a.On != 0 && a.On <= in.At {
		return best(in.byTopManagement(a.By, "the resource "+string(r.ID), a.Ref()).on(r.Ref()), shows)
	}
	return shows
}

// competenceRules judge 7.2.
func competenceRules() []aims.Rule[*Input] {
	reads := []aims.Kind{aims.KindCompetence, aims.KindEvidence}
	training := append(slices.Clip(reads), aims.KindTraining)
	return []aims.Rule[*Input]{
		point("7.2/a", rule{
			code: "rules/competence-determined", title: "competence needed", reads: []aims.Kind{aims.KindCompetence, aims.KindRole},
			doc: "For every role assignment, or for its holder, it is on record what competence it takes and who assessed it.",
			check: func(in *Input) finding {
				competences := list[aims.Competence](in)
				if len(competences) == 0 {
					return in.absent(aims.KindCompetence)
				}
				var members []finding
				for _, r := range in.roles() {
					covered := missing(Uncovered, []aims.Ref{r.Ref()}, "what", "the competence for the role "+string(r.ID))
					for _, c := range competences {
						if c.Role == r.ID || c.Person != "" && c.Person == r.Person {
							covered = best(covered, in.decided(c.AssessedBy, c.AssessedOn, "the competence "+string(c.ID), c.Ref()).on(r.Ref()))
						}
					}
					members = append(members, covered)
				}
				if len(members) == 0 {
					return in.absent(aims.KindRole)
				}
				return each(members)
			},
		}),
		overAll("7.2/b", rule{
			code: "rules/competence-held", title: "people competent", reads: reads,
			doc: "Every competence needed is there, as assessed; the assessment holds, and accepted evidence shows it.",
		}, list[aims.Competence], func(in *Input, c aims.Competence) finding {
			what := "the competence " + string(c.ID)
			f := and(answer(c.Competent, "the competence is there", c.Ref()), in.evidence(aims.PointKey("7.2/b"), c.Evidence, what).on(c.Ref()))
			if c.Until != 0 && c.Until < in.At {
				return and(f, cannotTell(ReviewOverdue, []aims.Ref{c.Ref()}, "what", what, "due", c.Until.String()))
			}
			return f.holds(c.Until)
		}),
		point("7.2/c", rule{
			code: "rules/competence-acquired", title: "missing competence acquired", reads: training,
			doc: "Where competence is missing, actions or trainings are on record, and no action or training is overdue. While nobody lacks any, there is nothing to exercise.",
			check: func(in *Input) finding {
				var members []finding
				for _, c := range list[aims.Competence](in) {
					if c.Competent == aims.No || c.Gap != "" {
						members = append(members, filled(len(c.Actions) > 0 || len(c.Trainings) > 0, "what is done about the missing competence", c.Ref()))
					}
					for _, a := range c.Actions {
						members = append(members, in.timely(a.Done, a.Due, "the action for the competence "+string(c.ID), c.Ref()))
					}
				}
				for _, t := range list[aims.Training](in) {
					members = append(members, in.timely(t.Completed, t.Due, "the training "+string(t.ID), t.Ref()))
				}
				switch {
				case len(members) > 0:
					return and(and(each(members)), in.competenceKept())
				case len(list[aims.Competence](in)) == 0:
					return in.absent(aims.KindCompetence)
				}
				return and(in.competenceKept(), notExercised())
			},
		}),
		point("7.2/d", rule{
			code: "rules/competence-evaluated", title: "effect evaluated", reads: training,
			doc: "Every completed training was evaluated, the aim was met, and accepted evidence shows it. While none is completed, there is nothing to exercise.",
			check: func(in *Input) finding {
				var members []finding
				for _, t := range list[aims.Training](in) {
					if t.Completed == 0 || t.Completed > in.At {
						continue
					}
					members = append(members, in.evaluated("7.2/d", t.Effectiveness, "the effect of the training "+string(t.ID), t.Ref()))
				}
				switch {
				case len(members) > 0:
					return each(members)
				case !in.Supplied(aims.KindTraining):
					return in.absent(aims.KindTraining)
				}
				return and(in.competenceKept(), notExercised())
			},
		}),
		point("7.2/e", rule{
			code: "rules/competence-proved", title: "competence proved", reads: training,
			doc: "Accepted evidence proves every competence, and the attendance of everybody planned for a training that was held.",
			check: func(in *Input) finding {
				var members []finding
				for _, c := range list[aims.Competence](in) {
					members = append(members, in.evidence(aims.PointKey("7.2/e"), c.Evidence, "the competence "+string(c.ID)).on(c.Ref()))
				}
				if len(members) == 0 {
					return in.absent(aims.KindCompetence)
				}
				for _, t := range list[aims.Training](in) {
					if t.On != 0 && t.On <= in.At {
						members = append(members, in.attended(t)...)
					}
				}
				return each(members)
			},
		}),
	}
}
