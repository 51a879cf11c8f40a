package risk_test

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
	gen "github.com/aimskit/aimskit/internal/gen/risk"
	"github.com/aimskit/aimskit/risk"
)

// base is testdata/register/base.json: a register on which every rule is silent.
type base struct {
	At       aims.Date       `json:"at"`
	Register risk.Records    `json:"register"`
	Evidence []aims.Evidence `json:"evidence"`
}

// ruleCase is one change of the base, and everything that all rules together
// then observe.
type ruleCase struct {
	Desc string         `json:"desc"`
	Rule aims.Code      `json:"rule"`          // the rule that the case is about
	Set  map[string]any `json:"set,omitempty"` // pointer into the base → value, null to remove, in the order of the pointers
	// Keep lists what is not bound again after the change: ratings to the
	// criteria, plans to their treatments, acceptances to their risks.
	Keep       []string                        `json:"keep,omitempty"`
	At         aims.Date                       `json:"at,omitzero"`          // instead of the day of the base
	NoEvidence bool                            `json:"noEvidence,omitempty"` // the host supplies no evidence
	Excluded   map[aims.Key][]aims.SystemID    `json:"excluded,omitempty"`   // by the Statement of Applicability, for these systems; none: in general
	Holds      map[aims.PersonID][]aims.RoleID `json:"holds,omitempty"`      // who holds which roles; absent: not known
	Want       []struct {
		Code    aims.Code    `json:"code"`
		Verdict aims.Verdict `json:"verdict"`
		Refs    []aims.Ref   `json:"refs,omitempty"`
	} `json:"want"`
}

