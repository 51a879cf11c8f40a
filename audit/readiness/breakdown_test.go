package readiness_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
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
	t.Parallel()
	s := several()
	b := basisFrom(t, s, audit.Options{})
	parts, err := b.Systems()
	if err != nil || len(parts) != 4 {
		t.Fatal(parts, err)
	}
	for i, p := range parts {
		holdsPilot(t, b, p.Alone, p.System)
		if (i == 1) != (len(p.Own) > 0) {
			t.Errorf("%s stands behind in %v", p.System, p.Own)
		}
	}
	if _, err := (readiness.Basis{}).Systems(); err == nil {
		t.Error("systems of nothing")
	}
}

// holdsPilot holds a part against the pilot of its systems.
func holdsPilot(t *testing.T, b readiness.Basis, got readiness.Alone, systems ...aims.SystemID) {
	t.Helper()
	trial, err := readiness.Pilot(b, systems)
	if err != nil || trial.After.Total != got.Total || trial.After.Band != got.Band || len(trial.After.Gaps) != got.GapCount {
		t.Errorf("%v: %+v is no pilot: %v", systems, got, err)
	}
}

// TestBasis_Sites: a system counts at each of its sites, and those that are
// placed nowhere stand by themselves at the end.
func TestBasis_Sites(t *testing.T) {
	t.Parallel()
	s := several()
	s.Systems[0].Sites = []string{"Ulm"}
	s.Systems[1].Sites = []string{"Ulm", "Bern", "Bern"}
	b := basisFrom(t, s, audit.Options{})
	parts, err := b.Sites()
	if err != nil {
		t.Fatal(err)
	}
	id := func(i int) aims.SystemID { return s.Systems[i].ID }
	want := []readiness.SitePart{
		{Site: "Bern", Systems: []aims.SystemID{id(1)}},
		{Site: "Ulm", Systems: []aims.SystemID{id(0), id(1)}},
		{Systems: []aims.SystemID{id(2), id(3)}},
	}
	if diff := cmp.Diff(want, parts, cmpopts.IgnoreTypes(readiness.Alone{})); diff != "" {
		t.Fatalf("(-want +got)\n%s", diff)
	}
	for _, p := range parts {
		holdsPilot(t, b, p.Alone, p.Systems...)
	}
	if len(parts[0].Own) == 0 || len(parts[1].Own) == 0 || len(parts[2].Own) > 0 {
		t.Errorf("behind stand %v, %v and %v", parts[0].Own, parts[1].Own, parts[2].Own)
	}
	if _, err := (readiness.Basis{}).Sites(); err == nil {
		t.Error("sites of nothing")
	}
}

// TestBasis_Sites_later: what a record of a later day places at a site is
// placed nowhere before, and without a scope there is nothing to place.
func TestBasis_Sites_later(t *testing.T) {
	s := gen.Conforming()
	s.Systems[0].Sites, s.Systems[0].Recorded = []string{"Ulm"}, at.AddDays(1)
	s.Taken = at.AddDays(2)
	b := basisFrom(t, s, audit.Options{})
	parts, err := b.Sites()
	if err != nil || len(parts) != 1 || parts[0].Site != "" {
		t.Errorf("%+v, %v", parts, err)
	}
	b.At = s.Taken
	if parts, err = b.Sites(); err != nil || len(parts) != 1 || parts[0].Site != "Ulm" {
		t.Errorf("%+v, %v", parts, err)
	}
	b.View, err = audit.Open(audit.Snapshot{Format: aims.Format, Taken: at}, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Sites(); len(aims.Problems(err)) != 1 || aims.Problems(err)[0].Code != readiness.PilotScope {
		t.Error(err)
	}
}
