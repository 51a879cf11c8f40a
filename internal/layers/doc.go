// Package layers keeps the order of the house: it reads the sources of the
// whole repository and names every place that breaks a rule of its structure.
//
// # Model
//
// [Load] parses a file tree into a [Tree] of modules, packages and files.
// A [Rule] is a function from a tree to [Breach] values; [Rules] lists them all.
// Packages are found by walking the tree, so a new package is under the rules
// from its first file on. Folders named testdata and names that begin with a
// dot or an underscore are left out, as the go command does.
//
// The rules read sources only and start no process: a go test result is cached
// by the files that the test itself opened.
//
// # Adding to the house
//
// A new package that others may import gets its line in the table of order.go;
// a new requirement gets its row in imports.go. Both are decisions, so a test
// asks for them. Every rule has a saboteur in the test: a small tree that
// breaks this rule and no other.
package layers
