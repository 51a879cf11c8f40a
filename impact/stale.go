package impact

import (
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// StaleFacts are what an assessment is held against to find out whether it
// still fits: the system as it is, and what has happened to it.
type StaleFacts struct {
	System    aims.AISystem
	UseCases  []aims.UseCase  // of any system; those of this one that run at the day count
	Incidents []aims.Incident // of any system
	Breaches  []Breach
	// Interval is the longest time between two assessments, as the method
	// plans it. Absent: only the date that the assessment plans itself counts.
	Interval aims.Interval
	// Changed says what somebody judged: yes, that an aspect changed although
	// the records show no difference; no, that the difference does not matter.
	// An aspect that is not in it is judged by its records.
	Changed map[Aspect]aims.Answer
}

// Breach records that what is watched in operation went beyond its limit.
type Breach struct {
	Metric aims.MetricID `json:"metric"`
	On     aims.Date     `json:"on"`
}

// Staleness is what of an assessment no longer holds at a day, and why. It is
// computed from the facts each time, and never stored.
type Staleness struct {
	Causes []Cause `json:"causes,omitempty"`
}

// Cause is one reason to look at an assessment again.
type Cause struct {
	Reason Reason   `json:"reason"`
	Aspect Aspect   `json:"aspect,omitempty"` // what changed, unless time or an event is the cause
	Ref    aims.Ref `json:"ref,omitzero"`     // the incident or metric
	// Parts are JSON pointers into the assessment: the answers that hang on
	// it, in their order. The empty pointer is the assessment as a whole.
	Parts []string `json:"parts"`
}

// Stale reports whether anything no longer holds.
func (s Staleness) Stale() bool { return len(s.Causes) > 0 }

// Parts returns every part that no longer holds, each once, in the order in
// which the causes name them.
func (s Staleness) Parts() []string {
	var out []string
	for _, c := range s.Causes {
		for _, p := range c.Parts {
			if !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// The codes of reasons for which an assessment is stale.
const (
	// StaleSystem: the facts are of another system than was assessed.
	StaleSystem aims.Code = "impact/stale-system"
	// StaleTime: the planned date or interval has passed.
	StaleTime aims.Code = "impact/stale-time"
	// StaleAssumption: an answer was assumed until a day that has passed.
	StaleAssumption aims.Code = "impact/stale-assumption"
	// StaleDiffers: something is another than was assessed.
	StaleDiffers aims.Code = "impact/stale-differs"
	// StaleAdded: something was added that was not assessed.
	StaleAdded aims.Code = "impact/stale-added"
	// StaleRemoved: something that was assessed is gone.
	StaleRemoved aims.Code = "impact/stale-removed"
	// StaleJudged: somebody judged that an aspect changed.
	StaleJudged aims.Code = "impact/stale-judged"
	// StaleIncident: an incident came after the assessment.
	StaleIncident aims.Code = "impact/stale-incident"
	// StaleBreach: a limit was exceeded after the assessment.
	StaleBreach aims.Code = "impact/stale-breach"
)

// Stale says what of an assessment no longer holds at a day. Time makes the
// whole of it stale; a change, the answers that hang on the aspect, which are
// all that do not say otherwise; an incident or breach, the harms that nobody
// has looked at since. Facts of a later day are not seen. What the system's
// record does not say is not held against the assessment. Users, regions and
// uses count when they are added, data and models also when they are gone.
//
// Of another system nothing holds, and nothing more is looked at. At no day
// nothing has happened yet. Malformed values are for their own Validate to say.
func Stale(a Assessment, f StaleFacts, at aims.Date) Staleness {
	s := staleness{assessment: a, at: at, parts: a.answers()}
	if is := f.System.ID; is != "" && is != a.System {
		s.add(Cause{Reason: because(StaleSystem, "was", string(a.System), "is", string(is)), Parts: []string{""}})
		return s.Staleness
	}
	if due := s.due(f.Interval); due != 0 && due < at {
		s.add(Cause{Reason: because(StaleTime, "on", a.On.String(), "due", due.String()), Parts: []string{""}})
	}
	for _, p := range s.parts {
		if until := p.basis.Until; until != 0 && until < at {
			s.add(Cause{Reason: because(StaleAssumption, "part", p.path, "until", until.String()), Parts: []string{p.path}})
		}
	}
	for _, aspect := range aspects {
		switch f.Changed[aspect] {
		case aims.No, aims.NotApplicable:
		case aims.Yes:
			s.changed(aspect, because(StaleJudged, "aspect", string(aspect)))
		default:
			s.compare(aspect, f)
		}
	}
	s.events(f)
	return s.Staleness
}

// staleness gathers the causes for one assessment.
type staleness struct {
	Staleness
	assessment Assessment
	at         aims.Date
	parts      []part
}

// due returns the last day on which the assessment is as new as planned; zero
// where nothing was planned.
func (s *staleness) due(interval aims.Interval) aims.Date {
	due := interval.After(s.assessment.On)
	if by := s.assessment.ReviewBy; by != 0 && (due == 0 || by < due) {
		return by
	}
	return due
}

func (s *staleness) add(c Cause) { s.Causes = append(s.Causes, c) }

// changed adds the answers that hang on an aspect, if there are any. Of an
// assessment without answers everything hangs on everything.
func (s *staleness) changed(aspect Aspect, why Reason) {
	c := Cause{Reason: why, Aspect: aspect}
	for _, p := range s.parts {
		if len(p.basis.RestsOn) == 0 || slices.Contains(p.basis.RestsOn, aspect) {
			c.Parts = append(c.Parts, p.path)
		}
	}
	if len(s.parts) == 0 {
		c.Parts = []string{""}
	}
	if len(c.Parts) > 0 {
		s.add(c)
	}
}

// compare holds one aspect of the system against what was assessed.
func (s *staleness) compare(aspect Aspect, f StaleFacts) {
	a, now := s.assessment, f.System
	switch aspect {
	case AspectVersion:
		s.differs(aspect, "the version", a.Version, now.Version)
	case AspectModel:
		s.components(a.Scope.Models, now.Components)
	case AspectData:
		s.lists(aspect, "the data set", texted(a.Scope.Datasets), texted(now.Datasets), true)
	case AspectPurpose:
		s.differs(aspect, "the purpose", a.Scope.Purpose.Text, now.Purpose)
		s.lists(aspect, "the use", texted(a.Scope.UseCases), s.running(f), false)
	case AspectRegion:
		s.lists(aspect, "the jurisdiction", a.Scope.Jurisdictions, now.Jurisdictions, false)
	case AspectUsers:
		s.lists(aspect, "the users", a.Scope.Users, now.Users, false)
	case AspectDeployment:
		s.differs(aspect, "human oversight", string(a.Scope.Oversight), string(now.Oversight.Mode))
	}
}

// differs compares two texts where both are there.
func (s *staleness) differs(aspect Aspect, what, was, is string) {
	was, is = strings.TrimSpace(was), strings.TrimSpace(is)
	if was != "" && is != "" && was != is {
		s.changed(aspect, because(StaleDiffers, "what", what, "was", clip(was), "is", clip(is)))
	}
}

// lists compares two lists, unless the system's says nothing.
func (s *staleness) lists(aspect Aspect, what string, was, is []string, gone bool) {
	if len(is) == 0 {
		return
	}
	report := func(code aims.Code, of, against []string) {
		for _, item := range slices.Compact(slices.Sorted(slices.Values(of))) {
			if !slices.Contains(against, item) {
				s.changed(aspect, because(code, "what", what, "item", clip(item)))
			}
		}
	}
	report(StaleAdded, is, was)
	if gone {
		report(StaleRemoved, was, is)
	}
}

// components compares the components by name, and their versions where both
// are there, unless the system's record lists none.
func (s *staleness) components(was []Model, is []aims.Component) {
	if len(is) == 0 {
		return
	}
	for _, p := range is {
		i := slices.IndexFunc(was, func(m Model) bool { return m.Name == p.Name })
		same := slices.ContainsFunc(was, func(m Model) bool {
			return m.Name == p.Name && (m.Version == p.Version || m.Version == "" || p.Version == "")
		})
		switch {
		case i < 0:
			s.changed(AspectModel, because(StaleAdded, "what", "the component", "item", clip(p.Name)))
		case !same:
			s.differs(AspectModel, "the component "+clip(p.Name), was[i].Version, p.Version)
		}
	}
	for _, m := range was {
		if !slices.ContainsFunc(is, func(p aims.Component) bool { return p.Name == m.Name }) {
			s.changed(AspectModel, because(StaleRemoved, "what", "the component", "item", clip(m.Name)))
		}
	}
}

// running returns the uses of the system that are allowed or active at the day.
func (s *staleness) running(f StaleFacts) []string {
	var out []string
	for _, u := range f.UseCases {
		allowed := u.Status == aims.UseActive || u.Status == aims.UseApproved
		if u.System == s.assessment.System && allowed && u.Recorded <= s.at && u.From <= s.at && (u.Until == 0 || u.Until >= s.at) {
			out = append(out, string(u.ID))
		}
	}
	return out
}

// events adds what happened after the assessment: the harms that nobody has
// looked at since may be worse than was thought.
func (s *staleness) events(f StaleFacts) {
	for _, i := range f.Incidents {
		on := firstDay(i.Detected, i.Occurred, i.Recorded)
		if i.Recorded <= s.at && slices.Contains(i.Systems, s.assessment.System) {
			s.event(i.Ref(), on, because(StaleIncident, "incident", string(i.ID), "on", on.String()))
		}
	}
	for _, b := range f.Breaches {
		s.event(aims.Ref{Kind: aims.KindMetric, ID: string(b.Metric)}, b.On, because(StaleBreach, "metric", string(b.Metric), "on", b.On.String()))
	}
}

func (s *staleness) event(ref aims.Ref, on aims.Date, why Reason) {
	if on > s.at || on <= s.assessment.On {
		return
	}
	c := Cause{Reason: why, Ref: ref}
	harms := 0
	for _, p := range s.parts {
		if !p.harm {
			continue
		}
		harms++
		if p.basis.On < on {
			c.Parts = append(c.Parts, p.path)
		}
	}
	if harms == 0 {
		c.Parts = []string{""}
	}
	if len(c.Parts) > 0 {
		s.add(c)
	}
}

// firstDay returns the first day that is there.
func firstDay(days ...aims.Date) aims.Date {
	for _, d := range days {
		if d != 0 {
			return d
		}
	}
	return 0
}

func texted[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}
