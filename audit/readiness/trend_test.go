package readiness_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// on assesses a result as if it were of another day.
func on(t fatal, r rules.Result, day aims.Date, m readiness.Model) readiness.Report {
	r.Provenance.At = day
	report, err := readiness.Assess(r, nil, m)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func TestTrend(t *testing.T) {
	other := readiness.Default()
	other.Version = "2"
	r := with(map[string]aims.Verdict{"4.1": aims.Conforms})
	first := on(t, blank(), at, readiness.Default())
	second := on(t, r, at.AddMonths(1), readiness.Default())
	r.Provenance.Rules = aims.DigestBytes([]byte("other"))
	third := on(t, r, at.AddMonths(2), other)
	got, err := readiness.Trend([]readiness.Report{third, first, second})
	if err != nil {
		t.Fatal(err)
	}
	type point struct {
		At, Score string
		Breaks    []readiness.CauseKind
	}
	var points []point
	for _, p := range got {
		points = append(points, point{p.At.String(), p.Shift.Score.String(), p.Breaks})
		if p.Band != readiness.NotReady {
			t.Errorf("%s: %s", p.At, p.Band)
		}
	}
	want := []point{{"2026-06-30", "0.0000", nil}, {"2026-07-30", "+0.0188", nil}, {"2026-08-30", "0.0000", []readiness.CauseKind{readiness.CauseRules, readiness.CauseModel}}}
	if diff := cmp.Diff(want, points); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	_, err = readiness.Trend([]readiness.Report{first, second, first, {}})
	if diff := cmp.Diff([]problem{{readiness.TrendDayTwice, "/reports/2"}, {readiness.ReportForeign, "/reports/3"}}, problemsOf(err)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if none, err := readiness.Trend(nil); err != nil || none != nil {
		t.Errorf("no reports: %v %v", none, err)
	}
}

// TestTrend_sums: the steps add up to the difference of first and last, in
// whatever order the reports come.
func TestTrend_sums(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var reports []readiness.Report
		for i := range rapid.IntRange(1, 6).Draw(t, "reports") {
			reports = append(reports, on(t, drawResult(t), at.AddDays(i*7), drawModel(t)))
		}
		list, err := readiness.Trend(rapid.Permutation(reports).Draw(t, "order"))
		if err != nil {
			t.Fatal(err)
		}
		var total readiness.Shift
		for i, p := range list {
			total = total.Add(p.Shift)
			if p.At != reports[i].Provenance.At || p.Total != reports[i].Total {
				t.Fatal("out of order", list)
			}
		}
		whole, err := readiness.Diff(reports[0], reports[len(reports)-1])
		if err != nil || !cmp.Equal(whole.Shift, total) {
			t.Fatal("the steps give", total, "and the whole is", whole.Shift, err)
		}
	})
}

// TestRehearse_assess: what is rehearsed with stored reports is what Assess
// gives with the new model, and its two reasons add up.
func TestRehearse_assess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		model := drawModel(t)
		var results []rules.Result
		var reports []readiness.Report
		for range rapid.IntRange(0, 4).Draw(t, "organizations") {
			r := drawResult(t)
			results, reports = append(results, r), append(reports, assess(t, r, drawModel(t)))
		}
		got, err := readiness.Rehearse(reports, model)
		if err != nil || len(got.Rows) != len(reports) {
			t.Fatal(got, err)
		}
		risen, fallen := 0, 0
		for i, row := range got.Rows {
			if want := assess(t, results[i], model); row.After != want.Total || row.Before != reports[i].Total || row.BandAfter != want.Band {
				t.Fatalf("rehearsed %+v, assessed %+v", row, want.Total)
			}
			if !cmp.Equal(row.ByWeights.Add(row.ByCredits), row.Shift) {
				t.Fatalf("%+v does not add up", row)
			}
			switch exactly(row.After).Cmp(exactly(row.Before)) {
			case 1:
				risen++
			case -1:
				fallen++
			}
		}
		if got.Risen != risen || got.Fallen != fallen || got.Unsettled != 0 {
			t.Fatalf("%d rise and %d fall: %+v", risen, fallen, got)
		}
	})
}

