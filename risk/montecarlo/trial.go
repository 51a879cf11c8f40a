package montecarlo

import (
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// Year is one trial as events.
type Year struct {
	Trial     int64          `json:"trial"`
	Seed      uint64         `json:"seed"`
	Loss      float64        `json:"loss"`
	Shocks    []ShockID      `json:"shocks,omitempty"` // those that struck
	Scenarios []ScenarioYear `json:"scenarios"`        // in the order of the model
}

// ScenarioYear is the year of one scenario.
type ScenarioYear struct {
	ID      ScenarioID `json:"id"`
	Loss    float64    `json:"loss"`
	Covered float64    `json:"covered,omitempty"` // of the year's loss, by covers of the year
	Events  []Event    `json:"events,omitempty"`
}

// Event is one event of a year.
type Event struct {
	Gross     float64 `json:"gross"`               // what it costs without the controls
	Secondary float64 `json:"secondary,omitempty"` // the part of Gross that is secondary loss
	Prevented bool    `json:"prevented,omitempty"` // a control kept it from happening
	Detected  bool    `json:"detected,omitempty"`  // a control saw it early
	Loss      float64 `json:"loss"`                // what it costs with the controls
	Shock     ShockID `json:"shock,omitempty"`     // the shock that it came by
	// Rate: of a tree that is a product, which has this one entry and no events,
	// the frequency of the year.
	Rate float64 `json:"rate,omitempty"`
}

// Trial shows the trial of a simulation with the given seed and index as
// events: the same that [Simulate] counts. A variant of the model, such as
// [Model.Without] a control, meets the same events.
func Trial(m Model, seed uint64, index int64) (Year, error) {
	if err := m.Validate(); err != nil {
		return Year{}, err
	}
	if index < 0 {
		c := newChecker()
		c.Add("trial", OutOfRange, "got", strconv.FormatInt(index, 10), "want", "an index from 0 on")
		return Year{}, c.Err()
	}
	p, w := compile(m, tables{}), worker{}
	w.common.draw(p, seed, index, 1)
	out := Year{Trial: index, Seed: seed}
	for k, s := range m.Shocks {
		if w.common.struck[k][0] {
			out.Shocks = append(out.Shocks, s.ID)
		}
	}
	years := make(map[ScenarioID]ScenarioYear)
	for k := range p.scenarios {
		s := &p.scenarios[k]
		y := ScenarioYear{ID: s.id}
		events := 0.0
		y.Loss, _ = s.year(yearKey(seeded(seed, s.key), index), &w.common, 0, func(e Event, shock int) {
			if shock >= 0 {
				e.Shock = m.Shocks[shock].ID
			}
			events += e.Loss
			y.Events = append(y.Events, e)
		})
		y.Covered = events - y.Loss
		out.Loss += y.Loss
		years[s.id] = y
	}
	for _, s := range m.Scenarios {
		out.Scenarios = append(out.Scenarios, years[s.ID])
	}
	return out, nil
}

// Replay shows the worst years of a simulation of the model as events; see
// [Config].Worst.
func (r Result) Replay(m Model) ([]Year, error) {
	var out []Year
	for _, w := range r.Worst {
		y, err := Trial(m, r.Seed, w.Trial)
		if err != nil {
			return nil, err
		}
		out = append(out, y)
	}
	return out, nil
}

// Without returns the model with some controls off.
func (m Model) Without(controls ...ControlID) Model {
	return m.switched(func(c Control) bool { return c.Off || slices.Contains(controls, c.ID) })
}

// With returns the model with some controls on.
func (m Model) With(controls ...ControlID) Model {
	return m.switched(func(c Control) bool { return c.Off && !slices.Contains(controls, c.ID) })
}

// Inherent returns the model with all controls off.
func (m Model) Inherent() Model {
	return m.switched(func(Control) bool { return true })
}

func (m Model) switched(off func(Control) bool) Model {
	m.Controls = slices.Clone(m.Controls)
	for i, c := range m.Controls {
		m.Controls[i].Off = off(c)
	}
	return m
}

// DecodeModel reads the JSON document of a model. An [aims.InvalidError] holds
// every problem of the text or, if there is none, of the model.
func DecodeModel(data []byte) (Model, error) {
	var m Model
	if _, err := aims.DecodeDocument(data, &m, aims.DecodeOptions{}); err != nil {
		return Model{}, err
	}
	if err := m.Validate(); err != nil {
		return Model{}, err
	}
	return m, nil
}
