package audit_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// lines prints a plan, a slot a line.
func lines(p audit.Plan) []string {
	var list []string
	for _, s := range p.Slots {
		list = append(list, fmt.Sprintf("%s %s–%s %s %s: %s%v%v%v", s.Day, s.From, s.To, s.Kind, s.Title, s.Auditor, s.With, s.Interview, s.Lacks))
	}
	for _, u := range p.Unplaced {
		list = append(list, u.Why.Sentence())
	}
	return list
}

// planned is a small audit: two requirements, a control, a process, a system
// and a site, by two auditors, somebody in training and an expert.
func planned() audit.Team {
	return audit.Team{
		Basis: audit.Basis{
			At: on(day), Requirements: aims.Edition2023(), Controls: controls.Edition2023(), Questions: audit.Questions2023(),
			Statement: controls.Statement{ID: "soa", Rows: []controls.Row{
				{Control: aims.ControlKey("A.5.2"), Applicability: controls.Applicable, Owner: "p-impact"},
				{Control: aims.ControlKey("A.5.3"), Applicability: controls.Excluded, Owner: "p-nobody"},
			}},
			Processes: []aims.Process{{ID: "release", Title: "Release", Owner: "p-dev"}, {ID: "risk", Title: "Risk", Owner: "p-risk", Serves: []aims.Key{aims.ClauseKey("6.1.2")}}},
			Systems:   []aims.AISystem{{ID: "s-1", Name: "Bed forecast", Owner: "p-dev"}},
			Persons:   []aims.Person{{ID: "p-ceo", TopManagement: aims.Yes}, {ID: "p-dev"}},
		},
		Audit: audit.Audit{
			ID: "stage-2", Title: "Stage 2", Type: audit.StageTwo,
			Scope: audit.Scope{
				Keys:      []aims.Key{aims.ClauseKey("5.2"), aims.ClauseKey("6.1.2"), aims.PointKey("9.1/a"), aims.ControlKey("A.5.2"), aims.ControlKey("A.5.3")},
				Processes: []aims.ProcessID{"release"}, Systems: []aims.SystemID{"s-1"}, Sites: []string{"York"},
			},
			Team: []audit.Member{
				{Person: "a-lead", Role: audit.LeadAuditor, Competence: []string{"standard"}},
				{Person: "a-two", Role: audit.Auditor, Competence: []string{"risk-and-impact"}},
				{Person: "a-new", Role: audit.Trainee},
				{Person: "a-expert", Role: audit.TechnicalExpert, Competence: []string{"ai-life-cycle"}},
			},
		},
	}
}

