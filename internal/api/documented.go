package api

import (
	"go/ast"
	"regexp"

	"github.com/aimskit/aimskit/internal/layers"
)

// Undocumented finds exported functions, methods, types, constants, variables
// and interface methods without a comment.
//
// The comment of a group counts for its constants, variables and types, the
// comment of an interface for the methods that it names. Fields of structs are
// left to their type and to their own names: a comment that says the name once
// more helps nobody.
func Undocumented(t *layers.Tree) []layers.Breach {
	d := documented{tree: t}
	for _, p := range t.Packages {
		if !public(p) {
			continue
		}
		for _, f := range p.Sources() {
			for _, decl := range f.Syntax.Decls {
				switch decl := decl.(type) {
				case *ast.FuncDecl:
					d.function(decl)
				case *ast.GenDecl:
					d.group(decl)
				}
			}
		}
	}
	return d.out
}

type documented struct {
	tree *layers.Tree
	out  []layers.Breach
}

// say reports a name that is exported and has none of the comments.
func (d *documented) say(name *ast.Ident, comments ...*ast.CommentGroup) {
	if !name.IsExported() || commented(comments...) {
		return
	}
	d.out = append(d.out, d.tree.Breach(name.Pos(), "%s is exported and has no comment", name.Name))
}

func commented(comments ...*ast.CommentGroup) bool {
	for _, c := range comments {
		if c != nil && c.Text() != "" {
			return true
		}
	}
	return false
}

func (d *documented) function(fn *ast.FuncDecl) {
	if fn.Recv == nil || ast.IsExported(layers.Receiver(fn)) {
		d.say(fn.Name, fn.Doc)
	}
}

func (d *documented) group(decl *ast.GenDecl) {
	for _, spec := range decl.Specs {
		switch s := spec.(type) {
		case *ast.ValueSpec:
			for _, name := range s.Names {
				d.say(name, decl.Doc, s.Doc, s.Comment)
			}
		case *ast.TypeSpec:
			d.say(s.Name, decl.Doc, s.Doc, s.Comment)
			if s.Name.IsExported() {
				d.methods(s, s.Doc.Text()+decl.Doc.Text())
			}
		}
	}
}

// methods looks at the methods of an interface: they are a contract.
func (d *documented) methods(s *ast.TypeSpec, typeDoc string) {
	if _, ok := s.Type.(*ast.InterfaceType); !ok {
		return
	}
	for _, f := range fieldsOf(s.Type) {
		for _, name := range f.Names {
			if !regexp.MustCompile(`\b` + name.Name + `\b`).MatchString(typeDoc) {
				d.say(name, f.Doc, f.Comment)
			}
		}
	}
}
