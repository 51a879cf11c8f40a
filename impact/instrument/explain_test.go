package instrument_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact/instrument"
)

var update = flag.Bool("update", false, "write the texts that the tests compare with")

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := "testdata/" + name
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// Every kind of sentence, in two languages.
func TestExplain(t *testing.T) {
	p := small(t)
	var b strings.Builder
	for _, c := range []struct {
		desc     string
		given    given
		hidden   instrument.HiddenPolicy
		language string
	}{
		{"nothing answered", nil, instrument.DropHidden, "en"},
		{"low, with everything that can be strange", given{"harm": {"a", "b"}, "data": {"no"}, "kind": {"yes"}, "note": {"?"}, "age": {"1"}, "phase": {"use"}, "test": {"yes"}}, instrument.DropHidden, "en"},
		{"high, with a credit, in French where there is any", given{"phase": {"use"}, "harm": {"b"}, "data": {"yes"}, "kind": {"yes"}, "test": {"yes"}, "publish": {"yes"}}, instrument.DropHidden, "fr"},
		{"forced by a hidden answer", given{"harm": {"b"}, "kind": {"yes"}, "phase": {"design"}}, instrument.KeepHidden, "en"},
	} {
		e := evaluate(t, p, to(c.given), c.hidden)
		b.WriteString("# " + c.desc + "\n" + e.Explain(c.language).String() + "\n")
	}
	in := ladder(4, 0, instrument.Credit{})
	in.Pages[0].Sections = in.Pages[0].Sections[:1]
	for _, unit := range []instrument.Unit{instrument.Points, instrument.Percent} {
		in.Unit = unit
		in.Outcomes = in.Outcomes[:2]
		in.Outcomes[1].Over = 30
		e := evaluate(t, compile(t, in), instrument.Answers{Instrument: "ladder", Version: "1", Given: given{"harm": {"3"}}}, instrument.DropHidden)
		b.WriteString("# no measures, bounds in " + string(unit) + "\n" + e.Explain("en").String() + "\n")
	}
	in.Outcomes = in.Outcomes[:1]
	e := evaluate(t, compile(t, in), instrument.Answers{Instrument: "ladder", Version: "1", Given: given{"harm": {"3"}}}, instrument.DropHidden)
	b.WriteString("# one level\n" + e.Explain("en").String())
	golden(t, "explain.txt", b.String())
}

// Every sentence fills its arguments in, and every code has one.
func TestSentences(t *testing.T) {
	texts := instrument.Sentences()
	texts["instrument/added"] = "x"
	if _, added := instrument.Sentences()["instrument/added"]; added {
		t.Error("the sentences are shared")
	}
	var seen []string
	check := func(code aims.Code, sentence string) {
		if strings.ContainsAny(strings.NewReplacer(`{"`, "", `"}`, "").Replace(stripGuards(sentence)), "{}") {
			t.Errorf("%s leaves something open: %s", code, sentence)
		}
		seen = append(seen, string(code))
	}
	for _, name := range []string{"problems.json", "lint.json"} {
		var list []fixture
		readJSON(t, &list, "testdata", name)
		for _, f := range list {
			var in instrument.Instrument
			if _, err := aims.Decode(f.Input, &in, aims.DecodeOptions{}); err == nil {
				for _, p := range instrument.Lint(in) {
					check(p.Code, p.Sentence())
				}
			}
		}
	}
	var walk func(x instrument.Explanation)
	walk = func(x instrument.Explanation) {
		check(x.Code, x.Sentence())
		for _, part := range x.Parts {
			walk(part)
		}
	}
	walk(evaluate(t, small(t), to(given{"harm": {"a", "b"}, "kind": {"yes"}, "note": {"?"}, "age": {"1"}}), instrument.KeepHidden).Explain("en"))
	if len(seen) < 20 {
		t.Errorf("only %d sentences were seen", len(seen))
	}
	data, err := json.Marshal(texts)
	if err != nil || strings.Contains(string(data), "  ") {
		t.Errorf("a sentence has two spaces: %v", err)
	}
}

// Every code that stands in the sources has a sentence, and no sentence is
// without a code.
func TestSentences_complete(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[aims.Code]bool)
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`aims\.Code = "(instrument/[a-z-]+)"`).FindAllStringSubmatch(string(data), -1) {
			found[aims.Code(m[1])] = true
		}
	}
	texts := instrument.Sentences()
	for code := range found {
		if texts[code] == "" {
			t.Errorf("%s has no sentence", code)
		}
	}
	if len(found) != len(texts) {
		t.Errorf("%d codes and %d sentences", len(found), len(texts))
	}
}

func TestProgram_Words(t *testing.T) {
	p := small(t)
	for _, c := range []struct {
		id               instrument.QuestionID
		a                instrument.Answer
		question, answer string
	}{
		{"harm", instrument.Answer{"b", "a"}, "Who is harmed?", "children; users"},
		{"publish", instrument.Answer{"yes"}, "publish", "yes"},
		{"harm", nil, "Who is harmed?", ""},
		{"stranger", instrument.Answer{"x", "y"}, "stranger", "x; y"},
	} {
		if question, answer := p.Words(c.id, c.a, "fr"); question != c.question || answer != c.answer {
			t.Errorf("%s %v: %q, %q", c.id, c.a, question, answer)
		}
	}
}

// stripGuards takes out the names that guards put in braces.
func stripGuards(s string) string {
	for _, name := range []string{"a", "b", "kind", "harm"} {
		s = strings.ReplaceAll(s, "{"+name+"}", name)
	}
	return s
}
