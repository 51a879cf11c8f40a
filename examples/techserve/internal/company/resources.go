package company

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// resources were decided in month 2 and listed in month 5.
func resources() []life[aims.Resource] {
	listed := func(r aims.Resource) life[aims.Resource] {
		r.Recorded, r.Provided, r.Document, r.ReviewBy = on(5, 12), aims.Yes, "doc-resource-plan", on(15, 31)
		r.Decision, r.DecidedBy = "act-resources", "p-ceo"
		return born(r).then(on(6, 25), func(r *aims.Resource) {
			r.Adequacy = add(r.Adequacy, aims.Evaluation{On: on(6, 25), By: "p-cto", Method: "management review", Met: aims.Yes, Result: "sufficient for the year"})
		})
	}
	shown := func(ids ...aims.EvidenceID) []aims.EvidenceID { return ids }
	return []life[aims.Resource]{
		listed(aims.Resource{
			ID: "res-governance-team", Title: "AI governance team", Type: aims.ResourceHuman, Owner: "p-cto",
			Need:     "to build, keep and improve the management system beside daily work is not possible",
			Quantity: aims.AmountInt(3), Needed: aims.AmountInt(3), Unit: "full-time people",
			Roles: []aims.RoleID{"role-governance", "role-risk", "role-data"}, From: on(2, 16), Evidence: shown("ev-staffing"),
		}),
		listed(aims.Resource{
			ID: "res-budget", Title: "Budget for training, tools and certification", Type: aims.ResourceFinancial, Owner: "p-cfo",
			Need: "trainings, document store, bias tests, audit by a certification body", Quantity: aims.AmountInt(120000), Needed: aims.AmountInt(110000),
			Unit: "EUR a year", From: on(2, 11), Evidence: shown("ev-budget"),
		}),
		listed(aims.Resource{
			ID: "res-ai-people", Title: "People who develop, validate and run AI products", Type: aims.ResourceHuman, Owner: "p-cto",
			Need:     "data science, engineering, independent validation and product ownership in every stage",
			Quantity: aims.AmountInt(7), Needed: aims.AmountInt(7), Unit: "full-time people", Systems: products(), Stages: aims.Stages(),
			Roles:       []aims.RoleID{"role-development", "role-validation", "role-release"},
			Competences: []aims.CompetenceID{"cmp-datascience", "cmp-validation", "cmp-product"},
			From:        date(2024, 1, 15), Evidence: shown("ev-staffing"),
		}),
		listed(aims.Resource{
			ID: "res-data", Title: "Data sets of the products", Type: aims.ResourceData, Owner: "p-data",
			Need: "training, test and operation of the four products", Quantity: aims.AmountInt(7), Needed: aims.AmountInt(7), Unit: "data sets", Systems: products(),
			Stages:   []aims.Stage{aims.StageDesign, aims.StageVerification, aims.StageOperation, aims.StageContinuous},
			Datasets: []aims.DatasetID{"ds-sales", "ds-sales-test", "ds-payments", "ds-payments-test", "ds-shifts", "ds-shifts-test", "ds-questions"},
			From:     date(2023, 1, 16), Evidence: shown("ev-resource-inventory"),
		}),
		listed(aims.Resource{
			ID: "res-tools", Title: "Tools for development, test and tracking", Type: aims.ResourceTooling, Owner: "p-engineer-1",
			Description: "version control, experiment tracking, pipeline, bias test library, all with pinned versions",
			Need:        "results that can be repeated", Quantity: aims.AmountInt(14), Needed: aims.AmountInt(14), Unit: "tools", Systems: products(),
			Stages: []aims.Stage{aims.StageDesign, aims.StageVerification, aims.StageDeployment},
			From:   date(2023, 1, 16), Evidence: shown("ev-resource-inventory"),
		}),
		listed(aims.Resource{
			ID: "res-computing", Title: "Servers for training and operation", Type: aims.ResourceComputing, Owner: "p-engineer-1",
			Need: "weekly training runs and answers within two seconds at peak", Quantity: aims.AmountInt(12), Needed: aims.AmountInt(10), Unit: "servers", Systems: products(),
			Stages:    []aims.Stage{aims.StageDesign, aims.StageDeployment, aims.StageOperation, aims.StageContinuous},
			Suppliers: []aims.SupplierID{"sup-hosting", "sup-model"}, Location: "rented data centre, EU region; language model in the supplier's EU region",
			From: date(2023, 11, 1), Evidence: shown("ev-capacity"),
		}),
	}
}

