package certification_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/google/go-cmp/cmp"
)

// verifiedMajor is a major nonconformity of an audit on a day, the implementation
// for which was verified on another.
func verifiedMajor(id audit.FindingID, of audit.AuditID, on, verified string) audit.Finding {
	return audit.Finding{
		ID: id, Audit: of, Title: "a major", Grade: audit.Major, Key: aims.ClauseKey("8.2"), On: onDay(on),
		Steps: append(stepsTo(audit.PlanAccepted, on), stepTo(audit.ActionDone, verified), stepTo(audit.ImplementedVerified, verified)),
	}
}

// TestClause_9_6_3_whatTheFileLacks: before a renewal the file notes the end of
// the recertification audit on its last day, whatever else was open then, and
// once that everything was resolved; what no record tells of it does not.
func TestClause_9_6_3_whatTheFileLacks(t *testing.T) {
	bases := make(map[string]json.RawMessage)
	readFile(t, "bases.json", &bases)
	const surveillance, recertification = "audit-surveillance-2", "audit-recertification"
	late := verifiedMajor("F-90", surveillance, "2028-08-08", "2029-07-20")
	for _, test := range []struct {
		desc     string
		findings []audit.Finding
		noted    bool // the file holds the end of the recertification audit, with majors open
		want     string
	}{
		{
			"a major of the surveillance is verified before the audit",
			[]audit.Finding{verifiedMajor("F-90", surveillance, "2028-08-08", "2029-03-20")},
			false,
			"2029-03-20 findings-resolved; 2029-06-20 recertification-concluded clear; 2029-08-01 renewed",
		},
		{
			"and after it",
			[]audit.Finding{late},
			false,
			"2029-06-20 recertification-concluded majors-open; 2029-07-20 findings-resolved; 2029-08-01 renewed",
		},
		{
			"one of either",
			[]audit.Finding{late, verifiedMajor("F-91", recertification, "2029-06-20", "2029-07-25")},
			false,
			"2029-06-20 recertification-concluded majors-open; 2029-07-25 findings-resolved; 2029-08-01 renewed",
		},
		{
			"one of either, both on file",
			[]audit.Finding{late, verifiedMajor("F-91", recertification, "2029-06-20", "2029-07-25")},
			true,
			"2029-07-25 findings-resolved; 2029-08-01 renewed",
		},
		{"nothing on record of the surveillance", nil, false, ""},
		{"nothing on record of the audit", []audit.Finding{verifiedMajor("F-90", surveillance, "2028-08-08", "2029-03-20")}, true, ""},
	} {
		t.Run(test.desc, func(t *testing.T) {
			c, policy := decideCase(t, bases, decideInput{Base: "renewal"})
			var events []audit.Event
			for _, e := range c.Certificate.Events {
				if e.Type == audit.Maintained && e.On >= onDay("2028-08-08") {
					continue
				}
				if e.Type == audit.SurveillanceConcluded && e.On == onDay("2028-08-08") {
					e.Outcome = audit.MajorsOpen
				}
				events = append(events, e)
			}
			if test.noted {
				events = append(events, audit.Event{Type: audit.RecertificationConcluded, On: onDay("2029-06-20"), Outcome: audit.MajorsOpen, Audit: recertification})
			}
			c.Certificate.Events = events
			c.Findings = append(c.Findings, test.findings...)
			d, err := certification.Decide(c, policy, onDay("2029-08-01"))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, e := range d.Events {
				got = append(got, strings.TrimSpace(e.On.String()+" "+string(e.Type)+" "+string(e.Outcome)))
			}
			if diff := cmp.Diff(test.want, strings.Join(got, "; ")); diff != "" {
				t.Errorf("%v (-want +got)\n%s", sentences(d), diff)
			}
		})
	}
}
