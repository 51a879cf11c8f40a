package layers

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"
)

// impure lists the imports that no domain package has: they reach outside the
// process, the clock apart, which is below.
func impure() []string {
	return []string{
		"os", "log", "io/ioutil", "syscall", "runtime/debug", "expvar", "plugin", "unsafe",
		"math/rand", "crypto/rand", "path/filepath", "database/sql",
	}
}

// clockFunctions of package time read the clock, wait for it or know where the
// machine stands.
func clockFunctions() []string {
	return []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker", "Local"}
}

// randMakers of math/rand/v2 make generators from a seed; all other functions
// of the package draw from the global one.
func randMakers() []string { return []string{"New", "NewPCG", "NewChaCha8", "NewZipf"} }

// starters lists the folders that start goroutines.
func starters() []string { return []string{"risk/montecarlo", "aims/storetest"} }

func pure(t *Tree) []Breach {
	var out []Breach
	for _, p := range t.Packages {
		if !p.Domain() {
			continue
		}
		for _, f := range p.Sources() {
			out = append(out, impureImports(t, f)...)
			out = append(out, globals(t, f)...)
			out = append(out, impureCode(t, p, f)...)
		}
	}
	return Sorted(out)
}

func impureImports(t *Tree, f *File) []Breach {
	var out []Breach
	for _, spec := range f.Syntax.Imports {
		to := importPathOf(spec)
		if slices.Contains(impure(), to) || strings.HasPrefix(to, "os/") || strings.HasPrefix(to, "log/") {
			out = append(out, t.Breach(spec.Pos(), "imports %s: the core has no I/O, log, environment or chance of its own", to))
		}
		if spec.Name != nil && (spec.Name.Name == "." || spec.Name.Name == "_" && to != "embed") {
			out = append(out, t.Breach(spec.Pos(), "imports %s for its effects or without its name; name what is used", to))
		}
	}
	return out
}

// globals finds variables that an importer could set. Sentinel errors are the
// one use that Go has no constant for.
func globals(t *Tree, f *File) []Breach {
	var out []Breach
	for _, decl := range f.Syntax.Decls {
		vars, ok := decl.(*ast.GenDecl)
		if !ok || vars.Tok != token.VAR {
			continue
		}
		for _, spec := range vars.Specs {
			for _, name := range spec.(*ast.ValueSpec).Names {
				if name.IsExported() && !strings.HasPrefix(name.Name, "Err") {
					out = append(out, t.Breach(name.Pos(), "%s is an exported variable, which any importer can set; make it a function or a constant", name.Name))
				}
			}
		}
	}
	return out
}

func impureCode(t *Tree, p *Package, f *File) []Breach {
	imports := f.Imports()
	var out []Breach
	for _, decl := range f.Syntax.Decls {
		fn, _ := decl.(*ast.FuncDecl)
		must := fn != nil && (strings.HasPrefix(fn.Name.Name, "Must") || strings.HasPrefix(fn.Name.Name, "must"))
		ast.Inspect(decl, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				pkg, ok := n.X.(*ast.Ident)
				if !ok {
					break
				}
				switch {
				case imports[pkg.Name] == "time" && slices.Contains(clockFunctions(), n.Sel.Name):
					out = append(out, t.Breach(n.Pos(), "time.%s needs the clock or the place; take a date as an argument", n.Sel.Name))
				case imports[pkg.Name] == "math/rand/v2" && drawsGlobally(n.Sel.Name):
					out = append(out, t.Breach(n.Pos(), "rand.%s draws from the global generator; take a seeded one", n.Sel.Name))
				}
			case *ast.GoStmt:
				if !slices.ContainsFunc(starters(), func(d string) bool { return within(p.Dir, d) }) {
					out = append(out, t.Breach(n.Pos(), "starts a goroutine; only %s do", strings.Join(starters(), " and ")))
				}
			case *ast.CallExpr:
				if id, ok := n.Fun.(*ast.Ident); ok && id.Name == "panic" && !must {
					out = append(out, t.Breach(n.Pos(), "panics outside a Must function; return an error"))
				}
			}
			return true
		})
	}
	return out
}

// drawsGlobally spares types (Rand, Source, …), which are not functions.
func drawsGlobally(name string) bool {
	types := []string{"Rand", "Source", "PCG", "ChaCha8", "Zipf"}
	return !slices.Contains(randMakers(), name) && !slices.Contains(types, name)
}

// noInit looks at every package, examples and tests included.
func noInit(t *Tree) []Breach {
	var out []Breach
	for _, p := range t.Packages {
		for _, f := range p.Files {
			for _, decl := range f.Syntax.Decls {
				if fn, ok := decl.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
					out = append(out, t.Breach(fn.Pos(), "has an init function; do the work where it is asked for"))
				}
			}
		}
	}
	return Sorted(out)
}
