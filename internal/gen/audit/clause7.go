package audit

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// clause7 adds what the rules for resources, competence and awareness look
// at, and completes the communication with its plan.
func clause7(s *audit.Snapshot) {
	s.Resources = []aims.Resource{{
		ID: "resource", Recorded: day("2026-02-20"), Title: "People for AI governance", Type: aims.ResourceHuman,
		Need: "keep the management system beside daily work", Quantity: aims.AmountInt(2), Needed: aims.AmountInt(2), Unit: "people",
		Provided: aims.Yes, From: day("2026-03-15"), Decision: "act-resources-approved", ReviewBy: day("2026-12-31"),
	}}
	accept(s, "e-minutes", "7.1")
	s.Competences = []aims.Competence{{
		ID: "competence", Recorded: day("2026-03-01"), Person: "p-lead", Role: "role", Needed: "lead a management system for AI",
		Trainings: []aims.TrainingID{"training"}, Competent: aims.Yes, AssessedBy: "p-cto", AssessedOn: day("2026-05-10"), Until: day("2028-05-09"),
		Evidence: evidence(s, "e-competence", "Certificate", aims.ClauseKey("7.2")),
	}}
	trained := evidence(s, "e-training", "List of those who came, and their tests", aims.ClauseKey("7.2"))
	s.Trainings = []aims.Training{{
		ID: "training", Recorded: day("2026-03-01"), Title: "Management systems for AI", Planned: []aims.PersonID{"p-lead"},
		Due: day("2026-04-30"), On: day("2026-04-20"), Completed: day("2026-04-21"), Evidence: trained,
		Attendances:   []aims.Attendance{{Person: "p-lead", On: day("2026-04-20")}},
		Effectiveness: []aims.Evaluation{{On: day("2026-05-10"), By: "p-cto", Method: "looked at the first reports", Met: aims.Yes, Evidence: trained}},
	}}
	s.Awareness = []aims.Awareness{{
		ID: "awareness", Recorded: day("2026-03-12"), Group: "all staff", Size: aims.AmountInt(5), Reached: aims.AmountInt(5),
		PolicyKnown: aims.Yes, Policy: "policy", Contribution: aims.Yes, Implications: aims.Yes, On: day("2026-03-12"), RepeatBy: day("2027-03-12"),
		Evidence: evidence(s, "e-awareness", "Quiz that everybody passed", aims.ClauseKey("7.3")),
	}}
	c := &s.Communications[0]
	c.When, c.WithWhom, c.How = "yearly and to newcomers", "staff and hospitals", "meeting and website"
	c.Spheres = []aims.Sphere{aims.SphereInternal, aims.SphereExternal}
}
