package montecarlo

import (
	"cmp"
	"slices"
	"strconv"
)

// program is a valid model made ready to be drawn from. It is not changed
// after it was compiled, and all workers share it.
type program struct {
	scenarios []scenario // sorted by id, so that sums do not depend on the document's order
	shares    []share    // uncertain shares of effects
	shocks    []shock
	nodes     []node // correlated factors
	normal    *table // standard normal quantiles, for the nodes
	atoms     [][]float64
}

type share struct {
	key     uint64
	sampler sampler
}

type shock struct {
	key         uint64
	probability float64
}

// node is a correlated factor: its normal score is the product of row with the
// independent scores of the nodes up to it.
type node struct {
	key uint64
	row []float64
}

// scenario is one scenario with everything that acts on it.
type scenario struct {
	id        ScenarioID
	key       uint64
	count     counting
	product   bool
	severity  sampler
	secondary *secondary
	keep      factor // of the events, after prevention and hardening
	leave     factor // of the loss of an event, after response
	detect    []detection
	perEvent  []layer
	perYear   []layer
	strikes   []strike
}

// counting draws the number of events of a year: from a counter, or where
// rates are uncertain, Poisson with scale times their product.
type counting struct {
	counter    *counter
	scale      float64
	rates      []drawn
	occurrence int // correlated node, or −1
}

// drawn is a factor that is drawn once a year.
type drawn struct {
	purpose uint64
	sampler sampler
	node    int // correlated node, or −1
}

type secondary struct {
	share drawn
	loss  sampler
}

// factor is a number times one minus each of some uncertain shares.
type factor struct {
	constant float64
	shares   []int
}

type detection struct {
	key         uint64
	probability float64
	leave       factor
}

type layer struct{ deductible, limit float64 }

// left is what the organization bears of a loss.
func (l layer) left(x float64) float64 {
	switch {
	case x <= l.deductible:
		return x
	case x-l.deductible <= l.limit:
		return l.deductible
	}
	return max(l.deductible, x-l.limit)
}

type strike struct {
	shock  int
	key    uint64
	count  *counting // nil: no events on top
	factor float64
}

// compile makes a valid model ready.
func compile(m Model, t tables) *program {
	p := &program{atoms: m.atoms()}
	list := correlatedFactors(m.Correlations)
	rows, _ := cholesky(list, m.Correlations)
	at := make(map[FactorOf]int, len(list))
	for i, f := range list {
		at[f] = i
		p.nodes = append(p.nodes, node{idKey("factor", f.String()), rows[i]})
	}
	if len(list) > 0 {
		p.normal = t.normal()
	}
	nodeOf := func(id ScenarioID, f Factor) int {
		if i, ok := at[FactorOf{id, f}]; ok {
			return i
		}
		return -1
	}
	for _, s := range m.Shocks {
		p.shocks = append(p.shocks, shock{idKey("shock", string(s.ID)), s.Probability.value})
	}
	for _, s := range m.Scenarios {
		p.scenarios = append(p.scenarios, t.scenario(s, nodeOf))
	}
	slices.SortFunc(p.scenarios, func(a, b scenario) int { return cmp.Compare(a.id, b.id) })
	for i := range p.scenarios {
		if c := &p.scenarios[i].count; c.occurrence >= 0 && c.counter != nil {
			c.counter = c.counter.withScores()
		}
	}
	p.act(m, t)
	for i, s := range m.Shocks {
		for _, k := range s.Strikes {
			target := p.find(k.Scenario)
			hit := strike{shock: i, key: idKey("strike", string(s.ID)), factor: k.Factor.Or(1)}
			if k.Events != nil {
				c := t.counting(*k.Events, -1, -1)
				hit.count = &c
			}
			target.strikes = append(target.strikes, hit)
		}
	}
	return p
}

func (p *program) find(id ScenarioID) *scenario {
	i, _ := slices.BinarySearchFunc(p.scenarios, id, func(s scenario, id ScenarioID) int { return cmp.Compare(s.id, id) })
	return &p.scenarios[i]
}

