package instrument_test

import (
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/impact/instrument"
)

// brute tries every set of up to so many changes and returns the size of the
// smallest that leads up, and down; zero if none does.
type brute struct {
	t    rapid.TB
	p    *instrument.Program
	in   instrument.Instrument
	h    instrument.HiddenPolicy
	base instrument.Answers
	was  instrument.Evaluation
	best [2]int // up, down
}

func (b *brute) search(most int) {
	for size := 1; size <= most; size++ {
		b.extend(b.base, nil, 0, size, size)
	}
}

func (b *brute) extend(a instrument.Answers, changed []instrument.QuestionID, from, left, size int) {
	if left == 0 {
		e := evaluate(b.t, b.p, a, b.h)
		way := 0
		switch {
		case e.Level == b.was.Level || !shownAll(b.in, a, b.h, changed):
			return
		case e.Level < b.was.Level:
			way = 1
		}
		if b.best[way] == 0 {
			b.best[way] = size
		}
		return
	}
	questions := questionsOf(b.in)
	for i := from; i < len(questions); i++ {
		q := questions[i]
		if q.Type == instrument.Open {
			continue
		}
		for _, answer := range otherAnswers(q, b.base.Given[q.ID]) {
			b.extend(a.With(q.ID, answer...), append(changed, q.ID), i+1, left-1, size)
		}
	}
}

func shownAll(in instrument.Instrument, a instrument.Answers, h instrument.HiddenPolicy, ids []instrument.QuestionID) bool {
	r := slowReader{in, a.Given, h == instrument.DropHidden}
	return !slices.ContainsFunc(ids, func(id instrument.QuestionID) bool { return !r.shown(id) })
}

// otherAnswers lists the changes of an answer; a question with many answers
// may also be left without any.
func otherAnswers(q instrument.Question, was instrument.Answer) []instrument.Answer {
	list := everyAnswer(q)
	if q.Type == instrument.Multiple && len(was) > 0 {
		list = append(list, nil)
	}
	return slices.DeleteFunc(list, func(a instrument.Answer) bool { return slices.Equal(a, was) })
}

// The smallest sets are those of a search through everything, up to three
// changes; beyond that what was found leads there, and what is said to be its
// least size is no more than its size.
func TestProp_sensitivitySmallest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInstrument(t, 6)
		if far := rapid.IntRange(1, 3).Draw(t, "far"); in.Unit == instrument.Points {
			for i := range in.Outcomes { // so that sets of more than three occur
				in.Outcomes[i].Over *= far
			}
		}
		p, a := compile(t, in), drawAnswers(t, in)
		h := rapid.SampledFrom(policies()).Draw(t, "policy")
		s, err := p.Sensitivity(a, h)
		if err != nil {
			t.Fatal(err)
		}
		b := brute{t: t, p: p, in: in, h: h, base: a, was: evaluate(t, p, a, h)}
		most := 3
		if s.Up.AtLeast > 3 || s.Down.AtLeast > 3 || s.Up.Impossible || s.Down.Impossible {
			most = len(questionsOf(in))
		}
		b.search(most)
		if s.Level != b.was.Level || s.Score != b.was.Score {
			t.Fatalf("sensitivity of %+v level %d, evaluation %+v level %d", s.Score, s.Level, b.was.Score, b.was.Level)
		}
		for way, r := range []instrument.Reach{s.Up, s.Down} {
			want := b.best[way]
			switch {
			case want == 0 && most > 3 && len(r.Smallest) > 0, want == 0 && len(r.Smallest) > 0 && len(r.Smallest) <= 3:
				t.Fatalf("way %d: found %v where nothing leads there", way, r.Smallest)
			case r.Impossible && want != 0:
				t.Fatalf("way %d: said to be impossible, takes %d changes", way, want)
			case want == 0:
			case r.AtLeast > want:
				t.Fatalf("way %d: at least %d changes, takes %d", way, r.AtLeast, want)
			case want <= 3 && (len(r.Smallest) != want || !r.Exact()):
				t.Fatalf("way %d: takes %d changes, found %+v", way, want, r)
			case len(r.Smallest) > 0 && len(r.Smallest) < want:
				t.Fatalf("way %d: takes %d changes, found %+v", way, want, r)
			}
			if len(r.Smallest) > 0 {
				checkSet(t, b, r.Smallest, way)
			}
		}
	})
}

