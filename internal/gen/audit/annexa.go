package audit

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
)

// annexA adds a Statement of Applicability in which every control applies and
// is proven by one item of evidence, but for the reporting outside, which is
// excluded.
func annexA(s *audit.Snapshot) {
	soa := controls.Statement{
		ID: "soa", Recorded: day("2026-03-20"), Version: "1.0", Scope: "scope", Approvals: approved("p-ceo", "2026-03-25"),
	}
	var keys []aims.Key
	for c := range controls.Edition2023().All() {
		if c.Key == aims.ControlKey("A.10.4") {
			soa.Rows = append(soa.Rows, controls.Row{
				Control: c.Key, Applicability: controls.Excluded,
				Exclusions: []controls.Exclusion{{
					Ground: controls.NoRisk, Text: "Hospitals take part in no development; what they need stands in the contract, and no risk calls for more.",
				}},
			})
			continue
		}
		keys = append(keys, c.Key)
		soa.Rows = append(soa.Rows, controls.Row{
			Control: c.Key, Applicability: controls.Applicable, Status: controls.Implemented, Since: day("2026-05-01"), Owner: "p-lead",
			Reasons:  []controls.Reason{{Kind: controls.RiskAssessment, Reference: "risk assessment of March 2026, on " + c.Title}},
			Evidence: []aims.EvidenceID{"e-controls"},
		})
	}
	evidence(s, "e-controls", "Walk through all controls", keys...)
	s.Statements = []controls.Statement{soa}
}
