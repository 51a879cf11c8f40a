package audit

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/risk"
)

// risks adds the smallest risk management that shows every point of 6.1.1 to
// 6.1.3, 8.2 and 8.3: one risk above the appetite with one treatment that is
// in place, one chance, one plan, and what was accepted.
func risks(s *audit.Snapshot) {
	scale := func(title string) risk.Scale {
		return risk.Scale{Title: title, Steps: []risk.Step{{Label: "low"}, {Label: "high"}}}
	}
	s.RiskCriteria = []risk.Criteria{{
		ID: "criteria", Recorded: day("2026-02-01"), Title: "Risk criteria", Version: "1.0",
		Policy: "policy", ConsistentWithPolicy: aims.Yes,
		Likelihood: scale("likelihood"),
		Consequences: []risk.Dimension{
			{ID: "money", Affected: risk.Organization, Scale: scale("loss")},
			{ID: "health", Affected: risk.Individuals, Scale: scale("harm to patients")},
			{ID: "trust", Affected: risk.Societies, Scale: scale("trust in hospitals")},
		},
		Matrix:   risk.Matrix{Grid: [][]risk.Level{{1, 1}, {1, 2}}},
		Levels:   []risk.Band{{Label: "low"}, {Label: "high", Action: "treat"}},
		Appetite: 1, Tolerance: 2,
		Accepters: []risk.Accepter{{UpTo: 2, Persons: []aims.PersonID{"p-cto"}}},
		ReviewBy:  day("2027-02-01"),
		Approvals: approved("p-cto", "2026-02-10"),
	}}
	rated := func(on string, likelihood, health risk.Level) *risk.Rating {
		return &risk.Rating{
			On: day(on), By: "p-lead", Likelihood: likelihood,
			Consequences: []risk.Consequence{
				{Dimension: "money", Level: 1},
				{Dimension: "health", Level: health},
				{Dimension: "trust", WhyNot: "one ward is too small to matter to society"},
			},
		}
	}
	s.UseCases = []aims.UseCase{{ID: "use", Recorded: day("2026-02-01"), Title: "Weekly plan of beds", System: "system"}}
	s.Risks = []risk.Risk{{
		ID: "risk", Recorded: day("2026-02-15"), Title: "Wards are understaffed because a forecast is too low",
		Cause: "training data end before the new wing opened", Event: "forecast too low for several days", Outcome: "patients wait",
		Sources: []risk.SourceID{"C.3.4"}, AnnexC: []aims.AnnexC{"C.2.9"},
		Systems: []aims.SystemID{"system"}, UseCases: []aims.UseCaseID{"use"}, Issues: []aims.IssueID{"issue-internal"}, Parties: []aims.PartyID{"party"},
		Owner: "p-dev", Inherent: rated("2026-02-20", 2, 2), Current: rated("2026-06-01", 2, 2), Residual: rated("2026-03-20", 1, 2),
		Decision: risk.ChangeLikelihood, Priority: 1, ReviewBy: day("2026-12-01"),
		Reviews: []aims.Review{{On: day("2026-06-01"), By: "p-quality", Outcome: "rating confirmed"}},
	}}
	s.Opportunities = []risk.Opportunity{{
		ID: "chance", Recorded: day("2026-02-15"), Title: "Forecasts for rehabilitation clinics", Decision: "pursue next year", Owner: "p-dev",
		ReviewBy: day("2026-12-01"), Reviews: []aims.Review{{On: day("2026-06-01"), By: "p-quality", Outcome: "still worth it"}},
	}}
	s.Treatments = []risk.Treatment{{
		ID: "treatment", Recorded: day("2026-03-01"), Title: "Watch the data for drift", Option: risk.ChangeLikelihood,
		Risks: []risk.RiskID{"risk"}, Controls: []aims.Key{aims.ControlKey("A.6.2.6")}, Systems: []aims.SystemID{"system"},
		Process: "process", HowEvaluated: "share of forecasts outside the limits", Owner: "p-dev", Due: day("2026-05-31"),
		Effects: []risk.Effect{{Likelihood: 1}}, Implemented: day("2026-05-01"),
		Evidence: evidence(s, "e-treatment", "Monitoring in operation", aims.ClauseKey("8.3")),
		Effectiveness: []aims.Evaluation{{
			On: day("2026-06-05"), By: "p-quality", Method: "drill with old data", Met: aims.Yes, Result: "drift was reported within a day",
			Evidence: evidence(s, "e-effect", "Report on the drill", aims.ClauseKey("8.3")),
		}},
	}}
	s.Plans = []risk.TreatmentPlan{{
		ID: "plan", Recorded: day("2026-03-05"), Title: "Risk treatment plan", Version: "1.0", Document: "handbook",
		Treatments: []risk.Planned{{Treatment: "treatment"}}, Designated: []aims.PersonID{"p-cto"},
		GuidanceConsidered: aims.Yes, ServesObjectives: aims.Yes, AvailableToParties: aims.Yes,
		Communications: []aims.CommunicationID{"briefing"}, Approvals: approved("p-cto", "2026-03-10"),
	}}
	s.Acceptances = []risk.Acceptance{{
		ID: "acceptance", Risk: "risk", Level: 2, By: "p-cto", On: day("2026-06-02"), Why: "drift is noticed in time; the rest is tolerable",
	}}
	accept(s, "e-briefing", "6.1.3")
	s.Processes[0].Serves = append(s.Processes[0].Serves, aims.ClauseKey("6.1.2"), aims.ClauseKey("6.1.3"))
}

// bindRisks binds ratings to the criteria, the plan to its treatments and
// acceptances to what they accept, as all of it stands.
func bindRisks(s *audit.Snapshot) {
	for i, c := range s.RiskCriteria {
		sign(c.Content(), s.RiskCriteria[i].Approvals)
	}
	if len(s.RiskCriteria) > 0 {
		criteria := digestOf(s.RiskCriteria[0].Content())
		for i := range s.Risks {
			for _, r := range []*risk.Rating{s.Risks[i].Inherent, s.Risks[i].Current, s.Risks[i].Residual, s.Risks[i].Target} {
				if r != nil {
					r.Criteria = criteria
				}
			}
		}
		for i := range s.Acceptances {
			s.Acceptances[i].Criteria = criteria
		}
	}
	for i, p := range s.Plans {
		for j, planned := range p.Treatments {
			for _, t := range s.Treatments {
				if t.ID == planned.Treatment {
					p.Treatments[j].Digest = digestOf(t.Content())
				}
			}
		}
		sign(p.Content(), s.Plans[i].Approvals)
	}
	for i, a := range s.Acceptances {
		for _, r := range s.Risks {
			if r.ID == a.Risk {
				s.Acceptances[i].Content = digestOf(r.Content())
			}
		}
	}
}
