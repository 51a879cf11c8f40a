package company

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// developers are those who build the products; the training of month 4 is
// for all of them.
func developers() []aims.PersonID {
	return []aims.PersonID{"p-datascience", "p-scientist-1", "p-scientist-2", "p-engineer-1", "p-engineer-2", "p-validation", "p-product"}
}

// trainings begin in month 4. Two developers miss theirs, and the records of
// both stay incomplete until month 8.
func trainings() []life[aims.Training] {
	attended := func(day aims.Date, evidence aims.EvidenceID, who ...aims.PersonID) func(*aims.Training) {
		return func(t *aims.Training) {
			for _, p := range who {
				t.Attendances = add(t.Attendances, aims.Attendance{Person: p, On: day, Passed: aims.Yes, Evidence: []aims.EvidenceID{evidence}})
			}
		}
	}
	return []life[aims.Training]{
		born(aims.Training{
			ID: "trn-responsible-ai", Recorded: on(4, 14), Title: "Responsible AI for developers",
			Topics:   []string{"the standard in a day", "impact assessment", "bias tests", "data sheets", "documentation"},
			Audience: "all developers", RequiredFor: []aims.RoleID{"role-development", "role-validation", "role-release"},
			Provider: "p-governance with an outside trainer", Planned: developers(), Due: on(6, 30), RepeatBy: on(16, 30),
		}).then(on(4, 23), func(t *aims.Training) {
			t.On = on(4, 23)
			t.Evidence = add(t.Evidence, "ev-training-april")
		}).then(on(4, 23), attended(on(4, 23), "ev-training-april", "p-datascience", "p-scientist-1", "p-engineer-1", "p-validation", "p-product")).
			then(on(8, 11), attended(on(8, 11), "ev-training-complete", "p-scientist-2", "p-engineer-2")).
			then(on(8, 11), func(t *aims.Training) {
				t.Completed = on(8, 11)
				t.Evidence = add(t.Evidence, "ev-training-complete")
				t.Effectiveness = add(t.Effectiveness, aims.Evaluation{
					On: on(8, 11), By: "p-datascience", Method: "test with cases from our own products, and review of two assessments each", Met: aims.Yes,
					Result: "all passed; assessments are complete", Evidence: []aims.EvidenceID{"ev-training-complete"},
				})
			}),
		born(aims.Training{
			ID: "trn-assessment", Recorded: on(4, 14), Title: "Assessing AI risks and impacts",
			Topics:   []string{"scales and criteria", "stakeholder analysis", "consequences for society"},
			Audience: "those who lead assessments", RequiredFor: []aims.RoleID{"role-risk", "role-data"},
			Provider: "an outside trainer", Planned: []aims.PersonID{"p-risk", "p-data", "p-governance"}, Due: on(4, 30), RepeatBy: on(16, 30),
		}).then(on(4, 16), attended(on(4, 16), "ev-training-assessment", "p-risk", "p-data", "p-governance")).
			then(on(4, 16), func(t *aims.Training) {
				t.On, t.Completed, t.Evidence = on(4, 16), on(4, 16), []aims.EvidenceID{"ev-training-assessment"}
			}).
			then(on(5, 28), func(t *aims.Training) {
				t.Effectiveness = add(t.Effectiveness, aims.Evaluation{
					On: on(5, 28), By: "p-cto", Method: "looked at the first assessments", Met: aims.Yes,
					Result: "good, one stakeholder analysis forgotten", Evidence: []aims.EvidenceID{"ev-impact-assessments"},
				})
			}),
	}
}

