package controls

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// Decision is one entry of the history of a statement: who decided what about
// a control, when and why. Entries are appended and never changed; see
// [Statement.Decide].
type Decision struct {
	On      aims.Date     `json:"on"`
	By      aims.PersonID `json:"by"`
	Control aims.Key      `json:"control"`
	From    Applicability `json:"from,omitempty"` // absent: it was undecided, or had no row
	To      Applicability `json:"to,omitempty"`   // absent: the decision was taken back
	Why     string        `json:"why"`
}

// Validate reports missing and malformed fields.
func (d Decision) Validate() error {
	var c aims.Checker
	c.Date("on", d.On)
	aims.CheckID(&c, "by", d.By)
	c.Key("control", d.Control)
	aims.CheckOptionalWord(&c, "from", d.From)
	aims.CheckOptionalWord(&c, "to", d.To)
	c.Text("why", d.Why)
	return c.Err()
}

// Decide returns the statement with row in place of the row of the same
// control, or added after the others, and with the decision appended to the
// history. It refuses a malformed row, an incomplete decision, and one that
// is dated before the latest of the history. The statement itself is not
// changed, and shares no list with the result that Decide writes to.
func (s Statement) Decide(on aims.Date, by aims.PersonID, why string, row Row) (Statement, error) {
	d := Decision{On: on, By: by, Control: row.Control, To: row.Applicability, Why: why}
	rows := slices.Clone(s.Rows)
	if i := s.index(row.Control); i >= 0 {
		d.From = rows[i].Applicability
		rows[i] = row.clone()
	} else {
		rows = append(rows, row.clone())
	}
	c := aims.Checker{Texts: texts}
	c.Nest("row", row.Validate())
	c.Nest("decision", d.Validate())
	if n := len(s.Decisions); n > 0 {
		c.NotBefore("decision/on", on, aims.Field("decisions", n-1, "on"), s.Decisions[n-1].On)
	}
	if err := c.Err(); err != nil {
		return Statement{}, err
	}
	s.Rows = rows
	s.Decisions = append(slices.Clone(s.Decisions), d)
	return s, nil
}

// extends reports whether a list is an earlier one with nothing or more
// appended.
func extends[T comparable](list, earlier []T) bool {
	return len(list) >= len(earlier) && slices.Equal(list[:len(earlier)], earlier)
}
