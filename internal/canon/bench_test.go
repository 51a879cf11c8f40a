package canon_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/aimskit/aimskit/internal/canon"
)

// row is a record of the size and shape that the library has many of.
type row struct {
	Control    string   `json:"control"`
	Applicable bool     `json:"applicable"`
	Reasons    []string `json:"reasons"`
	Text       string   `json:"justification"`
	Owner      *string  `json:"owner"`
	Weight     float64  `json:"weight"`
	Year       int      `json:"year"`
}

func rowOf(n int) row {
	return row{
		Control: fmt.Sprintf("A.%d.%d", n%10+1, n), Reasons: []string{"risk", "law", "contract"}, Year: 2020 + n%9,
		Text: "Bias of the training data reaches the decision; see \"assessment\".\nReviewed – every quarter.", Weight: float64(n) / 10,
	}
}

func rows() (all []row) {
	for n := range 4200 {
		all = append(all, rowOf(n))
	}
	return all
}

// A record's form takes two pieces of memory, whatever is in it.
func TestJSON_allocations(t *testing.T) {
	data := mustMarshal(rowOf(21))
	if n := testing.AllocsPerRun(100, func() { canon.JSON(data) }); n > 2 {
		t.Errorf("%v allocations for %s", n, data)
	}
}

// BenchmarkJSON reports how long 1 MB takes in comparison to json.Unmarshal into an any.
func BenchmarkJSON(b *testing.B) {
	data := mustMarshal(map[string]any{"rows": rows()})
	b.SetBytes(int64(len(data)))
	inTurn(b, "unmarshal", func() error {
		var v any
		return json.Unmarshal(data, &v)
	}, func() error {
		_, err := canon.JSON(data)
		return err
	})
}

// BenchmarkMarshal reports how long a record takes in comparison to json.Marshal alone.
func BenchmarkMarshal(b *testing.B) {
	r := rowOf(21)
	inTurn(b, "marshal", func() error {
		_, err := json.Marshal(r)
		return err
	}, func() error {
		_, err := canon.Marshal(r)
		return err
	})
}

// inTurn measures a yardstick and what is held against it in turn.
func inTurn(b *testing.B, yardstick string, plain, whole func() error) {
	b.ReportAllocs()
	var took [2]time.Duration
	for b.Loop() {
		for i, f := range []func() error{plain, whole} {
			start := time.Now()
			if err := f(); err != nil {
				b.Fatal(err)
			}
			took[i] += time.Since(start)
		}
	}
	b.ReportMetric(float64(took[0].Nanoseconds())/float64(b.N), yardstick+"-ns")
	b.ReportMetric(float64(took[1].Nanoseconds())/float64(b.N), "canon-ns")
	b.ReportMetric(float64(took[1])/float64(took[0]), "ratio")
}
