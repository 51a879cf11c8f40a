package certification_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// entry is one case of the corpus; testdata/README.md says what it means.
type entry struct {
	Desc       string                   `json:"desc"`
	Clause     string                   `json:"clause"`
	Confidence certification.Confidence `json:"confidence"`
	Input      json.RawMessage          `json:"input"`
	Want       json.RawMessage          `json:"want"`
}

func corpus(t testing.TB, file string) []entry {
	t.Helper()
	var entries []entry
	readFile(t, file, &entries)
	seen := make(map[string]bool)
	for _, e := range entries {
		if e.Desc == "" || e.Clause == "" || seen[e.Desc] {
			t.Errorf("%s: %q has no clause, or a description that is not its own", file, e.Desc)
		}
		seen[e.Desc] = true
	}
	return entries
}

func readFile(t testing.TB, file string, into any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	strictly(t, data, into)
}

// strictly decodes what the corpus holds, so that a misspelt member fails.
func strictly(t testing.TB, data []byte, into any) {
	t.Helper()
	if _, err := aims.Decode(data, into, aims.DecodeOptions{}); err != nil {
		t.Fatalf("%s\n%s", err, data)
	}
}

// patched applies a JSON merge patch (RFC 7396).
func patched(t testing.TB, base, patch json.RawMessage) json.RawMessage {
	t.Helper()
	if len(patch) == 0 {
		return base
	}
	var b, p any
	if len(base) > 0 {
		if err := json.Unmarshal(base, &b); err != nil {
			t.Fatal(err)
		}
	}
	if err := json.Unmarshal(patch, &p); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(merge(b, p))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func merge(base, patch any) any {
	changes, isObject := patch.(map[string]any)
	if !isObject {
		return patch
	}
	object, isObject := base.(map[string]any)
	if !isObject {
		object = make(map[string]any)
	}
	for name, value := range changes {
		if value == nil {
			delete(object, name)
			continue
		}
		object[name] = merge(object[name], value)
	}
	return object
}

// verdict is what the corpus wants of a decision.
type verdict struct {
	Outcome   certification.Outcome   `json:"outcome,omitempty"`
	Failed    []aims.Code             `json:"failed,omitempty"`    // rules, in any order
	Reasons   []aims.Code             `json:"reasons,omitempty"`   // in any order, each once
	Changes   aims.Date               `json:"changes,omitzero"`    //
	Instead   []certification.Outcome `json:"instead,omitempty"`   // absent: not compared
	After     certification.State     `json:"after,omitzero"`      // the state once it is decided
	Expires   aims.Date               `json:"expires,omitzero"`    //
	FollowUps []string                `json:"followUps,omitempty"` // code, finding, due, verify
	Problems  []string                `json:"problems,omitempty"`  // pointer and code, of input that is refused
}

type decideInput struct {
	Base   string          `json:"base"`
	Patch  json.RawMessage `json:"patch"`
	Policy json.RawMessage `json:"policy"`
	At     aims.Date       `json:"at"`
}

// decideCase builds the case and the policy of an entry.
func decideCase(t testing.TB, bases map[string]json.RawMessage, in decideInput) (certification.Case, certification.Policy) {
	t.Helper()
	base, found := bases[in.Base]
	if !found {
		t.Fatalf("there is no base %q", in.Base)
	}
	var c certification.Case
	strictly(t, patched(t, base, in.Patch), &c)
	standard, err := json.Marshal(certification.Default())
	if err != nil {
		t.Fatal(err)
	}
	var policy certification.Policy
	strictly(t, patched(t, standard, in.Policy), &policy)
	return c, policy
}

func verdictOf(d certification.Decision, err error) verdict {
	v := verdict{Outcome: d.Outcome, Changes: d.Changes, Instead: d.Instead}
	for _, p := range aims.Problems(err) {
		v.Problems = append(v.Problems, p.Path+" "+string(p.Code))
	}
	for _, r := range d.Failed() {
		v.Failed = append(v.Failed, r.Rule)
		for _, reason := range r.Reasons {
			v.Reasons = append(v.Reasons, reason.Code)
		}
	}
	slices.Sort(v.Failed)
	slices.Sort(v.Reasons)
	v.Reasons = slices.Compact(v.Reasons)
	if d.After != nil {
		v.After, v.Expires = d.After.State, d.After.Expires
	}
	for _, f := range d.FollowUps {
		v.FollowUps = append(v.FollowUps, strings.Join([]string{string(f.Code), string(f.Finding), f.Due.String(), f.Verify.String()}, " "))
	}
	return v
}

// TestDecisions runs testdata/decide.json.
func TestDecisions(t *testing.T) {
	var bases map[string]json.RawMessage
	readFile(t, "bases.json", &bases)
	for _, e := range corpus(t, "decide.json") {
		t.Run(e.Desc, func(t *testing.T) {
			var in decideInput
			var want verdict
			strictly(t, e.Input, &in)
			strictly(t, e.Want, &want)
			c, policy := decideCase(t, bases, in)
			d, err := certification.Decide(c, policy, in.At)
			got := verdictOf(d, err)
			slices.Sort(want.Failed)
			slices.Sort(want.Reasons)
			if want.Instead == nil {
				got.Instead = nil
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-want +got)\n%s", e.Clause, diff)
				for _, r := range d.Failed() {
					for _, reason := range r.Reasons {
						t.Log(reason.Sentence())
					}
				}
			}
			if want.Problems == nil {
				if err := c.Validate(); err != nil {
					t.Errorf("the case is malformed: %v", err)
				}
			}
			noted(t, c, d, policy, in.At)
			if err == nil {
				readAgain(t, d)
			}
			for _, sentence := range sentences(d) {
				if strings.ContainsAny(sentence, "{}") || strings.HasPrefix(sentence, "certification/") {
					t.Errorf("unfinished: %s", sentence)
				}
			}
		})
	}
}

