package rules

import (
	"slices"
	"strings"

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
			doc: "Every resource states the need that it meets, and a decision by top management that accepted evidence shows, or other accepted evidence, stands behind it.",
		}, (*Input).resources, func(in *Input, r *aims.Resource) finding {
			return and(filled(r.Need != "", "what the resource is needed for", r.Ref()), in.granted("7.1/a", r)).holds(r.Until)
		}),
		overAll("7.1/b", rule{
			code: "rules/resources-provided", title: "means made available", reads: reads,
			doc: "Every resource is there, in the quantity that is needed where that is known; nobody found that it does not suffice, the next look at that is not overdue, " +
				"and a decision by top management that accepted evidence shows, or other accepted evidence, stands behind it.",
		}, (*Input).resources, func(in *Input, r *aims.Resource) finding {
			return and(in.there(r), in.suffices(r), in.granted("7.1/b", r)).holds(r.Until)
		}),
	}
}

// resources returns the resources that have not ended at the day, planned
// ones too.
func (in *Input) resources() []*aims.Resource {
	return without(list[aims.Resource](in), func(r *aims.Resource) bool { return r.Until != 0 && r.Until < in.At })
}

// there judges whether a resource is there.
func (in *Input) there(r *aims.Resource) finding {
	if r.From > in.At {
		return missing(Uncovered, []aims.Ref{r.Ref()}, "what", "the resource "+string(r.ID)+", which is there from "+r.From.String()+" on")
	}
	return answer(r.Provided, "the resource {id} is there", r.Ref())
}

// suffices judges whether a resource is enough, as far as the record says.
func (in *Input) suffices(r *aims.Resource) finding {
	parts := []finding{shown(r.Ref()).holds(r.ReviewBy)}
	order, known := r.Quantity.Cmp(r.Needed)
	switch {
	case r.Needed.Known() && !known:
		parts = append(parts, cannotTell(FieldEmpty, []aims.Ref{r.Ref()}, "what", "how much there is of the resource "+string(r.ID)))
	case known && order < 0:
		parts = append(parts, partly(Uncovered, []aims.Ref{r.Ref()}, "what", strings.TrimSpace(r.Quantity.String()+" of "+r.Needed.String()+" "+r.Unit)))
	}
	if e, found := aims.LatestEvaluation(r.Adequacy, in.At); found && e.Met == aims.No {
		parts = append(parts, partly(AnsweredNo, []aims.Ref{r.Ref()}, "what", "the resource "+string(r.ID)+" suffices"))
	}
	if r.ReviewBy != 0 && r.ReviewBy < in.At {
		parts = append(parts, cannotTell(ReviewOverdue, []aims.Ref{r.Ref()}, "what", "the resource "+string(r.ID), "due", r.ReviewBy.String()))
	}
	return and(parts...)
}

// granted judges what stands behind a resource: the act of top management by
// which it was granted, shown by evidence, or evidence of its own. Evidence
// against either is a gap.
func (in *Input) granted(id aims.PointID, r *aims.Resource) finding {
	const what = "the resource {id}"
	key := aims.PointKey(id)
	shows := in.evidence(key, r.Evidence, what, r.Ref())
	a, found := audit.Find[aims.LeadershipAct](in.View, r.Decision, in.At)
	if shows.verdict.Gap() || !found || a.On == 0 || a.On > in.At {
		return shows
	}
	decision := in.evidence(key, a.Evidence, "the decision on "+what, r.Ref()).on(a.Ref())
	if decision.verdict.Gap() {
		return decision
	}
	return best(and(in.byTopManagement(a.By, named(what, r.Ref()), a.Ref()), decision), shows)
}

// competenceRules judge 7.2.
func competenceRules() []aims.Rule[*Input] {
	reads := []aims.Kind{aims.KindCompetence, aims.KindPerson, aims.KindEvidence}
	roles := append(slices.Clip(reads), aims.KindRole)
	trainings := append(slices.Clip(reads), aims.KindTraining)
	return []aims.Rule[*Input]{
		point("7.2/a", rule{
			code: "rules/competence-determined", title: "competence needed", reads: roles,
			doc:   "For every role assignment, or for its holder without regard to a role, it is on record what competence it takes, and who looked into it when.",
			check: (*Input).competenceDetermined,
		}),
		point("7.2/b", rule{
			code: "rules/competence-held", title: "people competent", reads: roles,
			doc:   "Every competence needed is there, as assessed; the assessment holds, accepted evidence shows it, and it covers the holder of every role.",
			check: (*Input).competenceHeld,
		}),
		point("7.2/c", rule{
			code: "rules/competence-acquired", title: "missing competence acquired", reads: trainings,
			doc: "Where competence is missing, actions or trainings are on record; accepted evidence shows those that are done, the others have a date, and no training is overdue. " +
				"While nobody lacks any, there is nothing to exercise.",
			check: (*Input).competenceAcquired,
		}),
		point("7.2/d", rule{
			code: "rules/competence-evaluated", title: "effect evaluated", reads: trainings,
			doc: "After every training that is completed, and every other action for a competence that is done, somebody evaluated the effect; the aim was met, and accepted evidence shows it. " +
				"While none is completed, there is nothing to exercise.",
			check: (*Input).competenceEvaluated,
		}),
		point("7.2/e", rule{
			code: "rules/competence-proved", title: "competence proved", reads: trainings,
			doc:   "Accepted evidence proves every competence, and that everybody planned for a training that was held attended it; nobody failed its test for good.",
			check: (*Input).competenceProved,
		}),
	}
}

