package montecarlo

// Tables keeps what simulations have worked out about distributions, which
// takes milliseconds for each: with them, the next simulation of a model that
// has most distributions in common begins at once. They change no result. The
// zero value is empty and ready. One must not be used by two goroutines at once.
type Tables struct{ known tables }

// mostTables is how many distributions are kept; they take some 100 KiB each.
const mostTables = 256

// tables returns the tables of a configuration, which are new where it has none.
func (c Config) tables() tables {
	if c.Tables == nil {
		return newTables()
	}
	if k := c.Tables.known.quantiles; k == nil || len(k) > mostTables {
		c.Tables.known = newTables()
	}
	return c.Tables.known
}
