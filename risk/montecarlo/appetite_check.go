package montecarlo

import "github.com/aimskit/aimskit/aims"

// Check is what a result says about an [Appetite].
type Check struct {
	ID    AppetiteID `json:"id"`
	Value float64    `json:"value"`
	Low   float64    `json:"low"`  // the 95 % interval of the value by its sampling error,
	High  float64    `json:"high"` // or for the exact method by its error bound
	// Held: Yes where the whole interval is within the limit, No where it is
	// beyond, Unknown where the limit lies in it: more trials would tell.
	Held aims.Answer `json:"held,omitzero"`
}

// Bands says what the uncertainty of the parameters does to the figures of a
// result, apart from sampling error.
type Bands struct {
	Draws     int                 `json:"draws"`
	Total     Band                `json:"total"`
	Scenarios map[ScenarioID]Band `json:"scenarios"`
}

// Band is where the figures of a summary lie in 90 of 100 draws of the
// parameters.
type Band struct {
	Mean Interval           `json:"mean"`
	VaR  map[Level]Interval `json:"var"`
	TVaR map[Level]Interval `json:"tvar"`
}
