package impact_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

var shown = cmpopts.IgnoreUnexported(impact.Evaluation{})

// worse reports whether a level lies nowhere below another.
func worse(a, b impact.Span) bool { return a.AtLeast >= b.AtLeast && a.AtMost >= b.AtMost }

func allWorse(a, b impact.Levels) bool {
	return worse(a.Inherent, b.Inherent) && worse(a.Current, b.Current) && worse(a.Residual, b.Residual)
}

// nowhereBelow checks that an evaluation lies nowhere below another.
func nowhereBelow(t *rapid.T, above, below *impact.Evaluation) {
	t.Helper()
	for _, r := range below.Impacts {
		if q, ok := above.Rated(r.Impact); r.Effect == impact.Harm && (!ok || !allWorse(q.Level, r.Level) || !allWorse(q.Severity, r.Severity)) {
			t.Errorf("%s falls from %+v to %+v", r.Impact, r.Level, q.Level)
		}
	}
	if !allWorse(above.Harm, below.Harm) || above.Class.AtLeast < below.Class.AtLeast || above.Class.AtMost < below.Class.AtMost {
		t.Errorf("the worst falls from %+v to %+v, the class from %+v to %+v", below.Harm, above.Harm, below.Class, above.Class)
	}
}

// withImpact draws a scenario and the place of an impact of it.
func withImpact(t *rapid.T, choose func(impact.Impact) bool) (scenario, int) {
	s := randomScenario().Draw(t, "scenario").copied()
	var places []int
	for i, p := range s.Assessment.Impacts {
		if choose(p) {
			places = append(places, i)
		}
	}
	if len(places) == 0 {
		t.Skip("no such impact")
	}
	return s, rapid.SampledFrom(places).Draw(t, "impact")
}

// More harm never lowers the result.
func TestProp_moreHarm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, i := withImpact(t, func(p impact.Impact) bool { return p.Effect == impact.Harm })
		before := judged(t, s)
		p := &s.Assessment.Impacts[i]
		raise := func(l *risk.Level, scale risk.Scale) {
			if *l != 0 {
				*l = level(t, *l, scale.Top(), "raised")
			}
		}
		switch rapid.IntRange(0, 3).Draw(t, "how") {
		case 0:
			raise(&p.Inherent.Scale, s.Method.Scale)
			raise(&p.Inherent.Scope, s.Method.Scope)
			raise(&p.Inherent.Irremediability, s.Method.Irremediability)
			raise(&p.Inherent.Likelihood, s.Method.Likelihood)
		case 1: // what might happen does
			p.Occurrence, p.Inherent.Likelihood = impact.Actual, 0
			if p.Residual != nil {
				r := *p.Residual
				r.Likelihood = 0
				p.Residual = &r
			}
		case 2: // it bears on a human right
			p.Rights = aims.Yes
		case 3: // another harm, of a domain that was looked at
			another := randomImpact(t, s.Method, "another")
			another.Effect, another.NotApplies, another.Domain = impact.Harm, "", impact.Privacy
			s.Assessment.Impacts = append(s.Assessment.Impacts, another)
		}
		nowhereBelow(t, judged(t, s), before)
	})
}

// An answer that was missing narrows the result and never moves it outside of
// what it might have been.
func TestProp_answerNarrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, i := withImpact(t, func(p impact.Impact) bool { return p.NotApplies == "" })
		before := judged(t, s)
		p := &s.Assessment.Impacts[i]
		fill := func(l *risk.Level, scale risk.Scale, needed bool) {
			if *l == 0 && needed {
				*l = level(t, 1, scale.Top(), "answer")
			}
		}
		fill(&p.Inherent.Scale, s.Method.Scale, true)
		fill(&p.Inherent.Scope, s.Method.Scope, true)
		fill(&p.Inherent.Irremediability, s.Method.Irremediability, p.Effect == impact.Harm)
		fill(&p.Inherent.Likelihood, s.Method.Likelihood, p.Occurrence == impact.Potential)
		after := judged(t, s)
		was, _ := before.Rated(p.ID)
		is, _ := after.Rated(p.ID)
		within := func(a, b impact.Span) bool { return a.AtLeast >= b.AtLeast && a.AtMost <= b.AtMost }
		if !within(is.Level.Inherent, was.Level.Inherent) || !within(is.Level.Current, was.Level.Current) ||
			!within(is.Level.Residual, was.Level.Residual) || !within(after.Harm.Current, before.Harm.Current) || len(is.Missing) != 0 {
			t.Errorf("%+v becomes %+v", was, is)
		}
		if _, known := is.Level.Current.Level(); !known {
			t.Errorf("all is answered, and the level is %+v", is.Level.Current)
		}
	})
}

// A measure never raises the result.
func TestProp_measure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomScenario().Draw(t, "scenario").copied()
		before := judged(t, s)
		s.Assessment.Measures = append(s.Assessment.Measures, randomMeasure(t, &s, "another"))
		after := judged(t, s)
		nowhereBelow(t, before, after)
		if before.Harm.Inherent != after.Harm.Inherent {
			t.Error("a measure changes what is without measures")
		}
	})
}

