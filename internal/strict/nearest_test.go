package strict_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/internal/strict"
)

// suggestion returns the member's name that a problem suggests for word, given these names.
func suggestion(t rapid.TB, word string, names ...string) string {
	t.Helper()
	var fields []reflect.StructField
	for i, name := range names {
		tag := reflect.StructTag(fmt.Sprintf(`json:"%s"`, name))
		fields = append(fields, reflect.StructField{Name: fmt.Sprint("F", i), Type: reflect.TypeFor[int](), Tag: tag})
	}
	input := fmt.Appendf(nil, `{%q:1}`, word)
	r := strict.Decode(input, reflect.New(reflect.StructOf(fields)).Interface(), strict.Options{})
	if len(r.Problems) != 1 || r.Problems[0].Code != strict.CodeUnknownMember {
		t.Fatalf("%s among %v: %v", word, names, r.Problems)
	}
	return r.Problems[0].Args["nearest"]
}

func TestNearest(t *testing.T) {
	long := strings.Repeat("n", 64)
	for _, test := range []struct {
		word  string
		names []string
		want  string
	}{
		{"ownr", []string{"id", "owner"}, "owner"},           // one more
		{"ownerr", []string{"id", "owner"}, "owner"},         // one less
		{"ownet", []string{"id", "owner"}, "owner"},          // one changed
		{"onwer", []string{"id", "owner"}, "owner"},          // two swapped
		{"OWNR", []string{"id", "owner"}, "owner"},           // case does not count
		{"owned", []string{"owner", "owned2"}, "owner"},      // the first among equals
		{"x", []string{"y"}, "y"},                            // one letter may always differ
		{"ab", []string{"cd"}, ""},                           // but not two of two
		{"abcdef", []string{"abcdxy"}, "abcdxy"},             // two of six
		{"abcdef", []string{"abcxyz"}, ""},                   // not three
		{"abcdefghi", []string{"abcdefxyz"}, "abcdefxyz"},    // three of nine
		{"abcdefghijkl", []string{"abcdefghwxyz"}, ""},       // never four
		{"evidence", []string{"id", "title", "on"}, ""},      // nothing like it
		{long[1:], []string{long}, long},                     // 64 bytes are looked at
		{long[1:] + "x", []string{long}, long},               //
		{long + "x", []string{long}, ""},                     // 65 are not
		{long[1:], []string{long + "n", long[2:]}, long[2:]}, // nor as a name
	} {
		if got := suggestion(t, test.word, test.names...); got != test.want {
			t.Errorf("%s among %v: %q, want %q", test.word, test.names, got, test.want)
		}
	}
}

// edits is the same distance as its definition has it.
func edits(a, b string) int {
	switch {
	case a == "" || b == "":
		return len(a) + len(b)
	case a[0] == b[0]:
		return edits(a[1:], b[1:])
	}
	least := 1 + min(edits(a[1:], b), edits(a, b[1:]), edits(a[1:], b[1:]))
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		least = min(least, 1+edits(a[2:], b[2:]))
	}
	return least
}

func TestProp_nearest(t *testing.T) {
	name := rapid.StringOfN(rapid.SampledFrom([]rune("abc")), 1, 7, -1)
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfNDistinct(name, 1, 4, rapid.ID).Draw(t, "names")
		word := name.Filter(func(s string) bool {
			for _, n := range names {
				if n == s {
					return false
				}
			}
			return true
		}).Draw(t, "word")
		want, least := "", min(3, max(1, len(word)/3))+1
		for _, n := range names {
			if d := edits(word, n); d < least {
				want, least = n, d
			}
		}
		if got := suggestion(t, word, names...); got != want {
			t.Fatalf("%s among %v: %q, want %q", word, names, got, want)
		}
	})
}
