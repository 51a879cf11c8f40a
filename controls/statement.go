package controls

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// KindStatement is the kind of a [Statement].
const KindStatement aims.Kind = "statement-of-applicability"

// StatementID names a [Statement].
type StatementID string

// Statement is a Statement of Applicability, in one of its versions (6.1.3):
// which controls are necessary, and why every other control of Annex A is
// not. [Blank] begins one, [Statement.Decide] fills it, [Check] judges it.
type Statement struct {
	ID        StatementID       `json:"id"`
	Recorded  aims.Date         `json:"recorded,omitzero"`
	Version   string            `json:"version"`
	Scope     aims.ScopeID      `json:"scope,omitempty"`     // the scope that it speaks for
	Rows      []Row             `json:"rows,omitempty"`      // one for each control, in any order
	Approvals []aims.Approval   `json:"approvals,omitempty"` // of [Statement.Content]
	Decisions []Decision        `json:"decisions,omitempty"` // append-only, oldest first
	Ext       map[string]string `json:"ext,omitempty"`       // the host's own; no rule reads it
}

// Blank returns a statement with an undecided row for every control of the
// catalogue, in its order. It has no id and no version yet.
func Blank(c Catalogue) Statement {
	var s Statement
	for control := range c.All() {
		s.Rows = append(s.Rows, Row{Control: control.Key})
	}
	return s
}

// Row returns the row of a control.
func (s Statement) Row(control aims.Key) (Row, bool) {
	if i := s.index(control); i >= 0 {
		return s.Rows[i], true
	}
	return Row{}, false
}

func (s Statement) index(control aims.Key) int {
	return slices.IndexFunc(s.Rows, func(r Row) bool { return r.Control == control })
}

// Content returns what an approval binds: for each control whether it applies
// and why or why not, sorted by control, so that the order of the rows
// changes nothing. How far a control is implemented, by whom and with what
// evidence is left out: progress does not void an approval.
func (s Statement) Content() Statement {
	rows := make([]Row, len(s.Rows))
	for i, r := range s.Rows {
		rows[i] = r.content()
	}
	slices.SortStableFunc(rows, func(a, b Row) int { return a.Control.Compare(b.Control) })
	return Statement{ID: s.ID, Version: s.Version, Scope: s.Scope, Rows: rows}
}

// Ref names the record.
func (s Statement) Ref() aims.Ref { return aims.Ref{Kind: KindStatement, ID: string(s.ID)} }

// Since returns the day from which the record exists.
func (s Statement) Since() aims.Date { return s.Recorded }

// Validate reports every problem inside the record.
func (s Statement) Validate() error {
	var c aims.Checker
	aims.CheckID(&c, "id", s.ID)
	c.OptionalDate("recorded", s.Recorded)
	c.Text("version", s.Version)
	aims.CheckOptionalID(&c, "scope", s.Scope)
	aims.CheckEach(&c, "rows", s.Rows)
	s.checkTwice(&c)
	aims.CheckEach(&c, "approvals", s.Approvals)
	aims.CheckEach(&c, "decisions", s.Decisions)
	for i := 1; i < len(s.Decisions); i++ {
		if before := s.Decisions[i-1].On; s.Decisions[i].On < before {
			c.In("decisions", i).NotBefore("on", s.Decisions[i].On, aims.Field("decisions", i-1, "on"), before)
		}
	}
	return c.Err()
}

// ValidateAgainst reports every problem inside the record, and every row whose
// control the catalogue does not hold, with the reason and the nearest control
// where there is one. Own controls are added by [Catalogue.With].
func (s Statement) ValidateAgainst(c Catalogue) error {
	var check aims.Checker
	check.Nest("", s.Validate())
	s.checkControls(&check, c)
	return check.Err()
}

// checkControls reports every row whose control the catalogue does not hold.
func (s *Statement) checkControls(check *aims.Checker, c Catalogue) {
	for i := range s.Rows {
		key := s.Rows[i].Control
		if _, found := c.LookupKey(key); found {
			continue
		}
		var problem aims.Checker
		if problem.Key("control", key); problem.Err() != nil {
			continue // Validate reports it
		}
		check.Nest(aims.Field("rows", i, "control"), c.refuse(key.String()))
	}
}

// checkTwice reports every further row of a control that has one.
func (s Statement) checkTwice(c *aims.Checker) {
	seen := make(map[aims.Key]bool, len(s.Rows))
	for i, r := range s.Rows {
		if seen[r.Control] && !r.Control.IsZero() {
			c.Add(aims.Field("rows", i, "control"), aims.Twice, "value", r.Control.String())
		}
		seen[r.Control] = true
	}
}

// Links visits the references of the record.
func (s Statement) Links(l *aims.Linker) {
	aims.Link(l, "scope", aims.KindScope, s.Scope)
	for i, r := range s.Rows {
		l.In("rows", i, r.links)
	}
	aims.LinkApprovals(l, "approvals", s.Approvals)
	for i, d := range s.Decisions {
		l.In("decisions", i, func(l *aims.Linker) { aims.Link(l, "by", aims.KindPerson, d.By) })
	}
}
