package montecarlo

import (
	"math"
)

// histogram reads figures from a tally: within a bucket the losses are taken
// to stand at equal distances between the least and the greatest.
type histogram struct {
	n       uint64
	buckets []filled
	mean    float64
	sd      float64
}

// filled is a bucket that is not empty. Zeros have one of their own.
type filled struct {
	rank        uint64 // of the first loss, from 1
	n           uint64
	least, most float64
	after       float64 // sum of the losses in the buckets after this one
	afterSquare float64 // and of their squares
}

func newHistogram(t *tally) *histogram {
	n, sum, square := t.totals()
	h := &histogram{n: n}
	if n == 0 {
		return h
	}
	count := newFloat().SetUint64(n)
	h.mean, _ = newFloat().Quo(sum, count).Float64()
	if n > 1 {
		v := newFloat().Mul(sum, sum)
		v.Sub(square, v.Quo(v, count))
		v.Quo(v, newFloat().SetUint64(n-1))
		variance, _ := v.Float64()
		h.sd = math.Sqrt(max(variance, 0)) // the squares were cut at 2⁻⁶²
	}
	rank := uint64(1)
	if t.zeros > 0 {
		h.buckets = append(h.buckets, filled{rank: 1, n: t.zeros})
		rank += t.zeros
	}
	for e := range t.octave {
		t.buckets(e, func(k *bucket) {
			h.buckets = append(h.buckets, filled{rank: rank, n: k.n, least: math.Float64frombits(k.least), most: math.Float64frombits(k.most)})
			rank += k.n
		})
	}
	h.after(t)
	return h
}

// after fills in the sums above each bucket: from the exact sums of the
// octaves above, and within its octave from the buckets, brought to the exact sum.
func (h *histogram) after(t *tally) {
	above, aboveSquare := newFloat(), newFloat()
	last := len(h.buckets)
	for e := len(t.octave) - 1; e >= 0; e-- {
		o := t.octave[e]
		if o == nil {
			continue
		}
		first := last
		t.buckets(e, func(*bucket) { first-- })
		sum, square := o.sums(e)
		s, _ := above.Float64()
		q, _ := aboveSquare.Float64()
		for i := last - 1; i >= first; i-- {
			b := &h.buckets[i]
			b.after, b.afterSquare = s, q
			s += b.sum()
			q += b.square()
		}
		last = first
		above.Add(above, sum)
		aboveSquare.Add(aboveSquare, square)
	}
	if last == 1 { // the zeros
		h.buckets[0].after, _ = above.Float64()
		h.buckets[0].afterSquare, _ = aboveSquare.Float64()
	}
}

func (b filled) sum() float64 { return float64(float64(b.n) * ((b.least + b.most) / 2)) }

func (b filled) square() float64 {
	mid, half := (b.least+b.most)/2, (b.most-b.least)/2
	return float64(float64(b.n) * (float64(mid*mid) + float64(half*half)/3))
}

// at returns the loss of a rank, 1 being the least, and its bucket.
func (h *histogram) at(rank uint64) (x float64, b *filled) {
	lo, hi := 0, len(h.buckets)-1
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if h.buckets[mid].rank <= rank {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	b = &h.buckets[lo]
	return b.loss(rank), b
}

// loss is the loss of a rank within the bucket.
func (b *filled) loss(rank uint64) float64 {
	if b.n == 1 {
		return b.least
	}
	return b.least + float64((b.most-b.least)*(float64(rank-b.rank)/float64(b.n-1)))
}

// rankOf returns the rank of the quantile at p: the least r with r/n ≥ p, but
// for the rounding of p·n.
func (h *histogram) rankOf(p float64) uint64 {
	x := float64(p * float64(h.n))
	r := math.Floor(x)
	if x-r > x*0x1p-50 {
		r++
	}
	return min(max(uint64(r), 1), h.n)
}

func (h *histogram) quantile(p float64) float64 {
	if h.n == 0 {
		return 0
	}
	x, _ := h.at(h.rankOf(p))
	return x
}

// tailMean is TVaR: the losses of higher rank, and of the loss at the rank
// itself as much as is missing to 1−p of all.
func (h *histogram) tailMean(p float64) float64 {
	if h.n == 0 {
		return 0
	}
	r := h.rankOf(p)
	v, b := h.at(r)
	if v == 0 {
		return h.mean / (1 - p)
	}
	sum, _ := b.above(r)
	part := float64(r) - float64(p*float64(h.n))
	return max(v, (sum+float64(part*v))/(float64(h.n-r)+part))
}

// above returns the sums of the losses and of their squares over the ranks
// greater than r, which lies in the bucket.
func (b *filled) above(r uint64) (sum, square float64) {
	k := b.rank + b.n - 1 - r // how many of the bucket are greater
	if k == 0 {
		return b.after, b.afterSquare
	}
	part := filled{n: k, least: b.loss(r + 1), most: b.most}
	return b.after + part.sum(), b.afterSquare + part.square()
}

func (h *histogram) exceedance(x float64) float64 {
	if h.n == 0 {
		return 0
	}
	lo, hi := 0, len(h.buckets) // the first bucket with a loss greater than x
	for lo < hi {
		if mid := (lo + hi) / 2; h.buckets[mid].most > x {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	if lo == len(h.buckets) {
		return 0
	}
	b := &h.buckets[lo]
	greater := float64(h.n - (b.rank - 1))
	if x >= b.least && b.n > 1 {
		// of n losses at equal distances, those up to x
		greater -= math.Floor(float64((x-b.least)/(b.most-b.least)*float64(b.n-1))) + 1
	}
	return greater / float64(h.n)
}
