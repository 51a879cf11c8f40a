package risk

import (
	"fmt"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// At is the day for which [Sound] is sound.
const At = "2026-06-30"

func day(s string) aims.Date { return aims.MustDate(s) }

// The levels of [Criteria].
const (
	Low risk.Level = iota + 1
	Moderate
	High
	Severe
)

// Criteria returns risk criteria with five likelihoods, five consequences on
// each of three dimensions, and four risk levels.
func Criteria() risk.Criteria {
	scale := func(title string, labels ...string) risk.Scale {
		s := risk.Scale{Title: title}
		for _, l := range labels {
			s.Steps = append(s.Steps, risk.Step{Label: l})
		}
		return s
	}
	consequence := func(title string) risk.Scale {
		return scale(title, "negligible", "minor", "serious", "grave", "disastrous")
	}
	return risk.Criteria{
		ID: "criteria-1", Recorded: day("2026-01-05"), Title: "Risk criteria", Version: "1.0",
		Likelihood: scale("Likelihood", "rare", "unlikely", "possible", "likely", "almost certain"),
		Consequences: []risk.Dimension{
			{ID: "money", Affected: risk.Organization, Scale: consequence("Financial loss")},
			{ID: "rights", Affected: risk.Individuals, Scale: consequence("Harm to persons")},
			{ID: "trust", Affected: risk.Societies, Scale: consequence("Harm to society")},
		},
		Matrix: risk.Matrix{Grid: [][]risk.Level{
			{1, 1, 1, 2, 2},
			{1, 1, 2, 2, 3},
			{1, 2, 2, 3, 3},
			{2, 2, 3, 3, 4},
			{2, 3, 3, 4, 4},
		}},
		Levels: []risk.Band{
			{Label: "low", Action: "watch", Color: "#2e7d32"},
			{Label: "moderate", Action: "treat or accept", Color: "#f9a825"},
			{Label: "high", Action: "treat", Color: "#ef6c00"},
			{Label: "severe", Action: "treat at once, or stop", Color: "#c62828"},
		},
		Appetite: Low, Tolerance: High,
		Accepters: []risk.Accepter{
			{UpTo: Moderate, Persons: []aims.PersonID{"p-risk"}},
			{UpTo: Severe, Persons: []aims.PersonID{"p-ceo"}, Roles: []aims.RoleID{"role-board"}},
		},
		ReviewBy: day("2027-01-05"),
	}
}

// Rating returns a rating with the same consequence on each dimension but the
// last, for which a reason stands. [Bind] adds the digest of the criteria.
func Rating(on string, likelihood, consequence risk.Level) *risk.Rating {
	return &risk.Rating{
		Likelihood: likelihood, On: day(on), By: "p-risk", Rationale: "workshop with those who run the system",
		Consequences: []risk.Consequence{
			{Dimension: "money", Level: consequence},
			{Dimension: "rights", Level: consequence},
			{Dimension: "trust", WhyNot: "too few people meet the system to matter to society"},
		},
	}
}

// Evidence is evidence by its id.
type Evidence map[aims.EvidenceID]aims.Evidence

// Lookup finds an item.
func (e Evidence) Lookup(id aims.EvidenceID) (aims.Evidence, bool) {
	found, ok := e[id]
	return found, ok
}

// Sound returns a register of n risks on which no rule observes anything, and
// its evidence. Of four risks, one is being treated, one lies within the
// appetite, one has been treated, and one is retained by acceptance.
func Sound(n int) (risk.Records, Evidence) {
	r := risk.Records{
		Format: aims.Format, Criteria: []risk.Criteria{Criteria()},
		Plans: []risk.TreatmentPlan{{
			ID: "plan-1", Recorded: day("2026-02-20"), Title: "Treatment plan", Version: "1.0",
			Designated: []aims.PersonID{"p-ceo"}, GuidanceConsidered: aims.Yes, ServesObjectives: aims.Yes,
			Approvals: []aims.Approval{{By: "p-ceo", On: day("2026-03-01")}},
		}},
		Opportunities: []risk.Opportunity{{
			ID: "chance-1", Recorded: day("2026-02-01"), Title: "Answers within the hour", Decision: "pursue", Owner: "p-risk",
		}},
	}
	s := sound{records: &r, evidence: Evidence{}}
	for i := range n {
		s.add(i)
	}
	for _, t := range r.Treatments {
		r.Plans[0].Treatments = append(r.Plans[0].Treatments, risk.Planned{Treatment: t.ID})
	}
	Bind(&r)
	return r, s.evidence
}

type sound struct {
	records  *risk.Records
	evidence Evidence
}

func (s sound) add(i int) {
	id := fmt.Sprintf("%d", i+1)
	r := risk.Risk{
		ID: risk.RiskID("risk-" + id), Recorded: day("2026-02-01"), Title: "Risk " + id,
		Cause: "cause of " + id, Event: "event of " + id, Outcome: "outcome of " + id,
		Sources:  []risk.SourceID{[]risk.SourceID{"C.3.4", "C.3.1", "data"}[i%3]},
		Systems:  []aims.SystemID{aims.SystemID(fmt.Sprintf("system-%d", i%5+1))},
		Owner:    aims.PersonID(fmt.Sprintf("p-owner-%d", i%7+1)),
		ReviewBy: day("2026-12-01"), Reviews: []aims.Review{{On: day("2026-05-10"), By: "p-risk", Outcome: "unchanged"}},
	}
	switch i % 4 {
	case 0: // being treated: one treatment is in place, another to come
		r.Decision, r.Priority = risk.ChangeLikelihood, 1
		r.Inherent, r.Current = Rating("2026-02-10", 4, 4), Rating("2026-05-10", 3, 4)
		r.Residual, r.Target = Rating("2026-02-25", 1, 3), Rating("2026-02-10", 1, 4)
		r.Controls = []aims.Key{aims.ControlKey("A.6.2.6")}
		done := s.done(id+"-a", r.ID, risk.Effect{Likelihood: 1}, "A.6.2.6")
		s.treat(done, s.pending(id+"-b", r.ID, risk.Effect{
			Risk: r.ID, Likelihood: 2,
			Consequences: []risk.Lowered{{Dimension: "money", By: 1}, {Dimension: "rights", By: 1}},
		}, "A.9.2"))
	case 1: // within the appetite
		r.Inherent, r.Current = Rating("2026-02-10", 1, 2), Rating("2026-05-10", 1, 2)
		r.Decision = risk.Retain
	case 2: // treated, and what remains accepted
		r.Decision, r.Priority = risk.RemoveSource, 2
		r.Inherent, r.Current, r.Residual = Rating("2026-02-10", 5, 5), Rating("2026-05-10", 2, 4), Rating("2026-02-25", 2, 4)
		t := s.done(id+"-a", r.ID, risk.Effect{
			Likelihood: 3, Consequences: []risk.Lowered{{Dimension: "money", By: 1}, {Dimension: "rights", By: 1}},
		}, "A.7.4")
		t.Option = risk.RemoveSource
		s.treat(t)
		s.accept(id, r.ID, "p-risk", "what remains costs less than any further measure")
	case 3: // retained above the appetite
		r.Decision = risk.Retain
		r.Inherent, r.Current = Rating("2026-02-10", 4, 3), Rating("2026-05-10", 4, 3)
		s.accept(id, r.ID, "p-ceo", "the service depends on it, and every measure would end it")
	}
	s.records.Risks = append(s.records.Risks, r)
}

func (s sound) treat(treatments ...risk.Treatment) {
	s.records.Treatments = append(s.records.Treatments, treatments...)
}

func (s sound) accept(id string, r risk.RiskID, by aims.PersonID, why string) {
	s.records.Acceptances = append(s.records.Acceptances, risk.Acceptance{
		ID: risk.AcceptanceID("acceptance-" + id), Recorded: day("2026-05-20"), Risk: r, By: by, On: day("2026-05-20"),
		Until: day("2027-05-19"), Why: why,
	})
}

// pending returns a treatment that is still to be done.
func (s sound) pending(id string, r risk.RiskID, e risk.Effect, control aims.ControlID) risk.Treatment {
	return risk.Treatment{
		ID: risk.TreatmentID("treatment-" + id), Recorded: day("2026-02-15"), Title: "Treatment " + id, Option: risk.ChangeLikelihood,
		Risks: []risk.RiskID{r}, Controls: []aims.Key{aims.ControlKey(control)}, HowEvaluated: "sample of cases",
		Owner: "p-risk", Due: day("2026-09-30"), Effects: []risk.Effect{e},
	}
}

// done returns a treatment that is in place, proven and verified.
func (s sound) done(id string, r risk.RiskID, e risk.Effect, control aims.ControlID) risk.Treatment {
	t := s.pending(id, r, e, control)
	t.Due, t.Implemented = day("2026-04-30"), day("2026-04-15")
	t.Effectiveness = []aims.Evaluation{{On: day("2026-05-05"), By: "p-quality", Met: aims.Yes, Result: "no case in the sample"}}
	item := aims.Evidence{
		ID: aims.EvidenceID("e-" + id), Title: "Records of treatment " + id, Form: aims.FormRecord, Location: "records/" + id,
		Owner: "p-risk", Collected: day("2026-05-01"), Expires: day("2027-04-30"),
		Judgments: []aims.Judgment{{For: aims.ControlKey(control), On: day("2026-05-06"), By: "p-quality", Accepted: aims.Yes}},
	}
	s.evidence[item.ID] = item
	t.Evidence = []aims.EvidenceID{item.ID}
	return t
}
