package controls_test

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/controls"
)

// drawFacts draws a statement and everything that its rules look at.
func drawFacts(t *rapid.T, s controls.Statement, c controls.Catalogue) controls.Facts {
	f, err := controls.NewFacts(s, aims.MustDate(gen.At), c)
	if err != nil {
		t.Fatal(err)
	}
	keys := gen.Keys(c)
	for range rapid.IntRange(0, 3).Draw(t, "uses") {
		f.Uses = append(f.Uses, controls.Use{
			Control: rapid.SampledFrom(keys).Draw(t, "used"),
			By:      aims.Ref{Kind: "risk-treatment", ID: rapid.SampledFrom([]string{"t-1", "t-2"}).Draw(t, "by")},
			Systems: rapid.SampledFrom([][]aims.SystemID{nil, {"s-0"}, {"s-9"}}).Draw(t, "for"),
		})
	}
	f.Roles = rapid.SampledFrom([][]aims.Role{nil, {aims.RoleUser}, {aims.RoleDeveloper}, {aims.RoleProvider}}).Draw(t, "roles")
	if rapid.Bool().Draw(t, "towards") {
		towards := rapid.SampledFrom([][]aims.Role{nil, {aims.RoleUser}, {aims.RoleDeveloper}}).Draw(t, "roles towards systems")
		f.RolesTowards = func(id aims.SystemID) []aims.Role {
			if id == "s-0" {
				return towards
			}
			return nil
		}
	}
	if rapid.Bool().Draw(t, "evidence") {
		var listed []aims.Key
		for _, r := range s.Rows {
			listed = append(listed, r.Control)
		}
		if len(listed) == 0 {
			listed = keys
		}
		f.Evidence = gen.EvidenceFor(listed).Draw(t, "items").Lookup
	}
	if rapid.Bool().Draw(t, "before") {
		before := s
		before.Decisions = s.Decisions[:len(s.Decisions)/2]
		f.Previous = &before
	}
	return f
}

func check(f controls.Facts) []aims.Observation { return controls.Check(f, controls.Rules()) }

func drawStatement(t *rapid.T, name string) controls.Statement {
	return gen.Statement(gen.Catalogue(3), 6).Draw(t, name)
}

func TestStatement_roundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := drawStatement(t, "statement")
		if err := want.Validate(); err != nil {
			t.Fatal(err)
		}
		data, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got controls.Statement
		if _, err := aims.Decode(data, &got, aims.DecodeOptions{}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	})
}

// Progress and bookkeeping do not void an approval; a decision does.
func TestStatement_digestOfContent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawStatement(t, "statement")
		digest := digestOf(t, s)
		w := s
		w.Recorded, w.Approvals, w.Decisions, w.Ext = 0, nil, nil, map[string]string{"a": "b"}
		w.Rows = rapid.Permutation(s.Rows).Draw(t, "order")
		for i := range w.Rows {
			r := &w.Rows[i]
			r.Status, r.Since, r.Owner, r.Due, r.Evidence, r.Note = controls.Planned, 7, "p-other", 9, []aims.EvidenceID{"e-9"}, "note"
		}
		if digestOf(t, w) != digest {
			t.Fatal("what happens to a row changes the digest of the content")
		}
		if len(s.Rows) == 0 {
			return
		}
		i := rapid.IntRange(0, len(s.Rows)-1).Draw(t, "row")
		c := s
		c.Rows = slices.Clone(s.Rows)
		c.Rows[i].Reasons = append(slices.Clone(c.Rows[i].Reasons), controls.Reason{Kind: controls.Legal})
		if digestOf(t, c) == digest {
			t.Fatal("another reason leaves the digest of the content as it is")
		}
	})
}

