package montecarlo

// run is what a simulation has counted.
type run struct{}
