package rules

import (
	"fmt"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
)

// Result is what records show about every requirement and control at a day.
type Result struct {
	Provenance   aims.Provenance `json:"provenance"`
	Requirements []Item          `json:"requirements"` // the leaves of clauses 4–10, in order
	Controls     []Item          `json:"controls"`     // Annex A in order, then the organization's own
	// Remarks are the observations on anything else than a point or control,
	// such as a scope that may mislead.
	Remarks []aims.Observation `json:"remarks,omitempty"`
	// SystemsIn and SystemsOut count the AI systems that are not retired,
	// inside and outside of the scope. Only those inside are judged.
	SystemsIn  int `json:"systemsIn"`
	SystemsOut int `json:"systemsOut"`

	view *audit.View
}

// View returns the records that the result was made from; nil for one that
// was put together by hand or read from a document.
func (r Result) View() *audit.View { return r.view }

// Item is what records show about one requirement or control.
type Item struct {
	Key     aims.Key     `json:"key"`
	Title   string       `json:"title"`
	Verdict aims.Verdict `json:"verdict"`
	// NotExercised marks a verdict of Conforms that rests on a process which
	// no event has called for yet.
	NotExercised bool `json:"notExercised,omitempty"`
	// Excluded marks a control that a justified exclusion takes out; its
	// verdict is CannotTell and counts nowhere.
	Excluded bool `json:"excluded,omitempty"`
	// Until is the last day on which all observations hold if no record
	// changes; absent when time alone changes none.
	Until        aims.Date          `json:"until,omitzero"`
	Observations []aims.Observation `json:"observations"` // by point, in order
}

// Evaluate judges the records of a view at a day by a set of rules. The view
// comes from [audit.Open]; a nil view, an absent day or an unusable set is an
// error, never a verdict.
func Evaluate(v *audit.View, at aims.Date, set Set) (Result, error) {
	if v == nil || !at.Valid() {
		return Result{}, fmt.Errorf("rules: nothing to evaluate: open a snapshot and give a day")
	}
	if err := set.check(); err != nil {
		return Result{}, err
	}
	p, err := provenance(v, at, set)
	if err != nil {
		return Result{}, err
	}
	in := &Input{View: v, At: at, Requirements: set.Requirements}
	own := slices.Collect(audit.Records[controls.Custom](v, endOfTime)) // a statement may speak of one that is recorded later
	if in.Controls, err = set.Controls.With(own...); err != nil {
		return Result{}, err
	}
	seen := newObservations(in, set.Rules)
	res := Result{Provenance: p, view: v}
	for req := range set.Requirements.Leaves() {
		res.Requirements = append(res.Requirements, leaf(req, seen))
	}
	for c := range in.Controls.All() {
		later := slices.ContainsFunc(own, func(k controls.Custom) bool { return k.Key == c.Key && k.Since() > at })
		if item := control(c, seen); !later {
			res.Controls = append(res.Controls, item)
		}
	}
	res.Remarks = seen.rest()
	inScope := len(in.inScope())
	res.SystemsIn, res.SystemsOut = inScope, len(in.systems())-inScope
	return res, nil
}

var endOfTime = aims.MustDate("9999-12-31")

// observations holds what the rules said, by what they spoke of.
type observations struct {
	all   []aims.Observation
	byKey map[aims.Key][]int
	taken map[aims.Key]bool
}

func newObservations(in *Input, rules []aims.Rule[*Input]) *observations {
	s := &observations{byKey: make(map[aims.Key][]int), taken: make(map[aims.Key]bool)}
	for _, r := range rules {
		for o := range r.Check(in) {
			s.byKey[o.Key] = append(s.byKey[o.Key], len(s.all))
			s.all = append(s.all, o)
		}
	}
	return s
}

// take returns the observations on a key.
func (s *observations) take(key aims.Key) []aims.Observation {
	s.taken[key] = true
	var list []aims.Observation
	for _, i := range s.byKey[key] {
		list = append(list, s.all[i])
	}
	return list
}

// rest returns the observations that nobody took, in the order of the rules.
func (s *observations) rest() []aims.Observation {
	var list []aims.Observation
	for _, o := range s.all {
		if !s.taken[o.Key] {
			list = append(list, o)
		}
	}
	return list
}

func provenance(v *audit.View, at aims.Date, set Set) (aims.Provenance, error) {
	rules, err := set.Digest()
	if err != nil {
		return aims.Provenance{}, err
	}
	input, err := v.Digest()
	if err != nil {
		return aims.Provenance{}, err
	}
	return aims.Provenance{
		Module: aims.Version, RuleSet: set.Name + "@" + set.Version, Rules: rules, Input: input, At: at,
	}, nil
}

// leaf joins what the rules found about the points of a requirement. A point
// that no rule judges is unknown. That a point other than a core one is not
// shown at all is a lapse, not the failure of the requirement.
func leaf(req aims.Requirement, seen *observations) Item {
	item := Item{Key: aims.ClauseKey(req.Clause), Title: req.Title, Verdict: aims.Conforms}
	for _, p := range req.Points {
		key := aims.PointKey(p.ID)
		found := seen.take(key)
		if len(found) == 0 {
			found = []aims.Observation{cannotTell(NoRule, nil).observation("", key)}
		}
		for _, o := range found {
			weight := o.Verdict
			if weight == aims.MajorGap && !p.Core {
				weight = aims.MinorGap
			}
			item.add(weight, o)
		}
	}
	for _, o := range seen.take(item.Key) {
		item.add(o.Verdict, o)
	}
	item.NotExercised = item.NotExercised && req.EventDriven() && item.Verdict == aims.Conforms
	return item
}

// add takes an observation into the item with the weight it has there.
func (i *Item) add(weight aims.Verdict, o aims.Observation) {
	i.Verdict = i.Verdict.And(weight)
	i.Until = earlier(i.Until, o.Until)
	i.NotExercised = i.NotExercised || o.NotExercised
	i.Observations = append(i.Observations, o)
}

// control joins what the rules found about a control. A justified exclusion
// takes it out, whatever else was found.
func control(c controls.Control, seen *observations) Item {
	item := Item{Key: c.Key, Title: c.Title, Verdict: aims.Conforms}
	found := seen.take(c.Key)
	if len(found) == 0 {
		found = []aims.Observation{cannotTell(NoRule, nil).observation("", c.Key)}
	}
	for _, o := range found {
		item.add(o.Verdict, o)
		item.Excluded = item.Excluded || o.Code == ControlExcluded
	}
	if item.Excluded {
		item.Verdict = aims.CannotTell
	}
	item.NotExercised = item.NotExercised && item.Verdict == aims.Conforms
	return item
}
