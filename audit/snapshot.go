package audit

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// Snapshot is a whole AI management system at one moment: every record that
// the host has, and which kinds of record it has at all. It is a document:
// see [Read] and [Open].
type Snapshot struct {
	Format string    `json:"format"` // [aims.Format]
	Taken  aims.Date `json:"taken"`  // the day whose state the snapshot shows

	// Supplied lists the kinds of record that the host really provides. Of a
	// kind that is supplied, absence is a gap; of any other, absence proves
	// nothing. Records of a kind that is not listed are read all the same.
	Supplied []aims.Kind `json:"supplied,omitempty"`

	Organization   *aims.Organization          `json:"organization,omitempty"`
	Persons        []aims.Person               `json:"persons,omitempty"`
	Issues         []aims.Issue                `json:"issues,omitempty"`
	Parties        []aims.InterestedParty      `json:"interestedParties,omitempty"`
	Climate        []aims.ClimateDetermination `json:"climateDeterminations,omitempty"`
	Obligations    []aims.Obligation           `json:"obligations,omitempty"`
	Scopes         []aims.Scope                `json:"scopes,omitempty"`
	Policies       []aims.Policy               `json:"policies,omitempty"`
	LeadershipActs []aims.LeadershipAct        `json:"leadershipActs,omitempty"`
	Roles          []aims.RoleAssignment       `json:"roleAssignments,omitempty"`
	Objectives     []aims.Objective            `json:"objectives,omitempty"`
	Changes        []aims.PlannedChange        `json:"plannedChanges,omitempty"`
	Resources      []aims.Resource             `json:"resources,omitempty"`
	Competences    []aims.Competence           `json:"competences,omitempty"`
	Awareness      []aims.Awareness            `json:"awareness,omitempty"`
	Trainings      []aims.Training             `json:"trainings,omitempty"`
	Communications []aims.Communication        `json:"communications,omitempty"`
	Documents      []aims.Document             `json:"documents,omitempty"`
	Processes      []aims.Process              `json:"processes,omitempty"`
	Metrics        []aims.Metric               `json:"metrics,omitempty"`
	Measurements   []aims.Measurement          `json:"measurements,omitempty"`
	Channels       []aims.ConcernChannel       `json:"concernChannels,omitempty"`
	Concerns       []aims.Concern              `json:"concerns,omitempty"`
	Incidents      []aims.Incident             `json:"incidents,omitempty"`
	Suppliers      []aims.Supplier             `json:"suppliers,omitempty"`
	UseCases       []aims.UseCase              `json:"useCases,omitempty"`
	Systems        []aims.AISystem             `json:"systems,omitempty"`
	Datasets       []aims.Dataset              `json:"datasets,omitempty"`
	Validations    []aims.Validation           `json:"validations,omitempty"`
	Releases       []aims.Release              `json:"releases,omitempty"`
	Evidence       []aims.Evidence             `json:"evidence,omitempty"`
	OwnControls    []controls.Custom           `json:"ownControls,omitempty"`
	Statements     []controls.Statement        `json:"statements,omitempty"`
	RiskCriteria   []risk.Criteria             `json:"riskCriteria,omitempty"`
	Risks          []risk.Risk                 `json:"risks,omitempty"`
	Opportunities  []risk.Opportunity          `json:"opportunities,omitempty"`
	Treatments     []risk.Treatment            `json:"treatments,omitempty"`
	Plans          []risk.TreatmentPlan        `json:"treatmentPlans,omitempty"`
	Acceptances    []risk.Acceptance           `json:"acceptances,omitempty"`
	ImpactMethods  []impact.Method             `json:"impactMethods,omitempty"`
	Screenings     []impact.Screening          `json:"impactScreenings,omitempty"`
	Assessments    []impact.Assessment         `json:"impactAssessments,omitempty"`
	Programmes     []Programme                 `json:"auditProgrammes,omitempty"`
	Audits         []Audit                     `json:"audits,omitempty"`
	Findings       []Finding                   `json:"findings,omitempty"`
	Actions        []CorrectiveAction          `json:"correctiveActions,omitempty"`
	Reviews        []ManagementReview          `json:"managementReviews,omitempty"`
	Improvements   []Improvement               `json:"improvements,omitempty"`
	Certificates   []Certificate               `json:"certificates,omitempty"`
	GapStatements  []GapStatement              `json:"gapStatements,omitempty"`

	Ext map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// lists names every list of the snapshot once: its member, and how to reach
// its records. Reading, checking, indexing and setting aside all go by it.
func (s *Snapshot) lists() []list {
	return []list{
		{"persons", of[aims.Person]{&s.Persons}},
		{"issues", of[aims.Issue]{&s.Issues}},
		{"interestedParties", of[aims.InterestedParty]{&s.Parties}},
		{"climateDeterminations", of[aims.ClimateDetermination]{&s.Climate}},
		{"obligations", of[aims.Obligation]{&s.Obligations}},
		{"scopes", of[aims.Scope]{&s.Scopes}},
		{"policies", of[aims.Policy]{&s.Policies}},
		{"leadershipActs", of[aims.LeadershipAct]{&s.LeadershipActs}},
		{"roleAssignments", of[aims.RoleAssignment]{&s.Roles}},
		{"objectives", of[aims.Objective]{&s.Objectives}},
		{"plannedChanges", of[aims.PlannedChange]{&s.Changes}},
		{"resources", of[aims.Resource]{&s.Resources}},
		{"competences", of[aims.Competence]{&s.Competences}},
		{"awareness", of[aims.Awareness]{&s.Awareness}},
		{"trainings", of[aims.Training]{&s.Trainings}},
		{"communications", of[aims.Communication]{&s.Communications}},
		{"documents", of[aims.Document]{&s.Documents}},
		{"processes", of[aims.Process]{&s.Processes}},
		{"metrics", of[aims.Metric]{&s.Metrics}},
		{"measurements", of[aims.Measurement]{&s.Measurements}},
		{"concernChannels", of[aims.ConcernChannel]{&s.Channels}},
		{"concerns", of[aims.Concern]{&s.Concerns}},
		{"incidents", of[aims.Incident]{&s.Incidents}},
		{"suppliers", of[aims.Supplier]{&s.Suppliers}},
		{"useCases", of[aims.UseCase]{&s.UseCases}},
		{"systems", of[aims.AISystem]{&s.Systems}},
		{"datasets", of[aims.Dataset]{&s.Datasets}},
		{"validations", of[aims.Validation]{&s.Validations}},
		{"releases", of[aims.Release]{&s.Releases}},
		{"evidence", of[aims.Evidence]{&s.Evidence}},
		{"ownControls", of[controls.Custom]{&s.OwnControls}},
		{"statements", of[controls.Statement]{&s.Statements}},
		{"riskCriteria", of[risk.Criteria]{&s.RiskCriteria}},
		{"risks", of[risk.Risk]{&s.Risks}},
		{"opportunities", of[risk.Opportunity]{&s.Opportunities}},
		{"treatments", of[risk.Treatment]{&s.Treatments}},
		{"treatmentPlans", of[risk.TreatmentPlan]{&s.Plans}},
		{"acceptances", of[risk.Acceptance]{&s.Acceptances}},
		{"impactMethods", of[impact.Method]{&s.ImpactMethods}},
		{"impactScreenings", of[impact.Screening]{&s.Screenings}},
		{"impactAssessments", of[impact.Assessment]{&s.Assessments}},
		{"auditProgrammes", of[Programme]{&s.Programmes}},
		{"audits", of[Audit]{&s.Audits}},
		{"findings", of[Finding]{&s.Findings}},
		{"correctiveActions", of[CorrectiveAction]{&s.Actions}},
		{"managementReviews", of[ManagementReview]{&s.Reviews}},
		{"improvements", of[Improvement]{&s.Improvements}},
		{"certificates", of[Certificate]{&s.Certificates}},
		{"gapStatements", of[GapStatement]{&s.GapStatements}},
	}
}

// Kinds returns the kinds of record that a snapshot can hold, in the order of
// its members.
func Kinds() []aims.Kind {
	kinds := []aims.Kind{aims.KindOrganization}
	for _, l := range new(Snapshot).lists() {
		kinds = append(kinds, l.kind())
	}
	return kinds
}

// listOf says which list of a snapshot holds the records of a kind.
var listOf = func() map[aims.Kind]int {
	places := make(map[aims.Kind]int)
	for n, l := range new(Snapshot).lists() {
		places[l.kind()] = n
	}
	return places
}()
