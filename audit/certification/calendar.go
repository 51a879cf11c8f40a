package certification

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// Calendar lists the appointments of a certificate that touch the days from
// one to another, by their last day: those whose days, from the first on which
// they count or are planned to the last, overlap with these. What no rule sets
// a day for is left out; [Standing.Due] has it, and what is overdue.
//
// Seen is what happened up to the later of from and the last event before the
// end of the period. The calendar supposes that nothing goes wrong from then
// on, and guesses no cycle that was not decided on yet.
func Calendar(cert audit.Certificate, from, to aims.Date, policy Policy) ([]Appointment, error) {
	var c aims.Checker
	c.Date("from", from)
	c.Date("to", to)
	c.NotBefore("to", to, "from", from)
	if err := c.Err(); err != nil {
		return nil, err
	}
	at := from
	for _, e := range cert.Events {
		if e.On <= to {
			at = max(at, e.On)
		}
	}
	standing, err := Replay(cert, at, policy)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(standing.Due, func(a Appointment) bool {
		return a.Latest == 0 || a.Latest < from || a.first() > to
	}), nil
}
