package aims_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/google/go-cmp/cmp"
)

func TestPersonValidate(t *testing.T) {
	day := aims.MustDate("2026-03-01")
	for _, tt := range []struct {
		desc string
		p    aims.Person
		want []string
	}{
		{"an id is enough", aims.Person{ID: "p-1"}, nil},
		{"complete", aims.Person{
			ID: "p-1", Recorded: day, TopManagement: aims.No, Machine: aims.No, Employer: "a contractor", ReportsTo: "p-2", From: day, Until: day,
			Ext: map[string]string{"hr": "7"},
		}, nil},
		{"empty", aims.Person{}, []string{"/id aims/missing"}},
		{"reports to itself", aims.Person{ID: "p-1", ReportsTo: "p-1"}, []string{"/reportsTo aims/self-reference"}},
		{"left before coming", aims.Person{ID: "p-1", From: day, Until: day - 1}, []string{"/until aims/dates-swapped"}},
	} {
		got := lines(func(c *aims.Checker) { c.Nest("", tt.p.Validate()) })
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s (-want +got)\n%s", tt.desc, d)
		}
	}
}
