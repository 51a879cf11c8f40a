package instrument_test

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact/instrument"
)

type given = map[instrument.QuestionID]instrument.Answer

// One evaluation in full, with one of everything that is reported.
func TestEvaluate_whole(t *testing.T) {
	p := small(t)
	a := to(given{
		"phase": {"use"}, "harm": {"b", "a"}, "data": {"no"}, "kind": {"yes"}, // kind is hidden by data
		"test": {"yes"}, "note": {"perhaps"}, "about": {"a chat bot"}, "age": {"old"}, "plan": {""},
	})
	want := instrument.Evaluation{
		Instrument: "small", Version: "1", Hidden: instrument.DropHidden,
		Provenance: aims.Provenance{Module: aims.Version, Model: "small 1", Method: p.Digest()},
		Score:      instrument.Score{Raw: 3, Mitigation: 3, Current: 3},
		Most:       instrument.Score{Raw: 10, Mitigation: 10, Current: 10},
		Level:      1, Outcome: "low", Lowest: 1, Highest: 1,
		Sections: []instrument.SectionScore{
			{ID: "s-harm", Kind: instrument.Raw, Shown: true, Questions: 3, Points: 3, Most: 10, Items: []instrument.ItemScore{
				{Question: "harm", Kind: instrument.Raw, Answer: instrument.Answer{"a", "b"}, Shown: true, Points: 3, Most: 3},
				{Question: "data", Kind: instrument.Raw, Answer: instrument.Answer{"no"}, Shown: true, Most: 3},
				{Question: "kind", Kind: instrument.Raw, Most: 4},
			}},
			{ID: "s-plans", Kind: instrument.Mitigation, Questions: 1, Most: 5, Items: []instrument.ItemScore{
				{Question: "plan", Kind: instrument.Mitigation, Most: 5},
			}},
			{ID: "s-measures", Kind: instrument.Mitigation, Shown: true, Questions: 2, Points: 3, Most: 5, Items: []instrument.ItemScore{
				{Question: "test", Kind: instrument.Mitigation, Answer: instrument.Answer{"yes"}, Shown: true, Points: 3, Most: 3},
				{Question: "publish", Kind: instrument.Mitigation, Shown: true, Most: 2},
			}},
		},
		Missing: []instrument.QuestionID{"publish"}, Unshown: []instrument.QuestionID{"kind"},
		Unknown: []instrument.QuestionID{"age"}, Unlisted: []instrument.QuestionID{"note"},
	}
	got := evaluate(t, p, a, instrument.DropHidden)
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(instrument.Evaluation{})); diff != "" {
		t.Errorf("dropped (-want +got):\n%s", diff)
	}
	if open := evaluate(t, p, to(given{"harm": {"a"}}), instrument.DropHidden); !got.Settled() || open.Settled() || (instrument.Evaluation{}).Settled() {
		t.Error("what is sure is not told from what is not")
	}
	kept := evaluate(t, p, a, instrument.KeepHidden)
	if kept.Raw != 7 || kept.Level != 3 || kept.Forced != `{harm} contains "b" and {kind} = "yes"` || kept.Outcome != "stop" {
		t.Errorf("kept: %+v, level %d, forced by %q", kept.Score, kept.Level, kept.Forced)
	}
	if diff := cmp.Diff([]instrument.QuestionID{"kind"}, kept.Unshown); diff != "" {
		t.Errorf("unshown (-want +got):\n%s", diff)
	}
	high := evaluate(t, p, to(given{"data": {"yes"}, "harm": {"a"}}), instrument.DropHidden)
	if diff := cmp.Diff([]instrument.Obligation{{ID: "review", Title: instrument.English("Peer review")}}, high.Obligations); diff != "" || high.Level != 2 {
		t.Errorf("level %d (-want +got):\n%s", high.Level, diff)
	}
}

