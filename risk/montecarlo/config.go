package montecarlo

// Config says how to simulate. Trials is required; everything else works as
// its zero value.
type Config struct {
	Trials int64  // years to simulate
	Seed   uint64 // another seed gives other years of the same model
	First  int64  // index of the first trial; shards of one simulation begin where others end
	// Workers is how many trials are worked on at once; 0 is as many as there
	// are processors. The result does not depend on it.
	Workers int
	// Levels at which VaR and TVaR are given; empty: [DefaultLevels].
	Levels []Level
	// Curves counts the largest event of each year as well, and lists both
	// exceedance curves in the summaries.
	Curves bool
	// Worst is how many of the years with the greatest losses are named; see [Trial].
	Worst int
	// Parameters is how many times the uncertain parameters are drawn anew, each
	// time for a simulation of Trials years, to give the [Bands] of the result.
	Parameters int
	// Tables that other simulations have left; nil: none.
	Tables *Tables
	// Progress is called now and then with the number of trials that are done,
	// never by two goroutines at once. Nil: nobody asks.
	Progress func(done, total int64)
}

// DefaultLevels returns 0.5, 0.9, 0.95, 0.99 and 0.999.
func DefaultLevels() []Level { return []Level{0.5, 0.9, 0.95, 0.99, 0.999} }
