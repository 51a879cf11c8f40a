package certification_test

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// reference is the slow and obvious twin of Replay: it keeps the events that
// were legal so far, and answers every question by looking through all of
// them again. Months are counted on the wall calendar.
type reference struct {
	legal []audit.Event
}

// day and text turn days into those of the wall calendar and back.
func day(d aims.Date) time.Time { return d.Time() }

// months adds months by walking back from the end of a month that is too short.
func months(t time.Time, n int) time.Time {
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	for d := t.Day(); ; d-- {
		if got := time.Date(first.Year(), first.Month(), d, 0, 0, 0, 0, time.UTC); got.Month() == first.Month() {
			return got
		}
	}
}

// last returns the index of the last event of one of the types, or -1.
func (r reference) last(types ...audit.EventType) int {
	for i, e := range slices.Backward(r.legal) {
		if slices.Contains(types, e.Type) {
			return i
		}
	}
	return -1
}

// expiry is the last day of validity: of the grant three years less a day,
// and three years more with every renewal, unless the event says otherwise.
func (r reference) expiry() time.Time {
	var until time.Time
	for _, e := range r.legal {
		switch e.Type {
		case audit.Granted:
			until = months(day(e.On), 36).AddDate(0, 0, -1)
		case audit.Renewed:
			until = months(until, 36)
		default:
			continue
		}
		if e.Expires != 0 {
			until = day(e.Expires)
		}
	}
	return until
}

// state at the end of a day, straight from the last event that changes it.
func (r reference) state(at time.Time) string {
	state := ""
	for _, e := range r.legal {
		switch e.Type {
		case audit.Applied:
			state = "applicant"
		case audit.StageOneConcluded:
			if e.Outcome == audit.Ready {
				state = "stage-2-pending"
			}
		case audit.StageTwoConcluded:
			state = "stage-2-pending"
			if e.Outcome == audit.Clear {
				state = "decision-pending"
			}
		case audit.FindingsResolved:
			if state == "stage-2-pending" {
				state = "decision-pending"
			}
		case audit.Granted, audit.Renewed, audit.Restored, audit.ScopeReduced:
			state = "certified"
		case audit.Suspended, audit.Refused, audit.Withdrawn:
			state = string(e.Type)
		}
	}
	if (state == "certified" || state == "suspended") && at.After(r.expiry()) {
		return "expired"
	}
	return state
}

// open returns the last audit of a type if what it found is not resolved: the
// outcome, or "". Nothing from before the last of the given events counts.
func (r reference) open(typ audit.EventType, since ...audit.EventType) (audit.Outcome, bool) {
	i := r.last(typ)
	if i < 0 || i < r.last(since...) {
		return "", false
	}
	if o := r.legal[i].Outcome; r.last(audit.FindingsResolved) < i && o != audit.Clear {
		return o, true
	}
	return "", true
}

// cleared returns the event since which nothing of the last recertification
// audit is open, or -1.
func (r reference) cleared() int {
	audited := r.last(audit.RecertificationConcluded)
	for i := max(audited, 0); i < len(r.legal); i++ {
		if e := r.legal[i]; i == audited && e.Outcome == audit.Clear || e.Type == audit.FindingsResolved {
			return i
		}
	}
	return -1
}

// may says whether an event can follow.
func (r reference) may(e audit.Event) bool {
	on := day(e.On)
	state := r.state(on)
	surveillance, watched := r.open(audit.SurveillanceConcluded, audit.Granted, audit.Renewed, audit.Applied)
	watched = watched && r.last(audit.SurveillanceConcluded) > r.last(audit.Maintained)
	recert, recertified := r.open(audit.RecertificationConcluded, audit.Granted, audit.Renewed, audit.Applied)
	restorable := state == "expired" && !on.After(months(r.expiry(), 6))
	lapsed := state == "expired" && r.state(r.expiry()) == "suspended"
	stageTwo, _ := r.open(audit.StageTwoConcluded, audit.StageOneConcluded)
	stageTwoOn := func() time.Time { return day(r.legal[r.last(audit.StageTwoConcluded)].On) }

	switch e.Type {
	case audit.Applied:
		return state == "" || state == "refused" || state == "withdrawn" || state == "expired" && !restorable
	case audit.ApplicationReviewed:
		return state == "applicant"
	case audit.StageOneConcluded:
		return state == "applicant" && r.last(audit.ApplicationReviewed) > r.last(audit.Applied) && strings.Contains(string(e.Outcome), "ready")
	case audit.StageTwoConcluded:
		return (state == "stage-2-pending" || state == "expired" && !restorable) && !strings.Contains(string(e.Outcome), "ready")
	case audit.FindingsResolved:
		if state == "stage-2-pending" {
			return stageTwo == audit.PlansOpen || stageTwo == audit.MajorsOpen && !on.After(months(stageTwoOn(), 6))
		}
		return (surveillance != "" || recert != "") && (state == "certified" || state == "suspended" || state == "expired")
	case audit.Granted, audit.Refused:
		return state == "decision-pending"
	case audit.SurveillanceConcluded:
		return (state == "certified" || state == "suspended") && !strings.Contains(string(e.Outcome), "ready")
	case audit.Maintained:
		return state == "certified" && watched && surveillance != audit.MajorsOpen
	case audit.RecertificationConcluded:
		return (state == "certified" || state == "suspended" || restorable) && !strings.Contains(string(e.Outcome), "ready")
	case audit.Renewed:
		if clear := r.cleared(); lapsed && (clear < 0 || r.legal[clear].On < r.legal[r.last(audit.Suspended)].On) {
			return false
		}
		return (state == "certified" || restorable) && recertified && recert == "" && surveillance == ""
	case audit.Suspended:
		return state == "certified"
	case audit.Restored:
		return state == "suspended" && !on.After(months(day(r.legal[r.last(audit.Suspended)].On), 6)) && surveillance != audit.MajorsOpen && recert != audit.MajorsOpen
	case audit.Withdrawn, audit.ScopeReduced:
		return state == "certified" || state == "suspended"
	}
	return state == "certified" // scope extended, transferred
}

// surveillances lists what is due by the two rules: "first", and every year
// strictly between the one that the cycle began in and that of expiry, unless
// an audit took place in it or later.
func (r reference) surveillances(at time.Time) []string {
	if s := r.state(at); s != "certified" && s != "suspended" {
		return nil
	}
	var audits []time.Time
	for _, e := range r.legal[r.last(audit.Granted):] {
		if e.Type == audit.SurveillanceConcluded || e.Type == audit.RecertificationConcluded {
			audits = append(audits, day(e.On))
		}
	}
	began := day(r.legal[r.last(audit.Granted)].On)
	var due []string
	if renewed := r.last(audit.Renewed); renewed > r.last(audit.Granted) {
		began = day(r.legal[reference{r.legal[:renewed]}.last(audit.RecertificationConcluded)].On)
	} else if len(audits) == 0 {
		due = append(due, "first")
	}
	for year := began.Year() + 1; year < r.expiry().Year(); year++ {
		if !slices.ContainsFunc(audits, func(d time.Time) bool { return d.Year() >= year }) {
			due = append(due, strconv.Itoa(year))
		}
	}
	slices.Sort(due)
	return due
}
