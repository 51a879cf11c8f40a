package layers_test

import "strings"

func saboteurs() []saboteur {
	var all []saboteur
	for _, group := range [][]saboteur{orderSaboteurs(), importSaboteurs(), pureSaboteurs(), shapeSaboteurs(), wordSaboteurs()} {
		all = append(all, group...)
	}
	return all
}

// importing is the source of a file of package name that imports paths blank.
func importing(name string, paths ...string) string {
	return "package " + name + "\n\nimport (\n\t_ \"" + strings.Join(paths, "\"\n\t_ \"") + "\"\n)\n"
}

// body is a file of package name with imports by name and one function.
func body(name, importPath, statement string) string {
	return "package " + name + "\n\nimport \"" + importPath + "\"\n\nfunc f() {\n\t" + statement + "\n}\n"
}

func orderSaboteurs() []saboteur {
	const house = "example.org/house/"
	return []saboteur{
		{"to the right", "order", map[string]string{
			"aims/x_test.go": importing("aims", house+"audit"),
		}, []string{"aims/x_test.go:4: audit stands to the right of aims"}},
		{"to the right in an external test", "order", map[string]string{
			"aims/x_test.go": importing("aims_test", house+"audit"),
		}, []string{"aims/x_test.go:4: audit stands to the right of aims"}},
		{"inside audit", "order", map[string]string{
			"audit/readiness/doc.go": "// Package readiness scores.\n" + "package readiness\n",
			"audit/rules/x_test.go":  importing("rules", house+"audit/readiness"),
		}, []string{"audit/rules/x_test.go:4: audit/readiness stands to the right of audit/rules"}},
		{"internal knows nobody", "order", map[string]string{
			"internal/canon/x.go": importing("canon", house+"aims"),
		}, []string{"internal/canon/x.go:4: aims stands to the right of internal/canon"}},
		{"a nested module", "order", map[string]string{
			"risk/fast/go.mod": "module example.org/house/risk/fast\n",
			"risk/fast/doc.go": "// Package fast is fast.\n" + importing("fast", house+"audit"),
		}, []string{"risk/fast/doc.go:5: audit stands to the right of risk/fast"}},
		{"down into its own folder", "order", map[string]string{
			"risk/doc.go":       "// Package risk is risk.\npackage risk\n\nimport \"example.org/house/risk/curve\"\n\nvar x = curve.X\n",
			"risk/curve/doc.go": "// Package curve is a curve.\npackage curve\n",
		}, []string{"risk/doc.go:4: risk/curve stands below risk: a package does not import its own folders"}},
		{"a folder without a place", "order", map[string]string{
			"zoo/ape_test.go":      "package zoo_test\n",
			".gitignore":           "/zoo\n/out/",
			"aims/store/x_test.go": importing("store_test", house+"zoo"),
		}, []string{"zoo: has no place in the order of the house; list it in internal/layers/order.go"}},
		{"a generator without a place", "order", map[string]string{
			"internal/gen/zoo/doc.go": "// Package zoo makes apes.\npackage zoo\n",
		}, []string{"internal/gen/zoo: has no place in the order of the house; list it in internal/layers/order.go"}},
		{"a generator outside tests", "order", map[string]string{
			"aims/x_test.go":     importing("aims", house+"internal/gen/aims"),
			"examples/demo/x.go": importing("main", house+"internal/gen/aims"),
		}, []string{
			"aims/x_test.go:4: internal/gen/aims holds generators for tests; only external tests import it",
			"examples/demo/x.go:4: internal/gen/aims holds generators for tests; only external tests import it",
		}},
		{"a generator of the right", "order", map[string]string{
			"aims/x_test.go": importing("aims_test", house+"internal/gen/rules"),
		}, []string{"aims/x_test.go:4: internal/gen/rules stands to the right of aims"}},
		{"storage in the domain", "order", map[string]string{
			"audit/x_test.go": importing("audit_test", house+"aims/store"),
		}, []string{"audit/x_test.go:4: storage is known to aims/store, aims/storetest, audit/ledger, examples, internal/gen only"}},
		{"a package that is not there", "order", map[string]string{
			"aims/x_test.go": importing("aims_test", house+"aims/nowhere"),
		}, []string{"aims/x_test.go:4: imports example.org/house/aims/nowhere, which does not exist"}},
	}
}

