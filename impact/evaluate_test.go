package impact_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

func known(l risk.Level) impact.Span { return impact.Span{AtLeast: l, AtMost: l} }

// level evaluates the base with one impact only and returns how it is rated.
func (b base) only(t *testing.T, p impact.Impact) impact.Rated {
	t.Helper()
	b.Assessment.Impacts, b.Assessment.Measures = []impact.Impact{p}, nil
	r, ok := b.evaluate(t).Rated(p.ID)
	if !ok {
		t.Fatalf("%s is not rated", p.ID)
	}
	return r
}

func TestDefault_valid(t *testing.T) {
	if err := impact.Default().Validate(); err != nil {
		t.Fatal(err)
	}
	m := impact.Default()
	if m.Label(0) != "" || m.Label(5) != "" || m.Label(4) != "Critical" || m.Top() != 4 {
		t.Errorf("%q %q %q %d", m.Label(0), m.Label(5), m.Label(4), m.Top())
	}
	for l, want := range map[risk.Level]impact.UseClass{0: 0, 1: impact.OrdinaryUse, 2: impact.OrdinaryUse, 3: impact.SensitiveUse, 4: impact.RestrictedUse} {
		if got := m.Class(l); got != want {
			t.Errorf("level %d makes a use %q, want %q", l, got, want)
		}
	}
	m.Prohibited = 4
	if m.Class(4) != impact.ProhibitedUse {
		t.Errorf("%q", m.Class(4))
	}
	// What the documentation of the method promises.
	for scale := range m.Extent {
		for scope, l := range m.Extent[scale] {
			if l < risk.Level(scale+1) {
				t.Errorf("numbers lower the severity of scale %d, scope %d to %d", scale+1, scope+1, l)
			}
		}
	}
	for extent := range m.Harm {
		for i, l := range m.Harm[extent] {
			if up := int(l) - extent - 1; up < 0 || up > 1 {
				t.Errorf("irremediability %d takes severity %d to %d", i+1, extent+1, l)
			}
		}
	}
	for likelihood := range m.Impact {
		for severity := 4; severity <= 5; severity++ {
			if m.Impact[likelihood][severity-1] == 1 {
				t.Errorf("severity %d is low at likelihood %d", severity, likelihood+1)
			}
		}
	}
}

// A method from which a caller takes something away, or to which one adds,
// leaves the next one as it was.
func TestDefault_own(t *testing.T) {
	mine := impact.Default()
	mine.Domains[0], mine.Triggers[0].ID, mine.Extent[0][0] = "x:y", "changed", 5
	if got := impact.Default(); got.Domains[0] != impact.Fairness || got.Triggers[0].ID == "changed" || got.Extent[0][0] != 1 {
		t.Error("Default hands the same lists out twice")
	}
	impact.Domains()[0] = "x:y"
	if impact.Domains()[0] != impact.Fairness {
		t.Error("Domains hands the same list out twice")
	}
}

// Severity by kind: actual by severity alone, potential by severity and
// likelihood, human rights with precedence, benefits without irremediability.
func TestEvaluate_kinds(t *testing.T) {
	b := sound(t)
	harm := impact.Impact{ID: "x", Title: "x", Party: "applicants", Domain: impact.Privacy, Effect: impact.Harm, Occurrence: impact.Potential}
	for _, tt := range []struct {
		name            string
		change          func(*impact.Impact)
		severity, level impact.Span
	}{
		{"potential", func(p *impact.Impact) { p.Inherent = rating(4, 1, 1, 1) }, known(4), known(2)},
		{"likelier", func(p *impact.Impact) { p.Inherent = rating(4, 1, 1, 4) }, known(4), known(3)},
		{"hardly put right", func(p *impact.Impact) { p.Inherent = rating(4, 1, 3, 1) }, known(5), known(2)},
		{"actual", func(p *impact.Impact) { p.Occurrence, p.Inherent = impact.Actual, rating(4, 1, 1) }, known(4), known(4)},
		{"human right", func(p *impact.Impact) { p.Domain, p.Inherent = impact.HumanRights, rating(4, 1, 1, 1) }, known(4), known(3)},
		{"on a human right as well", func(p *impact.Impact) { p.Rights, p.Inherent = aims.Yes, rating(4, 1, 1, 1) }, known(4), known(3)},
		{"a benefit to a human right", func(p *impact.Impact) {
			p.Effect, p.Domain, p.Inherent = impact.Benefit, impact.HumanRights, rating(4, 1, 0, 1)
		}, known(4), known(2)},
		{"actual benefit", func(p *impact.Impact) {
			p.Effect, p.Occurrence, p.Inherent = impact.Benefit, impact.Actual, rating(2, 5)
		}, known(3), known(3)},
		{"nothing assessed", func(*impact.Impact) {}, impact.Span{AtLeast: 1, AtMost: 5}, impact.Span{AtLeast: 1, AtMost: 4}},
		{"likelihood open", func(p *impact.Impact) { p.Inherent = rating(3, 1, 1) }, known(3), impact.Span{AtLeast: 1, AtMost: 3}},
		{"open, and all the same", func(p *impact.Impact) { p.Inherent = rating(1, 1, 1) }, known(1), known(1)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := harm
			tt.change(&p)
			got := b.only(t, p)
			same(t, "severity", tt.severity, got.Severity.Inherent)
			same(t, "level", tt.level, got.Level.Inherent)
			same(t, "current", tt.level, got.Level.Current)
			same(t, "residual", tt.level, got.Level.Residual)
		})
	}
}

