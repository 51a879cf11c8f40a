package impact

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// Method is how an organization assesses impacts, in one version: when, on
// which scales, and what follows (A.5.2; ISO/IEC 42005). [Default] is a place
// to begin.
type Method struct {
	ID       MethodID        `json:"id"`
	Recorded aims.Date       `json:"recorded,omitzero"`
	Title    string          `json:"title"`
	Version  string          `json:"version,omitempty"`
	Document aims.DocumentID `json:"document,omitempty"` // the controlled document that holds the text

	// What an approval and every assessment bind; see [Method.Content].
	Triggers []Trigger `json:"triggers"` // any one that is met asks for a full assessment
	Domains  []Domain  `json:"domains"`  // that every assessment goes through

	Scale           risk.Scale `json:"scale"` // how grave
	Scope           risk.Scale `json:"scope"` // how many
	Irremediability risk.Scale `json:"irremediability"`
	Likelihood      risk.Scale `json:"likelihood"`
	Severity        risk.Scale `json:"severity"` // what scale, scope and irremediability make together

	Extent Table       `json:"extent"` // scale by scope: the severity of a benefit, and of a harm that is easily put right
	Harm   Table       `json:"harm"`   // that severity by irremediability: the severity of a harm
	Impact Table       `json:"impact"` // likelihood by severity: the level of an impact
	Rights Table       `json:"rights"` // the same for harm to human rights, where severity takes precedence
	Levels []risk.Band `json:"levels"` // the levels of impact, lowest first

	// The lowest levels of harm, with the measures that work, at which a use
	// is of the class; absent: no level makes it so.
	Sensitive  risk.Level  `json:"sensitive"`
	Restricted risk.Level  `json:"restricted,omitzero"`
	Prohibited risk.Level  `json:"prohibited,omitzero"`
	Uses       []ListedUse `json:"uses,omitempty"` // uses that are of a class whatever their level

	Concentrated Concentration `json:"concentrated"`        // what is shown apart
	Approvers    []Approver    `json:"approvers,omitempty"` // who may approve assessments of which class
	Interval     aims.Interval `json:"interval"`            // between two assessments of a system
	Retention    aims.Interval `json:"retention"`           // for which results are kept once they are replaced

	// What happens to it.
	ReviewBy  aims.Date         `json:"reviewBy,omitzero"`
	Reviews   []aims.Review     `json:"reviews,omitempty"`
	Approvals []aims.Approval   `json:"approvals,omitempty"`
	Withdrawn aims.Date         `json:"withdrawn,omitzero"` // last day in force
	Ext       map[string]string `json:"ext,omitempty"`      // the host's own; no rule reads it
}

// Trigger is a reason for a full assessment.
type Trigger struct {
	ID   TriggerID   `json:"id"`
	Kind TriggerKind `json:"kind"`
	Text string      `json:"text"` // when it is met
}

// ListedUse is a use that is of a class by itself.
type ListedUse struct {
	ID    UseID    `json:"id"`
	Class UseClass `json:"class"`
	Text  string   `json:"text"` // what the use is
}

// Concentration says which harm is shown apart, so that it is not lost among
// others: a grave one that falls on few people with special needs.
type Concentration struct {
	Scale risk.Level `json:"scale"` // this grave at least
	Scope risk.Level `json:"scope"` // on this many at most
}

// Approver names who may approve assessments up to a class of use.
type Approver struct {
	UpTo    UseClass        `json:"upTo"`
	Persons []aims.PersonID `json:"persons,omitempty"`
	Roles   []aims.RoleID   `json:"roles,omitempty"` // whoever is assigned to one of them
}

// The codes of problems with a method.
const (
	// PrecedenceBroken: a less severe harm to human rights can have a higher level than a more severe one.
	PrecedenceBroken aims.Code = "impact/precedence-broken"
	// RightsLower: a harm to human rights has a lower level than any other harm of its likelihood and severity.
	RightsLower aims.Code = "impact/rights-lower"
	// ThresholdsSwapped: a stricter class begins at a lower level than a milder one.
	ThresholdsSwapped aims.Code = "impact/thresholds-swapped"
	// ApproverNobody: an entry says up to which class, and names neither persons nor roles.
	ApproverNobody aims.Code = "impact/approver-nobody"
)

// Top returns the highest level of impact.
func (m Method) Top() risk.Level { return risk.Level(min(len(m.Levels), int(risk.MaxLevel))) }

// Label returns the label of a level of impact; "" for zero and for what lies
// outside.
func (m Method) Label(l risk.Level) string {
	if l == 0 || int(l) > len(m.Levels) {
		return ""
	}
	return m.Levels[l-1].Label
}

// Class returns the class of a use whose worst harm is at a level; zero for a
// level that is none.
func (m Method) Class(l risk.Level) UseClass {
	reaches := func(threshold risk.Level) bool { return threshold != 0 && l >= threshold }
	switch {
	case l == 0:
		return 0
	case reaches(m.Prohibited):
		return ProhibitedUse
	case reaches(m.Restricted):
		return RestrictedUse
	case reaches(m.Sensitive):
		return SensitiveUse
	}
	return OrdinaryUse
}

// Content returns what an approval binds, and what an assessment is made with.
func (m Method) Content() Method {
	m.Recorded, m.ReviewBy, m.Withdrawn = 0, 0, 0
	m.Reviews, m.Approvals, m.Ext = nil, nil, nil
	return m
}

// Digest returns the digest of the content, which every [Assessment] made with
// the method carries.
func (m Method) Digest() (aims.Digest, error) { return aims.DigestOf(m.Content()) }

// Ref names the record.
func (m Method) Ref() aims.Ref { return aims.Ref{Kind: KindMethod, ID: string(m.ID)} }

// Since returns the day from which the record exists.
func (m Method) Since() aims.Date { return m.Recorded }

// Links visits the references of the record.
func (m Method) Links(l *aims.Linker) {
	aims.Link(l, "document", aims.KindDocument, m.Document)
	for i, a := range m.Approvers {
		l.In("approvers", i, func(l *aims.Linker) {
			aims.LinkAll(l, "persons", aims.KindPerson, a.Persons)
			aims.LinkAll(l, "roles", aims.KindRole, a.Roles)
		})
	}
	aims.LinkReviews(l, "reviews", m.Reviews)
	aims.LinkApprovals(l, "approvals", m.Approvals)
}
