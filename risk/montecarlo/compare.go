package montecarlo

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/aimskit/aimskit/aims"
)

// Variant is another state of a model, such as the same with one control more.
type Variant struct {
	Name  string `json:"name"`
	Model Model  `json:"model"`
}

// Comparison holds variants against a model, year by year.
type Comparison struct {
	Format   string       `json:"format"`
	Currency string       `json:"currency,omitempty"`
	Method   Method       `json:"method"`
	Trials   int64        `json:"trials,omitempty"` // of a simulation
	Seed     uint64       `json:"seed,omitempty"`
	First    int64        `json:"first,omitempty"` // index of the first trial
	Base     Summary      `json:"base"`
	Variants []Difference `json:"variants"`
}

// Difference is what a variant changes: its figure minus that of the base,
// with the standard error of the difference. Because both meet the same years,
// that is far smaller than the errors of the two figures.
type Difference struct {
	Name    string             `json:"name"`
	Summary Summary            `json:"summary"` // of the variant itself
	Mean    Estimate           `json:"mean"`
	P0      Estimate           `json:"p0"`
	VaR     map[Level]Estimate `json:"var"`
	TVaR    map[Level]Estimate `json:"tvar"`
	// Less and More are the shares of the years in which the variant loses less
	// and more; absent for the exact method, which knows no single years.
	Less   Number  `json:"less,omitzero"`
	More   Number  `json:"more,omitzero"`
	Return *Return `json:"return,omitempty"`
	// Preference is there where the configuration asks for draws of the parameters.
	Preference *Preference `json:"preference,omitempty"`
}

// Return is what controls bring for what they cost in a year. It is absent
// where a cost is not known, or the variant costs as much as the base.
type Return struct {
	Cost  float64  `json:"cost"`  // of the controls of the variant, minus those of the base
	Net   Estimate `json:"net"`   // the mean loss that the variant saves, minus Cost
	Ratio Estimate `json:"ratio"` // Net/Cost: the return on the controls that differ, whichever of the two has them
}

// Compare simulates a model and its variants with the same random numbers.
// Every draw belongs to a scenario, trial and event, so a year differs between
// two variants only by what the models themselves say. Figures are of the
// losses one by one, not of a histogram, which takes 16 bytes a trial for each
// of the model and one variant; trials are at most [MaxLosses].
//
// An [aims.InvalidError] lists the problems of the configuration, or of the
// first model that has some.
func Compare(ctx context.Context, m Model, variants []Variant, c Config) (Comparison, error) {
	if err := c.validateKept(); err != nil {
		return Comparison{}, err
	}
	if err := m.Validate(); err != nil {
		return Comparison{}, err
	}
	for _, v := range variants {
		if err := v.Model.Validate(); err != nil {
			return Comparison{}, fmt.Errorf("montecarlo: variant %s: %w", v.Name, err)
		}
	}
	t := c.tables()
	base, err := losses(ctx, compile(m, t), c)
	if err != nil {
		return Comparison{}, err
	}
	levels := c.levels()
	baseSorted := sortLosses(base)
	out := Comparison{
		Format: aims.Format, Currency: m.Currency, Method: MethodSimulation, Trials: c.Trials, Seed: c.Seed, First: c.First,
		Base: baseSorted.summary(levels),
	}
	var known []Summary
	if c.Parameters > 0 {
		if known, err = c.drawn(ctx, m, t); err != nil {
			return Comparison{}, err
		}
	}
	for _, v := range variants {
		other, err := losses(ctx, compile(v.Model, t), c)
		if err != nil {
			return Comparison{}, err
		}
		d := difference(pair{base, other, baseSorted, sortLosses(other)}, levels)
		d.Name, d.Return = v.Name, earned(m, v.Model, d.Mean)
		if c.Parameters > 0 {
			perhaps, err := c.drawn(ctx, v.Model, t)
			if err != nil {
				return Comparison{}, err
			}
			d.Preference = prefer(known, perhaps, levels)
		}
		out.Variants = append(out.Variants, d)
	}
	return out, nil
}

// CompareExact is [Compare] by the exact method: differences without sampling
// error. That of the lattice cancels in part; the summaries bound it.
func CompareExact(m Model, variants []Variant, o ExactOptions) (Comparison, error) {
	p, err := Prepare(m, o)
	if err != nil {
		return Comparison{}, err
	}
	base, err := p.Exact(m)
	if err != nil {
		return Comparison{}, err
	}
	out := Comparison{Format: aims.Format, Currency: m.Currency, Method: MethodExact, Base: base.Total}
	for _, v := range variants {
		r, err := p.Exact(v.Model)
		if err != nil {
			return Comparison{}, fmt.Errorf("montecarlo: variant %s: %w", v.Name, err)
		}
		a, b := base.Total, r.Total
		d := Difference{
			Name: v.Name, Summary: b, Mean: Estimate{Value: b.Mean - a.Mean}, P0: Estimate{Value: b.P0 - a.P0},
			VaR: make(map[Level]Estimate), TVaR: make(map[Level]Estimate),
		}
		for _, p := range o.levels() {
			d.VaR[p], d.TVaR[p] = Estimate{Value: b.VaR[p] - a.VaR[p]}, Estimate{Value: b.TVaR[p] - a.TVaR[p]}
		}
		d.Return = earned(m, v.Model, d.Mean)
		out.Variants = append(out.Variants, d)
	}
	return out, nil
}

