package instrument_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/impact/instrument"
)

// drawInstrument makes a small instrument whose guards ask for earlier
// questions only. Every shape of guard, kind and unit occurs.
func drawInstrument(t *rapid.T, questions int) instrument.Instrument {
	in := instrument.Instrument{ID: "drawn", Version: "1", Title: instrument.English("Drawn")}
	if rapid.Bool().Draw(t, "percent") {
		in.Unit = instrument.Percent
	} else {
		in.Unit = instrument.Points
	}
	if rapid.Bool().Draw(t, "credit") {
		in.Credit = instrument.Credit{From: rapid.IntRange(1, 100).Draw(t, "from"), Cut: rapid.IntRange(1, 100).Draw(t, "cut")}
	}
	var asked []instrument.Question
	left := questions
	for p := range 2 {
		page := instrument.Page{ID: instrument.PageID(fmt.Sprintf("p%d", p)), ShownIf: drawGuard(t, asked, 4)}
		for s := range 2 {
			section := instrument.Section{
				ID:      instrument.SectionID(fmt.Sprintf("p%ds%d", p, s)),
				Kind:    rapid.SampledFrom([]instrument.Kind{"", instrument.Raw, instrument.Raw, instrument.Mitigation, instrument.Mitigation}).Draw(t, "kind"),
				ShownIf: drawGuard(t, asked, 4),
			}
			for range left / (4 - 2*p - s) {
				left--
				q := drawQuestion(t, fmt.Sprintf("q%d", len(asked)), asked)
				section.Questions = append(section.Questions, q)
				asked = append(asked, q)
			}
			page.Sections = append(page.Sections, section)
		}
		in.Pages = append(in.Pages, page)
	}
	over := -1
	for i := range rapid.IntRange(1, 4).Draw(t, "outcomes") {
		o := instrument.Outcome{ID: instrument.OutcomeID(fmt.Sprintf("o%d", i)), Title: instrument.English("O")}
		if i > 0 {
			over += rapid.IntRange(1, 8).Draw(t, "step")
			o.Over = over
			if in.Unit == instrument.Percent {
				o.Over = min(100, 9*over)
			}
			if i > 1 && o.Over <= in.Outcomes[i-1].Over {
				break
			}
			o.If = drawGuard(t, asked, 6)
		}
		in.Outcomes = append(in.Outcomes, o)
	}
	return in
}

func drawQuestion(t *rapid.T, id string, asked []instrument.Question) instrument.Question {
	q := instrument.Question{
		ID:      instrument.QuestionID(id),
		Type:    rapid.SampledFrom([]instrument.Type{instrument.Single, instrument.Single, instrument.Multiple, instrument.Open}).Draw(t, "type"),
		ShownIf: drawGuard(t, asked, 3),
	}
	if rapid.IntRange(0, 5).Draw(t, "own kind") == 0 {
		q.Kind = rapid.SampledFrom([]instrument.Kind{instrument.Raw, instrument.Mitigation, instrument.Unscored}).Draw(t, "kind")
	}
	if q.Type != instrument.Open {
		for i := range rapid.IntRange(1, 3).Draw(t, "choices") {
			q.Choices = append(q.Choices, instrument.Choice{
				Value: fmt.Sprintf("c%d", i), Points: rapid.SampledFrom([]int{0, 0, 1, 2, 3, 5}).Draw(t, "points"),
			})
		}
	}
	return q
}

// drawGuard makes a guard for one part in so many.
func drawGuard(t *rapid.T, asked []instrument.Question, rare int) instrument.Guard {
	asked = slices.DeleteFunc(slices.Clone(asked), func(q instrument.Question) bool { return q.Type == instrument.Open })
	if len(asked) == 0 || rapid.IntRange(1, rare).Draw(t, "guarded") > 1 {
		return instrument.Guard{}
	}
	g := drawLeaf(t, asked)
	switch rapid.IntRange(0, 4).Draw(t, "form") {
	case 0:
		return instrument.Guard{All: []instrument.Guard{g, drawLeaf(t, asked)}}
	case 1:
		return instrument.Guard{Any: []instrument.Guard{g, drawLeaf(t, asked)}}
	}
	return g
}

func drawLeaf(t *rapid.T, asked []instrument.Question) instrument.Guard {
	q := rapid.SampledFrom(asked).Draw(t, "asks")
	values := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"c0", "c1", "c2"}), 1, 2, rapid.ID).Draw(t, "values")
	g := instrument.Guard{Question: q.ID}
	switch rapid.IntRange(0, 3).Draw(t, "operator") {
	case 0:
		g.Exactly = values
	case 1, 2:
		g.Contains = values[:1]
	default:
		g.Is = values[0]
	}
	return g
}

func drawAnswers(t *rapid.T, in instrument.Instrument) instrument.Answers {
	a := instrument.Answers{Instrument: in.ID, Version: in.Version, Given: make(map[instrument.QuestionID]instrument.Answer)}
	for _, q := range questionsOf(in) {
		if rapid.IntRange(0, 3).Draw(t, "given") > 0 {
			a.Given[q.ID] = rapid.SampledFrom(everyAnswer(q)).Draw(t, "answer")
		}
	}
	return a
}

