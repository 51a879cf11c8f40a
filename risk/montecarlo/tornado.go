package montecarlo

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// Tornado says how far a result swings when one factor at a time is moved, and
// everything else stays as it stands in the model.
type Tornado struct {
	Base float64 `json:"base"` // the result of the model as it stands
	Bars []Swing `json:"bars"` // the widest first
}

// Swing is what one factor does to a result.
type Swing struct {
	Factor string `json:"factor"`
	Low    End    `json:"low"`  // the least result
	High   End    `json:"high"` // the greatest
}

// End is a value of a factor, with the result there.
type End struct {
	Value  Value   `json:"value"`
	Result float64 `json:"result"`
}

// Width is how far the result swings.
func (s Swing) Width() float64 { return s.High.Result - s.Low.Result }

// Sensitivity says how a figure of a study depends on its factors, in the way
// that the design allows: Tornado of one-at-a-time, Indices of indices, and
// otherwise Ranks, the rank correlation of each factor with the figure. A
// factor of controls is ranked by how many are on, a list by its order.
type Sensitivity struct {
	Factors []string   `json:"factors"` // the names, in the order of Indices and Ranks
	Tornado *Tornado   `json:"tornado,omitempty"`
	Indices *Indices   `json:"indices,omitempty"`
	Ranks   []Estimate `json:"ranks,omitempty"`
}

// ErrIncomplete says that a study lacks the figure of some point.
var ErrIncomplete = errors.New("montecarlo: a point of the study has no such figure")

// Sensitivity returns how a metric of a scenario, or with "" of all together,
// depends on the factors. The rows are those of every point, in any order; a
// point without the figure is [ErrIncomplete], a figure that is the same at
// every point [ErrConstant].
func (p *Plan) Sensitivity(rows []Row, id ScenarioID, m Metric) (Sensitivity, error) {
	name := cmp.Or(string(id), total)
	level, leveled := m.level()
	values := make([]float64, p.points)
	for i := range values {
		values[i] = math.NaN()
	}
	for _, r := range rows {
		same := r.Metric == m.String() && r.P.IsZero()
		if leveled {
			same = r.Metric == m.Name && r.P == Num(float64(level))
		}
		if same && r.Scenario == name && r.Point >= 0 && r.Point < p.points {
			values[r.Point] = r.Value
		}
	}
	if i := slices.IndexFunc(values, math.IsNaN); i >= 0 {
		return Sensitivity{}, fmt.Errorf("%w: point %d, %s of %s", ErrIncomplete, i, m, name)
	}
	return p.sensitivity(values)
}

func (p *Plan) sensitivity(values []float64) (Sensitivity, error) {
	var out Sensitivity
	for _, f := range p.study.Factors {
		out.Factors = append(out.Factors, f.Name)
	}
	switch p.study.Design.Kind {
	case DesignOneAtATime:
		t := p.tornado(values)
		out.Tornado = &t
	case DesignIndices:
		plan, err := newIndexPlan(len(out.Factors), p.study.Design.Points, p.study.Design.Seed)
		if err != nil {
			return out, err
		}
		indices, err := plan.indices(values)
		if err != nil {
			return out, err
		}
		out.Indices = &indices
	default:
		return out, p.ranks(&out, values)
	}
	return out, nil
}

func (p *Plan) ranks(out *Sensitivity, values []float64) error {
	places := make([][]float64, len(out.Factors))
	settings, place := make([]Value, len(places)), make([]float64, len(places))
	for i := range p.points {
		p.at(i, settings, place)
		for k := range places {
			places[k] = append(places[k], place[k])
		}
	}
	for k := range places {
		r, err := RankCorrelation(places[k], values)
		if err != nil {
			return fmt.Errorf("montecarlo: factor %s: %w", out.Factors[k], err)
		}
		out.Ranks = append(out.Ranks, r)
	}
	return nil
}

