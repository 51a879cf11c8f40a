package controls_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/controls"
)

func TestStatement_Decide(t *testing.T) {
	key := aims.ControlKey("A.7.3")
	on := aims.MustDate("2026-02-01")
	blank := controls.Blank(controls.Edition2023())
	blank.ID, blank.Version = "soa-1", "0.1"

	first, err := blank.Decide(on, "p-cto", "data is bought", gen.Included(key))
	if err != nil {
		t.Fatal(err)
	}
	row := gen.Excluded(key)
	second, err := first.Decide(on, "p-cto", "the last purchase ended", row)
	if err != nil {
		t.Fatal(err)
	}
	own := aims.Key{Framework: aims.FrameworkOwn, ID: "C-7"}
	third, err := second.Decide(on+1, "p-ceo", "a control of our own", gen.Included(own))
	if err != nil {
		t.Fatal(err)
	}
	want := []controls.Decision{
		{On: on, By: "p-cto", Control: key, To: controls.Applicable, Why: "data is bought"},
		{On: on, By: "p-cto", Control: key, From: controls.Applicable, To: controls.Excluded, Why: "the last purchase ended"},
		{On: on + 1, By: "p-ceo", Control: own, To: controls.Applicable, Why: "a control of our own"},
	}
	if diff := cmp.Diff(want, third.Decisions); diff != "" {
		t.Errorf("history (-want +got):\n%s", diff)
	}
	if len(third.Rows) != 39 || third.Rows[38].Control != own {
		t.Errorf("the new row does not stand at the end: %v", third.Rows[38])
	}
	if r, _ := third.Row(key); r.Applicability != controls.Excluded {
		t.Errorf("row: %+v", r)
	}
	if len(blank.Decisions) != 0 || len(first.Decisions) != 1 || len(second.Rows) != 38 {
		t.Error("Decide changed the statement that it was called on")
	}
	row.Exclusions[0].Text = "changed by the caller"
	if r, _ := second.Row(key); r.Exclusions[0].Text == row.Exclusions[0].Text {
		t.Error("the statement shares a list with the row that was handed in")
	}
	branch, err := second.Decide(on, "p-cto", "another way", gen.Included(key))
	if err != nil {
		t.Fatal(err)
	}
	if cmp.Equal(branch.Decisions[2], third.Decisions[2]) {
		t.Error("two statements that go on from one share their history")
	}
}

func TestStatement_Decide_refused(t *testing.T) {
	on := aims.MustDate("2026-02-01")
	key := aims.ControlKey("A.7.3")
	s := controls.Statement{ID: "soa-1", Version: "1", Decisions: []controls.Decision{{On: on, By: "p-cto", Control: key, Why: "x"}}}
	wrong := gen.Excluded(key)
	wrong.Exclusions[0].Systems = []aims.SystemID{"s-1"}
	for _, c := range []struct {
		desc string
		on   aims.Date
		by   aims.PersonID
		why  string
		row  controls.Row
		want []problemAt
	}{
		{"malformed row", on, "p-cto", "x", wrong, []problemAt{{controls.ExclusionPartial, "/row/exclusions/0/systems"}}},
		{"nobody, without a reason", on, "", " ", gen.Included(key), []problemAt{{aims.Missing, "/decision/by"}, {aims.Missing, "/decision/why"}}},
		{"before the latest decision", on - 1, "p-cto", "x", gen.Included(key), []problemAt{{aims.DatesSwapped, "/decision/on"}}},
		{"on no day", 0, "p-cto", "x", gen.Included(key), []problemAt{{aims.Missing, "/decision/on"}}},
		{"about no control", on, "p-cto", "x", controls.Row{}, []problemAt{{aims.Missing, "/row/control"}, {aims.Missing, "/decision/control"}}},
	} {
		got, err := s.Decide(c.on, c.by, c.why, c.row)
		if diff := cmp.Diff(c.want, problemsOf(err)); diff != "" {
			t.Errorf("%s: problems (-want +got):\n%s", c.desc, diff)
		}
		if got.ID != "" {
			t.Errorf("%s: a statement came with the error", c.desc)
		}
	}
	_, err := s.Decide(on-1, "p-cto", "x", gen.Included(key))
	const want = "/decision/on aims/dates-swapped 2026-01-31 lies before decisions/0/on, 2026-02-01; correct one of the two"
	if got := aims.Problems(err)[0].String(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Decisions that Decide appends agree with the rows, and only ever extend the
// history of the version before.
func TestStatement_Decide_agrees(t *testing.T) {
	c := controls.Edition2023()
	s := controls.Blank(c)
	s.ID, s.Version = "soa-1", "0.1"
	on := aims.MustDate("2026-02-01")
	for key := range c.All() {
		before := s
		row := gen.Included(key.Key)
		if key.Key.ID == "A.10.2" {
			row = controls.Row{Control: key.Key} // decided to leave it open
		}
		var err error
		if s, err = s.Decide(on, "p-cto", "as assessed", row); err != nil {
			t.Fatal(err)
		}
		f, err := controls.NewFacts(s, on, c)
		if err != nil {
			t.Fatal(err)
		}
		f.Previous = &before
		for _, o := range controls.Check(f, controls.Rules()) {
			if o.Code == controls.HistoryDisagrees || o.Code == controls.HistoryRewritten {
				t.Errorf("after the decision on %s: %s", key.Key, o.Sentence())
			}
		}
	}
}
