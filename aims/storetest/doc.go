// Package storetest proves that a [store.Store] does what the library builds
// on. Whoever writes a store runs it:
//
//	func TestStore(t *testing.T) {
//		storetest.Run(t, storetest.Subject{Open: func() (store.Store, error) { return open(t.TempDir()) }})
//	}
//
// # Model
//
// [Cases] is a table of cases, each stating its rule in words: lost updates,
// records deleted and created again, decisions across records, reads at a
// revision while others write, order of ids, bounds, cancelled contexts. [Run]
// makes each a subtest on a fresh store, and then compares the store with
// [store.Memory] step by step under random operations. [Check] does the same
// cases without package testing's help, for a program that looks at its
// database before it trusts it.
//
// That every rule is noticed when it is broken is shown by the test of this
// package: one small store that can break any of them.
//
// What no such suite can show is that acknowledged writes survive the loss of
// power, or a server that stops in between. The tests of examples/sqlite and
// examples/postgres kill processes and servers for that.
package storetest
