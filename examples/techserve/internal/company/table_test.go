package company_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/examples/techserve/internal/company"
	"github.com/google/go-cmp/cmp"
)

// firstMonth is the month in which each requirement is met for the first time,
// as the story tells it.
func firstMonth() map[aims.Clause]int {
	months := make(map[aims.Clause]int)
	for month, leaves := range map[int][]aims.Clause{
		3:  {"4.1", "4.2", "4.3", "5.3"},
		4:  {"6.1.1", "6.1.2", "7.4"},
		5:  {"6.3", "7.1", "7.5.2", "7.5.3"},
		6:  {"5.1", "5.2", "6.1.3", "6.2", "7.3", "7.5.1", "8.1", "8.2", "9.3.1", "9.3.3"},
		8:  {"4.4", "6.1.4", "7.2", "8.3", "8.4", "9.2.1", "9.2.2", "9.3.2", "10.1", "10.2"},
		10: {"9.1"},
	} {
		for _, leaf := range leaves {
			months[leaf] = month
		}
	}
	return months
}

// read takes a month through its document, as any host's file is read.
func read(t *testing.T, s audit.Snapshot) *audit.View {
	t.Helper()
	v, err := audit.Read(document(t, s), audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func evaluate(t *testing.T, v *audit.View) rules.Result {
	t.Helper()
	result, err := rules.Evaluate(v, v.Taken(), rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func report(t *testing.T, month int) readiness.Report {
	t.Helper()
	s := company.Snapshot(month)
	r, err := readiness.Assess(evaluate(t, read(t, s)), s.GapStatements, readiness.Default())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// unjudged reports whether a point of the requirement has no rule yet, so that
// records cannot show the whole of it.
func unjudged(item rules.Item) bool {
	return slices.ContainsFunc(item.Observations, func(o aims.Observation) bool { return o.Code == rules.NoRule })
}

// Each requirement conforms from its month on and not before. One that the
// library cannot judge in full yet never conforms.
func TestFirstMonths(t *testing.T) {
	months := firstMonth()
	for leaf := range aims.Edition2023().Leaves() {
		if months[leaf.Clause] == 0 {
			t.Errorf("the story says nothing of %s", leaf.Clause)
		}
	}
	if len(months) != 32 {
		t.Errorf("the story speaks of %d requirements, want the 32 leaves", len(months))
	}
	for month := 1; month <= company.Months; month++ {
		for _, item := range evaluate(t, read(t, company.Snapshot(month))).Requirements {
			leaf, _ := item.Key.Clause()
			conforms := item.Verdict == aims.Conforms
			switch {
			case unjudged(item) && conforms:
				t.Errorf("month %d: %s conforms although nothing judges a part of it", month, leaf)
			case !unjudged(item) && conforms != (month >= months[leaf]):
				t.Errorf("month %d: %s is %s; it is met from month %d on%s", month, leaf, item.Verdict, months[leaf], why(item))
			}
		}
	}
}

// why lists what stands against a requirement.
func why(item rules.Item) string {
	s := ""
	for _, o := range item.Observations {
		if o.Verdict != aims.Conforms {
			s += fmt.Sprintf("\n\t%s %s: %s %v", o.Key.ID, o.Verdict, o.Sentence(), o.Refs)
		}
	}
	return s
}

// Lapses that the story keeps open show as minor gaps, and as nothing worse.
func TestKeptMinorGaps(t *testing.T) {
	for _, c := range []struct {
		key      string
		from, to int
		because  aims.Ref // a record that the gap must name
	}{
		{"7.2", 5, 7, aims.Ref{Kind: aims.KindTraining, ID: "trn-responsible-ai"}},
		{"9.1", 5, 9, aims.Ref{Kind: aims.KindMetric, ID: "met-audit-findings"}},
		{"A.5.4", 5, 7, aims.Ref{Kind: aims.KindEvidence, ID: "ev-impact-assessments"}},
	} {
		for month := c.from; month <= c.to; month++ {
			result := evaluate(t, read(t, company.Snapshot(month)))
			for _, item := range append(result.Requirements, result.Controls...) {
				if item.Key.ID != c.key {
					continue
				}
				if item.Verdict != aims.MinorGap {
					t.Errorf("month %d: %s is %s, want minor-gap%s", month, c.key, item.Verdict, why(item))
				}
				if !slices.ContainsFunc(item.Observations, func(o aims.Observation) bool {
					return o.Verdict.Gap() && slices.Contains(o.Refs, c.because)
				}) {
					t.Errorf("month %d: no gap of %s names %s%s", month, c.key, c.because, why(item))
				}
			}
		}
	}
}

// The interviews of month 1 come out with their priorities, and what nobody
// was asked about is unknown instead of a gap.
func TestInterviews(t *testing.T) {
	r := report(t, 1)
	type line struct{ Key, Priority string }
	var got []line
	for _, g := range r.Gaps {
		got = append(got, line{g.Key.ID, g.Priority.String()})
		if !g.Stated {
			t.Errorf("%s is a gap of the records, want one that was stated", g.Key)
		}
	}
	want := []line{{"5.2", "critical"}, {"6.1.2", "critical"}, {"6.1.4", "high"}, {"7.5.2", "high"}, {"7.2", "medium"}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("gaps of month 1 (-want +got):\n%s", d)
	}
	if n := len(r.Unknown); n != 32+38-len(want) {
		t.Errorf("%d unknown, want the other %d", n, 32+38-len(want))
	}
	if r.Band != readiness.NotReady {
		t.Errorf("band %s in month 1", r.Band)
	}
}
