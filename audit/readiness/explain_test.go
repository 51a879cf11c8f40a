package readiness_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// exactly is a score as a fraction.
func exactly(b readiness.Bounds) *big.Rat {
	if b.Total == 0 {
		return new(big.Rat)
	}
	return big.NewRat(b.Earned, b.Total)
}

// sums tests that the parts of a difference add up to it, and that it is the
// difference of the scores.
func sums(t fatal, d readiness.Delta) {
	total := d.Reweighed
	for _, m := range d.Items {
		total = total.Add(m.Shift)
		if m.Before == m.After {
			t.Fatal("an item that stands as before is listed:", m)
		}
	}
	if !cmp.Equal(total, d.Shift) {
		t.Fatal("the parts give", total, "and the whole is", d.Shift)
	}
	if want := new(big.Rat).Sub(exactly(d.After), exactly(d.Before)); want.Cmp(d.Shift.Score.Rat()) != 0 {
		t.Fatal("the scores differ by", want, "and the shift is", d.Shift.Score.Rat())
	}
	upper := func(b readiness.Bounds) *big.Rat {
		if b.Total == 0 {
			return big.NewRat(1, 1)
		}
		return big.NewRat(b.Earned+b.Total-b.Judged, b.Total)
	}
	if want := new(big.Rat).Sub(upper(d.After), upper(d.Before)); want.Cmp(d.Shift.Upper.Rat()) != 0 {
		t.Fatal("the upper bounds differ by", want, "and the shift is", d.Shift.Upper.Rat())
	}
}

// TestDiff_sums: whatever two reports are, the items and what is weighed anew
// add up exactly to the difference, and it is the same backwards.
func TestDiff_sums(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, after := assess(t, drawResult(t), drawModel(t)), assess(t, drawResult(t), drawModel(t))
		d, err := readiness.Diff(before, after)
		if err != nil {
			t.Fatal(err)
		}
		sums(t, d)
		back, err := readiness.Diff(after, before)
		if err != nil || !back.Shift.Add(d.Shift).IsZero() || len(back.Items) != len(d.Items) {
			t.Fatal("the way back is another one", err)
		}
		if same, err := readiness.Diff(before, before); err != nil || !same.IsZero() {
			t.Fatal("a report differs from itself", same, err)
		}
	})
}

// TestExplain_sums: the causes add up exactly to the whole difference, and
// each is a difference of two reports by itself.
func TestExplain_sums(t *testing.T) {
	t.Parallel()
	names := slices.Sorted(func(yield func(string) bool) {
		for name := range endings() {
			if !yield(name) {
				return
			}
		}
	})
	draw := func(t *rapid.T) readiness.Basis {
		s := gen.Conforming()
		for _, name := range rapid.SliceOfNDistinct(rapid.SampledFrom(names), 0, 3, rapid.ID).Draw(t, "endings") {
			endings()[name](&s, at.AddDays(rapid.IntRange(-10, 10).Draw(t, "day")))
		}
		if rapid.Bool().Draw(t, "excluded") {
			s.Statements = nil
		}
		b := basisOf(t, s)
		b.At = at.AddDays(rapid.IntRange(0, 400).Draw(t, "at"))
		b.Model = drawModel(t)
		b.Rules.Rules = rapid.SliceOfNDistinct(rapid.SampledFrom(b.Rules.Rules), 2, 6, func(r aims.Rule[*rules.Input]) aims.Code { return r.Code }).Draw(t, "rules")
		return b
	}
	rapid.Check(t, func(t *rapid.T) {
		before, after := draw(t), draw(t)
		causes, err := readiness.Explain(before, after)
		if err != nil {
			t.Fatal(err)
		}
		whole, err := readiness.Diff(reportOf(t, before), reportOf(t, after))
		if err != nil {
			t.Fatal(err)
		}
		var total readiness.Shift
		at := whole.Before
		for i, kind := range []readiness.CauseKind{readiness.CauseTime, readiness.CauseRecords, readiness.CauseRules, readiness.CauseModel} {
			c := causes[i]
			if c.Kind != kind || c.Delta.Before != at {
				t.Fatal(kind, "does not begin where the cause before it ends:", c)
			}
			sums(t, c.Delta)
			total, at = total.Add(c.Delta.Shift), c.Delta.After
		}
		if len(causes) != 4 || at != whole.After || !cmp.Equal(total, whole.Shift) {
			t.Fatal("the causes lead to", at, total, "and the report is", whole.After, whole.Shift)
		}
	})
}

