package controls_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/controls"
)

func sentences(c controls.Changes) []string {
	var list []string
	for _, change := range c.List() {
		list = append(list, change.Sentence())
	}
	return list
}

// A reviewer reads every change in the order of the fields.
func TestChanges_List(t *testing.T) {
	a := fullStatement(t)
	b := fullStatement(t)
	day := aims.MustDate("2026-03-01")
	b.ID, b.Recorded, b.Version, b.Scope = "soa-2", 0, "2.0", ""
	b.Approvals = append(b.Approvals, aims.Approval{By: "p-ceo", On: day, Digest: b.Approvals[0].Digest})
	b.Decisions = append(b.Decisions, controls.Decision{
		On: day, By: "p-cto", Control: aims.ControlKey("A.7.4"), To: controls.Applicable, Why: "quality matters",
	})
	b.Ext = nil
	r := &b.Rows[0]
	r.Reasons = append(r.Reasons, controls.Reason{Kind: controls.RiskAssessment, Reference: "R-12"})
	r.Exclusions[0].Systems, r.Exclusions[0].Until = r.Exclusions[0].Systems[:1], 0
	r.Status, r.Since, r.Owner, r.Due, r.Evidence, r.Note = controls.Implemented, day, "p-dev", 0, r.Evidence[:1], ""
	b.Rows = []controls.Row{b.Rows[2], b.Rows[0], gen.Included(aims.ControlKey("A.10.2"))}
	b.Rows[0].Applicability = controls.Applicable

	want := []string{
		"the statement: id changes from soa-1 to soa-2",
		"the statement: recorded changes from 2026-01-10 to nothing",
		"the statement: version changes from 1.0 to 2.0",
		"the statement: scope changes from scope-1 to nothing",
		"p-ceo approved on 2026-03-01",
		"p-cto decided on 2026-03-01 that A.7.4 goes from undecided to applicable: quality matters",
		"the statement: ext changes from colour=red to nothing",
		"the rows stand in another order",
		"A.7.3: reasons changes from legal obligation/o-1 Data Act, chapter 2 to legal obligation/o-1 Data Act, chapter 2; risk-assessment R-12",
		"A.7.3: exclusions changes from no-risk No risk of the register names acquired data. for s-1; s-2 until 2026-12-31 to no-risk No risk of the register names acquired data. for s-1",
		"A.7.3: status changes from partial to implemented",
		"A.7.3: since changes from 2026-02-01 to 2026-03-01",
		"A.7.3: owner changes from p-lead to p-dev",
		"A.7.3: due changes from 2026-09-30 to nothing",
		"A.7.3: evidence changes from e-1; e-2 to e-1",
		"A.7.3: note changes from second half to come to nothing",
		"A.7.4: applicability changes from undecided to applicable",
		"A.10.2 gets a row: applicable",
		"own/C-7 loses its row, which was excluded",
	}
	c := controls.Diff(a, b)
	if diff := cmp.Diff(want, sentences(c)); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	got, err := c.Apply(a)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(b, got); diff != "" {
		t.Errorf("applied (-want +got):\n%s", diff)
	}

	codes := map[aims.Code]bool{}
	for _, change := range c.List() {
		codes[change.Code] = true
		if text := controls.Sentences()[change.Code]; text == "" || text != change.Text {
			t.Errorf("%s has the text %q", change.Code, change.Text)
		}
	}
	for _, code := range []aims.Code{
		controls.RowAdded, controls.RowRemoved, controls.FieldChanged, controls.DecisionAppended, controls.ApprovalAdded, controls.RowsReordered,
	} {
		if !codes[code] {
			t.Errorf("%s does not occur", code)
		}
	}
}

// A history that was rewritten is shown as such, not as something appended.
func TestChanges_List_rewritten(t *testing.T) {
	a, b := fullStatement(t), fullStatement(t)
	b.Approvals[0].Note = ""
	b.Decisions = b.Decisions[1:]
	want := []string{
		"the statement: approvals changes from by p-ceo on 2026-01-15 of " + string(a.Approvals[0].Digest) + " until 2027-01-14 with note for one year to by p-ceo on 2026-01-15 of " +
			string(a.Approvals[0].Digest) + " until 2027-01-14",
		"the statement: decisions changes from p-cto on 2026-01-12: A.7.3 from undecided to applicable, the Data Act asks for it; " +
			"p-cto on 2026-01-12: own/C-7 from applicable to excluded, nothing to govern to p-cto on 2026-01-12: own/C-7 from applicable to excluded, nothing to govern",
	}
	if diff := cmp.Diff(want, sentences(controls.Diff(a, b))); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
}

func TestChanges_Apply_otherStatement(t *testing.T) {
	a := fullStatement(t)
	row := func(change func(*controls.Row)) *controls.Row {
		r := a.Rows[0]
		change(&r)
		return &r
	}
	same := row(func(*controls.Row) {})
	other := row(func(r *controls.Row) { r.Note = "other" })
	absent := row(func(r *controls.Row) { r.Control = aims.ControlKey("A.2.2") })
	otherHead := a
	otherHead.Version = "9"
	for _, c := range []struct {
		desc, names string
		changes     controls.Changes
	}{
		{"another head", "version", controls.Changes{Head: &controls.HeadChange{From: otherHead, To: a}}},
		{"another row", "A.7.3", controls.Changes{Rows: []controls.RowChange{{From: other, To: same}}}},
		{"a row that is there", "A.7.3", controls.Changes{Rows: []controls.RowChange{{To: other}}}},
		{"a row that is gone, changed", "A.2.2", controls.Changes{Rows: []controls.RowChange{{From: absent, To: absent}}}},
		{"a row that is gone, removed", "A.2.2", controls.Changes{Rows: []controls.RowChange{{From: absent}}}},
		{"a change of nothing", "", controls.Changes{Rows: []controls.RowChange{{}}}},
		{"an order with a row more", "A.2.2", controls.Changes{Order: []aims.Key{absent.Control}}},
		{"an order with fewer rows", "2 rows", controls.Changes{Order: []aims.Key{same.Control}}},
		{"an order that repeats itself", "A.7.3", controls.Changes{Order: []aims.Key{same.Control, same.Control}}},
	} {
		got, err := c.changes.Apply(a)
		if !errors.Is(err, controls.ErrOtherStatement) || !strings.Contains(err.Error(), c.names) {
			t.Errorf("%s: error %v", c.desc, err)
		}
		if got.ID != "" {
			t.Errorf("%s: a statement came with the error", c.desc)
		}
	}
	if got := (controls.Changes{Rows: []controls.RowChange{{}}}).List(); len(got) != 0 {
		t.Errorf("a change of nothing is listed: %v", got)
	}
}

// What Diff and Apply return shares no list with what they were given.
func TestDiff_shares(t *testing.T) {
	a := controls.Statement{ID: "soa-1", Version: "1"}
	b := fullStatement(t)
	c := controls.Diff(a, b)
	got, err := c.Apply(a)
	if err != nil {
		t.Fatal(err)
	}
	b.Rows[0].Reasons[0].Reference = "changed"
	b.Rows[0].Exclusions[0].Systems[0] = "s-9"
	b.Rows[0].Evidence[0] = "e-9"
	b.Approvals[0].By, b.Decisions[0].By, b.Ext["colour"] = "p-9", "p-9", "blue"
	c.Rows[0].To.Evidence[0] = "e-8"
	c.Head.To.Ext["colour"] = "green"
	if diff := cmp.Diff(fullStatement(t), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
