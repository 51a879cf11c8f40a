package lender

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// At is the day on which the register is looked at.
const At = "2026-09-30"

// Facts are the records beside the register that its judgement needs.
type Facts struct {
	Format   string          `json:"format"`
	Evidence []aims.Evidence `json:"evidence,omitempty"`
	Excluded []aims.Key      `json:"excluded,omitempty"` // controls that the Statement of Applicability excludes
}

// Story is everything that the files of the example hold.
type Story struct {
	Criteria risk.Records // the criteria alone
	Register risk.Records // everything else
	Facts    Facts
}

// Tell builds the register: what the workshop wrote down, what follows from
// it, and then the faults.
func Tell() (Story, error) {
	k := criteria()
	digest, err := k.Digest()
	if err != nil {
		return Story{}, err
	}
	t := teller{criteria: k, digest: digest}
	t.facts.Format = aims.Format
	for _, m := range measures() {
		made, item := m.treatment()
		t.records.Treatments = append(t.records.Treatments, made)
		if item != nil {
			t.facts.Evidence = append(t.facts.Evidence, *item)
		}
	}
	for _, e := range entries() {
		t.records.Risks = append(t.records.Risks, t.risk(e))
	}
	t.records.Opportunities = opportunities()
	t.before()
	if err := t.plan(); err != nil {
		return Story{}, err
	}
	if err := t.accept(); err != nil {
		return Story{}, err
	}
	t.after()
	t.records.Format = aims.Format
	return Story{Criteria: risk.Records{Format: aims.Format, Criteria: []risk.Criteria{k}}, Register: t.records, Facts: t.facts}, nil
}

type teller struct {
	criteria risk.Criteria
	digest   aims.Digest
	records  risk.Records
	facts    Facts
}

// risk makes the record of an entry. Current and residual ratings are what the
// measures justify.
func (t *teller) risk(e entry) risk.Risk {
	r := risk.Risk{
		ID: e.id, Recorded: day("2026-02-16"), Title: e.title, Cause: e.cause, Event: e.event, Outcome: e.outcome,
		Sources: e.sources, AnnexC: e.annexC, Systems: e.systems, Stages: e.stages, Owner: e.owner, Decision: e.decision,
		ReviewBy: day("2027-03-31"), Reviews: []aims.Review{{On: day("2026-09-10"), By: headOfRisk, Outcome: "rated again"}},
	}
	now, then := e.inherent, e.inherent
	planned := false
	for _, m := range measures() {
		for _, f := range m.effects {
			if f.risk != e.id {
				continue
			}
			planned = true
			then = lower(then, f.lowers)
			if m.since != "" {
				now = lower(now, f.lowers)
			}
		}
	}
	r.Inherent = t.rating("2026-03-10", e.inherent, "workshop with those who build and run the system")
	r.Current = t.rating("2026-09-10", now, "half-yearly review")
	if planned {
		r.Residual = t.rating("2026-03-20", then, "expected of the plan")
	}
	if levels, ok := targets()[e.id]; ok {
		r.Target = t.rating("2026-03-20", levels, "decided with the plan")
	}
	return r
}

// targets are the levels that the board decided on for the worst.
func targets() map[risk.RiskID][4]risk.Level {
	return map[risk.RiskID][4]risk.Level{
		"R-01": {2, 4, 4, 3}, "R-02": {2, 3, 3, 3}, "R-08": {2, 3, 4, 2}, "R-17": {2, 3, 3, 3}, "R-28": {2, 2, 2, 2},
	}
}

func lower(levels [4]risk.Level, by lowers) [4]risk.Level {
	for i, l := range levels {
		if l > 0 {
			levels[i] = risk.Level(max(1, int(l)-by[i]))
		}
	}
	return levels
}

func (t *teller) rating(on string, levels [4]risk.Level, why string) *risk.Rating {
	r := risk.Rating{Criteria: t.digest, Likelihood: levels[0], On: day(on), By: headOfRisk, Rationale: why}
	for i, d := range []risk.DimensionID{loss, rights, access} {
		if levels[i+1] > 0 {
			r.Consequences = append(r.Consequences, risk.Consequence{Dimension: d, Level: levels[i+1]})
		}
	}
	return &r
}

func opportunities() []risk.Opportunity {
	return []risk.Opportunity{
		{ID: "O-1", Recorded: day("2026-04-01"), Title: "Fair scores for people without history as a product of its own", Benefit: "a market that others leave", Owner: product, Decision: "pursue with T-27", Systems: []aims.SystemID{score}},
		{ID: "O-2", Recorded: day("2026-08-01"), Title: "Publish the fairness tests", Benefit: "trust of banks and consumer advocates", Owner: fairness, Systems: []aims.SystemID{score}},
	}
}

// plan freezes the measures that were to be done, and has the plan approved.
func (t *teller) plan() error {
	p := risk.TreatmentPlan{
		ID: "plan-2026", Recorded: day("2026-03-25"), Title: "Risk treatment plan 2026", Version: "1.1",
		Designated: []aims.PersonID{boardRisk}, GuidanceConsidered: aims.Yes, ServesObjectives: aims.Yes,
		AvailableToParties: aims.Yes, ReviewBy: day("2027-03-31"),
		Reviews: []aims.Review{{On: day("2026-09-10"), By: headOfRisk, Outcome: "one measure is late"}},
	}
	for _, treatment := range t.records.Treatments {
		planned, err := risk.PlanOf(treatment)
		if err != nil {
			return err
		}
		p.Treatments = append(p.Treatments, planned)
	}
	digest, err := aims.DigestOf(p.Content())
	if err != nil {
		return err
	}
	p.Approvals = []aims.Approval{{By: boardRisk, On: day("2026-04-01"), Digest: digest}}
	t.records.Plans = []risk.TreatmentPlan{p}
	return nil
}

// accept has every risk accepted that remains above the appetite: by the board
// where it is high without controls, else by the head of risk.
func (t *teller) accept() error {
	for _, r := range t.records.Risks {
		a, err := r.Accept(headOfRisk, day("2026-09-15"), "what remains is worth the product, and no measure is left that costs less than it saves", t.criteria)
		if err != nil {
			return err
		}
		if a.Level <= t.criteria.Appetite || slices.Contains(unaccepted(), r.ID) {
			continue
		}
		a.ID, a.Recorded, a.Until = risk.AcceptanceID("A-"+string(r.ID)), day("2026-09-15"), day("2027-09-14")
		if t.criteria.Rate(r.Inherent).Level > t.criteria.Tolerance {
			a.By = boardRisk
		}
		t.records.Acceptances = append(t.records.Acceptances, a)
	}
	return nil
}

// find returns the record with an id, to change it.
func find[T any](list []T, is func(*T) bool) *T {
	for i := range list {
		if is(&list[i]) {
			return &list[i]
		}
	}
	return new(T)
}

func (t *teller) riskOf(id risk.RiskID) *risk.Risk {
	return find(t.records.Risks, func(r *risk.Risk) bool { return r.ID == id })
}

func (t *teller) treatmentOf(id risk.TreatmentID) *risk.Treatment {
	return find(t.records.Treatments, func(v *risk.Treatment) bool { return v.ID == id })
}

func (t *teller) acceptanceOf(id risk.RiskID) *risk.Acceptance {
	return find(t.records.Acceptances, func(a *risk.Acceptance) bool { return a.Risk == id })
}