// The credit begins at its bound, and rounds half up.
func TestEvaluate_credit(t *testing.T) {
	p := small(t) // from 40 % of 10, halved
	for _, c := range []struct {
		raw, mitigation given
		want            instrument.Score
	}{
		{given{"harm": {"a", "b"}}, given{"test": {"yes"}}, instrument.Score{Raw: 3, Mitigation: 3, Current: 3}},
		{given{"harm": {"a", "b"}}, given{"test": {"yes"}, "publish": {"yes"}}, instrument.Score{Raw: 3, Mitigation: 5, Current: 2}},
		{given{"harm": {"a"}}, given{"test": {"yes"}, "publish": {"yes"}}, instrument.Score{Raw: 1, Mitigation: 5, Current: 1}},
		{given{"data": {"yes"}, "harm": {"a"}}, given{"test": {"yes"}, "publish": {"yes"}}, instrument.Score{Raw: 4, Mitigation: 5, Current: 2}},
	} {
		a := to(given{"phase": {"use"}})
		for _, more := range []given{c.raw, c.mitigation} {
			for id, answer := range more {
				a = a.With(id, answer...)
			}
		}
		if got := evaluate(t, p, a, instrument.DropHidden).Score; got != c.want {
			t.Errorf("%v, %v: %+v, want %+v", c.raw, c.mitigation, got, c.want)
		}
	}
	exact := ladder(20, 10, instrument.Credit{From: 40, Cut: 50})
	q := compile(t, exact)
	for measures, current := range map[string]int{"3": 9, "4": 5} { // 40 % of 10 is 4; half of 9, rounded up, is 5
		e := evaluate(t, q, instrument.Answers{Instrument: "ladder", Version: "1", Given: given{"harm": {"9"}, "measure": {measures}}}, instrument.KeepHidden)
		if e.Current != current {
			t.Errorf("%s points of measures: %d, want %d", measures, e.Current, current)
		}
	}
}

// Halves are rounded up, to odd and even numbers alike.
func TestEvaluate_halves(t *testing.T) {
	p := compile(t, ladder(60, 10, instrument.Credit{From: 10, Cut: 15}))
	for raw, want := range map[string]int{"10": 9, "30": 26, "50": 43, "9": 8, "11": 9, "0": 0} { // 8.5, 25.5, 42.5, 7.65, 9.35
		e := evaluate(t, p, instrument.Answers{Instrument: "ladder", Version: "1", Given: given{"harm": {raw}, "measure": {"1"}}}, instrument.KeepHidden)
		if e.Current != want {
			t.Errorf("%s less 15 %% is %d, want %d", raw, e.Current, want)
		}
	}
}

// What forces a level is named only where the score alone does not give it.
func TestEvaluate_forcedAnyway(t *testing.T) {
	e := evaluate(t, small(t), to(given{"harm": {"a", "b"}, "data": {"yes"}, "kind": {"yes"}}), instrument.DropHidden)
	if e.Level != 3 || e.Raw != 10 || e.Forced != "" {
		t.Errorf("level %d of %d points, forced by %q", e.Level, e.Raw, e.Forced)
	}
}

// Measures that are not answered may lower the level, or not; a question that
// may never be shown is not counted at its least.
func TestEvaluate_bounds(t *testing.T) {
	p := small(t)
	base := given{"phase": {"use"}, "harm": {"a"}, "data": {"yes"}, "kind": {"no"}}
	for _, c := range []struct {
		desc            string
		answers         instrument.Answers
		lowest, highest int
	}{
		{"measures to come", to(base), 1, 2}, // 4 points, or 2 with the credit
		{"no measures", to(base).With("test", "no"), 2, 2},
		{"all measures", to(base).With("test", "yes").With("publish", "yes"), 1, 1},
		{"whether the phase has measures", to(base).With("phase"), 1, 2},
	} {
		if e := evaluate(t, p, c.answers, instrument.DropHidden); e.Lowest != c.lowest || e.Highest != c.highest {
			t.Errorf("%s: %d to %d", c.desc, e.Lowest, e.Highest)
		}
	}
	in := smallInstrument(t)
	in.Pages[0].Sections[1].Questions[2].Choices[1].Points = 4 // if kind is shown, it counts 4 at least
	q := compile(t, in)
	for _, c := range []struct {
		data            string
		lowest, highest int
	}{{"", 1, 2}, {"yes", 2, 2}, {"no", 1, 1}} {
		a := to(given{"phase": {"design"}, "harm": {"a"}, "plan": {"no"}}).With("data", c.data)
		if e := evaluate(t, q, a, instrument.DropHidden); e.Lowest != c.lowest || e.Highest != c.highest {
			t.Errorf("data %q: %d to %d", c.data, e.Lowest, e.Highest)
		}
	}
}

