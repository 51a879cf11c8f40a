package instrument_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact/instrument"
)

// Where a survey keeps kinds, points, texts and guards.
func TestReadSurvey(t *testing.T) {
	in, err := instrument.ReadSurvey([]byte(`{
		"showProgressBar": "top", "title": "passed over, because the settings have one",
		"pages": [
			{"name": "start", "title": {"default": " Start ", "fr": "Début"}, "elements": [
				{"type": "html", "name": "intro", "html": "<p>", "visibleIf": "{a} = \"yes-1\""},
				{"type": "radiogroup", "name": "a", "isRequired": true, "choices": ["yes-1", "no"]},
				{"type": "panel", "name": "inner-RS", "title": "Inner", "visibleIf": "{a} = 'yes-1'", "elements": [
					{"type": "checkbox", "name": "b", "choices": [{"value": "x-2-3", "text": {"default": "X"}}, {"value": "y-"}, {"value": "z-z4"}, {"value": 7, "text": "Seven"}]},
					{"type": "dropdown", "name": "c-MS", "choices": ["-5"]},
					{"type": "panel", "name": "deep", "visibleIf": "{b} contains 'y-'", "elements": [{"type": "comment", "name": "d"}, {"type": "radiogroup", "name": "e", "choices": ["q-1"]}]}
				]},
				{"type": "text", "name": "f", "description": "help", "inputType": "date"}
			]},
			{"name": "end-MS", "visibleIf": "{a} = 'no'", "elements": [{"type": "radiogroup", "name": "g", "choices": ["r-1"]}, {"type": "panel", "name": "not-NS", "elements": [{"type": "radiogroup", "name": "h", "choices": ["s"]}]}]}
		]}`), instrument.CanadianAIA("v1"), aims.DecodeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	canada := instrument.CanadianAIA("v1")
	want := instrument.Instrument{
		ID: "ca-aia", Version: "v1", Title: canada.Title, Source: canada.Source, License: "MIT", Scoring: canada.Scoring,
		Pages: []instrument.Page{
			{ID: "start", Title: instrument.Text{"en": "Start", "fr": "Début"}, Sections: []instrument.Section{
				{ID: "start", Questions: []instrument.Question{
					{ID: "a", Type: instrument.Single, Choices: []instrument.Choice{{Value: "yes-1", Points: 1}, {Value: "no"}}},
					{ID: "f", Type: instrument.Open},
				}},
				{ID: "inner-RS", Title: instrument.English("Inner"), Kind: instrument.Raw, ShownIf: instrument.MustGuard(`{a} = "yes-1"`), Questions: []instrument.Question{
					{ID: "b", Type: instrument.Multiple, Choices: []instrument.Choice{{Value: "x-2-3", Title: instrument.English("X"), Points: 3}, {Value: "y-"}, {Value: "z-z4"}, {Value: "7", Title: instrument.English("Seven")}}},
					{ID: "c-MS", Type: instrument.Single, Kind: instrument.Mitigation, Choices: []instrument.Choice{{Value: "-5", Points: 5}}},
				}},
				{ID: "deep", Kind: instrument.Raw, ShownIf: instrument.MustGuard(`{a} = "yes-1" and {b} contains "y-"`), Questions: []instrument.Question{
					{ID: "d", Type: instrument.Open},
					{ID: "e", Type: instrument.Single, Choices: []instrument.Choice{{Value: "q-1", Points: 1}}},
				}},
			}},
			{ID: "end-MS", ShownIf: instrument.MustGuard(`{a} = "no"`), Sections: []instrument.Section{
				{ID: "end-MS", Kind: instrument.Mitigation, Questions: []instrument.Question{{ID: "g", Type: instrument.Single, Choices: []instrument.Choice{{Value: "r-1", Points: 1}}}}},
				{ID: "not-NS", Kind: instrument.Unscored, Questions: []instrument.Question{{ID: "h", Type: instrument.Single, Choices: []instrument.Choice{{Value: "s"}}}}},
			}},
		},
	}
	if diff := cmp.Diff(want, in); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The problems of a survey are told at their places in the file.
func TestReadSurvey_problems(t *testing.T) {
	page := func(elements string) string {
		return `{"pages": [{"name": "p", "elements": [{"type": "html", "name": "i"}, {"type": "panel", "name": "s-RS", "elements": [` + elements + `]}]}]}`
	}
	at := "/pages/0/elements/1/elements/"
	for _, c := range []struct{ desc, text, want string }{
		{"not JSON", `{`, " aims/syntax"},
		{"no pages", `{"pages": []}`, "/pages aims/missing"},
		{"a type of question that is not read", page(`{"type": "matrix", "name": "q"}`), at + "0/type instrument/element-unknown"},
		{"no type", page(`{"name": "q"}`), at + "0/type instrument/element-unknown"},
		{"a member that could change a score", page(`{"type": "radiogroup", "name": "q", "choices": ["a-1"], "choicesVisibleIf": "{x} = 1"}`), at + "0/choicesVisibleIf aims/unknown-member"},
		{"a member of a choice that could change a score", page(`{"type": "radiogroup", "name": "q", "choices": [{"value": "a-1", "visibleIf": "{x} = 1"}]}`), at + "0/choices/0 aims/unknown-word"},
		{"a choice without a value", page(`{"type": "radiogroup", "name": "q", "choices": [{"text": "A"}]}`), at + "0/choices/0 aims/unknown-word"},
		{"a choice that is true", page(`{"type": "radiogroup", "name": "q", "choices": [{"value": true}]}`), at + "0/choices/0 aims/unknown-word"},
		{"a choice whose value is null", page(`{"type": "radiogroup", "name": "q", "choices": [{"value": null}]}`), at + "0/choices/0 aims/unknown-word"},
		{"a title that is a number", page(`{"type": "text", "name": "q", "title": 3}`), at + "0/title aims/unknown-word"},
		{"a title that is null in one language", page(`{"type": "text", "name": "q", "title": {"fr": null}}`), at + "0/title aims/unknown-word"},
		{"an expression that is not read", page(`{"type": "text", "name": "q", "visibleIf": "{x} notempty"}`), at + "0/visibleIf aims/unknown-word"},
		{"a guard that asks for nobody", page(`{"type": "text", "name": "q", "visibleIf": "{x} = 'a'"}`), at + "0/visibleIf instrument/guard-dangling"},
		{"a panel whose guard asks for nobody", `{"pages": [{"name": "p", "elements": [{"type": "panel", "name": "s", "visibleIf": "{x} = 'a'", "elements": [{"type": "text", "name": "q"}]}]}]}`, "/pages/0/elements/0/visibleIf instrument/guard-dangling"},
		{"a page whose guard asks for nobody", `{"pages": [{"name": "p", "visibleIf": "{x} = 'a'"}]}`, "/pages/0/visibleIf instrument/guard-dangling"},
		{"a name that is none", page(`{"type": "text", "name": "a name"}`), at + "0/name aims/id-malformed"},
		{"a name twice", page(`{"type": "text", "name": "q"}, {"type": "text", "name": "q"}`), at + "1/name instrument/name-twice"},
		{"a choice twice", page(`{"type": "radiogroup", "name": "q", "choices": ["a-1", "a-1"]}`), at + "0/choices/1 aims/twice"},
		{"more points than can be read", page(`{"type": "radiogroup", "name": "q", "choices": ["a-99999999999999999999"]}`), at + "0/choices/0/points instrument/points-range"},
		{"a guard in a circle", page(`{"type": "radiogroup", "name": "q", "choices": ["a-1"], "visibleIf": "{q} = 'a-1'"}`), at + "0 instrument/guard-cycle"},
	} {
		in, err := instrument.ReadSurvey([]byte(c.text), instrument.CanadianAIA("v1"), aims.DecodeOptions{})
		if diff := cmp.Diff([]string{c.want}, places(aims.Problems(err))); diff != "" {
			t.Errorf("%s (-want +got):\n%s\n%v", c.desc, diff, err)
		}
		if in.ID != "" {
			t.Errorf("%s: refused, and an instrument is handed out", c.desc)
		}
	}
	// What the settings say is no part of the file, and keeps its name.
	settings := instrument.CanadianAIA("")
	settings.Scoring.Outcomes = nil
	_, err := instrument.ReadSurvey([]byte(page(`{"type": "text", "name": "q"}`)), settings, aims.DecodeOptions{})
	if diff := cmp.Diff([]string{"/version aims/missing", "/outcomes aims/missing"}, places(aims.Problems(err))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Files that are meant to do harm are refused early.
func TestReadSurvey_limits(t *testing.T) {
	nested := strings.Repeat(`{"type":"panel","name":"p","elements":[`, 40) + strings.Repeat(`]}`, 40)
	for desc, c := range map[string]struct {
		text string
		o    aims.DecodeOptions
		want aims.Code
	}{
		"deep panels":           {`{"pages":[{"name":"p","elements":[` + nested + `]}]}`, aims.DecodeOptions{}, aims.TooDeep},
		"deep JSON":             {strings.Repeat("[", 100_000), aims.DecodeOptions{}, aims.TooDeep},
		"a large file":          {strings.Repeat(" ", instrument.MaxSurvey) + "{}", aims.DecodeOptions{}, aims.TooLarge},
		"a limit of the caller": {`{"pages": []}`, aims.DecodeOptions{MaxBytes: 5}, aims.TooLarge},
		"a depth of the caller": {`{"pages": []}`, aims.DecodeOptions{MaxDepth: 1}, aims.TooDeep},
	} {
		_, err := instrument.ReadSurvey([]byte(c.text), instrument.CanadianAIA("v1"), c.o)
		if p := aims.Problems(err); len(p) == 0 || p[len(p)-1].Code != c.want {
			t.Errorf("%s: %.300v", desc, err)
		}
	}
}

// The limits of an instrument itself.
func TestValidate_limits(t *testing.T) {
	many := func(n int, guard string, points int) instrument.Instrument {
		in := smallInstrument(t)
		for i := range n {
			in.Pages[0].Sections[1].Questions = append(in.Pages[0].Sections[1].Questions, instrument.Question{
				ID: instrument.QuestionID(fmt.Sprint("more", i)), Type: instrument.Multiple, ShownIf: instrument.MustGuard(guard),
				Choices: []instrument.Choice{{Value: "x", Points: points}},
			})
		}
		return in
	}
	long := strings.TrimSuffix(strings.Repeat(`{data} = "yes" or `, 30), " or ")
	for desc, c := range map[string]struct {
		in   instrument.Instrument
		want []string
	}{
		"as many parts as there may be": {many(instrument.MaxParts-16, `{data} = "yes"`, 1), []string{}},
		"one part too many":             {many(instrument.MaxParts-15, `{data} = "yes"`, 1), []string{"/pages aims/too-many"}},
		"too much asked":                {many(700, long, 1), []string{"/pages aims/too-many"}},
	} {
		if diff := cmp.Diff(c.want, places(aims.Problems(c.in.Validate()))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", desc, diff)
		}
	}
	in := many(1700, `{data} = "yes"`, instrument.MaxPoints)
	for i := range in.Pages[0].Sections[1].Questions {
		q := &in.Pages[0].Sections[1].Questions[i]
		for len(q.Choices) > 0 && len(q.Choices) < instrument.MaxMultiple && q.Type == instrument.Multiple {
			q.Choices = append(q.Choices, instrument.Choice{Value: fmt.Sprint("y", len(q.Choices)), Points: instrument.MaxPoints})
		}
	}
	if diff := cmp.Diff([]string{"/pages instrument/total-range"}, places(aims.Problems(in.Validate()))); diff != "" {
		t.Errorf("points (-want +got):\n%s", diff)
	}
}

func TestReadObligations(t *testing.T) {
	text := `{"v1": {"Notice": ["None", " Post a notice. "], "Peer review": ["", "One peer."], "É": ["Fais-le.", "None"]}, "v2": {"Notice": ["None"]}}`
	got, err := instrument.ReadObligations([]byte(text), "v1", 2, aims.DecodeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want := [][]instrument.Obligation{
		{{ID: got[0][0].ID, Title: instrument.English("É"), Text: instrument.English("Fais-le.")}},
		{
			{ID: "notice", Title: instrument.English("Notice"), Text: instrument.English("Post a notice.")},
			{ID: "peer-review", Title: instrument.English("Peer review"), Text: instrument.English("One peer.")},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" || !aims.ValidID(string(got[0][0].ID)) {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for version, want := range map[string]string{"v2": "/v2/Notice instrument/obligations-uneven", "v3": " instrument/obligations-missing"} {
		_, err := instrument.ReadObligations([]byte(text), version, 2, aims.DecodeOptions{})
		if diff := cmp.Diff([]string{want}, places(aims.Problems(err))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", version, diff)
		}
	}
	if _, err := instrument.ReadObligations([]byte("["), "v1", 2, aims.DecodeOptions{}); err == nil {
		t.Error("half a document is read")
	}
}

// The obligations of the oracle fit their versions and reach the evaluation.
func TestOracle_obligations(t *testing.T) {
	var raw jsonText
	readJSON(t, &raw, whole, "obligations_by_level.json")
	for version, want := range map[string][4]int{"v0.9.1": {2, 5, 7, 7}, "v0.10.0": {2, 6, 8, 8}} {
		in, _ := canadian(t, whole, version)
		lists, err := instrument.ReadObligations(raw, version, len(in.Outcomes), aims.DecodeOptions{})
		if err != nil {
			t.Fatal(err)
		}
		var got [4]int
		for i, list := range lists {
			in.Outcomes[i].Obligations = list
			got[i] = len(list)
		}
		e := evaluate(t, compile(t, in), instrument.Answers{Instrument: in.ID, Version: in.Version}, instrument.DropHidden)
		if diff := cmp.Diff(lists[0], e.Obligations); diff != "" {
			t.Errorf("%s (-want +got):\n%s", version, diff)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", version, diff)
		}
	}
}

type jsonText []byte

func (j *jsonText) UnmarshalJSON(data []byte) error {
	*j = append(jsonText(nil), data...)
	return nil
}
