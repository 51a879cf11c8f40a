package rules_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/google/go-cmp/cmp"
)

var isms = rules.Basis{
	Module: "isms", Reference: "internal audit 2026-3", On: aims.MustDate("2026-05-01"), Until: aims.MustDate("2026-12-31"),
	Refs: []aims.Ref{{Kind: "isms-audit", ID: "2026-3"}},
}

func external(t *testing.T, key aims.Key, v aims.Verdict, b rules.Basis) aims.Rule[*rules.Input] {
	t.Helper()
	r, err := rules.External(key, v, b)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestExternalStandsForARule: a verdict from outside takes the place of a rule
// that was dropped, from its day through its last one.
func TestExternalStandsForARule(t *testing.T) {
	key := aims.PointKey("7.5.3/a")
	var judges []aims.Code
	for _, r := range set.Rules {
		if r.Key == key {
			judges = append(judges, r.Code)
		}
	}
	own, err := set.Drop(judges...)
	if err != nil || len(judges) == 0 {
		t.Fatal(judges, err)
	}
	rule := external(t, key, aims.MinorGap, isms)
	own, err = own.With(rule)
	if err != nil {
		t.Fatal(err)
	}
	v := view(t)
	for _, c := range []struct {
		at   string
		want aims.Observation
	}{
		{"2026-04-30", aims.Observation{Key: key, Code: rules.NoRule, Text: rules.Sentences()[rules.NoRule]}},
		{"2026-05-01", aims.Observation{
			Rule: rule.Code, Key: key, Verdict: aims.MinorGap, Code: rules.JudgedElsewhere, Text: rules.Sentences()[rules.JudgedElsewhere],
			Args: map[string]string{"module": "isms", "verdict": "minor-gap", "on": "2026-05-01", "reference": "internal audit 2026-3"},
			Refs: isms.Refs, Until: isms.Until,
		}},
		{"2027-01-01", aims.Observation{
			Rule: rule.Code, Key: key, Code: rules.EvidenceStale, Text: rules.Sentences()[rules.EvidenceStale],
			Args: map[string]string{"what": "the verdict of isms, internal audit 2026-3,", "on": "2026-12-31"},
			Refs: isms.Refs,
		}},
	} {
		r, err := rules.Evaluate(v, aims.MustDate(c.at), own)
		if err != nil {
			t.Fatal(err)
		}
		var got []aims.Observation
		for _, o := range item(t, r, "7.5.3").Observations {
			if o.Key == key {
				got = append(got, o)
			}
		}
		if diff := cmp.Diff([]aims.Observation{c.want}, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.at, diff)
		}
	}
}

