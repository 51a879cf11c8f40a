package certification_test

import (
	"math"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// reported lists the problems that an error carries.
func reported(err error) []string {
	var lines []string
	for _, p := range aims.Problems(err) {
		lines = append(lines, p.String())
	}
	return lines
}

// TestAuditTime_problems: each mistake is reported where it stands, with the
// remedy, and all of them together.
func TestAuditTime_problems(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(w *certification.Workload, m *certification.TimeMethod)
		want []string
	}{
		{"more people than the table has", func(w *certification.Workload, _ *certification.TimeMethod) {
			w.Standards[1].People = people(11)
			w.Standards[0].People = people(10701)
		}, []string{
			"/workload/standards/0/people certification/not-in-table the table QMS has no row for 10701 people in its only column, but 1 to 5, 6 to 10, 11 to 15, 16 to 25, 26 to 45, 46 to 65, 66 to 85, 86 to 125, 126 to 175, 176 to 275, 276 to 425, 426 to 625, 626 to 875, 876 to 1175, 1176 to 1550, 1551 to 2025, 2026 to 2675, 2676 to 3450, 3451 to 4350, 4351 to 5450, 5451 to 6800, 6801 to 8500, 8501 to 10700; supply the licensed table, since nothing is extrapolated",
			"/workload/standards/1/people certification/not-in-table the table AIMS has no row for 11 people in column user, but 1 to 10; supply the licensed table, since nothing is extrapolated",
		}},
		{"nobody", func(w *certification.Workload, _ *certification.TimeMethod) { w.Standards[1].People = people(0) }, []string{
			"/workload/standards/1/people certification/not-in-table the table AIMS has no row for 0 people in column user, but 1 to 10; supply the licensed table, since nothing is extrapolated",
		}},
		{"names that are not there", func(w *certification.Workload, _ *certification.TimeMethod) {
			w.Standards[0].Table, w.Standards[1].Column = "EMS", "maker"
		}, []string{
			`/workload/standards/0/table certification/table-unknown the method has no table "EMS", but QMS, ISMS, AIMS; name one of them, or add the table`,
			`/workload/standards/1/column certification/column-unknown the table AIMS has no column "maker", but producer, developer, provider, user, several; name one of them`,
		}},
		{"counts", func(w *certification.Workload, _ *certification.TimeMethod) {
			w.Standards[1].Counts[0].Name = "robots"
			w.Standards[1].Counts[1].Each = aims.AmountInt(3)
			w.Standards[0].Counts = []certification.Count{count("systems", 1)}
		}, []string{
			`/workload/standards/0/counts/0/name certification/count-unknown the table QMS adds no time for "systems", but for none; remove it, or correct the name`,
			"/workload/standards/1/counts certification/count-missing the table AIMS adds time for systems; say how many there are, and 0 if there are none",
			`/workload/standards/1/counts/0/name certification/count-unknown the table AIMS adds no time for "robots", but for systems, high-risk-systems, frameworks, third-party-agreements, extra-controls; remove it, or correct the name`,
			"/workload/standards/1/counts/1/each certification/each-outside 3 days lie outside of the 0.5 to 2 that the table allows; choose within",
		}},
		{"numbers", func(w *certification.Workload, _ *certification.TimeMethod) {
			w.Standards[0].People[0].Persons = aims.MustAmount("1.5")
			w.Standards[0].Adjustments[0].Share = aims.AmountInt(-2)
			w.Standards[0].Adjustments[1].Share = aims.AmountOf(decimal.New(1, -1_000_000_000))
			w.Standards[1].Counts[0].Number = aims.Amount{}
			w.Standards[1].Counts[1].Name = "systems"
		}, []string{
			"/workload/standards/0/people/0/persons certification/not-whole 1.5 is no whole number; count whole people or things",
			"/workload/standards/0/adjustments/0/share certification/number-range -2 does not fit; give a number from -1 to 10 with at most 12 decimal places",
			"/workload/standards/0/adjustments/1/share certification/number-range a number with the exponent -1000000000 does not fit; give a number from -1 to 10 with at most 12 decimal places",
			"/workload/standards/1/counts/0/number aims/missing this field is required; fill it in",
			"/workload/standards/1/counts/1/name certification/name-twice systems stands here twice; give each its own name",
		}},
		{"people who count", func(w *certification.Workload, _ *certification.TimeMethod) {
			w.Standards[0].People = []certification.Personnel{
				{Title: "a", Persons: aims.AmountInt(3), Effective: aims.AmountInt(4)},
				{Title: "b", Persons: aims.AmountInt(3), Effective: aims.AmountInt(2)},
				{Persons: aims.AmountInt(-1), Effective: aims.AmountInt(-1)},
			}
		}, []string{
			"/workload/standards/0/people/0/effective aims/more-than-all 4 is more than persons, 3, of which it is a part; correct one of the two",
			"/workload/standards/0/people/1/ground aims/missing this field is required; fill it in",
			"/workload/standards/0/people/2/title aims/missing this field is required; fill it in",
			"/workload/standards/0/people/2/persons certification/number-range -1 does not fit; give a number from 0 to 1000000000 with at most 12 decimal places",
			"/workload/standards/0/people/2/effective certification/number-range -1 does not fit; give a number from 0 to 1000000000 with at most 12 decimal places",
		}},
		{"integration of one", func(w *certification.Workload, _ *certification.TimeMethod) { w.Standards = w.Standards[:1] }, []string{
			"/workload/integration certification/not-integrated there is one standard only; leave integration out, or name the other standards that are audited together with it",
		}},
		{"nothing", func(w *certification.Workload, m *certification.TimeMethod) {
			*w, *m = certification.Workload{Integration: certification.Adjustment{Ground: "g"}, Standards: []certification.Load{{}}}, certification.DefaultTime()
		}, []string{
			"/workload/occasion aims/missing this field is required; fill it in",
			"/workload/standards/0/table aims/missing this field is required; fill it in",
			"/workload/standards/0/people aims/missing this field is required; fill it in",
			"/workload/integration/share aims/missing this field is required; fill it in",
			"/workload/integration certification/not-integrated there is one standard only; leave integration out, or name the other standards that are audited together with it",
		}},
		{"no standards", func(w *certification.Workload, _ *certification.TimeMethod) {
			*w = certification.Workload{Occasion: initial}
		}, []string{"/workload/standards aims/missing this field is required; fill it in"}},
		{"a table", func(_ *certification.Workload, m *certification.TimeMethod) {
			m.Reduction.Part = 0
			m.Tables = []certification.TimeTable{certification.QMSTime(), certification.AIMSTime(), certification.QMSTime()}
			m.Tables[0].Columns[0].Rows = []certification.TimeRow{
				{From: 1, To: 5, Days: aims.AmountInt(2)}, {From: 5, To: 4, Days: aims.AmountInt(1)}, {From: 0, To: 7, Days: aims.AmountInt(0)},
			}
			m.Tables[1].Columns[1].Name = ""
			m.Tables[1].Columns[2].Rows = nil
			m.Tables[1].Additions[0].Each = aims.Range{AtLeast: aims.AmountInt(2), AtMost: aims.AmountInt(1)}
			m.Tables[1].Additions[1].AtMost = aims.AmountInt(-1)
		}, []string{
			"/method/tables/0/columns/0/rows/1/to certification/row-empty the row ends with 4 people and begins with 5; correct one of the two",
			"/method/tables/0/columns/0/rows/1/from certification/rows-mixed the row begins with 5 people, and the one above it ends with 5; sort the rows, and let no two overlap",
			"/method/tables/0/columns/0/rows/1/days certification/rows-fall the row gives 1 days and the one above it 2; more people never take less time, so correct one of the two",
			"/method/tables/0/columns/0/rows/2/from certification/number-range 0 does not fit; give a number from 1 to 1000000000 with at most 12 decimal places",
			"/method/tables/0/columns/0/rows/2/days certification/number-range 0 does not fit; give a number from more than 0 to 1000000000 with at most 12 decimal places",
			"/method/tables/0/columns/0/rows/2/from certification/rows-mixed the row begins with 0 people, and the one above it ends with 4; sort the rows, and let no two overlap",
			"/method/tables/0/columns/0/rows/2/days certification/rows-fall the row gives 0 days and the one above it 1; more people never take less time, so correct one of the two",
			"/method/tables/1/columns/1/name aims/missing this field is required; fill it in",
			"/method/tables/1/columns/2/rows aims/missing this field is required; fill it in",
			"/method/tables/1/additions/0/each/atLeast aims/range-empty no number is at least 2 and at most 1; correct one of the bounds",
			"/method/tables/1/additions/1/atMost certification/number-range -1 does not fit; give a number from 0 to 1000000000 with at most 12 decimal places",
			"/method/tables/2/name certification/name-twice QMS stands here twice; give each its own name",
			"/method/reduction/part certification/fraction-range 0/100 is no fraction above zero and up to one with a whole part of at most 1000000; write part 1 and of 3 for a third",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, m := workload(), certification.DefaultTime()
			c.make(&w, &m)
			e, err := certification.AuditTime(w, m)
			if diff := cmp.Diff(c.want, reported(err)); diff != "" || len(e.Steps) > 0 {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
	if _, err := certification.AuditTime(workload(), certification.TimeMethod{}); len(aims.Problems(err)) < 10 {
		t.Errorf("the zero method: %v", err)
	}
	if err := (certification.TimeTable{}).Validate(); len(aims.Problems(err)) != 7 {
		t.Errorf("the zero table: %v", err)
	}
}

// TestSelectSites_problems: the same for sites.
func TestSelectSites_problems(t *testing.T) {
	p := certification.Population{
		Occasion: "yearly", Since: -1, Attributes: []string{"country"},
		Sites: []certification.Candidate{
			{ID: "a", Values: []string{"DE"}},
			{ID: "ü", Values: []string{"Österreich"}, Central: aims.No},
			{ID: "a", Values: []string{"D\x00"}},
			{ID: " ", Values: []string{"DE", "FR"}},
			{ID: "", Central: 9, Visited: -3},
			{ID: ""},
		},
	}
	want := []string{
		"/population/occasion aims/word-unknown yearly is not in the vocabulary of this field",
		"/population/sampled certification/sampling-open nobody decided whether the sites may be sampled; say yes or no",
		"/population/seed aims/missing this field is required; fill it in",
		"/population/since aims/date-malformed -1 is no day between 0001-01-01 and 9999-12-31",
		"/population/sites/2/values/0 aims/text-malformed the text is not UTF-8 or holds a control character at byte 1; remove it",
		"/population/sites/3/id aims/missing this field is required; fill it in",
		"/population/sites/3/values certification/values-unequal the site has 2 values, and there are 1 attributes; give one for each, empty where it is unknown",
		"/population/sites/4/id aims/missing this field is required; fill it in",
		"/population/sites/4/central aims/word-unknown aims.Answer(9) is not in the vocabulary of this field",
		"/population/sites/4/values certification/values-unequal the site has 0 values, and there are 1 attributes; give one for each, empty where it is unknown",
		"/population/sites/4/visited aims/date-malformed -3 is no day between 0001-01-01 and 9999-12-31",
		"/population/sites/5/id aims/missing this field is required; fill it in",
		"/population/sites/5/values certification/values-unequal the site has 0 values, and there are 1 attributes; give one for each, empty where it is unknown",
		"/population/sites/2/id aims/twice a stands here twice; keep one",
		"/population/sites certification/central-missing no site is the central function, which is audited every time; mark it",
	}
	_, err := certification.SelectSites(p, certification.DefaultSites())
	if diff := cmp.Diff(want, reported(err)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if _, err := (certification.SiteMethod{}).Size(1, "", aims.Unknown); len(aims.Problems(err)) < 10 {
		t.Errorf("the zero method: %v", err)
	}
}

// TestTables: no size is left out between the first row and the last, and the
// lower table never gives more days than the higher one.
func TestTables(t *testing.T) {
	qms, isms := certification.QMSTime().Columns[0], certification.ISMSTime().Columns[0]
	for _, column := range []certification.TimeColumn{qms, isms} {
		for n := 1; n <= 10700; n++ {
			if _, ok := column.Row(n); !ok {
				t.Fatalf("no row for %d", n)
			}
		}
		for _, n := range []int{math.MinInt, 0, 10701, math.MaxInt} {
			if _, ok := column.Row(n); ok {
				t.Errorf("a row for %d", n)
			}
		}
		last, _ := column.Row(10700)
		first, _ := column.Row(1)
		if len(column.Rows) < 22 || !slices.Contains([]string{"22", "28"}, last.Days.String()) || !slices.Contains([]string{"1.5", "5"}, first.Days.String()) {
			t.Errorf("%+v", column.Rows)
		}
	}
	licensed := certification.TimeTable{
		Name: "AIMS", Standard: "ISO/IEC 42001", People: "people", Source: "own copy", Edition: "2025", Confidence: certification.ConfidenceA,
		Columns: []certification.TimeColumn{{Rows: []certification.TimeRow{{From: 1, To: 15, Days: aims.AmountInt(4)}}}},
	}
	m := certification.DefaultTime().With(licensed)
	e, err := certification.AuditTime(certification.Workload{Occasion: initial, Standards: []certification.Load{load("AIMS", 15)}}, m)
	if err != nil || e.Settled().String() != "4" || len(m.Tables) != 3 || len(certification.DefaultTime().Tables[2].Columns) != 5 {
		t.Errorf("with the licensed table: %s, %v", e.Settled(), err)
	}
	licensed.Name = "EMS"
	if _, ok := m.With(licensed).Table("EMS"); !ok || len(m.Tables) != 3 {
		t.Error("an additional table")
	}
}

// TestAuditTime_properties: more people never take less time; the order of
// adjustments changes nothing; the time is never below the caps.
func TestAuditTime_properties(t *testing.T) {
	share := rapid.Custom(func(t *rapid.T) certification.Adjustment {
		return certification.Adjustment{Ground: "g", Share: aims.AmountOf(decimal.New(int64(rapid.IntRange(-100, 100).Draw(t, "percent")), -2))}
	})
	rapid.Check(t, func(t *rapid.T) {
		w := certification.Workload{
			Occasion:    rapid.SampledFrom([]certification.Occasion{initial, surveillance, recertification}).Draw(t, "occasion"),
			SampledSite: rapid.SampledFrom([]aims.Answer{aims.Unknown, aims.Yes, aims.No}).Draw(t, "site"),
		}
		n := rapid.IntRange(1, 2).Draw(t, "standards")
		if n == 2 {
			w.Integration = share.Draw(t, "integration")
		}
		table := 0.0
		for _, name := range []string{"QMS", "ISMS"}[:n] {
			l := load(name, rapid.Int64Range(1, 10_000).Draw(t, "people"), rapid.SliceOfN(share, 0, 4).Draw(t, "adjustments")...)
			w.Standards = append(w.Standards, l)
			column, _ := certification.DefaultTime().Table(name)
			persons, _ := l.People[0].Persons.Value()
			row, _ := column.Columns[0].Row(int(persons.IntPart()))
			days, _ := row.Days.Value()
			table += days.InexactFloat64()
		}
		days := func() float64 {
			e, err := certification.AuditTime(w, certification.DefaultTime())
			if err != nil {
				t.Fatal(err)
			}
			d, _ := e.Settled().Value()
			return d.InexactFloat64()
		}
		was := days()
		least := 0.7 * table
		if n == 2 {
			least = 0.56 * table
		}
		if w.SampledSite == aims.Yes {
			least = 0.5 * table
		}
		least *= map[certification.Occasion]float64{initial: 1, surveillance: 1.0 / 3, recertification: 2.0 / 3}[w.Occasion]
		if was < least-0.25-1e-9 {
			t.Fatalf("%v days, and at least %v", was, least)
		}
		at := rapid.IntRange(0, n-1).Draw(t, "at")
		w.Standards[at].Adjustments = rapid.Permutation(w.Standards[at].Adjustments).Draw(t, "order")
		if is := days(); is != was {
			t.Fatalf("%v days became %v", was, is)
		}
		persons, _ := w.Standards[at].People[0].Persons.Value()
		w.Standards[at].People = people(min(persons.IntPart()+rapid.Int64Range(1, 3000).Draw(t, "more"), 10_700))
		if is := days(); is < was {
			t.Fatalf("%v days became %v for more people", was, is)
		}
	})
}
