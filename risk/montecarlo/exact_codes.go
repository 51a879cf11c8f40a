package montecarlo

import "github.com/aimskit/aimskit/aims"

// The codes of what keeps a model from an exact form; see [Exact].
const (
	// NoExactForm: something of a model can be simulated and not computed exactly.
	NoExactForm aims.Code = "montecarlo/no-exact-form"
	// InfiniteVariance: the losses of a scenario have no finite variance.
	InfiniteVariance aims.Code = "montecarlo/infinite-variance"
	// TooManyStates: common causes of a scenario have too many combinations of states.
	TooManyStates aims.Code = "montecarlo/too-many-states"
)

var exactTexts = map[aims.Code]string{
	NoExactForm:      "{what} has no exact form; simulate this model, or leave this out of it",
	InfiniteVariance: "the losses of {scenario} have no finite variance, so that no exact figure would be sure; simulate this model, cap the loss of an event by a cover without limit, or give it a lighter tail",
	TooManyStates:    "{causes} shocks and uncertain shares act together on this scenario, in more than {max} combinations; simulate this model, or give shares as constants",
}