// checkSet: a set does what it is said to do, and its changes are changes.
func checkSet(t rapid.TB, b brute, set []instrument.Change, way int) {
	t.Helper()
	a := b.base
	var ids []instrument.QuestionID
	for _, c := range set {
		if diff := cmp.Diff(sorted(b.base.Given[c.Question]), sorted(c.From)); diff != "" {
			t.Fatalf("%s (-want from +from):\n%s", c.Question, diff)
		}
		a = a.With(c.Question, c.To...)
		ids = append(ids, c.Question)
	}
	e := evaluate(t, b.p, a, b.h)
	if way == 0 && e.Level <= b.was.Level || way == 1 && e.Level >= b.was.Level {
		t.Fatalf("way %d: %v leads from level %d to %d", way, set, b.was.Level, e.Level)
	}
	if !shownAll(b.in, a, b.h, ids) {
		t.Fatalf("%v changes what is not shown", set)
	}
}

func sorted(a instrument.Answer) instrument.Answer {
	if a.IsZero() {
		return nil
	}
	return slices.Sorted(slices.Values(a))
}

// The flips are those of trying every other answer to every question that is
// shown; of a question with many answers there is one for each direction that
// some answer to it leads in. The points are those of trying every number.
func TestProp_sensitivityFlips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInstrument(t, 9)
		p, a := compile(t, in), drawAnswers(t, in)
		h := rapid.SampledFrom(policies()).Draw(t, "policy")
		was := evaluate(t, p, a, h)
		s, err := p.Sensitivity(a, h)
		if err != nil {
			t.Fatal(err)
		}
		type flip struct {
			Question instrument.QuestionID
			To       string // of one; of many the direction
			Level    int
		}
		var want, found []flip
		worst := make(map[instrument.QuestionID]instrument.Evaluation)
		for _, q := range questionsOf(in) {
			if q.Type == instrument.Open || !shownAll(in, a, h, []instrument.QuestionID{q.ID}) {
				continue
			}
			ways := map[string]bool{}
			for _, answer := range otherAnswers(q, a.Given[q.ID]) {
				e := evaluate(t, p, a.With(q.ID, answer...), h)
				if w, ok := worst[q.ID]; !a.Given[q.ID].IsZero() && (e.Level > was.Level || e.Current > was.Current) && (!ok || e.Level > w.Level || e.Level == w.Level && e.Current > w.Current) {
					worst[q.ID] = e
				}
				if e.Level == was.Level {
					continue
				}
				if q.Type == instrument.Single {
					want = append(want, flip{q.ID, answer[0], e.Level})
				} else {
					ways[wayOf(was.Level, e.Level)] = true
				}
			}
			for _, w := range []string{"down", "up"} {
				if ways[w] {
					want = append(want, flip{Question: q.ID, To: w})
				}
			}
		}
		for _, f := range s.Flips {
			e := evaluate(t, p, a.With(f.Question, f.To...), h)
			if e.Level != f.Level || e.Score != f.Score {
				t.Fatalf("flip %+v leads to level %d, %+v", f, e.Level, e.Score)
			}
			q := questionsOf(in)[slices.IndexFunc(questionsOf(in), func(q instrument.Question) bool { return q.ID == f.Question })]
			if q.Type == instrument.Single {
				found = append(found, flip{f.Question, f.To[0], f.Level})
			} else {
				found = append(found, flip{Question: f.Question, To: wayOf(was.Level, f.Level)})
			}
		}
		if diff := cmp.Diff(want, found); diff != "" {
			t.Fatalf("flips (-want +got):\n%s", diff)
		}
		for i, d := range s.Doubts {
			w, ok := worst[d.Question]
			if !ok || w.Level != d.Level || w.Current != d.Current {
				t.Fatalf("doubt %+v, want level %d and score %+v", d, w.Level, w.Score)
			}
			if i > 0 && (d.Level > s.Doubts[i-1].Level || d.Level == s.Doubts[i-1].Level && d.Current > s.Doubts[i-1].Current) {
				t.Fatalf("%+v stands after %+v", d, s.Doubts[i-1])
			}
		}
		if len(s.Doubts) != len(worst) {
			t.Fatalf("doubts %+v, want %d", s.Doubts, len(worst))
		}
	})
}

