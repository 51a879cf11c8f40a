package certification_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/google/go-cmp/cmp"
)

// baseCase returns a base of the corpus with a patch on it.
func baseCase(t *testing.T, base, patch string) certification.Case {
	t.Helper()
	var bases map[string]json.RawMessage
	readFile(t, "bases.json", &bases)
	c, _ := decideCase(t, bases, decideInput{Base: base, Patch: json.RawMessage(patch)})
	return c
}

func rulingOf(t *testing.T, d certification.Decision, rule aims.Code) certification.Ruling {
	t.Helper()
	i := slices.IndexFunc(d.Rulings, func(r certification.Ruling) bool { return r.Rule == rule })
	if i < 0 {
		t.Fatalf("no ruling of %s", rule)
	}
	return d.Rulings[i]
}

// TestClause_9_6_1_maintainedByTheTeam: to maintain needs nobody beside the
// team, as long as the team does not recommend something else.
func TestClause_9_6_1_maintainedByTheTeam(t *testing.T) {
	for _, test := range []struct {
		recommended certification.Outcome
		named       aims.Answer
	}{{"", aims.Yes}, {certification.Maintain, aims.Yes}, {certification.Suspend, aims.No}, {certification.ReduceScope, aims.No}} {
		c := baseCase(t, "certified", "")
		c.Recommended, c.Deciders = test.recommended, nil
		if r := rulingOf(t, decide(t, c, onDay("2027-08-20")), certification.DecidersNamed); r.Met != test.named {
			t.Errorf("recommended %q: deciders named is %s, want %s", test.recommended, r.Met, test.named)
		}
	}
}

// A new scope that stands in a case that asks for something else is left out
// of what the decision notes.
func TestDecide_scopeThatNobodyAskedFor(t *testing.T) {
	for _, asked := range []certification.Outcome{certification.Maintain, certification.Suspend, certification.Withdraw} {
		c := baseCase(t, "certified", "")
		c.Asked, c.Deciders, c.Ground = asked, []aims.PersonID{"p-decider-1"}, audit.Failure
		plain := decide(t, c, onDay("2027-08-20"))
		c.Scope = &audit.CertifiedScope{Text: "something else"}
		if diff := cmp.Diff(plain, decide(t, c, onDay("2027-08-20"))); diff != "" {
			t.Errorf("%s (-without +with a scope)\n%s", asked, diff)
		}
		if plain.Outcome != asked {
			t.Errorf("asked %s, got %s", asked, plain.Outcome)
		}
	}
}

// TestClause_9_5_1_recertificationOfOneDay: who audited in a recertification
// that took a single day does not decide on it, nor on an audit that ended on
// the day on which the recertification began; who audited before may.
func TestClause_9_5_1_recertificationOfOneDay(t *testing.T) {
	c := baseCase(t, "renewal", "")
	last := &c.Audits[len(c.Audits)-1]
	last.LastDay, last.Concluded = last.Opened, last.Opened
	for _, test := range []struct {
		decider     aims.PersonID
		special     aims.Date
		independent aims.Answer
	}{
		{"p-decider-1", 0, aims.Yes},
		{"p-auditor-2", 0, aims.No},
		{"p-special", last.Opened, aims.No},
		{"p-special", last.Opened - 1, aims.Yes},
	} {
		c := c
		c.Deciders, c.Persons = []aims.PersonID{test.decider}, append(slices.Clone(c.Persons), aims.Person{ID: "p-special"})
		if test.special != 0 {
			c.Audits = append(slices.Clone(c.Audits), audit.Audit{
				ID: "audit-special", Title: "Special", Type: audit.Special, Opened: test.special, LastDay: test.special, Concluded: test.special,
				Team: []audit.Member{{Person: "p-special", Role: audit.LeadAuditor}}, Conclusion: "resolved", Recommendation: "renew",
			})
		}
		if r := rulingOf(t, decide(t, c, onDay("2029-07-01")), certification.DecidersIndependent); r.Met != test.independent {
			t.Errorf("%s, special audit %v: independent is %s %v", test.decider, test.special, r.Met, r.Reasons)
		}
	}
}

// TestNoOpenMajor_notSupplied: where nobody supplies findings, none that is
// open says nothing; one that is open says no all the same.
func TestNoOpenMajor_notSupplied(t *testing.T) {
	for _, test := range []struct {
		grade    audit.Grade
		supplied bool
		met      aims.Answer
		code     aims.Code
	}{
		{audit.Minor, true, aims.Yes, ""},
		{audit.Minor, false, aims.Unknown, certification.NotSupplied},
		{audit.Major, true, aims.No, certification.InternalMajorOpen},
		{audit.Major, false, aims.No, certification.InternalMajorOpen},
	} {
		s := ready()
		s.Findings[0].Grade = test.grade
		if !test.supplied {
			s.Supplied = slices.DeleteFunc(s.Supplied, func(k aims.Kind) bool { return k == audit.KindFinding })
		}
		list := conditions(t, s, onDay("2026-06-30"))
		k := list[slices.IndexFunc(list, func(k certification.Condition) bool { return k.Code == certification.NoOpenMajor })]
		if k.Met != test.met || test.code == "" != (len(k.Reasons) == 0) {
			t.Errorf("%s, supplied %v: %s %v", test.grade, test.supplied, k.Met, k.Reasons)
			continue
		}
		for _, r := range k.Reasons {
			if r.Code != test.code {
				t.Errorf("%s, supplied %v: %v", test.grade, test.supplied, r)
			}
		}
	}
}

