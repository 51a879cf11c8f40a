package risk_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	gen "github.com/aimskit/aimskit/internal/gen/risk"
	"github.com/aimskit/aimskit/risk"
)

// judged builds a drawn register and judges it, with its evidence or as if the
// host supplied none.
func judged(t *rapid.T, s gen.Scenario) (*risk.Assessment, oracle) {
	t.Helper()
	r, err := risk.NewRegister(s.Records)
	if err != nil {
		t.Fatalf("the drawn register is refused: %v", err)
	}
	o := oracle{r: s.Records, k: s.Records.Criteria[0], at: day(gen.At)}
	f := risk.Facts{}
	if rapid.Bool().Draw(t, "evidence supplied") {
		f.Evidence, o.evidence = s.Evidence.Lookup, s.Evidence
	}
	a, err := r.Assess(o.at, f)
	if err != nil {
		t.Fatal(err)
	}
	return a, o
}

// Positions, and everything that is counted from them, against the plain oracle.
func TestProp_positions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, o := judged(t, gen.Random().Draw(t, "scenario"))
		for _, treatment := range o.r.Treatments {
			if got, want := a.Progress(treatment.ID), o.progress(treatment); got != want {
				t.Errorf("%s is %v, want %v", treatment.ID, got, want)
			}
		}
		open := 0
		for _, r := range o.r.Risks {
			p, ok := a.Position(r.ID)
			if want := r.Recorded <= o.at && (r.Closed == 0 || r.Closed >= o.at); ok != want {
				t.Fatalf("%s is open: %v, want %v", r.ID, ok, want)
			} else if !want {
				continue
			}
			open++
			now, later := o.computed(r, o.effective), o.computed(r, o.expected)
			got := []risk.Level{p.Inherent.Level, p.StatedCurrent.Level, p.ComputedCurrent.Level, p.Current.Level, p.StatedResidual.Level, p.ComputedResidual.Level, p.Residual.Level, p.Target.Level}
			want := []risk.Level{o.stated(r.Inherent), o.stated(r.Current), now, max(o.stated(r.Current), now), o.stated(r.Residual), later, max(o.stated(r.Residual), later), o.stated(r.Target)}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("levels of %s (-want +got):\n%s", r.ID, diff)
			}
			if later > now {
				t.Errorf("%s: the plan raises %d to %d", r.ID, now, later)
			}
			if got := p.Accepted == aims.Approved; got != o.accepted(r) {
				t.Errorf("%s is accepted: %v", r.ID, p.Accepted)
			}
			for _, rated := range []risk.Rated{p.Inherent, p.Current, p.Residual, p.Target, p.ComputedCurrent} {
				if (rated.Level == 0) != (rated.Unrated != "") || rated.Level != o.k.Matrix.At(rated.Likelihood, rated.Consequence) {
					t.Errorf("%s: %+v is neither a level nor a reason", r.ID, rated)
				}
			}
		}
		if got := len(a.Positions()); got != open {
			t.Errorf("%d positions, want %d", got, open)
		}
	})
}

