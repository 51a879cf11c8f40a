package aims

import "github.com/aimskit/aimskit/internal/word"

// Issue is an external or internal matter that bears on what the management
// system is to achieve (4.1).
type Issue struct {
	ID          IssueID           `json:"id"`
	Recorded    Date              `json:"recorded,omitzero"`
	Title       string            `json:"title"`
	Description string            `json:"description,omitempty"`
	Sphere      Sphere            `json:"sphere,omitempty"` // external or internal
	Theme       IssueTheme        `json:"theme,omitempty"`
	Relevance   string            `json:"relevance,omitempty"` // why it matters to the organization's purpose
	Effect      string            `json:"effect,omitempty"`    // how it bears on the intended outcomes of the management system
	Systems     []SystemID        `json:"systems,omitempty"`   // the systems that it touches; empty: no particular ones
	TakenUpBy   []Ref             `json:"takenUpBy,omitempty"` // 6.1.1: the risks, objectives, changes or processes that answer it
	Owner       PersonID          `json:"owner,omitempty"`     // watches it
	ReviewBy    Date              `json:"reviewBy,omitzero"`   // the next look at it, as planned
	Reviews     []Review          `json:"reviews,omitempty"`
	Until       Date              `json:"until,omitzero"` // last day on which it was an issue
	Evidence    []EvidenceID      `json:"evidence,omitempty"`
	Ext         map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Sphere says on which side of the organization's boundary something stands.
type Sphere string

// The spheres.
const (
	SphereExternal Sphere = "external"
	SphereInternal Sphere = "internal"
)

var spheres = []Sphere{SphereExternal, SphereInternal}

// Known reports whether s is in the vocabulary.
func (s Sphere) Known() bool { return word.Known(s, spheres...) }

// UnmarshalText reads a word of the vocabulary.
func (s *Sphere) UnmarshalText(text []byte) error {
	return unmarshalName(s, text, "aims.Sphere", spheres...)
}

// IssueTheme is what an issue is about.
type IssueTheme string

// The themes of issues.
const (
	ThemeLaw         IssueTheme = "law"         // legal requirements, forbidden uses included
	ThemeAuthorities IssueTheme = "authorities" // policy, guidance and decisions of authorities
	ThemeSociety     IssueTheme = "society"     // culture, values, ethics
	ThemeMarket      IssueTheme = "market"      // competition, demand
	ThemeTechnology  IssueTheme = "technology"  // what AI can newly do, or newly breaks
	ThemeSupply      IssueTheme = "supply"      // suppliers, open source, dependence on others
	ThemeClimate     IssueTheme = "climate"     // climate change
	ThemeGovernance  IssueTheme = "governance"  // structure, objectives, policies, procedures
	ThemeContracts   IssueTheme = "contracts"   // what was promised
	ThemePurpose     IssueTheme = "purpose"     // what the AI systems are meant for
	ThemePeople      IssueTheme = "people"      // skills, workload, culture inside
	ThemeMeans       IssueTheme = "means"       // money, data, computing
	ThemeOther       IssueTheme = "other"
)

var issueThemes = []IssueTheme{
	ThemeLaw, ThemeAuthorities, ThemeSociety, ThemeMarket, ThemeTechnology, ThemeSupply, ThemeClimate,
	ThemeGovernance, ThemeContracts, ThemePurpose, ThemePeople, ThemeMeans, ThemeOther,
}

// Known reports whether t is in the vocabulary.
func (t IssueTheme) Known() bool { return word.Known(t, issueThemes...) }

// UnmarshalText reads a word of the vocabulary.
func (t *IssueTheme) UnmarshalText(text []byte) error {
	return unmarshalName(t, text, "aims.IssueTheme", issueThemes...)
}

// Ref names the record.
func (i Issue) Ref() Ref { return Ref{KindIssue, string(i.ID)} }

// Since returns the day from which the record exists.
func (i Issue) Since() Date { return i.Recorded }

// Validate reports every problem inside the record.
func (i Issue) Validate() error {
	var c Checker
	CheckID(&c, "id", i.ID)
	c.OptionalDate("recorded", i.Recorded)
	c.Text("title", i.Title)
	c.OptionalText("description", i.Description)
	CheckOptionalWord(&c, "sphere", i.Sphere)
	CheckOptionalWord(&c, "theme", i.Theme)
	c.OptionalText("relevance", i.Relevance)
	c.OptionalText("effect", i.Effect)
	CheckIDs(&c, "systems", i.Systems)
	c.Refs("takenUpBy", i.TakenUpBy)
	CheckOptionalID(&c, "owner", i.Owner)
	c.OptionalDate("reviewBy", i.ReviewBy)
	CheckEach(&c, "reviews", i.Reviews)
	c.OptionalDate("until", i.Until)
	CheckIDs(&c, "evidence", i.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (i Issue) Links(l *Linker) {
	LinkAll(l, "systems", KindSystem, i.Systems)
	l.Refs("takenUpBy", i.TakenUpBy)
	Link(l, "owner", KindPerson, i.Owner)
	LinkReviews(l, "reviews", i.Reviews)
	LinkAll(l, "evidence", KindEvidence, i.Evidence)
}
