package impact

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Party is somebody whom the system touches: individuals, a group of them, or
// a society (A.5.4, A.5.5).
type Party struct {
	ID            PartyID        `json:"id"`
	Party         aims.PartyID   `json:"party,omitempty"` // the interested party of the management system that it is (4.2); the same in every assessment
	Title         string         `json:"title"`
	Kind          PartyKind      `json:"kind"`
	Reach         Reach          `json:"reach,omitempty"`
	Size          aims.Amount    `json:"size,omitzero"`   // persons; absent: not known
	Needs         []Need         `json:"needs,omitempty"` // special ones
	Consultations []Consultation `json:"consultations,omitempty"`
	WhyNot        string         `json:"whyNot,omitempty"` // why nobody consulted it
	Basis         Basis          `json:"basis,omitzero"`
}

// PartyKind says whom an impact falls on.
type PartyKind string

// The kinds of party.
const (
	Individuals PartyKind = "individuals"
	Group       PartyKind = "group"
	Society     PartyKind = "society"
)

var partyKinds = []PartyKind{Individuals, Group, Society}

// Known reports whether k is in the vocabulary.
func (k PartyKind) Known() bool { return word.Known(k, partyKinds...) }

// UnmarshalText reads a word of the vocabulary.
func (k *PartyKind) UnmarshalText(text []byte) error {
	return unmarshalName(k, text, "impact.PartyKind", partyKinds...)
}

// Reach says how a party comes into contact with a system.
type Reach string

// The reaches.
const (
	Direct   Reach = "direct"   // uses it, or is what it decides about
	Indirect Reach = "indirect" // feels the effects
)

// Known reports whether r is in the vocabulary.
func (r Reach) Known() bool { return word.Known(r, Direct, Indirect) }

// UnmarshalText reads a word of the vocabulary.
func (r *Reach) UnmarshalText(text []byte) error {
	return unmarshalName(r, text, "impact.Reach", Direct, Indirect)
}

// Need is a special need: one of the words below, or an organization's own,
// written vendor:word. Whoever has one counts as vulnerable.
type Need string

// The special needs (A.5.4).
const (
	Children Need = "children"
	Elderly  Need = "elderly"
	Impaired Need = "impaired" // in body, mind or senses
	Workers  Need = "workers"
)

var needs = []Need{Children, Elderly, Impaired, Workers}

// Known reports whether n is in the vocabulary or an organization's own.
func (n Need) Known() bool { return word.Known(n, needs...) || own(string(n)) }

// UnmarshalText reads a word of the vocabulary or vendor:word.
func (n *Need) UnmarshalText(text []byte) error {
	return unmarshalOpen(n, text, "impact.Need", needs...)
}

// Consultation records that a party, or somebody who speaks for it, was asked.
type Consultation struct {
	On       aims.Date         `json:"on"`
	By       aims.PersonID     `json:"by,omitempty"` // who asked
	How      string            `json:"how"`
	Outcome  string            `json:"outcome,omitempty"` // what they said, and what came of it
	Evidence []aims.EvidenceID `json:"evidence,omitempty"`
}

// ConsultedAndNot: a party was consulted, and there is a reason why it was not.
const ConsultedAndNot aims.Code = "impact/consulted-and-not"

// Vulnerable reports whether the party has special needs.
func (p Party) Vulnerable() bool { return len(p.Needs) > 0 }

// Consulted reports whether the party was asked by a day.
func (p Party) Consulted(at aims.Date) bool {
	for _, q := range p.Consultations {
		if q.On != 0 && q.On <= at {
			return true
		}
	}
	return false
}

// Validate reports missing and malformed fields.
func (p Party) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", p.ID)
	aims.CheckOptionalID(&c, "party", p.Party)
	c.Text("title", p.Title)
	aims.CheckWord(&c, "kind", p.Kind)
	aims.CheckOptionalWord(&c, "reach", p.Reach)
	c.Count("size", p.Size)
	aims.CheckWords(&c, "needs", p.Needs)
	for i, q := range p.Consultations {
		in := c.In("consultations", i)
		in.Date("on", q.On)
		aims.CheckOptionalID(in, "by", q.By)
		in.Text("how", q.How)
		in.OptionalText("outcome", q.Outcome)
		aims.CheckIDs(in, "evidence", q.Evidence)
	}
	c.OptionalText("whyNot", p.WhyNot)
	if p.WhyNot != "" && len(p.Consultations) > 0 {
		c.Add("whyNot", ConsultedAndNot)
	}
	c.Nest("basis", p.Basis.Validate())
	return c.Err()
}

func (p Party) links(l *aims.Linker) {
	aims.Link(l, "party", aims.KindParty, p.Party)
	for i, q := range p.Consultations {
		l.In("consultations", i, func(l *aims.Linker) {
			aims.Link(l, "by", aims.KindPerson, q.By)
			aims.LinkAll(l, "evidence", aims.KindEvidence, q.Evidence)
		})
	}
	l.Part("basis", p.Basis.links)
}