// competences returns what is on record about the competence of roles and of
// the people who have not left.
func (in *Input) competences() []*aims.Competence {
	return in.competenceList.get(func() []*aims.Competence {
		return without(list[aims.Competence](in), func(c *aims.Competence) bool { return in.gone(c.Person) })
	})
}

// competenceDetermined judges 7.2/a.
func (in *Input) competenceDetermined() finding {
	competences := in.competences()
	if len(competences) == 0 {
		return in.absent(aims.KindCompetence)
	}
	var set members
	for _, r := range in.roles() {
		covered := missing(Uncovered, []aims.Ref{r.Ref()}, "what", "the competence for the role "+string(r.ID))
		for _, c := range competences {
			if c.Role == r.ID || c.Role == "" && c.Person == r.Person {
				covered = best(covered, in.looked(c).on(r.Ref()).holds(r.Until))
			}
		}
		set.add(covered)
	}
	if set.none() {
		return in.absent(aims.KindRole)
	}
	return set.each()
}

// competenceHeld judges 7.2/b.
func (in *Input) competenceHeld() finding {
	competences := in.competences()
	if len(competences) == 0 {
		return in.absent(aims.KindCompetence)
	}
	var set members
	for _, c := range competences {
		const what = "the competence {id}"
		f := and(answer(c.Competent, what+" is there", c.Ref()), in.evidence(aims.PointKey("7.2/b"), c.Evidence, what, c.Ref()))
		if c.Until != 0 && c.Until < in.At {
			f = and(f, cannotTell(ReviewOverdue, []aims.Ref{c.Ref()}, "what", named(what, c.Ref()), "due", c.Until.String()))
		}
		set.add(f.holds(c.Until).holds(in.leaves(c.Person)))
	}
	for _, r := range in.roles() {
		if r.Person != "" && !slices.ContainsFunc(competences, func(c *aims.Competence) bool {
			return c.Person == r.Person || c.Person == "" && c.Role == r.ID
		}) {
			set.add(missing(Uncovered, []aims.Ref{r.Ref()}, "what", "the competence of the holder of the role "+string(r.ID)))
		}
	}
	return set.each()
}

// competenceAcquired judges 7.2/c.
func (in *Input) competenceAcquired() finding {
	var set members
	for _, c := range in.competences() {
		set.add(in.pursued(c).holds(in.leaves(c.Person)))
	}
	if set.none() {
		return in.absent(aims.KindCompetence)
	}
	var until aims.Date
	for _, t := range list[aims.Training](in) {
		if t.Due != 0 && (t.Completed == 0 || t.Completed > in.At) {
			until = set.addFailing(in.timely(t.Due, "the training {id}", t.Ref()), until)
		}
	}
	return set.each().holds(until)
}

// competenceEvaluated judges 7.2/d.
func (in *Input) competenceEvaluated() finding {
	var set members
	for _, c := range in.competences() {
		var last aims.Date
		for _, a := range c.Actions {
			if a.Done <= in.At {
				last = max(last, a.Done)
			}
		}
		if last != 0 {
			set.add(in.evaluated("7.2/d", c.Effectiveness, last, "what was done for the competence {id}", c.Ref()))
		}
		for _, id := range c.Trainings {
			if _, found := audit.Find[aims.Training](in.View, id, in.At); !found {
				set.add(in.absent(aims.KindTraining).on(c.Ref()))
			}
		}
	}
	for _, t := range list[aims.Training](in) {
		if t.Completed != 0 && t.Completed <= in.At {
			set.add(in.evaluated("7.2/d", t.Effectiveness, t.Completed, "the training {id}", t.Ref()))
		}
	}
	switch {
	case !set.none():
		return set.each()
	case !in.Supplied(aims.KindTraining):
		return in.absent(aims.KindTraining)
	}
	return in.competenceKept().idle()
}

// competenceProved judges 7.2/e.
func (in *Input) competenceProved() finding {
	var set members
	for _, c := range in.competences() {
		set.add(in.evidence(aims.PointKey("7.2/e"), c.Evidence, "the competence {id}", c.Ref()).holds(in.leaves(c.Person)))
	}
	if set.none() {
		return in.absent(aims.KindCompetence)
	}
	var until aims.Date
	for _, t := range list[aims.Training](in) {
		for _, f := range in.attended(t) {
			until = set.addFailing(f, until)
		}
	}
	return set.each().holds(until)
}
