package aims_test

import (
	"errors"
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
	"github.com/google/go-cmp/cmp"
)

// codeFixtures has one way to get each code, and nothing but that code.
var codeFixtures = map[aims.Code]func() error{
	aims.Missing:         func() error { return aims.Person{}.Validate() },
	aims.IDMalformed:     func() error { return aims.Person{ID: "a b"}.Validate() },
	aims.KeyMalformed:    fromCheck(func(c *aims.Checker) { c.Key("for", aims.Key{Framework: "iso42001", ID: "C-7"}) }),
	aims.RefMalformed:    fromCheck(func(c *aims.Checker) { c.Ref("to", aims.Ref{Kind: "policy"}) }),
	aims.CodeMalformed:   func() error { return newCatalogue("four", aims.Point{ID: "four/a", Text: "x", Core: true}) },
	aims.DigestMalformed: fromCheck(func(c *aims.Checker) { c.Digest("digest", "md5:0") }),
	aims.DateMalformed:   func() error { return aims.Person{ID: "p", From: -1}.Validate() },
	aims.DatesSwapped:    func() error { return aims.Person{ID: "p", From: 2, Until: 1}.Validate() },
	aims.TextMalformed:   func() error { return aims.Person{ID: "p", Employer: "a\x00b"}.Validate() },
	aims.TextTooLong:     func() error { return aims.Person{ID: "p", Employer: strings.Repeat("x", aims.MaxText+1)}.Validate() },
	aims.WordUnknown:     func() error { return aims.Person{ID: "p", Machine: 9}.Validate() },
	aims.Twice:           fromCheck(func(c *aims.Checker) { aims.CheckIDs(c, "ids", []aims.PersonID{"p", "p"}) }),
	aims.Negative:        fromCheck(func(c *aims.Checker) { c.Count("count", aims.AmountInt(-1)) }),
	aims.SelfReference:   func() error { return aims.Person{ID: "p", ReportsTo: "p"}.Validate() },
	aims.Unreadable:      fromCheck(func(c *aims.Checker) { c.Nest("part", errors.New("of another library")) }),
	aims.MoreThanAll: fromCheck(func(c *aims.Checker) {
		c.NotMore("failed", aims.AmountInt(3), "cases", aims.AmountInt(2))
	}),
	aims.IntervalMalformed: fromCheck(func(c *aims.Checker) { c.OptionalInterval("every", "monthly") }),
	aims.RangeEmpty: func() error {
		return aims.Range{AtLeast: aims.AmountInt(2), AtMost: aims.AmountInt(1)}.Validate()
	},
	aims.InAndOut: func() error {
		return aims.Scope{ID: "s", Title: "x", Version: "1", Systems: []aims.SystemID{"a"}, Exclusions: []aims.Exclusion{{System: "a"}}}.Validate()
	},
	aims.NoObjective: func() error {
		return aims.Objective{ID: "o", Title: "x", Statement: "x", AnnexC: []aims.AnnexC{"C.3.1"}}.Validate()
	},
	aims.ChangePath:     func() error { return changing("systems") },
	aims.ChangeNowhere:  func() error { return changing("/systems/s-1/stage") },
	aims.ChangesCollide: func() error { return changing("/systems", "/systems/0") },
	aims.StageSkipped: func() error {
		return aims.AISystem{ID: "s", Name: "x", History: []aims.StageChange{
			{To: aims.StageInception, On: 1}, {To: aims.StageRetirement, On: 2}, {To: aims.StageOperation, On: 3},
		}}.Validate()
	},
	aims.StageStale: func() error {
		return aims.AISystem{ID: "s", Name: "x", Stage: aims.StageOperation, History: []aims.StageChange{{To: aims.StageInception, On: 1}}}.Validate()
	},

	aims.OutOfOrder: func() error {
		return newCatalogueOf(aims.Requirement{Clause: "10", Title: "x", Summary: "x", Points: []aims.Point{{ID: "10/a", Text: "x", Core: true}}},
			aims.Requirement{Clause: "4", Title: "x", Summary: "x", Points: []aims.Point{{ID: "4/a", Text: "x", Core: true}}})
	},
	aims.HeadingMissing: func() error { return newCatalogue("4.1", aims.Point{ID: "4.1/a", Text: "x", Core: true}) },
	aims.PointsOnHeading: func() error {
		return newCatalogueOf(aims.Requirement{Clause: "4", Title: "x", Summary: "x", Points: []aims.Point{{ID: "4/a", Text: "x", Core: true}}},
			aims.Requirement{Clause: "4.1", Title: "x", Summary: "x", Points: []aims.Point{{ID: "4.1/a", Text: "x", Core: true}}})
	},
	aims.PointMisplaced:   func() error { return newCatalogue("4", aims.Point{ID: "4/b", Text: "x", Core: true}) },
	aims.CorePointMissing: func() error { return newCatalogue("4", aims.Point{ID: "4/a", Text: "x"}) },
	aims.TooMany:          func() error { return newCatalogue("4", make([]aims.Point, aims.MaxPoints+1)...) },

	aims.FormatMissing:   fromDocument(`{"id":"p"}`),
	aims.FormatUnknown:   fromDocument(`{"format":"other/1.0"}`),
	aims.NewerFormat:     fromDocument(`{"format":"aimskit/0.99"}`),
	aims.Syntax:          fromJSON(`{"id":}`, aims.DecodeOptions{}),
	aims.TrailingData:    fromJSON(`{"id":"p"} x`, aims.DecodeOptions{}),
	aims.UnknownMember:   fromJSON(`{"id":"p","shoeSize":"43"}`, aims.DecodeOptions{}),
	aims.DuplicateMember: fromJSON(`{"id":"p","id":"q"}`, aims.DecodeOptions{}),
	aims.MemberCase:      fromJSON(`{"ID":"p"}`, aims.DecodeOptions{}),
	aims.Null:            fromJSON(`{"id":null}`, aims.DecodeOptions{}),
	aims.WrongType:       fromJSON(`{"id":5}`, aims.DecodeOptions{}),
	aims.UnknownWord:     fromJSON(`{"machine":"maybe"}`, aims.DecodeOptions{}),
	aims.InvalidUTF8:     fromJSON("{\"id\":\"\xff\"}", aims.DecodeOptions{}),
	aims.TooLarge:        fromJSON(`{"id":"p"}`, aims.DecodeOptions{MaxBytes: 5}),
	aims.TooDeep:         fromJSON(`{"ext":{"a":"b"}}`, aims.DecodeOptions{MaxDepth: 1}),
	aims.TooManyProblems: fromJSON(`{"id":5,"machine":5}`, aims.DecodeOptions{MaxProblems: 1}),
	aims.NumberRange: func() error {
		var n int8
		_, err := aims.Decode([]byte(`300`), &n, aims.DecodeOptions{})
		return err
	},
	aims.DecodeTarget: func() error {
		_, err := aims.Decode([]byte(`{}`), aims.Person{}, aims.DecodeOptions{})
		return err
	},
}

