package audit

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// Domains is what an audit team must know together: a versioned value that a
// caller copies, changes and names anew. A plan refuses the zero value.
type Domains struct {
	Name        string           `json:"name"`
	Version     string           `json:"version"`
	Attribution aims.Attribution `json:"attribution"`
	Domains     []Domain         `json:"domains"`
}

// Domain is a field of knowledge. Members name the domains that they cover by
// its id.
type Domain struct {
	ID    string     `json:"id"`
	Title string     `json:"title"`
	Keys  []aims.Key `json:"keys,omitempty"` // requirements and controls whose audit takes it; a heading stands for all below it
	// Systems: the audit of an AI system takes it.
	Systems bool `json:"systems,omitempty"`
	// AuditorsOnly: a technical expert cannot bring it.
	AuditorsOnly bool `json:"auditorsOnly,omitempty"`
}

// DefaultDomains returns the library's domains. No public source lists those
// of an AI management system: they are derived here, and there to be replaced.
func DefaultDomains() Domains {
	keys := func(clauses ...aims.Clause) []aims.Key {
		var list []aims.Key
		for _, c := range clauses {
			list = append(list, aims.ClauseKey(c))
		}
		return list
	}
	annex := func(list []aims.Key, groups ...aims.ControlID) []aims.Key {
		for _, g := range groups {
			list = append(list, aims.ControlKey(g))
		}
		return list
	}
	return Domains{
		Name: "default", Version: "1",
		Attribution: aims.Attribution{Source: "derived by this library from ISO 19011 and the clauses of ISO/IEC 42001", Confidence: "I"},
		Domains: []Domain{
			{ID: "ai-life-cycle", Title: "AI concepts and life cycle", Keys: annex(keys("8.1"), "A.4", "A.6", "A.7", "A.9"), Systems: true},
			{ID: "standard", Title: "the standard and Annex A", Keys: annex(keys("4.3", "4.4", "5", "6.2", "6.3", "7", "9", "10"), "A.2", "A.3")},
			{ID: "risk-and-impact", Title: "risk and impact assessment", Keys: annex(keys("6.1", "8.2", "8.3", "8.4"), "A.5")},
			{ID: "law-and-ethics", Title: "law and ethics", Keys: annex(keys("4.1", "4.2"), "A.8", "A.10")},
			{ID: "sector", Title: "the client's sector"},
			{ID: "audit-technique", Title: "audit technique", AuditorsOnly: true},
		},
	}
}

// Validate reports missing and malformed fields, and domains with one id.
func (d Domains) Validate() error {
	c := aims.Checker{Texts: texts}
	c.Text("name", d.Name)
	c.Text("version", d.Version)
	c.Text("attribution/source", d.Attribution.Source)
	c.OptionalText("attribution/wording", d.Attribution.Wording)
	c.Text("attribution/confidence", d.Attribution.Confidence)
	for i, domain := range d.Domains {
		in := c.In("domains", i)
		in.Text("id", domain.ID)
		in.Text("title", domain.Title)
		in.Keys("keys", domain.Keys)
		if slices.ContainsFunc(d.Domains[:i], func(e Domain) bool { return e.ID == domain.ID }) && domain.ID != "" {
			in.Add("id", aims.Twice, "value", domain.ID)
		}
	}
	return c.Err()
}

// The reasons of the rule of competence.
const (
	// DomainCovered: a member of the team covers the domain.
	DomainCovered aims.Code = "audit/domain-covered"
	// DomainMissing: no member covers the domain, though members cover others.
	DomainMissing aims.Code = "audit/domain-missing"
	// DomainsUnstated: no member names any of the domains.
	DomainsUnstated aims.Code = "audit/domains-unstated"
)

// CompetenceRules returns the rule that the team covers the domains, with an
// observation for each. Technical experts count where they can; observers and
// guides never do.
func CompetenceRules(d Domains) []aims.Rule[Team] {
	return []aims.Rule[Team]{teamRule(aims.Rule[Team]{
		Code: "audit/team-competent", Clause: "9.2.2",
		Title: "the team knows what it takes", Reads: []aims.Kind{KindAudit},
		Doc: "Of every domain some auditor, or a technical expert where one will do, says that they cover it. Where nobody names any of the domains, nothing can be told.",
	}, func(t Team) []aims.Observation {
		var all []aims.Observation
		stated := slices.ContainsFunc(d.Domains, func(domain Domain) bool { return slices.ContainsFunc(t.Audit.Team, domain.coveredBy) })
		for _, domain := range d.Domains {
			i := slices.IndexFunc(t.Audit.Team, domain.coveredBy)
			switch {
			case i >= 0:
				all = append(all, t.says(aims.Conforms, DomainCovered, "domain", domain.ID, "who", string(t.Audit.Team[i].Person)))
			case stated:
				all = append(all, t.says(aims.MinorGap, DomainMissing, "domain", domain.ID))
			default:
				all = append(all, t.says(aims.CannotTell, DomainsUnstated, "domain", domain.ID))
			}
		}
		return all
	})}
}

// coveredBy reports whether a member brings the domain to the team.
func (d Domain) coveredBy(m Member) bool {
	brings := m.Role.Audits() || m.Role == TechnicalExpert && !d.AuditorsOnly
	return brings && slices.Contains(m.Competence, d.ID)
}

// takes reports whether the audit of a subject takes the domain.
func (d Domain) takes(s Subject) bool {
	return d.Systems && s.System != "" || !s.Key.IsZero() && Scope{Keys: d.Keys}.Covers(s.Key)
}
