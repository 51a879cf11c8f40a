package impact_test

import (
	"fmt"
	"log"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// A system that sorts applications is screened and assessed. A measure lowers
// the harm once it works and evidence of that is accepted, and the rules say
// what the assessment lacks.
func Example() {
	day := aims.MustDate
	m := impact.Default() // an organization copies it, and has its own version approved
	digest, err := m.Digest()
	if err != nil {
		log.Fatal(err)
	}

	s := impact.Screening{ID: "scr-1", System: "cv-sorter", Method: digest, On: day("2026-02-01"), By: "p-hr", Needed: aims.Yes}
	for _, t := range m.Triggers {
		met := aims.No
		if t.ID == "essential" {
			met = aims.Yes
		}
		s.Answers = append(s.Answers, impact.TriggerAnswer{Trigger: t.ID, Met: met})
	}
	fmt.Println("full assessment asked for:", impact.Screened{Screening: s, Method: m}.Asked())

	a := impact.Assessment{
		ID: "ia-1", Title: "Sorting of applications", System: "cv-sorter", Version: "3", Screening: "scr-1", Method: digest, On: day("2026-03-01"),
		Parties: []impact.Party{
			{ID: "applicants", Title: "Applicants", Kind: impact.Individuals},
			{ID: "impaired", Title: "Applicants with gaps because of illness", Kind: impact.Group, Needs: []impact.Need{impact.Impaired}},
		},
		Impacts: []impact.Impact{{
			ID: "passed-over", Title: "Passed over for the gaps", Party: "impaired", Domain: impact.Fairness, Rights: aims.Yes,
			Effect: impact.Harm, Occurrence: impact.Potential,
			Inherent:   impact.Rating{Scale: 4, Scope: 1, Irremediability: 2, Likelihood: 3},
			Confidence: impact.LowConfidence,
		}, {
			ID: "faster", Title: "An answer within days", Party: "applicants", Domain: impact.Finance,
			Effect: impact.Benefit, Occurrence: impact.Actual, Inherent: impact.Rating{Scale: 2, Scope: 5},
		}},
		Measures: []impact.Measure{{
			ID: "blind", Title: "Gaps are hidden from the model", Controls: []aims.Key{aims.ControlKey("A.5.4")},
			Implemented: day("2026-02-20"), Evidence: []aims.EvidenceID{"test-7"},
			Credits: []impact.Credit{{Impact: "passed-over", Scale: 2, Likelihood: 2}},
		}},
	}
	facts := impact.Facts{Evidence: func(id aims.EvidenceID) (aims.Evidence, bool) {
		return aims.Evidence{
			ID: id, Title: "Test with pairs of applications", Form: aims.FormTestResult, Location: "tests/7", Owner: "p-dev",
			Collected: day("2026-03-10"),
			Judgments: []aims.Judgment{{For: aims.ControlKey("A.5.4"), On: day("2026-03-20"), By: "p-risk", Accepted: aims.Yes}},
		}, true
	}}

	for _, at := range []aims.Date{day("2026-03-15"), day("2026-04-01")} {
		e, err := impact.Evaluate(a, m, at, facts)
		if err != nil {
			log.Fatal(err)
		}
		worst := e.Profile(risk.Current, nil)
		level, _ := worst.Worst.Level()
		fmt.Printf("%v: at least %v, measure %v; harm %s (%v confidence); to few who are vulnerable: %v\n",
			at, e.Class.AtLeast, e.Progress("blind"), m.Label(level), worst.Confidence, e.Concentrated)
	}

	found, err := impact.Completeness(a, m, day("2026-04-01"), facts)
	if err != nil {
		log.Fatal(err)
	}
	for _, o := range found {
		if o.Verdict == aims.MajorGap {
			fmt.Println(o.Key, o.Verdict, o.Sentence())
		}
	}
	// Output:
	// full assessment asked for: yes
	// 2026-03-15: at least restricted, measure unproven; harm Critical (low confidence); to few who are vulnerable: [passed-over]
	// 2026-04-01: at least ordinary, measure effective; harm Low (low confidence); to few who are vulnerable: [passed-over]
	// iso42001/6.1.4/b major-gap ia-1 has no stakeholder analysis: nobody is named, or nobody was consulted and no reason is given; name those whom the system touches, and ask them or say why not
}

// A potential harm whose likelihood nobody assessed may be at several levels.
// It is not taken for unlikely.
func ExampleSpan() {
	m := impact.Default()
	digest, err := m.Digest()
	if err != nil {
		log.Fatal(err)
	}
	a := impact.Assessment{
		ID: "ia-1", Title: "Route planner", System: "routes", Method: digest,
		Parties: []impact.Party{{ID: "residents", Title: "Residents of side streets", Kind: impact.Group}},
		Impacts: []impact.Impact{{
			ID: "noise", Title: "Through traffic at night", Party: "residents", Domain: impact.Health,
			Effect: impact.Harm, Occurrence: impact.Potential, Inherent: impact.Rating{Scale: 3, Scope: 3, Irremediability: 1},
		}},
	}
	for _, likelihood := range []risk.Level{0, 3} {
		a.Impacts[0].Inherent.Likelihood = likelihood
		e, err := impact.Evaluate(a, m, aims.MustDate("2026-04-01"), impact.Facts{})
		if err != nil {
			log.Fatal(err)
		}
		span := e.Harm.Current
		if level, known := span.Level(); known {
			fmt.Println(m.Label(level))
		} else {
			fmt.Printf("%s to %s, for want of %v\n", m.Label(span.AtLeast), m.Label(span.AtMost), e.Impacts[0].Missing)
		}
	}
	// Output:
	// Low to High, for want of [likelihood]
	// Medium
}

// What an organization listed as prohibited stays so, whatever the levels say.
func ExampleMethod_Class() {
	m := impact.Default()
	for l := range m.Top() {
		fmt.Println(m.Label(l+1), m.Class(l+1))
	}
	for _, u := range m.Uses {
		if u.Class == impact.ProhibitedUse {
			fmt.Println(u.ID, u.Class)
		}
	}
	// Output:
	// Low ordinary
	// Medium ordinary
	// High sensitive
	// Critical restricted
	// unlawful prohibited
	// manipulation prohibited
}

// What is prepared once is judged at any number of days.
func ExampleJudge() {
	method := impact.Default()
	digest, err := method.Digest()
	if err != nil {
		log.Fatal(err)
	}
	judge, err := impact.NewJudge(method)
	if err != nil {
		log.Fatal(err)
	}
	prepared, err := judge.Prepare(impact.Assessment{
		ID: "ia-1", Title: "Sorting of applications", System: "cv-sorter", Method: digest, On: aims.MustDate("2026-03-01"),
		Measures: []impact.Measure{{ID: "blind", Title: "Gaps are hidden from the model", Implemented: aims.MustDate("2026-05-01")}},
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, on := range []string{"2026-02-01", "2026-04-01", "2026-06-01"} {
		e, err := prepared.Evaluate(aims.MustDate(on), impact.Facts{})
		if err != nil {
			fmt.Println(on, err)
			continue
		}
		fmt.Println(on, "the measure is", e.Progress("blind"))
	}

	// Output:
	// 2026-02-01 impact: the assessment is of a later day
	// 2026-04-01 the measure is pending
	// 2026-06-01 the measure is unproven
}
