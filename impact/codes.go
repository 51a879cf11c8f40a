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
	MethodOther:          "the assessment was made with method {got}, and this one is {want}; judge it by its own method, or assess again",
	Unlisted:             "there is no {got} among the {list}; add it there, or correct the id",
}

// Sentences returns the English sentence template of every problem and rule
// of this package, for hosts that translate them.
func Sentences() map[aims.Code]string { return maps.Clone(texts) }