func fromCheck(check func(*aims.Checker)) func() error {
	return func() error {
		var c aims.Checker
		check(&c)
		return c.Err()
	}
}

func fromDocument(text string) func() error {
	return func() error {
		var p aims.Person
		_, err := aims.DecodeDocument([]byte(text), &p, aims.DecodeOptions{})
		return err
	}
}

func fromJSON(text string, o aims.DecodeOptions) func() error {
	return func() error {
		var p aims.Person
		_, err := aims.Decode([]byte(text), &p, o)
		return err
	}
}

func newCatalogue(clause aims.Clause, points ...aims.Point) error {
	return newCatalogueOf(aims.Requirement{Clause: clause, Title: "x", Summary: "x", Points: points})
}

func changing(paths ...string) error {
	var changes []aims.Change
	for _, p := range paths {
		changes = append(changes, aims.Change{Path: p})
	}
	_, err := aims.ApplyChanges([]byte(`{"systems":[]}`), changes)
	return err
}

func newCatalogueOf(r ...aims.Requirement) error {
	_, err := aims.NewCatalogue("own", aims.Attribution{Source: "own"}, r)
	return err
}

var placeholder = regexp.MustCompile(`\{([A-Za-z]+)\}`)

func TestEveryCodeHasASentenceAndAFixture(t *testing.T) {
	sentences := aims.Sentences()
	for _, code := range slices.Sorted(maps.Keys(sentences)) {
		template := sentences[code]
		fixture, ok := codeFixtures[code]
		if !ok {
			t.Errorf("%s has no fixture", code)
			continue
		}
		var found []aims.Problem
		for _, p := range aims.Problems(fixture()) {
			switch {
			case p.Code == code:
				found = append(found, p)
			case code != aims.TooManyProblems: // which comes after the others
				t.Errorf("the fixture of %s gives %s as well", code, p)
			}
		}
		if len(found) != 1 {
			t.Errorf("the fixture of %s gives it %d times", code, len(found))
			continue
		}
		p := found[0]
		for _, m := range placeholder.FindAllStringSubmatch(template, -1) {
			if p.Args[m[1]] == "" {
				t.Errorf("%s speaks of {%s}, which the problem does not supply: %v", code, m[1], p.Args)
			}
		}
		if s := p.Sentence(); len(s) < 10 {
			t.Errorf("%s: the sentence is %q", code, s)
		}
	}
	for code := range codeFixtures {
		if _, ok := sentences[code]; !ok {
			t.Errorf("%s has a fixture and no sentence", code)
		}
	}
}

// Hosts may change their copy of the sentences.
func TestSentencesIsACopy(t *testing.T) {
	mine := aims.Sentences()
	mine[aims.Missing] = "scribble"
	if aims.Sentences()[aims.Missing] == "scribble" {
		t.Error("the copy is the original")
	}
}

// No constant of type Code lacks a sentence, whichever file declares it.
func TestEveryCodeConstantHasASentence(t *testing.T) {
	want := codeConstants(t, ".")
	var got []string
	for code := range aims.Sentences() {
		got = append(got, string(code))
	}
	slices.Sort(got)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("constants against sentences (-want +got)\n%s", d)
	}
}

// codeConstants reads the values of the constants of type Code from the
// sources of a package; a constant may stand for one of internal/strict.
func codeConstants(t *testing.T, dir string) []string {
	t.Helper()
	strict := make(map[string]string)
	constants(t, "../internal/strict", func(name string, _, value ast.Expr) {
		if lit, ok := value.(*ast.BasicLit); ok {
			strict[name], _ = strconv.Unquote(lit.Value)
		}
	})
	var out []string
	constants(t, dir, func(name string, typ, value ast.Expr) {
		if id, ok := typ.(*ast.Ident); !ok || id.Name != "Code" {
			return
		}
		code := ""
		switch v := value.(type) {
		case *ast.BasicLit:
			code, _ = strconv.Unquote(v.Value)
		case *ast.SelectorExpr:
			code = strict[v.Sel.Name]
		}
		if !strings.HasPrefix(code, "aims/") {
			t.Errorf("%s is %q", name, code)
		}
		out = append(out, code)
	})
	slices.Sort(out)
	return out
}

func constants(t *testing.T, dir string, see func(name string, typ, value ast.Expr)) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no sources in %s: %v", dir, err)
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
				for i, value := range v.Values {
					see(v.Names[i].Name, v.Type, value)
				}
			}
		}
	}
}
