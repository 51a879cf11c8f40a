package aims

import (
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
)

// Resource makes resources.
func Resource() *rapid.Generator[aims.Resource] {
	return rapid.Custom(func(t *rapid.T) aims.Resource {
		from, until := span(t)
		return aims.Resource{
			ID: id[aims.ResourceID](t, "re-"), Recorded: maybeDay(t), Title: text(t),
			Type: word(t, aims.ResourceData, aims.ResourceTooling, aims.ResourceComputing,
				aims.ResourceHuman, aims.ResourceFinancial, aims.ResourceOther),
			Description: maybeText(t), Need: maybeText(t), Quantity: count(t), Needed: count(t), Unit: maybeText(t),
			Systems: ids[aims.SystemID](t, "sys-"), Stages: words(t, aims.Stages()...),
			Datasets: ids[aims.DatasetID](t, "ds-"), Suppliers: ids[aims.SupplierID](t, "s-"),
			Roles: ids[aims.RoleID](t, "ro-"), Competences: ids[aims.CompetenceID](t, "cm-"), Location: maybeText(t),
			Owner: maybeID[aims.PersonID](t, "p-"), Provided: answer(t), From: from, Until: until,
			Decision: maybeID[aims.LeadershipActID](t, "la-"), DecidedBy: maybeID[aims.PersonID](t, "p-"),
			Document: maybeID[aims.DocumentID](t, "d-"), ReviewBy: maybeDay(t), Adequacy: list(t, evaluation),
			Evidence: evidence(t), Ext: ext(t),
		}
	})
}

// Competence makes competences, each of a person or a role.
func Competence() *rapid.Generator[aims.Competence] {
	return rapid.Custom(func(t *rapid.T) aims.Competence {
		assessed, until := span(t)
		k := aims.Competence{
			ID: id[aims.CompetenceID](t, "cm-"), Recorded: maybeDay(t), Person: maybeID[aims.PersonID](t, "p-"),
			Role: maybeID[aims.RoleID](t, "ro-"), Needed: text(t), Systems: ids[aims.SystemID](t, "sys-"),
			Basis: words(t, aims.BasisEducation, aims.BasisTraining, aims.BasisExperience), Shown: maybeText(t),
			Competent: answer(t), AssessedBy: maybeID[aims.PersonID](t, "p-"), AssessedOn: assessed, Gap: maybeText(t),
			Actions: list(t, action), Trainings: ids[aims.TrainingID](t, "tr-"), Effectiveness: list(t, evaluation),
			Until: until, Evidence: evidence(t), Ext: ext(t),
		}
		if k.Role == "" {
			k.Person = id[aims.PersonID](t, "p-")
		}
		return k
	})
}

// Awareness makes records of awareness, each of a person or a group.
func Awareness() *rapid.Generator[aims.Awareness] {
	return rapid.Custom(func(t *rapid.T) aims.Awareness {
		size, reached := part(t)
		a := aims.Awareness{
			ID: id[aims.AwarenessID](t, "aw-"), Recorded: maybeDay(t), Person: maybeID[aims.PersonID](t, "p-"),
			Size: size, Reached: reached, PolicyKnown: answer(t), Policy: maybeID[aims.PolicyID](t, "po-"),
			Contribution: answer(t), Implications: answer(t), Means: maybeText(t), On: maybeDay(t), RepeatBy: maybeDay(t),
			Evidence: evidence(t), Ext: ext(t),
		}
		if a.Person == "" {
			a.Group = text(t)
		}
		return a
	})
}

// Training makes trainings.
func Training() *rapid.Generator[aims.Training] {
	return rapid.Custom(func(t *rapid.T) aims.Training {
		on, completed := span(t)
		return aims.Training{
			ID: id[aims.TrainingID](t, "tr-"), Recorded: maybeDay(t), Title: text(t), Topics: list(t, text),
			Audience: maybeText(t), RequiredFor: ids[aims.RoleID](t, "ro-"), Provider: maybeText(t),
			Planned: ids[aims.PersonID](t, "p-"), Attendances: list(t, attendance), PlannedCount: count(t),
			AttendedCount: count(t), Due: maybeDay(t), On: on, Completed: completed, RepeatBy: maybeDay(t),
			Effectiveness: list(t, evaluation), Evidence: evidence(t), Ext: ext(t),
		}
	})
}

func attendance(t *rapid.T) aims.Attendance {
	return aims.Attendance{Person: id[aims.PersonID](t, "p-"), On: maybeDay(t), Passed: answer(t), Evidence: evidence(t)}
}