func questionsOf(in instrument.Instrument) []instrument.Question {
	var out []instrument.Question
	for _, p := range in.Pages {
		for _, s := range p.Sections {
			out = append(out, s.Questions...)
		}
	}
	return out
}

// everyAnswer lists all answers to a question, the empty set of choices too.
func everyAnswer(q instrument.Question) []instrument.Answer {
	switch q.Type {
	case instrument.Open:
		return []instrument.Answer{{"text"}}
	case instrument.Single:
		var out []instrument.Answer
		for _, c := range q.Choices {
			out = append(out, instrument.Answer{c.Value})
		}
		return out
	}
	var out []instrument.Answer
	for mask := 1; mask < 1<<len(q.Choices); mask++ {
		var a instrument.Answer
		for i, c := range q.Choices {
			if mask>>i&1 == 1 {
				a = append(a, c.Value)
			}
		}
		out = append(out, a)
	}
	return out
}

func compile(t rapid.TB, in instrument.Instrument) *instrument.Program {
	t.Helper()
	p, err := instrument.Compile(in)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func evaluate(t rapid.TB, p *instrument.Program, a instrument.Answers, h instrument.HiddenPolicy) instrument.Evaluation {
	t.Helper()
	e, err := p.Evaluate(a, h)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// The program comes to what the slow reading of the instrument comes to.
func TestProp_evaluate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInstrument(t, 10)
		p, a := compile(t, in), drawAnswers(t, in)
		for _, h := range policies() {
			e := evaluate(t, p, a, h)
			want := slow(in, a.Given, h)
			if diff := cmp.Diff(want.totals, got(e)); diff != "" {
				t.Fatalf("%s (-want +got):\n%s", h, diff)
			}
			if diff := cmp.Diff(want.missing, e.Missing); diff != "" {
				t.Fatalf("%s, missing (-want +got):\n%s", h, diff)
			}
			if diff := cmp.Diff(want.unshown, e.Unshown); diff != "" {
				t.Fatalf("%s, unshown (-want +got):\n%s", h, diff)
			}
			checkSums(t, e)
		}
	})
}

// checkSums: items add up to sections, and sections to the scores.
func checkSums(t rapid.TB, e instrument.Evaluation) {
	t.Helper()
	var sum instrument.Score
	for _, s := range e.Sections {
		points, most := 0, 0
		for _, i := range s.Items {
			points += i.Points
			most += i.Most
			if i.Kind == instrument.Raw {
				sum.Raw += i.Points
			} else {
				sum.Mitigation += i.Points
			}
			if i.Points > 0 && len(i.Answer) == 0 {
				t.Fatalf("%s counts %d points and shows no answer", i.Question, i.Points)
			}
		}
		if points != s.Points || most != s.Most || len(s.Items) != s.Questions {
			t.Fatalf("section %s does not add up: %+v", s.ID, s)
		}
	}
	if sum.Raw != e.Raw || sum.Mitigation != e.Mitigation {
		t.Fatalf("sections add up to %+v, the score is %+v", sum, e.Score)
	}
}

// Once everything is answered, the level lies within the bounds that were
// given when it was not; with nothing missing they are the level.
func TestProp_bounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInstrument(t, 9)
		p, a := compile(t, in), drawAnswers(t, in)
		h := rapid.SampledFrom(policies()).Draw(t, "policy")
		first := evaluate(t, p, a, h)
		e := first
		for len(e.Missing) > 0 {
			id := e.Missing[0]
			q := questionsOf(in)[slices.IndexFunc(questionsOf(in), func(q instrument.Question) bool { return q.ID == id })]
			a = a.With(id, rapid.SampledFrom(everyAnswer(q)).Draw(t, "completed")...)
			e = evaluate(t, p, a, h)
		}
		if e.Level < first.Lowest || e.Level > first.Highest {
			t.Fatalf("level %d, first bounded by %d to %d", e.Level, first.Lowest, first.Highest)
		}
		if !e.Settled() {
			t.Fatalf("level %d with nothing missing, bounded by %d to %d", e.Level, e.Lowest, e.Highest)
		}
	})
}

// To drop hidden answers is to evaluate without them.
func TestProp_dropHidden(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInstrument(t, 10)
		p, a := compile(t, in), drawAnswers(t, in)
		dropped := evaluate(t, p, a, instrument.DropHidden)
		for _, id := range dropped.Unshown {
			a = a.With(id)
		}
		for _, h := range policies() {
			without := evaluate(t, p, a, h)
			if diff := cmp.Diff(dropped, without, cmpopts.IgnoreFields(instrument.Evaluation{}, "Hidden", "Unshown", "Lowest", "Highest"), cmpopts.IgnoreUnexported(instrument.Evaluation{})); diff != "" {
				t.Fatalf("%s (-dropped +without):\n%s", h, diff)
			}
		}
	})
}

