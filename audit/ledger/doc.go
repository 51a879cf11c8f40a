// Package ledger loads a snapshot from a store, saves changes to it, and keeps
// who changed what, when and why, so that it can be verified (ISO/IEC 42001,
// 7.5.3: control of documented information).
//
//	state, err := ledger.Load(ctx, s, 0)
//	changes, err := state.Changes(edited)
//	rev, err := ledger.Save(ctx, s, ledger.Entry{Who: "p-lead", When: time.Now(), Why: "yearly review"}, changes...)
//
// # Model
//
// [Save] puts the changes and an entry about them into the store at once: there
// is no change without its entry, and no entry without its change. Entries are
// numbered from 1. Each holds the digest of the one before it, so they form a
// chain; the [Head] names its last link. [History] tells what happened to one
// record, [Verify] whether the ledger and the records belong together.
//
// The entry itself holds no content, only digests of who, why and the data of
// the records, each with a salt of its own. The salts stand in records beside
// it. [Erase] removes a salt with its text: then nobody can tell from the
// digest what was there, and the chain still holds.
//
// # What Verify detects
//
//   - an entry that was changed, removed, added in between or put elsewhere,
//   - the name or the reason of an entry changed, or removed other than by Erase,
//   - a record that was written, removed or put back by anything but Save,
//   - given a head that was kept elsewhere, also that the last entries were cut
//     off, or the whole ledger was written anew.
//
// # What it does not
//
//   - Without a head kept elsewhere: who can write to the database can cut off
//     the last entries together with what they changed, and can write the whole
//     ledger anew. Keep the head where they cannot write: in the minutes of the
//     review, with the auditor, on paper.
//   - Whether who and when are true. They are what the program said.
//   - Records of kinds that Save never wrote and no snapshot holds.
//   - Content of which the salt was erased; [Report.Unverifiable] lists it while
//     such a record is present.
//
// # Decisions
//
//   - Ids of records are in the entries for ever. An id must not speak of a
//     person; [aims.PersonID] is the host's name for somebody.
//   - Erasing takes effect for earlier states when the store forgets them.
//   - Everybody who saves waits for everybody else, because a chain has one end.
//     Save retries when only its end moved; a conflict on a record is the
//     caller's. A program with many users saves through one [Writer].
//   - The store's Put makes changes without an entry. Hosts that use the ledger
//     save through it alone; what they did not is found by Verify.
package ledger
