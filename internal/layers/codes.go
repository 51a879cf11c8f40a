package layers

import (
	"go/ast"
	"go/token"
	"regexp"
	"strconv"
	"strings"
)

// codes wants every code to stand once in the sources: as a constant, or as the
// code of one rule value. A second place refers to a constant.
//
// A code is a string literal of the form package/kebab-case whose first part is
// the name of a package of the tree; outside constants it counts only with a
// hyphen, since pointers into documents look alike otherwise. A constant of type
// Code must be a code. The first part names the package where the code stands;
// internal packages may speak for others, and examples only use codes.
func codes(t *Tree) []Breach {
	c := codeReader{tree: t, names: make(map[string]bool), first: make(map[string]string)}
	for _, p := range t.Packages {
		c.names[p.Name] = true
	}
	for _, p := range t.Packages {
		if within(p.Dir, "examples") {
			continue
		}
		for _, f := range p.Sources() {
			for _, decl := range f.Syntax.Decls {
				group, ok := decl.(*ast.GenDecl)
				switch {
				case ok && group.Tok == token.IMPORT:
				case ok && group.Tok == token.CONST:
					c.constants(p, group)
				default:
					c.literals(p, decl, "-")
				}
			}
		}
	}
	return Sorted(c.out)
}

type codeReader struct {
	tree  *Tree
	names map[string]bool   // of the packages
	first map[string]string // code → where it stands
	out   []Breach
}

func (c *codeReader) constants(p *Package, group *ast.GenDecl) {
	for _, spec := range group.Specs {
		values := spec.(*ast.ValueSpec)
		for _, v := range values.Values {
			lit, typ := v, values.Type
			if call, ok := v.(*ast.CallExpr); ok && len(call.Args) == 1 { // Code("…")
				lit, typ = call.Args[0], call.Fun
			}
			if text, ok := literal(lit); ok && isCode(typ) && !c.isCode(text) {
				c.say(lit, "%q is no code; write package/kebab-case", text)
			}
		}
	}
	c.literals(p, group, "")
}

// literals looks at every string below a node that holds a certain part.
func (c *codeReader) literals(p *Package, n ast.Node, part string) {
	ast.Inspect(n, func(n ast.Node) bool {
		expr, _ := n.(ast.Expr)
		text, ok := literal(expr)
		if !ok || !c.isCode(text) || !strings.Contains(text, part) {
			return true
		}
		owner, _, _ := strings.Cut(text, "/")
		switch where, taken := c.first[text]; {
		case owner != p.Name && !within(p.Dir, "internal"):
			c.say(n, "%q names package %s, but stands in %s", text, owner, p.Name)
		case taken:
			c.say(n, "%q stands already at %s; refer to a constant, or choose another code", text, where)
		default:
			c.first[text] = c.tree.Fset.Position(n.Pos()).String()
		}
		return true
	})
}

func (c *codeReader) isCode(text string) bool {
	owner, _, _ := strings.Cut(text, "/")
	return c.names[owner] && regexp.MustCompile(`^[a-z][a-z0-9]*/[a-z0-9]+(-[a-z0-9]+)*$`).MatchString(text)
}

func (c *codeReader) say(n ast.Node, format string, args ...any) {
	c.out = append(c.out, c.tree.Breach(n.Pos(), format, args...))
}

// isCode recognizes the types Code and aims.Code.
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
