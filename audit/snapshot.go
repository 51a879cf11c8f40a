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
		records[aims.Person]{"persons", &s.Persons},
		records[aims.Issue]{"issues", &s.Issues},
		records[aims.InterestedParty]{"interestedParties", &s.Parties},
		records[aims.ClimateDetermination]{"climateDeterminations", &s.Climate},
		records[aims.Obligation]{"obligations", &s.Obligations},
		records[aims.Scope]{"scopes", &s.Scopes},
		records[aims.Policy]{"policies", &s.Policies},
		records[aims.LeadershipAct]{"leadershipActs", &s.LeadershipActs},
		records[aims.RoleAssignment]{"roleAssignments", &s.Roles},
		records[aims.Objective]{"objectives", &s.Objectives},
		records[aims.PlannedChange]{"plannedChanges", &s.Changes},
		records[aims.Resource]{"resources", &s.Resources},
		records[aims.Competence]{"competences", &s.Competences},
		records[aims.Awareness]{"awareness", &s.Awareness},
		records[aims.Training]{"trainings", &s.Trainings},
		records[aims.Communication]{"communications", &s.Communications},
		records[aims.Document]{"documents", &s.Documents},
		records[aims.Process]{"processes", &s.Processes},
		records[aims.Metric]{"metrics", &s.Metrics},
		records[aims.Measurement]{"measurements", &s.Measurements},
		records[aims.ConcernChannel]{"concernChannels", &s.Channels},
		records[aims.Concern]{"concerns", &s.Concerns},
		records[aims.Incident]{"incidents", &s.Incidents},
		records[aims.Supplier]{"suppliers", &s.Suppliers},
		records[aims.UseCase]{"useCases", &s.UseCases},
		records[aims.AISystem]{"systems", &s.Systems},
		records[aims.Dataset]{"datasets", &s.Datasets},
		records[aims.Validation]{"validations", &s.Validations},
		records[aims.Release]{"releases", &s.Releases},
		records[aims.Evidence]{"evidence", &s.Evidence},
		records[controls.Custom]{"ownControls", &s.OwnControls},
		records[controls.Statement]{"statements", &s.Statements},
		records[risk.Criteria]{"riskCriteria", &s.RiskCriteria},
		records[risk.Risk]{"risks", &s.Risks},
		records[risk.Opportunity]{"opportunities", &s.Opportunities},
		records[risk.Treatment]{"treatments", &s.Treatments},
		records[risk.TreatmentPlan]{"treatmentPlans", &s.Plans},
		records[risk.Acceptance]{"acceptances", &s.Acceptances},
		records[impact.Method]{"impactMethods", &s.ImpactMethods},
		records[impact.Screening]{"impactScreenings", &s.Screenings},
		records[impact.Assessment]{"impactAssessments", &s.Assessments},
		records[Programme]{"auditProgrammes", &s.Programmes},
		records[Audit]{"audits", &s.Audits},
		records[Finding]{"findings", &s.Findings},
		records[CorrectiveAction]{"correctiveActions", &s.Actions},
		records[ManagementReview]{"managementReviews", &s.Reviews},
		records[Improvement]{"improvements", &s.Improvements},
		records[Certificate]{"certificates", &s.Certificates},
		records[GapStatement]{"gapStatements", &s.GapStatements},
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

// list is one list of records of a snapshot, whatever their type.
type list interface {
	member() string
	kind() aims.Kind
	size() int
	at(i int) aims.Record
	keep(good func(i int) bool)
	add(data []byte, o aims.DecodeOptions) (aims.Record, aims.Reading, error)
}

type records[T aims.Record] struct {
	name string
	all  *[]T
}

func (r records[T]) member() string       { return r.name }
func (r records[T]) size() int            { return len(*r.all) }
func (r records[T]) at(i int) aims.Record { return (*r.all)[i] }

func (r records[T]) kind() aims.Kind {
	var zero T
	return zero.Ref().Kind
}

// keep leaves only the records that are good, in a list of its own, so that
// the caller's stays as it was.
func (r records[T]) keep(good func(i int) bool) {
	var kept []T
	for i, v := range *r.all {
		if good(i) {
			kept = append(kept, v)
		}
	}
	*r.all = kept
}