// A recertification audit before a suspension has to be repeated only once the
// certificate expired while suspended.
func TestDue_recertificationBeforeTheSuspension(t *testing.T) {
	const suspended = toRecert + "; 2029-03-01 suspended failure"
	for _, test := range []struct {
		desc, history, at string
		want              bool
	}{
		{"before the suspension", toRecert, "2029-02-28", false},
		{"suspended", suspended, "2029-05-03", false},
		{"expired while suspended", suspended, "2029-05-04", true},
		{"and audited again", suspended + "; 2029-06-01 recertification-concluded clear", "2029-06-01", false},
		{"and audited again, with majors", suspended + "; 2029-06-01 recertification-concluded majors-open", "2029-06-01", false},
		{"expired, not suspended", toRecert, "2029-05-04", false},
	} {
		s, problem := replay(t, test.history, onDay(test.at))
		if problem != "" {
			t.Fatal(problem)
		}
		got := slices.ContainsFunc(s.Due, func(a certification.Appointment) bool { return a.Code == certification.DueRecertification })
		if got != test.want {
			t.Errorf("%s: %v", test.desc, strings.Join(lines(s.Due), "; "))
		}
	}
}

// Sites that are not sampled take turns: as many as are due, the longest
// unvisited first, none of them by chance before its turn.
func TestSelectSites_rotationFillsTheSize(t *testing.T) {
	p := certification.Population{Occasion: surveillance, Sampled: aims.No, Seed: "seed", Sites: []certification.Candidate{{ID: "head office", Central: aims.Yes}}}
	for i := range 10 {
		c := certification.Candidate{ID: fmt.Sprintf("site %d", i)}
		if i > 0 {
			c.Visited = onDay("2026-01-01").AddDays(-100 * i)
		}
		p.Sites = append(p.Sites, c)
	}
	s := selected(t, p)
	var got []string
	for _, c := range s.Chosen {
		got = append(got, fmt.Sprint(c.Site, " ", c.Code))
	}
	want := []string{
		"head office " + string(certification.CentralAudited), "site 0 " + string(certification.RotationChosen),
		"site 9 " + string(certification.RotationChosen), "site 8 " + string(certification.RotationChosen),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if s.Size != 3 || s.Random != 0 {
		t.Errorf("size %d, of them %d at random", s.Size, s.Random)
	}
}

// A share that is just what the limit allows is applied, not cut.
func TestAuditTime_integrationAtTheLimit(t *testing.T) {
	for _, test := range []struct {
		share string
		code  aims.Code
	}{{"-0.19", certification.IntegrationApplied}, {"-0.2", certification.IntegrationApplied}, {"-0.21", certification.IntegrationCapped}} {
		e := estimate(t, certification.Workload{
			Occasion: initial, Standards: []certification.Load{load("QMS", 425), load("QMS", 425)}, Integration: less(test.share),
		})
		var got []aims.Code
		for _, s := range e.Steps {
			if s.Code == certification.IntegrationApplied || s.Code == certification.IntegrationCapped {
				got = append(got, s.Code)
			}
		}
		if diff := cmp.Diff([]aims.Code{test.code}, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.share, diff)
		}
	}
}

// A transfer may bring the scope of the body that takes over.
func TestMD2_transferTakesTheScope(t *testing.T) {
	for history, want := range map[string]string{"transferred body=second scope=moved": "moved", "transferred body=second": "as applied for"} {
		s, problem := replay(t, toCertified+"; 2026-09-01 "+history, onDay("2026-09-01"))
		if problem != "" || s.Scope.Text != want || s.Body.Name != "second" {
			t.Errorf("%s: %+v %s", history, s.Scope, problem)
		}
	}
}

// The follow-ups of a decision know an action from the day on which it was
// recorded.
func TestDecide_followUpSeesTheActionOfTheDay(t *testing.T) {
	at := onDay("2026-10-06")
	for recorded, seen := range map[aims.Date]bool{at: true, at + 1: false} {
		c := techServe()
		c.Actions[0].Recorded = recorded
		d := decide(t, c, at)
		got := slices.ContainsFunc(d.FollowUps, func(f certification.FollowUp) bool { return slices.Contains(f.Actions, "CA-03") })
		if d.Outcome != certification.Grant || got != seen {
			t.Errorf("recorded %s: %s, the action is seen: %v", recorded, d.Outcome, got)
		}
	}
}