// competences say what roles need and whether their holders have it.
func competences() []life[aims.Competence] {
	needed := func(c aims.Competence) life[aims.Competence] {
		c.Recorded = on(4, 14)
		return born(c)
	}
	found := func(by aims.PersonID, day aims.Date, shown string, evidence aims.EvidenceID) func(*aims.Competence) {
		return func(c *aims.Competence) {
			c.Competent, c.AssessedBy, c.AssessedOn, c.Shown = aims.Yes, by, day, shown
			c.Until, c.Evidence = day.AddMonths(24), add(c.Evidence, evidence)
		}
	}
	both := []aims.CompetenceBasis{aims.BasisEducation, aims.BasisExperience}
	all := add(both, aims.BasisTraining)
	// helped closes a competence by the training that was missing.
	helped := func(c *aims.Competence) {
		done := slices.Clone(c.Actions)
		done[0].Done, done[0].Evidence = on(8, 11), []aims.EvidenceID{"ev-training-complete"}
		c.Actions, c.Gap = done, ""
		c.Effectiveness = add(c.Effectiveness, aims.Evaluation{
			On: on(8, 12), By: "p-datascience", Method: "test and supervised assessment", Met: aims.Yes, Result: "works without help", Evidence: []aims.EvidenceID{"ev-training-complete"},
		})
	}
	missed := func(id aims.CompetenceID, person aims.PersonID) life[aims.Competence] {
		return needed(aims.Competence{
			ID: id, Person: person, Role: "role-development", Needed: "build and test models by the life-cycle process, bias tests included", Systems: products(), Basis: both,
			Gap: "has not had the training on responsible AI; no record of it", Trainings: []aims.TrainingID{"trn-responsible-ai"},
			Actions: []aims.Action{{What: "attend the next training and have it recorded", Responsible: "p-people", Due: on(6, 30)}},
		}).then(on(4, 27), func(c *aims.Competence) {
			c.Competent, c.AssessedBy, c.AssessedOn = aims.No, "p-datascience", on(4, 27)
		}).then(on(8, 12), found("p-datascience", on(8, 12), "test passed after the training", "ev-training-complete")).then(on(8, 12), helped)
	}
	return []life[aims.Competence]{
		needed(aims.Competence{
			ID: "cmp-governance", Person: "p-governance", Role: "role-governance", Needed: "lead a management system after ISO/IEC 42001", Basis: all, Trainings: []aims.TrainingID{"trn-assessment"},
		}).then(on(4, 17), found("p-cto", on(4, 17), "lead auditor course; three years with the security management system", "ev-training-assessment")),
		needed(aims.Competence{
			ID: "cmp-risk", Person: "p-risk", Role: "role-risk", Needed: "assess AI risks and impacts with others", Basis: all, Trainings: []aims.TrainingID{"trn-assessment"},
		}).then(on(4, 17), found("p-cto", on(4, 17), "five years of risk analysis; training passed", "ev-training-assessment")),
		needed(aims.Competence{
			ID: "cmp-data", Person: "p-data", Role: "role-data", Needed: "judge quality, origin and rights of data", Basis: all, Trainings: []aims.TrainingID{"trn-assessment"},
		}).then(on(4, 17), found("p-cto", on(4, 17), "degree in statistics; training passed", "ev-training-assessment")),
		needed(aims.Competence{
			ID: "cmp-sponsor", Person: "p-cto", Role: "role-sponsor", Needed: "know what the management system asks of top management", Basis: both,
		}).then(on(4, 17), found("p-ceo", on(4, 17), "led the introduction of the security management system", "ev-curricula")),
		needed(aims.Competence{
			ID: "cmp-reporting", Person: "p-governance", Role: "role-reporting", Needed: "draw conclusions from measurements and put them to top management", Basis: both,
		}).then(on(4, 17), found("p-cto", on(4, 17), "four years of security reports", "ev-curricula")),
		needed(aims.Competence{
			ID: "cmp-security", Person: "p-security", Role: "role-security", Needed: "protect models, data and logs", Basis: both,
		}).then(on(4, 17), found("p-cto", on(4, 17), "certified security manager", "ev-curricula")),
		needed(aims.Competence{
			ID: "cmp-suppliers", Person: "p-purchasing", Role: "role-suppliers", Needed: "examine suppliers of AI with the help of data science", Basis: both,
		}).then(on(4, 17), found("p-cfo", on(4, 17), "ten years of purchasing; briefed by data science", "ev-curricula")),
		needed(aims.Competence{
			ID: "cmp-concerns", Person: "p-quality", Role: "role-concerns", Needed: "receive concerns and protect those who report", Basis: both,
		}).then(on(4, 17), found("p-ceo", on(4, 17), "ombudsperson since 2019", "ev-curricula")),
		needed(aims.Competence{
			ID: "cmp-datascience", Person: "p-datascience", Role: "role-development", Needed: "lead the development of AI products", Systems: products(), Basis: all, Trainings: []aims.TrainingID{"trn-responsible-ai"},
		}).then(on(4, 24), found("p-cto", on(4, 24), "doctorate; ten years of practice; training passed", "ev-training-april")),
		needed(aims.Competence{
			ID: "cmp-scientist-1", Person: "p-scientist-1", Role: "role-development", Needed: "build and test models by the life-cycle process, bias tests included", Systems: products(), Basis: all, Trainings: []aims.TrainingID{"trn-responsible-ai"},
		}).then(on(4, 24), found("p-datascience", on(4, 24), "degree; six years of practice; training passed", "ev-training-april")),
		needed(aims.Competence{
			ID: "cmp-engineer-1", Person: "p-engineer-1", Role: "role-development", Needed: "run pipelines, logs and releases of AI products", Systems: products(), Basis: all, Trainings: []aims.TrainingID{"trn-responsible-ai"},
		}).then(on(4, 24), found("p-datascience", on(4, 24), "degree; seven years of practice; training passed", "ev-training-april")),
		missed("cmp-scientist-2", "p-scientist-2"),
		missed("cmp-engineer-2", "p-engineer-2"),
		needed(aims.Competence{
			ID: "cmp-validation", Person: "p-validation", Role: "role-validation", Needed: "test models independently, for bias and robustness", Systems: products(), Basis: all, Trainings: []aims.TrainingID{"trn-responsible-ai"},
		}).then(on(4, 24), found("p-quality", on(4, 24), "degree in statistics; five years of testing; training passed", "ev-training-april")),
		needed(aims.Competence{
			ID: "cmp-product", Person: "p-product", Role: "role-release", Needed: "know the products, their users and limits, and stop them where needed", Systems: products(), Basis: all, Trainings: []aims.TrainingID{"trn-responsible-ai"},
		}).then(on(4, 24), found("p-cto", on(4, 24), "nine years with the products; training passed", "ev-training-april")),
	}
}

