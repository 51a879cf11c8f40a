package certification

import "github.com/aimskit/aimskit/aims"

// The codes of problems of events that cannot follow on those before them. A
// transfer is refused with the code of its [TransferCheck].
const (
	// EventIllegal: the event cannot happen in this state.
	EventIllegal aims.Code = "certification/event-illegal"
	// EventField: a field that says nothing about an event of this type.
	EventField aims.Code = "certification/event-field"
	// EventOutcome: an audit of this type cannot end like this.
	EventOutcome aims.Code = "certification/event-outcome"
	// EventEffectiveEarly: a decision takes effect before it was taken.
	EventEffectiveEarly aims.Code = "certification/event-effective-early"
	// EventExpiry: the last day of validity lies outside its bounds.
	EventExpiry aims.Code = "certification/event-expiry"
	// EventDecider: somebody decided who had audited.
	EventDecider aims.Code = "certification/event-decider"
	// EventUnreviewed: stage 1 before the application was reviewed.
	EventUnreviewed aims.Code = "certification/event-unreviewed"
	// EventNothingOpen: findings are resolved, and none is open.
	EventNothingOpen aims.Code = "certification/event-nothing-open"
	// EventFindingsOpen: a decision while findings stand against it.
	EventFindingsOpen aims.Code = "certification/event-findings-open"
	// EventMajorsLate: a major of stage 2 was not verified in time.
	EventMajorsLate aims.Code = "certification/event-majors-late"
	// EventNoSurveillance: maintained without a surveillance since the last decision.
	EventNoSurveillance aims.Code = "certification/event-no-surveillance"
	// EventNoRecertification: renewed without a recertification audit in the cycle.
	EventNoRecertification aims.Code = "certification/event-no-recertification"
	// EventSuspendedSince: suspended after the recertification audit, expired, and not looked at again.
	EventSuspendedSince aims.Code = "certification/event-suspended-since"
	// EventRestoreLate: renewed too long after expiry.
	EventRestoreLate aims.Code = "certification/event-restore-late"
	// EventStillRestorable: begun anew while the expired certificate can be restored.
	EventStillRestorable aims.Code = "certification/event-still-restorable"
	// EventSuspensionLate: restored after the time that the body allows.
	EventSuspensionLate aims.Code = "certification/event-suspension-late"
)

var eventTexts = map[aims.Code]string{
	EventIllegal:           "{event} cannot happen in the state {state} ({clause}); what can: {want}",
	EventField:             "this field says nothing about the event {event}; leave it out",
	EventOutcome:           "{event} cannot end with {got} ({clause}); write {want}",
	EventEffectiveEarly:    "{event} takes effect on {date}, before the decision of {on} (8.2.2); correct one of the two",
	EventExpiry:            "{event} makes the certificate valid through {date}; the last day lies from {earliest} to {latest} ({clause}), so correct it",
	EventDecider:           "{person} audited on {on} and cannot take this decision (9.5.1); name those who really decided, or decide again",
	EventUnreviewed:        "stage 1 needs a reviewed application (9.1.2); add the review before it",
	EventNothingOpen:       "no finding is open here ({clause}); take the event out, or correct the outcome of the audit before",
	EventFindingsOpen:      "{event} while findings of the audit of {on} stand against it ({clause}); add the day on which they were resolved",
	EventMajorsLate:        "{date} lies after {limit}, the last day to verify a major of the stage 2 that ended on {lastDay} (9.5.3.2); another stage 2 is needed",
	EventNoSurveillance:    "{event} without a surveillance since the last decision ({clause}); add the surveillance before it",
	EventNoRecertification: "{event} without a recertification audit in this cycle ({clause}); add the audit before it",
	EventSuspendedSince:    "the recertification was clear on {on}, the certificate suspended on {suspended} and expired since ({clause}); conclude a recertification audit, or resolve findings, after the suspension",
	EventRestoreLate:       "{date} lies after {until}, the last day to restore what expired on {expired} ({clause}); at least a stage 2 is needed",
	EventStillRestorable:   "through {until} the expired certificate is restored by completing the recertification ({clause}); {event} comes after that day",
	EventSuspensionLate:    "{date} lies after {limit}, the last day to restore what was suspended on {suspended} ({clause}); withdraw, reduce the scope, or use a policy that allows longer",
	TransferValid:          "only a valid certification is transferred; on {on} this one is {state}",
	TransferIssuer:         "only an accredited certification is transferred: on {on} {body} is {accredited}; the last day of a transfer is {until}",
	TransferAcceptor:       "only an accredited body takes over: on {on} {body} is {accredited}; check its accreditation",
}
