package controls_test

import (
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/controls"
)

func fixture(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "statement", name))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := aims.Decode(data, into, aims.DecodeOptions{}); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// base is testdata/statement/base.json: a statement on which every rule is
// silent. It keeps a history; the cases do without unless they change it.
type base struct {
	At        aims.Date          `json:"at"`
	Roles     []aims.Role        `json:"roles"`
	Statement controls.Statement `json:"statement"`
	Evidence  []aims.Evidence    `json:"evidence"`
}

// ruleCase is one change of the base, and everything that all rules together
// then observe.
type ruleCase struct {
	Desc         string                        `json:"desc"`
	Rule         aims.Code                     `json:"rule"`                   // the rule that the case is about
	Rows         []controls.Row                `json:"rows,omitempty"`         // take the place of the rows of the same controls
	Drop         []aims.Key                    `json:"drop,omitempty"`         // have no row
	Quiet        bool                          `json:"quiet,omitempty"`        // the other rows claim nothing
	NoEvidence   bool                          `json:"noEvidence,omitempty"`   // the host supplies no evidence
	Evidence     []aims.Evidence               `json:"evidence,omitempty"`     // more of it
	Uses         []controls.Use                `json:"uses,omitempty"`         //
	Roles        *[]aims.Role                  `json:"roles,omitempty"`        // instead of those of the base
	Systems      map[aims.SystemID][]aims.Role `json:"systems,omitempty"`      // the roles towards them; absent: not supplied
	Approvals    *[]approval                   `json:"approvals,omitempty"`    // instead of that of the base; without a digest: of the content as it is
	KeepApproval bool                          `json:"keepApproval,omitempty"` // otherwise the content is approved again as it is
	History      *struct {
		Forget []aims.Key           `json:"forget,omitempty"` // decisions of the base on these controls are left out
		Append []controls.Decision  `json:"append,omitempty"`
		Before *[]controls.Decision `json:"before,omitempty"` // the version before: the history of the base, and these
	} `json:"history,omitempty"`
	Want []struct {
		Code    aims.Code    `json:"code"`
		Key     aims.Key     `json:"key"`
		Verdict aims.Verdict `json:"verdict"`
	} `json:"want"`
}

type approval struct {
	By     aims.PersonID `json:"by"`
	On     aims.Date     `json:"on"`
	Digest aims.Digest   `json:"digest,omitempty"`
	Until  aims.Date     `json:"until,omitzero"`
}

// facts makes the change.
func (c ruleCase) facts(t *testing.T, b base) controls.Facts {
	t.Helper()
	s, before := b.Statement, b.Statement
	s.Decisions = nil
	replaced := map[aims.Key]controls.Row{}
	for _, r := range c.Rows {
		replaced[r.Control] = r
	}
	s.Rows = nil
	for _, r := range b.Statement.Rows {
		if c.Quiet {
			r.Status, r.Evidence = 0, nil
		}
		if in, ok := replaced[r.Control]; ok {
			r = in
		}
		if !slices.Contains(c.Drop, r.Control) {
			s.Rows = append(s.Rows, r)
		}
	}
	hasBefore := false
	if h := c.History; h != nil {
		for _, d := range b.Statement.Decisions {
			if !slices.Contains(h.Forget, d.Control) {
				s.Decisions = append(s.Decisions, d)
			}
		}
		s.Decisions = append(s.Decisions, h.Append...)
		if h.Before != nil {
			hasBefore = true
			before.Decisions = append(slices.Clone(before.Decisions), *h.Before...)
		}
	}
	if !c.KeepApproval {
		s = gen.Approve(s)
	}
	if c.Approvals != nil {
		digest := s.Approvals[0].Digest
		s.Approvals = nil
		for _, a := range *c.Approvals {
			if a.Digest == "" {
				a.Digest = digest
			}
			s.Approvals = append(s.Approvals, aims.Approval{By: a.By, On: a.On, Digest: a.Digest, Until: a.Until})
		}
	}
	f, err := controls.NewFacts(s, b.At, controls.Edition2023())
	if err != nil {
		t.Fatal(err)
	}
	f.Uses, f.Roles = c.Uses, b.Roles
	if c.Roles != nil {
		f.Roles = *c.Roles
	}
	if c.Systems != nil {
		f.RolesTowards = func(id aims.SystemID) []aims.Role { return c.Systems[id] }
	}
	if hasBefore {
		f.Previous = &before
	}
	if !c.NoEvidence {
		all := gen.Evidence{}
		for _, e := range slices.Concat(b.Evidence, c.Evidence) {
			all[e.ID] = e
		}
		f.Evidence = all.Lookup
	}
	return f
}

