package main

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/controls"
	_ "modernc.org/sqlite" // the driver
)

//go:embed schema.sql
var schema string

func main() {
	if err := run(context.Background(), os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// run shows tenant 2 before and after one decision.
func run(ctx context.Context, out io.Writer) error {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // each connection would have a memory of its own
	if _, err := db.ExecContext(ctx, schema); err != nil {
		return err
	}
	const tenant = 2
	today := aims.MustDate("2026-06-30")
	s, err := show(ctx, db, out, tenant, today)
	if err != nil {
		return err
	}
	// Somebody decides on a control that has no row yet.
	row := controls.Row{
		Control: aims.ControlKey("A.3.3"), Applicability: controls.Applicable, Owner: "user-23", Status: controls.Planned,
		Reasons: []controls.Reason{{Kind: controls.BestPractice, Reference: "staff asked where to report concerns"}},
	}
	soa, err := s.Statements[0].Decide(today, "user-17", "decided in the meeting of today", row)
	if err != nil {
		return err
	}
	decided, _ := soa.Row(row.Control)
	if err := writeBack(ctx, db, tenant, decided, 23, 0); err != nil {
		return err
	}
	err = writeBack(ctx, db, tenant, decided, 23, 0) // another tab of the browser, still at version 0
	fmt.Fprintf(out, "the same from another tab: %v\n\n", err)
	_, err = show(ctx, db, out, tenant, today)
	return err
}

// show judges a tenant and prints what a page of the portal would.
func show(ctx context.Context, db *sql.DB, out io.Writer, tenant int, today aims.Date) (audit.Snapshot, error) {
	s, err := snapshot(ctx, db, tenant, today)
	if err != nil {
		return s, err
	}
	view, err := audit.Open(s, audit.Options{})
	if err != nil {
		return s, err // every problem, one a line: POINTER CODE SENTENCE
	}
	result, err := rules.Evaluate(view, today, rules.Default())
	if err != nil {
		return s, err
	}
	report, err := readiness.Assess(result, s.GapStatements, readiness.Default())
	if err != nil {
		return s, err
	}
	b := report.Total
	fmt.Fprintf(out, "readiness %s, at best %s; %s of the weight is known; %s\n", b.Score(), b.Upper(), b.Coverage(), report.Band)
	for _, g := range report.Gaps {
		if g.Stated {
			fmt.Fprintf(out, "  %s (%s, as the other module says): %s\n", g.Key.ID, g.Priority, g.Practice)
		} else if slices.Contains([]string{"5.2", "6.1.3"}, g.Key.ID) { // to keep it short
			fmt.Fprintf(out, "  %s (%s): %s\n", g.Key.ID, g.Priority, g.Reasons[0].Sentence())
		}
	}
	fmt.Fprintf(out, "  claimed, and shown by no record: %s\nStatement of Applicability:\n", report.Claimed)
	for _, row := range s.Statements[0].Rows {
		fmt.Fprintf(out, "  %s %s %s\n", row.Control.ID, row.Applicability, row.Status)
	}
	fmt.Fprintf(out, "  undecided: %d\n\n", controls.Edition2023().Len()-len(s.Statements[0].Rows))
	return s, nil
}

// writeBack writes one row of the statement into the portal's table, if it is
// still at the version that the page was made from; 0 says that there was none.
func writeBack(ctx context.Context, db *sql.DB, tenant int, row controls.Row, owner, version int) error {
	control, _ := row.Control.Control()
	applies := sql.Null[bool]{V: row.Applicability == controls.Applicable, Valid: row.Applicability != controls.Undecided}
	reason := ""
	for _, r := range row.Reasons {
		reason = r.Reference
	}
	for _, e := range row.Exclusions {
		reason = e.Text
	}
	state := map[controls.Status]any{controls.Planned: "todo", controls.Partial: "half", controls.Implemented: "done"}[row.Status]
	result, err := db.ExecContext(ctx, `
		INSERT INTO soa (tenant_id, control, applies, reason, state, owner_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
		ON CONFLICT DO UPDATE SET applies = ?3, reason = ?4, state = ?5, owner_id = ?6, version = version + 1
		WHERE version = ?7`, tenant, string(control), applies, reason, state, owner, version)
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, errors.New("the row was changed meanwhile; look at it again"))
	}
	return nil
}