// From the very day on which a body ceases, a transfer has a last day.
func TestMD2_transferFromABodyThatCeasesToday(t *testing.T) {
	for ceased, until := range map[string]string{"2026-08-31": "2027-02-28", "2026-09-01": ""} {
		cert := certificate(t, toCertified)
		cert.Body = body("first", "a", "", ceased)
		checks, err := certification.TransferChecks(cert, body("second", "accreditor", "", ""), onDay("2026-08-31"), certification.Default())
		if err != nil {
			t.Fatal(err)
		}
		if got := checks[1].Until; got.String() != until || checks[1].Met != aims.Yes {
			t.Errorf("ceases on %s: %s until %q", ceased, checks[1].Met, got)
		}
	}
}

// What no rule sets a day for comes after everything that has one.
func TestDue_withoutADayComesLast(t *testing.T) {
	for _, test := range []struct{ history, at string }{
		{toCertified + "; 2027-03-01 surveillance-concluded plans-open", "2027-03-01"},
		{toCertified + "; 2027-03-01 surveillance-concluded majors-open", "2027-03-01"},
	} {
		s, problem := replay(t, test.history, onDay(test.at))
		if problem != "" {
			t.Fatal(problem)
		}
		dated, undated := 0, 0
		for _, a := range s.Due {
			switch {
			case a.Latest == 0:
				undated++
			case undated > 0:
				t.Errorf("%s after what has no day: %v", a.ID, lines(s.Due))
			default:
				dated++
			}
		}
		if dated == 0 || undated == 0 {
			t.Errorf("%d with a day and %d without: %v", dated, undated, lines(s.Due))
		}
	}
}

// Only where fewer count than there are has somebody to say why.
func TestPersonnel_groundWhereFewerCount(t *testing.T) {
	for effective, missing := range map[string]bool{"10": false, "9.5": true} {
		err := certification.Personnel{Title: "office", Persons: aims.AmountInt(10), Effective: aims.MustAmount(effective)}.Validate()
		if got := len(aims.Problems(err)) == 1 && aims.Problems(err)[0].Path == "/ground"; got != missing || !missing && err != nil {
			t.Errorf("%s of 10: %v", effective, err)
		}
	}
}

// An audit that ended on the day of the decision before is one that this
// decision rested on, and not the next.
func TestDecide_auditsOfTheDayOfTheDecisionBefore(t *testing.T) {
	granted := onDay("2026-10-06")
	before := func(base string, asked certification.Outcome) (certification.Case, *audit.Audit) {
		c := baseCase(t, base, "")
		c.Asked = asked
		last := &c.Audits[len(c.Audits)-1]
		last.Opened, last.LastDay, last.Concluded = granted.AddDays(-1), granted, granted
		return c, last
	}
	missing := func(c certification.Case, at aims.Date, rule aims.Code) {
		t.Helper()
		r := rulingOf(t, decide(t, c, at), rule)
		if r.Met != aims.No || r.Reasons[0].Code != certification.AuditMissing {
			t.Errorf("%s: %s %s %v", c.Asked, rule, r.Met, r.Reasons)
		}
	}
	c, _ := before("certified", certification.Maintain)
	missing(c, onDay("2027-08-20"), certification.SurveillanceDone)

	c, last := before("certified", certification.ExtendScope)
	last.Type = audit.Special
	missing(c, onDay("2027-08-20"), certification.ScopeAudited)

	c, _ = before("renewal", certification.Renew)
	missing(c, granted, certification.RecertificationDone)

	// Nor does it mark the beginning of the audits that a renewal rests on.
	c, _ = before("renewal", certification.Renew)
	special := c.Audits[0]
	special.ID, special.Type, special.Team = "audit-special", audit.Special, []audit.Member{{Person: "p-special", Role: audit.Auditor}}
	special.Opened, special.LastDay, special.Concluded = onDay("2028-05-02"), onDay("2028-05-02"), onDay("2028-05-02")
	c.Audits, c.Persons = append(c.Audits, special), append(c.Persons, aims.Person{ID: "p-special"})
	c.Deciders = []aims.PersonID{"p-special"}
	if r := rulingOf(t, decide(t, c, onDay("2029-07-01")), certification.DecidersIndependent); r.Met != aims.Yes {
		t.Errorf("who audited before bars nobody: %s %v", r.Met, r.Reasons)
	}
}

// A result without requirements does not show that there is no major gap.
func TestNoMajorGap_withoutRequirements(t *testing.T) {
	v, err := audit.Open(ready(), audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	result, err := rules.Evaluate(v, onDay("2026-06-30"), rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	result.Requirements, result.Controls = nil, nil
	for _, k := range certification.Preconditions(result, certification.Default()) {
		if k.Code == certification.NoMajorGap && k.Met != aims.Unknown {
			t.Errorf("%s: %v", k.Met, k.Reasons)
		}
	}
}
