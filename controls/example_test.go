package controls_test

import (
	"fmt"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// A Statement of Applicability needs nothing but the catalogue: decide on
// every control, have it checked, mend it, approve it. A later change voids
// the approval.
func ExampleStatement() {
	catalogue, today := controls.Edition2023(), aims.MustDate("2026-03-02")
	soa := controls.Blank(catalogue)
	soa.ID, soa.Version = "soa-1", "1.0"
	check := func(when string, err error) {
		facts, invalid := controls.NewFacts(soa, today, catalogue)
		fmt.Println(when, err, invalid)
		for _, o := range controls.Check(facts, controls.Rules()) {
			fmt.Println("-", o.Verdict, o.Sentence())
		}
	}
	var err error
	for c := range catalogue.All() {
		row := controls.Row{Control: c.Key, Applicability: controls.Applicable}
		row.Reasons = []controls.Reason{{Kind: controls.RiskAssessment, Reference: "risk register of March 2026"}}
		if c.ID() == "A.7.3" {
			row = controls.Row{Control: c.Key, Applicability: controls.Excluded}
			row.Exclusions = []controls.Exclusion{{Ground: controls.ActivityNotPerformed, Text: "not relevant"}}
		}
		soa, err = soa.Decide(today, "p-cto", "risk workshop", row)
	}
	check("decided", err)

	data, _ := soa.Row(aims.ControlKey("A.7.3"))
	data.Exclusions = []controls.Exclusion{{Ground: controls.ActivityNotPerformed, Text: "Our models learn from our own data only."}}
	soa, err = soa.Decide(today, "p-cto", "said why", data)
	digest, _ := aims.DigestOf(soa.Content())
	soa.Approvals = append(soa.Approvals, aims.Approval{By: "p-ceo", On: today, Digest: digest})
	check("approved", err)

	soa, err = soa.Decide(today, "p-cto", "a customer asks", controls.Row{Control: aims.ControlKey("A.8.3"), Applicability: controls.Applicable})
	check("changed", err)
	// Output:
	// decided <nil> <nil>
	// - major-gap nobody has approved the statement; have it approved
	// - minor-gap exclusion 1 of A.7.3 says only "not relevant"; say what is not done or not at risk, and how you know
	// approved <nil> <nil>
	// changed <nil> <nil>
	// - minor-gap p-ceo approved the statement on 2026-03-02, and it was changed since; have it approved again
	// - minor-gap A.8.3 applies without a reason; say whether a risk, the law, a contract or good practice asks for it, and where
}

func ExampleDiff() {
	key := aims.ControlKey("A.7.3")
	before := controls.Statement{ID: "soa-1", Version: "1.0", Rows: []controls.Row{{Control: key, Applicability: controls.Excluded}}}
	after := controls.Statement{ID: "soa-1", Version: "1.1", Rows: []controls.Row{{
		Control: key, Applicability: controls.Applicable, Status: controls.Planned, Owner: "p-data", Due: aims.MustDate("2026-09-30"),
		Reasons: []controls.Reason{{Kind: controls.Contractual, Reference: "licence of the image set, section 4"}},
	}}}
	changes := controls.Diff(before, after)
	for _, c := range changes.List() {
		fmt.Println(c.Sentence())
	}
	same, err := changes.Apply(before)
	fmt.Println(controls.Diff(same, after).Empty(), err)
	// Output:
	// the statement: version changes from 1.0 to 1.1
	// A.7.3: applicability changes from excluded to applicable
	// A.7.3: reasons changes from nothing to contractual licence of the image set, section 4
	// A.7.3: status changes from nothing to planned
	// A.7.3: owner changes from nothing to p-data
	// A.7.3: due changes from nothing to 2026-09-30
	// true <nil>
}

func ExamplePositions() {
	claimed := controls.Row{
		Control: aims.ControlKey("A.2.2"), Applicability: controls.Applicable, Status: controls.Implemented, Evidence: []aims.EvidenceID{"e-1"},
		Reasons: []controls.Reason{{Kind: controls.BestPractice, Reference: "code of conduct, chapter 2"}},
	}
	soa := controls.Statement{ID: "soa-1", Version: "1.0", Rows: []controls.Row{claimed, {Control: aims.ControlKey("A.2.3")}}}
	facts, err := controls.NewFacts(soa, aims.MustDate("2026-03-02"), controls.Edition2023())
	if err != nil {
		fmt.Println(err)
	}
	facts.Evidence = func(id aims.EvidenceID) (aims.Evidence, bool) {
		return aims.Evidence{ // it was collected, and nobody has judged it
			ID: id, Title: "The policy", Form: aims.FormDocument, Location: "policies/ai.pdf", Owner: "p-cto",
		}, true
	}
	for _, p := range controls.Positions(facts)[:3] {
		fmt.Println(p.Control, p.State)
	}
	// Output:
	// iso42001/A.2.2 claimed
	// iso42001/A.2.3 undecided
	// iso42001/A.2.4 missing
}
