package instrument_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact/instrument"
)

func TestParseGuard(t *testing.T) {
	leaf := func(q instrument.QuestionID, is string) instrument.Guard {
		return instrument.Guard{Question: q, Is: is}
	}
	for _, c := range []struct {
		text string
		want instrument.Guard
		says string // as it is written again
	}{
		{`{a} = "x"`, leaf("a", "x"), `{a} = "x"`},
		{` { a }=='x' `, leaf("a", "x"), `{a} = "x"`},
		{`{a} contains "x"`, instrument.Guard{Question: "a", Contains: []string{"x"}}, `{a} contains "x"`},
		{`{a} Contains ["x"]`, instrument.Guard{Question: "a", Contains: []string{"x"}}, `{a} contains "x"`},
		{`{a} contains ['x', "y" ,'x']`, instrument.Guard{Question: "a", Contains: []string{"x", "y"}}, `{a} contains ["x", "y"]`},
		{`{a} = ["x"]`, instrument.Guard{Question: "a", Exactly: []string{"x"}}, `{a} = ["x"]`},
		{
			`{a} = "x" or {b} = "y" and {c} = "z"`,
			instrument.Guard{Any: []instrument.Guard{leaf("a", "x"), {All: []instrument.Guard{leaf("b", "y"), leaf("c", "z")}}}},
			`{a} = "x" or ({b} = "y" and {c} = "z")`,
		},
		{
			`({a} = "x" || {b} = "y") && (({c} = "z"))`,
			instrument.Guard{All: []instrument.Guard{{Any: []instrument.Guard{leaf("a", "x"), leaf("b", "y")}}, leaf("c", "z")}},
			`({a} = "x" or {b} = "y") and {c} = "z"`,
		},
		{
			`({a} = "x" or {b} = "y") or {c} = "z" `,
			instrument.Guard{Any: []instrument.Guard{leaf("a", "x"), leaf("b", "y"), leaf("c", "z")}},
			`{a} = "x" or {b} = "y" or {c} = "z"`,
		},
	} {
		got, err := instrument.ParseGuard(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
		if got.String() != c.says {
			t.Errorf("%s is written %s, want %s", c.text, got, c.says)
		}
	}
}

func TestParseGuard_errors(t *testing.T) {
	for text, want := range map[string]string{
		``:                                       "at byte 0: want a name in braces or an opening parenthesis, found the end",
		`{a}`:                                    "at byte 3: want = or contains, found the end",
		`{a} != "x"`:                             `at byte 4: want = or contains, found "!=", which this library does not read`,
		`{a} notempty`:                           `found "notempty", which this library does not read`,
		`{a} > 3`:                                `found ">"`,
		`{a} = 3`:                                `want a value in quotes, found "3"`,
		`{a} = ""`:                               "want a value in quotes",
		`{a} = "x`:                               "want a value in quotes",
		`{a} = 'say "x"'`:                        "want a value in quotes",
		`{a} = ["x" "y"]`:                        `want , or ], found "y"`,
		`{a} = []`:                               `want a value in quotes, found "]"`,
		`{a} = "x" {b} = "y"`:                    `want and, or, or the end, found "b"`,
		`{a} = "x" and`:                          "want a name in braces or an opening parenthesis, found the end",
		`({a} = "x"`:                             "want ), found the end",
		`{ } = "x"`:                              "want a name between braces",
		`{a = "x"`:                               "want a name between braces",
		`a = "x"`:                                `want a name in braces or an opening parenthesis, found "a"`,
		"\xff":                                   "it is not UTF-8",
		strings.Repeat("(", 40):                  "more than 32 parentheses inside one another",
		`{a} = "` + strings.Repeat("x", 1<<15):   "it has 32775 bytes, more than 16384",
		`{é} = "x" é`:                            `found "é"`,
		`{a} = "x" and {b} = "y" or not {c}="z"`: `found "not"`,
	} {
		_, err := instrument.ParseGuard(text)
		if !errors.Is(err, aims.ErrSyntax) || !strings.Contains(err.Error(), want) || len(err.Error()) > 400 {
			t.Errorf("%.50q: %v, want %s", text, err, want)
		}
	}
}

// Parentheses beside one another are not inside one another.
func TestParseGuard_manyParentheses(t *testing.T) {
	text := strings.TrimSuffix(strings.Repeat(`({a} = "x" or {b} = "y") and `, 50), " and ")
	if g, err := instrument.ParseGuard(text); err != nil || len(g.All) != 50 {
		t.Errorf("%d parts, %v", len(g.All), err)
	}
}

func TestMustGuard(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a malformed guard does not panic")
		}
	}()
	instrument.MustGuard("{a")
}

