package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strconv"

	"github.com/aimskit/aimskit/internal/csv"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

// write writes everything that is known of a model into the folder.
func (o order) write(ctx context.Context, r montecarlo.Result, compared *montecarlo.Comparison) error {
	table, err := resultTable(o.model, r)
	if err != nil {
		return failure{err}
	}
	curves, err := curveTable(o.model, r)
	if err != nil {
		return failure{err}
	}
	tornado, err := o.tornado(ctx)
	if err != nil {
		return err
	}
	files := []file{
		{"result.json", indented(r)},
		{"result.csv", table},
		{"exceedance.csv", curves},
		{"exceedance.svg", exceedance(o.model, r)},
		{"tornado.svg", tornado},
	}
	if compared != nil {
		table, err := comparisonTable(*compared)
		if err != nil {
			return failure{err}
		}
		files = append(files, file{"compare.json", indented(compared)}, file{"compare.csv", table})
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(o.out, f.name), f.data, 0o644); err != nil {
			return failure{err}
		}
	}
	return nil
}

type file struct {
	name string
	data []byte
}

func indented(v any) []byte {
	var b bytes.Buffer
	_ = printJSON(&b, v) // finite numbers and a buffer
	return b.Bytes()
}

// resultTable is the result as tidy rows.
func resultTable(m montecarlo.Model, r montecarlo.Result) ([]byte, error) {
	metrics := []montecarlo.Metric{{Name: "mean"}, {Name: "sd"}, {Name: "p0"}, {Name: "pPositive"}}
	for _, name := range []string{"var", "tvar"} {
		for _, p := range montecarlo.DefaultLevels() {
			metrics = append(metrics, montecarlo.Metric{Name: name, At: float64(p)})
		}
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b, "scenario", "metric", "p", "value", "se", "low", "high")
	ids := []montecarlo.ScenarioID{""}
	for _, s := range m.Scenarios {
		ids = append(ids, s.ID)
	}
	for _, id := range ids {
		for _, m := range metrics {
			f, ok := r.Figure(id, m)
			if !ok {
				continue
			}
			scenario, p := string(id), ""
			if id == "" {
				scenario = "total"
			}
			if m.At != 0 {
				p = number(m.At)
			}
			w.Row(scenario, m.Name, p, number(f.Value), f.StdErr.String(), f.Low.String(), f.High.String())
		}
	}
	err := w.Flush()
	return b.Bytes(), err
}

// curveTable is the exceedance curves as tidy rows: aep of the sum of a year,
// oep of its largest event.
func curveTable(m montecarlo.Model, r montecarlo.Result) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b, "scenario", "curve", "loss", "exceedance")
	rows := func(scenario string, s montecarlo.Summary) {
		for _, p := range s.AEP {
			w.Row(scenario, "aep", number(p.Loss), number(p.Exceedance))
		}
		for _, p := range s.OEP {
			w.Row(scenario, "oep", number(p.Loss), number(p.Exceedance))
		}
	}
	rows("total", r.Total)
	for _, s := range m.Scenarios {
		rows(string(s.ID), r.Scenarios[s.ID])
	}
	err := w.Flush()
	return b.Bytes(), err
}

func comparisonTable(c montecarlo.Comparison) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b, "variant", "metric", "p", "difference", "se")
	for _, d := range c.Variants {
		row := func(metric, p string, e montecarlo.Estimate) {
			w.Row(d.Name, metric, p, number(e.Value), number(e.StdErr))
		}
		row("mean", "", d.Mean)
		row("p0", "", d.P0)
		for _, p := range montecarlo.DefaultLevels() {
			row("var", number(float64(p)), d.VaR[p])
		}
		for _, p := range montecarlo.DefaultLevels() {
			row("tvar", number(float64(p)), d.TVaR[p])
		}
		if d.Return != nil {
			row("return", "", d.Return.Ratio)
		}
	}
	err := w.Flush()
	return b.Bytes(), err
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
