package impact_test

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// scenario is an assessment that is well formed and seldom complete, with its
// method and evidence.
type scenario = base

func level(t *rapid.T, from, to risk.Level, label string) risk.Level {
	return risk.Level(rapid.IntRange(int(from), int(to)).Draw(t, label))
}

func seldom(t *rapid.T, label string) bool { return rapid.IntRange(0, 5).Draw(t, label) == 0 }

func randomScale(t *rapid.T, title string) risk.Scale {
	s := risk.Scale{Title: title}
	for i := range rapid.IntRange(2, 5).Draw(t, title) {
		s.Steps = append(s.Steps, risk.Step{Label: fmt.Sprintf("step %d", i+1)})
	}
	return s
}

// randomTable draws a table that falls nowhere.
func randomTable(t *rapid.T, rows, columns int, top risk.Level) impact.Table {
	out := make(impact.Table, rows)
	for i := range out {
		out[i] = make([]risk.Level, columns)
		for j := range out[i] {
			least := risk.Level(1)
			if i > 0 {
				least = max(least, out[i-1][j])
			}
			if j > 0 {
				least = max(least, out[i][j-1])
			}
			out[i][j] = level(t, least, min(top, least+1), "cell")
		}
	}
	return out
}

// randomRights draws a table in which a more severe harm is never lower.
func randomRights(t *rapid.T, rows, columns int, top risk.Level) impact.Table {
	out := make(impact.Table, rows)
	for i := range out {
		out[i] = make([]risk.Level, columns)
	}
	least := risk.Level(1)
	for j := range columns {
		for i := range rows {
			least = level(t, least, min(top, least+1), "right")
			out[i][j] = least
		}
	}
	return out
}

func randomMethod(t *rapid.T) impact.Method {
	m := impact.Default()
	m.ID, m.Scale, m.Scope = "random", randomScale(t, "scale"), randomScale(t, "scope")
	m.Irremediability, m.Likelihood, m.Severity = randomScale(t, "irremediability"), randomScale(t, "likelihood"), randomScale(t, "severity")
	m.Levels = m.Levels[:rapid.IntRange(2, 4).Draw(t, "levels")]
	top, rows, columns := m.Top(), len(m.Likelihood.Steps), len(m.Severity.Steps)
	m.Extent = randomTable(t, len(m.Scale.Steps), len(m.Scope.Steps), m.Severity.Top())
	m.Harm = randomTable(t, columns, len(m.Irremediability.Steps), m.Severity.Top())
	m.Rights = randomRights(t, rows, columns, top)
	m.Impact = randomTable(t, rows, columns, top)
	for i := range m.Impact {
		for j := range m.Impact[i] {
			m.Impact[i][j] = min(m.Impact[i][j], m.Rights[i][j])
		}
	}
	m.Sensitive = level(t, 1, top, "sensitive")
	m.Restricted, m.Prohibited = level(t, m.Sensitive, top, "restricted"), 0
	if seldom(t, "prohibits") {
		m.Prohibited = level(t, m.Restricted, top, "prohibited")
	}
	m.Concentrated = impact.Concentration{Scale: level(t, 1, m.Scale.Top(), "grave"), Scope: level(t, 1, m.Scope.Top(), "few")}
	m.Domains = []impact.Domain{impact.Privacy, impact.HumanRights, impact.Economy}
	return m
}

func randomRating(t *rapid.T, m impact.Method, p impact.Impact) impact.Rating {
	one := func(s risk.Scale) risk.Level {
		if seldom(t, "not assessed") {
			return 0
		}
		return level(t, 1, s.Top(), s.Title)
	}
	r := impact.Rating{Scale: one(m.Scale), Scope: one(m.Scope)}
	if p.Effect == impact.Harm {
		r.Irremediability = one(m.Irremediability)
	}
	if p.Occurrence == impact.Potential {
		r.Likelihood = one(m.Likelihood)
	}
	return r
}

func randomImpact(t *rapid.T, m impact.Method, id string) impact.Impact {
	p := impact.Impact{
		ID: impact.ImpactID(id), Title: "x",
		Party:      rapid.SampledFrom([]impact.PartyID{"a", "b"}).Draw(t, "party"),
		Domain:     rapid.SampledFrom(m.Domains).Draw(t, "domain"),
		Rights:     rapid.SampledFrom([]aims.Answer{aims.Unknown, aims.Yes, aims.No}).Draw(t, "rights"),
		Effect:     rapid.SampledFrom([]impact.Effect{impact.Harm, impact.Harm, impact.Benefit}).Draw(t, "effect"),
		Occurrence: rapid.SampledFrom([]impact.Occurrence{impact.Potential, impact.Actual}).Draw(t, "occurrence"),
		Confidence: impact.Confidence(rapid.IntRange(0, 3).Draw(t, "confidence")),
	}
	p.Inherent = randomRating(t, m, p)
	switch {
	case seldom(t, "does not apply"):
		p.NotApplies = "looked at"
	case p.Effect == impact.Harm && seldom(t, "residual"):
		r := randomRating(t, m, p)
		p.Residual = &r
	}
	return p
}

