package impact_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// today is the day at which the tests judge.
const today = "2026-06-01"

var equalAmounts = cmp.Comparer(func(a, b aims.Amount) bool { return a.Equal(b) })

func day(s string) aims.Date { return aims.MustDate(s) }

// same compares two values.
func same(t testing.TB, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got, equalAmounts); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// evidence is what a host supplies, by id.
type evidence map[aims.EvidenceID]aims.Evidence

func (e evidence) lookup(id aims.EvidenceID) (aims.Evidence, bool) {
	found, ok := e[id]
	return found, ok
}

// accepted is evidence that somebody other than its owner accepted for 8.4.
func accepted(id aims.EvidenceID) aims.Evidence {
	return aims.Evidence{
		ID: id, Title: "Test of the measure", Form: aims.FormTestResult, Location: "tests/1", Owner: "p-dev", Collected: day("2026-04-01"),
		Judgments: []aims.Judgment{{For: aims.ClauseKey("8.4"), On: day("2026-04-10"), By: "p-risk", Accepted: aims.Yes}},
	}
}

// method is the default one, approved.
func method(t testing.TB) impact.Method {
	t.Helper()
	m := impact.Default()
	m.Approvals = []aims.Approval{{By: "p-ceo", On: day("2026-01-10"), Digest: digest(t, m.Content())}}
	return m
}

