package readiness_test

import (
	"encoding/json"
	"fmt"
	"log"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
)

// policyRecords are what a host keeps about its AI policy: who signs it, the
// document that holds it, and the proof that it was made known, which somebody
// else than the owner of the work accepted and which expires on a day.
func policyRecords(expires string) audit.Snapshot {
	s := audit.Snapshot{
		Format: aims.Format, Taken: aims.MustDate("2026-06-30"),
		Supplied: []aims.Kind{aims.KindPerson, aims.KindPolicy, aims.KindDocument, aims.KindCommunication, aims.KindEvidence},
		Persons:  []aims.Person{{ID: "p-ceo", TopManagement: aims.Yes}, {ID: "p-lead"}, {ID: "p-quality"}},
		Policies: []aims.Policy{{
			ID: "policy", Title: "AI policy", Version: "1.0", Document: "policy-pdf", AvailableAt: "on the website",
			FitsPurpose: aims.Yes, FrameworkForObjectives: aims.Yes, CommitsToRequirements: aims.Yes, CommitsToImprovement: aims.Yes,
			RelatedPoliciesAligned: aims.NotApplicable, Communications: []aims.CommunicationID{"letter"},
		}},
		Documents: []aims.Document{{ID: "policy-pdf", Title: "AI policy", Version: "1.0", From: aims.MustDate("2026-02-10")}},
		Communications: []aims.Communication{{
			ID: "letter", What: "the AI policy", Occasions: []aims.Occasion{{On: aims.MustDate("2026-02-20"), Evidence: []aims.EvidenceID{"receipts"}}},
		}},
		Evidence: []aims.Evidence{{
			ID: "receipts", Title: "Receipts", Form: aims.FormRecord, Location: "mail/2026-02", Owner: "p-lead", Collected: aims.MustDate("2026-02-20"), Expires: aims.MustDate(expires),
			Judgments: []aims.Judgment{{For: aims.ClauseKey("5.2"), By: "p-quality", On: aims.MustDate("2026-02-25"), Accepted: aims.Yes}},
		}},
	}
	s.Documents[0].Approvals = approvals(s.Documents[0].Content(), "2026-02-01")
	s.Policies[0].Approvals = approvals(s.Policies[0].Content(), "2026-02-10")
	return s
}

// approvals returns the approval by p-ceo of content as it stands.
func approvals(content any, on string) []aims.Approval {
	digest, err := aims.DigestOf(content)
	if err != nil {
		log.Fatal(err)
	}
	return []aims.Approval{{By: "p-ceo", On: aims.MustDate(on), Digest: digest}}
}

// open returns the basis of records on a day, by the library's own rules.
func open(s audit.Snapshot, day string) readiness.Basis {
	view, err := audit.Open(s, audit.Options{})
	if err != nil {
		log.Fatal(err) // every problem, one a line: POINTER CODE SENTENCE
	}
	return readiness.Basis{View: view, At: aims.MustDate(day), Rules: rules.Default(), Model: readiness.Default()}
}

// A score does not last. The forecast says on which day what is lost by
// itself, and by which record.
func ExampleForecast() {
	list, err := readiness.Forecast(open(policyRecords("2026-09-30"), "2026-06-30"), aims.MustDate("2026-12-31"))
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range list {
		fmt.Println(d.To, "score", d.Shift.Score)
		for _, m := range d.Items {
			fmt.Printf("  %s from %s to %s: %s %v\n", m.Key.ID, m.Before.Verdict, m.After.Verdict, m.Why[0].Sentence(), m.Why[0].Refs)
		}
	}
	// Output:
	// 2026-10-01 score -0.0188
	//   5.2 from conforms to cannot-tell: the evidence for the communication of the AI policy expired on 2026-09-30 [communication/letter evidence/receipts policy/policy]
}

// The score is what it was in June, and yet two things happened: evidence
// expired, and it was renewed.
func ExampleExplain() {
	june, october := open(policyRecords("2026-09-30"), "2026-06-30"), open(policyRecords("2027-09-30"), "2026-10-31")
	causes, err := readiness.Explain(june, october)
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range causes {
		fmt.Println(c.Kind, c.Delta.Shift.Score, c.Records)
		for _, m := range c.Delta.Items {
			fmt.Println("  ", m.Key, m.Before.Verdict, "→", m.After.Verdict)
		}
	}
	// Output:
	// time -0.0188 []
	//    iso42001/5.2 conforms → cannot-tell
	// records +0.0188 [evidence/receipts]
	//    iso42001/5.2 cannot-tell → conforms
	// rules 0.0000 []
	// model 0.0000 []
}

// Whoever gets a receipt and the records checks the score offline.
func ExampleVerify() {
	basis := open(policyRecords("2026-09-30"), "2026-06-30")
	report, err := basis.Assess()
	if err != nil {
		log.Fatal(err)
	}
	receipt, err := report.Receipt()
	if err != nil {
		log.Fatal(err)
	}
	data, err := json.Marshal(receipt)
	if err != nil {
		log.Fatal(err)
	}

	received, err := readiness.ReadReceipt(data)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("as received:", readiness.Verify(received, basis.View, basis.Rules, basis.Model))
	received.Band = readiness.Certifiable
	for _, p := range aims.Problems(readiness.Verify(received, basis.View, basis.Rules, basis.Model)) {
		fmt.Println(p)
	}
	// Output:
	// as received: <nil>
	// /band readiness/receipt-false the receipt says certifiable, and the band that follows from records, rules and model is not-ready; do not rely on the receipt
}

// Before a new model is brought in: who would rise and who would fall.
func ExampleRehearse() {
	var reports []readiness.Report
	for _, day := range []string{"2026-01-31", "2026-06-30"} {
		r, err := open(policyRecords("2026-09-30"), day).Assess()
		if err != nil {
			log.Fatal(err)
		}
		reports = append(reports, r)
	}
	model := readiness.Default()
	model.Version, model.Requirements, model.Controls = "2", 700, 300
	all, err := readiness.Rehearse(reports, model)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(all.Risen, "rise,", all.Fallen, "fall")
	for _, row := range all.Rows {
		fmt.Println(row.At, row.Before.Score(), "→", row.After.Score(), "by weights", row.ByWeights.Score, "by credits", row.ByCredits.Score)
	}
	// Output:
	// 2 rise, 0 fall
	// 2026-01-31 0.0093 → 0.0109 by weights +0.0016 by credits 0.0000
	// 2026-06-30 0.0375 → 0.0437 by weights +0.0063 by credits 0.0000
}

// What would an auditor write down, and which record would dissolve it?
func ExamplePredict() {
	s := policyRecords("2026-09-30")
	s.Policies[0].Approvals = nil
	basis := open(s, "2026-06-30")
	report, err := basis.Assess()
	if err != nil {
		log.Fatal(err)
	}
	findings, err := readiness.Predict(report, basis.Rules)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(findings[0])
	// Output:
	// 5.2 AI policy (major): No approval of the AI policy could be presented. Looked at: policy/policy. Have the AI policy approved as it stands, by somebody entitled to.
}
