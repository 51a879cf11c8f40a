package certification

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// move is one row of the state table: which event can happen where, what it
// may carry, on what condition, and what it does.
type move struct {
	clause string // of ISO/IEC 17021-1:2015, or another source by name
	from   set
	fields fields
	guard  func(*life, *audit.Event) *fault // nil: none
	do     func(*life, *audit.Event)
}

// set is a set of states.
type set uint16

func in(states ...State) set {
	var s set
	for _, x := range states {
		s |= 1 << x
	}
	return s
}

func (s set) has(x State) bool { return s&(1<<x) != 0 }

// nobody is the state before anybody applied.
const nobody State = 0

var moves = map[audit.EventType]move{
	audit.Applied:                  {"9.1.1", in(nobody, Refused, Withdrawn, Expired), carryScope, (*life).mayApply, (*life).apply},
	audit.ApplicationReviewed:      {"9.1.2", in(Applicant), 0, nil, (*life).review},
	audit.StageOneConcluded:        {"9.3.1", in(Applicant), carryOutcome, (*life).mayConcludeStageOne, (*life).concludeStageOne},
	audit.StageTwoConcluded:        {"9.3.1", in(StageTwoPending, Expired), carryOutcome, (*life).mayConcludeStageTwo, (*life).concludeStageTwo},
	audit.FindingsResolved:         {"9.5.2", in(StageTwoPending, Certified, Suspended, Expired), 0, (*life).mayResolve, (*life).resolve},
	audit.Granted:                  {"9.5.3", in(DecisionPending), carryEffective | carryExpires | carryScope, (*life).mayGrant, (*life).grant},
	audit.Refused:                  {"9.5.1", in(DecisionPending), 0, (*life).mayRefuse, (*life).refuse},
	audit.SurveillanceConcluded:    {"9.6.2", in(Certified, Suspended), carryOutcome, afterStageOne, (*life).survey},
	audit.Maintained:               {"9.6.1", in(Certified), 0, (*life).mayMaintain, (*life).maintain},
	audit.RecertificationConcluded: {"9.6.3", in(Certified, Suspended, Expired), carryOutcome, (*life).mayRecertify, (*life).recertify},
	audit.Renewed:                  {"9.6.3", in(Certified, Expired), carryEffective | carryExpires | carryScope, (*life).mayRenew, (*life).renew},
	audit.Suspended:                {"9.6.5", in(Certified), carryGround, grounded, (*life).suspend},
	audit.Restored:                 {"9.6.5", in(Suspended), carryEffective, (*life).mayRestore, (*life).restore},
	audit.Withdrawn:                {"9.6.5", in(Certified, Suspended), carryGround, nil, (*life).withdraw},
	audit.ScopeExtended:            {"9.6.4", in(Certified), carryEffective | carryScope, scoped, (*life).rescope},
	audit.ScopeReduced:             {"9.6.5", in(Certified, Suspended), carryEffective | carryScope | carryGround, scoped, (*life).rescope},
	audit.Transferred:              {transferSource, in(Certified), carryEffective | carryScope | carryBody, (*life).mayTransfer, (*life).transfer},
}

// fields is a set of fields that only some events have.
type fields uint8

const (
	carryEffective fields = 1 << iota
	carryExpires
	carryOutcome
	carryGround
	carryScope
	carryBody
)

// carries refuses every field that says nothing about the event, and an effect
// before the decision.
func (m move) carries(e *audit.Event) *fault {
	var has fields
	if e.Effective != 0 {
		has |= carryEffective
	}
	if e.Expires != 0 {
		has |= carryExpires
	}
	if e.Outcome != "" {
		has |= carryOutcome
	}
	if e.Ground != "" {
		has |= carryGround
	}
	if e.Scope != nil {
		has |= carryScope
	}
	if e.Body != nil {
		has |= carryBody
	}
	var f *fault
	if e.Effective != 0 && e.Effective < e.On {
		f = no("effective", EventEffectiveEarly, "date", e.Effective.String(), "on", e.On.String())
	}
	if has == m.fields&has {
		return f
	}
	for i, name := range []string{"effective", "expires", "outcome", "ground", "scope", "body"} {
		if bit := fields(1) << i; has&bit != 0 && m.fields&bit == 0 {
			f = f.and(no(name, EventField))
		}
	}
	return f
}

// effect is the first day on which the event counts.
func effect(e *audit.Event) aims.Date { return max(e.On, e.Effective) }
