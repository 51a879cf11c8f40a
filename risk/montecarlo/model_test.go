package montecarlo_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

// modelCase is one document of testdata/models.json. The first one uses every
// member and kind.
type modelCase struct {
	Desc  string
	Input json.RawMessage
	Want  []where
}

// where is a problem without its sentence.
type where struct {
	Path string
	Code aims.Code
}

func modelCases(t testing.TB) []modelCase {
	t.Helper()
	data, err := os.ReadFile("testdata/models.json")
	if err != nil {
		t.Fatal(err)
	}
	var list []modelCase
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	return list
}

func fullModel(t testing.TB) montecarlo.Model {
	t.Helper()
	m, err := montecarlo.DecodeModel(modelCases(t)[0].Input)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func whereOf(err error) []where {
	var out []where
	for _, p := range aims.Problems(err) {
		out = append(out, where{p.Path, p.Code})
	}
	return out
}

func TestModels(t *testing.T) {
	seen := make(map[aims.Code]bool)
	for _, c := range modelCases(t) {
		t.Run(c.Desc, func(t *testing.T) {
			m, err := montecarlo.DecodeModel(c.Input)
			if d := cmp.Diff(c.Want, whereOf(err), cmpopts.EquateEmpty()); d != "" {
				t.Fatalf("problems (-want +got)\n%s\n%v", d, err)
			}
			for _, p := range aims.Problems(err) {
				seen[p.Code] = true
				if s := p.Sentence(); strings.ContainsAny(s, "{}") || s == "" {
					t.Errorf("the sentence is not filled in: %s", p)
				}
			}
			if err != nil {
				return
			}
			data, err := json.Marshal(m)
			if err != nil {
				t.Fatal(err)
			}
			again, err := montecarlo.DecodeModel(data)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(m, again, cmp.AllowUnexported(montecarlo.Number{}), cmp.Comparer(aims.Amount.Equal)); d != "" {
				t.Errorf("round trip (-want +got)\n%s", d)
			}
			if d := cmp.Diff(plain(t, c.Input), plain(t, data)); d != "" {
				t.Errorf("document (-want +got)\n%s", d)
			}
		})
	}
	for _, code := range []aims.Code{
		montecarlo.ParameterMissing, montecarlo.ParameterUnused, montecarlo.OutOfRange, montecarlo.OutOfOrder, montecarlo.SumNotOne,
		montecarlo.Unpaired, montecarlo.TooNested, montecarlo.TooHeavy, montecarlo.Outside, montecarlo.CurrencyMalformed,
		montecarlo.NoScenario, montecarlo.EstimateMissing, montecarlo.EstimateTwice, montecarlo.NodeTwice, montecarlo.NodeMissing,
		montecarlo.ScenarioUnknown, montecarlo.TreeNeeded, montecarlo.LayerEmpty, montecarlo.StrikeEmpty, montecarlo.ProductHasNoEvents,
		montecarlo.FactorAbsent, montecarlo.PairTwice, montecarlo.NotPositiveDefinite, montecarlo.PointerUnknown,
	} {
		if !seen[code] {
			t.Errorf("no case has %s", code)
		}
		if montecarlo.Sentences()[code] == "" {
			t.Errorf("%s has no sentence", code)
		}
	}
}

func plain(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestDocumentsAreReadStrictly(t *testing.T) {
	for _, c := range []struct {
		desc, doc string
		want      []where
	}{
		{"no format", `{"scenarios":[]}`, []where{{"/format", aims.FormatMissing}}},
		{"newer", `{"format":"aimskit/0.9","scenarios":[]}`, []where{{"/format", aims.NewerFormat}}},
		{"unknown members, words and types", `{"format":"aimskit/0.1","scenario":[],"scenarios":[{"id":"s","frequency":{"kind":"poison","rate":"2"},"severity":{"kind":"lognormal","Mu":9,"sigma":null}}]}`, []where{
			{"/scenario", aims.UnknownMember},
			{"/scenarios/0/frequency/kind", aims.UnknownWord},
			{"/scenarios/0/frequency/rate", aims.UnknownWord},
			{"/scenarios/0/severity/Mu", aims.MemberCase},
			{"/scenarios/0/severity/sigma", aims.Null},
		}},
		{"no object", `[]`, []where{{"", aims.WrongType}}},
	} {
		_, err := montecarlo.DecodeModel([]byte(c.doc))
		if d := cmp.Diff(c.want, whereOf(err)); d != "" {
			t.Errorf("%s (-want +got)\n%s\n%v", c.desc, d, err)
		}
	}
}

func TestModelsMadeInAProgram(t *testing.T) {
	frequency, severity := montecarlo.Poisson(2), montecarlo.Lognormal(9, 1.2)
	m := montecarlo.Model{Scenarios: []montecarlo.Scenario{{ID: "s", Frequency: &frequency, Severity: &severity}}}
	if err := m.Validate(); err != nil {
		t.Error(err)
	}
	m.Format = "aimskit/0.0"
	if d := cmp.Diff([]where{{"/format", montecarlo.FormatWrong}}, whereOf(m.Validate())); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if d := cmp.Diff([]where{{"/scenarios", montecarlo.NoScenario}}, whereOf(montecarlo.Model{}.Validate())); d != "" {
		t.Errorf("the zero model (-want +got)\n%s", d)
	}
	if d := cmp.Diff([]where{{"/kind", aims.Missing}}, whereOf(montecarlo.Frequency{}.Validate())); d != "" {
		t.Errorf("the zero frequency (-want +got)\n%s", d)
	}
	if d := cmp.Diff([]where{{"/kind", aims.Missing}}, whereOf(montecarlo.Effect{}.Validate())); d != "" {
		t.Errorf("the zero effect (-want +got)\n%s", d)
	}
}
