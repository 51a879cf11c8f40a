package aims

import "github.com/aimskit/aimskit/internal/word"

// DataRights says by which right data is used.
type DataRights struct {
	Basis      RightsBasis  `json:"basis,omitempty"`
	Detail     string       `json:"detail,omitempty"`    // the licence, the clause, the wording of the consent
	CoversUses Answer       `json:"coversUses,omitzero"` // the right covers the uses that are made
	Document   DocumentID   `json:"document,omitempty"`
	Until      Date         `json:"until,omitzero"` // last day of the right
	Evidence   []EvidenceID `json:"evidence,omitempty"`
}

// DataStep is one step in the life of a dataset: made, taken over, moved,
// cleaned, labelled, split.
type DataStep struct {
	Title    string       `json:"title"` // what was done
	On       Date         `json:"on,omitzero"`
	By       PersonID     `json:"by,omitempty"`
	From     DatasetID    `json:"from,omitempty"`   // the dataset that it was made from
	Source   string       `json:"source,omitempty"` // where it came from, where that is no dataset of ours
	Reason   string       `json:"reason,omitempty"` // why this was needed (A.7.6: the criteria)
	Method   string       `json:"method,omitempty"` // how, with tool and version
	Digest   Digest       `json:"digest,omitempty"` // of the data after the step
	Evidence []EvidenceID `json:"evidence,omitempty"`
}

// DataUse is what data is used for.
type DataUse string

// The uses.
const (
	UseTraining   DataUse = "training"
	UseValidation DataUse = "validation"
	UseTest       DataUse = "test"
	UseProduction DataUse = "production" // what the system works on in operation
)

var dataUses = []DataUse{UseTraining, UseValidation, UseTest, UseProduction}

// Known reports whether u is in the vocabulary.
func (u DataUse) Known() bool { return word.Known(u, dataUses...) }

// UnmarshalText reads a word of the vocabulary.
func (u *DataUse) UnmarshalText(text []byte) error {
	return unmarshalName(u, text, "aims.DataUse", dataUses...)
}

// Acquisition is how data came into the organization's hands.
type Acquisition string

// The acquisitions.
const (
	AcquiredCollected Acquisition = "collected" // by the organization, from people or devices
	AcquiredOperation Acquisition = "operation" // as a by-product of its services
	AcquiredPurchased Acquisition = "purchased"
	AcquiredProvided  Acquisition = "provided" // by a customer or partner
	AcquiredOpen      Acquisition = "open"     // published for anybody's use
	AcquiredScraped   Acquisition = "scraped"  // taken from what is publicly visible
	AcquiredSynthetic Acquisition = "synthetic"
)

var acquisitions = []Acquisition{
	AcquiredCollected, AcquiredOperation, AcquiredPurchased, AcquiredProvided,
	AcquiredOpen, AcquiredScraped, AcquiredSynthetic,
}

// Known reports whether a is in the vocabulary.
func (a Acquisition) Known() bool { return word.Known(a, acquisitions...) }

// UnmarshalText reads a word of the vocabulary.
func (a *Acquisition) UnmarshalText(text []byte) error {
	return unmarshalName(a, text, "aims.Acquisition", acquisitions...)
}

// RightsBasis is the ground on which data is used.
type RightsBasis string

// The grounds.
const (
	RightsOwn      RightsBasis = "own"     // made by the organization, about nobody
	RightsConsent  RightsBasis = "consent" // of the people concerned
	RightsContract RightsBasis = "contract"
	RightsLicence  RightsBasis = "licence"
	RightsLaw      RightsBasis = "law"      // a law demands or allows it
	RightsInterest RightsBasis = "interest" // a legitimate interest that was weighed
	RightsPublic   RightsBasis = "public"   // in the public domain
)

var rightsBases = []RightsBasis{
	RightsOwn, RightsConsent, RightsContract, RightsLicence, RightsLaw, RightsInterest, RightsPublic,
}

// Known reports whether b is in the vocabulary.
func (b RightsBasis) Known() bool { return word.Known(b, rightsBases...) }

// UnmarshalText reads a word of the vocabulary.
func (b *RightsBasis) UnmarshalText(text []byte) error {
	return unmarshalName(b, text, "aims.RightsBasis", rightsBases...)
}

// Validate reports malformed fields.
func (r DataRights) Validate() error {
	var c Checker
	CheckOptionalWord(&c, "basis", r.Basis)
	c.OptionalText("detail", r.Detail)
	CheckOptionalWord(&c, "coversUses", r.CoversUses)
	CheckOptionalID(&c, "document", r.Document)
	c.OptionalDate("until", r.Until)
	CheckIDs(&c, "evidence", r.Evidence)
	return c.Err()
}

// Validate reports missing and malformed fields.
func (s DataStep) Validate() error {
	var c Checker
	c.Text("title", s.Title)
	c.OptionalDate("on", s.On)
	CheckOptionalID(&c, "by", s.By)
	CheckOptionalID(&c, "from", s.From)
	c.OptionalText("source", s.Source)
	c.OptionalText("reason", s.Reason)
	c.OptionalText("method", s.Method)
	c.OptionalDigest("digest", s.Digest)
	CheckIDs(&c, "evidence", s.Evidence)
	return c.Err()
}

func linkDataSteps(l *Linker, field string, list []DataStep) {
	for i, s := range list {
		l.In(field, i, func(l *Linker) {
			Link(l, "by", KindPerson, s.By)
			Link(l, "from", KindDataset, s.From)
			LinkAll(l, "evidence", KindEvidence, s.Evidence)
		})
	}
}