// changes are the planned changes of the management system.
func changes() []life[aims.PlannedChange] {
	return []life[aims.PlannedChange]{
		born(aims.PlannedChange{
			ID: "chg-release-gate", Recorded: on(5, 18), Title: "Impact assessment and bias test become part of the release gate",
			What:             "no product version is released without a current impact assessment and, where it rates people, a passed bias test",
			Purpose:          "assessments were done, but nobody had to wait for them",
			Consequences:     "releases take up to a week longer at first; two running releases finish by the old gate",
			Integrity:        "the old gate holds until the new one is in force on one day for all products",
			Resources:        "two weeks of an engineer for the pipeline, within the budget",
			ResourcesUsed:    []aims.ResourceID{"res-governance-team", "res-tools"},
			Responsibilities: "the product owner decides on releases as before; the independent validator can now stop one",
			Roles:            []aims.RoleID{"role-release", "role-validation"},
			Affects:          []aims.Ref{{Kind: aims.KindProcess, ID: "proc-impact"}}, Systems: products(),
			Actions: []aims.Action{
				{What: "extend the pipeline", Resources: "p-engineer-1, two weeks", Responsible: "p-engineer-1", Due: on(6, 5)},
				{What: "change life-cycle procedure and project template", Responsible: "p-datascience", Due: on(6, 8)},
				{What: "tell the teams", Responsible: "p-governance", Due: on(6, 12)},
			},
			Owner: "p-governance", Due: on(6, 12), PlannedOn: on(5, 20),
		}).then(on(5, 21), func(c *aims.PlannedChange) {
			c.Approvals = add(c.Approvals, approval(c.Content(), "p-cto", on(5, 21)))
			c.Evidence = add(c.Evidence, "ev-change-gate")
		}).then(on(6, 12), func(c *aims.PlannedChange) {
			c.Done = on(6, 12)
			done := slices.Clone(c.Actions)
			for i, day := range []aims.Date{on(6, 5), on(6, 8), on(6, 12)} {
				done[i].Done, done[i].Evidence = day, []aims.EvidenceID{"ev-release-gate"}
			}
			c.Actions = done
			c.Evidence = add(c.Evidence, "ev-release-gate")
		}).then(on(8, 20), func(c *aims.PlannedChange) {
			c.Evaluations = add(c.Evaluations, aims.Evaluation{
				On: on(8, 20), By: "p-quality", Method: "all releases since June looked at", Met: aims.Yes,
				Result: "two releases, none without assessment", Evidence: []aims.EvidenceID{"ev-release-gate"},
			})
		}),
		born(aims.PlannedChange{
			ID: "chg-impact-procedure", Recorded: on(8, 3), Title: "Stakeholder analysis comes first in an impact assessment",
			Purpose: "an assessment passed without one", Consequences: "an assessment takes a day longer", Integrity: "assessments under way are finished by the new procedure",
			Responsibilities: "unchanged", Affects: []aims.Ref{{Kind: aims.KindProcess, ID: "proc-impact"}},
			Owner: "p-risk", Due: on(8, 14), PlannedOn: on(8, 3),
		}).then(on(8, 4), func(c *aims.PlannedChange) {
			c.Approvals = add(c.Approvals, approval(c.Content(), "p-cto", on(8, 4)))
		}).then(on(8, 18), func(c *aims.PlannedChange) {
			c.Done, c.Evidence = on(8, 14), list("ev-corrective-actions")
		}),
	}
}
