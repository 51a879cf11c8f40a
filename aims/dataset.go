package aims

import "github.com/aimskit/aimskit/internal/word"

// Dataset is data that a system is made from, tested with or works on
// (A.4.3, A.7.2–A.7.6).
type Dataset struct {
	ID          DatasetID  `json:"id"`
	Recorded    Date       `json:"recorded,omitzero"`
	Name        string     `json:"name"`
	Version     string     `json:"version,omitempty"`
	Description string     `json:"description,omitempty"` // content, categories, volume
	Owner       PersonID   `json:"owner,omitempty"`
	Uses        []DataUse  `json:"uses,omitempty"`
	Updated     Date       `json:"updated,omitzero"`   // the day of the last change
	Process     ProcessID  `json:"process,omitempty"`  // the data management process that it goes through (A.7.2)
	Document    DocumentID `json:"document,omitempty"` // its data sheet

	// Acquisition and rights (A.7.3).
	Acquisition   Acquisition `json:"acquisition,omitempty"`
	Source        string      `json:"source,omitempty"`   // where it was acquired
	Supplier      SupplierID  `json:"supplier,omitempty"` // from whom
	Acquired      Date        `json:"acquired,omitzero"`
	Rights        DataRights  `json:"rights,omitzero"`
	PersonalData  Answer      `json:"personalData,omitzero"`
	SensitiveData Answer      `json:"sensitiveData,omitzero"` // special categories, or data about people who need protection
	Minimized     Answer      `json:"minimized,omitzero"`     // what the purpose does not need was left out
	Minimization  string      `json:"minimization,omitempty"` // how, or why not

	// Quality (A.7.4).
	Quality             []Criterion  `json:"quality,omitempty"`
	Population          string       `json:"population,omitempty"`          // the people or things that it should represent
	Representative      Answer       `json:"representative,omitzero"`       // it does
	RepresentativeBasis string       `json:"representativeBasis,omitempty"` // how that was examined
	RepresentativeBy    []EvidenceID `json:"representativeBy,omitempty"`    // what shows it
	BiasExamined        Answer       `json:"biasExamined,omitzero"`
	KnownBias           []string     `json:"knownBias,omitempty"` // with examined = yes and none listed: none was found

	// Provenance (A.7.5) and preparation (A.7.6), in order of time.
	Provenance  []DataStep `json:"provenance,omitempty"`
	Preparation []DataStep `json:"preparation,omitempty"`
	Labelling   string     `json:"labelling,omitempty"` // who labelled by which instruction, and how agreement was checked

	// Retention and disposal.
	Retention      Interval     `json:"retention,omitempty"` // from the acquisition
	DisposeBy      Date         `json:"disposeBy,omitzero"`  // as planned
	DisposalMethod string       `json:"disposalMethod,omitempty"`
	Disposed       Date         `json:"disposed,omitzero"`
	DisposedBy     PersonID     `json:"disposedBy,omitempty"`
	DisposalShown  []EvidenceID `json:"disposalShown,omitempty"` // what shows the disposal

	Evidence []EvidenceID      `json:"evidence,omitempty"`
	Ext      map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

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