// Heat map, ranks, groups and total count the same risks.
func TestProp_counts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, o := judged(t, gen.Random().Draw(t, "scenario"))
		state := rapid.SampledFrom([]risk.State{risk.Inherent, risk.Current, risk.Residual, risk.Target}).Draw(t, "state")
		want := risk.Group{Counts: make([]int, o.k.Top())}
		levels := map[risk.RiskID]risk.Level{}
		groups := map[string][]risk.Level{}
		positions := a.Positions()
		heat := risk.HeatMap{State: state, Counts: make([][]int, len(o.k.Matrix.Grid))}
		for i := range heat.Counts {
			heat.Counts[i] = make([]int, len(o.k.Matrix.Grid[0]))
		}
		for _, p := range positions {
			rated := p.Rated(state)
			levels[p.Risk] = rated.Level
			r, _ := a.Register().Risk(p.Risk)
			systems := risk.BySystem(r)
			if len(systems) == 0 {
				systems = []string{""}
			}
			for _, s := range systems {
				groups[s] = append(groups[s], rated.Level)
			}
			if rated.Level == 0 {
				want.Unrated++
				heat.Unrated++
				continue
			}
			want.Counts[rated.Level-1]++
			heat.Counts[rated.Likelihood-1][rated.Consequence-1]++
			want.Worst = max(want.Worst, rated.Level)
			if rated.Level > o.k.Appetite {
				want.AboveAppetite++
			}
			if rated.Level > max(o.k.Appetite, o.k.Tolerance) {
				want.AboveLimit++
			}
		}
		if diff := cmp.Diff(want, a.Total(state)); diff != "" {
			t.Errorf("total (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(heat, a.HeatMap(state)); diff != "" {
			t.Errorf("heat map (-want +got):\n%s", diff)
		}
		for _, g := range a.RollUp(state, risk.BySystem) {
			counted := g.Unrated
			for i, n := range g.Counts {
				counted += n
				for range n {
					at := slices.Index(groups[g.Key], risk.Level(i+1))
					if at < 0 {
						t.Fatalf("group %q counts too many of level %d", g.Key, i+1)
					}
					groups[g.Key][at] = 99 // counted
				}
			}
			if counted != len(groups[g.Key]) {
				t.Errorf("group %q counts %d of %d", g.Key, counted, len(groups[g.Key]))
			}
			delete(groups, g.Key)
		}
		if len(groups) > 0 {
			t.Errorf("no groups for %v", groups)
		}
		for _, r := range a.Rank(state) {
			higher, ties := 0, 0
			for id, l := range levels {
				if l > levels[r.Risk] {
					higher++
				}
				if l == levels[r.Risk] && id != r.Risk {
					ties++
				}
			}
			if levels[r.Risk] == 0 {
				higher, ties = -1, 0
			}
			if r.Rank != higher+1 || r.Ties != ties || r.Rated.Level != levels[r.Risk] {
				t.Errorf("rank %+v, want %d with %d ties", r, higher+1, ties)
			}
		}
	})
}

// The order in which a host lists its records changes nothing.
func TestProp_permutation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := gen.Random().Draw(t, "scenario")
		p := s.Records
		p.Risks = rapid.Permutation(p.Risks).Draw(t, "risks")
		p.Treatments = rapid.Permutation(p.Treatments).Draw(t, "treatments")
		p.Plans = rapid.Permutation(p.Plans).Draw(t, "plans")
		p.Acceptances = rapid.Permutation(p.Acceptances).Draw(t, "acceptances")
		said := func(r risk.Records) (out struct {
			Observations []aims.Observation
			Ranks        []risk.Ranked
			Owners       []risk.Group
			Positions    []risk.Position
		},
		) {
			register, err := risk.NewRegister(r)
			if err != nil {
				t.Fatal(err)
			}
			a, err := register.Assess(day(gen.At), risk.Facts{Evidence: s.Evidence.Lookup})
			if err != nil {
				t.Fatal(err)
			}
			out.Observations, out.Ranks = risk.Check(a, risk.Rules()), a.Rank(risk.Current)
			out.Owners = a.RollUp(risk.Residual, risk.ByOwner)
			for _, r := range out.Ranks {
				position, _ := a.Position(r.Risk)
				out.Positions = append(out.Positions, position)
			}
			return out
		}
		if diff := cmp.Diff(said(s.Records), said(p)); diff != "" {
			t.Errorf("after a permutation (-before +after):\n%s", diff)
		}
	})
}

// A rating never falls as a likelihood or a consequence rises.
func TestProp_rateMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := gen.RandomCriteria().Draw(t, "criteria")
		if err := k.Validate(); err != nil {
			t.Fatal(err)
		}
		lower := gen.RandomRating(k).Draw(t, "rating")
		if lower == nil || lower.Likelihood == 0 {
			return
		}
		higher := *lower
		higher.Consequences = slices.Clone(lower.Consequences)
		higher.Likelihood = risk.Level(rapid.IntRange(int(lower.Likelihood), len(k.Likelihood.Steps)).Draw(t, "likelihood"))
		for i, q := range higher.Consequences {
			if q.Level != 0 {
				higher.Consequences[i].Level = risk.Level(rapid.IntRange(int(q.Level), len(k.Matrix.Grid[0])).Draw(t, "level"))
			}
		}
		a, b := k.Rate(lower), k.Rate(&higher)
		if b.Level < a.Level || a.Unrated != b.Unrated || k.Zone(b.Level) < k.Zone(a.Level) {
			t.Errorf("%+v became %+v", a, b)
		}
	})
}

