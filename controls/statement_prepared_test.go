package controls_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/controls"
)

// What is prepared once is judged at every day, by every catalogue, as if it
// were checked for the first time.
func TestProp_prepared(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := gen.Catalogue(rapid.IntRange(0, 3).Draw(t, "own"))
		s, evidence := gen.Sound(c)
		for i := range s.Rows {
			switch rapid.IntRange(0, 5).Draw(t, "row") {
			case 0:
				s.Rows[i] = gen.Excluded(s.Rows[i].Control)
			case 1:
				s.Rows[i] = controls.Row{Control: s.Rows[i].Control}
			case 2:
				s.Rows[i].Evidence = nil
			}
		}
		s.Rows = s.Rows[rapid.IntRange(0, 20).Draw(t, "left out"):]
		p, err := controls.Prepare(gen.Approve(s))
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			at := aims.MustDate(gen.At).AddDays(rapid.IntRange(-500, 500).Draw(t, "days"))
			catalogue := gen.Catalogue(rapid.IntRange(0, 3).Draw(t, "own in the catalogue"))
			want, wantErr := controls.NewFacts(gen.Approve(s), at, catalogue)
			got, err := p.Facts(at, catalogue)
			if diff := cmp.Diff(problemsOf(wantErr), problemsOf(err)); diff != "" || (err == nil) != (wantErr == nil) {
				t.Fatalf("%v, want %v (-want +got):\n%s", err, wantErr, diff)
			}
			if err != nil {
				continue
			}
			want.Evidence, got.Evidence = evidence.Lookup, evidence.Lookup
			if got.Digest() != want.Digest() || got.At != at {
				t.Errorf("%s at %s, want %s at %s", got.Digest(), got.At, want.Digest(), at)
			}
			if diff := cmp.Diff(controls.Check(want, controls.Rules()), controls.Check(got, controls.Rules())); diff != "" {
				t.Errorf("observations (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(controls.Positions(want), controls.Positions(got)); diff != "" {
				t.Errorf("positions (-want +got):\n%s", diff)
			}
		}
	})
}

func TestPrepare_refuses(t *testing.T) {
	s, _ := gen.Sound(controls.Edition2023())
	sound, at, c := gen.Approve(s), aims.MustDate(gen.At), controls.Edition2023()
	p, err := controls.Prepare(sound)
	if err != nil {
		t.Fatal(err)
	}
	facts := func(p *controls.Prepared, at aims.Date, c controls.Catalogue) error {
		_, err := p.Facts(at, c)
		return err
	}
	bad := sound
	bad.Version = ""
	_, malformed := controls.Prepare(bad)
	for _, c := range []struct {
		desc string
		err  error
		want string
	}{
		{"a malformed statement", malformed, "/version"},
		{"no day", facts(p, 0, c), "no day"},
		{"no controls", facts(p, at, controls.Catalogue{}), "no control; start"},
		{"nil", facts(nil, at, c), "no statement"},
		{"the zero value", facts(new(controls.Prepared), at, c), "no statement"},
	} {
		if c.err == nil || !strings.Contains(c.err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.desc, c.err, c.want)
		}
	}
}
