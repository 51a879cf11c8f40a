package aims

import (
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
)

// Metric makes metrics.
func Metric() *rapid.Generator[aims.Metric] {
	return rapid.Custom(func(t *rapid.T) aims.Metric {
		from, until := span(t)
		return aims.Metric{
			ID: id[aims.MetricID](t, "m-"), Recorded: maybeDay(t), Title: text(t), Purpose: maybeText(t),
			Method: maybeText(t), Unit: maybeText(t), Every: interval(t), AnalyseEvery: interval(t),
			MeasuredBy: maybeID[aims.PersonID](t, "p-"), AnalysedBy: maybeID[aims.PersonID](t, "p-"),
			Target: bounds(t), Alarm: bounds(t),
			Objectives: ids[aims.ObjectiveID](t, "o-"), Systems: ids[aims.SystemID](t, "sys-"),
			Processes: ids[aims.ProcessID](t, "pr-"), Controls: keys(t), From: from, Until: until,
			Document: maybeID[aims.DocumentID](t, "d-"), Ext: ext(t),
		}
	})
}

// bounds draws a range that some number meets, or that says nothing.
func bounds(t *rapid.T) aims.Range {
	r := aims.Range{AtLeast: amount(t), AtMost: amount(t)}
	if order, ok := r.AtLeast.Cmp(r.AtMost); ok && order > 0 {
		r.AtLeast, r.AtMost = r.AtMost, r.AtLeast
	}
	return r
}

// Measurement makes measurements.
func Measurement() *rapid.Generator[aims.Measurement] {
	return rapid.Custom(func(t *rapid.T) aims.Measurement {
		from, until := span(t)
		on := day(t)
		return aims.Measurement{
			ID: id[aims.MeasurementID](t, "me-"), Recorded: maybeDay(t), Metric: id[aims.MetricID](t, "m-"),
			On: on, From: from, Until: until, Value: amount(t), By: maybeID[aims.PersonID](t, "p-"),
			Analysed: maybeFrom(t, on), AnalysedBy: maybeID[aims.PersonID](t, "p-"), Conclusion: maybeText(t),
			MeetsTarget: answer(t), LedTo: refs(t, "nonconformity", aims.KindChange), Evidence: evidence(t), Ext: ext(t),
		}
	})
}

var reporters = []aims.Reporter{
	aims.ReporterEmployee, aims.ReporterContractor, aims.ReporterSupplier,
	aims.ReporterCustomer, aims.ReporterAffected, aims.ReporterPublic,
}

// ConcernChannel makes channels for concerns.
func ConcernChannel() *rapid.Generator[aims.ConcernChannel] {
	return rapid.Custom(func(t *rapid.T) aims.ConcernChannel {
		from, until := span(t)
		return aims.ConcernChannel{
			ID: id[aims.ChannelID](t, "ch-"), Recorded: maybeDay(t), Title: text(t),
			Owner: maybeID[aims.PersonID](t, "p-"), OpenTo: words(t, reporters...), Reach: maybeText(t),
			Confidential: answer(t), Anonymous: answer(t), NonRetaliation: answer(t),
			Escalation: maybeText(t), EscalatesTo: maybeID[aims.PersonID](t, "p-"), RespondWithin: interval(t),
			StaffedBy: ids[aims.PersonID](t, "p-"), Competent: answer(t), Empowered: answer(t),
			Document: maybeID[aims.DocumentID](t, "d-"), Communications: ids[aims.CommunicationID](t, "co-"),
			From: from, Until: until, Evidence: evidence(t), Ext: ext(t),
		}
	})
}

// Concern makes concerns.
func Concern() *rapid.Generator[aims.Concern] {
	return rapid.Custom(func(t *rapid.T) aims.Concern {
		received := maybeDay(t)
		return aims.Concern{
			ID: id[aims.ConcernID](t, "cn-"), Recorded: maybeDay(t), Channel: maybeID[aims.ChannelID](t, "ch-"),
			Received: received, Title: text(t), Reporter: word(t, reporters...),
			About:     refs(t, aims.KindSystem, aims.KindSupplier),
			HandledBy: maybeID[aims.PersonID](t, "p-"), Answered: maybeFrom(t, received),
			Status:    word(t, aims.ConcernOpen, aims.ConcernInProgress, aims.ConcernClosed),
			Escalated: maybeFrom(t, received), EscalatedTo: maybeID[aims.PersonID](t, "p-"),
			Outcome: maybeText(t), Closed: maybeFrom(t, received), ReporterProtected: answer(t),
			LedTo: refs(t, aims.KindIncident), Evidence: evidence(t), Ext: ext(t),
		}
	})
}

