package rules

import (
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// These tests look inside: how findings join is the arithmetic under every
// rule.

func drawFinding(t *rapid.T) finding {
	return finding{
		verdict:      rapid.SampledFrom([]aims.Verdict{aims.CannotTell, aims.MajorGap, aims.MinorGap, aims.Conforms}).Draw(t, "verdict"),
		code:         aims.Code(rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "code")),
		refs:         []aims.Ref{{Kind: "k", ID: rapid.SampledFrom([]string{"1", "2", "3"}).Draw(t, "ref")}},
		until:        aims.Date(rapid.IntRange(0, 3).Draw(t, "until")),
		notExercised: rapid.Bool().Draw(t, "exercised"),
	}
}

func drawFindings(t *rapid.T) []finding {
	return rapid.SliceOfN(rapid.Custom(drawFinding), 1, 6).Draw(t, "findings")
}

func verdictsOf(list []finding) []aims.Verdict {
	var v []aims.Verdict
	for _, f := range list {
		v = append(v, f.verdict)
	}
	return v
}

// TestAndIsTheWorstPart: a failure beats the unknown, the unknown beats
// conformity, and the result rests on the parts that make it so.
func TestAndIsTheWorstPart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawFindings(t)
		want := aims.Conforms
		for _, v := range []aims.Verdict{aims.CannotTell, aims.MinorGap, aims.MajorGap} {
			if slices.Contains(verdictsOf(list), v) {
				want = v
			}
		}
		got := and(list...)
		if got.verdict != want {
			t.Fatalf("got %s, want %s of %v", got.verdict, want, verdictsOf(list))
		}
		var refs []aims.Ref
		until := aims.Date(0)
		codes := map[aims.Code]bool{}
		for _, f := range list {
			if f.verdict == want {
				refs = append(refs, f.refs...)
				codes[f.code] = true
				if f.until != 0 && (until == 0 || f.until < until) {
					until = f.until
				}
			}
		}
		sorted := func(refs []aims.Ref) []aims.Ref {
			refs = slices.Clone(refs)
			slices.SortFunc(refs, aims.Ref.Compare)
			return slices.Compact(refs)
		}
		if diff := cmp.Diff(sorted(refs), sorted(got.refs)); diff != "" {
			t.Fatalf("refs (-want +got)\n%s", diff)
		}
		if got.until != until || !codes[got.code] {
			t.Fatalf("until %d, want %d; code %s", got.until, until, got.code)
		}
	})
}

// TestEachSoftensSingleFailures: of a set, only if nothing is shown at all is
// the whole not shown.
func TestEachSoftensSingleFailures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawFindings(t)
		v := verdictsOf(list)
		all := !slices.ContainsFunc(v, func(v aims.Verdict) bool { return v != aims.MajorGap })
		want := aims.Conforms
		switch {
		case all:
			want = aims.MajorGap
		case slices.Contains(v, aims.MajorGap) || slices.Contains(v, aims.MinorGap):
			want = aims.MinorGap
		case slices.Contains(v, aims.CannotTell):
			want = aims.CannotTell
		}
		before := slices.Clone(v)
		if got := each(list); got.verdict != want {
			t.Fatalf("got %s, want %s of %v", got.verdict, want, v)
		}
		if !slices.Equal(before, verdictsOf(list)) {
			t.Fatal("the members were changed")
		}
	})
}

// TestBestIsTheBestCandidate: the best one counts, and of equals the one that
// lasts longest.
func TestBestIsTheBestCandidate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawFindings(t)
		got := best(list...)
		for _, f := range list {
			if rank(f) > rank(got) {
				t.Fatalf("%s is better than %s", f.verdict, got.verdict)
			}
			if rank(f) == rank(got) && lasts(f.until, got.until) {
				t.Fatalf("%d lasts longer than %d", f.until, got.until)
			}
		}
	})
	if got := best(); got.code != "" {
		t.Errorf("best of nothing is %v", got)
	}
}

func TestNotExercisedOnlyWhenNothingWas(t *testing.T) {
	ref := aims.Ref{Kind: "k", ID: "1"}
	for _, c := range []struct {
		name string
		got  finding
		want bool
	}{
		{"alone", and(notExercised(ref)), true},
		{"with something shown", and(notExercised(ref), shown(ref)), false},
		{"after something shown", and(shown(ref), notExercised(ref)), false},
		{"twice", and(notExercised(ref), notExercised(ref)), true},
	} {
		if c.got.notExercised != c.want || c.got.verdict != aims.Conforms {
			t.Errorf("%s: %+v", c.name, c.got)
		}
	}
}

func TestObservationIsSorted(t *testing.T) {
	a, b := aims.Ref{Kind: "a", ID: "1"}, aims.Ref{Kind: "b", ID: "1"}
	o := partly(Overdue, []aims.Ref{b, a, b}, "what", "the review", "due", "2026-01-01").observation("rules/x", aims.ClauseKey("5.2"))
	if diff := cmp.Diff([]aims.Ref{a, b}, o.Refs); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got, want := o.Sentence(), "the review was due on 2026-01-01"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
