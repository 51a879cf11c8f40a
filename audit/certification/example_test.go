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