func digest(t testing.TB, content any) aims.Digest {
	t.Helper()
	d, err := aims.DigestOf(content)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// sound is an assessment on which no rule observes anything, with its facts.
func sound(t testing.TB) (impact.Assessment, impact.Method, impact.Facts) {
	t.Helper()
	m := method(t)
	said := impact.Basis{Ground: impact.Stated, By: "p-owner", On: day("2026-03-01")}
	measured := impact.Basis{Ground: impact.Measured, By: "p-dev", On: day("2026-03-05"), Evidence: []aims.EvidenceID{"e-test"}}
	a := impact.Assessment{
		ID: "ia-1", Recorded: day("2026-03-20"), Title: "Credit scoring", System: "s-credit", Screening: "scr-1",
		Version: "2.1", Method: digest(t, m.Content()), On: day("2026-03-15"), Assessors: []aims.PersonID{"p-owner", "p-dev"},
		Scope: impact.Scope{
			Scenarios: []impact.Scenario{
				{ID: "use", Kind: impact.IntendedUse, What: "A clerk decides on a loan with the score in view", Basis: said},
				{ID: "alone", Kind: impact.Misuse, What: "The score decides alone", Basis: said},
				{ID: "drift", Kind: impact.Failure, What: "The score is wrong for people with a short history", Basis: said},
			},
			Purpose: impact.Statement{Text: "To tell how likely a loan is repaid", Basis: said}, Users: []string{"loan clerks"},
			Data: impact.Statement{Text: "Payment history of ten years", Basis: said}, Datasets: []aims.DatasetID{"d-1"},
			Model:  impact.Statement{Text: "Gradient boosting; weak for short histories", Basis: measured},
			Models: []impact.Model{{Name: "score", Version: "7"}}, Oversight: aims.InTheLoop,
			Technical: impact.Statement{Text: "Called by the loan desk", Basis: said},
			Societal:  impact.Statement{Text: "Loans are the way to a home for many", Basis: said}, Jurisdictions: []string{"DE"},
			Omissions: []impact.Omission{
				{Domain: impact.Accountability, Why: "Clerks answer for every decision", Basis: said},
				{Domain: impact.Security, Why: "Covered by the information security assessment", Basis: said},
				{Domain: impact.Safety, Why: "Nothing physical hangs on it", Basis: said},
				{Domain: impact.Health, Why: "Nothing of the kind was found", Basis: said},
				{Domain: impact.Accessibility, Why: "Applicants do not work with it", Basis: said},
				{Domain: impact.Environment, Why: "A score takes a thousandth of a watt hour", Basis: measured},
				{Domain: impact.Democracy, Why: "Nothing of the kind was found", Basis: said},
				{Domain: impact.PublicHealth, Why: "Nothing of the kind was found", Basis: said},
				{Domain: impact.Culture, Why: "Nothing of the kind was found", Basis: said},
			},
		},
		Parties: []impact.Party{
			{
				ID: "applicants", Party: "party-applicants", Title: "Applicants", Kind: impact.Individuals, Reach: impact.Direct,
				Size: aims.AmountInt(20000), Basis: said,
				Consultations: []impact.Consultation{{On: day("2026-02-20"), By: "p-owner", How: "Interviews with 12 applicants", Outcome: "Want reasons"}},
			},
			{
				ID: "elders", Title: "Applicants over 70", Kind: impact.Group, Reach: impact.Direct, Size: aims.AmountInt(300),
				Needs: []impact.Need{impact.Elderly}, WhyNot: "Spoken for by the consumer association, which was asked for applicants", Basis: said,
			},
			{
				ID: "society", Title: "The regional housing market", Kind: impact.Society, Reach: impact.Indirect, Basis: said,
				Consultations: []impact.Consultation{{On: day("2026-02-25"), How: "Meeting with the city"}},
			},
		},
		Impacts: []impact.Impact{
			harm("unfair", "elders", impact.Fairness, 4, 1, 2, 3),
			harm("leak", "applicants", impact.Privacy, 3, 3, 3, 2),
			harm("rights", "applicants", impact.HumanRights, 3, 2, 2, 2),
			harm("refused", "applicants", impact.Finance, 3, 2, 2, 3),
			harm("unexplained", "applicants", impact.Transparency, 2, 4, 1, 4),
			harm("prices", "society", impact.Economy, 2, 3, 2, 2),
			{
				ID: "access", Title: "Loans for people who had none", Party: "applicants", Domain: impact.Finance, Effect: impact.Benefit,
				Occurrence: impact.Actual, Scenario: "use", Inherent: impact.Rating{Scale: 3, Scope: 3}, Confidence: impact.HighConfidence,
				Rationale: "Seen in 2025", Basis: measured,
			},
		},
		Measures: []impact.Measure{{
			ID: "review", Title: "A second clerk looks at refusals", Controls: []aims.Key{aims.ControlKey("A.9.2")}, Owner: "p-owner",
			Due: day("2026-03-01"), Implemented: day("2026-02-15"), Evidence: []aims.EvidenceID{"e-1"},
			Credits: []impact.Credit{{Impact: "unfair", Likelihood: 2}, {Impact: "refused", Likelihood: 1}},
		}},
		Alternatives: []impact.Alternative{
			{What: "Clerks decide without a score", NoAI: aims.Yes, Chosen: aims.No, Why: "Slower, and no fairer in 2024", Basis: said},
		},
		Proportionality: impact.Proportionality{Necessary: aims.Yes, Proportionate: aims.Yes, Why: "Refusals are reviewed", Basis: said},
		Conclusion: impact.Conclusion{
			Decision: impact.Conditional, Why: "No harm is high with the review in place",
			Conditions: []impact.Condition{{ID: "reasons", What: "Give reasons with each refusal", Owner: "p-owner", Due: day("2026-09-30")}},
		},
		Owner: "p-owner", ReviewBy: day("2027-03-15"), RetainedUntil: day("2036-03-15"),
		UsedIn:      []aims.Ref{{Kind: "risk", ID: "r-1"}},
		Publication: impact.Publication{Summary: "We score loans", Audience: []string{"applicants"}, On: day("2026-04-01")},
	}
	for _, u := range m.Uses {
		answer := aims.No
		if u.ID == "selection" {
			answer = aims.Yes
		}
		a.Scope.Uses = append(a.Scope.Uses, impact.UseAnswer{Use: u.ID, Applies: answer, Why: "As the scenarios say", Basis: said})
	}
	a = approved(t, a)
	return a, m, impact.Facts{
		Evidence: evidence{"e-1": accepted("e-1"), "e-test": accepted("e-test")}.lookup,
		InRisks:  func(impact.AssessmentID) aims.Answer { return aims.Yes },
	}
}

// approved approves an assessment as it stands.
func approved(t testing.TB, a impact.Assessment) impact.Assessment {
	t.Helper()
	a.Approvals = []aims.Approval{{By: "p-ceo", On: day("2026-03-25"), Digest: digest(t, a.Content())}}
	return a
}

func harm(id impact.ImpactID, party impact.PartyID, d impact.Domain, levels ...int) impact.Impact {
	var l [4]risk.Level
	for i := range levels {
		l[i] = risk.Level(levels[i])
	}
	return impact.Impact{
		ID: id, Title: "Harm " + string(id), Party: party, Domain: d, Effect: impact.Harm, Occurrence: impact.Potential, Scenario: "drift",
		Inherent: impact.Rating{Scale: l[0], Scope: l[1], Irremediability: l[2], Likelihood: l[3]}, Confidence: impact.MediumConfidence,
		Rationale: "As tested", Basis: impact.Basis{Ground: impact.Stated, By: "p-owner", On: day("2026-03-01")},
	}
}

// evaluate evaluates an assessment that must be sound.
func evaluate(t testing.TB, a impact.Assessment, m impact.Method, f impact.Facts) *impact.Evaluation {
	t.Helper()
	e, err := impact.Evaluate(a, m, day(today), f)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// problem is a problem as the tests write it.
type problem struct {
	Code aims.Code
	Path string
}

func problemsOf(t testing.TB, err error) []problem {
	t.Helper()
	if err != nil && aims.Problems(err) == nil {
		t.Fatalf("error without problems: %v", err)
	}
	var out []problem
	for _, p := range aims.Problems(err) {
		if s := p.Sentence(); strings.ContainsAny(s, "{}") || s == string(p.Code) {
			t.Errorf("%s has no finished sentence: %q", p.Code, s)
		}
		out = append(out, problem{p.Code, p.Path})
	}
	return out
}
