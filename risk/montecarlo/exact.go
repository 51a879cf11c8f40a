package montecarlo

import (
	"math"
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// ExactOptions says how finely the exact method computes. The zero value works.
type ExactOptions struct {
	// Points of the lattice, a power of two from 2^10 to 2^22; 0 is 2^15. Twice as
	// many points give a quarter of the error, and take twice as long.
	Points int
	Levels []Level // at which VaR and TVaR are given; empty: [DefaultLevels]
	Curves bool    // the exceedance curves are listed in the summaries
}

const (
	defaultPoints = 1 << 15
	leastPoints   = 1 << 10
	mostPoints    = 1 << 22
)

// Validate reports what is wrong with the options.
func (o ExactOptions) Validate() error {
	c := newChecker()
	if n := o.Points; n != 0 && (n < leastPoints || n > mostPoints || n&(n-1) != 0) {
		c.Add("points", OutOfRange, "got", strconv.Itoa(n), "want", "a power of two from 1024 to 4194304, or 0 for 32768")
	}
	for i, l := range o.Levels {
		c.float(aims.Field("levels", i), float64(l), func(x float64) bool { return x > 0 && x < 1 }, "a level between 0 and 1, both excluded")
	}
	return c.Err()
}

func (o ExactOptions) levels() []Level {
	if len(o.Levels) == 0 {
		return DefaultLevels()
	}
	return o.Levels
}

// reaches is the probability that the lattice leaves out: small beside the
// rarest level.
func (o ExactOptions) tail() float64 {
	tail := 2e-4
	for _, l := range o.levels() {
		tail = min(tail, 1-float64(l))
	}
	return float64(0.05 * tail)
}

// exactMethod names the method and its version. The version rises with every
// change that gives other figures for the same model and options.
const exactMethod = "montecarlo exact 1"

// Exact computes the distribution of a year's loss without drawing: the law of
// each event's loss on a lattice, that of their sum by its transform, that of
// several scenarios as the product of their transforms, and common causes one
// state after the other. An [aims.InvalidError] says what is wrong with the
// model or the options, or that a model has no exact form: what correlations
// tie, products of frequency and magnitude, infinite variances and more than
// 512 combinations of the states of common causes are left to [Simulate].
//
// Means, standard deviations and the probability of no loss do not depend on
// the lattice, but for covers per year. For VaR and TVaR each summary has
// bounds: the figure of this lattice and that of one with half the points
// differ by three times the error of the first where the curve is smooth, and
// the whole difference is given, with half a step more where losses of one size
// make the curve jump. Where all losses are multiples of one amount, the
// lattice has it as its step and there is no error but rounding.
//
// With covers per year the largest loss of a year depends on the whole year,
// and the result has no curve of it.
func Exact(m Model, o ExactOptions) (Result, error) {
	if err := o.Validate(); err != nil {
		return Result{}, err
	}
	return newExactEngine(o).result(m)
}

// total computes the loss of groups that are independent of each other.
func (p *exactPlan) total(g *raster, groups []component) *lattice {
	var whole yearOn
	for i, group := range groups {
		one := p.group(g, group)
		if i == 0 {
			whole = one
			continue
		}
		whole.spectrum.times(one.spectrum)
		whole.add(one)
	}
	return newLattice(g, g.probabilities(whole.spectrum), whole.mean, whole.square, whole.zero)
}

// add makes the moments those of the sum of both.
func (y *yearOn) add(z yearOn) {
	y.square += z.square + float64(2*float64(y.mean*z.mean))
	y.mean += z.mean
	y.zero = float64(y.zero * z.zero)
}

// group computes the loss of a component: in each state of its causes the
// scenarios are independent.
func (p *exactPlan) group(g *raster, group component) yearOn {
	if len(group.causes) == 0 {
		y := p.year(&p.scenarios[group.scenarios[0]], nil)
		return g.net(&y)
	}
	known := make(map[string]yearOn)
	out := yearOn{spectrum: g.newSpectrum()}
	p.each(group.causes, func(state []int, probability float64) {
		var whole yearOn
		for k, i := range group.scenarios {
			s := &p.scenarios[i]
			key := s.stateKey(i, state)
			one, ok := known[key]
			if !ok {
				y := p.year(s, state)
				one = g.net(&y)
				known[key] = one
			}
			if k == 0 {
				whole = one
				whole.spectrum = g.clone(one.spectrum)
				continue
			}
			whole.spectrum.times(one.spectrum)
			whole.add(one)
		}
		out.spectrum.add(probability, whole.spectrum)
		out.mean += float64(probability * whole.mean)
		out.square += float64(probability * whole.square)
		out.zero += float64(probability * whole.zero)
	})
	return out
}

// stateKey names what of a state acts on the scenario.
func (s *exactScenario) stateKey(index int, state []int) string {
	key := strconv.Itoa(index)
	for _, c := range s.causes {
		key += "," + strconv.Itoa(state[c])
	}
	return key
}

// laws calls f for every law that an event can have.
func (p *exactPlan) laws(groups []component, f func(eventLaw)) {
	for _, group := range groups {
		for _, i := range group.scenarios {
			p.each(p.scenarios[i].causes, func(state []int, _ float64) {
				y := p.year(&p.scenarios[i], state)
				f(y.alone)
				if y.both != nil {
					f(y.both)
				}
			})
		}
	}
}

func (p *exactPlan) coversYears(groups []component) bool {
	return slices.ContainsFunc(groups, func(g component) bool {
		return slices.ContainsFunc(g.scenarios, func(i int) bool { return len(p.scenarios[i].perYear) > 0 })
	})
}

// jumps reports whether losses of one size can make the curve jump elsewhere
// than at 0.
func (p *exactPlan) jumps(groups []component) bool {
	found := p.coversYears(groups)
	p.laws(groups, func(l eventLaw) { found = found || hasAtoms(l) })
	return found
}

func hasAtoms(l eventLaw) bool {
	switch l := l.(type) {
	case *atomicEvents:
		return l.values[len(l.values)-1] > 0
	case layeredEvents:
		return l.layer.deductible > 0 || hasAtoms(l.of)
	case cappedEvents:
		return true
	case scaledEvents:
		return hasAtoms(l.of)
	case mixedEvents:
		return slices.ContainsFunc(l.parts, func(w weightedEvents) bool { return hasAtoms(w.law) })
	}
	return false
}

// commonStep returns the greatest amount of which every possible loss is a
// multiple, false if there is none worth a lattice.
func (p *exactPlan) commonStep(groups []component) (float64, bool) {
	var amounts []float64
	atomic := true
	p.laws(groups, func(l eventLaw) {
		a, ok := l.(*atomicEvents)
		atomic = atomic && ok
		if ok {
			amounts = append(amounts, a.values...)
		}
	})
	for _, group := range groups {
		for _, i := range group.scenarios {
			for _, by := range p.scenarios[i].perYear {
				amounts = append(amounts, by.deductible)
				if by.limit < largest {
					amounts = append(amounts, by.limit)
				}
			}
		}
	}
	if !atomic {
		return 0, false
	}
	slices.Sort(amounts)
	amounts = slices.Compact(amounts)
	if amounts[0] == 0 {
		amounts = amounts[1:]
	}
	if len(amounts) == 0 {
		return 1, true
	}
	for parts := 1.0; parts <= 1000; parts++ {
		step := amounts[0] / parts
		if !slices.ContainsFunc(amounts, func(x float64) bool {
			n := x / step
			return math.Abs(n-math.Round(n)) > 1e-9 || n > mostPoints
		}) {
			return step, true
		}
	}
	return 0, false
}
