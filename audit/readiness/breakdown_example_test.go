package readiness_test

import (
	"fmt"
	"log"
	"os"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
)

// techServe returns the fifth month of the company of examples/techserve, with
// an edit.
func techServe(edit func(*audit.Snapshot)) readiness.Basis {
	data, err := os.ReadFile("../../examples/techserve/snapshots/month05.json")
	if err != nil {
		log.Fatal(err)
	}
	s, _, err := audit.Decode(data, aims.DecodeOptions{})
	if err != nil {
		log.Fatal(err)
	}
	edit(&s)
	return open(s, s.Taken.String())
}

func asItIs(*audit.Snapshot) {}

// Where a company stands by clause and by group of controls. The contributions
// add up to the total.
func ExampleReport_Parts() {
	report, err := open(policyRecords("2026-09-30"), "2026-06-30").Assess()
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range report.Parts() {
		if p.Score.Judged > 0 {
			brings := p.Contribution
			brings.Total = report.Total.Total
			fmt.Printf("%s: %s, at best %s; it brings %s\n", p.Key, p.Score.Score(), p.Score.Upper(), brings.Score())
		}
	}
	fmt.Println("total:", report.Total.Score())
	// Output:
	// iso42001/5: 0.3333, at best 1; it brings 0.0187
	// iso42001/6: 0, at best 0.5; it brings 0
	// iso42001/7: 0.1428, at best 0.5715; it brings 0.0187
	// total: 0.0375
}

// What each requirement rests on.
func ExampleBasis_Contributions() {
	list, err := open(policyRecords("2026-09-30"), "2026-06-30").Contributions()
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range list {
		if s.Verdict == aims.Conforms {
			fmt.Println(s.Key, "rests on", s.Records)
		}
	}
	// Output:
	// iso42001/5.2 rests on [communication/letter document/policy-pdf evidence/receipts person/p-ceo policy/policy]
}

// Which AI system holds the company back: what stands worse for it alone than
// for another one alone.
func ExampleBasis_Systems() {
	parts, err := techServe(asItIs).Systems()
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range parts {
		fmt.Println(p.System, p.Own)
	}
	// Output:
	// sys-forecast [iso42001/8.2]
	// sys-payment-risk []
	// sys-workforce [iso42001/4.3 iso42001/6.1.4 iso42001/8.2 iso42001/8.4 iso42001/A.5.5]
	// sys-assistant [iso42001/8.2]
}

// The same by site. Systems that no record places at a site stand by
// themselves, as the last part.
func ExampleBasis_Sites() {
	parts, err := techServe(func(s *audit.Snapshot) {
		for i := range s.Systems {
			switch s.Systems[i].ID {
			case "sys-forecast":
				s.Systems[i].Sites = []string{"Lyon"}
			case "sys-workforce":
				s.Systems[i].Sites = []string{"Lyon", "Porto"}
			}
		}
	}).Sites()
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range parts {
		fmt.Printf("%q %v: %v\n", p.Site, p.Systems, p.Own)
	}
	// Output:
	// "Lyon" [sys-forecast sys-workforce]: [iso42001/8.2 iso42001/8.4 iso42001/A.5.5]
	// "Porto" [sys-workforce]: [iso42001/4.3 iso42001/6.1.4 iso42001/8.2 iso42001/8.4 iso42001/A.5.5]
	// "" [sys-payment-risk sys-assistant]: []
}

// What it would be to certify two systems first.
func ExamplePilot() {
	trial, err := readiness.Pilot(techServe(asItIs), []aims.SystemID{"sys-payment-risk", "sys-assistant"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(trial.Before.SystemsIn, "systems in scope, of the pilot", trial.After.SystemsIn)
	fmt.Println(len(trial.Before.Gaps), "gaps, of the pilot", len(trial.After.Gaps))
	for _, m := range trial.Delta.Items {
		fmt.Println(m.Key, m.Before.Verdict, "→", m.After.Verdict)
	}
	for _, r := range trial.After.Remarks {
		fmt.Println(r.Sentence())
	}
	// Output:
	// 4 systems in scope, of the pilot 2
	// 20 gaps, of the pilot 18
	// iso42001/8.2 major-gap → minor-gap
	// iso42001/8.4 minor-gap → conforms
	// iso42001/A.5.5 minor-gap → conforms
	// the scope leaves out sys-forecast, which customers or people at high risk meet: a certificate may mislead them
	// the scope leaves out sys-workforce, which customers or people at high risk meet: a certificate may mislead them
}

// What to find out next: first what narrows the score most for its effort, and
// what each answer would make of it.
func ExampleNextBest() {
	report, err := open(policyRecords("2026-09-30"), "2026-06-30").Assess()
	if err != nil {
		log.Fatal(err)
	}
	days := aims.AmountInt
	questions, err := readiness.NextBest(report, map[aims.Key]aims.Amount{
		aims.ClauseKey("7.1"): days(1), aims.ClauseKey("8.2"): days(3), aims.ControlKey("A.10.4"): days(1),
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, q := range questions[:3] {
		fmt.Printf("%s narrows by %s for %s\n", q.Key, q.Narrows, q.Effort)
	}
	for _, o := range questions[1].Outcomes {
		fmt.Printf("%s, excluded: %t: %s, at best %s\n", o.Verdict, o.Excluded, o.Total.Score(), o.Total.Upper())
	}
	// Output:
	// iso42001/7.1 narrows by 0.0187 for 1
	// iso42001/A.10.4 narrows by 0.0105 for 1
	// iso42001/8.2 narrows by 0.0187 for 3
	// major-gap, excluded: false: 0.0375, at best 0.877
	// minor-gap, excluded: false: 0.0427, at best 0.8823
	// conforms, excluded: false: 0.048, at best 0.8875
	// cannot-tell, excluded: true: 0.0375, at best 0.8875
}
