package readiness_test

import (
	"fmt"
	"log"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
)

// monthTwo returns the gaps that a company stated in its first interviews, and
// what its people offer to do about them. Two ways lead to a risk process.
func monthTwo() (readiness.Report, []readiness.Action) {
	view, err := audit.Read([]byte(`{"format":"aimskit/0.1","taken":"2026-02-27"}`), audit.Options{})
	if err != nil {
		log.Fatal(err)
	}
	result, err := rules.Evaluate(view, view.Taken(), rules.Default())
	if err != nil {
		log.Fatal(err)
	}
	var stated []audit.GapStatement
	for i, clause := range []aims.Clause{"5.2", "6.1.2", "7.2", "7.3", "7.5.2"} {
		stated = append(stated, audit.GapStatement{
			ID: audit.GapID(fmt.Sprintf("g-%d", i)), Key: aims.ClauseKey(clause), Practice: "not yet", Verdict: aims.MajorGap, On: view.Taken(),
		})
	}
	report, err := readiness.Assess(result, stated, readiness.Default())
	if err != nil {
		log.Fatal(err)
	}
	actions, err := readiness.ReadActions([]byte(`{"format":"aimskit/0.1","actions":[
		{"id":"policy", "title":"Write and approve the AI policy", "type":"document", "cost":"3000", "currency":"USD", "days":20,
			"effects":[{"key":"iso42001/5.2","verdict":"conforms"}]},
		{"id":"sponsor", "title":"Win the heads of department", "type":"change-management", "cost":"2000", "currency":"USD", "days":15,
			"effects":[{"key":"iso42001/7.3","verdict":"minor-gap"}]},
		{"id":"risk-own", "title":"Risk process by our own people", "type":"process", "cost":"9000", "currency":"USD", "days":60,
			"effects":[{"key":"iso42001/6.1.2","verdict":"conforms"}], "after":["policy","sponsor"]},
		{"id":"risk-bought", "title":"Risk process by consultants", "type":"process", "cost":"14000", "currency":"USD", "days":25,
			"effects":[{"key":"iso42001/6.1.2","verdict":"conforms"},{"key":"iso42001/7.5.2","verdict":"minor-gap"}], "excludes":["risk-own"]},
		{"id":"training", "title":"Train developers", "type":"training", "cost":"6000", "currency":"USD", "days":45,
			"effects":[{"key":"iso42001/7.2","verdict":"conforms"},{"key":"iso42001/7.3","verdict":"conforms"}], "after":["policy"]},
		{"id":"documents", "title":"Bring documents under control", "type":"document", "cost":"5000", "currency":"USD", "days":30,
			"effects":[{"key":"iso42001/7.5.2","verdict":"conforms"}]}]}`))
	if err != nil {
		log.Fatal(err) // every problem, one a line: POINTER CODE SENTENCE
	}
	return report, actions
}

// The cheapest way to a score, on the calendar, with the proof that there is
// none cheaper.
func ExamplePlan() {
	report, actions := monthTwo()
	s, err := readiness.Plan(report, actions, readiness.Goal{Score: aims.MustAmount("0.07")}, readiness.PlanOptions{
		Start: aims.MustDate("2026-03-02"), Parallel: 2,
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s %s, no plan below %s, proved: %v\n", s.Currency, s.Cost, s.LowerBound, s.Proved)
	for _, a := range s.Actions {
		fmt.Println(a.Starts, a.Ends, a.Action)
	}
	for _, m := range s.Milestones {
		fmt.Printf("month %d: %v done, %s spent, score %s\n", m.Month, m.Finished, m.Spent, m.Score.Score())
	}
	// Output:
	// USD 14000, no plan below 14000, proved: true
	// 2026-03-02 2026-03-21 policy
	// 2026-03-02 2026-03-31 documents
	// 2026-03-22 2026-05-05 training
	// month 1: [policy documents] done, 8000 spent, score 0.0375
	// month 3: [training] done, 14000 spent, score 0.075
}

// What actions cannot reach is said, and what they can is planned.
func ExamplePlan_obstacles() {
	report, actions := monthTwo()
	s, err := readiness.Plan(report, actions, readiness.Goal{Score: aims.MustAmount("0.5")}, readiness.PlanOptions{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("reached:", s.Reached)
	for _, o := range s.Obstacles {
		fmt.Println(o.Sentence())
	}
	fmt.Println(len(s.Actions), "actions for", s.Cost, "lead to", s.After.Score())
	// Output:
	// reached: no
	// the score 0.5 is out of reach; all actions together lead to at most 0.0937
	// 5 actions for 25000 lead to 0.0937
}

// What each score costs at least.
func ExampleCostCurve() {
	report, actions := monthTwo()
	curve, err := readiness.CostCurve(report, actions, 5, readiness.PlanOptions{})
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range curve {
		fmt.Println(p.Score.Score(), p.Cost, p.Actions)
	}
	wins, err := readiness.QuickWins(report, actions)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("quick wins:", wins)
	// Output:
	// 0 0 []
	// 0.0187 3000 [policy]
	// 0.0375 8000 [policy documents]
	// 0.0562 9000 [policy training]
	// 0.075 14000 [policy training documents]
	// 0.0937 25000 [policy sponsor risk-own training documents]
	// quick wins: [policy]
}

// The figures are the organization's own; those of the standard and of the
// audit are the ranges that a guide gives.
func ExampleBusinessCase_Outcome() {
	money := func(low, high int64) aims.Range {
		return aims.Range{AtLeast: aims.AmountInt(low), AtMost: aims.AmountInt(high)}
	}
	o, err := readiness.BusinessCase{
		Currency: "USD", Months: 48,
		Standard: money(150, 200), Implementation: money(40_000, 90_000), Audit: money(10_000, 50_000),
		Certificate: readiness.MonthRange{From: 6, To: 18},
		Upkeep:      money(12_000, 30_000),
		Benefits: []readiness.Benefit{
			{Title: "two contracts that name certification", Yearly: money(60_000, 120_000), After: 3},
		},
	}.Outcome()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("costs %s to %s, brings %s to %s, net %s to %s\n", o.Cost.AtLeast, o.Cost.AtMost, o.Benefit.AtLeast, o.Benefit.AtMost, o.Net.AtLeast, o.Net.AtMost)
	fmt.Printf("pays: %s; break-even in month %d at best, 0 stands for never: %d at worst\n", o.Pays, o.BreakEven.From, o.BreakEven.To)
	// Output:
	// costs 80150 to 245200, brings 135000 to 390000, net -80200 to 297850
	// pays: unknown; break-even in month 15 at best, 0 stands for never: 0 at worst
}

// Should we certify?
func ExampleCandidacy() {
	c := readiness.Candidacy(readiness.CandidacyFacts{
		AIVendor: aims.Yes, CrossBorder: aims.Yes, EarlyStartUp: aims.No, LowRiskInternalUse: aims.No,
	})
	fmt.Println(c.Advice)
	for _, r := range c.Reasons {
		fmt.Println("-", r.Text)
	}
	for _, r := range c.Open {
		fmt.Println("still to be answered:", r.Code)
	}
	// Output:
	// certify
	// - customers who buy AI ask how it is governed, and a certificate answers them
	// - an international standard is known in all of the countries
	// still to be answered: readiness/against-governance
}
