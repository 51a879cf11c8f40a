package rules_test

import (
	"iter"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// says returns a rule that says one thing about a key.
func says(code aims.Code, key aims.Key, v aims.Verdict, until aims.Date) aims.Rule[*rules.Input] {
	return aims.Rule[*rules.Input]{
		Code: code, Version: 1, Key: key, Reads: []aims.Kind{aims.KindPolicy},
		Check: func(*rules.Input) iter.Seq[aims.Observation] {
			return slices.Values([]aims.Observation{{Rule: code, Key: key, Verdict: v, Code: code, Until: until}})
		},
	}
}

// only returns the default set with other rules.
func only(list ...aims.Rule[*rules.Input]) rules.Set {
	s := rules.Default()
	s.Name, s.Rules = "own", list
	return s
}

func view(t *testing.T) *audit.View {
	t.Helper()
	v, err := audit.Open(gen.Conforming(), audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func item(t *testing.T, r rules.Result, id string) rules.Item {
	t.Helper()
	for _, i := range append(slices.Clone(r.Requirements), r.Controls...) {
		if i.Key.ID == id {
			return i
		}
	}
	t.Fatalf("no item %s", id)
	return rules.Item{}
}

// TestPointsJoin: 9.3.1 has a core point a and another point b.
func TestPointsJoin(t *testing.T) {
	a, b := aims.PointKey("9.3.1/a"), aims.PointKey("9.3.1/b")
	whole := aims.ClauseKey("9.3.1")
	for _, c := range []struct {
		name string
		set  rules.Set
		want aims.Verdict
	}{
		{"no rule at all", only(), aims.CannotTell},
		{"only the core point is judged", only(says("a", a, aims.Conforms, 0)), aims.CannotTell},
		{"both are shown", only(says("a", a, aims.Conforms, 0), says("b", b, aims.Conforms, 0)), aims.Conforms},
		{"the core point is not shown", only(says("a", a, aims.MajorGap, 0), says("b", b, aims.Conforms, 0)), aims.MajorGap},
		{"the core point is partly shown", only(says("a", a, aims.MinorGap, 0), says("b", b, aims.Conforms, 0)), aims.MinorGap},
		{"another point is not shown", only(says("a", a, aims.Conforms, 0), says("b", b, aims.MajorGap, 0)), aims.MinorGap},
		{"a known failure beats the unknown", only(says("b", b, aims.MajorGap, 0)), aims.MinorGap},
		{"two rules on one point", only(says("a", a, aims.Conforms, 0), says("a2", a, aims.MinorGap, 0), says("b", b, aims.Conforms, 0)), aims.MinorGap},
		{"a rule on the whole requirement", only(says("a", a, aims.Conforms, 0), says("b", b, aims.Conforms, 0), says("w", whole, aims.MajorGap, 0)), aims.MajorGap},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := view(t)
			r, err := rules.Evaluate(v, v.Taken(), c.set)
			if err != nil {
				t.Fatal(err)
			}
			if got := item(t, r, "9.3.1").Verdict; got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestItemsTellWhatTheyRestOn(t *testing.T) {
	v := view(t)
	stray := aims.Key{Framework: "iso27001", ID: "A.5.2"}
	r, err := rules.Evaluate(v, v.Taken(), only(
		says("a", aims.PointKey("9.3.1/a"), aims.Conforms, 800000), says("b", aims.PointKey("9.3.1/b"), aims.Conforms, 790000),
		says("c", aims.ControlKey("A.2.2"), aims.MinorGap, 0), says("other", stray, aims.MajorGap, 0), says("none", aims.Key{}, aims.CannotTell, 0)))
	if err != nil {
		t.Fatal(err)
	}
	leaf := item(t, r, "9.3.1")
	if leaf.Until != 790000 || len(leaf.Observations) != 2 || leaf.Title == "" {
		t.Errorf("%+v", leaf)
	}
	if got := item(t, r, "A.2.2"); got.Verdict != aims.MinorGap || got.Excluded {
		t.Errorf("%+v", got)
	}
	if got := item(t, r, "A.2.3"); got.Verdict != aims.CannotTell || got.Observations[0].Code != rules.NoRule {
		t.Errorf("%+v", got)
	}
	var remarks []aims.Code
	for _, o := range r.Remarks {
		remarks = append(remarks, o.Rule)
	}
	if diff := cmp.Diff([]aims.Code{"other", "none"}, remarks); diff != "" {
		t.Errorf("remarks (-want +got)\n%s", diff)
	}
	if len(r.Requirements) != 32 || len(r.Controls) != 38 || r.SystemsIn != 1 || r.SystemsOut != 0 {
		t.Errorf("%d requirements, %d controls, %d systems in, %d out", len(r.Requirements), len(r.Controls), r.SystemsIn, r.SystemsOut)
	}
}

func TestOwnControlsAreJudged(t *testing.T) {
	s := gen.Conforming()
	key := aims.Key{Framework: aims.FrameworkOwn, ID: "C-7"}
	s.OwnControls = append(s.OwnControls, ownControl(key))
	r := evaluate(t, s, 0)
	if len(r.Controls) != 39 || r.Controls[38].Key != key || r.Controls[38].Verdict != aims.MajorGap {
		t.Errorf("%d controls, the last %+v", len(r.Controls), r.Controls[len(r.Controls)-1])
	}
}

func TestEvaluateRefuses(t *testing.T) {
	v := view(t)
	twice := rules.Default()
	twice.Rules = append(twice.Rules, twice.Rules[0])
	for _, c := range []struct {
		name string
		view *audit.View
		at   aims.Date
		set  rules.Set
	}{
		{"no view", nil, v.Taken(), rules.Default()},
		{"no day", v, 0, rules.Default()},
		{"no set", v, v.Taken(), rules.Set{}},
		{"a rule twice", v, v.Taken(), twice},
		{"a rule without a check", v, v.Taken(), only(aims.Rule[*rules.Input]{Code: "x", Version: 1})},
		{"a rule without a code", v, v.Taken(), only(says("", aims.Key{}, aims.Conforms, 0))},
		{"a rule without a version", v, v.Taken(), only(func() aims.Rule[*rules.Input] {
			r := says("x", aims.Key{}, aims.Conforms, 0)
			r.Version = 0
			return r
		}())},
	} {
		if _, err := rules.Evaluate(c.view, c.at, c.set); err == nil {
			t.Errorf("%s: evaluated", c.name)
		}
	}
}

// TestDigestNamesTheRules: another rule, version, name or order is another set.
func TestDigestNamesTheRules(t *testing.T) {
	digest := func(s rules.Set) aims.Digest {
		d, err := s.Digest()
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	seen := map[aims.Digest]string{}
	for name, edit := range map[string]func(*rules.Set){
		"as it is":       func(*rules.Set) {},
		"a rule less":    func(s *rules.Set) { s.Rules = s.Rules[1:] },
		"a new version":  func(s *rules.Set) { s.Rules[0].Version++ },
		"another name":   func(s *rules.Set) { s.Name = "x" },
		"set version":    func(s *rules.Set) { s.Version = "x" },
		"another order":  func(s *rules.Set) { slices.Reverse(s.Rules) },
		"a rule renamed": func(s *rules.Set) { s.Rules[0].Code = "x" },
	} {
		s := rules.Default()
		edit(&s)
		d := digest(s)
		if other, taken := seen[d]; taken {
			t.Errorf("%q and %q have the same digest", name, other)
		}
		seen[d] = name
	}
	if first, again := digest(rules.Default()), digest(rules.Default()); first != again {
		t.Error("the same set has two digests")
	}
}

func TestNeeds(t *testing.T) {
	got := rules.Default().Needs(aims.ClauseKey("4.3"))
	if diff := cmp.Diff([]aims.Kind{aims.KindSystem, aims.KindDocument, aims.KindPerson, aims.KindScope}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, kinds := range [][]aims.Kind{rules.Default().Needs(aims.ControlKey("A.2.2")), rules.Default().Needs(aims.PointKey("5.2/a"))} {
		if len(kinds) == 0 {
			t.Error("nothing is needed")
		}
	}
}

// TestSameBytes: the same records and set give the same result every time.
func TestSameBytes(t *testing.T) {
	v := view(t)
	first, err := rules.Evaluate(v, v.Taken(), rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		again, err := rules.Evaluate(v, v.Taken(), rules.Default())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first, again, cmpopts.IgnoreUnexported(rules.Result{})); diff != "" || again.View() != v {
			t.Fatalf("(-first +again)\n%s", diff)
		}
	}
	p := first.Provenance
	if p.Module != aims.Version || p.RuleSet != "iso42001-2023@1" || p.Rules == "" || p.Input == "" || p.At != v.Taken() {
		t.Errorf("provenance %+v", p)
	}
}

// TestRecordsDatedLaterAreNotSeen: on the day before anything was recorded,
// the conforming system shows nothing.
func TestRecordsDatedLaterAreNotSeen(t *testing.T) {
	r := evaluate(t, gen.Conforming(), aims.MustDate("2025-12-31"))
	for _, i := range append(slices.Clone(r.Requirements), r.Controls...) {
		if i.Verdict == aims.Conforms {
			t.Errorf("%s conforms before there is any record: %+v", i.Key, i.Observations)
		}
	}
}

// TestEverySentenceIsKnown: every reason of the set is among the sentences
// that a host can translate.
func TestEverySentenceIsKnown(t *testing.T) {
	for code, text := range rules.Sentences() {
		if text == "" {
			t.Errorf("%s has no sentence", code)
		}
	}
	for _, r := range rules.Default().Rules {
		if r.Title == "" || r.Doc == "" || r.Clause == "" || len(r.Reads) == 0 {
			t.Errorf("%s lacks title, doc, clause or what it reads", r.Code)
		}
	}
}
