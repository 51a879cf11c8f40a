package rules_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/google/go-cmp/cmp"
)

const rulebook = "RULES.md"

// The rule book is the one that the default rules make, and every rule stands
// in it.
func TestRulebook(t *testing.T) {
	want := book(rules.Default())
	for _, r := range set.Rules {
		if !strings.Contains(want, "`"+string(r.Code)+"`") {
			t.Errorf("%s does not stand in the rule book", r.Code)
		}
	}
	if *update {
		if err := os.WriteFile(rulebook, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(rulebook)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(string(got), "\n")); diff != "" {
		t.Errorf("go test ./audit/rules -run TestRulebook -update writes it anew (-want +got)\n%s", diff)
	}
}

// book writes what a set of rules asks, requirement by requirement, point by
// point, and control by control.
func book(s rules.Set) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	said := func(key aims.Key, remark bool) {
		for _, r := range s.Rules {
			if r.Key == key && remark == strings.HasPrefix(r.Doc, "Remarks ") {
				line("  - `%s` %d: %s", r.Code, r.Version, r.Doc)
			}
		}
	}
	line(bookHead, s.Name, s.Version, len(s.Rules), s.Requirements.Attribution().Confidence, s.Controls.Attribution().Confidence)
	line("## Requirements\n")
	for r := range s.Requirements.Leaves() {
		line("### %s %s\n\n%s\n", r.Clause, r.Title, r.Summary)
		for _, p := range r.Points {
			core := ""
			if p.Core {
				core = ", core"
			}
			line("- **%s**%s: %s", p.ID, core, p.Text)
			said(aims.PointKey(p.ID), false)
		}
		line("")
	}
	line("## Controls\n\n- every control that the Statement of Applicability speaks of")
	said(aims.Key{}, false)
	for c := range s.Controls.All() {
		line("- **%s** %s, where it is said to be in place", c.Key.ID, c.Title)
		said(c.Key, false)
	}
	line("\n## Remarks\n\n- what counts for no requirement and no control")
	said(aims.Key{}, true)
	return b.String()
}

const bookHead = `# Rule book

What the rules of the set %s@%s ask of records, %d of them: under each
requirement its points, and under each point the rules with their versions. A
core point that is not shown at all is a major gap of the requirement, any other
point a minor one.

How sure we are of it:

- Requirements: %s.
- Controls: %s.
- Points, and when a rule takes one as shown: the library's own words and its own
  interpretation, decided where the standard leaves room; none was checked by a
  certification body. The decisions are listed in the documentation of the
  package. Read it beside a copy of the standard, and replace a rule that you see
  otherwise.

Made from the rules; do not edit. Mended by
` + "`go test ./audit/rules -run TestRulebook -update`" + `. Which records each rule
looks at is in [DICTIONARY.md](DICTIONARY.md), by kind of record.
`