// Incident makes incidents.
func Incident() *rapid.Generator[aims.Incident] {
	return rapid.Custom(func(t *rapid.T) aims.Incident {
		occurred := maybeDay(t)
		return aims.Incident{
			ID: id[aims.IncidentID](t, "in-"), Recorded: maybeDay(t), Title: text(t),
			Systems: ids[aims.SystemID](t, "sys-"), Description: maybeText(t), Occurred: occurred,
			Detected: maybeFrom(t, occurred), Detection: maybeText(t),
			Severity:      word(t, aims.SeverityLow, aims.SeverityMedium, aims.SeverityHigh, aims.SeverityCritical),
			SeverityBasis: maybeText(t), Affected: list(t, text), AffectedCount: count(t),
			Owner: maybeID[aims.PersonID](t, "p-"), Contained: maybeFrom(t, occurred), Resolved: maybeFrom(t, occurred),
			UsersOwed: answer(t), Users: list(t, notice), AuthoritiesOwed: answer(t), Authorities: list(t, notice),
			OwedBasis: maybeText(t), RootCauseKnown: answer(t), RootCause: maybeText(t), Learned: maybeText(t),
			LedTo: refs(t, "risk", "nonconformity"), Evidence: evidence(t), Ext: ext(t),
		}
	})
}

func notice(t *rapid.T) aims.Notice {
	return aims.Notice{
		To: text(t), Obligation: maybeID[aims.ObligationID](t, "ob-"), Due: maybeDay(t), On: maybeDay(t),
		By: maybeID[aims.PersonID](t, "p-"), Communication: maybeID[aims.CommunicationID](t, "co-"), Evidence: evidence(t),
	}
}

// Supplier makes suppliers.
func Supplier() *rapid.Generator[aims.Supplier] {
	return rapid.Custom(func(t *rapid.T) aims.Supplier {
		from, until := span(t)
		return aims.Supplier{
			ID: id[aims.SupplierID](t, "s-"), Recorded: maybeDay(t), Name: text(t), Owner: maybeID[aims.PersonID](t, "p-"),
			Services: list(t, text), Systems: ids[aims.SystemID](t, "sys-"),
			Criticality: word(t, aims.CriticalityLow, aims.CriticalityMedium, aims.CriticalityHigh,
				aims.CriticalityCritical),
			CriticalityBasis: maybeText(t), DueDiligence: list(t, dueDiligence), ReevaluateBy: maybeDay(t),
			Monitoring: ids[aims.MetricID](t, "m-"), Contract: maybeID[aims.DocumentID](t, "d-"), From: from, Until: until,
			Allocations: list(t, allocation), RequirementsPassedOn: answer(t), RequirementsIn: ids[aims.DocumentID](t, "d-"),
			Exit: arrangement(t), ExitTested: maybeDay(t), Evidence: evidence(t), Ext: ext(t),
		}
	})
}

func dueDiligence(t *rapid.T) aims.DueDiligence {
	return aims.DueDiligence{
		On: maybeDay(t), By: maybeID[aims.PersonID](t, "p-"), Criteria: list(t, criterion), Result: result(t),
		Conditions: list(t, text), Evidence: evidence(t),
	}
}

func result(t *rapid.T) aims.Result {
	return word(t, aims.ResultFail, aims.ResultConditional, aims.ResultPass)
}

func criterion(t *rapid.T) aims.Criterion {
	return aims.Criterion{
		Title: text(t), Group: maybeText(t), Unit: maybeText(t), Want: bounds(t), Set: maybeDay(t), Got: amount(t),
		Met: answer(t), On: maybeDay(t), By: maybeID[aims.PersonID](t, "p-"), Note: maybeText(t), Evidence: evidence(t),
	}
}

func allocation(t *rapid.T) aims.Allocation {
	return aims.Allocation{
		Stage: word(t, aims.Stages()...), Activity: text(t),
		Party: word(t, aims.BearerOrganization, aims.BearerSupplier, aims.BearerPartner, aims.BearerCustomer,
			aims.BearerOther),
		Supplier: maybeID[aims.SupplierID](t, "s-"), Agreed: maybeDay(t),
		Document: maybeID[aims.DocumentID](t, "d-"), Note: maybeText(t),
	}
}

