package certification

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// Standing is where a certification stands on a day. The zero value is that
// of a file in which nothing happened yet.
type Standing struct {
	At        aims.Date            `json:"at"`
	State     State                `json:"state,omitzero"`
	Since     aims.Date            `json:"since,omitzero"`     // first day of the state
	Valid     bool                 `json:"valid,omitempty"`    // certified, in effect, and neither suspended nor expired
	Body      audit.Body           `json:"body,omitzero"`      // that certifies now
	Scope     audit.CertifiedScope `json:"scope,omitzero"`     // as decided last
	Granted   aims.Date            `json:"granted,omitzero"`   // the initial decision
	Cycle     Cycle                `json:"cycle,omitzero"`     // absent before the first grant
	Effective aims.Date            `json:"effective,omitzero"` // first day of validity in this cycle
	Expires   aims.Date            `json:"expires,omitzero"`   // last day of validity
	// Due is what is still to be done, by its last day; what no rule sets a
	// day for comes last.
	Due []Appointment `json:"due,omitempty"`
}

// Cycle is one cycle of certification.
type Cycle struct {
	Number int       `json:"number"` // 1 is that of the initial certification
	From   aims.Date `json:"from"`   // the decision that began it
}

// Overdue returns what should have been done by a day that has passed.
func (s Standing) Overdue() []Appointment {
	var list []Appointment
	for _, a := range s.Due {
		if a.Latest != 0 && a.Latest < s.At {
			list = append(list, a)
		}
	}
	return list
}

func (l *life) standing(at aims.Date) Standing {
	s := Standing{At: at, State: l.state, Since: l.since, Valid: l.valid(at), Body: l.body, Scope: l.scope, Due: l.due(at)}
	if l.granted != 0 {
		s.Granted, s.Effective, s.Expires = l.granted, l.effective, l.expires
		s.Cycle = Cycle{l.number, l.decided}
	}
	return s
}

// valid reports whether the certificate is in effect: that of the cycle
// before counts until its own last day, and after a suspension what ended it
// has to be in effect as well.
func (l *life) valid(at aims.Date) bool {
	return l.state == Certified && l.again <= at && (l.effective <= at || at <= l.before)
}
