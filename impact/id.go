package impact

import "github.com/aimskit/aimskit/aims"

// The ids of the records of this package, and of the parts of an assessment,
// which are unlike within it; see [aims.ValidID].
type (
	// MethodID names a [Method].
	MethodID string
	// ScreeningID names a [Screening].
	ScreeningID string
	// AssessmentID names an [Assessment].
	AssessmentID string

	// TriggerID names a [Trigger] within its method.
	TriggerID string
	// UseID names a [ListedUse] within its method.
	UseID string
	// ScenarioID names a [Scenario] within its assessment.
	ScenarioID string
	// PartyID names a [Party] within its assessment.
	PartyID string
	// ImpactID names an [Impact] within its assessment.
	ImpactID string
	// MeasureID names a [Measure] within its assessment.
	MeasureID string
	// ConditionID names a [Condition] within its assessment.
	ConditionID string
	// WaiverID names a [Waiver] within its record.
	WaiverID string
)

// The kinds of record of this package.
const (
	KindMethod     aims.Kind = "impact-method"
	KindScreening  aims.Kind = "impact-screening"
	KindAssessment aims.Kind = "impact-assessment"
)
