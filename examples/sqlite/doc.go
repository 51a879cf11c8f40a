// Package sqlite keeps records in one SQLite file, as a [store.Store]: the
// embedded default, without a server and without cgo. It is an example to use
// or to copy.
//
//	s, err := sqlite.Open(ctx, "aims.db")
//	defer s.Close()
//
// A demonstration, from the folder of this file:
//
//	go run ./demo
//
// # Model
//
// Every version of a record is a row with the revisions from which and until
// which it is the present one, so a read at a revision is a plain condition,
// and nothing is overwritten. [Store.Forget] drops old versions for good. One
// file is one tenant.
//
// Put is one immediate transaction with synchronous=FULL: what it returned
// survives the end of the process and of the power, as far as the disk keeps
// its word. Writers queue; readers never wait for them (WAL). Several
// processes may use one file on one machine, and none over a network.
//
// # Damage
//
// [Open] has SQLite check the whole file and recomputes the digest of every
// row, which takes about a second for 100 MB; each read checks the rows that it
// returns. What does not hold is [ErrDamaged], and nothing is repaired or
// guessed. Somebody who writes the file on purpose can also write the digests;
// that is for the ledger to find.
package sqlite