// A question that decides whether another is asked, which forces an outcome,
// can change the result, though neither has points.
func TestEvaluate_bearsFarOff(t *testing.T) {
	in := smallInstrument(t)
	start := &in.Pages[0].Sections[0]
	start.Questions = append(start.Questions,
		instrument.Question{ID: "gate", Type: instrument.Single, Choices: []instrument.Choice{{Value: "yes"}, {Value: "no"}}},
		instrument.Question{ID: "key", Type: instrument.Single, ShownIf: instrument.MustGuard(`{gate} = "yes"`), Choices: []instrument.Choice{{Value: "yes"}, {Value: "no"}}})
	in.Outcomes[2].If = instrument.MustGuard(`{key} = "yes"`)
	p := compile(t, in)
	e := evaluate(t, p, to(nil), instrument.DropHidden)
	if diff := cmp.Diff([]instrument.QuestionID{"phase", "gate", "harm", "data"}, e.Missing); diff != "" || e.Highest != 3 {
		t.Errorf("up to level %d (-want +got):\n%s", e.Highest, diff)
	}
	s, err := p.Sensitivity(to(given{"gate": {"no"}, "key": {"yes"}}), instrument.DropHidden)
	if err != nil || len(s.Flips) == 0 || s.Flips[0].Question != "gate" || s.Flips[0].Level != 3 {
		t.Errorf("%+v, %v", s.Flips, err)
	}
}

func TestEvaluate_refused(t *testing.T) {
	p := small(t)
	other := to(nil)
	other.Instrument = "large"
	later := to(nil)
	later.Version = "2"
	for _, c := range []struct {
		desc   string
		a      instrument.Answers
		hidden instrument.HiddenPolicy
		want   []string
		text   string
	}{
		{"another instrument", other, instrument.KeepHidden, []string{"/instrument instrument/instrument-unknown"}, "the answers are to the instrument large; at hand are small"},
		{"another version", later, instrument.KeepHidden, []string{"/version instrument/version-unknown"}, "version 2 of small; at hand are 1"},
		{"answers without a name", instrument.Answers{}, instrument.KeepHidden, []string{"/instrument aims/missing"}, ""},
		{"answers without a version", instrument.Answers{Instrument: "small"}, instrument.KeepHidden, []string{"/version aims/missing"}, ""},
		{"no policy", to(nil), "", []string{"/hidden aims/missing"}, ""},
		{"a policy that is none", to(nil), "forget", []string{"/hidden aims/word-unknown"}, ""},
		{"another version and no policy", later, "", []string{"/hidden aims/missing", "/version instrument/version-unknown"}, ""},
		{"a choice that is not offered", to(given{"data": {"maybe"}}), instrument.KeepHidden, []string{"/answers/data instrument/choice-unknown"}, `"maybe" is no choice of data; it offers yes, no`},
		{"two choices of one", to(given{"data": {"yes", "no"}}), instrument.KeepHidden, []string{"/answers/data instrument/several-answers"}, "data takes one answer and has 2"},
		{"a choice twice", to(given{"harm": {"a", "b", "a"}}), instrument.KeepHidden, []string{"/answers/harm/2 aims/twice"}, "a stands here twice"},
		{"one of many that is not offered", to(given{"harm": {"a", "z"}}), instrument.DropHidden, []string{"/answers/harm instrument/choice-unknown"}, `"z" is no choice`},
		{"a question that only shows others", to(given{"phase": {"later"}}), instrument.DropHidden, []string{"/answers/phase instrument/choice-unknown"}, ""},
		{"several at once, in the order of the questions", to(given{"test": {"x"}, "harm": {"y"}}), instrument.KeepHidden, []string{"/answers/harm instrument/choice-unknown", "/answers/test instrument/choice-unknown"}, ""},
	} {
		e, err := p.Evaluate(c.a, c.hidden)
		if diff := cmp.Diff(c.want, places(aims.Problems(err))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.desc, diff)
		}
		if c.text != "" && !strings.Contains(err.Error(), c.text) {
			t.Errorf("%s: %v, want %s", c.desc, err, c.text)
		}
		if e.Level != 0 {
			t.Errorf("%s: refused, and has level %d", c.desc, e.Level)
		}
		if _, err := p.Sensitivity(c.a, c.hidden); len(aims.Problems(err)) != len(c.want) {
			t.Errorf("%s: sensitivity gives %v", c.desc, err)
		}
	}
	var zero instrument.Program
	if _, err := zero.Evaluate(to(nil), instrument.KeepHidden); len(aims.Problems(err)) != 1 {
		t.Errorf("the zero program: %v", err)
	}
	if x := (instrument.Evaluation{}).Explain("en"); x.Code != "" || x.Sentence() != "" {
		t.Errorf("the zero evaluation explains %v", x)
	}
}

