package store

import (
	"encoding/hex"

	"github.com/aimskit/aimskit/aims"
	"github.com/google/uuid"
)

// NewID returns a new id for a record of any kind: a UUID of version 7, whose
// text sorts by the time of its making. An import that may be repeated takes
// [aims.IDFrom] instead. It panics if the system has no randomness.
func NewID[T aims.ID]() T { return T(uuid.Must(uuid.NewV7()).String()) }

// NewSalt returns 32 random hexadecimal digits, 122 bits of them by chance,
// which nobody can guess: the digest of a text with its salt tells nothing
// about the text once the salt is gone. It panics if the system has no
// randomness.
func NewSalt() string {
	u := uuid.Must(uuid.NewRandom())
	return hex.EncodeToString(u[:])
}