// The order of choices in an answer, answers that count nowhere and the
// language of the texts change nothing.
func TestProp_indifferent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInstrument(t, 8)
		a := drawAnswers(t, in)
		h := rapid.SampledFrom(policies()).Draw(t, "policy")
		before := evaluate(t, compile(t, in), a, h)
		other := a
		other.Given = maps.Clone(a.Given)
		for id, answer := range a.Given {
			reversed := slices.Clone(answer)
			slices.Reverse(reversed)
			other.Given[id] = reversed
		}
		other.Given["stranger"] = instrument.Answer{"c0"}
		in.Title = instrument.Text{"fr": "Dessiné"}
		for i := range in.Outcomes {
			in.Outcomes[i].Title = instrument.Text{"fr": "Résultat"}
		}
		after := evaluate(t, compile(t, in), other, h)
		if diff := cmp.Diff([]instrument.QuestionID{"stranger"}, after.Unknown); diff != "" {
			t.Fatalf("unknown (-want +got):\n%s", diff)
		}
		opts := []cmp.Option{
			cmpopts.IgnoreFields(instrument.Evaluation{}, "Unknown", "Provenance"), cmpopts.IgnoreFields(instrument.ItemScore{}, "Answer"),
			cmpopts.IgnoreUnexported(instrument.Evaluation{}),
		}
		if diff := cmp.Diff(before, after, opts...); diff != "" {
			t.Fatalf("(-before +after):\n%s", diff)
		}
	})
}

// More harm never lowers the level, and a measure never raises it. Both are
// said of the worth of choices, because another answer may also hide others.
func TestProp_monotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInstrument(t, 8)
		in.Unit = instrument.Points // percent of a maximum that would move
		in.Credit = instrument.Credit{}
		a := drawAnswers(t, in)
		h := rapid.SampledFrom(policies()).Draw(t, "policy")
		before := evaluate(t, compile(t, in), a, h)
		for i := range in.Pages {
			for j, s := range in.Pages[i].Sections {
				for k := range s.Questions {
					for l := range s.Questions[k].Choices {
						in.Pages[i].Sections[j].Questions[k].Choices[l].Points += rapid.IntRange(0, 3).Draw(t, "more")
					}
				}
			}
		}
		after := evaluate(t, compile(t, in), a, h)
		if after.Raw < before.Raw || after.Mitigation < before.Mitigation || after.Level < before.Level {
			t.Fatalf("more points: level %d after %d, %+v after %+v", after.Level, before.Level, after.Score, before.Score)
		}
	})
}

// Along the scores themselves the level only rises with harm and only falls
// with measures, credit and rounding included.
func TestProp_monotoneScores(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		credit := instrument.Credit{From: rapid.IntRange(1, 100).Draw(t, "from"), Cut: rapid.IntRange(1, 100).Draw(t, "cut")}
		in := ladder(60, 40, credit)
		p := compile(t, in)
		raw, measures := rapid.IntRange(0, 59).Draw(t, "raw"), rapid.IntRange(0, 39).Draw(t, "measures")
		at := func(raw, measures int) instrument.Evaluation {
			return evaluate(t, p, instrument.Answers{Instrument: "ladder", Version: "1", Given: map[instrument.QuestionID]instrument.Answer{
				"harm": {fmt.Sprint(raw)}, "measure": {fmt.Sprint(measures)},
			}}, instrument.DropHidden)
		}
		here, harm, measure := at(raw, measures), at(raw+1, measures), at(raw, measures+1)
		if harm.Level < here.Level || harm.Current < here.Current {
			t.Fatalf("one more point of harm lowers %+v to %+v", here.Score, harm.Score)
		}
		if measure.Level > here.Level || measure.Current > here.Current {
			t.Fatalf("one more point of measures raises %+v to %+v", here.Score, measure.Score)
		}
	})
}

// ladder has one question on harm and one on measures, with a choice for
// every number of points.
func ladder(harm, measures int, credit instrument.Credit) instrument.Instrument {
	steps := func(id string, most int) []instrument.Question {
		q := instrument.Question{ID: instrument.QuestionID(id), Type: instrument.Single}
		for i := range most + 1 {
			q.Choices = append(q.Choices, instrument.Choice{Value: fmt.Sprint(i), Points: i})
		}
		return []instrument.Question{q}
	}
	in := instrument.Instrument{ID: "ladder", Version: "1", Title: instrument.English("Ladder")}
	in.Scoring = instrument.Scoring{Unit: instrument.Percent, Credit: credit}
	for i := range 4 {
		in.Outcomes = append(in.Outcomes, instrument.Outcome{ID: instrument.OutcomeID(fmt.Sprint("o", i)), Title: instrument.English("O"), Over: 25 * i})
	}
	in.Pages = []instrument.Page{{ID: "p", Sections: []instrument.Section{
		{ID: "h", Kind: instrument.Raw, Questions: steps("harm", harm)},
		{ID: "m", Kind: instrument.Mitigation, Questions: steps("measure", measures)},
	}}}
	return in
}
