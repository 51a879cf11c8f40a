package readiness_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// fatal is what tests and rapid have in common.
type fatal interface{ Fatal(...any) }

// basisOf returns a snapshot's basis on the day for which [gen.Conforming]
// conforms.
func basisOf(t fatal, s audit.Snapshot) readiness.Basis {
	v, err := audit.Open(s, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return readiness.Basis{View: v, At: at, Rules: rules.Default(), Model: readiness.Default()}
}

func reportOf(t fatal, b readiness.Basis) readiness.Report {
	r, err := b.Assess()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// endings are ways in which a record ends, or begins, on a day.
func endings() map[string]func(*audit.Snapshot, aims.Date) {
	return map[string]func(*audit.Snapshot, aims.Date){
		"evidence expires":       func(s *audit.Snapshot, d aims.Date) { s.Evidence[0].Expires = d },
		"other evidence expires": func(s *audit.Snapshot, d aims.Date) { s.Evidence[2].Expires = d },
		"all evidence expires": func(s *audit.Snapshot, d aims.Date) {
			for i := range s.Evidence {
				s.Evidence[i].Expires = d
			}
		},
		"evidence is accepted": func(s *audit.Snapshot, d aims.Date) {
			s.Evidence[1].Judgments = slices.Clone(s.Evidence[1].Judgments)
			for i := range s.Evidence[1].Judgments {
				s.Evidence[1].Judgments[i].On = d
			}
		},
		"the approval of the policy lapses":    func(s *audit.Snapshot, d aims.Date) { s.Policies[0].Approvals[0].Until = d },
		"the scope is approved":                func(s *audit.Snapshot, d aims.Date) { s.Scopes[0].Approvals[0].On = d },
		"the approval of the statement lapses": func(s *audit.Snapshot, d aims.Date) { s.Statements[0].Approvals[0].Until = d },
		"the document is withdrawn":            func(s *audit.Snapshot, d aims.Date) { s.Documents[0].Until = d },
		"somebody leaves":                      func(s *audit.Snapshot, d aims.Date) { s.Persons[2].Until = d },
		"an assignment ends":                   func(s *audit.Snapshot, d aims.Date) { s.Roles[0].Until = d },
		"a process is looked at":               func(s *audit.Snapshot, d aims.Date) { s.Processes[0].ReviewBy = d },
		"a gap is stated": func(s *audit.Snapshot, d aims.Date) {
			s.GapStatements = append(s.GapStatements, audit.GapStatement{ID: "g", Key: aims.ClauseKey("9.1"), Practice: "none", Verdict: aims.MajorGap, On: d})
		},
		"an audit is on record": func(s *audit.Snapshot, d aims.Date) { s.Audits[0].Recorded = d },
	}
}

// unlike reports whether two reports differ in anything but the day: the slow
// and obvious way.
func unlike(a, b readiness.Report) bool {
	if a.Total != b.Total || a.Band != b.Band || !slices.Equal(a.Items, b.Items) {
		return true
	}
	for i := range a.Conditions {
		if a.Conditions[i].Met != b.Conditions[i].Met {
			return true
		}
	}
	return !slices.Equal(a.Claimed, b.Claimed) || !slices.Equal(a.Planned, b.Planned)
}

// everyDay assesses every day and compares with what the forecast says.
func everyDay(t fatal, b readiness.Basis, until aims.Date) (changes int) {
	list, err := readiness.Forecast(b, until)
	if err != nil {
		t.Fatal(err)
	}
	first, any, err := readiness.NextChange(b, until)
	if err != nil || any != (len(list) > 0) || any && !cmp.Equal(first, list[0]) {
		t.Fatal("the next change is not the first of the forecast", first, err)
	}
	changes = len(list)
	for before := reportOf(t, b); b.At < until; {
		b.At = b.At.AddDays(1)
		after := reportOf(t, b)
		told := len(list) > 0 && list[0].To == b.At
		if told != unlike(before, after) {
			t.Fatal(b.At.String(), "is told:", told, "differs:", !told)
		}
		if told {
			if list[0].Before != before.Total || list[0].After != after.Total || list[0].BandBefore != before.Band || list[0].BandAfter != after.Band {
				t.Fatal("other figures than Assess gives:", list[0])
			}
			list = list[1:]
		}
		before = after
	}
	if len(list) > 0 {
		t.Fatal("something is foretold for another day", list)
	}
	return changes
}

// TestForecast_everyDay: the forecast is what Assess says on each day, over the
// whole set of rules.
func TestForecast_everyDay(t *testing.T) {
	s := gen.Conforming()
	soon := at.AddDays(4)
	for _, name := range []string{"evidence expires", "the approval of the policy lapses", "somebody leaves", "a gap is stated"} {
		endings()[name](&s, soon)
		soon = soon.AddDays(2)
	}
	if n := everyDay(t, basisOf(t, s), at.AddDays(16)); n < 3 {
		t.Errorf("%d changes; the records should give more", n)
	}
}

// TestForecast_drawn: so it is for any of the rules, and for records that end
// and begin on any day.
func TestForecast_drawn(t *testing.T) {
	t.Parallel()
	names := slices.Sorted(func(yield func(string) bool) {
		for name := range endings() {
			if !yield(name) {
				return
			}
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		s := gen.Conforming()
		for _, name := range rapid.SliceOfNDistinct(rapid.SampledFrom(names), 1, 3, rapid.ID).Draw(t, "endings") {
			endings()[name](&s, at.AddDays(rapid.IntRange(-1, 4).Draw(t, "day")))
		}
		b := basisOf(t, s)
		b.Rules.Rules = rapid.SliceOfNDistinct(rapid.SampledFrom(b.Rules.Rules), 2, 4, func(r aims.Rule[*rules.Input]) aims.Code { return r.Code }).Draw(t, "rules")
		everyDay(t, b, at.AddDays(4))
	})
}

// TestForecast_endings: each way in which a record ends is foretold for its
// day, with the record.
func TestForecast_endings(t *testing.T) {
	for _, c := range []struct {
		name string
		key  string
		ref  aims.Ref
	}{
		{"the approval of the policy lapses", "5.2", aims.Ref{Kind: aims.KindPolicy, ID: "policy"}},
		{"all evidence expires", "7.3", aims.Ref{Kind: aims.KindEvidence, ID: "e-awareness"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := gen.Conforming()
			last := at.AddDays(20)
			endings()[c.name](&s, last)
			b := basisOf(t, s)
			list, err := readiness.Forecast(b, at.AddDays(30))
			if err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(list, func(d readiness.Delta) bool { return d.From == last && d.To == last.AddDays(1) })
			if i < 0 {
				t.Fatalf("nothing is foretold for %s: %v", last.AddDays(1), list)
			}
			d := list[i]
			if d.Shift.Score.Sign() >= 0 {
				t.Errorf("the score changes by %s", d.Shift.Score)
			}
			i = slices.IndexFunc(d.Items, func(m readiness.Move) bool { return m.Key.ID == c.key })
			if i < 0 {
				t.Fatalf("no move of %s in %v", c.key, d.Items)
			}
			if !slices.ContainsFunc(d.Items[i].Why, func(o aims.Observation) bool { return slices.Contains(o.Refs, c.ref) }) {
				t.Errorf("%s is not named: %v", c.ref, d.Items[i].Why)
			}
		})
	}
}

// TestForecast_gates: a gate that time alone opens is foretold for its day,
// though no record names that day.
func TestForecast_gates(t *testing.T) {
	b := basisOf(t, gen.Conforming())
	b.Rules.Rules = b.Rules.Rules[:3]
	condition := func() certification.Condition {
		list := reportOf(t, b).Conditions
		return list[slices.IndexFunc(list, func(c certification.Condition) bool { return c.Code == certification.OperatedLongEnough })]
	}
	b.Model.Certification.Operating.Value, b.Model.Certification.Operating.Unit = 600, certification.Days
	c := condition()
	if c.Met != aims.No || !c.Changes.Valid() {
		t.Fatalf("%+v", c)
	}
	b.Model.Certification.Operating.Value -= int(c.Changes - at.AddDays(3))
	if c := condition(); c.Met != aims.No || c.Changes != at.AddDays(3) {
		t.Fatalf("%+v", c)
	}
	everyDay(t, b, at.AddDays(6))
	d, any, err := readiness.NextChange(b, at.AddDays(6))
	if err != nil || !any || d.To != at.AddDays(3) || len(d.Conditions) != 1 || d.Conditions[0].Code != certification.OperatedLongEnough || d.Conditions[0].After != aims.Yes {
		t.Errorf("%+v %v", d, err)
	}
}

func TestForecast_refuses(t *testing.T) {
	good := basisOf(t, gen.Conforming())
	for _, c := range []struct {
		name  string
		edit  func(*readiness.Basis)
		until aims.Date
		want  []problem
	}{
		{"the zero basis", func(b *readiness.Basis) { *b = readiness.Basis{Model: readiness.Default()} }, at, []problem{{aims.Missing, "/view"}, {aims.Missing, "/at"}}},
		{"no model", func(b *readiness.Basis) { b.Model.Name = "" }, at, []problem{{aims.Missing, "/model/name"}}},
		{"no end", func(*readiness.Basis) {}, 0, []problem{{aims.Missing, "/until"}}},
		{"an end that is no day", func(*readiness.Basis) {}, -1, []problem{{aims.DateMalformed, "/until"}}},
		{"backwards", func(*readiness.Basis) {}, at.AddDays(-1), []problem{{readiness.ForecastEnds, "/until"}}},
		{"too long", func(*readiness.Basis) {}, at.AddMonths(120).AddDays(1), []problem{{readiness.ForecastTooLong, "/until"}}},
	} {
		b := good
		c.edit(&b)
		_, err := readiness.Forecast(b, c.until)
		if diff := cmp.Diff(c.want, problemsOf(err)); diff != "" || !errors.Is(err, aims.ErrInvalid) {
			t.Errorf("%s: %v", c.name, err)
		}
		if _, any, err := readiness.NextChange(b, c.until); any || err == nil {
			t.Errorf("%s: a change is told", c.name)
		}
	}
	noRules := good
	noRules.Rules = rules.Set{}
	if _, err := readiness.Forecast(noRules, at); err == nil {
		t.Error("no rules are accepted")
	}
	broken := good
	broken.Rules.Rules = []aims.Rule[*rules.Input]{{Code: "own/no-check", Version: 1}}
	if _, any, err := readiness.NextChange(broken, at.AddDays(1)); any || err == nil {
		t.Error("a rule without a check is accepted")
	}
	if _, err := (readiness.Basis{}).Assess(); !errors.Is(err, aims.ErrInvalid) {
		t.Errorf("the zero basis: %v", err)
	}
	if list, err := readiness.Forecast(good, at); err != nil || list != nil {
		t.Errorf("a forecast of no days: %v %v", list, err)
	}
}
