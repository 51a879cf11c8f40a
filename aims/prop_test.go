package aims_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aimskit/aimskit/aims"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// codeLike draws texts that look like codes and often are none.
var codeLike = rapid.OneOf(
	rapid.StringMatching(`[1-9][0-9]?(\.[1-9][0-9]?){0,3}(/[a-z])?`),
	rapid.StringMatching(`A(\.[1-9][0-9]?){1,3}`),
	rapid.StringOfN(rapid.RuneFrom([]rune("0129./aAC")), 0, 8, -1),
)

// totalOrder checks three values: equal only to themselves, one way round, and
// no circle.
func totalOrder[T comparable](t *rapid.T, compare func(T, T) int, a, b, c T) {
	if compare(a, a) != 0 {
		t.Fatalf("%v is not equal to itself", a)
	}
	if (compare(a, b) == 0) != (a == b) {
		t.Fatalf("%v and %v compare as %d", a, b, compare(a, b))
	}
	if compare(a, b) != -compare(b, a) {
		t.Fatalf("%v and %v: %d one way, %d the other", a, b, compare(a, b), compare(b, a))
	}
	if compare(a, b) < 0 && compare(b, c) < 0 && compare(a, c) >= 0 {
		t.Fatalf("%v < %v < %v, but the first and the last compare as %d", a, b, c, compare(a, c))
	}
}

func TestPropOrdersAreTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := codeLike.Draw(t, "a"), codeLike.Draw(t, "b"), codeLike.Draw(t, "c")
		totalOrder(t, aims.Clause.Compare, aims.Clause(a), aims.Clause(b), aims.Clause(c))
		totalOrder(t, aims.ControlID.Compare, aims.ControlID(a), aims.ControlID(b), aims.ControlID(c))
		totalOrder(t, aims.AnnexC.Compare, aims.AnnexC(a), aims.AnnexC(b), aims.AnnexC(c))
		totalOrder(t, aims.PointID.Compare, aims.PointID(a), aims.PointID(b), aims.PointID(c))
		framework := rapid.SampledFrom([]string{"iso42001", "own", ""})
		key := func(id, label string) aims.Key { return aims.Key{Framework: framework.Draw(t, label), ID: id} }
		totalOrder(t, aims.Key.Compare, key(a, "fa"), key(b, "fb"), key(c, "fc"))
		ref := func(id, label string) aims.Ref { return aims.Ref{Kind: aims.Kind(framework.Draw(t, label)), ID: id} }
		totalOrder(t, aims.Ref.Compare, ref(a, "ka"), ref(b, "kb"), ref(c, "kc"))
	})
}

// padded is the slow way to order well-formed codes: every number with two digits.
func padded(code string) string {
	var out []string
	for _, segment := range strings.Split(code, ".") {
		out = append(out, fmt.Sprintf("%2s", segment))
	}
	return strings.Join(out, ".")
}

