package impact_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
)

// dated is an assessment of 2026-02-01 whose answers hang on different things.
func dated() (impact.Assessment, impact.StaleFacts) {
	p := passing()
	a := p.assessment
	a.Scope.Omissions, a.Scope.Uses = nil, nil
	a.Scope.UseCases = []aims.UseCaseID{"u-1"}
	on := func(aspects ...impact.Aspect) impact.Basis { return impact.Basis{RestsOn: aspects} }
	a.Scope.Scenarios[0].Basis = on(impact.AspectPurpose)
	a.Scope.Purpose.Basis = on(impact.AspectPurpose)
	a.Scope.Data = impact.Statement{Text: "letters", Basis: on(impact.AspectData)}
	a.Parties[0].Basis = on(impact.AspectUsers, impact.AspectRegion)
	a.Impacts[0].Basis = on(impact.AspectModel, impact.AspectData)
	a.Alternatives = []impact.Alternative{{What: "by hand", Basis: on(impact.AspectDeployment)}}
	a.Proportionality = impact.Proportionality{Necessary: aims.Yes} // hangs on everything
	return a, impact.StaleFacts{System: p.system, UseCases: []aims.UseCase{{ID: "u-1", System: "s", Status: aims.UseActive}}}
}

// causes lists codes and parts.
func causes(s impact.Staleness) []string {
	var out []string
	for _, c := range s.Causes {
		out = append(out, strings.TrimPrefix(string(c.Reason.Code), "impact/")+": "+strings.Join(c.Parts, " "))
	}
	return out
}

// staleCase is a change of an assessment that holds, or of the facts, and what
// it marks.
type staleCase struct {
	desc   string
	change func(a *impact.Assessment, f *impact.StaleFacts)
	want   []string
}

