package readiness

import (
	"cmp"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// TrendPoint is one report in a series.
type TrendPoint struct {
	At    aims.Date `json:"at"`
	Total Bounds    `json:"total"`
	Band  Band      `json:"band"`
	// Shift is the difference from the report before; none for the first.
	Shift Shift `json:"shift,omitzero"`
	// Breaks says what of the rules and the model is another than in the report
	// before: the difference is not of the organization's making alone, and a
	// curve should not be drawn through; see [Explain].
	Breaks []CauseKind `json:"breaks,omitempty"`
}

// TrendDayTwice: two reports of a trend are of one day.
const TrendDayTwice aims.Code = "readiness/trend-day-twice"

// Trend returns the series of reports in the order of their days. Reports that
// [Assess] did not make, and two reports of one day, are reported with
// pointers to their places in the list, such as /reports/2.
func Trend(reports []Report) ([]TrendPoint, error) {
	c := aims.Checker{Texts: timeTexts}
	first := make(map[aims.Date]int, len(reports))
	for i, r := range reports {
		checkStored(&c, aims.Field("reports", i), r)
		if k, seen := first[r.Provenance.At]; seen {
			c.Add(aims.Field("reports", i), TrendDayTwice, "at", r.Provenance.At.String(), "first", decimalText(k))
			continue
		}
		first[r.Provenance.At] = i
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	sorted := slices.SortedFunc(slices.Values(reports), func(a, b Report) int { return cmp.Compare(a.Provenance.At, b.Provenance.At) })
	var list []TrendPoint
	for i, r := range sorted {
		p := TrendPoint{At: r.Provenance.At, Total: r.Total, Band: r.Band}
		if i > 0 {
			before := sorted[i-1]
			p.Shift = shift(before.Total, before.Total, r.Total, r.Total)
			if before.Provenance.Rules != r.Provenance.Rules {
				p.Breaks = append(p.Breaks, CauseRules)
			}
			if before.Provenance.Method != r.Provenance.Method {
				p.Breaks = append(p.Breaks, CauseModel)
			}
		}
		list = append(list, p)
	}
	return list, nil
}
