package risk_test

import (
	"fmt"
	"math/big"
	"math/bits"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	gen "github.com/aimskit/aimskit/internal/gen/risk"
	"github.com/aimskit/aimskit/risk"
)

// contributions writes an attribution as "change: value (risks)".
func contributions(a risk.Attribution) []string {
	var out []string
	for _, s := range a.Shares {
		out = append(out, fmt.Sprintf("%s: %s (%d)", s.Change, s.Value, s.Risks))
	}
	return out
}

func TestAssessment_Attribute(t *testing.T) {
	a := assess(t, trialRecords(), risk.Facts{})
	c1 := risk.Change{Do: risk.SwitchOff, Control: own("C-1")}
	c2 := risk.Change{Do: risk.SwitchOff, Control: own("C-2")}
	for _, c := range []struct {
		desc          string
		state         risk.State
		changes       []risk.Change
		measure       risk.Measure
		before, after int64
		want          []string
	}{
		{"nothing", risk.Current, nil, risk.Measure{Of: risk.AboveAppetite}, 2, 2, nil},
		{
			// Off, t-train raises a from 3 to 4 and b stays; on, t-test lowers a by
			// one before and by one after.
			"each by itself", risk.Current,
			[]risk.Change{off("t-train"), on("t-test")},
			risk.Measure{Of: risk.WeightedLevels, Weights: []int{0, 1, 3, 10}},
			4, 4,
			[]string{"switch-off t-train: 9/2 (2)", "switch-on t-test: -9/2 (1)"},
		},
		{
			"both decide about one treatment", risk.Residual,
			[]risk.Change{c1, c2},
			risk.Measure{Of: risk.WeightedLevels, Weights: []int{0, 1, 3, 10}},
			2, 11,
			[]string{"switch-off own/C-1: 8 (2)", "switch-off own/C-2: 1 (1)"},
		},
		{
			"above the tolerance", risk.Current,
			[]risk.Change{off("t-train"), on("t-insure")},
			risk.Measure{Of: risk.AboveLimit},
			0, 1,
			[]string{"switch-off t-train: 1 (2)", "switch-on t-insure: 0 (1)"},
		},
		{
			"the worst level", risk.Residual,
			[]risk.Change{c1, c2, on("t-insure")},
			risk.Measure{Of: risk.WorstLevel},
			2, 4,
			[]string{"switch-off own/C-1: 3/2 (2)", "switch-off own/C-2: 1/2 (1)", "switch-on t-insure: 0 (1)"},
		},
		{
			"one that touches nothing", risk.Current,
			[]risk.Change{on("t-train"), off("t-test")},
			risk.Measure{Of: risk.AboveAppetite},
			2, 2,
			[]string{"switch-on t-train: 0 (0)", "switch-off t-test: 0 (0)"},
		},
	} {
		got, err := a.Attribute(c.state, c.changes, c.measure, risk.Sampling{Seed: 5})
		if err != nil {
			t.Errorf("%s: %v", c.desc, err)
			continue
		}
		same(t, c.desc, c.want, contributions(got))
		if got.Before != c.before || got.After != c.after || got.Permutations != 0 || got.Seed != 0 {
			t.Errorf("%s: from %d to %d, %d permutations, seed %d", c.desc, got.Before, got.After, got.Permutations, got.Seed)
		}
		same(t, c.desc+": unrated", []risk.RiskID{"c"}, got.Unrated)
	}
}

