package readiness_test

import (
	"fmt"
	"log"

	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
)

// Two workers count organizations of a vendor, each its own part, and the parts
// are merged. An organization whose records cannot be read stops nobody: it is
// counted as failed, and named.
func ExamplePortfolio() {
	parts := make([]*readiness.Portfolio, 2)
	for i := range parts {
		p, err := readiness.NewPortfolio(rules.Default(), readiness.Default())
		if err != nil {
			log.Fatal(err)
		}
		parts[i] = p
	}
	for i, o := range []struct{ name, records string }{
		{"bakery", document},
		{"clinic", `{"format":"aimskit/0.1", "taken":"2026-06-30", "supplied":["policy"]}`},
		{"depot", `{"format":"aimskit/0.1", "taken":"2026-06-30", "policies":[{"id":"policy", "title":"AI policy"}]}`},
		{"school", document},
	} {
		if err := parts[i%2].AddDocument(o.name, []byte(o.records), audit.Options{}); err != nil {
			fmt.Println(o.name, "was counted as failed")
		}
	}
	whole := parts[0]
	if err := whole.Merge(parts[1]); err != nil {
		log.Fatal(err)
	}
	fmt.Println(whole.Counted, "counted,", whole.Failed, "failed")
	for _, f := range whole.Failures {
		fmt.Printf("%s: %s\n", f.Name, f.Reason)
	}
	fmt.Println("half of them can at best reach", whole.Uppers.Quantile(1, 2))
	for _, t := range whole.Gaps() {
		fmt.Printf("%s %s: %d have a gap, of %d nothing is known\n", t.Key, t.Title, t.Gaps(), t.Unknown)
	}
	// Output:
	// depot was counted as failed
	// 3 counted, 1 failed
	// depot: aims: invalid
	// /policies/0/version aims/missing this field is required; fill it in
	// half of them can at best reach 0.9625
	// iso42001/5.1 Leadership and commitment: 3 have a gap, of 0 nothing is known
	// iso42001/5.2 AI policy: 3 have a gap, of 0 nothing is known
}