func randomMeasure(t *rapid.T, s *scenario, id string) impact.Measure {
	q := impact.Measure{ID: impact.MeasureID(id), Title: "x"}
	for _, p := range s.Assessment.Impacts {
		if p.Effect == impact.Harm && rapid.Bool().Draw(t, "credit") {
			by := func(label string) int { return rapid.IntRange(0, 3).Draw(t, label) }
			q.Credits = append(q.Credits, impact.Credit{
				Impact: p.ID, Scale: by("scale"), Scope: by("scope"), Irremediability: by("irremediability"), Likelihood: by("likelihood"),
			})
		}
	}
	if !seldom(t, "planned") {
		q.Implemented = s.At.AddDays(rapid.IntRange(-20, 2).Draw(t, "implemented"))
	}
	if q.Implemented != 0 && seldom(t, "ends") {
		q.Ended = q.Implemented.AddDays(rapid.IntRange(0, 20).Draw(t, "days"))
	}
	if !seldom(t, "unproven") {
		q.Evidence = []aims.EvidenceID{rapid.SampledFrom([]aims.EvidenceID{"accepted", "accepted", "rejected", "unknown"}).Draw(t, "evidence")}
	}
	return q
}

// randomScenario draws a scenario with up to five impacts and three measures.
func randomScenario() *rapid.Generator[scenario] {
	return rapid.Custom(func(t *rapid.T) scenario {
		at := day(today)
		s := scenario{At: at, Method: randomMethod(t), Screening: impact.Screening{ID: "scr", System: "s-1", On: at, By: "p-1"}}
		digest, err := s.Method.Digest()
		if err != nil {
			t.Fatal(err)
		}
		s.Assessment = impact.Assessment{
			ID: "ia", Title: "x", System: "s-1", Method: digest,
			Parties: []impact.Party{
				{ID: "a", Title: "A", Kind: impact.Individuals, Needs: []impact.Need{impact.Children}},
				{ID: "b", Title: "B", Kind: impact.Society, WhyNot: "x"},
			},
			Scope: impact.Scope{Omissions: []impact.Omission{{Domain: impact.Privacy, Why: "x"}}},
		}
		for i := range rapid.IntRange(0, 5).Draw(t, "impacts") {
			s.Assessment.Impacts = append(s.Assessment.Impacts, randomImpact(t, s.Method, fmt.Sprintf("i-%d", i)))
		}
		for i := range rapid.IntRange(0, 3).Draw(t, "measures") {
			s.Assessment.Measures = append(s.Assessment.Measures, randomMeasure(t, &s, fmt.Sprintf("m-%d", i)))
		}
		for _, u := range s.Method.Uses {
			if !seldom(t, "not asked") {
				answer := rapid.SampledFrom([]aims.Answer{aims.No, aims.No, aims.NotApplicable, aims.Yes, aims.Unknown}).Draw(t, "applies")
				s.Assessment.Scope.Uses = append(s.Assessment.Scope.Uses, impact.UseAnswer{Use: u.ID, Applies: answer})
			}
		}
		judged := func(id aims.EvidenceID, accepted aims.Answer) aims.Evidence {
			return aims.Evidence{
				ID: id, Title: "x", Form: aims.FormRecord, Location: "x", Owner: "p-1", Collected: at.AddDays(-30),
				Judgments: []aims.Judgment{{For: aims.ClauseKey("8.4"), On: at.AddDays(-29), By: "p-2", Accepted: accepted}},
			}
		}
		s.Evidence = []aims.Evidence{judged("accepted", aims.Yes), judged("rejected", aims.No)}
		return s
	})
}

// judged evaluates a scenario without what is said about its bytes.
func judged(t *rapid.T, s scenario) *impact.Evaluation {
	t.Helper()
	e, err := impact.Evaluate(s.Assessment, s.Method, s.At, s.facts())
	if err != nil {
		t.Fatal(err)
	}
	e.Provenance.Input = ""
	return e
}

// copied is a scenario whose lists can be changed.
func (b base) copied() base {
	a := &b.Assessment
	a.Impacts, a.Measures, a.Parties = slices.Clone(a.Impacts), slices.Clone(a.Measures), slices.Clone(a.Parties)
	a.Scope.Uses, a.Scope.Omissions = slices.Clone(a.Scope.Uses), slices.Clone(a.Scope.Omissions)
	return b
}
