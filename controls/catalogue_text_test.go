package controls_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/aimskit/aimskit/controls"
)

const (
	shortest = 60  // characters of a purpose or hint
	similar  = 0.6 // share of common words from which two texts say the same
)

// prose returns a text per control under its id, and those of the objectives.
func prose() map[string]map[string]string {
	out := map[string]map[string]string{"purpose": {}, "hint": {}}
	c := controls.Edition2023()
	for ctl := range c.All() {
		out["purpose"][string(ctl.ID())] = ctl.Purpose()
		out["hint"][string(ctl.ID())] = ctl.Hint()
	}
	for o := range c.Objectives() {
		out["purpose"][string(o.ID)] = o.Purpose
	}
	return out
}

func TestTextsSaySomething(t *testing.T) {
	titles := make(map[string]string)
	c := controls.Edition2023()
	for ctl := range c.All() {
		titles[string(ctl.ID())] = ctl.Title
	}
	for o := range c.Objectives() {
		titles[string(o.ID)] = o.Title
	}
	for kind, texts := range prose() {
		for id, text := range texts {
			if n := len([]rune(text)); n < shortest {
				t.Errorf("%s of %s has %d characters, want at least %d", kind, id, n, shortest)
			}
			if !strings.HasSuffix(text, ".") || strings.TrimSpace(text) != text || strings.Contains(text, "  ") {
				t.Errorf("%s of %s is no clean sentence: %q", kind, id, text)
			}
			if len(titles[id]) > len("Suppliers") && strings.Contains(strings.ToLower(text), strings.ToLower(titles[id])) {
				t.Errorf("%s of %s repeats the title", kind, id)
			}
			if slices.Contains(words(text), "shall") {
				t.Errorf("%s of %s says shall: it explains and demands nothing", kind, id)
			}
			if jaccard(text, titles[id]) > similar/2 {
				t.Errorf("%s of %s says hardly more than the title", kind, id)
			}
		}
	}
}

func TestNoTwoTextsSayTheSame(t *testing.T) {
	all := make(map[string]string)
	for kind, texts := range prose() {
		for id, text := range texts {
			all[kind+" of "+id] = text
		}
	}
	for a, textA := range all {
		for b, textB := range all {
			if a < b && jaccard(textA, textB) >= similar {
				t.Errorf("%s and %s share too many words", a, b)
			}
		}
	}
	if jaccard("One two three four.", "four, three two ONE") != 1 || jaccard("one two", "two three four") != 0.25 {
		t.Error("the measure of likeness is wrong")
	}
}

func TestEvidenceIsDistinct(t *testing.T) {
	seen := make(map[string]string)
	for ctl := range controls.Edition2023().All() {
		evidence := ctl.Evidence()
		if len(evidence) < 3 {
			t.Errorf("%s names %d kinds of evidence, want at least 3", ctl.ID(), len(evidence))
		}
		for _, e := range evidence {
			if where, ok := seen[strings.ToLower(e)]; ok {
				t.Errorf("%s and %s name the same evidence %q", where, ctl.ID(), e)
			}
			seen[strings.ToLower(e)] = string(ctl.ID())
			if len(e) < 15 || strings.HasSuffix(e, ".") || !unicode.IsUpper([]rune(e)[0]) {
				t.Errorf("%s: evidence %q is no item of a list", ctl.ID(), e)
			}
		}
	}
}

func words(text string) []string {
	list := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	slices.Sort(list)
	return slices.Compact(list)
}

// jaccard returns the share of the words of two texts that they have in common.
func jaccard(a, b string) float64 {
	wa, wb := words(a), words(b)
	common := 0
	for _, w := range wa {
		if slices.Contains(wb, w) {
			common++
		}
	}
	return float64(common) / float64(len(wa)+len(wb)-common)
}
