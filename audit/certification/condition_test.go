package certification_test

import (
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// result returns a result in which every point of the catalogue has the
// verdict that say gives it.
func result(say func(aims.PointID) aims.Verdict) rules.Result {
	var r rules.Result
	for req := range aims.Edition2023().Leaves() {
		item := rules.Item{Key: aims.ClauseKey(req.Clause)}
		for _, p := range req.Points {
			item.Observations = append(item.Observations, aims.Observation{Key: aims.PointKey(p.ID), Verdict: say(p.ID)})
		}
		r.Requirements = append(r.Requirements, item)
	}
	return r
}

func all(v aims.Verdict) rules.Result { return result(func(aims.PointID) aims.Verdict { return v }) }

// TestClause_9_3_1_stageOne: a stage 1 audit looks at documents and first
// results, and at whether internal audit and review are planned and done.
func TestClause_9_3_1_stageOne(t *testing.T) {
	var got []string
	for _, c := range certification.Preconditions(all(aims.Conforms), certification.Default()) {
		if c.Gate == certification.StageOne {
			got = append(got, string(c.Code)+" "+c.Met.String())
		}
	}
	want := []string{
		"certification/scope-approved yes", "certification/policy-approved yes", "certification/roles-assigned yes",
		"certification/inventory-kept yes", "certification/risk-started yes", "certification/impact-started yes",
		"certification/treatment-approved yes", "certification/objectives-set yes", "certification/documents-controlled yes",
		"certification/audits-planned yes", "certification/reviews-planned yes",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestGates(t *testing.T) {
	one := func(id aims.PointID, v, rest aims.Verdict) rules.Result {
		return result(func(p aims.PointID) aims.Verdict {
			if p == id {
				return v
			}
			return rest
		})
	}
	for _, c := range []struct {
		name   string
		result rules.Result
		want   [3]aims.Answer // stage 1, stage 2, decision
	}{
		{"nothing known", all(aims.CannotTell), [3]aims.Answer{}},
		{"no result at all", rules.Result{}, [3]aims.Answer{}},
		{"everything conforms", all(aims.Conforms), [3]aims.Answer{aims.Yes, aims.Unknown, aims.Unknown}},
		{"everything fails", all(aims.MajorGap), [3]aims.Answer{aims.No, aims.No, aims.No}},
		{"a lapse where nothing need be approved", one("7.5.2/c", aims.MinorGap, aims.Conforms), [3]aims.Answer{aims.Yes, aims.Unknown, aims.Unknown}},
		{"a core point of it is not shown at all", one("7.5.2/c", aims.MajorGap, aims.Conforms), [3]aims.Answer{aims.No, aims.No, aims.No}},
		{"one condition fails by a lapse", one("5.2/a", aims.MinorGap, aims.Conforms), [3]aims.Answer{aims.No, aims.No, aims.No}},
		{"one condition fails, the rest unknown", one("6.2/a", aims.MajorGap, aims.CannotTell), [3]aims.Answer{aims.No, aims.No, aims.No}},
		{"one condition unknown", one("9.3.1/a", aims.CannotTell, aims.Conforms), [3]aims.Answer{}},
		{"one point of a condition unknown", one("4.3/f", aims.CannotTell, aims.Conforms), [3]aims.Answer{}},
		{"a point outside the gate fails", one("10.1/a", aims.MajorGap, aims.Conforms), [3]aims.Answer{aims.Yes, aims.Unknown, aims.Unknown}},
	} {
		t.Run(c.name, func(t *testing.T) {
			conditions := certification.Preconditions(c.result, certification.Default())
			for i, want := range c.want {
				if got := certification.Open(conditions, certification.StageOne+certification.Gate(i)); got != want {
					t.Errorf("%s: got %s, want %s", certification.StageOne+certification.Gate(i), got, want)
				}
			}
		})
	}
	if got := certification.Open(nil, certification.StageOne); got != aims.Unknown {
		t.Errorf("a gate without conditions is %s", got)
	}
}

// TestSeveralObservationsOnOnePoint: the worse failure counts.
func TestSeveralObservationsOnOnePoint(t *testing.T) {
	r := all(aims.Conforms)
	for i, item := range r.Requirements {
		if item.Key == aims.ClauseKey("5.2") {
			r.Requirements[i].Observations = append(item.Observations, aims.Observation{Key: aims.PointKey("5.2/a"), Verdict: aims.MinorGap})
		}
	}
	if got := certification.Open(certification.Preconditions(r, certification.Default()), certification.StageOne); got != aims.No {
		t.Errorf("got %s", got)
	}
}

// TestOpenIsMonotone: mending what fails, and showing what nobody could tell,
// never closes a gate. (That something turns out to be a lapse is news, not
// mending, and may open a gate that was unknown.)
func TestOpenIsMonotone(t *testing.T) {
	order := map[aims.Answer]int{aims.No: 0, aims.Unknown: 1, aims.Yes: 2}
	verdicts := []aims.Verdict{aims.MajorGap, aims.MinorGap, aims.CannotTell, aims.Conforms, aims.Conforms, aims.Conforms}
	mended := map[aims.Verdict]aims.Verdict{
		aims.MajorGap: aims.MinorGap, aims.MinorGap: aims.Conforms, aims.CannotTell: aims.Conforms, aims.Conforms: aims.Conforms,
	}
	var points []aims.PointID
	for req := range aims.Edition2023().Leaves() {
		if slices.Contains(certification.StageOneRequirements(), req.Clause) {
			for _, p := range req.Points {
				points = append(points, p.ID)
			}
		}
	}
	open := func(m map[aims.PointID]aims.Verdict) int {
		r := result(func(p aims.PointID) aims.Verdict { return m[p] })
		return order[certification.Open(certification.Preconditions(r, certification.Default()), certification.StageOne)]
	}
	rapid.Check(t, func(t *rapid.T) {
		before, after := make(map[aims.PointID]aims.Verdict), make(map[aims.PointID]aims.Verdict)
		drawn := rapid.SliceOfN(rapid.SampledFrom(verdicts), len(points), len(points)).Draw(t, "verdicts")
		mend := rapid.SliceOfN(rapid.Bool(), len(points), len(points)).Draw(t, "mend")
		for i, p := range points {
			before[p], after[p] = drawn[i], drawn[i]
			if mend[i] {
				after[p] = mended[drawn[i]]
			}
		}
		if was, is := open(before), open(after); is < was {
			t.Fatalf("the gate went from %d to %d", was, is)
		}
	})
}

func TestLapsesAreConcerns(t *testing.T) {
	r := result(func(p aims.PointID) aims.Verdict {
		if p == "5.3/a" || p == "4.1/e" {
			return aims.MinorGap
		}
		return aims.Conforms
	})
	var got []string
	for _, c := range certification.Preconditions(r, certification.Default()) {
		for _, k := range c.Concerns {
			got = append(got, string(c.Code)+" "+k.ID+" "+c.Met.String())
		}
	}
	want := []string{"certification/roles-assigned 5.3/a yes", "certification/inventory-kept 4.1/e yes"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestConditionsRestOnRealPoints(t *testing.T) {
	catalogue := aims.Edition2023()
	for _, c := range certification.Preconditions(rules.Result{}, certification.Default()) {
		if certification.Sentences()[c.Code] == "" || c.Text != certification.Sentences()[c.Code] {
			t.Errorf("%s has no sentence", c.Code)
		}
		for _, k := range c.Keys {
			if _, ok := catalogue.Point(aims.PointID(k.ID)); !ok {
				t.Errorf("%s rests on %s, which is no point", c.Code, k)
			}
		}
	}
}

func TestStageOneRequirements(t *testing.T) {
	got := certification.StageOneRequirements()
	want := []aims.Clause{"4.1", "4.3", "5.2", "5.3", "6.1.1", "6.1.2", "6.1.3", "6.1.4", "6.2", "7.5.2", "7.5.3", "8.2", "9.2.2", "9.3.1"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestGateWords(t *testing.T) {
	for g := certification.StageOne; g.Known(); g++ {
		text, err := g.MarshalText()
		var back certification.Gate
		if err != nil || back.UnmarshalText(text) != nil || back != g {
			t.Errorf("%s does not round-trip", g)
		}
	}
	var g certification.Gate
	if g.UnmarshalText([]byte("stage3")) == nil {
		t.Error("an unknown gate was read")
	}
}
