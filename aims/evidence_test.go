package aims_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/google/go-cmp/cmp"
)

var (
	evidenceBytes = aims.DigestBytes([]byte("the report"))
	evidenceFor   = aims.PointKey("6.1.3/f")
)

// proof is evidence on which every step was taken, each a day after the one
// before: collected on 1 March 2026, retrieved, verified, accepted on 4 March.
func proof() aims.Evidence {
	day := aims.MustDate("2026-03-01")
	return aims.Evidence{
		ID: "e-1", Title: "Test report", Form: aims.FormTestResult, Location: "reports/1", Owner: "p-owner",
		Collected: day, Digest: evidenceBytes,
		Retrieved: &aims.Retrieval{On: day + 1, By: "p-reader", Digest: evidenceBytes},
		Verified:  &aims.Verification{On: day + 2, By: "p-reader", Supports: aims.Yes},
		Judgments: []aims.Judgment{{For: evidenceFor, On: day + 3, By: "p-judge", Accepted: aims.Yes}},
	}
}

func TestEvidenceStateDayByDay(t *testing.T) {
	day := aims.MustDate("2026-03-01")
	for i, want := range []aims.EvidenceState{aims.NoEvidence, aims.Referenced, aims.Present, aims.Verified, aims.Accepted, aims.Accepted} {
		if got := proof().State(evidenceFor, day.AddDays(i-1), nil); got != want {
			t.Errorf("on %s: %v, want %v", day.AddDays(i-1), got, want)
		}
	}
}

