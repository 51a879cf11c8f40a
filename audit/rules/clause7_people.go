package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// competenceKept judges whether competence is on record at all, as assessed
// by somebody.
func (in *Input) competenceKept() finding {
	var candidates []finding
	for _, c := range list[aims.Competence](in) {
		candidates = append(candidates, in.decided(c.AssessedBy, c.AssessedOn, "the competence "+string(c.ID), c.Ref()))
	}
	if len(candidates) == 0 {
		return in.absent(aims.KindCompetence)
	}
	return best(candidates...)
}

// timely judges whether something with a date is done, or not yet due.
func (in *Input) timely(done, due aims.Date, what string, ref aims.Ref) finding {
	switch {
	case done != 0 && done <= in.At:
		return shown(ref)
	case due != 0 && due < in.At:
		return partly(Overdue, []aims.Ref{ref}, "what", what, "due", due.String())
	}
	return shown(ref).holds(due)
}

// evaluated judges whether somebody evaluated an effect, with success. The
// latest evaluation by the day counts.
func (in *Input) evaluated(id aims.PointID, evaluations []aims.Evaluation, what string, ref aims.Ref) finding {
	var latest aims.Evaluation
	for _, e := range evaluations {
		if e.On <= in.At && e.On >= latest.On {
			latest = e
		}
	}
	if latest.On == 0 {
		return missing(FieldEmpty, []aims.Ref{ref}, "what", what)
	}
	return and(answer(latest.Met, what+" is as wanted", ref), in.evidence(aims.PointKey(id), latest.Evidence, what).on(ref))
}

// attended judges the attendance of a training that was held: of everybody
// who was planned, by name or by number.
func (in *Input) attended(t aims.Training) []finding {
	key := aims.PointKey("7.2/e")
	what := "attendance of the training " + string(t.ID)
	var members []finding
	for _, p := range t.Planned {
		there := missing(Uncovered, []aims.Ref{t.Ref()}, "what", what+" by "+string(p))
		for _, a := range t.Attendances {
			if a.Person == p && a.On != 0 && a.On <= in.At {
				there = best(there, in.evidence(key, append(slices.Clip(a.Evidence), t.Evidence...), what).on(t.Ref()))
			}
		}
		members = append(members, there)
	}
	if order, known := t.AttendedCount.Cmp(t.PlannedCount); known {
		shows := in.evidence(key, t.Evidence, what).on(t.Ref())
		if order < 0 {
			shows = and(shows, partly(Uncovered, []aims.Ref{t.Ref()}, "what", what+": "+t.AttendedCount.String()+" of "+t.PlannedCount.String()))
		}
		members = append(members, shows)
	}
	if len(members) == 0 {
		members = append(members, in.evidence(key, t.Evidence, what).on(t.Ref()))
	}
	return members
}

// awarenessRules judge 7.3.
func awarenessRules() []aims.Rule[*Input] {
	reads := []aims.Kind{aims.KindAwareness, aims.KindEvidence}
	about := func(id aims.PointID, code aims.Code, title, what string, field func(aims.Awareness) aims.Answer, more func(*Input, aims.Awareness) finding) aims.Rule[*Input] {
		r := rule{code: code, title: title, reads: reads, doc: "Everybody on record for awareness, and every group in full, knows it; the record is not overdue for repetition, and accepted evidence shows it."}
		return overAll(id, r, list[aims.Awareness], func(in *Input, a aims.Awareness) finding {
			return and(answer(field(a), what, a.Ref()), in.reached(id, a), more(in, a))
		})
	}
	nothing := func(_ *Input, a aims.Awareness) finding { return shown(a.Ref()) }
	return []aims.Rule[*Input]{
		about("7.3/a", "rules/aware-policy", "policy known", "they know the AI policy",
			func(a aims.Awareness) aims.Answer { return a.PolicyKnown },
			func(in *Input, a aims.Awareness) finding {
				if p, _ := in.policy(); a.Policy != "" && p.ID != "" && a.Policy != p.ID {
					return partly(Outdated, []aims.Ref{a.Ref(), p.Ref()}, "what", "awareness", "got", string(a.Policy), "want", string(p.ID))
				}
				return shown(a.Ref())
			}),
		about("7.3/b", "rules/aware-contribution", "own contribution known", "they know what they contribute",
			func(a aims.Awareness) aims.Answer { return a.Contribution }, nothing),
		about("7.3/c", "rules/aware-implications", "implications known", "they know what follows when requirements are not met",
			func(a aims.Awareness) aims.Answer { return a.Implications }, nothing),
	}
}

