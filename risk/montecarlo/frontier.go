package montecarlo

import (
	"cmp"
	"context"
	"fmt"
	"math/bits"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/aimskit/aimskit/aims"
)

// MaxFrontierControls is the greatest number of controls of a [Frontier]:
// every subset of them is looked at.
const MaxFrontierControls = 20

// Choice is a subset of the controls that were looked at.
type Choice struct {
	Controls []ControlID `json:"controls"` // those that are on, in the order of the model
	Cost     aims.Amount `json:"cost"`     // of these, a year
	Value    float64     `json:"value"`    // of the metric, all together
}

// Choices is what the controls of a model can do for what they cost.
type Choices struct {
	Metric   Metric      `json:"metric"`
	Budget   aims.Amount `json:"budget,omitzero"`
	Trials   int64       `json:"trials"`
	Seed     uint64      `json:"seed,omitempty"`
	Subsets  int         `json:"subsets"`  // within the budget
	Frontier []Choice    `json:"frontier"` // by cost; each is better than everything that costs as much or less
}

// Best returns the choice with the least value within the budget.
func (c Choices) Best() Choice {
	if len(c.Frontier) == 0 {
		return Choice{}
	}
	return c.Frontier[len(c.Frontier)-1]
}

// Frontier looks at every subset of the controls, switched on while the others
// of the list are off, and returns those that are worth their cost: nothing
// that costs as much or less leaves less loss. An empty list stands for all
// controls of the model; controls that are not listed stay as they are. An
// unknown budget is no limit.
//
// All subsets meet the same years, so sampling error moves them together. The
// mean of a scenario without covers is a product of what each control leaves,
// which makes subsets of 20 controls cheap. With other metrics each subset
// takes about the time of sorting the trials, so begin with 10,000.
//
// An [aims.InvalidError] lists what is malformed, and costs that are not known.
func Frontier(ctx context.Context, m Model, controls []ControlID, budget aims.Amount, metric Metric, c Config) (Choices, error) {
	if len(controls) == 0 {
		for _, k := range m.Controls {
			controls = append(controls, k.ID)
		}
	}
	costs, scale, err := checkFrontier(m, controls, budget, metric, c)
	if err != nil {
		return Choices{}, err
	}
	f := &frontier{model: m.Without(controls...), metric: metric, config: c, tables: c.tables()}
	for _, k := range m.Controls {
		if slices.Contains(controls, k.ID) {
			f.controls = append(f.controls, k.ID)
		}
	}
	if err := f.look(ctx); err != nil {
		return Choices{}, err
	}
	f.costs, f.limit = costs, noLimit
	if limit, ok := budget.Value(); ok && limit.Shift(scale).LessThan(decimal.NewFromInt(noLimit)) {
		f.limit = limit.Shift(scale).Floor().IntPart()
	}
	if err := f.walk(ctx, 0, 0, 0, make([]int, len(f.outlooks))); err != nil {
		return Choices{}, err
	}
	out := Choices{Metric: metric, Budget: budget, Trials: c.Trials, Seed: c.Seed, Subsets: len(f.seen)}
	for _, s := range f.efficient() {
		choice := Choice{Cost: aims.AmountOf(decimal.New(s.cost, -scale)), Value: s.value, Controls: []ControlID{}}
		for k, id := range f.controls {
			if s.on>>k&1 == 1 {
				choice.Controls = append(choice.Controls, id)
			}
		}
		out.Frontier = append(out.Frontier, choice)
	}
	return out, nil
}

// noLimit is more than all controls together can cost.
const noLimit = int64(1) << 62