func TestRules_fixtures(t *testing.T) {
	var b base
	fixture(t, "base.json", &b)
	var cases []ruleCase
	fixture(t, "rules.json", &cases)
	breaches, silences := map[aims.Code]int{}, map[aims.Code]int{}
	for _, c := range cases {
		t.Run(strings.ReplaceAll(string(c.Rule), "controls/", "")+"/"+c.Desc, func(t *testing.T) {
			type seen struct {
				Code    aims.Code
				Key     aims.Key
				Verdict aims.Verdict
			}
			var want, got []seen
			for _, w := range c.Want {
				want = append(want, seen{w.Code, w.Key, w.Verdict})
			}
			for _, o := range controls.Check(c.facts(t, b), controls.Rules()) {
				got = append(got, seen{o.Code, o.Key, o.Verdict})
				if s := o.Sentence(); strings.ContainsAny(s, "{}") || s == "" {
					t.Errorf("sentence %q lacks an argument", s)
				}
				if o.Rule != o.Code || !slices.Contains(o.Refs, b.Statement.Ref()) {
					t.Errorf("observation %+v does not say what it rests on", o)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("observations (-want +got):\n%s", diff)
			}
		})
		codes := map[aims.Code]bool{}
		for _, w := range c.Want {
			codes[w.Code] = true
		}
		switch {
		case len(codes) == 0:
			silences[c.Rule]++
		case len(codes) == 1 && codes[c.Rule]:
			breaches[c.Rule]++
		}
	}
	for _, r := range controls.Rules() {
		if breaches[r.Code] == 0 {
			t.Errorf("no fixture yields exactly %s", r.Code)
		}
		if silences[r.Code] == 0 {
			t.Errorf("no fixture comes near %s without yielding it", r.Code)
		}
		delete(breaches, r.Code)
	}
	for code := range breaches {
		t.Errorf("fixtures speak of the rule %s, which is not listed", code)
	}
}

// The base is what the generator makes, so that other languages load what the
// tests here use.
func TestRules_base(t *testing.T) {
	s, evidence := gen.Sound(controls.Edition2023())
	want := base{
		At: aims.MustDate(gen.At), Roles: []aims.Role{aims.RoleDeveloper, aims.RoleProductProvider}, Statement: s,
	}
	for _, id := range slices.Sorted(maps.Keys(evidence)) {
		want.Evidence = append(want.Evidence, evidence[id])
	}
	if os.Getenv("WRITE_FIXTURES") != "" {
		data, err := json.MarshalIndent(want, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("testdata/statement/base.json", append(data, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var got base
	fixture(t, "base.json", &got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("base.json (-want +got):\n%s", diff)
	}
}

// The sentence of every observation of the fixtures, in words and by its
// arguments, as a reader sees them.
func TestRules_sentences(t *testing.T) {
	const golden = "testdata/statement/sentences.txt"
	var b base
	fixture(t, "base.json", &b)
	var cases []ruleCase
	fixture(t, "rules.json", &cases)
	var got strings.Builder
	for _, c := range cases {
		for _, o := range controls.Check(c.facts(t, b), controls.Rules()) {
			args, err := json.Marshal(o.Args)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&got, "%s %v %s\n\t%s\n", o.Code, o.Refs, args, o.Sentence())
		}
	}
	if os.Getenv("WRITE_FIXTURES") != "" {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", golden, diff)
	}
}

func TestRules_values(t *testing.T) {
	catalogue := aims.Edition2023()
	sentences := controls.Sentences()
	seen := map[aims.Code]bool{}
	for _, r := range controls.Rules() {
		if seen[r.Code] || r.Version < 1 || r.Check == nil || r.Title == "" || len(r.Doc) < 40 || sentences[r.Code] == "" {
			t.Errorf("%s is listed twice or lacks something: %+v", r.Code, r)
		}
		seen[r.Code] = true
		if _, ok := catalogue.Lookup(r.Clause); !ok {
			t.Errorf("%s speaks of clause %q, which does not exist", r.Code, r.Clause)
		}
		if !r.Key.IsZero() {
			if _, ok := catalogue.Point(aims.PointID(r.Key.ID)); !ok {
				t.Errorf("%s speaks of point %s, which does not exist", r.Code, r.Key)
			}
			if c, _ := r.Key.Clause(); c != r.Clause {
				t.Errorf("%s speaks of clause %s and of point %s", r.Code, r.Clause, r.Key)
			}
		}
		if !slices.Contains(r.Reads, controls.KindStatement) {
			t.Errorf("%s does not say that it reads the statement", r.Code)
		}
	}
	mine := controls.Rules()
	mine[0].Title = "changed"
	if controls.Rules()[0].Title == "changed" {
		t.Error("Rules hands the same list out twice")
	}
}

// A statement that is recorded later is not there yet: nothing of it is seen.
func TestRules_notRecordedYet(t *testing.T) {
	s, evidence := gen.Sound(controls.Edition2023())
	f, err := controls.NewFacts(s, s.Recorded-1, controls.Edition2023())
	if err != nil {
		t.Fatal(err)
	}
	f.Evidence = evidence.Lookup
	f.Previous = &s
	count := map[aims.Code]int{}
	for _, o := range controls.Check(f, controls.Rules()) {
		count[o.Code]++
		if o.Verdict != aims.MajorGap {
			t.Errorf("%s: %s, want a major gap", o.Sentence(), o.Verdict)
		}
	}
	want := map[aims.Code]int{controls.RowMissing: 38, controls.NotApproved: 1}
	if diff := cmp.Diff(want, count); diff != "" {
		t.Errorf("observations (-want +got):\n%s", diff)
	}
	f.At = s.Recorded // it is there on the day of its record
	if got := controls.Positions(f)[0].State; got != controls.StateClaimed {
		t.Errorf("on the day of the record: %s", got)
	}
	f.At = s.Recorded + 10
	if got := controls.Check(f, controls.Rules()); len(got) < 30 || got[0].Code == controls.RowMissing {
		t.Errorf("later: %v", got)
	}
}

// A statement with a row for everything and a decision on nothing is none.
func TestRules_blank(t *testing.T) {
	s := controls.Blank(controls.Edition2023())
	s.ID, s.Version = "soa-1", "0.1"
	f, err := controls.NewFacts(s, aims.MustDate(gen.At), controls.Edition2023())
	if err != nil {
		t.Fatal(err)
	}
	got := controls.Check(f, controls.Rules())
	if len(got) != 39 {
		t.Fatalf("%d observations, want 39", len(got))
	}
	for _, o := range got {
		if o.Verdict != aims.MajorGap {
			t.Errorf("%s: %s, want a major gap", o.Sentence(), o.Verdict)
		}
	}
}

// A rule stops when its caller does.
func TestRules_stop(t *testing.T) {
	c := gen.Catalogue(200)
	s, _ := gen.Sound(c)
	for i := range s.Rows {
		r := &s.Rows[i]
		switch i % 3 {
		case 0:
			*r = controls.Row{Control: r.Control, Applicability: controls.Excluded, Status: controls.Implemented}
		case 1:
			*r = controls.Row{Control: r.Control, Applicability: controls.Applicable, Status: controls.Planned, Due: 1, Reasons: make([]controls.Reason, 2)}
			r.Reasons[0].Kind, r.Reasons[1].Kind = controls.Legal, controls.Legal
		default:
			*r = controls.Row{Control: r.Control}
		}
	}
	s.Decisions = s.Decisions[:1]
	f, err := controls.NewFacts(s, aims.MustDate(gen.At), c)
	if err != nil {
		t.Fatal(err)
	}
	stopped := 0
	for _, r := range controls.Rules() {
		n := 0
		for range r.Check(f) {
			if n++; n == 2 {
				stopped++
				break
			}
		}
	}
	if stopped < 6 {
		t.Errorf("only %d rules had more to say than one thing", stopped)
	}
}

// A use that names nobody is still one.
func TestRules_useByNobody(t *testing.T) {
	c := controls.Edition2023()
	key := aims.ControlKey("A.10.2")
	s, _ := gen.Sound(c)
	f, err := controls.NewFacts(s, aims.MustDate(gen.At), c)
	if err != nil {
		t.Fatal(err)
	}
	f.Uses = []controls.Use{{By: s.Ref()}, {Control: key}} // one of nothing is none
	for _, o := range controls.Check(f, controls.Rules()) {
		if o.Code == controls.ExclusionInUse {
			if got := o.Sentence(); got != "A.10.2 is excluded for all AI systems, but used by a treatment; settle which of the two is right" {
				t.Errorf("sentence: %s", got)
			}
			return
		}
	}
	t.Error("not observed")
}

func TestNewFacts_refused(t *testing.T) {
	s, _ := gen.Sound(controls.Edition2023())
	at := aims.MustDate(gen.At)
	if _, err := controls.NewFacts(s, at, controls.Catalogue{}); err == nil {
		t.Error("accepted a catalogue without controls")
	}
	if _, err := controls.NewFacts(s, 0, controls.Edition2023()); err == nil {
		t.Error("accepted no day")
	}
	s.Rows = append(s.Rows, controls.Row{Control: aims.ControlKey("A.6.2.1")})
	_, err := controls.NewFacts(s, at, controls.Edition2023())
	problems := aims.Problems(err)
	if len(problems) != 1 || problems[0].Code != controls.ObjectiveNotControl || problems[0].Path != "/rows/38/control" {
		t.Errorf("problems: %v", problems)
	}
}

// Nothing panics on facts that nobody made.
func TestFacts_zero(t *testing.T) {
	var f controls.Facts
	f.Evidence = gen.Evidence{}.Lookup
	f.Uses = []controls.Use{{Control: aims.ControlKey("A.2.2")}}
	for _, r := range controls.Rules() {
		for range r.Check(f) {
			break
		}
	}
	got := controls.Check(f, controls.Rules())
	if len(got) != 2 || got[0].Code != controls.NotApproved || got[1].Code != controls.RowMissing {
		t.Errorf("observations: %v", got)
	}
	if p := controls.Positions(f); len(p) != 0 {
		t.Errorf("positions: %v", p)
	}
	if f.Digest() != "" || f.Statement().ID != "" {
		t.Error("zero facts say something")
	}
}

// A caller's own rule stands beside the library's.
func TestCheck_ownRule(t *testing.T) {
	s, evidence := gen.Sound(controls.Edition2023())
	f, err := controls.NewFacts(s, aims.MustDate(gen.At), controls.Edition2023())
	if err != nil {
		t.Fatal(err)
	}
	f.Evidence = evidence.Lookup
	f.Roles = []aims.Role{aims.RoleDeveloper}
	own := aims.Rule[controls.Facts]{
		Code: "own/scope-named", Version: 1, Clause: "4.3", Title: "the scope is named",
		Check: func(f controls.Facts) iter.Seq[aims.Observation] {
			return func(yield func(aims.Observation) bool) {
				if f.Statement().Scope == "scope-1" {
					yield(aims.Observation{Rule: "own/scope-named", Code: "own/scope-named", Key: aims.ClauseKey("4.3"), Verdict: aims.Conforms})
				}
			}
		},
	}
	got := controls.Check(f, append(controls.Rules(), own))
	if len(got) != 1 || got[0].Rule != own.Code {
		t.Errorf("observations: %v", got)
	}
}