// A planned or unevidenced measure gives no credit, and neither does one that
// ended or failed.
func TestProp_noCredit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomScenario().Draw(t, "scenario").copied()
		for i := range s.Assessment.Measures {
			q := &s.Assessment.Measures[i]
			switch rapid.IntRange(0, 3).Draw(t, "why") {
			case 0:
				q.Implemented, q.Ended = 0, 0
			case 1:
				q.Evidence = []aims.EvidenceID{"unknown"}
			case 2:
				q.Implemented, q.Ended = s.At.AddDays(-9), s.At.AddDays(-1)
			case 3:
				q.Effectiveness = []aims.Evaluation{{On: s.At, Met: aims.No}}
			}
		}
		e := judged(t, s)
		for _, r := range e.Impacts {
			if r.Level.Current != r.Level.Inherent || r.Lowered {
				t.Errorf("%+v", r)
			}
		}
		without := s
		without.Assessment.Measures = nil
		if got := judged(t, without); got.Harm.Current != e.Harm.Current || got.Class != e.Class {
			t.Errorf("%+v, and without any measure %+v", e.Harm, got.Harm)
		}
	})
}

// What does not apply changes nothing, and neither does a benefit change what
// is said of harm.
func TestProp_notApplicable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomScenario().Draw(t, "scenario").copied()
		before := judged(t, s)
		p := randomImpact(t, s.Method, "another")
		p.NotApplies, p.Residual = "looked at", nil
		s.Assessment.Impacts = append(s.Assessment.Impacts, p)
		if diff := cmp.Diff(before, judged(t, s), shown); diff != "" {
			t.Errorf("(-before +after):\n%s", diff)
		}
		p = randomImpact(t, s.Method, "good")
		p.Effect, p.NotApplies, p.Residual, p.Inherent.Irremediability = impact.Benefit, "", nil, 0
		s.Assessment.Impacts = append(s.Assessment.Impacts, p)
		if after := judged(t, s); after.Harm != before.Harm || after.Class.AtLeast != before.Class.AtLeast {
			t.Errorf("a benefit takes %+v to %+v", before.Harm, after.Harm)
		}
	})
}

// The order of parts changes nothing, whether for the evaluation or for what
// the rules observe; nor does a detour through JSON.
func TestProp_order(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomScenario().Draw(t, "scenario").copied()
		said := func(s scenario) ([]aims.Observation, *impact.Evaluation) {
			e := judged(t, s)
			return impact.Check(e, impact.Rules()), e
		}
		observed, before := said(s)
		data, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		var p scenario
		if err := json.Unmarshal(data, &p); err != nil {
			t.Fatal(err)
		}
		a := &p.Assessment
		a.Impacts = rapid.Permutation(a.Impacts).Draw(t, "impacts")
		a.Measures = rapid.Permutation(a.Measures).Draw(t, "measures")
		a.Parties = rapid.Permutation(a.Parties).Draw(t, "parties")
		a.Scope.Uses = rapid.Permutation(a.Scope.Uses).Draw(t, "uses")
		for i := range a.Measures {
			a.Measures[i].Credits = rapid.Permutation(a.Measures[i].Credits).Draw(t, "credits")
		}
		again, after := said(p)
		if diff := cmp.Diff(before, after, shown); diff != "" {
			t.Errorf("(-before +after):\n%s", diff)
		}
		if diff := cmp.Diff(observed, again); diff != "" {
			t.Errorf("observations (-before +after):\n%s", diff)
		}
	})
}

// Of two harms to human rights the more severe one is never lower, whatever
// the method and the likelihoods.
func TestProp_rightsPrecedence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := randomMethod(t)
		if err := m.Validate(); err != nil {
			t.Fatal(err)
		}
		rows, columns := len(m.Likelihood.Steps), len(m.Severity.Steps)
		for s := 1; s < columns; s++ {
			for a := range rows {
				for b := range rows {
					if m.Rights[a][s] < m.Rights[b][s-1] {
						t.Errorf("severity %d at likelihood %d is %d, and severity %d at %d is %d", s+1, a+1, m.Rights[a][s], s, b+1, m.Rights[b][s-1])
					}
				}
			}
		}
	})
}

// A table with one cell changed is refused exactly when it falls somewhere, or
// gives up the precedence of human rights.
func TestProp_methodRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := randomMethod(t)
		cell := func(table impact.Table, top risk.Level) {
			i, j := rapid.IntRange(0, len(table)-1).Draw(t, "row"), rapid.IntRange(0, len(table[0])-1).Draw(t, "column")
			table[i][j] = level(t, 1, top, "cell")
		}
		switch rapid.IntRange(0, 3).Draw(t, "table") {
		case 0:
			cell(m.Extent, m.Severity.Top())
		case 1:
			cell(m.Harm, m.Severity.Top())
		case 2:
			cell(m.Impact, m.Top())
		case 3:
			cell(m.Rights, m.Top())
		}
		falls := false
		for _, table := range []impact.Table{m.Extent, m.Harm, m.Impact, m.Rights} {
			for i := range table {
				for j := range table[i] {
					for k := range i + 1 {
						for l := range j + 1 {
							falls = falls || table[k][l] > table[i][j]
						}
					}
				}
			}
		}
		for i := range m.Rights {
			for j := range m.Rights[i] {
				falls = falls || m.Impact[i][j] > m.Rights[i][j]
				for k := range m.Rights {
					falls = falls || j > 0 && m.Rights[k][j-1] > m.Rights[i][j]
				}
			}
		}
		if err := m.Validate(); (err != nil) != falls {
			t.Errorf("it falls: %v; %v", falls, err)
		}
	})
}