// summary returns the figures of the losses, without their precision.
func (s sorted) summary(levels []Level) Summary {
	n := float64(len(s))
	mean := sum(s) / n
	var ss float64
	zeros := 0
	for _, x := range s {
		ss += float64((x - mean) * (x - mean))
		if x == 0 {
			zeros++
		}
	}
	p0 := float64(zeros) / n
	out := Summary{Mean: mean, P0: p0, PPositive: float64(len(s)-zeros) / n, VaR: make(map[Level]float64), TVaR: make(map[Level]float64)}
	if len(s) > 1 {
		out.SD = math.Sqrt(ss / (n - 1))
	}
	for _, p := range levels {
		out.VaR[p], out.TVaR[p] = s.quantile(float64(p)), s.tailMean(float64(p))
	}
	return out
}

// pair is the losses of two models in the same years.
type pair struct {
	base, other             []float64
	baseSorted, otherSorted sorted
}

// paired estimates a difference of two figures: its value is known, and its
// standard error is that of the mean of what each year contributes to it.
func (p pair) paired(value float64, contribution func(base, other float64) float64) Estimate {
	n := float64(len(p.base))
	var mean, ss float64
	for i := range p.base {
		mean += contribution(p.base[i], p.other[i])
	}
	mean /= n
	for i := range p.base {
		d := contribution(p.base[i], p.other[i]) - mean
		ss += float64(d * d)
	}
	return Estimate{Value: value, StdErr: math.Sqrt(ss / n / max(n-1, 1))}
}

func difference(p pair, levels []Level) Difference {
	a, b := p.baseSorted.summary(levels), p.otherSorted.summary(levels)
	out := Difference{Summary: b, VaR: make(map[Level]Estimate), TVaR: make(map[Level]Estimate)}
	out.Mean = p.paired(b.Mean-a.Mean, func(x, y float64) float64 { return y - x })
	out.P0 = p.paired(b.P0-a.P0, func(x, y float64) float64 { return indicator(y == 0) - indicator(x == 0) })
	for _, l := range levels {
		q := float64(l)
		// What a year contributes to a quantile and to a tail mean is the value of
		// their influence functions at its loss.
		v, w, s, r := a.VaR[l], b.VaR[l], p.baseSorted.spread(q), p.otherSorted.spread(q)
		out.VaR[l] = p.paired(w-v, func(x, y float64) float64 {
			return float64(indicator(y > w)*r) - float64(indicator(x > v)*s)
		})
		out.TVaR[l] = p.paired(b.TVaR[l]-a.TVaR[l], func(x, y float64) float64 {
			return (max(y-w, 0) - max(x-v, 0)) / (1 - q)
		})
	}
	var less, more int
	for i, x := range p.base {
		switch y := p.other[i]; {
		case y < x:
			less++
		case y > x:
			more++
		}
	}
	n := float64(len(p.base))
	out.Less, out.More = Num(float64(less)/n), Num(float64(more)/n)
	return out
}

func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// earned is the return of a variant whose mean loss differs so much from that
// of the base.
func earned(base, variant Model, mean Estimate) *Return {
	cost, known := extraCost(base, variant)
	if !known || cost == 0 {
		return nil
	}
	net := -mean.Value - cost
	return &Return{
		Cost:  cost,
		Net:   Estimate{net, mean.StdErr},
		Ratio: Estimate{net / cost, mean.StdErr / math.Abs(cost)},
	}
}

// extraCost is what the controls of the variant cost more than those of the
// base; those that both have do not count.
func extraCost(base, variant Model) (float64, bool) {
	cost := decimal.Zero
	known := true
	add := func(a, b Model, sign int64) {
		for _, k := range a.Controls {
			if k.Off || b.hasOn(k) {
				continue
			}
			amount, ok := k.Cost.Value()
			known = known && ok
			cost = cost.Add(amount.Mul(decimal.NewFromInt(sign)))
		}
	}
	add(variant, base, 1)
	add(base, variant, -1)
	return cost.InexactFloat64(), known
}

// hasOn reports whether the model has the same control, at the same cost, and
// has it on.
func (m Model) hasOn(k Control) bool {
	return slices.ContainsFunc(m.Controls, func(o Control) bool { return o.ID == k.ID && !o.Off && o.Cost.Equal(k.Cost) })
}

// ControlVariants returns the variants that say what each control is worth:
// the model without any control, then for each control the model with this one
// switched, off where it is on, and on where it is off.
func ControlVariants(m Model) []Variant {
	if len(m.Controls) == 0 {
		return nil
	}
	out := []Variant{{"no controls", m.Inherent()}}
	for _, k := range m.Controls {
		if k.Off {
			out = append(out, Variant{"with " + string(k.ID), m.With(k.ID)})
		} else {
			out = append(out, Variant{"without " + string(k.ID), m.Without(k.ID)})
		}
	}
	return out
}
