package controls_test

import (
	"encoding/json"
	"iter"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// span writes the controls from one to another, both included.
func span(t *testing.T, from, to aims.ControlID) []string {
	t.Helper()
	var out []string
	for ctl := range controls.Edition2023().All() {
		if ctl.ID().Compare(from) >= 0 && ctl.ID().Compare(to) <= 0 {
			out = append(out, string(ctl.ID()))
		}
	}
	if len(out) == 0 || out[0] != string(from) || out[len(out)-1] != string(to) {
		t.Fatalf("no controls from %s to %s", from, to)
	}
	return out
}

// expand reads "A.2.2-A.2.4 A.3.2".
func expand(t *testing.T, text string) []string {
	t.Helper()
	var out []string
	for _, part := range strings.Fields(text) {
		from, to, ranged := strings.Cut(part, "-")
		if !ranged {
			to = from
		}
		out = append(out, span(t, aims.ControlID(from), aims.ControlID(to))...)
	}
	return out
}

func ids(keys []aims.Key) []string {
	var out []string
	for _, k := range keys {
		out = append(out, k.ID)
	}
	return out
}

func TestThemes(t *testing.T) {
	testTable(t, controls.Themes(), controls.FromThemes, 38, []row{
		{"guide/A.1", "Policies", "A.2.2-A.2.4 A.3.2"},
		{"guide/A.2", "Internal organization", "A.4.2 A.4.6"},
		{"guide/A.3", "Resources", "A.4.3-A.4.5 A.7.2-A.7.6"},
		{"guide/A.4", "Impact assessment", "A.5.2-A.5.5"},
		{"guide/A.5", "Development", "A.6.1.2-A.6.2.5 A.6.2.7"},
		{"guide/A.6", "Operation", "A.6.2.5 A.6.2.6 A.9.2-A.9.4"},
		{"guide/A.7", "Interested parties", "A.8.2 A.8.3 A.8.5 A.10.2-A.10.4"},
		{"guide/A.8", "Monitoring", "A.3.3 A.6.2.6 A.8.4"},
		{"guide/A.9", "Documentation", "A.4.2 A.5.3 A.6.2.3 A.6.2.7 A.6.2.8"},
	})
}

// The guide's six domains say nothing of A.8 and A.9: 7 controls of 38.
func TestDomains(t *testing.T) {
	testTable(t, controls.Domains(), controls.FromDomains, 31, []row{
		{"guide/domain-1", "Policies and governance", "A.2.2-A.2.4"},
		{"guide/domain-2", "Internal organization and resources", "A.3.2-A.4.6"},
		{"guide/domain-3", "Life cycle", "A.6.1.2-A.6.2.8"},
		{"guide/domain-4", "Data", "A.7.2-A.7.6"},
		{"guide/domain-5", "Impact assessment", "A.5.2-A.5.5"},
		{"guide/domain-6", "Third parties", "A.10.2-A.10.4"},
	})
}

type row struct{ key, name, controls string }

// testTable compares a table with what it is to be, and the number of
// controls that any of its rows names.
func testTable(t *testing.T, seq iter.Seq[controls.Alias], source controls.AliasSource, covered int, want []row) {
	t.Helper()
	i, named := 0, make(map[string]bool)
	for a := range seq {
		if i >= len(want) {
			t.Fatalf("more than %d rows", len(want))
		}
		w := want[i]
		i++
		if a.Source != source || a.Key.String() != w.key || a.Name != w.name {
			t.Errorf("%s %s %q, want %s %q", a.Source, a.Key, a.Name, w.key, w.name)
		}
		if d := cmp.Diff(expand(t, w.controls), ids(a.Controls)); d != "" {
			t.Errorf("%s (-want +got):\n%s", w.key, d)
		}
		for _, id := range ids(a.Controls) {
			named[id] = true
		}
		if got := controls.Edition2023().Aliases(w.key); len(got) != 1 || got[0].Name != w.name {
			t.Errorf("%s is looked up as %v", w.key, got)
		}
	}
	if i != len(want) || len(named) != covered {
		t.Errorf("%d rows name %d controls; want %d rows and %d controls", i, len(named), len(want), covered)
	}
}

func TestVariantsAreNeitherTitlesNorDouble(t *testing.T) {
	c := controls.Edition2023()
	seen := make(map[string]bool)
	for a := range controls.Variants() {
		name := strings.ToLower(a.Name)
		if seen[name] {
			t.Errorf("%q stands in the table twice", a.Name)
		}
		seen[name] = true
		got := c.Aliases(a.Name)
		if len(got) != 1 {
			t.Errorf("%q stands for %v; want nothing but its own control", a.Name, got)
			continue
		}
		if d := cmp.Diff(a, got[0]); d != "" || !a.Key.IsZero() || len(a.Controls) != 1 || a.Source != controls.FromVariant {
			t.Errorf("%q (-want +got):\n%s", a.Name, d)
		}
	}
	if len(seen) < 38 {
		t.Errorf("%d variants", len(seen))
	}
}

func TestAliases(t *testing.T) {
	c, err := controls.Edition2023().With(custom("own/C-7"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, want string }{
		{"AI policy", "title: A.2.2"},
		{"\tai   POLICY\n", "title: A.2.2"},
		{"Internal organization", "nine-themes: A.4.2 A.4.6"},
		{"impact assessment", "nine-themes: A.5.2 A.5.3 A.5.4 A.5.5; six-domains: A.5.2 A.5.3 A.5.4 A.5.5"},
		{"guide/8", "nine-themes: A.3.3 A.6.2.6 A.8.4"},
		{"Guide/a.8", "nine-themes: A.3.3 A.6.2.6 A.8.4"},
		{"red-team exercises", "title: C-7"},
		{"Objectives for responsible development of AI systems", "title-variant: A.6.1.2"},
		{"AIpolicy", ""},
		{"A.8", ""},
		{"guide/10", ""},
		{"/", ""},
		{" ", ""},
		{"", ""},
	} {
		var got []string
		for _, a := range c.Aliases(tt.name) {
			got = append(got, string(a.Source)+": "+strings.Join(ids(a.Controls), " "))
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%q stands for %q, want %q", tt.name, s, tt.want)
		}
	}
}

func TestAliasJSON(t *testing.T) {
	for a := range controls.Themes() {
		var got controls.Alias
		if err := json.Unmarshal([]byte(encode(t, a)), &got); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(a, got); d != "" {
			t.Errorf("through JSON (-want +got):\n%s", d)
		}
	}
	var s controls.AliasSource
	if err := s.UnmarshalText([]byte("rumour")); err == nil || s != "" || !strings.Contains(err.Error(), `controls.AliasSource: unknown word "rumour"`) {
		t.Errorf("rumour is read as %q, %v", s, err)
	}
	if controls.AliasSource("rumour").Known() || !controls.FromTitle.Known() {
		t.Error("Known is wrong")
	}
}
