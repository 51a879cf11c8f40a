package audit_test

import (
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// minor returns an issued minor nonconformity.
func minor(id audit.FindingID, k aims.Key, day string) audit.Finding {
	return audit.Finding{
		ID: id, Title: string(id), Grade: audit.Minor, Key: k, On: on(day), Audit: audit.AuditID("audit-" + day),
		Steps: []audit.Step{{To: audit.Issued, On: on(day)}},
	}
}

// steps adds steps, one a day, from the day after the last.
func steps(f audit.Finding, to ...audit.State) audit.Finding {
	f.Steps = slices.Clone(f.Steps)
	for _, s := range to {
		f.Steps = append(f.Steps, audit.Step{To: s, On: f.Steps[len(f.Steps)-1].On + 1})
	}
	return f
}

func threeWithinAYear() audit.SystemicPolicy {
	return audit.SystemicPolicy{
		Name: "ours", Version: "1", Attribution: aims.Attribution{Source: "audit procedure, section 7"}, Minors: 3, Within: "P1Y",
	}
}

// ISO/IEC 17021-1, 3.12: several minors on one requirement may show a systemic
// failure; the standard has no number, so the policy of the caller decides
// when to ask, and nobody decides but the auditor.
func TestISO17021_3_12_repeatedMinors(t *testing.T) {
	training := aims.ClauseKey("7.2")
	for _, c := range []struct {
		desc     string
		findings []audit.Finding
		want     []audit.FindingID
	}{
		{"none", nil, nil},
		{"two", []audit.Finding{minor("b", training, "2026-02-01"), minor("a", training, "2026-01-01")}, nil},
		{"three, one of them on a point", []audit.Finding{
			minor("c", aims.PointKey("7.2/e"), "2026-03-01"), minor("b", training, "2026-02-01"), minor("a", training, "2026-01-01"),
		}, []audit.FindingID{"a", "b", "c"}},
		{"three on three requirements", []audit.Finding{
			minor("a", training, "2026-01-01"), minor("b", aims.ClauseKey("7.3"), "2026-02-01"), minor("c", aims.ClauseKey("7"), "2026-03-01"),
		}, nil},
		{"a year apart, to the day", []audit.Finding{
			minor("a", training, "2025-06-01"), minor("b", training, "2025-07-01"), minor("c", training, "2026-06-01"),
		}, []audit.FindingID{"a", "b", "c"}},
		{"a year and a day apart", []audit.Finding{
			minor("a", training, "2025-05-31"), minor("b", training, "2025-07-01"), minor("c", training, "2026-06-01"),
		}, nil},
		{"two groups as large: the later", []audit.Finding{
			minor("a", training, "2024-01-01"), minor("b", training, "2024-01-02"), minor("c", training, "2024-01-03"),
			minor("d", training, "2026-01-01"), minor("e", training, "2026-01-02"), minor("f", training, "2026-01-03"),
		}, []audit.FindingID{"d", "e", "f"}},
		{"two groups: the larger", []audit.Finding{
			minor("a", training, "2024-01-01"), minor("b", training, "2024-01-02"), minor("c", training, "2024-01-03"), minor("d", training, "2024-01-04"),
			minor("e", training, "2026-01-01"), minor("f", training, "2026-01-02"), minor("g", training, "2026-01-03"),
		}, []audit.FindingID{"a", "b", "c", "d"}},
		{"closed ones count", []audit.Finding{
			steps(minor("a", training, "2026-01-01"), audit.Accepted, audit.PlanAccepted, audit.ActionDone, audit.ImplementedVerified, audit.EffectVerified, audit.Closed),
			minor("b", training, "2026-02-01"), minor("c", training, "2026-03-01"),
		}, []audit.FindingID{"a", "b", "c"}},
		{"withdrawn ones do not", []audit.Finding{
			steps(minor("a", training, "2026-01-01"), audit.Disputed, audit.Closed), minor("b", training, "2026-02-01"), minor("c", training, "2026-03-01"),
		}, nil},
		{"one whose withdrawal lies ahead does", []audit.Finding{
			minor("a", training, "2026-01-01"), minor("b", training, "2026-02-01"),
			steps(minor("c", training, "2026-06-29"), audit.Disputed, audit.Closed),
		}, []audit.FindingID{"a", "b", "c"}},
		{"drafts do not", []audit.Finding{
			{ID: "a", Grade: audit.Minor, Key: training, On: on("2026-01-01")}, minor("b", training, "2026-02-01"), minor("c", training, "2026-03-01"),
		}, nil},
		{"nor majors and opportunities", []audit.Finding{
			{ID: "a", Grade: audit.Major, Key: training, On: on("2026-01-01"), Steps: []audit.Step{{To: audit.Issued, On: on("2026-01-01")}}},
			{ID: "o", Grade: audit.Opportunity, Key: training, On: on("2026-01-01"), Steps: []audit.Step{{To: audit.Issued, On: on("2026-01-01")}}},
			minor("b", training, "2026-02-01"), minor("c", training, "2026-03-01"),
		}, nil},
		{"nor what comes later", []audit.Finding{
			minor("a", training, "2026-01-01"), minor("b", training, "2026-02-01"), minor("c", training, "2026-07-01"),
		}, nil},
		{"a finding carried forward is one", []audit.Finding{
			minor("a", training, "2026-01-01"), carrying(minor("b", training, "2026-02-01"), "a"), minor("c", training, "2026-03-01"),
		}, nil},
		{"and counts with others", []audit.Finding{
			minor("a", training, "2026-01-01"), carrying(minor("b", training, "2026-02-01"), "a"), minor("c", training, "2026-03-01"), minor("d", training, "2026-03-01"),
		}, []audit.FindingID{"b", "c", "d"}},
	} {
		got, err := audit.Systemic(c.findings, on(day), threeWithinAYear())
		if err != nil {
			t.Fatal(err)
		}
		var ids []audit.FindingID
		for _, p := range got {
			ids = append(ids, p.Findings...)
		}
		if diff := cmp.Diff(c.want, ids); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.desc, diff)
		}
	}
}

