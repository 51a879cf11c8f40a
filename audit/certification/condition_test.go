package certification_test

import (
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/rules"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// result returns a result in which every point of the catalogue has the
// verdict that say gives it.
func result(say func(aims.PointID) aims.Verdict) rules.Result {
	var r rules.Result
	for req := range aims.Edition2023().Leaves() {
		item := rules.Item{Key: aims.ClauseKey(req.Clause)}
		for _, p := range req.Points {
			item.Observations = append(item.Observations, aims.Observation{Key: aims.PointKey(p.ID), Verdict: say(p.ID)})
		}
		r.Requirements = append(r.Requirements, item)
	}
	return r
}

func all(v aims.Verdict) rules.Result { return result(func(aims.PointID) aims.Verdict { return v }) }

// TestClause_9_3_1_stageOne: a stage 1 audit looks at documents and first
// results, and at whether internal audit and review are planned and done.
func TestClause_9_3_1_stageOne(t *testing.T) {
	var got []string
	for _, c := range certification.Preconditions(all(aims.Conforms), certification.Default()) {
		if c.Gate == certification.StageOne {
			got = append(got, string(c.Code)+" "+c.Met.String())
		}
	}
	want := []string{
		"certification/scope-approved yes", "certification/policy-approved yes", "certification/roles-assigned yes",
		"certification/inventory-kept yes", "certification/risk-started yes", "certification/impact-started yes",
		"certification/treatment-approved yes", "certification/objectives-set yes", "certification/documents-controlled yes",
		"certification/audits-planned yes", "certification/reviews-planned yes",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestGates(t *testing.T) {
	one := func(id aims.PointID, v, rest aims.Verdict) rules.Result {
		return result(func(p aims.PointID) aims.Verdict {
			if p == id {
				return v
			}
			return rest
		})
	}
	for _, c := range []struct {
		name   string
		result rules.Result
		want   [3]aims.Answer // stage 1, stage 2, decision
	}{
		{"nothing known", all(aims.CannotTell), [3]aims.Answer{}},
		{"no result at all", rules.Result{}, [3]aims.Answer{}},
		{"everything conforms", all(aims.Conforms), [3]aims.Answer{aims.Yes, aims.Unknown, aims.Unknown}},
		{"everything fails", all(aims.MajorGap), [3]aims.Answer{aims.No, aims.No, aims.No}},
		{"a lapse where nothing need be approved", one("7.5.2/c", aims.MinorGap, aims.Conforms), [3]aims.Answer{aims.Yes, aims.Unknown, aims.Unknown}},
		{"a core point of it is not shown at all", one("7.5.2/c", aims.MajorGap, aims.Conforms), [3]aims.Answer{aims.No, aims.No, aims.No}},
		{"one condition fails by a lapse", one("5.2/a", aims.MinorGap, aims.Conforms), [3]aims.Answer{aims.No, aims.No, aims.No}},
		{"one condition fails, the rest unknown", one("6.2/a", aims.MajorGap, aims.CannotTell), [3]aims.Answer{aims.No, aims.No, aims.No}},
		{"one condition unknown", one("9.3.1/a", aims.CannotTell, aims.Conforms), [3]aims.Answer{}},
		{"one point of a condition unknown", one("4.3/f", aims.CannotTell, aims.Conforms), [3]aims.Answer{}},
		{"a point outside the gate fails", one("10.1/a", aims.MajorGap, aims.Conforms), [3]aims.Answer{aims.Yes, aims.Unknown, aims.Unknown}},
	} {
		t.Run(c.name, func(t *testing.T) {
			conditions := certification.Preconditions(c.result, certification.Default())
			for i, want := range c.want {
				if got := certification.Open(conditions, certification.StageOne+certification.Gate(i)); got != want {
					t.Errorf("%s: got %s, want %s", certification.StageOne+certification.Gate(i), got, want)
				}
			}
		})
	}
	if got := certification.Open(nil, certification.StageOne); got != aims.Unknown {
		t.Errorf("a gate without conditions is %s", got)
	}
}

// TestSeveralObservationsOnOnePoint: the worse failure counts.
func TestSeveralObservationsOnOnePoint(t *testing.T) {
	r := all(aims.Conforms)
	for i, item := range r.Requirements {
		if item.Key == aims.ClauseKey("5.2") {
			r.Requirements[i].Observations = append(item.Observations, aims.Observation{Key: aims.PointKey("5.2/a"), Verdict: aims.MinorGap})
		}
	}
	if got := certification.Open(certification.Preconditions(r, certification.Default()), certification.StageOne); got != aims.No {
		t.Errorf("got %s", got)
	}
}

// TestOpenIsMonotone: mending what fails, and showing what nobody could tell,
// never closes a gate. (That something turns out to be a lapse is news, not
// mending, and may open a gate that was unknown.)
func TestOpenIsMonotone(t *testing.T) {
	order := map[aims.Answer]int{aims.No: 0, aims.Unknown: 1, aims.Yes: 2}
	verdicts := []aims.Verdict{aims.MajorGap, aims.MinorGap, aims.CannotTell, aims.Conforms, aims.Conforms, aims.Conforms}
	mended := map[aims.Verdict]aims.Verdict{
		aims.MajorGap: aims.MinorGap, aims.MinorGap: aims.Conforms, aims.CannotTell: aims.Conforms, aims.Conforms: aims.Conforms,
	}
	var points []aims.PointID
	for req := range aims.Edition2023().Leaves() {
		if slices.Contains(certification.StageOneRequirements(), req.Clause) {
			for _, p := range req.Points {
				points = append(points, p.ID)
			}
		}
	}
	open := func(m map[aims.PointID]aims.Verdict) int {
		r := result(func(p aims.PointID) aims.Verdict { return m[p] })
		return order[certification.Open(certification.Preconditions(r, certification.Default()), certification.StageOne)]
	}
	rapid.Check(t, func(t *rapid.T) {
		before, after := make(map[aims.PointID]aims.Verdict), make(map[aims.PointID]aims.Verdict)
		drawn := rapid.SliceOfN(rapid.SampledFrom(verdicts), len(points), len(points)).Draw(t, "verdicts")
		mend := rapid.SliceOfN(rapid.Bool(), len(points), len(points)).Draw(t, "mend")
		for i, p := range points {
			before[p], after[p] = drawn[i], drawn[i]
			if mend[i] {
				after[p] = mended[drawn[i]]
			}
		}
		if was, is := open(before), open(after); is < was {
			t.Fatalf("the gate went from %d to %d", was, is)
		}
	})
}

// TestClause_9_3_1_auditsPerformed: that internal audits are planned is not
// enough for stage 1; one has to be begun.
func TestClause_9_3_1_auditsPerformed(t *testing.T) {
	at := onDay("2026-06-30")
	only := func(a audit.Audit) func(*audit.Snapshot) {
		a.ID, a.Title, a.Programme, a.Scope, a.Team = "a", "x", "programme", audit.Scope{}, nil
		return func(s *audit.Snapshot) {
			s.Findings, s.Actions, s.Improvements = nil, nil, nil
			if a.Type == "" {
				a.Type = audit.Internal
			}
			s.Audits = []audit.Audit{a}
			s.Programmes[0].ID = "programme"
		}
	}
	lapse := func(s *audit.Snapshot) { // a part of the programme that nobody says an interval for
		part := s.Programmes[0].Parts[0]
		part.Title, part.Every = "y", ""
		s.Programmes[0].Parts = append(s.Programmes[0].Parts, part)
	}
	wait := func(on string) string { return "no internal audit was begun yet; the first one is planned for " + on }
	for _, c := range []struct {
		name    string
		edit    func(*audit.Snapshot)
		met     aims.Answer
		reason  string
		changes string
	}{
		{"carried out", func(*audit.Snapshot) {}, aims.Yes, "", ""},
		{"planned", only(audit.Audit{Planned: onDay("2026-07-20")}), aims.No, wait("2026-07-20"), "2026-07-20"},
		{"planned for the day", only(audit.Audit{Planned: at}), aims.No, wait("2026-06-30"), "2026-06-30"},
		{"begun on the day", only(audit.Audit{Planned: at, Opened: at}), aims.Yes, "", ""},
		{"begun the day after", only(audit.Audit{Planned: at, Opened: at + 1}), aims.No, wait("2026-06-30"), "2026-06-30"},
		{"begun before, and not reported", only(audit.Audit{Opened: onDay("2026-05-04"), LastDay: onDay("2026-05-06")}), aims.Yes, "", ""},
		{"planned, and the programme lacks something too", func(s *audit.Snapshot) {
			only(audit.Audit{Planned: onDay("2026-07-20")})(s)
			lapse(s)
		}, aims.No, wait("2026-07-20"), "2026-07-20"},
		{"begun, and the programme lacks something", lapse, aims.Yes, "", ""},
		{"planned, and two are", func(s *audit.Snapshot) {
			only(audit.Audit{Planned: onDay("2026-08-20")})(s)
			b := s.Audits[0]
			b.ID, b.Planned = "b", onDay("2026-07-20")
			s.Audits = append(s.Audits, b)
		}, aims.No, wait("2026-07-20"), "2026-07-20"},
		{"planned for a day that passed", only(audit.Audit{Planned: onDay("2026-06-29")}), aims.No, "", ""},
		{"an audit of the body does not stand for one", func(s *audit.Snapshot) {
			only(audit.Audit{Planned: onDay("2026-07-20")})(s)
			b := s.Audits[0]
			b.ID, b.Type, b.Opened = "b", audit.Special, onDay("2026-06-01")
			s.Audits = append(s.Audits, b)
		}, aims.No, wait("2026-07-20"), "2026-07-20"},
		{"planned, and nobody says that all audits are there", func(s *audit.Snapshot) {
			only(audit.Audit{Planned: onDay("2026-07-20")})(s)
			s.Supplied = slices.DeleteFunc(s.Supplied, func(k aims.Kind) bool { return k == audit.KindAudit })
		}, aims.Unknown, "nobody supplies records of the kind audit, so nothing can be told; supply them", "2026-07-20"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := gen.Conforming()
			c.edit(&s)
			gen.Approve(&s)
			list := conditions(t, s, at)
			k := list[slices.IndexFunc(list, func(k certification.Condition) bool { return k.Code == certification.AuditsPlanned })]
			got := ""
			for _, r := range k.Reasons {
				got += r.Sentence()
				if want := certification.AuditsNotBegun; c.met == aims.No && r.Code != want {
					t.Errorf("%s, want %s", r.Code, want)
				}
			}
			if k.Met != c.met || got != c.reason || k.Changes.String() != c.changes || k.Met != aims.Yes && len(k.Concerns) > 0 {
				t.Errorf("%s, changes %s: %s %v", k.Met, k.Changes, got, k.Concerns)
			}
			if open := certification.Open(list, certification.StageOne); open == aims.Yes && c.met != aims.Yes {
				t.Errorf("the gate is open")
			}
		})
	}
	// A lapse of the programme, and no records to look at.
	r := result(func(p aims.PointID) aims.Verdict {
		if p == "9.2.2/a" {
			return aims.MinorGap
		}
		return aims.Conforms
	})
	if got := certification.Open(certification.Preconditions(r, certification.Default()), certification.StageOne); got != aims.Unknown {
		t.Errorf("without records: %s", got)
	}
}

// TestAuditsPerformed_elsewhere: that another module vouches for the audit
// programme does not say that an audit was begun.
func TestAuditsPerformed_elsewhere(t *testing.T) {
	at := onDay("2026-06-30")
	vouched, err := rules.External(aims.ClauseKey("9.2.2"), aims.Conforms, rules.Basis{Module: "isms", Reference: "r", On: at})
	if err != nil {
		t.Fatal(err)
	}
	set, err := rules.Default().With(vouched)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		supplied []aims.Kind
		audits   []audit.Audit
		want     aims.Answer
	}{
		{nil, nil, aims.Unknown},
		{[]aims.Kind{audit.KindAudit}, nil, aims.No},
		{nil, []audit.Audit{{ID: "a", Title: "x", Type: audit.Internal, Opened: at}}, aims.Yes},
	} {
		v, err := audit.Open(audit.Snapshot{Format: aims.Format, Taken: at, Supplied: c.supplied, Audits: c.audits}, audit.Options{})
		if err != nil {
			t.Fatal(err)
		}
		r, err := rules.Evaluate(v, at, set)
		if err != nil {
			t.Fatal(err)
		}
		list := certification.Preconditions(r, certification.Default())
		if k := list[slices.IndexFunc(list, func(k certification.Condition) bool { return k.Code == certification.AuditsPlanned })]; k.Met != c.want {
			t.Errorf("%v, %d audits: %s, want %s; %v", c.supplied, len(c.audits), k.Met, c.want, k.Reasons)
		}
	}
}

func TestLapsesAreConcerns(t *testing.T) {
	r := result(func(p aims.PointID) aims.Verdict {
		if p == "5.3/a" || p == "4.1/e" {
			return aims.MinorGap
		}
		return aims.Conforms
	})
	var got []string
	for _, c := range certification.Preconditions(r, certification.Default()) {
		for _, k := range c.Concerns {
			got = append(got, string(c.Code)+" "+k.ID+" "+c.Met.String())
		}
	}
	want := []string{"certification/roles-assigned 5.3/a yes", "certification/inventory-kept 4.1/e yes"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestConditionsRestOnRealPoints(t *testing.T) {
	catalogue := aims.Edition2023()
	for _, c := range certification.Preconditions(rules.Result{}, certification.Default()) {
		if certification.Sentences()[c.Code] == "" || c.Text != certification.Sentences()[c.Code] {
			t.Errorf("%s has no sentence", c.Code)
		}
		for _, k := range c.Keys {
			if _, ok := catalogue.Point(aims.PointID(k.ID)); !ok {
				t.Errorf("%s rests on %s, which is no point", c.Code, k)
			}
		}
	}
}

func TestStageOneRequirements(t *testing.T) {
	got := certification.StageOneRequirements()
	want := []aims.Clause{"4.1", "4.3", "5.2", "5.3", "6.1.1", "6.1.2", "6.1.3", "6.1.4", "6.2", "7.5.2", "7.5.3", "8.2", "9.2.2", "9.3.1"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestGateWords(t *testing.T) {
	for g := certification.StageOne; g.Known(); g++ {
		text, err := g.MarshalText()
		var back certification.Gate
		if err != nil || back.UnmarshalText(text) != nil || back != g {
			t.Errorf("%s does not round-trip", g)
		}
	}
	var g certification.Gate
	if g.UnmarshalText([]byte("stage3")) == nil {
		t.Error("an unknown gate was read")
	}
}
