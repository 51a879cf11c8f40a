package store

import (
	"errors"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// What a caller of a store branches on.
var (
	// ErrNotFound: the record is not there, at the revision asked for.
	ErrNotFound = errors.New("store: record not found")
	// ErrConflict: a write did not find what it expects. The caller reads
	// again and decides anew. See [ConflictError].
	ErrConflict = errors.New("store: conflict")
	// ErrRevisionGone: the store cannot read at that revision. It keeps no
	// state so old, or was restored to a state before it. The caller begins
	// again at the present.
	ErrRevisionGone = errors.New("store: revision not readable")
	// ErrNewerSchema: a newer version of the library wrote the record. This
	// one can read it and must not write over it.
	ErrNewerSchema = errors.New("store: record of a newer schema")
)

// ConflictError names the records that are not as the writes expect. It wraps
// [ErrConflict].
type ConflictError struct {
	Refs []aims.Ref
}

// Error names the records.
func (e *ConflictError) Error() string {
	var b strings.Builder
	b.WriteString(ErrConflict.Error() + ": not as expected: ")
	for i, r := range e.Refs {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(r.String())
	}
	b.WriteString("; read again and repeat")
	return b.String()
}

// Unwrap returns [ErrConflict].
func (e *ConflictError) Unwrap() error { return ErrConflict }
