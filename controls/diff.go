package controls

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// Changes are what makes one statement into another. They hold both sides, so
// that a reviewer sees what was there before; [Changes.List] says it in words.
// The zero value changes nothing.
type Changes struct {
	Head *HeadChange `json:"head,omitempty"` // of anything besides the rows
	Rows []RowChange `json:"rows,omitempty"` // sorted by control
	// Order lists the controls of the result in the order of their rows, when
	// they do not stand as before with the new ones at the end.
	Order []aims.Key `json:"order,omitempty"`
}

// HeadChange holds two statements without their rows.
type HeadChange struct {
	From Statement `json:"from"`
	To   Statement `json:"to"`
}

// RowChange holds the two rows of one control. One that is absent says that
// the row is added or removed.
type RowChange struct {
	From *Row `json:"from,omitempty"`
	To   *Row `json:"to,omitempty"`
}

// ErrOtherStatement says that changes were made from another statement than
// the one that they are to be applied to.
var ErrOtherStatement = errors.New("controls: the changes do not fit this statement")

// Diff returns what makes statement a into b. It is empty exactly when they
// say the same; an empty list is the same as none. Both are statements that
// Validate accepts.
func Diff(a, b Statement) Changes {
	var c Changes
	if from, to := a.head(), b.head(); !from.sameHead(to) {
		c.Head = &HeadChange{from, to}
	}
	was, is := a.byControl(), b.byControl()
	for _, r := range a.Rows {
		if now, kept := is[r.Control]; !kept {
			c.Rows = append(c.Rows, RowChange{From: pointer(r)})
		} else if !r.equal(now) {
			c.Rows = append(c.Rows, RowChange{pointer(r), pointer(now)})
		}
	}
	for _, r := range b.Rows {
		if _, old := was[r.Control]; !old {
			c.Rows = append(c.Rows, RowChange{To: pointer(r)})
		}
	}
	slices.SortFunc(c.Rows, func(x, y RowChange) int { return x.Control().Compare(y.Control()) })
	if result, err := c.Apply(a); err == nil && !slices.Equal(result.order(), b.order()) {
		c.Order = b.order()
	}
	return c
}

// Empty reports whether nothing is changed.
func (c Changes) Empty() bool { return c.Head == nil && len(c.Rows) == 0 && len(c.Order) == 0 }

// Control returns the control whose row is changed.
func (c RowChange) Control() aims.Key {
	switch {
	case c.From != nil:
		return c.From.Control
	case c.To != nil:
		return c.To.Control
	}
	return aims.Key{}
}

// Apply returns the statement a with the changes made. When a differs from
// the statement that the changes were made from, where they change it, the
// error wraps [ErrOtherStatement]. The statement a is not changed.
func (c Changes) Apply(a Statement) (Statement, error) {
	out := a.head()
	if c.Head != nil {
		if !out.sameHead(c.Head.From.head()) {
			return Statement{}, fmt.Errorf("%w: it has another version, scope, approval or history", ErrOtherStatement)
		}
		out = c.Head.To.head()
	}
	changed := make(map[aims.Key]RowChange, len(c.Rows))
	for _, r := range c.Rows {
		changed[r.Control()] = r
	}
	for _, r := range a.Rows {
		change, ok := changed[r.Control]
		switch {
		case !ok:
			out.Rows = append(out.Rows, r.clone())
		case change.From == nil || !r.equal(*change.From):
			return Statement{}, fmt.Errorf("%w: its row of %s is another one", ErrOtherStatement, r.Control)
		case change.To != nil:
			out.Rows = append(out.Rows, change.To.clone())
		}
		delete(changed, r.Control)
	}
	for _, r := range c.Rows {
		if _, pending := changed[r.Control()]; !pending {
			continue
		}
		if r.From != nil || r.To == nil {
			return Statement{}, fmt.Errorf("%w: it has no row of %s", ErrOtherStatement, r.Control())
		}
		out.Rows = append(out.Rows, r.To.clone())
	}
	if len(c.Order) > 0 {
		return out.ordered(c.Order)
	}
	return out, nil
}

// ordered returns the statement with its rows in another order.
func (s Statement) ordered(order []aims.Key) (Statement, error) {
	rows := s.byControl()
	s.Rows = make([]Row, 0, len(order))
	for _, control := range order {
		r, ok := rows[control]
		if !ok {
			return Statement{}, fmt.Errorf("%w: it has no row of %s", ErrOtherStatement, control)
		}
		delete(rows, control)
		s.Rows = append(s.Rows, r)
	}
	if len(rows) > 0 {
		return Statement{}, fmt.Errorf("%w: it has %d rows more", ErrOtherStatement, len(rows))
	}
	return s, nil
}

func (s Statement) order() []aims.Key {
	order := make([]aims.Key, len(s.Rows))
	for i, r := range s.Rows {
		order[i] = r.Control
	}
	return order
}

func (s Statement) byControl() map[aims.Key]Row {
	rows := make(map[aims.Key]Row, len(s.Rows))
	for _, r := range s.Rows {
		rows[r.Control] = r
	}
	return rows
}

// head returns the statement without its rows, with lists of its own.
func (s Statement) head() Statement {
	s.Rows = nil
	s.Approvals = slices.Clone(s.Approvals)
	s.Decisions = slices.Clone(s.Decisions)
	s.Ext = maps.Clone(s.Ext)
	return s
}

// sameHead compares all but the rows; nil equals empty.
func (s Statement) sameHead(t Statement) bool {
	return s.ID == t.ID && s.Recorded == t.Recorded && s.Version == t.Version && s.Scope == t.Scope &&
		slices.Equal(s.Approvals, t.Approvals) && slices.Equal(s.Decisions, t.Decisions) && maps.Equal(s.Ext, t.Ext)
}

func pointer(r Row) *Row {
	r = r.clone()
	return &r
}
