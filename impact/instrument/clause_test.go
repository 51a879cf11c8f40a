package instrument_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact/instrument"
)

// The consequences for individuals, groups and societies are assessed, of
// intended use and of foreseeable misuse.
func TestClause_6_1_4_whomItConcerns(t *testing.T) {
	in := instrument.ShortAIIA()
	var pages []string
	for _, p := range in.Pages {
		pages = append(pages, string(p.ID))
	}
	for _, want := range []string{"use", "individuals", "societies", "measures"} {
		if !slices.Contains(pages, want) {
			t.Errorf("nothing is asked about %s", want)
		}
	}
	for _, want := range []instrument.QuestionID{"groups", "misuse", "rights", "safety", "environment", "democracy"} {
		if !slices.ContainsFunc(questionsOf(in), func(q instrument.Question) bool { return q.ID == want }) {
			t.Errorf("%s is not asked", want)
		}
	}
}

// The result is taken into the risk assessment wherever there is impact.
func TestClause_6_1_4_resultsAreUsed(t *testing.T) {
	for _, o := range instrument.ShortAIIA().Outcomes[1:] {
		if !slices.ContainsFunc(o.Obligations, func(b instrument.Obligation) bool { return b.ID == "assess" && strings.Contains(b.Source, "6.1.4") }) {
			t.Errorf("%s does not lead to the risk assessment", o.ID)
		}
	}
}

// Assessments are repeated at planned intervals and before significant changes.
func TestClause_8_4_repeated(t *testing.T) {
	for _, o := range instrument.ShortAIIA().Outcomes {
		if !slices.ContainsFunc(o.Obligations, func(b instrument.Obligation) bool { return strings.Contains(b.Source, "8.4") }) {
			t.Errorf("%s is not repeated", o.ID)
		}
	}
}

// The documented result says what was assessed by which instrument, and each
// answer that counts.
func TestControl_A_5_3_documented(t *testing.T) {
	p := small(t)
	e := evaluate(t, p, to(given{"harm": {"b"}, "data": {"yes"}}), instrument.DropHidden)
	data, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"model":"small 1"`, `"method":"` + string(p.Digest()), `"module":"` + aims.Version, `"hidden":"drop"`,
		`"question":"harm","kind":"raw","answer":"b"`, `"missing":["phase","kind"]`,
	} {
		if !strings.Contains(string(data), want) {
			t.Errorf("%s is missing in\n%s", want, data)
		}
	}
	var again instrument.Evaluation
	if _, err := aims.Decode(data, &again, aims.DecodeOptions{}); err != nil || again.Level != e.Level || len(again.Sections) != len(e.Sections) {
		t.Errorf("the result does not read: %v", err)
	}
}
