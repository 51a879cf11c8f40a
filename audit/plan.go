package audit

import (
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
	"github.com/aimskit/aimskit/internal/word"
)

// Plan is the plan of an audit (ISO/IEC 17021-1, 9.2.3; ISO 19011): who looks
// at what, when, and whom to interview.
type Plan struct {
	Audit   AuditID     `json:"audit"`
	Days    []aims.Date `json:"days"`
	Timing  string      `json:"timing"`  // name and version
	Domains string      `json:"domains"` // name and version
	// Slots are in the order of time; at one time, in the order of the team.
	Slots []Slot `json:"slots"`
	// Unplaced is what has no slot, with the reason.
	Unplaced []Unplaced `json:"unplaced,omitempty"`
}

// Slot is one entry of a plan.
type Slot struct {
	Kind    SlotKind        `json:"kind"`
	Day     aims.Date       `json:"day"`
	From    Clock           `json:"from"`
	To      Clock           `json:"to"`
	Title   string          `json:"title,omitempty"`
	Auditor aims.PersonID   `json:"auditor,omitempty"` // who leads the slot; absent for meetings
	With    []aims.PersonID `json:"with,omitempty"`    // experts and auditors who go along; at meetings the team
	Agenda
	// Lacks lists the domains that the slot takes and that nobody in it is
	// known to cover.
	Lacks []string `json:"lacks,omitempty"`
}

// Agenda is what a slot is about.
type Agenda struct {
	Subjects  []Subject       `json:"subjects,omitempty"`
	Finding   FindingID       `json:"finding,omitempty"`   // that is followed up
	Interview []aims.PersonID `json:"interview,omitempty"` // who should answer; absent: to be named
}

// Unplaced is a topic without a slot.
type Unplaced struct {
	Title string `json:"title"`
	Agenda
	Minutes int              `json:"minutes"`
	Why     aims.Observation `json:"why"`
}

// SlotKind is what a slot is for.
type SlotKind string

// The kinds of slot.
const (
	SlotOpening     SlotKind = "opening-meeting"
	SlotFollowUp    SlotKind = "follow-up"
	SlotTopic       SlotKind = "topic"
	SlotConclusions SlotKind = "conclusions"
	SlotClosing     SlotKind = "closing-meeting"
)

var slotKinds = []SlotKind{SlotOpening, SlotFollowUp, SlotTopic, SlotConclusions, SlotClosing}

// Known reports whether k is in the vocabulary.
func (k SlotKind) Known() bool { return word.Known(k, slotKinds...) }

// UnmarshalText reads a word of the vocabulary.
func (k *SlotKind) UnmarshalText(text []byte) error {
	return unmarshalName(k, text, "audit.SlotKind", slotKinds...)
}

// The codes of problems and reasons of a plan.
const (
	// PlanWithoutAuditor: the team has nobody who may lead a slot.
	PlanWithoutAuditor aims.Code = "audit/plan-without-auditor"
	// PlanDaysOrder: the days of a plan are not in order, each once.
	PlanDaysOrder aims.Code = "audit/plan-days-order"
	// PlanKeyUnknown: a plan is asked for about something that is no requirement or control.
	PlanKeyUnknown aims.Code = "audit/plan-key-unknown"
	// MeetingsTooLong: opening, or conclusions and closing, do not fit into the hours of their day.
	MeetingsTooLong aims.Code = "audit/meetings-too-long"
	// NobodyMay: no auditor is impartial and in charge of the topic.
	NobodyMay aims.Code = "audit/nobody-may"
	// NoTimeLeft: no auditor and those to interview are free together long enough.
	NoTimeLeft aims.Code = "audit/no-time-left"
)

