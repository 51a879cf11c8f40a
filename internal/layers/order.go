package layers

import (
	"path"
	"slices"
	"strings"
)

// house is the order of the house: a package imports only what stands before
// it. A folder that is not listed shares the place of its nearest listed parent.
func house() []string {
	return []string{
		"internal",
		"aims", "aims/store", "aims/storetest",
		"risk", "risk/montecarlo",
		"impact", "impact/instrument",
		"controls", "controls/crosswalk",
		"audit", "audit/rules", "audit/certification", "audit/readiness",
		"audit/report", "audit/oscal", "audit/ledger",
		"examples",
	}
}

// knowStore lists who may know storage: the domain does not.
func knowStore() []string {
	return []string{"aims/store", "aims/storetest", "audit/ledger", "examples", "internal/gen"}
}

const generators = "internal/gen"

// place gives the rank of a folder: its line in the house. The root stands
// after everything; a generator stands with the package that it feeds.
func place(dir string) (int, bool) {
	if dir == "." {
		return len(house()), true
	}
	if feeds, ok := strings.CutPrefix(dir, generators+"/"); ok {
		return placeOfGenerator(feeds)
	}
	for d := dir; d != "."; d = path.Dir(d) {
		if i := slices.Index(house(), d); i >= 0 {
			return i, true
		}
	}
	return 0, false
}

// placeOfGenerator accepts gen/audit/rules and, shorter, gen/rules; a folder
// below a generator shares its place.
func placeOfGenerator(feeds string) (int, bool) {
	for ; feeds != "."; feeds = path.Dir(feeds) {
		for i, d := range house() {
			if d == feeds || path.Base(d) == feeds {
				return i, true
			}
		}
	}
	return 0, false
}

func order(t *Tree) []Breach {
	var out []Breach
	for _, p := range t.Packages {
		rank, ok := place(p.Dir)
		if !ok {
			out = append(out, Breach{Path: p.Dir, Text: "has no place in the order of the house; list it in internal/layers/order.go"})
			continue
		}
		for _, f := range p.Files {
			for _, spec := range f.Syntax.Imports {
				to := importPathOf(spec)
				if !t.Own(to) || to == p.Path { // an external test imports its own package
					continue
				}
				if why := trespass(t, p, f, rank, to); why != "" {
					out = append(out, t.Breach(spec.Pos(), "%s", why))
				}
			}
		}
	}
	return Sorted(out)
}

// trespass says why package p may not import the own path to, or nothing.
func trespass(t *Tree, p *Package, f *File, rank int, to string) string {
	target, ok := t.Lookup(to)
	if !ok {
		return "imports " + to + ", which does not exist"
	}
	dir := target.Dir
	if within(dir, generators) && !f.External && !within(p.Dir, generators) {
		return dir + " holds generators for tests; only external tests import it"
	}
	if dir == "aims/store" && !slices.ContainsFunc(knowStore(), func(d string) bool { return within(p.Dir, d) }) {
		return "storage is known to " + strings.Join(knowStore(), ", ") + " only"
	}
	if within(dir, "aims/storetest") && f.External {
		return "" // every store proves itself with the suite
	}
	targetRank, ok := place(dir)
	switch {
	case !ok:
		return "" // reported at the target itself
	case targetRank > rank:
		return dir + " stands to the right of " + p.Dir
	case targetRank == rank && within(dir, p.Dir) && !free(p.Dir):
		return dir + " stands below " + p.Dir + ": a package does not import its own folders"
	}
	return ""
}

// free tells the folders whose inner order is their own affair.
func free(dir string) bool {
	return within(dir, "examples") || within(dir, "internal")
}
