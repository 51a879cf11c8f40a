package main

import (
	"bufio"
	"context"
	"encoding/json"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

// request is one line on standard input. Everything but the id may be absent:
// then the model is that of the flag -model as it stands, and the rest what
// the flags say.
type request struct {
	ID     json.RawMessage             `json:"id,omitempty"`    // returned with the answer
	Model  *montecarlo.Model           `json:"model,omitempty"` // instead of that of the flag
	Set    map[string]montecarlo.Value `json:"set,omitempty"`   // what to put where, by JSON pointers
	On     []montecarlo.ControlID      `json:"on,omitempty"`    // controls to switch on
	Off    []montecarlo.ControlID      `json:"off,omitempty"`   // controls to switch off
	Trials int64                       `json:"trials,omitempty"`
	Seed   *uint64                     `json:"seed,omitempty"`
	Exact  *bool                       `json:"exact,omitempty"`
	Levels []montecarlo.Level          `json:"levels,omitempty"`
	Curves bool                        `json:"curves,omitempty"` // with the exceedance curves
}

// reply is one line on standard output: a result, or what is wrong.
type reply struct {
	ID json.RawMessage `json:"id,omitempty"`
	*montecarlo.Result
	Error    string         `json:"error,omitempty"`
	Problems []aims.Problem `json:"problems,omitempty"`
}

// mostLine is the longest line of a request.
const mostLine = 64 << 20

// serve answers one request after the other until standard input ends.
func (o order) serve(ctx context.Context) error {
	in := bufio.NewScanner(o.stdin)
	in.Buffer(nil, mostLine)
	out := json.NewEncoder(o.stdout)
	o.config.Tables = new(montecarlo.Tables)
	for in.Scan() {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if len(in.Bytes()) == 0 {
			continue
		}
		if err := out.Encode(o.reply(ctx, in.Bytes())); err != nil {
			return failure{err}
		}
	}
	if err := in.Err(); err != nil {
		return failure{err}
	}
	return nil
}

func (o order) reply(ctx context.Context, line []byte) reply {
	var q request
	_, err := aims.Decode(line, &q, aims.DecodeOptions{})
	if err == nil {
		var r montecarlo.Result
		if r, err = o.answer(ctx, q); err == nil {
			return reply{ID: q.ID, Result: &r}
		}
	}
	return reply{ID: q.ID, Error: err.Error(), Problems: aims.Problems(err)}
}

// answer does what a request asks for.
func (o order) answer(ctx context.Context, q request) (montecarlo.Result, error) {
	m := o.model
	if q.Model != nil {
		m = *q.Model
	}
	if len(q.Set) > 0 {
		var err error
		if m, err = set(m, q.Set); err != nil {
			return montecarlo.Result{}, err
		}
	}
	m = m.With(q.On...).Without(q.Off...)
	if q.Trials != 0 {
		o.config.Trials = q.Trials
	}
	if q.Seed != nil {
		o.config.Seed = *q.Seed
	}
	if q.Exact != nil {
		o.exact = *q.Exact
	}
	o.config.Levels, o.config.Curves = q.Levels, q.Curves
	return o.solve(ctx, m)
}

// set puts values into a model: a study with a single point.
func set(m montecarlo.Model, values map[string]montecarlo.Value) (montecarlo.Model, error) {
	s := montecarlo.Study{Design: montecarlo.Design{Kind: montecarlo.DesignGrid}}
	for at, v := range values {
		s.Factors = append(s.Factors, montecarlo.StudyFactor{Name: at, At: []string{at}, Values: []montecarlo.Value{v}})
	}
	slices.SortFunc(s.Factors, func(a, b montecarlo.StudyFactor) int {
		if a.Name < b.Name {
			return -1
		}
		return 1
	})
	plan, err := s.Plan(m)
	if err != nil {
		return m, err
	}
	point, err := plan.Point(0)
	return point.Model, err
}
