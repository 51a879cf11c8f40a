package readiness_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestReport_Parts: the parts hold every item once, and add up to the total.
func TestReport_Parts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		report := assess(t, drawResult(t), drawModel(t))
		var sum readiness.Bounds
		items := 0
		for _, p := range report.Parts() {
			sum.Earned += p.Contribution.Earned
			sum.Judged += p.Contribution.Judged
			sum.Total += p.Contribution.Total
			items += len(p.Items) + len(p.Excluded)
			if p.Score.Total != int64(len(p.Items))*1000 {
				t.Fatalf("%s: %d items weigh %d", p.Key, len(p.Items), p.Score.Total)
			}
		}
		if sum != report.Total || items != len(report.Items) {
			t.Fatalf("%v of %v, %d of %d items", sum, report.Total, items, len(report.Items))
		}
	})
	var got []string
	for _, p := range assess(t, with(map[string]aims.Verdict{"6.1.2": aims.MinorGap, "A.10.2": aims.Conforms}), readiness.Default()).Parts() {
		if p.Score.Judged > 0 {
			got = append(got, p.Key+" "+p.Score.Score().String()+" "+p.Score.Upper().String())
		}
	}
	if diff := cmp.Diff([]string{"iso42001/6 0.0833 0.9167", "iso42001/A.10 0.3333 1"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestBasis_Contributions: every conforming item rests on records, and all of
// them are there.
func TestBasis_Contributions(t *testing.T) {
	s := gen.Conforming()
	b := basisFrom(t, s, audit.Options{})
	list, err := b.Contributions()
	if err != nil {
		t.Fatal(err)
	}
	there := make(map[aims.Ref]bool)
	for r := range s.All() {
		there[r.Ref()] = true
	}
	report := assessedFrom(t, b)
	for i, of := range list {
		if diff := cmp.Diff(report.Items[i], of.Item); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
		if of.Verdict == aims.Conforms && len(of.Records) == 0 {
			t.Errorf("%s conforms without records", of.Key)
		}
		for n, ref := range of.Records {
			if !there[ref] || n > 0 && of.Records[n-1].Compare(ref) >= 0 {
				t.Errorf("%s rests on %v", of.Key, of.Records)
			}
		}
	}
	if _, err := (readiness.Basis{}).Contributions(); err == nil {
		t.Error("nothing contributes")
	}
}

// TestBasis_Systems: the system that lacks an assessment stands behind.
func TestBasis_Systems(t *testing.T) {
	s := several()
	b := basisFrom(t, s, audit.Options{})
	parts, err := b.Systems()
	if err != nil || len(parts) != 4 {
		t.Fatal(parts, err)
	}
	for i, p := range parts {
		trial, err := readiness.Pilot(b, []aims.SystemID{p.System})
		if err != nil || trial.After.Total != p.Total || trial.After.Band != p.Band || len(trial.After.Gaps) != p.GapCount {
			t.Errorf("%+v is no pilot: %v", p, err)
		}
		if (i == 1) != (len(p.Own) > 0) {
			t.Errorf("%s stands behind in %v", p.System, p.Own)
		}
	}
	if _, err := (readiness.Basis{}).Systems(); err == nil {
		t.Error("systems of nothing")
	}
}
