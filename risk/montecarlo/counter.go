package montecarlo

import (
	"math"
	"slices"

	"github.com/aimskit/aimskit/internal/numeric"
)

// counter draws whole numbers by inversion, so that a greater uniform number
// never gives fewer: a guide says where the search begins.
type counter struct {
	first  int
	upTo   []uint64 // 2⁶⁴ times the probability of first+i or less; the last is never compared
	guide  [guides]uint32
	scores []float64 // the normal scores of upTo, all but the last; see drawScore
}

const (
	guideBits = 8
	guides    = 1 << guideBits
)

// newCounter takes the probabilities of first, first+1, …, or numbers
// proportional to them.
func newCounter(first int, p []float64) *counter {
	sum := 0.0
	for _, x := range p {
		sum += x
	}
	c := &counter{first: first, upTo: make([]uint64, len(p))}
	cumulated := 0.0
	for i, x := range p {
		cumulated += x
		c.upTo[i] = toUniform(cumulated / sum)
	}
	i := 0
	for g := range guides {
		for i < len(p)-1 && c.upTo[i] <= uint64(g)<<(64-guideBits) {
			i++
		}
		c.guide[g] = uint32(i)
	}
	return c
}

// toUniform returns 2⁶⁴·p, at most 2⁶⁴−1.
func toUniform(p float64) uint64 {
	if p >= 1 {
		return math.MaxUint64
	}
	return uint64(float64(p * 0x1p64))
}

func (c *counter) draw(h uint64) int {
	i := int(c.guide[h>>(64-guideBits)])
	for i < len(c.upTo)-1 && h >= c.upTo[i] {
		i++
	}
	return c.first + i
}

// drawScore returns the number at a standard normal score: the same as at its
// uniform number, found without computing it.
func (c *counter) drawScore(z float64) int {
	i := 0
	if len(c.scores) > 8 {
		i, _ = slices.BinarySearch(c.scores, z)
	} else {
		for i < len(c.scores) && z > c.scores[i] {
			i++
		}
	}
	return c.first + i
}

// drawScores is drawScore for many scores, with the sum of the numbers. One
// score to compare with takes no decision that a processor could guess wrong.
func (c *counter) drawScores(z []float64, out []int) (total int) {
	out = out[:len(z)]
	if len(c.scores) == 1 {
		least := c.scores[0]
		for i, z := range z {
			n := 0
			if z > least {
				n = 1
			}
			out[i] = c.first + n
			total += n
		}
		return total + c.first*len(z)
	}
	for i, z := range z {
		out[i] = c.drawScore(z)
		total += out[i]
	}
	return total
}

// withScores makes a counter ready for drawScore.
func (c *counter) withScores() *counter {
	d := *c
	for i := range len(c.upTo) - 1 {
		p := (float64(c.upTo[i]>>1) + 0.5) * 0x1p-63
		d.scores = append(d.scores, numeric.NormalQuantile(p))
	}
	return &d
}

// negligible is the probability, relative to the greatest one, at which tables
// of counts end.
const negligible = 0x1p-64

// countsByRatio tables probabilities around their mode, by the ratio of the
// probabilities of k+1 and k.
func countsByRatio(mode int, ratio func(k float64) float64) *counter {
	var up, down []float64
	for k, p := mode, 1.0; p > negligible; k++ {
		up = append(up, p)
		p = float64(p * ratio(float64(k)))
	}
	p := 1.0
	for k := mode - 1; k >= 0; k-- {
		if p /= ratio(float64(k)); p < negligible {
			break
		}
		down = append(down, p)
	}
	all := make([]float64, 0, len(down)+len(up))
	for i := len(down) - 1; i >= 0; i-- {
		all = append(all, down[i])
	}
	return newCounter(mode-len(down), append(all, up...))
}

func poissonCounter(rate float64) *counter {
	return countsByRatio(int(rate), func(k float64) float64 { return rate / (k + 1) })
}

func negativeBinomialCounter(mean, size float64) *counter {
	beta := mean / size
	mode := max(0, int(float64((size-1)*beta)))
	return countsByRatio(mode, func(k float64) float64 { return (k + size) / (k + 1) * (beta / (1 + beta)) })
}

// rateOf returns the rate of a Poisson frequency that is certain.
func (f Frequency) rateOf() float64 {
	if p, ok := f.Probability.Value(); ok {
		return -numeric.Log1p(-p)
	}
	return f.Rate.value
}

// counterOf returns the counter of a valid frequency whose rate is certain.
func (f Frequency) counterOf() *counter {
	switch f.Kind {
	case FrequencyFixed:
		return newCounter(int(f.Count.value), []float64{1})
	case FrequencyBernoulli:
		return newCounter(0, []float64{1 - f.Probability.value, f.Probability.value})
	case FrequencyNegativeBinomial:
		return negativeBinomialCounter(f.Mean.value, f.Size.value)
	case FrequencyTable:
		return newCounter(0, f.Probabilities)
	}
	return poissonCounter(f.rateOf())
}

// piece is the greatest rate that is counted at once: e^−piece is a double.
const piece = 500

// poisson draws a number of events at a rate that is known only now, by
// inversion of h. A great rate is counted in pieces.
func poisson(rate float64, h uint64) int {
	n := 0
	for ; rate > piece; rate -= piece {
		n += poissonPiece(piece, h)
		h = mix(h + golden)
	}
	return n + poissonPiece(rate, h)
}

func poissonPiece(rate float64, h uint64) int {
	u := (float64(h>>11) + 0.5) * 0x1p-53
	p := numeric.Exp(-rate)
	k := 0
	for u > p && p > 0 {
		u -= p
		k++
		p = float64(p*rate) / float64(k)
	}
	return k
}
