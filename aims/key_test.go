package aims_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/google/go-cmp/cmp"
)

func TestParseKey(t *testing.T) {
	for _, s := range []string{
		"iso42001/6.1.3", "iso42001/A.5.2", "iso42001/6.1.3/f", "iso27001/A.5.2", "own/C-7", "guide/A.4",
		"nist-ai-rmf/GOVERN-1.1", "x/a/b", "own/~!@#",
	} {
		k, err := aims.ParseKey(s)
		if err != nil || k.String() != s {
			t.Errorf("%q: got %q, %v", s, k, err)
		}
	}
	for _, s := range []string{
		"", "/", "iso42001", "iso42001/", "/A.5.2", "ISO42001/A.5.2", "-x/1", "o n/1", "own/a b", "own/é", "own/\x7f",
		"iso42001/A.5.2/f", "iso42001/C.2.1", "iso42001/four", "own/" + strings.Repeat("x", 65), strings.Repeat("x", 33) + "/1",
	} {
		if k, err := aims.ParseKey(s); !errors.Is(err, aims.ErrSyntax) || !k.IsZero() {
			t.Errorf("%q: got %q, %v", s, k, err)
		}
	}
}

func TestKeyNames(t *testing.T) {
	for _, tt := range []struct {
		key     aims.Key
		text    string
		clause  aims.Clause
		control aims.ControlID
	}{
		{aims.ClauseKey("6.1.3"), "iso42001/6.1.3", "6.1.3", ""},
		{aims.PointKey("6.1.3/f"), "iso42001/6.1.3/f", "6.1.3", ""},
		{aims.ControlKey("A.5.2"), "iso42001/A.5.2", "", "A.5.2"},
		{aims.Key{Framework: aims.FrameworkISO27001, ID: "A.5.2"}, "iso27001/A.5.2", "", ""},
		{aims.Key{Framework: aims.FrameworkISO27001, ID: "6.1.3"}, "iso27001/6.1.3", "", ""},
		{aims.Key{}, "", "", ""},
	} {
		if got := tt.key.String(); got != tt.text {
			t.Errorf("String() = %q, want %q", got, tt.text)
		}
		if c, ok := tt.key.Clause(); c != tt.clause || ok != (tt.clause != "") {
			t.Errorf("%s.Clause() = %q, %v", tt.text, c, ok)
		}
		if c, ok := tt.key.Control(); c != tt.control || ok != (tt.control != "") {
			t.Errorf("%s.Control() = %q, %v", tt.text, c, ok)
		}
	}
}

func TestKeyOrder(t *testing.T) {
	key := func(s string) aims.Key {
		k, err := aims.ParseKey(s)
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	want := []aims.Key{
		{},
		key("iso27001/A.5.2"), key("iso42001/4.1"), key("iso42001/6.1.3"), key("iso42001/6.1.3/a"), key("iso42001/6.1.3/b"),
		key("iso42001/10.2"), key("iso42001/A.2.2"), key("iso42001/A.10.2"), key("own/C-7"),
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, aims.Key.Compare)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

func TestKeyJSON(t *testing.T) {
	want := map[aims.Key]aims.Key{aims.ControlKey("A.5.2"): {Framework: "own", ID: "C-7"}}
	data, err := json.Marshal(want)
	if err != nil || string(data) != `{"iso42001/A.5.2":"own/C-7"}` {
		t.Fatalf("%s, %v", data, err)
	}
	var got map[aims.Key]aims.Key
	if err := json.Unmarshal(data, &got); err != nil || !cmp.Equal(want, got) {
		t.Errorf("got %v, %v", got, err)
	}
	for _, bad := range []aims.Key{{}, {Framework: "own"}, {Framework: "iso42001", ID: "C-7"}, {Framework: "Own", ID: "1"}} {
		if data, err := json.Marshal(bad); !errors.Is(err, aims.ErrSyntax) {
			t.Errorf("%+v became %s, %v", bad, data, err)
		}
	}
}
