package audit

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
	"github.com/aimskit/aimskit/internal/word"
)

// KindCertificate is the kind of a [Certificate].
const KindCertificate aims.Kind = "certificate"

// CertificateID names a [Certificate].
type CertificateID string

// Certificate is the file of one certification, from the application on
// (ISO/IEC 17021-1, clause 9). It holds what was agreed and what happened. The
// state on a day, the expiry and what is due are never stored: package
// certification replays the events.
type Certificate struct {
	ID              CertificateID     `json:"id"`
	Recorded        aims.Date         `json:"recorded,omitzero"`
	Number          string            `json:"number,omitempty"`         // as the certificate shows it; empty before there is one
	Body            Body              `json:"body"`                     // that was applied to; a transfer names the next in its event
	Standard        string            `json:"standard"`                 // such as ISO/IEC 42001
	Edition         string            `json:"edition,omitempty"`        // such as 2023
	Scope           CertifiedScope    `json:"scope,omitzero"`           // as applied for; later ones stand in the events
	NotForLabelling aims.Answer       `json:"notForLabelling,omitzero"` // the certificate says that it does not authorize the labelling of products
	Relations       []Relation        `json:"relations,omitempty"`      // ties that bear on impartiality
	Events          []Event           `json:"events,omitempty"`         // what happened, in order of their days
	Ext             map[string]string `json:"ext,omitempty"`            // the host's own; no rule reads it
}

// Body is a certification body.
type Body struct {
	Name          string        `json:"name"`
	Accreditation Accreditation `json:"accreditation,omitzero"`
	Ceased        aims.Date     `json:"ceased,omitzero"` // the day from which it certifies no more; absent: it goes on
}

// IsZero reports whether no body is named.
func (b Body) IsZero() bool { return b == Body{} }

// Accreditation is that of a certification body for what it certifies. The
// zero value means that none is known.
type Accreditation struct {
	By       string    `json:"by,omitempty"`       // the accreditation body
	Standard string    `json:"standard,omitempty"` // such as ISO/IEC 42006:2025
	Since    aims.Date `json:"since,omitzero"`     // first day on which it holds; absent: it always did
	Until    aims.Date `json:"until,omitzero"`     // last day, as granted or as it was ended; absent: no end
}

// Holds says whether the accreditation holds on a day: unknown where nobody
// is named who gave it.
func (a Accreditation) Holds(at aims.Date) aims.Answer {
	switch {
	case a.By == "":
		return aims.Unknown
	case a.Since > at, a.Until != 0 && a.Until < at:
		return aims.No
	}
	return aims.Yes
}

// CertifiedScope is what a certificate covers, as it says.
type CertifiedScope struct {
	Text             string               `json:"text,omitempty"`
	Roles            []aims.Role          `json:"roles,omitempty"`   // towards AI systems
	Systems          []aims.SystemID      `json:"systems,omitempty"` // empty: no particular ones
	Sites            []Site               `json:"sites,omitempty"`
	Statement        controls.StatementID `json:"statement,omitempty"`        // the Statement of Applicability
	StatementVersion string               `json:"statementVersion,omitempty"` // as printed on the certificate
}

// IsZero reports whether the scope says nothing.
func (s CertifiedScope) IsZero() bool {
	return s.Text == "" && len(s.Roles)+len(s.Systems)+len(s.Sites) == 0 && s.Statement == "" && s.StatementVersion == ""
}

// Site is a place, with an address or without, where certified work is done.
type Site struct {
	ID         string      `json:"id"` // unique among the sites of its scope
	Name       string      `json:"name,omitempty"`
	Country    string      `json:"country,omitempty"`
	Central    aims.Answer `json:"central,omitzero"` // the central function, which governs the management system
	Activities []string    `json:"activities,omitempty"`
	Persons    aims.Amount `json:"persons,omitzero"` // who work there within the scope
}

// Relation is a tie between a person or body and the client that bears on
// impartiality (ISO/IEC 17021-1, 5.2).
type Relation struct {
	Person aims.PersonID `json:"person,omitempty"`
	Body   string        `json:"body,omitempty"` // required where no person is named
	Kind   RelationKind  `json:"kind"`
	From   aims.Date     `json:"from,omitzero"`
	Until  aims.Date     `json:"until,omitzero"` // last day; absent: it goes on
	Note   string        `json:"note,omitempty"`
}

// RelationKind is what sort of tie a [Relation] is.
type RelationKind string

