package montecarlo

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// The exact method reads a model by itself and not through the program of the
// simulation, so that each of the two tests the other.

// exactPlan is a model as the exact method sees it: scenarios that are
// independent of one another once the states of the common causes are known.
type exactPlan struct {
	causes    []cause
	scenarios []exactScenario // sorted by id
}

// cause is what strikes several scenarios in a year, or strikes one in several
// of its parts: a shock, whose states are 0 and 1, or an uncertain share of a
// control, whose states are values of the share.
type cause struct{ values, weights []float64 }

type exactScenario struct {
	id       ScenarioID
	count    eventCount
	severity eventLaw
	sum      eventLaw  // of severity and secondary loss; nil: there is none
	shares   []float64 // of events with secondary loss; nodes of an integral
	weights  []float64
	keep     causedFactor // of the events
	leave    causedFactor // of a loss
	detect   []causedDetection
	perEvent []layer
	perYear  []layer
	strikes  []causedStrike
	causes   []int // that act on it, rising
}

// causedFactor is a number times one minus the shares that some causes have.
type causedFactor struct {
	constant float64
	causes   []int
}

type causedDetection struct {
	probability float64
	leave       causedFactor
}

type causedStrike struct {
	cause  int
	count  *eventCount // nil: no events on top
	factor float64
}

const (
	localStep  = 0.25 // between nodes of what is drawn for one scenario alone
	sharedStep = 0.5  // between nodes of what meets other such things
)

