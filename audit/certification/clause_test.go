package certification_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
)

// outcome decides a case under the default policy and returns the outcome, and
// what the named rule says.
func outcome(t *testing.T, c certification.Case, at string, rule aims.Code) (certification.Outcome, certification.Ruling) {
	t.Helper()
	d := decide(t, c, onDay(at))
	i := slices.IndexFunc(d.Rulings, func(r certification.Ruling) bool { return r.Rule == rule })
	if i < 0 {
		t.Fatalf("no ruling on %s", rule)
	}
	return d.Outcome, d.Rulings[i]
}

// TestClause_9_5_2_findings: before a decision every major nonconformity has
// its correction and corrective action accepted and verified, and every minor
// one an accepted plan.
func TestClause_9_5_2_findings(t *testing.T) {
	for _, c := range []struct {
		grade audit.Grade
		to    audit.State
		rule  aims.Code
		met   aims.Answer
	}{
		{audit.Minor, audit.Issued, certification.MinorsPlanned, aims.No},
		{audit.Minor, audit.Accepted, certification.MinorsPlanned, aims.No},
		{audit.Minor, audit.PlanAccepted, certification.MinorsPlanned, aims.Yes},
		{audit.Minor, audit.ActionDone, certification.MinorsPlanned, aims.Yes},
		{audit.Minor, audit.Closed, certification.MinorsPlanned, aims.Yes},
		{audit.Major, audit.PlanAccepted, certification.MajorsVerified, aims.No},
		{audit.Major, audit.Corrected, certification.MajorsVerified, aims.No},
		{audit.Major, audit.ActionDone, certification.MajorsVerified, aims.No},
		{audit.Major, audit.ImplementedVerified, certification.MajorsVerified, aims.Yes},
		{audit.Major, audit.EffectVerified, certification.MajorsVerified, aims.Yes},
		{audit.Major, audit.Closed, certification.MajorsVerified, aims.Yes},
	} {
		k := techServe()
		k.Findings[0].Grade, k.Findings[0].Steps = c.grade, stepsTo(c.to, "2026-09-30")
		got, ruling := outcome(t, k, "2026-10-06", c.rule)
		want := certification.NotYet
		if c.met == aims.Yes {
			want = certification.Grant
		}
		if ruling.Met != c.met || got != want {
			t.Errorf("%s %s: %s, %s", c.grade, c.to, ruling.Met, got)
		}
	}
}

// TestClause_9_5_3_2_sixMonths: where what was done about a major cannot be
// verified within six months after the last day of stage 2, another stage 2
// comes before a recommendation. The clock starts on the last day of stage 2,
// neither with the finding nor with the report.
func TestClause_9_5_3_2_sixMonths(t *testing.T) {
	c := techServe()
	c.Audits[1].Concluded = onDay("2026-10-20")
	f := &c.Findings[0]
	f.Grade = audit.Major
	for verified, want := range map[string]certification.Outcome{"2027-03-22": certification.Grant, "2027-03-23": certification.NotYet} {
		f.Steps = append(stepsTo(audit.ActionDone, "2026-10-09"), stepTo(audit.ImplementedVerified, verified))
		if got, ruling := outcome(t, c, "2027-03-23", certification.MajorsInTime); got != want {
			t.Errorf("verified on %s: %s, %v", verified, got, ruling)
		}
	}
	// While it can still be verified the rule holds, until the day after the limit.
	f.Steps = stepsTo(audit.ActionDone, "2026-10-09")
	if _, ruling := outcome(t, c, "2027-01-01", certification.MajorsInTime); ruling.Met != aims.Yes || ruling.Changes != onDay("2027-03-23") {
		t.Errorf("open: %+v", ruling)
	}
	// Too late: nothing but another stage 2 changes it, so there is no day.
	if _, ruling := outcome(t, c, "2027-03-23", certification.MajorsInTime); ruling.Met != aims.No || ruling.Changes != 0 {
		t.Errorf("too late: %+v", ruling)
	}
}

// TestClause_9_5_1_deciders: those who decide are others than those who carried
// out the audits. To have audited the client before, for an earlier decision,
// bars nobody.
func TestClause_9_5_1_deciders(t *testing.T) {
	c := techServe()
	c.Deciders = []aims.PersonID{"p-auditor-1"}
	if got, ruling := outcome(t, c, "2026-10-06", certification.DecidersIndependent); got != certification.NotYet || ruling.Met != aims.No {
		t.Errorf("%s, %+v", got, ruling)
	}
	// An audit of an earlier application that came to nothing.
	c = techServe()
	old := c.Audits[1]
	old.ID, old.Team = "audit-stage-2-old", []audit.Member{{Person: "p-decider-1", Role: audit.LeadAuditor}}
	old.Recorded, old.Opened, old.LastDay, old.Concluded = onDay("2024-03-01"), onDay("2024-03-01"), onDay("2024-03-02"), onDay("2024-03-02")
	c.Audits = append(c.Audits, old)
	if got, ruling := outcome(t, c, "2026-10-06", certification.DecidersIndependent); got != certification.Grant || ruling.Met != aims.Yes {
		t.Errorf("%s, %+v", got, ruling)
	}
}

