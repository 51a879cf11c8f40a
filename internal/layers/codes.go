package layers

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// codes looks at constants of type Code, wherever the type comes from. The
// part before the slash names the package that speaks; internal packages speak
// for others.
func codes(t *Tree) []Breach {
	form := regexp.MustCompile(`^[a-z][a-z0-9]*/[a-z0-9]+(-[a-z0-9]+)*$`)
	first := make(map[string]string) // code → where it was declared
	var out []Breach
	for _, p := range t.Packages {
		for _, f := range p.Sources() {
			for _, c := range codeConstants(f) {
				at := t.Fset.Position(c.pos)
				owner, _, _ := strings.Cut(c.value, "/")
				switch where, taken := first[c.value]; {
				case !form.MatchString(c.value):
					out = append(out, t.Breach(c.pos, "%q is no code; write package/kebab-case", c.value))
				case owner != p.Name && !within(p.Dir, "internal"):
					out = append(out, t.Breach(c.pos, "%q names package %s, but stands in %s", c.value, owner, p.Name))
				case taken:
					out = append(out, t.Breach(c.pos, "%q is declared already at %s", c.value, where))
				default:
					first[c.value] = at.String()
				}
			}
			for _, lit := range looseCodes(f) {
				out = append(out, t.Breach(lit.Pos(), "the code %s is written in place; declare a documented constant", lit.Value))
			}
		}
	}
	return Sorted(out)
}

type codeConstant struct {
	value string
	pos   token.Pos
}

func codeConstants(f *File) []codeConstant {
	var out []codeConstant
	for _, decl := range f.Syntax.Decls {
		group, ok := decl.(*ast.GenDecl)
		if !ok || group.Tok != token.CONST {
			continue
		}
		for _, spec := range group.Specs {
			values := spec.(*ast.ValueSpec)
			for i, v := range values.Values {
				lit, typ := v, values.Type
				if call, ok := v.(*ast.CallExpr); ok && len(call.Args) == 1 { // Code("…")
					lit, typ = call.Args[0], call.Fun
				}
				if isCode(typ) {
					if text, ok := literal(lit); ok {
						out = append(out, codeConstant{text, values.Names[i].Pos()})
					}
				}
			}
		}
	}
	return out
}

// looseCodes finds string literals where a composite literal or a conversion
// wants a code.
func looseCodes(f *File) []*ast.BasicLit {
	var out []*ast.BasicLit
	add := func(e ast.Expr) {
		if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			out = append(out, lit)
		}
	}
	for _, decl := range f.Syntax.Decls {
		if group, ok := decl.(*ast.GenDecl); ok && group.Tok == token.CONST {
			continue
		}
		ast.Inspect(decl, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.KeyValueExpr:
				if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Code" {
					add(n.Value)
				}
			case *ast.CallExpr:
				if isCode(n.Fun) && len(n.Args) == 1 {
					add(n.Args[0])
				}
			}
			return true
		})
	}
	return slices.Clip(out)
}

// isCode recognizes Code and aims.Code.
func isCode(typ ast.Expr) bool {
	switch e := typ.(type) {
	case *ast.Ident:
		return e.Name == "Code"
	case *ast.SelectorExpr:
		return e.Sel.Name == "Code"
	}
	return false
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}
