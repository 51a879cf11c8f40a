package certification_test

import (
	"fmt"
	"log"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
)

// Nine people develop and use AI systems, seven of them, two with a high risk.
// The table leaves it to the certification body how long it looks at each, so
// the audit time is a range until somebody chooses.
func ExampleAuditTime() {
	all := func(name string, n int64) certification.Count {
		return certification.Count{Name: name, Number: aims.AmountInt(n)}
	}
	w := certification.Workload{
		Occasion: certification.InitialAudit,
		Standards: []certification.Load{{
			Table: "AIMS", Column: "several",
			People:      []certification.Personnel{{Title: "AI teams", Persons: aims.AmountInt(9)}},
			Adjustments: []certification.Adjustment{{Ground: "mature information security system", Share: aims.MustAmount("-0.1")}},
			Counts: []certification.Count{
				all("systems", 7), all("high-risk-systems", 2), all("frameworks", 0), all("third-party-agreements", 3), all("extra-controls", 0),
			},
		}},
	}
	e, err := certification.AuditTime(w, certification.DefaultTime())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(e.Days.AtLeast, "to", e.Days.AtMost, "days; open:", len(e.Open))
	w.Standards[0].Counts[0].Each = aims.MustAmount("1.5")
	w.Standards[0].Counts[1].Each = aims.AmountInt(1)
	if e, err = certification.AuditTime(w, certification.DefaultTime()); err != nil {
		log.Fatal(err)
	}
	for _, s := range e.Steps {
		fmt.Printf("%5s  %s (%s, %s)\n", s.After.AtLeast, s.Sentence(), s.Source, s.Confidence)
	}
	w.Standards[0].People[0].Persons = aims.AmountInt(12)
	_, err = certification.AuditTime(w, certification.DefaultTime())
	fmt.Println(aims.Problems(err)[0].Sentence())
	// Output:
	// 9 to 14 days; open: 2
	//     9  9 of 9 people count towards the time (ISO/IEC 42006, Annex A, C)
	//   6.5  the table AIMS gives 6.5 days for 1 to 10 people (ISO/IEC 42006, Annex A, C)
	//  5.85  10 % of the table's days less: mature information security system (10 %) (IAF MD 5, A)
	//  8.85  3 days more: 1.5 each for 2 of the 7 AI systems (ISO/IEC 42006, Annex A, C)
	// 10.85  2 days more: 1 each for 2 of the 2 high-risk AI systems (ISO/IEC 42006, Annex A, C)
	//  8.68  at least 80 % of the time is spent on site (IAF MD 5, A)
	//    11  the time, rounded to the nearest 1/2 of a day (IAF MD 5, A)
	//   8.5  the time on site, rounded to the nearest 1/2 of a day (IAF MD 5, A)
	// the table AIMS has no row for 12 people in column several, but 1 to 10; supply the licensed table, since nothing is extrapolated
}

// Twenty-six shops and the head office: six shops are audited.
func ExampleSelectSites() {
	p := certification.Population{
		Occasion: certification.InitialAudit, Sampled: aims.Yes, Seed: "2026-03-02",
		Attributes: []string{"country", "size"},
		Sites:      []certification.Candidate{{ID: "head-office", Central: aims.Yes, Values: []string{"AT", "large"}}},
	}
	for i := range 26 {
		country := []string{"AT", "DE", "CH", "IT"}[i%4]
		size := []string{"small", "medium"}[i/2%2]
		p.Sites = append(p.Sites, certification.Candidate{ID: fmt.Sprintf("shop-%02d", i+1), Values: []string{country, size}})
	}
	s, err := certification.SelectSites(p, certification.DefaultSites())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(s.Rule.Sentence())
	for _, c := range s.Chosen {
		fmt.Println(c.Site+":", c.Sentence())
	}
	// Output:
	// of 26 sites 6 are audited: 100 % of the square root, rounded up; at least 2 of them at random
	// head-office: the central function is audited every time
	// shop-02: drawn at random; last visit: never
	// shop-20: drawn at random; last visit: never
	// shop-07: has what the sample lacks, country CH; last visit: never
	// shop-26: the sample lacks nothing any more, and this brings again country DE, size small; last visit: never
	// shop-12: the sample lacks nothing any more, and this brings again country IT, size medium; last visit: never
	// shop-23: the sample lacks nothing any more, and this brings again country CH; last visit: never
}
