package risk_test

import (
	"encoding/json"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// grid makes a matrix of rows, the lowest likelihood first.
func grid(rows ...[]risk.Level) risk.Matrix { return risk.Matrix{Grid: rows} }

// even makes a matrix in which the level of a cell depends on its place.
func even(rows, columns int, level func(likelihood, consequence int) int) risk.Matrix {
	m := risk.Matrix{Grid: make([][]risk.Level, rows)}
	for i := range rows {
		for j := range columns {
			m.Grid[i] = append(m.Grid[i], risk.Level(level(i+1, j+1)))
		}
	}
	return m
}

func TestMatrix_At(t *testing.T) {
	m := grid([]risk.Level{1, 2, 3}, []risk.Level{4, 5, 6})
	for _, c := range []struct{ likelihood, consequence, want risk.Level }{
		{1, 1, 1},
		{1, 3, 3},
		{2, 1, 4},
		{2, 3, 6},
		{0, 1, 0},
		{1, 0, 0},
		{0, 0, 0},
		{3, 1, 0},
		{1, 4, 0},
		{65535, 65535, 0},
	} {
		if got := m.At(c.likelihood, c.consequence); got != c.want {
			t.Errorf("At(%d, %d) = %d, want %d", c.likelihood, c.consequence, got, c.want)
		}
	}
	if got := (risk.Matrix{}).At(1, 1); got != 0 {
		t.Errorf("the zero matrix rates %d", got)
	}
	if got := grid([]risk.Level{1, 2}, nil).At(2, 1); got != 0 {
		t.Errorf("a missing row rates %d", got)
	}
	if n := testing.AllocsPerRun(100, func() { m.At(2, 3) }); n != 0 {
		t.Errorf("At allocates %v times", n)
	}
}

func TestMatrix_Validate(t *testing.T) {
	for _, c := range []struct {
		desc string
		m    risk.Matrix
		want []problem
	}{
		{"sound", grid([]risk.Level{1, 1}, []risk.Level{1, 2}), nil},
		{"no rows", risk.Matrix{}, []problem{{aims.Missing, "/grid"}}},
		{"one row", grid([]risk.Level{1, 2}), []problem{{risk.StepsFew, "/grid"}}},
		{"no columns", grid(nil, nil), []problem{{aims.Missing, "/grid/0"}}},
		{"one column", grid([]risk.Level{1}, []risk.Level{2}), []problem{{risk.StepsFew, "/grid/0"}}},
		{"too many rows", even(11, 2, func(int, int) int { return 1 }), []problem{{aims.TooMany, "/grid"}}},
		{"too many columns", even(2, 11, func(int, int) int { return 1 }), []problem{{aims.TooMany, "/grid/0"}}},
		{"ragged", grid([]risk.Level{1, 1}, []risk.Level{1, 1, 2}), []problem{{risk.GridRagged, "/grid/1"}}},
		{"empty cell", grid([]risk.Level{1, 0}, []risk.Level{1, 2}), []problem{{risk.CellEmpty, "/grid/0/1"}}},
		{"level too high", grid([]risk.Level{1, 2}, []risk.Level{3, 11}), []problem{{risk.LevelOutside, "/grid/1/1"}}},
		{"falls with the consequence", grid([]risk.Level{2, 1}, []risk.Level{2, 2}), []problem{{risk.LevelFalls, "/grid/0/1"}}},
		{"falls with the likelihood", grid([]risk.Level{1, 2}, []risk.Level{1, 1}), []problem{{risk.LevelFalls, "/grid/1/1"}}},
		{
			"falls in both, twice", grid([]risk.Level{3, 2, 2}, []risk.Level{1, 3, 2}),
			[]problem{{risk.LevelFalls, "/grid/0/1"}, {risk.LevelFalls, "/grid/1/0"}, {risk.LevelFalls, "/grid/1/2"}},
		},
		{
			"all at once", grid([]risk.Level{2, 0}, []risk.Level{1}),
			[]problem{{risk.CellEmpty, "/grid/0/1"}, {risk.GridRagged, "/grid/1"}, {risk.LevelFalls, "/grid/1/0"}},
		},
	} {
		same(t, c.desc, c.want, problemsOf(t, c.m.Validate()))
	}
	sentence := aims.Problems(grid([]risk.Level{1, 2}, []risk.Level{1, 1}).Validate())[0].String()
	if want := "/grid/1/1 risk/level-falls the level falls from 2 to 1 as the likelihood rises from 1 to 2; raise this cell or lower the other"; sentence != want {
		t.Errorf("the sentence is\n%s\nwant\n%s", sentence, want)
	}
}

func TestMatrix_Transposed(t *testing.T) {
	same(t, "transposed", grid([]risk.Level{1, 4}, []risk.Level{2, 5}, []risk.Level{3, 6}),
		grid([]risk.Level{1, 2, 3}, []risk.Level{4, 5, 6}).Transposed())
	same(t, "ragged", grid([]risk.Level{1, 2}, []risk.Level{0, 3}), grid([]risk.Level{1}, []risk.Level{2, 3}).Transposed())
	same(t, "zero", 0, len(risk.Matrix{}.Transposed().Grid))
}

func TestMatrix_Unused(t *testing.T) {
	m := grid([]risk.Level{1, 1}, []risk.Level{3, 5})
	same(t, "unused", []risk.Level{2, 4, 6}, m.Unused(6))
	same(t, "none", []risk.Level(nil), m.Unused(1))
}

// TestMatrix_JSON holds the form of the grid: lists of numbers, not base64.
func TestMatrix_JSON(t *testing.T) {
	m := grid([]risk.Level{1, 2}, []risk.Level{2, 10})
	data, err := json.Marshal(m)
	if want := `{"grid":[[1,2],[2,10]]}`; err != nil || string(data) != want {
		t.Fatalf("%s, %v; want %s", data, err, want)
	}
	var back risk.Matrix
	if _, err := aims.Decode(data, &back, aims.DecodeOptions{}); err != nil {
		t.Fatal(err)
	}
	same(t, "read back", m, back)
}

// BenchmarkMatrix_At holds a look-up beside one that checks nothing itself.
func BenchmarkMatrix_At(b *testing.B) {
	m := risk.Criteria5x5().Matrix
	var sum risk.Level
	b.Run("plain", func(b *testing.B) {
		for i := range b.N {
			sum += m.Grid[i&3][i>>2&3]
		}
	})
	b.Run("At", func(b *testing.B) {
		b.ReportAllocs()
		for i := range b.N {
			sum += m.At(risk.Level(i&3+1), risk.Level(i>>2&3+1))
		}
	})
	if sum == 0 {
		b.Log("nothing was rated")
	}
}
