package certification_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
)

// largeCase has five audits and 500 findings on the way to their closure.
func largeCase() certification.Case {
	c := techServe()
	for i, name := range []string{"a", "b", "c"} {
		a := c.Audits[1]
		a.ID, a.Type = audit.AuditID("audit-special-"+name), audit.Special
		a.Opened, a.LastDay, a.Concluded = a.Opened.AddDays(i), a.LastDay.AddDays(i), a.Concluded.AddDays(i)
		c.Audits = append(c.Audits, a)
	}
	var keys []aims.Key
	for leaf := range aims.Edition2023().Leaves() {
		keys = append(keys, aims.ClauseKey(leaf.Clause))
	}
	c.Findings = nil
	for i := range 500 {
		grade, to := audit.Minor, audit.PlanAccepted
		if i%5 == 0 {
			grade, to = audit.Major, audit.ImplementedVerified
		}
		c.Findings = append(c.Findings, audit.Finding{
			ID: audit.FindingID(fmt.Sprintf("F-%03d", i)), Audit: c.Audits[i%5].ID, Title: "a finding", Grade: grade,
			Key: keys[i%len(keys)], Statement: "something is missing", On: onDay("2026-09-22"), Steps: stepsTo(to, "2026-09-30"),
		})
	}
	return c
}

// BenchmarkDecide decides on five audits with 500 findings; reading the same
// case from JSON is the yardstick.
func BenchmarkDecide(b *testing.B) {
	c, at := largeCase(), onDay("2026-10-20")
	b.Run("decide", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if d, err := certification.Decide(c, certification.Default(), at); err != nil || d.Outcome != certification.Grant {
				b.Fatal(d.Failed(), err)
			}
		}
	})
	data, err := json.Marshal(c)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("unmarshal", func(b *testing.B) {
		for b.Loop() {
			var back certification.Case
			if err := json.Unmarshal(data, &back); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// TestDecideAllocations: what a decision over 500 findings allocates does not
// grow with them.
func TestDecideAllocations(t *testing.T) {
	c, at, policy := largeCase(), onDay("2026-10-20"), certification.Default()
	large := testing.AllocsPerRun(20, func() { certification.Decide(c, policy, at) })
	c.Findings = c.Findings[:10]
	small := testing.AllocsPerRun(20, func() { certification.Decide(c, policy, at) })
	if large > 110 || large > small+5 {
		t.Errorf("%v allocations for 500 findings, %v for 10", large, small)
	}
}
