package rules_test

import (
	"fmt"
	"log"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
)

// A host keeps its AI policy, the people who sign it, the document that holds
// it, and what is done to make it known. The policy is drafted, approved and
// changed; what the records show about requirement 5.2 follows.
func Example() {
	s := audit.Snapshot{
		Format:   aims.Format,
		Supplied: []aims.Kind{aims.KindPerson, aims.KindPolicy, aims.KindDocument},
		Persons:  []aims.Person{{ID: "p-ceo", TopManagement: aims.Yes}, {ID: "p-lead"}, {ID: "p-quality"}},
		Policies: []aims.Policy{{
			ID: "policy", Title: "AI policy", Version: "1.0", Document: "policy-pdf", AvailableAt: "on the website",
			FitsPurpose: aims.Yes, FrameworkForObjectives: aims.Yes, CommitsToRequirements: aims.Yes, CommitsToImprovement: aims.Yes,
			RelatedPoliciesAligned: aims.NotApplicable, // there are no others that touch AI
		}},
		Documents: []aims.Document{{ID: "policy-pdf", Title: "AI policy", Version: "1.0", From: aims.MustDate("2026-02-10")}},
	}
	document, policy := &s.Documents[0], &s.Policies[0]
	document.Approvals = []aims.Approval{signed(document.Content(), "2026-02-01")}

	show("drafted", s, "2026-02-05")

	policy.Approvals = []aims.Approval{signed(policy.Content(), "2026-02-10")}
	show("approved", s, "2026-02-15")

	// The host begins to keep communications: people are told, and somebody
	// else than the owner of the work accepts the proof of it.
	s.Supplied = append(s.Supplied, aims.KindCommunication, aims.KindEvidence)
	show("nothing sent", s, "2026-02-15")
	policy.Communications = []aims.CommunicationID{"letter"}
	s.Communications = []aims.Communication{{
		ID: "letter", What: "the AI policy", Occasions: []aims.Occasion{{On: aims.MustDate("2026-02-20"), Evidence: []aims.EvidenceID{"receipts"}}},
	}}
	s.Evidence = []aims.Evidence{{
		ID: "receipts", Title: "Receipts", Form: aims.FormRecord, Location: "mail/2026-02", Owner: "p-lead", Collected: aims.MustDate("2026-02-20"), Expires: aims.MustDate("2027-02-19"),
		Judgments: []aims.Judgment{{For: aims.ClauseKey("5.2"), By: "p-quality", On: aims.MustDate("2026-02-25"), Accepted: aims.Yes}},
	}}
	show("made known", s, "2026-03-01")

	policy.FrameworkForObjectives = aims.No // a paragraph is struck out
	show("changed", s, "2026-03-05")

	policy.Approvals = append(policy.Approvals, signed(policy.Content(), "2026-03-10"))
	show("approved anew", s, "2026-03-15")

	policy.FrameworkForObjectives = aims.Yes // an approval binds content: the first one holds again
	show("put back", s, "2026-03-20")

	// Output:
	// drafted: major-gap: nobody has approved the AI policy
	// approved: cannot-tell: records of the kind communication are not supplied, so nothing can be told
	// nothing sent: minor-gap: nothing shows that the AI policy was made known
	// made known: conforms until 2027-02-19
	// changed: minor-gap: the AI policy was changed after its approval on 2026-02-10; it needs a new one
	// approved anew: minor-gap: the record says that this does not hold: the policy gives a frame for objectives
	// put back: conforms until 2027-02-19
}

// signed returns the approval by p-ceo of content as it stands.
func signed(content any, on string) aims.Approval {
	digest, err := aims.DigestOf(content)
	if err != nil {
		log.Fatal(err)
	}
	return aims.Approval{By: "p-ceo", On: aims.MustDate(on), Digest: digest}
}

// show prints the verdict on 5.2 at a day, and the first reason for it.
func show(step string, s audit.Snapshot, day string) {
	s.Taken = aims.MustDate(day)
	view, err := audit.Open(s, audit.Options{})
	if err != nil {
		log.Fatal(err) // every problem, one a line: POINTER CODE SENTENCE
	}
	result, err := rules.Evaluate(view, s.Taken, rules.Default())
	if err != nil {
		log.Fatal(err)
	}
	for _, item := range result.Requirements {
		if item.Key != aims.ClauseKey("5.2") {
			continue
		}
		if item.Verdict == aims.Conforms {
			fmt.Printf("%s: %s until %s\n", step, item.Verdict, item.Until)
			return
		}
		for _, o := range item.Observations {
			if o.Verdict != aims.Conforms {
				fmt.Printf("%s: %s: %s\n", step, item.Verdict, o.Sentence())
				return
			}
		}
	}
}
