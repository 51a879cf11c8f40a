package risk

import (
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// Mapping says which level of new criteria each level of old ones becomes. It
// is the organization's decision: no level is guessed from its place.
type Mapping struct {
	Likelihood   []Level            `json:"likelihood"`             // of each old level, the lowest first
	Consequences []DimensionMapping `json:"consequences,omitempty"` // one for each old dimension
}

// DimensionMapping says what becomes of a dimension.
type DimensionMapping struct {
	From   DimensionID `json:"from"`
	To     DimensionID `json:"to,omitempty"`     // absent: the new criteria do without
	Levels []Level     `json:"levels,omitempty"` // of each old level, the lowest first; none without To
}

// The codes of problems with a mapping.
const (
	// MappingIncomplete: a mapping does not say what becomes of each level.
	MappingIncomplete aims.Code = "risk/mapping-incomplete"
	// MappingFalls: a mapping gives a higher old level a lower new one.
	MappingFalls aims.Code = "risk/mapping-falls"
	// DimensionUnmapped: a mapping does not say what becomes of a dimension.
	DimensionUnmapped aims.Code = "risk/dimension-unmapped"
)

// SameScales returns the mapping that keeps every level and dimension of
// criteria, for new ones that differ in their matrix or thresholds only.
func SameScales(k Criteria) Mapping {
	m := Mapping{Likelihood: everyLevel(k.Likelihood.Top())}
	for _, d := range k.Consequences {
		m.Consequences = append(m.Consequences, DimensionMapping{d.ID, d.ID, everyLevel(d.Scale.Top())})
	}
	return m
}

func everyLevel(top Level) []Level {
	out := make([]Level, top)
	for i := range out {
		out[i] = Level(i + 1)
	}
	return out
}

// Rerate rates a register by new criteria: every rating made with the old ones
// is mapped, level by level, and every change is reported, in the order of the
// register. A mapping that leaves anything open is refused, so that no level
// is clamped or lost. Acceptances stay as they are and no longer hold, since
// what they accepted was rated otherwise. The new criteria join the register,
// which keeps the old ones.
func Rerate(r *Register, old, replacement Criteria, m Mapping) (*Register, []Rerating, error) {
	from, err := old.Digest()
	if err != nil {
		return nil, nil, err
	}
	to, err := replacement.Digest()
	if err != nil {
		return nil, nil, err
	}
	c := aims.Checker{Texts: texts}
	if _, held := r.criteria[from]; !held {
		c.Add("old", CriteriaUnknown, "got", string(from))
	}
	c.Nest("new", replacement.Validate())
	c.Nest("mapping", m.validate(&old, &replacement))
	if err := c.Err(); err != nil {
		return nil, nil, err
	}
	w := rerater{mapping: m, old: &old, new: &replacement, from: from, to: to}
	records := r.records
	records.Risks = slices.Clone(records.Risks)
	for i := range records.Risks {
		w.risk(&records.Risks[i])
	}
	for i := range records.Treatments {
		w.treatment(&records.Treatments[i])
	}
	if _, held := r.criteria[to]; !held {
		records.Criteria = append(slices.Clip(records.Criteria), replacement)
	}
	again, err := NewRegister(records)
	if err != nil {
		return nil, nil, err
	}
	return again, w.report, nil
}

// validate reports everything that a mapping leaves open, and levels and
// dimensions that are not there.
func (m *Mapping) validate(old, replacement *Criteria) error {
	c := aims.Checker{Texts: texts}
	checkMapped(&c, "likelihood", m.Likelihood, old.Likelihood.Top(), replacement.Likelihood.Top())
	from, to := make(map[string]bool), make(map[string]bool)
	for i, d := range m.Consequences {
		in := aims.Field("consequences", i)
		was, becomes := old.dimension(d.From), replacement.dimension(d.To)
		checkUnlike(&c, in+"/from", from, string(d.From))
		checkUnlike(&c, in+"/to", to, string(d.To))
		if was < 0 {
			c.Add(in+"/from", DimensionUnknown, "got", clip(string(d.From)))
			continue
		}
		switch {
		case d.To == "":
			checkMapped(&c, in+"/levels", d.Levels, 0, 0)
		case becomes < 0:
			c.Add(in+"/to", DimensionUnknown, "got", clip(string(d.To)))
		default:
			checkMapped(&c, in+"/levels", d.Levels, old.Consequences[was].Scale.Top(), replacement.Consequences[becomes].Scale.Top())
		}
	}
	for _, d := range old.Consequences {
		if !from[string(d.ID)] {
			c.Add("consequences", DimensionUnmapped, "dimension", string(d.ID))
		}
	}
	return c.Err()
}

// checkMapped checks the new levels of a scale: one for each old one, all on
// the new scale, none below the one before.
func checkMapped(c *aims.Checker, field string, levels []Level, from, to Level) {
	if len(levels) != int(from) {
		c.Add(field, MappingIncomplete, "got", strconv.Itoa(len(levels)), "want", strconv.Itoa(int(from)))
		return
	}
	for i, l := range levels {
		in := field + "/" + strconv.Itoa(i)
		checkLevel(c, in, l, to)
		if i > 0 && l < levels[i-1] {
			c.Add(in, MappingFalls, "level", strconv.Itoa(i+1), "got", l.String(), "before", levels[i-1].String())
		}
	}
}

// rerater maps the ratings of a register.
type rerater struct {
	mapping  Mapping
	old, new *Criteria
	from, to aims.Digest
	report   []Rerating
}

func (w *rerater) add(code aims.Code, ref aims.Ref, state State, axis string, from, to Level) {
	w.report = append(w.report, Rerating{Code: code, Ref: ref, State: state, Axis: axis, From: from, To: to})
}

// moved reports a risk level that is another, with the labels of both.
func (w *rerater) moved(ref aims.Ref, state State, from, to Level) {
	was, is := w.old.Label(from), w.new.Label(to)
	if from != to || was != is {
		w.report = append(w.report, Rerating{
			Code: LevelMoved, Ref: ref, State: state, From: from, To: to, FromLabel: was, ToLabel: is,
		})
	}
}

func (w *rerater) risk(r *Risk) {
	for _, state := range states {
		rating := r.Rating(state)
		if rating == nil {
			continue
		}
		if rating.Criteria != w.from {
			if rating.Criteria != w.to {
				w.add(RatingLeft, r.Ref(), state, "", 0, 0)
			}
			continue
		}
		mapped := w.rating(r.Ref(), state, rating)
		w.moved(r.Ref(), state, w.old.Rate(rating).Level, w.new.Rate(mapped).Level)
		r.setRating(state, mapped)
	}
}

// rating returns the rating by the new criteria, and reports what moved.
func (w *rerater) rating(ref aims.Ref, state State, r *Rating) *Rating {
	out := *r
	out.Criteria, out.Consequences = w.to, nil
	if r.Likelihood != 0 {
		if out.Likelihood = w.mapping.Likelihood[r.Likelihood-1]; out.Likelihood != r.Likelihood {
			w.add(AxisMoved, ref, state, axisLikelihood, r.Likelihood, out.Likelihood)
		}
	}
	for _, q := range r.Consequences {
		d := w.mapping.dimension(q.Dimension)
		if d.To == "" {
			w.add(DimensionDropped, ref, state, string(q.Dimension), q.Level, 0)
			continue
		}
		mapped := Consequence{Dimension: d.To, WhyNot: q.WhyNot}
		if q.Level != 0 {
			mapped.Level = d.Levels[q.Level-1]
		}
		if mapped.Level != q.Level || d.To != d.From {
			w.add(AxisMoved, ref, state, string(d.To), q.Level, mapped.Level)
		}
		out.Consequences = append(out.Consequences, mapped)
	}
	for _, d := range w.new.Consequences {
		if !slices.ContainsFunc(w.mapping.Consequences, func(m DimensionMapping) bool { return m.To == d.ID }) {
			w.add(DimensionAdded, ref, state, string(d.ID), 0, 0)
		}
	}
	return &out
}

// treatment reports the effects of a treatment that count in levels of the old
// scales and may mean another thing on the new ones.
func (w *rerater) treatment(t *Treatment) {
	axes := make(map[string]bool)
	for _, e := range t.Effects {
		if e.Likelihood != 0 && !slices.Equal(w.mapping.Likelihood, everyLevel(w.new.Likelihood.Top())) {
			axes[axisLikelihood] = true
		}
		for _, low := range e.Consequences {
			if low.By == 0 || w.old.dimension(low.Dimension) < 0 {
				continue
			}
			d := w.mapping.dimension(low.Dimension)
			becomes := w.new.dimension(d.To)
			if d.To != d.From || !slices.Equal(d.Levels, everyLevel(w.new.Consequences[becomes].Scale.Top())) {
				axes[string(low.Dimension)] = true
			}
		}
	}
	for i := range 1 + len(w.old.Consequences) {
		if axis := w.old.axis(i); axes[axis] {
			w.add(EffectLeft, t.Ref(), "", axis, 0, 0)
		}
	}
}

func (m *Mapping) dimension(id DimensionID) DimensionMapping {
	i := slices.IndexFunc(m.Consequences, func(d DimensionMapping) bool { return d.From == id })
	return m.Consequences[i]
}
