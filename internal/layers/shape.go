package layers

import (
	"fmt"
	"go/ast"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// maxLines is where one asks which second concept crept into a file.
const maxLines = 400

// long lists the files that may be longer, each with its reason. So far there
// is none.
func long() map[string]string { return nil }

func packageDoc(t *Tree) []Breach {
	var out []Breach
	for _, p := range t.Packages {
		sources := p.Sources()
		if len(sources) == 0 {
			continue // external tests alone have no package to describe
		}
		name, found := path.Join(p.Dir, "doc.go"), false
		for _, f := range sources {
			has := f.Syntax.Doc != nil && strings.TrimSpace(f.Syntax.Doc.Text()) != ""
			switch {
			case f.Path == name:
				found = has
			case has:
				out = append(out, t.Breach(f.Syntax.Doc.Pos(), "the package comment belongs into doc.go"))
			}
		}
		if !found {
			out = append(out, Breach{Path: name, Text: "is missing, or holds no package comment"})
		}
	}
	return Sorted(out)
}

// Length finds the files of more than 400 lines that are neither generated,
// nor catalogue data, nor excused; excused maps a path to the reason. An
// excuse that no file needs is a breach too.
func Length(t *Tree, excused map[string]string) []Breach {
	var out []Breach
	needed := make(map[string]bool)
	for _, p := range t.Packages {
		for _, f := range p.Sources() {
			if f.Lines <= maxLines || ast.IsGenerated(f.Syntax) || data(f) {
				continue
			}
			if _, ok := excused[f.Path]; ok {
				needed[f.Path] = true
				continue
			}
			out = append(out, Breach{Path: f.Path, Text: fmt.Sprintf("has %d lines; which second concept crept in?", f.Lines)})
		}
	}
	for name := range excused {
		if !needed[name] {
			out = append(out, Breach{Path: name, Text: "is excused from its length, but is not long; drop the excuse in internal/layers/shape.go"})
		}
	}
	return Sorted(out)
}

// data recognizes a catalogue: no function does more than return one value.
func data(f *File) bool {
	for _, decl := range f.Syntax.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || fn.Body == nil {
			continue
		}
		if len(fn.Body.List) != 1 {
			return false
		}
		if _, ok := fn.Body.List[0].(*ast.ReturnStmt); !ok {
			return false
		}
	}
	return true
}

// topLevel leaves alone what .gitignore names: it is not part of the tree.
func topLevel(t *Tree) []Breach {
	allowed := append(
		domain(), "examples", "internal",
		"go.mod", "go.sum", "doc.go", "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md",
	)
	entries, err := fs.ReadDir(t.FS, ".")
	if err != nil {
		return []Breach{{Path: ".", Text: err.Error()}}
	}
	ignored, _ := fs.ReadFile(t.FS, ".gitignore") // none ignores nothing
	var out []Breach
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, ".") || slices.Contains(allowed, name) || matches(string(ignored), name) {
			continue
		}
		out = append(out, Breach{Path: name, Text: "is not on the list of names of the top level"})
	}
	return Sorted(out)
}

// matches reads the simple lines of a .gitignore: names and patterns of one
// element, with or without slashes around them.
func matches(ignored, name string) bool {
	for line := range strings.Lines(ignored) {
		pattern := strings.Trim(strings.TrimSpace(line), "/")
		if ok, err := path.Match(pattern, name); ok && err == nil {
			return true
		}
	}
	return false
}
