package svg

import (
	"math"
	"strconv"
	"strings"
)

// Axis is one axis of a chart. The zero value is linear and takes its range
// from the data.
type Axis struct {
	Title string
	Log   bool // logarithmic: only numbers above zero have a place
	// Min and Max are the range, where they are finite, Min is less than Max,
	// and both have a place; else the data give it. What lies beyond is cut off.
	Min, Max float64
	At       []float64            // where the ticks stand, rising; none: at round numbers, to which a range from the data is widened
	Format   func(float64) string // of the numbers at the ticks; nil: like [Number], with as many digits as tell them apart
}

// tick is a labelled place on an axis.
type tick struct {
	at    float64 // 0 to 1 along the axis
	label string
}

// scale is an axis with its range settled.
type scale struct {
	axis   Axis
	lo, hi float64 // of what is plotted: the numbers, or their decimal logarithms
}

// settle fixes the range of an axis: its own, or the one that holds the data,
// widened to whole ticks.
func (a Axis) settle(data []float64) scale {
	s := scale{axis: a}
	lo, hi := math.Inf(1), math.Inf(-1)
	if a.Min < a.Max && s.has(a.Min) && s.has(a.Max) {
		s.lo, s.hi = s.plotted(a.Min), s.plotted(a.Max)
		return s
	}
	for _, v := range data {
		if s.has(v) {
			lo, hi = min(lo, s.plotted(v)), max(hi, s.plotted(v))
		}
	}
	if lo > hi {
		lo, hi = 0, 1 // no data
	}
	switch {
	case len(a.At) > 0 && lo < hi: // nothing to widen
	case a.Log:
		lo, hi = math.Floor(snap(lo)), math.Ceil(snap(hi))
		if lo == hi {
			hi++
		}
	default:
		if size := max(math.Abs(lo), math.Abs(hi)); hi-lo <= size*nudge {
			pad := max(size/2, 0.5)
			lo, hi = lo-pad, hi+pad
		}
		step := stepOf(lo, hi)
		lo, hi = math.Floor(lo/step+nudge)*step, math.Ceil(hi/step-nudge)*step
	}
	s.lo, s.hi = max(lo, -math.MaxFloat64), min(hi, math.MaxFloat64)
	return s
}

// nudge keeps a number that is a whole tick but for the last digits there.
const nudge = 1e-9

// has reports whether a number has a place on the axis.
func (s scale) has(v float64) bool { return finite(v) && (!s.axis.Log || v > 0) }

// plotted turns a number that has a place into what is plotted.
func (s scale) plotted(v float64) float64 {
	if s.axis.Log {
		return math.Log10(v)
	}
	return v
}

// at returns the place of a number that has one, 0 at the low end of the axis
// and 1 at the high end; others lie outside.
func (s scale) at(v float64) float64 { return s.share(s.plotted(v)) }

// share works on halves, since a difference could be too large for a number.
func (s scale) share(v float64) float64 { return (v/2 - s.lo/2) / (s.hi/2 - s.lo/2) }

// ticks returns the labelled places from low to high.
func (s scale) ticks() []tick {
	if len(s.axis.At) > 0 {
		return s.given()
	}
	if s.axis.Log && s.hi-s.lo >= 1 {
		return s.decades()
	}
	lo, hi := s.lo, s.hi
	if s.axis.Log {
		lo, hi = math.Pow(10, lo), math.Pow(10, hi)
	}
	step := stepOf(lo, hi)
	first := math.Ceil(lo/step - nudge)
	var out []tick
	for n := range 20 { // there are about six
		v := rounded((first+float64(n))*step, 12)
		if v-nudge*step > hi || !s.has(v) {
			break
		}
		out = append(out, tick{s.at(v), s.format(v)})
	}
	return out
}

// given returns the ticks that the axis names and that lie on it.
func (s scale) given() []tick {
	var out []tick
	for _, v := range s.axis.At {
		if !s.has(v) {
			continue
		}
		if place := s.at(v); place >= -nudge && place <= 1+nudge {
			out = append(out, tick{place, s.format(v)})
		}
	}
	return out
}

// decades returns the powers of ten, thinned out to at most ten, and between
// few of them also twice and five times each.
func (s scale) decades() []tick {
	first, last := math.Ceil(s.lo-nudge), math.Floor(s.hi+nudge)
	stride := math.Ceil((last - first + 1) / 10)
	factors := []float64{1}
	if last-first <= 2 {
		factors = []float64{1, 2, 5}
	}
	var out []tick
	for e := math.Floor(s.lo); e <= last; e += stride {
		for _, f := range factors {
			v := rounded(f*math.Pow(10, e), 12)
			if place := s.at(v); place >= -nudge && place <= 1+nudge {
				out = append(out, tick{place, s.format(v)})
			}
		}
	}
	return out
}

func (s scale) format(v float64) string {
	if s.axis.Format != nil {
		return s.axis.Format(v)
	}
	return grouped(v, 12)
}

// stepOf returns the distance of ticks, 1, 2 or 5 times a power of ten, that
// puts about six of them between two numbers.
func stepOf(lo, hi float64) float64 {
	raw := max(hi/6-lo/6, 1e-300)
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, f := range []float64{1, 2, 5} {
		if f*power >= raw*(1-nudge) {
			return f * power
		}
	}
	return 10 * power
}

// Number writes a number for readers: up to six significant digits, thousands
// grouped by commas, a power of ten where it would become long.
func Number(v float64) string { return grouped(v, 6) }

// Percent writes a share of one as a percentage.
func Percent(v float64) string { return Number(v*100) + " %" }

func grouped(v float64, digits int) string {
	if size := math.Abs(v); size != 0 && (size < 1e-4 || size >= 1e12) || !finite(v) {
		return strconv.FormatFloat(v, 'g', min(digits, 3), 64)
	}
	s := strconv.FormatFloat(rounded(v, digits)+0, 'f', -1, 64) // +0: there is no -0 for readers
	whole, fraction, isFraction := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if isFraction {
		whole += "." + fraction
	}
	if strings.HasPrefix(s, "-") {
		whole = "−" + whole
	}
	return whole
}

// rounded rounds to so many significant digits, which removes what
// calculations leave in the last ones.
func rounded(v float64, digits int) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', digits-1, 64), 64)
	if err != nil {
		return v // the largest numbers can round beyond all numbers
	}
	return r
}
