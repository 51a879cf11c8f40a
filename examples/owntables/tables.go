package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
)

// An id of the library is a text; the portal's integer is kept in it.
func person(id sql.Null[int]) aims.PersonID {
	if !id.Valid {
		return "" // nobody, which is not the user 0
	}
	return aims.PersonID(fmt.Sprint("user-", id.V))
}

// A yes or no of the portal. NULL is neither.
func answer(b sql.Null[bool]) aims.Answer {
	return map[sql.Null[bool]]aims.Answer{{V: true, Valid: true}: aims.Yes, {V: false, Valid: true}: aims.No}[b]
}

// A day of the portal. One that cannot be read is an error, never a guess.
func day(s sql.Null[string]) (aims.Date, error) {
	if !s.Valid {
		return 0, nil
	}
	return aims.ParseDate(s.V)
}

// A word of the portal. One that nobody mapped is an error, too.
func word[T any](words map[string]T, s sql.Null[string]) (v T, err error) {
	v, known := words[s.V]
	if s.Valid && !known {
		err = fmt.Errorf("nobody has mapped the word %q", s.V)
	}
	return v, err
}

// list maps the rows of a query. The tenant is an argument of every query, so
// that no mapping can forget it.
func list[T any](ctx context.Context, db *sql.DB, tenant int, query string, read func(scan func(...any) error) (T, error)) (all []T, err error) {
	rows, err := db.QueryContext(ctx, query, tenant)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		v, err := read(rows.Scan)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", query, err)
		}
		all = append(all, v)
	}
	return all, rows.Err()
}

// snapshot maps the tables of a tenant. Supplied lists what the portal really
// keeps: of these kinds absence is a gap, of all others it proves nothing.
func snapshot(ctx context.Context, db *sql.DB, tenant int, today aims.Date) (audit.Snapshot, error) {
	s := audit.Snapshot{
		Format: aims.Format, Taken: today,
		Supplied: []aims.Kind{aims.KindPerson, aims.KindSystem, aims.KindPolicy, controls.KindStatement},
	}
	soa := controls.Statement{ID: "soa", Version: "1"} // a control without a row is undecided
	var errs [5]error
	s.Persons, errs[0] = list(ctx, db, tenant, `SELECT id, is_executive FROM users WHERE tenant_id = ? ORDER BY id`, user)
	s.Systems, errs[1] = list(ctx, db, tenant, `SELECT id, name, used_for, owner_id, live, risky FROM models WHERE tenant_id = ? ORDER BY id`, model)
	s.Policies, errs[2] = list(ctx, db, tenant, `SELECT id, title, rev, law, improve, signed_by, signed_on, signed_digest FROM policies WHERE tenant_id = ? ORDER BY id`, policy)
	soa.Rows, errs[3] = list(ctx, db, tenant, `SELECT control, applies, reason, state, owner_id, since FROM soa WHERE tenant_id = ? ORDER BY control`, soaRow)
	checks, err := list(ctx, db, tenant, `SELECT clause, result, remark, checked_by, checked_on FROM isms_checks WHERE tenant_id = ? ORDER BY clause`, ismsCheck)
	s.Statements, s.GapStatements, errs[4] = []controls.Statement{soa}, slices.Concat(checks...), err
	return s, errors.Join(errs[:]...)
}

// user: only what the library has to know of people. Their names stay here.
func user(scan func(...any) error) (aims.Person, error) {
	var id sql.Null[int]
	var executive sql.Null[bool]
	err := scan(&id, &executive)
	return aims.Person{ID: person(id), TopManagement: answer(executive)}, err
}

func model(scan func(...any) error) (aims.AISystem, error) {
	var id int
	var owner sql.Null[int]
	var live bool
	var risky sql.Null[bool]
	m := aims.AISystem{Roles: []aims.Role{aims.RoleProvider}, Stage: aims.StageDesign}
	err := scan(&id, &m.Name, &m.Purpose, &owner, &live, &risky)
	m.ID, m.Owner, m.HighRisk = aims.SystemID(fmt.Sprint("model-", id)), person(owner), answer(risky)
	if live {
		m.Stage = aims.StageOperation
	}
	return m, err
}

// policy: an approval counts as long as the content is the one that was signed.
// That is what the new column is for.
func policy(scan func(...any) error) (aims.Policy, error) {
	var id int
	var law, improve sql.Null[bool]
	var by sql.Null[int]
	var on, digest sql.Null[string]
	var p aims.Policy
	err := scan(&id, &p.Title, &p.Version, &law, &improve, &by, &on, &digest)
	p.ID, p.CommitsToRequirements, p.CommitsToImprovement = aims.PolicyID(fmt.Sprint("policy-", id)), answer(law), answer(improve)
	signed, wrong := day(on)
	if digest.Valid {
		p.Approvals = []aims.Approval{{By: person(by), On: signed, Digest: aims.Digest(digest.V)}}
	}
	return p, errors.Join(err, wrong)
}

func soaRow(scan func(...any) error) (controls.Row, error) {
	var control string
	var applies sql.Null[bool]
	var reason, state, since sql.Null[string]
	var owner sql.Null[int]
	err := scan(&control, &applies, &reason, &state, &owner, &since)
	on, wrong := day(since)
	status, strange := word(map[string]controls.Status{"todo": controls.Planned, "half": controls.Partial, "done": controls.Implemented}, state)
	row := controls.Row{Control: aims.ControlKey(aims.ControlID(control)), Owner: person(owner), Since: on, Status: status}
	switch answer(applies) {
	case aims.Yes:
		row.Applicability = controls.Applicable
		row.Reasons = []controls.Reason{{Kind: controls.BestPractice, Reference: reason.V}}
	case aims.No:
		row.Applicability = controls.Excluded
		row.Exclusions = []controls.Exclusion{{Ground: controls.ActivityNotPerformed, Text: reason.V}}
	}
	return row, errors.Join(err, wrong, strange)
}

// ismsCheck takes a verdict of the other module. It is what somebody said about
// the corresponding requirements, of which there may be several: a gap that it
// states is a known gap; a pass is shown as claimed and earns nothing, because
// a check of information security did not look at AI.
func ismsCheck(scan func(...any) error) (stated []audit.GapStatement, err error) {
	var clause aims.Clause
	var by sql.Null[int]
	var result, on sql.Null[string]
	var g audit.GapStatement
	err = scan(&clause, &result, &g.Practice, &by, &on)
	verdict, strange := word(map[string]aims.Verdict{"pass": aims.Conforms, "minor": aims.MinorGap, "fail": aims.MajorGap}, result)
	checked, wrong := day(on)
	g.Verdict, g.By, g.On = verdict, person(by), checked
	other, _ := aims.LookupStandard("iso27001:2022")
	for c := range other.All() {
		if clause.Contains(aims.Clause(c.There)) {
			g.ID, g.Key = aims.IDFrom[audit.GapID]("isms", string(c.Clause)), aims.ClauseKey(c.Clause)
			stated = append(stated, g)
		}
	}
	return stated, errors.Join(err, wrong, strange)
}
