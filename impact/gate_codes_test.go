package impact_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
)

func TestWords_gate(t *testing.T) {
	words[impact.Owing](t, "impact.Owing", "cannot-tell", "not-owed", "owed-later", "owed")
	words[impact.Class](t, "impact.Class", "cannot-tell", "out-of-scope", "not-high-risk", "high-risk", "prohibited")
	words[impact.Certainty](t, "impact.Certainty", "official", "agreed", "single", "general", "derived")
	words[impact.Topic](t, "impact.Topic", "fact", "trigger", "reach", "outside", "practice", "use", "derogation", "dpia-always", "dpia-criterion")
	words[impact.Deployers](t, "impact.Deployers", "public", "all")
	words[impact.GateVerdict](t, "impact.GateVerdict", "cannot-tell", "no-go", "overdue", "go-with-conditions", "go")
	words[impact.Bearing](t, "impact.Bearing", "remark", "restraint", "unsettled", "lapse", "refusal")
	words[impact.ConditionState](t, "impact.ConditionState", "overdue", "open", "waived", "unproven", "met")
	words[impact.Match](t, "impact.Match", "id", "name")
	for _, absent := range []interface{ MarshalText() ([]byte, error) }{
		impact.Bearing(0), impact.Bearing(9), impact.ConditionState(0), impact.GateVerdict(9), impact.Owing(9), impact.Class(9),
	} {
		if text, err := absent.MarshalText(); err == nil {
			t.Errorf("%#v became %q", absent, text)
		}
	}
	if impact.Bearing(0).Known() || impact.ConditionState(0).Known() || impact.GateVerdict(9).Known() || impact.Owing(9).Known() || impact.Class(9).Known() {
		t.Error("what is no word is known")
	}
}

var argument = regexp.MustCompile(`\{([A-Za-z]+)\}`)

// Every reason that this package can give is given by a case, with all that its
// sentence speaks of.
func TestReasons(t *testing.T) {
	seen := map[aims.Code]int{}
	gate := func(r impact.GateResult) {
		for _, why := range r.Reasons {
			filled(t, why.Reason, seen)
		}
		for _, cause := range r.Stale.Causes {
			filled(t, cause.Reason, seen)
		}
	}
	for _, c := range gateCases() {
		p := passing()
		c.change(p)
		gate(p.gate(t))
	}
	for _, c := range dutyCases() {
		gate(c.gate(t))
	}
	for _, c := range staleCases() {
		a, f := dated()
		c.change(&a, &f)
		gate(impact.GateResult{Stale: impact.Stale(a, f, day(today))})
	}
	for _, c := range screenCases() {
		for _, d := range screen(t, c.facts, c.asOf).Duties {
			for _, r := range d.Reasons {
				filled(t, r, seen)
			}
		}
	}
	problems := []aims.Code{impact.QuestionUnknown, impact.LawIncomplete, impact.NormallyOutside, impact.StrayRights, impact.SystemTwice, impact.GateLegalOther}
	for _, code := range declared(t, "gate", "stale", "waiver", "screen", "suggest", "cumulative") {
		if seen[code] == 0 && !slices.Contains(problems, code) {
			t.Errorf("no case gives %s", code)
		}
	}
}

// declared lists the codes that the files of some topics declare.
func declared(t *testing.T, topics ...string) []aims.Code {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var out []aims.Code
	for _, name := range files {
		mine := slices.ContainsFunc(topics, func(topic string) bool {
			rest, ok := strings.CutPrefix(name, topic)
			return ok && (rest[0] == '.' || rest[0] == '_')
		})
		if !mine || strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range constant.FindAllStringSubmatch(string(text), -1) {
			out = append(out, aims.Code(m[1]))
		}
	}
	if len(out) < 60 {
		t.Fatalf("only %d codes found", len(out))
	}
	return out
}

var constant = regexp.MustCompile(`aims\.Code = "(impact/[a-z-]+)"`)

// filled checks that a reason supplies every argument that its sentence speaks
// of, and counts its code.
func filled(t *testing.T, r impact.Reason, seen map[aims.Code]int) {
	t.Helper()
	seen[r.Code]++
	for _, m := range argument.FindAllStringSubmatch(impact.Sentences()[r.Code], -1) {
		if _, ok := r.Args[m[1]]; !ok {
			t.Errorf("%s speaks of {%s}, which the reason does not supply: %v", r.Code, m[1], r.Args)
		}
	}
}

// dutyCase is what the law asks of a system that is sound otherwise, what of
// it is done, and the codes of the reasons that come of it.
type dutyCase struct {
	desc  string
	facts impact.LegalFacts
	done  map[impact.DutyID]aims.Answer
	want  impact.GateVerdict
	codes []string
}

