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
			doc: "Follows the decisions of each control. Minor gap where one does not go on from the one before it, or where the last does not lead " +
				"to what the row says. A statement without any decision keeps no history, and nothing is said.",
			check: historyDisagrees,
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
	end := make([]trail, len(rows))
	var gone map[aims.Key]trail // controls that have no row any more
	next := 0                   // decisions often follow the order of the rows
	for i := range decisions {
		d := &decisions[i]
		if next >= len(rows) || rows[next].Control != d.Control {
			next = f.rowIndex(d.Control)
		}
		if next >= 0 {
			end[next].follow(d)
			next++
			continue
		}
		if gone == nil {
			gone = make(map[aims.Key]trail)
		}
		t := gone[d.Control]
		t.follow(d)
		gone[d.Control], next = t, 0
	}
	for i := range rows {
		end[i].compare(rows[i].Control, rows[i].Applicability, out)
	}
	for _, control := range slices.SortedFunc(maps.Keys(gone), aims.Key.Compare) {
		gone[control].compare(control, Undecided, out)
	}
}

// trail is where the decisions on one control have led.
type trail struct {
	to     Applicability
	begun  bool
	broken bool // a decision did not go on from the one before it
}

func (t *trail) follow(d *Decision) {
	t.broken = t.broken || t.begun && t.to != d.From
	t.to, t.begun = d.To, true
}

// compare reports a trail that is broken, or leads elsewhere than the row says.
func (t trail) compare(control aims.Key, row Applicability, out *output) {
	if t.broken || t.to != row {
		out.control(aims.MinorGap, control, nil, "history", t.to.String(), "row", row.String())
	}
}
