package risk_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	gen "github.com/aimskit/aimskit/internal/gen/risk"
	"github.com/aimskit/aimskit/risk"
)

// codeFixtures yield each problem of records and of the register, and nothing
// else.
var codeFixtures = map[aims.Code]func() error{
	risk.LevelOutside: criteria(func(k *risk.Criteria) { k.Tolerance = 5 }),
	risk.StepsFew: criteria(func(k *risk.Criteria) {
		k.Levels = k.Levels[:1]
		k.Matrix.Grid = flat(5, 5)
		k.Tolerance, k.Accepters = 0, nil
	}),
	risk.UnitMissing:        criteria(func(k *risk.Criteria) { k.Likelihood.Steps[0].Max = aims.AmountInt(1) }),
	risk.BoundsEmpty:        bounds(risk.PerYear, "1", "1", "", ""),
	risk.BoundsApart:        bounds(risk.PerYear, "0", "1", "2", "3"),
	risk.ProbabilityOutside: bounds(risk.Probability, "0", "0.5", "0.5", "1.5"),
	risk.GridMismatch:       criteria(func(k *risk.Criteria) { k.Likelihood.Steps = k.Likelihood.Steps[:4] }),
	risk.ThresholdsSwapped:  criteria(func(k *risk.Criteria) { k.Appetite, k.Tolerance = 3, 2 }),
	risk.ColorMalformed:     criteria(func(k *risk.Criteria) { k.Levels[0].Color = "red" }),
	risk.AccepterNobody:     criteria(func(k *risk.Criteria) { k.Accepters[0].Persons = nil }),
	risk.LevelAndReason:     sound(func(r *risk.Records) { r.Risks[0].Current.Consequences[0].WhyNot = "x" }),
	risk.DimensionUnknown:   sound(func(r *risk.Records) { r.Treatments[1].Effects[0].Consequences[0].Dimension = "nature" }),
	risk.EffectOutside:      sound(func(r *risk.Records) { r.Treatments[0].Effects[0].Likelihood = -1 }),
	risk.EffectStray:        sound(func(r *risk.Records) { r.Treatments[0].Effects[0].Risk = "risk-2" }),
	risk.CurrencyMalformed:  sound(func(r *risk.Records) { r.Treatments[0].Currency = "euro" }),
	risk.CurrencyMissing:    sound(func(r *risk.Records) { r.Treatments[0].Cost = aims.AmountInt(1) }),
	risk.SourceUnknown:      sound(func(r *risk.Records) { r.Risks[0].Sources[0] = "C.3.8" }),
	risk.PriorityNegative:   sound(func(r *risk.Records) { r.Risks[0].Priority = -1 }),
	risk.IDTaken: sound(func(r *risk.Records) {
		r.Opportunities = append(r.Opportunities, risk.Opportunity{ID: "CHANCE-1", Title: "x"})
	}),
	risk.Dangling: sound(func(r *risk.Records) { r.Risks[0].Causes = []risk.RiskID{"risk-9"} }),
	risk.CauseCycle: sound(func(r *risk.Records) {
		r.Risks[0].Causes, r.Risks[1].Causes, r.Risks[2].Causes = []risk.RiskID{"risk-2"}, []risk.RiskID{"risk-3", "risk-4"}, []risk.RiskID{"risk-1"}
	}),
	risk.CriteriaUnknown:   sound(func(r *risk.Records) { r.Risks[0].Target.Criteria = aims.DigestBytes(nil) }),
	risk.RevokesOther:      sound(revoke("risk-3", "acceptance-4", "")),
	risk.RevokesRevocation: sound(revoke("risk-3", "acceptance-3", "back")),

	risk.MappingIncomplete: mapped(func(m *risk.Mapping) { m.Likelihood = m.Likelihood[:4] }),
	risk.MappingFalls:      mapped(func(m *risk.Mapping) { m.Likelihood = []risk.Level{1, 2, 3, 2, 5} }),
	risk.DimensionUnmapped: mapped(func(m *risk.Mapping) { m.Consequences = m.Consequences[1:] }),
}

func flat(rows, columns int) [][]risk.Level {
	out := make([][]risk.Level, rows)
	for i := range out {
		out[i] = slices.Repeat([]risk.Level{1}, columns)
	}
	return out
}