func importSaboteurs() []saboteur {
	return []saboteur{
		{"test module in an internal test", "thirdparty", map[string]string{
			"aims/x_test.go": importing("aims", "github.com/google/go-cmp/cmp"),
		}, []string{"aims/x_test.go:4: github.com/google/go-cmp is imported in internal/gen, aims/storetest and in external tests only"}},
		{"uuid outside its two places", "thirdparty", map[string]string{
			"examples/demo/x.go": importing("main", "github.com/google/uuid"),
		}, []string{"examples/demo/x.go:4: github.com/google/uuid is imported in aims/store, audit/oscal only"}},
		{"a module without a place", "thirdparty", map[string]string{
			"examples/demo/x.go": importing("main", "golang.org/x/exp/rand"),
		}, []string{"examples/demo/x.go:4: golang.org/x/exp is imported nowhere yet only"}},
		{"a heavy module", "thirdparty", map[string]string{
			"examples/demo/x.go": importing("main", "modernc.org/sqlite"),
		}, []string{"examples/demo/x.go:4: modernc.org/sqlite is not on the short list of internal/layers/imports.go; what is heavier lives in a nested module"}},
		{"net through another package", "links", map[string]string{
			"aims/x.go": body("aims", "net/smtp", "smtp.Dial(\"\")"),
		}, []string{
			"aims: links net: example.org/house/aims → net/smtp → net",
			"audit: links net: example.org/house/audit → example.org/house/aims → net/smtp → net",
			"audit/rules: links net: example.org/house/audit/rules → example.org/house/audit → example.org/house/aims → net/smtp → net",
		}},
		{"testing in the ledger", "links", map[string]string{
			"audit/ledger/doc.go": "// Package ledger remembers.\npackage ledger\n\nimport \"testing\"\n\nvar t testing.T\n",
		}, []string{
			"audit/ledger: links flag: example.org/house/audit/ledger → testing → flag",
			"audit/ledger: links testing: example.org/house/audit/ledger → testing",
		}},
		{"a module that nobody downloaded", "links", map[string]string{
			"go.mod":       "module example.org/house\nrequire github.com/shopspring/decimal v1.98.0\n",
			"audit/dec.go": "package audit\n\nimport \"github.com/shopspring/decimal\"\n\nvar d decimal.Decimal\n",
		}, []string{"go.mod: the source of github.com/shopspring/decimal is neither in GOROOT nor in the module cache; run go mod download"}},
		{"a module too many", "requirements", map[string]string{
			"go.mod": "module example.org/house\nrequire modernc.org/sqlite v1.60.1\ntool golang.org/x/exp/cmd/apidiff\n",
		}, []string{
			"go.mod:2: modernc.org/sqlite is not on the short list of internal/layers/imports.go",
			"go.mod:3: tool does not belong into the root module; tools live in internal/tools",
		}},
		{"a module too old", "requirements", map[string]string{
			"go.mod": "module example.org/house\nrequire github.com/shopspring/decimal v1.4.9\n",
		}, []string{"go.mod:2: github.com/shopspring/decimal v1.4.9 is older than v1.5.0"}},
		{"a version that is none", "requirements", map[string]string{
			"go.mod": "module example.org/house\nrequire github.com/shopspring/decimal master\n",
		}, []string{"go.mod:2: github.com/shopspring/decimal master is older than v1.5.0"}},
	}
}

