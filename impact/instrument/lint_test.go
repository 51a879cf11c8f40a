package instrument_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact/instrument"
)

// fixture is an instrument with what is said about it.
type fixture struct {
	Desc  string
	Input json.RawMessage
	Want  []string
}

// places shows problems as "POINTER CODE".
func places(problems []aims.Problem) []string {
	out := []string{}
	for _, p := range problems {
		out = append(out, p.Path+" "+string(p.Code))
	}
	return out
}

func TestRead_problems(t *testing.T) {
	var list []fixture
	readJSON(t, &list, "testdata", "problems.json")
	for _, f := range list {
		_, err := instrument.Read(f.Input, aims.DecodeOptions{})
		if diff := cmp.Diff(f.Want, places(aims.Problems(err))); diff != "" {
			t.Errorf("%s (-want +got):\n%s\n%v", f.Desc, diff, err)
		}
	}
}

// Each fixture is strange in one way, and the lint says that and nothing else.
func TestLint(t *testing.T) {
	var list []fixture
	readJSON(t, &list, "testdata", "lint.json")
	for _, f := range list {
		var in instrument.Instrument
		if _, err := aims.Decode(f.Input, &in, aims.DecodeOptions{}); err != nil {
			t.Fatalf("%s: %v", f.Desc, err)
		}
		got := instrument.Lint(in)
		if diff := cmp.Diff(f.Want, places(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s\n%v", f.Desc, diff, got)
		}
	}
}

// Whatever is never said by a fixture is a code that nobody has seen.
func TestFixtures_complete(t *testing.T) {
	seen := make(map[string]bool)
	for _, name := range []string{"problems.json", "lint.json"} {
		var list []fixture
		readJSON(t, &list, "testdata", name)
		for _, f := range list {
			for _, w := range f.Want {
				var path, code string
				if _, err := fmt.Sscan(w, &path, &code); err != nil {
					t.Fatal(err)
				}
				seen[code] = true
			}
		}
	}
	for _, code := range []aims.Code{
		instrument.NameTwice, instrument.ChoicesOnOpen, instrument.ValueMalformed, instrument.PointsRange, instrument.PercentRange,
		instrument.OutcomeOrder, instrument.GuardDangling, instrument.GuardOnOpen, instrument.GuardCycle,
		instrument.GuardNever, instrument.ChoiceDangling, instrument.GuardLoose, instrument.QuestionUnreachable, instrument.OutcomeUnreachable,
		instrument.WorthNothing, instrument.PointsNowhere, instrument.SectionSilent, instrument.KindOnOpen, instrument.MaximumUnreachable,
	} {
		if !seen[string(code)] {
			t.Errorf("no fixture yields %s", code)
		}
	}
}

// What the lint finds in the Canadian questionnaires: the two phases, guards
// that hold by part of a value, the capability of v0.9 whose point counts
// nowhere, and questions that only count on paper.
func TestLint_canadian(t *testing.T) {
	for version, want := range map[string]map[aims.Code]int{
		"v0.10.0": {instrument.WorthNothing: 6, instrument.MaximumUnreachable: 1},
		"v1.0.1":  {instrument.WorthNothing: 14, instrument.GuardLoose: 6, instrument.MaximumUnreachable: 1},
	} {
		in, _ := canadian(t, subset, version)
		checkLint(t, in, want)
	}
	for version, want := range map[string]map[aims.Code]int{
		"v0.9":   {instrument.WorthNothing: 5, instrument.PointsNowhere: 1, instrument.MaximumUnreachable: 1},
		"v0.9.1": {instrument.WorthNothing: 5, instrument.MaximumUnreachable: 1},
	} {
		in, _ := canadian(t, whole, version)
		checkLint(t, in, want)
	}
}

func checkLint(t *testing.T, in instrument.Instrument, want map[aims.Code]int) {
	t.Helper()
	got := make(map[aims.Code]int)
	for _, p := range instrument.Lint(in) {
		got[p.Code]++
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", in.Version, diff)
	}
}

// What the lint says of guards, questions, maxima and outcomes is what trying
// all answers shows. Of outcomes it may stay silent, never say too much.
func TestProp_lint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInstrument(t, 6)
		truth := tryAll(t, in)
		said := make(map[string]bool)
		for _, p := range instrument.Lint(in) {
			switch p.Code {
			case instrument.QuestionUnreachable:
				said["question "+p.Args["question"]] = true
			case instrument.MaximumUnreachable:
				said["maximum "+p.Args["kind"]+" "+p.Args["reach"]] = true
			case instrument.OutcomeUnreachable:
				if truth.levels[p.Args["outcome"]] {
					t.Fatalf("%s is reached", p.Args["outcome"])
				}
			case instrument.GuardNever, instrument.ChoiceDangling:
				said["guard"] = true
			}
		}
		for _, q := range questionsOf(in) {
			if said["question "+string(q.ID)] && truth.shown[q.ID] {
				t.Fatalf("%s is shown by some answers", q.ID)
			}
			if !truth.shown[q.ID] && !said["question "+string(q.ID)] && !said["guard"] {
				t.Fatalf("%s is never shown, and nothing is said", q.ID)
			}
		}
		most := compile(t, in).Most()
		if said[fmt.Sprint("maximum raw ", truth.most.Raw)] != (truth.most.Raw < most.Raw) ||
			said[fmt.Sprint("maximum mitigation ", truth.most.Mitigation)] != (truth.most.Mitigation < most.Mitigation) {
			t.Fatalf("%+v of %+v is reached; said: %v", truth.most, most, said)
		}
	})
}

// everything is what some answers lead to.
type everything struct {
	shown  map[instrument.QuestionID]bool
	levels map[string]bool
	most   instrument.Score
}

// tryAll evaluates every set of answers.
func tryAll(t rapid.TB, in instrument.Instrument) everything {
	out := everything{shown: make(map[instrument.QuestionID]bool), levels: make(map[string]bool)}
	p := compile(t, in)
	questions := slices.DeleteFunc(questionsOf(in), func(q instrument.Question) bool { return q.Type == instrument.Open })
	var try func(a instrument.Answers, i int)
	try = func(a instrument.Answers, i int) {
		if i < len(questions) {
			for _, answer := range append(everyAnswer(questions[i]), nil) {
				try(a.With(questions[i].ID, answer...), i+1)
			}
			return
		}
		e := evaluate(t, p, a, instrument.DropHidden)
		out.levels[string(e.Outcome)] = true
		out.most.Raw, out.most.Mitigation = max(out.most.Raw, e.Raw), max(out.most.Mitigation, e.Mitigation)
		r := slowReader{in, a.Given, true}
		for _, q := range questionsOf(in) {
			out.shown[q.ID] = out.shown[q.ID] || r.shown(q.ID)
		}
	}
	try(instrument.Answers{Instrument: in.ID, Version: in.Version}, 0)
	return out
}
