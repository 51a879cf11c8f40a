package montecarlo

import "math"

// Estimate is a number that was estimated from a sample, with its standard
// error.
type Estimate struct {
	Value  float64 `json:"value"`
	StdErr float64 `json:"se"`
}

// ratio estimates Σa/Σb from repetitions that are independent of each other,
// with the standard error of the ratio estimator.
func ratio(a, b []float64) Estimate {
	r, n := sum(a)/sum(b), float64(len(a))
	var ss float64
	for i := range a {
		residual := a[i] - float64(r*b[i])
		ss += float64(residual * residual)
	}
	return Estimate{Value: r, StdErr: math.Sqrt(ss/(n*(n-1))) / math.Abs(sum(b)/n)}
}

// average estimates the mean of repetitions.
func average(a []float64) Estimate {
	ones := make([]float64, len(a))
	for i := range ones {
		ones[i] = 1
	}
	return ratio(a, ones)
}

// sum adds with compensation (Neumaier), so that the order of magnitude of
// the terms does not eat the result.
func sum(a []float64) float64 {
	var s, lost float64
	for _, x := range a {
		t := s + x
		if math.Abs(s) >= math.Abs(x) {
			lost += (s - t) + x
		} else {
			lost += (x - t) + s
		}
		s = t
	}
	return s + lost
}