func pureSaboteurs() []saboteur {
	pure := func(name, importPath, statement, want string) saboteur {
		return saboteur{name, "pure", map[string]string{"aims/x.go": body("aims", importPath, statement)}, []string{"aims/x.go:" + want}}
	}
	return []saboteur{
		pure("environment", "os", "os.Getenv(\"X\")", "3: imports os: the core has no I/O, log, environment or chance of its own"),
		pure("log", "log/slog", "slog.Info(\"x\")", "3: imports log/slog: the core has no I/O, log, environment or chance of its own"),
		pure("clock", "time", "time.Now()", "6: time.Now needs the clock or the place; take a date as an argument"),
		pure("place", "time", "use(time.Local)", "6: time.Local needs the clock or the place; take a date as an argument"),
		pure("chance", "math/rand/v2", "rand.IntN(3)", "6: rand.IntN draws from the global generator; take a seeded one"),
		pure("old chance", "math/rand", "rand.New(nil)", "3: imports math/rand: the core has no I/O, log, environment or chance of its own"),
		pure("goroutine", "sync", "go sync.OnceFunc(f)()", "6: starts a goroutine; only risk/montecarlo and aims/storetest do"),
		pure("panic", "errors", "panic(errors.New(\"x\"))", "6: panics outside a Must function; return an error"),
		{"renamed clock", "pure", map[string]string{
			"aims/x.go": "package aims\n\nimport clock \"time\"\n\nvar x = clock.Now\n",
		}, []string{"aims/x.go:5: time.Now needs the clock or the place; take a date as an argument"}},
		{"import for effects", "pure", map[string]string{
			"aims/x.go": "package aims\n\nimport (\n\t_ \"embed\"\n\t_ \"image/png\"\n)\n",
		}, []string{"aims/x.go:5: imports image/png for its effects or without its name; name what is used"}},
		{"import without its name", "pure", map[string]string{
			"aims/x.go": "package aims\n\nimport . \"strings\"\n\nvar x = ToUpper\n",
		}, []string{"aims/x.go:3: imports strings for its effects or without its name; name what is used"}},
		{"exported variable", "pure", map[string]string{
			"aims/x.go": "package aims\n\nvar Default, other = 1, 2\n",
		}, []string{"aims/x.go:3: Default is an exported variable, which any importer can set; make it a function or a constant"}},
		{"in a program", "init", map[string]string{
			"examples/demo/x.go": "package main\n\nfunc init() {}\n",
		}, []string{"examples/demo/x.go:3: has an init function; do the work where it is asked for"}},
	}
}

func shapeSaboteurs() []saboteur {
	return []saboteur{
		{"no doc.go", "doc", map[string]string{
			"aims/more/more.go": "package more\n",
		}, []string{"aims/more/doc.go: is missing, or holds no package comment"}},
		{"no comment", "doc", map[string]string{
			"examples/demo/doc.go": "package main\n",
		}, []string{"examples/demo/doc.go: is missing, or holds no package comment"}},
		{"a second comment", "doc", map[string]string{
			"aims/x.go": "// Package aims is described again.\npackage aims\n",
		}, []string{"aims/x.go:1: the package comment belongs into doc.go"}},
		{"long code", "length", map[string]string{
			"aims/x.go": "package aims\n\nfunc f() {\n" + strings.Repeat("\tf()\n", 400) + "}\n",
		}, []string{"aims/x.go: has 404 lines; which second concept crept in?"}},
		{"long single statement", "length", map[string]string{
			"aims/x.go": "package aims\n\nfunc f() {\n\tfor {\n" + strings.Repeat("\t\tf()\n", 400) + "\t}\n}\n",
		}, []string{"aims/x.go: has 406 lines; which second concept crept in?"}},
		{"a file at the top", "toplevel", map[string]string{
			"TODO.md": "later", "a.test": "binary",
		}, []string{"TODO.md: is not on the list of names of the top level"}},
		{"a folder at the top", "toplevel", map[string]string{
			"pkg/x.txt": "x",
		}, []string{"pkg: is not on the list of names of the top level"}},
	}
}

