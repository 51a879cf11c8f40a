package certification_test

import (
	"fmt"
	"log"
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
)

// A company is certified: stage 1, a stage 2 with one major nonconformity,
// its verification, the decision. Then the calendar of the first years.
func Example_certificate() {
	on := aims.MustDate
	file := audit.Certificate{
		ID: "cert-1", Standard: "ISO/IEC 42001", Edition: "2023",
		Body:  audit.Body{Name: "Example Certification", Accreditation: audit.Accreditation{By: "Example Accreditation"}},
		Scope: audit.CertifiedScope{Text: "development of analytics", Statement: "soa", StatementVersion: "1.0"},
		Events: []audit.Event{
			{Type: audit.Applied, On: on("2026-01-05")},
			{Type: audit.ApplicationReviewed, On: on("2026-01-12")},
			{Type: audit.StageOneConcluded, On: on("2026-03-02"), Outcome: audit.Ready, By: []aims.PersonID{"p-lead"}},
			{Type: audit.StageTwoConcluded, On: on("2026-04-15"), Outcome: audit.MajorsOpen, By: []aims.PersonID{"p-lead", "p-auditor"}},
			{Type: audit.FindingsResolved, On: on("2026-06-30")},
			{Type: audit.Granted, On: on("2026-07-06"), By: []aims.PersonID{"p-decider"}},
		},
	}
	policy := certification.Default()
	for _, day := range []string{"2026-04-15", "2026-07-06"} {
		standing, err := certification.Replay(file, on(day), policy)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(day, standing.State)
		for _, due := range standing.Due {
			fmt.Println("   by", due.Latest, due.Sentence())
		}
	}

	file.Events[5].By = []aims.PersonID{"p-auditor"}
	_, err := certification.Replay(file, on("2026-07-06"), policy)
	fmt.Println(err)
	file.Events[5].By = []aims.PersonID{"p-decider"}

	year, err := certification.Calendar(file, on("2027-01-01"), on("2027-07-31"), policy)
	if err != nil {
		log.Fatal(err)
	}
	text, err := certification.ICalendar(file, year[:1], on("2027-01-01"), certification.ICalendarOptions{Domain: "example.org"})
	if err != nil {
		log.Fatal(err)
	}
	unfolded := strings.ReplaceAll(string(text), "\r\n ", "")
	for line := range strings.SplitSeq(unfolded, "\r\n") {
		if name, _, _ := strings.Cut(line, ":"); slices.Contains([]string{"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY", "DESCRIPTION"}, name) {
			fmt.Println(line)
		}
	}
	// Output:
	// 2026-04-15 stage-2-pending
	//    by 2026-10-15 the implementation of correction and corrective action for every major of stage 2 is verified; otherwise another stage 2 is needed
	// 2026-07-06 certified
	//    by 2027-07-06 the first surveillance audit is carried out, counted from the decision of 2026-07-06
	//    by 2027-12-31 a surveillance audit is carried out in 2027
	//    by 2028-12-31 a surveillance audit is carried out in 2028
	//    by 2029-07-05 the recertification audit is carried out and what it finds is resolved, in time for the decision
	//    by 2029-07-05 the body decides on renewal
	// aims: invalid
	// /events/5/by/0 certification/event-decider p-auditor audited on 2026-04-15 and cannot take this decision (9.5.1); name those who really decided, or decide again
	// UID:cert-1/2026-07-06-first-surveillance@example.org
	// DTSTAMP:20270101T000000Z
	// DTSTART;VALUE=DATE:20270706
	// SUMMARY:ISO/IEC 42001: last day of the first surveillance audit
	// DESCRIPTION:the first surveillance audit is carried out\, counted from the decision of 2026-07-06\nfrom 2027-04-06\nplanned by 2027-05-06\nuntil 2027-07-06\, by ISO/IEC 17021-1\, 9.1.3.3:2015 (confidence B)
}

// A certification is suspended and restored. The clocks go on meanwhile: the
// surveillance of the year stays due, and after six months it is too late.
func Example_suspension() {
	on := aims.MustDate
	file := audit.Certificate{
		ID: "cert-1", Standard: "ISO/IEC 42001", Body: audit.Body{Name: "Example Certification"},
		Events: []audit.Event{
			{Type: audit.Applied, On: on("2026-01-05")},
			{Type: audit.ApplicationReviewed, On: on("2026-01-12")},
			{Type: audit.StageOneConcluded, On: on("2026-03-02"), Outcome: audit.Ready},
			{Type: audit.StageTwoConcluded, On: on("2026-04-15"), Outcome: audit.Clear},
			{Type: audit.Granted, On: on("2026-05-04")},
			{Type: audit.Suspended, On: on("2027-05-05"), Ground: audit.AuditsRefused, Note: "no date for the first surveillance"},
		},
	}
	policy := certification.Default()
	standing, err := certification.Replay(file, on("2027-05-05"), policy)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(standing.State, "since", standing.Since)
	for _, due := range standing.Overdue() {
		fmt.Println("overdue since", due.Latest, due.Sentence())
	}
	fmt.Println("until", standing.Due[1].Latest, standing.Due[1].Sentence())

	late := file
	late.Events = append(late.Events[:6:6], audit.Event{Type: audit.Restored, On: on("2027-11-06")})
	_, err = certification.Replay(late, on("2027-11-06"), policy)
	fmt.Println(err)

	file.Events = append(file.Events,
		audit.Event{Type: audit.SurveillanceConcluded, On: on("2027-08-20"), Outcome: audit.Clear, By: []aims.PersonID{"p-lead"}},
		audit.Event{Type: audit.Restored, On: on("2027-09-01"), By: []aims.PersonID{"p-decider"}})
	standing, err = certification.Replay(file, on("2027-09-01"), policy)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(standing.State, "valid:", standing.Valid, "still through", standing.Expires)
	fmt.Println("next by", standing.Due[0].Latest, standing.Due[0].Sentence())
	// Output:
	// suspended since 2027-05-05
	// overdue since 2027-05-04 the first surveillance audit is carried out, counted from the decision of 2026-05-04
	// until 2027-11-05 what led to the suspension of 2027-05-05 is resolved; otherwise the certification is withdrawn or its scope reduced
	// aims: invalid
	// /events/6/on certification/event-suspension-late 2027-11-06 lies after 2027-11-05, the last day to restore what was suspended on 2027-05-05 (9.6.5); withdraw, reduce the scope, or use a policy that allows longer
	// certified valid: true still through 2029-05-03
	// next by 2028-12-31 a surveillance audit is carried out in 2028
}
