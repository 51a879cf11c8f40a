package lender

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// Fault is something that is wrong with the register on purpose, and the rule
// that finds it.
type Fault struct {
	Rule   aims.Code
	Record aims.Ref
	Story  string
}

// Faults lists the faults, with what follows from them.
func Faults() []Fault {
	of := func(kind aims.Kind, id string) aims.Ref { return aims.Ref{Kind: kind, ID: id} }
	return []Fault{
		{risk.ConsequenceMissing, of(risk.KindRisk, "R-22"), "nobody thought of society when the copying of the score was rated"},
		{risk.ResidualAboveCurrent, of(risk.KindRisk, "R-05"), "the residual rating is the inherent one, copied"},
		{risk.CurrentUnjustified, of(risk.KindRisk, "R-09"), "rated lower after a good quarter, without a measure"},
		{risk.CurrentUnjustified, of(risk.KindRisk, "R-06"), "the measure that is counted on did not work"},
		{risk.ResidualUnjustified, of(risk.KindRisk, "R-06"), "so did the expectation that rests on it"},
		{risk.ResidualUnjustified, of(risk.KindRisk, "R-15"), "counts on a measure that the board did not approve as it now is"},
		{risk.ResidualAsCurrent, of(risk.KindRisk, "R-12"), "the target is reported as reached"},
		{risk.TargetMissed, of(risk.KindRisk, "R-17"), "nothing was planned to reach the target"},
		{risk.OwnerMissing, of(risk.KindRisk, "R-24"), "the owner has left"},
		{risk.ReviewOverdue, of(risk.KindRisk, "R-26"), "the review of June was forgotten"},
		{risk.OpportunityUndecided, of(risk.KindOpportunity, "O-2"), "an idea that nobody decided on"},
		{risk.TreatmentMissing, of(risk.KindRisk, "R-09"), "the likelihood was to be lowered, and nothing does it"},
		{risk.ExistingAndPlanned, of(risk.KindRisk, "R-14"), "the gate is claimed and planned at once"},
		{risk.ControlExcluded, of(risk.KindTreatment, "T-23"), "the Statement of Applicability excludes the documentation of design"},
		{risk.TreatmentOverdue, of(risk.KindTreatment, "T-13"), "the approved texts are not ready"},
		{risk.TreatmentUnverified, of(risk.KindTreatment, "T-18"), "nobody has switched over to the second region yet"},
		{risk.TreatmentFailed, of(risk.KindTreatment, "T-06"), "in a third of cases the reason code was not the reason"},
		{risk.PlannedChanged, of(risk.KindTreatment, "T-16"), "the date was moved after the board had approved the plan"},
		{risk.RetainedAboveTolerance, of(risk.KindRisk, "R-17"), "kept at a level that nobody may keep without the board"},
		{risk.AcceptanceStale, of(risk.KindAcceptance, "A-R-03"), "the event was worded more sharply after it had been accepted"},
		{risk.AcceptanceLapsed, of(risk.KindAcceptance, "A-R-13"), "accepted until the end of August"},
		{risk.AccepterUnauthorized, of(risk.KindAcceptance, "A-R-20"), "accepted by the product manager"},
	}
}

// unaccepted lists the risks that nobody accepted.
func unaccepted() []risk.RiskID { return []risk.RiskID{"R-17"} }

// before makes the faults that were there when plan and acceptances were made.
func (t *teller) before() {
	r05 := t.riskOf("R-05")
	r05.Residual = t.rating("2026-03-20", [4]risk.Level{4, 3, 3, 3}, "expected of the plan")
	t.riskOf("R-09").Current = t.rating("2026-09-10", [4]risk.Level{2, 2, 4, 3}, "no complaint in the last quarter")
	r12 := t.riskOf("R-12")
	r12.Current = t.rating("2026-09-10", [4]risk.Level{2, 3, 3, 2}, "as the plan says")
	t.riskOf("R-14").Controls = []aims.Key{aims.ControlKey("A.7.3")}
	r26 := t.riskOf("R-26")
	r26.ReviewBy, r26.Reviews = day("2026-06-30"), nil
	t.treatmentOf("T-06").Effectiveness[0].Met = aims.No
	t.treatmentOf("T-06").Effectiveness[0].Result = "in 34 of 100 cases the reason shown was not the one that decided"
	t.treatmentOf("T-18").Effectiveness = nil
	t.facts.Excluded = []aims.Key{aims.ControlKey("A.6.2.3")}
}

// after makes the faults that came later.
func (t *teller) after() {
	t.riskOf("R-03").Event = "Each retraining confirms who was refused before, and nobody can tell how often it was wrong."
	t.treatmentOf("T-16").Due = day("2027-03-31")
	t.acceptanceOf("R-13").Until = day("2026-08-31")
	t.acceptanceOf("R-13").On, t.acceptanceOf("R-13").Recorded = day("2026-07-01"), day("2026-07-01")
	t.acceptanceOf("R-20").By = product
	t.riskOf("R-30").Closed = day("2026-05-31")
}
