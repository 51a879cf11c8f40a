package company_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/examples/techserve/internal/company"
	"github.com/google/go-cmp/cmp"
)

// Every month, and the time before and after, opens without a problem.
func TestMonthsOpen(t *testing.T) {
	for month := -1; month <= company.Months+2; month++ {
		if _, err := audit.Open(company.Snapshot(month), audit.Options{}); err != nil {
			t.Errorf("month %d: %v", month, err)
		}
	}
}

// A month is the same however often and in whatever order months are made.
func TestMonthsAreApart(t *testing.T) {
	fifth := company.Snapshot(5)
	before := string(document(t, fifth))
	company.Snapshot(company.Months)
	if d := cmp.Diff(before, string(document(t, fifth))); d != "" {
		t.Errorf("a later month changed an earlier one (-before +after):\n%s", d)
	}
	if d := cmp.Diff(before, string(document(t, company.Snapshot(5)))); d != "" {
		t.Errorf("month 5 differs the second time (-first +second):\n%s", d)
	}
}

// planned are the members that may lie ahead of the day that a snapshot shows.
func planned() []string {
	return []string{"due", "reviewBy", "until", "expires", "repeatBy", "reevaluateBy", "planned", "next", "retainedUntil"}
}

// A snapshot knows nothing of what happens later.
func TestNothingFromTheFuture(t *testing.T) {
	for month := 1; month <= company.Months; month++ {
		s := company.Snapshot(month)
		var doc any
		if err := json.Unmarshal(document(t, s), &doc); err != nil {
			t.Fatal(err)
		}
		dates := 0
		walk("", "", doc, func(path, member, text string) {
			d, err := aims.ParseDate(text)
			if err != nil {
				return
			}
			if dates++; d > s.Taken && !slices.Contains(planned(), member) {
				t.Errorf("month %d: %s is %s, after %s", month, path, d, s.Taken)
			}
		})
		if dates < 20 {
			t.Errorf("month %d: only %d dates found", month, dates)
		}
	}
}

// walk visits every text of a JSON document.
func walk(path, member string, v any, visit func(path, member, text string)) {
	switch v := v.(type) {
	case map[string]any:
		for name, e := range v {
			walk(path+"/"+name, name, e, visit)
		}
	case []any:
		for i, e := range v {
			walk(fmt.Sprintf("%s/%d", path, i), member, e, visit)
		}
	case string:
		visit(path, member, v)
	}
}

// Every approval in the story covers what the record says: nothing is changed
// behind the back of who signed it.
func TestApprovalsStand(t *testing.T) {
	approvals := 0
	check := func(month int, ref aims.Ref, content any, list []aims.Approval) {
		if len(list) == 0 {
			return
		}
		approvals++
		digest, err := aims.DigestOf(content)
		if err != nil {
			t.Fatal(err)
		}
		if standing, _ := aims.StandingOf(digest, list, company.Snapshot(month).Taken); standing != aims.Approved {
			t.Errorf("month %d: %s is not approved as it stands (%d)", month, ref, standing)
		}
	}
	for month := 1; month <= company.Months; month++ {
		s := company.Snapshot(month)
		for _, r := range s.Scopes {
			check(month, r.Ref(), r.Content(), r.Approvals)
		}
		for _, r := range s.Policies {
			check(month, r.Ref(), r.Content(), r.Approvals)
		}
		for _, r := range s.Objectives {
			check(month, r.Ref(), r.Content(), r.Approvals)
		}
		for _, r := range s.Changes {
			check(month, r.Ref(), r.Content(), r.Approvals)
		}
		for _, r := range s.Documents {
			check(month, r.Ref(), r.Content(), r.Approvals)
		}
		for _, r := range s.UseCases {
			check(month, r.Ref(), r.Content(), r.Approvals)
		}
		for _, r := range s.Validations {
			check(month, r.Ref(), r.Content(), r.Approvals)
		}
		for _, r := range s.Releases {
			check(month, r.Ref(), r.Content(), r.Approvals)
		}
		for _, r := range s.RiskCriteria {
			check(month, r.Ref(), r.Content(), r.Approvals)
		}
		for _, r := range s.Programmes {
			check(month, r.Ref(), r.Content(), r.Approvals)
		}
		for _, r := range s.Plans {
			check(month, r.Ref(), r.Content(), r.Approvals)
		}
		for _, r := range s.Statements {
			check(month, r.Ref(), r.Content(), r.Approvals)
		}
	}
	if approvals < 50 {
		t.Errorf("only %d approvals looked at", approvals)
	}
}