// reached judges whether awareness was raised with everybody concerned, and
// is not due again.
func (in *Input) reached(id aims.PointID, a aims.Awareness) finding {
	what := "awareness (" + string(a.ID) + ")"
	if a.On == 0 || a.On > in.At {
		return missing(FieldEmpty, []aims.Ref{a.Ref()}, "what", "when awareness was raised")
	}
	f := in.evidence(aims.PointKey(id), a.Evidence, what).on(a.Ref())
	if order, known := a.Reached.Cmp(a.Size); known && order < 0 {
		f = and(f, partly(Uncovered, []aims.Ref{a.Ref()}, "what", what+": "+a.Reached.String()+" of "+a.Size.String()))
	}
	if a.RepeatBy != 0 && a.RepeatBy < in.At {
		return and(f, partly(Overdue, []aims.Ref{a.Ref()}, "what", "repetition of "+what, "due", a.RepeatBy.String()))
	}
	return f.holds(a.RepeatBy)
}

// communicationRules judge 7.4. What is determined is the plan; an approved
// document kept for 7.4, or evidence of an occasion, stands behind it.
func communicationRules() []aims.Rule[*Input] {
	reads := []aims.Kind{aims.KindCommunication, aims.KindDocument, aims.KindEvidence}
	states := func(id aims.PointID, code aims.Code, title, what string, has func(aims.Communication) bool) aims.Rule[*Input] {
		r := rule{code: code, title: title, reads: reads, doc: "Every planned communication states " + what + ", and an approved document or evidence of an occasion stands behind the plan."}
		return overAll(id, r, (*Input).communications, func(in *Input, c aims.Communication) finding {
			return and(filled(has(c), what, c.Ref()), in.communicationPlan(id))
		})
	}
	return []aims.Rule[*Input]{
		states("7.4/a", "rules/communication-what", "subjects of communication", "who communicates it", func(c aims.Communication) bool { return c.Responsible != "" }),
		states("7.4/b", "rules/communication-when", "time of communication", "when it takes place", func(c aims.Communication) bool { return c.When != "" || c.Every != "" }),
		states("7.4/c", "rules/communication-whom", "addressees of communication", "with whom it takes place", func(c aims.Communication) bool { return c.WithWhom != "" || len(c.Parties) > 0 }),
		states("7.4/d", "rules/communication-how", "means of communication", "how it takes place", func(c aims.Communication) bool { return c.How != "" }),
		point("7.4/e", rule{
			code: "rules/communication-spheres", title: "communication inside and outside", reads: reads,
			doc: "Planned communications cover the inside and the outside, and an approved document or evidence of an occasion stands behind the plan.",
			check: func(in *Input) finding {
				planned := in.communications()
				if len(planned) == 0 {
					return in.absent(aims.KindCommunication)
				}
				covers := func(s aims.Sphere, what string) finding {
					for _, c := range planned {
						if slices.Contains(c.Spheres, s) {
							return shown(c.Ref())
						}
					}
					return missing(Uncovered, nil, "what", what)
				}
				return and(each([]finding{
					covers(aims.SphereInternal, "communication inside"), covers(aims.SphereExternal, "communication with the outside"),
				}), in.communicationPlan("7.4/e"))
			},
		}),
	}
}

// communications returns the communications that are planned at the day.
func (in *Input) communications() []aims.Communication {
	return slices.DeleteFunc(list[aims.Communication](in), func(c aims.Communication) bool { return c.Until != 0 && c.Until < in.At })
}

// communicationPlan judges what stands behind the plan of communication.
func (in *Input) communicationPlan(id aims.PointID) finding {
	candidates := []finding{in.served(id, "the plan of communication")}
	if candidates[0].verdict.Gap() {
		candidates[0] = cannotTell(EvidenceMissing, nil, "what", "the plan of communication")
	}
	for _, c := range in.communications() {
		for _, o := range c.Occasions {
			if o.On != 0 && o.On <= in.At {
				candidates = append(candidates, in.evidence(aims.PointKey(id), o.Evidence, "the occasion").on(c.Ref()))
			}
		}
	}
	return best(candidates...)
}
