package impact

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// Suggestion is a risk that an assessment points at, for somebody to take over
// into the register of AI risks, or not (6.1.4 feeds 6.1.2).
type Suggestion struct {
	Risk       risk.Risk    `json:"risk"` // unrated
	Impact     ImpactID     `json:"impact"`
	Domain     Domain       `json:"domain"`
	Occurrence Occurrence   `json:"occurrence"`         // an actual harm is no longer a chance
	Scenario   ScenarioKind `json:"scenario,omitempty"` // what it comes from
	Party      PartyID      `json:"party"`
	Measures   []MeasureID  `json:"measures,omitempty"` // that are meant to lower the harm, whatever their state
}

// SuggestRisks returns a candidate for each harm of an assessment that
// applies, in the order of the ids. A candidate says what the assessment says
// and no more: the register's criteria are others than the scales of impact,
// so it has no rating, and neither owner nor decision. Its id is made from
// those of assessment and impact, so that it can be found again in a register
// that took it over; of the organizational objectives of Annex C it names the
// one that has the name of the domain, where there is one.
func SuggestRisks(a Assessment) []Suggestion {
	var out []Suggestion
	for _, p := range inOrder(a.Impacts, func(p Impact) ImpactID { return p.ID }) {
		if p.Effect == Harm && p.Applies() {
			out = append(out, a.suggest(p))
		}
	}
	return out
}

func (a *Assessment) suggest(p Impact) Suggestion {
	out := Suggestion{
		Risk: risk.Risk{
			ID: aims.IDFrom[risk.RiskID](string(a.ID), string(p.ID)), Title: p.Title, Outcome: p.Title,
			UseCases: slices.Clone(a.Scope.UseCases), Assessments: []aims.Ref{a.Ref()},
		},
		Impact: p.ID, Domain: p.Domain, Occurrence: p.Occurrence, Party: p.Party,
	}
	if a.System != "" {
		out.Risk.Systems = []aims.SystemID{a.System}
	}
	if c, ok := domainObjectives[p.Domain]; ok {
		out.Risk.AnnexC = []aims.AnnexC{c}
	}
	for _, s := range a.Scope.Scenarios {
		if s.ID == p.Scenario {
			out.Scenario, out.Risk.Cause = s.Kind, s.What
		}
	}
	for _, q := range a.Parties {
		if q.ID == p.Party && q.Party != "" {
			out.Risk.Parties = []aims.PartyID{q.Party}
		}
	}
	for _, m := range inOrder(a.Measures, func(m Measure) MeasureID { return m.ID }) {
		if slices.ContainsFunc(m.Credits, func(c Credit) bool { return c.Impact == p.ID }) {
			out.Measures = append(out.Measures, m.ID)
		}
	}
	return out
}

// domainObjectives are the objectives of C.2 that have the name of a domain.
var domainObjectives = map[Domain]aims.AnnexC{
	Accountability: "C.2.1",
	Environment:    "C.2.4",
	Fairness:       "C.2.5",
	Privacy:        "C.2.7",
	Safety:         "C.2.9",
	Security:       "C.2.10",
	Transparency:   "C.2.11",
}