func staleCases() []staleCase {
	day := aims.MustDate
	incident := aims.Incident{ID: "i", Title: "x", Systems: []aims.SystemID{"s"}, Detected: day("2026-03-01")}
	return []staleCase{
		{"nothing happened", func(*impact.Assessment, *impact.StaleFacts) {}, nil},
		{"another system", func(_ *impact.Assessment, f *impact.StaleFacts) { f.System.ID, f.System.Version = "t", "3" }, []string{"stale-system: "}},
		{"a system without an id", func(_ *impact.Assessment, f *impact.StaleFacts) { f.System.ID = "" }, nil},
		{"the interval is over", func(_ *impact.Assessment, f *impact.StaleFacts) { f.Interval = "P3M" }, []string{"stale-time: "}},
		{"the last day of the interval", func(_ *impact.Assessment, f *impact.StaleFacts) { f.Interval = "P4M" }, nil},
		{"the planned date is over", func(a *impact.Assessment, f *impact.StaleFacts) { a.ReviewBy = day("2026-05-31"); f.Interval = "P1Y" }, []string{"stale-time: "}},
		{"a planned date after the interval", func(a *impact.Assessment, f *impact.StaleFacts) { a.ReviewBy = day("2027-01-01"); f.Interval = "P3M" }, []string{"stale-time: "}},
		{"an assumption is over", func(a *impact.Assessment, _ *impact.StaleFacts) {
			a.Impacts[0].Basis = impact.Basis{Ground: impact.Assumed, Until: day("2026-05-31")}
		}, []string{"stale-assumption: /impacts/0"}},
		{"the last day of an assumption", func(a *impact.Assessment, _ *impact.StaleFacts) {
			a.Impacts[0].Basis = impact.Basis{Ground: impact.Assumed, Until: day("2026-06-01")}
		}, nil},

		{"another version", func(_ *impact.Assessment, f *impact.StaleFacts) { f.System.Version = "3" }, []string{"stale-differs: /proportionality"}},
		{"another version that nothing hangs on", func(a *impact.Assessment, f *impact.StaleFacts) {
			f.System.Version = "3"
			a.Proportionality = impact.Proportionality{}
		}, nil},
		{"a version that nobody says", func(_ *impact.Assessment, f *impact.StaleFacts) { f.System.Version = "" }, nil},
		{"another version of a component", func(_ *impact.Assessment, f *impact.StaleFacts) {
			f.System.Components = []aims.Component{{Name: "encoder", Version: "2"}}
		}, []string{
			"stale-differs: /impacts/0 /proportionality",
		}},
		{"a component of a version that nobody says", func(_ *impact.Assessment, f *impact.StaleFacts) {
			f.System.Components = []aims.Component{{Name: "encoder"}}
		}, nil},
		{"a component twice, once as it was", func(_ *impact.Assessment, f *impact.StaleFacts) {
			f.System.Components = []aims.Component{{Name: "encoder", Version: "1"}, {Name: "encoder", Version: "2"}}
		}, []string{"stale-differs: /impacts/0 /proportionality"}},
		{"another component instead", func(_ *impact.Assessment, f *impact.StaleFacts) {
			f.System.Components = []aims.Component{{Name: "ranker"}}
		}, []string{
			"stale-added: /impacts/0 /proportionality", "stale-removed: /impacts/0 /proportionality",
		}},
		{"no components listed", func(_ *impact.Assessment, f *impact.StaleFacts) { f.System.Components = nil }, nil},
		{"a data set is gone", func(a *impact.Assessment, _ *impact.StaleFacts) { a.Scope.Datasets = []aims.DatasetID{"d-0", "d-1"} }, []string{
			"stale-removed: /scope/data /impacts/0 /proportionality",
		}},
		{"a data set was added", func(_ *impact.Assessment, f *impact.StaleFacts) { f.System.Datasets = []aims.DatasetID{"d-2", "d-1"} }, []string{
			"stale-added: /scope/data /impacts/0 /proportionality",
		}},
		{"the inventory does not list data sets", func(_ *impact.Assessment, f *impact.StaleFacts) { f.System.Datasets = nil }, nil},
		{"another purpose", func(_ *impact.Assessment, f *impact.StaleFacts) { f.System.Purpose = "rank people" }, []string{
			"stale-differs: /scope/scenarios/0 /scope/purpose /proportionality",
		}},
		{"the same purpose, with another space", func(_ *impact.Assessment, f *impact.StaleFacts) { f.System.Purpose = " order mail\n" }, nil},
		{"another use", func(_ *impact.Assessment, f *impact.StaleFacts) {
			f.UseCases = append(f.UseCases, aims.UseCase{ID: "u-2", System: "s", Status: aims.UseApproved, From: day("2026-06-01")})
		}, []string{"stale-added: /scope/scenarios/0 /scope/purpose /proportionality"}},
		{"the last day of another use", func(_ *impact.Assessment, f *impact.StaleFacts) {
			f.UseCases = append(f.UseCases, aims.UseCase{ID: "u-2", System: "s", Status: aims.UseActive, Until: day("2026-06-01")})
		}, []string{"stale-added: /scope/scenarios/0 /scope/purpose /proportionality"}},
		{"uses that do not count", func(_ *impact.Assessment, f *impact.StaleFacts) {
			f.UseCases = append(
				f.UseCases,
				aims.UseCase{ID: "u-2", System: "t", Status: aims.UseActive},
				aims.UseCase{ID: "u-3", System: "s", Status: aims.UseProposed},
				aims.UseCase{ID: "u-4", System: "s", Status: aims.UseActive, From: day("2026-06-02")},
				aims.UseCase{ID: "u-5", System: "s", Status: aims.UseActive, Until: day("2026-05-31")},
				aims.UseCase{ID: "u-6", System: "s", Status: aims.UseActive, Recorded: day("2026-06-02")},
			)
		}, nil},
		{"another region", func(_ *impact.Assessment, f *impact.StaleFacts) { f.System.Jurisdictions = []string{"EU", "UK"} }, []string{"stale-added: /parties/0 /proportionality"}},
		{"one region less", func(a *impact.Assessment, _ *impact.StaleFacts) { a.Scope.Jurisdictions = []string{"EU", "UK"} }, nil},
		{"other users", func(_ *impact.Assessment, f *impact.StaleFacts) { f.System.Users = []string{"the public"} }, []string{"stale-added: /parties/0 /proportionality"}},
		{"less oversight", func(_ *impact.Assessment, f *impact.StaleFacts) { f.System.Oversight.Mode = aims.NoOversight }, []string{"stale-differs: /alternatives/0 /proportionality"}},
		{"judged to have changed", func(_ *impact.Assessment, f *impact.StaleFacts) {
			f.Changed = map[impact.Aspect]aims.Answer{impact.AspectDeployment: aims.Yes}
		}, []string{"stale-judged: /alternatives/0 /proportionality"}},
		{"judged not to matter", func(_ *impact.Assessment, f *impact.StaleFacts) {
			f.System.Version = "2.0.1"
			f.Changed = map[impact.Aspect]aims.Answer{impact.AspectVersion: aims.No}
		}, nil},
		{"not judged", func(_ *impact.Assessment, f *impact.StaleFacts) {
			f.System.Version = "3"
			f.Changed = map[impact.Aspect]aims.Answer{impact.AspectVersion: aims.Unknown}
		}, []string{"stale-differs: /proportionality"}},

		{"an incident", func(_ *impact.Assessment, f *impact.StaleFacts) { f.Incidents = []aims.Incident{incident} }, []string{"stale-incident: /impacts/0"}},
		{"an incident today", func(_ *impact.Assessment, f *impact.StaleFacts) {
			i := incident
			i.Detected = day("2026-06-01")
			f.Incidents = []aims.Incident{i}
		}, []string{"stale-incident: /impacts/0"}},
		{"an incident that was looked at", func(a *impact.Assessment, f *impact.StaleFacts) {
			a.Impacts[0].Basis.On, f.Incidents = day("2026-03-01"), []aims.Incident{incident}
		}, nil},
		{"an incident that was known", func(_ *impact.Assessment, f *impact.StaleFacts) {
			i := incident
			i.Detected = day("2026-02-01")
			f.Incidents = []aims.Incident{i}
		}, nil},
		{"an incident to come, one recorded later, and one of another system", func(_ *impact.Assessment, f *impact.StaleFacts) {
			i, j, k := incident, incident, incident
			i.Detected, j.Recorded, k.Systems = day("2026-06-02"), day("2026-06-02"), []aims.SystemID{"t"}
			f.Incidents = []aims.Incident{i, j, k}
		}, nil},
		{"an incident without a day of detection", func(_ *impact.Assessment, f *impact.StaleFacts) {
			i := incident
			i.Detected, i.Occurred = 0, day("2026-03-01")
			f.Incidents = []aims.Incident{i}
		}, []string{"stale-incident: /impacts/0"}},
		{"an incident where no harm was seen", func(a *impact.Assessment, f *impact.StaleFacts) {
			a.Impacts[0].Effect = impact.Benefit
			f.Incidents = []aims.Incident{incident}
		}, []string{"stale-incident: "}},
		{"a limit was exceeded", func(_ *impact.Assessment, f *impact.StaleFacts) {
			f.Breaches = []impact.Breach{{Metric: "m", On: day("2026-03-01")}, {Metric: "m", On: day("2026-01-01")}, {Metric: "m"}}
		}, []string{"stale-breach: /impacts/0"}},
		{"an empty assessment hangs on everything", func(a *impact.Assessment, f *impact.StaleFacts) {
			*a = impact.Assessment{ID: "a", System: "s", On: a.On, Version: "1"}
			f.Changed = map[impact.Aspect]aims.Answer{impact.AspectModel: aims.No, impact.AspectData: aims.No, impact.AspectPurpose: aims.No}
			f.System.Jurisdictions, f.System.Users = nil, nil
		}, []string{"stale-differs: "}},
	}
}