func carrying(f audit.Finding, earlier audit.FindingID) audit.Finding {
	f.Carried = earlier
	return f
}

func TestSystemic_proposal(t *testing.T) {
	p := threeWithinAYear()
	p.Minors, p.Within = 2, ""
	control, own := aims.ControlKey("A.5.4"), key(t, "own/C-1")
	without := minor("f", own, "2020-01-01")
	without.Audit = ""
	got, err := audit.Systemic([]audit.Finding{
		without, minor("e", own, "2026-05-02"), minor("d", control, "2026-05-02"), minor("c", control, "2019-01-01"),
		minor("b", aims.ClauseKey("10.2"), "2026-05-02"), minor("a", aims.ClauseKey("10.2"), "2026-05-02"),
	}, on(day), p)
	if err != nil {
		t.Fatal(err)
	}
	want := []audit.Proposal{
		{Key: aims.ClauseKey("10.2"), Findings: []audit.FindingID{"a", "b"}, Audits: []audit.AuditID{"audit-2026-05-02"}, From: on("2026-05-02"), To: on("2026-05-02"), Policy: "ours 1"},
		{Key: control, Findings: []audit.FindingID{"c", "d"}, Audits: []audit.AuditID{"audit-2019-01-01", "audit-2026-05-02"}, From: on("2019-01-01"), To: on("2026-05-02"), Policy: "ours 1"},
		{Key: own, Findings: []audit.FindingID{"f", "e"}, Audits: []audit.AuditID{"audit-2026-05-02"}, From: on("2020-01-01"), To: on("2026-05-02"), Policy: "ours 1"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if s := got[1].Sentence(); s != "proposal only: 2 minor nonconformities on iso42001/A.5.4 from 2019-01-01 to 2026-05-02 may show a systemic failure (policy ours 1); judge whether together they are a major one" {
		t.Error(s)
	}
}

func TestSystemicPolicy_Validate(t *testing.T) {
	for _, c := range []struct {
		desc string
		p    audit.SystemicPolicy
		want []place
	}{
		{"sound", threeWithinAYear(), nil},
		{"zero", audit.SystemicPolicy{}, []place{{aims.Missing, "/name"}, {aims.Missing, "/version"}, {aims.Missing, "/attribution/source"}, {audit.TooFew, "/minors"}}},
		{"one", audit.SystemicPolicy{Name: "n", Version: "1", Attribution: aims.Attribution{Source: "s", Confidence: "\x00"}, Minors: 1, Within: "1Y"}, []place{
			{aims.TextMalformed, "/attribution/confidence"}, {audit.TooFew, "/minors"}, {aims.IntervalMalformed, "/within"},
		}},
	} {
		if diff := cmp.Diff(c.want, places(c.p.Validate())); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.desc, diff)
		}
		if _, err := audit.Systemic(nil, 1, c.p); (err != nil) != (c.want != nil) {
			t.Errorf("%s: %v", c.desc, err)
		}
	}
}

// The oracle tries every first day of an interval.
func TestSystemic_oracle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := threeWithinAYear()
		p.Minors = rapid.IntRange(2, 4).Draw(t, "minors")
		p.Within = rapid.SampledFrom([]aims.Interval{"", "P10D", "P1M"}).Draw(t, "within")
		var findings []audit.Finding
		for i := range rapid.IntRange(0, 9).Draw(t, "n") {
			d := on("2026-01-31").AddDays(rapid.IntRange(0, 60).Draw(t, "day"))
			findings = append(findings, minor(audit.FindingID('a'+rune(i)), aims.ClauseKey("7.2"), d.String()))
		}
		most := 0
		for _, first := range findings {
			n := 0
			for _, f := range findings {
				if f.On >= first.On && (p.Within == "" || f.On <= p.Within.After(first.On)) {
					n++
				}
			}
			most = max(most, n)
		}
		got, err := audit.Systemic(findings, on("2026-12-31"), p)
		switch {
		case err != nil:
			t.Fatal(err)
		case (len(got) > 0) != (most >= p.Minors), len(got) > 0 && len(got[0].Findings) != most:
			t.Fatalf("%+v, want a group of %d", got, most)
		}
	})
}
