package montecarlo

import "github.com/aimskit/aimskit/internal/numeric"

// common is what all scenarios of a block of trials share: the uncertain
// shares of effects, the shocks that struck, and the correlated factors.
type common struct {
	shares [][]float64
	struck [][]bool
	scores [][]float64 // of the correlated factors
	free   [][]float64 // the independent scores that they are made of
}

// draw fills the block's common draws for n trials from the one given.
func (c *common) draw(p *program, seed uint64, first int64, n int) {
	c.shares = resize(c.shares, len(p.shares), n)
	for k, s := range p.shares {
		key := seeded(seed, s.key)
		for i := range n {
			c.shares[k][i] = s.sampler.draw(yearKey(key, first+int64(i)))
		}
	}
	c.struck = resize(c.struck, len(p.shocks), n)
	for k, s := range p.shocks {
		key := seeded(seed, s.key)
		for i := range n {
			c.struck[k][i] = below(yearKey(key, first+int64(i)), s.probability)
		}
	}
	if len(p.nodes) > 0 {
		c.correlate(p, seed, first, n)
	}
}

func resize[T any](rows [][]T, n, width int) [][]T {
	if len(rows) != n {
		rows = make([][]T, n)
	}
	for i := range rows {
		if cap(rows[i]) < width {
			rows[i] = make([]T, blockSize)
		}
		rows[i] = rows[i][:width]
	}
	return rows
}

// correlate fills in the correlated normal scores of the factors.
func (c *common) correlate(p *program, seed uint64, first int64, n int) {
	c.scores = resize(c.scores, len(p.nodes), n)
	c.free = resize(c.free, len(p.nodes), n)
	var counters [blockSize]uint64 // of the trials; see yearKey
	for i := range n {
		counters[i] = uint64(i+1) * golden
	}
	for k, node := range p.nodes {
		scores := c.scores[k]
		p.normal.all(counters[:n], seeded(seed, node.key)+uint64(first)*golden, c.free[k])
		clear(scores)
		j := 0
		for ; j+1 < len(node.row); j += 2 { // two at a time: half the stores
			l, m, z, y := node.row[j], node.row[j+1], c.free[j][:len(scores)], c.free[j+1][:len(scores)]
			for i := range scores {
				scores[i] = scores[i] + float64(l*z[i]) + float64(m*y[i])
			}
		}
		if j < len(node.row) {
			l, z := node.row[j], c.free[j][:len(scores)]
			for i := range scores {
				scores[i] += float64(l * z[i])
			}
		}
	}
}

// uniform returns the uniform number h/2⁶⁴ of a standard normal score, precise
// at both ends.
func uniform(z float64) uint64 {
	if z < 0 {
		return toUniform(numeric.NormalCDF(z))
	}
	return ^toUniform(numeric.NormalCDF(-z))
}

// year draws the year of a scenario. The year's key says all that is random
// in it but the common draws at index i. If rec is not nil it is told about
// every event.
func (s *scenario) year(key uint64, c *common, i int, rec recorder) (sum, largest float64) {
	y := state{s: s, key: key, leave: s.leave.at(c, i), keep: s.keep.at(c, i), scale: 1}
	for _, k := range s.strikes {
		if c.struck[k.shock][i] {
			y.scale = float64(y.scale * k.factor)
		}
	}
	if s.secondary != nil {
		y.secondary = s.secondary.share.value(key, c, i)
	}
	if s.product {
		rate := s.count.rate(key, c, i)
		sum = y.product(rate, c, i)
		if rec != nil {
			rec(Event{Rate: rate, Loss: sum}, -1)
		}
		largest = sum
	} else {
		y.events(0, s.count.draw(key, key, c, i), c, i, rec, -1)
		for k, hit := range s.strikes {
			if hit.count != nil && c.struck[hit.shock][i] {
				h := drawFor(key^hit.key, forShock, 0)
				y.events(uint64(k+1)<<32, hit.count.draw(h, h, c, i), c, i, rec, hit.shock)
			}
		}
		sum, largest = y.sum, y.largest
	}
	for _, l := range s.perYear {
		sum = l.left(sum)
	}
	return sum, min(sum, largest)
}

// state is the year of a scenario while its events are drawn.
type state struct {
	s            *scenario
	key          uint64
	keep         float64 // of the events
	leave        float64 // of a loss
	scale        float64 // of a loss, in a year of shocks
	secondary    float64 // share of events with secondary loss
	sum, largest float64
}

// recorder is told about the events of a year, and by which shock they came;
// −1 is none.
type recorder func(e Event, shock int)

func (y *state) events(first uint64, n int, c *common, i int, rec recorder, shock int) {
	for e := first + 1; e <= first+uint64(n); e++ {
		prevented := y.keep < 1 && !below(drawFor(y.key, forPrevention, e), y.keep)
		if prevented && rec == nil {
			continue
		}
		loss := y.s.severity.draw(drawFor(y.key, forSeverity, e))
		also := 0.0
		if y.s.secondary != nil && below(drawFor(y.key, forSecondary, e), y.secondary) {
			also = y.s.secondary.loss.draw(drawFor(y.key, forSecondaryLoss, e))
		}
		gross := float64(y.scale * (loss + also))
		net := float64(gross * y.leave)
		detected := false
		for k := range y.s.detect {
			d := &y.s.detect[k]
			if below(mix(drawFor(y.key, forDetection, e)^d.key), d.probability) {
				net = float64(net * d.leave.at(c, i))
				detected = true
			}
		}
		for _, l := range y.s.perEvent {
			net = l.left(net)
		}
		if prevented {
			net = 0
		}
		y.sum += net
		y.largest = max(y.largest, net)
		if rec != nil {
			rec(Event{Gross: gross, Secondary: float64(y.scale * also), Prevented: prevented, Detected: detected, Loss: net}, shock)
		}
	}
}

// product is frequency times magnitude, with the effects of the controls at
// their means.
func (y *state) product(rate float64, c *common, i int) float64 {
	loss := y.s.severity.draw(drawFor(y.key, forSeverity, 1))
	if y.s.secondary != nil {
		loss += float64(y.secondary * y.s.secondary.loss.draw(drawFor(y.key, forSecondaryLoss, 1)))
	}
	x := float64(rate * y.keep * float64(loss*y.scale) * y.leave)
	for k := range y.s.detect {
		d := &y.s.detect[k]
		x = float64(x * (1 - float64(d.probability*(1-d.leave.at(c, i)))))
	}
	return x
}

func (f *factor) at(c *common, i int) float64 {
	x := f.constant
	for _, k := range f.shares {
		x = float64(x * (1 - c.shares[k][i]))
	}
	return x
}

// value draws the factor for a year.
func (d *drawn) value(year uint64, c *common, i int) float64 {
	if d.node >= 0 {
		return d.sampler.draw(uniform(c.scores[d.node][i]))
	}
	return d.sampler.draw(drawFor(year, d.purpose, 0))
}

// rate is the rate of a year where rates are uncertain.
func (n *counting) rate(year uint64, c *common, i int) float64 {
	x := n.scale
	for k := range n.rates {
		x = float64(x * n.rates[k].value(year, c, i))
	}
	return x
}

// draw returns the number of events of a year; h is its uniform number unless
// it is correlated with others.
func (n *counting) draw(year, h uint64, c *common, i int) int {
	if n.occurrence >= 0 {
		z := c.scores[n.occurrence][i]
		if n.counter != nil {
			return n.counter.drawScore(z)
		}
		h = uniform(z)
	}
	if n.counter != nil {
		return n.counter.draw(h)
	}
	return poisson(n.rate(year, c, i), h)
}