// What each operator means for one answer and for many; see [instrument.Guard].
func TestGuard_meaning(t *testing.T) {
	for _, c := range []struct {
		guard string
		given instrument.Answer
		want  bool
	}{
		{`{one} = "item2-4"`, instrument.Answer{"item2-4"}, true},
		{`{one} = "item2"`, instrument.Answer{"item2-4"}, false},
		{`{one} = ["item2-4"]`, instrument.Answer{"item2-4"}, false},
		{`{one} contains "item2"`, instrument.Answer{"item2-4"}, true},
		{`{one} contains ["item2"]`, instrument.Answer{"item2-4"}, true},
		{`{one} contains ["item2", "item2-4"]`, instrument.Answer{"item2-4"}, false},
		{`{one} contains ["a", "b"]`, instrument.Answer{"a,b"}, true},
		{`{one} contains "ITEM2"`, instrument.Answer{"item2-4"}, false},
		{`{one} contains "item2"`, nil, false},
		{`{many} = "item2-4"`, instrument.Answer{"item2-4"}, false},
		{`{many} = ["item2-4"]`, instrument.Answer{"item2-4"}, true},
		{`{many} = ["item2-4"]`, instrument.Answer{"item2-4", "a,b"}, false},
		{`{many} = ["a,b", "item2-4"]`, instrument.Answer{"item2-4", "a,b"}, true},
		{`{many} contains "item2"`, instrument.Answer{"item2-4"}, false},
		{`{many} contains "item2-4"`, instrument.Answer{"a,b", "item2-4"}, true},
		{`{many} contains ["item2-4", "a,b"]`, instrument.Answer{"a,b"}, false},
		{`{many} contains ["item2-4", "a,b"]`, instrument.Answer{"a,b", "item2-4"}, true},
	} {
		choices := []instrument.Choice{{Value: "item2-4"}, {Value: "a,b"}}
		in := instrument.Instrument{
			ID: "g", Version: "1", Title: instrument.English("G"),
			Pages: []instrument.Page{{ID: "p", Sections: []instrument.Section{{ID: "s", Kind: instrument.Raw, Questions: []instrument.Question{
				{ID: "one", Type: instrument.Single, Choices: choices},
				{ID: "many", Type: instrument.Multiple, Choices: choices},
				{ID: "guarded", Type: instrument.Single, ShownIf: instrument.MustGuard(c.guard), Choices: []instrument.Choice{{Value: "x", Points: 1}}},
			}}}}},
			Scoring: instrument.Scoring{Unit: instrument.Points, Outcomes: []instrument.Outcome{{ID: "o", Title: instrument.English("O")}}},
		}
		a := instrument.Answers{Instrument: "g", Version: "1", Given: map[instrument.QuestionID]instrument.Answer{"one": c.given, "many": c.given, "guarded": {"x"}}}
		if len(c.given) > 1 {
			a = a.With("one")
		}
		if got := evaluate(t, compile(t, in), a, instrument.DropHidden).Raw == 1; got != c.want {
			t.Errorf("%s of %v: %v", c.guard, c.given, got)
		}
	}
}

// A guard that a program made wrongly is reported, not guessed at.
func TestGuard_malformed(t *testing.T) {
	leaf := instrument.Guard{Question: "phase", Is: "use"}
	for _, g := range []instrument.Guard{
		{Question: "phase"},
		{Question: "phase", Is: "use", Contains: []string{"use"}},
		{Question: "phase", Is: `say "use"`},
		{Question: "phase", Contains: []string{""}},
		{Question: "ph}ase", Is: "use"},
		{Question: "phase", Is: "use", All: []instrument.Guard{leaf}},
		{All: []instrument.Guard{leaf}, Any: []instrument.Guard{leaf}},
		{Any: []instrument.Guard{leaf, {}}},
	} {
		in := smallInstrument(t)
		in.Pages[2].ShownIf = g
		_, err := instrument.Compile(in)
		if diff := cmp.Diff([]string{"/pages/2/shownIf instrument/guard-malformed"}, places(aims.Problems(err))); diff != "" {
			t.Errorf("%#v (-want +got):\n%s", g, diff)
		}
	}
}

// A guard that is drawn reads again as what it means.
func TestProp_guard(t *testing.T) {
	asked := []instrument.Question{{ID: "a", Type: instrument.Single}, {ID: "b", Type: instrument.Multiple}}
	rapid.Check(t, func(t *rapid.T) {
		var draw func(depth int) instrument.Guard
		draw = func(depth int) instrument.Guard {
			if depth == 0 || rapid.Bool().Draw(t, "leaf") {
				return drawLeaf(t, asked)
			}
			parts := []instrument.Guard{draw(depth - 1), draw(depth - 1)}
			if rapid.Bool().Draw(t, "all") {
				return instrument.Guard{All: parts}
			}
			return instrument.Guard{Any: parts}
		}
		g := draw(4)
		again, err := instrument.ParseGuard(g.String())
		if err != nil {
			t.Fatal(err)
		}
		for range 5 {
			given := map[instrument.QuestionID]instrument.Answer{}
			for _, q := range asked {
				q.Choices = []instrument.Choice{{Value: "c0"}, {Value: "c1"}, {Value: "c2"}}
				given[q.ID] = rapid.SampledFrom(everyAnswer(q)).Draw(t, "answer")
			}
			r := slowReader{in: instrument.Instrument{Pages: []instrument.Page{{Sections: []instrument.Section{{Questions: asked}}}}}, given: given}
			if r.holds(g) != r.holds(again) {
				t.Fatalf("%s reads as %s", g, again)
			}
		}
	})
}
