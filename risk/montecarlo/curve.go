package montecarlo

import "math"

// spread is a distribution on the numbers from zero up, as the curves of both
// methods know it.
type spread interface {
	exceedance(x float64) float64 // P(X > x)
	quantile(p float64) float64   // inf{x: P(X ≤ x) ≥ p}
}

// annual is the distribution of the sum of a year.
type annual interface {
	spread
	average() float64
	tailMean(p float64) float64 // TVaR
	// interval returns where a figure lies by the error of the method; false
	// where nothing bounds it from above.
	interval(m Measure, at float64) (Interval, bool)
}

// Curve is the distribution of the loss of a year: of its sum, and of its
// largest event. A simulation knows the largest events only if [Config].Curves
// asked for them; without them, what speaks of them is NaN. So is everything of
// the zero value.
type Curve struct {
	sum     annual
	largest spread
}

// Exceedance returns the probability that the year's loss exceeds x.
func (c Curve) Exceedance(x float64) float64 { return exceedance(c.sum, x) }

// LargestExceedance returns the probability that the largest loss of the year
// exceeds x.
func (c Curve) LargestExceedance(x float64) float64 { return exceedance(c.largest, x) }

func exceedance(l spread, x float64) float64 {
	switch {
	case l == nil:
		return math.NaN()
	case x < 0:
		return 1
	}
	return l.exceedance(x)
}

// VaR returns the least loss that a year does not exceed with probability p at
// least, for p between 0 and 1.
func (c Curve) VaR(p float64) float64 { return quantile(c.sum, p) }

// TVaR returns the mean of the worst 1−p of the years, for p between 0 and 1.
func (c Curve) TVaR(p float64) float64 {
	if c.sum == nil || !(p > 0 && p < 1) {
		return math.NaN()
	}
	return c.sum.tailMean(p)
}

// LargestVaR is VaR for the largest loss of a year.
func (c Curve) LargestVaR(p float64) float64 { return quantile(c.largest, p) }

func quantile(l spread, p float64) float64 {
	if l == nil || !(p > 0 && p < 1) {
		return math.NaN()
	}
	return l.quantile(p)
}

// AEP returns points of the exceedance curve of the sum of a year: at ten
// probabilities a decade, from 0.99 down to the least one.
func (c Curve) AEP(least float64) []Point { return points(c.sum, least) }

// OEP returns points of the exceedance curve of the largest loss of a year.
func (c Curve) OEP(least float64) []Point { return points(c.largest, least) }

func points(l spread, least float64) []Point {
	if l == nil {
		return nil
	}
	var out []Point
	for _, p := range exceedances(least) {
		x := l.quantile(1 - p)
		if n := len(out); n == 0 || x > out[n-1].Loss {
			out = append(out, Point{x, l.exceedance(x)})
		}
	}
	return out
}

// exceedances lists probabilities from 0.99 down to least.
func exceedances(least float64) []float64 {
	out := []float64{0.99, 0.95, 0.9}
	for decade := 10.0; decade <= 1e9; decade *= 10 {
		for _, part := range []float64{8, 6.3, 5, 4, 3.2, 2.5, 2, 1.6, 1.25, 1} {
			if p := part / decade; p >= least {
				out = append(out, p)
			}
		}
	}
	return out
}

// Curve returns the curve of a scenario, or with "" that of all together. It is
// not part of the JSON of a result, and false for one that was read from it.
func (r Result) Curve(id ScenarioID) (Curve, bool) {
	c, ok := r.curves[id]
	return c, ok
}
