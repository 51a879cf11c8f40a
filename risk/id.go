package risk

import "github.com/aimskit/aimskit/aims"

// The ids of the records of this package; see [aims.ValidID].
type (
	// CriteriaID names [Criteria].
	CriteriaID string
	// DimensionID names a [Dimension] within its criteria.
	DimensionID string
	// SourceID names a risk source: C.3.1 … C.3.7, or a family.
	SourceID string
	// RiskID names a [Risk].
	RiskID string
	// OpportunityID names an [Opportunity].
	OpportunityID string
	// TreatmentID names a [Treatment].
	TreatmentID string
	// PlanID names a [TreatmentPlan].
	PlanID string
	// AcceptanceID names an [Acceptance].
	AcceptanceID string
)

// The kinds of record of this package.
const (
	KindCriteria    aims.Kind = "risk-criteria"
	KindRisk        aims.Kind = "risk"
	KindOpportunity aims.Kind = "opportunity"
	KindTreatment   aims.Kind = "treatment"
	KindPlan        aims.Kind = "treatment-plan"
	KindAcceptance  aims.Kind = "acceptance"
)
