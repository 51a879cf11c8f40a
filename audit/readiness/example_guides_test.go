package readiness_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
)

// What a page shows beside a score, and how: both bounds, what is known, the
// band apart, and the sentence that no figure may go without.
func Example_showingAScore() {
	report, err := open(policyRecords("2026-09-30"), "2026-06-30").Assess()
	if err != nil {
		log.Fatal(err)
	}
	b := report.Total
	low, high := int(b.Score().InexactFloat64()*40), int(b.Upper().InexactFloat64()*40+0.999)
	fmt.Printf("[%s%s%s]\n", strings.Repeat("#", low), strings.Repeat("?", high-low), strings.Repeat(" ", 40-high))
	fmt.Printf("readiness %s to %s; %s of the weight is known\n", b.Score().StringFixed(4), b.Upper().StringFixed(4), b.Coverage().StringFixed(4))
	fmt.Printf("band: %s, which follows from gates and not from the score\n", report.Band)
	fmt.Printf("%d AI systems are left out of the scope; without exclusions the score is %s\n", report.SystemsOut, report.WithoutExclusions.Score().StringFixed(4))
	fmt.Println("Readiness is not a probability of certification.")
	// Output:
	// [#???????????????????????????????????    ]
	// readiness 0.0375 to 0.8875; 0.1500 of the weight is known
	// band: not-ready, which follows from gates and not from the score
	// 0 AI systems are left out of the scope; without exclusions the score is 0.0375
	// Readiness is not a probability of certification.
}

// A new version of the model, step by step: what it would do to stored
// reports, both receipts of the same records and day, and what of the next
// difference is the ruler's and not the organization's.
func Example_scoringAnew() {
	old := open(policyRecords("2026-09-30"), "2026-06-30")
	next := old
	next.Model.Version, next.Model.Requirements, next.Model.Controls = "2", 700, 300

	before, err := old.Assess()
	if err != nil {
		log.Fatal(err)
	}
	rehearsed, err := readiness.Rehearse([]readiness.Report{before}, next.Model)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("rehearsed: %d rise, %d fall\n", rehearsed.Risen, rehearsed.Fallen)

	after, err := next.Assess()
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range []readiness.Report{before, after} {
		receipt, err := r.Receipt()
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println("receipt:", receipt.Provenance.Model, receipt.Total.Score())
	}

	next.At = aims.MustDate("2026-10-31") // later, by the new model
	causes, err := readiness.Explain(old, next)
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range causes {
		fmt.Println(c.Kind, c.Delta.Shift.Score)
	}
	// Output:
	// rehearsed: 1 rise, 0 fall
	// receipt: default@1 0.0375
	// receipt: default@2 0.0437
	// time -0.0188
	// records 0.0000
	// rules 0.0000
	// model +0.0031
}
