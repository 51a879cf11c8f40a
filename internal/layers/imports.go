package layers

import (
	"fmt"
	"slices"
	"strings"
)

// permit is one module that the root module may require.
type permit struct {
	module  string
	folders []string // where any file may import it
	tests   bool     // external tests may import it everywhere
	min     string   // lowest version allowed; empty for any
}

func permits() []permit {
	testers := []string{generators, "aims/storetest"}
	return []permit{
		{module: "github.com/google/uuid", folders: []string{"aims/store", "audit/oscal"}},
		{
			module:  "github.com/shopspring/decimal",
			folders: append(domain(), "internal/canon", "internal/strict", generators, "examples"),
			tests:   true,
			min:     "v1.5.0", // older versions take for ever to read 1e20000000
		},
		{module: "github.com/google/go-cmp", folders: testers, tests: true},
		{module: "pgregory.net/rapid", folders: testers, tests: true},
		{module: "golang.org/x/exp"}, // no package needs it yet
	}
}

// thirdParty looks at the root module only: a nested module exists in order to
// require more.
func thirdParty(t *Tree) []Breach {
	var out []Breach
	for _, p := range t.Packages {
		if p.Module.Dir != "." {
			continue
		}
		for _, f := range p.Files {
			for _, spec := range f.Syntax.Imports {
				to := importPathOf(spec)
				if t.Own(to) || standard(to) {
					continue
				}
				if why := forbidden(p, f, to); why != "" {
					out = append(out, t.Breach(spec.Pos(), "%s", why))
				}
			}
		}
	}
	return Sorted(out)
}

func forbidden(p *Package, f *File, to string) string {
	i := slices.IndexFunc(permits(), func(m permit) bool { return within(to, m.module) })
	if i < 0 {
		return to + " is not on the short list of internal/layers/imports.go; what is heavier lives in a nested module"
	}
	m := permits()[i]
	if f.External && m.tests || slices.ContainsFunc(m.folders, func(d string) bool { return within(p.Dir, d) }) {
		return ""
	}
	where := "nowhere yet"
	if len(m.folders) > 0 {
		where = "in " + strings.Join(m.folders, ", ")
	}
	if m.tests {
		where += " and in external tests"
	}
	return fmt.Sprintf("%s is imported %s only", m.module, where)
}

// requirements keeps the root go.mod small: it stands before every user.
func requirements(t *Tree) []Breach {
	var out []Breach
	for _, r := range t.Root.Requires {
		i := slices.IndexFunc(permits(), func(m permit) bool { return m.module == r.Path })
		if i < 0 {
			out = append(out, Breach{"go.mod", r.Line, r.Path + " is not on the short list of internal/layers/imports.go"})
			continue
		}
		if m := permits()[i]; older(r.Version, m.min) {
			out = append(out, Breach{"go.mod", r.Line, fmt.Sprintf("%s %s is older than %s", r.Path, r.Version, m.min)})
		}
	}
	for _, d := range t.Root.Other {
		out = append(out, Breach{"go.mod", d.Line, d.Verb + " does not belong into the root module; tools live in internal/tools"})
	}
	return Sorted(out)
}

// older compares release versions; one that it cannot read counts as older.
func older(version, floor string) bool {
	if floor == "" {
		return false
	}
	var have, want [3]int
	if _, err := fmt.Sscanf(version, "v%d.%d.%d", &have[0], &have[1], &have[2]); err != nil {
		return true
	}
	if _, err := fmt.Sscanf(floor, "v%d.%d.%d", &want[0], &want[1], &want[2]); err != nil {
		return true
	}
	return slices.Compare(have[:], want[:]) < 0
}

// standard reports whether an import path is of the standard library: its
// first element has no dot.
func standard(importPath string) bool {
	first, _, _ := strings.Cut(importPath, "/")
	return !strings.Contains(first, ".")
}