// A stronger effect, and a treatment that comes into effect, raise no level.
func TestProp_strengthening(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := gen.Random().Filter(func(s gen.Scenario) bool { return len(s.Records.Treatments) > 0 }).Draw(t, "scenario")
		before, _ := judged(t, s)
		stronger := s.Records
		stronger.Treatments = slices.Clone(s.Records.Treatments)
		changed := &stronger.Treatments[rapid.IntRange(0, len(stronger.Treatments)-1).Draw(t, "treatment")]
		was := *changed
		if rapid.Bool().Draw(t, "in place") {
			changed.Implemented, changed.Ended = day(gen.At), 0
		}
		changed.Effects = slices.Clone(changed.Effects)
		for i := range changed.Effects {
			changed.Effects[i].Likelihood += rapid.IntRange(0, 3).Draw(t, "more")
		}
		register, err := risk.NewRegister(stronger)
		if err != nil {
			t.Fatal(err)
		}
		after, err := register.Assess(day(gen.At), risk.Facts{})
		if err != nil {
			t.Fatal(err)
		}
		if before.Progress(was.ID) == risk.Effective && after.Progress(was.ID) != risk.Effective {
			t.Fatalf("%s was effective and is %v", was.ID, after.Progress(was.ID))
		}
		for _, p := range before.Positions() {
			q, _ := after.Position(p.Risk)
			if q.ComputedCurrent.Level > p.ComputedCurrent.Level {
				t.Errorf("%s rises from %d to %d", p.Risk, p.ComputedCurrent.Level, q.ComputedCurrent.Level)
			}
		}
	})
}

// Whether an acceptance is stale depends on the content of its risk and on the
// day alone.
func TestProp_stale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, _ := gen.Sound(4)
		accepted := &r.Risks[2]
		accepted.Owner = rapid.SampledFrom([]aims.PersonID{"p-1", "p-2"}).Draw(t, "owner")
		accepted.ReviewBy = gen.Date().Draw(t, "reviewBy")
		accepted.Priority = rapid.IntRange(0, 5).Draw(t, "priority")
		accepted.Residual.On = gen.Date().Draw(t, "rated on")
		accepted.Residual.By = "p-9"
		slices.Reverse(accepted.Residual.Consequences)
		accepted.Evidence, accepted.Incidents = []aims.EvidenceID{"e-9"}, []aims.IncidentID{"i-9"}
		want := aims.Approved
		switch rapid.IntRange(0, 5).Draw(t, "change") {
		case 1:
			accepted.Outcome, want = "another", aims.Voided
		case 2:
			accepted.Residual.Likelihood, want = 1, aims.Voided
		case 3:
			accepted.Systems, want = nil, aims.Voided
		case 4:
			accepted.Decision, want = risk.Share, aims.Voided
		case 5:
			accepted.Target, want = accepted.Residual, aims.Voided
		}
		at := day("2026-05-20").AddDays(rapid.IntRange(-2, 400).Draw(t, "day"))
		switch last := day("2027-05-19"); {
		case at < day("2026-05-20"):
			want = aims.Unapproved
		case at > last && want == aims.Approved:
			want = aims.Lapsed
		}
		register, err := risk.NewRegister(r)
		if err != nil {
			t.Fatal(err)
		}
		a, err := register.Assess(at, risk.Facts{})
		if err != nil {
			t.Fatal(err)
		}
		if p, _ := a.Position("risk-3"); p.Accepted != want {
			t.Errorf("%v at %v, want %v", p.Accepted, at, want)
		}
	})
}

// A register is the same after it was written and read.
func TestProp_roundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := gen.Random().Draw(t, "scenario")
		s.Records.Format = aims.Format
		data, err := json.Marshal(s.Records)
		if err != nil {
			t.Fatal(err)
		}
		r, err := risk.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		again, err := json.Marshal(r.Records())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(data), string(again)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}
