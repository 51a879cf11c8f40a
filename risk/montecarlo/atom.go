package montecarlo

import (
	"cmp"
	"math"
	"slices"
)

// Covers make years cost the same to the cent: their deductible. Such losses
// are counted by themselves, since among others in their bucket they would get
// lost, and with them the answer to how often a deductible is exceeded.

// atom is a loss that many years may have in common. It divides its bucket: what
// is less stays there.
type atom struct {
	at    uint64 // the bits of the loss
	is    bucket // losses that are it
	above bucket // losses of the same bucket that are greater, up to the next atom
}

// mostAtoms is how many losses of a curve are counted by themselves.
const mostAtoms = 32

// atoms lists, for each scenario in the order of the ids, the losses that covers
// make frequent: deductibles of the year, and those of one, two and three events.
func (m Model) atoms() [][]float64 {
	var out [][]float64
	for _, id := range sortedIDs(m) {
		var s scenario
		for _, k := range m.Controls {
			for _, e := range k.Effects {
				if !k.Off && (len(e.Scenarios) == 0 || slices.Contains(e.Scenarios, id)) {
					s.cover(e)
				}
			}
		}
		var list []float64
		add := func(x float64, then []layer) {
			for _, l := range then {
				x = l.left(x)
			}
			list = append(list, x)
		}
		for i, l := range s.perEvent {
			d := l.deductible
			for _, next := range s.perEvent[i+1:] {
				d = next.left(d)
			}
			for n := 1.0; n <= 3; n++ {
				add(float64(n*d), s.perYear)
			}
		}
		for i, l := range s.perYear {
			add(l.deductible, s.perYear[i+1:])
		}
		out = append(out, list)
	}
	return out
}

func newTally(losses []float64) *tally {
	t := new(tally)
	for _, x := range losses {
		if x > 0 && len(t.atoms) < mostAtoms {
			t.atoms = append(t.atoms, atom{math.Float64bits(x), emptyBucket, emptyBucket})
		}
	}
	slices.SortFunc(t.atoms, func(a, b atom) int { return cmp.Compare(a.at, b.at) })
	t.atoms = slices.CompactFunc(t.atoms, func(a, b atom) bool { return a.at == b.at })
	return t
}

// place returns the bucket of a loss, given what it would be without atoms.
func (t *tally) place(b uint64, k *bucket) *bucket {
	for i := range t.atoms {
		a := &t.atoms[i]
		if a.at > b {
			break
		}
		if a.at == b {
			return &a.is
		}
		if a.shares(b) {
			k = &a.above
		}
	}
	return k
}

// shares reports whether the bucket of the atom is that of b.
func (a *atom) shares(b uint64) bool {
	const place = significandBits - bucketBits
	return a.at>>place == b>>place
}

// buckets calls f for all buckets of octave e that are not empty, in the order
// of their losses.
func (t *tally) buckets(e int, f func(*bucket)) {
	o := t.octave[e]
	if o == nil {
		return
	}
	next := slices.IndexFunc(t.atoms, func(a atom) bool { return a.at>>significandBits == uint64(e) })
	for i := range o.bucket {
		if k := &o.bucket[i]; k.n > 0 {
			f(k)
		}
		first := uint64(e)<<significandBits | uint64(i)<<(significandBits-bucketBits)
		for next >= 0 && next < len(t.atoms) && t.atoms[next].shares(first) {
			a := &t.atoms[next]
			for _, k := range []*bucket{&a.is, &a.above} {
				if k.n > 0 {
					f(k)
				}
			}
			next++
		}
	}
}