// readAgain checks that a decision is read as it was written.
func readAgain(t testing.TB, d certification.Decision) {
	t.Helper()
	data, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var back certification.Decision
	strictly(t, data, &back)
	if diff := cmp.Diff(d, back, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-written +read)\n%s", diff)
	}
}

// TestMajorsNeverHelp_corpus: an open major nonconformity in any of the audits
// of any case makes nothing possible; what depends on findings becomes
// impossible by it.
func TestMajorsNeverHelp_corpus(t *testing.T) {
	var bases map[string]json.RawMessage
	readFile(t, "bases.json", &bases)
	shut := 0
	for _, e := range corpus(t, "decide.json") {
		var in decideInput
		strictly(t, e.Input, &in)
		c, policy := decideCase(t, bases, in)
		before, err := certification.Decide(c, policy, in.At)
		if err != nil {
			continue
		}
		for _, a := range c.Audits {
			if a.Type == audit.Internal || a.LastDay > in.At {
				continue
			}
			k := c
			k.Findings = append(slices.Clip(k.Findings), audit.Finding{
				ID: "F-extra", Audit: a.ID, Title: "x", Grade: audit.Major, Key: aims.ClauseKey("8.1"), On: a.LastDay, Steps: stepsTo(audit.PlanAccepted, a.LastDay.String()),
			})
			after, err := certification.Decide(k, policy, in.At)
			if err != nil {
				t.Fatalf("%s: %v", e.Desc, err)
			}
			if before.Outcome == certification.NotYet && after.Outcome != certification.NotYet {
				t.Errorf("%s: possible by a major of %s", e.Desc, a.ID)
			}
			switch c.Asked {
			case certification.Suspend, certification.Withdraw, certification.ReduceScope:
				if after.Outcome != before.Outcome {
					t.Errorf("%s: %s became %s by a major of %s", e.Desc, before.Outcome, after.Outcome, a.ID)
				}
			default:
				if after.Outcome != certification.NotYet {
					t.Errorf("%s: %s in spite of a major of %s", e.Desc, after.Outcome, a.ID)
				}
				shut++
			}
		}
	}
	if shut < 100 {
		t.Errorf("only %d trials", shut)
	}
}

// sentences returns everything that a decision says.
func sentences(d certification.Decision) []string {
	var list []string
	for _, r := range d.Rulings {
		for _, reason := range r.Reasons {
			list = append(list, reason.Sentence())
		}
	}
	for _, f := range d.FollowUps {
		list = append(list, f.Sentence())
	}
	return list
}

// noted checks that the file takes what a decision notes, and stands
// afterwards where the decision says.
func noted(t testing.TB, c certification.Case, d certification.Decision, policy certification.Policy, at aims.Date) {
	t.Helper()
	if d.After == nil {
		if len(d.Events) > 0 {
			t.Error("a decision that cannot be taken notes something")
		}
		return
	}
	c.Certificate.Events = append(slices.Clip(seen(c, at).Certificate.Events), d.Events...)
	if err := c.Certificate.Validate(); err != nil {
		t.Errorf("the file is malformed afterwards: %v", err)
	}
	standing, err := certification.Replay(c.Certificate, at, policy)
	if err != nil {
		t.Errorf("the file does not take it: %v", err)
	}
	if diff := cmp.Diff(*d.After, standing); diff != "" {
		t.Errorf("(-said +replayed)\n%s", diff)
	}
}