func TestEvaluate_missing(t *testing.T) {
	b := sound(t)
	p := impact.Impact{ID: "x", Title: "x", Party: "applicants", Domain: impact.Privacy, Effect: impact.Harm, Occurrence: impact.Potential}
	same(t, "harm", []string{"scale", "scope", "irremediability", "likelihood"}, b.only(t, p).Missing)
	p.Effect, p.Occurrence = impact.Benefit, impact.Actual
	same(t, "actual benefit", []string{"scale", "scope"}, b.only(t, p).Missing)
	p.Inherent = rating(1, 1)
	same(t, "complete", []string(nil), b.only(t, p).Missing)
}

// The worst case counts and not a mean: many small harms beside a great one
// change nothing, and neither does a benefit.
func TestEvaluate_worstNotMean(t *testing.T) {
	b := sound(t)
	b.impact(t, "rights").Inherent = rating(5, 1, 4, 2)
	before := b.evaluate(t)
	same(t, "worst", known(4), before.Harm.Current)
	for i := range 20 {
		p := *b.impact(t, "prices")
		p.ID, p.Inherent = impact.ImpactID("small-"+string(rune('a'+i))), rating(1, 1, 1, 1)
		b.Assessment.Impacts = append(b.Assessment.Impacts, p)
		p.ID, p.Effect, p.Inherent = "good-"+p.ID, impact.Benefit, rating(5, 5, 0, 5)
		b.Assessment.Impacts = append(b.Assessment.Impacts, p)
	}
	after := b.evaluate(t)
	same(t, "worst", before.Harm, after.Harm)
	p := after.Profile(risk.Current, nil)
	same(t, "profile", impact.Profile{
		Worst: known(4), Carriers: []impact.ImpactID{"rights"}, Confidence: impact.MediumConfidence, Counts: []int{21, 4, 0, 1},
	}, p)
}

