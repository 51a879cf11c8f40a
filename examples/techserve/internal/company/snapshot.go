package company

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// Months is the length of the story. Months outside of 1..Months show the
// state before its beginning or after its end.
const Months = 10

// Snapshot returns the whole management system at the last day of a month,
// as far as the library has kinds of record for it.
func Snapshot(month int) audit.Snapshot {
	end := endOf(month)
	return audit.Snapshot{
		Format: aims.Format, Taken: end, Supplied: supplied(month),
		Organization:   organization(end),
		Persons:        state(persons(), end),
		Issues:         state(issues(), end),
		Parties:        state(parties(), end),
		Climate:        state(climate(), end),
		Obligations:    state(obligations(), end),
		Scopes:         state(scopes(), end),
		Policies:       state(policies(), end),
		LeadershipActs: state(acts(), end),
		Roles:          state(roles(), end),
		Objectives:     state(objectives(), end),
		Changes:        state(changes(), end),
		Resources:      state(resources(), end),
		Competences:    state(competences(), end),
		Awareness:      state(awareness(), end),
		Trainings:      state(trainings(), end),
		Communications: state(communications(), end),
		Documents:      state(documents(), end),
		Processes:      processes(end),
		Metrics:        state(metrics(), end),
		Measurements:   state(measurements(), end),
		Channels:       state(channels(), end),
		Concerns:       state(concerns(), end),
		Incidents:      state(incidents(), end),
		Suppliers:      state(suppliers(), end),
		UseCases:       state(useCases(), end),
		Systems:        state(systems(), end),
		Datasets:       state(datasets(), end),
		Validations:    state(validations(), end),
		Releases:       state(releases(), end),
		Evidence:       state(evidence(), end),
		Statements:     state(statements(), end),
		RiskCriteria:   state(criteria(), end),
		Risks:          state(risks(), end),
		Opportunities:  state(opportunities(), end),
		Treatments:     state(treatments(), end),
		Plans:          state(plans(), end),
		Acceptances:    state(acceptances(), end),
		ImpactMethods:  state(impactMethods(), end),
		Screenings:     state(screenings(), end),
		Assessments:    state(assessments(), end),
		Programmes:     state(programmes(), end),
		Audits:         state(audits(), end),
		Findings:       state(findings(), end),
		Actions:        state(correctiveActions(), end),
		Reviews:        state(reviews(), end),
		Improvements:   state(improvements(), end),
		Certificates:   state(certificates(), end),
		GapStatements:  state(gapStatements(), end),
	}
}

// supplied lists the kinds of record that the company keeps by the end of a
// month. In month 1 these are the registers of engineering and support; of
// everything else absence proves nothing yet.
func supplied(month int) []aims.Kind {
	kept := []struct {
		from  int
		kinds []aims.Kind
	}{
		{1, []aims.Kind{
			aims.KindOrganization, aims.KindPerson, aims.KindSystem, aims.KindDataset, aims.KindValidation, aims.KindRelease,
			aims.KindIncident, aims.KindEvidence, audit.KindGapStatement,
		}},
		{2, []aims.Kind{aims.KindLeadershipAct}},
		{3, []aims.Kind{
			aims.KindIssue, aims.KindParty, aims.KindClimate, aims.KindObligation, aims.KindScope, aims.KindPolicy, aims.KindRole,
			aims.KindCommunication, aims.KindDocument,
		}},
		{4, []aims.Kind{
			aims.KindProcess, aims.KindCompetence, aims.KindTraining, aims.KindAwareness, aims.KindSupplier, controls.KindStatement,
			aims.KindUseCase, risk.KindCriteria, risk.KindRisk, risk.KindOpportunity, risk.KindTreatment,
			impact.KindMethod,
		}},
		{5, []aims.Kind{
			aims.KindResource, aims.KindChange, aims.KindObjective, aims.KindMetric, aims.KindMeasurement, aims.KindChannel,
			aims.KindConcern, impact.KindScreening, impact.KindAssessment,
		}},
		{6, []aims.Kind{
			controls.KindCustom, risk.KindPlan, risk.KindAcceptance,
			audit.KindProgramme, audit.KindAudit, audit.KindReview, audit.KindImprovement,
		}},
		{7, []aims.Kind{audit.KindFinding}},
		{8, []aims.Kind{audit.KindAction}},
		{9, []aims.Kind{audit.KindCertificate}},
	}
	var kinds []aims.Kind
	for _, k := range kept {
		if k.from <= month {
			kinds = append(kinds, k.kinds...)
		}
	}
	return slices.Clip(kinds)
}
