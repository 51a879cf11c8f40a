package montecarlo

import "math"

// exactCurve is the loss of a year on a lattice, with what bounds its error.
type exactCurve struct {
	*lattice
	coarse *lattice // with twice the step; nil where the lattice is exact
	jump   float64  // a step where the curve jumps, else 0
	reach  float64  // a loss that is hardly ever exceeded
}

// rounding is a relative error that sums of rounded numbers may have.
const rounding = 1e-10

func (c *exactCurve) interval(m Measure, at float64) (Interval, bool) {
	var x, other, slack float64
	switch m {
	case MeasureMean:
		x, other = c.mean, c.mean
		if c.coarse != nil {
			other = c.coarse.mean
		}
	case MeasureVaR:
		low, high := c.quantile(at-rounding), c.quantile(min(at+rounding, 1-0x1p-53))
		e := c.differs((*lattice).quantile, at, float64(0.5*at)*(1-at)) + c.jump + float64(rounding*c.quantile(at))
		return Interval{max(0, low-e), high + e}, true
	case MeasureTVaR:
		x = c.tailMean(at)
		other = x
		if c.coarse != nil {
			other = c.coarse.tailMean(at)
		}
		slack = float64(rounding*c.mean) / (1 - at)
	case MeasureExceedance:
		x = c.exceedance(at)
		if c.jump > 0 {
			slack = max(c.exceedance(at-c.jump)-x, x-c.exceedance(at+c.jump))
		}
		e := c.differs((*lattice).exceedance, at, float64(0.125*at)) + slack + rounding
		return Interval{max(0, x-e), min(1, x+e)}, true
	}
	e := math.Abs(x-other) + slack + float64(rounding*math.Abs(x))
	if m == MeasureTVaR {
		e += c.jump
	}
	return Interval{max(0, x-e), x + e}, true
}

// differs returns by how much the two lattices differ in a figure at most, at
// and near a place: where the difference changes its sign, it says nothing of
// the error. A curve that jumps has other figures near by.
func (c *exactCurve) differs(figure func(*lattice, float64) float64, at, near float64) float64 {
	if c.coarse == nil {
		return 0
	}
	d := math.Abs(figure(c.lattice, at) - figure(c.coarse, at))
	if c.jump == 0 {
		for _, x := range [2]float64{at - near, at + near} {
			d = max(d, math.Abs(figure(c.lattice, x)-figure(c.coarse, x)))
		}
	}
	return d
}

// largestCurve is the largest loss of a year, straight from the laws of the
// events.
type largestCurve struct {
	plan   *exactPlan
	groups []component
	reach  float64
}

func (c *largestCurve) exceedance(x float64) float64 {
	p := 1.0
	for _, group := range c.groups {
		q := 0.0
		c.plan.each(group.causes, func(state []int, probability float64) {
			all := probability
			for _, i := range group.scenarios {
				y := c.plan.year(&c.plan.scenarios[i], state)
				all = float64(all * y.largestAtMost(x))
			}
			q += all
		})
		p = float64(p * q)
	}
	return max(0, 1-p)
}

// quantile bisects.
func (c *largestCurve) quantile(p float64) float64 {
	if 1-c.exceedance(0) >= p-smallest {
		return 0
	}
	lo, hi := 0.0, c.reach
	for 1-c.exceedance(hi) < p-smallest && hi < largest {
		lo, hi = hi, 2*hi
	}
	for range 100 {
		mid := lo + float64(0.5*(hi-lo))
		if hi-lo <= float64(1e-12*hi) {
			break
		}
		if 1-c.exceedance(mid) >= p-smallest {
			hi = mid
		} else {
			lo = mid
		}
	}
	return hi
}
