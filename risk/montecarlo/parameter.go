package montecarlo

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

func (c *modelChecker) uncertain() {
	ids(c.checker, "parameters", len(c.model.Parameters), func(i int) ParameterID { return c.model.Parameters[i].ID })
	if len(c.model.Parameters) == 0 {
		return
	}
	d, err := c.model.document()
	for i, p := range c.model.Parameters {
		c.OptionalText(aims.Field("parameters", i, "title"), p.Title)
		if len(p.At) == 0 {
			c.Add(aims.Field("parameters", i, "at"), aims.Missing)
		}
		for j, pointer := range p.At {
			if err == nil && !d.hasNumber(pointer) {
				c.Add(aims.Field("parameters", i, "at", j), PointerUnknown, "got", strconv.Quote(pointer), "like", "/scenarios/0/severity/mu")
			}
		}
		c.distribution(aims.Field("parameters", i, "distribution"), p.Distribution, 1)
	}
}

// document returns the JSON of a model, without its parameters.
func (m Model) document() (document, error) {
	m.Parameters = nil
	data, err := json.Marshal(m)
	if err != nil {
		return document{}, err
	}
	return newDocument(data)
}

// hasNumber reports whether a pointer leads to a number that is given.
func (d *document) hasNumber(pointer string) bool {
	at := d.root
	steps := strings.Split(pointer, "/")
	for _, step := range steps[1:] {
		step = strings.NewReplacer("~1", "/", "~0", "~").Replace(step)
		switch parent := at.(type) {
		case map[string]any:
			at = parent[step]
		case []any:
			n, err := strconv.Atoi(step)
			if err != nil || n < 0 || n >= len(parent) || strconv.Itoa(n) != step {
				return false
			}
			at = parent[n]
		default:
			return false
		}
	}
	_, ok := at.(json.Number)
	return ok && steps[0] == ""
}

// drawn returns the model with its parameters as outer draw j has them.
func (m Model) drawn(t tables, seed uint64, j int64) (Model, error) {
	if len(m.Parameters) == 0 {
		return m, nil
	}
	d, err := m.document()
	if err != nil {
		return Model{}, err
	}
	for _, p := range m.Parameters {
		s := t.sampler(p.Distribution)
		x := s.draw(yearKey(seeded(seed, idKey("parameter", string(p.ID))), j))
		for _, pointer := range p.At {
			d.set(pointer, json.Number(format(x)))
		}
	}
	out, err := d.model()
	if err != nil {
		return Model{}, fmt.Errorf("montecarlo: draw %d of the parameters gives no model: %w", j, err)
	}
	return out, nil
}

// outer tells the draws of parameters from those of the years.
const outer = 0x6f75746572

// fixed returns the program with everything that is drawn once a year, but the
// numbers of events, as outer draw j has it.
func (p *program) fixed(seed uint64, j int64) *program {
	var c common
	c.draw(p, seed, j, 1)
	out := &program{shocks: p.shocks, nodes: p.nodes, normal: p.normal, atoms: p.atoms}
	for k, s := range p.shares {
		out.shares = append(out.shares, share{s.key, sampler{values: []float64{c.shares[k][0]}}})
	}
	for _, s := range p.scenarios {
		key := yearKey(seeded(seed, s.key), j)
		s.count = s.count.fixed(key, &c, s.product)
		if s.secondary != nil {
			x := s.secondary.share.value(key, &c, 0)
			s.secondary = &secondary{drawn{sampler: sampler{values: []float64{x}}, node: -1}, s.secondary.loss}
		}
		strikes := s.strikes
		s.strikes = nil
		for _, hit := range strikes {
			if hit.count != nil {
				n := hit.count.fixed(drawFor(key^hit.key, forShock, 0), &c, false)
				hit.count = &n
			}
			s.strikes = append(s.strikes, hit)
		}
		out.scenarios = append(out.scenarios, s)
	}
	return out
}

func (n counting) fixed(key uint64, c *common, product bool) counting {
	if len(n.rates) == 0 {
		return n
	}
	n.scale, n.rates = n.rate(key, c, 0), nil
	if !product {
		n.counter = poissonCounter(n.scale).withScores()
	}
	return n
}
