// Package api shows the exported API of the library as text and checks its
// documentation.
//
// # Listing
//
// [Read] prepares a tree; [API.Listing] prints one package: constants with
// their values, variables, functions, types with fields, JSON tags and method
// sets. The listings stand in testdata, one file a package, so that a change of
// the API shows as a difference in review. After a change that is meant:
//
//	go test ./internal/api -update
//
// # Documentation
//
// [Undocumented] finds exported names without a comment, [DeadLinks] finds
// links in comments that lead nowhere.
//
// Like package layers, this one reads the sources itself and starts no process.
// It needs no dependency: types of other modules are printed as they are
// written.
package api
