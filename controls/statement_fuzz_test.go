package controls_test

import (
	"encoding"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/controls"
)

// vocabularies gives a fresh value of every vocabulary of a statement.
func vocabularies() []encoding.TextUnmarshaler {
	return []encoding.TextUnmarshaler{
		new(controls.Applicability), new(controls.ReasonKind), new(controls.Ground), new(controls.Status), new(controls.State),
	}
}

// What a vocabulary reads is known and is written as it was read.
func FuzzWords(f *testing.F) {
	for _, w := range []string{"", "applicable", "excluded", "legal", "no-risk", "planned", "proven", "missing", "Planned", "undecided", "\xff"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, w string) {
		for _, v := range vocabularies() {
			if err := v.UnmarshalText([]byte(w)); err != nil {
				if !strings.Contains(err.Error(), "controls.") {
					t.Errorf("the error does not name the vocabulary: %v", err)
				}
				continue
			}
			if !v.(interface{ Known() bool }).Known() {
				t.Errorf("%T reads %q, which is not known", v, w)
			}
			data, err := json.Marshal(v)
			if want, _ := json.Marshal(w); err != nil || string(data) != string(want) {
				t.Errorf("%T reads %q and writes %s, %v", v, w, data, err)
			}
		}
	})
}

// Whatever a document says, a statement that is accepted can be judged,
// compared and written.
func FuzzStatement(f *testing.F) {
	data, err := os.ReadFile("testdata/statement/problems.json")
	if err != nil {
		f.Fatal(err)
	}
	var seeds []struct {
		Input json.RawMessage `json:"input"`
	}
	if err := json.Unmarshal(data, &seeds); err != nil {
		f.Fatal(err)
	}
	for _, s := range seeds { // short ones: a long seed takes minutes to minimize
		f.Add([]byte(s.Input))
	}
	catalogue := gen.Catalogue(7)
	blank := controls.Blank(catalogue)
	f.Fuzz(func(t *testing.T, data []byte) {
		var s controls.Statement
		if _, err := aims.Decode(data, &s, aims.DecodeOptions{}); err != nil {
			return
		}
		facts, err := controls.NewFacts(s, aims.MustDate(gen.At), catalogue)
		if err != nil {
			if len(aims.Problems(err)) == 0 {
				t.Fatalf("refused without a problem: %v", err)
			}
			return
		}
		for _, o := range controls.Check(facts, controls.Rules()) {
			if strings.Contains(o.Text, "{") && o.Sentence() == o.Text {
				t.Errorf("no argument of %q is filled in", o.Text)
			}
		}
		if n := len(controls.Positions(facts)); n != catalogue.Len() {
			t.Errorf("%d positions for %d controls", n, catalogue.Len())
		}
		for _, from := range []controls.Statement{s, blank} {
			got, err := controls.Diff(from, s).Apply(from)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(s, got, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("applied (-want +got):\n%s", diff)
			}
		}
		written, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		var again controls.Statement
		if _, err := aims.Decode(written, &again, aims.DecodeOptions{}); err != nil {
			t.Fatalf("what is written cannot be read: %v", err)
		}
		if diff := cmp.Diff(s, again, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("round trip (-want +got):\n%s", diff)
		}
	})
}

func TestWords(t *testing.T) {
	if got := controls.Undecided.String(); got != "undecided" {
		t.Errorf("no decision reads %q", got)
	}
	if got := controls.Excluded.String(); got != "excluded" {
		t.Errorf("excluded reads %q", got)
	}
	for status, want := range map[controls.Status]string{
		0: "", controls.Planned: "planned", controls.Partial: "partial", controls.Implemented: "implemented", 9: "controls.Status(9)",
	} {
		if got := status.String(); got != want {
			t.Errorf("status %d reads %q, want %q", status, got, want)
		}
		_, err := status.MarshalText()
		if known := status.Known(); known != (err == nil) {
			t.Errorf("status %d: known %t, written %v", status, known, err)
		}
	}
	if !(controls.Planned < controls.Partial && controls.Partial < controls.Implemented) {
		t.Error("the statuses are out of order")
	}
}

// Three bad words in one document are three problems, each at its place.
func TestStatement_badWords(t *testing.T) {
	const document = `{"id": "soa-1", "version": "1", "rows": [{"control": "own/C-1", "applicability": "undecided",
		"reasons": [{"kind": "whim"}], "exclusions": [{"ground": ""}], "status": "done"}]}`
	var s controls.Statement
	_, err := aims.Decode([]byte(document), &s, aims.DecodeOptions{})
	want := []problemAt{
		{aims.UnknownWord, "/rows/0/applicability"},
		{aims.UnknownWord, "/rows/0/reasons/0/kind"},
		{aims.UnknownWord, "/rows/0/exclusions/0/ground"},
		{aims.UnknownWord, "/rows/0/status"},
	}
	if diff := cmp.Diff(want, problemsOf(err)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}
