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

func TestParseRef(t *testing.T) {
	for _, s := range []string{"policy/p-1", "ai-system/chat.2", "own-kind/1"} {
		r, err := aims.ParseRef(s)
		if err != nil || r.String() != s || r.IsZero() {
			t.Errorf("%q: got %+v, %v", s, r, err)
		}
	}
	for _, s := range []string{"", "/", "policy", "policy/", "/p-1", "policy/p/1", "pol icy/p-1", "policy/p 1", "policy/-", strings.Repeat("x", 5000)} {
		r, err := aims.ParseRef(s)
		if !errors.Is(err, aims.ErrSyntax) || !r.IsZero() || err != nil && len(err.Error()) > 400 {
			t.Errorf("%q: got %+v, %v", s, r, err)
		}
	}
}

func TestRefOrder(t *testing.T) {
	want := []aims.Ref{{}, {Kind: "a", ID: "1"}, {Kind: "a", ID: "2"}, {Kind: "b"}, {Kind: "b", ID: "1"}}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, aims.Ref.Compare)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

func TestRefJSON(t *testing.T) {
	type doc struct {
		To aims.Ref `json:"to,omitzero"`
	}
	for _, want := range []doc{{}, {aims.Ref{Kind: aims.KindPolicy, ID: "p-1"}}} {
		data, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got doc
		if err := json.Unmarshal(data, &got); err != nil || got != want {
			t.Errorf("%s: got %+v, %v", data, got, err)
		}
	}
	if (aims.Ref{}).String() != "" {
		t.Errorf("the zero reference is %q", aims.Ref{})
	}
}

func TestKindsAreNames(t *testing.T) {
	for _, k := range []aims.Kind{aims.KindOrganization, aims.KindPerson, aims.KindClimate, aims.KindLeadershipAct, aims.KindSystem, aims.KindEvidence} {
		if _, err := aims.ParseRef(string(k) + "/1"); err != nil {
			t.Errorf("%q cannot stand in a reference: %v", k, err)
		}
	}
}
