package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
)

// dossiers are the documents of a snapshot beside its report.
var dossiers = map[string]string{
	"month02":  "gaps checklist gap-assessment register forecast mapping changes plan business-case",
	"month10":  "gaps checklist gap-assessment register forecast mapping changes what-if scope statement certification audit-internal-1 audit-stage-1 audit-stage-2 impact-ia-assistant impact-ia-forecast impact-ia-payment impact-ia-workforce",
	"snapshot": "gaps checklist gap-assessment register forecast mapping scope statement impact-ia-assistant impact-ia-forecast impact-ia-payment impact-ia-workforce",
}

// The pages say what the program prints.
func TestPages(t *testing.T) {
	dir := t.TempDir()
	_, printed, _ := call("-out", dir)
	for name, want := range map[string][]string{
		"month01-report":        {"What to find out next", "What an auditor would likely write"},
		"month02-plan":          {"65 500 USD", "No: none costs less (proved)", "54.35 %", "2026-06-13", "What scores cost"},
		"month02-business-case": {"65 500 USD", "131 000 USD", "it depends on what turns out within the ranges"},
		"month02-mapping":       {"Good records surely reach"},
		"month10-what-if":       {"/managementReviews/review-2", "98.12 %", "A complete management review took in their results"},
		"month10-changes":       {"finding: F-10", "The plan for every minor nonconformity is accepted"},
		"month10-forecast":      {"On 2026-12-02 the band falls from certifiable to ready for stage 1.", "On 2027-02-21 the band falls from ready for stage 1 to not ready."},
		"month10-certification": {"Asked for: grant. What the file allows: grant."},
		"month10-statement":     {"Standing of the approval: approved."},
	} {
		page, err := os.ReadFile(filepath.Join(dir, name+".html"))
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range want {
			if !strings.Contains(string(page), text) {
				t.Errorf("%s.html does not say %q", name, text)
			}
		}
	}
	for _, text := range []string{"USD 65500, and none is cheaper; score 0.5435 then, ready on 2026-06-13", "(score 0.9812)", "2026-12-02  score 0.9531, stage1-ready instead of certifiable"} {
		if !strings.Contains(printed, text) {
			t.Errorf("the program does not print %q", text)
		}
	}
}

// A plan that was not found has no price, and so no business case.
func TestNoBusinessCase(t *testing.T) {
	if _, err := businessCase(readiness.Schedule{Currency: "USD"}); err == nil {
		t.Error("a business case without a plan")
	}
	b, err := businessCase(readiness.Schedule{Currency: "USD", Cost: aims.AmountInt(10)})
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(b.Implementation.AtLeast, b.Implementation.AtMost, b.Validate()); got != "10 20 <nil>" {
		t.Errorf("got %s", got)
	}
}
