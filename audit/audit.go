package audit

import (
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Audit is one audit: internal (9.2) or of a certification body
// (ISO/IEC 17021-1, 9.3 to 9.6).
type Audit struct {
	ID         AuditID     `json:"id"`
	Recorded   aims.Date   `json:"recorded,omitzero"`
	Title      string      `json:"title"`
	Type       Type        `json:"type"`
	Programme  ProgrammeID `json:"programme,omitempty"` // the internal programme that it carries out
	Objectives []string    `json:"objectives,omitempty"`
	Criteria   []string    `json:"criteria,omitempty"` // what is audited against, such as ISO/IEC 42001:2023 and our own procedures
	Scope      Scope       `json:"scope,omitzero"`
	Team       []Member    `json:"team,omitempty"`

	Planned   aims.Date   `json:"planned,omitzero"`   // the first day, as planned
	Opened    aims.Date   `json:"opened,omitzero"`    // the first day of it
	LastDay   aims.Date   `json:"lastDay,omitzero"`   // the last day of looking; absent while it goes on
	OnSite    aims.Amount `json:"onSite,omitzero"`    // auditor days on site
	Remote    aims.Amount `json:"remote,omitzero"`    // auditor days elsewhere
	Samples   []Sample    `json:"samples,omitempty"`  // what was looked at, and how it was chosen
	Concluded aims.Date   `json:"concluded,omitzero"` // the day of the report

	// What the report concludes. No answer: it does not say.
	OwnRequirements aims.Answer       `json:"ownRequirements,omitzero"` // the system meets the organization's own requirements
	Standard        aims.Answer       `json:"standard,omitzero"`        // it meets the standard
	Implemented     aims.Answer       `json:"implemented,omitzero"`     // it is put into practice and kept up
	Ready           aims.Answer       `json:"ready,omitzero"`           // stage 1: ready for stage 2
	Conclusion      string            `json:"conclusion,omitempty"`     // in words
	Recommendation  string            `json:"recommendation,omitempty"` // of the team, to those who decide
	Report          aims.DocumentID   `json:"report,omitempty"`
	Reported        []Reported        `json:"reported,omitempty"` // who got the results
	Evidence        []aims.EvidenceID `json:"evidence,omitempty"` // that it was carried out
	Ext             map[string]string `json:"ext,omitempty"`      // the host's own; no rule reads it
}

// Type is what an audit is for.
type Type string

// The types.
const (
	Internal        Type = "internal"
	StageOne        Type = "stage-1"
	StageTwo        Type = "stage-2"
	Surveillance    Type = "surveillance"
	Recertification Type = "recertification"
	Special         Type = "special" // at short notice, or because the scope changes
	TransferReview  Type = "transfer-review"
)

var types = []Type{Internal, StageOne, StageTwo, Surveillance, Recertification, Special, TransferReview}

// Known reports whether t is in the vocabulary.
func (t Type) Known() bool { return word.Known(t, types...) }

// UnmarshalText reads a word of the vocabulary.
func (t *Type) UnmarshalText(text []byte) error {
	return unmarshalName(t, text, "audit.Type", types...)
}

// Scope is what an audit looks at. A heading stands for everything below it;
// no systems or processes: no particular ones.
type Scope struct {
	Keys      []aims.Key       `json:"keys,omitempty"` // requirements and controls
	Processes []aims.ProcessID `json:"processes,omitempty"`
	Systems   []aims.SystemID  `json:"systems,omitempty"`
	Sites     []string         `json:"sites,omitempty"`
}

// IsZero reports whether the scope names nothing.
func (s Scope) IsZero() bool {
	return len(s.Keys)+len(s.Processes)+len(s.Systems)+len(s.Sites) == 0
}

// Covers reports whether the scope holds a requirement, point or control, by
// itself or under a heading. A point stands for itself only.
func (s Scope) Covers(key aims.Key) bool {
	if slices.Contains(s.Keys, key) {
		return true
	}
	clause, isClause := key.Clause()
	control, isControl := key.Control()
	return slices.ContainsFunc(s.Keys, func(k aims.Key) bool {
		if !strings.HasPrefix(key.ID, k.ID) {
			return false // and so no heading of it
		}
		if c, ok := k.Clause(); ok {
			return isClause && k == aims.ClauseKey(c) && c.Contains(clause)
		}
		g, ok := k.Control()
		return ok && isControl && g.Contains(control)
	})
}

// Validate reports malformed fields.
func (s Scope) Validate() error {
	var c aims.Checker
	c.Keys("keys", s.Keys)
	aims.CheckIDs(&c, "processes", s.Processes)
	aims.CheckIDs(&c, "systems", s.Systems)
	c.TextList("sites", s.Sites)
	return c.Err()
}

func (s *Scope) links(l *aims.Linker) {
	aims.LinkAll(l, "processes", aims.KindProcess, s.Processes)
	aims.LinkAll(l, "systems", aims.KindSystem, s.Systems)
}

// Member is somebody on the team.
type Member struct {
	Person     aims.PersonID `json:"person"`
	Role       TeamRole      `json:"role"`
	Scope      Scope         `json:"scope,omitzero"`       // the member's part of it; absent: all of it
	Competence []string      `json:"competence,omitempty"` // the domains that the member covers
}

// TeamRole is what a member does on the team.
type TeamRole string

// The roles. Technical experts, observers and guides do not audit.
const (
	LeadAuditor     TeamRole = "lead-auditor"
	Auditor         TeamRole = "auditor"
	Trainee         TeamRole = "auditor-in-training"
	TechnicalExpert TeamRole = "technical-expert"
	Observer        TeamRole = "observer"
	Guide           TeamRole = "guide"
)

var teamRoles = []TeamRole{LeadAuditor, Auditor, Trainee, TechnicalExpert, Observer, Guide}

// Known reports whether r is in the vocabulary.
func (r TeamRole) Known() bool { return word.Known(r, teamRoles...) }

// UnmarshalText reads a word of the vocabulary.
func (r *TeamRole) UnmarshalText(text []byte) error {
	return unmarshalName(r, text, "audit.TeamRole", teamRoles...)
}

// Audits reports whether the role judges what it sees.
func (r TeamRole) Audits() bool { return r == LeadAuditor || r == Auditor || r == Trainee }

// Sample is a choice out of a population, so that it can be made again.
type Sample struct {
	Population string      `json:"population"`          // what it was taken from
	Size       aims.Amount `json:"size,omitzero"`       // of the population
	Method     string      `json:"method"`              // at random, by judgement …
	Seed       string      `json:"seed,omitempty"`      // of a random choice
	Rationale  string      `json:"rationale,omitempty"` // why so many, and why so
	Taken      []string    `json:"taken,omitempty"`     // what was taken
}

// Reported says that somebody got the results.
type Reported struct {
	To aims.PersonID `json:"to"`
	On aims.Date     `json:"on"`
}

// Ref names the record.
func (a Audit) Ref() aims.Ref { return aims.Ref{Kind: KindAudit, ID: string(a.ID)} }

// Since returns the day from which the record exists.
func (a Audit) Since() aims.Date { return a.Recorded }

// Validate reports every problem inside the record.
func (a Audit) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", a.ID)
	c.OptionalDate("recorded", a.Recorded)
	c.Text("title", a.Title)
	aims.CheckWord(&c, "type", a.Type)
	aims.CheckOptionalID(&c, "programme", a.Programme)
	c.TextList("objectives", a.Objectives)
	c.TextList("criteria", a.Criteria)
	c.Nest("scope", a.Scope.Validate())
	aims.CheckEach(&c, "team", a.Team)
	c.OptionalDate("planned", a.Planned)
	c.OptionalDate("opened", a.Opened)
	c.OptionalDate("lastDay", a.LastDay)
	c.NotBefore("lastDay", a.LastDay, "opened", a.Opened)
	c.Count("onSite", a.OnSite)
	c.Count("remote", a.Remote)
	aims.CheckEach(&c, "samples", a.Samples)
	c.OptionalDate("concluded", a.Concluded)
	c.NotBefore("concluded", a.Concluded, "lastDay", a.LastDay)
	aims.CheckOptionalWord(&c, "ownRequirements", a.OwnRequirements)
	aims.CheckOptionalWord(&c, "standard", a.Standard)
	aims.CheckOptionalWord(&c, "implemented", a.Implemented)
	aims.CheckOptionalWord(&c, "ready", a.Ready)
	c.OptionalText("conclusion", a.Conclusion)
	c.OptionalText("recommendation", a.Recommendation)
	aims.CheckOptionalID(&c, "report", a.Report)
	aims.CheckEach(&c, "reported", a.Reported)
	aims.CheckIDs(&c, "evidence", a.Evidence)
	return c.Err()
}

