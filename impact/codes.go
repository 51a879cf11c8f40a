package impact

import (
	"maps"

	"github.com/aimskit/aimskit/aims"
)

var texts = map[aims.Code]string{
	UntilMissing:         "the answer is assumed, and no day says until when; set one, or find out",
	UntilStray:           "only what is assumed has a day until which it may be; leave it out, or say that the answer is assumed",
	OmissionUnclear:      "an omission is of one thing; name a scenario, a party or a domain, and one of them only",
	ConsultedAndNot:      "the party was consulted, and here is a reason why it was not; keep one of the two",
	LikelihoodStray:      "an actual impact has no likelihood; leave it out, or call the impact potential",
	IrremediabilityStray: "a benefit needs no remedy; leave the irremediability out",
	ResidualStray:        "only a harm that applies has a residual rating; leave it out",
	LevelOutside:         "{got} is no level of this scale; give one from 1 to {max}",
	CreditOutside:        "a credit of {got} levels is not possible; give 0 to {max}",
	CreditStray:          "{got} is a benefit, and measures lower harms only; leave the credit out",
	ConditionsMissing:    "the decision is to proceed with conditions, and there are none; name them, or decide otherwise",
	ConditionsStray:      "the decision is {decision}, and yet there are conditions; leave them out, or proceed with conditions",
	PublishedAndNot:      "the summary is published, and here is a reason why it is not; keep one of the two",
	TableMismatch:        "{got} entries stand here, and the {scale} scale has {want} steps; give one for each",
	LevelFalls:           "the level falls from {before} to {got} as the {scale} rises from {from} to {to}; raise this cell or lower the other",
	PrecedenceBroken:     "the least likely harm of this severity is at {got}, and the most likely one of the severity below at {before}; for human rights severity comes first, so do not let it lie lower",
	RightsLower:          "harm to human rights is at {got}, and other harm of this likelihood and severity at {other}; do not rate rights lower",
	ThresholdsSwapped:    "the level {got} lies below that of {other}, {before}; let the stricter class begin no lower",
	ApproverNobody:       "nobody is named who may approve; name persons or roles",
	MethodOther:          "this was made with method {got}, and the one at hand is {want}; judge it by its own method, or make it again",
	Unlisted:             "nothing among the {list} has the id {got}; add it there, or correct the id",

	TriggerUnanswered:      "{record} does not say whether trigger {trigger} is met; answer it",
	ScreeningUndecided:     "{record} does not say whether a full assessment is needed; decide",
	ScreeningContradicted:  "{record} needs no full assessment, it says, and yet trigger {trigger} is met; carry one out, or correct the answer",
	ScreeningUnreasoned:    "{record} does not say why no full assessment is needed; give the reason",
	MethodUnapproved:       "method {record}, with which the assessment was made, is not in force as it stands ({standing}); have it approved, or assess by the one that is",
	TriggerKindMissing:     "method {record} has no trigger about {kind}; add one, so that such systems get a full assessment",
	UseUnanswered:          "nobody said in {record} whether the system is put to the use {use}, which the method lists; answer it",
	NextUnplanned:          "no day is planned on which {record} is made again; set one",
	NextTooLate:            "{record} is to be made again by {next}, and the interval of the method ends on {latest}; plan it earlier",
	AlternativesMissing:    "{record} weighs no way to do without AI; describe one, and say why it was not chosen",
	ProportionalityMissing: "{record} does not say whether the system is necessary and proportionate; judge both",
	StakeholdersMissing:    "{record} has no stakeholder analysis: nobody is named, or nobody was consulted and no reason is given; name those whom the system touches, and ask them or say why not",
	IndividualsMissing:     "{record} names no individuals and no group of them; name them, or say why there are none",
	SocietyMissing:         "{record} names no society that the system may touch; name it, or say why there is none",
	PartyNotConsulted:      "nobody consulted {party} for {record}; do so, or say why not",
	PartyUntouched:         "{record} names {party}, and nothing that the system does to them; add what it does, or leave them out",
	ScenarioMissing:        "{record} describes no {kind}; describe it, or say why there is none",
	ScenarioUnexamined:     "{record} describes scenario {scenario}, and no impact that comes of it; add what it does, or an impact that says why it does not apply",
	ScenarioUnnamed:        "{record} does not say what impact {impact} comes from; name the use, misuse or failure",
	ContextMissing:         "{record} says nothing about the {side}; describe them",
	DomainUnseen:           "{record} says nothing about the domain {domain}; add what the system does there, or say why it does nothing",
	SocietalDomainUnseen:   "{record} says nothing about what the system does to society in the domain {domain}; add it, or say why it does nothing",
	RatingMissing:          "impact {impact} in {record} has no level for {missing}, and so may be at any; assess it",
	RationaleMissing:       "nothing in {record} says why impact {impact} is rated as it is; give the reason",
	ResidualUnderstated:    "the residual rating of impact {impact} in {record} is lower than its measures justify, which is {justified}; plan more, or rate it higher",
	HarmUntreated:          "impact {impact} in {record} is at {level}, and no measure is against it; plan one, or do not proceed",
	BasisMissing:           "{record} does not say on what ground, by whom and when impact {impact} was rated; add it",
	BasisUnevidenced:       "impact {impact} in {record} is said to be {ground}, and no evidence is named; name it, or call the answer stated",
	MeasureUnowned:         "measure {measure} of {record} is still to be done, and has no owner or no day; set both",
	MeasureOverdue:         "measure {measure} of {record} was due on {due} and is not in place; carry it out, or decide on another day",
	MeasureUnproven:        "measure {measure} of {record} is said to be in place, without fresh and accepted evidence, and gets no credit; have it accepted, or collect it anew",
	MeasureFailed:          "measure {measure} of {record} does not work, says its evidence or its latest review, and gets no credit; mend it, or treat the harm in another way",
	VersionMissing:         "{record} does not say of which version of the system it is; name it",
	DayMissing:             "{record} does not say when it was made; set the day",
	AssessorMissing:        "{record} does not say who made it; name them",
	DecisionMissing:        "{record} does not say whether the system may be used; decide",
	DecisionContradicted:   "the decision in {record} is {decision}, and the use is {class}; decide otherwise, or change the use",
	ConditionUnowned:       "nobody sees to condition {condition} of {record}; name an owner",
	ApprovalMissing:        "nobody has approved {record}; have it approved",
	ApprovalVoided:         "{by} approved {record} on {on}, and it was changed since; have it approved again",
	ApprovalLapsed:         "the approval of {record} by {by} ended on {until}; have it approved again",
	RetentionMissing:       "nothing says until when {record} is kept; set a day",
	SharingMissing:         "nobody outside gets to see what {record} found; publish a summary, or say why not",
	RisksUnaware:           "nothing shows that the risk assessment makes use of {record}; enter its harms in the risk register, and name the assessment there",
}

// Sentences returns the English sentence template of every problem and rule
// of this package, for hosts that translate them.
func Sentences() map[aims.Code]string {
	out := maps.Clone(texts)
	maps.Copy(out, reasonTexts)
	return out
}