// The sorts of tie. To have audited the client for a certification body is
// none of them.
const (
	Consultancy      RelationKind = "consultancy"    // on the management system
	InternalAuditing RelationKind = "internal-audit" // audited the client for the client
	Employment       RelationKind = "employment"
	Ownership        RelationKind = "ownership"
	OtherInterest    RelationKind = "other-interest"
)

var relationKinds = []RelationKind{Consultancy, InternalAuditing, Employment, Ownership, OtherInterest}

// Known reports whether k is in the vocabulary.
func (k RelationKind) Known() bool { return word.Known(k, relationKinds...) }

// UnmarshalText reads a word of the vocabulary.
func (k *RelationKind) UnmarshalText(text []byte) error {
	return unmarshalName(k, text, "audit.RelationKind", relationKinds...)
}

// Ref names the record.
func (k Certificate) Ref() aims.Ref { return aims.Ref{Kind: KindCertificate, ID: string(k.ID)} }

// Since returns the day from which the record exists.
func (k Certificate) Since() aims.Date { return k.Recorded }

// Validate reports every problem inside the record. Whether its events can
// follow each other is for package certification to say.
func (k Certificate) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", k.ID)
	c.OptionalDate("recorded", k.Recorded)
	c.OptionalText("number", k.Number)
	if k.Body.IsZero() {
		c.Add("body", aims.Missing)
	} else {
		c.Nest("body", k.Body.Validate())
	}
	c.Text("standard", k.Standard)
	c.OptionalText("edition", k.Edition)
	c.Nest("scope", k.Scope.Validate())
	aims.CheckOptionalWord(&c, "notForLabelling", k.NotForLabelling)
	aims.CheckEach(&c, "relations", k.Relations)
	last := aims.Date(0)
	for i, e := range k.Events {
		in := c.In("events", i)
		in.Nest("", e.Validate())
		in.NotBefore("on", e.On, "the event before", last)
		last = e.On
	}
	return c.Err()
}

// Validate reports missing and malformed fields.
func (b Body) Validate() error {
	var c aims.Checker
	c.Text("name", b.Name)
	c.OptionalText("accreditation/by", b.Accreditation.By)
	c.OptionalText("accreditation/standard", b.Accreditation.Standard)
	c.OptionalDate("accreditation/since", b.Accreditation.Since)
	c.OptionalDate("accreditation/until", b.Accreditation.Until)
	c.NotBefore("accreditation/until", b.Accreditation.Until, "since", b.Accreditation.Since)
	c.OptionalDate("ceased", b.Ceased)
	return c.Err()
}

// Validate reports missing and malformed fields.
func (s CertifiedScope) Validate() error {
	var c aims.Checker
	c.OptionalText("text", s.Text)
	aims.CheckWords(&c, "roles", s.Roles)
	aims.CheckIDs(&c, "systems", s.Systems)
	seen := make(map[string]bool, len(s.Sites))
	for i, site := range s.Sites {
		in := c.In("sites", i)
		in.Text("id", site.ID)
		if seen[site.ID] && site.ID != "" {
			in.Add("id", aims.Twice, "value", site.ID)
		}
		seen[site.ID] = true
		in.OptionalText("name", site.Name)
		in.OptionalText("country", site.Country)
		aims.CheckOptionalWord(in, "central", site.Central)
		in.TextList("activities", site.Activities)
		in.Count("persons", site.Persons)
	}
	aims.CheckOptionalID(&c, "statement", s.Statement)
	c.OptionalText("statementVersion", s.StatementVersion)
	return c.Err()
}

// Validate reports missing and malformed fields.
func (r Relation) Validate() error {
	var c aims.Checker
	aims.CheckOptionalID(&c, "person", r.Person)
	if r.Person == "" {
		c.Text("body", r.Body)
	} else {
		c.OptionalText("body", r.Body)
	}
	aims.CheckWord(&c, "kind", r.Kind)
	c.OptionalDate("from", r.From)
	c.OptionalDate("until", r.Until)
	c.NotBefore("until", r.Until, "from", r.From)
	c.OptionalText("note", r.Note)
	return c.Err()
}

// Links visits the references of the record.
func (k Certificate) Links(l *aims.Linker) {
	l.Part("scope", k.Scope.links)
	for i, r := range k.Relations {
		l.In("relations", i, func(l *aims.Linker) { aims.Link(l, "person", aims.KindPerson, r.Person) })
	}
	for i, e := range k.Events {
		l.In("events", i, e.links)
	}
}

func (s *CertifiedScope) links(l *aims.Linker) {
	aims.LinkAll(l, "systems", aims.KindSystem, s.Systems)
	aims.Link(l, "statement", controls.KindStatement, s.Statement)
}