// A long list of choices is cut in the sentence.
func TestEvaluate_offersCut(t *testing.T) {
	_, err := compile(t, ladder(60, 3, instrument.Credit{})).Evaluate(instrument.Answers{
		Instrument: "ladder", Version: "1", Given: given{"harm": {"61"}},
	}, instrument.KeepHidden)
	if err == nil || !strings.Contains(err.Error(), "18, 19, …") || strings.Contains(err.Error(), " 20,") {
		t.Error(err)
	}
}

func TestSelect(t *testing.T) {
	p := small(t)
	newer := smallInstrument(t)
	newer.Version = "2"
	q := compile(t, newer)
	a := to(nil)
	if got, err := instrument.Select([]*instrument.Program{nil, q, p}, a); err != nil || got != p {
		t.Errorf("%v, %v", got, err)
	}
	a.Version = "3"
	_, err := instrument.Select([]*instrument.Program{q, p, q}, a)
	if err == nil || !strings.Contains(err.Error(), "at hand are 1, 2.") {
		t.Error(err)
	}
	_, err = instrument.Select(nil, a)
	if err == nil || !strings.Contains(err.Error(), "at hand are none") {
		t.Error(err)
	}
}

// What a caller does to the instrument afterwards does not reach the program,
// nor what it does to a result.
func TestCompile_apart(t *testing.T) {
	in := smallInstrument(t)
	p := compile(t, in)
	a := to(given{"phase": {"use"}, "data": {"yes"}, "harm": {"a"}})
	before := evaluate(t, p, a, instrument.KeepHidden)
	text := before.Explain("en").String()
	in.Pages[0].Sections[1].Questions[1].Choices[0].Points = 9
	in.Pages[0].Sections[1].Questions[1].Title["en"] = "changed"
	in.Outcomes[1].Over = 7
	in.Outcomes[1].Obligations[0].Title["en"] = "changed"
	first := evaluate(t, p, a, instrument.KeepHidden)
	first.Obligations[0].Title["en"] = "changed"
	first.Sections[0].Items[0].Answer[0] = "changed"
	after := evaluate(t, p, a, instrument.KeepHidden)
	if diff := cmp.Diff(before, after, cmpopts.IgnoreUnexported(instrument.Evaluation{})); diff != "" {
		t.Errorf("(-before +after):\n%s", diff)
	}
	if diff := cmp.Diff(text, after.Explain("en").String()); diff != "" {
		t.Errorf("(-before +after):\n%s", diff)
	}
	if a.Given["harm"][0] != "a" {
		t.Error("a result shares memory with the answers")
	}
	if p.ID() != "small" || p.Version() != "1" || p.Levels() != 3 {
		t.Errorf("%s %s, %d levels", p.ID(), p.Version(), p.Levels())
	}
}