func arrangement(t *rapid.T) aims.Arrangement {
	if !some(t) {
		return aims.Arrangement{}
	}
	return aims.Arrangement{
		InPlace: answer(t), From: maybeDay(t), Documents: ids[aims.DocumentID](t, "d-"), Evidence: evidence(t),
		Note: maybeText(t),
	}
}

// UseCase makes use cases.
func UseCase() *rapid.Generator[aims.UseCase] {
	return rapid.Custom(func(t *rapid.T) aims.UseCase {
		from, until := span(t)
		return aims.UseCase{
			ID: id[aims.UseCaseID](t, "u-"), Recorded: maybeDay(t), Title: text(t),
			System: maybeID[aims.SystemID](t, "sys-"), Purpose: maybeText(t), Owner: maybeID[aims.PersonID](t, "p-"),
			Users: list(t, text), AffectedGroups: list(t, text), IntendedUse: maybeText(t),
			IntendedIn: ids[aims.DocumentID](t, "d-"), FitsIntent: answer(t), Misuse: list(t, text),
			Process: maybeID[aims.ProcessID](t, "pr-"), Objectives: ids[aims.ObjectiveID](t, "o-"),
			Obligations: ids[aims.ObligationID](t, "ob-"), Conditions: list(t, text),
			Status: word(t, aims.UseProposed, aims.UseApproved, aims.UseActive, aims.UseSuspended, aims.UseEnded,
				aims.UseRejected),
			ConditionsKept: answer(t), From: from, Until: until, ReviewBy: maybeDay(t),
			Reviews: list(t, review), Approvals: list(t, approval), Evidence: evidence(t), Ext: ext(t),
		}
	})
}

// Validation makes validations.
func Validation() *rapid.Generator[aims.Validation] {
	return rapid.Custom(func(t *rapid.T) aims.Validation {
		return aims.Validation{
			ID: id[aims.ValidationID](t, "v-"), Recorded: maybeDay(t), System: id[aims.SystemID](t, "sys-"),
			Version: maybeText(t), IntendedUse: maybeText(t), UseCases: ids[aims.UseCaseID](t, "u-"),
			Datasets: ids[aims.DatasetID](t, "ds-"), Criteria: list(t, criterion), BiasTested: answer(t),
			Bias: list(t, criterion), RobustnessTested: answer(t), Robustness: list(t, criterion),
			Limits: list(t, text), Assumptions: list(t, text), By: maybeID[aims.PersonID](t, "p-"),
			Independent: answer(t), On: maybeDay(t), Result: result(t), Conditions: list(t, text),
			Document: maybeID[aims.DocumentID](t, "d-"), Evidence: evidence(t), Approvals: list(t, approval), Ext: ext(t),
		}
	})
}

// Release makes releases.
func Release() *rapid.Generator[aims.Release] {
	return rapid.Custom(func(t *rapid.T) aims.Release {
		deployed := maybeDay(t)
		return aims.Release{
			ID: id[aims.ReleaseID](t, "rel-"), Recorded: maybeDay(t), System: id[aims.SystemID](t, "sys-"), Version: text(t),
			Previous: maybeID[aims.ReleaseID](t, "earlier-"), Changes: list(t, releaseChange), Environment: maybeText(t),
			Validations: ids[aims.ValidationID](t, "v-"), Assessments: refs(t, "impact-assessment", "risk-assessment"),
			RequirementsMet: answer(t), Plan: maybeID[aims.DocumentID](t, "d-"), Rollback: maybeText(t),
			RollbackPlan: maybeID[aims.DocumentID](t, "d-"), RollbackTested: answer(t), Approvals: list(t, approval),
			Released: maybeDay(t), Deployed: deployed, RolledBack: maybeFrom(t, deployed),
			Communications: ids[aims.CommunicationID](t, "co-"), Evidence: evidence(t), Ext: ext(t),
		}
	})
}

func releaseChange(t *rapid.T) aims.ReleaseChange {
	return aims.ReleaseChange{
		In: draw(t, rapid.SampledFrom([]aims.ChangedPart{
			aims.ChangedModel, aims.ChangedData, aims.ChangedPrompt, aims.ChangedConfiguration, aims.ChangedCode,
			aims.ChangedDependency,
		})),
		Title: text(t), Material: answer(t), Change: maybeID[aims.ChangeID](t, "c-"),
	}
}
