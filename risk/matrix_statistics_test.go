package risk_test

import (
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// banded makes the matrix of a product with levels that end at bounds.
func banded(n int, bounds ...int) risk.Matrix {
	return even(n, n, func(l, s int) int {
		level := 1
		for _, b := range bounds {
			if l*s > b {
				level++
			}
		}
		return level
	})
}

func shares(s risk.Statistics) []string {
	return []string{s.Correct.StringFixed(6), s.Unresolved.StringFixed(6), s.Reversed.StringFixed(6)}
}

// TestMatrix_Statistics_known holds the integral against values that others
// found by drawing two million pairs: .557/.432/.011 and .704/.274/.022.
func TestMatrix_Statistics_known(t *testing.T) {
	for _, c := range []struct {
		desc string
		m    risk.Matrix
		want []string
	}{
		{"Cox 3×3", risk.Criteria3x3().Matrix, []string{"0.556812", "0.432099", "0.011089"}},
		{"5×5 product", banded(5, 4, 9, 16), []string{"0.703861", "0.273600", "0.022539"}},
		{"one level", even(3, 2, func(int, int) int { return 1 }), []string{"0.000000", "1.000000", "0.000000"}},
	} {
		got, err := c.m.Statistics(risk.Axes{})
		if err != nil {
			t.Fatal(err)
		}
		same(t, c.desc, c.want, shares(got))
		if got.Pairs != 0 || !got.StandardError.IsZero() {
			t.Errorf("%s: %+v was drawn", c.desc, got)
		}
	}
}

// TestMatrix_LineStatistics_known is the case in which a matrix does worse
// than chance.
func TestMatrix_LineStatistics_known(t *testing.T) {
	m := grid([]risk.Level{1, 2}, []risk.Level{2, 3})
	for _, c := range []struct {
		total string
		want  []string
	}{
		{"0.75", []string{"0.000000", "0.555556", "0.444444"}},
		{"1", []string{"0.000000", "1.000000", "0.000000"}},
		{"0.5", []string{"0.000000", "1.000000", "0.000000"}},
		{"1.25", []string{"0.444444", "0.555556", "0.000000"}},
	} {
		got, err := m.LineStatistics(aims.MustAmount(c.total))
		if err != nil {
			t.Fatal(err)
		}
		same(t, c.total, c.want, shares(got))
	}
	// Likely and harmless is 2, all that is unlikely 1: the two thirds nearer to
	// the middle, and a third as far away as the likely one.
	crooked, err := grid([]risk.Level{1, 1}, []risk.Level{2, 3}).LineStatistics(aims.MustAmount("0.75"))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "crooked", []string{"0.111111", "0.555556", "0.333333"}, shares(crooked))
	for _, total := range []aims.Amount{aims.AmountInt(0), aims.AmountInt(2), aims.AmountInt(-1)} {
		_, err := m.LineStatistics(total)
		same(t, "total "+total.String(), []problem{{risk.LineOutside, "/total"}}, problemsOf(t, err))
	}
	_, err = m.LineStatistics(aims.Amount{})
	same(t, "no total", []problem{{aims.Missing, "/total"}}, problemsOf(t, err))
	_, err = risk.Matrix{}.LineStatistics(aims.AmountInt(1))
	same(t, "no matrix", []problem{{aims.Missing, "/matrix/grid"}}, problemsOf(t, err))
}

func TestMatrix_Statistics_refuses(t *testing.T) {
	m := grid([]risk.Level{1, 1}, []risk.Level{1, 2})
	for _, c := range []struct {
		desc string
		m    risk.Matrix
		axes risk.Axes
		want []problem
	}{
		{"no matrix", risk.Matrix{}, risk.Axes{}, []problem{{aims.Missing, "/matrix/grid"}}},
		{"no end", m, risk.Axes{Likelihood: amounts("0", "1", ""), Consequence: amounts("0", "1", "")}, []problem{{risk.AxisEndless, "/axes/likelihood/2"}, {risk.AxisEndless, "/axes/consequence/2"}}},
		{"not rising", m, risk.Axes{Likelihood: amounts("1", "1", "2")}, []problem{{risk.AxisNotRising, "/axes/likelihood/1"}}},
	} {
		_, err := c.m.Statistics(c.axes)
		same(t, c.desc, c.want, problemsOf(t, err))
	}
}

// TestMatrix_Statistics_sampled holds integral and sample against each other,
// on random matrices and axes; the seed is fixed, and the band five standard
// errors wide.
func TestMatrix_Statistics_sampled(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 12 {
		rows, columns := 2+random.IntN(4), 2+random.IntN(4)
		f, s := []int{random.IntN(2)}, []int{random.IntN(3)}
		for i := range rows {
			f = append(f, f[i]+1+random.IntN(9))
		}
		for i := range columns {
			s = append(s, s[i]+1+random.IntN(9))
		}
		weight := 1 + random.IntN(3)
		m := even(rows, columns, func(l, c int) int { return 1 + (l*weight+c)/3 })
		axes := risk.Axes{Likelihood: axisOf(f), Consequence: axisOf(s)}
		want, err := m.Statistics(axes)
		if err != nil {
			t.Fatal(err)
		}
		got, err := m.Sample(axes, 20_000, random.Uint64(), func(r *rand.Rand) (float64, float64) {
			return float64(f[0]) + r.Float64()*float64(f[rows]-f[0]), float64(s[0]) + r.Float64()*float64(s[columns]-s[0])
		})
		if err != nil {
			t.Fatal(err)
		}
		band := got.StandardError.Mul(decimal.NewFromInt(5))
		for i, pair := range [][2]decimal.Decimal{{got.Correct, want.Correct}, {got.Unresolved, want.Unresolved}, {got.Reversed, want.Reversed}} {
			if pair[0].Sub(pair[1]).Abs().GreaterThan(band) {
				t.Errorf("%v on %v × %v: share %d is %s by a sample, %s by the integral", m, f, s, i, pair[0], pair[1])
			}
		}
	}
}