func criteria(spoil func(*risk.Criteria)) func() error {
	return func() error {
		k := gen.Criteria()
		spoil(&k)
		return k.Validate()
	}
}

// bounds checks a scale of two steps.
func bounds(unit risk.Unit, limits ...string) func() error {
	return func() error {
		s := risk.Scale{Title: "x", Unit: unit, Steps: []risk.Step{{Label: "a"}, {Label: "b"}}}
		for i, into := range []*aims.Amount{&s.Steps[0].Min, &s.Steps[0].Max, &s.Steps[1].Min, &s.Steps[1].Max} {
			if limits[i] != "" {
				*into = aims.MustAmount(limits[i])
			}
		}
		return s.Validate()
	}
}

func sound(spoil func(*risk.Records)) func() error {
	return func() error {
		r, _ := gen.Sound(4)
		spoil(&r)
		_, err := risk.NewRegister(r)
		return err
	}
}

// revoke adds an acceptance that takes one back, and perhaps one that takes
// that back.
func revoke(id risk.RiskID, what, again risk.AcceptanceID) func(*risk.Records) {
	return func(r *risk.Records) {
		back := risk.Acceptance{ID: "back", Risk: id, By: "p-ceo", On: day("2026-06-01"), Why: "x", Revokes: what}
		r.Acceptances = append(r.Acceptances, back)
		if again != "" {
			back.ID, back.Revokes = "again", again
			r.Acceptances = append(r.Acceptances, back)
		}
	}
}

func mapped(spoil func(*risk.Mapping)) func() error {
	return func() error {
		r, _ := gen.Sound(4)
		register, err := risk.NewRegister(r)
		if err != nil {
			return err
		}
		m := risk.SameScales(r.Criteria[0])
		spoil(&m)
		next := gen.Criteria()
		next.ID = "criteria-2"
		_, _, err = risk.Rerate(register, r.Criteria[0], next, m)
		return err
	}
}

var placeholder = regexp.MustCompile(`\{([A-Za-z]+)\}`)

func TestCodes_problems(t *testing.T) {
	sentences := risk.Sentences()
	for _, code := range slices.Sorted(maps.Keys(codeFixtures)) {
		problems := aims.Problems(codeFixtures[code]())
		if len(problems) != 1 || problems[0].Code != code {
			t.Errorf("the fixture of %s gives %v", code, problems)
			continue
		}
		p := problems[0]
		for _, m := range placeholder.FindAllStringSubmatch(sentences[code], -1) {
			if p.Args[m[1]] == "" {
				t.Errorf("%s speaks of {%s}, which the problem does not supply: %v", code, m[1], p.Args)
			}
		}
		if len(p.Sentence()) < 10 {
			t.Errorf("%s: the sentence is %q", code, p.Sentence())
		}
	}
}

// No constant of type Code lacks a sentence, whichever file declares it, and
// no sentence a constant.
func TestCodes_sentences(t *testing.T) {
	var want, got []string
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no sources", err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range f.Decls {
			group, ok := decl.(*ast.GenDecl)
			if !ok || group.Tok != token.CONST {
				continue
			}
			for _, spec := range group.Specs {
				v := spec.(*ast.ValueSpec)
				if typ, ok := v.Type.(*ast.SelectorExpr); !ok || typ.Sel.Name != "Code" {
					continue
				}
				for _, value := range v.Values {
					code, err := strconv.Unquote(value.(*ast.BasicLit).Value)
					if err != nil || !strings.HasPrefix(code, "risk/") {
						t.Errorf("%s: %s", name, code)
					}
					want = append(want, code)
				}
			}
		}
	}
	for code := range risk.Sentences() {
		got = append(got, string(code))
	}
	slices.Sort(want)
	slices.Sort(got)
	same(t, "constants against sentences", want, got)
}

// Hosts may change their copy of the sentences.
func TestSentences_copy(t *testing.T) {
	mine := risk.Sentences()
	mine[risk.Dangling] = "scribble"
	if risk.Sentences()[risk.Dangling] == "scribble" {
		t.Error("the copy is the original")
	}
}
