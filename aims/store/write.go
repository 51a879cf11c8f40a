package store

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Write is one part of a [Store.Put].
type Write struct {
	Op     Op       `json:"op"`
	Ref    aims.Ref `json:"ref"`
	Expect Rev      `json:"expect,omitempty"` // the record's revision before; 0: it is not there
	Schema int      `json:"schema,omitempty"` // of Create and Update: the version of the form that Data has
	Data   []byte   `json:"data,omitempty"`   // of Create and Update: the record
}

// Op is what a write does. The zero value is none, and refused.
type Op uint8

// The operations. Each expects the record to be at the revision that the
// write names.
const (
	Create Op = iota + 1 // adds a record that is not there
	Update               // replaces the record
	Delete               // removes the record
	Assert               // changes nothing: the record is as expected, or expected to be absent
)

var ops = word.Scale{Name: "store.Op", Words: []string{"", "create", "update", "delete", "assert"}}

// String returns the word of the operation.
func (o Op) String() string { return ops.String(int(o)) }

// Known reports whether o is one of the operations.
func (o Op) Known() bool { return o >= Create && o <= Assert }

// MarshalText returns the word of the operation.
func (o Op) MarshalText() ([]byte, error) { return ops.Marshal(int(o)) }

// UnmarshalText reads the word of an operation.
func (o *Op) UnmarshalText(text []byte) error {
	i, err := ops.Unmarshal(text)
	if err == nil {
		*o = Op(i)
	}
	return err
}

// Changes reports whether the write changes a record, if it is done.
func (w Write) Changes() bool { return w.Op != Assert }
