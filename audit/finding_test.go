package audit_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// nth is the n-th day of the stories that the tests tell.
func nth(n int) aims.Date { return aims.MustDate("2026-01-01").AddDays(n) }

// move is a step that a finding takes, and for whom somebody took it.
type move struct {
	to audit.State
	as audit.Side
}

// found gives a finding of day 0 that took one step on each day after it.
func found(grade audit.Grade, way ...move) audit.Finding {
	f := audit.Finding{ID: "f-1", Title: "T", Grade: grade, Key: aims.ControlKey("A.6.2.4"), On: nth(0)}
	for i, m := range way {
		f.Steps = append(f.Steps, audit.Step{To: m.to, On: nth(i + 1), By: "p-1", As: m.as})
	}
	return f
}

// The ways that findings go, step by step.
var (
	toPlan = []move{
		{audit.Issued, audit.ForAuditor},
		{audit.Accepted, audit.ForAuditee},
		{audit.PlanAccepted, audit.ForAuditor},
	}
	toClosed = slices.Concat(toPlan, []move{
		{audit.Corrected, audit.ForAuditee},
		{audit.ActionDone, audit.ForAuditee},
		{audit.ImplementedVerified, audit.ForAuditor},
		{audit.EffectVerified, audit.ForAuditor},
		{audit.Closed, audit.ForAuditor},
	})
	disputed = []move{{audit.Issued, audit.ForAuditor}, {audit.Disputed, audit.ForAuditee}}
	reopened = []move{{audit.Reopened, audit.ForAuditor}, {audit.PlanAccepted, audit.ForAuditor}}
)

func TestFinding_legalWays(t *testing.T) {
	for _, c := range []struct {
		desc   string
		grades []audit.Grade
		way    []move
	}{
		{"a draft", []audit.Grade{audit.Conformity, audit.Opportunity, audit.AreaOfConcern, audit.Minor, audit.Major}, nil},
		{"issued", []audit.Grade{audit.Conformity, audit.Opportunity}, toPlan[:1]},
		{"resolved", []audit.Grade{audit.AreaOfConcern}, []move{{audit.Issued, audit.ForAuditor}, {audit.Closed, audit.ForAuditor}}},
		{"closed", []audit.Grade{audit.Minor, audit.Major}, toClosed},
		{"nothing to correct", []audit.Grade{audit.Minor}, slices.Concat(toPlan, toClosed[4:])},
		{"reopened after closure", []audit.Grade{audit.Major}, slices.Concat(toClosed, reopened, toClosed[3:])},
		{"action found not to be done", []audit.Grade{audit.Minor}, slices.Concat(toClosed[:5], reopened)},
		{"action found not to work", []audit.Grade{audit.Minor}, slices.Concat(toClosed[:6], reopened)},
		{"dispute given up", []audit.Grade{audit.Minor}, slices.Concat(disputed, toClosed[1:])},
		{"dispute won", []audit.Grade{audit.Major}, slices.Concat(disputed, toClosed[7:])},
	} {
		for _, g := range c.grades {
			if err := found(g, c.way...).Validate(); err != nil {
				t.Errorf("%s, %s: %v", c.desc, g, err)
			}
		}
	}
}

// TestFinding_Follows: days in order, sides that may, and nothing said of a side
// that is missing; illegal steps are in TestProp_findingSteps.
func TestFinding_Follows(t *testing.T) {
	for _, c := range []struct {
		desc   string
		change func(*audit.Finding)
		want   bool
	}{
		{"as it is", func(*audit.Finding) {}, true},
		{"a step before the finding", func(f *audit.Finding) { f.Steps[0].On = f.On - 1 }, false},
		{"two steps on one day", func(f *audit.Finding) { f.Steps[4].On = f.Steps[3].On }, true},
		{"a step before the one before", func(f *audit.Finding) { f.Steps[4].On = f.Steps[3].On - 1 }, false},
		{"verified by those who did it", func(f *audit.Finding) { f.Steps[5].As = audit.ForAuditee }, false},
		{"nobody says for whom", func(f *audit.Finding) { f.Steps[5].As = "" }, true},
		{"a state that there is not", func(f *audit.Finding) { f.Steps[5].To = audit.Reopened + 1 }, false},
		{"and goes on from it", func(f *audit.Finding) { f.Steps[0].To = audit.Reopened + 1 }, false},
	} {
		f := found(audit.Major, toClosed...)
		if c.change(&f); f.Follows() != c.want {
			t.Errorf("%s: %t", c.desc, !c.want)
		}
	}
}