// checkFrontier returns the costs of the controls, in the order of the model,
// as whole numbers of 10^−scale.
func checkFrontier(m Model, controls []ControlID, budget aims.Amount, metric Metric, c Config) (costs []int64, scale int32, err error) {
	if err := m.Validate(); err != nil {
		return nil, 0, err
	}
	if err := c.validateKept(); err != nil {
		return nil, 0, err
	}
	k := newChecker()
	k.Count("budget", budget)
	if n := float64(len(controls)); n > MaxFrontierControls {
		k.float("controls", n, func(float64) bool { return false }, "at most "+strconv.Itoa(MaxFrontierControls)+" controls")
	}
	aims.CheckIDs(&k.Checker, "controls", controls)
	if again, err := ParseMetric(metric.String()); err != nil || again != metric {
		k.Add("metric", aims.WordUnknown, "got", metric.String())
	} else if metric.Name == "p0" {
		k.Add("metric", OutOfRange, "got", "p0", "want", "a metric of which less is better, such as pPositive")
	}
	for i, id := range controls {
		if !slices.ContainsFunc(m.Controls, func(c Control) bool { return c.ID == id }) {
			k.unknownControl(aims.Field("controls", i), id, m)
		}
	}
	for i, control := range m.Controls {
		if !slices.Contains(controls, control.ID) {
			continue
		}
		in := aims.Field("model", "controls", i, "cost")
		cost, known := control.Cost.Value()
		if !known {
			k.Add(in, aims.Missing)
		} else if k.Count(in, control.Cost); cost.Exponent() < -scale {
			scale = -cost.Exponent()
		}
	}
	for i, control := range m.Controls {
		if !slices.Contains(controls, control.ID) {
			continue
		}
		cost, _ := control.Cost.Value()
		whole := cost.Shift(scale)
		if !whole.LessThan(decimal.New(1, 17)) { // twenty of them must not overflow
			k.Add(aims.Field("model", "controls", i, "cost"), OutOfRange, "got", cost.String(), "want", "an amount of at most 17 digits")
			continue
		}
		costs = append(costs, whole.IntPart())
	}
	return costs, scale, k.Err()
}

func (c *checker) unknownControl(field string, id ControlID, m Model) {
	var has []string
	for _, k := range m.Controls {
		has = append(has, string(k.ID))
	}
	if len(has) == 0 {
		has = []string{"none"}
	}
	c.Add(field, ControlUnknown, "got", string(id), "has", words(has))
}

// frontier walks through the subsets of the controls.
type frontier struct {
	model    Model // with these controls off
	metric   Metric
	config   Config
	tables   tables
	controls []ControlID
	costs    []int64
	limit    int64
	outlooks []outlook
	total    []float64 // scratch
	seen     []seen
}

// seen is a subset with its value.
type seen struct {
	on    uint32
	cost  int64
	value float64
}

// outlook is a scenario under every subset of the controls that act on it.
type outlook struct {
	bits   []int       // of each control: its bit in the subset, 0 where it does not act
	means  []float64   // by subset, where the metric is the mean
	losses [][]float64 // by subset, else
}

// walk decides on the controls from k on. On and cost are of those before, and
// subsets what they are for each scenario.
func (f *frontier) walk(ctx context.Context, k int, on uint32, cost int64, subsets []int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if cost > f.limit {
		return nil
	}
	if k == len(f.controls) {
		f.seen = append(f.seen, seen{on, cost, f.value(subsets)})
		return nil
	}
	if err := f.walk(ctx, k+1, on, cost, subsets); err != nil {
		return err
	}
	for s := range subsets {
		subsets[s] += f.outlooks[s].bits[k]
	}
	err := f.walk(ctx, k+1, on|1<<k, cost+f.costs[k], subsets)
	for s := range subsets {
		subsets[s] -= f.outlooks[s].bits[k]
	}
	return err
}

func (f *frontier) value(subsets []int) float64 {
	if f.metric.Name == "mean" {
		var total float64
		for s, subset := range subsets {
			total += f.outlooks[s].means[subset]
		}
		return total
	}
	f.total = append(f.total[:0], f.outlooks[0].losses[subsets[0]]...)
	for s, subset := range subsets[1:] {
		for i, x := range f.outlooks[s+1].losses[subset] {
			f.total[i] += x
		}
	}
	return sortLosses(f.total).metric(f.metric)
}

// efficient returns the subsets that beat everything that costs as much or
// less; among equals the one with the fewest controls.
func (f *frontier) efficient() []seen {
	slices.SortFunc(f.seen, func(a, b seen) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.value, b.value),
			cmp.Compare(bits.OnesCount32(a.on), bits.OnesCount32(b.on)), cmp.Compare(a.on, b.on))
	})
	var out []seen
	for _, s := range f.seen {
		if len(out) == 0 || s.value < out[len(out)-1].value {
			out = append(out, s)
		}
	}
	return out
}

