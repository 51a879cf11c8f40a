package readiness_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"pgregory.net/rapid"
)

func meter(t interface{ Fatal(...any) }, kinds []aims.Kind) readiness.Meter {
	m, err := readiness.MappingMeter(kinds, rules.Default(), readiness.Default())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

type encoded struct {
	kind aims.Kind
	data []byte
}

// allApply is the conforming system with the controls applied that it excludes.
func allApply() audit.Snapshot {
	s := gen.Conforming()
	rows := s.Statements[0].Rows
	proof := slices.IndexFunc(s.Evidence, func(e aims.Evidence) bool { return e.ID == rows[0].Evidence[0] })
	for i := range rows {
		if rows[i].Applicability == controls.Excluded {
			key, judgment := rows[i].Control, s.Evidence[proof].Judgments[0]
			rows[i] = rows[0]
			rows[i].Control, judgment.For = key, key
			s.Evidence[proof].Judgments = append(s.Evidence[proof].Judgments, judgment)
		}
	}
	gen.Approve(&s)
	return s
}

var appliedRecords = sync.OnceValue(func() []encoded {
	var list []encoded
	for r := range allApply().All() {
		list = append(list, encoded{r.Ref().Kind, []byte(written(nil, r))})
	}
	return list
})

// reduced is the system in which all controls apply, with the records of some
// kinds only.
func reduced(t interface{ Fatal(...any) }, kinds []aims.Kind) readiness.Report {
	var out audit.Snapshot
	out.Format, out.Taken, out.Supplied = aims.Format, at, kinds
	for _, r := range appliedRecords() {
		if slices.Contains(kinds, r.kind) {
			if _, _, err := out.Add(r.kind, r.data, aims.DecodeOptions{}); err != nil {
				t.Fatal(err)
			}
		}
	}
	return assessedFrom(t, basisFrom(t, out, audit.Options{}))
}

// TestMappingMeter_oracle evaluates a conforming system with only some kinds
// supplied, for real: what is provable conforms, and what is ruled out does
// not. It excludes no control, as the meter takes none to be excluded.
func TestMappingMeter_oracle(t *testing.T) {
	t.Parallel()
	whole := reduced(t, audit.Kinds())
	if whole.Total.Earned != whole.Total.Total || slices.ContainsFunc(whole.Items, func(i readiness.Item) bool { return i.Excluded }) {
		t.Fatalf("the whole does not conform: %+v, %+v", whole.Total, whole.Gaps)
	}
	rapid.Check(t, func(t *rapid.T) {
		draw := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "kinds"), 0))
		one := rapid.IntRange(2, 16).Draw(t, "missing is one of")
		kinds := slices.DeleteFunc(audit.Kinds(), func(aims.Kind) bool { return draw.IntN(one) == 0 })
		m, r := meter(t, kinds), reduced(t, kinds)
		for i, of := range m.Items {
			item := r.Items[i]
			if item.Key != of.Key {
				t.Fatalf("%s stands where %s is", of.Key, item.Key)
			}
			switch conforms := item.Verdict == aims.Conforms; {
			case of.Proof == readiness.Provable && !conforms:
				t.Fatalf("%s is provable from %v, and %s", of.Key, kinds, item.Verdict)
			case of.Open && conforms:
				t.Fatalf("%s is ruled out by %v, and conforms", of.Key, kinds)
			case of.Proof == readiness.NotProvable && (!of.Open || of.Provable > 0):
				t.Fatalf("%s is not provable from %v: %+v", of.Key, kinds, of)
			}
		}
	})
}

// TestMappingMeter_monotone: another kind never takes anything away.
func TestMappingMeter_monotone(t *testing.T) {
	t.Parallel()
	draw := rand.New(rand.NewPCG(1, 2))
	kinds := audit.Kinds()
	draw.Shuffle(len(kinds), func(i, j int) { kinds[i], kinds[j] = kinds[j], kinds[i] })
	before := meter(t, nil)
	for n := range kinds {
		now := meter(t, kinds[:n+1])
		adds := 0
		for i := range now.Items {
			if now.Items[i].Proof < before.Items[i].Proof || now.Items[i].Provable < before.Items[i].Provable || now.Items[i].Open && !before.Items[i].Open {
				t.Errorf("%s: %+v, without %s %+v", now.Items[i].Key, now.Items[i], kinds[n], before.Items[i])
			}
			if now.Items[i].Proof == readiness.Provable && before.Items[i].Proof != readiness.Provable {
				adds++
			}
		}
		promised := 0
		for _, next := range before.Next {
			if next.Kind == kinds[n] {
				promised = next.Adds
			}
		}
		if adds != promised {
			t.Errorf("%s adds %d, promised were %d", kinds[n], adds, promised)
		}
		before = now
	}
}

