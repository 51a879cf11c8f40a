package controls_test

import (
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/controls"
)

// observed changes one row of a sound statement, approves it as it then is,
// and returns the codes of what the rules observe.
func observed(t *testing.T, change func(s *controls.Statement), know func(f *controls.Facts)) []aims.Code {
	t.Helper()
	s, evidence := gen.Sound(controls.Edition2023())
	s.Decisions = nil
	change(&s)
	f, err := controls.NewFacts(gen.Approve(s), aims.MustDate(gen.At), controls.Edition2023())
	if err != nil {
		t.Fatal(err)
	}
	f.Evidence = evidence.Lookup
	f.Roles = []aims.Role{aims.RoleDeveloper}
	if know != nil {
		know(&f)
	}
	var codes []aims.Code
	for _, o := range controls.Check(f, controls.Rules()) {
		codes = append(codes, o.Code)
	}
	return codes
}

func wantCodes(t *testing.T, got []aims.Code, want ...aims.Code) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("observed %v, want %v", got, want)
	}
}

func rowOf(s *controls.Statement, id aims.ControlID) *controls.Row {
	i := slices.IndexFunc(s.Rows, func(r controls.Row) bool { return r.Control == aims.ControlKey(id) })
	return &s.Rows[i]
}

// The controls found necessary are compared with Annex A one by one, so that
// none that is needed gets lost.
func TestClause_6_1_3_comparedWithAnnexA(t *testing.T) {
	wantCodes(t, observed(t, func(*controls.Statement) {}, nil))
	for i := range 38 {
		wantCodes(t, observed(t, func(s *controls.Statement) { s.Rows = slices.Delete(s.Rows, i, i+1) }, nil), controls.RowMissing)
		wantCodes(t, observed(t, func(s *controls.Statement) { s.Rows[i] = controls.Row{Control: s.Rows[i].Control} }, nil), controls.RowUndecided)
	}
}

// Annex A is no ceiling: what else the treatment of risks takes is a control
// as well, and the statement has to name it.
func TestClause_6_1_3_controlsBeyondAnnexA(t *testing.T) {
	own := aims.Key{Framework: aims.FrameworkOwn, ID: "C-1"}
	wantCodes(t, observed(t, func(*controls.Statement) {}, func(f *controls.Facts) {
		f.Uses = []controls.Use{{Control: own, By: aims.Ref{Kind: "risk-treatment", ID: "t-1"}}}
	}), controls.RowMissing)
	c := gen.Catalogue(1)
	s, evidence := gen.Sound(c)
	f, err := controls.NewFacts(s, aims.MustDate(gen.At), c)
	if err != nil {
		t.Fatal(err)
	}
	f.Evidence, f.Roles = evidence.Lookup, []aims.Role{aims.RoleUser}
	f.Uses = []controls.Use{{Control: own, By: aims.Ref{Kind: "risk-treatment", ID: "t-1"}}}
	if got := controls.Check(f, controls.Rules()); len(got) != 0 {
		t.Errorf("an own control with a row: %v", got)
	}
}

// The statement holds the necessary controls and says why each is in, and why
// each other control of Annex A is out.
func TestClause_6_1_3_statementOfApplicability(t *testing.T) {
	for id, c := range map[aims.ControlID]struct {
		change func(r *controls.Row)
		want   aims.Code
	}{
		"A.4.2": {func(r *controls.Row) { r.Reasons = nil }, controls.ReasonMissing},
		"A.4.3": {func(r *controls.Row) { r.Reasons[0].Reference = "" }, controls.ReferenceMissing},
		"A.4.4": {func(r *controls.Row) { r.Reasons[0].Reference = "tbd" }, controls.ReferenceWeak},
		"A.4.5": {func(r *controls.Row) {
			*r = controls.Row{Control: r.Control, Applicability: controls.Excluded}
		}, controls.GroundMissing},
		"A.4.6": {func(r *controls.Row) {
			*r = gen.Excluded(r.Control)
			r.Exclusions[0].Text = ""
		}, controls.JustificationMissing},
		"A.7.2": {func(r *controls.Row) {
			*r = gen.Excluded(r.Control)
			r.Exclusions[0].Text = "not applicable"
		}, controls.JustificationWeak},
	} {
		wantCodes(t, observed(t, func(s *controls.Statement) { c.change(rowOf(s, id)) }, nil), c.want)
	}
}

