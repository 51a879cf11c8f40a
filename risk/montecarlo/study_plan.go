package montecarlo

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// Plan is a [Study] of a model: a sequence of points, each of which can be
// asked for by its index, so that a study is begun anywhere and continued
// where it stopped.
type Plan struct {
	study  Study
	data   []byte // the model
	points int64
	at     func(i int64, settings []Value, place []float64) // settings and places of point i; an absent setting leaves the model
}

// Plan joins a study with a model. An [aims.InvalidError] lists the problems
// of the study, and where it does not fit the model; the model's own problems
// are returned as they are.
func (s Study) Plan(m Model) (*Plan, error) {
	if err := m.Validate(); err != nil {
		return nil, err
	}
	if err := s.Validate(); err != nil {
		return nil, err
	}
	data, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	p := &Plan{study: s, data: data}
	if err := p.fits(m); err != nil {
		return nil, err
	}
	switch s.Design.Kind {
	case DesignGrid:
		p.grid()
	case DesignOneAtATime:
		p.oneAtATime()
	default:
		err = p.sampled()
	}
	return p, err
}

// fits checks the names and places of the study.
func (p *Plan) fits(m Model) error {
	c := newChecker()
	for i, f := range p.study.Factors {
		d, err := newDocument(p.data)
		if err != nil {
			return err
		}
		for j, pointer := range f.At {
			if lost := d.set(pointer, json.Number("0")); lost != nil {
				c.Add(aims.Field("factors", i, "at", j), FactorPlace,
					"got", strconv.Quote(pointer), "at", lost.at, "step", strconv.Quote(lost.step), "like", "/scenarios/0/severity/mu")
			}
		}
		for j, id := range f.Controls {
			if !slices.ContainsFunc(m.Controls, func(k Control) bool { return k.ID == id }) {
				c.unknownControl(aims.Field("factors", i, "controls", j), id, m)
			}
		}
	}
	for i, id := range p.study.Scenarios {
		if !slices.ContainsFunc(m.Scenarios, func(s Scenario) bool { return s.ID == id }) {
			c.Add(aims.Field("scenarios", i), ScenarioUnknown, "got", string(id), "like", string(m.Scenarios[0].ID))
		} else if id == total {
			c.Add(aims.Field("scenarios", i), NameReserved, "got", total)
		}
	}
	return c.Err()
}

func (p *Plan) grid() {
	factors := p.study.Factors
	sizes := make([]int, len(factors))
	for i, f := range factors {
		sizes[i] = f.size()
	}
	p.points, _ = grid(sizes)
	p.at = func(i int64, settings []Value, place []float64) {
		for k := len(sizes) - 1; k >= 0; k-- {
			settings[k], place[k] = factors[k].step(int(i % int64(sizes[k])))
			i /= int64(sizes[k])
		}
	}
}

func (p *Plan) sampled() error {
	factors := p.study.Factors
	points, at, err := p.study.Design.cube(len(factors))
	p.points = points
	p.at = func(i int64, settings []Value, place []float64) {
		at(i, place)
		for k, f := range factors {
			settings[k], place[k] = f.drawn(place[k])
		}
	}
	return err
}

func (p *Plan) oneAtATime() {
	low, high := p.study.Design.levels()
	type alone struct {
		factor int
		value  Value
	}
	var list []alone
	for k, f := range p.study.Factors {
		for _, v := range f.ends(low, high) {
			list = append(list, alone{k, v})
		}
	}
	p.points = int64(1 + len(list))
	p.at = func(i int64, settings []Value, place []float64) {
		clear(settings)
		clear(place)
		if i > 0 {
			settings[list[i-1].factor] = list[i-1].value
		}
	}
}

// Points returns the number of points.
func (p *Plan) Points() int64 { return p.points }

// StudyPoint is one point of a study: the model with the values of the factors
// set. A factor that is left as it stands in the model has no value.
type StudyPoint struct {
	Index   int64
	Factors map[string]Value
	Model   Model
}

// Point returns point i, from 0 to Points()-1. It fails where the model with
// these values is malformed; the error tells the point and every problem.
func (p *Plan) Point(i int64) (StudyPoint, error) {
	if p.points == 0 {
		return StudyPoint{}, errors.New("montecarlo: the study has no points; make it with Study.Plan")
	}
	if i < 0 || i >= p.points {
		return StudyPoint{}, fmt.Errorf("montecarlo: the study has no point %d, only 0 to %d", i, p.points-1)
	}
	settings, place := make([]Value, len(p.study.Factors)), make([]float64, len(p.study.Factors))
	p.at(i, settings, place)
	point := StudyPoint{Index: i, Factors: make(map[string]Value)}
	d, err := newDocument(p.data)
	if err != nil {
		return point, err
	}
	for k, f := range p.study.Factors {
		value := settings[k]
		if value == nil {
			continue
		}
		point.Factors[f.Name] = value
		if len(f.Controls) > 0 {
			var on string
			_ = json.Unmarshal(value, &on) // made by listed
			d.toggle(f.Controls, on)
		}
		for _, pointer := range f.At {
			d.set(pointer, value) // fits has been there
		}
	}
	if point.Model, err = d.model(); err != nil {
		return point, fmt.Errorf("montecarlo: point %d of the study, %s: %w", i, point.settings(p.study), err)
	}
	return point, nil
}

// settings lists the values of a point in words.
func (p StudyPoint) settings(s Study) string {
	out := ""
	for _, f := range s.Factors {
		if v, ok := p.Factors[f.Name]; ok {
			out += fmt.Sprintf("%s = %.60s, ", f.Name, v)
		}
	}
	return out + "is no model"
}

// Run works on the points from the given index on, one after the other, and
// yields the rows of each as soon as they are known. A point without a result
// yields its error instead, and the next point follows; a context that is done
// ends the sequence with its error. Workers is that of [Config].
func (p *Plan) Run(ctx context.Context, from int64, workers int) iter.Seq2[[]Row, error] {
	return func(yield func([]Row, error) bool) {
		c := p.study.config(workers)
		for i := max(from, 0); i < p.points; i++ {
			rows, err := p.rows(ctx, i, c)
			if ctx.Err() != nil {
				yield(nil, ctx.Err())
				return
			}
			if !yield(rows, err) {
				return
			}
		}
	}
}

func (p *Plan) rows(ctx context.Context, i int64, c Config) ([]Row, error) {
	point, err := p.Point(i)
	if err != nil {
		return nil, err
	}
	result, err := p.study.solve(ctx, point.Model, c)
	if err != nil {
		return nil, fmt.Errorf("montecarlo: point %d of the study: %w", i, err)
	}
	var rows []Row
	for _, id := range append([]ScenarioID{""}, p.study.Scenarios...) {
		for _, m := range p.study.metrics() {
			if f, ok := result.Figure(id, m); ok {
				rows = append(rows, newRow(point, id, m, f))
			}
		}
	}
	return rows, nil
}

// config is how the points are simulated.
func (s Study) config(workers int) Config {
	c := Config{Trials: s.Trials, Seed: s.Seed, Workers: workers, Levels: s.levels(), Tables: new(Tables)}
	if c.Trials == 0 {
		c.Trials = defaultTrials
	}
	return c
}

// solve asks a model in the way of the study.
func (s Study) solve(ctx context.Context, m Model, c Config) (Result, error) {
	if s.Method == MethodExact {
		return Exact(m, ExactOptions{Levels: c.Levels})
	}
	return Simulate(ctx, m, c)
}
