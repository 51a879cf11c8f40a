package audit

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// Question is an opening question about a requirement or control. A caller
// adds, drops and replaces questions; several on one key are all asked.
type Question struct {
	Key      aims.Key `json:"key"`
	Ask      string   `json:"ask"`
	Evidence []string `json:"evidence,omitempty"` // what typically answers it
}

// Checklist is what to ask in an audit: the leaves and the controls in its
// scope, in the order of their catalogues.
type Checklist struct {
	Requirements string               `json:"requirements,omitempty"` // edition of the catalogue
	Controls     string               `json:"controls,omitempty"`     // edition of the catalogue
	Statement    controls.StatementID `json:"statement,omitempty"`    // the Statement of Applicability
	Version      string               `json:"version,omitempty"`      // of the statement
	Items        []Item               `json:"items,omitempty"`
	// Excluded lists the controls in scope that the statement excludes:
	// ask for the reasons when 6.1.3 comes up.
	Excluded []aims.Key `json:"excluded,omitempty"`
	// Unasked lists what is in scope and has no question.
	Unasked []aims.Key `json:"unasked,omitempty"`
}

// Item is one requirement or control of a [Checklist].
type Item struct {
	Key   aims.Key `json:"key"`
	Title string   `json:"title"`
	Ask   []string `json:"ask,omitempty"`
	// Look lists what one must be able to see: the points of a requirement in
	// scope, or the purpose of a control.
	Look     []Look   `json:"look,omitempty"`
	Evidence []string `json:"evidence,omitempty"` // what typically shows it
	// Undecided marks a control that the statement neither includes nor
	// excludes on the day.
	Undecided bool `json:"undecided,omitempty"`
	// Except lists the AI systems that the control does not apply to, sorted.
	Except []aims.SystemID `json:"except,omitempty"`
}

// Look is one thing that an auditor must be able to see.
type Look struct {
	Point aims.PointID `json:"point,omitempty"` // of a requirement
	Text  string       `json:"text"`
}

// Checklist lists what to ask about everything in a scope. A control whose
// exclusion has expired is undecided. What the statement or the scope names
// and the catalogues do not know comes last, without a title.
func (b Basis) Checklist(scope Scope) Checklist {
	list := Checklist{
		Requirements: b.Requirements.Edition(), Controls: b.Controls.Edition(),
		Statement: b.Statement.ID, Version: b.Statement.Version,
	}
	for r := range b.Requirements.Leaves() {
		var look []Look
		for _, p := range r.Points {
			if scope.Covers(aims.PointKey(p.ID)) {
				look = append(look, Look{p.ID, p.Text})
			}
		}
		if len(look) > 0 {
			list.add(b.Questions, Item{Key: aims.ClauseKey(r.Clause), Title: r.Title, Look: look})
		}
	}
	for control := range b.Controls.All() {
		list.addControl(b, scope, Item{
			Key: control.Key, Title: control.Title, Look: []Look{{Text: control.Purpose()}}, Evidence: control.Evidence(),
		})
	}
	for _, row := range b.Statement.Rows {
		if _, found := b.Controls.LookupKey(row.Control); !found {
			list.addControl(b, scope, Item{Key: row.Control})
		}
	}
	for _, k := range scope.Keys {
		if !list.answers(k) {
			list.add(b.Questions, Item{Key: k})
		}
	}
	return list
}

// answers reports whether the list has something for a key of a scope.
func (l *Checklist) answers(k aims.Key) bool {
	named := Scope{Keys: []aims.Key{k}}
	return slices.ContainsFunc(l.Excluded, named.Covers) || slices.ContainsFunc(l.Items, func(item Item) bool {
		return named.Covers(item.Key) || slices.ContainsFunc(item.Look, func(x Look) bool { return k == aims.PointKey(x.Point) })
	})
}

// addControl adds a control in scope, by what the statement says of it.
func (l *Checklist) addControl(b Basis, scope Scope, item Item) {
	if !scope.Covers(item.Key) {
		return
	}
	row, _ := b.Statement.Row(item.Key)
	applies := row.AppliesTo("", b.At)
	if applies == aims.No {
		l.Excluded = append(l.Excluded, item.Key)
		return
	}
	item.Undecided, item.Except = applies == aims.Unknown, except(row, b.At)
	l.add(b.Questions, item)
}

// add puts the questions into an item, and the item into the list.
func (l *Checklist) add(questions []Question, item Item) {
	for _, q := range questions {
		if q.Key == item.Key {
			item.Ask = append(item.Ask, q.Ask)
			item.Evidence = append(item.Evidence, q.Evidence...)
		}
	}
	if len(item.Ask) == 0 {
		l.Unasked = append(l.Unasked, item.Key)
	}
	l.Items = append(l.Items, item)
}

// except returns the AI systems that an applicable control does not apply to.
func except(r controls.Row, at aims.Date) []aims.SystemID {
	var systems []aims.SystemID
	for _, e := range r.Exclusions {
		for _, id := range e.Systems {
			if r.AppliesTo(id, at) == aims.No {
				systems = append(systems, id)
			}
		}
	}
	slices.Sort(systems)
	return slices.Compact(systems)
}