func TestProfile(t *testing.T) {
	b := sound(t)
	b.impact(t, "rights").Inherent.Likelihood = 0
	b.impact(t, "leak").Confidence = impact.LowConfidence
	b.impact(t, "unfair").Confidence = 0
	e := b.evaluate(t)
	for _, tt := range []struct {
		name   string
		state  risk.State
		choose func(impact.Rated) bool
		want   impact.Profile
	}{
		{"inherent", risk.Inherent, nil, impact.Profile{
			Worst: known(3), Carriers: []impact.ImpactID{"rights", "unfair"}, Counts: []int{1, 3, 1, 0}, Open: 1,
		}},
		{"current", risk.Current, nil, impact.Profile{
			Worst: impact.Span{AtLeast: 2, AtMost: 3}, Carriers: []impact.ImpactID{"rights"}, Confidence: impact.MediumConfidence,
			Counts: []int{1, 4, 0, 0}, Open: 1,
		}},
		{"of one party", risk.Current, func(r impact.Rated) bool { return r.Party == "elders" }, impact.Profile{
			Worst: known(2), Carriers: []impact.ImpactID{"unfair"}, Counts: []int{0, 1, 0, 0},
		}},
		{"benefits", risk.Residual, func(r impact.Rated) bool { return r.Effect == impact.Benefit }, impact.Profile{
			Worst: known(3), Carriers: []impact.ImpactID{"access"}, Confidence: impact.HighConfidence, Counts: []int{0, 0, 1, 0},
		}},
		{"of privacy", risk.Current, func(r impact.Rated) bool { return r.Domain == impact.Privacy }, impact.Profile{
			Worst: known(2), Carriers: []impact.ImpactID{"leak"}, Confidence: impact.LowConfidence, Counts: []int{0, 1, 0, 0},
		}},
		{"of nobody", risk.Current, func(impact.Rated) bool { return false }, impact.Profile{Counts: make([]int, 4)}},
		{"in no state", risk.Target, func(r impact.Rated) bool { return r.Impact == "leak" }, impact.Profile{
			Carriers: []impact.ImpactID{"leak"}, Confidence: impact.LowConfidence, Counts: make([]int, 4), Open: 1,
		}},
	} {
		t.Run(tt.name, func(t *testing.T) { same(t, "profile", tt.want, e.Profile(tt.state, tt.choose)) })
	}
	if _, ok := e.Rated("nothing"); ok || e.Progress("nothing") != 0 {
		t.Error("an impact or measure that is not there")
	}
}

// Grave harm to few people with special needs stays visible, however unlikely
// and whatever else there is.
func TestEvaluate_concentrated(t *testing.T) {
	b := sound(t)
	for _, tt := range []struct {
		name string
		r    impact.Rating
		want []impact.ImpactID
	}{
		{"as the base", rating(4, 1, 2, 3), []impact.ImpactID{"unfair"}},
		{"very unlikely", rating(4, 2, 1, 1), []impact.ImpactID{"unfair"}},
		{"how many is not known", rating(5, 0, 1, 1), []impact.ImpactID{"unfair"}},
		{"not grave", rating(3, 1, 4, 5), nil},
		{"many", rating(4, 3, 1, 1), nil},
	} {
		b.impact(t, "unfair").Inherent = tt.r
		same(t, tt.name, tt.want, b.evaluate(t).Concentrated)
	}
	p := b.impact(t, "unfair")
	p.Inherent, p.Party = rating(4, 1, 2, 3), "applicants"
	same(t, "of people without special needs", []impact.ImpactID(nil), b.evaluate(t).Concentrated)
	p.Party, p.NotApplies = "elders", "no"
	same(t, "that does not apply", []impact.ImpactID(nil), b.evaluate(t).Concentrated)
}

// Confidence is kept apart: it moves no level.
func TestEvaluate_confidence(t *testing.T) {
	b := sound(t)
	want := b.evaluate(t).Harm
	for c := impact.Confidence(0); c <= impact.HighConfidence; c++ {
		for i := range b.Assessment.Impacts {
			b.Assessment.Impacts[i].Confidence = c
		}
		same(t, c.String(), want, b.evaluate(t).Harm)
	}
}