func numeral(n int) string { return strconv.Itoa(n) }

func wayOf(from, to int) string {
	if to > from {
		return "up"
	}
	return "down"
}

// The numbers of points that change the level alone are those of trying every
// number on a questionnaire that has a choice for each.
func TestProp_sensitivityPoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const mostRaw, mostMeasures = 40, 20
		credit := instrument.Credit{From: rapid.IntRange(1, 100).Draw(t, "from"), Cut: rapid.IntRange(1, 100).Draw(t, "cut")}
		p := compile(t, ladder(mostRaw, mostMeasures, credit))
		at := func(raw, measures int) instrument.Answers {
			return instrument.Answers{Instrument: "ladder", Version: "1", Given: map[instrument.QuestionID]instrument.Answer{
				"harm": {numeral(raw)}, "measure": {numeral(measures)},
			}}
		}
		level := func(raw, measures int) int {
			if raw < 0 || raw > mostRaw || measures < 0 || measures > mostMeasures {
				return 0
			}
			return evaluate(t, p, at(raw, measures), instrument.KeepHidden).Level
		}
		raw, measures := rapid.IntRange(0, mostRaw).Draw(t, "raw"), rapid.IntRange(0, mostMeasures).Draw(t, "measures")
		here := level(raw, measures)
		var want [4]int
		for n := mostRaw; n > 0; n-- {
			if level(raw+n, measures) > here {
				want[0] = n
			}
			if level(raw, measures-n) > here {
				want[1] = n
			}
			if l := level(raw-n, measures); l > 0 && l < here {
				want[2] = n
			}
			if l := level(raw, measures+n); l > 0 && l < here {
				want[3] = n
			}
		}
		s, err := p.Sensitivity(at(raw, measures), instrument.KeepHidden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, [4]int{s.Up.Points, s.Up.Measures, s.Down.Points, s.Down.Measures}); diff != "" {
			t.Fatalf("raw %d, measures %d (-want +got):\n%s", raw, measures, diff)
		}
	})
}

// Two answers that each hide much are found, though the answers that they
// hide would have to be changed one by one.
func TestSensitivity_twoGates(t *testing.T) {
	in := instrument.Instrument{ID: "two", Version: "1", Title: instrument.English("Two")}
	in.Unit = instrument.Points
	in.Outcomes = []instrument.Outcome{{ID: "low", Title: instrument.English("Low")}, {ID: "high", Title: instrument.English("High"), Over: 1}}
	section := instrument.Section{ID: "s", Kind: instrument.Raw}
	a := instrument.Answers{Instrument: "two", Version: "1"}
	for _, gate := range []instrument.QuestionID{"a", "b"} {
		section.Questions = append(section.Questions, instrument.Question{ID: gate, Type: instrument.Single, Kind: instrument.Unscored, Choices: []instrument.Choice{{Value: "yes"}, {Value: "no"}}})
		a = a.With(gate, "yes")
		for _, n := range []instrument.QuestionID{"1", "2", "3"} {
			section.Questions = append(section.Questions, instrument.Question{
				ID: gate + n, Type: instrument.Single, ShownIf: instrument.Guard{Question: gate, Is: "yes"},
				Choices: []instrument.Choice{{Value: "yes", Points: 3}, {Value: "no"}},
			})
			a = a.With(gate+n, "yes")
		}
	}
	in.Pages = []instrument.Page{{ID: "p", Sections: []instrument.Section{section}}}
	s, err := compile(t, in).Sensitivity(a, instrument.DropHidden)
	if err != nil {
		t.Fatal(err)
	}
	want := instrument.Reach{Points: 17, AtLeast: 2, Smallest: []instrument.Change{
		{Question: "a", From: instrument.Answer{"yes"}, To: instrument.Answer{"no"}},
		{Question: "b", From: instrument.Answer{"yes"}, To: instrument.Answer{"no"}},
	}}
	if diff := cmp.Diff(want, s.Down); diff != "" || !s.Down.Exact() {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
