package main

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/csv"
	"github.com/aimskit/aimskit/internal/svg"
	"github.com/aimskit/aimskit/risk"
)

func printJSON(w io.Writer, r result) error { return encode(w, r) }

func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// library is the starter library as a document to copy from.
type library struct {
	Edition     string           `json:"edition"`
	Attribution aims.Attribution `json:"attribution"`
	Sources     []risk.Source    `json:"sources"`
	Objectives  []risk.Objective `json:"objectives"`
	Risks       []risk.Entry     `json:"risks"`
}

func starter() library {
	l := risk.Starter()
	return library{l.Edition(), l.Attribution(), slices.Collect(l.Sources()), slices.Collect(l.Objectives()), slices.Collect(l.All())}
}

// keep writes the pictures and tables to a folder.
func keep(dir string, r result) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, picture := range map[string]*svg.Picture{"heatmap.svg": r.heatMapPicture(), "ranking.svg": r.rankingPicture()} {
		if err := os.WriteFile(filepath.Join(dir, name), picture.Bytes(), 0o644); err != nil {
			return err
		}
	}
	for name, write := range map[string]func(io.Writer) error{
		"heatmap.csv": r.heatMapTable, "ranking.csv": r.rankingTable, "observations.csv": r.observationTable,
	} {
		var b strings.Builder
		if err := write(&b); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(b.String()), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// heatMapTable has a row for each cell.
func (r result) heatMapTable(w io.Writer) error {
	t := csv.NewWriter(w, "likelihood", "likelihood_label", "consequence", "level", "level_label", "risks")
	if r.Criteria != nil {
		for l, row := range r.HeatMap.Counts {
			for c, n := range row {
				likelihood, consequence := risk.Level(l+1), risk.Level(c+1)
				level := r.Criteria.Matrix.At(likelihood, consequence)
				t.Row(strconv.Itoa(l+1), r.Criteria.Likelihood.Label(likelihood), strconv.Itoa(c+1), number(level), r.Criteria.Label(level), strconv.Itoa(n))
			}
		}
	}
	return t.Flush()
}

// rankingTable has a row for each risk; what is not known is empty.
func (r result) rankingTable(w io.Writer) error {
	t := csv.NewWriter(w, "rank", "ties", "risk", "title", "inherent", "current", "residual", "target", "zone", "acceptance", "accepted")
	for _, v := range r.Ranking {
		p := v.Position
		accepted := ""
		if p.Acceptance != "" {
			accepted = p.Accepted.String()
		}
		t.Row(
			number(v.Rank), strconv.Itoa(v.Ties), string(v.Risk), v.Title, number(p.Inherent.Level), number(p.Current.Level),
			number(p.Residual.Level), number(p.Target.Level), p.Zone.String(), string(p.Acceptance), accepted,
		)
	}
	return t.Flush()
}

// observationTable has a row for each observation.
func (r result) observationTable(w io.Writer) error {
	t := csv.NewWriter(w, "verdict", "rule", "requirement", "records", "sentence")
	for _, o := range r.Observations {
		var refs []string
		for _, ref := range o.Refs {
			refs = append(refs, ref.String())
		}
		t.Row(o.Verdict.String(), string(o.Code), o.Key.String(), strings.Join(refs, " "), o.Sentence())
	}
	return t.Flush()
}

// number writes a level or rank; zero means that there is none.
func number[T risk.Level | int](n T) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(int(n))
}
