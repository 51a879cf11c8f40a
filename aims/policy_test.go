package aims_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
)

// An approval binds what the policy says. What is done with the policy
// afterwards leaves the approval standing.
func TestPolicyContent(t *testing.T) {
	day := aims.MustDate("2026-03-01")
	policy := aims.Policy{
		ID: "p-1", Title: "AI policy", Version: "1.0",
		FitsPurpose: aims.Yes, FrameworkForObjectives: aims.Yes, CommitsToRequirements: aims.Yes, CommitsToImprovement: aims.Yes,
		RelatedPolicies: []aims.DocumentID{"d-security"},
	}
	digest := func(p aims.Policy) aims.Digest {
		d, err := aims.DigestOf(p.Content())
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	approved := digest(policy)
	for desc, change := range map[string]func(*aims.Policy){
		"reviewed":           func(p *aims.Policy) { p.Reviews = []aims.Review{{On: day, By: "p-2", Outcome: "still suitable"}} },
		"approved":           func(p *aims.Policy) { p.Approvals = []aims.Approval{{By: "p-2", On: day, Digest: approved}} },
		"communicated":       func(p *aims.Policy) { p.Communications = []aims.CommunicationID{"c-1"} },
		"review planned":     func(p *aims.Policy) { p.ReviewBy = day },
		"owner changed":      func(p *aims.Policy) { p.Owner = "p-3" },
		"withdrawn":          func(p *aims.Policy) { p.Withdrawn = day },
		"recorded":           func(p *aims.Policy) { p.Recorded = day },
		"noted by the host":  func(p *aims.Policy) { p.Ext = map[string]string{"k": "v"} },
		"emptied, not wiped": func(p *aims.Policy) { p.Ext = map[string]string{} },
	} {
		p := policy
		change(&p)
		if digest(p) != approved {
			t.Errorf("%s: the digest changed", desc)
		}
	}
	for desc, change := range map[string]func(*aims.Policy){
		"another text":             func(p *aims.Policy) { p.Document = "d-2" },
		"another title":            func(p *aims.Policy) { p.Title = "AI policy, amended" },
		"another version":          func(p *aims.Policy) { p.Version = "1.1" },
		"does not fit":             func(p *aims.Policy) { p.FitsPurpose = aims.No },
		"no frame for objectives":  func(p *aims.Policy) { p.FrameworkForObjectives = aims.Unknown },
		"a commitment taken back":  func(p *aims.Policy) { p.CommitsToRequirements = aims.No },
		"another taken back":       func(p *aims.Policy) { p.CommitsToImprovement = aims.No },
		"a related policy dropped": func(p *aims.Policy) { p.RelatedPolicies = nil },
		"alignment checked":        func(p *aims.Policy) { p.RelatedPoliciesAligned = aims.Yes },
		"published elsewhere":      func(p *aims.Policy) { p.AvailableAt = "on the web site" },
	} {
		p := policy
		change(&p)
		if digest(p) == approved {
			t.Errorf("%s: the approval would still stand", desc)
		}
	}
}
