package risk_test

import (
	"slices"
	"sort"

	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// Cox's axioms, spelled out for matrices with whole edges and the levels 1
// (green), 2 and 3 (red).

// colorings yields every matrix of n×n cells in three colours that rises on
// both axes, from green in the lowest corner to red in the highest.
func colorings(n int, yield func(risk.Matrix)) {
	m := even(n, n, func(int, int) int { return 1 })
	var fill func(k int)
	fill = func(k int) {
		if k == n*n {
			if m.Grid[n-1][n-1] == 3 {
				yield(m)
			}
			return
		}
		i, j := k/n, k%n
		from, to := risk.Level(1), risk.Level(3)
		if i > 0 {
			from = m.Grid[i-1][j]
		}
		if j > 0 {
			from = max(from, m.Grid[i][j-1])
		}
		if k == 0 {
			to = 1
		}
		for l := from; l <= to; l++ {
			m.Grid[i][j] = l
			fill(k + 1)
		}
	}
	fill(0)
}

// box is a cell with whole edges, for an oracle that spells the axioms out.
type box struct{ f, ff, s, ss int }

// far is the upper edge of a bin without end.
const far = 1 << 20

func (b box) low() int { return b.f * b.s }

func (b box) high() int {
	if b.ss == far {
		return 1 << 30 // no end is as far as another
	}
	return b.ff * b.ss
}

// boxes sorts the cells of a matrix by their colour; without edges they are even.
func boxes(m risk.Matrix, f, s []int) (green, yellow, red []box) {
	for i, row := range m.Grid {
		for j, l := range row {
			b := box{i, i + 1, j, j + 1}
			if f != nil {
				b = box{f[i], f[i+1], s[j], s[j+1]}
			}
			switch l {
			case 1:
				green = append(green, b)
			case 3:
				red = append(red, b)
			default:
				yellow = append(yellow, b)
			}
		}
	}
	return green, yellow, red
}

func oracleWeak(green, red []box) bool {
	for _, g := range green {
		for _, r := range red {
			if r.low() < g.high() {
				return false
			}
		}
	}
	return true
}

// oracleBetween says whether no red cell touches a green one at an edge or in
// a corner over which a line can rise.
func oracleBetween(green, red []box) bool {
	for _, g := range green {
		for _, r := range red {
			if r.f <= g.ff && r.s <= g.ss && r.f >= g.f && r.s >= g.s {
				return false
			}
		}
	}
	return true
}

func oracleColoring(green, yellow, red []box) bool {
	reachesRed := func(b box) bool {
		return slices.ContainsFunc(red, func(r box) bool { return b.high() >= r.high() })
	}
	reachesGreen := func(b box) bool {
		return slices.ContainsFunc(green, func(g box) bool { return b.low() <= g.low() })
	}
	fine := func(cells []box, allowed func(low, high bool, b box) bool) bool {
		return !slices.ContainsFunc(cells, func(b box) bool { return !allowed(reachesGreen(b), reachesRed(b), b) })
	}
	return fine(green, func(low, high bool, _ box) bool { return low || !high }) &&
		fine(red, func(low, high bool, _ box) bool { return high || !low }) &&
		fine(yellow, func(low, high bool, b box) bool { return low && high || low == high && oracleOnLine(green, b, red) })
}

func oracleOnLine(green []box, b box, red []box) bool {
	for _, g := range green {
		for _, r := range red {
			if g.f <= b.f && g.s <= b.s && b.f <= r.f && b.s <= r.s && stabbed(g, b, r) {
				return true
			}
		}
	}
	return false
}

// stabbed tries a slope between any two at which the situation changes, and
// for each whether the offsets at which the line passes the boxes have one in
// common.
func stabbed(cells ...box) bool {
	var slopes []float64
	for _, p := range cells {
		for _, q := range cells {
			for _, df := range []int{p.f - q.f, p.f - q.ff, p.ff - q.f, p.ff - q.ff} {
				for _, ds := range []int{p.s - q.s, p.s - q.ss, p.ss - q.s, p.ss - q.ss} {
					if df != 0 && ds*df > 0 {
						slopes = append(slopes, float64(ds)/float64(df))
					}
				}
			}
		}
	}
	slopes = append(slopes, 0, 1000)
	sort.Float64s(slopes)
	for i, k := range slopes[1:] {
		k = (k + slopes[i]) / 2
		if k <= 0 || k == slopes[i] {
			continue
		}
		from, to := -1e9, 1e9
		for _, b := range cells {
			from = max(from, float64(b.s)-k*float64(b.ff))
			to = min(to, float64(b.ss)-k*float64(b.f))
		}
		if to-from > 1e-9 {
			return true
		}
	}
	return false
}

// agrees holds the codes of doubts against the axioms as they are spelled out
// above.
func agrees(t rapid.TB, m risk.Matrix, codes []aims.Code, f, s []int) {
	t.Helper()
	green, yellow, red := boxes(m, f, s)
	for _, axiom := range []struct {
		name  string
		holds bool
		codes []aims.Code
	}{
		{"weak consistency", oracleWeak(green, red), []aims.Code{risk.CoxReversed}},
		{"betweenness", oracleBetween(green, red), []aims.Code{risk.CoxAdjacent}},
		{"consistent colouring", oracleColoring(green, yellow, red), []aims.Code{risk.CoxShouldBeGreen, risk.CoxShouldBeRed, risk.CoxBetweenNothing}},
	} {
		doubted := slices.ContainsFunc(codes, func(c aims.Code) bool { return slices.Contains(axiom.codes, c) })
		if doubted == axiom.holds {
			t.Fatalf("%v on %v and %v: %s is doubted: %v", m, f, s, axiom.name, doubted)
		}
	}
}