func TestExternalRefuses(t *testing.T) {
	key := aims.ControlKey("A.2.2")
	for _, c := range []struct {
		name string
		edit func(*aims.Key, *aims.Verdict, *rules.Basis)
		says string
	}{
		{"no key", func(k *aims.Key, _ *aims.Verdict, _ *rules.Basis) { *k = aims.Key{} }, "key"},
		{"no verdict", func(_ *aims.Key, v *aims.Verdict, _ *rules.Basis) { *v = 9 }, "no verdict"},
		{"no module", func(_ *aims.Key, _ *aims.Verdict, b *rules.Basis) { b.Module = "" }, "module"},
		{"module with a slash", func(_ *aims.Key, _ *aims.Verdict, b *rules.Basis) { b.Module = "a/b" }, "module"},
		{"no reference", func(_ *aims.Key, _ *aims.Verdict, b *rules.Basis) { b.Reference = " " }, "Reference"},
		{"no day", func(_ *aims.Key, _ *aims.Verdict, b *rules.Basis) { b.On = 0 }, "day"},
		{"ends before it begins", func(_ *aims.Key, _ *aims.Verdict, b *rules.Basis) { b.Until = b.On.AddDays(-1) }, "Until"},
	} {
		key, verdict, basis := key, aims.Conforms, isms
		c.edit(&key, &verdict, &basis)
		if _, err := rules.External(key, verdict, basis); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	basis := isms
	basis.Until = basis.On // one day
	external(t, key, aims.CannotTell, basis)
}

// TestExternalIsInTheDigest: whatever such a rule says makes another set.
func TestExternalIsInTheDigest(t *testing.T) {
	key := aims.ControlKey("A.2.2")
	seen := make(map[aims.Digest]string)
	for name, edit := range map[string]func(*aims.Verdict, *rules.Basis){
		"as it is":      func(*aims.Verdict, *rules.Basis) {},
		"verdict":       func(v *aims.Verdict, _ *rules.Basis) { *v = aims.MajorGap },
		"reference":     func(_ *aims.Verdict, b *rules.Basis) { b.Reference = "x" },
		"day":           func(_ *aims.Verdict, b *rules.Basis) { b.On++ },
		"last day":      func(_ *aims.Verdict, b *rules.Basis) { b.Until = 0 },
		"another ref":   func(_ *aims.Verdict, b *rules.Basis) { b.Refs = []aims.Ref{{Kind: "isms-audit", ID: "x"}} },
		"without a ref": func(_ *aims.Verdict, b *rules.Basis) { b.Refs = nil },
	} {
		v, b := aims.Conforms, isms
		edit(&v, &b)
		d, err := only(external(t, key, v, b)).Digest()
		if err != nil {
			t.Fatal(err)
		}
		if other, taken := seen[d]; taken {
			t.Errorf("%q and %q have the same digest", name, other)
		}
		seen[d] = name
	}
}

// TestSetIsEdited: rules are added, replaced and dropped in a set of their
// own, and what cannot be meant is refused.
func TestSetIsEdited(t *testing.T) {
	codes := func(s rules.Set) (list []aims.Code) {
		for _, r := range s.Rules {
			list = append(list, r.Code)
		}
		return list
	}
	a, b, c := says("a", aims.Key{}, 0, 0), says("b", aims.Key{}, 0, 0), says("c", aims.Key{}, 0, 0)
	base := only(a, b)
	base.Rules = slices.Grow(base.Rules, 5) // room that an append must not use
	newer := b
	newer.Version = 2
	for _, test := range []struct {
		name string
		edit func() (rules.Set, error)
		want []aims.Code // nil: refused
	}{
		{"with", func() (rules.Set, error) { return base.With(c) }, []aims.Code{"a", "b", "c"}},
		{"with one that is there", func() (rules.Set, error) { return base.With(a) }, nil},
		{"with one that cannot judge", func() (rules.Set, error) { return base.With(aims.Rule[*rules.Input]{Code: "x"}) }, nil},
		{"replace", func() (rules.Set, error) { return base.Replace(newer) }, []aims.Code{"a", "b"}},
		{"replace what is not there", func() (rules.Set, error) { return base.Replace(c) }, nil},
		{"replace by one that cannot judge", func() (rules.Set, error) { return base.Replace(aims.Rule[*rules.Input]{Code: "a"}) }, nil},
		{"drop", func() (rules.Set, error) { return base.Drop("a") }, []aims.Code{"b"}},
		{"drop what is not there", func() (rules.Set, error) { return base.Drop("c") }, nil},
	} {
		got, err := test.edit()
		if (err != nil) != (test.want == nil) {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if diff := cmp.Diff(test.want, codes(got)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.name, diff)
		}
		if diff := cmp.Diff([]aims.Code{"a", "b"}, codes(base)); diff != "" || base.Rules[1].Version != 1 {
			t.Errorf("%s changed the set it came from\n%s", test.name, diff)
		}
	}
	if got, _ := base.Replace(newer); got.Rules[1].Version != 2 {
		t.Error("the rule was not replaced")
	}
}

// TestExternalAnswersWhatIsUnknown: what another module found to conform stands
// where the records tell nothing, on a requirement, a point and a control.
func TestExternalAnswersWhatIsUnknown(t *testing.T) {
	nothing, err := audit.Open(audit.Snapshot{Format: aims.Format, Taken: aims.MustDate("2026-06-30")}, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []aims.Key{aims.ClauseKey("7.5.3"), aims.PointKey("7.5.3/b"), aims.ControlKey("A.4.2")} {
		own, err := set.With(external(t, key, aims.Conforms, isms))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct {
			at   string
			want aims.Code
		}{{"2026-04-30", rules.NotSupplied}, {"2026-05-01", rules.JudgedElsewhere}, {"2026-12-31", rules.JudgedElsewhere}, {"2027-01-01", rules.NotSupplied}} {
			r, err := rules.Evaluate(nothing, aims.MustDate(c.at), own)
			if err != nil {
				t.Fatal(err)
			}
			at := key
			if clause, isRequirement := key.Clause(); isRequirement {
				at = aims.ClauseKey(clause)
			}
			i := item(t, r, at.ID)
			spoken := 0
			for _, o := range i.Observations {
				if o.Rule != "" && strings.HasPrefix(string(o.Rule), "external/") {
					continue // the verdict itself
				}
				answered := o.Key == key || key == at
				if want := c.want; answered {
					spoken++
					if o.Code != want || o.Verdict.Gap() || (o.Verdict == aims.Conforms) != (want == rules.JudgedElsewhere) {
						t.Errorf("%s on %s: %s of %s", key, c.at, o.Code, o.Key)
					}
				} else if o.Verdict != aims.CannotTell {
					t.Errorf("%s on %s: answers %s as well", key, c.at, o.Key)
				}
			}
			if spoken == 0 {
				t.Errorf("%s on %s: nothing is said", key, c.at)
			}
			if conforms := c.want == rules.JudgedElsewhere && key == at; conforms != (i.Verdict == aims.Conforms) {
				t.Errorf("%s on %s: %s", key, c.at, i.Verdict)
			}
			if i.Verdict == aims.Conforms && i.Until != isms.Until {
				t.Errorf("%s holds until %s", key, i.Until)
			}
		}
	}
}

// TestExternalAnswersEachByItself: who changes one observation that an answer
// made changes no other.
func TestExternalAnswersEachByItself(t *testing.T) {
	nothing, err := audit.Open(audit.Snapshot{Format: aims.Format, Taken: aims.MustDate("2026-06-30")}, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	own, err := set.With(external(t, aims.ClauseKey("7.5.3"), aims.Conforms, isms))
	if err != nil {
		t.Fatal(err)
	}
	r, err := rules.Evaluate(nothing, nothing.Taken(), own)
	if err != nil {
		t.Fatal(err)
	}
	list := item(t, r, "7.5.3").Observations
	for _, o := range list[1:] {
		o.Refs[0].ID, o.Args["module"] = "other", "other"
	}
	if o := list[0]; len(list) < 2 || o.Refs[0] != isms.Refs[0] || o.Args["module"] != "isms" {
		t.Errorf("of %d observations the first became %+v", len(list), o)
	}
}

// TestExternalSpeaksForItself: that one module can tell nothing is not answered
// by another, under the name of the first.
func TestExternalSpeaksForItself(t *testing.T) {
	key, other := aims.ControlKey("A.4.2"), isms
	other.Module = "supplier-audit"
	own, err := set.With(external(t, key, aims.CannotTell, other), external(t, key, aims.Conforms, isms))
	if err != nil {
		t.Fatal(err)
	}
	r, err := rules.Evaluate(view(t), aims.MustDate("2026-06-30"), own)
	if err != nil {
		t.Fatal(err)
	}
	i := item(t, r, "A.4.2")
	for _, o := range i.Observations {
		if module, said := o.Args["module"]; said && o.Rule != aims.Code("external/"+module+"/"+key.String()) {
			t.Errorf("%s says %s", o.Rule, o.Sentence())
		}
	}
	if i.Verdict != aims.CannotTell {
		t.Errorf("%s: %v", i.Verdict, i.Observations)
	}
}

// TestExternalAnswersUnjudgedPoints: a requirement of which every rule was
// dropped conforms as another module says.
func TestExternalAnswersUnjudgedPoints(t *testing.T) {
	own, err := set.With(external(t, aims.ClauseKey("7.5.3"), aims.Conforms, isms), external(t, aims.ControlKey("A.4.2"), aims.Conforms, isms))
	if err != nil {
		t.Fatal(err)
	}
	own.Rules = slices.DeleteFunc(own.Rules, func(r aims.Rule[*rules.Input]) bool { return !strings.HasPrefix(string(r.Code), "external/") })
	r, err := rules.Evaluate(view(t), aims.MustDate("2026-06-30"), own)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"7.5.3", "A.4.2"} {
		if i := item(t, r, id); i.Verdict != aims.Conforms {
			t.Errorf("%s: %s, %v", id, i.Verdict, i.Observations)
		}
	}
}

// TestExternalHidesNothing: beside a verdict from outside every lapse that the
// records show and every justified exclusion stays, and no item gets worse.
func TestExternalHidesNothing(t *testing.T) {
	for _, s := range []audit.Snapshot{gen.Conforming(), {Format: aims.Format, Taken: aims.MustDate("2026-06-30"), Supplied: audit.Kinds()}} {
		v, err := audit.Open(s, audit.Options{})
		if err != nil {
			t.Fatal(err)
		}
		before, err := rules.Evaluate(v, aims.MustDate("2026-06-30"), set)
		if err != nil {
			t.Fatal(err)
		}
		var verdicts []aims.Rule[*rules.Input]
		for _, i := range slices.Concat(before.Requirements, before.Controls) {
			verdicts = append(verdicts, external(t, i.Key, aims.Conforms, isms))
		}
		own, err := set.With(verdicts...)
		if err != nil {
			t.Fatal(err)
		}
		after, err := rules.Evaluate(v, aims.MustDate("2026-06-30"), own)
		if err != nil {
			t.Fatal(err)
		}
		later := slices.Concat(after.Requirements, after.Controls)
		for n, i := range slices.Concat(before.Requirements, before.Controls) {
			want := i.Verdict
			if want == aims.CannotTell && !i.Excluded {
				want = aims.Conforms
			}
			if later[n].Verdict != want || later[n].Excluded != i.Excluded {
				t.Errorf("%s: %s before, %s beside", i.Key, i.Verdict, later[n].Verdict)
			}
		}
	}
}
