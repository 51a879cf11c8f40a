package ledger

import (
	"maps"

	"github.com/aimskit/aimskit/aims"
)

// The codes of what [Save] and [Erase] refuse.
const (
	// OwnKind: a change concerns a record of the ledger itself.
	OwnKind aims.Code = "ledger/own-kind"
	// TooManyChanges: more than [MaxChanges] at once.
	TooManyChanges aims.Code = "ledger/too-many-changes"
	// NoSuchEntry: what is to be erased belongs to no entry.
	NoSuchEntry aims.Code = "ledger/no-such-entry"
	// NotInEntry: the content to be erased is of a record that the entry did not change.
	NotInEntry aims.Code = "ledger/not-in-entry"
	// NothingToErase: an erasure does not say what, or it was erased before.
	NothingToErase aims.Code = "ledger/nothing-to-erase"
)

// The codes of what [Verify] finds.
const (
	// EntryMissing: the numbers of the entries have a gap.
	EntryMissing aims.Code = "ledger/entry-missing"
	// EntryMalformed: a record among the entries is none.
	EntryMalformed aims.Code = "ledger/entry-malformed"
	// ChainBroken: an entry does not follow the one before it.
	ChainBroken aims.Code = "ledger/chain-broken"
	// HeadDiffers: the head is not that of the last entry.
	HeadDiffers aims.Code = "ledger/head-differs"
	// PinnedMissing: the ledger ends before the head that was kept.
	PinnedMissing aims.Code = "ledger/pinned-missing"
	// PinnedDiffers: the entry at the head that was kept is another.
	PinnedDiffers aims.Code = "ledger/pinned-differs"
	// NoteMissing: who or why is gone, and nobody erased it.
	NoteMissing aims.Code = "ledger/note-missing"
	// NoteChanged: who or why is not what was entered.
	NoteChanged aims.Code = "ledger/note-changed"
	// TraceMissing: the trace of a change is gone, or its salt, and nobody erased it.
	TraceMissing aims.Code = "ledger/trace-missing"
	// TraceMalformed: a record among the traces or notes is none, or belongs to no entry.
	TraceMalformed aims.Code = "ledger/trace-malformed"
	// RecordChanged: a record is not what its last entry says.
	RecordChanged aims.Code = "ledger/record-changed"
	// RecordMissing: a record is gone without an entry.
	RecordMissing aims.Code = "ledger/record-missing"
	// RecordUnlisted: a record is there without an entry, or in spite of one.
	RecordUnlisted aims.Code = "ledger/record-unlisted"
)

var texts = map[aims.Code]string{
	OwnKind:        "{ref} belongs to the ledger, which alone writes it; leave it out",
	TooManyChanges: "{got} changes are more than the {max} that one entry takes; save them in parts",
	NoSuchEntry:    "there is no entry {entry}; look it up in the history of a record",
	NotInEntry:     "entry {entry} did not change {ref}; look it up in the history of the record",
	NothingToErase: "entry {entry} has nothing of this to erase; say what, and only what is still there",

	EntryMissing:   "entry {entry} is missing",
	EntryMalformed: "{ref} is no entry: {error}",
	ChainBroken:    "entry {entry} does not follow entry {before} as it stands; one of them was changed or replaced",
	HeadDiffers:    "the head names entry {got}, the last one is {want}; entries were cut off or added past the ledger",
	PinnedMissing:  "the ledger ends with entry {got}, but entry {want} was there when the head was kept; entries were cut off",
	PinnedDiffers:  "entry {entry} is not the one whose head was kept; the ledger was written anew",
	NoteMissing:    "the {part} of entry {entry} is gone, and no entry says that it was erased",
	NoteChanged:    "the {part} of entry {entry} is not what was entered",
	TraceMissing:   "the trace of {ref} in entry {entry} is gone or emptied, and no entry says that it was erased",
	TraceMalformed: "{ref} is no part of an entry: {error}",
	RecordChanged:  "{ref} is not what entry {entry} says; it was changed past the ledger",
	RecordMissing:  "{ref} was removed past the ledger; its last entry is {entry}",
	RecordUnlisted: "{ref} is there, but no entry put it there",
}

// Sentences returns the English sentence template of every problem code of
// this package, for hosts that translate them.
func Sentences() map[aims.Code]string { return maps.Clone(texts) }
