package aims

import "github.com/aimskit/aimskit/internal/word"

// Document is an item of documented information under control, in one of its
// versions (7.5). The file itself stays with the host.
type Document struct {
	ID       DocumentID `json:"id"`
	Recorded Date       `json:"recorded,omitzero"`

	// 7.5.2: what it is; see [Document.Content].
	Title      string     `json:"title"`
	Identifier string     `json:"identifier,omitempty"` // the organization's own number or name for it
	Version    string     `json:"version,omitempty"`
	Author     PersonID   `json:"author,omitempty"`
	Date       Date       `json:"date,omitzero"`      // the day that it bears
	Language   string     `json:"language,omitempty"` // for example "en"
	Format     string     `json:"format,omitempty"`   // for example "Markdown", "PDF/A"
	Media      string     `json:"media,omitempty"`    // for example "electronic", "paper"
	Digest     Digest     `json:"digest,omitempty"`   // of the file's bytes
	Serves     []Key      `json:"serves,omitempty"`   // the requirements and controls that it is kept for
	Systems    []SystemID `json:"systems,omitempty"`  // the systems that it is about; empty: no particular ones
	External   Answer     `json:"external,omitzero"`  // it comes from outside
	Origin     string     `json:"origin,omitempty"`   // from where, and how that is known
	Supersedes DocumentID `json:"supersedes,omitempty"`

	// 7.5.3: how it is controlled.
	Status        DocumentStatus    `json:"status,omitempty"`
	Owner         PersonID          `json:"owner,omitempty"`
	Reviews       []Review          `json:"reviews,omitempty"`
	Approvals     []Approval        `json:"approvals,omitempty"` // of the file or of the content; see [Document.Standing]
	From          Date              `json:"from,omitzero"`       // first day in force
	Until         Date              `json:"until,omitzero"`      // last day in force
	ReviewBy      Date              `json:"reviewBy,omitzero"`   // the next review, as planned
	Location      string            `json:"location,omitempty"`  // where it is found
	Available     Answer            `json:"available,omitzero"`  // those who need it have it where and when they need it
	Protected     Answer            `json:"protected,omitzero"`  // against loss, misuse and change by the wrong hands
	Protection    string            `json:"protection,omitempty"`
	Distribution  string            `json:"distribution,omitempty"` // to whom it goes, and how
	Access        string            `json:"access,omitempty"`       // who may read it, who may change it
	Storage       string            `json:"storage,omitempty"`      // how it is stored and kept legible
	Changes       []DocumentChange  `json:"changes,omitempty"`      // the history of its versions
	Retention     string            `json:"retention,omitempty"`    // how long it is kept, in words
	RetainedUntil Date              `json:"retainedUntil,omitzero"` // last day on which it must be kept
	Disposition   string            `json:"disposition,omitempty"`  // what is done with it then
	Disposed      Date              `json:"disposed,omitzero"`      // the day on which that was done
	Ext           map[string]string `json:"ext,omitempty"`          // the host's own; no rule reads it
}

// DocumentChange is one entry of a document's history.
type DocumentChange struct {
	Version string   `json:"version,omitempty"` // the version that it led to
	On      Date     `json:"on"`
	By      PersonID `json:"by,omitempty"`
	What    string   `json:"what"`
}

// DocumentStatus is where a document stands in its life.
type DocumentStatus string

// The states of documents.
const (
	DocumentDraft    DocumentStatus = "draft"
	DocumentApproved DocumentStatus = "approved"
	DocumentObsolete DocumentStatus = "obsolete"
)

var documentStates = []DocumentStatus{DocumentDraft, DocumentApproved, DocumentObsolete}

// Known reports whether s is in the vocabulary.
func (s DocumentStatus) Known() bool { return word.Known(s, documentStates...) }

// UnmarshalText reads a word of the vocabulary.
func (s *DocumentStatus) UnmarshalText(text []byte) error {
	return unmarshalName(s, text, "aims.DocumentStatus", documentStates...)
}