func TestEvidenceState(t *testing.T) {
	day := aims.MustDate("2026-03-01")
	later := day + 10
	judge := func(by aims.PersonID, on aims.Date, accepted aims.Answer) aims.Judgment {
		return aims.Judgment{For: evidenceFor, On: on, By: by, Accepted: accepted}
	}
	for _, tt := range []struct {
		desc   string
		change func(*aims.Evidence)
		key    aims.Key
		may    func(aims.Judgment) bool
		want   aims.EvidenceState
	}{
		{desc: "every step taken", want: aims.Accepted},
		{desc: "recorded on the day itself", change: func(e *aims.Evidence) { e.Recorded = later }, want: aims.Accepted},
		{desc: "recorded later than the day", change: func(e *aims.Evidence) { e.Recorded = later + 1 }, want: aims.NoEvidence},
		{desc: "collected later than the day", change: func(e *aims.Evidence) { e.Collected = later + 1 }, want: aims.NoEvidence},
		{desc: "a pointer and nothing else", change: func(e *aims.Evidence) {
			e.Retrieved, e.Verified, e.Judgments = nil, nil, nil
		}, want: aims.Referenced},
		{desc: "retrieved, and nobody knows what the bytes were", change: func(e *aims.Evidence) {
			e.Digest, e.Verified, e.Judgments = "", nil, nil
		}, want: aims.Referenced},
		{desc: "read without saying whether it supports the claim", change: func(e *aims.Evidence) {
			e.Verified.Supports, e.Judgments = aims.Unknown, nil
		}, want: aims.Present},

		// Changed bytes.
		{desc: "bytes changed: acceptance of the old ones is worth nothing", change: func(e *aims.Evidence) {
			e.Retrieved.Digest = aims.DigestBytes([]byte("another report"))
		}, want: aims.Referenced},
		{desc: "bytes changed: a rejection stays", change: func(e *aims.Evidence) {
			e.Retrieved.Digest = aims.DigestBytes([]byte("another report"))
			e.Judgments = []aims.Judgment{judge("p-judge", day+3, aims.No)}
		}, want: aims.Rejected},
		{desc: "the change is seen later than the day", change: func(e *aims.Evidence) {
			e.Retrieved = &aims.Retrieval{On: later + 1, By: "p-reader", Digest: aims.DigestBytes(nil)}
		}, want: aims.Accepted},

		// Rejected.
		{desc: "rejected after acceptance", change: func(e *aims.Evidence) {
			e.Judgments = append(e.Judgments, judge("p-judge", day+5, aims.No))
		}, want: aims.Rejected},
		{desc: "accepted after rejection", change: func(e *aims.Evidence) {
			e.Judgments = append([]aims.Judgment{judge("p-judge", day, aims.No)}, e.Judgments...)
		}, want: aims.Accepted},
		{desc: "the latest counts, wherever it stands in the list", change: func(e *aims.Evidence) {
			e.Judgments = append([]aims.Judgment{judge("p-judge", day+5, aims.No)}, e.Judgments...)
		}, want: aims.Rejected},
		{desc: "two on one day: the last in the list", change: func(e *aims.Evidence) {
			e.Judgments = append(e.Judgments, judge("p-other", day+3, aims.No))
		}, want: aims.Rejected},
		{desc: "a rejection later than the day is not seen", change: func(e *aims.Evidence) {
			e.Judgments = append(e.Judgments, judge("p-judge", later+1, aims.No))
		}, want: aims.Accepted},
		{desc: "the reader found no support, whoever accepted it", change: func(e *aims.Evidence) { e.Verified.Supports = aims.No }, want: aims.Rejected},

		// Failed.
		{desc: "its outcome says no", change: func(e *aims.Evidence) { e.Outcome.Met = aims.No }, want: aims.Rejected},
		{desc: "97 passed, 3 failed, and nobody says that this is enough", change: func(e *aims.Evidence) {
			e.Outcome = aims.Outcome{Passed: aims.AmountInt(97), Failed: aims.AmountInt(3)}
		}, want: aims.Rejected},
		{desc: "97 passed, 3 failed, and the criteria were met", change: func(e *aims.Evidence) {
			e.Outcome = aims.Outcome{Met: aims.Yes, Passed: aims.AmountInt(97), Failed: aims.AmountInt(3)}
		}, want: aims.Accepted},
		{desc: "none failed", change: func(e *aims.Evidence) {
			e.Outcome = aims.Outcome{Passed: aims.AmountInt(97), Failed: aims.AmountInt(0)}
		}, want: aims.Accepted},
		{desc: "failed, and merely referenced", change: func(e *aims.Evidence) {
			*e = aims.Evidence{ID: "e-1", Outcome: aims.Outcome{Met: aims.No}}
		}, want: aims.Rejected},

		// Self-accepted.
		{desc: "accepted by the owner of the work", change: func(e *aims.Evidence) { e.Judgments[0].By = e.Owner }, want: aims.Verified},
		{desc: "no owner named: nothing shows that somebody else judged", change: func(e *aims.Evidence) { e.Owner = "" }, want: aims.Verified},
		{desc: "the owner's acceptance does not lift a rejection", change: func(e *aims.Evidence) {
			e.Judgments = []aims.Judgment{judge("p-judge", day+3, aims.No), judge(e.Owner, day+4, aims.Yes)}
		}, want: aims.Rejected},
		{desc: "the owner's acceptance does not void a proper one", change: func(e *aims.Evidence) {
			e.Judgments = append(e.Judgments, judge(e.Owner, day+5, aims.Yes))
		}, want: aims.Accepted},
		{desc: "the owner may reject", change: func(e *aims.Evidence) {
			e.Judgments = append(e.Judgments, judge(e.Owner, day+5, aims.No))
		}, want: aims.Rejected},
		{desc: "the policy admits nobody", may: func(aims.Judgment) bool { return false }, want: aims.Verified},
		{desc: "the policy admits the judge", may: func(j aims.Judgment) bool { return j.By == "p-judge" }, want: aims.Accepted},
		{desc: "no policy lets the owner accept", may: func(aims.Judgment) bool { return true }, change: func(e *aims.Evidence) { e.Judgments[0].By = e.Owner }, want: aims.Verified},
		{desc: "an empty judgment is none", change: func(e *aims.Evidence) { e.Judgments[0].Accepted = aims.Unknown }, want: aims.Verified},

		// For what it was accepted.
		{desc: "for the whole requirement: holds for its point", change: func(e *aims.Evidence) { e.Judgments[0].For = aims.ClauseKey("6.1.3") }, want: aims.Accepted},
		{desc: "for another point", key: aims.PointKey("6.1.3/g"), want: aims.Verified},
		{desc: "for a point: does not hold for the whole", key: aims.ClauseKey("6.1.3"), want: aims.Verified},
		{desc: "for another clause that begins alike", key: aims.ClauseKey("6.1"), want: aims.Verified},
		{desc: "for the same number in another framework", change: func(e *aims.Evidence) {
			e.Judgments[0].For = aims.Key{Framework: aims.FrameworkISO27001, ID: "A.5.2"}
		}, key: aims.ControlKey("A.5.2"), want: aims.Verified},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			e := proof()
			if tt.change != nil {
				tt.change(&e)
			}
			key := tt.key
			if key.IsZero() {
				key = evidenceFor
			}
			if got := e.State(key, later, tt.may); got != tt.want {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

func TestEvidenceFresh(t *testing.T) {
	day := aims.MustDate("2026-03-01")
	for _, tt := range []struct {
		desc    string
		expires aims.Date
		at      aims.Date
		want    bool
	}{
		{"before it was collected", 0, day - 1, false},
		{"on the day it was collected", 0, day, true},
		{"no end set", 0, day + 5000, true},
		{"on the last day", day + 30, day + 30, true},
		{"expired", day + 30, day + 31, false},
	} {
		e := aims.Evidence{Collected: day, Expires: tt.expires}
		if got := e.Fresh(tt.at); got != tt.want {
			t.Errorf("%s: %v", tt.desc, got)
		}
	}
	// Expiry is apart from the state: what was accepted stays so, and is stale.
	e := proof()
	e.Expires = day + 5
	if e.State(evidenceFor, day+6, nil) != aims.Accepted || e.Fresh(day+6) {
		t.Error("expiry changed the state, or did not make it stale")
	}
}

func TestEvidenceValidate(t *testing.T) {
	if err := proof().Validate(); err != nil {
		t.Errorf("the fixture is malformed: %v", err)
	}
	day := aims.MustDate("2026-03-01")
	bad := proof()
	bad.ID, bad.Form, bad.Location, bad.Title = "-", "rumour", " ", ""
	bad.Expires = day - 1
	bad.Retrieved.On = day - 1
	bad.Retrieved.By = ""
	bad.Verified.Supports = 9
	bad.Judgments = append(bad.Judgments, aims.Judgment{}, aims.Judgment{For: aims.Key{Framework: "x"}, On: day, By: "p", Accepted: aims.No, Reason: "\x00"})
	bad.Outcome = aims.Outcome{Met: 9, Passed: aims.AmountInt(-1), Failed: aims.AmountInt(-1)}
	got := lines(func(c *aims.Checker) { c.Nest("", bad.Validate()) })
	want := []string{
		"/id aims/id-malformed", "/title aims/missing", "/form aims/word-unknown", "/location aims/missing",
		"/expires aims/dates-swapped", "/retrieved/on aims/dates-swapped", "/retrieved/by aims/missing", "/verified/supports aims/word-unknown",
		"/judgments/1/for aims/missing", "/judgments/1/on aims/missing", "/judgments/1/by aims/missing", "/judgments/1/accepted aims/missing",
		"/judgments/2/for aims/key-malformed", "/judgments/2/reason aims/text-malformed",
		"/outcome/met aims/word-unknown", "/outcome/passed aims/negative", "/outcome/failed aims/negative",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}