func TestMatrix_Statistics_properties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, columns := rapid.IntRange(2, 5).Draw(t, "rows"), rapid.IntRange(2, 5).Draw(t, "columns")
		m := drawMatrix(t, rows, columns, 5)
		f, s := drawEdges(t, rows), drawEdges(t, columns)
		axes := risk.Axes{Likelihood: axisOf(f), Consequence: axisOf(s)}
		got, err := m.Statistics(axes)
		if err != nil {
			t.Fatal(err)
		}
		// Unresolved pairs can be counted in whole numbers: by area.
		areas := map[risk.Level]int{}
		for i, row := range m.Grid {
			for j, l := range row {
				areas[l] += (f[i+1] - f[i]) * (s[j+1] - s[j])
			}
		}
		all, tied := (f[rows]-f[0])*(s[columns]-s[0]), 0
		for _, a := range areas {
			tied += a * a
		}
		tolerance := decimal.New(2, -6)
		if exact := decimal.NewFromInt(int64(tied)).Div(decimal.NewFromInt(int64(all * all))); got.Unresolved.Sub(exact).Abs().GreaterThan(tolerance) {
			t.Fatalf("unresolved %s, by area %s", got.Unresolved, exact)
		}
		if got.Correct.IsNegative() || got.Reversed.IsNegative() || got.Correct.LessThan(got.Reversed) {
			t.Fatalf("%v", shares(got))
		}
		for i := range f {
			f[i] *= 1000
		}
		scaled, err := m.Transposed().Statistics(risk.Axes{Likelihood: axes.Consequence, Consequence: axisOf(f)})
		if err != nil {
			t.Fatal(err)
		}
		if scaled.Correct.Sub(got.Correct).Abs().GreaterThan(tolerance) || scaled.Reversed.Sub(got.Reversed).Abs().GreaterThan(tolerance) {
			t.Fatalf("%v, scaled and transposed %v", shares(got), shares(scaled))
		}
	})
}

func TestMatrix_Sample(t *testing.T) {
	m := grid([]risk.Level{1, 2}, []risk.Level{2, 3})
	axes := risk.Axes{Likelihood: amounts("0", "0.5", "1"), Consequence: amounts("0", "0.5", "1")}
	line := func(r *rand.Rand) (float64, float64) { f := 0.75 * r.Float64(); return f, 0.75 - f }
	got, err := m.Sample(axes, 10_000, 7, line)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := m.Sample(axes, 10_000, 7, line); !again.Reversed.Equal(got.Reversed) {
		t.Errorf("%s, and again with the same seed %s", got.Reversed, again.Reversed)
	}
	if other, _ := m.Sample(axes, 10_000, 8, line); other.Reversed.Equal(got.Reversed) {
		t.Errorf("%s with another seed as well", got.Reversed)
	}
	if !got.Correct.IsZero() || got.Pairs != 10_000 || got.StandardError.LessThan(decimal.New(4, -3)) || got.StandardError.GreaterThan(decimal.New(6, -3)) {
		t.Errorf("%+v", got)
	}
	// Every place of the axes can be drawn, their edges too, and without an end
	// any number.
	edges := []float64{0, 0.25, 0.5, 1}
	if _, err := m.Sample(axes, 100, 1, func(r *rand.Rand) (float64, float64) { return edges[r.IntN(4)], edges[r.IntN(4)] }); err != nil {
		t.Error(err)
	}
	endless := risk.Axes{Likelihood: amounts("0", "0.5", ""), Consequence: amounts("0", "0.5", "")}
	if _, err := m.Sample(endless, 100, 1, func(r *rand.Rand) (float64, float64) { return r.ExpFloat64(), 1e9 * r.ExpFloat64() }); err != nil {
		t.Error(err)
	}
	for _, c := range []struct {
		desc  string
		m     risk.Matrix
		pairs int
		draw  func(*rand.Rand) (float64, float64)
		want  []problem
	}{
		{"no matrix", risk.Matrix{}, 1, line, []problem{{aims.Missing, "/matrix/grid"}}},
		{"no pairs", m, 0, line, []problem{{risk.PairsOutside, "/pairs"}}},
		{"too many pairs", m, risk.MaxPairs + 1, line, []problem{{risk.PairsOutside, "/pairs"}}},
		{"above the likelihood", m, 1, func(*rand.Rand) (float64, float64) { return 1.01, 0 }, []problem{{risk.PointOutside, "/draw"}}},
		{"below the consequence", m, 1, func(*rand.Rand) (float64, float64) { return 0, -0.01 }, []problem{{risk.PointOutside, "/draw"}}},
	} {
		_, err := c.m.Sample(axes, c.pairs, 1, c.draw)
		same(t, c.desc, c.want, problemsOf(t, err))
	}
	calls := 0
	_, err = m.Sample(axes, 1, 1, func(*rand.Rand) (float64, float64) { calls++; return 0, float64(2 * calls) })
	if p := aims.Problems(err); len(p) != 1 || p[0].Args["consequence"] != "2" {
		t.Errorf("the first of two points outside is %v", err)
	}
	calls = -1
	_, err = m.Sample(axes, 1, 1, func(*rand.Rand) (float64, float64) { calls++; return 0, float64(5 * calls) })
	if p := aims.Problems(err); len(p) != 1 || p[0].Args["consequence"] != "5" {
		t.Errorf("the second of two points outside is %v", err)
	}
}
