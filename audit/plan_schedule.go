package audit

import (
	"cmp"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// schedule places topics one after the other.
type schedule struct {
	team    Team
	domains Domains
	timing  Timing
	barred  []aims.PersonID
	busy    map[aims.PersonID][]taken
	plan    Plan
}

// taken is a time that somebody is not free.
type taken struct {
	day aims.Date
	Span
}

func newSchedule(t Team, days []aims.Date, d Domains, timing Timing) *schedule {
	s := &schedule{
		team: t, domains: d, timing: timing, busy: make(map[aims.PersonID][]taken),
		plan: Plan{Audit: t.Audit.ID, Days: slices.Clone(days), Timing: timing.Name + " " + timing.Version, Domains: d.Name + " " + d.Version},
	}
	t.On = days[0]
	for _, o := range t.barringTies(TwoYears) {
		if o.Code == Barred {
			s.barred = append(s.barred, aims.PersonID(o.Args["who"]))
		}
	}
	return s
}

// meetings places opening, conclusions and closing; false if there is no room.
func (s *schedule) meetings() bool {
	first, last := s.plan.Days[0], s.plan.Days[len(s.plan.Days)-1]
	begin, end := s.timing.Hours[0], s.timing.Hours[len(s.timing.Hours)-1]
	opening := Span{begin.From, begin.From + Clock(s.timing.Opening)}
	closing := Span{end.To - Clock(s.timing.Closing), end.To}
	conclusions := Span{closing.From - Clock(s.timing.Conclusions), closing.From}
	if opening.To > begin.To || conclusions.From < end.From || first == last && opening.To > conclusions.From {
		return false
	}
	var team []aims.PersonID
	for _, m := range s.team.Audit.Team {
		team = append(team, m.Person)
	}
	team = distinct(team)
	top := s.team.Basis.topManagement()
	slices.Sort(top)
	s.add(Slot{Kind: SlotOpening, Day: first, Title: "opening meeting", With: team, Agenda: Agenda{Interview: top}}, opening)
	s.add(Slot{Kind: SlotConclusions, Day: last, Title: "the team's conclusions", With: team}, conclusions)
	s.add(Slot{Kind: SlotClosing, Day: last, Title: "closing meeting", With: team, Agenda: Agenda{Interview: top}}, closing)
	return true
}

// add puts a slot into the plan and takes the time of everybody in it.
func (s *schedule) add(slot Slot, at Span) {
	slot.From, slot.To = at.From, at.To
	for _, who := range slot.people() {
		s.busy[who] = append(s.busy[who], taken{slot.Day, at})
	}
	s.plan.Slots = append(s.plan.Slots, slot)
}

// people returns everybody whose time a slot takes.
func (s Slot) people() []aims.PersonID {
	people := slices.Concat(s.With, s.Interview)
	if s.Auditor != "" {
		people = append(people, s.Auditor)
	}
	return people
}

// offer is one way to place a topic.
type offer struct {
	slot Slot
	at   Span
	rank int // of the auditor in the team
}

// place gives a topic the best slot. One that nobody may lead as a whole is
// taken apart; what still finds no slot is listed as unplaced.
func (s *schedule) place(t topic) {
	var best *offer
	nobody := true
	for rank, m := range s.team.Audit.Team {
		if !s.mayLead(m, t) {
			continue
		}
		nobody = false
		slot := Slot{Kind: t.kind, Title: t.title, Auditor: m.Person, Agenda: t.Agenda}
		slot.With, slot.Lacks = s.companions(m, t)
		day, at, found := s.earliest(slot.people(), t.minutes)
		if !found {
			continue
		}
		slot.Day = day
		if o := (offer{slot, at, rank}); best == nil || o.compare(*best) < 0 {
			best = &o
		}
	}
	switch {
	case best != nil:
		s.add(best.slot, best.at)
	case nobody && len(t.Subjects) > 1:
		for _, part := range s.team.parts(t) {
			s.place(part)
		}
	case nobody:
		s.unplaced(t, NobodyMay)
	default:
		s.unplaced(t, NoTimeLeft)
	}
}

func (s *schedule) unplaced(t topic, why aims.Code) {
	o := s.team.says(aims.CannotTell, why, "what", t.title)
	s.plan.Unplaced = append(s.plan.Unplaced, Unplaced{t.title, t.Agenda, t.minutes, o})
}

func (o offer) compare(p offer) int {
	return cmp.Or(
		cmp.Compare(len(o.slot.Lacks), len(p.slot.Lacks)),
		cmp.Compare(o.slot.Day, p.slot.Day), cmp.Compare(o.at.From, p.at.From),
		cmp.Compare(len(o.slot.With), len(p.slot.With)), cmp.Compare(o.rank, p.rank))
}

// mayLead reports whether a member may lead a topic.
func (s *schedule) mayLead(m Member, t topic) bool {
	b := s.team.Basis
	if !m.leads() || slices.Contains(s.barred, m.Person) || slices.Contains(t.Interview, m.Person) {
		return false
	}
	if !m.Scope.IsZero() && slices.ContainsFunc(t.Subjects, func(x Subject) bool { return !x.In(m.Scope) }) {
		return false
	}
	return len(OwnWork(m.Person, t.owners, b.Processes, b.Systems)) == 0 && len(b.ownControls(m.Person, t.owners)) == 0
}

// companions returns who goes along with the auditor to bring the domains that
// the topic takes and the auditor does not, each the first in the team, and
// the domains that nobody brings.
func (s *schedule) companions(m Member, t topic) (with []aims.PersonID, lacks []string) {
	for _, d := range s.domains.Domains {
		brings := func(n Member) bool {
			return d.coveredBy(n) && (n.Person == m.Person || slices.Contains(with, n.Person))
		}
		switch {
		case !slices.ContainsFunc(t.Subjects, d.takes), slices.ContainsFunc(s.team.Audit.Team, brings):
			continue
		}
		i := slices.IndexFunc(s.team.Audit.Team, func(n Member) bool {
			return d.coveredBy(n) && !slices.Contains(s.barred, n.Person) && !slices.Contains(t.Interview, n.Person)
		})
		if i < 0 {
			lacks = append(lacks, d.ID)
			continue
		}
		with = append(with, s.team.Audit.Team[i].Person)
	}
	return with, lacks
}

// earliest returns the first time at which everybody is free for so long.
func (s *schedule) earliest(people []aims.PersonID, minutes int) (aims.Date, Span, bool) {
	step := Clock(s.timing.Step)
	for _, day := range s.plan.Days {
		for _, hours := range s.timing.Hours {
			for from := hours.From; from+Clock(minutes) <= hours.To; {
				at := Span{from, from + Clock(minutes)}
				until, found := s.inTheWay(people, day, at)
				if !found {
					return day, at, true
				}
				from += (until - from + step - 1) / step * step
			}
		}
	}
	return 0, Span{}, false
}

// inTheWay returns the end of something that keeps somebody from a time, and
// whether there is such a thing.
func (s *schedule) inTheWay(people []aims.PersonID, day aims.Date, at Span) (until Clock, found bool) {
	for _, who := range people {
		for _, t := range s.busy[who] {
			if t.day == day && t.From < at.To && at.From < t.To {
				return t.To, true
			}
		}
	}
	return 0, false
}

// sort puts the slots in the order of time, and then of the team.
func (s *schedule) sort() {
	rank := func(who aims.PersonID) int {
		return slices.IndexFunc(s.team.Audit.Team, func(m Member) bool { return m.Person == who })
	}
	slices.SortStableFunc(s.plan.Slots, func(x, y Slot) int {
		return cmp.Or(cmp.Compare(x.Day, y.Day), cmp.Compare(x.From, y.From), cmp.Compare(rank(x.Auditor), rank(y.Auditor)))
	})
}
