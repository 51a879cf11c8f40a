package montecarlo

import "github.com/aimskit/aimskit/aims"

// The codes of problems with losses, event counts and experts' intervals; see
// [Loss], [Experience] and [Expert].
const (
	// LossMalformed: an amount is negative, infinite or no number.
	LossMalformed aims.Code = "montecarlo/loss-malformed"
	// LossForm: a loss is given in no form, or in several.
	LossForm aims.Code = "montecarlo/loss-form"
	// LossSwapped: a loss lies between an amount and one that is not greater.
	LossSwapped aims.Code = "montecarlo/loss-swapped"
	// LossBelow: a loss is not greater than the threshold that it had to exceed.
	LossBelow aims.Code = "montecarlo/loss-below"
	// CountMalformed: a number of losses or events is negative.
	CountMalformed aims.Code = "montecarlo/count-malformed"
	// LossesFew: there are too few losses for a fit, or all are alike.
	LossesFew aims.Code = "montecarlo/losses-few"
	// LossesOpen: no loss has an upper end.
	LossesOpen aims.Code = "montecarlo/losses-open"
	// YearsMalformed: an exposure, or a parameter of a prior, is not greater than 0.
	YearsMalformed aims.Code = "montecarlo/years-malformed"
	// PriorOwn: a prior with a name has parameters of its own.
	PriorOwn aims.Code = "montecarlo/prior-own"
	// BoundMalformed: a bound of an interval, or a weight, is not greater than 0.
	BoundMalformed aims.Code = "montecarlo/bound-malformed"
	// ConfidenceRange: a confidence is not between 0 and 1.
	ConfidenceRange aims.Code = "montecarlo/confidence-range"
)

var fitTexts = map[aims.Code]string{
	LossMalformed:   "{got} is no amount of loss; write a finite number of at least 0",
	LossForm:        "a loss is given in exactly one form: loss, atLeast, or from and to",
	LossSwapped:     "the range from {from} to {to} is empty; write the smaller amount first, or a single loss",
	LossBelow:       "the loss is not above {above}, so it could not have been recorded; correct one of the two",
	CountMalformed:  "{got} is no count; write a whole number of at least 0",
	LossesFew:       "{losses} losses cannot be fitted; at least three are needed, and two must differ",
	LossesOpen:      "every loss is only known to be no less than some amount; at least one must be known, or known to lie in a range",
	YearsMalformed:  "{got} is not possible here; write a finite number greater than 0",
	PriorOwn:        "the prior {name} has no parameters; leave them out, or name the prior gamma",
	BoundMalformed:  "{got} is not possible here; write a finite number greater than 0",
	ConfidenceRange: "{got} is no confidence; write a number between 0 and 1, such as 0.9",
}
