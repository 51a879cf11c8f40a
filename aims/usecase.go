package aims

import "github.com/aimskit/aimskit/internal/word"

// UseCase is one use of an AI system by the organization or its customers:
// what for, by whom, under which conditions (A.9.2–A.9.4).
type UseCase struct {
	ID             UseCaseID `json:"id"`
	Recorded       Date      `json:"recorded,omitzero"`
	Title          string    `json:"title"`
	System         SystemID  `json:"system,omitempty"`
	Purpose        string    `json:"purpose,omitempty"`
	Owner          PersonID  `json:"owner,omitempty"`          // the business owner
	Users          []string  `json:"users,omitempty"`          // who works with the system
	AffectedGroups []string  `json:"affectedGroups,omitempty"` // whom its results touch

	// Within what the system is meant for (A.9.4).
	IntendedUse string       `json:"intendedUse,omitempty"`
	IntendedIn  []DocumentID `json:"intendedIn,omitempty"` // the documentation that says so
	FitsIntent  Answer       `json:"fitsIntent,omitzero"`  // this use stays within it
	Misuse      []string     `json:"misuse,omitempty"`     // misuse that can be foreseen

	// Responsible use (A.9.2, A.9.3).
	Process     ProcessID      `json:"process,omitempty"`     // the process that such uses go through
	Objectives  []ObjectiveID  `json:"objectives,omitempty"`  // the objectives that guide the use
	Obligations []ObligationID `json:"obligations,omitempty"` // law and contracts that bear on it
	Conditions  []string       `json:"conditions,omitempty"`  // under which the use is responsible

	// What happens to it.
	Status         UseCaseStatus     `json:"status,omitempty"`
	ConditionsKept Answer            `json:"conditionsKept,omitzero"` // somebody checked that the conditions are kept
	From           Date              `json:"from,omitzero"`           // first day in use
	Until          Date              `json:"until,omitzero"`          // last day in use
	ReviewBy       Date              `json:"reviewBy,omitzero"`       // the next review, as planned
	Reviews        []Review          `json:"reviews,omitempty"`
	Approvals      []Approval        `json:"approvals,omitempty"`
	Evidence       []EvidenceID      `json:"evidence,omitempty"`
	Ext            map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// UseCaseStatus is how far a use case has come.
type UseCaseStatus string

// The statuses.
const (
	UseProposed  UseCaseStatus = "proposed"
	UseApproved  UseCaseStatus = "approved" // allowed, not yet begun
	UseActive    UseCaseStatus = "active"
	UseSuspended UseCaseStatus = "suspended"
	UseEnded     UseCaseStatus = "ended"
	UseRejected  UseCaseStatus = "rejected"
)

var useCaseStatuses = []UseCaseStatus{UseProposed, UseApproved, UseActive, UseSuspended, UseEnded, UseRejected}

// Known reports whether s is in the vocabulary.
func (s UseCaseStatus) Known() bool { return word.Known(s, useCaseStatuses...) }

// UnmarshalText reads a word of the vocabulary.
func (s *UseCaseStatus) UnmarshalText(text []byte) error {
	return unmarshalName(s, text, "aims.UseCaseStatus", useCaseStatuses...)
}

// Content returns what an approval binds: purpose, people, limits and
// conditions of the use, without what happens to it afterwards.
func (u UseCase) Content() UseCase {
	u.Recorded, u.Owner, u.Status, u.ConditionsKept = 0, "", "", Unknown
	u.From, u.Until, u.ReviewBy = 0, 0, 0
	u.Reviews, u.Approvals, u.Evidence, u.Ext = nil, nil, nil, nil
	return u
}

// Ref names the record.
func (u UseCase) Ref() Ref { return Ref{KindUseCase, string(u.ID)} }

// Since returns the day from which the record exists.
func (u UseCase) Since() Date { return u.Recorded }

// Validate reports every problem inside the record.
func (u UseCase) Validate() error {
	var c Checker
	CheckID(&c, "id", u.ID)
	c.OptionalDate("recorded", u.Recorded)
	c.Text("title", u.Title)
	CheckOptionalID(&c, "system", u.System)
	c.OptionalText("purpose", u.Purpose)
	CheckOptionalID(&c, "owner", u.Owner)
	c.TextList("users", u.Users)
	c.TextList("affectedGroups", u.AffectedGroups)
	c.OptionalText("intendedUse", u.IntendedUse)
	CheckIDs(&c, "intendedIn", u.IntendedIn)
	CheckOptionalWord(&c, "fitsIntent", u.FitsIntent)
	c.TextList("misuse", u.Misuse)
	CheckOptionalID(&c, "process", u.Process)
	CheckIDs(&c, "objectives", u.Objectives)
	CheckIDs(&c, "obligations", u.Obligations)
	c.TextList("conditions", u.Conditions)
	CheckOptionalWord(&c, "status", u.Status)
	CheckOptionalWord(&c, "conditionsKept", u.ConditionsKept)
	c.OptionalDate("from", u.From)
	c.OptionalDate("until", u.Until)
	c.NotBefore("until", u.Until, "from", u.From)
	c.OptionalDate("reviewBy", u.ReviewBy)
	CheckEach(&c, "reviews", u.Reviews)
	CheckEach(&c, "approvals", u.Approvals)
	CheckIDs(&c, "evidence", u.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (u UseCase) Links(l *Linker) {
	Link(l, "system", KindSystem, u.System)
	Link(l, "owner", KindPerson, u.Owner)
	LinkAll(l, "intendedIn", KindDocument, u.IntendedIn)
	Link(l, "process", KindProcess, u.Process)
	LinkAll(l, "objectives", KindObjective, u.Objectives)
	LinkAll(l, "obligations", KindObligation, u.Obligations)
	LinkReviews(l, "reviews", u.Reviews)
	LinkApprovals(l, "approvals", u.Approvals)
	LinkAll(l, "evidence", KindEvidence, u.Evidence)
}
