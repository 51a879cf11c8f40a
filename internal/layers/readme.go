package layers

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// Snippet is one Go block of the README.
type Snippet struct {
	Line  int      // of its first line of code
	Lines []string // without the white space around each line
}

// Snippets returns the Go blocks of the README; a tree without one has none.
func Snippets(fsys fs.FS) ([]Snippet, error) {
	src, err := fs.ReadFile(fsys, "README.md")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []Snippet
	open, inGo := false, false
	for i, line := range strings.Split(string(src), "\n") {
		switch line := strings.TrimSpace(line); {
		case strings.HasPrefix(line, "```"):
			open = !open
			inGo = open && line == "```go"
			if inGo {
				out = append(out, Snippet{Line: i + 2})
			}
		case inGo:
			last := &out[len(out)-1]
			last.Lines = append(last.Lines, line)
		}
	}
	return out, nil
}

// readme compares line by line; indentation and alignment do not count.
func readme(t *Tree) []Breach {
	snippets, err := Snippets(t.FS)
	if err != nil {
		return []Breach{{Path: "README.md", Text: err.Error()}}
	}
	if len(snippets) == 0 {
		return nil
	}
	var sources []string
	for _, p := range t.Packages {
		for _, f := range p.Files {
			if !within(p.Dir, "examples") && !strings.HasSuffix(f.Path, "example_test.go") {
				continue
			}
			src, err := fs.ReadFile(t.FS, f.Path)
			if err != nil {
				return []Breach{{Path: f.Path, Text: err.Error()}}
			}
			sources = append(sources, flat(strings.Split(string(src), "\n")))
		}
	}
	var out []Breach
	for _, s := range snippets {
		if !copied(flat(s.Lines), sources) {
			out = append(out, Breach{"README.md", s.Line, fmt.Sprintf("this block of %d lines stands in no example_test.go and nowhere under examples", len(s.Lines))})
		}
	}
	return out
}

// flat joins lines, each between line breaks, with single spaces inside.
func flat(lines []string) string {
	var b strings.Builder
	b.WriteByte('\n')
	for _, line := range lines {
		b.WriteString(strings.Join(strings.Fields(line), " "))
		b.WriteByte('\n')
	}
	return b.String()
}

func copied(block string, sources []string) bool {
	if strings.TrimSpace(block) == "" {
		return false
	}
	for _, src := range sources {
		if strings.Contains(src, block) {
			return true
		}
	}
	return false
}
