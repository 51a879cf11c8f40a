// Package store says what the library needs of a database, and keeps records
// in one (ISO/IEC 42001, 7.5.3: control of documented information).
//
// # Model
//
// A [Store] holds records, each a kind and id with bytes. It has one counter,
// the revision ([Rev]): every change of the store makes the next one, and all
// records written together carry it. A revision is never given out twice, so
// the editor of a record that was deleted and created again in the meantime
// cannot overwrite it unseen. A read may ask for the state at an earlier
// revision, and sees all of that state and nothing later.
//
// A [Write] says what it expects to find: nothing, or the record at the
// revision at which the editor read it. [Store.Put] takes any number of writes
// and does all of them or none. One rule covers every [Op]: the record's
// revision now, 0 if it is not there, equals [Write.Expect]. An [Assert]
// changes nothing and only expects: whoever decides something by looking at
// another record asserts that record, and the decision falls if it changed.
//
// # Which store
//
//   - [Memory] is the reference, ready as its zero value.
//   - examples/sqlite keeps one file, examples/postgres uses a server and can
//     write inside a transaction of the host, examples/bbolt needs no SQL.
//     Copy one, or write your own; package storetest then proves it.
//
// A tenant is one Store value. There are no queries besides [Store.List]:
// the library judges whole systems, and a host searches its own tables.
//
// # Typed access
//
// A [Table] turns records such as [aims.Policy] into writes and back. It
// validates what goes in, upgrades what older versions of the library wrote,
// and reads what newer ones wrote without letting it be written over.
//
// # Decisions
//
//   - Data is bytes to the store. It comes back exactly as it went in, because
//     approvals and the ledger rest on digests of it.
//   - Ids are ordered and compared by their bytes, whatever the collation of
//     the database.
//   - How far back a store reads is its own to declare, [MinKeep] revisions at
//     least; older ones answer with [ErrRevisionGone]. Whoever must erase
//     personal data needs a store that forgets.
//   - A Put that fails for want of a connection may have happened or not.
//     Repeating it is safe: if it had happened, the repetition is a conflict.
//   - The store does not know who writes, when and why. That is for package
//     ledger, whose entries are records written in the same Put.
package store
