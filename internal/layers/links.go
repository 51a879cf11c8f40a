package layers

import (
	"go/build"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// unwanted lists what a domain package never links, with the folders that may:
// a store makes UUIDs, whose module reads network cards, and the suite is a
// test.
func unwanted() map[string][]string {
	return map[string][]string{
		"net":     {"aims/store", "aims/storetest", "audit/oscal", "audit/ledger"},
		"flag":    {"aims/storetest"},
		"testing": {"aims/storetest"},
	}
}

// links follows the imports of every domain package through the repository,
// the module cache and the standard library, for three unlike systems.
func links(t *Tree) []Breach {
	var out []Breach
	for _, system := range []string{"linux", "windows", "js"} {
		g := newGraph(t, system)
		for _, p := range t.Packages {
			if !p.Domain() {
				continue
			}
			for bad, may := range unwanted() {
				if slices.ContainsFunc(may, func(d string) bool { return within(p.Dir, d) }) {
					continue
				}
				if chain := g.chain(p.Path, bad); chain != nil {
					out = append(out, Breach{Path: p.Dir, Text: "links " + bad + ": " + strings.Join(chain, " → ")})
				}
			}
		}
		for _, importPath := range g.missing {
			out = append(out, Breach{Path: "go.mod", Text: "the source of " + importPath + " is neither in GOROOT nor in the module cache; run go mod download"})
		}
	}
	return Sorted(out)
}

// graph reads the imports of a package once.
type graph struct {
	tree    *Tree
	system  build.Context
	known   map[string][]string
	missing []string
}

func newGraph(t *Tree, system string) *graph {
	c := build.Default
	c.GOOS, c.GOARCH, c.CgoEnabled = system, "amd64", false
	if system == "js" {
		c.GOARCH = "wasm"
	}
	return &graph{tree: t, system: c, known: make(map[string][]string)}
}

// chain returns the import paths that lead from a package to another, both
// included, or nil when none does. It is a breadth-first search, so the chain
// is a shortest one.
func (g *graph) chain(from, to string) []string {
	cameFrom := map[string]string{from: ""}
	for queue := []string{from}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == to {
			var chain []string
			for at := to; at != ""; at = cameFrom[at] {
				chain = append(chain, at)
			}
			slices.Reverse(chain)
			return chain
		}
		for _, next := range g.imports(queue[0]) {
			if _, seen := cameFrom[next]; !seen {
				cameFrom[next] = queue[0]
				queue = append(queue, next)
			}
		}
	}
	return nil
}

func (g *graph) imports(importPath string) []string {
	if found, ok := g.known[importPath]; ok {
		return found
	}
	found, ok := g.read(importPath)
	if !ok {
		g.missing = append(g.missing, importPath)
	}
	g.known[importPath] = found
	return found
}

func (g *graph) read(importPath string) ([]string, bool) {
	if p, ok := g.tree.Lookup(importPath); ok {
		var found []string
		for _, f := range p.Sources() {
			for _, spec := range f.Syntax.Imports {
				found = append(found, importPathOf(spec))
			}
		}
		return found, true
	}
	if importPath == "unsafe" || g.tree.Own(importPath) { // rule order reports what does not exist
		return nil, true
	}
	for _, dir := range g.tree.Outside(importPath) {
		if p, err := g.system.ImportDir(dir, 0); err == nil {
			return p.Imports, true
		}
	}
	return nil, false
}

// Outside lists the folders where the source of a package of somebody else can
// be: the standard library with its own vendored modules, or the module cache.
func (t *Tree) Outside(importPath string) []string {
	src := filepath.Join(build.Default.GOROOT, "src")
	if standard(importPath) {
		return []string{filepath.Join(src, filepath.FromSlash(importPath))}
	}
	dirs := []string{filepath.Join(src, "vendor", filepath.FromSlash(importPath))}
	for _, r := range t.Root.Requires {
		if within(importPath, r.Path) {
			module := escape(r.Path) + "@" + r.Version
			inside := strings.TrimPrefix(importPath, r.Path)
			dirs = append(dirs, filepath.Join(moduleCache(), filepath.FromSlash(module+inside)))
		}
	}
	return dirs
}

func moduleCache() string {
	if dir := os.Getenv("GOMODCACHE"); dir != "" {
		return dir
	}
	first, _, _ := strings.Cut(build.Default.GOPATH, string(filepath.ListSeparator))
	return filepath.Join(first, "pkg", "mod")
}

// escape writes a module path as the module cache does: !a for A.
func escape(modulePath string) string {
	var b strings.Builder
	for _, r := range modulePath {
		if unicode.IsUpper(r) {
			b.WriteByte('!')
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}