// PlanAudit lays an audit out over days: an opening meeting, the findings
// carried forward, every leaf, the controls group by group, the processes,
// systems and sites of the scope, the team's conclusions and a closing
// meeting. The opening meeting comes first on the first day; conclusions and
// closing come last on the last.
//
// An auditor leads a slot if all of it lies in their part of the scope, none
// of it is their own work or a control that they answer for, and they are not
// barred by the rules of [ImpartialityRules] with [TwoYears]. Auditors in
// training and experts never lead; they go along where they bring a domain
// that the auditor does not cover. Of those who may lead, the one counts
// with whom the fewest domains are lacking, then who can begin first, then who
// needs the fewest companions, then who stands first in the team. Nobody is in
// two places at once, those to interview included. What finds no slot is
// listed with the reason: nothing is dropped or shortened.
//
// Days that are absent, a team without an auditor, nothing to look at, a
// requirement or control that neither the catalogues nor the Statement of
// Applicability of the basis know, and a malformed timing or set of domains are
// problems. Keys of frameworks with no catalogue here are taken as they are.
func PlanAudit(t Team, days []aims.Date, carried []Carried, d Domains, timing Timing) (Plan, error) {
	if err := checkPlan(t, days, carried, d, timing); err != nil {
		return Plan{}, err
	}
	s := newSchedule(t, days, d, timing)
	if !s.meetings() {
		c := aims.Checker{Texts: texts}
		c.Add("timing", MeetingsTooLong)
		return Plan{}, c.Err()
	}
	for _, topic := range t.topics(carried, timing) {
		s.place(topic)
	}
	s.sort()
	return s.plan, nil
}

func checkPlan(t Team, days []aims.Date, carried []Carried, d Domains, timing Timing) error {
	c := aims.Checker{Texts: texts}
	if len(days) == 0 {
		c.Add("days", aims.Missing)
	}
	for i, day := range days {
		field := aims.Field("days", i)
		c.Date(field, day)
		if i > 0 && day <= days[i-1] {
			c.Add(field, PlanDaysOrder, "got", day.String(), "previous", days[i-1].String())
		}
	}
	c.Nest("audit", t.Audit.Validate())
	if !slices.ContainsFunc(t.Audit.Team, Member.leads) {
		c.Add("audit/team", PlanWithoutAuditor)
	}
	if t.Audit.Scope.IsZero() && len(carried) == 0 {
		c.Add("audit/scope", aims.Missing)
	}
	t.checkKeys(&c, "audit/scope/keys", t.Audit.Scope.Keys)
	for i, m := range t.Audit.Team {
		t.checkKeys(&c, aims.Field("audit", "team", i, "scope", "keys"), m.Scope.Keys)
	}
	for i, f := range carried {
		if !t.Basis.knows(f.Key) {
			c.Add(aims.Field("carried", i, "key"), PlanKeyUnknown, "got", f.Key.String())
		}
	}
	c.Nest("domains", d.Validate())
	c.Nest("timing", timing.Validate())
	return c.Err()
}

func (t Team) checkKeys(c *aims.Checker, field string, keys []aims.Key) {
	for i, k := range keys {
		if !t.Basis.knows(k) {
			c.Add(field+"/"+strconv.Itoa(i), PlanKeyUnknown, "got", k.String())
		}
	}
}

// knows reports whether a key of ISO/IEC 42001 or of the organization's own
// controls is a requirement, a point or a control of the basis, or a heading
// above one.
func (b Basis) knows(k aims.Key) bool {
	if k.Framework != aims.FrameworkISO42001 && k.Framework != aims.FrameworkOwn {
		return true
	}
	named := Scope{Keys: []aims.Key{k}}
	for r := range b.Requirements.Leaves() {
		if named.Covers(aims.ClauseKey(r.Clause)) || slices.ContainsFunc(r.Points, func(p aims.Point) bool { return k == aims.PointKey(p.ID) }) {
			return true
		}
	}
	for control := range b.Controls.All() {
		if named.Covers(control.Key) {
			return true
		}
	}
	return slices.ContainsFunc(b.Statement.Rows, func(r controls.Row) bool { return r.Control == k })
}

// leads reports whether a member may lead a slot by the role alone.
func (m Member) leads() bool { return m.Role == LeadAuditor || m.Role == Auditor }
