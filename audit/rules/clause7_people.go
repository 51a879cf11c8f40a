package rules

import (
	"cmp"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// leaves returns the last day of a person in the organization, if it is known.
func (in *Input) leaves(id aims.PersonID) aims.Date {
	p, _ := audit.Find[aims.Person](in.View, id, in.At)
	return p.Until
}

// gone reports whether a person has left the organization. Nobody needs to
// show anything about the people who have.
func (in *Input) gone(id aims.PersonID) bool {
	last := in.leaves(id)
	return last != 0 && last < in.At
}

// addFailing takes a finding in that matters only when it fails. While it
// conforms it only limits the days, of which the last one so far is given.
func (m *members) addFailing(f finding, until aims.Date) aims.Date {
	if f.verdict == aims.Conforms {
		return earlier(until, f.until)
	}
	m.add(f)
	return until
}

// looked judges whether somebody looked into a competence.
func (in *Input) looked(c *aims.Competence) finding {
	return in.decided(c.AssessedBy, c.AssessedOn, "the competence {id}", c.Ref()).holds(in.leaves(c.Person))
}

// competenceKept judges whether competence is on record at all, as assessed
// by somebody.
func (in *Input) competenceKept() finding {
	var top finding
	for _, c := range in.competences() {
		top = best(top, in.looked(c))
	}
	if top.code == "" {
		return in.absent(aims.KindCompetence)
	}
	return top
}

// pursued judges what is done about a competence that is missing, or was.
func (in *Input) pursued(c *aims.Competence) finding {
	const what = "the competence {id}"
	var parts []finding
	for _, a := range c.Actions {
		parts = append(parts, in.carriedOut(a.Done, a.Due, a.Evidence, "the action for "+what, c.Ref()))
	}
	for _, id := range c.Trainings {
		t, found := find[aims.Training](in, string(id))
		if !found {
			parts = append(parts, in.absent(aims.KindTraining).on(c.Ref()))
			continue
		}
		evidence := slices.Clone(t.Evidence)
		for _, a := range t.Attendances {
			evidence = append(evidence, a.Evidence...)
		}
		parts = append(parts, in.carriedOut(t.Completed, t.Due, evidence, "the training {id}", t.Ref()).on(c.Ref()))
	}
	switch {
	case len(parts) > 0:
		return and(parts...)
	case c.Competent == aims.No || c.Gap != "":
		return filled(false, "what is done about "+what+", which is missing", c.Ref())
	}
	return and(answered(c.Competent, what+" is there", c.Ref()), in.looked(c)).idle()
}

// carriedOut judges whether something that acquires competence is done, as
// evidence shows, or not yet due.
func (in *Input) carriedOut(done, due aims.Date, evidence []aims.EvidenceID, what string, ref aims.Ref) finding {
	if done != 0 && done <= in.At {
		return in.evidence(aims.PointKey("7.2/c"), evidence, what, ref)
	}
	if due == 0 {
		return missing(FieldEmpty, []aims.Ref{ref}, "what", "when "+named(what, ref)+" is due")
	}
	return in.timely(due, what, ref)
}

// timely judges whether something that is not done is not overdue.
func (in *Input) timely(due aims.Date, what string, ref aims.Ref) finding {
	if due != 0 && due < in.At {
		return partly(Overdue, []aims.Ref{ref}, "what", named(what, ref), "due", due.String())
	}
	return shown(ref).holds(due)
}

// evaluated judges whether somebody evaluated the effect of what was done on
// a day, with success. The latest evaluation by the day counts.
func (in *Input) evaluated(id aims.PointID, evaluations []aims.Evaluation, done aims.Date, what string, ref aims.Ref) finding {
	latest, found := aims.LatestEvaluation(evaluations, in.At)
	if !found || latest.On < done {
		return missing(FieldEmpty, []aims.Ref{ref}, "what", "the effect of "+named(what, ref))
	}
	return and(answer(latest.Met, what+" had the effect that was wanted", ref), in.evidence(aims.PointKey(id), latest.Evidence, "the effect of "+what, ref))
}

// attended judges the attendance of a training that was held: of everybody
// who was planned, by name or by number, and of everybody who failed its test.
// Of several attempts of a person the best one counts.
func (in *Input) attended(t *aims.Training) []finding {
	if held := cmp.Or(t.On, t.Completed); held == 0 || held > in.At {
		return nil
	}
	key := aims.PointKey("7.2/e")
	what := "attendance of the training " + string(t.ID)
	var found []finding
	people := slices.Clone(t.Planned)
	for _, a := range t.Attendances {
		if a.Passed == aims.No && !slices.Contains(people, a.Person) {
			people = append(people, a.Person)
		}
	}
	for _, p := range people {
		if in.gone(p) {
			continue
		}
		var there finding
		for _, a := range t.Attendances {
			switch {
			case a.Person != p || a.On == 0 || a.On > in.At:
			case a.Passed == aims.No:
				there = best(there, partly(AnsweredNo, []aims.Ref{t.Ref()}, "what", string(p)+" passed the test of the training "+string(t.ID)))
			default:
				there = best(there, in.evidence(key, slices.Concat(a.Evidence, t.Evidence), what, t.Ref()))
			}
		}
		if there.code == "" {
			there = missing(Uncovered, []aims.Ref{t.Ref()}, "what", what+" by "+string(p))
		}
		found = append(found, there)
	}
	order, known := t.AttendedCount.Cmp(t.PlannedCount)
	switch {
	case t.PlannedCount.Known() && !known:
		found = append(found, cannotTell(FieldEmpty, []aims.Ref{t.Ref()}, "what", "how many of "+t.PlannedCount.String()+" people attended the training "+string(t.ID)))
	case known && order < 0:
		found = append(found, partly(Uncovered, []aims.Ref{t.Ref()}, "what", what+": "+t.AttendedCount.String()+" of "+t.PlannedCount.String()))
	}
	if len(t.Planned) == 0 {
		found = append(found, in.evidence(key, t.Evidence, what, t.Ref()))
	}
	return found
}

// awarenessRules judge 7.3.
func awarenessRules() []aims.Rule[*Input] {
	reads := []aims.Kind{aims.KindAwareness, aims.KindPerson, aims.KindEvidence, aims.KindOrganization}
	about := func(id aims.PointID, r rule, what string, field func(*aims.Awareness) aims.Answer, more func(*Input, *aims.Awareness) finding) aims.Rule[*Input] {
		r.reads = append(slices.Clip(reads), r.reads...)
		r.doc = "Everybody on record for awareness, and every group in full, " + r.doc + "; the latest record of each is not overdue for repetition, and accepted evidence shows it. " +
			"Where the number of people in the organization is known, the records speak of as many."
		r.check = func(in *Input) finding {
			var set members
			found := in.awareness()
			for _, a := range found {
				set.add(and(answer(field(a), what, a.Ref()), in.reached(id, a), more(in, a)).holds(in.leaves(a.Person)))
			}
			if set.none() {
				return in.absent(aims.KindAwareness)
			}
			return and(set.each(), in.everybody(found))
		}
		return point(id, r)
	}
	nothing := func(_ *Input, a *aims.Awareness) finding { return shown(a.Ref()) }
	return []aims.Rule[*Input]{
		about("7.3/a", rule{
			code: "rules/aware-policy", title: "policy known", reads: []aims.Kind{aims.KindPolicy},
			doc: "knows the policy that is in force and approved as it stands, and learned of it after its approval",
		}, "everybody concerned knows the AI policy", func(a *aims.Awareness) aims.Answer { return a.PolicyKnown }, (*Input).knowsPolicy),
		about("7.3/b", rule{
			code: "rules/aware-contribution", title: "own contribution known", doc: "knows what they contribute",
		}, "everybody concerned knows what they contribute", func(a *aims.Awareness) aims.Answer { return a.Contribution }, nothing),
		about("7.3/c", rule{
			code: "rules/aware-implications", title: "implications known", doc: "knows what follows when requirements are not met",
		}, "everybody concerned knows what follows when requirements are not met", func(a *aims.Awareness) aims.Answer { return a.Implications }, nothing),
	}
}

// awareness returns the latest record about everybody who has not left, and
// about every group.
func (in *Input) awareness() []*aims.Awareness {
	return in.awarenessList.get(func() []*aims.Awareness {
		all := list[aims.Awareness](in)
		return without(all, func(a *aims.Awareness) bool {
			return in.gone(a.Person) || slices.ContainsFunc(all, func(b *aims.Awareness) bool {
				return b.Person == a.Person && b.Group == a.Group && b.On != 0 && b.On <= in.At && (a.On < b.On || a.On > in.At)
			})
		})
	})
}

// reached judges whether awareness was raised with everybody concerned, and
// is not due again.
func (in *Input) reached(id aims.PointID, a *aims.Awareness) finding {
	const what = "awareness ({id})"
	if a.On == 0 || a.On > in.At {
		return filled(false, "when "+what+" was raised", a.Ref())
	}
	parts := []finding{in.evidence(aims.PointKey(id), a.Evidence, what, a.Ref()), in.timely(a.RepeatBy, "repetition of "+what, a.Ref())}
	order, known := a.Reached.Cmp(a.Size)
	switch {
	case a.Group != "" && !known:
		parts = append(parts, cannotTell(FieldEmpty, []aims.Ref{a.Ref()}, "what", named("how many of how many people were reached by "+what, a.Ref())))
	case known && order < 0:
		parts = append(parts, partly(Uncovered, []aims.Ref{a.Ref()}, "what", named(what, a.Ref())+": "+a.Reached.String()+" of "+a.Size.String()))
	}
	return and(parts...)
}

// knowsPolicy judges whether awareness is of the policy that counts: approved
// as it stands, and before awareness was raised.
func (in *Input) knowsPolicy(a *aims.Awareness) finding {
	p, approved := in.policy()
	if p.ID == "" {
		return approved
	}
	what := "awareness (" + string(a.ID) + ")"
	refs := []aims.Ref{a.Ref(), p.Ref()}
	if a.Policy != "" && a.Policy != p.ID {
		return and(approved, partly(Outdated, refs, "what", what, "got", string(a.Policy), "want", string(p.ID)))
	}
	if first := since(in, topApproval, p, p.Approvals); a.On < first {
		return and(approved, partly(Outdated, refs, "what", what, "got", "a policy of "+a.On.String()+" or before", "want", "the one approved on "+first.String()))
	}
	return approved
}

// everybody judges whether records on awareness speak of as many people as
// the organization has, where that is known.
func (in *Input) everybody(records []*aims.Awareness) finding {
	o, _ := in.View.Organization(in.At)
	if !o.People.Known() {
		return shown()
	}
	people := make(map[aims.PersonID]bool)
	reached, _ := aims.AmountInt(0).Value()
	for _, a := range records {
		if a.Person != "" {
			people[a.Person] = true
		} else if n, known := a.Size.Value(); known {
			reached = reached.Add(n)
		}
	}
	one, _ := aims.AmountInt(int64(len(people))).Value()
	all := aims.AmountOf(reached.Add(one))
	if order, _ := all.Cmp(o.People); order < 0 {
		return cannotTell(Uncovered, []aims.Ref{o.Ref()}, "what", "awareness of "+all.String()+" of "+o.People.String()+" people is on record")
	}
	return shown()
}

// communicationRules judge 7.4. What is determined is the plan: an approved
// document kept for 7.4, or evidence of what took place, stands behind it.
func communicationRules() []aims.Rule[*Input] {
	reads := []aims.Kind{aims.KindCommunication, aims.KindDocument, aims.KindEvidence}
	const behind = "; an approved document kept for 7.4, or accepted evidence of an occasion, stands behind the plan, and no evidence speaks against it."
	planned := func(id aims.PointID, r rule, judge func(*aims.Communication) finding) aims.Rule[*Input] {
		r.reads = reads
		r.check = func(in *Input) finding {
			var set members
			for _, c := range in.communications() {
				set.add(judge(c).holds(c.Until))
			}
			if set.none() {
				return in.absent(aims.KindCommunication)
			}
			return and(set.each(), in.communicationPlan(id))
		}
		return point(id, r)
	}
	states := func(id aims.PointID, code aims.Code, title, what string, has func(*aims.Communication) bool) aims.Rule[*Input] {
		return planned(id, rule{code: code, title: title, doc: "Every planned communication states " + what + behind},
			func(c *aims.Communication) finding { return filled(has(c), what, c.Ref()) })
	}
	return []aims.Rule[*Input]{
		planned("7.4/a", rule{
			code: "rules/communication-what", title: "subjects of communication", doc: "Communications are planned, each on a subject" + behind,
		}, func(c *aims.Communication) finding { return shown(c.Ref()) }),
		states("7.4/b", "rules/communication-when", "time of communication", "when the communication takes place", func(c *aims.Communication) bool { return c.When != "" || c.Every != "" }),
		states("7.4/c", "rules/communication-whom", "addressees of communication", "with whom the communication takes place", func(c *aims.Communication) bool { return c.WithWhom != "" || len(c.Parties) > 0 }),
		states("7.4/d", "rules/communication-how", "means of communication", "how the communication takes place", func(c *aims.Communication) bool { return c.How != "" }),
		point("7.4/e", rule{
			code: "rules/communication-spheres", title: "communication inside and outside", reads: reads,
			doc: "Planned communications cover the inside and the outside" + behind,
			check: func(in *Input) finding {
				planned := in.communications()
				if len(planned) == 0 {
					return in.absent(aims.KindCommunication)
				}
				covers := func(s aims.Sphere, what string) finding {
					candidates := []finding{missing(Uncovered, nil, "what", what)}
					for _, c := range planned {
						if slices.Contains(c.Spheres, s) {
							candidates = append(candidates, shown(c.Ref()).holds(c.Until))
						}
					}
					return best(candidates...)
				}
				return and(each([]finding{
					covers(aims.SphereInternal, "communication inside"), covers(aims.SphereExternal, "communication with the outside"),
				}), in.communicationPlan("7.4/e"))
			},
		}),
	}
}

// communications returns the communications that are planned at the day.
func (in *Input) communications() []*aims.Communication {
	return without(list[aims.Communication](in), func(c *aims.Communication) bool { return c.Until != 0 && c.Until < in.At })
}

// communicationPlan judges what stands behind the plan of communication. That
// no document is kept for it is no gap: the plan may live elsewhere.
func (in *Input) communicationPlan(id aims.PointID) finding {
	const what = "the plan of communication"
	var evidence []aims.EvidenceID
	for _, c := range in.communications() {
		for _, o := range c.Occasions {
			if o.On != 0 && o.On <= in.At {
				evidence = append(evidence, o.Evidence...)
			}
		}
	}
	shows := in.evidence(aims.PointKey(id), evidence, what, aims.Ref{})
	if written := in.served(id, what); written.verdict == aims.Conforms && !shows.verdict.Gap() {
		return best(written, shows)
	}
	return shows
}