func digestOf(t *rapid.T, s controls.Statement) aims.Digest {
	d, err := aims.DigestOf(s.Content())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A statement is complete exactly when every control of the catalogue has a
// decided row: said again, slowly.
func TestCompleteness_oracle(t *testing.T) {
	catalogue := gen.Catalogue(2)
	sound, _ := gen.Sound(catalogue)
	rapid.Check(t, func(t *rapid.T) {
		s := sound
		s.Rows = rapid.Permutation(sound.Rows).Draw(t, "order")
		for range rapid.IntRange(0, 2).Draw(t, "undecided") {
			s.Rows[rapid.IntRange(0, len(s.Rows)-1).Draw(t, "row")].Applicability = controls.Undecided
		}
		s.Rows = s.Rows[rapid.IntRange(0, 2).Draw(t, "dropped"):]
		missing, undecided := controls.Completeness(s, catalogue)
		var wantMissing, wantUndecided []aims.Key
		for _, key := range gen.Keys(catalogue) {
			listed, decided := false, false
			for _, r := range s.Rows {
				if r.Control == key {
					listed, decided = true, r.Applicability != controls.Undecided
				}
			}
			if !listed {
				wantMissing = append(wantMissing, key)
			} else if !decided {
				wantUndecided = append(wantUndecided, key)
			}
		}
		if !slices.Equal(missing, wantMissing) || !slices.Equal(undecided, wantUndecided) {
			t.Fatalf("missing %v, want %v; undecided %v, want %v", missing, wantMissing, undecided, wantUndecided)
		}
		f, err := controls.NewFacts(s, aims.MustDate(gen.At), catalogue)
		if err != nil {
			t.Fatal(err)
		}
		count := map[aims.Code]int{}
		for _, o := range check(f) {
			count[o.Code]++
		}
		if count[controls.RowMissing] != len(missing) || count[controls.RowUndecided] != len(undecided) {
			t.Fatalf("the rules observe %v", count)
		}
	})
}

func TestDiff_laws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawStatement(t, "a"), drawStatement(t, "b")
		if rapid.Bool().Draw(t, "related") { // else hardly a row would be in both
			b.Rows = rapid.Permutation(slices.Concat(b.Rows, without(a.Rows, b.Rows))).Draw(t, "order")
			b.Decisions = append(slices.Clone(a.Decisions), b.Decisions...)
		}
		wasA, _ := json.Marshal(a)
		if c := controls.Diff(a, a); !c.Empty() || len(c.List()) != 0 {
			t.Fatalf("Diff(a, a) = %+v", c)
		}
		c := controls.Diff(a, b)
		if c.Empty() != (cmp.Diff(a, b) == "") || c.Empty() != (len(c.List()) == 0) {
			t.Fatalf("Empty() = %t, %d changes listed, and the statements differ by:\n%s", c.Empty(), len(c.List()), cmp.Diff(a, b))
		}
		got, err := c.Apply(a)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(b, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("applied (-want +got):\n%s", diff)
		}
		data, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		var read controls.Changes
		if _, err := aims.Decode(data, &read, aims.DecodeOptions{}); err != nil {
			t.Fatal(err)
		}
		if again, err := read.Apply(a); err != nil || cmp.Diff(b, again, cmpopts.EquateEmpty()) != "" {
			t.Fatalf("changes that went through JSON give another statement, %v", err)
		}
		if isA, _ := json.Marshal(a); string(isA) != string(wasA) {
			t.Fatal("Diff or Apply changed its argument")
		}
		if c.Head != nil || len(c.Rows) > 0 {
			if _, err := c.Apply(b); !errors.Is(err, controls.ErrOtherStatement) {
				t.Fatalf("changes fit a statement that has them already: %v", err)
			}
		}
	})
}

// without returns the rows whose control has none among others.
func without(rows, others []controls.Row) []controls.Row {
	var rest []controls.Row
	for _, r := range rows {
		if !slices.ContainsFunc(others, func(o controls.Row) bool { return o.Control == r.Control }) {
			rest = append(rest, r)
		}
	}
	return rest
}

// The same facts give the same observations in the same order, whatever the
// order of the rows, the uses and the rules.
func TestCheck_order(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := gen.Catalogue(3)
		s := drawStatement(t, "statement")
		f := drawFacts(t, s, c)
		want := check(f)
		if !slices.IsSortedFunc(want, func(a, b aims.Observation) int { return a.Key.Compare(b.Key) }) {
			t.Fatal("observations are not in the order of their controls")
		}
		s.Rows = rapid.Permutation(s.Rows).Draw(t, "order")
		g, err := controls.NewFacts(s, f.At, c)
		if err != nil {
			t.Fatal(err)
		}
		g.Roles, g.RolesTowards, g.Evidence, g.Previous = f.Roles, f.RolesTowards, f.Evidence, f.Previous
		g.Uses = rapid.Permutation(f.Uses).Draw(t, "uses")
		got := controls.Check(g, rapid.Permutation(controls.Rules()).Draw(t, "rules"))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(controls.Positions(f), controls.Positions(g)); diff != "" {
			t.Fatalf("positions (-want +got):\n%s", diff)
		}
		var each []aims.Observation
		for _, r := range controls.Rules() {
			for o := range r.Check(f) {
				each = append(each, o)
			}
		}
		if len(each) != len(want) {
			t.Fatalf("rules by themselves observe %d things, together %d", len(each), len(want))
		}
	})
}

