package montecarlo

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
