package montecarlo

import (
	"encoding/json"
	"strconv"
)

// Row is one figure of one point of a study: a line of a tidy table.
type Row struct {
	Point    int64            `json:"point"`
	Factors  map[string]Value `json:"factors"`    // by the names of the factors; see [StudyPoint]
	Scenario string           `json:"scenario"`   // its id, or "total"
	Metric   string           `json:"metric"`     // such as mean, var, tvar, exceedance:250000
	P        Number           `json:"p,omitzero"` // the level of var and tvar
	Figure
}

func newRow(p StudyPoint, id ScenarioID, m Metric, f Figure) Row {
	r := Row{Point: p.Index, Factors: p.Factors, Scenario: string(id), Metric: m.String(), Figure: f}
	if id == "" {
		r.Scenario = total
	}
	if level, ok := m.level(); ok {
		r.Metric, r.P = m.Name, Num(float64(level))
	}
	return r
}

// Columns returns the names of the columns of the study's table: point, the
// factors in their order, scenario, metric, p, value, se, low, high.
func (s Study) Columns() []string {
	columns := []string{"point"}
	for _, f := range s.Factors {
		columns = append(columns, f.Name)
	}
	return append(columns, "scenario", "metric", "p", "value", "se", "low", "high")
}

// Cells returns a row as the cells of these columns; what is not known is the
// empty text.
func (s Study) Cells(r Row) []string {
	cells := []string{strconv.FormatInt(r.Point, 10)}
	for _, f := range s.Factors {
		cells = append(cells, cellText(r.Factors[f.Name]))
	}
	return append(cells, r.Scenario, r.Metric, r.P.String(), format(r.Value), r.StdErr.String(), r.Low.String(), r.High.String())
}

// cellText is a JSON value as the text of a cell: a text without its quotes.
func cellText(v Value) string {
	var s string
	if json.Unmarshal(v, &s) == nil {
		return s
	}
	return string(v)
}
