package audit

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Event is something that happened to a certification. Expiry is none: it is
// computed.
type Event struct {
	Type      EventType         `json:"type"`
	On        aims.Date         `json:"on"`                 // of an audit: its last day; of a decision: the day on which it was taken
	Effective aims.Date         `json:"effective,omitzero"` // granted, renewed, restored, scope, transfer: first day of effect; absent: On
	Expires   aims.Date         `json:"expires,omitzero"`   // granted, renewed: last day of validity; absent: as the policy computes it
	Outcome   Outcome           `json:"outcome,omitempty"`  // of an audit
	Ground    Ground            `json:"ground,omitempty"`   // suspended: required; withdrawn, scope reduced: may be said
	Audit     AuditID           `json:"audit,omitempty"`    // the audit that it speaks of, or rests on
	By        []aims.PersonID   `json:"by,omitempty"`       // of an audit: who audited; of any other event: who decided or reviewed
	Scope     *CertifiedScope   `json:"scope,omitempty"`    // applied, granted, renewed, transferred: where it changes; scope extended, scope reduced: required
	Body      *Body             `json:"body,omitempty"`     // transferred: the body that takes over
	Note      string            `json:"note,omitempty"`
	Evidence  []aims.EvidenceID `json:"evidence,omitempty"`
}

// EventType is what happened.
type EventType string

// The types, roughly in the order in which a certification meets them.
const (
	Applied                  EventType = "applied"
	ApplicationReviewed      EventType = "application-reviewed" // and accepted (9.1.2)
	StageOneConcluded        EventType = "stage-1-concluded"
	StageTwoConcluded        EventType = "stage-2-concluded"
	FindingsResolved         EventType = "findings-resolved" // every major verified, and the plan of every minor accepted
	Granted                  EventType = "granted"
	Refused                  EventType = "refused"
	SurveillanceConcluded    EventType = "surveillance-concluded"
	Maintained               EventType = "maintained"
	RecertificationConcluded EventType = "recertification-concluded"
	Renewed                  EventType = "renewed" // after expiry, too, while restoring is possible
	Suspended                EventType = "suspended"
	Restored                 EventType = "restored" // after a suspension
	Withdrawn                EventType = "withdrawn"
	ScopeExtended            EventType = "scope-extended"
	ScopeReduced             EventType = "scope-reduced"
	Transferred              EventType = "transferred"
)

var eventTypes = []EventType{
	Applied, ApplicationReviewed, StageOneConcluded, StageTwoConcluded, FindingsResolved, Granted, Refused,
	SurveillanceConcluded, Maintained, RecertificationConcluded, Renewed, Suspended, Restored, Withdrawn,
	ScopeExtended, ScopeReduced, Transferred,
}

// EventTypes returns all types, roughly in the order in which a certification
// meets them.
func EventTypes() []EventType { return slices.Clone(eventTypes) }

// Known reports whether t is in the vocabulary.
func (t EventType) Known() bool { return word.Known(t, eventTypes...) }

// UnmarshalText reads a word of the vocabulary.
func (t *EventType) UnmarshalText(text []byte) error {
	return unmarshalName(t, text, "audit.EventType", eventTypes...)
}

// ConcludesAudit reports whether the event is the end of an audit, which has
// an [Outcome].
func (t EventType) ConcludesAudit() bool {
	switch t {
	case StageOneConcluded, StageTwoConcluded, SurveillanceConcluded, RecertificationConcluded:
		return true
	}
	return false
}

// Outcome is how an audit ended.
type Outcome string

// The outcomes. Ready and not ready are those of stage 1, the others those of
// any other audit.
const (
	Ready      Outcome = "ready"
	NotReady   Outcome = "not-ready"
	Clear      Outcome = "clear"       // nothing stands against a decision: no major is open, the plan of every minor is accepted
	PlansOpen  Outcome = "plans-open"  // no major is open, and a minor has no accepted plan yet
	MajorsOpen Outcome = "majors-open" // a major is not verified yet
)

var outcomes = []Outcome{Ready, NotReady, Clear, PlansOpen, MajorsOpen}

// Known reports whether o is in the vocabulary.
func (o Outcome) Known() bool { return word.Known(o, outcomes...) }

// UnmarshalText reads a word of the vocabulary.
func (o *Outcome) UnmarshalText(text []byte) error {
	return unmarshalName(o, text, "audit.Outcome", outcomes...)
}

// Ground is why a certificate was suspended, withdrawn or reduced.
type Ground string

// The grounds (9.6.5).
const (
	Failure       Ground = "failure"        // persistent or serious failure to meet the requirements
	AuditsRefused Ground = "audits-refused" // surveillance or recertification was not allowed as often as required
	ClientRequest Ground = "client-request" // the client asked for it
)

var grounds = []Ground{Failure, AuditsRefused, ClientRequest}

// Known reports whether g is in the vocabulary.
func (g Ground) Known() bool { return word.Known(g, grounds...) }

// UnmarshalText reads a word of the vocabulary.
func (g *Ground) UnmarshalText(text []byte) error {
	return unmarshalName(g, text, "audit.Ground", grounds...)
}

// Validate reports missing and malformed fields.
func (e Event) Validate() error {
	var c aims.Checker
	aims.CheckWord(&c, "type", e.Type)
	c.Date("on", e.On)
	c.OptionalDate("effective", e.Effective)
	c.OptionalDate("expires", e.Expires)
	if e.Type.ConcludesAudit() {
		aims.CheckWord(&c, "outcome", e.Outcome)
	} else {
		aims.CheckOptionalWord(&c, "outcome", e.Outcome)
	}
	if e.Type == Suspended {
		aims.CheckWord(&c, "ground", e.Ground)
	} else {
		aims.CheckOptionalWord(&c, "ground", e.Ground)
	}
	aims.CheckOptionalID(&c, "audit", e.Audit)
	aims.CheckIDs(&c, "by", e.By)
	switch {
	case e.Scope != nil:
		c.Nest("scope", e.Scope.Validate())
	case e.Type == ScopeExtended || e.Type == ScopeReduced:
		c.Add("scope", aims.Missing)
	}
	switch {
	case e.Body != nil:
		c.Nest("body", e.Body.Validate())
	case e.Type == Transferred:
		c.Add("body", aims.Missing)
	}
	c.OptionalText("note", e.Note)
	aims.CheckIDs(&c, "evidence", e.Evidence)
	return c.Err()
}

func (e Event) links(l *aims.Linker) {
	aims.Link(l, "audit", KindAudit, e.Audit)
	aims.LinkAll(l, "by", aims.KindPerson, e.By)
	if e.Scope != nil {
		l.Part("scope", e.Scope.links)
	}
	aims.LinkAll(l, "evidence", aims.KindEvidence, e.Evidence)
}