// TestAssessment_Attribute_alike has risks that are alike but for what a change
// would set: their games are not the same.
func TestAssessment_Attribute_alike(t *testing.T) {
	r := trialRecords()
	r.Risks[1].Inherent = r.Risks[0].Inherent
	digest := must(gen.Criteria().Digest())
	low, high := gen.Rating("2026-05-01", 1, 1), gen.Rating("2026-05-01", 5, 5)
	low.Criteria, high.Criteria = digest, digest
	weights := risk.Measure{Of: risk.WeightedLevels, Weights: []int{0, 1, 3, 10}}
	for _, c := range []struct {
		desc    string
		changes []risk.Change
		want    []string
	}{
		{
			"effects",
			[]risk.Change{{Do: risk.SetEffects, Treatment: "t-train", Effects: []risk.Effect{{Risk: "a", Likelihood: 3}, {Risk: "b"}}}},
			[]string{"set-effects t-train: 5 (2)"}, // a from 3 to 2, b from 3 to 4
		},
		{
			"ratings",
			[]risk.Change{{Do: risk.SetInherent, Risk: "a", Inherent: low}, {Do: risk.SetInherent, Risk: "b", Inherent: high}},
			[]string{"set-inherent a: -3 (1)", "set-inherent b: 7 (1)"},
		},
	} {
		got, err := assess(t, r, risk.Facts{}).Attribute(risk.Current, c.changes, weights, risk.Sampling{})
		if err != nil {
			t.Fatal(err)
		}
		same(t, c.desc, c.want, contributions(got))
	}
}

func TestAttribute_problems(t *testing.T) {
	a := assess(t, trialRecords(), risk.Facts{})
	five := gen.Criteria()
	five.Levels = append(slices.Clone(five.Levels), risk.Band{Label: "beyond"})
	for _, c := range []struct {
		desc    string
		state   risk.State
		changes []risk.Change
		measure risk.Measure
		o       risk.Sampling
		want    []problem
	}{
		{"no measure", risk.Current, nil, risk.Measure{}, risk.Sampling{}, []problem{{aims.Missing, "/measure/of"}}},
		{"unknown measure", risk.Current, nil, risk.Measure{Of: "mood"}, risk.Sampling{}, []problem{{aims.WordUnknown, "/measure/of"}}},
		{"no weights", risk.Current, nil, risk.Measure{Of: risk.WeightedLevels}, risk.Sampling{}, []problem{{risk.WeightsMismatch, "/measure/weights"}}},
		{"weights too many", risk.Current, nil, risk.Measure{Of: risk.WorstLevel, Weights: []int{1}}, risk.Sampling{}, []problem{{risk.WeightsMismatch, "/measure/weights"}}},
		{
			"weights out of order", risk.Current, nil,
			risk.Measure{Of: risk.WeightedLevels, Weights: []int{-1, 3, 2, 10_001}},
			risk.Sampling{},
			[]problem{{risk.WeightOutside, "/measure/weights/0"}, {risk.WeightOutside, "/measure/weights/2"}, {risk.WeightOutside, "/measure/weights/3"}},
		},
		{
			"weights for the criteria in force only", risk.Current,
			[]risk.Change{{Do: risk.SetCriteria, Criteria: &five}},
			risk.Measure{Of: risk.WeightedLevels, Weights: []int{1, 2, 3, 4}},
			risk.Sampling{},
			[]problem{{risk.WeightsMismatch, "/measure/weights"}},
		},
		{"one permutation", risk.Current, nil, risk.Measure{Of: risk.WorstLevel}, risk.Sampling{Permutations: 1}, []problem{{risk.SampleOutside, "/sampling/permutations"}}},
		{"too many permutations", risk.Current, nil, risk.Measure{Of: risk.WorstLevel}, risk.Sampling{Permutations: risk.MaxPermutations + 1}, []problem{{risk.SampleOutside, "/sampling/permutations"}}},
		{"a bad change", risk.Target, []risk.Change{{}}, risk.Measure{}, risk.Sampling{}, []problem{{risk.StateFixed, "/state"}, {aims.Missing, "/changes/0/do"}}},
	} {
		_, err := a.Attribute(c.state, c.changes, c.measure, c.o)
		same(t, c.desc, c.want, problemsOf(t, err))
	}
	r, changes := crowd(65, 1)
	a = assess(t, r, risk.Facts{})
	if _, err := a.Attribute(risk.Current, changes[:64], risk.Measure{Of: risk.AboveAppetite}, risk.Sampling{Permutations: 2}); err != nil {
		t.Errorf("as many as a mask holds: %v", err)
	}
	_, err := a.Attribute(risk.Current, changes, risk.Measure{Of: risk.AboveAppetite}, risk.Sampling{})
	same(t, "more than a mask holds", []problem{{risk.PlayersMany, "/changes"}}, problemsOf(t, err))
}

