package impact

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// The codes of observations on what was looked at.
const (
	// ScenarioMissing: no scenario of a kind is given, and no omission says why.
	ScenarioMissing aims.Code = "impact/scenario-missing"
	// ScenarioUnexamined: a misuse or failure is given, and no impact that comes from it.
	ScenarioUnexamined aims.Code = "impact/scenario-unexamined"
	// ScenarioUnnamed: an impact does not say what it comes from.
	ScenarioUnnamed aims.Code = "impact/scenario-unnamed"
	// ContextMissing: nothing is said about a side of the surroundings.
	ContextMissing aims.Code = "impact/context-missing"
	// DomainUnseen: a domain of individuals has neither an impact nor an omission.
	DomainUnseen aims.Code = "impact/domain-unseen"
	// SocietalDomainUnseen: a domain of societies has neither an impact nor an omission.
	SocietalDomainUnseen aims.Code = "impact/societal-domain-unseen"
)

func scopeRules() []rule[*Evaluation] {
	return []rule[*Evaluation]{
		{
			code: ScenarioMissing, key: aims.PointKey(pointUse), title: "intended use, misuse and failure are described",
			doc:   "Looks for a scenario of each kind, or an omission that says why there is none. Minor gap for each kind without.",
			reads: reads(), check: scenarioMissing,
		},
		{
			code: ScenarioUnexamined, key: aims.PointKey(pointUse), title: "what comes of each misuse and failure is examined",
			doc:   "Looks for misuse and failure from which no impact comes, not even one that does not apply. Minor gap for each.",
			reads: reads(), check: scenarioUnexamined,
		},
		{
			code: ScenarioUnnamed, key: aims.PointKey(pointUse), title: "each impact comes from a use, a misuse or a failure",
			doc:   "Looks for impacts without a scenario. Minor gap for each.",
			reads: reads(),
			check: eachImpact(func(e *Evaluation, p Impact, _ Rated, out *output) {
				if p.Scenario == "" {
					out.on(e, aims.MinorGap, "impact", string(p.ID))
				}
			}),
		},
		{
			code: ContextMissing, key: aims.PointKey(pointContext), title: "surroundings and jurisdictions are described",
			doc:   "Looks at what is said about the technical and the social surroundings and the jurisdictions. Minor gap for each of which nothing is.",
			reads: reads(), check: contextMissing,
		},
		{
			code: DomainUnseen, key: aims.ControlKey(controlIndividuals), title: "each domain of individuals is looked at",
			doc:   "Looks at the domains of the method. Minor gap for each without an impact that applies, and without an omission that says why.",
			reads: reads(KindMethod), check: unseen(false),
		},
		{
			code: SocietalDomainUnseen, key: aims.ControlKey(controlSocieties), title: "each domain of societies is looked at",
			doc:   "Looks at the domains of the method. Minor gap for each without an impact that applies, and without an omission that says why.",
			reads: reads(KindMethod), check: unseen(true),
		},
	}
}

func scenarioMissing(e *Evaluation, out *output) {
	s := &e.assessment.Scope
	for _, kind := range scenarioKinds {
		if !slices.ContainsFunc(s.Scenarios, func(n Scenario) bool { return n.Kind == kind }) &&
			!slices.ContainsFunc(s.Omissions, func(o Omission) bool { return o.Scenario == kind }) {
			out.on(e, aims.MinorGap, "kind", string(kind))
		}
	}
}

func scenarioUnexamined(e *Evaluation, out *output) {
	for _, n := range inOrder(e.assessment.Scope.Scenarios, func(n Scenario) ScenarioID { return n.ID }) {
		examined := func(p Impact) bool { return p.Scenario == n.ID }
		if n.Kind != IntendedUse && !slices.ContainsFunc(e.assessment.Impacts, examined) {
			out.on(e, aims.MinorGap, "scenario", string(n.ID))
		}
	}
}

func contextMissing(e *Evaluation, out *output) {
	s := &e.assessment.Scope
	for _, side := range []struct {
		name string
		said bool
	}{
		{"technical surroundings", s.Technical.Text != ""},
		{"social surroundings", s.Societal.Text != ""},
		{"jurisdictions", len(s.Jurisdictions) > 0},
	} {
		if !side.said {
			out.on(e, aims.MinorGap, "side", side.name)
		}
	}
}

func unseen(societal bool) func(*Evaluation, *output) {
	return func(e *Evaluation, out *output) {
		for _, d := range e.Unseen {
			if d.Societal() == societal {
				out.on(e, aims.MinorGap, "domain", string(d))
			}
		}
	}
}

// eachImpact makes a check that looks at one impact after the other that
// applies, by id.
func eachImpact(look func(e *Evaluation, p Impact, r Rated, out *output)) func(*Evaluation, *output) {
	return func(e *Evaluation, out *output) {
		parts := make(map[ImpactID]Impact, len(e.assessment.Impacts))
		for _, p := range e.assessment.Impacts {
			parts[p.ID] = p
		}
		for _, r := range e.Impacts {
			look(e, parts[r.Impact], r, out)
		}
	}
}
