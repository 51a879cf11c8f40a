package layers

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Tree is the parsed source of a repository.
type Tree struct {
	FS       fs.FS
	Fset     *token.FileSet
	Root     Module // the module at the top
	Packages []*Package
}

// Package is one folder that holds Go files.
type Package struct {
	Dir    string // "." is the root of the tree
	Path   string // import path
	Name   string // name in the package clause; empty when there are only external tests
	Module Module
	Files  []*File
}

// File is one Go file, build constraints ignored.
type File struct {
	Path     string
	Lines    int
	Test     bool // its name ends in _test.go
	External bool // a test file of package x_test
	Syntax   *ast.File
}

// Load parses the repository below the root of fsys, which must hold a go.mod.
// Packages are sorted by folder and files by name. A file that does not parse
// is an error.
func Load(fsys fs.FS) (*Tree, error) {
	root, err := readModule(fsys, ".")
	if err != nil {
		return nil, err
	}
	t := &Tree{FS: fsys, Fset: token.NewFileSet(), Root: root}
	if err := t.walk(".", root); err != nil {
		return nil, err
	}
	slices.SortFunc(t.Packages, func(a, b *Package) int { return cmp.Compare(a.Dir, b.Dir) })
	return t, nil
}

func (t *Tree) walk(dir string, m Module) error {
	entries, err := fs.ReadDir(t.FS, dir)
	if err != nil {
		return err
	}
	if dir != "." && slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == "go.mod" }) {
		if m, err = readModule(t.FS, dir); err != nil {
			return err
		}
	}
	p := &Package{Dir: dir, Path: path.Join(m.Path, relative(m.Dir, dir)), Module: m}
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || name == "testdata" {
			continue
		}
		if e.IsDir() {
			if err := t.walk(path.Join(dir, name), m); err != nil {
				return err
			}
			continue
		}
		if strings.HasSuffix(name, ".go") {
			if err := t.addFile(p, path.Join(dir, name)); err != nil {
				return err
			}
		}
	}
	if len(p.Files) > 0 {
		t.Packages = append(t.Packages, p)
	}
	return nil
}

func (t *Tree) addFile(p *Package, name string) error {
	src, err := fs.ReadFile(t.FS, name)
	if err != nil {
		return err
	}
	syntax, err := parser.ParseFile(t.Fset, name, src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return fmt.Errorf("layers: %w", err)
	}
	f := &File{Path: name, Lines: strings.Count(string(src), "\n"), Syntax: syntax}
	f.Test = strings.HasSuffix(name, "_test.go")
	f.External = f.Test && strings.HasSuffix(syntax.Name.Name, "_test")
	if !f.External {
		p.Name = syntax.Name.Name
	}
	p.Files = append(p.Files, f)
	return nil
}

// Lookup finds the package of the tree with the given import path.
func (t *Tree) Lookup(importPath string) (*Package, bool) {
	i := slices.IndexFunc(t.Packages, func(p *Package) bool { return p.Path == importPath })
	if i < 0 {
		return nil, false
	}
	return t.Packages[i], true
}

// Own reports whether an import path belongs to the repository.
func (t *Tree) Own(importPath string) bool { return within(importPath, t.Root.Path) }

// Sources returns the files of the package itself, without its tests.
func (p *Package) Sources() []*File {
	return slices.DeleteFunc(slices.Clone(p.Files), func(f *File) bool { return f.Test })
}

// Domain reports whether the package is part of the pure core: in the root
// module, under one of the domain folders.
func (p *Package) Domain() bool {
	return p.Module.Dir == "." && slices.ContainsFunc(domain(), func(d string) bool { return within(p.Dir, d) })
}

func domain() []string { return []string{"aims", "risk", "impact", "controls", "audit"} }

// Breach makes a breach at a position of the tree.
func (t *Tree) Breach(pos token.Pos, format string, args ...any) Breach {
	at := t.Fset.Position(pos)
	return Breach{Path: at.Filename, Line: at.Line, Text: fmt.Sprintf(format, args...)}
}

// Imports maps the names under which a file knows its imports to their paths.
// Blank and dot imports have no name and are left out.
func (f *File) Imports() map[string]string {
	names := make(map[string]string)
	for _, spec := range f.Syntax.Imports {
		importPath := importPathOf(spec)
		name := LastElement(importPath)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		if name != "_" && name != "." {
			names[name] = importPath
		}
	}
	return names
}

func importPathOf(spec *ast.ImportSpec) string {
	p, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return spec.Path.Value // the parser accepts valid strings only
	}
	return p
}

// LastElement guesses a package's name from its path: rand of math/rand/v2.
func LastElement(importPath string) string {
	base := path.Base(importPath)
	if len(base) > 1 && base[0] == 'v' && strings.Trim(base[1:], "0123456789") == "" {
		base = path.Base(path.Dir(importPath))
	}
	return base
}

// within reports whether p is dir or stands below it.
func within(p, dir string) bool { return p == dir || strings.HasPrefix(p, dir+"/") }

// relative gives dir as seen from base; dir stands within base.
func relative(base, dir string) string {
	if base == "." {
		return dir
	}
	return strings.TrimPrefix(strings.TrimPrefix(dir, base), "/")
}