func (c ruleCase) assess(t *testing.T, base any) *risk.Assessment {
	t.Helper()
	for _, pointer := range slices.Sorted(maps.Keys(c.Set)) {
		base = set(t, base, pointer, c.Set[pointer])
	}
	var b struct {
		At       aims.Date       `json:"at"`
		Register risk.Records    `json:"register"`
		Evidence []aims.Evidence `json:"evidence"`
	}
	data, err := json.Marshal(base)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := aims.Decode(data, &b, aims.DecodeOptions{}); err != nil {
		t.Fatal(err)
	}
	for _, part := range []struct {
		name string
		bind func(*risk.Records)
	}{{"ratings", gen.BindRatings}, {"plans", gen.BindPlans}, {"acceptances", gen.BindAcceptances}} {
		if !slices.Contains(c.Keep, part.name) {
			part.bind(&b.Register)
		}
	}
	facts := risk.Facts{}
	if !c.NoEvidence {
		all := gen.Evidence{}
		for _, e := range b.Evidence {
			all[e.ID] = e
		}
		facts.Evidence = all.Lookup
	}
	if c.Excluded != nil {
		facts.Excluded = func(control aims.Key, systems []aims.SystemID) bool {
			out, ok := c.Excluded[control]
			return ok && (len(out) == 0 || slices.ContainsFunc(systems, func(s aims.SystemID) bool { return slices.Contains(out, s) }))
		}
	}
	if c.Holds != nil {
		facts.Holds = func(p aims.PersonID, role aims.RoleID, _ aims.Date) aims.Answer {
			if slices.Contains(c.Holds[p], role) {
				return aims.Yes
			}
			return aims.No
		}
	}
	if c.At != 0 {
		b.At = c.At
	}
	a, err := register(t, b.Register).Assess(b.At, facts)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestRules_fixtures(t *testing.T) {
	var b any
	read(t, "register/base.json", &b)
	var cases []ruleCase
	read(t, "register/rules.json", &cases)
	type seen struct {
		Code    aims.Code
		Verdict aims.Verdict
		Refs    []aims.Ref
	}
	breaches, silences := map[aims.Code]int{}, map[aims.Code]int{}
	for _, c := range cases {
		t.Run(strings.TrimPrefix(string(c.Rule), "risk/")+"/"+c.Desc, func(t *testing.T) {
			var want, got []seen
			for _, w := range c.Want {
				want = append(want, seen{w.Code, w.Verdict, w.Refs})
			}
			for _, o := range risk.Check(c.assess(t, b), risk.Rules()) {
				got = append(got, seen{o.Code, o.Verdict, o.Refs})
				if s := o.Sentence(); strings.ContainsAny(s, "{}") || s == "" || o.Rule != o.Code {
					t.Errorf("%s: sentence %q", o.Rule, s)
				}
			}
			same(t, "observations", want, got)
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
	for _, r := range risk.Rules() {
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
	r, evidence := gen.Sound(4)
	want := base{At: day(gen.At), Register: r}
	for _, id := range slices.Sorted(maps.Keys(evidence)) {
		want.Evidence = append(want.Evidence, evidence[id])
	}
	data, err := json.MarshalIndent(want, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	update(t, "register/base.json", append(data, '\n'))
	var got base
	read(t, "register/base.json", &got)
	same(t, "base.json", want, got)
}

// The sentence of every observation of the fixtures, in words and by its
// arguments, as a reader sees them.
func TestRules_sentences(t *testing.T) {
	const golden = "register/sentences.txt"
	var b any
	read(t, "register/base.json", &b)
	var cases []ruleCase
	read(t, "register/rules.json", &cases)
	var got strings.Builder
	for _, c := range cases {
		for _, o := range risk.Check(c.assess(t, b), risk.Rules()) {
			args, err := json.Marshal(o.Args)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&got, "%s %v %s\n\t%s\n", o.Code, o.Refs, args, o.Sentence())
		}
	}
	update(t, golden, []byte(got.String()))
	want, err := os.ReadFile(filepath.Join("testdata", golden))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", golden, diff)
	}
}

func TestRules_values(t *testing.T) {
	catalogue := aims.Edition2023()
	sentences := risk.Sentences()
	seen := map[aims.Code]bool{}
	for _, r := range risk.Rules() {
		if seen[r.Code] || r.Version < 1 || r.Check == nil || r.Title == "" || len(r.Doc) < 40 || sentences[r.Code] == "" || len(r.Reads) == 0 {
			t.Errorf("%s is listed twice or lacks something: %+v", r.Code, r)
		}
		seen[r.Code] = true
		if _, ok := catalogue.Lookup(r.Clause); !ok {
			t.Errorf("%s speaks of clause %q, which does not exist", r.Code, r.Clause)
		}
		if c, _ := r.Key.Clause(); c != r.Clause {
			t.Errorf("%s speaks of clause %s and of %s", r.Code, r.Clause, r.Key)
		}
		if _, ok := catalogue.Point(aims.PointID(r.Key.ID)); !ok && r.Key != aims.ClauseKey(r.Clause) {
			t.Errorf("%s speaks of point %s, which does not exist", r.Code, r.Key)
		}
	}
	mine := risk.Rules()
	mine[0].Title = "changed"
	if risk.Rules()[0].Title == "changed" {
		t.Error("Rules hands the same list out twice")
	}
}

// A rule stops when its caller does.
func TestRules_stop(t *testing.T) {
	r, _ := gen.Sound(12)
	for i := range r.Risks {
		r.Risks[i].Owner, r.Risks[i].ReviewBy, r.Risks[i].Inherent, r.Risks[i].Current = "", 0, nil, nil
	}
	for i := range r.Treatments {
		r.Treatments[i].Implemented, r.Treatments[i].Owner, r.Treatments[i].Due = 0, "", 0
	}
	r.Plans[0].Treatments = nil
	a := assess(t, r, risk.Facts{})
	stopped := 0
	for _, rule := range risk.Rules() {
		n := 0
		for range rule.Check(a) {
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

// Nothing panics on an assessment that nobody made.
func TestRules_zero(t *testing.T) {
	for _, a := range []*risk.Assessment{nil, {}} {
		got := risk.Check(a, risk.Rules())
		if len(got) != 1 || got[0].Code != risk.CriteriaMissing || got[0].Verdict != aims.MajorGap {
			t.Errorf("observations: %v", got)
		}
		if len(a.Positions())+len(a.Rank(risk.Current))+len(a.RollUp(risk.Current, risk.ByOwner)) != 0 {
			t.Error("nothing stands somewhere")
		}
		same(t, "heat map", risk.HeatMap{State: risk.Current, Counts: [][]int{}}, a.HeatMap(risk.Current))
		same(t, "total", risk.Group{Counts: []int{}}, a.Total(risk.Current))
		if _, ok := a.Position("risk-1"); ok || a.Progress("t") != 0 || a.At() != 0 || a.Register() == nil {
			t.Error("an assessment that nobody made says something")
		}
		if k, ok := a.Criteria(); ok || k.ID != "" {
			t.Error("there are criteria")
		}
	}
}

// A caller's own rule stands beside the library's, in the order of its key.
func TestCheck_ownRule(t *testing.T) {
	r, e := gen.Sound(4)
	r.Risks[0].Owner = ""
	gen.Bind(&r)
	own := aims.Rule[*risk.Assessment]{
		Code: "own/named", Version: 1, Clause: "4.3", Key: aims.ClauseKey("4.3"), Title: "risks are few",
		Check: func(a *risk.Assessment) iter.Seq[aims.Observation] {
			return func(yield func(aims.Observation) bool) {
				if len(a.Positions()) < 10 {
					yield(aims.Observation{Rule: "own/named", Code: "own/named", Key: aims.ClauseKey("4.3"), Verdict: aims.Conforms})
				}
			}
		},
	}
	got := risk.Check(assess(t, r, risk.Facts{Evidence: e.Lookup}), append(risk.Rules(), own))
	if len(got) != 2 || got[0].Rule != own.Code || got[1].Code != risk.OwnerMissing {
		t.Errorf("observations: %v", got)
	}
}