// TestExplain_causes: what is exchanged alone is the only cause.
func TestExplain_causes(t *testing.T) {
	early := gen.Conforming()
	endings()["evidence expires"](&early, at.AddDays(9))
	before := basisOf(t, early)
	for _, c := range []struct {
		kind readiness.CauseKind
		edit func(*readiness.Basis)
	}{
		{"", func(*readiness.Basis) {}},
		{readiness.CauseTime, func(b *readiness.Basis) { b.At = at.AddDays(10) }},
		{readiness.CauseRecords, func(b *readiness.Basis) {
			s := gen.Conforming()
			endings()["evidence expires"](&s, at.AddDays(-1))
			b.View = basisOf(t, s).View
		}},
		{readiness.CauseRules, func(b *readiness.Basis) { b.Rules.Rules = b.Rules.Rules[1:] }},
		{readiness.CauseModel, func(b *readiness.Basis) { b.Model.Credits.Conforms = 900 }},
	} {
		after := before
		c.edit(&after)
		causes, err := readiness.Explain(before, after)
		if err != nil {
			t.Fatal(err)
		}
		for _, got := range causes {
			if got.Delta.IsZero() == (got.Kind == c.kind) {
				t.Errorf("%s exchanged: %s says %+v", c.kind, got.Kind, got.Delta)
			}
			if got.Delta.IsZero() != (got.Delta.Shift.Score.Sign() == 0) {
				t.Errorf("%s exchanged: %s shifts by %s", c.kind, got.Kind, got.Delta.Shift.Score)
			}
		}
	}
}

// TestExplain_records: the records that came, changed and went are named, and
// the items that moved name what they rest on.
func TestExplain_records(t *testing.T) {
	s := gen.Conforming()
	before := basisOf(t, s)
	removed := s.Evidence[0].Ref()
	s.Evidence = slices.Clone(s.Evidence[1:])
	s.Evidence[0].Title += " (new)"
	changed := s.Evidence[0].Ref()
	added := s.Issues[0]
	added.ID = "issue-new"
	s.Issues = append(s.Issues, added)
	v, err := audit.Open(s, audit.Options{Lenient: true})
	if err != nil {
		t.Fatal(err)
	}
	after := before
	after.View = v
	causes, err := readiness.Explain(before, after)
	if err != nil {
		t.Fatal(err)
	}
	for _, ref := range []aims.Ref{removed, changed, added.Ref()} {
		if !slices.Contains(causes[1].Records, ref) {
			t.Errorf("%s is not named in %v", ref, causes[1].Records)
		}
	}
	if causes[0].Records != nil || !slices.IsSortedFunc(causes[1].Records, aims.Ref.Compare) {
		t.Errorf("records of time %v, of records %v", causes[0].Records, causes[1].Records)
	}
}

