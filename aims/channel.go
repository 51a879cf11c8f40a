package aims

import "github.com/aimskit/aimskit/internal/word"

// ConcernChannel is a way to report concerns about the organization's part in
// AI systems (A.3.3).
type ConcernChannel struct {
	ID             ChannelID         `json:"id"`
	Recorded       Date              `json:"recorded,omitzero"`
	Title          string            `json:"title"`
	Owner          PersonID          `json:"owner,omitempty"`
	OpenTo         []Reporter        `json:"openTo,omitempty"`         // who may use it
	Reach          string            `json:"reach,omitempty"`          // how it is reached: an address, a number, a desk
	Confidential   Answer            `json:"confidential,omitzero"`    // who reports is known to few
	Anonymous      Answer            `json:"anonymous,omitzero"`       // one may report without giving a name
	NonRetaliation Answer            `json:"nonRetaliation,omitzero"`  // reprisals are ruled out, and people know it
	Escalation     string            `json:"escalation,omitempty"`     // what goes to management, and how fast
	EscalatesTo    PersonID          `json:"escalatesTo,omitempty"`    // who receives what is escalated
	RespondWithin  Interval          `json:"respondWithin,omitempty"`  // until the reporter hears of it
	StaffedBy      []PersonID        `json:"staffedBy,omitempty"`      // who receives concerns
	Competent      Answer            `json:"competent,omitzero"`       // they are qualified for it
	Empowered      Answer            `json:"empowered,omitzero"`       // they may investigate and have things mended
	Document       DocumentID        `json:"document,omitempty"`       // the procedure
	Communications []CommunicationID `json:"communications,omitempty"` // how it was made known
	From           Date              `json:"from,omitzero"`            // first day in operation; absent: planned
	Until          Date              `json:"until,omitzero"`           // last day in operation
	Evidence       []EvidenceID      `json:"evidence,omitempty"`       // that it works, for example a test report
	Ext            map[string]string `json:"ext,omitempty"`            // the host's own; no rule reads it
}

// Reporter is a kind of person who may report a concern.
type Reporter string

// The reporters.
const (
	ReporterEmployee   Reporter = "employee"
	ReporterContractor Reporter = "contractor" // works for the organization without being employed
	ReporterSupplier   Reporter = "supplier"
	ReporterCustomer   Reporter = "customer"
	ReporterAffected   Reporter = "affected" // a person whom a system affects
	ReporterPublic     Reporter = "public"
)

var reporters = []Reporter{ReporterEmployee, ReporterContractor, ReporterSupplier, ReporterCustomer, ReporterAffected, ReporterPublic}

// Known reports whether r is in the vocabulary.
func (r Reporter) Known() bool { return word.Known(r, reporters...) }

// UnmarshalText reads a word of the vocabulary.
func (r *Reporter) UnmarshalText(text []byte) error {
	return unmarshalName(r, text, "aims.Reporter", reporters...)
}

// Ref names the record.
func (h ConcernChannel) Ref() Ref { return Ref{KindChannel, string(h.ID)} }

// Since returns the day from which the record exists.
func (h ConcernChannel) Since() Date { return h.Recorded }

// Validate reports every problem inside the record.
func (h ConcernChannel) Validate() error {
	var c Checker
	CheckID(&c, "id", h.ID)
	c.OptionalDate("recorded", h.Recorded)
	c.Text("title", h.Title)
	CheckOptionalID(&c, "owner", h.Owner)
	CheckWords(&c, "openTo", h.OpenTo)
	c.OptionalText("reach", h.Reach)
	CheckOptionalWord(&c, "confidential", h.Confidential)
	CheckOptionalWord(&c, "anonymous", h.Anonymous)
	CheckOptionalWord(&c, "nonRetaliation", h.NonRetaliation)
	c.OptionalText("escalation", h.Escalation)
	CheckOptionalID(&c, "escalatesTo", h.EscalatesTo)
	c.OptionalInterval("respondWithin", h.RespondWithin)
	CheckIDs(&c, "staffedBy", h.StaffedBy)
	CheckOptionalWord(&c, "competent", h.Competent)
	CheckOptionalWord(&c, "empowered", h.Empowered)
	CheckOptionalID(&c, "document", h.Document)
	CheckIDs(&c, "communications", h.Communications)
	c.OptionalDate("from", h.From)
	c.OptionalDate("until", h.Until)
	c.NotBefore("until", h.Until, "from", h.From)
	CheckIDs(&c, "evidence", h.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (h ConcernChannel) Links(l *Linker) {
	Link(l, "owner", KindPerson, h.Owner)
	Link(l, "escalatesTo", KindPerson, h.EscalatesTo)
	LinkAll(l, "staffedBy", KindPerson, h.StaffedBy)
	Link(l, "document", KindDocument, h.Document)
	LinkAll(l, "communications", KindCommunication, h.Communications)
	LinkAll(l, "evidence", KindEvidence, h.Evidence)
}
