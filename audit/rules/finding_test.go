package rules

import (
	"slices"
	"strconv"
	"testing"

	"github.com/aimskit/aimskit/aims"
)

// These tests look inside: how findings join is the arithmetic under every
// rule. They go through every list of up to four findings.

// everyList calls check with every list of one to four findings, whose
// verdicts, last days and reasons vary.
func everyList(check func(list []finding)) {
	var grow func(list []finding)
	grow = func(list []finding) {
		if len(list) > 0 {
			check(list)
		}
		if len(list) == 4 {
			return
		}
		for v := aims.CannotTell; v <= aims.Conforms; v++ {
			n := len(list)
			f := finding{verdict: v, code: aims.Code([]string{"a", "b", "c", "d"}[n]), until: aims.Date((n*7 + int(v)*3) % 4)}
			grow(append(slices.Clip(list), f.on(aims.Ref{Kind: "k", ID: strconv.Itoa((n + int(v)) % 3)})))
		}
	}
	grow(nil)
}

func verdictsOf(list []finding) []aims.Verdict {
	var v []aims.Verdict
	for _, f := range list {
		v = append(v, f.verdict)
	}
	return v
}

func listOf(f finding) []aims.Ref { return new(room).sorted(&f.refs) }

// TestAndIsTheWorstPart: a failure beats the unknown, the unknown beats
// conformity, and the result rests on the parts that make it so.
func TestAndIsTheWorstPart(t *testing.T) {
	everyList(func(list []finding) {
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
				refs = append(refs, listOf(f)...)
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
		if !slices.Equal(sorted(refs), sorted(listOf(got))) {
			t.Fatalf("rests on %v, want %v", listOf(got), refs)
		}
		if got.until != until || !codes[got.code] {
			t.Fatalf("until %d, want %d; code %s", got.until, until, got.code)
		}
	})
}

// TestEachSoftensSingleFailures: of a set, only if nothing is shown at all is
// the whole not shown.
func TestEachSoftensSingleFailures(t *testing.T) {
	everyList(func(list []finding) {
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
	everyList(func(list []finding) {
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
	o := partly(Overdue, []aims.Ref{b, a, b}, "what", "the review", "due", "2026-01-01").observation(new(Input), "rules/x", aims.ClauseKey("5.2"))
	if !slices.Equal(o.Refs, []aims.Ref{a, b}) {
		t.Errorf("rests on %v", o.Refs)
	}
	if got, want := o.Sentence(), "the review was due on 2026-01-01"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
