package layers

import (
	"go/ast"
	"reflect"
	"regexp"
	"strconv"
	"strings"
)

// jsonNames looks at the structs of everything but tests.
func jsonNames(t *Tree) []Breach {
	var out []Breach
	for _, p := range t.Packages {
		for _, f := range p.Sources() {
			ast.Inspect(f.Syntax, func(n ast.Node) bool {
				if s, ok := n.(*ast.StructType); ok {
					out = append(out, structNames(t, s)...)
				}
				return true
			})
		}
	}
	return Sorted(out)
}

func structNames(t *Tree, s *ast.StructType) []Breach {
	camel := regexp.MustCompile(`^[a-z][a-zA-Z0-9]*$`)
	var out []Breach
	tagged, untagged := 0, []*ast.Field{}
	for _, field := range s.Fields.List {
		name, ok := jsonName(field)
		switch {
		case ok && name != "-" && name != "" && !camel.MatchString(name):
			out = append(out, t.Breach(field.Pos(), "the JSON name %q is not camelCase", name))
			tagged++
		case ok:
			tagged++
		case len(field.Names) > 0 && field.Names[0].IsExported():
			untagged = append(untagged, field)
		}
	}
	if tagged > 0 {
		for _, field := range untagged {
			out = append(out, t.Breach(field.Pos(), "%s has no JSON name, but its neighbours have; name it or write `json:\"-\"`", field.Names[0].Name))
		}
	}
	return out
}

func jsonName(field *ast.Field) (string, bool) {
	if field.Tag == nil {
		return "", false
	}
	tag, err := strconv.Unquote(field.Tag.Value)
	if err != nil {
		return "", false // the parser accepts valid strings only
	}
	value, ok := reflect.StructTag(tag).Lookup("json")
	name, _, _ := strings.Cut(value, ",")
	return name, ok
}
