package aims_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/google/go-cmp/cmp"
)

func TestStandingOf(t *testing.T) {
	now := aims.DigestBytes([]byte("the text as it stands"))
	before := aims.DigestBytes([]byte("the text before the change"))
	at := aims.MustDate("2026-06-01")
	approve := func(by aims.PersonID, on string, d aims.Digest, until string) aims.Approval {
		a := aims.Approval{By: by, On: aims.MustDate(on), Digest: d}
		if until != "" {
			a.Until = aims.MustDate(until)
		}
		return a
	}
	for _, tt := range []struct {
		desc      string
		digest    aims.Digest
		approvals []aims.Approval
		want      aims.Standing
		by        aims.PersonID
	}{
		{"nobody", now, nil, aims.Unapproved, ""},
		{"approved", now, []aims.Approval{approve("p-1", "2026-05-01", now, "")}, aims.Approved, "p-1"},
		{"on the day itself", now, []aims.Approval{approve("p-1", "2026-06-01", now, "2026-06-01")}, aims.Approved, "p-1"},
		{"tomorrow is not seen", now, []aims.Approval{approve("p-1", "2026-06-02", now, "")}, aims.Unapproved, ""},
		{"changed since", now, []aims.Approval{approve("p-1", "2026-05-01", before, "")}, aims.Voided, "p-1"},
		{"changed, and approved again", now, []aims.Approval{approve("p-1", "2026-05-01", before, ""), approve("p-2", "2026-05-20", now, "")}, aims.Approved, "p-2"},
		{"changed back to what was approved", now, []aims.Approval{approve("p-1", "2026-05-01", now, ""), approve("p-2", "2026-05-20", before, "")}, aims.Approved, "p-1"},
		{"lapsed yesterday", now, []aims.Approval{approve("p-1", "2026-05-01", now, "2026-05-31")}, aims.Lapsed, "p-1"},
		{"lapsed, and another voided later", now, []aims.Approval{approve("p-1", "2026-05-01", now, "2026-05-31"), approve("p-2", "2026-05-20", before, "")}, aims.Lapsed, "p-1"},
		{"two approve: the later counts, in any order", now, []aims.Approval{approve("p-2", "2026-05-20", now, ""), approve("p-1", "2026-05-01", now, "")}, aims.Approved, "p-2"},
		{"two on one day: the last in the list", now, []aims.Approval{approve("p-1", "2026-05-01", now, ""), approve("p-2", "2026-05-01", now, "")}, aims.Approved, "p-2"},
		{"an approval without a day is none", now, []aims.Approval{{By: "p-1", Digest: now}}, aims.Unapproved, ""},
		{"without a digest nothing is approved", "", []aims.Approval{{By: "p-1", On: at}}, aims.Voided, "p-1"},
	} {
		got, by := aims.StandingOf(tt.digest, tt.approvals, at)
		if got != tt.want || by.By != tt.by {
			t.Errorf("%s: %v by %q, want %v by %q", tt.desc, got, by.By, tt.want, tt.by)
		}
	}
}

func TestApprovalValidate(t *testing.T) {
	digest := aims.DigestBytes(nil)
	for _, tt := range []struct {
		desc string
		a    aims.Approval
		want []string
	}{
		{"complete", aims.Approval{By: "p-1", On: 5, Digest: digest, Until: 5, Note: "for a year"}, nil},
		{"empty", aims.Approval{}, []string{"/by aims/missing", "/on aims/missing", "/digest aims/missing"}},
		{"ends before it begins", aims.Approval{By: "p-1", On: 5, Digest: digest, Until: 4}, []string{"/until aims/dates-swapped"}},
		{"malformed all through", aims.Approval{By: "-", On: -1, Digest: "md5:0", Until: -1, Note: "\x00"}, []string{
			"/by aims/id-malformed", "/on aims/date-malformed", "/digest aims/digest-malformed", "/until aims/date-malformed", "/note aims/text-malformed",
		}},
	} {
		got := lines(func(c *aims.Checker) { c.Nest("", tt.a.Validate()) })
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s (-want +got)\n%s", tt.desc, d)
		}
	}
}
