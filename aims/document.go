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

// Standing says whether the document is approved at a day, and by which
// approval: one of the file's bytes or one of the [Document.Content], the
// better of the two. It fails only for content that has no JSON.
func (d Document) Standing(at Date) (Standing, Approval, error) {
	content, err := DigestOf(d.Content())
	if err != nil {
		return Unapproved, Approval{}, err
	}
	standing, by := d.StandingBy(content, at)
	return standing, by, nil
}

// StandingBy is [Document.Standing] for a caller that knows the digest of the
// content already.
func (d Document) StandingBy(content Digest, at Date) (Standing, Approval) {
	standing, by := StandingOf(content, d.Approvals, at)
	if d.Digest != "" {
		if s, a := StandingOf(d.Digest, d.Approvals, at); s > standing || s == standing && a.On > by.On {
			standing, by = s, a
		}
	}
	return standing, by
}

// Validate reports missing and malformed fields.
func (e DocumentChange) Validate() error {
	var c Checker
	c.OptionalText("version", e.Version)
	c.Date("on", e.On)
	CheckOptionalID(&c, "by", e.By)
	c.Text("what", e.What)
	return c.Err()
}

// Content returns what an approval binds where it does not bind the file: the
// fields that say what the document is, the digest of the file among them.
func (d Document) Content() Document {
	return Document{
		ID: d.ID, Title: d.Title, Identifier: d.Identifier, Version: d.Version, Author: d.Author, Date: d.Date,
		Language: d.Language, Format: d.Format, Media: d.Media, Digest: d.Digest, Serves: d.Serves,
		Systems: d.Systems, External: d.External, Origin: d.Origin, Supersedes: d.Supersedes,
	}
}

// Ref names the record.
func (d Document) Ref() Ref { return Ref{KindDocument, string(d.ID)} }

// Since returns the day from which the record exists.
func (d Document) Since() Date { return d.Recorded }

// Validate reports every problem inside the record.
func (d Document) Validate() error {
	var c Checker
	CheckID(&c, "id", d.ID)
	c.OptionalDate("recorded", d.Recorded)
	c.Text("title", d.Title)
	c.OptionalText("identifier", d.Identifier)
	c.OptionalText("version", d.Version)
	CheckOptionalID(&c, "author", d.Author)
	c.OptionalDate("date", d.Date)
	c.OptionalText("language", d.Language)
	c.OptionalText("format", d.Format)
	c.OptionalText("media", d.Media)
	c.OptionalDigest("digest", d.Digest)
	c.Keys("serves", d.Serves)
	CheckIDs(&c, "systems", d.Systems)
	CheckOptionalWord(&c, "external", d.External)
	c.OptionalText("origin", d.Origin)
	CheckOptionalID(&c, "supersedes", d.Supersedes)
	if d.Supersedes != "" && d.Supersedes == d.ID {
		c.Add("supersedes", SelfReference, "value", string(d.ID))
	}
	CheckOptionalWord(&c, "status", d.Status)
	CheckOptionalID(&c, "owner", d.Owner)
	CheckEach(&c, "reviews", d.Reviews)
	CheckEach(&c, "approvals", d.Approvals)
	c.OptionalDate("from", d.From)
	c.OptionalDate("until", d.Until)
	c.NotBefore("until", d.Until, "from", d.From)
	c.OptionalDate("reviewBy", d.ReviewBy)
	c.OptionalText("location", d.Location)
	CheckOptionalWord(&c, "available", d.Available)
	CheckOptionalWord(&c, "protected", d.Protected)
	c.OptionalText("protection", d.Protection)
	c.OptionalText("distribution", d.Distribution)
	c.OptionalText("access", d.Access)
	c.OptionalText("storage", d.Storage)
	CheckEach(&c, "changes", d.Changes)
	c.OptionalText("retention", d.Retention)
	c.OptionalDate("retainedUntil", d.RetainedUntil)
	c.OptionalText("disposition", d.Disposition)
	c.OptionalDate("disposed", d.Disposed)
	return c.Err()
}

// Links visits the references of the record.
func (d Document) Links(l *Linker) {
	Link(l, "author", KindPerson, d.Author)
	LinkAll(l, "systems", KindSystem, d.Systems)
	Link(l, "supersedes", KindDocument, d.Supersedes)
	Link(l, "owner", KindPerson, d.Owner)
	LinkReviews(l, "reviews", d.Reviews)
	LinkApprovals(l, "approvals", d.Approvals)
	for i, e := range d.Changes {
		l.In("changes", i, func(l *Linker) { Link(l, "by", KindPerson, e.By) })
	}
}
