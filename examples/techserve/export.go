package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/report"
)

// month is the JSON form of one assessed snapshot. Numbers are decimals from
// 0 to 1 with four places.
type month struct {
	Month    int                     `json:"month,omitzero"` // absent for one's own snapshot
	Score    string                  `json:"score"`
	Upper    string                  `json:"upper"`
	Coverage string                  `json:"coverage"`
	Known    *string                 `json:"known"` // null while nothing is known
	Band     string                  `json:"band"`
	Gates    map[string]gate         `json:"gates"`
	Gaps     []gap                   `json:"gaps"`
	Unknown  []string                `json:"unknown"`
	Leaves   map[string]aims.Verdict `json:"leaves"` // what counts, for every requirement
	// Systems says of every AI system in operation whether its impact
	// assessment lets it stay there.
	Systems  map[aims.SystemID]string `json:"systems"`
	Decision answer                   `json:"decision"`
}

// answer is what may be decided about the certificate, and what stands
// against it.
type answer struct {
	Outcome string      `json:"outcome"` // none, not-yet or grant
	Reasons []aims.Code `json:"reasons"`
}

// gate says whether a gate of the way to certification is open, and which
// conditions keep it shut.
type gate struct {
	Open    bool        `json:"open"`
	Reasons []aims.Code `json:"reasons"`
}

type gap struct {
	Requirement string       `json:"requirement"` // or control
	Verdict     aims.Verdict `json:"verdict"`
	Priority    string       `json:"priority"`
}

func monthOf(r result) month {
	t := r.report.Total
	m := month{
		Month: r.month, Score: t.Score().StringFixed(4), Upper: t.Upper().StringFixed(4), Coverage: t.Coverage().StringFixed(4),
		Band: r.report.Band.String(), Gates: make(map[string]gate), Leaves: make(map[string]aims.Verdict),
		Gaps: []gap{}, Unknown: []string{}, Systems: make(map[aims.SystemID]string),
		Decision: answer{r.decision.outcome, r.decision.reasons()},
	}
	for _, g := range r.gates {
		m.Systems[g.System] = g.Verdict.String()
	}
	if known, ok := t.Known().Value(); ok {
		s := known.StringFixed(4)
		m.Known = &s
	}
	for g := certification.StageOne; g <= certification.Deciding; g++ {
		m.Gates[g.String()] = gate{certification.Open(r.report.Conditions, g) == aims.Yes, shut(r.report.Conditions, g)}
	}
	for _, g := range r.report.Gaps {
		m.Gaps = append(m.Gaps, gap{number(g.Key), g.Verdict, g.Priority.String()})
	}
	for _, k := range r.report.Unknown {
		m.Unknown = append(m.Unknown, number(k))
	}
	for _, i := range r.report.Items {
		if c, ok := i.Key.Clause(); ok {
			m.Leaves[string(c)] = i.Verdict
		}
	}
	return m
}

// shut returns the conditions of one gate that are not met, or not known to be.
func shut(conditions []certification.Condition, g certification.Gate) []aims.Code {
	reasons := []aims.Code{}
	for _, c := range conditions {
		if c.Gate == g && c.Met != aims.Yes {
			reasons = append(reasons, c.Code)
		}
	}
	return reasons
}

func printJSON(w io.Writer, results []result) error {
	months := make([]month, len(results))
	for i, r := range results {
		months[i] = monthOf(r)
	}
	return encode(w, months)
}

func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// keep writes every snapshot as it was read, its whole report beside it, and
// the report as a page for readers; of months 2 and 10, and of one's own
// snapshot, all other documents too. Of several snapshots it also writes how
// readiness came about, and the templates with nothing filled in.
func keep(dir string, results []result) error {
	files, err := filesOf(results)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.name), f.data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

type file struct {
	name string
	data []byte
}

func filesOf(results []result) ([]file, error) {
	var files []file
	var pages []page
	var trend []readiness.Report
	for i, r := range results {
		var whole bytes.Buffer
		if err := encode(&whole, r.report); err != nil {
			return nil, err
		}
		files = append(files, file{r.name + ".json", r.data}, file{r.name + "-report.json", whole.Bytes()})
		trend = append(trend, r.report)
		first, err := overview(r)
		if err != nil {
			return nil, err
		}
		pages = append(pages, first)
		if r.month != 0 && r.month != planned && r.month != final {
			continue
		}
		var before *result
		if i > 0 {
			before = &results[i-1]
		}
		more, err := dossier(r, before)
		if err != nil {
			return nil, err
		}
		pages = append(pages, more...)
	}
	if len(trend) > 1 {
		over := report.Trend(trend, words())
		pages = append(pages, page{"trend", over})
		pages = append(pages, blankForms()...)
		for _, f := range over.Figures() {
			files = append(files, file{f.Name + ".svg", f.SVG()})
		}
	}
	for _, p := range pages {
		files = append(files, file{p.name + ".html", p.HTML()})
	}
	return files, nil
}