func TestStale(t *testing.T) {
	day := aims.MustDate
	for _, c := range staleCases() {
		a, f := dated()
		c.change(&a, &f)
		got := impact.Stale(a, f, day("2026-06-01"))
		if diff := cmp.Diff(c.want, causes(got)); diff != "" || got.Stale() != (len(c.want) > 0) {
			t.Errorf("%s: (-want +got)\n%s", c.desc, diff)
		}
		for _, cause := range got.Causes {
			if s := cause.Reason.Sentence(); strings.ContainsAny(s, "{}") || s == string(cause.Reason.Code) {
				t.Errorf("%s: %q", c.desc, s)
			}
		}
	}
}

func TestStaleness_Parts(t *testing.T) {
	a, f := dated()
	f.System.Version, f.System.Datasets = "3", []aims.DatasetID{"d-2"}
	got := impact.Stale(a, f, aims.MustDate("2026-06-01")).Parts()
	if want := []string{"/proportionality", "/scope/data", "/impacts/0"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := (impact.Staleness{}).Parts(); got != nil {
		t.Errorf("nothing has the parts %q", got)
	}
	// The zero values say nothing.
	if s := impact.Stale(impact.Assessment{}, impact.StaleFacts{}, 0); s.Stale() {
		t.Errorf("nothing is stale: %v", s)
	}
}
