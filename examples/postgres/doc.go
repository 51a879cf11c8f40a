// Package postgres keeps records in a PostgreSQL database, as a [store.Store],
// with any number of tenants and of programs that write at the same time. It is
// an example to use or to copy.
//
//	if err := postgres.Setup(ctx, pool); err != nil { … }
//	s, err := postgres.Open(ctx, pool, "tenant-17")
//
// The tests, from the folder of this file, beside a server of their own:
//
//	bash server.sh go test ./...
//
// # Model
//
// Two tables: one row for each tenant with its present revision, and one for
// each version of a record. Put locks the row of its tenant first, so the
// writers of a tenant queue, revisions are committed in their order, and a
// revision that can be read is final. Tenants do not wait for each other, and
// readers wait for nobody. The columns of names have the collation "C", so
// their order is that of bytes in any database.
//
// # The host's own transaction
//
// Open takes a pool, a connection or a transaction. With a transaction of the
// host, Put works at a savepoint of it: what the host does there and what is
// put happens together or not at all, and a conflict undoes the Put alone. Such
// a store is for one goroutine, like the transaction, and other writers of the
// tenant wait until it ends: keep it short.
//
// # Conflicts and failures
//
// Serialization failures and deadlocks surface as [store.ErrConflict] that
// names all records of the Put. In a transaction of the levels repeatable read
// or serializable the host has to begin anew after one, since its snapshot is
// of the past. When the connection breaks while a Put commits, nobody can know
// whether it was done; repeating it is safe, because it expects revisions.
package postgres
