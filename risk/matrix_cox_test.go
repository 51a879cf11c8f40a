package risk_test

import (
	"maps"
	"testing"

	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

func cox(t testing.TB, m risk.Matrix, axes risk.Axes, colors risk.Colors) []risk.Doubt {
	t.Helper()
	doubts, err := m.Cox(axes, colors)
	if err != nil {
		t.Fatal(err)
	}
	return doubts
}

func codesOf(doubts []risk.Doubt) []aims.Code {
	var out []aims.Code
	for _, d := range doubts {
		out = append(out, d.Code)
	}
	return out
}

// TestMatrix_Cox_counts goes through every colouring: none of 2×2 satisfies
// the axioms, one of 3×3, and each of those that do has what Cox derives from
// the axioms.
func TestMatrix_Cox_counts(t *testing.T) {
	var only risk.Matrix
	for n, want := range []int{2: 0, 3: 1, 4: 7} {
		if n < 2 {
			continue
		}
		count := 0
		colorings(n, func(m risk.Matrix) {
			codes := codesOf(cox(t, m, risk.Axes{}, risk.Colors{}))
			agrees(t, m, codes, nil, nil)
			if len(codes) > 0 {
				return
			}
			count++
			if n == 3 {
				only = m.Transposed().Transposed() // a copy
			}
			derived(t, m)
		})
		if count != want {
			t.Errorf("%d matrices of %d×%d satisfy the axioms, want %d", count, n, n, want)
		}
	}
	same(t, "the 3×3 matrix", risk.Criteria3x3().Matrix, only)
}

// derived checks what Cox derives from the axioms.
func derived(t testing.TB, m risk.Matrix) {
	t.Helper()
	for i := range m.Grid {
		if m.Grid[i][0] != 1 || m.Grid[0][i] != 1 || m.Grid[i][1] == 3 || m.Grid[1][i] == 3 {
			t.Errorf("%v satisfies the axioms, but not what follows from them", m)
		}
	}
}

// TestMatrix_Cox_count5 counts by the oracle, which TestMatrix_Cox_counts
// holds against the real thing.
func TestMatrix_Cox_count5(t *testing.T) {
	count := 0
	colorings(5, func(m risk.Matrix) {
		green, yellow, red := boxes(m, nil, nil)
		if !oracleBetween(green, red) || !oracleWeak(green, red) || !oracleColoring(green, yellow, red) {
			return
		}
		count++
		derived(t, m)
		if doubts := cox(t, m, risk.Axes{}, risk.Colors{}); len(doubts) > 0 {
			t.Errorf("%v: %v", m, doubts)
		}
	})
	if count != 21 {
		t.Errorf("%d matrices of 5×5 satisfy the axioms", count)
	}
}

func amounts(list ...string) risk.Axis {
	var out risk.Axis
	for _, s := range list {
		if s == "" {
			out = append(out, aims.Amount{})
			continue
		}
		out = append(out, aims.MustAmount(s))
	}
	return out
}

// TestMatrix_Cox_codes has a matrix for each code.
func TestMatrix_Cox_codes(t *testing.T) {
	third := grid([]risk.Level{1, 1, 1}, []risk.Level{1, 2, 2}, []risk.Level{1, 2, 3})
	for _, c := range []struct {
		desc   string
		m      risk.Matrix
		axes   risk.Axes
		colors risk.Colors
		want   []string
	}{
		{"all axioms hold", third, risk.Axes{}, risk.Colors{}, nil},
		{"one colour only", grid([]risk.Level{1, 1}, []risk.Level{1, 2}), risk.Axes{}, risk.Colors{Green: 2, Red: 3}, nil},
		{
			"reversed on real axes", third,
			risk.Axes{Likelihood: amounts("0", "0.1", "0.2", "1"), Consequence: amounts("0", "1", "2", "3")},
			risk.Colors{},
			[]string{"cell 3/3 is red and 3/1 green, and yet the risk can be less in the red one: 0.2 × 2 = 0.4, against 0.8 × 0.75 = 0.6"},
		},
		{
			"reversed without an end", third,
			risk.Axes{Likelihood: amounts("0", "0.5", "20", "")},
			risk.Colors{},
			[]string{
				"cell 3/3 is red and 3/1 green, and yet the risk can be less in the red one: 20 × 2 = 40, against 52 × 0.96875 = 50.375",
				"cell 3/2 reaches as high as 3/3, which is red, and not as low as any green cell; to be consistent, make it red",
			},
		},
		{
			"adjacent", grid([]risk.Level{1, 1, 1}, []risk.Level{1, 1, 2}, []risk.Level{1, 2, 3}),
			risk.Axes{},
			risk.Colors{},
			[]string{"cell 2/2 is green and 3/3 red, with nothing between: a small step leads from 1.5 × 1.5 = 2.25 to 2.5 × 2.5 = 6.25"},
		},
		{
			"should be green", grid([]risk.Level{1, 1, 2}, []risk.Level{1, 2, 2}, []risk.Level{1, 2, 3}),
			risk.Axes{},
			risk.Colors{},
			[]string{"cell 1/3 reaches as low as 1/1, which is green, and not as high as any red cell; to be consistent, make it green"},
		},
		{
			"should be red", grid([]risk.Level{1, 1, 1, 1}, []risk.Level{1, 1, 2, 2}, []risk.Level{1, 2, 2, 2}, []risk.Level{1, 2, 3, 3}),
			risk.Axes{},
			risk.Colors{},
			[]string{"cell 3/4 reaches as high as 4/3, which is red, and not as low as any green cell; to be consistent, make it red"},
		},
		{
			"neither between nor at the rim", grid([]risk.Level{1, 1, 1, 1}, []risk.Level{1, 2, 2, 2}, []risk.Level{1, 2, 2, 2}, []risk.Level{2, 2, 2, 3}),
			risk.Axes{},
			risk.Colors{},
			[]string{"cell 4/1 reaches as low as 1/1, which is green, and not as high as any red cell; to be consistent, make it green"},
		},
		{
			"between nothing", grid([]risk.Level{1, 1, 1, 1}, []risk.Level{2, 2, 2, 2}, []risk.Level{2, 2, 2, 2}, []risk.Level{2, 2, 2, 3}),
			risk.Axes{},
			risk.Colors{},
			[]string{
				"cell 2/1 reaches as low as 1/1, which is green, and not as high as any red cell; to be consistent, make it green",
				"cell 3/1 reaches as low as 1/1, which is green, and not as high as any red cell; to be consistent, make it green",
				"cell 4/1 reaches as low as 1/1, which is green, and not as high as any red cell; to be consistent, make it green",
				"cell 4/2 is neither green nor red, and does not lie between the two",
			},
		},
		{
			"between without an end", grid([]risk.Level{1, 1, 1, 1}, []risk.Level{2, 2, 2, 2}, []risk.Level{2, 2, 2, 2}, []risk.Level{2, 2, 2, 3}),
			risk.Axes{Consequence: amounts("0", "1", "2", "3", "")},
			risk.Colors{},
			[]string{
				"cell 4/4 is red and 1/4 green, and yet the risk can be less in the red one: 3 × 3 = 9, against 0.875 × 11 = 9.625",
				"cell 2/1 reaches as low as 1/1, which is green, and not as high as any red cell; to be consistent, make it green",
				"cell 2/4 reaches as high as 4/4, which is red, and not as low as any green cell; to be consistent, make it red",
				"cell 3/1 reaches as low as 1/1, which is green, and not as high as any red cell; to be consistent, make it green",
				"cell 3/4 reaches as high as 4/4, which is red, and not as low as any green cell; to be consistent, make it red",
				"cell 4/1 reaches as low as 1/1, which is green, and not as high as any red cell; to be consistent, make it green",
				"cell 4/2 is neither green nor red, and does not lie between the two",
			},
		},
		{
			"colours of one's own", grid([]risk.Level{1, 2, 2}, []risk.Level{2, 3, 3}, []risk.Level{2, 3, 4}), risk.Axes{}, risk.Colors{Green: 2, Red: 4}, nil,
		},
	} {
		var got []string
		for _, d := range cox(t, c.m, c.axes, c.colors) {
			o := d.Observation()
			if o.Rule != d.Code || o.Code != d.Code || o.Verdict != aims.CannotTell {
				t.Errorf("%s: %+v", c.desc, o)
			}
			got = append(got, o.Sentence())
		}
		same(t, c.desc, c.want, got)
	}
}

func TestMatrix_Cox_refuses(t *testing.T) {
	m := grid([]risk.Level{1, 1}, []risk.Level{1, 2})
	for _, c := range []struct {
		desc   string
		m      risk.Matrix
		axes   risk.Axes
		colors risk.Colors
		want   []problem
	}{
		{"no matrix", risk.Matrix{}, risk.Axes{}, risk.Colors{}, []problem{{aims.Missing, "/matrix/grid"}}},
		{"too few edges", m, risk.Axes{Likelihood: risk.EvenAxis(1), Consequence: risk.EvenAxis(3)}, risk.Colors{}, []problem{{risk.AxisMismatch, "/axes/likelihood"}, {risk.AxisMismatch, "/axes/consequence"}}},
		{"falling edges", m, risk.Axes{Likelihood: amounts("0", "2", "1")}, risk.Colors{}, []problem{{risk.AxisNotRising, "/axes/likelihood/2"}}},
		{"equal edges", m, risk.Axes{Likelihood: amounts("0", "0", "1")}, risk.Colors{}, []problem{{risk.AxisNotRising, "/axes/likelihood/1"}}},
		{"a negative edge", m, risk.Axes{Consequence: amounts("-1", "0", "1")}, risk.Colors{}, []problem{{risk.AxisNotRising, "/axes/consequence/0"}}},
		{"no beginning", m, risk.Axes{Consequence: amounts("", "0", "1")}, risk.Colors{}, []problem{{risk.AxisNotRising, "/axes/consequence/0"}}},
		{"a gap", m, risk.Axes{Consequence: amounts("0", "", "1")}, risk.Colors{}, []problem{{risk.AxisNotRising, "/axes/consequence/1"}}},
		{"green above red", m, risk.Axes{}, risk.Colors{Green: 2, Red: 2}, []problem{{risk.ColorsOverlap, "/colors"}}},
		{"one level", grid([]risk.Level{1, 1}, []risk.Level{1, 1}), risk.Axes{}, risk.Colors{}, []problem{{risk.ColorsOverlap, "/colors"}}},
	} {
		doubts, err := c.m.Cox(c.axes, c.colors)
		same(t, c.desc, c.want, problemsOf(t, err))
		if doubts != nil {
			t.Errorf("%s: %v", c.desc, doubts)
		}
	}
}

// drawMatrix draws a matrix that rises on both axes.
func drawMatrix(t *rapid.T, rows, columns, top int) risk.Matrix {
	m := even(rows, columns, func(int, int) int { return 1 })
	for i := range rows {
		for j := range columns {
			m.Grid[i][j] = max(m.At(risk.Level(i), risk.Level(j+1)), m.At(risk.Level(i+1), risk.Level(j)), 1)
			m.Grid[i][j] = risk.Level(rapid.IntRange(int(m.Grid[i][j]), min(top, int(m.Grid[i][j])+1)).Draw(t, "level"))
		}
	}
	return m
}

// drawEdges draws rising edges.
func drawEdges(t *rapid.T, bins int) []int {
	edges := []int{rapid.IntRange(0, 2).Draw(t, "first")}
	for i := range bins {
		edges = append(edges, edges[i]+rapid.IntRange(1, 6).Draw(t, "width"))
	}
	return edges
}

func axisOf(edges []int) risk.Axis {
	var out risk.Axis
	for _, e := range edges {
		out = append(out, aims.AmountInt(int64(e)))
	}
	return out
}

// TestMatrix_Cox_witnesses draws matrices and axes, some without an end. What
// is doubted is what the axioms forbid, and every doubt is shown by its
// points: each lies in its cell, and they disagree as the doubt says.
func TestMatrix_Cox_witnesses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, columns := rapid.IntRange(2, 5).Draw(t, "rows"), rapid.IntRange(2, 5).Draw(t, "columns")
		m := drawMatrix(t, rows, columns, 3)
		f, s := drawEdges(t, rows), drawEdges(t, columns)
		axes := risk.Axes{Likelihood: axisOf(f), Consequence: axisOf(s)}
		if last := m.Grid[rows-1][columns-1]; last == 1 {
			t.Skip("one colour")
		} else if last == 2 {
			m.Grid[rows-1][columns-1] = 3
		}
		if endless := rapid.Bool().Draw(t, "endless"); endless {
			axes.Consequence[columns], s[columns] = aims.Amount{}, far
		}
		doubts, err := m.Cox(axes, risk.Colors{Green: 1, Red: 3})
		if err != nil {
			t.Fatal(err)
		}
		if m.Grid[0][0] == 1 {
			agrees(t, m, codesOf(doubts), f, s)
		}
		for _, d := range doubts {
			for i, p := range d.Points {
				cell := d.Cells[i]
				if !p.Risk.Equal(p.Likelihood.Mul(p.Consequence)) {
					t.Fatalf("%v is no product", p)
				}
				x, y := p.Likelihood.InexactFloat64(), p.Consequence.InexactFloat64()
				if x < float64(f[cell.Likelihood-1]) || x >= float64(f[cell.Likelihood]) || y < float64(s[cell.Consequence-1]) || y >= float64(s[cell.Consequence]) {
					t.Fatalf("%v is not in cell %v of %v and %v", p, cell, f, s)
				}
			}
			level := func(c risk.Cell) risk.Level { return m.At(c.Likelihood, c.Consequence) }
			switch d.Code {
			case risk.CoxReversed:
				if level(d.Cells[0]) != 3 || level(d.Cells[1]) != 1 || d.Points[0].Risk.GreaterThanOrEqual(d.Points[1].Risk) {
					t.Fatalf("%+v is not reversed", d)
				}
			case risk.CoxAdjacent:
				a, b := d.Points[0], d.Points[1]
				if level(d.Cells[0]) != 1 || level(d.Cells[1]) != 3 || a.Likelihood.GreaterThanOrEqual(b.Likelihood) || a.Consequence.GreaterThanOrEqual(b.Consequence) {
					t.Fatalf("%+v does not rise from green to red", d)
				}
				straight(t, m, d, f, s)
			case risk.CoxShouldBeGreen:
				if level(d.Cells[0]) == 1 || level(d.Cells[1]) != 1 || d.Points[0].Risk.GreaterThan(d.Points[1].Risk) {
					t.Fatalf("%+v does not reach as low", d)
				}
			case risk.CoxShouldBeRed:
				if level(d.Cells[0]) == 3 || level(d.Cells[1]) != 3 {
					t.Fatalf("%+v is of another colour", d)
				}
			case risk.CoxBetweenNothing:
				if level(d.Cells[0]) != 2 {
					t.Fatalf("%+v is of another colour", d)
				}
			}
		}
	})
}

