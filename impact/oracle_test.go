package impact_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// The oracle is slow and obvious: it goes through everything that the missing
// levels may be, rates each, and keeps the lowest and the highest.

// completions lists every complete rating that a rating may turn out to be.
func completions(m impact.Method, r impact.Rating) []impact.Rating {
	could := func(l risk.Level, s risk.Scale) []risk.Level {
		if l != 0 {
			return []risk.Level{l}
		}
		var out []risk.Level
		for i := range s.Steps {
			out = append(out, risk.Level(i+1))
		}
		return out
	}
	var out []impact.Rating
	for _, scale := range could(r.Scale, m.Scale) {
		for _, scope := range could(r.Scope, m.Scope) {
			for _, irremediability := range could(r.Irremediability, m.Irremediability) {
				for _, likelihood := range could(r.Likelihood, m.Likelihood) {
					out = append(out, rating(scale, scope, irremediability, likelihood))
				}
			}
		}
	}
	return out
}

// rated rates a complete rating by the words of the documentation.
func rated(m impact.Method, p impact.Impact, r impact.Rating) (severity, level risk.Level) {
	likelihood := r.Likelihood
	if p.Occurrence == impact.Actual {
		likelihood = risk.Level(len(m.Likelihood.Steps))
	}
	severity = m.Extent[r.Scale-1][r.Scope-1]
	if p.Effect == impact.Benefit {
		return severity, m.Impact[likelihood-1][severity-1]
	}
	severity = m.Harm[severity-1][r.Irremediability-1]
	if p.Domain == impact.HumanRights || p.Rights == aims.Yes {
		return severity, m.Rights[likelihood-1][severity-1]
	}
	return severity, m.Impact[likelihood-1][severity-1]
}

// credited takes off what the measures give of which counts is true.
func credited(s scenario, p impact.Impact, r impact.Rating, counts func(impact.Measure) bool) impact.Rating {
	for _, q := range s.Assessment.Measures {
		if !counts(q) {
			continue
		}
		for _, c := range q.Credits {
			if c.Impact != p.ID {
				continue
			}
			for range c.Scale {
				r.Scale = max(r.Scale-1, 1)
			}
			for range c.Scope {
				r.Scope = max(r.Scope-1, 1)
			}
			for range c.Irremediability {
				r.Irremediability = max(r.Irremediability-1, 1)
			}
			for range c.Likelihood {
				r.Likelihood = max(r.Likelihood-1, 1)
			}
		}
	}
	return r
}

func works(s scenario, q impact.Measure) bool {
	return q.Implemented != 0 && q.Implemented <= s.At && (q.Ended == 0 || q.Ended >= s.At) &&
		len(q.Evidence) > 0 && q.Evidence[0] == "accepted"
}

// dead reports whether a measure is over or refuted.
func dead(s scenario, q impact.Measure) bool {
	inPlace := q.Implemented != 0 && q.Implemented <= s.At
	return q.Ended != 0 && q.Ended < s.At || inPlace && len(q.Evidence) > 0 && q.Evidence[0] == "rejected"
}

func widen(s *impact.Span, l risk.Level) {
	if s.AtLeast == 0 || l < s.AtLeast {
		s.AtLeast = l
	}
	s.AtMost = max(s.AtMost, l)
}

func higher(s, t impact.Span) impact.Span {
	return impact.Span{AtLeast: max(s.AtLeast, t.AtLeast), AtMost: max(s.AtMost, t.AtMost)}
}

func oracle(s scenario, p impact.Impact) (severity, level impact.Levels) {
	working := func(q impact.Measure) bool { return works(s, q) }
	coming := func(q impact.Measure) bool { return !dead(s, q) }
	for _, r := range completions(s.Method, p.Inherent) {
		for _, state := range []struct {
			r               impact.Rating
			severity, level *impact.Span
		}{
			{r, &severity.Inherent, &level.Inherent},
			{credited(s, p, r, working), &severity.Current, &level.Current},
			{credited(s, p, r, coming), &severity.Residual, &level.Residual},
		} {
			a, b := rated(s.Method, p, state.r)
			widen(state.severity, a)
			widen(state.level, b)
		}
	}
	if p.Residual != nil {
		var a, b impact.Span
		for _, r := range completions(s.Method, *p.Residual) {
			x, y := rated(s.Method, p, r)
			widen(&a, x)
			widen(&b, y)
		}
		severity.Residual, level.Residual = higher(severity.Residual, a), higher(level.Residual, b)
	}
	return severity, level
}

func TestProp_oracle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomScenario().Draw(t, "scenario")
		e := judged(t, s)
		var worst impact.Levels
		n := 0
		for _, p := range s.Assessment.Impacts {
			r, ok := e.Rated(p.ID)
			if ok != (p.NotApplies == "") {
				t.Fatalf("%s is rated: %v", p.ID, ok)
			}
			if !ok {
				continue
			}
			n++
			severity, level := oracle(s, p)
			if r.Severity != severity || r.Level != level {
				t.Errorf("%s is %+v %+v, want %+v %+v", p.ID, r.Severity, r.Level, severity, level)
			}
			if p.Effect == impact.Harm {
				worst = impact.Levels{
					Inherent: higher(worst.Inherent, level.Inherent), Current: higher(worst.Current, level.Current),
					Residual: higher(worst.Residual, level.Residual),
				}
			}
		}
		if e.Harm != worst || len(e.Impacts) != n {
			t.Errorf("the worst harm is %+v, want %+v", e.Harm, worst)
		}
		profile := e.Profile(risk.Current, nil)
		count := profile.Open
		for _, k := range profile.Counts {
			count += k
		}
		if profile.Worst != worst.Current || count != n-len(benefits(e)) || (len(profile.Carriers) == 0) != (count == 0) {
			t.Errorf("the profile is %+v", profile)
		}
	})
}

func benefits(e *impact.Evaluation) []impact.Rated {
	var out []impact.Rated
	for _, r := range e.Impacts {
		if r.Effect == impact.Benefit {
			out = append(out, r)
		}
	}
	return out
}