func TestRehearse_why(t *testing.T) {
	reports := []readiness.Report{assess(t, with(map[string]aims.Verdict{"4.1": aims.Conforms, "A.2.2": aims.MinorGap}), readiness.Default())}
	for _, c := range []struct {
		name             string
		edit             func(*readiness.Model)
		weights, credits int
	}{
		{"nothing", func(m *readiness.Model) { m.Version = "2" }, 0, 0},
		{"requirements weigh less", func(m *readiness.Model) { m.Requirements, m.Controls = 500, 500 }, -1, 0},
		{"a minor gap earns more", func(m *readiness.Model) { m.Credits.MinorGap = 750 }, 0, 1},
		{"both", func(m *readiness.Model) { m.Requirements, m.Controls, m.Credits.MinorGap = 500, 500, 0 }, -1, -1},
	} {
		m := readiness.Default()
		c.edit(&m)
		got, err := readiness.Rehearse(reports, m)
		if err != nil {
			t.Fatal(err)
		}
		row := got.Rows[0]
		if row.ByWeights.Score.Sign() != c.weights || row.ByCredits.Score.Sign() != c.credits {
			t.Errorf("%s: by weights %s, by credits %s", c.name, row.ByWeights.Score, row.ByCredits.Score)
		}
	}
}

// TestRehearse_bands: another policy of certification can only be told as far
// as the stored gates tell.
func TestRehearse_bands(t *testing.T) {
	open := blank()
	for i := range open.Requirements {
		req, _ := aims.Edition2023().Lookup(aims.Clause(open.Requirements[i].Key.ID))
		open.Requirements[i].Verdict = aims.Conforms
		for _, p := range req.Points {
			open.Requirements[i].Observations = append(open.Requirements[i].Observations, aims.Observation{Key: aims.PointKey(p.ID), Verdict: aims.Conforms})
		}
	}
	reports := []readiness.Report{assess(t, blank(), readiness.Default()), assess(t, open, readiness.Default())}
	if reports[1].Band != readiness.StageOneReady {
		t.Fatalf("the gate of stage 1 is not open: %s", reports[1].Band)
	}
	model := readiness.Default()
	model.Certification = stricter(model.Certification)
	got, err := readiness.Rehearse(reports, model)
	if err != nil {
		t.Fatal(err)
	}
	if got.Rows[0].BandAfter != readiness.NotReady || got.Rows[1].BandAfter != 0 || got.Unsettled != 1 {
		t.Errorf("%+v", got)
	}
	if data, err := json.Marshal(got); err != nil || json.Unmarshal(data, &got) != nil {
		t.Errorf("%s %v", data, err)
	}
}

// stricter returns another policy.
func stricter(p certification.Policy) certification.Policy {
	p.Version += "-stricter"
	return p
}

func TestRehearse_refuses(t *testing.T) {
	good := assess(t, planResult(), readiness.Default())
	edit := func(f func(*readiness.Report)) readiness.Report {
		r := good
		r.Items = slices.Clone(r.Items)
		f(&r)
		return r
	}
	_, err := readiness.Rehearse([]readiness.Report{
		good,
		{},
		edit(func(r *readiness.Report) { r.Total.Earned-- }), edit(func(r *readiness.Report) { r.Requirements.Total = 0 }),
		edit(func(r *readiness.Report) { r.Requirements.Total = 1 << 60 }), edit(func(r *readiness.Report) { r.Band = readiness.Certifiable }),
		edit(func(r *readiness.Report) { r.Items[0], r.Items[40] = r.Items[40], r.Items[0] }), edit(func(r *readiness.Report) { r.WithoutExclusions.Judged-- }),
		edit(func(r *readiness.Report) { r.Model.Version = "" }), good,
	}, readiness.Default())
	var want []problem
	for _, p := range []string{"1", "2", "3", "4", "5", "6", "7"} {
		want = append(want, problem{readiness.ReportForeign, "/reports/" + p})
	}
	want = append(want, problem{aims.Missing, "/reports/8/model/version"})
	if diff := cmp.Diff(want, problemsOf(err)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if _, err := readiness.Rehearse(nil, readiness.Model{}); len(aims.Problems(err)) == 0 {
		t.Errorf("no model: %v", err)
	}
}

// planResult is the result behind [planReport].
func planResult() rules.Result {
	r := with(map[string]aims.Verdict{"4.1": aims.Conforms, "5.2": aims.MajorGap})
	r.Controls[0].Excluded = true
	return r
}
