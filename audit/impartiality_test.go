package audit_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
	"github.com/google/go-cmp/cmp"
)

// said is what a test expects of an observation.
type said struct {
	Code    aims.Code
	Verdict aims.Verdict
	Who     string
}

func brieflySaid(all []aims.Observation) []said {
	var out []said
	for _, o := range all {
		out = append(out, said{o.Code, o.Verdict, o.Args["who"]})
	}
	return out
}

// judge returns what one rule of impartiality says.
func judge(t *testing.T, rule aims.Code, team audit.Team) []aims.Observation {
	t.Helper()
	rules := audit.ImpartialityRules(audit.TwoYears)
	i := slices.IndexFunc(rules, func(r aims.Rule[audit.Team]) bool { return r.Code == rule })
	if i < 0 {
		t.Fatalf("there is no rule %s", rule)
	}
	all := audit.CheckTeam(team, rules[i:i+1])
	for _, o := range all {
		if o.Rule != rule || o.Key != rules[i].Key || !slices.Contains(o.Refs, team.Audit.Ref()) || strings.ContainsAny(o.Sentence(), "{}") {
			t.Errorf("not complete: %+v", o)
		}
	}
	return all
}

// stageTwo is a stage 2 in June 2026 by two auditors and an expert.
func stageTwo() audit.Audit {
	return audit.Audit{
		ID: "stage-2", Title: "Stage 2", Type: audit.StageTwo, Opened: on("2026-06-30"), Planned: on("2026-06-01"),
		Scope: audit.Scope{Keys: []aims.Key{aims.ClauseKey("9"), aims.ControlKey("A.5")}, Systems: []aims.SystemID{"s-1"}},
		Team: []audit.Member{
			{Person: "p-lead", Role: audit.LeadAuditor},
			{Person: "p-two", Role: audit.Auditor},
			{Person: "p-expert", Role: audit.TechnicalExpert},
		},
	}
}

// 9.2.2: auditors are chosen so that they are impartial; nobody audits what
// they themselves do.
func TestClause_9_2_2_nobodyAuditsTheirOwnWork(t *testing.T) {
	process := func(owner aims.PersonID, serves ...aims.Key) aims.Process {
		return aims.Process{ID: "p-1", Owner: owner, Serves: serves}
	}
	for _, c := range []struct {
		desc string
		edit func(*audit.Team)
		want []said
	}{
		{"owners are others", func(t *audit.Team) { t.Basis.Processes[0].Owner = "p-other" }, []said{
			{audit.Impartial, aims.Conforms, "p-lead"}, {audit.Impartial, aims.Conforms, "p-two"},
		}},
		{"owns a process for a requirement below the scope", func(*audit.Team) {}, []said{
			{audit.OwnsSubject, aims.MajorGap, "p-lead"}, {audit.Impartial, aims.Conforms, "p-two"},
		}},
		{"owns a process for a requirement outside the scope", func(t *audit.Team) { t.Basis.Processes = []aims.Process{process("p-lead", aims.ClauseKey("8.1"))} }, []said{
			{audit.Impartial, aims.Conforms, "p-lead"}, {audit.Impartial, aims.Conforms, "p-two"},
		}},
		{"owns a process that is named", func(t *audit.Team) {
			t.Basis.Processes, t.Audit.Scope.Processes = []aims.Process{process("p-two")}, []aims.ProcessID{"p-1"}
		}, []said{{audit.Impartial, aims.Conforms, "p-lead"}, {audit.OwnsSubject, aims.MajorGap, "p-two"}}},
		{"owns a system that is named", func(t *audit.Team) {
			t.Basis = audit.Basis{Systems: []aims.AISystem{{ID: "s-1", Owner: "p-two"}, {ID: "s-2", Owner: "p-lead"}}}
		}, []said{{audit.Impartial, aims.Conforms, "p-lead"}, {audit.OwnsSubject, aims.MajorGap, "p-two"}}},
		{"leaves the own part to the other", func(t *audit.Team) {
			t.Audit.Team[0].Scope = audit.Scope{Keys: []aims.Key{aims.ControlKey("A.5")}}
		}, []said{{audit.Impartial, aims.Conforms, "p-lead"}, {audit.Impartial, aims.Conforms, "p-two"}}},
		{"an expert judges nothing", func(t *audit.Team) { t.Basis.Processes[0].Owner = "p-expert" }, []said{
			{audit.Impartial, aims.Conforms, "p-lead"}, {audit.Impartial, aims.Conforms, "p-two"},
		}},
		{"somebody in training judges", func(t *audit.Team) { t.Audit.Team = []audit.Member{{Person: "p-lead", Role: audit.Trainee}} }, []said{
			{audit.OwnsSubject, aims.MajorGap, "p-lead"},
		}},
		{"nobody audits", func(t *audit.Team) { t.Audit.Team = t.Audit.Team[2:] }, []said{{audit.NobodyAudits, aims.MajorGap, ""}}},
		{"no records of work", func(t *audit.Team) { t.Basis.Processes = nil }, []said{
			{audit.NothingToCompare, aims.CannotTell, "p-lead"}, {audit.NothingToCompare, aims.CannotTell, "p-two"},
		}},
	} {
		team := audit.Team{Audit: stageTwo(), Basis: audit.Basis{Processes: []aims.Process{process("p-lead", aims.ClauseKey("9.2.2"))}}}
		c.edit(&team)
		if diff := cmp.Diff(c.want, brieflySaid(judge(t, "audit/own-work", team))); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.desc, diff)
		}
	}
}

