package montecarlo

import (
	"math"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/numeric"
)

// exactEngine computes results. It keeps what the models of several results
// may have in common.
type exactEngine struct {
	options    ExactOptions
	transforms map[int]*numeric.Transform
	sums       map[string]eventLaw     // of primary and secondary loss
	prepared   map[ScenarioID]*rasters // of the curves of a prepared model, "" that of the total
	keep       bool                    // the rasters that curves need are to be kept as prepared
}

// rasters is the lattice of a curve, the coarse one that bounds its error, and
// the loss that they reach.
type rasters struct {
	fine, coarse *raster
	reach        float64
}

func newExactEngine(o ExactOptions) *exactEngine {
	if o.Points == 0 {
		o.Points = defaultPoints
	}
	return &exactEngine{
		options: o, transforms: make(map[int]*numeric.Transform),
		sums: make(map[string]eventLaw), prepared: make(map[ScenarioID]*rasters),
	}
}

func (e *exactEngine) transform(n int) *numeric.Transform {
	t := e.transforms[n]
	if t == nil {
		t = numeric.NewTransform(n)
		e.transforms[n] = t
	}
	return t
}

func (e *exactEngine) result(m Model) (Result, error) {
	if err := m.Validate(); err != nil {
		return Result{}, err
	}
	plan, err := newExactPlan(m, e.sums)
	if err != nil {
		return Result{}, err
	}
	input, err := aims.DigestOf(m)
	if err != nil {
		return Result{}, err
	}
	out := Result{
		Format: aims.Format, Method: MethodExact, Currency: m.Currency,
		Scenarios:  make(map[ScenarioID]Summary, len(m.Scenarios)),
		Provenance: aims.Provenance{Module: aims.Version, Model: exactMethod, Input: input},
		model:      m,
		curves:     make(map[ScenarioID]Curve, len(m.Scenarios)+1),
	}
	for i := range plan.scenarios {
		id := plan.scenarios[i].id
		out.curves[id] = e.curve(plan, id, component{[]int{i}, plan.scenarios[i].causes})
		out.Scenarios[id] = e.summary(out.curves[id])
	}
	if len(plan.scenarios) == 1 {
		id := plan.scenarios[0].id
		out.curves[""], out.Total = out.curves[id], out.Scenarios[id]
	} else {
		out.curves[""] = e.curve(plan, "", plan.components()...)
		out.Total = e.summary(out.curves[""])
	}
	out.Appetite = checks(m.Appetite, out.curves)
	return out, nil
}

// curve returns the curve of some scenarios together, on the lattice that is
// prepared for it, if there is one that fits.
func (e *exactEngine) curve(plan *exactPlan, id ScenarioID, groups ...component) Curve {
	step, atomic := plan.commonStep(groups)
	var c *exactCurve
	if on := e.prepared[id]; on != nil && !atomic {
		c = on.curve(plan, groups)
		if !c.fits(e.options.tail()) {
			c = nil
		}
	}
	if c == nil {
		c = e.ownCurve(plan, id, groups, step, atomic)
	}
	if plan.coversYears(groups) {
		return Curve{sum: c}
	}
	return Curve{c, &largestCurve{plan, groups, c.reach}}
}

// ownCurve computes a curve on a lattice of its own.
func (e *exactEngine) ownCurve(plan *exactPlan, id ScenarioID, groups []component, step float64, atomic bool) *exactCurve {
	n := e.options.Points
	reach := e.reach(plan, groups)
	if atomic && reach < float64(step*float64(n-1)) {
		for n > leastPoints && reach < float64(step*float64(n/2-1)) {
			n /= 2
		}
		return &exactCurve{lattice: plan.total(newRaster(step, e.transform(n), true), groups), reach: reach}
	}
	step = reach / float64(n-1)
	on := &rasters{newRaster(step, e.transform(n), false), newRaster(2*step, e.transform(n/2), false), reach}
	if e.keep {
		e.prepared[id] = on
	}
	return on.curve(plan, groups)
}

func (r *rasters) curve(plan *exactPlan, groups []component) *exactCurve {
	c := &exactCurve{lattice: plan.total(r.fine, groups), coarse: plan.total(r.coarse, groups), reach: r.reach}
	if plan.jumps(groups) {
		c.jump = r.fine.step
	}
	return c
}

const reachPoints = 1 << 11

// reach is a loss that a year exceeds with about the probability of the tail.
func (e *exactEngine) reach(plan *exactPlan, groups []component) float64 {
	tail := e.options.tail()
	guess := 0.0
	for _, g := range groups {
		for _, i := range g.scenarios {
			most := 0.0
			plan.each(plan.scenarios[i].causes, func(state []int, _ float64) {
				y := plan.year(&plan.scenarios[i], state)
				most = max(most, y.reach(tail))
			})
			guess += most
		}
	}
	if guess == 0 {
		return 1 // nothing is ever lost
	}
	for range 8 {
		l := plan.total(newRaster(guess/reachPoints, e.transform(reachPoints), false), groups)
		l.zero = min(l.zero, 1-l.above[0]) // this lattice is too coarse for more
		if x := l.quantile(1 - tail); x < guess {
			return x + float64(8*l.step)
		}
		guess *= 4
	}
	return guess
}

func (e *exactEngine) summary(c Curve) Summary {
	l := c.sum.(*exactCurve)
	s := Summary{
		Mean: l.mean, SD: math.Sqrt(max(0, l.moment2-float64(l.mean*l.mean))), P0: l.zero, PPositive: 1 - l.zero,
		VaR: make(map[Level]float64), TVaR: make(map[Level]float64),
		ErrorBound: &ErrorBound{VaR: make(map[Level]Interval), TVaR: make(map[Level]Interval)},
	}
	mean, _ := l.interval(MeasureMean, 0)
	s.ErrorBound.Mean = mean.High - l.mean
	for _, p := range e.options.levels() {
		s.VaR[p], s.TVaR[p] = l.quantile(float64(p)), l.tailMean(float64(p))
		s.ErrorBound.VaR[p], _ = l.interval(MeasureVaR, float64(p))
		s.ErrorBound.TVaR[p], _ = l.interval(MeasureTVaR, float64(p))
	}
	if e.options.Curves {
		s.AEP, s.OEP = c.AEP(e.options.tail()), c.OEP(e.options.tail())
	}
	return s
}
