package layers

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// Module is what the rules need of one go.mod file.
type Module struct {
	Dir      string // folder of the go.mod; "." is the root of the tree
	Path     string
	Requires []Requirement
	Other    []Directive // replace, exclude, retract, tool and whatever else
}

// Requirement is one module that a go.mod requires, indirect ones included.
type Requirement struct {
	Path, Version string
	Line          int
}

// Directive is any other line of a go.mod.
type Directive struct {
	Verb string
	Line int
}

func readModule(fsys fs.FS, dir string) (Module, error) {
	name := path.Join(dir, "go.mod")
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return Module{}, fmt.Errorf("layers: %w", err)
	}
	m := Module{Dir: dir}
	block := "" // verb of the open parenthesis
	for i, line := range strings.Split(string(src), "\n") {
		line, _, _ = strings.Cut(line, "//")
		words := strings.Fields(line)
		switch {
		case len(words) == 0:
			continue
		case words[0] == ")":
			block = ""
			continue
		case len(words) == 2 && words[1] == "(":
			block = words[0]
			continue
		case block != "":
			words = append([]string{block}, words...)
		}
		m.add(words, i+1)
	}
	if m.Path == "" {
		return Module{}, fmt.Errorf("layers: %s has no module line", name)
	}
	return m, nil
}

func (m *Module) add(words []string, line int) {
	switch {
	case words[0] == "module" && len(words) == 2:
		m.Path = strings.Trim(words[1], `"`)
	case words[0] == "require" && len(words) == 3:
		m.Requires = append(m.Requires, Requirement{words[1], words[2], line})
	case words[0] == "go" || words[0] == "toolchain":
	default:
		m.Other = append(m.Other, Directive{words[0], line})
	}
}