// Credit is given per impact, and only for what works and is shown to.
func TestEvaluate_credit(t *testing.T) {
	for _, tt := range []struct {
		name     string
		change   func(*base, *impact.Measure)
		progress risk.Progress
		current  risk.Level
		residual risk.Level
	}{
		{"works", func(*base, *impact.Measure) {}, risk.Effective, 2, 2},
		{"planned", func(_ *base, m *impact.Measure) { m.Implemented = 0 }, risk.Pending, 3, 2},
		{"from tomorrow", func(_ *base, m *impact.Measure) { m.Implemented = day("2026-06-02") }, risk.Pending, 3, 2},
		{"from today", func(_ *base, m *impact.Measure) { m.Implemented = day("2026-06-01") }, risk.Effective, 2, 2},
		{"ended", func(_ *base, m *impact.Measure) { m.Ended = day("2026-05-31") }, risk.Ended, 3, 3},
		{"ends today", func(_ *base, m *impact.Measure) { m.Ended = day("2026-06-01") }, risk.Effective, 2, 2},
		{"without evidence", func(_ *base, m *impact.Measure) { m.Evidence = nil }, risk.Unproven, 3, 2},
		{"evidence expired", func(b *base, _ *impact.Measure) { b.Evidence[0].Expires = day("2026-05-31") }, risk.Unproven, 3, 2},
		{"evidence of a later day", func(b *base, _ *impact.Measure) { b.Evidence[0].Collected = day("2026-06-02") }, risk.Unproven, 3, 2},
		{"accepted by its owner", func(b *base, _ *impact.Measure) { b.Evidence[0].Judgments[0].By = "p-dev" }, risk.Unproven, 3, 2},
		{"rejected", func(b *base, _ *impact.Measure) { b.Evidence[0].Judgments[0].Accepted = aims.No }, risk.Failed, 3, 3},
		{"the newer evidence is rejected", func(b *base, m *impact.Measure) {
			newer := b.Evidence[0]
			newer.ID, newer.Collected, newer.Outcome = "e-2", day("2026-05-01"), aims.Outcome{Met: aims.No}
			b.Evidence, m.Evidence = append(b.Evidence, newer), append(m.Evidence, "e-2")
		}, risk.Failed, 3, 3},
		{"the older evidence is rejected", func(b *base, m *impact.Measure) {
			older := b.Evidence[0]
			older.ID, older.Collected, older.Outcome = "e-2", day("2026-03-01"), aims.Outcome{Met: aims.No}
			b.Evidence, m.Evidence = append(b.Evidence, older), append([]aims.EvidenceID{"e-2"}, m.Evidence...)
		}, risk.Effective, 2, 2},
		{"of one day, one is rejected", func(b *base, m *impact.Measure) {
			second := b.Evidence[0]
			second.ID, second.Outcome = "e-2", aims.Outcome{Met: aims.No}
			b.Evidence, m.Evidence = append(b.Evidence, second), append(m.Evidence, "e-2")
		}, risk.Failed, 3, 3},
		{"on another harm", func(_ *base, m *impact.Measure) { m.Credits[0].Impact = "leak" }, risk.Effective, 3, 3},
		{"more than there is", func(_ *base, m *impact.Measure) {
			m.Credits[0] = impact.Credit{Impact: "unfair", Scale: 9, Scope: 9, Irremediability: 9, Likelihood: 9}
		}, risk.Effective, 1, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := sound(t)
			tt.change(&b, &b.Assessment.Measures[0])
			e := b.evaluate(t)
			r, _ := e.Rated("unfair")
			if got := e.Progress("review"); got != tt.progress {
				t.Errorf("%v, want %v", got, tt.progress)
			}
			same(t, "levels", impact.Levels{Inherent: known(3), Current: known(tt.current), Residual: known(tt.residual)}, r.Level)
			if lowered := tt.current < 3; r.Lowered != lowered {
				t.Errorf("lowered: %v", r.Lowered)
			}
		})
	}
	t.Run("the host supplies no evidence", func(t *testing.T) {
		b := sound(t)
		e, err := impact.Evaluate(b.Assessment, b.Method, b.At, impact.Facts{})
		if err != nil || e.Progress("review") != risk.Unproven || e.Harm.Current != known(3) {
			t.Errorf("%v, %v, %v", e.Progress("review"), e.Harm, err)
		}
	})
	t.Run("a policy lets nobody accept", func(t *testing.T) {
		b := sound(t)
		f := b.facts()
		f.MayAccept = func(aims.Judgment) bool { return false }
		e, err := impact.Evaluate(b.Assessment, b.Method, b.At, f)
		if err != nil || e.Progress("review") != risk.Unproven {
			t.Errorf("%v, %v", e.Progress("review"), err)
		}
	})
}

// A measure makes an actual harm less severe, never less likely.
func TestEvaluate_creditOfActual(t *testing.T) {
	b := sound(t)
	p := b.impact(t, "unfair")
	p.Occurrence, p.Inherent = impact.Actual, rating(4, 1, 2)
	r, _ := b.evaluate(t).Rated("unfair")
	same(t, "likelihood", impact.Levels{Inherent: known(4), Current: known(4), Residual: known(4)}, r.Level)
	if r.Lowered {
		t.Error("what is taken off the likelihood of an actual harm counts")
	}
	b.Assessment.Measures[0].Credits[0] = impact.Credit{Impact: "unfair", Scale: 2}
	r, _ = b.evaluate(t).Rated("unfair")
	same(t, "scale", impact.Levels{Inherent: known(4), Current: known(2), Residual: known(2)}, r.Level)
}

