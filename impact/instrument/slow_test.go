package instrument_test

import (
	"math/big"
	"slices"
	"strings"

	"github.com/aimskit/aimskit/impact/instrument"
)

// slowResult is what the slow reading comes to.
type slowResult struct {
	totals
	missing, unshown []instrument.QuestionID
}

// slowReader reads an instrument the long way: every question asks again
// whether it is shown.
type slowReader struct {
	in    instrument.Instrument
	given map[instrument.QuestionID]instrument.Answer
	drop  bool
}

func slow(in instrument.Instrument, given map[instrument.QuestionID]instrument.Answer, h instrument.HiddenPolicy) slowResult {
	r := slowReader{in, given, h == instrument.DropHidden}
	var out slowResult
	maxRaw, maxMitigation := 0, 0
	for _, p := range in.Pages {
		for _, s := range p.Sections {
			for _, q := range s.Questions {
				kind := q.Kind
				if kind == "" {
					kind = s.Kind
				}
				shown := r.shown(q.ID)
				answered := !given[q.ID].IsZero()
				if answered && !shown {
					out.unshown = append(out.unshown, q.ID)
				}
				if !answered && shown && r.matters(q, kind) {
					out.missing = append(out.missing, q.ID)
				}
				points := 0
				if answered && (shown || !r.drop) {
					points = worth(q, given[q.ID])
				}
				switch kind {
				case instrument.Raw:
					out.Raw += points
					maxRaw += most(q)
				case instrument.Mitigation:
					out.Mitigation += points
					maxMitigation += most(q)
				}
			}
		}
	}
	out.Current = out.Raw
	if in.Credit.From > 0 && maxMitigation > 0 && big.NewRat(int64(out.Mitigation), int64(maxMitigation)).Cmp(big.NewRat(int64(in.Credit.From), 100)) >= 0 {
		kept := new(big.Rat).Mul(big.NewRat(int64(out.Raw), 1), big.NewRat(int64(100-in.Credit.Cut), 100))
		half := new(big.Rat).Add(kept, big.NewRat(1, 2)) // half up: the whole part of this
		out.Current = int(new(big.Int).Quo(half.Num(), half.Denom()).Int64())
	}
	for i, o := range in.Outcomes {
		bound := big.NewRat(int64(o.Over), 1)
		if in.Unit == instrument.Percent {
			bound = big.NewRat(int64(o.Over)*int64(maxRaw), 100)
		}
		if i == 0 || big.NewRat(int64(out.Current), 1).Cmp(bound) > 0 || !o.If.IsZero() && r.holds(o.If) {
			out.Level = i + 1
		}
	}
	return out
}

func most(q instrument.Question) int {
	if len(q.Choices) == 0 {
		return 0
	}
	out := 0
	for _, a := range everyAnswer(q) {
		out = max(out, worth(q, a))
	}
	return out
}

func worth(q instrument.Question, a instrument.Answer) int {
	sum := 0
	for _, c := range q.Choices {
		if slices.Contains(a, c.Value) {
			sum += c.Points
		}
	}
	return sum
}

func (r slowReader) shown(id instrument.QuestionID) bool {
	for _, p := range r.in.Pages {
		for _, s := range p.Sections {
			for _, q := range s.Questions {
				if q.ID == id {
					return r.holds(p.ShownIf) && r.holds(s.ShownIf) && r.holds(q.ShownIf)
				}
			}
		}
	}
	return false
}

func (r slowReader) holds(g instrument.Guard) bool {
	for _, part := range g.All {
		if !r.holds(part) {
			return false
		}
	}
	if len(g.Any) > 0 {
		return slices.ContainsFunc(g.Any, r.holds)
	}
	if g.Question == "" {
		return true
	}
	a := r.given[g.Question]
	if a.IsZero() || r.drop && !r.shown(g.Question) {
		return false
	}
	contains := func(v string) bool { return slices.Contains(a, v) }
	if r.question(g.Question).Type == instrument.Single {
		contains = func(v string) bool { return strings.Contains(a[0], v) }
		switch {
		case g.Is != "":
			return a[0] == g.Is
		case len(g.Contains) == 1:
			return contains(g.Contains[0])
		}
		return false
	}
	if g.Is != "" {
		return false
	}
	for _, v := range slices.Concat(g.Exactly, g.Contains) {
		if !contains(v) {
			return false
		}
	}
	return len(g.Exactly) == 0 || len(a) == len(g.Exactly)
}

func (r slowReader) question(id instrument.QuestionID) instrument.Question {
	all := questionsOf(r.in)
	return all[slices.IndexFunc(all, func(q instrument.Question) bool { return q.ID == id })]
}

// matters reports whether a question scores, or something that scores or
// forces an outcome depends on it, however far down.
func (r slowReader) matters(q instrument.Question, kind instrument.Kind) bool {
	return q.Type != instrument.Open && (kind == instrument.Raw || kind == instrument.Mitigation) || r.leads(q.ID)
}

func (r slowReader) leads(id instrument.QuestionID) bool {
	for _, o := range r.in.Outcomes {
		if r.asks(o.If, id) {
			return true
		}
	}
	for _, p := range r.in.Pages {
		for _, s := range p.Sections {
			for _, q := range s.Questions {
				kind := q.Kind
				if kind == "" {
					kind = s.Kind
				}
				counts := (kind == instrument.Raw || kind == instrument.Mitigation) && most(q) > 0
				if (r.asks(p.ShownIf, id) || r.asks(s.ShownIf, id) || r.asks(q.ShownIf, id)) && (counts || r.leads(q.ID)) {
					return true
				}
			}
		}
	}
	return false
}

// asks reports whether a guard depends on a question: asks for it, and some
// answer meets what it asks.
func (r slowReader) asks(g instrument.Guard, id instrument.QuestionID) bool {
	inside := func(part instrument.Guard) bool { return r.asks(part, id) }
	if g.Question == id {
		return slices.ContainsFunc(everyAnswer(r.question(id)), func(a instrument.Answer) bool {
			alone := slowReader{in: r.in, given: map[instrument.QuestionID]instrument.Answer{id: a}}
			return alone.holds(g)
		})
	}
	return slices.ContainsFunc(g.All, inside) || slices.ContainsFunc(g.Any, inside)
}
