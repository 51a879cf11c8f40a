package certification_test

import (
	"fmt"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/google/go-cmp/cmp"
)

// people returns a group of people who all count.
func people(n int64) []certification.Personnel {
	return []certification.Personnel{{Title: "all", Persons: aims.AmountInt(n)}}
}

func load(table string, n int64, adjustments ...certification.Adjustment) certification.Load {
	return certification.Load{Table: table, People: people(n), Adjustments: adjustments}
}

func less(share string) certification.Adjustment {
	return certification.Adjustment{Ground: "g", Share: aims.MustAmount(share)}
}

func estimate(t testing.TB, w certification.Workload) certification.Estimate {
	t.Helper()
	e, err := certification.AuditTime(w, certification.DefaultTime())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func show(r aims.Range) string {
	if r.AtLeast.Equal(r.AtMost) {
		return r.AtLeast.String()
	}
	return r.AtLeast.String() + "–" + r.AtMost.String()
}

// aimsLoad is a load of an AI management system with nothing to add.
func aimsLoad(column string, n int64, counts ...certification.Count) certification.Load {
	l := certification.Load{Table: "AIMS", Column: column, People: people(n)}
	for _, a := range certification.AIMSTime().Additions {
		count := certification.Count{Name: a.Name, Number: aims.AmountInt(0)}
		for _, given := range counts {
			if given.Name == a.Name {
				count = given
			}
		}
		l.Counts = append(l.Counts, count)
	}
	return l
}

func count(name string, number int64) certification.Count {
	return certification.Count{Name: name, Number: aims.AmountInt(number)}
}

// TestAuditTime: the worked cases, and each rule by itself. "days / on site".
func TestAuditTime(t *testing.T) {
	one := func(o certification.Occasion, l certification.Load) certification.Workload {
		return certification.Workload{Occasion: o, Standards: []certification.Load{l}}
	}
	site := func(w certification.Workload) certification.Workload { w.SampledSite = aims.Yes; return w }
	both := func(o certification.Occasion, share string, loads ...certification.Load) certification.Workload {
		return certification.Workload{Occasion: o, Standards: loads, Integration: less(share)}
	}
	effective := certification.Load{Table: "QMS", People: []certification.Personnel{
		{Title: "office", Persons: aims.AmountInt(60)},
		{Title: "packing, three shifts", Persons: aims.AmountInt(180), Effective: aims.MustAmount("37.5"), Ground: "all do the same"},
	}}
	chosen := count("systems", 7)
	chosen.Each = aims.MustAmount("1.5")
	for _, c := range []struct {
		name string
		in   certification.Workload
		want string
	}{
		{"15 people", one(initial, load("QMS", 15)), "2.5 / 2"},
		{"a site of five with half of it saved", site(one(initial, load("QMS", 5, less("-0.5")))), "1 / 0.5"},
		{"240 staff of whom 98 count", one(initial, effective), "7 / 5.5"},
		{"one person", one(initial, load("QMS", 1)), "1.5 / 1"},
		{"the last row", one(initial, load("QMS", 10700)), "22 / 17.5"},
		{"information security", one(initial, load("ISMS", 10)), "5 / 4"},
		{"information security, the next row", one(initial, load("ISMS", 11)), "6 / 5"},
		{"information security with half days", one(initial, load("ISMS", 45)), "8.5 / 7"},

		{"30 % less", one(initial, load("QMS", 275, less("-0.3"))), "6.5 / 5"},
		{"40 % less is cut to 30 %", one(initial, load("QMS", 275, less("-0.2"), less("-0.2"))), "6.5 / 5"},
		{"40 % less at a sampled site", site(one(initial, load("QMS", 275, less("-0.4")))), "5.5 / 4.5"},
		{"60 % less at a sampled site is cut to 50 %", site(one(initial, load("QMS", 275, less("-0.3"), less("-0.3")))), "4.5 / 3.5"},
		{"10 % more", one(initial, load("QMS", 275, less("0.1"))), "10 / 8"},
		{"more is not eaten up by what was cut", one(initial, load("QMS", 275, less("-0.5"), less("0.2"))), "8 / 6.5"},

		{"surveillance", one(surveillance, load("QMS", 125)), "2.5 / 2"},
		{"recertification", one(recertification, load("QMS", 125)), "4.5 / 3.5"},
		{"the middle goes up", one(surveillance, load("QMS", 5, less("-0.5"))), "0.5 / 0.5"},
		{"never nothing", site(one(surveillance, load("QMS", 5, less("-0.5")))), "0.5 / 0.5"},

		{"two standards", certification.Workload{Occasion: initial, Standards: []certification.Load{load("QMS", 125), load("ISMS", 125)}}, "19 / 15"},
		{"integrated, multiplicative: 0.7 × 0.8", both(initial, "-0.2", load("QMS", 425, less("-0.3")), load("QMS", 425, less("-0.3"))), "11 / 9"},
		{
			"30 + 20 + 20 never add up: 50 % by a standard's own factors is 30 %, 20 % more for integration is 20 %",
			both(initial, "-0.4", load("QMS", 425, less("-0.5")), load("QMS", 425, less("-0.5"))), "11 / 9",
		},
		{"a sampled site of an integrated system keeps half", site(both(initial, "-0.2", load("QMS", 425, less("-0.5")), load("QMS", 425, less("-0.5")))), "10 / 8"},
		{"a sampled site of an integrated system above half", site(both(initial, "-0.2", load("QMS", 425, less("-0.3")), load("QMS", 425, less("-0.3")))), "11 / 9"},
		{"integration can cost time", both(initial, "0.1", load("QMS", 425), load("QMS", 425)), "22 / 17.5"},

		{"AI producer", one(initial, aimsLoad("producer", 10)), "5 / 4"},
		{"AI user", one(initial, aimsLoad("user", 1)), "3.5 / 3"},
		{"several roles", one(initial, aimsLoad("several", 4)), "6.5 / 5"},
		{"five systems are free", one(initial, aimsLoad("provider", 4, count("systems", 5))), "3.5 / 3"},
		{"two more: a range", one(initial, aimsLoad("provider", 4, count("systems", 7))), "5.5–7.5 / 4.5–6"},
		{"two more: chosen", one(initial, aimsLoad("provider", 4, chosen)), "6.5 / 5"},
		{"high-risk systems", one(initial, aimsLoad("developer", 4, count("high-risk-systems", 2))), "4.5–7.5 / 3.5–6"},
		{"frameworks", one(initial, aimsLoad("developer", 4, count("frameworks", 3))), "6.5 / 5"},
		{"agreements, once", one(initial, aimsLoad("developer", 4, count("third-party-agreements", 40))), "3.5–5.5 / 3–4.5"},
		{"agreements, few", one(initial, aimsLoad("developer", 4, count("third-party-agreements", 5))), "3.5 / 3"},
		{"extra controls", one(initial, aimsLoad("developer", 4, count("extra-controls", 10))), "4.5 / 3.5"},
		{"extra controls, at most two days", one(initial, aimsLoad("developer", 4, count("extra-controls", 38))), "5.5 / 4.5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := estimate(t, c.in)
			if got := show(e.Days) + " / " + show(e.OnSite); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
				for _, s := range e.Steps {
					t.Log(show(s.Before), "→", show(s.After), s.Sentence())
				}
			}
		})
	}
}

