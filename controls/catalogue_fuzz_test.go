package controls_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// checkResolve holds what is true of every text: the control whose very id or
// key it is, or a refusal that leads to a control, the same every time.
func checkResolve(t interface {
	Helper()
	Fatalf(format string, args ...any)
}, c controls.Catalogue, s string,
) {
	t.Helper()
	ctl, err := c.Resolve(s)
	if err == nil {
		if s != ctl.Key.ID && s != ctl.Key.String() {
			t.Fatalf("%q is accepted as %s", s, ctl.Key)
		}
		return
	}
	var unknown *controls.UnknownError
	if !errors.As(err, &unknown) || len(aims.Problems(err)) != 1 || ctl != (controls.Control{}) {
		t.Fatalf("%q gives %v, %v", s, ctl, err)
	}
	if got := unknown.Problem.Args["got"]; got == "" || len(got) > 300 {
		t.Fatalf("%q is quoted as %q", s, got)
	}
	if text := err.Error(); !utf8.ValidString(text) || strings.ContainsAny(text, "\n\x00\x1b") {
		t.Fatalf("%q gives the sentence %q", s, text)
	}
	if n := unknown.Nearest; !n.IsZero() {
		if _, err := c.ResolveKey(n); err != nil {
			t.Fatalf("%q: nearest is %s, which is none either: %v", s, n, err)
		}
	}
	if _, again := c.Resolve(s); again.Error() != err.Error() {
		t.Fatalf("%q gives %v, then %v", s, err, again)
	}
}

func FuzzResolve(f *testing.F) {
	c, err := controls.Edition2023().With(custom("own/C-7"))
	if err != nil {
		f.Fatal(err)
	}
	for ctl := range c.All() {
		f.Add(ctl.Key.ID)
		f.Add(ctl.Key.String())
	}
	for _, s := range []string{
		"", "A.", "a.6.2.4", "6.2.4", "A.06.2.4", "A.6.2.1", "A.99.99.99", "B.2.2", "Annex A 5.2",
		"iso42001/6.1.3/f", "guide/4", "AI policy", "own/c-7", "A.2147483648.2", "A.\xff", "A.6.2.4\x00",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		checkResolve(t, c, s)
		for _, a := range c.Aliases(s) {
			for _, k := range a.Controls {
				if _, ok := c.LookupKey(k); !ok {
					t.Fatalf("%q stands for %s, which is not in the catalogue", s, k)
				}
			}
		}
	})
}

func FuzzAliasSource(f *testing.F) {
	f.Add("title")
	f.Add("nine-themes")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		var s controls.AliasSource
		err := s.UnmarshalText([]byte(text))
		if (err == nil) != controls.AliasSource(text).Known() || err == nil && string(s) != text || err != nil && s != "" {
			t.Fatalf("%q is read as %q, %v", text, s, err)
		}
	})
}
