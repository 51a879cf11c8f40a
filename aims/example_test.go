package aims_test

import (
	"fmt"

	"github.com/aimskit/aimskit/aims"
)

// A requirement is looked up with its points; a policy is written, approved
// and changed, and the approval falls with the change.
func Example() {
	catalogue := aims.Edition2023()
	treatment, _ := catalogue.Lookup("6.1.3")
	fmt.Printf("%s %s: %d points, of which core:\n", treatment.Clause, treatment.Title, len(treatment.Points))
	for _, p := range treatment.Points {
		if p.Core {
			fmt.Println(" ", p.ID, p.Text)
		}
	}

	policy := aims.Policy{ID: "ai policy", Version: "1.0", CommitsToRequirements: aims.Yes}
	for _, problem := range aims.Problems(policy.Validate()) {
		fmt.Println("problem:", problem)
	}
	policy.ID, policy.Title = "ai-policy", "AI policy"

	digest, err := aims.DigestOf(policy.Content())
	if err != nil {
		fmt.Println(err)
		return
	}
	policy.Approvals = []aims.Approval{{By: "p-ceo", On: aims.MustDate("2026-06-15"), Digest: digest}}

	standing := func(on string) {
		digest, err := aims.DigestOf(policy.Content())
		if err != nil {
			fmt.Println(err)
			return
		}
		standing, _ := aims.StandingOf(digest, policy.Approvals, aims.MustDate(on))
		fmt.Printf("on %s: %s\n", on, standing)
	}
	standing("2026-06-14")
	standing("2026-07-01")
	policy.Communications = []aims.CommunicationID{"briefing"} // no part of the content
	standing("2026-07-01")
	policy.CommitsToRequirements = aims.No
	standing("2026-07-01")

	// Output:
	// 6.1.3 AI risk treatment: 12 points, of which core:
	//   6.1.3/a A process for treating AI risks is defined, put in force and documented.
	//   6.1.3/b For every risk that needs treatment an option is chosen that fits the results of the assessment.
	//   6.1.3/d They were compared with Annex A, control by control, so that nothing needed was overlooked.
	//   6.1.3/f A Statement of Applicability lists the necessary controls and gives the reason for every inclusion and every exclusion.
	//   6.1.3/g A treatment plan says what will be done, by whom and by when.
	// problem: /id aims/id-malformed ai policy is no id; use 1 to 64 letters, digits, '.', '_' or '-', beginning and ending with a letter or digit
	// problem: /title aims/missing this field is required; fill it in
	// on 2026-06-14: unapproved
	// on 2026-07-01: approved
	// on 2026-07-01: approved
	// on 2026-07-01: voided
}

// Equal numbers do not mean equal requirements.
func ExampleStandard_Corresponding() {
	quality, _ := aims.LookupStandard("iso9001:2015")
	for _, clause := range []aims.Clause{"7.2", "8.2", "10.1"} {
		row, _ := quality.Corresponding(clause)
		switch {
		case row.None():
			fmt.Printf("%s: nothing; %s\n", clause, row.Note)
		case row.SameNumber():
			fmt.Printf("%s: the same number\n", clause)
		default:
			fmt.Printf("%s: %s; %s\n", clause, row.There, row.Note)
		}
	}
	// Output:
	// 7.2: the same number
	// 8.2: nothing; there 8.2 is about requirements for products and services
	// 10.1: 10.3; there 10.1 is general
}

// Evidence that its own author accepted has not been accepted.
func ExampleEvidence_State() {
	day := aims.MustDate("2026-03-01")
	evidence := aims.Evidence{
		ID: "bias-tests", Title: "Bias tests of the forecast model", Form: aims.FormTestResult, Location: "reports/17",
		Owner: "p-developer", Collected: day,
		Verified: &aims.Verification{On: day, By: "p-tester", Supports: aims.Yes},
	}
	control := aims.ControlKey("A.6.2.4")
	for _, judge := range []aims.PersonID{"p-developer", "p-quality"} {
		evidence.Judgments = append(evidence.Judgments, aims.Judgment{For: control, On: day, By: judge, Accepted: aims.Yes})
		fmt.Println(judge, "accepts:", evidence.State(control, day, nil))
	}
	evidence.Outcome = aims.Outcome{Passed: aims.AmountInt(97), Failed: aims.AmountInt(3)}
	fmt.Println("three tests failed:", evidence.State(control, day, nil))
	// Output:
	// p-developer accepts: verified
	// p-quality accepts: accepted
	// three tests failed: rejected
}

// Verdicts on the parts of one thing join to one.
func ExampleVerdict_And() {
	fmt.Println(aims.Conforms.And(aims.CannotTell))
	fmt.Println(aims.CannotTell.And(aims.MinorGap))
	fmt.Println(aims.MinorGap.And(aims.MajorGap))
	// Output:
	// cannot-tell
	// minor-gap
	// major-gap
}

// The day is clamped to the end of a shorter month.
func ExampleDate_AddMonths() {
	fmt.Println(aims.MustDate("2026-08-31").AddMonths(6))
	fmt.Println(aims.MustDate("2027-08-31").AddMonths(6))
	// Output:
	// 2027-02-28
	// 2028-02-29
}