func TestFraction(t *testing.T) {
	for _, c := range []struct {
		f             risk.Fraction
		text, decimal string
	}{
		{risk.Fraction{Num: -3, Den: 2}, "-3/2", "-1.5000"},
		{risk.Fraction{Num: 2, Den: 3}, "2/3", "0.6667"},
		{risk.Fraction{Num: 7, Den: 1}, "7", "7.0000"},
		{risk.Fraction{}, "0/0", "0.0000"},
	} {
		if got := c.f.String(); got != c.text {
			t.Errorf("%q, want %q", got, c.text)
		}
		if got := c.f.Decimal(4).StringFixed(4); got != c.decimal {
			t.Errorf("%s is %s, want %s", c.f, got, c.decimal)
		}
	}
}

// crowd makes n treatments, each with a change that switches it off, and some
// risks that all of them treat. What they lower differs.
func crowd(n, risks int) (risk.Records, []risk.Change) {
	r := risk.Records{Criteria: []risk.Criteria{gen.Criteria()}}
	var ids []risk.RiskID
	for i := range risks {
		rating := gen.Rating("2026-02-01", risk.Level(2+i%4), risk.Level(2+i/4%4))
		r.Risks = append(r.Risks, risk.Risk{ID: risk.RiskID(fmt.Sprint("r-", i)), Title: "Risk", Inherent: rating})
		ids = append(ids, r.Risks[i].ID)
	}
	var changes []risk.Change
	for i := range n {
		id := risk.TreatmentID(fmt.Sprint("t-", i))
		effect := risk.Effect{Likelihood: i % 2, Consequences: []risk.Lowered{{Dimension: "money", By: (i + 1) % 2}, {Dimension: "rights", By: i / 2 % 2}}}
		r.Treatments = append(r.Treatments, risk.Treatment{
			ID: id, Title: "Treatment", Option: risk.ChangeLikelihood, Risks: ids, Effects: []risk.Effect{effect}, Implemented: day("2026-03-01"),
		})
		changes = append(changes, off(id))
	}
	gen.Bind(&r)
	return r, changes
}

// value measures a register, spelled out.
func value(m risk.Measure, k risk.Criteria, levels []risk.Level) int64 {
	var out int64
	for _, l := range levels {
		switch {
		case m.Of == risk.AboveAppetite && l > k.Appetite,
			m.Of == risk.AboveLimit && l > k.Limit():
			out++
		case m.Of == risk.WeightedLevels:
			out += int64(m.Weights[l-1])
		case m.Of == risk.WorstLevel:
			out = max(out, int64(l))
		}
	}
	return out
}

// permuted computes Shapley values as they are defined: the mean, over all
// orders of the changes, of the difference that each makes when its turn comes.
func permuted(n int, worth func(mask int) int64) []*big.Rat {
	sums, orders := make([]int64, n), int64(0)
	var walk func(mask int, credits []int64)
	walk = func(mask int, credits []int64) {
		if mask == 1<<n-1 {
			orders++
			for i, c := range credits {
				sums[i] += c
			}
		}
		for i := range n {
			if mask&(1<<i) == 0 {
				credits[i] = worth(mask|1<<i) - worth(mask)
				walk(mask|1<<i, credits)
			}
		}
	}
	walk(0, make([]int64, n))
	out := make([]*big.Rat, n)
	for i, s := range sums {
		out[i] = big.NewRat(s, orders)
	}
	return out
}

func drawMeasure(t *rapid.T) risk.Measure {
	m := risk.Measure{Of: rapid.SampledFrom([]risk.Measured{risk.AboveAppetite, risk.AboveLimit, risk.WeightedLevels, risk.WorstLevel}).Draw(t, "measure")}
	if m.Of == risk.WeightedLevels {
		m.Weights = rapid.SliceOfN(rapid.IntRange(0, risk.MaxWeight), 4, 4).Draw(t, "weights")
		slices.Sort(m.Weights)
	}
	return m
}

