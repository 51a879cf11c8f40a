package montecarlo

import (
	"maps"

	"github.com/aimskit/aimskit/aims"
)

// The codes of problems with losses, counts of events and experts' intervals;
// see [Loss], [Experience], [Prior] and [Expert].
const (
	// LossForm: a loss is given in no form, or in several.
	LossForm aims.Code = "montecarlo/loss-form"
	// LossBelow: a loss is not greater than the threshold that it had to exceed.
	LossBelow aims.Code = "montecarlo/loss-below"
	// LossesFew: there are too few losses for a fit, or all are alike.
	LossesFew aims.Code = "montecarlo/losses-few"
	// LossesOpen: no loss has an upper end.
	LossesOpen aims.Code = "montecarlo/losses-open"
)

var fitTexts = map[aims.Code]string{
	LossForm:   "a loss is given in exactly one form: loss, atLeast, or from and to",
	LossBelow:  "the loss does not exceed {above}, so it would not have been recorded; correct one of the two",
	LossesFew:  "{losses} losses cannot be fitted; give at least three, two of them different",
	LossesOpen: "every loss is only known to be no less than some amount; give at least one as loss, or as from and to",
}

// texts holds the sentence of every code of the package.
var texts = joined(modelTexts, fitTexts, studyTexts, exactTexts)

func joined(parts ...map[aims.Code]string) map[aims.Code]string {
	all := make(map[aims.Code]string)
	for _, p := range parts {
		maps.Copy(all, p)
	}
	return all
}
