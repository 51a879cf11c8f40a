package ledger

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
)

// The kinds of the records in which a ledger is kept.
const (
	// KindEntry: an entry, never changed. Its id is its number, in 12 digits.
	KindEntry aims.Kind = "ledger-entry"
	// KindNote: who and why of an entry; each can be erased.
	KindNote aims.Kind = "ledger-note"
	// KindTrace: that an entry changed a record, and the salt of its digest,
	// which can be erased. The ids of the traces of one record follow each
	// other, in the order of the entries.
	KindTrace aims.Kind = "ledger-trace"
	// KindHead: the one record that names the last entry.
	KindHead aims.Kind = "ledger-head"
)

// schema is the version of the form in which the ledger keeps its records.
const schema = 1

// Entry says who changes something, when and why. When comes from the host,
// since the library has no clock; it is kept in UTC.
type Entry struct {
	Who  aims.PersonID
	When time.Time
	Why  string
}

// Validate reports missing and malformed fields.
func (e Entry) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "who", e.Who)
	if _, err := aims.DateOf(e.When.UTC()); e.When.IsZero() || err != nil {
		c.Add("when", aims.Missing)
	}
	c.Text("why", e.Why)
	return c.Err()
}

// Head is the end of the ledger: the number of its last entry and the digest
// of that entry, in which all others are contained. The zero value is the head
// of an empty ledger.
type Head struct {
	Entry  int         `json:"entry"`
	Digest aims.Digest `json:"digest"`
}

// sealed is an entry as it is kept.
type sealed struct {
	Entry    int         `json:"entry"`
	Previous aims.Digest `json:"previous,omitempty"` // of the entry before
	When     time.Time   `json:"when"`
	Who      aims.Digest `json:"who"` // salted, as the next
	Why      aims.Digest `json:"why"`
	Changes  []change    `json:"changes,omitempty"`
	Erased   []Erasure   `json:"erased,omitempty"`
}

// change is what an entry did to a record.
type change struct {
	Ref    aims.Ref    `json:"ref"`
	Op     store.Op    `json:"op"`
	Digest aims.Digest `json:"digest,omitempty"` // salted, of schema and data; absent for a deletion
}

// note is the part of an entry that can be erased; what was is absent.
type note struct {
	Entry int     `json:"entry"`
	Who   *salted `json:"who,omitempty"`
	Why   *salted `json:"why,omitempty"`
}

// salted is a text with the salt of its digest.
type salted struct {
	Salt string `json:"salt"`
	Text string `json:"text"`
}

func newSalted(text string) *salted { return &salted{store.NewSalt(), text} }

func (s salted) digest() aims.Digest { return aims.DigestBytes([]byte(s.Salt + "\n" + s.Text)) }

// trace says that an entry changed a record.
type trace struct {
	Entry int      `json:"entry"`
	Ref   aims.Ref `json:"ref"`
	Salt  string   `json:"salt,omitempty"` // absent for a deletion, and once erased
}

// contentDigest is the digest of the content of a record, with its salt.
func contentDigest(salt string, schema int, data []byte) aims.Digest {
	return aims.DigestBytes(append([]byte(salt+"\n"+strconv.Itoa(schema)+"\n"), data...))
}

// numberID is the id of an entry and its note.
func numberID(entry int) string { return fmt.Sprintf("%012d", entry) }

// tracesOf begins the ids of the traces of a record.
func tracesOf(ref aims.Ref) string { return aims.IDFrom[string](string(ref.Kind), ref.ID) + "." }

func traceID(ref aims.Ref, entry int) string { return tracesOf(ref) + numberID(entry) }

// own reports whether a kind is one of the ledger.
func own(kind aims.Kind) bool { return strings.HasPrefix(string(kind), "ledger-") }

func headRef() aims.Ref { return aims.Ref{Kind: KindHead, ID: "head"} }