// A control that the standard demands by itself, that the organization's role
// needs, or that a treatment relies on, cannot be left out.
func TestClause_6_1_3_nothingNecessaryOmitted(t *testing.T) {
	for id, want := range map[aims.ControlID]aims.Code{
		"A.2.2": controls.ExclusionAgainstClause, "A.3.2": controls.ExclusionAgainstClause,
		"A.5.2": controls.ExclusionAgainstClause, "A.5.3": controls.ExclusionAgainstClause,
		"A.5.4": controls.ExclusionAgainstClause, "A.5.5": controls.ExclusionAgainstClause,
		"A.6.2.4": controls.ExclusionAgainstRole,
	} {
		wantCodes(t, observed(t, func(s *controls.Statement) { *rowOf(s, id) = gen.Excluded(aims.ControlKey(id)) }, nil), want)
	}
	wantCodes(t, observed(t, func(s *controls.Statement) { *rowOf(s, "A.7.3") = gen.Excluded(aims.ControlKey("A.7.3")) }, func(f *controls.Facts) {
		f.Uses = []controls.Use{{Control: aims.ControlKey("A.7.3"), By: aims.Ref{Kind: "risk-treatment", ID: "t-1"}}}
	}), controls.ExclusionInUse)
}

// Applicability comes first: a control can be necessary long before it is
// there, and the statement need not say how far it is.
func TestClause_6_1_3_applicableBeforeImplemented(t *testing.T) {
	wantCodes(t, observed(t, func(s *controls.Statement) { *rowOf(s, "A.7.3") = gen.Included(aims.ControlKey("A.7.3")) }, nil))
	planned := func(due string) func(*controls.Statement) {
		return func(s *controls.Statement) {
			r := gen.Included(aims.ControlKey("A.7.3"))
			r.Status, r.Owner, r.Due = controls.Planned, "p-lead", aims.MustDate(due)
			*rowOf(s, "A.7.3") = r
		}
	}
	wantCodes(t, observed(t, planned("2026-12-31"), nil))
	wantCodes(t, observed(t, planned("2026-06-29"), nil), controls.Overdue)
}

// A document is approved before it counts, and again after it was changed.
func TestClause_7_5_2_statementApproved(t *testing.T) {
	s, evidence := gen.Sound(controls.Edition2023())
	s.Decisions = nil
	*rowOf(&s, "A.7.3") = gen.Included(aims.ControlKey("A.7.3"))
	for _, c := range []struct {
		change func()
		want   []aims.Code
	}{
		{func() {}, nil},
		{func() { rowOf(&s, "A.7.3").Note = "progress" }, nil},
		{func() { rowOf(&s, "A.7.3").Reasons[0].Kind = controls.Legal }, []aims.Code{controls.ApprovalVoided}},
		{func() { s = gen.Approve(s) }, nil},
		{func() { s.Approvals[0].Until = aims.MustDate("2026-05-31") }, []aims.Code{controls.ApprovalLapsed}},
		{func() { s.Approvals = nil }, []aims.Code{controls.NotApproved}},
	} {
		c.change()
		f, err := controls.NewFacts(s, aims.MustDate(gen.At), controls.Edition2023())
		if err != nil {
			t.Fatal(err)
		}
		f.Evidence, f.Roles = evidence.Lookup, []aims.Role{aims.RoleUser}
		var got []aims.Code
		for _, o := range controls.Check(f, controls.Rules()) {
			got = append(got, o.Code)
		}
		wantCodes(t, got, c.want...)
	}
}

// The controls that treatment found necessary are in place, which a claim
// alone does not show.
func TestClause_8_1_controlsInPlace(t *testing.T) {
	wantCodes(t, observed(t, func(s *controls.Statement) { rowOf(s, "A.7.3").Evidence = nil }, nil), controls.EvidenceLacking)
	wantCodes(t, observed(t, func(*controls.Statement) {}, func(f *controls.Facts) {
		all := f.Evidence
		f.Evidence = func(id aims.EvidenceID) (aims.Evidence, bool) {
			e, ok := all(id)
			if id == "e-A.7.3" {
				e.Outcome.Met = aims.No
			}
			return e, ok
		}
	}), controls.EvidenceAgainst)
}