// TestHistories runs testdata/replay.json.
func TestHistories(t *testing.T) {
	type result struct {
		State    certification.State `json:"state,omitzero"`
		Since    aims.Date           `json:"since,omitzero"` // absent: not compared
		Expires  aims.Date           `json:"expires,omitzero"`
		Problems []string            `json:"problems,omitempty"`
	}
	for _, e := range corpus(t, "replay.json") {
		t.Run(e.Desc, func(t *testing.T) {
			var in struct {
				At     aims.Date     `json:"at"`
				Body   audit.Body    `json:"body"`
				Events []audit.Event `json:"events"`
			}
			var want result
			strictly(t, e.Input, &in)
			strictly(t, e.Want, &want)
			if in.Body.IsZero() {
				in.Body = audit.Body{Name: "CB", Accreditation: audit.Accreditation{By: "AB"}}
			}
			file := audit.Certificate{ID: "cert", Body: in.Body, Standard: "ISO/IEC 42001", Events: in.Events}
			standing, err := certification.Replay(file, in.At, certification.Default())
			got := result{State: standing.State, Expires: standing.Expires}
			if want.Since != 0 {
				got.Since = standing.Since
			}
			for _, p := range aims.Problems(err) {
				got.Problems = append(got.Problems, p.Path+" "+string(p.Code))
			}
			if want.Expires == 0 && want.State != certification.Certified {
				got.Expires = 0
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-want +got)\n%s", e.Clause, diff)
			}
		})
	}
}

// TestFigures runs testdata/figures.json.
func TestFigures(t *testing.T) {
	type input struct {
		Kind     string                 `json:"kind"`
		Value    int                    `json:"value"`
		Unit     certification.Unit     `json:"unit"`
		From     aims.Date              `json:"from"`
		Limit    namedLimit             `json:"limit"`
		Sites    int                    `json:"sites"`
		Occasion certification.Occasion `json:"occasion"`
		Sampled  aims.Answer            `json:"sampled"`
		Workload certification.Workload `json:"workload"`
	}
	type figure struct {
		Day      aims.Date   `json:"day,omitzero"`
		Size     int         `json:"size,omitzero"`
		Days     aims.Amount `json:"days,omitzero"`
		OnSite   aims.Amount `json:"onSite,omitzero"` // absent: not compared
		Problems []aims.Code `json:"problems,omitempty"`
	}
	for _, e := range corpus(t, "figures.json") {
		t.Run(e.Desc, func(t *testing.T) {
			var in input
			var want, got figure
			strictly(t, e.Input, &in)
			strictly(t, e.Want, &want)
			var err error
			switch in.Kind {
			case "policy":
				got.Day = in.Limit.of(certification.Default())(in.From)
			case "limit":
				got.Day = certification.Limit{Value: in.Value, Unit: in.Unit}.After(in.From)
			case "sites":
				var size uint64
				size, err = certification.DefaultSites().Size(uint64(in.Sites), in.Occasion, in.Sampled)
				got.Size = int(size)
			case "time":
				var estimate certification.Estimate
				estimate, err = certification.AuditTime(in.Workload, certification.DefaultTime())
				got.Days = estimate.Settled()
				if want.OnSite.Known() {
					got.OnSite = estimate.OnSite.AtLeast
				}
			default:
				t.Fatalf("there is no kind %q", in.Kind)
			}
			for _, p := range aims.Problems(err) {
				got.Problems = append(got.Problems, p.Code)
			}
			if diff := cmp.Diff(want, got, cmp.Comparer(aims.Amount.Equal)); diff != "" {
				t.Errorf("%s (-want +got)\n%s\n%v", e.Clause, diff, err)
			}
		})
	}
}

// namedLimit is the name of a limit of a policy.
type namedLimit string

// of returns how the limit is counted: back from a day, or on from it.
func (n namedLimit) of(p certification.Policy) func(aims.Date) aims.Date {
	switch n {
	case "operating":
		return p.Operating.After
	case "planWithin":
		return p.PlanWithin.After
	case "closeWithin":
		return p.CloseWithin.After
	case "surveillanceFrom":
		return p.SurveillanceFrom.After
	case "surveillanceTo":
		return p.SurveillanceTo.After
	case "firstSurveillance":
		return p.FirstSurveillance.After
	case "recertification":
		return p.Recertification.Before
	case "validity":
		return p.Validity.Before
	}
	return func(aims.Date) aims.Date { return 0 }
}