// look prepares the outlook of every scenario.
func (f *frontier) look(ctx context.Context) error {
	base := compile(f.model, f.tables)
	kept := int64(0)
	for i := range base.scenarios {
		id := base.scenarios[i].id
		o := outlook{bits: make([]int, len(f.controls))}
		var acting []ControlID
		for k, c := range f.controls {
			if f.control(c).actsOn(id) {
				o.bits[k] = 1 << len(acting)
				acting = append(acting, c)
			}
		}
		if f.metric.Name != "mean" {
			kept += f.config.Trials << len(acting)
			if kept > MaxLosses/4 {
				return fmt.Errorf("montecarlo: the subsets would keep more than %d losses; take fewer trials or controls", MaxLosses/4)
			}
		}
		if err := f.fill(ctx, &o, i, id, acting); err != nil {
			return err
		}
		f.outlooks = append(f.outlooks, o)
	}
	return nil
}

func (f *frontier) control(id ControlID) Control {
	i := slices.IndexFunc(f.model.Controls, func(c Control) bool { return c.ID == id })
	return f.model.Controls[i]
}

func (c Control) actsOn(id ScenarioID) bool {
	return slices.ContainsFunc(c.Effects, func(e Effect) bool { return e.actsOn(id) })
}

func (e Effect) actsOn(id ScenarioID) bool {
	return len(e.Scenarios) == 0 || slices.Contains(e.Scenarios, id)
}

// fill simulates scenario i under every subset of the controls that act on it,
// or for the mean, where these multiply, under none.
func (f *frontier) fill(ctx context.Context, o *outlook, i int, id ScenarioID, acting []ControlID) error {
	ratios, multiply := f.ratios(id, acting)
	multiply = multiply && f.metric.Name == "mean"
	for subset := range 1 << len(acting) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if multiply && subset > 0 {
			k := bits.TrailingZeros(uint(subset))
			o.means = append(o.means, float64(o.means[subset&(subset-1)]*ratios[k]))
			continue
		}
		var on []ControlID
		for k, c := range acting {
			if subset>>k&1 == 1 {
				on = append(on, c)
			}
		}
		p := compile(f.model.With(on...), f.tables)
		p.scenarios = p.scenarios[i : i+1] // draws belong to ids, so the others are not missed
		x, err := losses(ctx, p, f.config)
		if err != nil {
			return err
		}
		if f.metric.Name == "mean" {
			o.means = append(o.means, sum(x)/float64(len(x)))
		} else {
			o.losses = append(o.losses, x)
		}
	}
	return nil
}

// ratios returns what each control leaves of the mean of a scenario; false
// where a cover makes it depend on the others.
func (f *frontier) ratios(id ScenarioID, acting []ControlID) ([]float64, bool) {
	out := make([]float64, len(acting))
	for k, c := range acting {
		out[k] = 1
		for _, e := range f.control(c).Effects {
			switch {
			case !e.actsOn(id) || e.Share == nil:
			case e.Kind == Hardening && !f.scenario(id).hasSusceptibility():
			case e.Kind == Detection:
				out[k] = float64(out[k] * (1 - float64(e.Probability.value*eventLawOf(*e.Share).excess(0))))
			default:
				out[k] = float64(out[k] * (1 - eventLawOf(*e.Share).excess(0)))
			}
		}
	}
	covered := slices.ContainsFunc(f.model.Controls, func(c Control) bool {
		return (!c.Off || slices.Contains(acting, c.ID)) &&
			slices.ContainsFunc(c.Effects, func(e Effect) bool { return e.Kind == Cover && e.actsOn(id) })
	})
	return out, !covered
}

func (f *frontier) scenario(id ScenarioID) Scenario {
	i := slices.IndexFunc(f.model.Scenarios, func(s Scenario) bool { return s.ID == id })
	return f.model.Scenarios[i]
}