// TestAssessment_Attribute_defined holds attributions against the definition,
// on registers into which every subset of the changes was written.
func TestAssessment_Attribute_defined(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r, changes := drawTrial(rt, 4)
		s := rapid.SampledFrom([]risk.State{risk.Current, risk.Residual}).Draw(rt, "state")
		m := drawMeasure(rt)
		got, err := assess(t, r, risk.Facts{}).Attribute(s, changes, m, risk.Sampling{})
		if err != nil {
			rt.Fatal(err)
		}
		memo := map[int]int64{}
		worth := func(mask int) int64 {
			if v, known := memo[mask]; known {
				return v
			}
			var some []risk.Change
			for i, g := range changes {
				if mask&(1<<i) != 0 {
					some = append(some, g)
				}
			}
			w := written(r, s, some)
			a := assess(t, w, risk.Facts{})
			var levels []risk.Level
			for _, p := range a.Positions() {
				if !slices.Contains(got.Unrated, p.Risk) {
					levels = append(levels, p.ComputedCurrent.Level)
				}
			}
			memo[mask] = value(m, w.Criteria[0], levels)
			return memo[mask]
		}
		n := len(changes)
		for i, want := range permuted(n, worth) {
			if v := got.Shares[i].Value; v.Den <= 0 || want.Cmp(big.NewRat(v.Num, v.Den)) != 0 {
				rt.Fatalf("%v of %s is %s, by definition %s", changes[i], m.Of, v, want.RatString())
			}
		}
		if got.Before != worth(0) || got.After != worth(1<<n-1) {
			rt.Fatalf("from %d to %d, want %d to %d", got.Before, got.After, worth(0), worth(1<<n-1))
		}
	})
}

// crowded is one risk that many treatments lower, some of which two controls
// put in place. Each treatment and control can be switched off.
type crowded struct {
	likelihood, money, rights risk.Level
	effects                   [][3]int // of each treatment, on likelihood, money and rights
	controls                  []uint   // of each treatment, as a set
}

// build returns the register, and the changes, first of the treatments.
func (c crowded) build() (risk.Records, []risk.Change) {
	r, changes := crowd(len(c.effects), 1)
	q := r.Risks[0].Inherent
	q.Likelihood, q.Consequences[0].Level, q.Consequences[1].Level = c.likelihood, c.money, c.rights
	for i, e := range c.effects {
		t := &r.Treatments[i]
		t.Effects = []risk.Effect{{Likelihood: e[0], Consequences: []risk.Lowered{{Dimension: "money", By: e[1]}, {Dimension: "rights", By: e[2]}}}}
		for _, bit := range c.used() {
			if c.controls[i]>>bit&1 == 1 {
				t.Controls = append(t.Controls, own(fmt.Sprint("C-", bit)))
			}
		}
	}
	for _, bit := range c.used() {
		changes = append(changes, risk.Change{Do: risk.SwitchOff, Control: own(fmt.Sprint("C-", bit))})
	}
	return r, changes
}

// used returns the controls that some treatment puts in place.
func (c crowded) used() []int {
	var out []int
	for bit := range 2 {
		if slices.ContainsFunc(c.controls, func(set uint) bool { return set>>bit&1 == 1 }) {
			out = append(out, bit)
		}
	}
	return out
}

// worth spells out what the register comes to under each set of changes.
func (c crowded) worth(m risk.Measure, k risk.Criteria) []int64 {
	out := make([]int64, 1<<(len(c.effects)+len(c.used())))
	lowered := func(l risk.Level, by int) risk.Level { return risk.Level(max(1, int(l)-by)) }
	for mask := range out {
		var off uint
		for i, bit := range c.used() {
			off |= uint(mask>>(len(c.effects)+i)&1) << bit
		}
		var down [3]int
		for i, e := range c.effects {
			if mask>>i&1 == 0 && c.controls[i]&off == 0 {
				for axis, by := range e {
					down[axis] += by
				}
			}
		}
		worst := max(lowered(c.money, down[1]), lowered(c.rights, down[2]))
		out[mask] = value(m, k, []risk.Level{k.Matrix.At(lowered(c.likelihood, down[0]), worst)})
	}
	return out
}