// TestClause_5_2_twoYears: who consulted the client, or audited it for the
// client, takes no part for two years, whether the file names the tie or the
// records of internal audits show it.
func TestClause_5_2_twoYears(t *testing.T) {
	c := techServe()
	c.Audits = append(c.Audits, audit.Audit{
		ID: "audit-internal", Title: "Internal audit", Type: audit.Internal, Opened: onDay("2024-10-07"), LastDay: onDay("2024-10-08"),
		Team: []audit.Member{{Person: "p-decider-1", Role: audit.Auditor}},
	})
	if got, ruling := outcome(t, c, "2026-10-08", certification.PartiesImpartial); got != certification.NotYet || ruling.Changes != onDay("2026-10-09") {
		t.Errorf("%s, %+v", got, ruling)
	}
	if got, _ := outcome(t, c, "2026-10-09", certification.PartiesImpartial); got != certification.Grant {
		t.Errorf("a day after the two years: %s", got)
	}
}

// TestClause_9_6_1_maintain: the certification is maintained on a positive
// conclusion of the team leader; a situation that may lead to suspension or
// withdrawal is looked at by others.
func TestClause_9_6_1_maintain(t *testing.T) {
	for rule, has := range map[aims.Code]bool{
		certification.DecidersIndependent: true, certification.SurveillanceDone: true, certification.MajorsVerified: true,
		certification.StageTwoConcluded: false, certification.StatementNamed: false,
	} {
		if slices.ContainsFunc(certification.Rules(certification.Maintain), func(r certification.Rule) bool { return r.Code == rule }) != has {
			t.Errorf("%s: want %t", rule, has)
		}
	}
}

// TestClause_9_6_5_grounds: a certification is suspended on one of three
// grounds, and on nothing else.
func TestClause_9_6_5_grounds(t *testing.T) {
	c := techServe()
	granted := decide(t, c, onDay("2026-10-06"))
	c.Certificate.Events = append(c.Certificate.Events, granted.Events...)
	c.Asked = certification.Suspend
	for ground, want := range map[audit.Ground]certification.Outcome{
		audit.Failure: certification.Suspend, audit.AuditsRefused: certification.Suspend, audit.ClientRequest: certification.Suspend, "": certification.NotYet,
	} {
		c.Ground = ground
		if got, _ := outcome(t, c, "2027-01-10", certification.GroundNamed); got != want {
			t.Errorf("%q: %s", ground, got)
		}
	}
}

// TestRulesExplainThemselves: every rule says what it asks for, where that
// stands and how well it is known, and belongs to a decision; not yet has none.
func TestRulesExplainThemselves(t *testing.T) {
	used := make(map[aims.Code]bool)
	for _, o := range []certification.Outcome{
		certification.Grant, certification.Refuse, certification.Maintain, certification.Renew, certification.Suspend, certification.Restore,
		certification.Withdraw, certification.ExtendScope, certification.ReduceScope, certification.Transfer,
	} {
		list := certification.Rules(o)
		if len(list) < 4 {
			t.Errorf("%s rests on %d rules only", o, len(list))
		}
		for _, r := range list {
			used[r.Code] = true
			if r.Title == "" || r.Source == "" || !r.Confidence.Known() || certification.Sentences()[r.Code] != r.Title {
				t.Errorf("%+v", r)
			}
		}
	}
	if len(used) != 24 {
		t.Errorf("%d rules are used", len(used))
	}
	if list := certification.Rules(certification.NotYet); list != nil {
		t.Errorf("not yet: %v", list)
	}
}

// TestEveryReasonHasACase: the corpus has a case for every reason and
// follow-up, and every sentence of a decision has its arguments.
func TestEveryReasonHasACase(t *testing.T) {
	source, err := os.ReadFile("decide_codes.go")
	if err != nil {
		t.Fatal(err)
	}
	cases, err := os.ReadFile("testdata/decide.json")
	if err != nil {
		t.Fatal(err)
	}
	codes := regexp.MustCompile(`"(certification/[a-z-]+)"`).FindAllSubmatch(source, -1)
	for _, code := range codes {
		if !strings.Contains(string(cases), string(code[1])) {
			t.Errorf("no case for %s", code[1])
		}
		if certification.Sentences()[aims.Code(code[1])] == "" {
			t.Errorf("no sentence for %s", code[1])
		}
	}
	if len(codes) < 30 {
		t.Errorf("only %d codes", len(codes))
	}
}
