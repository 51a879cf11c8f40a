package readiness_test

import (
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/impact"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/google/go-cmp/cmp"
)

// several returns a system of four AI systems of which the second lacks a
// record that the first has.
func several() audit.Snapshot {
	s := gen.Large()
	s.Assessments = slices.DeleteFunc(s.Assessments, func(a impact.Assessment) bool { return a.System == s.Systems[1].ID })
	return s
}

// TestPilot: a pilot leaves out what a system outside of it lacks, and is what
// comes out once the narrower scope is written and approved.
func TestPilot(t *testing.T) {
	t.Parallel()
	s := several()
	b := basisFrom(t, s, audit.Options{})
	trial, err := readiness.Pilot(b, []aims.SystemID{s.Systems[0].ID})
	if err != nil {
		t.Fatal(err)
	}
	if trial.Before.SystemsIn != 4 || trial.After.SystemsIn != 1 || trial.After.SystemsOut != 3 {
		t.Errorf("%d systems, of the pilot %d, outside %d", trial.Before.SystemsIn, trial.After.SystemsIn, trial.After.SystemsOut)
	}
	if up := trial.After.Total.Score().Cmp(trial.Before.Total.Score()); up <= 0 {
		t.Errorf("score %s, of the pilot %s", trial.Before.Total.Score(), trial.After.Total.Score())
	}
	for _, m := range trial.Delta.Items {
		if m.Key == aims.ClauseKey("4.3") && m.After.Verdict != aims.Conforms {
			t.Errorf("the narrower scope is not approved: %+v", m)
		}
	}

	scope := &s.Scopes[0]
	for _, system := range s.Systems[1:] {
		scope.Exclusions = append(scope.Exclusions, aims.Exclusion{System: system.ID, Reason: "to follow after the pilot"})
	}
	scope.Systems = scope.Systems[:1]
	gen.Approve(&s)
	want := assessedFrom(t, basisFrom(t, s, audit.Options{}))
	want.Provenance.Input = trial.After.Provenance.Input // other approvals were bound as well
	if diff := cmp.Diff(written(t, want.Items), written(t, trial.After.Items)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestPilot_whole: all systems are no narrower than the scope.
func TestPilot_whole(t *testing.T) {
	s := gen.Large()
	b := basisFrom(t, s, audit.Options{})
	trial, err := readiness.Pilot(b, s.Scopes[0].Systems)
	if err != nil || !trial.Delta.IsZero() {
		t.Errorf("%v, %+v", err, trial.Delta)
	}
}

// TestPilot_void: a scope that was changed after its approval is not approved
// as a pilot either.
func TestPilot_void(t *testing.T) {
	s := gen.Large()
	s.Scopes[0].Boundaries = "something else"
	trial, err := readiness.Pilot(basisFrom(t, s, audit.Options{}), s.Scopes[0].Systems[:1])
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(trial.After.Items, func(i readiness.Item) bool { return i.Key == aims.ClauseKey("4.3") })
	if trial.After.Items[i].Verdict == aims.Conforms {
		t.Error("the pilot approved what nobody had")
	}
}

func TestPilot_refusals(t *testing.T) {
	b := basisFrom(t, gen.Conforming(), audit.Options{})
	bare := gen.Conforming()
	bare.Scopes, bare.Supplied, bare.Statements, bare.Screenings = nil, nil, nil, nil
	none := basisFrom(t, bare, audit.Options{})
	for _, c := range []struct {
		desc    string
		basis   readiness.Basis
		systems []aims.SystemID
		code    aims.Code
		path    string
	}{
		{"none", b, nil, aims.Missing, "/systems"},
		{"one twice", b, []aims.SystemID{"system", "system"}, aims.Twice, "/systems/1"},
		{"malformed", b, []aims.SystemID{"a b"}, aims.IDMalformed, "/systems/0"},
		{"not in scope", b, []aims.SystemID{"system-9"}, readiness.PilotSystem, "/systems/0"},
		{"no scope", none, []aims.SystemID{"system"}, readiness.PilotScope, "/basis/view"},
		{"no view", readiness.Basis{At: at, Rules: rules.Default(), Model: readiness.Default()}, []aims.SystemID{"system"}, aims.Missing, "/basis/view"},
	} {
		_, err := readiness.Pilot(c.basis, c.systems)
		problems := aims.Problems(err)
		if len(problems) != 1 || problems[0].Code != c.code || problems[0].Path != c.path {
			t.Errorf("%s: %v", c.desc, err)
		}
	}
}