// check holds an attribution against all coalitions.
func (c crowded) check(t rapid.TB, m risk.Measure) {
	t.Helper()
	r, changes := c.build()
	a, err := must(risk.NewRegister(r)).Assess(day(gen.At), risk.Facts{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := a.Attribute(risk.Current, changes, m, risk.Sampling{})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range coalitions(len(changes), c.worth(m, r.Criteria[0])) {
		if v := got.Shares[i].Value; want.Cmp(big.NewRat(v.Num, v.Den)) != 0 {
			t.Fatalf("%+v: %v is %s, by coalitions %s", c, changes[i], v, want.RatString())
		}
	}
}

// TestAssessment_Attribute_crowded has few states of the axes, so that
// coalitions are merged, and players to be remembered, and many states.
func TestAssessment_Attribute_crowded(t *testing.T) {
	m := risk.Measure{Of: risk.WeightedLevels, Weights: []int{1, 3, 10, 100}}
	few := crowded{likelihood: 5, money: 5, rights: 5, effects: make([][3]int, 11), controls: make([]uint, 11)}
	for i := range few.effects {
		few.effects[i][0] = 1 + i%2
	}
	few.check(t, m)
	few.controls[2] = 1 // an effect with two deciders
	few.check(t, m)
	few.controls[5], few.controls[8] = 1, 2
	few.check(t, m)
	rapid.Check(t, func(t *rapid.T) {
		level := rapid.IntRange(1, 5)
		c := crowded{likelihood: risk.Level(level.Draw(t, "likelihood")), money: risk.Level(level.Draw(t, "money")), rights: risk.Level(level.Draw(t, "rights"))}
		wide := rapid.Bool().Draw(t, "wide") // the consequences are lowered as well
		for range rapid.IntRange(4, 12).Draw(t, "treatments") {
			e, controls := [3]int{rapid.IntRange(0, 2).Draw(t, "likelihood")}, 0
			if wide {
				e[1], e[2] = rapid.IntRange(0, 2).Draw(t, "money"), rapid.IntRange(0, 1).Draw(t, "rights")
			}
			if rapid.IntRange(0, 5).Draw(t, "controlled") == 0 {
				controls = rapid.IntRange(1, 3).Draw(t, "controls")
			}
			c.effects, c.controls = append(c.effects, e), append(c.controls, uint(controls))
		}
		c.check(t, drawMeasure(t))
	})
}

// coalitions computes Shapley values by the formula: for each coalition
// without a player what it gains by the player, times size!(n−1−size)!, in all
// over n!.
func coalitions(n int, worth []int64) []*big.Rat {
	factorial := func(k int) int64 { return new(big.Int).MulRange(1, int64(k)).Int64() }
	weights := make([]int64, n)
	for size := range n {
		weights[size] = factorial(size) * factorial(n-1-size)
	}
	out := make([]*big.Rat, n)
	for i := range n {
		var sum int64
		for mask, v := range worth {
			if mask>>i&1 == 0 {
				sum += (worth[mask|1<<i] - v) * weights[bits.OnesCount(uint(mask))]
			}
		}
		out[i] = big.NewRat(sum, factorial(n))
	}
	return out
}

// total adds the shares up.
func total(a risk.Attribution) *big.Rat {
	sum := new(big.Rat)
	for _, s := range a.Shares {
		sum.Add(sum, big.NewRat(s.Value.Num, s.Value.Den))
	}
	return sum
}

// TestAssessment_Attribute_axioms: shares add up, exactly also where they are
// sampled; changes that do the same have the same; the order does not matter;
// a treatment that lowers nothing has none.
func TestAssessment_Attribute_axioms(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r, changes := crowd(rapid.IntRange(2, 24).Draw(rt, "players"), rapid.IntRange(1, 5).Draw(rt, "risks"))
		idle := r.Treatments[0]
		idle.ID, idle.Effects = "t-idle", nil
		twin := r.Treatments[1]
		twin.ID = "t-twin"
		r.Treatments = append(r.Treatments, idle, twin)
		changes = append(changes, off("t-idle"), off("t-twin"))
		a, m := assess(t, r, risk.Facts{}), drawMeasure(rt)
		if m.Of == risk.WorstLevel && len(changes) > 12 {
			m = risk.Measure{Of: risk.AboveAppetite} // going through 2²⁰ coalitions takes long
		}
		got, err := a.Attribute(risk.Current, changes, m, risk.Sampling{Permutations: 20, Seed: 3})
		if err != nil {
			rt.Fatal(err)
		}
		if want := new(big.Rat).SetInt64(got.After - got.Before); total(got).Cmp(want) != 0 {
			rt.Fatalf("the shares add up to %s, want %s", total(got).RatString(), want.RatString())
		}
		n := len(changes)
		if s := got.Shares[n-2]; s.Value.Num != 0 || s.Risks != 0 {
			rt.Fatalf("a treatment without effect contributes %s", s.Value)
		}
		exact := n-1 <= 20
		if exact != (got.Permutations == 0) {
			rt.Fatalf("%d changes and %d permutations", n, got.Permutations)
		}
		if !exact {
			return
		}
		if one, other := got.Shares[1].Value, got.Shares[n-1].Value; one != other {
			rt.Fatalf("twins contribute %s and %s", one, other)
		}
		shuffled := rapid.Permutation(changes).Draw(rt, "order")
		again, err := a.Attribute(risk.Current, shuffled, m, risk.Sampling{})
		if err != nil {
			rt.Fatal(err)
		}
		for _, s := range again.Shares {
			i := slices.IndexFunc(changes, func(g risk.Change) bool { return g.Treatment == s.Change.Treatment })
			if s.Value != got.Shares[i].Value || s.Risks != got.Shares[i].Risks {
				rt.Fatalf("%v contributes %s in one order and %s in another", s.Change, got.Shares[i].Value, s.Value)
			}
		}
	})
}