// Communication makes lines of the communication plan.
func Communication() *rapid.Generator[aims.Communication] {
	return rapid.Custom(func(t *rapid.T) aims.Communication {
		return aims.Communication{
			ID: id[aims.CommunicationID](t, "co-"), Recorded: maybeDay(t), What: text(t),
			About: refs(t, aims.KindPolicy, aims.KindScope), Serves: keys(t), When: maybeText(t), Every: interval(t),
			WithWhom: maybeText(t), Parties: ids[aims.PartyID](t, "ip-"),
			Spheres: words(t, aims.SphereInternal, aims.SphereExternal), How: maybeText(t),
			Responsible: maybeID[aims.PersonID](t, "p-"), Occasions: list(t, occasion), Until: maybeDay(t), Ext: ext(t),
		}
	})
}

func occasion(t *rapid.T) aims.Occasion {
	return aims.Occasion{
		Planned: maybeDay(t), On: maybeDay(t), By: maybeID[aims.PersonID](t, "p-"), About: refs(t, aims.KindPolicy),
		Reached: count(t), Note: maybeText(t), Evidence: evidence(t),
	}
}

// Document makes documents.
func Document() *rapid.Generator[aims.Document] {
	return rapid.Custom(func(t *rapid.T) aims.Document {
		from, until := span(t)
		return aims.Document{
			ID: id[aims.DocumentID](t, "d-"), Recorded: maybeDay(t), Title: text(t), Identifier: maybeText(t),
			Version: maybeText(t), Author: maybeID[aims.PersonID](t, "p-"), Date: maybeDay(t), Language: maybeText(t),
			Format: maybeText(t), Media: maybeText(t), Digest: maybeDigest(t), Serves: keys(t),
			Systems: ids[aims.SystemID](t, "sys-"), External: answer(t), Origin: maybeText(t),
			Supersedes: maybeID[aims.DocumentID](t, "old-"),
			Status:     word(t, aims.DocumentDraft, aims.DocumentApproved, aims.DocumentObsolete),
			Owner:      maybeID[aims.PersonID](t, "p-"), Reviews: list(t, review), Approvals: list(t, approval),
			From: from, Until: until, ReviewBy: maybeDay(t), Location: maybeText(t), Available: answer(t),
			Protected: answer(t), Protection: maybeText(t), Distribution: maybeText(t), Access: maybeText(t),
			Storage: maybeText(t), Changes: list(t, documentChange), Retention: maybeText(t), RetainedUntil: maybeDay(t),
			Disposition: maybeText(t), Disposed: maybeDay(t), Ext: ext(t),
		}
	})
}

func documentChange(t *rapid.T) aims.DocumentChange {
	return aims.DocumentChange{Version: maybeText(t), On: day(t), By: maybeID[aims.PersonID](t, "p-"), What: text(t)}
}

// Process makes processes with their runs.
func Process() *rapid.Generator[aims.Process] {
	return rapid.Custom(func(t *rapid.T) aims.Process {
		from, until := span(t)
		return aims.Process{
			ID: id[aims.ProcessID](t, "pr-"), Recorded: maybeDay(t), Title: text(t), Purpose: maybeText(t), Serves: keys(t),
			Owner: maybeID[aims.PersonID](t, "p-"), Document: maybeID[aims.DocumentID](t, "d-"), Inputs: list(t, text),
			Outputs: list(t, text), Interactions: list(t, interaction), Criteria: list(t, text), Controls: keys(t),
			Metrics: ids[aims.MetricID](t, "m-"), Systems: ids[aims.SystemID](t, "sys-"), Stages: words(t, aims.Stages()...),
			From: from, Until: until, Trigger: maybeText(t), Every: interval(t), Runs: list(t, run),
			Deviations: list(t, deviation), ExternallyProvided: answer(t), Suppliers: ids[aims.SupplierID](t, "s-"),
			ExternalControl: maybeText(t), ReviewBy: maybeDay(t), Reviews: list(t, review), Evidence: evidence(t), Ext: ext(t),
		}
	})
}

func interaction(t *rapid.T) aims.Interaction {
	return aims.Interaction{With: id[aims.ProcessID](t, "other-"), What: maybeText(t)}
}

func run(t *rapid.T) aims.Run {
	return aims.Run{
		On: day(t), By: maybeID[aims.PersonID](t, "p-"), MetCriteria: answer(t), Result: maybeText(t),
		About: refs(t, "risk", aims.KindSystem), Evidence: evidence(t),
	}
}

func deviation(t *rapid.T) aims.Deviation {
	return aims.Deviation{
		On: day(t), What: text(t), Consequences: maybeText(t), Action: maybeText(t),
		Responsible: maybeID[aims.PersonID](t, "p-"), Done: maybeDay(t), Change: maybeID[aims.ChangeID](t, "ch-"),
		Evidence: evidence(t),
	}
}
