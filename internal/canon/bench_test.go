package canon_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/aimskit/aimskit/internal/canon"
)

// BenchmarkJSON reports how long 1 MB takes in comparison to json.Unmarshal into an any,
// the two measured in turn.
func BenchmarkJSON(b *testing.B) {
	type row struct {
		Control    string   `json:"control"`
		Applicable bool     `json:"applicable"`
		Reasons    []string `json:"reasons"`
		Text       string   `json:"justification"`
		Owner      *string  `json:"owner"`
		Weight     float64  `json:"weight"`
		Year       int      `json:"year"`
	}
	var rows []row
	for n := range 4200 {
		rows = append(rows, row{
			Control: fmt.Sprintf("A.%d.%d", n%10+1, n), Reasons: []string{"risk", "law", "contract"}, Year: 2020 + n%9,
			Text: "Bias of the training data reaches the decision; see \"assessment\".\nReviewed – every quarter.", Weight: float64(n) / 10,
		})
	}
	data, err := json.Marshal(map[string]any{"rows": rows})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	var plain, whole time.Duration
	for b.Loop() {
		start := time.Now()
		var v any
		if err := json.Unmarshal(data, &v); err != nil {
			b.Fatal(err)
		}
		between := time.Now()
		if _, err := canon.JSON(data); err != nil {
			b.Fatal(err)
		}
		plain += between.Sub(start)
		whole += time.Since(between)
	}
	n := float64(b.N)
	b.ReportMetric(float64(plain.Microseconds())/n, "unmarshal-µs")
	b.ReportMetric(float64(whole.Microseconds())/n, "canon-µs")
	b.ReportMetric(float64(whole)/float64(plain), "ratio")
}
