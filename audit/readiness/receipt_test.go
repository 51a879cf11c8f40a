package readiness_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/google/go-cmp/cmp"
)

func receiptOf(t fatal, b readiness.Basis) readiness.Receipt {
	r, err := reportOf(t, b).Receipt()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReceipt_holds(t *testing.T) {
	b := basisOf(t, gen.Conforming())
	r := receiptOf(t, b)
	data, err := json.Marshal(r)
	if err != nil || len(data) > readiness.MaxReceipt {
		t.Fatalf("%d bytes: %v", len(data), err)
	}
	back, err := readiness.ReadReceipt(data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r, back); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	again := basisOf(t, gen.Conforming()) // who verifies has the records from somewhere else
	if err := readiness.Verify(back, again.View, again.Rules, again.Model); err != nil {
		t.Error(err)
	}
	stored := reportOf(t, b)
	data, err = json.Marshal(stored)
	if err != nil {
		t.Fatal(err)
	}
	var read readiness.Report
	if err := json.Unmarshal(data, &read); err != nil {
		t.Fatal(err)
	}
	if kept, err := read.Receipt(); err != nil || kept != r {
		t.Errorf("a stored report has another receipt: %v %v", kept, err)
	}
}

// TestVerify_tampered: whatever is changed in a receipt, or in what it was
// made from, is found, at its place.
func TestVerify_tampered(t *testing.T) {
	b := basisOf(t, gen.Conforming())
	good := receiptOf(t, b)
	other := aims.DigestBytes([]byte("other"))
	for name, c := range map[string]struct {
		edit func(*readiness.Receipt)
		want []problem
	}{
		"a better score": {func(r *readiness.Receipt) { r.Total.Earned++ }, []problem{{readiness.ReceiptFalse, "/total"}}},
		"a better band":  {func(r *readiness.Receipt) { r.Band = readiness.Certifiable }, []problem{{readiness.ReceiptFalse, "/band"}}},
		"another report": {func(r *readiness.Receipt) { r.Report = other }, []problem{{readiness.ReceiptFalse, "/report"}}},
		"another day": {func(r *readiness.Receipt) { r.Provenance.At = r.Provenance.At.AddDays(1) }, []problem{
			{readiness.ReceiptFalse, "/report"},
		}},
		"another format":  {func(r *readiness.Receipt) { r.Format = "aimskit/9.9" }, []problem{{readiness.ReceiptFalse, "/format"}}},
		"another library": {func(r *readiness.Receipt) { r.Provenance.Module = "9.9.9" }, []problem{{readiness.ReceiptModule, "/provenance/module"}}},
		"other names": {func(r *readiness.Receipt) { r.Provenance.RuleSet, r.Provenance.Model = "a@1", "b@1" }, []problem{
			{readiness.ReceiptOthers, "/provenance/ruleSet"}, {readiness.ReceiptOthers, "/provenance/model"},
		}},
		"other digests": {func(r *readiness.Receipt) {
			r.Provenance.Rules, r.Provenance.Method, r.Provenance.Input = other, other, other
		}, []problem{
			{readiness.ReceiptOthers, "/provenance/rules"}, {readiness.ReceiptOthers, "/provenance/method"}, {readiness.ReceiptOthers, "/provenance/input"},
		}},
		"no band":  {func(r *readiness.Receipt) { r.Band = 0 }, []problem{{aims.Missing, "/band"}}},
		"a digest": {func(r *readiness.Receipt) { r.Report = "sha256:00" }, []problem{{aims.DigestMalformed, "/report"}}},
	} {
		r := good
		c.edit(&r)
		err := readiness.Verify(r, b.View, b.Rules, b.Model)
		if diff := cmp.Diff(c.want, problemsOf(err)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
		for _, p := range aims.Problems(err) {
			if s := p.Sentence(); s == "" || strings.Contains(s, "{") {
				t.Errorf("%s: %q", name, s)
			}
		}
	}

	s := gen.Conforming()
	s.Issues[0].Title += "."
	touched, model, set := basisOf(t, s).View, b.Model, b.Rules
	model.Version = "2"
	set.Version = "2"
	if err := readiness.Verify(good, touched, set, model); len(aims.Problems(err)) != 5 {
		t.Errorf("other records, rules and model: %v", err)
	}
	err := readiness.Verify(readiness.Receipt{}, nil, rules.Set{}, readiness.Model{})
	if p := aims.Problems(err); len(p) != 16 {
		t.Errorf("nothing at all: %d problems, %v", len(p), err)
	}
	if err := readiness.Verify(good, b.View, rules.Set{}, b.Model); err == nil {
		t.Error("no rules are accepted")
	}
}

func TestReceipt_refuses(t *testing.T) {
	_, err := assess(t, blank(), readiness.Default()).Receipt() // no records, no rules
	want := []problem{{aims.Missing, "/provenance/module"}, {aims.Missing, "/provenance/ruleSet"}, {aims.Missing, "/provenance/rules"}, {aims.Missing, "/provenance/input"}}
	if diff := cmp.Diff(want, problemsOf(err)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	b := basisOf(t, gen.Conforming())
	b.Model.Name = strings.Repeat("long ", 200)
	_, err = reportOf(t, b).Receipt()
	if diff := cmp.Diff([]problem{{readiness.ReceiptTooLong, "/provenance"}}, problemsOf(err)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, bad := range []string{``, `{}`, `{"format":"aimskit/0.1"}`, `{"format":"aimskit/0.1","score":1}`, `{"format":"aimskit/0.1","x":"` + strings.Repeat("x", 5000) + `"}`} {
		if _, err := readiness.ReadReceipt([]byte(bad)); len(aims.Problems(err)) == 0 {
			t.Errorf("%.40s is read: %v", bad, err)
		}
	}
}

// TestSummary: the figures of a report are those of the report.
func TestSummary(t *testing.T) {
	r := with(map[string]aims.Verdict{"5.2": aims.MajorGap, "6.1.4": aims.MinorGap, "7.2": aims.MinorGap, "4.1": aims.Conforms})
	r.Controls[0].Excluded, r.SystemsIn, r.SystemsOut = true, 2, 1
	r.Controls[1].Verdict = aims.MajorGap
	r.Controls[1].Observations = []aims.Observation{{Verdict: aims.MajorGap, Code: rules.ControlPlanned}}
	report, err := readiness.Assess(r, []audit.GapStatement{
		{ID: "a", Key: aims.ClauseKey("4.1"), Verdict: aims.MinorGap, On: at}, {ID: "b", Key: aims.ClauseKey("4.2"), Verdict: aims.Conforms, On: at},
	}, readiness.Default())
	if err != nil {
		t.Fatal(err)
	}
	got := report.Summary()
	want := readiness.Summary{
		At: at, Total: report.Total, Requirements: report.Requirements, Controls: report.Controls, WithoutExclusions: report.WithoutExclusions,
		Band: readiness.NotReady, Gaps: readiness.GapsByRank{Critical: 1, High: 1, Medium: 1}, Unknown: 64, Claimed: 1, Planned: 1, Excluded: 1,
		Disagreements: 1, SystemsIn: 2, SystemsOut: 1, NextGate: certification.StageOne, Unsettled: 11,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	const text = `Readiness on 2026-06-30: 0.0375, at best 0.9517; 0.0858 of the weight is known, 0.4370 of what is known is done.
Requirements 0.0625 to 0.9375, controls 0.0000 to 0.9730; without exclusions 0.0375 to 0.9415.
Gaps: 1 critical, 1 high, 1 medium, 0 low. Unknown: 64, of them 1 claimed. Controls planned: 1, excluded: 1.
Band: not-ready. Up to the gate stage1, conditions not met: 0, unknown: 11.
AI systems: 2 in scope, 1 outside. Readiness is not a probability of certification.
`
	if diff := cmp.Diff(text, got.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestSummary_short: the summary is short however large the figures are, and
// none of its zero values is without words.
func TestSummary_short(t *testing.T) {
	most := readiness.Bounds{Earned: math.MaxInt64 - 2, Judged: math.MaxInt64 - 1, Total: math.MaxInt64}
	n := math.MaxInt32
	for _, s := range []readiness.Summary{{}, {
		At: at, Total: most, Requirements: most, Controls: most, WithoutExclusions: most, Band: readiness.Certifiable,
		Gaps: readiness.GapsByRank{Critical: n, High: n, Medium: n, Low: n}, Unknown: n, Claimed: n, Planned: n, Excluded: n, Disagreements: n,
		SystemsIn: n, SystemsOut: n, NextGate: certification.Deciding, Unmet: n, Unsettled: n,
	}} {
		data, err := json.Marshal(s)
		if err != nil || len(data) > 1024 {
			t.Errorf("%d bytes: %v", len(data), err)
		}
		if text := s.String(); len(text) > 1024 || !strings.Contains(text, "not a probability") {
			t.Errorf("%d bytes: %s", len(text), text)
		}
	}
	if text := (readiness.Summary{}).String(); !strings.Contains(text, "nothing is known") || !strings.Contains(text, "not assessed") {
		t.Errorf("nothing is summed up as %s", text)
	}
	if text := (readiness.Summary{Band: readiness.Certifiable}).String(); !strings.Contains(text, "Band: certifiable. All gates are open.") {
		t.Errorf("everything is summed up as %s", text)
	}
}
