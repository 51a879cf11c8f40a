package audit_test

import (
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func on(s string) aims.Date { return aims.MustDate(s) }

// concluded returns an audit that came to a report on its last day.
func concluded(id audit.AuditID, typ audit.Type, last string, scope audit.Scope) audit.Audit {
	return audit.Audit{ID: id, Title: string(id), Type: typ, Scope: scope, Opened: on(last), LastDay: on(last), Concluded: on(last)}
}

// programme has the context every year, two systems and a process every half
// year, and one of the systems every year as well.
func programme() audit.Programme {
	return audit.Programme{ID: "programme", From: on("2026-01-01"), Parts: []audit.Part{
		{Title: "context", Keys: []aims.Key{aims.ClauseKey("4")}, Every: "P1Y"},
		{Title: "system one, slowly", Systems: []aims.SystemID{"s-1"}, Every: "P1Y"},
		{Title: "systems", Systems: []aims.SystemID{"s-1", "s-2"}, Processes: []aims.ProcessID{"p-1"}, Every: "P6M"},
		{Title: "site", Sites: []string{"Hull", "Leeds"}},
		{Title: "process again", Processes: []aims.ProcessID{"p-1"}, Every: "P1Y"},
	}}
}

func TestBasis_Coverage(t *testing.T) {
	context := audit.Scope{Keys: []aims.Key{aims.ClauseKey("4")}, Systems: []aims.SystemID{"s-1"}}
	b := audit.Basis{
		At: on("2026-12-31"), Requirements: aims.Edition2023(), Programme: programme(),
		Scope:   aims.Scope{ID: "scope", Systems: []aims.SystemID{"s-1", "s-3"}, Locations: []string{"Leeds", "York"}},
		Systems: []aims.AISystem{{ID: "s-1"}, {ID: "s-2"}, {ID: "s-3"}},
		Audits: []audit.Audit{
			concluded("a-2", audit.Internal, "2026-09-30", context),
			concluded("a-1", audit.Internal, "2026-02-28", audit.Scope{Keys: []aims.Key{aims.ClauseKey("4.1"), aims.PointKey("4.2/a")}}),
			concluded("a-0", audit.Internal, "2025-12-31", context),
			concluded("a-3", audit.Internal, "2027-01-01", context),
			concluded("stage-1", audit.StageOne, "2026-10-15", context),
			{ID: "going-on", Type: audit.Internal, Opened: on("2026-12-01"), Scope: audit.Scope{Keys: context.Keys, Sites: []string{"York", "Bath"}}},
		},
	}
	type line struct {
		Subject string
		Audits  []audit.AuditID
		Last    string
		Every   aims.Interval
		Due     string
	}
	lines := func(subjects []audit.Covered) (list []line) {
		for _, s := range subjects {
			if c, isClause := s.Key.Clause(); !isClause || aims.Clause("4").Contains(c) || c == "10.2" {
				list = append(list, line{s.String(), s.Audits, s.Last.String(), s.Every, s.Due.String()})
			}
		}
		return list
	}

	got := b.Coverage(audit.CoverageOptions{From: on("2026-01-01"), By: on("2028-12-31")})
	want := []line{
		{"iso42001/4.1", []audit.AuditID{"a-1", "a-2"}, "2026-09-30", "P1Y", "2027-09-30"},
		{"iso42001/4.2", []audit.AuditID{"a-2"}, "2026-09-30", "P1Y", "2027-09-30"},
		{"iso42001/4.3", []audit.AuditID{"a-2"}, "2026-09-30", "P1Y", "2027-09-30"},
		{"iso42001/4.4", []audit.AuditID{"a-2"}, "2026-09-30", "P1Y", "2027-09-30"},
		{"iso42001/10.2", nil, "", "", "2028-12-31"},
		{"process p-1", nil, "", "P6M", "2026-07-01"},
		{"system s-1", []audit.AuditID{"a-2"}, "2026-09-30", "P6M", "2027-03-30"},
		{"system s-3", nil, "", "", "2028-12-31"},
		{"site Leeds", nil, "", "", "2028-12-31"},
		{"site York", nil, "", "", "2028-12-31"},
		{"site Hull", nil, "", "", "2028-12-31"},
		{"site Bath", nil, "", "", "2028-12-31"},
	}
	if diff := cmp.Diff(want, lines(got.Subjects)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(want[4:6:6], lines(got.Never())[:2]); diff != "" {
		t.Errorf("never (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]line{want[5], want[6]}, lines(got.DueBy(on("2027-03-30")))); diff != "" {
		t.Errorf("due (-want +got)\n%s", diff)
	}
	for _, s := range got.Subjects {
		if overdue := s.Process == "p-1"; s.Overdue(got.At) != overdue {
			t.Errorf("%s overdue: %v", s.Subject, !overdue)
		}
		if s.Process == "p-1" && s.Overdue(s.Due) {
			t.Error("the day on which it is due counts as too late")
		}
	}

	// The programme binds no certification body, and its audits are others.
	outside := b.Coverage(audit.CoverageOptions{Types: []audit.Type{audit.StageOne, audit.StageTwo}})
	if diff := cmp.Diff([]line{
		{"iso42001/4.1", []audit.AuditID{"stage-1"}, "2026-10-15", "", ""},
		{"iso42001/4.2", []audit.AuditID{"stage-1"}, "2026-10-15", "", ""},
	}, lines(outside.Subjects)[:2]); diff != "" {
		t.Errorf("stage 1 (-want +got)\n%s", diff)
	}
	if len(outside.DueBy(on("9999-12-31"))) != 0 {
		t.Error("something is due that nobody set a day for")
	}
}

// Controls that do not apply need no audit; those that nobody decided on do.
func TestBasis_Coverage_controls(t *testing.T) {
	b := edition2023(controls.Statement{Rows: []controls.Row{
		{Control: aims.ControlKey("A.2.2"), Applicability: controls.Applicable},
		{Control: aims.ControlKey("A.2.3"), Applicability: controls.Excluded},
	}})
	undecided := 0
	for _, s := range b.Coverage(audit.CoverageOptions{}).Subjects {
		switch {
		case s.Undecided:
			undecided++
		case s.Key == aims.ControlKey("A.2.3"):
			t.Error("an excluded control is to be audited")
		}
	}
	if undecided != 36 {
		t.Errorf("%d undecided", undecided)
	}
}

func TestPart_LastAudited(t *testing.T) {
	part := audit.Part{Keys: []aims.Key{aims.ClauseKey("9.2.1")}, Sites: []string{"York"}, Systems: []aims.SystemID{"s"}, Processes: []aims.ProcessID{"p"}}
	all := concluded("a", audit.Internal, "2026-03-01", part.Scope())
	site := concluded("b", audit.Internal, "2026-05-01", audit.Scope{Sites: []string{"York"}})
	rest := concluded("c", audit.Internal, "2026-04-01", audit.Scope{Keys: []aims.Key{aims.ClauseKey("9")}, Systems: part.Systems, Processes: part.Processes})
	for _, c := range []struct {
		desc   string
		audits []audit.Audit
		want   string
	}{
		{"none", nil, ""},
		{"all at once", []audit.Audit{all}, "2026-03-01"},
		{"all at once, a part again", []audit.Audit{all, site}, "2026-03-01"},
		{"a part only", []audit.Audit{site}, ""},
		{"in two", []audit.Audit{site, rest}, "2026-04-01"},
		{"in any order", []audit.Audit{rest, all, site}, "2026-04-01"},
	} {
		if got := part.LastAudited(c.audits).String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.desc, got, c.want)
		}
	}
	if got := (audit.Part{}).LastAudited([]audit.Audit{all}); got != 0 {
		t.Errorf("nothing was audited on %s", got)
	}
}

func TestSubject(t *testing.T) {
	scope := audit.Scope{
		Keys: []aims.Key{aims.ClauseKey("9")}, Processes: []aims.ProcessID{"p"}, Systems: []aims.SystemID{"s"}, Sites: []string{"York"},
	}
	var texts []string
	for _, s := range scope.Subjects() {
		if !s.In(scope) || s.In(audit.Scope{}) {
			t.Errorf("%s in the scope that names it: %v", s, s.In(scope))
		}
		texts = append(texts, s.String())
	}
	if diff := cmp.Diff([]string{"iso42001/9", "process p", "system s", "site York"}, texts); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if (audit.Subject{}).In(audit.Scope{Sites: []string{""}}) {
		t.Error("nothing is in a scope")
	}
	others := []audit.Subject{{Key: aims.ClauseKey("8.1")}, {Process: "q"}, {System: "t"}, {Site: "Bath"}}
	if i := slices.IndexFunc(others, func(s audit.Subject) bool { return s.In(scope) }); i >= 0 {
		t.Errorf("%s is in the scope", others[i])
	}
}

// Of every subject the oracle asks each audit and each part anew.
func TestBasis_Coverage_oracle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scope := rapid.Custom(func(t *rapid.T) audit.Scope {
			s := audit.Scope{Sites: rapid.SliceOfN(rapid.SampledFrom([]string{"York", "Hull"}), 0, 2).Draw(t, "sites")}
			for _, c := range rapid.SliceOfN(rapid.SampledFrom([]aims.Clause{"4", "4.1", "9.2", "9.2.1", "10.2"}), 0, 3).Draw(t, "clauses") {
				s.Keys = append(s.Keys, aims.ClauseKey(c))
			}
			return s
		})
		days := rapid.Custom(func(t *rapid.T) aims.Date {
			return on("2026-01-01").AddDays(rapid.IntRange(0, 400).Draw(t, "day"))
		})
		b := audit.Basis{At: days.Draw(t, "at"), Requirements: aims.Edition2023()}
		for range rapid.IntRange(0, 5).Draw(t, "audits") {
			last := days.Draw(t, "last").String()
			typ := rapid.SampledFrom([]audit.Type{audit.Internal, audit.StageTwo}).Draw(t, "type")
			b.Audits = append(b.Audits, concluded(audit.AuditID(last), typ, last, scope.Draw(t, "scope")))
		}
		b.Programme.From = days.Draw(t, "from")
		for range rapid.IntRange(0, 3).Draw(t, "parts") {
			s := scope.Draw(t, "part")
			every := rapid.SampledFrom([]aims.Interval{"", "P3M", "P1Y"}).Draw(t, "every")
			b.Programme.Parts = append(b.Programme.Parts, audit.Part{Keys: s.Keys, Sites: s.Sites, Every: every})
		}
		o := audit.CoverageOptions{From: days.Draw(t, "cycle"), By: days.Draw(t, "by")}
		for _, s := range b.Coverage(o).Subjects {
			var last, due aims.Date
			n := 0
			for _, a := range b.Audits {
				if a.Type == audit.Internal && a.Concluded <= b.At && a.LastDay >= o.From && s.In(a.Scope) {
					n, last = n+1, max(last, a.LastDay)
				}
			}
			for _, p := range b.Programme.Parts {
				if next := p.Every.After(max(last, b.Programme.From)); s.In(p.Scope()) && next != 0 && (due == 0 || next < due) {
					due = next
				}
			}
			if n == 0 && due == 0 {
				due = o.By
			}
			if len(s.Audits) != n || s.Last != last || s.Due != due || s.Never() != (n == 0) {
				t.Fatalf("%s: %+v, want %d audits, last %s, due %s", s.Subject, s, n, last, due)
			}
		}
	})
}

