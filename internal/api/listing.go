package api

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/aimskit/aimskit/internal/layers"
)

// entry is one exported name of a package.
type entry struct {
	kind token.Token
	name string
	text string
}

// Listing prints the exported API of a package: constants, variables, functions
// and types, each sorted by name. Fields keep their order, methods are sorted.
func (a *API) Listing(p *layers.Package) string {
	pkg, _ := a.Import(p.Path) // never an error
	var all []entry
	for _, f := range p.Sources() {
		for _, decl := range f.Syntax.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil && d.Name.IsExported() {
					all = append(all, entry{token.FUNC, d.Name.Name, "func " + d.Name.Name + signature(d.Type)})
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					all = append(all, a.specEntries(pkg, d.Tok, spec)...)
				}
			}
		}
	}
	order := []token.Token{token.CONST, token.VAR, token.FUNC, token.TYPE}
	slices.SortFunc(all, func(x, y entry) int {
		return cmp.Or(cmp.Compare(slices.Index(order, x.kind), slices.Index(order, y.kind)), cmp.Compare(x.name, y.name))
	})
	var b strings.Builder
	fmt.Fprintf(&b, "package %s // %s\n", p.Name, p.Path)
	for i, e := range all {
		if i == 0 || all[i-1].kind != e.kind || e.kind == token.TYPE {
			b.WriteByte('\n')
		}
		b.WriteString(e.text + "\n")
	}
	return b.String()
}

func (a *API) specEntries(pkg *types.Package, kind token.Token, spec ast.Spec) []entry {
	var out []entry
	switch s := spec.(type) {
	case *ast.ValueSpec:
		for i, name := range s.Names {
			if name.IsExported() {
				out = append(out, entry{kind, name.Name, kind.String() + " " + name.Name + value(pkg, s, i)})
			}
		}
	case *ast.TypeSpec:
		if s.Name.IsExported() {
			lines := append([]string{"type " + s.Name.Name + typeParams(s.TypeParams) + underlying(s)}, members(s.Type)...)
			lines = append(lines, a.methods(pkg, s.Name.Name)...)
			out = append(out, entry{kind, s.Name.Name, strings.Join(lines, "\n\t")})
		}
	}
	return out
}

// value prints the type of a constant or variable and a constant's value; where
// they rest on somebody else's package, the expression without its arguments.
func value(pkg *types.Package, s *ast.ValueSpec, i int) string {
	obj := pkg.Scope().Lookup(s.Names[i].Name)
	if c, ok := obj.(*types.Const); ok && c.Val().Kind() != constant.Unknown {
		typ := " " + types.TypeString(c.Type(), types.RelativeTo(pkg))
		if basic, ok := c.Type().(*types.Basic); ok && basic.Info()&types.IsUntyped != 0 {
			typ = ""
		}
		return typ + " = " + c.Val().ExactString()
	}
	if s.Type != nil {
		return " " + types.ExprString(s.Type)
	}
	if i >= len(s.Values) {
		return ""
	}
	if call, ok := s.Values[i].(*ast.CallExpr); ok {
		return " = " + types.ExprString(call.Fun) + "(…)"
	}
	return " = " + types.ExprString(s.Values[i])
}

// underlying prints what stands after a type's name; members follow for
// structs and interfaces.
func underlying(s *ast.TypeSpec) string {
	assign := " "
	if s.Assign.IsValid() {
		assign = " = "
	}
	switch s.Type.(type) {
	case *ast.StructType:
		return assign + "struct"
	case *ast.InterfaceType:
		return assign + "interface"
	}
	return assign + types.ExprString(s.Type)
}

// members prints the exported fields of a struct, or the methods and unions of
// an interface, and whether there are unexported ones.
func members(typ ast.Expr) []string {
	var out []string
	hidden := false
	for _, f := range fieldsOf(typ) {
		tag := ""
		if f.Tag != nil {
			tag = " " + f.Tag.Value
		}
		text := " " + types.ExprString(f.Type)
		if fn, ok := f.Type.(*ast.FuncType); ok {
			if _, isInterface := typ.(*ast.InterfaceType); isInterface {
				text = signature(fn)
			}
		}
		if len(f.Names) == 0 {
			out = append(out, strings.TrimSpace(text)+tag)
		}
		for _, name := range f.Names {
			if name.IsExported() {
				out = append(out, name.Name+text+tag)
			} else {
				hidden = true
			}
		}
	}
	if hidden {
		out = append(out, "// and unexported ones")
	}
	return out
}

// methods prints the exported method set of *T, those of embedded types of the
// repository included.
func (a *API) methods(pkg *types.Package, name string) []string {
	obj, ok := pkg.Scope().Lookup(name).(*types.TypeName)
	if !ok || obj.IsAlias() || types.IsInterface(obj.Type()) {
		return nil
	}
	onValue := types.NewMethodSet(obj.Type())
	var out []string
	for m := range types.NewMethodSet(types.NewPointer(obj.Type())).Methods() {
		if !m.Obj().Exported() {
			continue
		}
		recv := "*" + name
		if onValue.Lookup(m.Obj().Pkg(), m.Obj().Name()) != nil {
			recv = name
		}
		text := fmt.Sprintf("func (%s) %s", recv, m.Obj().Name())
		if fn, ok := a.funcs[m.Obj().Pos()]; ok {
			text += signature(fn.Type)
		} else { // promoted from an embedded interface
			text += strings.TrimPrefix(types.TypeString(m.Obj().Type(), types.RelativeTo(pkg)), "func")
		}
		if len(m.Index()) > 1 {
			text += " // promoted"
		}
		out = append(out, text)
	}
	return out
}

func signature(fn *ast.FuncType) string {
	return typeParams(fn.TypeParams) + strings.TrimPrefix(types.ExprString(&ast.FuncType{Params: fn.Params, Results: fn.Results}), "func")
}

func typeParams(list *ast.FieldList) string {
	if list == nil {
		return ""
	}
	var parts []string
	for _, f := range list.List {
		var names []string
		for _, n := range f.Names {
			names = append(names, n.Name)
		}
		parts = append(parts, strings.Join(names, ", ")+" "+types.ExprString(f.Type))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}
