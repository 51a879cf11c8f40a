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