// straight checks that a small step touches no third cell.
func straight(t rapid.TB, m risk.Matrix, d risk.Doubt, f, s []int) {
	const parts = 16
	ax, ay := d.Points[0].Likelihood.InexactFloat64(), d.Points[0].Consequence.InexactFloat64()
	bx, by := d.Points[1].Likelihood.InexactFloat64(), d.Points[1].Consequence.InexactFloat64()
	for i := range parts + 1 {
		x, y := ax+(bx-ax)*float64(i)/parts, ay+(by-ay)*float64(i)/parts
		l, c := 0, 0
		for float64(f[l]) <= x {
			l++
		}
		for float64(s[c]) <= y {
			c++
		}
		if at := (risk.Cell{Likelihood: risk.Level(l), Consequence: risk.Level(c)}); at != d.Cells[0] && at != d.Cells[1] {
			t.Fatalf("the step of %+v passes cell %v of %v", d, at, m)
		}
	}
}

// TestMatrix_Cox_transposed: whoever swaps the axes is told the same.
func TestMatrix_Cox_transposed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, columns := rapid.IntRange(2, 4).Draw(t, "rows"), rapid.IntRange(2, 4).Draw(t, "columns")
		m := drawMatrix(t, rows, columns, 5)
		axes := risk.Axes{Likelihood: axisOf(drawEdges(t, rows)), Consequence: axisOf(drawEdges(t, columns))}
		one, err := m.Cox(axes, risk.Colors{})
		other, otherErr := m.Transposed().Cox(risk.Axes{Likelihood: axes.Consequence, Consequence: axes.Likelihood}, risk.Colors{})
		if (err == nil) != (otherErr == nil) {
			t.Fatalf("%v, transposed %v", err, otherErr)
		}
		count := func(doubts []risk.Doubt) map[string]int {
			out := map[string]int{}
			for _, d := range doubts {
				out[string(d.Code)+" "+d.Cells[0].String()]++
			}
			return out
		}
		for i := range other {
			c := &other[i].Cells[0]
			c.Likelihood, c.Consequence = c.Consequence, c.Likelihood
		}
		if got, want := count(other), count(one); !maps.Equal(got, want) {
			t.Fatalf("%v: %v, transposed %v", m, want, got)
		}
	})
}
