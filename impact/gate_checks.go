package impact

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// The codes of reasons of [Gate] about the need for an assessment.
const (
	// GateScreeningMissing: nobody recorded whether an assessment is needed.
	GateScreeningMissing aims.Code = "impact/gate-screening-missing"
	// GateScreeningUnsupplied: it is not known whether there are screenings.
	GateScreeningUnsupplied aims.Code = "impact/gate-screening-unsupplied"
	// GateScreenedOut: a screening found that no assessment is needed.
	GateScreenedOut aims.Code = "impact/gate-screened-out"
	// GateScreenedIn: a screening asks for an assessment.
	GateScreenedIn aims.Code = "impact/gate-screened-in"
	// GateScreeningContradicts: a trigger is met, and yet no assessment is said to be needed.
	GateScreeningContradicts aims.Code = "impact/gate-screening-contradicts"
	// GateScreeningIncomplete: no assessment is said to be needed, and a trigger has no answer.
	GateScreeningIncomplete aims.Code = "impact/gate-screening-incomplete"
	// GateScreeningUndecided: the screening does not say whether an assessment is needed.
	GateScreeningUndecided aims.Code = "impact/gate-screening-undecided"
	// GateScreeningVersion: another version of the system was screened.
	GateScreeningVersion aims.Code = "impact/gate-screening-version"
	// GateScreeningDue: the planned date of the next screening has passed.
	GateScreeningDue aims.Code = "impact/gate-screening-due"
	// GateScreeningVoid: the screening was approved, and the approval no longer holds.
	GateScreeningVoid aims.Code = "impact/gate-screening-void"
)

// GateLegalOther is the code of the problem that the screening by law that
// [Gate] is given is of another system.
const GateLegalOther aims.Code = "impact/gate-legal-other"

// The codes of reasons of [Gate] about law and deadlines.
const (
	// GateDutyForbids: the law prohibits the practice.
	GateDutyForbids aims.Code = "impact/gate-duty-forbids"
	// GateDutyOpen: the law asks for something that is not done.
	GateDutyOpen aims.Code = "impact/gate-duty-open"
	// GateDutyUnknown: it is not known whether something that the law asks for is done.
	GateDutyUnknown aims.Code = "impact/gate-duty-unknown"
	// GateDutyUnclear: nobody can tell whether the law asks for something.
	GateDutyUnclear aims.Code = "impact/gate-duty-unclear"
	// GateDutyAhead: the law will ask for something that is not done.
	GateDutyAhead aims.Code = "impact/gate-duty-ahead"
	// GateDeadlineSet: a live system is to be assessed by a day, or stopped.
	GateDeadlineSet aims.Code = "impact/gate-deadline-set"
	// GateDeadlinePassed: a live system was to be assessed by a day that has passed.
	GateDeadlinePassed aims.Code = "impact/gate-deadline-passed"
	// GateDeadlineMissing: a live system is to be assessed, and nobody set a day.
	GateDeadlineMissing aims.Code = "impact/gate-deadline-missing"
)

// law looks at the duties that have to be fulfilled before use. Whether one
// that is owed binds is told by its first day, so that a screening of an
// earlier day serves as well.
func (g *gate) law() {
	if g.facts.Legal == nil {
		return
	}
	for _, id := range []DutyID{DutyStop, DutyDPIA, DutyConsultation, DutyFRIA, DutyNotification} {
		d := g.facts.Legal.Duty(id)
		args := []string{"duty", string(id), "title", d.Title, "source", d.Source.String(), "from", d.From.String()}
		switch done := g.facts.Done[id]; {
		case d.Owed == NotOwed:
		case d.Owed != OwingUnclear && id == DutyStop && d.From <= g.at:
			g.say(Refusal, because(GateDutyForbids, args...))
		case done == aims.Yes && id != DutyStop: // a prohibited practice is not done with
		case d.Owed == OwingUnclear:
			g.say(Unsettled, because(GateDutyUnclear, args...))
		case d.From > g.at:
			g.say(Remark, because(GateDutyAhead, args...))
		case done == aims.Unknown:
			g.say(Unsettled, because(GateDutyUnknown, args...))
		default:
			g.say(Refusal, because(GateDutyOpen, args...))
		}
	}
}