// A program is used by several goroutines at once.
func TestProgram_shared(t *testing.T) {
	p, cases := benchCases(t)
	var all sync.WaitGroup
	for _, c := range cases {
		want := evaluate(t, p, c.answers(), instrument.DropHidden).Score
		for range 2 {
			all.Go(func() {
				e, err := p.Evaluate(c.answers(), instrument.DropHidden)
				if err != nil || e.Score != want {
					t.Errorf("%s: %+v, %v, want %+v", c.name(), e.Score, err, want)
				}
				if _, err := p.Sensitivity(c.answers(), instrument.DropHidden); err != nil {
					t.Error(err)
				}
			})
		}
	}
	all.Wait()
}

// The digest tells instruments apart that go by one name, and does not see
// the format of the document.
func TestProgram_Digest(t *testing.T) {
	in := smallInstrument(t)
	first := compile(t, in).Digest()
	in.Format = ""
	if compile(t, in).Digest() != first {
		t.Error("the format changes the digest")
	}
	in.Outcomes[1].Over++
	if compile(t, in).Digest() == first {
		t.Error("a bound does not change the digest")
	}
}

func TestAnswer_JSON(t *testing.T) {
	for text, want := range map[string]instrument.Answer{
		`"x"`: {"x"}, `["x","y"]`: {"x", "y"}, `[]`: {}, `""`: {""},
	} {
		var a instrument.Answer
		if err := json.Unmarshal([]byte(text), &a); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		data, err := json.Marshal(a)
		if diff := cmp.Diff(want, a); diff != "" || err != nil || string(data) != text {
			t.Errorf("%s is written %s, %v (-want +got):\n%s", text, data, err, diff)
		}
	}
	if data, err := json.Marshal(instrument.Answer(nil)); err != nil || string(data) != "[]" {
		t.Errorf("nil is written %s, %v", data, err)
	}
	for _, text := range []string{`3`, `{}`, `[1]`, `["x", null]`, `[["x"]]`, `true`} {
		a := instrument.Answer{"before"}
		if err := a.UnmarshalJSON([]byte(text)); err == nil {
			t.Errorf("%s is read as %v", text, a)
		}
	}
	a := instrument.Answer{"before"}
	if err := a.UnmarshalJSON([]byte("null")); err != nil || a[0] != "before" {
		t.Errorf("null: %v, %v", a, err)
	}
}

func TestReadAnswers(t *testing.T) {
	for text, want := range map[string][]string{
		`{"format": "aimskit/0.1", "instrument": "small", "version": "1", "answers": {"harm": ["a"]}}`: {},
		`{"format": "aimskit/0.1", "instrument": "", "version": "1", "answers": {"a b": "x\u0001"}}`:   {"/instrument aims/missing", "/answers/a b aims/id-malformed", "/answers/a b/0 aims/text-malformed"},
		`{"format": "aimskit/0.1", "instrument": "small", "version": "1", "answers": {"harm": 3}}`:     {"/answers/harm aims/unknown-word"},
		`{"instrument": "small", "version": "1"}`:                                                      {"/format aims/format-missing"},
		`{"format": "aimskit/0.1", "instrument": "small"}`:                                             {"/version aims/missing"},
	} {
		_, err := instrument.ReadAnswers([]byte(text), aims.DecodeOptions{})
		if diff := cmp.Diff(want, places(aims.Problems(err))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}

func TestAnswers_With(t *testing.T) {
	a := instrument.Answers{}
	b := a.With("q", "x", "y")
	c := b.With("q")
	if a.Given != nil || len(b.Given["q"]) != 2 || len(c.Given) != 0 {
		t.Errorf("%v, %v, %v", a, b, c)
	}
}

func TestText_In(t *testing.T) {
	text := instrument.Text{"fr": "oui", "en": "yes", "de": "ja"}
	for language, want := range map[string]string{"fr": "oui", "en": "yes", "it": "yes"} {
		if got := text.In(language); got != want {
			t.Errorf("%s: %s", language, got)
		}
	}
	if got := (instrument.Text{"fr": "oui", "de": "ja"}).In("it"); got != "ja" {
		t.Error(got)
	}
	if got := instrument.Text(nil).In("en"); got != "" {
		t.Error(got)
	}
}