// 9.2.2: to answer for putting a control in place is work of one's own, too.
func TestClause_9_2_2_nobodyAuditsAControlTheyAnswerFor(t *testing.T) {
	row := func(id aims.ControlID, owner aims.PersonID, a controls.Applicability) controls.Row {
		return controls.Row{Control: aims.ControlKey(id), Owner: owner, Applicability: a}
	}
	team := audit.Team{Audit: stageTwo(), Basis: audit.Basis{Statement: controls.Statement{ID: "soa", Rows: []controls.Row{
		row("A.5.2", "p-lead", controls.Applicable), row("A.5.3", "p-lead", ""), row("A.6.2.2", "p-two", controls.Applicable),
		row("A.5.4", "p-two", controls.Excluded), row("A.5.5", "p-expert", controls.Applicable),
	}}}}
	all := judge(t, "audit/own-controls", team)
	if diff := cmp.Diff([]said{{audit.OwnsControl, aims.MajorGap, "p-lead"}, {audit.Impartial, aims.Conforms, "p-two"}}, brieflySaid(all)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if what := all[0].Args["what"]; what != "iso42001/A.5.2, iso42001/A.5.3" || all[0].Refs[1] != team.Basis.Statement.Ref() {
		t.Errorf("%s, %v", what, all[0].Refs)
	}
	team.Basis.Statement.Rows = nil
	if diff := cmp.Diff([]said{{audit.NothingToCompare, aims.CannotTell, "p-lead"}, {audit.NothingToCompare, aims.CannotTell, "p-two"}},
		brieflySaid(judge(t, "audit/own-controls", team))); diff != "" {
		t.Errorf("no statement (-want +got)\n%s", diff)
	}
}

// ISO/IEC 17021-1, 5.2: who consulted the client on its management system or
// audited it internally takes no part in its certification for two years.
func TestISO17021_5_2_twoYears(t *testing.T) {
	for _, c := range []struct {
		desc     string
		relation audit.Relation
		bars     bool
	}{
		{"it lasts", audit.Relation{Kind: audit.Consultancy, From: on("2025-01-01")}, true},
		{"nobody knows since when", audit.Relation{Kind: audit.InternalAuditing}, true},
		{"it begins on the day", audit.Relation{Kind: audit.Consultancy, From: on("2026-06-30")}, true},
		{"it begins later", audit.Relation{Kind: audit.Consultancy, From: on("2026-07-01")}, false},
		{"it ended two years before, to the day", audit.Relation{Kind: audit.Consultancy, Until: on("2024-06-30")}, true},
		{"it ended a day earlier", audit.Relation{Kind: audit.Consultancy, Until: on("2024-06-29")}, false},
		{"internal audits ended less than two years before", audit.Relation{Kind: audit.InternalAuditing, Until: on("2025-12-31")}, true},
		{"employed until the day", audit.Relation{Kind: audit.Employment, Until: on("2026-06-30")}, true},
		{"employed until the day before", audit.Relation{Kind: audit.Employment, Until: on("2026-06-29")}, false},
		{"owner from the day on", audit.Relation{Kind: audit.Ownership, From: on("2026-06-30")}, true},
		{"owner later", audit.Relation{Kind: audit.Ownership, From: on("2026-07-01")}, false},
		{"another interest", audit.Relation{Kind: audit.OtherInterest}, false},
		{"of no kind", audit.Relation{}, false},
	} {
		if got := c.relation.Bars(on("2026-06-30"), audit.TwoYears); got != c.bars {
			t.Errorf("%s: bars %v", c.desc, got)
		}
	}
	just := audit.Relation{Person: "p-two", Kind: audit.Consultancy, Until: on("2024-06-30")}
	if !just.Bars(on("2026-06-30"), nil) || just.Bars(on("2026-07-01"), nil) {
		t.Error("where nobody says how long, it is two years")
	}
	if said := audit.CheckTeam(audit.Team{Audit: stageTwo()}, []aims.Rule[audit.Team]{{Code: "own/empty"}}); len(said) != 0 {
		t.Errorf("a rule without a check says %v", said)
	}
	for _, o := range audit.CheckTeam(audit.Team{Audit: stageTwo(), Relations: []audit.Relation{just}}, audit.ImpartialityRules(nil)) {
		if o.Rule == "audit/no-barring-tie" && (o.Code == audit.Barred) != (o.Args["who"] == "p-two") {
			t.Error(o.Sentence())
		}
	}
	leap := audit.Relation{Kind: audit.Consultancy, Until: on("2024-02-29")}
	if !leap.Bars(on("2026-02-28"), audit.TwoYears) || leap.Bars(on("2026-03-01"), audit.TwoYears) {
		t.Error("two years after 29 February end on 28 February")
	}

	team := audit.Team{Audit: stageTwo(), Reviewers: []aims.PersonID{"p-review", "p-lead"}, Deciders: []aims.PersonID{"p-decide"}}
	clean := []said{
		{audit.Impartial, aims.Conforms, "p-lead"},
		{audit.Impartial, aims.Conforms, "p-two"},
		{audit.Impartial, aims.Conforms, "p-review"},
		{audit.Impartial, aims.Conforms, "p-decide"},
	}
	if diff := cmp.Diff(clean, brieflySaid(judge(t, "audit/no-barring-tie", team))); diff != "" {
		t.Errorf("clean (-want +got)\n%s", diff)
	}
	for i, who := range []aims.PersonID{"p-lead", "p-two", "p-review", "p-decide"} {
		team.Relations = []audit.Relation{
			{Person: "p-expert", Kind: audit.Consultancy},
			{Person: who, Kind: audit.Employment},
			{Person: who, Kind: audit.Consultancy, Until: on("2025-01-31")},
		}
		want := slices.Clone(clean)
		want[i] = said{audit.Barred, aims.MajorGap, string(who)}
		if diff := cmp.Diff(want, brieflySaid(judge(t, "audit/no-barring-tie", team))); diff != "" {
			t.Errorf("%s (-want +got)\n%s", who, diff)
		}
	}
	team.Relations = []audit.Relation{
		{Body: "Certify Ltd", Kind: audit.Consultancy},
		{Body: "Other Ltd", Kind: audit.Consultancy, Until: on("2020-01-01")},
		{Body: "Owner Ltd", Kind: audit.Ownership, Until: on("2026-12-31")},
	}
	got := judge(t, "audit/no-barring-tie", team)
	if diff := cmp.Diff(append(clean, said{audit.Barred, aims.MajorGap, "Certify Ltd"}, said{audit.Barred, aims.MajorGap, "Owner Ltd"}), brieflySaid(got)); diff != "" {
		t.Errorf("body (-want +got)\n%s", diff)
	}
	if s := got[4].Sentence(); s != "Certify Ltd may not take part: the tie to the client, consultancy, is not over; choose somebody else" {
		t.Error(s)
	}
	if s := got[5].Sentence(); s != "Owner Ltd may not take part: the tie to the client, ownership, lasts up to 2026-12-31; choose somebody else" {
		t.Error(s)
	}
}

// ISO/IEC 17021-1, 5.2: to have audited the client for a certification before
// bars nobody; that is a common error.
func TestISO17021_5_2_havingAuditedTheClientDoesNotBar(t *testing.T) {
	team := audit.Team{Audit: stageTwo()}
	for _, typ := range []audit.Type{audit.StageOne, audit.StageTwo, audit.Surveillance, audit.Recertification, audit.Special, audit.TransferReview} {
		earlier := concluded(audit.AuditID(typ), typ, "2026-05-01", team.Audit.Scope)
		earlier.Team = team.Audit.Team
		team.Basis.Audits = append(team.Basis.Audits, earlier)
	}
	for _, o := range judge(t, "audit/no-barring-tie", team) {
		if o.Verdict != aims.Conforms {
			t.Error(o.Sentence())
		}
	}
}

// ISO/IEC 17021-1, 5.2: internal audits bar whether a tie was stated or the
// records of the client tell of them.
func TestISO17021_5_2_internalAuditsOnRecordBar(t *testing.T) {
	internal := concluded("internal", audit.Internal, "2025-11-30", audit.Scope{})
	internal.Team = []audit.Member{{Person: "p-two", Role: audit.Auditor}, {Person: "p-lead", Role: audit.Guide}}
	team := audit.Team{Audit: stageTwo(), Basis: audit.Basis{Audits: []audit.Audit{{ID: "planned", Type: audit.Internal, Team: stageTwo().Team}, internal}}}
	all := judge(t, "audit/no-barring-tie", team)
	if diff := cmp.Diff([]said{{audit.Impartial, aims.Conforms, "p-lead"}, {audit.Barred, aims.MajorGap, "p-two"}}, brieflySaid(all)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if s := all[1].Sentence(); s != "p-two may not take part: the tie to the client, internal-audit, ends on 2025-11-30 and bars up to 2027-11-30; choose somebody else" {
		t.Error(s)
	}
	team.On = on("2027-12-01")
	if all := judge(t, "audit/no-barring-tie", team); all[1].Code != audit.Impartial {
		t.Error("after two years the bar is over: " + all[1].Sentence())
	}
}

// Internal audits may be repeated by whom they were done before; without a day
// nothing can be counted back.
func TestImpartialityRules_otherAudits(t *testing.T) {
	team := audit.Team{Audit: stageTwo(), Relations: []audit.Relation{{Person: "p-lead", Kind: audit.InternalAuditing}}}
	team.Audit.Type = audit.Internal
	if all := judge(t, "audit/no-barring-tie", team); len(all) != 0 {
		t.Errorf("%v", all)
	}
	team.Audit.Type, team.Audit.Opened = audit.Special, 0
	if all := judge(t, "audit/no-barring-tie", team); all[0].Code != audit.Barred {
		t.Errorf("the planned day does not count: %v", all)
	}
	team.Audit.Planned = 0
	if diff := cmp.Diff([]said{{audit.NoWorkDay, aims.CannotTell, ""}}, brieflySaid(judge(t, "audit/no-barring-tie", team))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// ISO/IEC 17021-1, 5.2: every other interest is a threat that somebody judges.
func TestISO17021_5_2_otherTiesAreJudged(t *testing.T) {
	team := audit.Team{Audit: stageTwo(), Deciders: []aims.PersonID{"p-decide"}, Relations: []audit.Relation{
		{Person: "p-lead", Kind: audit.OtherInterest, Until: on("2026-06-30")},
		{Person: "p-lead", Kind: audit.OtherInterest, Until: on("2026-06-29")},
		{Person: "p-two", Kind: audit.OtherInterest, From: on("2026-07-01")},
		{Person: "p-two", Kind: audit.Ownership},
		{Person: "p-decide", Kind: audit.OtherInterest},
		{Person: "p-stranger", Kind: audit.OtherInterest},
		{Body: "Certify Ltd", Kind: audit.OtherInterest},
	}}
	if diff := cmp.Diff([]said{
		{audit.Tied, aims.CannotTell, "p-lead"}, {audit.Tied, aims.CannotTell, "p-decide"}, {audit.Tied, aims.CannotTell, "Certify Ltd"},
	}, brieflySaid(judge(t, "audit/ties-judged", team))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// ISO 19011: the team as a whole knows what the audit takes.
func TestISO19011_teamCompetence(t *testing.T) {
	domains := audit.Domains{Domains: []audit.Domain{{ID: "ai"}, {ID: "technique", AuditorsOnly: true}}}
	for _, c := range []struct {
		desc string
		team []audit.Member
		want []said
	}{
		{"both", []audit.Member{{Person: "a", Role: audit.Auditor, Competence: []string{"technique", "ai"}}}, []said{
			{audit.DomainCovered, aims.Conforms, "a"}, {audit.DomainCovered, aims.Conforms, "a"},
		}},
		{"an expert brings knowledge, not technique", []audit.Member{
			{Person: "a", Role: audit.LeadAuditor, Competence: []string{"law"}},
			{Person: "e", Role: audit.TechnicalExpert, Competence: []string{"technique", "ai"}},
		}, []said{{audit.DomainCovered, aims.Conforms, "e"}, {audit.DomainMissing, aims.MinorGap, ""}}},
		{"observers and guides bring nothing", []audit.Member{
			{Person: "a", Role: audit.Trainee, Competence: []string{"technique"}},
			{Person: "o", Role: audit.Observer, Competence: []string{"ai"}},
			{Person: "g", Role: audit.Guide, Competence: []string{"ai"}},
		}, []said{{audit.DomainMissing, aims.MinorGap, ""}, {audit.DomainCovered, aims.Conforms, "a"}}},
		{"nobody says anything", []audit.Member{{Person: "a", Role: audit.Auditor}}, []said{
			{audit.DomainsUnstated, aims.CannotTell, ""}, {audit.DomainsUnstated, aims.CannotTell, ""},
		}},
		{"nobody speaks of these domains", []audit.Member{{Person: "a", Role: audit.Auditor, Competence: []string{"twenty years of audits"}}}, []said{
			{audit.DomainsUnstated, aims.CannotTell, ""}, {audit.DomainsUnstated, aims.CannotTell, ""},
		}},
	} {
		all := audit.CheckTeam(audit.Team{Audit: audit.Audit{ID: "a", Team: c.team}}, audit.CompetenceRules(domains))
		if diff := cmp.Diff(c.want, brieflySaid(all)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.desc, diff)
		}
		for i, o := range all {
			if o.Args["domain"] != domains.Domains[i].ID || o.Rule != "audit/team-competent" || strings.ContainsAny(o.Sentence(), "{}") {
				t.Errorf("%s: %+v", c.desc, o)
			}
		}
	}
}

// Rules are values: listed, dropped and replaced by the caller, each with what
// a reader must know of it.
func TestTeamRules_values(t *testing.T) {
	rules := append(audit.ImpartialityRules(audit.TwoYears), audit.CompetenceRules(audit.DefaultDomains())...)
	seen := make(map[aims.Code]bool)
	for _, r := range rules {
		if seen[r.Code] || r.Version != 1 || r.Clause != "9.2.2" || r.Title == "" || r.Doc == "" || len(r.Reads) == 0 {
			t.Errorf("%+v", r)
		}
		seen[r.Code] = true
	}
	if len(audit.CheckTeam(audit.Team{}, nil)) != 0 {
		t.Error("no rules say something")
	}
	for range 2 { // rules keep nothing from one call to the next
		if got := len(audit.CheckTeam(audit.Team{}, rules)); got != 3+len(audit.DefaultDomains().Domains) {
			t.Errorf("%d observations on nothing", got)
		}
	}
}

// Every leaf and every group of controls takes a domain of the library's own.
func TestDefaultDomains(t *testing.T) {
	d := audit.DefaultDomains()
	if err := d.Validate(); err != nil {
		t.Fatal(err)
	}
	var keys []aims.Key
	for r := range aims.Edition2023().Leaves() {
		keys = append(keys, aims.ClauseKey(r.Clause))
	}
	for c := range controls.Edition2023().All() {
		keys = append(keys, c.Key)
	}
	for _, k := range keys {
		n := 0
		for _, domain := range d.Domains {
			if (audit.Scope{Keys: domain.Keys}).Covers(k) {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%s takes %d domains", k, n)
		}
	}
}

func TestDomains_Validate(t *testing.T) {
	for _, c := range []struct {
		desc string
		edit func(*audit.Domains)
		want []place
	}{
		{"sound", func(*audit.Domains) {}, nil},
		{"zero", func(d *audit.Domains) { *d = audit.Domains{} }, []place{
			{aims.Missing, "/name"}, {aims.Missing, "/version"}, {aims.Missing, "/attribution/source"}, {aims.Missing, "/attribution/confidence"},
		}},
		{"bad domains", func(d *audit.Domains) {
			d.Attribution.Wording = "\x00"
			d.Domains = []audit.Domain{{ID: "a", Title: "a", Keys: []aims.Key{{}}}, {}, {}, {ID: "a", Title: "again"}}
		}, []place{
			{aims.TextMalformed, "/attribution/wording"},
			{aims.Missing, "/domains/0/keys/0"},
			{aims.Missing, "/domains/1/id"},
			{aims.Missing, "/domains/1/title"},
			{aims.Missing, "/domains/2/id"},
			{aims.Missing, "/domains/2/title"},
			{aims.Twice, "/domains/3/id"},
		}},
	} {
		d := audit.DefaultDomains()
		c.edit(&d)
		if diff := cmp.Diff(c.want, places(d.Validate())); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.desc, diff)
		}
	}
}