// screen says whether an assessment is needed: by the latest screening of the
// system as a whole, or by one of a change since.
func (g *gate) screen() aims.Answer {
	whole := -1
	for i, s := range g.screenings {
		if s.Change == "" {
			whole = i
		}
	}
	if whole < 0 {
		return g.unscreened()
	}
	g.screening = g.screenings[whole]
	needed := g.decided(g.screening)
	for _, s := range g.changes() {
		if g.decided(s) == aims.Yes {
			needed = aims.Yes
		}
	}
	return needed
}

// changes returns the screenings of changes since the latest one of the
// system as a whole.
func (g *gate) changes() []Screening {
	var out []Screening
	for _, s := range g.screenings {
		if s.Change != "" && s.On >= g.screening.On {
			out = append(out, s)
		}
	}
	return out
}

func (g *gate) unscreened() aims.Answer {
	switch {
	case g.found:
		g.say(Remark, because(GateScreeningMissing))
	case !g.supplied(KindScreening):
		g.say(Unsettled, because(GateScreeningUnsupplied))
		return aims.Unknown
	default:
		g.say(Lapse, because(GateScreeningMissing))
		return aims.Unknown
	}
	return aims.Yes
}

// decided says whether one screening asks for an assessment. A trigger that is
// met asks for one whatever the screening concludes. A screening that leaves it
// open, or counts no longer, does no harm where there is an assessment: that
// has to stand then.
func (g *gate) decided(s Screening) aims.Answer {
	ref := s.Ref()
	met, open := g.triggered(s)
	unsettled, lapse := Unsettled, Lapse
	if g.found {
		unsettled, lapse = Remark, Remark
	}
	switch {
	case met != "" && s.Needed == aims.No:
		g.about(Remark, ref, because(GateScreeningContradicts, "screening", string(s.ID), "trigger", string(met)))
		return aims.Yes
	case met != "" || s.Needed == aims.Yes:
		g.about(Remark, ref, because(GateScreenedIn, "screening", string(s.ID), "on", s.On.String()))
		return aims.Yes
	case s.Needed != aims.No:
		g.about(unsettled, ref, because(GateScreeningUndecided, "screening", string(s.ID)))
		return aims.Unknown
	case open != "":
		g.about(unsettled, ref, because(GateScreeningIncomplete, "screening", string(s.ID), "trigger", string(open)))
		return aims.Unknown
	}
	outdated := g.outdated(s)
	for _, why := range outdated {
		g.about(lapse, ref, why)
	}
	if len(outdated) > 0 && g.found {
		return aims.Yes
	}
	g.about(Remark, ref, because(GateScreenedOut, "screening", string(s.ID), "on", s.On.String()))
	return aims.No
}

// outdated says why a screening that asks for nothing counts no longer.
func (g *gate) outdated(s Screening) []Reason {
	var out []Reason
	id := string(s.ID)
	covered := slices.ContainsFunc(g.changes(), func(c Screening) bool { return c.Version == g.system.Version })
	if s.Version != "" && g.system.Version != "" && s.Version != g.system.Version && !covered {
		out = append(out, because(GateScreeningVersion, "screening", id, "was", clip(s.Version), "is", clip(g.system.Version)))
	}
	if s.ReviewBy != 0 && s.ReviewBy < g.at {
		out = append(out, because(GateScreeningDue, "screening", id, "due", s.ReviewBy.String()))
	}
	g.ends(s.ReviewBy)
	if len(s.Approvals) == 0 {
		return out
	}
	digest, _ := aims.DigestOf(s.Content()) // a record that is valid has one
	standing, by := aims.StandingOf(digest, s.Approvals, g.at)
	if standing == aims.Voided || standing == aims.Lapsed {
		out = append(out, because(GateScreeningVoid, "screening", id, "standing", standing.String()))
	}
	g.ends(by.Until)
	return out
}

// triggered returns the first trigger that is met, and the first that has no
// answer, one of the method that nobody answered included.
func (g *gate) triggered(s Screening) (met, open TriggerID) {
	answered := map[TriggerID]bool{}
	for _, a := range s.Answers {
		answered[a.Trigger] = a.Met != aims.Unknown
		if a.Met == aims.Yes && met == "" {
			met = a.Trigger
		}
		if a.Met == aims.Unknown && open == "" {
			open = a.Trigger
		}
	}
	if j, ok := g.judges[s.Method]; ok && open == "" {
		i := slices.IndexFunc(j.method.Triggers, func(t Trigger) bool { return !answered[t.ID] })
		if i >= 0 {
			open = j.method.Triggers[i].ID
		}
	}
	return met, open
}