func plan(t *testing.T, team audit.Team, carried []audit.Carried, days ...string) audit.Plan {
	t.Helper()
	var dates []aims.Date
	for _, d := range days {
		dates = append(dates, on(d))
	}
	p, err := audit.PlanAudit(team, dates, carried, audit.DefaultDomains(), audit.DefaultTiming())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// ISO 19011: the plan says who looks at what and when, by competence, with
// those to interview; meetings open and close the audit.
func TestISO19011_plan(t *testing.T) {
	carried := []audit.Carried{{Finding: "f-1", Title: "policy unknown", Key: aims.ClauseKey("5.2"), Task: audit.TaskEffect, Owners: []aims.PersonID{"p-quality"}}}
	p := plan(t, planned(), carried, "2026-06-30")
	if diff := cmp.Diff([]string{
		"2026-06-30 09:00–09:30 opening-meeting opening meeting: [a-lead a-two a-new a-expert][p-ceo][]",
		"2026-06-30 09:30–09:45 follow-up policy unknown: verify-effectiveness: a-lead[][p-ceo p-quality][]",
		"2026-06-30 09:30–10:00 topic 6.1.2 AI risk assessment: a-two[][p-risk][]",
		"2026-06-30 09:45–10:15 topic 5.2 AI policy: a-lead[][p-ceo][]",
		"2026-06-30 10:00–10:15 topic A.5 Assessing impacts of AI systems: a-two[][p-impact][]",
		"2026-06-30 10:15–10:45 topic 9.1 Monitoring, measurement, analysis and evaluation: a-lead[][][]",
		"2026-06-30 10:15–11:00 topic Release: a-two[][p-dev][]",
		"2026-06-30 11:00–12:00 topic Bed forecast: a-lead[a-expert][p-dev][]",
		"2026-06-30 13:30–15:30 topic site York: a-lead[][][]",
		"2026-06-30 16:30–17:30 conclusions the team's conclusions: [a-lead a-two a-new a-expert][][]",
		"2026-06-30 17:30–18:00 closing-meeting closing meeting: [a-lead a-two a-new a-expert][p-ceo][]",
	}, lines(p)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if p.Audit != "stage-2" || p.Timing != "default 1" || p.Domains != "default 1" || len(p.Days) != 1 {
		t.Errorf("%+v", p)
	}
	for _, s := range p.Slots {
		if strings.HasPrefix(s.Title, "9.1") && (len(s.Subjects) != 1 || s.Subjects[0].Key != aims.PointKey("9.1/a")) {
			t.Errorf("of 9.1 one point is in the scope: %v", s.Subjects)
		}
		if s.Kind == audit.SlotFollowUp && s.Finding != "f-1" {
			t.Errorf("%+v", s)
		}
	}
	if data, err := json.Marshal(p); err != nil || !strings.Contains(string(data), `"from":"09:30","to":"09:45","title":"policy unknown: verify-effectiveness","auditor":"a-lead","subjects":[{"key":"iso42001/5.2"}],"finding":"f-1"`) {
		t.Errorf("%s, %v", data, err)
	}
}

// Nobody leads what is their own work, outside their part, or barred to them;
// what nobody may lead is listed with the reason.
func TestPlanAudit_impartiality(t *testing.T) {
	for _, c := range []struct {
		desc string
		edit func(*audit.Team)
		want string // who leads 6.1.2, or the sentence
	}{
		{"the competent one", func(*audit.Team) {}, "a-two"},
		{"own process", func(t *audit.Team) { t.Basis.Processes[1].Owner = "a-two" }, "a-lead"},
		{"another part", func(t *audit.Team) { t.Audit.Team[1].Scope.Keys = []aims.Key{aims.ClauseKey("5")} }, "a-lead"},
		{"that part", func(t *audit.Team) { t.Audit.Team[1].Scope.Keys = []aims.Key{aims.ClauseKey("6")} }, "a-two"},
		{"consulted the client", func(t *audit.Team) {
			t.Relations = []audit.Relation{{Person: "a-two", Kind: audit.Consultancy, Until: on("2024-06-30")}}
		}, "a-lead"},
		{"consulted it long ago", func(t *audit.Team) {
			t.Relations = []audit.Relation{{Person: "a-two", Kind: audit.Consultancy, Until: on("2024-06-29")}}
		}, "a-two"},
		{"audited it internally", func(t *audit.Team) {
			internal := concluded("internal", audit.Internal, "2026-01-31", audit.Scope{})
			internal.Team = []audit.Member{{Person: "a-two", Role: audit.Auditor}}
			t.Basis.Audits = []audit.Audit{internal}
		}, "a-lead"},
		{"neither may", func(t *audit.Team) {
			t.Basis.Processes[1].Owner = "a-lead"
			t.Relations = []audit.Relation{{Person: "a-two", Kind: audit.Consultancy}}
		}, "no auditor may lead 6.1.2 AI risk assessment: it is their own work, not their part of the scope, or they are barred; add an auditor"},
	} {
		team := planned()
		c.edit(&team)
		p := plan(t, team, nil, "2026-06-30")
		got := ""
		for _, s := range p.Slots {
			if strings.HasPrefix(s.Title, "6.1.2") {
				got = string(s.Auditor)
			}
		}
		for _, u := range p.Unplaced {
			if strings.HasPrefix(u.Title, "6.1.2") {
				got = u.Why.Sentence()
			}
		}
		if got != c.want {
			t.Errorf("%s: %s", c.desc, got)
		}
	}
}

// Somebody who is on the team twice, for two parts, leads both and has one
// chair at the meetings.
func TestPlanAudit_twoParts(t *testing.T) {
	team := planned()
	part := func(c aims.Clause) audit.Member {
		return audit.Member{Person: "a-lead", Role: audit.Auditor, Scope: audit.Scope{Keys: []aims.Key{aims.ClauseKey(c)}}}
	}
	team.Audit.Team = []audit.Member{part("5"), part("9")}
	team.Audit.Scope = audit.Scope{Keys: []aims.Key{aims.ClauseKey("5.2"), aims.ClauseKey("6.2"), aims.ClauseKey("9.1")}}
	if diff := cmp.Diff([]string{
		"2026-06-30 09:00–09:30 opening-meeting opening meeting: [a-lead][p-ceo][]",
		"2026-06-30 09:30–10:00 topic 5.2 AI policy: a-lead[][p-ceo][standard]",
		"2026-06-30 10:00–10:30 topic 9.1 Monitoring, measurement, analysis and evaluation: a-lead[][][standard]",
		"2026-06-30 16:30–17:30 conclusions the team's conclusions: [a-lead][][]",
		"2026-06-30 17:30–18:00 closing-meeting closing meeting: [a-lead][p-ceo][]",
		"no auditor may lead 6.2 AI objectives and planning to achieve them: it is their own work, not their part of the scope, or they are barred; add an auditor",
	}, lines(plan(t, team, nil, "2026-06-30"))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A control that an auditor answers for is somebody else's to audit.
func TestPlanAudit_ownControl(t *testing.T) {
	team := planned()
	team.Basis.Statement.Rows[0].Owner = "a-two"
	for _, s := range plan(t, team, nil, "2026-06-30").Slots {
		if strings.HasPrefix(s.Title, "A.5") && (s.Auditor != "a-lead" || !slices.Equal(s.Interview, []aims.PersonID{"a-two"})) {
			t.Errorf("%s audits it with %s and interviews %s", s.Auditor, s.With, s.Interview)
		}
	}
}

// Whoever is barred does not go along either.
func TestPlanAudit_barredCompanion(t *testing.T) {
	team := planned()
	team.Audit.Team = []audit.Member{team.Audit.Team[0], {Person: "a-two", Role: audit.Auditor, Competence: []string{"ai-life-cycle"}}}
	team.Audit.Scope = audit.Scope{Systems: []aims.SystemID{"s-1"}}
	team.Relations = []audit.Relation{{Person: "a-two", Kind: audit.Consultancy}}
	if diff := cmp.Diff("2026-06-30 09:30–10:30 topic Bed forecast: a-lead[][p-dev][ai-life-cycle]", lines(plan(t, team, nil, "2026-06-30"))[1]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A group of controls of which each auditor answers for one is taken apart.
func TestPlanAudit_takesApart(t *testing.T) {
	team := planned()
	team.Audit.Scope = audit.Scope{Keys: []aims.Key{aims.ControlKey("A.5"), key(t, "own/C-9"), key(t, "iso27001/A.5.2")}}
	team.Basis.Statement.Rows = []controls.Row{
		{Control: aims.ControlKey("A.5.2"), Applicability: controls.Applicable, Owner: "a-two"},
		{Control: aims.ControlKey("A.5.3"), Applicability: controls.Applicable, Owner: "a-lead"},
		{Control: aims.ControlKey("A.5.4"), Applicability: controls.Excluded},
		{Control: key(t, "own/C-9"), Applicability: controls.Applicable},
	}
	if diff := cmp.Diff([]string{
		"2026-06-30 09:30–09:45 topic A.5.2 AI system impact assessment process: a-lead[][a-two][risk-and-impact]",
		"2026-06-30 09:45–10:00 topic A.5.3 Documentation of AI system impact assessments: a-two[][a-lead][]",
		"2026-06-30 10:00–10:15 topic own: a-lead[][][]",
		"2026-06-30 10:00–10:15 topic A.5.5 Assessing societal impacts of AI systems: a-two[][][]",
		"2026-06-30 10:15–10:30 topic iso27001: a-lead[][][]",
	}, lines(plan(t, team, nil, "2026-06-30"))[1:6]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Own controls stand together by their framework, and what the team does not
// know is said.
func TestPlanAudit_lacks(t *testing.T) {
	team := planned()
	team.Audit.Team = team.Audit.Team[:1]
	team.Audit.Scope = audit.Scope{Keys: []aims.Key{aims.ControlKey("A.5"), aims.ControlKey("A.6.2.2"), key(t, "own/C-1"), key(t, "own/C-2")}}
	for _, id := range []string{"own/C-1", "own/C-2"} {
		team.Basis.Statement.Rows = append(team.Basis.Statement.Rows, controls.Row{Control: key(t, id), Applicability: controls.Applicable})
	}
	if diff := cmp.Diff([]string{
		"2026-06-30 09:30–10:15 topic A.5 Assessing impacts of AI systems: a-lead[][p-impact][risk-and-impact]",
		"2026-06-30 10:15–10:30 topic A.6 AI system life cycle: a-lead[][][ai-life-cycle]",
		"2026-06-30 10:30–11:00 topic own: a-lead[][][]",
	}, lines(plan(t, team, nil, "2026-06-30"))[1:4]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestPlanAudit_problems(t *testing.T) {
	for _, c := range []struct {
		desc string
		edit func(*audit.Team, *audit.Domains, *audit.Timing)
		days []aims.Date
		want []place
	}{
		{"sound", func(*audit.Team, *audit.Domains, *audit.Timing) {}, []aims.Date{1, 2}, nil},
		{"nothing given", func(t *audit.Team, d *audit.Domains, m *audit.Timing) {
			*t, *d, *m = audit.Team{}, audit.Domains{}, audit.Timing{}
		}, nil, []place{
			{aims.Missing, "/days"},
			{aims.Missing, "/audit/id"},
			{aims.Missing, "/audit/title"},
			{aims.Missing, "/audit/type"},
			{audit.PlanWithoutAuditor, "/audit/team"},
			{aims.Missing, "/audit/scope"},
			{aims.Missing, "/domains/name"},
			{aims.Missing, "/domains/version"},
			{aims.Missing, "/domains/attribution/source"},
			{aims.Missing, "/domains/attribution/confidence"},
			{aims.Missing, "/timing/name"},
			{aims.Missing, "/timing/version"},
			{aims.Missing, "/timing/attribution/source"},
			{aims.Missing, "/timing/hours"},
			{audit.MinutesRange, "/timing/step"},
			{audit.MinutesRange, "/timing/opening"},
			{audit.MinutesRange, "/timing/conclusions"},
			{audit.MinutesRange, "/timing/closing"},
			{audit.MinutesRange, "/timing/followUp"},
			{audit.MinutesRange, "/timing/requirement"},
			{audit.MinutesRange, "/timing/control"},
			{audit.MinutesRange, "/timing/process"},
			{audit.MinutesRange, "/timing/system"},
			{audit.MinutesRange, "/timing/site"},
		}},
		{"days", func(*audit.Team, *audit.Domains, *audit.Timing) {}, []aims.Date{3, 3, 2, 0}, []place{
			{audit.PlanDaysOrder, "/days/1"}, {audit.PlanDaysOrder, "/days/2"}, {aims.Missing, "/days/3"}, {audit.PlanDaysOrder, "/days/3"},
		}},
		{"hours", func(_ *audit.Team, _ *audit.Domains, m *audit.Timing) {
			m.Attribution.Confidence, m.Step = "\x00", 241
			m.Hours = []audit.Span{{From: 600, To: 700}, {From: 699, To: 800}, {From: 900, To: 900}, {From: 1000, To: 1441}}
		}, []aims.Date{1}, []place{
			{aims.TextMalformed, "/timing/attribution/confidence"},
			{audit.HoursOrder, "/timing/hours/1"},
			{audit.HoursOrder, "/timing/hours/2"},
			{audit.HoursOrder, "/timing/hours/3"},
			{audit.MinutesRange, "/timing/step"},
		}},
		{"only somebody in training", func(t *audit.Team, _ *audit.Domains, _ *audit.Timing) { t.Audit.Team = t.Audit.Team[2:] }, []aims.Date{1}, []place{{audit.PlanWithoutAuditor, "/audit/team"}}},
		{"keys that nobody knows", func(t *audit.Team, _ *audit.Domains, _ *audit.Timing) {
			t.Audit.Scope.Keys = []aims.Key{
				aims.ClauseKey("4"), aims.ClauseKey("4.9"), aims.PointKey("4.1/a"), aims.PointKey("4.1/z"), aims.ControlKey("A.5"), aims.ControlKey("A.11"),
				aims.ControlKey("A.5.9"),
				{Framework: aims.FrameworkOwn, ID: "C-9"},
				{Framework: "iso27001", ID: "A.5.9"},
			}
			t.Audit.Team[1].Scope.Keys = []aims.Key{aims.ClauseKey("11")}
		}, []aims.Date{1}, []place{
			{audit.PlanKeyUnknown, "/audit/scope/keys/1"},
			{audit.PlanKeyUnknown, "/audit/scope/keys/3"},
			{audit.PlanKeyUnknown, "/audit/scope/keys/5"},
			{audit.PlanKeyUnknown, "/audit/scope/keys/6"},
			{audit.PlanKeyUnknown, "/audit/scope/keys/7"},
			{audit.PlanKeyUnknown, "/audit/team/1/scope/keys/0"},
		}},
		{"meetings that fill the day", func(_ *audit.Team, _ *audit.Domains, m *audit.Timing) {
			m.Hours, m.Opening, m.Conclusions, m.Closing = []audit.Span{{From: 0, To: 100}}, 30, 41, 30
		}, []aims.Date{1}, []place{{audit.MeetingsTooLong, "/timing"}}},
		{"an opening that is too long", func(_ *audit.Team, _ *audit.Domains, m *audit.Timing) { m.Opening = 211 }, []aims.Date{1, 2}, []place{{audit.MeetingsTooLong, "/timing"}}},
		{"an end that is too long", func(_ *audit.Team, _ *audit.Domains, m *audit.Timing) { m.Conclusions = 241 }, []aims.Date{1, 2}, []place{{audit.MeetingsTooLong, "/timing"}}},
	} {
		team, domains, timing := planned(), audit.DefaultDomains(), audit.DefaultTiming()
		c.edit(&team, &domains, &timing)
		p, err := audit.PlanAudit(team, c.days, nil, domains, timing)
		if diff := cmp.Diff(c.want, places(err)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.desc, diff)
		}
		if err != nil && len(p.Slots) > 0 {
			t.Errorf("%s: a plan comes with problems", c.desc)
		}
		for _, p := range aims.Problems(err) {
			if s := p.Sentence(); strings.ContainsAny(s, "{}") || s == string(p.Code) {
				t.Error(s)
			}
		}
	}
	// Just as long as there is room.
	timing := audit.DefaultTiming()
	timing.Hours, timing.Opening, timing.Conclusions, timing.Closing = []audit.Span{{From: 0, To: 100}}, 30, 40, 30
	p, err := audit.PlanAudit(planned(), []aims.Date{1}, nil, audit.DefaultDomains(), timing)
	if err != nil || len(p.Slots) != 3 || len(p.Unplaced) != 7 {
		t.Errorf("%d slots, %d unplaced, %v", len(p.Slots), len(p.Unplaced), err)
	}
}

// Of any plan: nobody is in two places, everything is in the working hours, is
// placed or listed once, by somebody who may; and where no time was left for a
// topic, there is none in the finished plan.
func TestPlanAudit_laws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		team := planned()
		people := []aims.PersonID{"p-1", "p-2", "p-3", "a-lead", "a-two"}
		who := rapid.SampledFrom(people)
		clauses := rapid.SliceOfNDistinct(rapid.SampledFrom([]aims.Clause{"4.1", "5.1", "6.1.2", "7.2", "9.1", "10.2"}), 0, 4, rapid.ID).Draw(t, "clauses")
		team.Audit.Scope.Keys = []aims.Key{aims.ControlKey("A.5")}
		team.Basis.Processes = nil
		for _, c := range clauses {
			team.Audit.Scope.Keys = append(team.Audit.Scope.Keys, aims.ClauseKey(c))
			team.Basis.Processes = append(team.Basis.Processes, aims.Process{ID: aims.ProcessID("p" + c), Owner: who.Draw(t, "owner"), Serves: []aims.Key{aims.ClauseKey(c)}})
		}
		team.Basis.Systems[0].Owner = who.Draw(t, "owner of system")
		if rapid.Bool().Draw(t, "barred") {
			team.Relations = []audit.Relation{{Person: "a-two", Kind: audit.Consultancy}}
		}
		timing := audit.DefaultTiming()
		timing.Step = rapid.SampledFrom([]int{1, 15, 60}).Draw(t, "step")
		timing.Requirement = rapid.IntRange(1, 300).Draw(t, "requirement")
		timing.System = rapid.IntRange(1, 300).Draw(t, "system")
		days := []aims.Date{on("2026-06-29"), on("2026-06-30")}[rapid.IntRange(0, 1).Draw(t, "first"):]
		p, err := audit.PlanAudit(team, days, nil, audit.DefaultDomains(), timing)
		if err != nil {
			t.Fatal(err)
		}

		type minute struct {
			who aims.PersonID
			day aims.Date
			at  audit.Clock
		}
		busy := make(map[minute]bool)
		seen := make(map[string]int)
		for _, s := range p.Slots {
			for _, w := range slices.Concat([]aims.PersonID{s.Auditor}, s.With, s.Interview) {
				for at := s.From; at < s.To && w != ""; at++ {
					if busy[minute{w, s.Day, at}] {
						t.Fatalf("%s is in two places at %s on %s\n%s", w, at, s.Day, strings.Join(lines(p), "\n"))
					}
					busy[minute{w, s.Day, at}] = true
				}
			}
			if !slices.Contains(days, s.Day) || !slices.ContainsFunc(timing.Hours, func(h audit.Span) bool { return h.From <= s.From && s.From < s.To && s.To <= h.To }) {
				t.Fatalf("outside the working hours: %+v", s)
			}
			if s.Kind == audit.SlotTopic {
				seen[s.Title]++
				own := audit.OwnWork(s.Auditor, scopeOf(s.Subjects), team.Basis.Processes, team.Basis.Systems)
				if len(own) > 0 || slices.Contains(s.Interview, s.Auditor) || len(team.Relations) > 0 && s.Auditor == "a-two" || s.Auditor != "a-lead" && s.Auditor != "a-two" {
					t.Fatalf("%s may not lead %s", s.Auditor, s.Title)
				}
			}
		}
		for _, u := range p.Unplaced {
			seen[u.Title]++
			if u.Why.Code != audit.NoTimeLeft {
				continue
			}
			for _, auditor := range []aims.PersonID{"a-lead", "a-two"} {
				if len(team.Relations) > 0 && auditor == "a-two" || slices.Contains(u.Interview, auditor) {
					continue
				}
				// With everybody who could go along, which is more than needed: no proof of room, but none
				// is needed where even the auditor and the interviewed alone have no time.
				if at, day, free := room(days, timing, u.Minutes, append([]aims.PersonID{auditor, "a-two", "a-lead", "a-expert"}, u.Interview...), func(w aims.PersonID, d aims.Date, at audit.Clock) bool {
					return busy[minute{w, d, at}]
				}); free {
					t.Fatalf("%s has room on %s at %s\n%s", u.Title, day, at, strings.Join(lines(p), "\n"))
				}
			}
		}
		if len(seen) != 1+len(clauses)+3 {
			t.Fatalf("%d topics: %v", len(seen), seen)
		}
		for title, n := range seen {
			if n != 1 {
				t.Fatalf("%s stands there %d times", title, n)
			}
		}
	})
}

func scopeOf(subjects []audit.Subject) audit.Scope {
	var s audit.Scope
	for _, x := range subjects {
		switch {
		case x.System != "":
			s.Systems = append(s.Systems, x.System)
		case !x.Key.IsZero():
			s.Keys = append(s.Keys, x.Key)
		}
	}
	return s
}

// room finds a time on the grid at which everybody is free, minute by minute.
func room(days []aims.Date, timing audit.Timing, minutes int, people []aims.PersonID, busy func(aims.PersonID, aims.Date, audit.Clock) bool) (audit.Clock, aims.Date, bool) {
	for _, day := range days {
		for _, h := range timing.Hours {
		next:
			for from := h.From; from+audit.Clock(minutes) <= h.To; from += audit.Clock(timing.Step) {
				for at := from; at < from+audit.Clock(minutes); at++ {
					for _, w := range people {
						if busy(w, day, at) {
							continue next
						}
					}
				}
				return from, day, true
			}
		}
	}
	return 0, 0, false
}

// A finding that is followed up is about something that there is, too.
func TestPlanAudit_carriedKeyUnknown(t *testing.T) {
	team := planned()
	carried := []audit.Carried{{Finding: "f-1", Key: aims.ClauseKey("9.1")}, {Finding: "f-2", Key: aims.ClauseKey("9.9")}}
	_, err := audit.PlanAudit(team, []aims.Date{1}, carried, audit.DefaultDomains(), audit.DefaultTiming())
	if diff := cmp.Diff([]place{{audit.PlanKeyUnknown, "/carried/1/key"}}, places(err)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
