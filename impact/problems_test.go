package impact_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
)

// problemCase is one change of the base, and everything that is wrong then.
type problemCase struct {
	Desc string         `json:"desc"`
	Code aims.Code      `json:"code,omitempty"` // the code that the case is about
	Set  map[string]any `json:"set"`            // pointer into the base → value, null to remove
	Want []problem      `json:"want"`
}

// errorOf evaluates the base after a change, and its screening.
func errorOf(t *testing.T, from any, c problemCase) error {
	t.Helper()
	for _, pointer := range slices.Sorted(maps.Keys(c.Set)) {
		from = set(t, from, pointer, c.Set[pointer])
	}
	data, err := json.Marshal(from)
	if err != nil {
		t.Fatal(err)
	}
	var b base
	if err := json.Unmarshal(data, &b); err != nil {
		t.Fatal(err)
	}
	had := b.Assessment.Method
	b.bind(t)
	if had == "" {
		b.Assessment.Method = ""
	}
	if _, err := impact.Evaluate(b.Assessment, b.Method, b.At, b.facts()); err != nil {
		return err
	}
	_, err = impact.CheckScreening(b.Screening, b.Method, nil)
	return err
}

func TestProblems_fixtures(t *testing.T) {
	var b any
	read(t, "base.json", &b)
	var cases []problemCase
	read(t, "problems.json", &cases)
	covered := map[aims.Code]bool{impact.MethodOther: true} // see TestEvaluate_otherMethod
	for _, c := range cases {
		t.Run(strings.ReplaceAll(string(c.Code), "/", "-")+"/"+c.Desc, func(t *testing.T) {
			same(t, "problems", c.Want, problemsOf(t, errorOf(t, b, c)))
		})
		covered[c.Code] = true
	}
	rules := ruleCodes()
	for _, code := range constants(t) {
		if !covered[code] && !slices.Contains(rules, code) {
			t.Errorf("no fixture yields %s", code)
		}
	}
}

// constants lists the codes that the files of records, method and rules declare.
func constants(t *testing.T) []aims.Code {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var out []aims.Code
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || elsewhere(name) {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			for _, v := range spec.Values {
				if l, ok := v.(*ast.BasicLit); ok && strings.HasPrefix(l.Value, `"impact/`) {
					code, err := strconv.Unquote(l.Value)
					if err != nil {
						t.Fatal(err)
					}
					out = append(out, aims.Code(code))
				}
			}
			return true
		})
	}
	return out
}

// elsewhere reports whether the codes of a file are tested beside it.
func elsewhere(name string) bool {
	for _, topic := range []string{"gate", "stale", "waiver", "screen_", "screen.", "suggest", "cumulative"} {
		if strings.HasPrefix(name, topic) {
			return true
		}
	}
	return false
}

// Every code that a file declares has its sentence.
func TestSentences(t *testing.T) {
	sentences := impact.Sentences()
	for _, code := range constants(t) {
		if sentences[code] == "" {
			t.Errorf("%s has no sentence", code)
		}
	}
	sentences[impact.Unlisted] = ""
	if impact.Sentences()[impact.Unlisted] == "" {
		t.Error("Sentences hands out the map itself")
	}
}
