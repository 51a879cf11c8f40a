package montecarlo

import "math"

// peak is the maximum of a function of one or two variables.
type peak struct {
	at    []float64
	value float64
	// covariance of the estimates: the inverse of minus the matrix of second
	// derivatives, row by row.
	covariance []float64
}

// climb finds the maximum of f near start: by a simplex (Nelder and Mead),
// whose end is sharpened by Newton's steps. It reports false where f has no
// maximum that is curved in every direction.
func climb(f func([]float64) float64, start []float64) (peak, bool) {
	at := simplex(f, start)
	for range 4 {
		gradient, hessian := derivatives(f, at)
		inverse, ok := invert(hessian)
		if !ok {
			return peak{}, false
		}
		next := make([]float64, len(at))
		var length float64
		for i := range at {
			var step float64
			for j := range at {
				step += float64(inverse[i*len(at)+j] * gradient[j])
			}
			next[i] = at[i] - step
			length = max(length, math.Abs(step))
		}
		if !(length < 0.1) || !(f(next) >= f(at)-float64(1e-9*math.Abs(f(at)))) {
			return peak{}, false // the simplex did not end on a peak
		}
		at = next
	}
	_, hessian := derivatives(f, at)
	inverse, ok := invert(hessian)
	for i := range inverse {
		inverse[i] = -inverse[i]
	}
	for i := range at {
		ok = ok && inverse[i*len(at)+i] > 0 && math.Abs(at[i]) < 500
	}
	return peak{at: at, value: f(at), covariance: inverse}, ok
}

// simplex is the method of Nelder and Mead with its usual constants.
func simplex(f func([]float64) float64, start []float64) []float64 {
	type vertex struct {
		x []float64
		y float64
	}
	n := len(start)
	v := make([]vertex, n+1)
	for i := range v {
		x := append([]float64(nil), start...)
		if i > 0 {
			x[i-1] += 0.4
		}
		v[i] = vertex{x, f(x)}
	}
	for range 400 {
		for i := 1; i <= n; i++ { // best first
			for j := i; j > 0 && better(v[j].y, v[j-1].y); j-- {
				v[j], v[j-1] = v[j-1], v[j]
			}
		}
		var size float64
		for i := range start {
			size = max(size, math.Abs(v[n].x[i]-v[0].x[i]))
		}
		if size < 1e-6 {
			break
		}
		// along goes from the worst vertex through the middle of the others.
		along := func(t float64) vertex {
			x := make([]float64, n)
			for i := range x {
				var middle float64
				for _, w := range v[:n] {
					middle += w.x[i] / float64(n)
				}
				x[i] = middle + float64(t*(middle-v[n].x[i]))
			}
			return vertex{x, f(x)}
		}
		reflected := along(1)
		switch {
		case better(reflected.y, v[0].y):
			if expanded := along(2); better(expanded.y, reflected.y) {
				reflected = expanded
			}
			v[n] = reflected
		case better(reflected.y, v[n-1].y):
			v[n] = reflected
		default:
			contracted := along(-0.5)
			if better(reflected.y, v[n].y) {
				contracted = along(0.5)
			}
			if better(contracted.y, max(v[n].y, reflected.y)) {
				v[n] = contracted
				break
			}
			for k := 1; k <= n; k++ {
				for i := range v[k].x {
					v[k].x[i] = (v[k].x[i] + v[0].x[i]) / 2
				}
				v[k].y = f(v[k].x)
			}
		}
	}
	return v[0].x
}

// better orders values; what is no number is the worst.
func better(a, b float64) bool { return a > b || a == a && b != b }

// derivatives takes central differences of the fourth order.
func derivatives(f func([]float64) float64, at []float64) (gradient, hessian []float64) {
	const h = 1e-2
	n := len(at)
	x := append([]float64(nil), at...)
	moved := func(i int, a float64, j int, b float64) float64 {
		copy(x, at)
		x[i] += a
		x[j] += b
		return f(x)
	}
	gradient, hessian = make([]float64, n), make([]float64, n*n)
	middle := f(at)
	for i := range n {
		one, minus := moved(i, h, i, 0), moved(i, -h, i, 0)
		two, minusTwo := moved(i, 2*h, i, 0), moved(i, -2*h, i, 0)
		gradient[i] = (float64(8*(one-minus)) - (two - minusTwo)) / (12 * h)
		hessian[i*n+i] = (float64(16*(one+minus)) - (two + minusTwo) - float64(30*middle)) / (12 * h * h)
		for j := range i {
			cross := func(h float64) float64 {
				return (moved(i, h, j, h) + moved(i, -h, j, -h) - moved(i, h, j, -h) - moved(i, -h, j, h)) / (4 * h * h)
			}
			hessian[i*n+j] = (float64(4*cross(h)) - cross(2*h)) / 3
			hessian[j*n+i] = hessian[i*n+j]
		}
	}
	return gradient, hessian
}

// invert inverts a matrix of one or two rows; false where it has no inverse.
func invert(m []float64) ([]float64, bool) {
	if len(m) == 1 {
		return []float64{1 / m[0]}, m[0] < 0
	}
	det := float64(m[0]*m[3]) - float64(m[1]*m[2])
	return []float64{m[3] / det, -m[1] / det, -m[2] / det, m[0] / det}, det > 0
}