func TestEvaluate_statedResidual(t *testing.T) {
	b := sound(t)
	p := b.impact(t, "unfair")
	for _, tt := range []struct {
		name        string
		residual    impact.Rating
		want        impact.Span
		understated bool
	}{
		{"more cautious", rating(4, 1, 2, 5), known(4), false},
		{"as justified", rating(4, 1, 2, 1), known(2), false},
		{"lower", rating(2, 1, 1, 1), known(2), true},
		{"in part", rating(4, 1, 2), impact.Span{AtLeast: 2, AtMost: 4}, false}, // severity 4 at likelihoods 1 to 5
	} {
		p.Residual = &tt.residual
		r, _ := b.evaluate(t).Rated("unfair")
		if r.Understated != tt.understated {
			t.Errorf("%s: understated is %v", tt.name, r.Understated)
		}
		same(t, tt.name, tt.want, r.Level.Residual)
	}
}

func TestEvaluate_class(t *testing.T) {
	span := func(least, most impact.UseClass) impact.ClassSpan {
		return impact.ClassSpan{AtLeast: least, AtMost: most}
	}
	for _, tt := range []struct {
		name   string
		change func(*base)
		want   impact.ClassSpan
	}{
		{"by the list", func(*base) {}, span(impact.SensitiveUse, impact.SensitiveUse)},
		{"nothing listed applies", func(b *base) { b.Assessment.Scope.Uses[4].Applies = aims.No }, span(impact.OrdinaryUse, impact.OrdinaryUse)},
		{"prohibited by the list", func(b *base) { b.Assessment.Scope.Uses[0].Applies = aims.Yes }, span(impact.ProhibitedUse, impact.ProhibitedUse)},
		{"nobody said", func(b *base) { b.Assessment.Scope.Uses[0].Applies = aims.Unknown }, span(impact.SensitiveUse, impact.ProhibitedUse)},
		{"not asked", func(b *base) { b.Assessment.Scope.Uses = b.Assessment.Scope.Uses[3:] }, span(impact.SensitiveUse, impact.ProhibitedUse)},
		{"by the level", func(b *base) { b.impact(t, "rights").Inherent = rating(5, 5, 4, 5) }, span(impact.RestrictedUse, impact.RestrictedUse)},
		{"the level is open", func(b *base) { b.impact(t, "rights").Inherent = impact.Rating{} }, span(impact.SensitiveUse, impact.RestrictedUse)},
		{"a domain is unseen", func(b *base) { b.Assessment.Scope.Omissions = b.Assessment.Scope.Omissions[1:] }, span(impact.SensitiveUse, impact.RestrictedUse)},
		{"no harm, every domain seen", func(b *base) {
			b.Assessment.Scope.Uses[4].Applies = aims.No
			b.Assessment.Impacts, b.Assessment.Measures = nil, nil
			for _, d := range b.Method.Domains {
				b.Assessment.Scope.Omissions = append(b.Assessment.Scope.Omissions, impact.Omission{Domain: d, Why: "looked at"})
			}
		}, span(impact.OrdinaryUse, impact.OrdinaryUse)},
		{"no harm, and nobody looked", func(b *base) {
			b.Assessment.Impacts, b.Assessment.Measures, b.Assessment.Scope.Omissions = nil, nil, nil
		}, span(impact.SensitiveUse, impact.RestrictedUse)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := sound(t)
			tt.change(&b)
			got := b.evaluate(t).Class
			same(t, "class", tt.want, got)
			class, isKnown := got.Class()
			if isKnown != (tt.want.AtLeast == tt.want.AtMost) || class != tt.want.AtLeast {
				t.Errorf("%v, %v", class, isKnown)
			}
		})
	}
}

