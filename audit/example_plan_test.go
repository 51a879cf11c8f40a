package audit_test

import (
	"fmt"
	"log"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
)

// From the records to the plan of the next internal audit: what is due, who
// may do it, what is still open, and who looks at what.
func ExamplePlanAudit() {
	view, err := audit.Open(gen.Conforming(), audit.Options{})
	if err != nil {
		log.Fatal(err)
	}
	at := aims.MustDate("2027-04-01")
	basis, err := audit.BasisOf(view, aims.Edition2023(), controls.Edition2023(), at)
	if err != nil {
		log.Fatal(err)
	}
	next := audit.Audit{
		ID: "audit-2027", Title: "Internal audit 2027", Type: audit.Internal, Planned: aims.MustDate("2027-04-20"),
		Scope: audit.Scope{Keys: []aims.Key{aims.ClauseKey("7.2"), aims.ClauseKey("7.3"), aims.ControlKey("A.6.2.6")}, Systems: []aims.SystemID{"system"}},
		Team: []audit.Member{
			{Person: "p-quality", Role: audit.LeadAuditor, Competence: []string{"standard", "audit-technique"}},
			{Person: "p-dev", Role: audit.Auditor, Competence: []string{"ai-life-cycle"}},
		},
	}
	for _, due := range basis.Coverage(audit.CoverageOptions{}).DueBy(next.Planned.AddMonths(1))[:2] {
		fmt.Println("due by", due.Due, due.Subject)
	}

	team := audit.Team{Basis: basis, Audit: next}
	for _, o := range audit.CheckTeam(team, audit.ImpartialityRules(audit.TwoYears)) {
		if o.Verdict != aims.Conforms {
			fmt.Println(o.Verdict, o.Sentence())
		}
	}

	open := audit.CarryForward(records[audit.Finding](view, at), records[audit.CorrectiveAction](view, at), basis.Audits, next, at)
	plan, err := audit.PlanAudit(team, []aims.Date{next.Planned}, open, audit.DefaultDomains(), audit.DefaultTiming())
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range plan.Slots {
		fmt.Println(s.From, s.To, s.Title, s.Auditor, s.With, "interviews", s.Interview)
	}
	for _, u := range plan.Unplaced {
		fmt.Println(u.Why.Sentence())
	}
	// Output:
	// due by 2027-04-22 iso42001/4.1
	// due by 2027-04-22 iso42001/4.2
	// major-gap p-dev would audit their own work: ai-system/system; give that part to somebody else
	// 09:00 09:30 opening meeting  [p-quality p-dev] interviews [p-ceo p-cto]
	// 09:30 09:45 A training is not on record: get-an-answer p-quality [] interviews [p-lead]
	// 09:45 10:15 7.2 Competence p-quality [] interviews []
	// 09:45 10:00 A.6 AI system life cycle p-dev [] interviews [p-lead]
	// 10:15 10:45 7.3 Awareness p-quality [] interviews []
	// 10:45 11:45 Bed forecast p-quality [] interviews [p-dev]
	// 16:30 17:30 the team's conclusions  [p-quality p-dev] interviews []
	// 17:30 18:00 closing meeting  [p-quality p-dev] interviews [p-ceo p-cto]
}

func records[T aims.Record](v *audit.View, at aims.Date) (list []T) {
	for r := range audit.Records[T](v, at) {
		list = append(list, r)
	}
	return list
}

// What to ask about a requirement and a control, and what one must be able to
// see. The excluded control comes up when the reasons of 6.1.3 are looked at.
func ExampleBasis_Checklist() {
	basis := audit.Basis{
		At: aims.MustDate("2027-04-01"), Requirements: aims.Edition2023(), Controls: controls.Edition2023(), Questions: audit.Questions2023(),
		Statement: controls.Statement{ID: "soa", Version: "3", Rows: []controls.Row{
			{Control: aims.ControlKey("A.10.3"), Applicability: controls.Applicable},
			{Control: aims.ControlKey("A.10.4"), Applicability: controls.Excluded},
		}},
	}
	list := basis.Checklist(audit.Scope{Keys: []aims.Key{aims.ClauseKey("9.3.3"), aims.ControlKey("A.10.3"), aims.ControlKey("A.10.4")}})
	for _, item := range list.Items {
		fmt.Println(item.Key.ID, item.Title)
		fmt.Println("  ask:", item.Ask[0])
		for _, look := range item.Look {
			fmt.Println("  see:", look.Text)
		}
		for _, e := range item.Evidence {
			fmt.Println("  by:", e)
		}
	}
	fmt.Println("excluded:", list.Excluded)
	// Output:
	// 9.3.3 Management review results
	//   ask: What did the last review decide, and what has become of it?
	//   see: The review decided on opportunities to improve, even if the decision is to take none.
	//   see: The review decided whether the management system has to change.
	//   see: The results of the review are kept on record.
	//   by: Minutes with decisions
	//   by: Actions with owner, date and status
	// A.10.3 Suppliers
	//   ask: How did you satisfy yourselves of this supplier, and what did the last re-evaluation lead to?
	//   see: Brings bought models, data, components and services up to the organization's own level of care, since their faults become its own.
	//   by: Due diligence with criteria, result and date
	//   by: Contracts that contain the duties for AI
	//   by: Re-evaluations, and corrections that were demanded
	// excluded: [iso42001/A.10.4]
}

// Four of forty tickets, so that anybody can draw them again; and how many
// would be needed to be 90 % sure of meeting a fault in one of ten.
func ExampleDraw() {
	var tickets []string
	for i := range 40 {
		tickets = append(tickets, fmt.Sprint("ticket ", i+1))
	}
	sample, err := audit.Draw("release tickets of 2026", tickets, 4, "4711", "one in ten, as the audit programme has it")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(sample.Taken, "of", sample.Size, "with seed", sample.Seed)
	fmt.Println(audit.DiscoverySize(40, 4, 900))

	_, err = audit.Draw("release tickets of 2026", tickets, 50, "", "many")
	for _, p := range aims.Problems(err) {
		fmt.Println(p)
	}
	// Output:
	// [ticket 22 ticket 32 ticket 15 ticket 8] of 40 with seed 4711
	// 17 true
	// /size audit/sample-size a sample of 50 cannot be drawn from 40; take at least 1 and at most all
	// /seed aims/missing this field is required; fill it in
}

// Three minors on one requirement within a year: by its own policy this body
// asks whether they are a systemic failure. Nothing is graded.
func ExampleSystemic() {
	policy := audit.SystemicPolicy{
		Name: "house rule", Version: "1", Attribution: aims.Attribution{Source: "audit procedure, section 7"}, Minors: 3, Within: "P1Y",
	}
	var findings []audit.Finding
	for i, on := range []string{"2026-03-02", "2026-07-15", "2027-02-10"} {
		day := aims.MustDate(on)
		findings = append(findings, audit.Finding{
			ID: audit.FindingID(fmt.Sprint("f-", i+1)), Grade: audit.Minor, Key: aims.ClauseKey("7.2"), On: day,
			Steps: []audit.Step{{To: audit.Issued, On: day, By: "a-1", As: audit.ForAuditor}},
		})
	}
	proposals, err := audit.Systemic(findings, aims.MustDate("2027-02-10"), policy)
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range proposals {
		fmt.Println(p.Findings, p.Sentence())
	}
	// Output:
	// [f-1 f-2 f-3] proposal only: 3 minor nonconformities on iso42001/7.2 from 2026-03-02 to 2027-02-10 may show a systemic failure (policy house rule 1); judge whether together they are a major one
}
