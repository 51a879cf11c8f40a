package readiness_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
)

// TestBandFollowsTheGates: the band is that of the last open gate, whatever
// the score.
func TestBandFollowsTheGates(t *testing.T) {
	r := blank()
	i := 0
	for req := range aims.Edition2023().Leaves() {
		for _, p := range req.Points {
			r.Requirements[i].Observations = append(r.Requirements[i].Observations, aims.Observation{Key: aims.PointKey(p.ID), Verdict: aims.Conforms})
		}
		i++
	}
	report := assess(t, r, readiness.Default())
	if report.Band != readiness.StageOneReady || !report.Total.Score().IsZero() {
		t.Errorf("band %s with score %s", report.Band, report.Total.Score())
	}
	r.Requirements[0].Observations[4].Verdict = aims.MajorGap // 4.1/e, the inventory
	if report = assess(t, r, readiness.Default()); report.Band != readiness.NotReady {
		t.Errorf("band %s with a closed gate", report.Band)
	}
}

func TestKnownWords(t *testing.T) {
	for v, want := range map[uint8]bool{0: false, 1: true, 4: true, 5: false} {
		if readiness.Band(v).Known() != want || readiness.Priority(v).Known() != want {
			t.Errorf("%d: band known %v, priority known %v", v, readiness.Band(v).Known(), readiness.Priority(v).Known())
		}
	}
}

// TestLatestStatementCounts: of several on one thing the latest counts, of
// one day the last in the list, up to the day of the result and including it.
func TestLatestStatementCounts(t *testing.T) {
	key := aims.ClauseKey("5.2")
	said := func(practice string, on aims.Date) audit.GapStatement {
		return audit.GapStatement{ID: "g", Key: key, Practice: practice, Verdict: aims.MajorGap, On: on}
	}
	for want, stated := range map[string][]audit.GapStatement{
		"today":     {said("today", at), said("before", at-1), said("tomorrow", at+1)},
		"second":    {said("first", at-5), said("second", at-5)},
		"the later": {said("the later", at-1), said("the earlier", at-2)},
	} {
		report, err := readiness.Assess(blank(), stated, readiness.Default())
		if err != nil {
			t.Fatal(err)
		}
		if len(report.Gaps) != 1 || report.Gaps[0].Practice != want {
			t.Errorf("%v, want %q", report.Gaps, want)
		}
	}
}

func TestBoundsRefuseFalseDecimals(t *testing.T) {
	good := `{"score":"0.2500","upper":"0.7500","coverage":"0.5000","known":"0.5000","exact":[1,2,4]}`
	var b readiness.Bounds
	if err := json.Unmarshal([]byte(good), &b); err != nil || b != (readiness.Bounds{Earned: 1, Judged: 2, Total: 4}) {
		t.Fatalf("%+v, %v", b, err)
	}
	for _, edit := range [][2]string{
		{`"score":"0.2500"`, `"score":"0.2501"`},
		{`"upper":"0.7500"`, `"upper":"0.7499"`},
		{`"coverage":"0.5000"`, `"coverage":"0.5001"`},
		{`"known":"0.5000"`, `"known":"0.4999"`},
		{`"known":"0.5000"`, `"known":null`},
		{`[1,2,4]`, `[2,1,4]`},
		{`[1,2,4]`, `[-1,2,4]`},
		{`[1,2,4]`, `[1,5,4]`},
	} {
		if err := json.Unmarshal([]byte(strings.Replace(good, edit[0], edit[1], 1)), new(readiness.Bounds)); err == nil {
			t.Errorf("%s was read", edit[1])
		}
	}
	nothing := `{"score":"0.0000","upper":"1.0000","coverage":"0.0000","known":"0.0000","exact":[0,0,4]}`
	if err := json.Unmarshal([]byte(nothing), new(readiness.Bounds)); err == nil {
		t.Error("known is said although nothing is judged")
	}
}
