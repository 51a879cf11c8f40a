package layers

import (
	"cmp"
	"fmt"
	"slices"
)

// Breach is one place that breaks a rule.
type Breach struct {
	Path string // slash-separated, relative to the root of the tree
	Line int    // 1-based; 0 where the whole file or folder is meant
	Text string // what is wrong and what to do, one sentence
}

// String gives the form of a compiler message: path, line and text.
func (b Breach) String() string {
	if b.Line == 0 {
		return b.Path + ": " + b.Text
	}
	return fmt.Sprintf("%s:%d: %s", b.Path, b.Line, b.Text)
}

// Rule is one rule of the structure.
type Rule struct {
	Name  string // one word, the name of the subtest
	Doc   string // the rule in words
	Check func(*Tree) []Breach
}

// Rules returns every rule, in the order in which they are checked.
func Rules() []Rule {
	return []Rule{
		{"order", "A package imports only what stands to its left in the order of the house.", order},
		{"thirdparty", "A package of the root module imports only the modules that its row permits.", thirdParty},
		{"links", "A domain package depends, also through others, on none of net, flag and testing.", links},
		{"pure", "Domain code has no I/O, clock, environment, chance, global state, goroutine or panic.", pure},
		{"init", "No package has an init function.", noInit},
		{"doc", "Every package has its comment in doc.go and nowhere else.", packageDoc},
		{"length", "A source file has at most 400 lines, catalogue data and generated code apart.", func(t *Tree) []Breach { return Length(t, long()) }},
		{"requirements", "The root go.mod requires only modules of the short list.", requirements},
		{"toplevel", "The top level holds only the names of the architecture.", topLevel},
		{"fuzz", "Every decoder is exercised by a fuzz target of its package.", fuzzed},
		{"codes", "Every code is well formed, names its package, and stands once in the sources.", codes},
		{"json", "JSON names are camelCase, and a struct names all its exported fields or none.", jsonNames},
		{"readme", "Every Go block of the README is a copy of compiled example code.", readme},
	}
}

// Sorted orders breaches by path, line and text and drops repetitions.
func Sorted(breaches []Breach) []Breach {
	slices.SortFunc(breaches, func(a, b Breach) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Text, b.Text))
	})
	return slices.Compact(breaches)
}
