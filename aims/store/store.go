package store

import (
	"context"
	"iter"

	"github.com/aimskit/aimskit/aims"
)

// Rev is a revision of a whole store: 1 after the first change, greater after
// each further one, never given out twice. As a point in time to read at, 0
// stands for now; as the revision of a record, 0 says that it is not there.
type Rev int64

// Record is a record as a store keeps it.
type Record struct {
	Ref    aims.Ref `json:"ref"`
	Rev    Rev      `json:"rev"`    // the revision that last changed it
	Schema int      `json:"schema"` // the version of the form that Data has, from 1
	Data   []byte   `json:"data"`   // whatever was written, byte for byte
}

// Store is what the library needs of a database. All methods honour the
// context, are safe for concurrent use, and neither keep nor hand out bytes
// that they share with the caller.
//
// Arguments that no store takes are refused as an [aims.InvalidError]; an
// implementation calls [CheckGet], [CheckList] and [CheckPut] first. Package
// storetest has the rules of this interface as tests.
type Store interface {
	// Get returns a record as it was at a revision, [ErrNotFound] if it was
	// not there, or [ErrRevisionGone].
	Get(ctx context.Context, ref aims.Ref, at Rev) (Record, error)

	// List returns the records of a kind at a revision whose ids come after
	// the given one, in the byte order of the ids: limit of them, or as many
	// as there are. It fails with [ErrRevisionGone] like Get.
	List(ctx context.Context, kind aims.Kind, after string, limit int, at Rev) ([]Record, error)

	// Put does all writes or none, and returns the revision that they made.
	// Writes that do not find what they expect fail with a [ConflictError]
	// that names all of them, in their order. Writes that change nothing,
	// which are those of [Assert], make no revision: then, as without any
	// write, Put returns the present one.
	Put(ctx context.Context, writes ...Write) (Rev, error)
}

// The limits of a store: it takes everything up to here, and nothing beyond.
const (
	MaxData   = 16 << 20  // bytes of one record
	MaxWrites = 10_000    // of one Put
	MaxLimit  = 10_000    // of one List
	MaxSchema = 1_000_000 // the latest version of a record's form
)

// MinKeep is how many revisions before the present every store can read.
const MinKeep = 100

// Now returns the present revision; 0 if nothing was ever written. Reads at
// this revision all see the same state.
func Now(ctx context.Context, s Store) (Rev, error) { return s.Put(ctx) }

// pageSize is how many records All asks for at a time.
const pageSize = 500

// All yields the records of a kind at a revision, in the byte order of their
// ids. With 0 they all are as of the moment when the reading begins. An error
// comes as the last pair, beside no record.
func All(ctx context.Context, s Store, kind aims.Kind, at Rev) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		if at == 0 {
			now, err := Now(ctx, s)
			if err != nil {
				yield(Record{}, err)
				return
			}
			if now == 0 {
				return
			}
			at = now
		}
		for after, more := "", true; more; {
			page, err := s.List(ctx, kind, after, pageSize, at)
			if err != nil {
				yield(Record{}, err)
				return
			}
			for _, r := range page {
				if !yield(r, nil) {
					return
				}
				after = r.Ref.ID
			}
			more = len(page) == pageSize
		}
	}
}
