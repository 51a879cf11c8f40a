package montecarlo

// columns draws the years of a scenario on which nothing acts step by step for
// a whole block of trials: first all counts, then all losses. The numbers are
// those of scenario.year, found faster, because no draw waits for another.
type columns struct {
	base   uint64
	key    [blockSize]uint64
	count  [blockSize]int
	rate   [blockSize]float64
	event  [maxEvents + spare]uint64 // what each event is drawn from
	trial  [maxEvents + spare]uint16 // and the trial that it belongs to
	losses [maxEvents]float64
}

const (
	maxEvents = 4 * blockSize
	spare     = 4 // events that are written for every trial, whether it has them or not
)

// years draws a block; false if something acts on the scenario, or the block
// has too many events. Where few trials have events, it lists them in hit, which
// has room for all; otherwise it returns nil.
func (v *columns) years(s *scenario, key uint64, first int64, c *common, sums, largest []float64, hit []uint16) ([]uint16, bool) {
	if !s.bare() {
		return nil, false
	}
	v.base = key + uint64(first)*golden
	if s.product {
		v.keys(len(sums))
		v.product(s, c, sums, largest)
		return nil, true
	}
	return v.events(s, c, sums, largest, hit)
}

// keys finds the keys of n years; see yearKey.
func (v *columns) keys(n int) {
	x := v.base
	for i := range n {
		x += golden
		v.key[i] = mix(x)
	}
}

// bare reports whether nothing acts on the scenario from outside.
func (s *scenario) bare() bool {
	return s.keep.constant == 1 && len(s.keep.shares) == 0 && s.leave.constant == 1 && len(s.leave.shares) == 0 &&
		len(s.detect) == 0 && len(s.perEvent) == 0 && len(s.perYear) == 0 && len(s.strikes) == 0 &&
		(s.secondary == nil || s.product)
}

func (v *columns) events(s *scenario, c *common, sums, largest []float64, hit []uint16) ([]uint16, bool) {
	total := v.counts(s, c, len(sums))
	if total > maxEvents || s.severity.table == nil {
		return nil, false
	}
	if 2*total < len(sums) {
		hit = v.listRare(hit)
	} else {
		v.list(len(sums))
		hit = nil
	}
	s.severity.table.all(v.event[:total], 0, v.losses[:total])
	clear(sums)
	clear(largest)
	for e, x := range v.losses[:total] {
		i := v.trial[e]
		sums[i] += x
		if x > largest[i] {
			largest[i] = x
		}
	}
	return hit, true
}

// counts draws the numbers of events of n years, and returns their sum.
func (v *columns) counts(s *scenario, c *common, n int) int {
	total := 0
	if s.count.counter != nil && s.count.occurrence >= 0 {
		total = s.count.counter.drawScores(c.scores[s.count.occurrence][:n], v.count[:n])
		if 2*total >= n {
			v.keys(n)
		}
		return total
	}
	v.keys(n)
	for i := range n {
		v.count[i] = s.count.draw(v.key[i], v.key[i], c, i)
		total += v.count[i]
	}
	return total
}

// list lists the events of n trials. It writes a few for every trial, and those
// that a trial does not have are written over by the next one's.
func (v *columns) list(n int) {
	k := 0
	for i, count := range v.count[:n] {
		h := v.key[i]
		event, trial := v.event[k:k+spare], v.trial[k:k+spare]
		for e := range spare {
			h += golden
			event[e], trial[e] = h, uint16(i)
		}
		for e := spare; e < count; e++ {
			h += golden
			v.event[k+e], v.trial[k+e] = h, uint16(i)
		}
		k += count
	}
}

// listRare is list where most trials have no event. It returns those that have.
func (v *columns) listRare(hit []uint16) []uint16 {
	n := 0
	for i := range hit {
		hit[n] = uint16(i)
		n += int(uint64(-v.count[i]) >> 63) // no decision to guess
	}
	k := 0
	for _, i := range hit[:n] {
		h := mix(v.base + uint64(i+1)*golden)
		for range v.count[i] {
			h += golden
			v.event[k], v.trial[k] = h, i
			k++
		}
	}
	return hit[:n]
}

// product multiplies column by column, in the order of scenario.year.
func (v *columns) product(s *scenario, c *common, sums, largest []float64) {
	n := len(sums)
	rate, loss := v.rate[:n], v.losses[:n]
	for i := range rate {
		rate[i] = s.count.scale
	}
	for k := range s.count.rates {
		v.draw(&s.count.rates[k], c, loss)
		for i, x := range loss {
			rate[i] = float64(rate[i] * x)
		}
	}
	v.column(&s.severity, forSeverity, 1, sums)
	if s.secondary != nil {
		v.draw(&s.secondary.share, c, largest)
		v.column(&s.secondary.loss, forSecondaryLoss, 1, loss)
		for i, x := range loss {
			sums[i] += float64(largest[i] * x)
		}
	}
	for i, x := range rate {
		x = float64(x * sums[i])
		sums[i], largest[i] = x, x
	}
}

// draw draws a factor of every year.
func (v *columns) draw(d *drawn, c *common, out []float64) {
	if d.node < 0 {
		v.column(&d.sampler, d.purpose, 0, out)
		return
	}
	for i := range out {
		out[i] = d.value(v.key[i], c, i)
	}
}

// column draws from a sampler for every year.
func (v *columns) column(s *sampler, purposeOf, event uint64, out []float64) {
	offset := purposeOf*purpose + event*golden
	if s.table != nil {
		s.table.all(v.key[:len(out)], offset, out)
		return
	}
	for i := range out {
		out[i] = s.draw(mix(v.key[i] + offset))
	}
}
