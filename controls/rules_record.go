package controls

import (
	"maps"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// The codes of a statement that is not controlled as a document.
const (
	// NotApproved: nobody approved the statement.
	NotApproved aims.Code = "controls/not-approved"
	// ApprovalVoided: the statement was approved, and its content was changed since.
	ApprovalVoided aims.Code = "controls/approval-voided"
	// ApprovalLapsed: the statement was approved until a day that has passed.
	ApprovalLapsed aims.Code = "controls/approval-lapsed"
	// HistoryDisagrees: the history of decisions does not lead to what the row says.
	HistoryDisagrees aims.Code = "controls/history-disagrees"
	// HistoryBroken: a decision does not go on from where the one before it led.
	HistoryBroken aims.Code = "controls/history-broken"
	// HistoryRewritten: entries of the history were changed or removed since the version before.
	HistoryRewritten aims.Code = "controls/history-rewritten"
)

// recordRules judge the approval and the history of the statement.
func recordRules() []aims.Rule[Facts] {
	return values(
		rule{
			code: NotApproved, point: pointApproved, title: "the statement is approved",
			doc:   "Looks for an approval. Major gap when there is none by the day.",
			check: approval(aims.Unapproved, aims.MajorGap),
		},
		rule{
			code: ApprovalVoided, point: pointApproved, title: "the approval is of what the statement says",
			doc:   "Looks for approvals of another content than the statement has. Minor gap when no approval is better.",
			check: approval(aims.Voided, aims.MinorGap),
		},
		rule{
			code: ApprovalLapsed, point: pointApproved, title: "the approval has not lapsed",
			doc:   "Looks for approvals whose last day has passed. Minor gap when no approval is better.",
			check: approval(aims.Lapsed, aims.MinorGap),
		},
		rule{
			code: HistoryDisagrees, point: pointChanges, title: "the history leads to what the rows say",
			doc: "Looks at the last decision on each control. Minor gap where it does not lead to what the row says. " +
				"A statement without any decision keeps no history, and nothing is said.",
			check: historyDisagrees,
		},
		rule{
			code: HistoryBroken, point: pointChanges, title: "each decision goes on from the one before",
			doc:   "Follows the decisions on each control. Minor gap where one does not begin where the one before it ended.",
			check: historyBroken,
		},
		rule{
			code: HistoryRewritten, point: pointProtected, title: "the history is only appended to",
			doc: "Compares the decisions with those of the version before, where that is known. Minor gap when one of those was changed or removed.",
			check: func(f *Facts, out *output) {
				if f.seen() && f.Previous != nil && !extends(f.statement.Decisions, f.Previous.Decisions) {
					out.point(aims.MinorGap, pointProtected, "version", f.Previous.Version)
				}
			},
		},
	)
}

// approval makes a check that reports one standing of the statement.
func approval(bad aims.Standing, v aims.Verdict) func(*Facts, *output) {
	return func(f *Facts, out *output) {
		var approvals []aims.Approval
		if f.seen() {
			approvals = f.statement.Approvals
		}
		standing, a := aims.StandingOf(f.digest, approvals, f.At)
		if standing != bad {
			return
		}
		var args []string
		if bad != aims.Unapproved {
			args = append(args, "by", string(a.By), "on", a.On.String())
		}
		if bad == aims.Lapsed {
			args = append(args, "until", a.Until.String())
		}
		out.point(v, pointApproved, args...)
	}
}

func historyDisagrees(f *Facts, out *output) {
	rows, decisions := f.statement.Rows, f.statement.Decisions
	if !f.seen() || len(decisions) == 0 {
		return
	}
	last := make([]Applicability, len(rows))
	gone := make(map[aims.Key]Applicability) // controls that have no row any more
	f.follow(func(d *Decision, row int) {
		if row >= 0 {
			last[row] = d.To
		} else {
			gone[d.Control] = d.To
		}
	})
	report := func(control aims.Key, history, row Applicability) {
		if history != row {
			out.control(aims.MinorGap, control, nil, "history", history.String(), "row", row.String())
		}
	}
	for i := range rows {
		report(rows[i].Control, last[i], rows[i].Applicability)
	}
	for _, control := range slices.SortedFunc(maps.Keys(gone), aims.Key.Compare) {
		report(control, gone[control], Undecided)
	}
}

func historyBroken(f *Facts, out *output) {
	if !f.seen() {
		return
	}
	before := make([]*Decision, len(f.statement.Rows))
	gone := make(map[aims.Key]*Decision)
	f.follow(func(d *Decision, row int) {
		var was *Decision
		if row >= 0 {
			was, before[row] = before[row], d
		} else {
			was, gone[d.Control] = gone[d.Control], d
		}
		if was != nil && was.To != d.From {
			out.control(aims.MinorGap, d.Control, nil, "on", d.On.String(), "from", d.From.String(), "before", was.To.String())
		}
	})
}

// follow visits the decisions, oldest first, with the index of the row of
// their control, or -1.
func (f *Facts) follow(visit func(d *Decision, row int)) {
	rows, decisions := f.statement.Rows, f.statement.Decisions
	next := 0 // decisions often follow the order of the rows
	for i := range decisions {
		d := &decisions[i]
		if next >= len(rows) || rows[next].Control != d.Control {
			next = f.rowIndex(d.Control)
		}
		visit(d, next)
		next++
	}
}
