package risk

import "github.com/aimskit/aimskit/aims"

// The families of risk sources. Annex C lists sources without grouping them;
// the families are this library's, for registers that want a handful of words.
const (
	FamilyData           SourceID = "data"           // what the system learns from and works on
	FamilyModel          SourceID = "model"          // what was learned
	FamilySystem         SourceID = "system"         // the software, hardware and people around the model
	FamilyOrganizational SourceID = "organizational" // whoever builds, offers or uses the system
	FamilyExternal       SourceID = "external"       // suppliers, attackers, law, markets and nature
)

// Source is a risk source: an item of Annex C.3, or a family.
type Source struct {
	ID       SourceID   `json:"id"`
	Title    string     `json:"title"`
	Meaning  string     `json:"meaning"`            // how risk comes of it, in our own words
	Ask      []string   `json:"ask,omitempty"`      // questions that find risks
	Families []SourceID `json:"families,omitempty"` // in which it stands; none for a family itself
}

// Objective is an organizational objective of Annex C.2, which a risk can
// hinder. The AI objectives that an organization sets itself (6.2) are records
// of package aims.
type Objective struct {
	ID      aims.AnnexC `json:"id"`
	Title   string      `json:"title"`
	Meaning string      `json:"meaning"` // what is at stake, in our own words
}
