package instrument_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact/instrument"
)

// question is short for a question in English; choices are "value:title".
func question(id instrument.QuestionID, title string, typ instrument.Type, choices ...string) instrument.Question {
	q := instrument.Question{ID: id, Type: typ, Title: instrument.English(title)}
	for _, c := range choices {
		value, words, _ := strings.Cut(c, ":")
		q.Choices = append(q.Choices, instrument.Choice{Value: value, Title: instrument.English(words), Points: len(q.Choices)})
	}
	return q
}

func version(v string, questions ...instrument.Question) instrument.Instrument {
	return instrument.Instrument{
		ID: "m", Version: v, Title: instrument.English("M"),
		Pages:   []instrument.Page{{ID: "p", Sections: []instrument.Section{{ID: "s", Kind: instrument.Raw, Questions: questions}}}},
		Scoring: instrument.Scoring{Unit: instrument.Points, Outcomes: []instrument.Outcome{{ID: "o", Title: instrument.English("O")}}},
	}
}

// Everything that can become of an answer.
func TestMigrate(t *testing.T) {
	const one, many, open = instrument.Single, instrument.Multiple, instrument.Open
	replacing := func(q instrument.Question, ids ...instrument.QuestionID) instrument.Question {
		q.Replaces = ids
		return q
	}
	from := version("1",
		question("kept", "Is it kept?", one, "a-1:Yes", "b-0:No"),
		question("renamed", "Is it renamed?", one, "a-1:Yes", "b-0:No"),
		question("declared", "Old words", one, "a-1:Yes", "b-0:No"),
		question("split", "Two things at once?", one, "a-1:Yes", "b-0:No"),
		question("reused", "What was it before?", one, "a-1:Yes", "b-0:No"),
		question("narrowed", "Who?", many, "a-1:Children", "b-1:Workers"),
		question("single", "Which?", many, "a-1:This", "b-1:That"),
		question("text", "Why?", open),
		question("texted", "How?", open),
		question("left", "Merge?", one, "a-1:Yes", "b-0:No"),
		question("right", "Merge too?", one, "a-1:Yes", "b-0:No"),
		question("up", "Join?", one, "a-1:Yes", "b-0:No"),
		question("down", "Join too?", one, "a-1:Yes", "b-0:No"),
		question("twin1", "Is it public?", one, "a-1:Yes", "b-0:No"),
		question("old1", "Was it public?", one, "a-1:Yes", "b-0:No"),
		question("old2", "Was it public?", one, "a-1:Yes", "b-0:No"),
		question("gone", "Gone?", one, "a-1:Yes", "b-0:No"),
		question("silent", "Silent?", one, "a-1:Yes", "b-0:No"),
		question("ambiguous", "Choose", one, "a-1:Yes", "b-0:No"),
	)
	to := version("2",
		question("kept", "is it  kept?", one, "no-0:NO", "yes-3:Yes"),
		question("moved", "Is it renamed?", one, "a-1:Yes", "b-0:No"),
		replacing(question("heir", "New words", one, "y:Yes", "n:No"), "declared"),
		replacing(question("half1", "One thing?", one, "y:Yes", "n:No"), "split"),
		replacing(question("half2", "Another thing?", one, "y:Yes", "n:No"), "split"),
		question("reused", "Something else?", one, "a-1:Yes", "b-0:No"),
		question("narrowed", "Who?", many, "a-1:Children"),
		question("single", "Which?", one, "a-1:This", "b-1:That"),
		question("text", "Why?", open),
		question("texted", "How?", one, "a-1:Yes", "b-0:No"),
		replacing(question("merged", "Either?", one, "y:Yes", "n:No"), "left", "right"),
		replacing(question("joined", "Both?", one, "y:Yes", "n:No"), "up", "down"),
		question("twin2", "Is it public?", one, "a-1:Yes", "b-0:No"),
		question("twin3", "Is it public?", one, "a-1:Yes", "b-0:No"),
		question("silent", "Silent?", one, "a-1:Yes", "b-0:No"),
		question("ambiguous", "Choose", one, "a-1:Yes", "b-2:Yes"),
		question("either", "Was it public?", one, "a-1:Yes", "b-0:No"),
	)
	yes, no := instrument.Answer{"a-1"}, instrument.Answer{"b-0"}
	a := instrument.Answers{Instrument: "m", Version: "1", Given: given{
		"kept": yes, "renamed": no, "declared": yes, "split": yes, "reused": yes, "narrowed": {"a-1", "b-1"}, "single": {"b-1", "a-1"},
		"text": {"because"}, "texted": {"somehow"}, "left": yes, "right": no, "up": yes, "down": yes, "twin1": yes, "old1": yes, "old2": no, "gone": yes,
		"ambiguous": yes, "unknown": {"x"}, "empty": {""},
	}}
	want := instrument.Migration{
		Answers: instrument.Answers{Instrument: "m", Version: "2", Given: given{
			"kept": {"yes-3"}, "moved": no, "heir": {"y"}, "text": {"because"}, "joined": {"y"},
		}},
		Moved: []instrument.Move{
			{From: "kept", To: "kept", Was: yes, Is: instrument.Answer{"yes-3"}},
			{From: "renamed", To: "moved", Was: no, Is: no},
			{From: "declared", To: "heir", Was: yes, Is: instrument.Answer{"y"}},
			{From: "text", To: "text", Was: instrument.Answer{"because"}, Is: instrument.Answer{"because"}},
			{From: "up", To: "joined", Was: yes, Is: instrument.Answer{"y"}},
			{From: "down", To: "joined", Was: yes, Is: instrument.Answer{"y"}},
		},
		Changed: []instrument.Move{
			{From: "reused", To: "reused", Was: yes},
			{From: "narrowed", To: "narrowed", Was: instrument.Answer{"a-1", "b-1"}},
			{From: "single", To: "single", Was: instrument.Answer{"b-1", "a-1"}},
			{From: "texted", To: "texted", Was: instrument.Answer{"somehow"}},
			{From: "left", To: "merged", Was: yes},
			{From: "right", To: "merged", Was: no},
			{From: "ambiguous", To: "ambiguous", Was: yes},
		},
		Split: []instrument.Split{{From: "split", To: []instrument.QuestionID{"half1", "half2"}, Was: yes}},
		Lost:  []instrument.QuestionID{"twin1", "old1", "old2", "gone", "unknown"},
		Owed: []instrument.QuestionID{
			"half1", "half2", "reused", "narrowed", "single", "texted", "merged", "twin2", "twin3", "silent", "ambiguous", "either",
		},
	}
	got, err := instrument.Migrate(from, to, a)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestMigrate_refused(t *testing.T) {
	good := version("1", question("q", "Q?", instrument.Single, "a:A"))
	bad := version("1")
	bad.Pages = nil
	a := instrument.Answers{Instrument: "m", Version: "1"}
	later := a
	later.Version = "2"
	for desc, c := range map[string]struct {
		from, to instrument.Instrument
		a        instrument.Answers
		want     string
	}{
		"from nothing":       {bad, good, a, "/pages aims/missing"},
		"to nothing":         {good, bad, a, "/pages aims/missing"},
		"answers to another": {good, good, later, "/version instrument/version-unknown"},
		"an answer that was no choice, which is none now": {good, good, a.With("q", "z"), ""},
	} {
		_, err := instrument.Migrate(c.from, c.to, c.a)
		if got := strings.Join(places(aims.Problems(err)), " "); got != c.want {
			t.Errorf("%s: %s, want %s", desc, got, c.want)
		}
	}
}

// To the same version, everything is moved as it is, and the result stays.
// Whatever the versions, each answer is told of once.
func TestProp_migrate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, other := drawInstrument(t, 7), drawInstrument(t, 7)
		other.Version = "2"
		a := drawAnswers(t, in)
		same, err := instrument.Migrate(in, in, a)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(a, same.Answers, cmpopts.EquateEmpty()); diff != "" || len(same.Changed)+len(same.Split)+len(same.Lost) > 0 {
			t.Fatalf("%+v (-want +got):\n%s", same, diff)
		}
		m, err := instrument.Migrate(in, other, a)
		if err != nil {
			t.Fatal(err)
		}
		var told []instrument.QuestionID
		for _, x := range slices.Concat(m.Moved, m.Changed) {
			told = append(told, x.From)
		}
		for _, x := range m.Split {
			told = append(told, x.From)
		}
		told = append(told, m.Lost...)
		slices.Sort(told)
		var answered []instrument.QuestionID
		for id := range a.Given {
			answered = append(answered, id)
		}
		slices.Sort(answered)
		if diff := cmp.Diff(answered, told); diff != "" {
			t.Fatalf("told of (-want +got):\n%s", diff)
		}
		if e := evaluate(t, compile(t, other), m.Answers, instrument.DropHidden); !slices.Equal(e.Missing, m.Owed) || len(e.Unknown)+len(e.Unlisted) > 0 {
			t.Fatalf("owed %v, missing %v", m.Owed, e.Missing)
		}
	})
}

// A real assessment moves to the next version: what kept its words is moved,
// and the question that got another number is found by them.
func TestMigrate_canadian(t *testing.T) {
	s := newShelf(subset)
	var cases []oracleCase
	readJSON(t, &cases, subset, "published.json")
	from, to := s.program(t, "v0.10.0"), s.program(t, "v1.0.1")
	for _, c := range cases {
		if c.Version != from.Version() {
			continue
		}
		m, err := instrument.Migrate(s.ins[from.Version()], s.ins[to.Version()], c.answers())
		if err != nil {
			t.Fatal(err)
		}
		staff := slices.IndexFunc(m.Moved, func(x instrument.Move) bool { return x.From == "riskProfile4" })
		if staff < 0 || m.Moved[staff].To != "impact4A" {
			t.Errorf("%s: the question on staff is not found: %v", c.Title, m.Moved)
		}
		if n := len(m.Moved) + len(m.Changed) + len(m.Split) + len(m.Lost); n != len(c.Answers) || len(m.Moved) < 20 || len(m.Owed) < 50 {
			t.Errorf("%s: of %d answers %d are told of, %d moved, %d owed", c.Title, len(c.Answers), n, len(m.Moved), len(m.Owed))
		}
	}
}
