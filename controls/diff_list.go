package controls

import (
	"maps"
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// The codes of changes; see [Changes.List].
const (
	// RowAdded: a control has a row now.
	RowAdded aims.Code = "controls/row-added"
	// RowRemoved: a control has no row any more.
	RowRemoved aims.Code = "controls/row-removed"
	// FieldChanged: a field of a row, or of the statement, says something else.
	FieldChanged aims.Code = "controls/field-changed"
	// DecisionAppended: a decision was added to the history.
	DecisionAppended aims.Code = "controls/decision-appended"
	// ApprovalAdded: somebody approved.
	ApprovalAdded aims.Code = "controls/approval-added"
	// RowsReordered: the rows stand in another order.
	RowsReordered aims.Code = "controls/rows-reordered"
)

// Change is one change, for a reviewer to read.
type Change struct {
	Control aims.Key          `json:"control,omitzero"` // absent: the statement itself
	Code    aims.Code         `json:"code"`
	Args    map[string]string `json:"args,omitempty"` // what the sentence speaks of
	Text    string            `json:"text,omitempty"` // the English sentence, with {name} where an argument goes
}

// Sentence returns the English sentence with its arguments filled in.
func (c Change) Sentence() string {
	return aims.Observation{Code: c.Code, Args: c.Args, Text: c.Text}.Sentence()
}

// List returns every change by itself: first those of the statement, then
// those of its rows by control, each in the order of the fields.
func (c Changes) List() []Change {
	var l changeList
	if c.Head != nil {
		l.head(c.Head.From, c.Head.To)
	}
	if len(c.Order) > 0 {
		l.add(RowsReordered)
	}
	for _, r := range c.Rows {
		l.control = r.Control()
		switch {
		case r.From == nil && r.To == nil:
		case r.From == nil:
			l.add(RowAdded, "control", short(l.control), "to", r.To.Applicability.String())
		case r.To == nil:
			l.add(RowRemoved, "control", short(l.control), "from", r.From.Applicability.String())
		default:
			l.row(*r.From, *r.To)
		}
	}
	return l.list
}

// changeList gathers the changes of one control, or of the statement itself.
type changeList struct {
	control aims.Key
	list    []Change
}

func (l *changeList) add(code aims.Code, args ...string) {
	c := Change{Control: l.control, Code: code, Text: texts[code]}
	for i := 0; i < len(args); i += 2 {
		if c.Args == nil {
			c.Args = make(map[string]string, len(args)/2)
		}
		c.Args[args[i]] = args[i+1]
	}
	l.list = append(l.list, c)
}

// field adds a change of a field, if there is one.
func (l *changeList) field(field, from, to string) {
	if from == to {
		return
	}
	of := "the statement"
	if !l.control.IsZero() {
		of = short(l.control)
	}
	l.add(FieldChanged, "of", of, "field", field, "from", orNothing(from), "to", orNothing(to))
}

// orNothing returns what a sentence says for the text of a field.
func orNothing(s string) string {
	if s == "" {
		return "nothing"
	}
	return s
}

func (l *changeList) head(a, b Statement) {
	l.field("id", string(a.ID), string(b.ID))
	l.field("recorded", a.Recorded.String(), b.Recorded.String())
	l.field("version", a.Version, b.Version)
	l.field("scope", string(a.Scope), string(b.Scope))
	if extends(b.Approvals, a.Approvals) {
		for _, p := range b.Approvals[len(a.Approvals):] {
			l.add(ApprovalAdded, "by", string(p.By), "on", p.On.String())
		}
	} else {
		l.field("approvals", joined(a.Approvals, approvalText), joined(b.Approvals, approvalText))
	}
	if extends(b.Decisions, a.Decisions) {
		for _, d := range b.Decisions[len(a.Decisions):] {
			l.add(DecisionAppended, "by", string(d.By), "on", d.On.String(), "control", short(d.Control),
				"from", d.From.String(), "to", d.To.String(), "why", d.Why)
		}
	} else {
		l.field("decisions", joined(a.Decisions, decisionText), joined(b.Decisions, decisionText))
	}
	l.field("ext", extText(a.Ext), extText(b.Ext))
}

func (l *changeList) row(a, b Row) {
	l.field("applicability", a.Applicability.String(), b.Applicability.String())
	l.field("reasons", joined(a.Reasons, reasonText), joined(b.Reasons, reasonText))
	l.field("exclusions", joined(a.Exclusions, exclusionText), joined(b.Exclusions, exclusionText))
	l.field("status", a.Status.String(), b.Status.String())
	l.field("since", a.Since.String(), b.Since.String())
	l.field("owner", string(a.Owner), string(b.Owner))
	l.field("due", a.Due.String(), b.Due.String())
	l.field("evidence", joined(a.Evidence, evidenceText), joined(b.Evidence, evidenceText))
	l.field("note", a.Note, b.Note)
}

// joined writes the elements of a list one after the other.
func joined[T any](list []T, text func(T) string) string {
	parts := make([]string, len(list))
	for i, v := range list {
		parts[i] = text(v)
	}
	return strings.Join(parts, "; ")
}

// phrase joins the parts that say something.
func phrase(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " ")
}

// led returns a text behind its lead, or nothing for no text.
func led(lead, text string) string {
	if text == "" {
		return ""
	}
	return lead + text
}

func approvalText(a aims.Approval) string {
	return phrase("by", string(a.By), "on", a.On.String(), "of", string(a.Digest), led("until ", a.Until.String()), led("with note ", a.Note))
}

func decisionText(d Decision) string {
	return phrase(string(d.By), "on", d.On.String()+":", short(d.Control), "from", d.From.String(), "to", d.To.String()+",", d.Why)
}

func reasonText(r Reason) string { return phrase(string(r.Kind), r.Ref.String(), r.Reference) }

func exclusionText(e Exclusion) string {
	ids := joined(e.Systems, func(id aims.SystemID) string { return string(id) })
	return phrase(string(e.Ground), e.Text, led("for ", ids), led("until ", e.Until.String()))
}

func evidenceText(id aims.EvidenceID) string { return string(id) }

func extText(ext map[string]string) string {
	return joined(slices.Sorted(maps.Keys(ext)), func(k string) string { return k + "=" + ext[k] })
}
