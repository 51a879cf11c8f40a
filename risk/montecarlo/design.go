package montecarlo

import (
	"fmt"
	"math"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// DesignKind is the kind of a [Design].
type DesignKind string

// The kinds of design.
const (
	// DesignGrid is every combination of the values of the factors. A range has
	// as many values as it has steps.
	DesignGrid DesignKind = "grid"
	// DesignLatinHypercube is Points random points, of which every factor's range,
	// cut into Points equal parts, has one in each part.
	DesignLatinHypercube DesignKind = "latin-hypercube"
	// DesignSobol is Points points of the scrambled [Sobol] sequence, best a power of two.
	DesignSobol DesignKind = "sobol"
	// DesignOneAtATime is the model as it stands, then each factor alone at each
	// of its values; a range or distribution at Low and High. It makes a [Tornado].
	DesignOneAtATime DesignKind = "one-at-a-time"
	// DesignIndices is the scheme of Saltelli for [Indices], from Points base
	// points: there are Points × (factors + 2) points, rounded up to a multiple of 8 base points.
	DesignIndices DesignKind = "indices"
)

var designKinds = []DesignKind{DesignGrid, DesignLatinHypercube, DesignSobol, DesignOneAtATime, DesignIndices}

// Known reports whether k is in the vocabulary.
func (k DesignKind) Known() bool { return word.Known(k, designKinds...) }

// UnmarshalText reads a word of the vocabulary.
func (k *DesignKind) UnmarshalText(text []byte) (err error) {
	*k, err = word.Parse("montecarlo.DesignKind", text, designKinds...)
	return err
}

// Design says at which points of its factors a [Study] looks.
type Design struct {
	Kind   DesignKind `json:"kind"`
	Points int        `json:"points,omitempty"` // Latin hypercube, Sobol, indices
	Seed   uint64     `json:"seed,omitempty"`   // of the points; the trials have their own
	// Low and High are the probabilities at which one-at-a-time takes a range or
	// distribution; absent: 0.1 and 0.9.
	Low  Number `json:"low,omitzero"`
	High Number `json:"high,omitzero"`
}

// MaxPoints is the greatest number of points of a study.
const MaxPoints = 1 << 30

// Validate reports an unknown kind, points that are missing, too many or not
// wanted, and probabilities out of order.
func (d Design) Validate() error {
	c := newChecker()
	aims.CheckWord(&c.Checker, "kind", d.Kind)
	least := 1
	switch d.Kind {
	case DesignGrid, DesignOneAtATime:
		if d.Points != 0 {
			c.Add("points", ParameterUnused, "kind", "the design "+string(d.Kind), "name", "points", "want", "the values of the factors")
		}
	case DesignIndices:
		least = 2 * repetitions
		fallthrough
	case DesignLatinHypercube, DesignSobol:
		ok := func(x float64) bool { return x >= float64(least) && x <= MaxPoints }
		c.float("points", float64(d.Points), ok, fmt.Sprintf("a whole number from %d to %d", least, MaxPoints))
	}
	inside := func(x float64) bool { return x > 0 && x < 1 }
	c.number("low", d.Low, inside, wantLevel)
	c.number("high", d.High, inside, wantLevel)
	if low, high := d.levels(); c.Err() == nil && low >= high {
		c.Add("high", OutOfOrder, "first", "low", "firstValue", format(low), "relation", "less than", "second", "high", "secondValue", format(high))
	}
	return c.Err()
}

const wantLevel = "a number between 0 and 1, both excluded"

// levels returns the probabilities of a one-at-a-time design.
func (d Design) levels() (low, high float64) { return d.Low.Or(0.1), d.High.Or(0.9) }

// cube returns the number of points of a sampling design over so many factors,
// and a function that sets u, which has a coordinate in (0, 1) for each factor,
// to point i. The design is valid.
func (d Design) cube(factors int) (points int64, at func(i int64, u []float64), err error) {
	switch d.Kind {
	case DesignSobol:
		s, err := NewSobol(factors, d.Seed)
		return int64(d.Points), func(i int64, u []float64) { s.Point(uint32(i), u) }, err
	case DesignIndices:
		plan, err := newIndexPlan(factors, d.Points, d.Seed)
		if err != nil {
			return 0, nil, err
		}
		return int64(plan.size()), func(i int64, u []float64) { plan.point(int(i), u) }, nil
	default:
		return int64(d.Points), d.hypercube, nil
	}
}

// hypercube sets u to point i of a Latin hypercube.
func (d Design) hypercube(i int64, u []float64) {
	for k := range u {
		key := hash(d.Seed, uint64(k))
		part := shuffle(uint64(i), uint64(d.Points), key)
		u[k] = (float64(part) + openUnit(hash(key, uint64(d.Points+int(i))))) / float64(d.Points)
		u[k] = min(u[k], 1-0x1p-53)
	}
}

// shuffle is a permutation of 0 to n-1 that needs no memory: a Feistel network
// on the least even number of bits that holds n, walked until it returns to
// the range.
func shuffle(i, n, key uint64) uint64 {
	half := 1
	for uint64(1)<<(2*half) < n {
		half++
	}
	mask := uint64(1)<<half - 1
	for {
		left, right := i>>half, i&mask
		for round := range uint64(4) {
			left, right = right, left^hash(key+round, right)>>20&mask
		}
		if i = left<<half | right; i < n {
			return i
		}
	}
}

// grid numbers the combinations of factors with so many values each, the last
// factor changing fastest; false where there are too many.
func grid(sizes []int) (points int64, ok bool) {
	points = 1
	for _, n := range sizes {
		if int64(n) > MaxPoints/points {
			return math.MaxInt64, false
		}
		points *= int64(n)
	}
	return points, true
}
