package controls_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// The order of the catalogue is the order of the ids, and it is total.
func TestOrderIsTotal(t *testing.T) {
	all := slices.Collect(controls.Edition2023().All())
	rapid.Check(t, func(t *rapid.T) {
		place := func(name string) int { return rapid.IntRange(0, len(all)-1).Draw(t, name) }
		i, j := place("i"), place("j")
		a, b := all[i], all[j]
		if got := a.ID().Compare(b.ID()); got != cmp.Compare(i, j) {
			t.Fatalf("%s against %s: %d, but they stand at %d and %d", a.ID(), b.ID(), got, i, j)
		}
		if got := a.Key.Compare(b.Key); got != cmp.Compare(i, j) {
			t.Fatalf("%s against %s: %d, but they stand at %d and %d", a.Key, b.Key, got, i, j)
		}
		shuffled := rapid.Permutation(all).Draw(t, "shuffled")
		slices.SortFunc(shuffled, func(a, b controls.Control) int { return a.ID().Compare(b.ID()) })
		if !slices.Equal(shuffled, all) {
			t.Fatal("sorting the controls gives another order")
		}
	})
}

// Whatever own controls are added, in whatever order and however often, each
// control is found by its key and stands in its place.
func TestOwnControlsAreFound(t *testing.T) {
	key := rapid.Custom(func(t *rapid.T) aims.Key {
		return aims.Key{
			Framework: rapid.SampledFrom([]string{"own", "iso27001", "nist-ai-rmf", "z"}).Draw(t, "framework"),
			ID:        rapid.StringMatching(`[A-C][-.]([1-9]|1[0-9])(\.[1-3])?`).Draw(t, "id"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOfNDistinct(key, 0, 12, func(k aims.Key) aims.Key { return k }).Draw(t, "keys")
		once := controls.Edition2023()
		inTurn := once
		var own []controls.Custom
		for _, k := range keys {
			c := custom(k.String())
			own = append(own, c)
			var err error
			if inTurn, err = inTurn.With(c); err != nil {
				t.Fatal(err)
			}
		}
		once, err := once.With(own...)
		if err != nil {
			t.Fatal(err)
		}
		order := func(c controls.Catalogue) (keys []aims.Key) {
			for ctl := range c.All() {
				keys = append(keys, ctl.Key)
				if got, ok := c.LookupKey(ctl.Key); !ok || got != ctl {
					t.Fatalf("LookupKey(%s) = %v, %v", ctl.Key, got, ok)
				}
			}
			return keys
		}
		got := order(once)
		if !slices.Equal(got, order(inTurn)) {
			t.Fatal("adding one by one gives another order")
		}
		if len(got) != 38+len(keys) || !slices.IsSortedFunc(got[38:], aims.Key.Compare) {
			t.Fatalf("%v: want Annex A and the own controls in order", got)
		}
	})
}

// Neither case nor white space matters in a name.
func TestAliasesFold(t *testing.T) {
	c := controls.Edition2023()
	var names []string
	for ctl := range c.All() {
		names = append(names, ctl.Title)
	}
	for _, table := range [](func(func(controls.Alias) bool)){controls.Variants(), controls.Themes(), controls.Domains()} {
		for a := range table {
			names = append(names, a.Name)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(names).Draw(t, "name")
		space := rapid.StringMatching(`[ \t\n\x{a0}]{1,3}`)
		changed := space.Draw(t, "before")
		for i, w := range strings.Fields(name) {
			if i > 0 {
				changed += space.Draw(t, "between")
			}
			if rapid.Bool().Draw(t, "upper") {
				w = strings.ToUpper(w)
			}
			changed += w
		}
		want, got := c.Aliases(name), c.Aliases(changed)
		if len(want) == 0 || !slices.EqualFunc(want, got, func(a, b controls.Alias) bool {
			return a.Source == b.Source && slices.Equal(a.Controls, b.Controls)
		}) {
			t.Fatalf("%q stands for %v, %q for %v", name, want, changed, got)
		}
	})
}

// One rune changed, dropped or added makes another control's id or is
// refused with a control near by; a wrong id is never taken for the right one.
func TestMutatedIdsAreRefused(t *testing.T) {
	c := controls.Edition2023()
	all := slices.Collect(c.All())
	rapid.Check(t, func(t *rapid.T) {
		id := []rune(rapid.SampledFrom(all).Draw(t, "control").Key.ID)
		i := rapid.IntRange(0, len(id)-1).Draw(t, "at")
		r := rapid.OneOf(rapid.Rune(), rapid.RuneFrom([]rune("0123456789. -_aA/"))).Draw(t, "rune")
		switch rapid.SampledFrom([]string{"change", "drop", "add"}).Draw(t, "how") {
		case "change":
			id[i] = r
		case "drop":
			id = slices.Delete(id, i, i+1)
		case "add":
			id = slices.Insert(id, i, r)
		}
		checkResolve(t, c, string(id))
	})
}
