package rules

import (
	"fmt"
	"maps"
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
	in := &Input{View: v, At: at, Requirements: set.Requirements, Controls: set.Controls}
	own := audit.List[controls.Custom](v, endOfTime) // a statement may speak of one that is recorded later
	if len(own) > 0 {
		if in.Controls, err = set.Controls.With(own...); err != nil {
			return Result{}, err
		}
	}
	later := make(map[aims.Key]bool) // the own controls that do not exist yet
	for i := range own {
		if own[i].Since() > at {
			later[own[i].Key] = true
		}
	}
	seen := newObservations(in, set.Rules)
	res := Result{Provenance: p, view: v, Controls: make([]Item, 0, in.Controls.Len())}
	for req := range set.Requirements.Leaves() {
		res.Requirements = append(res.Requirements, seen.leaf(req))
	}
	for c := range in.Controls.All() {
		if item := seen.control(c); !later[c.Key] {
			res.Controls = append(res.Controls, item)
		}
	}
	res.Remarks = seen.rest()
	inScope := len(in.inScope())
	res.SystemsIn, res.SystemsOut = inScope, len(in.systems())-inScope
	return res, nil
}

var endOfTime = aims.MustDate("9999-12-31")

// observations holds what the rules said, and finds it by what they spoke of.
type observations struct {
	all   []aims.Observation  // in the order of the rules
	next  []int               // of each, the next one on the same key; -1: none
	taken []bool              // whether it became part of an item
	ends  map[aims.Key][2]int // the first and the last one on a key

	// answers holds what another module found to conform; see [External].
	answers map[aims.Key]aims.Observation
	room    []aims.Observation // for those of items
}

func newObservations(in *Input, rules []aims.Rule[*Input]) *observations {
	expected := len(rules) + in.Controls.Len()
	s := &observations{
		all:  make([]aims.Observation, 0, expected),
		next: make([]int, 0, expected),
		ends: make(map[aims.Key][2]int, expected),
	}
	add := s.add
	for i := range rules {
		rules[i].Check(in)(add)
	}
	s.answer()
	s.taken = make([]bool, len(s.all))
	s.room = make([]aims.Observation, 0, expected)
	return s
}

// add adds what a rule says behind all that was said before.
func (s *observations) add(o aims.Observation) bool {
	i := len(s.all)
	s.all, s.next = append(s.all, o), append(s.next, -1)
	ends, known := s.ends[o.Key]
	if known {
		s.next[ends[1]] = i
	} else {
		ends[0] = i
	}
	ends[1] = i
	s.ends[o.Key] = ends
	if o.Code == JudgedElsewhere && o.Verdict == aims.Conforms {
		if s.answers == nil {
			s.answers = make(map[aims.Key]aims.Observation)
		}
		s.answers[o.Key] = o
	}
	return true
}

// answer lets the conformity that another module found on a key stand where
// the rules cannot tell. That a control is excluded stays, and so does what one
// more module could not tell.
func (s *observations) answer() {
	if len(s.answers) == 0 {
		return
	}
	for i := range s.all {
		if o := &s.all[i]; o.Verdict == aims.CannotTell && o.Code != ControlExcluded && o.Code != JudgedElsewhere {
			if a, found := s.answerTo(o.Key); found {
				a.Rule, a.Until = o.Rule, earlier(a.Until, o.Until)
				*o = a
			}
		}
	}
}

// answerTo returns the answer on a point, requirement or control; that on a
// requirement answers for each of its points.
func (s *observations) answerTo(key aims.Key) (aims.Observation, bool) {
	a, found := s.answers[key]
	if !found {
		a, found = s.answers[parentKey(key)]
	}
	a.Key, a.Refs, a.Args = key, slices.Clone(a.Refs), maps.Clone(a.Args) // each observation has its own
	return a, found
}

// join takes the observations on a key into an item; with mild, that something
// is not shown at all weighs as a lapse. It reports whether there are any.
func (s *observations) join(item *Item, key aims.Key, mild bool) bool {
	ends, found := s.ends[key]
	if !found {
		return false
	}
	for i := ends[0]; i >= 0; i = s.next[i] {
		s.taken[i] = true
		weight := s.all[i].Verdict
		if mild && weight == aims.MajorGap {
			weight = aims.MinorGap
		}
		item.add(weight, &s.all[i])
	}
	return true
}

// rest returns the observations that no item took, in the order of the rules.
func (s *observations) rest() []aims.Observation {
	var list []aims.Observation
	for i := range s.all {
		if !s.taken[i] {
			list = append(list, s.all[i])
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
func (s *observations) leaf(req aims.Requirement) Item {
	item := s.open(aims.ClauseKey(req.Clause), req.Title)
	for _, p := range req.Points {
		if key := aims.PointKey(p.ID); !s.join(&item, key, !p.Core) {
			s.unjudged(&item, key)
		}
	}
	s.join(&item, item.Key, false)
	item.NotExercised = item.NotExercised && req.EventDriven() && item.Verdict == aims.Conforms
	return s.closed(item)
}

// control joins what the rules found about a control. A justified exclusion
// takes it out, whatever else was found.
func (s *observations) control(c controls.Control) Item {
	item := s.open(c.Key, c.Title)
	if !s.join(&item, c.Key, false) {
		s.unjudged(&item, c.Key)
	}
	for i := range item.Observations {
		item.Excluded = item.Excluded || item.Observations[i].Code == ControlExcluded
	}
	if item.Excluded {
		item.Verdict = aims.CannotTell
	}
	item.NotExercised = item.NotExercised && item.Verdict == aims.Conforms
	return s.closed(item)
}

// unjudged takes into an item that no rule of the set judges something, or the
// answer of another module to it.
func (s *observations) unjudged(item *Item, key aims.Key) {
	o, answered := s.answerTo(key)
	if !answered {
		o = aims.Observation{Key: key, Code: NoRule, Text: texts[NoRule]}
	}
	o.Rule = ""
	item.add(o.Verdict, &o)
}

// open begins an item, whose observations are to stand behind those of the
// items before. The caller closes it before the next one begins.
func (s *observations) open(key aims.Key, title string) Item {
	return Item{Key: key, Title: title, Verdict: aims.Conforms, Observations: s.room[:0]}
}

// closed ends an item.
func (s *observations) closed(item Item) Item {
	s.room = item.Observations[len(item.Observations):]
	if item.Observations = slices.Clip(item.Observations); len(item.Observations) == 0 {
		item.Observations = nil
	}
	return item
}

// add takes an observation into the item with the weight it has there.
func (i *Item) add(weight aims.Verdict, o *aims.Observation) {
	i.Verdict = i.Verdict.And(weight)
	i.Until = earlier(i.Until, o.Until)
	i.NotExercised = i.NotExercised || o.NotExercised
	i.Observations = append(i.Observations, *o)
}
