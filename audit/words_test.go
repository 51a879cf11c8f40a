package audit_test

import (
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/google/go-cmp/cmp"
)

func key(t *testing.T, s string) aims.Key {
	t.Helper()
	k, err := aims.ParseKey(s)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestScope_Covers(t *testing.T) {
	for _, c := range []struct {
		scope []string
		key   string
		want  bool
	}{
		{nil, "iso42001/9.2.2", false},
		{[]string{"iso42001/9.2.2"}, "iso42001/9.2.2", true},
		{[]string{"iso42001/9"}, "iso42001/9.2.2", true},
		{[]string{"iso42001/9.2"}, "iso42001/9.2.2", true},
		{[]string{"iso42001/9.2.2"}, "iso42001/9.2", false},
		{[]string{"iso42001/9.2"}, "iso42001/9.3.1", false},
		{[]string{"iso42001/4", "iso42001/9"}, "iso42001/9.1", true},
		{[]string{"iso42001/1"}, "iso42001/10.1", false},
		{[]string{"iso42001/A.6"}, "iso42001/A.6.2.4", true},
		{[]string{"iso42001/A.6.2"}, "iso42001/A.6.2.4", true},
		{[]string{"iso42001/A.6.1"}, "iso42001/A.6.2.4", false},
		{[]string{"iso42001/A.10"}, "iso42001/A.1", false},
		{[]string{"iso42001/6"}, "iso42001/A.6.2.4", false},
		{[]string{"iso42001/A.6"}, "iso42001/6.1.1", false},
		{[]string{"iso42001/6.1.2"}, "iso42001/6.1.2/a", true},
		{[]string{"iso42001/6"}, "iso42001/6.1.2/a", true},
		{[]string{"iso42001/6.1.2/a"}, "iso42001/6.1.2/a", true},
		{[]string{"iso42001/6.1.2/a"}, "iso42001/6.1.2/b", false},
		{[]string{"iso42001/6.1.2/a"}, "iso42001/6.1.2", false},
		{[]string{"own/C-7"}, "own/C-7", true},
		{[]string{"own/C"}, "own/C-7", false},
		{[]string{"own/9"}, "iso42001/9.1", false},
	} {
		var s audit.Scope
		for _, k := range c.scope {
			s.Keys = append(s.Keys, key(t, k))
		}
		if got := s.Covers(key(t, c.key)); got != c.want {
			t.Errorf("%v covers %s: %v, want %v", c.scope, c.key, got, c.want)
		}
	}
}

func TestScope_IsZero(t *testing.T) {
	for _, c := range []struct {
		s    audit.Scope
		want bool
	}{
		{audit.Scope{}, true},
		{audit.Scope{Keys: []aims.Key{}, Sites: []string{}}, true},
		{audit.Scope{Keys: []aims.Key{aims.ClauseKey("4")}}, false},
		{audit.Scope{Processes: []aims.ProcessID{"p"}}, false},
		{audit.Scope{Systems: []aims.SystemID{"s"}}, false},
		{audit.Scope{Sites: []string{"s"}}, false},
	} {
		if got := c.s.IsZero(); got != c.want {
			t.Errorf("%+v is zero: %v", c.s, got)
		}
	}
}

func TestCause_IsZero(t *testing.T) {
	if !(audit.Cause{}).IsZero() {
		t.Error("no cause is one")
	}
	for _, c := range []audit.Cause{{Method: "m"}, {Result: "r"}, {On: 1}, {By: "p"}} {
		if c.IsZero() {
			t.Errorf("%+v is none", c)
		}
	}
}

func TestTeamRole_Audits(t *testing.T) {
	want := []audit.TeamRole{audit.LeadAuditor, audit.Auditor, audit.Trainee}
	all := append(want[:3:3], audit.TechnicalExpert, audit.Observer, audit.Guide, "", "boss")
	got := slices.DeleteFunc(all, func(r audit.TeamRole) bool { return !r.Audits() })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestManagementReview_inputs(t *testing.T) {
	all := []audit.Topic{
		audit.EarlierActions, audit.ChangedIssues, audit.ChangedNeeds, audit.Nonconformities,
		audit.Measurements, audit.AuditResults, audit.ImprovementIdeas,
	}
	var r audit.ManagementReview
	missing := func(first bool, want []audit.Topic) {
		t.Helper()
		if diff := cmp.Diff(want, r.Missing(first)); diff != "" {
			t.Errorf("first %v (-want +got)\n%s", first, diff)
		}
	}
	missing(false, all)
	missing(true, all[1:])

	r.Inputs = []audit.Input{{Topic: audit.AuditResults, Summary: "a"}, {Topic: audit.ChangedNeeds, Summary: "b"}}
	left := []audit.Topic{audit.EarlierActions, audit.ChangedIssues, audit.Nonconformities, audit.Measurements, audit.ImprovementIdeas}
	missing(false, left)
	missing(true, left[1:])
	if in, ok := r.Input(audit.ChangedNeeds); !ok || in.Summary != "b" {
		t.Errorf("got %+v, %v", in, ok)
	}
	if in, ok := r.Input(audit.ChangedIssues); ok || in.Topic != "" || in.Summary != "" {
		t.Errorf("got %+v, %v", in, ok)
	}

	r.Inputs = nil
	for _, topic := range all {
		r.Inputs = append(r.Inputs, audit.Input{Topic: topic})
	}
	missing(false, nil)
	missing(true, nil)
}

// An approval binds all of a programme but what happens to it later.
func TestProgramme_Content(t *testing.T) {
	var p audit.Programme
	for _, f := range fixtures(t) {
		if f.Desc == "full" && f.Kind == audit.KindProgramme {
			v, err := decode(t, f)
			if err != nil {
				t.Fatal(err)
			}
			p = v.Interface().(audit.Programme)
		}
	}
	want := audit.Programme{
		ID: p.ID, Title: p.Title, Version: p.Version, Document: p.Document, From: p.From, Methods: p.Methods,
		Responsible: p.Responsible, Planning: p.Planning, Reporting: p.Reporting, Parts: p.Parts,
	}
	if diff := cmp.Diff(want, p.Content()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if p.Recorded == 0 || p.ReviewBy == 0 || p.Withdrawn == 0 || len(p.Reviews)+len(p.Approvals)+len(p.Ext) != 3 {
		t.Error("taking the content changed the programme")
	}
}

// Words that are none are not known, and are not read.
func TestVocabularies(t *testing.T) {
	for _, v := range vocabularies() {
		for _, w := range []string{"", "nonsense", "Minor", " draft"} {
			if err := v.UnmarshalText([]byte(w)); err == nil {
				t.Errorf("%T reads %q", v, w)
			}
		}
	}
	if audit.Type("").Known() || audit.TeamRole("").Known() || audit.Side("").Known() || audit.Topic("").Known() || audit.Matter("").Known() {
		t.Error("the empty word is known")
	}
}
