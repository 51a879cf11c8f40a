package montecarlo

import (
	"math"

	"github.com/aimskit/aimskit/aims"
)

// simulationMethod names the method and its version. The version rises with
// every change that gives other figures for the same model, trials and seed.
const simulationMethod = "montecarlo simulation 2"

// newResult reads the figures of a run.
func newResult(m Model, p *program, r *run, c Config) (Result, error) {
	input, err := aims.DigestOf(m)
	if err != nil {
		return Result{}, err
	}
	ids := make([]ScenarioID, len(p.scenarios))
	for i := range p.scenarios {
		ids[i] = p.scenarios[i].id
	}
	return readResult(m, ids, r, c, []Shard{{c.First, c.Trials}}, input), nil
}

func readResult(m Model, ids []ScenarioID, r *run, c Config, shards []Shard, input aims.Digest) Result {
	out := Result{
		Format: aims.Format, Method: MethodSimulation, Currency: m.Currency,
		Trials: c.Trials, Seed: c.Seed, Shards: shards, Provenance: provenanceOf(input),
		ids: ids, run: r, model: m, config: c,
	}
	out.read()
	return out
}

func provenanceOf(input aims.Digest) aims.Provenance {
	return aims.Provenance{Module: aims.Version, Model: simulationMethod, Input: input}
}

// read fills in all that is read from the counts.
func (r *Result) read() {
	r.Scenarios = make(map[ScenarioID]Summary, len(r.ids))
	r.curves = make(map[ScenarioID]Curve, len(r.ids)+1)
	for i, id := range r.ids {
		r.Scenarios[id], r.curves[id] = summarize(r.run.scenarios[i], r.config)
	}
	r.Total, r.curves[""] = summarize(r.run.total, r.config)
	r.Worst = r.run.worst
	r.Appetite = checks(r.model.Appetite, r.curves)
}

func summarize(t *curveTally, c Config) (Summary, Curve) {
	h := newHistogram(t.sum)
	curve := Curve{sum: h}
	if t.largest != nil {
		curve.largest = newHistogram(t.largest)
	}
	n := float64(h.n)
	p0 := float64(t.sum.zeros) / n
	s := Summary{
		Mean: h.mean, SD: h.sd, P0: p0, PPositive: float64(h.n-t.sum.zeros) / n,
		VaR: make(map[Level]float64), TVaR: make(map[Level]float64),
	}
	for _, l := range c.levels() {
		s.VaR[l], s.TVaR[l] = h.quantile(float64(l)), h.tailMean(float64(l))
	}
	if h.n > 1 {
		s.Precision = h.precision(p0, c.levels())
	}
	if c.Curves {
		least := 10 / n
		s.AEP, s.OEP = curve.AEP(least), curve.OEP(least)
	}
	return s, curve
}

func (h *histogram) precision(p0 float64, levels []Level) *Precision {
	n := float64(h.n)
	out := &Precision{
		Mean: h.sd / math.Sqrt(n), P0: math.Sqrt(float64(p0*(1-p0)) / n),
		VaR: make(map[Level]Interval), TVaR: make(map[Level]float64),
	}
	for _, l := range levels {
		if i, bounded := h.order(float64(l)); bounded {
			out.VaR[l] = i
		}
		if se, ok := h.tailError(float64(l)); ok {
			out.TVaR[l] = se
		}
	}
	return out
}

// order is the 95 % interval of a quantile: the losses whose ranks the number
// of losses below the quantile reaches with that probability.
func (h *histogram) order(p float64) (Interval, bool) {
	n := float64(h.n)
	mean, wide := float64(n*p), float64(z975*math.Sqrt(float64(float64(n*p)*(1-p))))
	low, _ := h.at(uint64(max(1, math.Floor(mean-wide))))
	rank := math.Ceil(mean+wide) + 1
	if rank > n {
		high, _ := h.at(h.n)
		return Interval{low, high}, false
	}
	high, _ := h.at(uint64(rank))
	return Interval{low, high}, true
}

// tailError is the standard error of TVaR: √((Var(S|S>v) + p·(TVaR−v)²) / (N·(1−p))).
func (h *histogram) tailError(p float64) (float64, bool) {
	r := h.rankOf(p)
	if h.n-r < 2 {
		return 0, false
	}
	v, b := h.at(r)
	sum, square := b.above(r)
	k := float64(h.n - r)
	mean := sum / k
	variance := max(0, square/k-float64(mean*mean))
	over := h.tailMean(p) - v
	return math.Sqrt((variance + float64(p*float64(over*over))) / float64(float64(h.n)*(1-p))), true
}

// interval is the 95 % interval of a figure by its sampling error.
func (h *histogram) interval(m Measure, at float64) (Interval, bool) {
	n := float64(h.n)
	around := func(x, se float64, ok bool) (Interval, bool) {
		return Interval{max(0, x-float64(z975*se)), x + float64(z975*se)}, ok
	}
	switch m {
	case MeasureVaR:
		return h.order(at)
	case MeasureTVaR:
		se, ok := h.tailError(at)
		return around(h.tailMean(at), se, ok)
	case MeasureExceedance: // after Wilson, which is right also where nothing or all exceeds
		p, z2 := h.exceedance(at), float64(z975*z975)
		mid := (p + z2/(2*n)) / (1 + z2/n)
		half := z975 * math.Sqrt(float64(p*(1-p))/n+z2/float64(4*float64(n*n))) / (1 + z2/n)
		return Interval{max(0, mid-half), min(1, mid+half)}, true
	}
	return around(h.mean, h.sd/math.Sqrt(n), h.n > 1)
}

// average is the mean loss.
func (h *histogram) average() float64 { return h.mean }