// TestAssessment_Attribute_sampled holds samples against exact shares: of the
// same treatments, once with two more that are players, though what they lower
// never counts. The seed is fixed, and the band five standard errors wide.
func TestAssessment_Attribute_sampled(t *testing.T) {
	r, changes := crowd(22, 6)
	for i := range r.Risks {
		q := r.Risks[i].Inherent
		q.Likelihood, q.Consequences[0].Level, q.Consequences[1].Level = 5, risk.Level(4+i%2), 2
	}
	for i := range r.Treatments {
		effect := risk.Effect{Likelihood: 1 + i%3}
		if i >= 20 {
			effect = risk.Effect{Consequences: []risk.Lowered{{Dimension: "rights", By: 1}}}
		} else {
			r.Treatments[i].Risks = r.Treatments[i].Risks[i/8:]
		}
		r.Treatments[i].Effects = []risk.Effect{effect}
	}
	a := assess(t, r, risk.Facts{})
	for _, m := range []risk.Measure{{Of: risk.AboveLimit}, {Of: risk.WeightedLevels, Weights: []int{0, 1, 5, 20}}, {Of: risk.WorstLevel}} {
		exact, err := a.Attribute(risk.Current, changes[:20], m, risk.Sampling{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := a.Attribute(risk.Current, changes, m, risk.Sampling{Seed: 11})
		if err != nil {
			t.Fatal(err)
		}
		if exact.Permutations != 0 || got.Permutations != 1000 || got.Seed != 11 || got.Before != exact.Before || got.After != exact.After {
			t.Fatalf("%s: %+v\n%+v", m.Of, exact, got)
		}
		for i, s := range got.Shares {
			want := decimal.Zero
			if i < 20 {
				want = exact.Shares[i].Value.Decimal(6)
			} else if s.Value.Num != 0 || !s.StandardError.IsZero() || s.Risks != 6 {
				t.Errorf("%s: what never counts contributes %+v", m.Of, s)
			}
			band := s.StandardError.Mul(decimal.NewFromInt(5)).Add(decimal.New(2, -6))
			if gap := s.Value.Decimal(6).Sub(want).Abs(); gap.GreaterThan(band) {
				t.Errorf("%s: %v contributes %s ± %s by a sample, and exactly %s", m.Of, s.Change, s.Value.Decimal(6), s.StandardError, want)
			}
		}
		other, err := a.Attribute(risk.Current, changes, m, risk.Sampling{Seed: 12})
		if err != nil {
			t.Fatal(err)
		}
		if slices.Equal(contributions(got), contributions(other)) {
			t.Errorf("%s: two seeds draw the same", m.Of)
		}
	}
}

// TestAssessment_Attribute_worst: going through the coalitions of many risks
// that differ, and are touched by many changes, would take too long for the
// worst level. The same changes to one of them are counted out.
func TestAssessment_Attribute_worst(t *testing.T) {
	r, changes := crowd(20, 33)
	for i := range r.Treatments {
		q := &r.Treatments[i]
		q.Effects = nil
		for j, id := range q.Risks {
			q.Effects = append(q.Effects, risk.Effect{Risk: id, Likelihood: 1 + (j+i)%3, Consequences: []risk.Lowered{{Dimension: "money", By: j >> (i % 6) & 1}, {Dimension: "rights", By: 1}}})
		}
	}
	for i := range r.Risks {
		q := r.Risks[i].Inherent
		q.Likelihood, q.Consequences[0].Level, q.Consequences[1].Level = 5, 5, 5
	}
	m := risk.Measure{Of: risk.WorstLevel}
	many, err := assess(t, r, risk.Facts{}).Attribute(risk.Current, changes, m, risk.Sampling{Permutations: 100})
	if err != nil {
		t.Fatal(err)
	}
	if want := new(big.Rat).SetInt64(many.After - many.Before); many.Permutations != 100 || total(many).Cmp(want) != 0 || want.Sign() <= 0 {
		t.Errorf("%d permutations of many, adding up to %s of %s", many.Permutations, total(many).RatString(), want.RatString())
	}
	r.Risks, changes = r.Risks[:3], changes[:8]
	r.Treatments = slices.Clone(r.Treatments[:8])
	for i := range r.Treatments {
		r.Treatments[i].Risks, r.Treatments[i].Effects = r.Treatments[i].Risks[:3], r.Treatments[i].Effects[:3]
	}
	few, err := assess(t, r, risk.Facts{}).Attribute(risk.Current, changes, m, risk.Sampling{})
	if err != nil {
		t.Fatal(err)
	}
	if few.Permutations != 0 {
		t.Errorf("%d permutations of few", few.Permutations)
	}
}

// BenchmarkAssessment_Attribute shares out 20 switches over 1,000 risks, each
// of which a few of them touch, or all; beside it, as a yardstick, the
// comparison of before and after alone.
func BenchmarkAssessment_Attribute(b *testing.B) {
	all, changes := crowd(20, 1000)
	few := all
	few.Treatments = slices.Clone(all.Treatments)
	for i := range few.Treatments {
		few.Treatments[i].Risks = nil
		for j, q := range few.Risks {
			if (j*7+i)%5 == 0 {
				few.Treatments[i].Risks = append(few.Treatments[i].Risks, q.ID)
			}
		}
	}
	// Where no two risks are lowered alike, nothing is saved by knowing a game.
	distinct := all
	distinct.Treatments = slices.Clone(all.Treatments)
	for i := range distinct.Treatments {
		q := &distinct.Treatments[i]
		q.Effects = nil
		for j, id := range q.Risks {
			by := func(n int) int { return (j>>(n*i%10) + i*n) % 3 }
			q.Effects = append(q.Effects, risk.Effect{Risk: id, Likelihood: by(1), Consequences: []risk.Lowered{{Dimension: "money", By: by(3)}, {Dimension: "rights", By: by(7)}}})
		}
	}
	weights := risk.Measure{Of: risk.WeightedLevels, Weights: []int{0, 1, 5, 20}}
	for _, c := range []struct {
		name string
		r    risk.Records
	}{{"few", few}, {"all", all}, {"distinct", distinct}} {
		a := assess(b, c.r, risk.Facts{})
		b.Run(c.name+"/what-if", func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				_ = must(a.WhatIf(risk.Current, changes))
			}
		})
		b.Run(c.name+"/attribution", func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				_ = must(a.Attribute(risk.Current, changes, weights, risk.Sampling{}))
			}
		})
	}
}
