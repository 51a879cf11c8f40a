package layers

import (
	"go/ast"
	"slices"
	"strings"
)

// decoderPrefixes begin the names of what reads the bytes of strangers.
func decoderPrefixes() []string { return []string{"Decode", "Parse", "Read", "Unmarshal"} }

// fuzzed demands a fuzz target for every decoder: an exported function, or an
// exported method of an exported type, whose name begins with Decode, Parse,
// Read or Unmarshal and which takes a []byte, a string or an io.Reader.
//
// A function counts as exercised when its name stands in a fuzz target of its
// own folder, or in a function or variable of that test package which the
// target names. A method counts when its type stands there: one target with a
// table of all enums of a package is enough, and an enum that is missing from
// the table is seen. Programs decode nothing for others and are left out.
func fuzzed(t *Tree) []Breach {
	var out []Breach
	for _, p := range t.Packages {
		if p.Name == "main" || p.Name == "" {
			continue
		}
		reached := reachedByFuzzing(p)
		for _, f := range p.Sources() {
			for _, decl := range f.Syntax.Decls {
				fn, ok := decl.(*ast.FuncDecl)
				if !ok || !decodes(fn) {
					continue
				}
				name, shown := fn.Name.Name, fn.Name.Name
				if fn.Recv != nil {
					name = Receiver(fn)
					shown = name + "." + shown
				}
				if ast.IsExported(name) && !reached[name] {
					out = append(out, t.Breach(fn.Pos(), "%s decodes, and no fuzz target of %s names %s", shown, p.Dir, name))
				}
			}
		}
	}
	return Sorted(out)
}

func decodes(fn *ast.FuncDecl) bool {
	if !slices.ContainsFunc(decoderPrefixes(), func(p string) bool { return strings.HasPrefix(fn.Name.Name, p) }) {
		return false
	}
	return slices.ContainsFunc(fn.Type.Params.List, func(field *ast.Field) bool {
		switch typ := field.Type.(type) {
		case *ast.Ident:
			return typ.Name == "string"
		case *ast.ArrayType:
			elem, ok := typ.Elt.(*ast.Ident)
			return ok && typ.Len == nil && elem.Name == "byte"
		case *ast.SelectorExpr:
			pkg, ok := typ.X.(*ast.Ident)
			return ok && pkg.Name == "io" && typ.Sel.Name == "Reader"
		}
		return false
	})
}

// Receiver gives the name of the type that a method belongs to.
func Receiver(fn *ast.FuncDecl) string {
	expr := fn.Recv.List[0].Type
	for {
		switch e := expr.(type) {
		case *ast.StarExpr:
			expr = e.X
		case *ast.IndexExpr:
			expr = e.X
		case *ast.IndexListExpr:
			expr = e.X
		case *ast.Ident:
			return e.Name
		default:
			return ""
		}
	}
}

// reachedByFuzzing collects the names in every fuzz target of a package and,
// through its test files, in whatever these names lead to.
func reachedByFuzzing(p *Package) map[string]bool {
	mentions := make(map[string][]string) // declared name → the names in its declaration
	var queue []string
	for _, f := range p.Files {
		if !f.Test {
			continue
		}
		for _, decl := range f.Syntax.Decls {
			for _, name := range declared(decl) {
				mentions[name] = append(mentions[name], identifiers(decl)...)
				if _, isFunc := decl.(*ast.FuncDecl); isFunc && strings.HasPrefix(name, "Fuzz") {
					queue = append(queue, name)
				}
			}
		}
	}
	reached := make(map[string]bool)
	for ; len(queue) > 0; queue = queue[1:] {
		if !reached[queue[0]] {
			reached[queue[0]] = true
			queue = append(queue, mentions[queue[0]]...)
		}
	}
	return reached
}

func declared(decl ast.Decl) []string {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		return []string{d.Name.Name}
	case *ast.GenDecl:
		var names []string
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.ValueSpec:
				for _, n := range s.Names {
					names = append(names, n.Name)
				}
			case *ast.TypeSpec:
				names = append(names, s.Name.Name)
			}
		}
		return names
	}
	return nil
}

func identifiers(n ast.Node) []string {
	var names []string
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			names = append(names, id.Name)
		}
		return true
	})
	return names
}
