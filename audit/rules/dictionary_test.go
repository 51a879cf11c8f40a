package rules_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/internal/gen/audit/schema"
	"github.com/google/go-cmp/cmp"
)

const dictionary = "DICTIONARY.md"

// proof says what the default rules look at a kind of record for.
func proof(set rules.Set, kind aims.Kind) schema.Proof {
	var p schema.Proof
	for r := range set.Requirements.All() {
		for _, point := range r.Points {
			if slices.Contains(set.Needs(aims.PointKey(point.ID)), kind) {
				p.Points = append(p.Points, point.ID)
			}
		}
	}
	for c := range set.Controls.All() {
		if id, ok := c.Key.Control(); ok && slices.Contains(set.Needs(c.Key), kind) {
			p.Controls = append(p.Controls, id)
		}
	}
	p.Every = len(p.Controls) == set.Controls.Len()
	return p
}

// The data dictionary is the one that the records and the rules make.
func TestDictionary(t *testing.T) {
	set := rules.Default()
	want, err := schema.Dictionary(os.DirFS("../.."), func(k aims.Kind) schema.Proof { return proof(set, k) })
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(dictionary, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(dictionary)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(string(got), "\n")); diff != "" {
		t.Errorf("go test ./audit/rules -run TestDictionary -update writes it anew (-want +got)\n%s", diff)
	}
}

// Every point and control is shown by some kind, every kind stands in the
// dictionary, and every link in it leads to a heading.
func TestDictionary_complete(t *testing.T) {
	set := rules.Default()
	points := map[aims.PointID]bool{}
	for _, k := range audit.Kinds() {
		for _, p := range proof(set, k).Points {
			points[p] = true
		}
	}
	for r := range set.Requirements.All() {
		for _, p := range r.Points {
			if !points[p.ID] {
				t.Errorf("no kind of record is looked at for %s", p.ID)
			}
		}
	}
	data, err := os.ReadFile(dictionary)
	if err != nil {
		t.Fatal(err)
	}
	headings := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), "### "); ok {
			anchor := strings.ToLower(strings.ReplaceAll(name, ".", ""))
			if headings[anchor] {
				t.Errorf("two headings %q", name)
			}
			headings[anchor] = true
		}
	}
	for _, k := range audit.Kinds() {
		if !headings[string(k)] {
			t.Errorf("kind %s does not stand in it", k)
		}
	}
	for _, part := range strings.Split(string(data), "](#")[1:] {
		if anchor, _, _ := strings.Cut(part, ")"); !headings[anchor] {
			t.Errorf("a link leads to %q, which is no heading", anchor)
		}
	}
}
