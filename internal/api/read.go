package api

import (
	"go/ast"
	"go/token"
	"go/types"
	"path"

	"github.com/aimskit/aimskit/internal/layers"
)

// API is the type-checked tree.
type API struct {
	tree    *layers.Tree
	checked map[string]*types.Package // by import path
	funcs   map[token.Pos]*ast.FuncDecl
}

// Read type-checks the packages of a tree among themselves. Packages of others
// are known by name only, so errors of type checking are expected and left out:
// the compiler reports the real ones.
func Read(t *layers.Tree) *API {
	a := &API{t, make(map[string]*types.Package), make(map[token.Pos]*ast.FuncDecl)}
	for _, p := range t.Packages {
		for _, f := range p.Sources() {
			for _, decl := range f.Syntax.Decls {
				if fn, ok := decl.(*ast.FuncDecl); ok {
					a.funcs[fn.Name.Pos()] = fn
				}
			}
		}
	}
	return a
}

// Packages returns what others can import: neither programs nor what stands
// under internal and examples.
func (a *API) Packages() []*layers.Package {
	var out []*layers.Package
	for _, p := range a.tree.Packages {
		if public(p) {
			out = append(out, p)
		}
	}
	return out
}

func public(p *layers.Package) bool {
	if p.Name == "main" || len(p.Sources()) == 0 {
		return false
	}
	for d := p.Dir; d != "."; d = path.Dir(d) {
		if base := path.Base(d); base == "internal" || d == "examples" {
			return false
		}
	}
	return true
}

// Import gives the type-checked package of the tree, or an empty one with the
// likely name for a package of somebody else. It fulfils [types.Importer].
func (a *API) Import(importPath string) (*types.Package, error) {
	if p, ok := a.checked[importPath]; ok {
		return p, nil
	}
	empty := types.NewPackage(importPath, layers.LastElement(importPath))
	empty.MarkComplete()
	a.checked[importPath] = empty // stops a cycle, which the compiler reports
	p, ok := a.tree.Lookup(importPath)
	if !ok {
		return empty, nil
	}
	var files []*ast.File
	for _, f := range p.Sources() {
		files = append(files, f.Syntax)
	}
	conf := types.Config{Importer: a, IgnoreFuncBodies: true, Error: func(error) {}}
	pkg, _ := conf.Check(importPath, a.tree.Fset, files, nil) // errors: see Read
	a.checked[importPath] = pkg
	return pkg, nil
}
