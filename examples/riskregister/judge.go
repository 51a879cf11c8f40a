package main

import (
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// result is what the library says about a register.
type result struct {
	At           aims.Date               `json:"at"`
	State        risk.State              `json:"state"` // of ranking, heat map and groups
	Criteria     *risk.Criteria          `json:"criteria,omitempty"`
	Doubts       []aims.Observation      `json:"doubts,omitempty"` // about the criteria
	Ranking      []ranked                `json:"ranking"`
	HeatMap      risk.HeatMap            `json:"heatMap"`
	Total        risk.Group              `json:"total"`
	Groups       map[string][]risk.Group `json:"groups"` // by system, source, objective, annexC and owner
	Observations []aims.Observation      `json:"observations"`
	WhatIf       *risk.Comparison        `json:"whatIf,omitempty"`
	Attributions []risk.Attribution      `json:"attributions,omitempty"`
}

// ranked is a risk in its place, with where it stands.
type ranked struct {
	risk.Ranked
	Title    string        `json:"title"`
	Position risk.Position `json:"position"`
}

func judge(in input) (result, error) {
	a, err := in.register.Assess(in.at, in.knowledge())
	if err != nil {
		return result{}, err
	}
	r := result{
		At: in.at, State: in.state, HeatMap: a.HeatMap(in.state), Total: a.Total(in.state), Groups: make(map[string][]risk.Group),
		Observations: risk.Check(a, risk.Rules()), Ranking: []ranked{},
	}
	if k, ok := a.Criteria(); ok {
		r.Criteria, r.Doubts = &k, k.Doubts()
	}
	for _, place := range a.Rank(in.state) {
		entry, _ := in.register.Risk(place.Risk)
		position, _ := a.Position(place.Risk)
		r.Ranking = append(r.Ranking, ranked{place, entry.Title, position})
	}
	for name, by := range map[string]func(risk.Risk) []string{
		"system": risk.BySystem, "source": risk.BySource, "objective": risk.ByObjective, "annexC": risk.ByAnnexC, "owner": risk.ByOwner,
	} {
		r.Groups[name] = a.RollUp(in.state, by)
	}
	if in.whatIf == nil {
		return r, nil
	}
	c, err := a.WhatIf(in.whatIf.State, in.whatIf.Changes)
	if err != nil {
		return result{}, fileError{file: in.whatIfFile, err: err}
	}
	r.WhatIf = &c
	for i, m := range in.whatIf.Measures {
		shares, err := a.Attribute(in.whatIf.State, in.whatIf.Changes, m, risk.Sampling{})
		if err != nil {
			return result{}, fileError{file: in.whatIfFile, err: inMeasure(err, i)}
		}
		r.Attributions = append(r.Attributions, shares)
	}
	return r, nil
}

// inMeasure points problems with a measure to its place in the file.
func inMeasure(err error, i int) error {
	var problems []aims.Problem
	for _, p := range aims.Problems(err) {
		if rest, ok := strings.CutPrefix(p.Path, "/measure"); ok {
			p.Path = "/" + aims.Field("measures", i) + rest
		}
		problems = append(problems, p)
	}
	if problems == nil {
		return err
	}
	return &aims.InvalidError{Problems: problems}
}