func wordSaboteurs() []saboteur {
	return []saboteur{
		{"decoders that nobody fuzzes", "fuzz", map[string]string{
			"aims/x.go": `package aims

import "io"

type (
	Word  string
	Box[T any] struct{}
	Pair[T, U any] struct{}
	small string
)

func ReadAll(r io.Reader) error                        { return nil }
func DecodeTwo(n int, b []byte) error                   { return nil }
func (w *Word) UnmarshalText(b []byte) error            { return nil }
func (b *Box[T]) UnmarshalJSON(p []byte) error          { return nil }
func (b Pair[T, U]) Parse(s string) error               { return nil }
func (s *small) UnmarshalText(b []byte) error           { return nil }
func ParseCount(n int, m map[string]int, f func()) error { return nil }
`,
			"aims/x_test.go": "package aims_test\n\nfunc TestReadAll() { aims.ReadAll(nil); _ = new(aims.Word) }\n\ntype T struct{}\n\nvar fuzzed = aims.DecodeOne\n",
		}, []string{
			"aims/x.go:12: ReadAll decodes, and no fuzz target of aims names ReadAll",
			"aims/x.go:13: DecodeTwo decodes, and no fuzz target of aims names DecodeTwo",
			"aims/x.go:14: Word.UnmarshalText decodes, and no fuzz target of aims names Word",
			"aims/x.go:15: Box.UnmarshalJSON decodes, and no fuzz target of aims names Box",
			"aims/x.go:16: Pair.Parse decodes, and no fuzz target of aims names Pair",
		}},
		{"a code declared twice", "codes", map[string]string{
			"audit/x.go": "package audit\n\nconst Again aims.Code = \"aims/bad-level\"\n",
			"aims/y.go":  "package aims\n\nconst Again Code = \"aims/worse\"\n",
		}, []string{
			"aims/y.go:3: \"aims/worse\" stands already at aims/level.go:13:20; refer to a constant, or choose another code",
			"audit/x.go:3: \"aims/bad-level\" names package aims, but stands in audit",
		}},
		{"a code twice, spoken for another", "codes", map[string]string{
			"internal/canon/x.go": "package canon\n\nconst again = \"aims/bad-level\"\n",
		}, []string{"internal/canon/x.go:3: \"aims/bad-level\" stands already at aims/level.go:11:18; refer to a constant, or choose another code"}},
		{"a code out of form", "codes", map[string]string{
			"aims/x.go": "package aims\n\nconst X, Y Code = \"aims/BadLevel\", \"bad-level\"\n\nconst Z = aims.Code(\"sims/z\")\n",
		}, []string{
			"aims/x.go:3: \"aims/BadLevel\" is no code; write package/kebab-case",
			"aims/x.go:3: \"bad-level\" is no code; write package/kebab-case",
			"aims/x.go:5: \"sims/z\" is no code; write package/kebab-case",
		}},
		{"a rule with the code of another", "codes", map[string]string{
			"audit/x.go": "package audit\n\nvar a, b = rule(1, \"audit/rule-one\"), Rule{Code: \"audit/rule-one\"}\n\nvar c, d = at(\"audit/plan\"), at(\"audit/plan\")\n",
		}, []string{
			"audit/x.go:3: \"audit/rule-one\" stands already at audit/x.go:3:20; refer to a constant, or choose another code",
		}},
		{"a JSON name in another case", "json", map[string]string{
			"aims/x.go": "package aims\n\ntype X struct {\n\tDueOn string `json:\"due_on,omitempty\"`\n\tA int `json:\"Name\" xml:\"a\"`\n}\n",
		}, []string{
			"aims/x.go:4: the JSON name \"due_on\" is not camelCase",
			"aims/x.go:5: the JSON name \"Name\" is not camelCase",
		}},
		{"a field without a JSON name", "json", map[string]string{
			"aims/x.go": "package aims\n\ntype X struct {\n\tA string `json:\"a\"`\n\tB string `xml:\"b\"`\n\tc int\n}\n",
		}, []string{"aims/x.go:5: B has no JSON name, but its neighbours have; name it or write `json:\"-\"`"}},
		{"a block that stands nowhere", "readme", map[string]string{
			"README.md": "```sh\ngo test\n```\n\n```go\nx := aims.ParseLevel(\"low\") // a level\n```\n```go\nx := aims.ParseLevel(\"high\")\n```\n```go\n```\n",
		}, []string{
			"README.md:9: this block of 1 lines stands in no example_test.go and nowhere under examples",
			"README.md:12: this block of 0 lines stands in no example_test.go and nowhere under examples",
		}},
		{"an example that lost a line", "readme", map[string]string{
			"aims/example_test.go": "package aims_test\n\nfunc Example() {\n\tuse(x)\n}\n",
			"aims/other_test.go":   "package aims_test\n\nfunc Example_other() {\n\tx := aims.ParseLevel(\"low\") // a level\n\tuse(x)\n}\n",
		}, []string{"README.md:4: this block of 2 lines stands in no example_test.go and nowhere under examples"}},
	}
}
