package certification

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// mayApply: who holds an expired certificate does not apply anew while it can
// be restored.
func (l *life) mayApply(e *audit.Event) *fault { return l.mayBeginAnew(e) }

func (l *life) mayBeginAnew(e *audit.Event) *fault {
	if until := l.restoreUntil(); l.state == Expired && e.On <= until {
		return no("on", EventStillRestorable, "until", until.String())
	}
	return nil
}

func (l *life) apply(e *audit.Event) {
	*l = life{policy: l.policy, body: l.body, scope: l.scope, applied: e.On}
	l.takeScope(e)
	l.enter(Applicant, e.On)
}

func (l *life) takeScope(e *audit.Event) {
	if e.Scope != nil {
		l.scope = *e.Scope
	}
}

func (l *life) review(*audit.Event) { l.reviewed = true }

func (l *life) mayConcludeStageOne(e *audit.Event) *fault {
	switch {
	case e.Outcome != audit.Ready && e.Outcome != audit.NotReady:
		return wrongOutcome(e, "ready or not-ready")
	case !l.reviewed:
		return no("type", EventUnreviewed)
	}
	return nil
}

func wrongOutcome(e *audit.Event, want string) *fault {
	if e.Outcome == "" {
		return no("outcome", aims.Missing)
	}
	return no("outcome", EventOutcome, "got", string(e.Outcome), "want", want)
}

func (l *life) concludeStageOne(e *audit.Event) {
	if e.Outcome == audit.Ready {
		l.enter(StageTwoPending, e.On)
	}
}

// afterStageOne refuses an outcome that only stage 1 can have.
func afterStageOne(_ *life, e *audit.Event) *fault {
	switch e.Outcome {
	case audit.Clear, audit.PlansOpen, audit.MajorsOpen:
		return nil
	}
	return wrongOutcome(e, "clear, plans-open or majors-open")
}

// mayConcludeStageTwo: after expiry a stage 2 begins anew, once the
// certificate cannot be restored any more.
func (l *life) mayConcludeStageTwo(e *audit.Event) *fault {
	if f := afterStageOne(l, e); f != nil {
		return f
	}
	return l.mayBeginAnew(e)
}

func (l *life) concludeStageTwo(e *audit.Event) {
	if l.state == Expired {
		*l = life{policy: l.policy, body: l.body, scope: l.scope, applied: e.On}
		l.enter(StageTwoPending, e.On)
	}
	l.stageTwo.end(e)
	if l.stageTwo.clear != 0 {
		l.enter(DecisionPending, e.On)
	}
}

// mayResolve: something is open, and a major of stage 2 is verified in time.
func (l *life) mayResolve(e *audit.Event) *fault {
	if l.state != StageTwoPending {
		if l.surveillance.open == "" && l.recertification.open == "" {
			return no("type", EventNothingOpen)
		}
		return nil
	}
	limit := l.policy.VerifyMajors.After(l.stageTwo.on)
	switch {
	case l.stageTwo.open == "":
		return no("type", EventNothingOpen)
	case l.stageTwo.open == audit.MajorsOpen && e.On > limit:
		return no("on", EventMajorsLate, "date", e.On.String(), "limit", limit.String(), "lastDay", l.stageTwo.on.String())
	}
	return nil
}

func (l *life) resolve(e *audit.Event) {
	if l.state == StageTwoPending {
		l.stageTwo.resolve(e.On)
		l.enter(DecisionPending, e.On)
		return
	}
	l.surveillance.resolve(e.On)
	l.recertification.resolve(e.On)
}

// independent refuses deciders who audited on or after a day (9.5.1).
func (l *life) independent(e *audit.Event, since aims.Date) *fault {
	var f *fault
	for i, p := range e.By {
		if on, audited := l.team[p]; audited && on >= since {
			f = f.and(no(aims.Field("by", i), EventDecider, "person", string(p), "on", on.String()))
		}
	}
	return f
}

func (l *life) mayRefuse(e *audit.Event) *fault { return l.independent(e, l.applied) }

func (l *life) refuse(e *audit.Event) { l.enter(Refused, e.On) }

func (l *life) mayGrant(e *audit.Event) *fault {
	return l.independent(e, l.applied).and(mayLast(e, effect(e), l.firstUntil(e.On), l.policy.Cycle.After(e.On)))
}

// firstUntil is the last day of a certificate that is granted on a day.
func (l *life) firstUntil(on aims.Date) aims.Date {
	return l.policy.Validity.Before(l.policy.Cycle.After(on))
}

// mayLast refuses a last day, as given or else as computed, that lies outside
// its bounds.
func mayLast(e *audit.Event, earliest, computed, latest aims.Date) *fault {
	field, last := "expires", e.Expires
	if last == 0 {
		field, last = "effective", computed
	}
	if last < earliest || last > latest {
		return no(field, EventExpiry, "date", last.String(), "earliest", earliest.String(), "latest", latest.String())
	}
	return nil
}

func (l *life) grant(e *audit.Event) {
	l.granted = e.On
	l.begin(e, e.On)
	if e.Expires == 0 {
		l.expires = l.firstUntil(e.On)
	}
}

// begin starts a cycle. The surveillance of each calendar year begins with
// the year after that of the given day.
func (l *life) begin(e *audit.Event, from aims.Date) {
	l.takeScope(e)
	l.number++
	l.decided, l.effective, l.expires, l.lapsed = e.On, effect(e), e.Expires, false
	l.year, _, _ = from.Split()
	l.stageTwo, l.surveillance, l.recertification = conclusion{}, conclusion{}, conclusion{}
	l.enter(Certified, e.On)
}
