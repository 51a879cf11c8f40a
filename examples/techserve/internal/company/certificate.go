package company

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// certificates is the file of the certification, from the application on. The
// body decides after the story ends, so the file holds no decision.
func certificates() []life[audit.Certificate] {
	return []life[audit.Certificate]{
		born(audit.Certificate{
			ID: "certificate-1", Recorded: on(9, 1),
			Body:     audit.Body{Name: "a certification body", Accreditation: audit.Accreditation{By: "an accreditation body", Standard: "ISO/IEC 42006:2025", Since: on(1, 1)}},
			Standard: "ISO/IEC 42001", Edition: "2023", NotForLabelling: aims.Yes,
			Scope: audit.CertifiedScope{
				Text:      "development, provision and support of the four customer-facing AI products",
				Roles:     []aims.Role{aims.RoleProductProvider, aims.RoleDeveloper, aims.RoleUser},
				Systems:   products(),
				Sites:     []audit.Site{{ID: "office", Name: "head office", Country: "DE", Central: aims.Yes, Persons: aims.AmountInt(80)}},
				Statement: "soa-1", StatementVersion: "1.0",
			},
			Events: []audit.Event{
				{Type: audit.Applied, On: on(8, 20)},
				{Type: audit.ApplicationReviewed, On: on(8, 27), By: []aims.PersonID{"p-decider-1"}},
			},
		}).then(on(9, 4), func(c *audit.Certificate) {
			c.Events = add(c.Events, audit.Event{Type: audit.StageOneConcluded, On: on(9, 4), Outcome: audit.Ready, Audit: "audit-stage-1", By: []aims.PersonID{"p-auditor-1"}})
		}).then(on(9, 22), func(c *audit.Certificate) {
			c.Events = add(c.Events, audit.Event{
				Type: audit.StageTwoConcluded, On: on(9, 22), Outcome: audit.PlansOpen, Audit: "audit-stage-2",
				By: []aims.PersonID{"p-auditor-1", "p-auditor-2", "p-auditor-3"},
			})
		}).then(on(10, 6), func(c *audit.Certificate) {
			c.Events = add(c.Events, audit.Event{Type: audit.FindingsResolved, On: on(10, 6), Audit: "audit-stage-2", By: []aims.PersonID{"p-auditor-1"}})
		}),
	}
}
