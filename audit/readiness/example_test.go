package readiness_test

import (
	"fmt"
	"log"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
)

// document is what a host has so far: it keeps policies and people, and
// nothing else. The policy was never approved.
const document = `{"format":"aimskit/0.1", "taken":"2026-06-30", "supplied":["policy","person"],
	"persons":[{"id":"p-ceo","topManagement":"yes"}],
	"policies":[{"id":"policy","title":"AI policy","version":"1","fitsPurpose":"yes"}]}`

// A host sends what it has and says which kinds of record these are.
// Everything else is honestly unknown, and the score says how much that is.
func Example() {
	view, err := audit.Read([]byte(document), audit.Options{})
	if err != nil {
		log.Fatal(err) // every problem, one a line: POINTER CODE SENTENCE
	}
	at := view.Taken()
	result, err := rules.Evaluate(view, at, rules.Default())
	if err != nil {
		log.Fatal(err)
	}
	stated := slices.Collect(audit.Records[audit.GapStatement](view, at))
	report, err := readiness.Assess(result, stated, readiness.Default())
	if err != nil {
		log.Fatal(err)
	}
	b := report.Total
	fmt.Printf("score %s, at best %s; %s of the weight is known; %s\n", b.Score(), b.Upper(), b.Coverage(), report.Band)
	for _, gap := range report.Gaps {
		fmt.Printf("%s %s (%s): %s\n", gap.Key.ID, gap.Title, gap.Priority, gap.Reasons[0].Sentence())
	}
	fmt.Println(len(report.Unknown), "items are unknown")
	// Output:
	// score 0, at best 0.9625; 0.0375 of the weight is known; not-ready
	// 5.2 AI policy (critical): nobody has approved the AI policy
	// 5.1 Leadership and commitment (high): nobody has approved the AI policy
	// 68 items are unknown
}

// A gap that somebody stated counts where records tell nothing; a claim
// without records does not.
func ExampleAssess() {
	view, err := audit.Read([]byte(document), audit.Options{})
	if err != nil {
		log.Fatal(err)
	}
	result, err := rules.Evaluate(view, view.Taken(), rules.Default())
	if err != nil {
		log.Fatal(err)
	}
	on := aims.MustDate("2026-06-15")
	report, err := readiness.Assess(result, []audit.GapStatement{
		{ID: "g-1", Key: aims.ClauseKey("6.1.2"), Practice: "No process for AI risks yet.", Verdict: aims.MajorGap, On: on},
		{ID: "g-2", Key: aims.ClauseKey("7.1"), Practice: "Budget and people are there.", Verdict: aims.Conforms, On: on},
	}, readiness.Default())
	if err != nil {
		log.Fatal(err)
	}
	for _, gap := range report.Gaps {
		if gap.Stated {
			fmt.Println(gap.Priority, gap.Key, gap.Practice)
		}
	}
	fmt.Println("claimed, and counted as unknown:", report.Claimed)
	// Output:
	// critical iso42001/6.1.2 No process for AI risks yet.
	// claimed, and counted as unknown: [iso42001/7.1]
}
