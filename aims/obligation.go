package aims

import "github.com/aimskit/aimskit/internal/word"

// Obligation is something that the organization must or has chosen to meet
// with its AI: a law, a contract, a code (4.1, 4.2, 5.2, 6.2).
type Obligation struct {
	ID           ObligationID      `json:"id"`
	Recorded     Date              `json:"recorded,omitzero"`
	Title        string            `json:"title"`
	Basis        ObligationBasis   `json:"basis,omitempty"`
	Reference    string            `json:"reference,omitempty"`    // where it is written, for example "Regulation (EU) 2024/1689, Article 26"
	Jurisdiction string            `json:"jurisdiction,omitempty"` // for example "EU"
	Requires     string            `json:"requires,omitempty"`     // what it asks for, in own words
	From         Date              `json:"from,omitzero"`          // first day on which it binds
	Until        Date              `json:"until,omitzero"`         // last day on which it binds
	Parties      []PartyID         `json:"parties,omitempty"`      // to whom it is owed
	Systems      []SystemID        `json:"systems,omitempty"`      // the systems that it is about; empty: all
	Owner        PersonID          `json:"owner,omitempty"`        // answers for meeting it
	HowMet       string            `json:"howMet,omitempty"`       // how it is met
	MetBy        []Ref             `json:"metBy,omitempty"`        // the records that meet it
	Controls     []Key             `json:"controls,omitempty"`     // the controls that meet it
	Status       Fulfilment        `json:"status,omitzero"`        // as of the latest review
	ReviewBy     Date              `json:"reviewBy,omitzero"`      // the next look at it, as planned
	Reviews      []Review          `json:"reviews,omitempty"`
	Evidence     []EvidenceID      `json:"evidence,omitempty"`
	Ext          map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// ObligationBasis says what makes an obligation binding.
type ObligationBasis string

// The bases of obligations.
const (
	ObligationLaw      ObligationBasis = "law"      // also what an authority ordered
	ObligationContract ObligationBasis = "contract" // also licences and terms of use
	ObligationCode     ObligationBasis = "code"     // chosen freely: codes of conduct, pledges, the organization's own word
)

var obligationBases = []ObligationBasis{ObligationLaw, ObligationContract, ObligationCode}

// Known reports whether b is in the vocabulary.
func (b ObligationBasis) Known() bool { return word.Known(b, obligationBases...) }

// UnmarshalText reads a word of the vocabulary.
func (b *ObligationBasis) UnmarshalText(text []byte) error {
	return unmarshalName(b, text, "aims.ObligationBasis", obligationBases...)
}

// Fulfilment is how far an obligation is met. Zero: not assessed.
type Fulfilment uint8

// The degrees of fulfilment.
const (
	NotMet    Fulfilment = iota + 1 // known not to be met
	PartlyMet                       // met with lapses
	Met
)

var fulfilments = word.Scale{Name: "aims.Fulfilment", Words: []string{"", "not-met", "partly-met", "met"}}

// String returns the word of the degree, or "" when it was not assessed.
func (f Fulfilment) String() string { return fulfilments.String(int(f)) }

// Known reports whether f is one of the degrees.
func (f Fulfilment) Known() bool { return NotMet <= f && f <= Met }

// MarshalText returns the word of the degree.
func (f Fulfilment) MarshalText() ([]byte, error) { return fulfilments.Marshal(int(f)) }

// UnmarshalText reads not-met, partly-met or met.
func (f *Fulfilment) UnmarshalText(text []byte) error { return unmarshalWord(f, text, fulfilments) }

// Ref names the record.
func (o Obligation) Ref() Ref { return Ref{KindObligation, string(o.ID)} }

// Since returns the day from which the record exists.
func (o Obligation) Since() Date { return o.Recorded }

// Validate reports every problem inside the record.
func (o Obligation) Validate() error {
	var c Checker
	CheckID(&c, "id", o.ID)
	c.OptionalDate("recorded", o.Recorded)
	c.Text("title", o.Title)
	CheckOptionalWord(&c, "basis", o.Basis)
	c.OptionalText("reference", o.Reference)
	c.OptionalText("jurisdiction", o.Jurisdiction)
	c.OptionalText("requires", o.Requires)
	c.OptionalDate("from", o.From)
	c.OptionalDate("until", o.Until)
	c.NotBefore("until", o.Until, "from", o.From)
	CheckIDs(&c, "parties", o.Parties)
	CheckIDs(&c, "systems", o.Systems)
	CheckOptionalID(&c, "owner", o.Owner)
	c.OptionalText("howMet", o.HowMet)
	c.Refs("metBy", o.MetBy)
	c.Keys("controls", o.Controls)
	CheckOptionalWord(&c, "status", o.Status)
	c.OptionalDate("reviewBy", o.ReviewBy)
	CheckEach(&c, "reviews", o.Reviews)
	CheckIDs(&c, "evidence", o.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (o Obligation) Links(l *Linker) {
	LinkAll(l, "parties", KindParty, o.Parties)
	LinkAll(l, "systems", KindSystem, o.Systems)
	Link(l, "owner", KindPerson, o.Owner)
	l.Refs("metBy", o.MetBy)
	LinkReviews(l, "reviews", o.Reviews)
	LinkAll(l, "evidence", KindEvidence, o.Evidence)
}
