package instrument_test

import (
	"encoding"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact/instrument"
)

func vocabularies() []encoding.TextUnmarshaler {
	return []encoding.TextUnmarshaler{
		new(instrument.Type), new(instrument.Kind), new(instrument.Unit), new(instrument.HiddenPolicy),
	}
}

// What a vocabulary reads is known and is written as it was read.
func FuzzWords(f *testing.F) {
	for _, w := range []string{"", "single", "multiple", "open", "raw", "mitigation", "unscored", "points", "percent", "keep", "drop", "Raw", "\xff"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, w string) {
		for _, v := range vocabularies() {
			if err := v.UnmarshalText([]byte(w)); err != nil {
				if !strings.Contains(err.Error(), "instrument.") {
					t.Errorf("the error does not name the vocabulary: %v", err)
				}
				continue
			}
			if !v.(interface{ Known() bool }).Known() {
				t.Errorf("%T reads %q, which is not known", v, w)
			}
			data, err := json.Marshal(v)
			if want, _ := json.Marshal(w); err != nil || string(data) != string(want) {
				t.Errorf("%T reads %q and writes %s, %v", v, w, data, err)
			}
		}
	})
}

// A guard that is read is written so that it reads the same.
func FuzzGuard(f *testing.F) {
	for _, s := range []string{
		`{a} = "x"`, `{a} contains ["x", 'y']`, `({a}="x" or {b} contains 'y') and {c} == ["z"]`,
		"", "{a}", "(((", `{a} != "x"`, `{a} = "x" {b}`, `{a} = 'say "x"'`, "{ } = \"x\"", "\xff",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		g, err := instrument.ParseGuard(s)
		if err != nil {
			if !errors.Is(err, aims.ErrSyntax) || len(err.Error()) > 1000 {
				t.Fatalf("%q: %v", s, err)
			}
			return
		}
		var again instrument.Guard
		if err := again.UnmarshalText([]byte(g.String())); err != nil {
			t.Fatalf("%q reads as %s, which does not read: %v", s, g, err)
		}
		if diff := cmp.Diff(g, again); diff != "" {
			t.Fatalf("%q: %s reads differently (-first +again):\n%s", s, g, diff)
		}
	})
}

// Whatever a document says, an instrument that is accepted compiles, keeps
// its meaning when it is written, and can be examined.
func FuzzRead(f *testing.F) {
	for _, s := range []string{tinyJSON, `{"format": "aimskit/0.1"}`, `{`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		in, err := instrument.Read([]byte(s), aims.DecodeOptions{})
		if err != nil {
			if len(aims.Problems(err)) == 0 {
				t.Fatalf("%q: the error carries no problems: %v", s, err)
			}
			return
		}
		examine(t, in)
		data, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		again, err := instrument.Read(data, aims.DecodeOptions{})
		if err != nil {
			t.Fatalf("%s does not read: %v", data, err)
		}
		if diff := cmp.Diff(in, again, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("(-first +again):\n%s", diff)
		}
	})
}

// examine does everything that can be done with an instrument without
// answers; nothing may panic.
func examine(t *testing.T, in instrument.Instrument) {
	t.Helper()
	p, err := instrument.Compile(in)
	if err != nil {
		t.Fatalf("an accepted instrument does not compile: %v", err)
	}
	a := instrument.Answers{Instrument: in.ID, Version: in.Version}
	for _, h := range policies() {
		if _, err := p.Evaluate(a, h); err != nil {
			t.Fatal(err)
		}
		if _, err := p.Sensitivity(a, h); err != nil {
			t.Fatal(err)
		}
	}
	for _, problem := range instrument.Lint(in) {
		if strings.Contains(problem.Sentence(), "{kind}") {
			t.Fatalf("an open sentence: %s", problem)
		}
	}
}

func FuzzSurvey(f *testing.F) {
	for _, s := range []string{
		`{"pages":[{"name":"p","elements":[{"type":"panel","name":"a-RS","elements":[{"type":"radiogroup","name":"q","choices":["item1-3",{"value":2,"text":{"default":"Two"}}]}]}]}]}`,
		`{"pages":[{"name":"p","elements":[{"type":"checkbox","name":"q-MS","visibleIf":"{q} = \"item1\"","choices":[{}]}]}]}`,
		`{"pages":[{"name":"p","title":1}]}`, `{}`, `[`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		in, err := instrument.ReadSurvey([]byte(s), instrument.CanadianAIA("v1"), aims.DecodeOptions{})
		if err != nil {
			if len(aims.Problems(err)) == 0 {
				t.Fatalf("%q: the error carries no problems: %v", s, err)
			}
			return
		}
		examine(t, in)
	})
}

// Answers that are read are either evaluated or refused with problems, and
// written so that they read the same.
func FuzzAnswers(f *testing.F) {
	for _, s := range []string{
		`{"format":"aimskit/0.1","instrument":"small","version":"1","answers":{"phase":"design","harm":["a","b"]}}`,
		`{"format":"aimskit/0.1","instrument":"small","version":"2","answers":{"phase":[null]}}`, `{`,
	} {
		f.Add(s)
	}
	p := small(f)
	f.Fuzz(func(t *testing.T, s string) {
		a, err := instrument.ReadAnswers([]byte(s), aims.DecodeOptions{})
		if err != nil {
			if len(aims.Problems(err)) == 0 {
				t.Fatalf("%q: the error carries no problems: %v", s, err)
			}
			return
		}
		if e, err := p.Evaluate(a, instrument.KeepHidden); (err == nil) != (e.Level > 0) || err != nil && len(aims.Problems(err)) == 0 {
			t.Fatalf("%q: level %d, %v", s, e.Level, err)
		}
		data, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		again, err := instrument.ReadAnswers(data, aims.DecodeOptions{})
		if err != nil {
			t.Fatalf("%s does not read: %v", data, err)
		}
		if diff := cmp.Diff(a, again, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("(-first +again):\n%s", diff)
		}
		var one instrument.Answer
		if json.Unmarshal([]byte(s), &one) == nil && len(one) > 1 {
			t.Fatalf("%q is an object and reads as an answer", s)
		}
	})
}

func FuzzObligations(f *testing.F) {
	f.Add(`{"v1": {"Notice": ["None", "Post a notice."], "Peer review": ["", "One peer."]}}`, "v1")
	f.Add(`{"v1": {"Notice": ["None"]}}`, "v1")
	f.Add(`{}`, "")
	f.Fuzz(func(t *testing.T, s, version string) {
		out, err := instrument.ReadObligations([]byte(s), version, 2, aims.DecodeOptions{})
		if err == nil && len(out) != 2 || err != nil && len(aims.Problems(err)) == 0 {
			t.Fatalf("%q: %v, %v", s, out, err)
		}
	})
}
