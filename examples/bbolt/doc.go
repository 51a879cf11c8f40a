// Package bbolt keeps records in one bbolt file, as a [store.Store]: the
// interface without SQL, in as few lines as it takes. It is an example to copy
// for other key-value stores; its tests, from the folder of this file:
//
//	go test .
//
// # Model
//
// A key is kind, id and revision; a value is schema and data, or nothing for a
// deletion. A zero byte, which no name has, parts them, so the order of the keys
// is that of the bytes of the ids, and the versions of a record follow each
// other. The state at a revision is the last key that is not later. Every
// revision stays readable: this store forgets nothing.
package bbolt