// newExactPlan reads a valid model; what has no exact form is a problem.
// Laws of sums, which take long, are taken from those that are known and added
// to them.
func newExactPlan(m Model, sums map[string]eventLaw) (*exactPlan, error) {
	c := newChecker()
	p := &exactPlan{}
	if len(m.Correlations) > 0 {
		c.Add("correlations", NoExactForm, "what", "a correlation")
	}
	for i, s := range m.Scenarios {
		own := newChecker()
		p.scenarios = append(p.scenarios, own.exactScenario(s, sums))
		c.Nest(aims.Field("scenarios", i), own.Err())
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	slices.SortFunc(p.scenarios, func(a, b exactScenario) int { return cmp.Compare(a.id, b.id) })
	for i, s := range m.Shocks {
		own := newChecker()
		own.exactShock(p, s)
		c.Nest(aims.Field("shocks", i), own.Err())
	}
	p.controls(m)
	for i := range p.scenarios {
		p.scenarios[i].collect()
	}
	for i, s := range m.Scenarios {
		if mean, square := p.find(s.ID).eventMoments(); !finite(mean) || !finite(square) {
			c.Add(aims.Field("scenarios", i), InfiniteVariance, "scenario", string(s.ID))
		}
	}
	for _, group := range p.components() {
		if n := p.states(group.causes); n > maxStates {
			at := slices.IndexFunc(m.Scenarios, func(s Scenario) bool { return s.ID == p.scenarios[group.scenarios[0]].id })
			c.Add(aims.Field("scenarios", at), TooManyStates, "causes", strconv.Itoa(len(group.causes)), "max", strconv.Itoa(maxStates))
		}
	}
	return p, c.Err()
}

// maxStates is how many combinations of the states of common causes are
// computed one by one.
const maxStates = 512

func (p *exactPlan) find(id ScenarioID) *exactScenario {
	i, _ := slices.BinarySearchFunc(p.scenarios, id, func(s exactScenario, id ScenarioID) int { return cmp.Compare(s.id, id) })
	return &p.scenarios[i]
}

func (c *checker) exactScenario(s Scenario, sums map[string]eventLaw) exactScenario {
	out := exactScenario{id: s.ID, keep: causedFactor{constant: 1}, leave: causedFactor{constant: 1}}
	if s.Tree == nil {
		out.severity = eventLawOf(*s.Severity)
		if s.Frequency.UncertainRate == nil {
			out.count = eventCountOf(*s.Frequency)
		} else {
			out.count = c.uncertainCount("frequency/uncertainRate", 1, *s.Frequency.UncertainRate)
		}
		return out
	}
	t := s.Tree
	if s.isProduct() {
		c.Add("tree/form", NoExactForm, "what", "a product of frequency and magnitude")
		return out
	}
	scale := 1.0
	if s.hasSusceptibility() && t.Susceptibility == nil {
		scale, _ = t.SusceptibilityOf()
	}
	var rates []Distribution
	for _, d := range []*Distribution{t.LossEventFrequency, t.ThreatEventFrequency, t.ContactFrequency, t.ProbabilityOfAction, t.Susceptibility} {
		if d != nil {
			rates = append(rates, *d)
		}
	}
	out.count = c.uncertainCount("tree", scale, rates...)
	loss := t.LossMagnitude
	if loss == nil {
		loss = t.PrimaryLoss
	}
	out.severity = eventLawOf(*loss)
	if t.SecondaryLoss != nil {
		out.sum = sumOf(out.severity, eventLawOf(*t.SecondaryLoss), sums)
		out.shares, out.weights = nodes(*t.SecondaryFrequency, localStep)
	}
	return out
}

// uncertainCount is Poisson with a rate of scale times the product of the
// factors.
func (c *checker) uncertainCount(field string, scale float64, factors ...Distribution) eventCount {
	rates, weights := []float64{scale}, []float64{1}
	step := localStep
	if len(factors) > 1 {
		step = sharedStep
	}
	for _, d := range factors {
		v, w := nodes(d, step)
		nextRates, nextWeights := make([]float64, 0, len(v)*len(rates)), make([]float64, 0, len(v)*len(rates))
		for i, r := range rates {
			for j := range v {
				if q := float64(weights[i] * w[j]); q > 1e-18 {
					nextRates, nextWeights = append(nextRates, float64(r*v[j])), append(nextWeights, q)
				}
			}
		}
		rates, weights = nextRates, nextWeights
	}
	if len(rates) == 1 {
		return eventCount{kind: FrequencyPoisson, mean: rates[0]}
	}
	count, ok := mixedPoisson(rates, weights)
	if !ok {
		c.Add(field, NoExactForm, "what", "an uncertain rate that reaches thousands of events a year")
	}
	return count
}

func (c *checker) exactShock(p *exactPlan, s Shock) {
	q := s.Probability.value
	p.causes = append(p.causes, cause{[]float64{0, 1}, []float64{1 - q, q}})
	for i, k := range s.Strikes {
		hit := causedStrike{cause: len(p.causes) - 1, factor: k.Factor.Or(1)}
		if k.Events != nil {
			var count eventCount
			if k.Events.UncertainRate != nil {
				count = c.uncertainCount(aims.Field("strikes", i)+"/events/uncertainRate", 1, *k.Events.UncertainRate)
			} else {
				count = eventCountOf(*k.Events)
			}
			hit.count = &count
		}
		target := p.find(k.Scenario)
		target.strikes = append(target.strikes, hit)
	}
}

// controls puts the effects of the controls that are on where they act.
func (p *exactPlan) controls(m Model) {
	for _, k := range m.Controls {
		if k.Off {
			continue
		}
		for _, e := range k.Effects {
			left := causedFactor{constant: 1}
			if e.Share != nil {
				left = p.remaining(*e.Share)
			}
			for _, s := range m.Scenarios {
				if len(e.Scenarios) == 0 || slices.Contains(e.Scenarios, s.ID) {
					p.find(s.ID).effect(e, left, s.hasSusceptibility())
				}
			}
		}
	}
}

// remaining is what an effect with a share leaves; an uncertain share is a
// cause of its own.
func (p *exactPlan) remaining(share Distribution) causedFactor {
	values, weights := nodes(share, sharedStep)
	if len(values) == 1 {
		return causedFactor{constant: 1 - values[0]}
	}
	p.causes = append(p.causes, cause{values, weights})
	return causedFactor{1, []int{len(p.causes) - 1}}
}

func (s *exactScenario) effect(e Effect, left causedFactor, susceptible bool) {
	switch e.Kind {
	case Prevention:
		s.keep.times(left)
	case Hardening:
		if susceptible {
			s.keep.times(left)
		}
	case Response:
		s.leave.times(left)
	case Detection:
		s.detect = append(s.detect, causedDetection{e.Probability.value, left})
	case Cover:
		if e.PerEvent != nil {
			s.perEvent = append(s.perEvent, layer{e.PerEvent.Deductible.Or(0), e.PerEvent.Limit.Or(unlimited)})
		}
		if e.PerYear != nil {
			s.perYear = append(s.perYear, layer{e.PerYear.Deductible.Or(0), e.PerYear.Limit.Or(unlimited)})
		}
	}
}

func (f *causedFactor) times(g causedFactor) {
	f.constant = float64(f.constant * g.constant)
	f.causes = append(f.causes, g.causes...)
}

// collect lists the causes that act on the scenario.
func (s *exactScenario) collect() {
	s.causes = append(s.causes, s.keep.causes...)
	s.causes = append(s.causes, s.leave.causes...)
	for _, d := range s.detect {
		s.causes = append(s.causes, d.leave.causes...)
	}
	for _, k := range s.strikes {
		s.causes = append(s.causes, k.cause)
	}
	slices.Sort(s.causes)
	s.causes = slices.Compact(s.causes)
}

// eventMoments returns the first two moments of the loss of an event, before
// anything acts on it but covers per event.
func (s *exactScenario) eventMoments() (mean, square float64) {
	for _, l := range []eventLaw{s.severity, s.sum} {
		if l == nil {
			continue
		}
		for _, by := range s.perEvent {
			l = layerEvents(l, by)
		}
		mean, square = mean+l.excess(0), square+l.square(0)
	}
	return mean, square
}

// component is a group of scenarios that common causes hold together.
type component struct{ scenarios, causes []int }

// components divides the scenarios into groups that are independent of one
// another.
func (p *exactPlan) components() []component {
	group := make([]int, len(p.causes)) // of a cause
	for i := range group {
		group[i] = i
	}
	for _, s := range p.scenarios {
		for _, c := range s.causes {
			from, to := group[c], group[s.causes[0]]
			for i := range group {
				if group[i] == from {
					group[i] = to
				}
			}
		}
	}
	var out []component
	at := make(map[int]int)
	for i, s := range p.scenarios {
		if len(s.causes) == 0 {
			out = append(out, component{scenarios: []int{i}})
			continue
		}
		g := group[s.causes[0]]
		k, ok := at[g]
		if !ok {
			k = len(out)
			at[g] = k
			out = append(out, component{})
			for c := range group {
				if group[c] == g {
					out[k].causes = append(out[k].causes, c)
				}
			}
		}
		out[k].scenarios = append(out[k].scenarios, i)
	}
	return out
}

// states counts the combinations of states of some causes; math.MaxInt when
// they are too many to count.
func (p *exactPlan) states(causes []int) int {
	n := 1
	for _, c := range causes {
		n *= len(p.causes[c].values)
		if n > maxStates {
			return math.MaxInt
		}
	}
	return n
}

// each calls f for every combination of states of some causes with its
// probability. The states are indices into the causes' values, by cause.
func (p *exactPlan) each(causes []int, f func(state []int, probability float64)) {
	state := make([]int, len(p.causes))
	var from func(k int, probability float64)
	from = func(k int, probability float64) {
		if k == len(causes) {
			f(state, probability)
			return
		}
		c := causes[k]
		for i, w := range p.causes[c].weights {
			if w > 0 {
				state[c] = i
				from(k+1, float64(probability*w))
			}
		}
		state[c] = 0
	}
	from(0, 1)
}
