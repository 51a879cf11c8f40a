package schema

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"reflect"
	"regexp"
	"strings"
)

// comments holds the comments of the sources: of a type under "aims.Policy",
// of a field under "aims.Policy.Title".
type comments map[string]string

// of returns the comment of a type.
func (c comments) of(t reflect.Type) string { return c[t.String()] }

// field returns the comment of a field.
func (c comments) field(t reflect.Type, name string) string { return c[t.String()+"."+name] }

// gather reads the sources of the packages whose records a snapshot
// holds; tree is the root of the module.
func gather(tree fs.FS) (comments, error) {
	out := comments{}
	for _, dir := range []string{"aims", "risk", "impact", "controls", "audit"} {
		files, err := fs.Glob(tree, path.Join(dir, "*.go"))
		if err != nil {
			return nil, err
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			src, err := fs.ReadFile(tree, name)
			if err != nil {
				return nil, err
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ParseComments)
			if err != nil {
				return nil, err
			}
			out.add(dir, file)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("schema: no sources here; give the root of the module")
	}
	return out, nil
}

func (c comments) add(pkg string, file *ast.File) {
	for _, d := range file.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, s := range decl.Specs {
			spec, ok := s.(*ast.TypeSpec)
			if !ok {
				continue
			}
			name := pkg + "." + spec.Name.Name
			doc := spec.Doc
			if doc == nil {
				doc = decl.Doc
			}
			c[name] = sentence(doc)
			if t, ok := spec.Type.(*ast.StructType); ok {
				c.fields(name, t)
			}
		}
	}
}

// fields keeps what stands at the end of a field's line, or before the field
// when it begins with its name; other comments are headings.
func (c comments) fields(of string, t *ast.StructType) {
	for _, f := range t.Fields.List {
		for _, n := range f.Names {
			if said := sentence(f.Comment); said != "" {
				c[of+"."+n.Name] = said
			} else if said := sentence(f.Doc); strings.HasPrefix(said, n.Name+" ") {
				c[of+"."+n.Name] = said
			}
		}
	}
}

// links are what gofmt makes links: [Name], [pkg.Name].
var links = regexp.MustCompile(`\[\*?([A-Za-z][A-Za-z0-9_.]*)\]`)

// sentence returns the first paragraph of a comment on one line.
func sentence(g *ast.CommentGroup) string {
	if g == nil {
		return ""
	}
	first, _, _ := strings.Cut(g.Text(), "\n\n")
	return links.ReplaceAllString(strings.Join(strings.Fields(first), " "), "$1")
}