func TestExplain_refuses(t *testing.T) {
	good := basisOf(t, gen.Conforming())
	_, err := readiness.Explain(readiness.Basis{Model: readiness.Default()}, readiness.Basis{View: good.View, At: at})
	var got []string
	for _, p := range aims.Problems(err) {
		got = append(got, p.Path)
	}
	want := []string{"/before/view", "/before/at", "/after/model/name", "/after/model/version", "/after/model/requirements", "/after/model/credits", "/after/model/certification"}
	if diff := cmp.Diff(want[:6], got[:min(6, len(got))]); diff != "" || !errors.Is(err, aims.ErrInvalid) {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, edit := range []func(before, after *readiness.Basis){
		func(b, _ *readiness.Basis) { b.Rules = rules.Set{} },
		func(_, a *readiness.Basis) { a.Rules = rules.Set{} },
	} {
		before, after := good, good
		edit(&before, &after)
		if _, err := readiness.Explain(before, after); err == nil {
			t.Error("an unusable set of rules is accepted")
		}
	}
}

// TestDiff_refuses: a report that was put together by hand is no ground for a
// difference.
func TestDiff_refuses(t *testing.T) {
	good := assess(t, blank(), readiness.Default())
	for name, edit := range map[string]func(*readiness.Report){
		"nothing":       func(r *readiness.Report) { *r = readiness.Report{} },
		"another score": func(r *readiness.Report) { r.Total.Earned++ },
		"an item twice": func(r *readiness.Report) {
			r.Items = slices.Clone(r.Items)
			r.Items[1].Key = r.Items[0].Key
		},
	} {
		bad := good
		edit(&bad)
		_, err := readiness.Diff(bad, good)
		if diff := cmp.Diff([]problem{{readiness.ReportForeign, "/before"}}, problemsOf(err)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
		if aims.Problems(err)[0].Text == "" {
			t.Errorf("%s: no sentence", name)
		}
		_, err = readiness.Diff(good, bad)
		if diff := cmp.Diff([]problem{{readiness.ReportForeign, "/after"}}, problemsOf(err)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
}

func TestDiff_standing(t *testing.T) {
	r := with(map[string]aims.Verdict{"4.1": aims.Conforms, "4.2": aims.MinorGap})
	r.Requirements[1].Observations = []aims.Observation{{Rule: "rules/x", Verdict: aims.MinorGap, Code: "rules/old"}}
	before := assess(t, r, readiness.Default())
	r = with(map[string]aims.Verdict{"4.1": aims.CannotTell, "4.2": aims.MajorGap})
	fresh := aims.Observation{Rule: "rules/x", Verdict: aims.MajorGap, Code: "rules/new"}
	r.Requirements[1].Observations = []aims.Observation{fresh}
	r.Controls = append(r.Controls, rules.Item{Key: aims.Key{Framework: "own", ID: "C-1"}, Verdict: aims.Conforms})
	claim := []audit.GapStatement{{Key: aims.ClauseKey("4.1"), Verdict: aims.Conforms, On: at}}
	after, err := readiness.Assess(r, claim, readiness.Default())
	if err != nil {
		t.Fatal(err)
	}
	d, err := readiness.Diff(before, after)
	if err != nil {
		t.Fatal(err)
	}
	sums(t, d)
	type moved struct {
		Key           string
		Before, After readiness.Standing
		Why           []aims.Observation
	}
	var got []moved
	for _, m := range d.Items {
		got = append(got, moved{m.Key.ID, m.Before, m.After, m.Why})
	}
	want := []moved{
		{"4.1", readiness.Standing{Verdict: aims.Conforms}, readiness.Standing{Claimed: true}, nil},
		{"4.2", readiness.Standing{Verdict: aims.MinorGap}, readiness.Standing{Verdict: aims.MajorGap}, []aims.Observation{fresh}},
		{"C-1", readiness.Standing{Absent: true}, readiness.Standing{Verdict: aims.Conforms}, nil},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestDiff_conditions: gates that open and close are listed; a condition that
// one report does not hold is unknown there.
func TestDiff_conditions(t *testing.T) {
	shown := blank()
	for i, item := range shown.Requirements {
		req, _ := aims.Edition2023().Lookup(aims.Clause(item.Key.ID))
		for _, p := range req.Points {
			shown.Requirements[i].Observations = append(shown.Requirements[i].Observations, aims.Observation{Key: aims.PointKey(p.ID), Verdict: aims.Conforms})
		}
	}
	none, all := assess(t, blank(), readiness.Default()), assess(t, shown, readiness.Default())
	cut := all
	cut.Conditions = all.Conditions[1:]
	first := all.Conditions[0]
	for _, c := range []struct {
		name          string
		before, after readiness.Report
		conditions    int
		first         readiness.Answered
	}{
		{"opened", none, all, 11, readiness.Answered{Gate: first.Gate, Code: first.Code, Text: first.Text, After: aims.Yes}},
		{"closed", all, none, 11, readiness.Answered{Gate: first.Gate, Code: first.Code, Text: first.Text, Before: aims.Yes}},
		{"gone", all, cut, 1, readiness.Answered{Gate: first.Gate, Code: first.Code, Text: first.Text, Before: aims.Yes}},
		{"new", cut, all, 1, readiness.Answered{Gate: first.Gate, Code: first.Code, Text: first.Text, After: aims.Yes}},
	} {
		d, err := readiness.Diff(c.before, c.after)
		if err != nil || len(d.Conditions) != c.conditions || d.IsZero() {
			t.Errorf("%s: %+v %v", c.name, d.Conditions, err)
			continue
		}
		if diff := cmp.Diff(c.first, d.Conditions[0]); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, diff)
		}
	}
	if d, err := readiness.Diff(none, all); err != nil || d.BandBefore != readiness.NotReady || d.BandAfter != readiness.StageOneReady {
		t.Errorf("%s to %s, %v", d.BandBefore, d.BandAfter, err)
	}
}

// TestDiff_planned: a control whose day passes is a gap then, and earns as
// little as before.
func TestDiff_planned(t *testing.T) {
	r := with(map[string]aims.Verdict{"A.2.2": aims.MajorGap})
	r.Controls[0].Observations = []aims.Observation{{Verdict: aims.MajorGap, Code: rules.ControlPlanned}}
	before := assess(t, r, readiness.Default())
	r.Controls = slices.Clone(r.Controls)
	r.Controls[0].Observations = []aims.Observation{{Verdict: aims.MajorGap, Code: rules.ControlUnplanned}}
	d, err := readiness.Diff(before, assess(t, r, readiness.Default()))
	if err != nil || len(d.Items) != 1 || !d.Items[0].Before.Planned || d.Items[0].After.Planned || !d.Shift.IsZero() || d.IsZero() {
		t.Errorf("%+v %v", d, err)
	}
}

// TestDelta_json: a difference survives as a document, byte for byte.
func TestDelta_json(t *testing.T) {
	s := gen.Conforming()
	endings()["all evidence expires"](&s, at.AddDays(1))
	causes, err := readiness.Explain(basisOf(t, gen.Conforming()), basisOf(t, s))
	if err != nil {
		t.Fatal(err)
	}
	later := basisOf(t, s)
	later.At = at.AddDays(5)
	more, err := readiness.Explain(basisOf(t, s), later)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range append(causes, more...) {
		data, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		var back readiness.Cause
		if _, err := aims.Decode(data, &back, aims.DecodeOptions{}); err != nil {
			t.Fatal(err)
		}
		if again, err := json.Marshal(back); err != nil || string(again) != string(data) {
			t.Errorf("%s\ncame back as\n%s", data, again)
		}
	}
}

func TestPoints(t *testing.T) {
	read := func(s string) (p readiness.Points, err error) { return p, json.Unmarshal([]byte(s), &p) }
	p, err := read(`{"points":"-0.0053","exact":"-1/190"}`)
	if err != nil || p.Sign() != -1 || p.String() != "-0.0053" || p.Rat().Cmp(big.NewRat(-1, 190)) != 0 {
		t.Errorf("%v %v", p, err)
	}
	if q := p.Add(p); q.String() != "-0.0105" || p.String() != "-0.0053" {
		t.Errorf("%s and itself is %s", p, q)
	}
	var zero readiness.Points
	if !zero.IsZero() || zero.String() != "0.0000" || !zero.Equal(zero.Add(zero)) || p.Equal(zero) {
		t.Errorf("nothing is %s", zero)
	}
	if data, err := json.Marshal(zero); err != nil || string(data) != `{"points":"0.0000","exact":"0/1"}` {
		t.Errorf("%s %v", data, err)
	}
	for _, s := range []string{`1`, `{}`, `{"points":"0.5000","exact":"1/2"}`, `{"points":"+0.5000","exact":"2/4"}`, `{"points":"+0.5000","exact":"0.5"}`, `{"points":"0.0000","exact":"1/0"}`, `{"points":"","exact":"1e9999999"}`} {
		if p, err := read(s); err == nil {
			t.Errorf("%s reads as %s", s, p)
		}
	}
}
