package certification_test

import (
	"encoding/json"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/google/go-cmp/cmp"
)

func TestDefaultPolicy(t *testing.T) {
	p := certification.Default()
	if err := p.Validate(); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var back certification.Policy
	if _, err := aims.Decode(data, &back, aims.DecodeOptions{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(p, back); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestPolicyProblems(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(*certification.Policy)
		want string // pointer and code
	}{
		{"empty", func(p *certification.Policy) { *p = certification.Policy{} }, " certification/policy-missing"},
		{"no name", func(p *certification.Policy) { p.Name = "" }, "/name aims/missing"},
		{"no version", func(p *certification.Policy) { p.Version = " " }, "/version aims/missing"},
		{"a negative limit", func(p *certification.Policy) { p.Restore.Value = -1 }, "/restore/value certification/limit-range"},
		{"a limit without end", func(p *certification.Policy) { p.Bar.Value = 1201 }, "/bar/value certification/limit-range"},
		{"no unit", func(p *certification.Policy) { p.Cycle.Unit = "" }, "/cycle/unit aims/missing"},
		{"an unknown unit", func(p *certification.Policy) { p.Cycle.Unit = "moons" }, "/cycle/unit aims/word-unknown"},
		{"no source", func(p *certification.Policy) { p.Operating.Source = "" }, "/operating/source aims/missing"},
		{"no edition", func(p *certification.Policy) { p.NameStatement.Edition = "" }, "/nameStatement/edition aims/missing"},
		{"an unknown confidence", func(p *certification.Policy) { p.PlanWithin.Confidence = "Z" }, "/planWithin/confidence aims/word-unknown"},
		{"an open demand", func(p *certification.Policy) { p.MinorsAtNextAudit.Asked = aims.Unknown }, "/minorsAtNextAudit/asked certification/demand-open"},
		{"surveillance ends before it begins", func(p *certification.Policy) { p.SurveillanceFrom.Value = 11 }, "/surveillanceTo certification/limits-swapped"},
		{"surveillance after it is due", func(p *certification.Policy) { p.SurveillanceTo.Value = 13 }, "/firstSurveillance certification/limits-swapped"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := certification.Default()
			c.edit(&p)
			problems := aims.Problems(p.Validate())
			if len(problems) != 1 || problems[0].Path+" "+string(problems[0].Code) != c.want {
				t.Errorf("got %v", problems)
			}
			if _, err := certification.Decide(techServe(), p, onDay("2026-10-06")); len(aims.Problems(err)) != 1 {
				t.Errorf("Decide took it: %v", err)
			}
		})
	}
}

// TestLimits: backwards and forwards, and at the ends of the calendar.
func TestLimits(t *testing.T) {
	for _, c := range []struct {
		limit         certification.Limit
		day           string
		before, after string
	}{
		{certification.Limit{Value: 6, Unit: certification.Months}, "2026-08-31", "2026-02-28", "2027-02-28"},
		{certification.Limit{Value: 1, Unit: certification.Days}, "2026-03-01", "2026-02-28", "2026-03-02"},
		{certification.Limit{Value: 1, Unit: certification.WorkingDays}, "2026-11-20", "2026-11-19", "2026-11-23"}, // a Friday
		{certification.Limit{Value: 5, Unit: certification.WorkingDays}, "2026-11-22", "2026-11-16", "2026-11-27"}, // a Sunday
		{certification.Limit{Value: 0, Unit: certification.WorkingDays}, "2026-11-22", "2026-11-22", "2026-11-22"},
		{certification.Limit{Value: 9, Unit: certification.WorkingDays}, "9999-12-30", "9999-12-17", "9999-12-31"},
	} {
		d := onDay(c.day)
		if b, a := c.limit.Before(d).String(), c.limit.After(d).String(); b != c.before || a != c.after {
			t.Errorf("%s around %s: %s and %s, want %s and %s", c.limit, c.day, b, a, c.before, c.after)
		}
		if c.limit.After(0) != 0 || c.limit.Before(0) != 0 {
			t.Errorf("%s moves an absent day", c.limit)
		}
	}
}