// awareness is apart from training: it reaches all 80, and in month 6 there is
// a signed policy to be aware of.
func awareness() []life[aims.Awareness] {
	group := func(a aims.Awareness) life[aims.Awareness] {
		a.Recorded = on(4, 14)
		return born(a).then(on(6, 11), func(a *aims.Awareness) {
			a.Policy, a.PolicyKnown, a.Contribution, a.Implications = "policy-1", aims.Yes, aims.Yes, aims.Yes
			a.Reached, a.On, a.RepeatBy = a.Size, on(6, 11), on(18, 11)
			a.Evidence = []aims.EvidenceID{"ev-awareness"}
		})
	}
	return []life[aims.Awareness]{
		group(aims.Awareness{ID: "awa-developers", Group: "developers and AI governance", Size: aims.AmountInt(10), Means: "all-hands meeting, e-learning with a quiz"}),
		group(aims.Awareness{ID: "awa-staff", Group: "all other staff", Size: aims.AmountInt(70), Means: "all-hands meeting, e-learning with a quiz"}),
		group(aims.Awareness{ID: "awa-freelancers", Group: "freelancers in support", Size: aims.AmountInt(4), Means: "e-learning with a quiz, before access is given"}),
	}
}

// supportEvidence shows resources, trainings and awareness.
func supportEvidence() []life[aims.Evidence] {
	return []life[aims.Evidence]{
		proof("ev-training-assessment", "Participants and test results: assessing risks and impacts", aims.FormRecord, "p-people", on(4, 16), "7.2", "A.4.6"),
		proof("ev-curricula", "Curricula and certificates of those with a role", aims.FormRecord, "p-people", on(4, 16), "7.2", "A.4.6"),
		proof("ev-staffing", "Staffing list with contracts and time shares", aims.FormRecord, "p-people", on(5, 11), "7.1", "A.4.2", "A.4.6"),
		proof("ev-budget", "Budget with what was spent until April", aims.FormRecord, "p-cfo", on(5, 11), "7.1"),
		proof("ev-resource-inventory", "Inventory of data, models and tools with versions and licences", aims.FormRecord, "p-engineer-1", on(5, 11), "7.1", "A.4.2", "A.4.3", "A.4.4"),
		proof("ev-capacity", "Capacity plan beside the load measured", aims.FormRecord, "p-engineer-1", on(5, 11), "7.1", "A.4.2", "A.4.5"),
		proof("ev-awareness", "Quiz results and lists of participants, all groups", aims.FormRecord, "p-people", on(6, 11), "7.3", "A.2.2"),
	}
}