func dutyCases() []dutyCase {
	return []dutyCase{
		{"nothing owed", inUnion(), nil, impact.Go, nil},
		{"prohibited", inUnion("face-scraping"), map[impact.DutyID]aims.Answer{impact.DutyStop: aims.Yes}, impact.NoGo, []string{"gate-duty-forbids"}},
		{"a prohibition to come", inUnion("intimate-images"), nil, impact.Go, []string{"gate-duty-ahead"}},
		{"owed and done", protected("decisions"), map[impact.DutyID]aims.Answer{impact.DutyDPIA: aims.Yes}, impact.Go, nil},
		{"owed and not done", protected("decisions"), map[impact.DutyID]aims.Answer{impact.DutyDPIA: aims.No}, impact.NoGo, []string{"gate-duty-open"}},
		{"owed, and nobody knows", protected("decisions"), nil, impact.GateUnclear, []string{"gate-duty-unknown"}},
		{"nobody knows whether it is owed", with(protected(), "decisions", aims.Unknown), nil, impact.GateUnclear, []string{"gate-duty-unclear"}},
		{"done, whether owed or not", with(protected(), "decisions", aims.Unknown), map[impact.DutyID]aims.Answer{impact.DutyDPIA: aims.Yes}, impact.Go, nil},
		{"nobody knows whether it is prohibited", with(inUnion(), "face-scraping", aims.Unknown), map[impact.DutyID]aims.Answer{impact.DutyStop: aims.Yes}, impact.GateUnclear, []string{"gate-duty-unclear"}},
		{"a fundamental rights assessment to come", inUnion(impact.AskDeployer, "creditworthiness"), nil, impact.Go, []string{"gate-duty-ahead"}},
	}
}

// gate passes the gate with what the law asks for.
func (c dutyCase) gate(t *testing.T) impact.GateResult {
	t.Helper()
	p := passing()
	legal := screen(t, c.facts, p.at)
	p.facts.Legal, p.facts.Done = &legal, c.done
	return p.gate(t)
}

// The law's duties bear on the gate once they bind.
func TestGate_law(t *testing.T) {
	for _, c := range dutyCases() {
		got := c.gate(t)
		var codes []string
		for _, r := range got.Reasons {
			if code := string(r.Reason.Code); len(code) > 17 && code[:17] == "impact/gate-duty-" && !slices.Contains(codes, code[7:]) {
				codes = append(codes, code[7:])
			}
		}
		if got.Verdict != c.want || !slices.Equal(codes, c.codes) {
			t.Errorf("%s: %s because of %v, want %s because of %v", c.desc, got.Verdict, codes, c.want, c.codes)
		}
	}
}

// A duty binds from its day, also by a screening made before.
func TestGate_lawOfAnEarlierDay(t *testing.T) {
	p := passing()
	legal := screen(t, inUnion("intimate-images"), p.at)
	p.facts.Legal = &legal
	for on, want := range map[string]impact.GateVerdict{"2026-12-01": impact.Go, "2026-12-02": impact.NoGo} {
		p.at = day(on)
		if got := p.gate(t); got.Verdict != want {
			t.Errorf("%s: %s, want %s", on, got.Verdict, want)
		}
	}
}

// What is malformed is named with its record, and refused.
func TestGate_refuses(t *testing.T) {
	p := passing()
	if _, err := impact.Gate(p.system, 0, p.records(), p.facts); err != impact.ErrNoDay {
		t.Errorf("no day: %v", err)
	}
	p.system.ID, p.screening().System, p.assessment.System = "-", "-", "-"
	p.screening().By, p.assessment.Title, p.method.Title = "", "", ""
	_, err := impact.Gate(p.system, p.at, p.records(), p.facts)
	var paths []string
	for _, q := range aims.Problems(err) {
		paths = append(paths, q.Path)
	}
	want := []string{
		"/methods/default/title", "/system/-/id", "/screenings/screening-1/system", "/screenings/screening-1/by",
		"/assessments/assessment-1/title", "/assessments/assessment-1/system",
	}
	if !slices.Equal(paths, want) {
		t.Errorf("%q, want %q", paths, want)
	}
	// Records of other systems are not looked at.
	p = passing()
	p.more = []impact.Assessment{{System: "t"}}
	if got := p.gate(t); got.Verdict != impact.Go {
		t.Errorf("%s: %v", got.Verdict, deciding(got))
	}
	// An assessment that does not fit its method is refused, not judged.
	p = passing()
	p.assessment.Impacts[0].Inherent.Scale = 6
	if _, err := impact.Gate(p.system, p.at, p.records(), p.facts); len(aims.Problems(err)) != 1 {
		t.Errorf("a level that the method does not have: %v", err)
	}
	// What the law asks of another system is not taken for this one.
	p = passing()
	p.facts.Legal = &impact.LegalScreening{System: "t"}
	_, err = impact.Gate(p.system, p.at, p.records(), p.facts)
	if problems := aims.Problems(err); len(problems) != 1 || problems[0].String() != "/legal/system impact/gate-legal-other the screening by law is of system t, and this is s; screen this one" {
		t.Errorf("%v", err)
	}
	// Of two assessments with one id nobody can tell which counts.
	p = passing()
	p.more = []impact.Assessment{p.records().Assessments[0]}
	p.facts.AssessBy, p.facts.Done = -1, map[impact.DutyID]aims.Answer{impact.DutyFRIA: 9}
	_, err = impact.Gate(p.system, p.at, p.records(), p.facts)
	paths = nil
	for _, q := range aims.Problems(err) {
		paths = append(paths, q.Path)
	}
	if want := []string{"/assessBy", "/done/fria", "/assessments/assessment-1/id"}; !slices.Equal(paths, want) {
		t.Errorf("%q, want %q", paths, want)
	}
	// The zero system with no records is nothing to judge.
	if _, err := impact.Gate(aims.AISystem{}, p.at, impact.Recorded{}, impact.GateFacts{}); len(aims.Problems(err)) == 0 {
		t.Error("the zero system is accepted")
	}
}

