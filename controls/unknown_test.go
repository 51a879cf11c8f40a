package controls_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// wrongID is an entry of testdata/catalogue/wrong_ids.json. Nearest is an
// Annex A id, or empty where nothing comes near.
type wrongID struct {
	Desc, Input, Nearest string
	Reason               aims.Code
}

func TestWrongIdsAreRefused(t *testing.T) {
	c := controls.Edition2023()
	reasons := make(map[aims.Code]bool)
	for _, tt := range readTestdata[[]wrongID](t, "wrong_ids.json") {
		reasons[tt.Reason] = true
		ctl, err := c.Resolve(tt.Input)
		var unknown *controls.UnknownError
		if !errors.As(err, &unknown) {
			t.Errorf("%q (%s) gives %v, %v", tt.Input, tt.Desc, ctl, err)
			continue
		}
		if ctl != (controls.Control{}) {
			t.Errorf("%q (%s) is refused and gives %s all the same", tt.Input, tt.Desc, ctl.Key)
		}
		var want aims.Key
		if tt.Nearest != "" {
			want = aims.ControlKey(aims.ControlID(tt.Nearest))
		}
		if unknown.Problem.Code != tt.Reason || unknown.Nearest != want {
			t.Errorf("%q (%s): %s, nearest %q; want %s, %q", tt.Input, tt.Desc,
				unknown.Problem.Code, unknown.Nearest, tt.Reason, want)
		}
		if s := err.Error(); strings.ContainsAny(s, "{}\n\x00") {
			t.Errorf("%q (%s): sentence %q", tt.Input, tt.Desc, s)
		}
	}
	for _, code := range []aims.Code{
		controls.ObjectiveNotControl, controls.HeadingNotControl, controls.GuidanceNotControl,
		controls.NoSuchGroup, controls.NoSuchControl, controls.Notation, controls.NameNotID,
		controls.NotAnID, controls.KeyUnknown,
	} {
		if !reasons[code] {
			t.Errorf("no wrong id is refused with %s", code)
		}
	}
}

func TestSentencesOfRefusals(t *testing.T) {
	c, err := controls.Edition2023().With(custom("own/C-7"))
	if err != nil {
		t.Fatal(err)
	}
	for input, want := range map[string]string{
		"A.6.2.1":            "controls: A.6.2.1 is a control objective, not a control; its controls are A.6.2.2 to A.6.2.8",
		"A.6":                "controls: A.6 is a heading, not a control; its controls are A.6.1.2 to A.6.2.8",
		"B.6.2.4":            "controls: B.6.2.4 is guidance of Annex B; the control that it belongs to is A.6.2.4",
		"A.11.2":             "controls: A.11.2 does not exist, for Annex A has only the groups A.2 to A.10; the nearest control is A.10.2",
		"A.5.6":              "controls: A.5.6 does not exist; the nearest control is A.5.5",
		"a.6.2.4":            "controls: a.6.2.4 is not written as Annex A writes it; write A.6.2.4",
		"A.6.2.4\n":          `controls: "A.6.2.4\n" is not written as Annex A writes it; write A.6.2.4`,
		"guide/A.2":          "controls: guide/A.2 is a name, not an id; it stands for A.4.2, A.4.6",
		"":                   `controls: "" is no id of a control; write one like A.6.2.4, or a key like own/C-7`,
		"4.1":                "controls: 4.1 is no id of a control; write one like A.4.2, or a key like own/C-7",
		"own/C-8":            "controls: own/C-8 is not in the catalogue; correct the key, or add the control to the catalogue",
		"Red-team exercises": "controls: Red-team exercises is a name, not an id; it stands for own/C-7",
		strings.Repeat("ü", 99): "controls: " + strings.Repeat("ü", 32) +
			"… is no id of a control; write one like A.6.2.4, or a key like own/C-7",
	} {
		if _, err := c.Resolve(input); err == nil || err.Error() != want {
			t.Errorf("%q: %v; want %s", input, err, want)
		}
	}
}

func TestNearestOwnControlDiffersInCase(t *testing.T) {
	c, err := controls.Edition2023().With(custom("own/C-7"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.Resolve("own/c-7")
	var unknown *controls.UnknownError
	if !errors.As(err, &unknown) || unknown.Nearest.String() != "own/C-7" {
		t.Errorf("own/c-7: %v", err)
	}
}

func TestResolve(t *testing.T) {
	c, err := controls.Edition2023().With(custom("own/C-7"))
	if err != nil {
		t.Fatal(err)
	}
	for input, want := range map[string]string{
		"A.10.2":          "iso42001/A.10.2",
		"iso42001/A.10.2": "iso42001/A.10.2",
		"own/C-7":         "own/C-7",
	} {
		if ctl, err := c.Resolve(input); err != nil || ctl.Key.String() != want {
			t.Errorf("Resolve(%s) = %s, %v", input, ctl.Key, err)
		}
	}
}

// A checker takes a refusal over like any problem.
func TestRefusalNests(t *testing.T) {
	_, err := controls.Edition2023().ResolveKey(aims.ControlKey("A.5.6"))
	if !errors.Is(err, aims.ErrInvalid) {
		t.Errorf("%v is no invalid value", err)
	}
	var c aims.Checker
	c.Nest("rows/3/control", fmt.Errorf("read: %w", err))
	want := []aims.Problem{{
		Code: controls.NoSuchControl,
		Path: "/rows/3/control",
		Args: map[string]string{"got": "iso42001/A.5.6", "nearest": "A.5.5"},
		Text: controls.Sentences()[controls.NoSuchControl],
	}}
	if d := cmp.Diff(want, aims.Problems(c.Err())); d != "" {
		t.Errorf("problems (-want +got):\n%s", d)
	}
}