func TestPropClauseOrderAgainstPaddedText(t *testing.T) {
	clause := rapid.StringMatching(`[1-9][0-9]?(\.[1-9][0-9]?){0,3}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := clause.Draw(t, "a"), clause.Draw(t, "b")
		if got, want := aims.Clause(a).Compare(aims.Clause(b)), strings.Compare(padded(a), padded(b)); got != want {
			t.Fatalf("%s.Compare(%s) = %d, want %d", a, b, got, want)
		}
		if c, d := aims.Clause(a), aims.Clause(b); c.Contains(d) != (c == d || strings.HasPrefix(b, a+".")) {
			t.Fatalf("%s.Contains(%s) = %v", a, b, c.Contains(d))
		}
	})
}

func TestPropIDFrom(t *testing.T) {
	part := rapid.OneOf(rapid.StringMatching(`[a-c:.h-]{0,4}`), rapid.StringMatching(`h-[a-z2-7]{26}`), rapid.String())
	list := rapid.SliceOfN(part, 0, 4)
	rapid.Check(t, func(t *rapid.T) {
		a, b := list.Draw(t, "a"), list.Draw(t, "b")
		if rapid.Bool().Draw(t, "cut anew") { // the same letters in other parts
			joined := strings.Join(a, "")
			cut := rapid.IntRange(0, len(joined)).Draw(t, "cut")
			b = []string{joined[:cut], joined[cut:]}
		}
		x, y := aims.IDFrom[aims.SystemID](a...), aims.IDFrom[aims.SystemID](b...)
		if (x == y) != slices.Equal(a, b) {
			t.Fatalf("%q gives %q, %q gives %q", a, x, b, y)
		}
		if !aims.ValidID(string(x)) {
			t.Fatalf("%q gives %q, which is no id", a, x)
		}
	})
}

var anyDate = rapid.Custom(func(t *rapid.T) aims.Date {
	return aims.MustDate("0001-01-01").AddDays(rapid.IntRange(0, 3652058).Draw(t, "day"))
})

func TestPropDateAgainstTime(t *testing.T) {
	first, last := aims.MustDate("0001-01-01"), aims.MustDate("9999-12-31")
	clamped := func(t time.Time) string {
		if t.Before(first.Time()) {
			return first.String()
		}
		if t.After(last.Time()) {
			return last.String()
		}
		return t.Format(time.DateOnly)
	}
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate.Draw(t, "date")
		if got, want := d.String(), d.Time().Format(time.DateOnly); got != want {
			t.Fatalf("%d prints as %s, and its time as %s", int(d), got, want)
		}
		if back, err := aims.DateOf(d.Time()); err != nil || back != d {
			t.Fatalf("%s came back as %s, %v", d, back, err)
		}
		days := rapid.IntRange(-4_000_000, 4_000_000).Draw(t, "days")
		if got, want := d.AddDays(days), clamped(d.Time().AddDate(0, 0, days)); got.String() != want {
			t.Fatalf("%s plus %d days = %s, want %s", d, days, got, want)
		}
		// Months the slow way: the month by the time package, then the day
		// taken back until the month has it.
		months := rapid.IntRange(-130_000, 130_000).Draw(t, "months")
		y, m, day := d.Split()
		month := time.Date(y, m, 1, 0, 0, 0, 0, time.UTC).AddDate(0, months, 0)
		want := month.AddDate(0, 0, day-1)
		for want.Month() != month.Month() {
			want = want.AddDate(0, 0, -1)
		}
		if got := d.AddMonths(months); got.String() != clamped(want) {
			t.Fatalf("%s plus %d months = %s, want %s", d, months, got, clamped(want))
		}
		e := anyDate.Draw(t, "other")
		if cmp.Compare(d, e) != d.Time().Compare(e.Time()) {
			t.Fatalf("%s and %s: %d, and as times %d", d, e, cmp.Compare(d, e), d.Time().Compare(e.Time()))
		}
	})
}

func TestPropAmountAgainstDecimal(t *testing.T) {
	number := rapid.StringMatching(`-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,20})?`)
	rapid.Check(t, func(t *rapid.T) {
		s, u := number.Draw(t, "s"), number.Draw(t, "u")
		a, b := aims.MustAmount(s), aims.MustAmount(u)
		want, other := decimal.RequireFromString(s), decimal.RequireFromString(u)
		if v, known := a.Value(); !known || !v.Equal(want) {
			t.Fatalf("%s was read as %s", s, v)
		}
		if order, ok := a.Cmp(b); !ok || order != want.Cmp(other) || a.Equal(b) != (order == 0) {
			t.Fatalf("%s against %s: %d, equal %v", s, u, order, a.Equal(b))
		}
		if sign, ok := a.Sign(); !ok || sign != want.Sign() {
			t.Fatalf("the sign of %s is %d", s, sign)
		}
		// One text for one number.
		if a.Equal(b) != (a.String() == b.String()) {
			t.Fatalf("%s prints as %s, %s as %s", s, a, u, b)
		}
		for _, form := range []string{s, `"` + s + `"`} {
			var back aims.Amount
			if err := json.Unmarshal([]byte(form), &back); err != nil || !back.Equal(a) {
				t.Fatalf("%s was read as %v, %v", form, back, err)
			}
		}
		data, err := json.Marshal(a)
		var back aims.Amount
		if err != nil || json.Unmarshal(data, &back) != nil || !back.Equal(a) {
			t.Fatalf("%s came back from %s as %v, %v", s, data, back, err)
		}
	})
}

// Verdicts of many parts join to the same in any order and any grouping.
func TestPropVerdictAnd(t *testing.T) {
	verdict := rapid.SampledFrom(allVerdicts)
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.SliceOf(verdict).Draw(t, "verdicts")
		want := aims.Conforms
		for _, v := range all {
			want = worst(want, v)
		}
		mixed := rapid.Permutation(all).Draw(t, "mixed")
		cut := rapid.IntRange(0, len(all)).Draw(t, "cut")
		join := func(list []aims.Verdict) aims.Verdict {
			v := aims.Conforms
			for _, w := range list {
				v = v.And(w)
			}
			return v
		}
		if got := join(mixed[:cut]).And(join(mixed[cut:])); got != want {
			t.Fatalf("%v joins to %v, want %v", mixed, got, want)
		}
	})
}

func TestPropDigestOfForgetsOrderAndNothing(t *testing.T) {
	content := rapid.MapOfN(rapid.StringN(0, 5, -1), rapid.OneOf(
		rapid.Just[any](nil), rapid.Just[any]([]any{}), rapid.Just[any](map[string]any{}), rapid.Just[any](""),
		rapid.Map(rapid.String(), func(s string) any { return s }),
		rapid.Map(rapid.IntRange(-1000, 1000), func(n int) any { return n }),
	), 0, 6)
	rapid.Check(t, func(t *rapid.T) {
		m := content.Draw(t, "content")
		digest := func(v any) aims.Digest {
			d, err := aims.DigestOf(v)
			if err != nil {
				t.Fatal(err)
			}
			return d
		}
		want := digest(m)
		// The same members in another order, without those that hold nothing.
		var members []string
		for _, name := range rapid.Permutation(slices.Sorted(maps.Keys(m))).Draw(t, "order") {
			value, err := json.Marshal(m[name])
			if err != nil {
				t.Fatal(err)
			}
			if text := string(value); text != "null" && text != "[]" && text != "{}" {
				key, err := json.Marshal(name)
				if err != nil {
					t.Fatal(err)
				}
				members = append(members, string(key)+" : "+text)
			}
		}
		if got := digest(json.RawMessage("{" + strings.Join(members, " ,\n") + "}")); got != want {
			t.Fatalf("%v: %s written as %v, %s as a map", m, got, members, want)
		}
		// One more member with something in it is another content.
		m["one more member"] = true
		if digest(m) == want {
			t.Fatalf("a new member does not show: %v", m)
		}
	})
}

// standingByDefinition says the same as StandingOf, one sentence at a time.
func standingByDefinition(digest aims.Digest, approvals []aims.Approval, at aims.Date) aims.Standing {
	standing := aims.Unapproved
	for _, a := range approvals {
		seen := a.On != 0 && a.On <= at
		sameContent := digest != "" && a.Digest == digest
		running := a.Until == 0 || at <= a.Until
		if seen && !sameContent {
			standing = max(standing, aims.Voided)
		}
		if seen && sameContent && !running {
			standing = max(standing, aims.Lapsed)
		}
		if seen && sameContent && running {
			standing = max(standing, aims.Approved)
		}
	}
	return standing
}

func TestPropStandingOf(t *testing.T) {
	digest := rapid.SampledFrom([]aims.Digest{"", aims.DigestBytes([]byte("a")), aims.DigestBytes([]byte("b"))})
	day := rapid.Custom(func(t *rapid.T) aims.Date { return aims.Date(rapid.IntRange(0, 5).Draw(t, "day")) })
	approval := rapid.Custom(func(t *rapid.T) aims.Approval {
		return aims.Approval{By: "p", On: day.Draw(t, "on"), Until: day.Draw(t, "until"), Digest: digest.Draw(t, "digest")}
	})
	rapid.Check(t, func(t *rapid.T) {
		d, at := digest.Draw(t, "content"), day.Draw(t, "at")
		approvals := rapid.SliceOfN(approval, 0, 5).Draw(t, "approvals")
		got, by := aims.StandingOf(d, approvals, at)
		if want := standingByDefinition(d, approvals, at); got != want {
			t.Fatalf("%v, want %v", got, want)
		}
		if got == aims.Unapproved {
			return
		}
		// The approval it names has that standing by itself, and no later one has.
		if !slices.Contains(approvals, by) || standingByDefinition(d, []aims.Approval{by}, at) != got {
			t.Fatalf("%v rests on %+v", got, by)
		}
		for _, a := range approvals {
			if standingByDefinition(d, []aims.Approval{a}, at) == got && a.On > by.On {
				t.Fatalf("%+v is later than %+v", a, by)
			}
		}
	})
}

// stateByDefinition says what Evidence.State promises, one sentence at a time.
func stateByDefinition(e aims.Evidence, key aims.Key, at aims.Date) aims.EvidenceState {
	if e.Recorded > at || e.Collected > at {
		return aims.NoEvidence
	}
	// The judgments that count, in the order of their days.
	var counting []aims.Judgment
	for _, j := range e.Judgments {
		about := j.For == key || j.For.Framework == key.Framework && strings.HasPrefix(key.ID, j.For.ID+"/")
		proper := j.Accepted == aims.No || j.Accepted == aims.Yes && e.Owner != "" && j.By != e.Owner
		if about && proper && j.On <= at && j.On >= e.Collected {
			counting = append(counting, j)
		}
	}
	slices.SortStableFunc(counting, func(a, b aims.Judgment) int { return cmp.Compare(a.On, b.On) })
	last := aims.Unknown
	if n := len(counting); n > 0 {
		last = counting[n-1].Accepted
	}
	read := aims.Unknown
	if e.Verified != nil && e.Verified.On <= at && e.Verified.On >= e.Collected {
		read = e.Verified.Supports
	}
	fetched := e.Retrieved != nil && e.Retrieved.On <= at && e.Digest != ""
	if e.Outcome.Against() || read == aims.No || last == aims.No {
		return aims.Rejected
	}
	if fetched && e.Retrieved.Digest != e.Digest {
		return aims.Referenced
	}
	if last == aims.Yes {
		return aims.Accepted
	}
	if read == aims.Yes {
		return aims.Verified
	}
	if fetched {
		return aims.Present
	}
	return aims.Referenced
}

func TestPropEvidenceState(t *testing.T) {
	day := rapid.Custom(func(t *rapid.T) aims.Date { return aims.Date(rapid.IntRange(1, 6).Draw(t, "day")) })
	person := rapid.SampledFrom([]aims.PersonID{"", "owner", "p-1", "p-2"})
	digest := rapid.SampledFrom([]aims.Digest{"", aims.DigestBytes([]byte("a")), aims.DigestBytes([]byte("b"))})
	answer := rapid.SampledFrom([]aims.Answer{aims.Unknown, aims.Yes, aims.Yes, aims.No})
	key := rapid.SampledFrom([]aims.Key{
		aims.ClauseKey("6.1"), aims.ClauseKey("6.1.3"), aims.PointKey("6.1.3/f"), aims.PointKey("6.1.3/g"), aims.ControlKey("A.5.2"),
		{Framework: aims.FrameworkISO27001, ID: "A.5.2"},
	})
	judgment := rapid.Custom(func(t *rapid.T) aims.Judgment {
		return aims.Judgment{For: key.Draw(t, "for"), On: day.Draw(t, "on"), By: person.Draw(t, "by"), Accepted: answer.Draw(t, "accepted")}
	})
	rapid.Check(t, func(t *rapid.T) {
		e := aims.Evidence{
			Collected: day.Draw(t, "collected"), Owner: person.Draw(t, "owner"), Digest: digest.Draw(t, "digest"),
			Judgments: rapid.SliceOfN(judgment, 0, 4).Draw(t, "judgments"),
		}
		if rapid.Bool().Draw(t, "retrieved") {
			e.Retrieved = &aims.Retrieval{On: day.Draw(t, "on"), Digest: digest.Draw(t, "bytes")}
		}
		if rapid.Bool().Draw(t, "verified") {
			e.Verified = &aims.Verification{On: day.Draw(t, "on"), Supports: answer.Draw(t, "supports")}
		}
		if rapid.IntRange(0, 4).Draw(t, "outcome") == 0 {
			e.Outcome = aims.Outcome{Met: answer.Draw(t, "met"), Failed: aims.AmountInt(rapid.Int64Range(0, 1).Draw(t, "failed"))}
		}
		k, at := key.Draw(t, "key"), day.Draw(t, "at")
		got := e.State(k, at, nil)
		if want := stateByDefinition(e, k, at); got != want {
			t.Fatalf("%v, want %v", got, want)
		}
		if got == aims.Accepted && e.State(k, at, func(aims.Judgment) bool { return false }) == aims.Accepted {
			t.Fatal("accepted, though nobody may accept")
		}
	})
}

// The problems of a value come in the same order every time.
func TestPropProblemsInOneOrder(t *testing.T) {
	text := rapid.SampledFrom([]string{"", "x", "a b", "\x00"})
	rapid.Check(t, func(t *rapid.T) {
		p := aims.Policy{
			ID: aims.PolicyID(text.Draw(t, "id")), Title: text.Draw(t, "title"), Version: text.Draw(t, "version"),
			Owner: aims.PersonID(text.Draw(t, "owner")), FitsPurpose: aims.Answer(rapid.IntRange(0, 9).Draw(t, "fits")),
			ReviewBy: aims.Date(rapid.IntRange(-1, 1).Draw(t, "reviewBy")), AvailableAt: text.Draw(t, "at"),
			Approvals: []aims.Approval{{By: aims.PersonID(text.Draw(t, "by"))}},
		}
		first := p.Validate()
		for range 3 {
			again := p.Validate()
			if fmt.Sprint(first) != fmt.Sprint(again) {
				t.Fatalf("first %v\nthen %v", first, again)
			}
		}
		// The paths follow the fields.
		fields := []string{"/id", "/title", "/version", "/owner", "/fitsPurpose", "/availableAt", "/reviewBy", "/approvals"}
		at := 0
		for _, problem := range aims.Problems(first) {
			i := slices.IndexFunc(fields, func(f string) bool { return problem.Path == f || strings.HasPrefix(problem.Path, f+"/") })
			if i < at {
				t.Fatalf("%s comes after %s", problem.Path, fields[at])
			}
			at = i
		}
	})
}
