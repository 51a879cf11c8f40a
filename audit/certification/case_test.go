package certification_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestReadCase: a case is a document, read strictly and validated.
func TestReadCase(t *testing.T) {
	c := techServe()
	c.Format = aims.Format
	data, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	back, err := certification.ReadCase(data, aims.DecodeOptions{})
	if diff := cmp.Diff(c, back, cmpopts.EquateEmpty()); diff != "" || err != nil {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
	for text, want := range map[string]string{
		`{"asked":"grant"}`:                         "/format aims/format-missing",
		`{"format":"aimskit/0.1","asks":"grant"}`:   "/asks aims/unknown-member",
		`{"format":"aimskit/0.1","asked":"praise"}`: "/asked aims/unknown-word",
		`{"format":"aimskit/0.1","asked":"grant"}`:  "/certificate/id aims/missing",
	} {
		_, err := certification.ReadCase([]byte(text), aims.DecodeOptions{})
		problems := aims.Problems(err)
		if len(problems) == 0 || problems[0].Path+" "+string(problems[0].Code) != want {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestCaseProblems: what is wrong between the records of a case.
func TestCaseProblems(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(*certification.Case)
		want string
	}{
		{"another format", func(c *certification.Case) { c.Format = "aimskit/9.0" }, "/format aims/format-unknown"},
		{"two findings with one id", func(c *certification.Case) { c.Findings = append(c.Findings, c.Findings[0]) }, "/findings/1/id certification/record-twice"},
		{"two audits with one id", func(c *certification.Case) { c.Audits[1].ID, c.Findings[0].Audit = "audit-stage-1", "" }, "/audits/1/id certification/record-twice"},
		{"two persons with one id", func(c *certification.Case) { c.Persons = append(c.Persons, c.Persons[0]) }, "/persons/4/id certification/record-twice"},
		{"a scope without an id for a site", func(c *certification.Case) { c.Scope = &audit.CertifiedScope{Sites: []audit.Site{{}}} }, "/scope/sites/0/id aims/missing"},
		{"a body without a name", func(c *certification.Case) { c.Body = &audit.Body{Ceased: onDay("2026-01-01")} }, "/body/name aims/missing"},
		{"an unknown ground", func(c *certification.Case) { c.Ground = "mood" }, "/ground aims/word-unknown"},
		{"an unknown recommendation", func(c *certification.Case) { c.Recommended = "praise" }, "/recommended aims/word-unknown"},
		{"an event of an audit that is not there", func(c *certification.Case) { c.Certificate.Events[1].Audit = "audit-9" }, "/certificate/events/1/audit certification/audit-unknown"},
		{"nothing asked", func(c *certification.Case) { c.Asked = "" }, "/asked aims/missing"},
		{"not yet asked", func(c *certification.Case) { c.Asked = certification.NotYet }, "/asked certification/not-asked"},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := techServe()
			c.edit(&k)
			problems := aims.Problems(k.Validate())
			if len(problems) != 1 || problems[0].Path+" "+string(problems[0].Code) != c.want {
				t.Errorf("got %v", problems)
			}
		})
	}
	if err := techServe().Validate(); err != nil {
		t.Error(err)
	}
	k := techServe()
	k.Ground, k.Resolved, k.Recommended, k.Effective = "mood", 9, "praise", -1
	_, err := certification.Decide(k, certification.Default(), onDay("2026-10-10"))
	if problems := aims.Problems(err); len(problems) != 4 {
		t.Errorf("words that there are not: %v", err)
	}
	_, err = certification.Decide(certification.Case{}, certification.Policy{}, 0)
	if problems := aims.Problems(err); len(problems) != 3 || !errors.Is(err, aims.ErrInvalid) {
		t.Errorf("nothing at all: %v", err)
	}
}

// TestCaseOf: a file that a view does not have is an error that callers can
// tell.
func TestCaseOf(t *testing.T) {
	v, err := audit.Open(ready(), audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := certification.CaseOf(v, "cert-9", onDay("2026-06-30")); !errors.Is(err, certification.ErrNoCertificate) {
		t.Errorf("got %v", err)
	}
	if _, err := certification.CaseOf(v, "cert-1", 0); !errors.Is(err, certification.ErrNoCertificate) {
		t.Errorf("no day: %v", err)
	}
	if _, err := certification.CaseOf(nil, "cert-1", onDay("2026-06-30")); !errors.Is(err, certification.ErrNoCertificate) {
		t.Errorf("got %v", err)
	}
	c, err := certification.CaseOf(v, "cert-1", onDay("2026-06-05"))
	if err != nil || len(c.Certificate.Events) == 0 || len(c.Persons) == 0 {
		t.Fatal(c, err)
	}
	for _, f := range c.Findings {
		if f.Since() > onDay("2026-06-05") {
			t.Errorf("%s is of a later day", f.ID)
		}
	}
}
