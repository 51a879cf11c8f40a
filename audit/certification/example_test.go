package certification_test

import (
	"fmt"
	"log"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/rules"
)

// A company asks what still stands between it and a stage 1 audit. It keeps
// policies and people and nothing else, and nobody approved the policy.
func Example() {
	view, err := audit.Read([]byte(`{"format":"aimskit/0.1", "taken":"2026-06-30", "supplied":["policy","person"],
		"policies":[{"id":"policy","title":"AI policy","version":"1"}]}`), audit.Options{})
	if err != nil {
		log.Fatal(err)
	}
	result, err := rules.Evaluate(view, view.Taken(), rules.Default())
	if err != nil {
		log.Fatal(err)
	}
	conditions := certification.Preconditions(result, certification.Default())
	fmt.Println("stage 1 is open:", certification.Open(conditions, certification.StageOne))
	unknown := 0
	for _, c := range conditions {
		switch {
		case c.Gate != certification.StageOne:
		case c.Met == aims.No:
			fmt.Println("not so:", c.Text, c.Keys)
		case c.Met == aims.Unknown:
			unknown++
		}
	}
	fmt.Println(unknown, "further conditions are unknown")
	// Output:
	// stage 1 is open: no
	// not so: the AI policy is approved by top management [iso42001/5.2/a]
	// 10 further conditions are unknown
}

// The file of a company after stage 2, with one minor nonconformity: what can be
// decided before and after the plan for it is accepted, and what the file notes.
func ExampleDecide() {
	c := techServe()
	for _, at := range []aims.Date{aims.MustDate("2026-09-30"), aims.MustDate("2026-10-06")} {
		d, err := certification.Decide(c, certification.Default(), at)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(at, d.Outcome)
		for _, ruling := range d.Failed() {
			for _, reason := range ruling.Reasons {
				fmt.Printf("  %s %s: %s\n", ruling.Source, ruling.Clause, reason.Sentence())
			}
		}
		for _, e := range d.Events {
			fmt.Println("  note:", e.On, e.Type)
		}
		for _, f := range d.FollowUps {
			fmt.Printf("  then: %s by %s\n", f.Sentence(), f.Verify)
		}
		if d.After != nil {
			fmt.Println("  valid through", d.After.Expires)
		}
	}
	// Output:
	// 2026-09-30 not-yet
	//   ISO/IEC 17021-1:2015 9.5.2: the minor nonconformity F-10 about iso42001/9.1 is in the state accepted; the plan for it has to be accepted
	// 2026-10-06 grant
	//   note: 2026-09-04 stage-1-concluded
	//   note: 2026-09-22 stage-2-concluded
	//   note: 2026-10-06 findings-resolved
	//   note: 2026-10-06 granted
	//   then: carry out the accepted plan for the finding F-10 about iso42001/9.1, and have it verified by 2027-10-06
	//   valid through 2029-10-05
}
