package readiness_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/aimskit/aimskit/risk"
	"github.com/google/go-cmp/cmp"
)

// predict returns the findings on a snapshot, read leniently.
func predict(t *testing.T, s audit.Snapshot) []readiness.PredictedFinding {
	t.Helper()
	v, err := audit.Open(s, audit.Options{Lenient: true})
	if err != nil {
		t.Fatal(err)
	}
	b := readiness.Basis{View: v, At: at, Rules: rules.Default(), Model: readiness.Default()}
	list, err := readiness.Predict(reportOf(t, b), b.Rules)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// lacking returns a snapshot without one record.
func lacking(t *testing.T, s audit.Snapshot, ref aims.Ref) audit.Snapshot {
	t.Helper()
	out := audit.Snapshot{Format: s.Format, Taken: s.Taken, Supplied: s.Supplied}
	for r := range s.All() {
		if r.Ref() == ref {
			continue
		}
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := out.Add(r.Ref().Kind, data, aims.DecodeOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

var placeholder = regexp.MustCompile(`\{[a-z]*\}`)

// TestPredict_missing takes every record away, one after the other: each
// finding that was not there before names the kind of record among those that
// would dissolve it, and says so without a hole.
func TestPredict_missing(t *testing.T) {
	t.Parallel()
	base := gen.Conforming()
	before := make(map[string]bool)
	for _, p := range predict(t, base) {
		before[p.String()] = true
	}
	direct := make(map[aims.Kind]bool)
	findings := 0
	for r := range base.All() {
		gone := r.Ref()
		for _, p := range predict(t, lacking(t, base, gone)) {
			if before[p.String()] {
				continue
			}
			findings++
			if !slices.Contains(p.Remedy.Kinds, gone.Kind) {
				t.Errorf("without %s: no record of its kind would dissolve %s %s: %v", gone, p.Key, p.Code, p.Remedy.Kinds)
			}
			if p.Remedy.Kind == gone.Kind {
				direct[gone.Kind] = true
			}
			if slices.Contains(p.Seen, gone) || slices.Contains(p.Remedy.Records, gone) {
				t.Errorf("without %s it is looked at: %s", gone, p)
			}
			for _, s := range []string{p.Statement(), p.Remedy.Sentence(), p.String()} {
				if hole := placeholder.FindString(s); hole != "" || !strings.HasSuffix(s, ".") || strings.ToUpper(s[:1]) != s[:1] {
					t.Errorf("without %s %s says %q", gone, p.Code, s)
				}
			}
			if p.Remedy.Code == readiness.RemedyOther || p.Remedy.Code == readiness.RemedyRecord && p.Remedy.Kind == "" {
				t.Errorf("without %s nothing tells what would dissolve %s %s %v", gone, p.Key, p.Code, p.Args)
			}
		}
	}
	if findings < 100 {
		t.Errorf("only %d findings", findings)
	}
	for _, k := range []aims.Kind{
		aims.KindProcess, aims.KindMetric, aims.KindMeasurement, aims.KindSystem, aims.KindSupplier, risk.KindRisk, risk.KindCriteria,
		risk.KindTreatment, risk.KindAcceptance, audit.KindProgramme, audit.KindAudit, audit.KindReview, audit.KindImprovement, audit.KindAction,
	} {
		if !direct[k] {
			t.Errorf("without a record of the kind %s no remedy asks for one", k)
		}
	}
}

func TestPredict_words(t *testing.T) {
	s := gen.Conforming()
	s.Policies[0].Approvals = nil
	for i := range s.Evidence[2].Judgments {
		s.Evidence[2].Judgments[i].Accepted = aims.No
	}
	var got []string
	for _, p := range predict(t, s) {
		if p.Key.ID == "5.2" {
			got = append(got, p.String(), p.Asks[0], string(p.Remedy.Kind))
		}
	}
	want := []string{
		"5.2 AI policy (major): No approval of the AI policy could be presented. Looked at: policy/policy. Have the AI policy approved as it stands, by somebody entitled to.",
		"Top management set an AI policy, and its approval covers the text as it stands.", "policy",
	}
	if diff := cmp.Diff(want, got[:min(3, len(got))]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	rejected := slices.IndexFunc(predict(t, s), func(p readiness.PredictedFinding) bool { return p.Code == rules.EvidenceRejected })
	if rejected < 0 {
		t.Fatal("rejected evidence is no finding")
	}
	p := predict(t, s)[rejected]
	if p.Remedy.Kind != aims.KindEvidence || !slices.Contains(p.Remedy.Records, s.Evidence[2].Ref()) {
		t.Errorf("%+v", p.Remedy)
	}
}

// TestPredict_gaps: points that fail for one reason are one finding, majors
// stand first, and a reason that nobody has words for keeps its own.
func TestPredict_gaps(t *testing.T) {
	set := rules.Default()
	digest, err := set.Digest()
	if err != nil {
		t.Fatal(err)
	}
	seen := []aims.Ref{{Kind: aims.KindPerson, ID: "p-1"}, {Kind: aims.KindPolicy, ID: "x"}}
	obs := func(point string, v aims.Verdict, code aims.Code) aims.Observation {
		return aims.Observation{Rule: "own/rule", Key: aims.Key{Framework: aims.FrameworkISO42001, ID: point}, Verdict: v, Code: code, Args: map[string]string{"what": "it"}, Text: "{what} is odd", Refs: seen}
	}
	r := with(map[string]aims.Verdict{"9.3.1": aims.MajorGap, "A.2.2": aims.MajorGap})
	r.Provenance.Rules = digest
	r.Requirements[slices.IndexFunc(r.Requirements, func(i rules.Item) bool { return i.Key.ID == "9.3.1" })].Observations = []aims.Observation{
		obs("9.3.1/b", aims.MajorGap, rules.Overdue), obs("9.3.1/a", aims.MajorGap, "own/odd"), obs("9.3.1/b", aims.MinorGap, "own/odd"), obs("9.3.1/a", aims.CannotTell, "own/open"),
	}
	r.Controls[0].Observations = []aims.Observation{obs("A.2.2", aims.MajorGap, rules.ControlUndecided)}
	report, err := readiness.Assess(r, []audit.GapStatement{
		{Key: aims.ClauseKey("5.2"), Practice: "None yet.", Verdict: aims.MajorGap, On: at},
		{Key: aims.ControlKey("A.2.3"), Practice: "Partly.", Verdict: aims.MinorGap, On: at},
	}, readiness.Default())
	if err != nil {
		t.Fatal(err)
	}
	list, err := readiness.Predict(report, set)
	if err != nil {
		t.Fatal(err)
	}
	type found struct {
		Key, Grade, Statement string
		Points                int
		Remedy                aims.Code
		Records               int
	}
	var got []found
	for _, p := range list {
		got = append(got, found{p.Key.ID, p.Grade.String(), p.Statement(), len(p.Points), p.Remedy.Code, len(p.Remedy.Records)})
		if len(p.Points) != len(p.Asks) {
			t.Errorf("%d points ask for %v", len(p.Points), p.Asks)
		}
	}
	policy, _ := set.Requirements.Lookup("5.2")
	want := []found{
		{"5.2", "major", "The organization itself states a gap: None yet.", len(policy.Points), readiness.RemedyOther, 0},
		{"9.3.1", "major", "it is odd", 2, readiness.RemedyOther, 1},
		{"9.3.1", "minor", "The planned date {due} passed without a result for it.", 1, readiness.RemedyDone, 1},
		{"A.2.2", "major", "The Statement of Applicability leaves open whether the control applies.", 0, readiness.RemedyStatement, 1},
		{"A.2.3", "minor", "The organization itself states a gap: Partly.", 0, readiness.RemedyOther, 0},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if kinds := list[0].Remedy.Kinds; !slices.Equal(kinds, set.Needs(aims.ClauseKey("5.2"))) || len(kinds) == 0 {
		t.Errorf("the stated gap needs %v", kinds)
	}

	report.Provenance.Rules = ""
	_, err = readiness.Predict(report, set)
	if !slices.Equal(problemsOf(err), []problem{{readiness.RulesOther, "/report/provenance/rules"}}) || aims.Problems(err)[0].Text != readiness.Sentences()[readiness.RulesOther] {
		t.Errorf("other rules: %v", err)
	}
}

// TestPredictedSentences: every reason that is put in other words keeps its
// arguments, and invents none.
func TestPredictedSentences(t *testing.T) {
	own, others := readiness.PredictedSentences(), rules.Sentences()
	said := 0
	for code, text := range own {
		template, ofRules := others[code]
		if !ofRules {
			continue
		}
		said++
		for _, arg := range placeholder.FindAllString(text, -1) {
			if !strings.Contains(template, arg) {
				t.Errorf("%s: %q speaks of %s, and the rule of %q", code, text, arg, template)
			}
		}
	}
	if said < 30 {
		t.Errorf("%d reasons have words of an auditor", said)
	}
	own[readiness.StatedGap] = "scribble"
	if readiness.PredictedSentences()[readiness.StatedGap] == "scribble" {
		t.Error("the copy is the original")
	}
}