// Accepted and fresh evidence, added to a control that applies, takes
// weaknesses away and never adds one, nor does it lower a state. Evidence on
// an excluded control is a contradiction, and rejected evidence a weakness;
// both are left out here.
func TestCheck_moreEvidence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := gen.Catalogue(3)
		s := drawStatement(t, "statement")
		f := drawFacts(t, s, c)
		if f.Evidence == nil {
			f.Evidence = gen.Evidence{}.Lookup
		}
		before, beforeAt := weaknesses(f), controls.Positions(f)
		more := s
		more.Rows = slices.Clone(s.Rows)
		known := f.Evidence
		added := gen.Evidence{}
		for i := range more.Rows {
			if r := &more.Rows[i]; r.Applicability == controls.Applicable && rapid.Bool().Draw(t, "more") {
				e := gen.Accepted(r.Control)
				e.ID = aims.EvidenceID("new-" + r.Control.ID)
				e.Collected, e.Expires = f.At, 0
				added[e.ID] = e
				r.Evidence = append(slices.Clone(r.Evidence), e.ID)
			}
		}
		g, err := controls.NewFacts(more, f.At, c)
		if err != nil {
			t.Fatal(err)
		}
		g.Uses, g.Roles, g.RolesTowards, g.Previous = f.Uses, f.Roles, f.RolesTowards, f.Previous
		g.Evidence = func(id aims.EvidenceID) (aims.Evidence, bool) {
			if e, ok := added[id]; ok {
				return e, true
			}
			return known(id)
		}
		after := weaknesses(g)
		for w := range after {
			if !before[w] {
				t.Fatalf("more evidence adds %v", w)
			}
		}
		for i, p := range controls.Positions(g) {
			was := beforeAt[i].State
			if p.State != was && !(p.State == controls.StateProven || p.State == controls.StatePartlyProven) {
				t.Fatalf("more evidence makes %s of %s", p.State, was)
			}
		}
	})
}

type weakness struct {
	Code aims.Code
	Key  aims.Key
}

func weaknesses(f controls.Facts) map[weakness]bool {
	found := map[weakness]bool{}
	for _, o := range check(f) {
		found[weakness{o.Code, o.Key}] = true
	}
	return found
}

// Presence alone proves nothing: take away or let expire any item that a
// proven control rests on, and it is proven no longer.
func TestPositions_restOnEvidence(t *testing.T) {
	c := gen.Catalogue(2)
	s, evidence := gen.Sound(c)
	f, err := controls.NewFacts(s, aims.MustDate(gen.At), c)
	if err != nil {
		t.Fatal(err)
	}
	for _, spoil := range []struct {
		name string
		do   func(gen.Evidence, aims.EvidenceID)
	}{
		{"deleted", func(all gen.Evidence, id aims.EvidenceID) { delete(all, id) }},
		{"expired", func(all gen.Evidence, id aims.EvidenceID) { e := all[id]; e.Expires = f.At - 1; all[id] = e }},
		{"not judged", func(all gen.Evidence, id aims.EvidenceID) { e := all[id]; e.Judgments = nil; all[id] = e }},
	} {
		for _, r := range s.Rows {
			if r.Status != controls.Implemented {
				continue
			}
			spoilt := maps.Clone(evidence)
			spoil.do(spoilt, r.Evidence[0])
			f.Evidence = spoilt.Lookup
			for _, p := range controls.Positions(f) {
				if p.Control == r.Control && p.State != controls.StateClaimed {
					t.Errorf("%s, its evidence %s: %s", r.Control, spoil.name, p.State)
				}
			}
		}
	}
}
