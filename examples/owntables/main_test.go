package main

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/google/go-cmp/cmp"
)

// TestRun: what the page shows is in testdata/output.txt; when the rules change,
// go run . >testdata/output.txt and look at the difference.
func TestRun(t *testing.T) {
	var out bytes.Buffer
	if err := run(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join("testdata", "output.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func demo(t *testing.T, statements ...string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() }) //nolint:errcheck // it is only memory
	for _, s := range append([]string{schema}, statements...) {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	return db
}

// TestTenantsApart: nothing of another customer is in the snapshot.
func TestTenantsApart(t *testing.T) {
	s, err := snapshot(t.Context(), demo(t), 2, aims.MustDate("2026-06-30"))
	if err != nil {
		t.Fatal(err)
	}
	for r := range s.All() {
		if strings.Contains(r.Ref().ID, "user-10") || strings.Contains(r.Ref().ID, "model-1") || strings.Contains(r.Ref().ID, "policy-1") {
			t.Errorf("%s is of another tenant", r.Ref())
		}
	}
	if len(s.Persons) != 2 || len(s.Systems) != 1 || len(s.Policies) != 1 || len(s.Statements[0].Rows) != 3 {
		t.Errorf("%d persons, %d systems, %d policies, %d rows", len(s.Persons), len(s.Systems), len(s.Policies), len(s.Statements[0].Rows))
	}
}

// TestNothingIsGuessed: what the portal's words do not say is unknown, and what
// nobody mapped is an error.
func TestNothingIsGuessed(t *testing.T) {
	today := aims.MustDate("2026-06-30")
	s, err := snapshot(t.Context(), demo(t, `UPDATE users SET is_executive = NULL`, `UPDATE soa SET applies = NULL WHERE control = 'A.2.2'`), 2, today)
	if err != nil {
		t.Fatal(err)
	}
	if s.Persons[0].TopManagement != aims.Unknown {
		t.Errorf("NULL became %v", s.Persons[0].TopManagement)
	}
	if row, _ := s.Statements[0].Row(aims.ControlKey("A.2.2")); row.Applicability != "" {
		t.Errorf("NULL became %v", row.Applicability)
	}
	for statement, want := range map[string]string{
		`UPDATE soa SET since = '1.3.2026'`:           "write YYYY-MM-DD",
		`UPDATE soa SET state = 'nearly'`:             `nobody has mapped the word "nearly"`,
		`UPDATE isms_checks SET result = 'ok'`:        `nobody has mapped the word "ok"`,
		`UPDATE policies SET signed_on = 'yesterday'`: "write YYYY-MM-DD",
	} {
		if _, err := snapshot(t.Context(), demo(t, statement), 2, today); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", statement, err)
		}
	}
}

// TestSignatureFallsWithTheText: the new column does what it is for.
func TestSignatureFallsWithTheText(t *testing.T) {
	var before, after bytes.Buffer
	today := aims.MustDate("2026-06-30")
	if _, err := show(t.Context(), demo(t), &before, 2, today); err != nil {
		t.Fatal(err)
	}
	if _, err := show(t.Context(), demo(t, `UPDATE policies SET law = 0 WHERE id = 4`), &after, 2, today); err != nil {
		t.Fatal(err)
	}
	const want = "the AI policy was changed after its approval on 2026-03-01"
	if strings.Contains(before.String(), want) || !strings.Contains(after.String(), want) {
		t.Errorf("before\n%s\nafter\n%s", &before, &after)
	}
}