// Read from the records, the basis holds what is in force on the day.
func TestBasisOf(t *testing.T) {
	s := gen.Conforming()
	later := on("2027-01-01")
	s.Processes = append(s.Processes,
		aims.Process{ID: "last-day", Title: "last day", Until: on(day)},
		aims.Process{ID: "over", Title: "over", Until: on(day) - 1}, aims.Process{ID: "to-come", Title: "to come", From: on(day) + 1})
	s.Systems = append(s.Systems, aims.AISystem{ID: "retired", Name: "retired", Stage: aims.StageRetirement})
	s.Scopes = []aims.Scope{
		{ID: "draft-0", Title: "draft", Version: "2", Recorded: on("2026-06-01")},
		s.Scopes[0],
		{ID: "draft", Title: "draft", Version: "3", Recorded: on("2026-06-01")},
		{ID: "gone", Title: "gone", Version: "0", Withdrawn: on("2026-01-01")},
	}
	s.Programmes = append(s.Programmes, audit.Programme{ID: "late", Title: "late", Recorded: later})
	s.OwnControls = []controls.Custom{{Key: key(t, "own/C-1"), Title: "own", Purpose: "p", Why: "w"}}
	v, err := audit.Open(s, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := audit.BasisOf(v, aims.Edition2023(), controls.Edition2023(), on(day))
	if err != nil {
		t.Fatal(err)
	}
	if b.Statement.ID != "soa" || b.Scope.ID != "scope" || b.Programme.ID != "programme" || b.Controls.Len() != 39 {
		t.Errorf("in force: %s, %s, %s, %d controls", b.Statement.ID, b.Scope.ID, b.Programme.ID, b.Controls.Len())
	}
	if len(b.Processes) != len(s.Processes)-2 || len(b.Systems) != len(s.Systems)-1 || len(b.Persons) != len(s.Persons) || len(b.Audits) != 1 {
		t.Errorf("%d processes, %d systems, %d persons, %d audits", len(b.Processes), len(b.Systems), len(b.Persons), len(b.Audits))
	}

	before, err := audit.BasisOf(v, aims.Edition2023(), controls.Edition2023(), on("2025-12-31"))
	if err != nil || before.Statement.ID != "" || before.Programme.ID != "" || len(before.Audits) != 0 {
		t.Errorf("before everything: %+v, %v", before, err)
	}

	if _, err := audit.BasisOf(nil, aims.Edition2023(), controls.Edition2023(), on(day)); err == nil {
		t.Error("a basis without records")
	}
	if _, err := audit.BasisOf(v, aims.Edition2023(), controls.Edition2023(), 0); err == nil {
		t.Error("a basis of no day")
	}
	if _, err := audit.BasisOf(v, aims.Edition2023(), b.Controls, on(day)); len(aims.Problems(err)) != 1 {
		t.Errorf("a key that is taken: %v", err)
	}

	// Of those that nobody approved the latest counts, of one day the last.
	s.Scopes[1].Approvals = nil
	if v, err = audit.Open(s, audit.Options{}); err != nil {
		t.Fatal(err)
	}
	if b, err = audit.BasisOf(v, aims.Edition2023(), controls.Edition2023(), on(day)); err != nil || b.Scope.ID != "draft" {
		t.Errorf("got %s, %v", b.Scope.ID, err)
	}
}
