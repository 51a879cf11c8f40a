package aims_test

import (
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
)

func TestValidID(t *testing.T) {
	for _, id := range []string{"a", "7", "p-1", "A.b_c-9", "UPPER", "a--b", "a..b", strings.Repeat("x", aims.MaxID)} {
		if !aims.ValidID(id) {
			t.Errorf("%q is refused", id)
		}
	}
	for _, id := range []string{
		"", "-a", "a-", ".a", "a.", "_a", "a_", "a b", "a/b", "é", "a\n", "a\x00b", " a", "ａ",
		strings.Repeat("x", aims.MaxID+1),
	} {
		if aims.ValidID(id) {
			t.Errorf("%q is accepted", id)
		}
	}
}

func TestIDFrom(t *testing.T) {
	for _, keep := range []string{"p-1", "row.42", "h", "H-9"} {
		if got := aims.IDFrom[aims.PolicyID](keep); got != aims.PolicyID(keep) {
			t.Errorf("IDFrom(%q) = %q, want it as it is", keep, got)
		}
	}
	// What cannot stand as it is becomes a made id.
	for _, parts := range [][]string{nil, {""}, {"a b"}, {"h-1"}, {"a", "bc"}, {"ab", "c"}, {"abc", ""}, {"", "abc"}, {strings.Repeat("x", 65)}} {
		got := aims.IDFrom[aims.SystemID](parts...)
		if !aims.ValidID(string(got)) || !strings.HasPrefix(string(got), "h-") || len(got) != 28 {
			t.Errorf("IDFrom(%q) = %q", parts, got)
		}
	}
	// The ids of imports that were made once must come out again for ever.
	for _, tt := range []struct {
		want  aims.SystemID
		parts []string
	}{
		{"h-kmiklb4ipanlexk227b7qubvqi", []string{"a", "bc"}},
		{"h-imh3dnfmimyw5sub7kzhugjqvm", []string{"ab", "c"}},
		{"h-4oymiquy7qobjgx36tejs35zeq", nil},
	} {
		if got := aims.IDFrom[aims.SystemID](tt.parts...); got != tt.want {
			t.Errorf("IDFrom(%q) = %q, was %q", tt.parts, got, tt.want)
		}
	}
}
