package controls_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// custom returns a sound own control.
func custom(key string) controls.Custom {
	k, _ := aims.ParseKey(key)
	return controls.Custom{
		Key: k, Title: "Red-team exercises",
		Purpose: "Finds ways to abuse a system that its makers did not think of.",
		Why:     "Our risk assessment found prompt injection, which no control of Annex A treats by itself.",
	}
}

// full returns an own control with every field set.
func full() controls.Custom {
	k := custom("own/C-7")
	k.Recorded = aims.MustDate("2026-03-02")
	k.Hint = "Twice a year, by people who did not build the system."
	k.Source = "our security handbook, chapter 4"
	k.Owner = "p-ciso"
	k.Evidence = []string{"Report of the exercise"}
	k.Clauses = []aims.Clause{"8.1", "9.1"}
	k.Serves = []aims.AnnexC{"C.2.8", "C.2.10"}
	k.EventDriven = true
	k.Ext = map[string]string{"colour": "red"}
	return k
}

func TestCustomIsARecord(t *testing.T) {
	var r aims.Record = full()
	if got := r.Ref().String(); got != "custom-control/own.C-7" {
		t.Errorf("Ref() = %s", got)
	}
	if got := r.Since().String(); got != "2026-03-02" {
		t.Errorf("Since() = %s", got)
	}
	var links []string
	l := aims.Linker{}
	l.Visit = func(to aims.Ref) { links = append(links, l.Path()+" "+to.String()) }
	r.Links(&l)
	if d := cmp.Diff([]string{"/owner person/p-ciso"}, links); d != "" {
		t.Errorf("links (-want +got):\n%s", d)
	}
	if err := r.Validate(); err != nil {
		t.Error(err)
	}
}

func TestCustomJSON(t *testing.T) {
	for _, want := range []controls.Custom{full(), custom("nist-ai-rmf/GOVERN-1.1")} {
		var got controls.Custom
		if _, err := aims.Decode([]byte(encode(t, want)), &got, aims.DecodeOptions{}); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("through JSON (-want +got):\n%s", d)
		}
	}
	const want = `{"key":"own/C-8","title":"t","purpose":"p","why":"w"}`
	small := controls.Custom{Key: aims.Key{Framework: "own", ID: "C-8"}, Title: "t", Purpose: "p", Why: "w"}
	if got := encode(t, small); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if _, err := json.Marshal(controls.Custom{}); err == nil {
		t.Error("an own control without a key has JSON")
	}
}

func TestCustomValidate(t *testing.T) {
	for _, tt := range []struct {
		desc   string
		change func(*controls.Custom)
		want   string
	}{
		{"sound", func(*controls.Custom) {}, ""},
		{"no key", func(k *controls.Custom) { k.Key = aims.Key{} }, "/key aims/missing"},
		{"of Annex A", func(k *controls.Custom) { k.Key = aims.ControlKey("A.2.2") }, "/key controls/key-reserved"},
		{"of the guides", func(k *controls.Custom) { k.Key.Framework = "guide" }, "/key controls/key-reserved"},
		{"framework in capitals", func(k *controls.Custom) { k.Key.Framework = "Own" }, "/key aims/key-malformed"},
		{"id with a space", func(k *controls.Custom) { k.Key.ID = "C 7" }, "/key aims/key-malformed"},
		{"id with a slash", func(k *controls.Custom) { k.Key.ID = "C/7" }, "/key aims/key-malformed"},
		{"too long together", func(k *controls.Custom) { k.Key.ID = strings.Repeat("7", 61) }, "/key aims/key-malformed"},
		{"longest", func(k *controls.Custom) { k.Key.ID = strings.Repeat("7", 60) }, ""},
		{"day", func(k *controls.Custom) { k.Recorded = -1 }, "/recorded aims/date-malformed"},
		{"no title", func(k *controls.Custom) { k.Title = " " }, "/title aims/missing"},
		{"no purpose", func(k *controls.Custom) { k.Purpose = "" }, "/purpose aims/missing"},
		{"no why", func(k *controls.Custom) { k.Why = "" }, "/why aims/missing"},
		{"hint", func(k *controls.Custom) { k.Hint = "\xff" }, "/hint aims/text-malformed"},
		{"source", func(k *controls.Custom) { k.Source = "\x00" }, "/source aims/text-malformed"},
		{"owner", func(k *controls.Custom) { k.Owner = "p ciso" }, "/owner aims/id-malformed"},
		{"evidence", func(k *controls.Custom) { k.Evidence = []string{"report", ""} }, "/evidence/1 aims/missing"},
		{"clause", func(k *controls.Custom) { k.Clauses = []aims.Clause{"8.1", "08.1"} }, "/clauses/1 aims/code-malformed"},
		{"clause twice", func(k *controls.Custom) { k.Clauses = []aims.Clause{"8.1", "8.1"} }, "/clauses/1 aims/twice"},
		{"Annex C", func(k *controls.Custom) { k.Serves = []aims.AnnexC{"A.2.5"} }, "/serves/0 aims/code-malformed"},
		{"Annex C twice", func(k *controls.Custom) { k.Serves = []aims.AnnexC{"C.2.5", "C.2.5"} }, "/serves/1 aims/twice"},
		{
			"everything missing", func(k *controls.Custom) { *k = controls.Custom{} },
			"/key aims/missing, /title aims/missing, /purpose aims/missing, /why aims/missing",
		},
	} {
		k := full()
		tt.change(&k)
		if got := problems(k.Validate()); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.desc, got, tt.want)
		}
	}
}