// Nobody accepts evidence of their own work, and in the end every item of
// evidence is used by some record.
func TestEvidence(t *testing.T) {
	s := company.Snapshot(company.Months)
	used := make(map[string]bool)
	text := string(document(t, s))
	for _, e := range s.Evidence {
		used[string(e.ID)] = strings.Count(text, `"`+string(e.ID)+`"`) > 1
		for _, j := range e.Judgments {
			if j.By == e.Owner {
				t.Errorf("%s: %s accepts their own work", e.Ref(), j.By)
			}
		}
	}
	for id, is := range used {
		if !is {
			t.Errorf("no record rests on evidence/%s", id)
		}
	}
}

// The facts of the story that everything else stands on.
func TestFacts(t *testing.T) {
	s := company.Snapshot(5)
	people, _ := s.Organization.People.Value()
	inAI, _ := s.Organization.PeopleInAI.Value()
	if people.IntPart() != 80 || inAI.IntPart() > 10 {
		t.Errorf("%s people, %s of them in AI; want 80 and at most 10", people, inAI)
	}
	if d := cmp.Diff([]aims.Role{aims.RoleProductProvider, aims.RoleDeveloper, aims.RoleUser}, s.Organization.Roles); d != "" {
		t.Errorf("roles (-want +got):\n%s", d)
	}
	scope := s.Scopes[0]
	for _, system := range s.Systems {
		_, out := scope.Excludes(system.ID)
		if in := scope.Includes(system.ID); in != (system.CustomerFacing == aims.Yes) || in == out {
			t.Errorf("%s: customer-facing %s, in scope %t, excluded %t", system.Ref(), system.CustomerFacing, in, out)
		}
	}
	if len(scope.Systems) != 4 || len(s.Systems) != 5 {
		t.Errorf("%d of %d systems in scope, want the four products of five", len(scope.Systems), len(s.Systems))
	}
	if rows := len(s.Statements[0].Rows); rows != 38 || len(s.Statements[0].Approvals) != 0 {
		t.Errorf("the statement of month 5 has %d rows and %d approvals, want a draft with 38", rows, len(s.Statements[0].Approvals))
	}
}

// Stage 2, in month 9, comes at least three months after the management system
// operates.
func TestStageTwoIsNotTooEarly(t *testing.T) {
	s := company.Snapshot(6)
	operates := max(s.Policies[0].Approvals[0].On, s.Statements[0].Approvals[0].On)
	for _, p := range s.Processes {
		if p.ID == "proc-risk" {
			operates = max(operates, p.Runs[0].On)
		}
	}
	if stageTwo := company.Snapshot(9).Taken; operates.AddMonths(3) > stageTwo.AddDays(-9) {
		t.Errorf("operates since %s, too late for stage 2 nine days before %s", operates, stageTwo)
	}
}

// A product that silently drops out of the scope is missed, and said to
// mislead, even when top management signs the smaller scope.
func TestDroppedProduct(t *testing.T) {
	s := company.Snapshot(5)
	scope := &s.Scopes[0]
	scope.Systems = slices.DeleteFunc(slices.Clone(scope.Systems), func(id aims.SystemID) bool { return id == "sys-workforce" })
	digest, err := aims.DigestOf(scope.Content())
	if err != nil {
		t.Fatal(err)
	}
	scope.Approvals = []aims.Approval{{By: "p-ceo", On: scope.Approvals[0].On, Digest: digest}}
	result := evaluate(t, read(t, s))
	dropped := aims.Ref{Kind: aims.KindSystem, ID: "sys-workforce"}
	if !slices.ContainsFunc(result.Remarks, func(o aims.Observation) bool {
		return o.Code == rules.ScopeMisleads && slices.Contains(o.Refs, dropped)
	}) {
		t.Errorf("no remark on %s: %v", dropped, result.Remarks)
	}
	for _, item := range result.Requirements {
		if item.Key.ID == "4.3" && !item.Verdict.Gap() {
			t.Errorf("4.3 is %s", item.Verdict)
		}
	}
}