// TestAuditTime_steps: every step says what it did, by which rule, and how
// well that is known.
func TestAuditTime_steps(t *testing.T) {
	agreements := count("third-party-agreements", 6)
	w := certification.Workload{
		Occasion: certification.RecertificationAudit, SampledSite: aims.Yes, Integration: certification.Adjustment{Ground: "one manual", Share: aims.MustAmount("-0.25")},
		Standards: []certification.Load{
			aimsLoad("several", 8, agreements, count("frameworks", 2), count("extra-controls", 30)),
			{
				Table: "ISMS",
				People: []certification.Personnel{
					{Title: "staff", Persons: aims.AmountInt(20)},
					{Title: "interns", Persons: aims.AmountInt(5), Effective: aims.MustAmount("2.5"), Ground: "half of the week"},
				},
				Adjustments: []certification.Adjustment{
					{Ground: "mature", Share: aims.MustAmount("-0.2")},
					{Ground: "two languages", Share: aims.MustAmount("0.1")},
					{Ground: "simple", Share: aims.MustAmount("-0.4")},
				},
			},
		},
	}
	e := estimate(t, w)
	var got []string
	for _, s := range e.Steps {
		got = append(got, fmt.Sprintf("%s: %s: %s → %s [%s:%s %s]", s.Table, s.Sentence(), show(s.Before), show(s.After), s.Source, s.Edition, s.Confidence))
	}
	want := []string{
		"AIMS: 8 of 8 people count towards the time: 8 → 8 [ISO/IEC 42006, Annex A:2025 C]",
		"AIMS: the table AIMS gives 6.5 days for 1 to 10 people:  → 6.5 [ISO/IEC 42006, Annex A:2025 C]",
		"AIMS: 2 days more: 1 each for 2 of the 2 regulatory frameworks: 6.5 → 8.5 [ISO/IEC 42006, Annex A:2025 C]",
		"AIMS: 0.1 to 2 days more, once, for 6 agreements with third parties: more than 5: 8.5 → 8.6–10.5 [ISO/IEC 42006, Annex A:2025 C]",
		"AIMS: 2 days more, the most there is, for 30 of the 30 controls of the Statement of Applicability beyond Annex A: 8.6–10.5 → 10.6–12.5 [ISO/IEC 42006, Annex A:2025 C]",
		"ISMS: 23 of 25 people count towards the time: 25 → 23 [ISO/IEC 27006-1:undated B]",
		"ISMS: the table ISMS gives 7 days for 16 to 25 people:  → 7 [ISO/IEC 27006-1:undated B]",
		"ISMS: at most 50 % of the table's days may be saved, not 60 %: mature (20 %), simple (40 %): 7 → 3.5 [IAF MD 1, 7.3.1:2023 A]",
		"ISMS: 10 % of the table's days more: two languages (10 %): 3.5 → 4.2 [IAF MD 5:undated A]",
		": the times for 2 standards are added up:  → 14.8–16.7 [IAF MD 11:undated A]",
		": audited as one, the sum is 20 % less and not 25 %, since no more may be saved: one manual: 14.8–16.7 → 11.84–13.36 [IAF MD 11:undated A]",
		": a recertification audit takes 2/3 of an initial one: 11.84–13.36 → 7.893333–8.906667 [IAF MD 5:undated A]",
		": at least 80 % of the time is spent on site: 7.893333–8.906667 → 6.314667–7.125333 [IAF MD 5:undated A]",
		": the time, rounded to the nearest 1/2 of a day: 7.893333–8.906667 → 8–9 [IAF MD 5:undated A]",
		": the time on site, rounded to the nearest 1/2 of a day: 6.314667–7.125333 → 6.5–7 [IAF MD 5:undated A]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	open := []certification.TimeChoice{{Table: "AIMS", Addition: "third-party-agreements", Each: aims.Range{AtLeast: aims.MustAmount("0.1"), AtMost: aims.MustAmount("2")}}}
	if diff := cmp.Diff(open, e.Open); diff != "" || e.Settled().Known() {
		t.Errorf("settled %s (-want +got)\n%s", e.Settled(), diff)
	}
	if settled := estimate(t, certification.Workload{Occasion: certification.InitialAudit, Standards: w.Standards[1:]}).Settled(); settled.String() != "5.5" {
		t.Errorf("settled %s", settled)
	}
}

// TestAuditorDays: three auditors for two days are six, whoever comes along.
func TestAuditorDays(t *testing.T) {
	team := []audit.Member{
		{Person: "p-1", Role: audit.LeadAuditor},
		{Person: "p-2", Role: audit.Auditor},
		{Person: "p-3", Role: audit.Auditor},
		{Person: "p-4", Role: audit.TechnicalExpert},
		{Person: "p-5", Role: audit.Trainee},
		{Person: "p-6", Role: audit.Observer},
	}
	if got := certification.AuditorDays(team, aims.AmountInt(2)); got.String() != "6" {
		t.Errorf("got %s", got)
	}
	if got := certification.AuditorDays(team, aims.Amount{}); got.Known() {
		t.Errorf("of an unknown number of days: %s", got)
	}
	if got := certification.AuditorDays(team, aims.AmountInt(-2)); got.Known() {
		t.Errorf("of less than no days: %s", got)
	}
}