// Validate reports missing and malformed fields.
func (m Member) Validate() error {
	var c aims.Checker
	aims.CheckID(&c, "person", m.Person)
	aims.CheckWord(&c, "role", m.Role)
	c.Nest("scope", m.Scope.Validate())
	c.TextList("competence", m.Competence)
	return c.Err()
}

// Validate reports missing and malformed fields.
func (s Sample) Validate() error {
	var c aims.Checker
	c.Text("population", s.Population)
	c.Count("size", s.Size)
	c.Text("method", s.Method)
	c.OptionalText("seed", s.Seed)
	c.OptionalText("rationale", s.Rationale)
	c.TextList("taken", s.Taken)
	return c.Err()
}

// Validate reports missing and malformed fields.
func (r Reported) Validate() error {
	var c aims.Checker
	aims.CheckID(&c, "to", r.To)
	c.Date("on", r.On)
	return c.Err()
}

// Links visits the references of the record.
func (a Audit) Links(l *aims.Linker) {
	aims.Link(l, "programme", KindProgramme, a.Programme)
	l.Part("scope", a.Scope.links)
	for i, m := range a.Team {
		l.In("team", i, func(l *aims.Linker) {
			aims.Link(l, "person", aims.KindPerson, m.Person)
			l.Part("scope", m.Scope.links)
		})
	}
	aims.Link(l, "report", aims.KindDocument, a.Report)
	for i, r := range a.Reported {
		l.In("reported", i, func(l *aims.Linker) { aims.Link(l, "to", aims.KindPerson, r.To) })
	}
	aims.LinkAll(l, "evidence", aims.KindEvidence, a.Evidence)
}