func (t tables) scenario(s Scenario, nodeOf func(ScenarioID, Factor) int) scenario {
	out := scenario{id: s.ID, key: idKey("scenario", string(s.ID)), keep: factor{constant: 1}, leave: factor{constant: 1}}
	if s.Tree == nil {
		out.count = t.counting(*s.Frequency, nodeOf(s.ID, FactorOccurrence), nodeOf(s.ID, FactorRate))
		out.severity = t.sampler(*s.Severity)
		return out
	}
	tree := s.Tree
	out.product = s.isProduct()
	out.count = counting{scale: 1, occurrence: nodeOf(s.ID, FactorOccurrence)}
	if s.hasSusceptibility() && tree.Susceptibility == nil {
		out.count.scale = t.exceeds(*tree.ThreatCapability, *tree.ResistanceStrength)
	}
	for _, n := range []struct {
		d       *Distribution
		purpose uint64
		f       Factor
	}{
		{tree.LossEventFrequency, forRate, FactorRate},
		{tree.ThreatEventFrequency, forThreatEventFrequency, FactorThreatEventFrequency},
		{tree.ContactFrequency, forContactFrequency, FactorContactFrequency},
		{tree.ProbabilityOfAction, forProbabilityOfAction, FactorProbabilityOfAction},
		{tree.Susceptibility, forSusceptibility, FactorSusceptibility},
	} {
		if n.d != nil {
			out.count.multiply(drawn{n.purpose, t.sampler(*n.d), nodeOf(s.ID, n.f)})
		}
	}
	if len(out.count.rates) == 0 {
		out.count.counter = poissonCounter(out.count.scale)
	}
	loss := tree.LossMagnitude
	if loss == nil {
		loss = tree.PrimaryLoss
	}
	out.severity = t.sampler(*loss)
	if tree.SecondaryLoss != nil {
		out.secondary = &secondary{
			drawn{forSecondaryFrequency, t.sampler(*tree.SecondaryFrequency), nodeOf(s.ID, FactorSecondaryFrequency)},
			t.sampler(*tree.SecondaryLoss),
		}
	}
	return out
}

func (c *counting) multiply(d drawn) {
	if x, ok := d.sampler.constant(); ok {
		c.scale = float64(c.scale * x)
		return
	}
	c.rates = append(c.rates, d)
}

func (t tables) counting(f Frequency, occurrence, rate int) counting {
	c := counting{scale: 1, occurrence: occurrence}
	if f.UncertainRate != nil {
		c.multiply(drawn{forRate, t.sampler(*f.UncertainRate), rate})
		if len(c.rates) == 0 {
			c.counter = poissonCounter(c.scale)
		}
		return c
	}
	c.counter = f.counterOf()
	return c
}

// act puts the effects of the controls that are on where they act. What
// multiplies is taken in the order of the controls' ids, so that the order of
// the document does not matter; covers are taken in the document's order.
func (p *program) act(m Model, t tables) {
	order := make([]int, 0, len(m.Controls))
	for i, k := range m.Controls {
		if !k.Off {
			order = append(order, i)
		}
	}
	for _, i := range order {
		for _, e := range m.Controls[i].Effects {
			p.each(e, func(s *scenario, _ Scenario) { s.cover(e) }, m)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(m.Controls[i].ID, m.Controls[j].ID) })
	for _, i := range order {
		for j, e := range m.Controls[i].Effects {
			if e.Share == nil {
				continue
			}
			left := p.remaining(m.Controls[i].ID, j, t.sampler(*e.Share))
			p.each(e, func(s *scenario, source Scenario) {
				switch e.Kind {
				case Hardening:
					if source.hasSusceptibility() {
						s.keep.times(left)
					}
				case Prevention:
					s.keep.times(left)
				case Response:
					s.leave.times(left)
				case Detection:
					s.detect = append(s.detect, detection{idKey("detection", string(m.Controls[i].ID)+"/"+strconv.Itoa(j)), e.Probability.value, left})
				}
			}, m)
		}
	}
}

// each calls f for every scenario that an effect works on.
func (p *program) each(e Effect, f func(*scenario, Scenario), m Model) {
	for _, s := range m.Scenarios {
		if len(e.Scenarios) == 0 || slices.Contains(e.Scenarios, s.ID) {
			f(p.find(s.ID), s)
		}
	}
}

// remaining is what the share of an effect leaves.
func (p *program) remaining(id ControlID, effect int, s sampler) factor {
	if x, ok := s.constant(); ok {
		return factor{constant: 1 - x}
	}
	p.shares = append(p.shares, share{idKey("share", string(id)+"/"+strconv.Itoa(effect)), s})
	return factor{1, []int{len(p.shares) - 1}}
}

func (f *factor) times(g factor) {
	f.constant = float64(f.constant * g.constant)
	f.shares = append(f.shares, g.shares...)
}

func (s *scenario) cover(e Effect) {
	for _, l := range []struct {
		from *Layer
		to   *[]layer
	}{{e.PerEvent, &s.perEvent}, {e.PerYear, &s.perYear}} {
		if l.from != nil {
			*l.to = append(*l.to, layer{l.from.Deductible.Or(0), l.from.Limit.Or(unlimited)})
		}
	}
}