func TestEvaluate_refuses(t *testing.T) {
	b := sound(t)
	if _, err := impact.Evaluate(b.Assessment, b.Method, 0, b.facts()); !errors.Is(err, impact.ErrNoDay) {
		t.Errorf("no day: %v", err)
	}
	if _, err := impact.Evaluate(b.Assessment, b.Method, day("2026-03-19"), b.facts()); !errors.Is(err, impact.ErrNotYet) {
		t.Errorf("recorded later: %v", err)
	}
	b.Assessment.Recorded = 0
	if _, err := impact.Evaluate(b.Assessment, b.Method, day("2026-03-14"), b.facts()); !errors.Is(err, impact.ErrNotYet) {
		t.Errorf("made later: %v", err)
	}
	if _, err := impact.Evaluate(b.Assessment, b.Method, day("2026-03-15"), b.facts()); err != nil {
		t.Errorf("made on the day: %v", err)
	}
	if _, err := impact.Completeness(impact.Assessment{}, impact.Method{}, b.At, impact.Facts{}); !errors.Is(err, aims.ErrInvalid) {
		t.Errorf("nothing: %v", err)
	}
}

// An assessment is never scored by a method that it was not made with.
func TestEvaluate_otherMethod(t *testing.T) {
	b := sound(t)
	b.Method.Levels[0].Label = "Very low"
	_, err := impact.Evaluate(b.Assessment, b.Method, b.At, b.facts())
	same(t, "assessment", []problem{{impact.MethodOther, "/assessment/method"}}, problemsOf(t, err))
	_, err = impact.CheckScreening(b.Screening, b.Method, impact.ScreeningRules())
	same(t, "screening", []problem{{impact.MethodOther, "/screening/method"}}, problemsOf(t, err))
	b.Screening.Method = ""
	if _, err = impact.CheckScreening(b.Screening, b.Method, impact.ScreeningRules()); err != nil {
		t.Errorf("a screening that names no method: %v", err)
	}
	if _, err = impact.CheckScreening(impact.Screening{}, impact.Method{}, nil); !errors.Is(err, aims.ErrInvalid) {
		t.Errorf("nothing: %v", err)
	}
	b = sound(t)
	b.Method.Uses[0].Class = 9 // which has no JSON
	if err := b.Assessment.ValidateAgainst(b.Method); err == nil || errors.Is(err, aims.ErrInvalid) {
		t.Errorf("assessment against a method without JSON: %v", err)
	}
	if err := b.Screening.ValidateAgainst(b.Method); err == nil || errors.Is(err, aims.ErrInvalid) {
		t.Errorf("screening against a method without JSON: %v", err)
	}
	// What happens to a method afterwards does not make it another one.
	b = sound(t)
	b.Method.Withdrawn, b.Method.Approvals, b.Method.ReviewBy = day("2026-05-01"), nil, day("2027-01-01")
	b.evaluate(t)
}

func TestEvaluate_provenance(t *testing.T) {
	b := sound(t)
	e := b.evaluate(t)
	same(t, "provenance", aims.Provenance{
		Module: aims.Version, Model: "default 1", Method: b.Assessment.Method, Input: digestOf(t, b.Assessment), At: b.At,
	}, e.Provenance)
}

func TestScreened_asked(t *testing.T) {
	b := sound(t)
	s := impact.Screened{Screening: b.Screening, Method: b.Method}
	for _, want := range []aims.Answer{aims.Yes, aims.Yes, aims.No} {
		if got := s.Asked(); got != want {
			t.Errorf("%v, want %v", got, want)
		}
		for i := range s.Screening.Answers {
			if s.Screening.Answers[i].Met == aims.Yes {
				s.Screening.Answers[i].Met = aims.NotApplicable
				break
			}
		}
	}
	s.Screening.Answers = s.Screening.Answers[:6]
	if got := s.Asked(); got != aims.Unknown {
		t.Errorf("an answer is missing: %v", got)
	}
	if got := (impact.Screened{}).Asked(); got != aims.Unknown {
		t.Errorf("nothing: %v", got)
	}
}

func TestTable_zero(t *testing.T) {
	for _, s := range []impact.Span{{}, {AtLeast: 1, AtMost: 2}} {
		if l, ok := s.Level(); ok {
			t.Errorf("%v is known to be %v", s, l)
		}
	}
	if data, err := json.Marshal(impact.Evaluation{}); err != nil {
		t.Errorf("%s, %v", data, err)
	}
	if got := (&impact.Evaluation{}).Profile(risk.Current, nil); got.Worst != (impact.Span{}) || len(got.Carriers) != 0 {
		t.Errorf("%+v", got)
	}
}