func TestMappingMeter(t *testing.T) {
	none, all := meter(t, nil), meter(t, audit.Kinds())
	for _, b := range []readiness.Bounds{all.Sure, all.Most} {
		if b.Score().String() != "1" || len(all.Next) != 0 {
			t.Errorf("all kinds reach %s; next %v", b.Score(), all.Next)
		}
	}
	if b := none.Sure; b.Earned != 0 || b.Upper().String() != "1" || len(none.Next) == 0 {
		t.Errorf("no kinds reach %+v", b)
	}
	for _, of := range all.Items {
		if of.Proof != readiness.Provable || of.Provable != of.Points || of.Points == 0 || of.Open || of.Missing != nil {
			t.Errorf("all kinds: %+v", of)
		}
	}
	lacking := rules.Default()
	lacking.Rules = slices.DeleteFunc(lacking.Rules, func(r aims.Rule[*rules.Input]) bool { return r.Key == aims.PointKey("4.1/a") })
	m, err := readiness.MappingMeter(audit.Kinds(), lacking, readiness.Default())
	if err != nil || m.Items[0].Proof != readiness.PartlyProvable || !m.Items[0].Open || m.Items[0].Provable != m.Items[0].Points-1 {
		t.Errorf("a point without a rule: %v %+v", err, m.Items[0])
	}
}

func TestMappingMeter_refusals(t *testing.T) {
	for _, c := range []struct {
		desc  string
		kinds []aims.Kind
		model readiness.Model
		path  string
	}{
		{"a kind that nobody knows", []aims.Kind{aims.KindPolicy, "planet"}, readiness.Default(), "/kinds/1"},
		{"a kind twice", []aims.Kind{aims.KindPolicy, aims.KindPolicy}, readiness.Default(), "/kinds/1"},
		{"a model without a name", nil, func() readiness.Model { m := readiness.Default(); m.Name = ""; return m }(), "/model/name"},
	} {
		_, err := readiness.MappingMeter(c.kinds, rules.Default(), c.model)
		if p := aims.Problems(err); len(p) != 1 || p[0].Path != c.path {
			t.Errorf("%s: %v", c.desc, err)
		}
	}
	if _, err := readiness.MappingMeter(nil, rules.Set{}, readiness.Default()); err == nil {
		t.Error("a meter without rules")
	}
	for p := readiness.NotProvable; p.Known(); p++ {
		text, err := p.MarshalText()
		var back readiness.Provability
		if err != nil || back.UnmarshalText(text) != nil || back != p {
			t.Errorf("%s does not round-trip", p)
		}
	}
	if new(readiness.Provability).UnmarshalText([]byte("maybe")) == nil {
		t.Error("an unknown word was read")
	}
}

// Before anything is mapped: what policies and people can prove, and what to
// map next.
func ExampleMappingMeter() {
	m, err := readiness.MappingMeter([]aims.Kind{aims.KindPolicy, aims.KindPerson}, rules.Default(), readiness.Default())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("surely", m.Sure.Score(), "and never more than", m.Most.Score())
	for _, i := range m.Items {
		if i.Proof > readiness.NotProvable {
			fmt.Println(i.Key, i.Proof, i.Provable, "of", i.Points, "points")
		}
	}
	fmt.Println("next:", m.Next[0].Kind)
	// Output:
	// surely 0 and never more than 0.0375
	// iso42001/5.1 partly-provable 0 of 8 points
	// iso42001/5.2 partly-provable 7 of 9 points
	// iso42001/6.3 partly-provable 0 of 2 points
	// iso42001/10.2 partly-provable 0 of 9 points
	// next: document
}