func TestFinding_Next(t *testing.T) {
	const auditor, auditee = audit.ForAuditor, audit.ForAuditee
	type next = map[audit.State]audit.Side
	nonconformity := map[audit.State]next{
		audit.Draft:               {audit.Issued: auditor},
		audit.Issued:              {audit.Accepted: auditee, audit.Disputed: auditee},
		audit.Accepted:            {audit.PlanAccepted: auditor},
		audit.Disputed:            {audit.Accepted: auditee, audit.Closed: auditor},
		audit.PlanAccepted:        {audit.Corrected: auditee, audit.ActionDone: auditee},
		audit.Corrected:           {audit.ActionDone: auditee},
		audit.ActionDone:          {audit.ImplementedVerified: auditor, audit.Reopened: auditor},
		audit.ImplementedVerified: {audit.EffectVerified: auditor, audit.Reopened: auditor},
		audit.EffectVerified:      {audit.Closed: auditor},
		audit.Closed:              {audit.Reopened: auditor},
		audit.Reopened:            {audit.PlanAccepted: auditor},
	}
	statement := map[audit.State]next{audit.Draft: {audit.Issued: auditor}}
	concern := map[audit.State]next{audit.Draft: {audit.Issued: auditor}, audit.Issued: {audit.Closed: auditor}}
	for grade, want := range map[audit.Grade]map[audit.State]next{
		audit.Minor: nonconformity, audit.Major: nonconformity,
		audit.Conformity: statement, audit.Opportunity: statement,
		audit.AreaOfConcern: concern,
	} {
		got := map[audit.State]next{}
		for s := audit.Draft; s <= audit.Reopened; s++ {
			f := found(grade, move{to: s})
			if s == audit.Draft {
				f.Steps = nil
			}
			if n := f.Next(); len(n) > 0 {
				got[s] = n
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", grade, diff)
		}
	}
}

func TestFinding_StateAt(t *testing.T) {
	f := found(audit.Minor, toClosed...)
	f.Steps[1].On = f.Steps[0].On // accepted at once
	want := []audit.State{
		audit.Draft, audit.Accepted, audit.Accepted, audit.PlanAccepted, audit.Corrected, audit.ActionDone,
		audit.ImplementedVerified, audit.EffectVerified, audit.Closed, audit.Closed,
	}
	var got []audit.State
	for n := range want {
		got = append(got, f.StateAt(nth(n)))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestFinding_Reached(t *testing.T) {
	// Closed on day 8, reopened on 9, planned anew on 10, closed again on 15, reopened on 16.
	f := found(audit.Major, slices.Concat(toClosed, reopened, toClosed[3:], reopened[:1])...)
	twice := found(audit.Minor, slices.Concat(toClosed[:6], reopened, reopened[1:])...)
	for _, c := range []struct {
		f     audit.Finding
		state audit.State
		at    int
		want  int // 0: not reached
	}{
		{f, audit.Issued, 0, 0},
		{f, audit.Issued, 1, 1},
		{f, audit.Issued, 8, 1},
		{f, audit.PlanAccepted, 2, 0},
		{f, audit.PlanAccepted, 8, 3},
		{f, audit.Closed, 7, 0},
		{f, audit.Closed, 8, 8},
		{f, audit.Closed, 9, 0},
		{f, audit.PlanAccepted, 9, 0},
		{f, audit.PlanAccepted, 12, 10},
		{f, audit.Closed, 15, 15},
		{f, audit.Closed, 16, 0},
		{f, audit.Reopened, 8, 0},
		{f, audit.Reopened, 15, 9},
		{f, audit.Reopened, 99, 16},
		{f, audit.Disputed, 99, 0},
		{f, audit.Draft, 99, 0},
		{twice, audit.PlanAccepted, 99, 8}, // the first of several days
		{audit.Finding{}, audit.Issued, 99, 0},
	} {
		got, ok := c.f.Reached(c.state, nth(c.at))
		var want aims.Date
		if c.want > 0 {
			want = nth(c.want)
		}
		if got != want || ok != (c.want > 0) {
			t.Errorf("%s by day %d: got %s, %v, want %s", c.state, c.at, got, ok, want)
		}
	}
}

func TestFinding_Open(t *testing.T) {
	way := slices.Concat(toClosed, reopened)
	recordedLate := found(audit.Minor, toClosed...)
	recordedLate.Recorded = nth(5)
	for _, c := range []struct {
		desc string
		f    audit.Finding
		want []int // the days, of 0 to 11, on which it is open
	}{
		{"nonconformity", found(audit.Minor, way...), []int{1, 2, 3, 4, 5, 6, 7, 9, 10, 11}},
		{"recorded late", recordedLate, []int{5, 6, 7}},
		{"draft", found(audit.Major), nil},
		{"area of concern", found(audit.AreaOfConcern, way[0], way[7]), []int{1}},
		{"conformity", found(audit.Conformity, way[0]), nil},
		{"opportunity", found(audit.Opportunity, way[0]), nil},
		{"nothing", audit.Finding{}, nil},
	} {
		var got []int
		for n := range 12 {
			if c.f.Open(nth(n)) {
				got = append(got, n)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.desc, diff)
		}
	}
}

// Steps of findings whose grade or state is unknown get no second problem.
func TestFinding_unknownGradeAndState(t *testing.T) {
	for _, c := range []struct {
		f    audit.Finding
		want []place
	}{
		{found(99, toClosed[7]), []place{{aims.WordUnknown, "/grade"}}},
		{found(audit.Minor, move{99, audit.ForAuditor}, toClosed[7]), []place{{aims.WordUnknown, "/steps/0/to"}}},
	} {
		if diff := cmp.Diff(c.want, places(c.f.Validate())); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
}

func TestGrade(t *testing.T) {
	want := map[audit.Grade]bool{
		0: false, audit.Conformity: false, audit.Opportunity: false, audit.AreaOfConcern: false,
		audit.Minor: true, audit.Major: true, audit.Major + 1: false,
	}
	for g, nonconformity := range want {
		if g.Nonconformity() != nonconformity {
			t.Errorf("%s is a nonconformity: %v", g, !nonconformity)
		}
	}
	if _, err := audit.Grade(0).MarshalText(); err == nil || audit.Grade(0).String() != "" || audit.Grade(0).Known() {
		t.Error("zero is a grade")
	}
}

func TestState_zeroIsDraft(t *testing.T) {
	var s audit.State
	if s != audit.Draft || s.String() != "draft" || !s.Known() || (audit.Reopened + 1).Known() {
		t.Errorf("the zero value is %s", s)
	}
}

// history draws a finding that went some legal way.
func history(t *rapid.T) audit.Finding {
	f := found(rapid.Custom(func(t *rapid.T) audit.Grade {
		return audit.Grade(rapid.IntRange(int(audit.Conformity), int(audit.Major)).Draw(t, "grade"))
	}).Draw(t, "finding"))
	for n := rapid.IntRange(0, 16).Draw(t, "steps"); n > 0; n-- {
		next := f.Next()
		if len(next) == 0 {
			break
		}
		to := rapid.SampledFrom(slices.Sorted(maps.Keys(next))).Draw(t, "to")
		f.Steps = append(f.Steps, audit.Step{To: to, On: nth(len(f.Steps) + 1), By: "p-1", As: next[to]})
	}
	return f
}

// Every beginning of a legal history is legal and ends in the state that it
// names; one more step is refused exactly if Next does not offer it, and
// refused for the side alone if the other side takes it.
func TestProp_findingSteps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := history(t)
		for n := range len(f.Steps) + 1 {
			part := f
			part.Steps = slices.Clip(f.Steps[:n])
			if err := part.Validate(); err != nil {
				t.Fatalf("the first %d steps are refused: %v", n, err)
			}
			state := audit.Draft
			if n > 0 {
				state = part.Steps[n-1].To
			}
			if got := f.StateAt(nth(n)); got != state {
				t.Fatalf("on day %d the state is %s, want %s", n, got, state)
			}
			next := part.Next()
			for to := audit.Draft; to <= audit.Reopened; to++ {
				for _, as := range []audit.Side{audit.ForAuditor, audit.ForAuditee} {
					more := part
					more.Steps = append(part.Steps, audit.Step{To: to, On: nth(n + 1), By: "p-1", As: as})
					var want []place
					side, ok := next[to]
					switch {
					case !ok:
						want = []place{{audit.StepIllegal, "/" + aims.Field("steps", n, "to")}}
					case side != as:
						want = []place{{audit.StepSide, "/" + aims.Field("steps", n, "as")}}
					}
					if diff := cmp.Diff(want, places(more.Validate())); diff != "" {
						t.Fatalf("%s after %s for the %s (-want +got)\n%s", to, state, as, diff)
					}
					if got := more.Follows(); got != (len(want) == 0) {
						t.Fatalf("%s after %s for the %s follows: %t", to, state, as, got)
					}
				}
			}
		}
	})
}
