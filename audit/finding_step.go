package audit

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Step is one step of a [Finding]: a state that it entered, by whom and why.
type Step struct {
	To       State             `json:"to"`
	On       aims.Date         `json:"on"`
	By       aims.PersonID     `json:"by"`
	As       Side              `json:"as"` // for whom the person acted
	Why      string            `json:"why,omitempty"`
	Evidence []aims.EvidenceID `json:"evidence,omitempty"`
}

// State is how far a finding has come. The zero value is a draft.
type State uint8

// The states of a finding. Conformities and opportunities are drafted and
// issued, and that is all; an area of concern is closed when it is resolved.
const (
	Draft               State = iota // written, and not yet told to those who are audited
	Issued                           // told to them
	Accepted                         // they agree
	Disputed                         // they do not
	PlanAccepted                     // correction and corrective action, as planned, are accepted
	Corrected                        // the correction is done
	ActionDone                       // the corrective action is done
	ImplementedVerified              // somebody for the auditors saw that both are done (enough for an initial grant: ISO/IEC 17021-1, 9.5.3.2)
	EffectVerified                   // and that the action is effective
	Closed
	Reopened // it showed again, or the action did not work
)

var findingStates = word.Scale{Name: "audit.State", Words: []string{
	"draft", "issued", "accepted", "disputed", "plan-accepted", "corrected", "action-done",
	"implementation-verified", "effectiveness-verified", "closed", "reopened",
}}

// String returns the word of the state.
func (s State) String() string { return findingStates.String(int(s)) }

// Known reports whether s is one of the states.
func (s State) Known() bool { return s <= Reopened }

// MarshalText returns the word of the state.
func (s State) MarshalText() ([]byte, error) { return findingStates.Marshal(int(s)) }

// UnmarshalText reads the word of a state.
func (s *State) UnmarshalText(text []byte) error {
	i, err := findingStates.Unmarshal(text)
	if err == nil {
		*s = State(i)
	}
	return err
}

// Side is for whom somebody acts on a finding.
type Side string

// The sides.
const (
	ForAuditor Side = "auditor" // the audit team or the body behind it
	ForAuditee Side = "auditee" // the organization, or the part of it, that was audited
)

// Known reports whether s is in the vocabulary.
func (s Side) Known() bool { return word.Known(s, ForAuditor, ForAuditee) }

// UnmarshalText reads auditor or auditee.
func (s *Side) UnmarshalText(text []byte) error {
	return unmarshalName(s, text, "audit.Side", ForAuditor, ForAuditee)
}

// sides says for whom somebody acts who takes a nonconformity from one state to
// another; empty: it cannot go there. A dispute ends when the auditee accepts,
// or when the auditor withdraws the finding by closing it. What was verified
// can be found wrong again.
var sides = [Reopened + 1][Reopened + 1]Side{
	Draft:               {Issued: ForAuditor},
	Issued:              {Accepted: ForAuditee, Disputed: ForAuditee},
	Disputed:            {Accepted: ForAuditee, Closed: ForAuditor},
	Accepted:            {PlanAccepted: ForAuditor},
	PlanAccepted:        {Corrected: ForAuditee, ActionDone: ForAuditee}, // the latter where there was nothing to correct
	Corrected:           {ActionDone: ForAuditee},
	ActionDone:          {ImplementedVerified: ForAuditor, Reopened: ForAuditor},
	ImplementedVerified: {EffectVerified: ForAuditor, Reopened: ForAuditor},
	EffectVerified:      {Closed: ForAuditor},
	Closed:              {Reopened: ForAuditor},
	Reopened:            {PlanAccepted: ForAuditor},
}

// may reports whether a finding of a grade may take a step, and for whom.
func (g Grade) may(from, to State) (Side, bool) {
	if !g.Nonconformity() {
		ok := from == Draft && to == Issued || g == AreaOfConcern && from == Issued && to == Closed
		return ForAuditor, ok
	}
	if !from.Known() || !to.Known() {
		return "", false
	}
	side := sides[from][to]
	return side, side != ""
}

// Next returns the states that the finding may enter after those that it has
// entered, and for whom somebody must act to move it there.
func (f Finding) Next() map[State]Side {
	next := make(map[State]Side)
	from := Draft
	if n := len(f.Steps); n > 0 {
		from = f.Steps[n-1].To
	}
	for to := Draft; to <= Reopened; to++ {
		if side, ok := f.Grade.may(from, to); ok {
			next[to] = side
		}
	}
	return next
}

// StateAt returns the state of the finding at the end of a day.
func (f Finding) StateAt(at aims.Date) State {
	state := Draft
	for i := range f.Steps {
		if s := &f.Steps[i]; s.On <= at {
			state = s.To
		}
	}
	return state
}

// Follows reports whether the steps of the finding can follow each other and
// were taken for the side that may: what [Finding.Validate] wants of them, but
// for missing fields, and in a fraction of the time.
func (f Finding) Follows() bool {
	from, last := Draft, f.On
	for i := range f.Steps {
		s := &f.Steps[i]
		side, ok := f.Grade.may(from, s.To)
		if !ok || s.As != "" && s.As != side || s.On < last {
			return false
		}
		from, last = s.To, s.On
	}
	return true
}

// Reached returns the first day on which the finding was in a state since it
// was last reopened, if it has been by a day.
func (f Finding) Reached(state State, at aims.Date) (aims.Date, bool) {
	var day aims.Date
	for i := range f.Steps {
		s := &f.Steps[i]
		if s.On > at {
			break
		}
		if s.To == Reopened {
			day = 0
		}
		if s.To == state && day == 0 {
			day = s.On
		}
	}
	return day, day != 0
}

// Open reports whether the finding is a nonconformity or an area of concern
// that was told to those who are audited, and is not closed at a day.
func (f Finding) Open(at aims.Date) bool {
	s := f.StateAt(at)
	return f.Since() <= at && (f.Grade.Nonconformity() || f.Grade == AreaOfConcern) && s != Draft && s != Closed
}

// The codes of problems with the steps of a finding.
const (
	// StepIllegal: a finding of this grade cannot go from the one state to the other.
	StepIllegal aims.Code = "audit/step-illegal"
	// StepSide: somebody moved a finding who acted for the other side.
	StepSide aims.Code = "audit/step-side"
)

func (f Finding) checkSteps(c *aims.Checker) {
	from, last, before := Draft, f.On, "the day of the finding"
	for i, s := range f.Steps {
		in := c.In("steps", i)
		aims.CheckOptionalWord(in, "to", s.To) // the zero value is a draft, to which no step leads
		in.Date("on", s.On)
		in.NotBefore("on", s.On, before, last)
		aims.CheckID(in, "by", s.By)
		aims.CheckWord(in, "as", s.As)
		in.OptionalText("why", s.Why)
		aims.CheckIDs(in, "evidence", s.Evidence)
		side, ok := f.Grade.may(from, s.To)
		switch {
		case !f.Grade.Known() || !from.Known() || !s.To.Known():
		case !ok:
			in.Add("to", StepIllegal, "grade", f.Grade.String(), "from", from.String(), "to", s.To.String())
		case s.As.Known() && s.As != side:
			in.Add("as", StepSide, "to", s.To.String(), "want", string(side))
		}
		from, last, before = s.To, s.On, "the step before"
	}
}
