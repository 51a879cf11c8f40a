package readiness

import "github.com/aimskit/aimskit/aims"

// planTexts are the sentences of actions, plans, business cases and candidacy.
var planTexts = map[aims.Code]string{
	ActionCurrency: "{got} is no currency; write the three letters of ISO 4217, like EUR",
	ActionDays:     "the action takes {got} days; give 1 to 3650, and cut longer work into parts",
	EffectVerdict:  "an effect of {got} is none; say minor-gap or conforms, or leave the effect out",
	EffectTwice:    "the action has two effects on {key}; keep the better one",

	TooManyActions:   "there are {got} actions to choose from; offer at most {max}, or plan in parts",
	ActionTwice:      "the id {id} belongs to action {first} of the list as well; rename one of the two",
	ActionUnknown:    "there is no action {id} in the list; add it, or leave it out here if it is done",
	ActionCycle:      "{id} would have to be finished before it starts; take one action out of the circle of what comes after what",
	ExcludesNeeded:   "{id} can never be done: it takes both {one} and {other}, which exclude each other; drop the exclusion or a prerequisite",
	CurrenciesDiffer: "the cost is in {got}, that of the first action in {first}; convert one of the two",

	GoalMissing:   "the goal asks for nothing; give a score, a band, items that have to conform, or a budget",
	GoalScore:     "the score {got} does not lie between 0 and 1; write 80 % as 0.8",
	GoalTwofold:   "the goal has a score to reach at the least cost and a budget to gain the most score for; keep one of the two",
	PlanLimit:     "{got} lies outside of 0 to {max}; 0 stands for the usual",
	PlanTooLong:   "the work would end after the last day of the calendar; start earlier",
	ItemUnknown:   "{key} is not among the requirements and applicable controls that the report counts; correct the key, or leave it out if the control is excluded",
	EffectLowers:  "the records show {shown} for {key} already, better than {effect}; drop the effect, or the action if it is done",
	CostsTooFine:  "costs and budget are too large to be counted exactly in their smallest decimal; together they may be at most {max} of it, so round them",
	ReportForeign: "this is no report as Assess makes it: it has no day or no items, or its figures do not follow from its model; assess the records anew",

	ConditionBeyond: "{gate} asks that {asks}; no effect of an action brings that about",
	NoActionFor:     "{key} has to reach the verdict {verdict}, and no action leads to it",
	ScoreBeyond:     "the score {score} is out of reach; all actions together lead to at most {most}",
	ActionsConflict: "no actions that can stand in one plan, and within its budget, reach the goal",

	MonthsRange: "{got} months are outside of {least} to {most}; correct the number, and let a range rise",
	BenefitKind: "the benefit has to come either once or yearly; give one of the two ranges",

	ForVendor:         "customers who buy AI ask how it is governed, and a certificate answers them",
	ForRegulated:      "a regulator looks at the AI systems, and a certificate is evidence of due care, though no presumption of conformity with law",
	ForGovernment:     "public buyers ask for certificates in tenders",
	ForCrossBorder:    "an international standard is known in all of the countries",
	AgainstStartUp:    "money and settled processes are scarce; implement in small steps first",
	AgainstLowRisk:    "the AI systems serve low-risk work inside; nobody outside asks for proof",
	AgainstGovernance: "the governance that is there is accepted already; a certificate adds little",
	NothingCalls:      "none of the known facts calls for a certificate; the management system is useful without one",
}