// problems writes the pointers and codes of an error.
func problems(err error) string {
	var out []string
	for _, p := range aims.Problems(err) {
		if strings.Contains(p.Sentence(), "{") {
			return "an argument is missing: " + p.Sentence()
		}
		out = append(out, p.Path+" "+string(p.Code))
	}
	return strings.Join(out, ", ")
}

func TestWith(t *testing.T) {
	annexA := controls.Edition2023()
	c, err := annexA.With(custom("own/C-10"), full())
	if err != nil {
		t.Fatal(err)
	}
	if c, err = c.With(custom("nist-ai-rmf/GOVERN-1.1"), custom("own/C-9")); err != nil {
		t.Fatal(err)
	}
	var keys []string
	for ctl := range c.All() {
		keys = append(keys, ctl.Key.String())
	}
	want := []string{"nist-ai-rmf/GOVERN-1.1", "own/C-10", "own/C-7", "own/C-9"}
	if d := cmp.Diff(want, keys[38:]); d != "" || keys[37] != "iso42001/A.10.4" || c.Len() != 42 || annexA.Len() != 38 {
		t.Errorf("%d controls, own ones after Annex A (-want +got):\n%s", c.Len(), d)
	}

	ctl, ok := c.LookupKey(aims.Key{Framework: "own", ID: "C-7"})
	k := full()
	if !ok || ctl.ID() != "" || ctl.Group() != "" || ctl.Objective() != "" || ctl.Title != k.Title ||
		ctl.Purpose() != k.Purpose || ctl.Hint() != k.Hint || !ctl.EventDriven() {
		t.Errorf("own/C-7 is %v, %v", ctl, ok)
	}
	if d := cmp.Diff(k.Evidence, ctl.Evidence()) + cmp.Diff(k.Clauses, ctl.Clauses()) + cmp.Diff(k.Serves, ctl.Serves()); d != "" {
		t.Errorf("lists of own/C-7 (-want +got):\n%s", d)
	}
	if _, ok := c.Lookup("C-7"); ok {
		t.Error("an own control has an Annex A id")
	}
	if got, ok := c.Lookup("A.10.4"); !ok || got.Title != "Customers" {
		t.Errorf("A.10.4 is %v beside own controls", got)
	}
	if c.Edition() != annexA.Edition() {
		t.Errorf("edition %q", c.Edition())
	}
}

func TestWithKeepsItsOwnLists(t *testing.T) {
	k := full()
	c, err := controls.Edition2023().With(k)
	if err != nil {
		t.Fatal(err)
	}
	k.Evidence[0], k.Clauses[0], k.Serves[0] = "x", "1", "C.1.1"
	ctl, _ := c.LookupKey(k.Key)
	want := full()
	if d := cmp.Diff(want.Evidence, ctl.Evidence()) + cmp.Diff(want.Clauses, ctl.Clauses()) + cmp.Diff(want.Serves, ctl.Serves()); d != "" {
		t.Errorf("the catalogue follows the caller's lists (-want +got):\n%s", d)
	}
}

func TestWithRefusesAllAtOnce(t *testing.T) {
	c, err := controls.Edition2023().With(custom("own/C-7"))
	if err != nil {
		t.Fatal(err)
	}
	bad, reserved := custom("own/C-1"), custom("own/C-1")
	bad.Title, reserved.Key = "", aims.ControlKey("A.2.5")
	with, err := c.With(bad, custom("own/C-7"), custom("own/C-2"), custom("own/C-2"), reserved)
	want := "/0/title aims/missing, /1/key controls/key-taken, /3/key controls/key-taken, /4/key controls/key-reserved"
	if got := problems(err); got != want || with.Len() != 0 {
		t.Errorf("%q and %d controls, want %q and none", got, with.Len(), want)
	}
}