func (p *Plan) tornado(values []float64) Tornado {
	t := Tornado{Base: values[0]}
	settings, place := make([]Value, len(p.study.Factors)), make([]float64, len(p.study.Factors))
	for k, f := range p.study.Factors {
		bar := Swing{Factor: f.Name, Low: End{Result: math.Inf(1)}, High: End{Result: math.Inf(-1)}}
		for i := range p.points {
			p.at(i, settings, place)
			if settings[k] == nil {
				continue
			}
			if y := values[i]; y < bar.Low.Result {
				bar.Low = End{settings[k], y}
			}
			if y := values[i]; y > bar.High.Result {
				bar.High = End{settings[k], y}
			}
		}
		t.Bars = append(t.Bars, bar)
	}
	slices.SortStableFunc(t.Bars, func(a, b Swing) int { return cmp.Compare(b.Width(), a.Width()) })
	return t
}

// TornadoStudy returns the one-at-a-time study of everything in a model that
// is uncertain or can be switched: every distribution is replaced by its 10 %
// and by its 90 % quantile, unless a number in it is an uncertain parameter,
// which then takes its own two quantiles; and every control is switched on and
// off. The metric is the mean.
func TornadoStudy(m Model) Study {
	s := Study{Format: aims.Format, Design: Design{Kind: DesignOneAtATime}, Metrics: []Metric{{Name: "mean"}}}
	add := func(name, at string, d *Distribution) {
		if d == nil || d.Kind == KindConstant || m.hasParameterIn(at) {
			return
		}
		low, high := Constant(d.Quantile(0.1)), Constant(d.Quantile(0.9))
		s.Factors = append(s.Factors, StudyFactor{Name: name, At: []string{at}, Values: []Value{encoded(low), encoded(high)}})
	}
	for i, sc := range m.Scenarios {
		at := "/" + aims.Field("scenarios", i)
		if f := sc.Frequency; f != nil {
			add(string(sc.ID)+" rate", at+"/frequency/uncertainRate", f.UncertainRate)
		}
		add(string(sc.ID)+" severity", at+"/severity", sc.Severity)
		if sc.Tree != nil {
			for _, n := range sc.Tree.nodes() {
				add(string(sc.ID)+" "+n.name, at+"/tree/"+n.name, n.estimate)
			}
		}
	}
	for i, k := range m.Controls {
		if k.Off { // its uncertain shares move nothing
			continue
		}
		for j, e := range k.Effects {
			add(string(k.ID)+" share", "/"+aims.Field("controls", i, "effects", j, "share"), e.Share)
		}
	}
	for _, p := range m.Parameters {
		d := p.Distribution
		s.Factors = append(s.Factors, StudyFactor{Name: string(p.ID), At: p.At, Distribution: &d})
	}
	for _, k := range m.Controls {
		s.Factors = append(s.Factors, StudyFactor{Name: "control " + string(k.ID), Controls: []ControlID{k.ID}})
	}
	return s
}

// hasParameterIn reports whether an uncertain parameter stands below a place.
func (m Model) hasParameterIn(place string) bool {
	return slices.ContainsFunc(m.Parameters, func(p Parameter) bool {
		return slices.ContainsFunc(p.At, func(at string) bool { return strings.HasPrefix(at, place+"/") })
	})
}

type treeNode struct {
	name     string
	estimate *Distribution
}

// nodes lists the nodes of a tree by their names in JSON.
func (t Tree) nodes() []treeNode {
	return []treeNode{
		{"lossEventFrequency", t.LossEventFrequency},
		{"threatEventFrequency", t.ThreatEventFrequency},
		{"contactFrequency", t.ContactFrequency},
		{"probabilityOfAction", t.ProbabilityOfAction},
		{"susceptibility", t.Susceptibility},
		{"threatCapability", t.ThreatCapability},
		{"resistanceStrength", t.ResistanceStrength},
		{"lossMagnitude", t.LossMagnitude},
		{"primaryLoss", t.PrimaryLoss},
		{"secondaryFrequency", t.SecondaryFrequency},
		{"secondaryLoss", t.SecondaryLoss},
	}
}
