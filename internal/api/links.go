package api

import (
	"go/ast"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/aimskit/aimskit/internal/layers"
)

// DeadLinks finds the links in comments that no reader can follow: a name in
// brackets that does not exist, or one of a package that is neither imported
// nor given by its whole path.
//
// It reads the package comments and the comments of exported names, in every
// package of the tree. A package of another module that is not at hand counts
// as it is.
func DeadLinks(t *layers.Tree) []layers.Breach {
	l := linker{tree: t, symbols: make(map[string]map[string]bool)}
	for _, p := range t.Packages {
		imports := map[string]string{p.Name: p.Path}
		for _, f := range p.Sources() {
			for name, importPath := range f.Imports() {
				imports[name] = importPath
			}
		}
		for _, f := range p.Sources() {
			for _, group := range comments(f.Syntax) {
				l.check(p, imports, group)
			}
		}
	}
	return layers.Sorted(l.out)
}

type linker struct {
	tree    *layers.Tree
	symbols map[string]map[string]bool // import path → its exported names; nil where it is not at hand
	out     []layers.Breach
}

// bare marks a package that a link gives by its name alone.
const bare = "?"

func (l *linker) check(p *layers.Package, imports map[string]string, group *ast.CommentGroup) {
	name := regexp.MustCompile(`^[a-z][a-z0-9]*$`)
	all := comment.Parser{ // takes everything that looks like a link for one
		LookupPackage: func(pkg string) (string, bool) { return bare + pkg, name.MatchString(pkg) },
		LookupSym:     func(string, string) bool { return true },
	}
	for _, link := range docLinks(all.Parse(group.Text()).Content) {
		importPath := link.ImportPath
		if pkg, ok := strings.CutPrefix(importPath, bare); ok {
			if importPath, ok = imports[pkg]; !ok {
				importPath, ok = comment.DefaultLookupPackage(pkg)
			}
			if !ok {
				l.say(group, link, pkg+" is not imported here; give the whole import path")
				continue
			}
		}
		if importPath == "" {
			importPath = p.Path
		}
		symbol := link.Name
		if link.Recv != "" {
			symbol = link.Recv + "." + symbol
		}
		names, exists := l.names(importPath)
		switch {
		case !exists:
			l.say(group, link, "there is no package "+importPath)
		case names != nil && symbol != "" && !names[symbol]:
			l.say(group, link, importPath+" has no "+symbol)
		}
	}
}

func (l *linker) say(group *ast.CommentGroup, link *comment.DocLink, why string) {
	var text strings.Builder
	for _, t := range link.Text {
		if plain, ok := t.(comment.Plain); ok {
			text.WriteString(string(plain))
		}
	}
	l.out = append(l.out, l.tree.Breach(group.Pos(), "the link [%s] leads nowhere: %s", text.String(), why))
}

// names returns the exported names of a package and whether the package exists.
func (l *linker) names(importPath string) (map[string]bool, bool) {
	if names, ok := l.symbols[importPath]; ok {
		return names, names != nil || !l.mustExist(importPath)
	}
	var files []*ast.File
	if p, ok := l.tree.Lookup(importPath); ok {
		for _, f := range p.Sources() {
			files = append(files, f.Syntax)
		}
	} else {
		files = l.elsewhere(importPath)
	}
	if len(files) > 0 {
		l.symbols[importPath] = exported(files)
	} else {
		l.symbols[importPath] = nil
	}
	return l.names(importPath)
}

// mustExist tells the packages that are always at hand.
func (l *linker) mustExist(importPath string) bool {
	first, _, _ := strings.Cut(importPath, "/")
	return l.tree.Own(importPath) || !strings.Contains(first, ".")
}

func (l *linker) elsewhere(importPath string) []*ast.File {
	var files []*ast.File
	for _, dir := range l.tree.Outside(importPath) {
		names, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			continue // a folder whose name is a bad pattern holds no package
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			src, err := os.ReadFile(name)
			if err != nil {
				continue
			}
			if f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.SkipObjectResolution); err == nil {
				files = append(files, f)
			}
		}
	}
	return files
}

// comments returns the package comment of a file and the comments of its
// exported declarations, fields and methods included.
func comments(f *ast.File) []*ast.CommentGroup {
	var out []*ast.CommentGroup
	add := func(groups ...*ast.CommentGroup) {
		for _, g := range groups {
			if g != nil {
				out = append(out, g)
			}
		}
	}
	add(f.Doc)
	for _, decl := range f.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if d.Name.IsExported() {
				add(d.Doc)
			}
		case *ast.GenDecl:
			exports := false
			for _, spec := range d.Specs {
				switch s := spec.(type) {
				case *ast.ValueSpec:
					if s.Names[0].IsExported() {
						exports = true
						add(s.Doc, s.Comment)
					}
				case *ast.TypeSpec:
					if s.Name.IsExported() {
						exports = true
						add(s.Doc, s.Comment)
						for _, field := range fieldsOf(s.Type) {
							add(field.Doc, field.Comment)
						}
					}
				}
			}
			if exports {
				add(d.Doc)
			}
		}
	}
	return out
}

// fieldsOf returns the fields of a struct or the methods of an interface.
func fieldsOf(typ ast.Expr) []*ast.Field {
	switch t := typ.(type) {
	case *ast.StructType:
		return t.Fields.List
	case *ast.InterfaceType:
		return t.Methods.List
	}
	return nil
}

// exported collects Name, Type.Method and Type.Field.
func exported(files []*ast.File) map[string]bool {
	names := make(map[string]bool)
	for _, f := range files {
		for _, decl := range f.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				name := d.Name.Name
				if d.Recv != nil {
					name = layers.Receiver(d) + "." + name
				}
				names[name] = true
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					switch s := spec.(type) {
					case *ast.ValueSpec:
						for _, n := range s.Names {
							names[n.Name] = true
						}
					case *ast.TypeSpec:
						names[s.Name.Name] = true
						for _, field := range fieldsOf(s.Type) {
							for _, n := range field.Names {
								names[s.Name.Name+"."+n.Name] = true
							}
						}
					}
				}
			}
		}
	}
	return names
}

func docLinks(blocks []comment.Block) []*comment.DocLink {
	var out []*comment.DocLink
	var texts func([]comment.Text)
	texts = func(list []comment.Text) {
		for _, t := range list {
			switch t := t.(type) {
			case *comment.DocLink:
				out = append(out, t)
			case *comment.Link:
				texts(t.Text)
			}
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case *comment.Heading:
			texts(b.Text)
		case *comment.Paragraph:
			texts(b.Text)
		case *comment.List:
			for _, item := range b.Items {
				out = append(out, docLinks(item.Content)...)
			}
		}
	}
	return out
}