func TestGate_superseded(t *testing.T) {
	second := func(change func(*impact.Assessment)) *passage {
		p := passing()
		a := passing().assessment
		a.ID, a.Supersedes, a.On, a.Method = "assessment-0", "assessment-1", aims.MustDate("2026-01-20"), must(p.method.Digest())
		change(&a)
		a.Approvals[0].Digest = must(a.Digest())
		p.more = append(p.more, a)
		return p
	}
	// What an approved one supersedes counts no longer, whatever the days.
	if got := second(func(*impact.Assessment) {}).gate(t); got.Assessment != "assessment-0" || got.Verdict != impact.Go {
		t.Errorf("%s by %s", got.Verdict, got.Assessment)
	}
	// One that nobody approved supersedes nothing.
	if got := second(func(a *impact.Assessment) { a.Approvals[0].Until = aims.MustDate("2026-05-01") }).gate(t); got.Assessment != "assessment-1" {
		t.Errorf("%s by %s", got.Verdict, got.Assessment)
	}
}

func TestGate_result(t *testing.T) {
	p := passing()
	p.assessment.Approvals[0].Until = aims.MustDate("2026-12-31")
	p.condition(impact.Condition{ID: "c-2", What: "train the clerks", Due: aims.MustDate("2026-07-31"), Owner: "p-lead"})
	p.condition(impact.Condition{ID: "c-1", What: "tell the senders", Due: aims.MustDate("2026-05-31"), Owner: "p-lead"})
	p.waiver(impact.Waiver{ID: "w-1", Condition: "c-1", Why: "x", By: "p-board", On: p.at, Until: aims.MustDate("2026-06-30"), Compensating: "a note on paper", Owner: "p-lead"})
	p.waiver(impact.Waiver{ID: "w-2", Condition: "c-1", Why: "x", By: "p-board", On: p.at, Until: aims.MustDate("2026-06-20"), Compensating: "a note on paper"})
	got := p.gate(t)
	if got.Verdict != impact.GoWithConditions || got.Until != aims.MustDate("2026-06-30") || got.System != "s" || got.Screening != "screening-1" || got.Assessment != "assessment-1" {
		t.Errorf("%+v", got)
	}
	if !slices.Equal(got.Waivers, []impact.WaiverID{"w-1"}) {
		t.Errorf("it rests on %v", got.Waivers)
	}
	if len(got.Conditions) != 2 || got.Conditions[0].Condition != "c-1" || got.Conditions[0].Waiver != "w-1" || got.Conditions[1].State != impact.ConditionOpen {
		t.Errorf("%+v", got.Conditions)
	}
	// What ends today still holds today.
	p.at = aims.MustDate("2026-06-30")
	if got := p.gate(t); got.Verdict != impact.GoWithConditions || got.Until != p.at {
		t.Errorf("%s until %s", got.Verdict, got.Until)
	}
	seen := map[aims.Code]int{}
	for _, r := range got.Reasons {
		filled(t, r.Reason, seen)
	}
	if len(seen) != 4 {
		t.Errorf("the reasons are %v", slices.Sorted(maps.Keys(seen)))
	}
}

// A waiver of the assessment bridges nothing where a refusal decides anyway.
func TestGate_waiverBesideRefusal(t *testing.T) {
	p := passing()
	p.assessment.Approvals, p.assessment.Conclusion.Decision = nil, impact.Stop
	p.waiver(impact.Waiver{ID: "w", Why: "x", By: "p-board", On: p.at, Until: p.at, Compensating: "y"})
	got := p.gate(t)
	if got.Verdict != impact.NoGo || got.Waivers != nil || got.Reasons[1].Bearing != impact.Lapse {
		t.Errorf("%s by %v: %v", got.Verdict, got.Waivers, got.Reasons)
	}
}
