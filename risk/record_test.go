package risk_test

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// digest stands for any digest in full records.
const digest = aims.Digest("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")

// Full records have every field set, and ids that begin with their kind, so
// that a test can tell a reference when it sees one: "person--1".
func fullReviews() []aims.Review {
	return []aims.Review{{On: day("2026-02-01"), By: "person--r", Outcome: "unchanged"}}
}

func fullApprovals() []aims.Approval {
	return []aims.Approval{{By: "person--a", On: day("2026-02-01"), Digest: digest, Until: day("2027-02-01"), Note: "as discussed"}}
}

func fullRating(n string) *risk.Rating {
	return &risk.Rating{
		Criteria: digest, Likelihood: 2, On: day("2026-02-01"), By: aims.PersonID("person--" + n), Rationale: "seen before",
		Consequences: []risk.Consequence{{Dimension: "money", Level: 2}, {Dimension: "trust", WhyNot: "nobody outside"}},
		Evidence:     []aims.EvidenceID{aims.EvidenceID("evidence--" + n)},
	}
}

func fullActions() []aims.Action {
	return []aims.Action{{
		What: "write it", Resources: "two days", Responsible: "person--x", Due: day("2026-03-01"), Done: day("2026-03-02"),
		Evidence: []aims.EvidenceID{"evidence--x"},
	}}
}

func fullEvaluations() []aims.Evaluation {
	return []aims.Evaluation{{
		On: day("2026-04-01"), By: "person--v", Method: "sample", Met: aims.Yes, Result: "works", Evidence: []aims.EvidenceID{"evidence--v"},
	}}
}

// record is one kind of record, as the shared tests see it.
type record struct {
	full     aims.Record
	content  func(aims.Record) any // nil where nothing is frozen
	workflow []string              // the members that the content leaves out
	required []string              // the members without which the full record is not valid, with * for any index
	empty    any
}

func records() map[aims.Kind]record {
	ext := map[string]string{"host": "own"}
	scale := func(unit risk.Unit) risk.Scale {
		return risk.Scale{Title: "s", Unit: unit, Steps: []risk.Step{
			{Label: "low", Description: "d", Min: aims.AmountInt(0), Max: aims.MustAmount("0.5")},
			{Label: "high", Description: "d", Min: aims.MustAmount("0.5"), Max: aims.AmountInt(1)},
		}}
	}
	return map[aims.Kind]record{
		risk.KindCriteria: {
			full: risk.Criteria{
				ID: "own", Recorded: day("2026-01-01"), Title: "t", Version: "1", Document: "document--1", Policy: "policy--1",
				ConsistentWithPolicy: aims.Yes, Likelihood: scale(risk.Probability),
				Consequences: []risk.Dimension{{ID: "money", Affected: risk.Organization, Scale: scale("EUR")}},
				Matrix:       risk.Matrix{Grid: [][]risk.Level{{1, 1}, {1, 2}}},
				Levels:       []risk.Band{{Label: "green", Action: "watch", Color: "#00ff00"}, {Label: "red", Action: "act", Color: "#FF0000"}},
				Appetite:     1, Tolerance: 2,
				Accepters: []risk.Accepter{{UpTo: 2, Persons: []aims.PersonID{"person--1"}, Roles: []aims.RoleID{"role-assignment--1"}}},
				ReviewBy:  day("2027-01-01"), Reviews: fullReviews(), Approvals: fullApprovals(), Withdrawn: day("2028-01-01"), Ext: ext,
			},
			content:  func(r aims.Record) any { return r.(risk.Criteria).Content() },
			workflow: []string{"/approvals", "/ext", "/recorded", "/reviewBy", "/reviews", "/withdrawn"},
			required: []string{
				"/id", "/title", "/likelihood/title", "/likelihood/steps/*/label", "/consequences/*/id", "/consequences/*/affected",
				"/consequences/*/scale/title", "/consequences/*/scale/steps/*/label", "/levels/*/label", "/appetite", "/accepters/*/upTo",
				"/reviews/*/on", "/reviews/*/by", "/reviews/*/outcome", "/approvals/*/by", "/approvals/*/on", "/approvals/*/digest",
			},
			empty: risk.Criteria{},
		},
		risk.KindRisk: {
			full: risk.Risk{
				ID: "own", Recorded: day("2026-01-01"), Title: "t", Cause: "c", Event: "e", Outcome: "o", Sources: []risk.SourceID{"C.3.4", "data"},
				AnnexC: []aims.AnnexC{"C.2.5"}, Objectives: []aims.ObjectiveID{"objective--1"}, Systems: []aims.SystemID{"ai-system--1"},
				UseCases: []aims.UseCaseID{"use-case--1"}, Stages: []aims.Stage{aims.StageInception}, Issues: []aims.IssueID{"issue--1"},
				Parties: []aims.PartyID{"interested-party--1"}, Incidents: []aims.IncidentID{"incident--1"},
				Assessments: []aims.Ref{{Kind: "impact-assessment", ID: "1"}}, Causes: []risk.RiskID{"risk--1"}, Owner: "person--o",
				Inherent: fullRating("i"), Current: fullRating("c"), Residual: fullRating("s"), Target: fullRating("t"),
				Controls: []aims.Key{aims.ControlKey("A.6.2.4")}, Evidence: []aims.EvidenceID{"evidence--1"}, Decision: risk.Share, Priority: 1,
				ReviewBy: day("2027-01-01"), Reviews: fullReviews(), Closed: day("2028-01-01"), Ext: ext,
			},
			content: func(r aims.Record) any { return r.(risk.Risk).Content() },
			workflow: []string{
				"/closed", "/current", "/evidence", "/ext", "/incidents", "/inherent/by", "/inherent/evidence", "/inherent/on", "/owner", "/priority",
				"/recorded", "/residual/by", "/residual/evidence", "/residual/on", "/reviewBy", "/reviews", "/target/by", "/target/evidence", "/target/on",
			},
			required: []string{
				"/id", "/title", "/inherent/criteria", "/current/criteria", "/residual/criteria", "/target/criteria",
				"/inherent/consequences/*/dimension", "/current/consequences/*/dimension", "/residual/consequences/*/dimension",
				"/target/consequences/*/dimension", "/reviews/*/on", "/reviews/*/by", "/reviews/*/outcome",
			},
			empty: risk.Risk{},
		},
		risk.KindOpportunity: {
			full: risk.Opportunity{
				ID: "own", Recorded: day("2026-01-01"), Title: "t", Benefit: "b", Objectives: []aims.ObjectiveID{"objective--1"},
				Issues: []aims.IssueID{"issue--1"}, Parties: []aims.PartyID{"interested-party--1"}, Systems: []aims.SystemID{"ai-system--1"},
				Owner: "person--o", Decision: "pursue", Actions: fullActions(), Process: "process--1", HowEvaluated: "h",
				Evaluations: fullEvaluations(), ReviewBy: day("2027-01-01"), Reviews: fullReviews(), Ext: ext,
			},
			required: []string{"/id", "/title", "/actions/*/what", "/evaluations/*/on", "/reviews/*/on", "/reviews/*/by", "/reviews/*/outcome"},
			empty:    risk.Opportunity{},
		},
		risk.KindTreatment: {
			full: risk.Treatment{
				ID: "own", Recorded: day("2026-01-01"), Title: "t", Option: risk.Avoid, Risks: []risk.RiskID{"risk--1"},
				Controls: []aims.Key{aims.ControlKey("A.6.2.4")}, Systems: []aims.SystemID{"ai-system--1"}, Actions: fullActions(),
				Process: "process--1", HowEvaluated: "h", Owner: "person--o", Due: day("2026-06-01"), Cost: aims.AmountInt(5), Currency: "EUR",
				Effects:     []risk.Effect{{Risk: "risk--1", Likelihood: 1, Consequences: []risk.Lowered{{Dimension: "money", By: 1}}}},
				Implemented: day("2026-05-01"), Ended: day("2028-01-01"), Evidence: []aims.EvidenceID{"evidence--1"},
				Effectiveness: fullEvaluations(), Ext: ext,
			},
			content: func(r aims.Record) any { return r.(risk.Treatment).Content() },
			workflow: []string{
				"/actions/*/done", "/actions/*/evidence", "/effectiveness", "/ended", "/evidence", "/ext", "/implemented", "/recorded",
			},
			required: []string{
				"/id", "/title", "/option", "/actions/*/what", "/effects/*/consequences/*/dimension", "/effectiveness/*/on",
			},
			empty: risk.Treatment{},
		},
		risk.KindPlan: {
			full: risk.TreatmentPlan{
				ID: "own", Recorded: day("2026-01-01"), Title: "t", Version: "1", Document: "document--1",
				Treatments: []risk.Planned{{Treatment: "treatment--1", Digest: digest}}, Designated: []aims.PersonID{"person--d"},
				GuidanceConsidered: aims.Yes, ServesObjectives: aims.Yes, AvailableToParties: aims.No,
				Communications: []aims.CommunicationID{"communication--1"}, ReviewBy: day("2027-01-01"), Reviews: fullReviews(),
				Approvals: fullApprovals(), Withdrawn: day("2028-01-01"), Ext: ext,
			},
			content: func(r aims.Record) any { return r.(risk.TreatmentPlan).Content() },
			workflow: []string{
				"/approvals", "/availableToParties", "/communications", "/ext", "/recorded", "/reviewBy", "/reviews", "/withdrawn",
			},
			required: []string{
				"/id", "/title", "/treatments/*/treatment", "/treatments/*/digest", "/reviews/*/on", "/reviews/*/by", "/reviews/*/outcome",
				"/approvals/*/by", "/approvals/*/on", "/approvals/*/digest",
			},
			empty: risk.TreatmentPlan{},
		},
		risk.KindAcceptance: {
			full: risk.Acceptance{
				ID: "own", Recorded: day("2026-01-01"), Risk: "risk--1", Content: digest, Level: 2, Criteria: digest, By: "person--b",
				On: day("2026-01-01"), Until: day("2027-01-01"), Why: "w", Conditions: []string{"c"}, Revokes: "acceptance--1", Ext: ext,
			},
			required: []string{"/id", "/risk", "/by", "/on", "/why"},
			empty:    risk.Acceptance{},
		},
	}
}

// eachRecord runs a test for every kind of record.
func eachRecord(t *testing.T, test func(t *testing.T, kind aims.Kind, r record)) {
	t.Helper()
	all := records()
	for _, kind := range slices.Sorted(maps.Keys(all)) {
		t.Run(string(kind), func(t *testing.T) { test(t, kind, all[kind]) })
	}
}

// decode reads a tree as a record of the kind and checks it.
func decode(t *testing.T, r record, in any) (aims.Record, error) {
	t.Helper()
	data, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	into := reflect.New(reflect.TypeOf(r.full))
	if _, err := aims.Decode(data, into.Interface(), aims.DecodeOptions{}); err != nil {
		return nil, err
	}
	v := into.Elem().Interface().(aims.Record)
	return v, v.Validate()
}

// star writes every index of a pointer as *.
func star(pointer string) string {
	steps := strings.Split(pointer, "/")
	for i, s := range steps {
		if s != "" && strings.Trim(s, "0123456789") == "" {
			steps[i] = "*"
		}
	}
	return strings.Join(steps, "/")
}

// A full record is valid, lacks no member, and comes back from JSON as it was.
func TestRecord_full(t *testing.T) {
	eachRecord(t, func(t *testing.T, kind aims.Kind, r record) {
		back, err := decode(t, r, tree(t, r.full))
		if err != nil {
			t.Fatal(err)
		}
		same(t, "round trip", r.full, back)
		v := reflect.ValueOf(r.full)
		for i := range v.NumField() {
			if v.Field(i).IsZero() {
				t.Errorf("the full record lacks %s", v.Type().Field(i).Name)
			}
		}
		if got := r.full.Ref(); got != (aims.Ref{Kind: kind, ID: "own"}) {
			t.Errorf("Ref() = %v", got)
		}
		if r.full.Since() != day("2026-01-01") {
			t.Errorf("Since() = %v", r.full.Since())
		}
	})
}

// The zero value lacks its id and more, and refers to nothing.
func TestRecord_zero(t *testing.T) {
	eachRecord(t, func(t *testing.T, _ aims.Kind, r record) {
		zero := r.empty.(aims.Record)
		problems := problemsOf(t, zero.Validate())
		if len(problems) == 0 || problems[0] != (problem{aims.Missing, "/id"}) {
			t.Errorf("problems: %v", problems)
		}
		for _, p := range problems {
			if p.Code != aims.Missing {
				t.Errorf("unexpected problem of the zero value: %v", p)
			}
		}
		zero.Links(&aims.Linker{Visit: func(to aims.Ref) { t.Errorf("the zero value refers to %v", to) }})
		if zero.Since() != 0 || zero.Ref().ID != "" {
			t.Error("the zero value names itself")
		}
		if r.content != nil {
			same(t, "content of the zero value", r.empty, r.content(zero))
		}
	})
}

// Every reference that a record can hold is visited once, with its kind.
func TestRecord_links(t *testing.T) {
	eachRecord(t, func(t *testing.T, _ aims.Kind, r record) {
		want, got := map[string]string{}, map[string]string{}
		for _, l := range leaves(tree(t, r.full)) {
			if s, ok := l.value.(string); ok && l.pointer != "/id" {
				if kind, id, ok := strings.Cut(s, "--"); ok {
					want[l.pointer] = kind + "/" + kind + "--" + id
				} else if strings.HasPrefix(l.pointer, "/assessments/") {
					want[l.pointer] = s
				}
			}
		}
		l := &aims.Linker{}
		l.Visit = func(to aims.Ref) {
			if _, twice := got[l.Path()]; twice {
				t.Errorf("%s is visited twice", l.Path())
			}
			got[l.Path()] = to.String()
		}
		r.full.Links(l)
		same(t, "references", want, got)
	})
}

// A member that is required is missed at its place, and any other can be left
// out.
func TestRecord_required(t *testing.T) {
	eachRecord(t, func(t *testing.T, _ aims.Kind, r record) {
		full := tree(t, r.full)
		missed := map[string]bool{}
		for _, l := range leaves(full) {
			if last := l.pointer[strings.LastIndexByte(l.pointer, '/')+1:]; strings.Trim(last, "0123456789") == "" {
				continue // an element of a list
			}
			_, err := decode(t, r, set(t, full, l.pointer, nil))
			var want []problem
			switch star(l.pointer) {
			case "/effects/*/risk", "/accepters/*/upTo":
			case "/currency":
				want = []problem{{risk.CurrencyMissing, "/currency"}}
			case "/likelihood/unit":
				want = []problem{{risk.UnitMissing, "/likelihood/steps/0"}, {risk.UnitMissing, "/likelihood/steps/1"}}
			case "/consequences/*/scale/unit":
				want = []problem{{risk.UnitMissing, "/consequences/0/scale/steps/0"}, {risk.UnitMissing, "/consequences/0/scale/steps/1"}}
			}
			if slices.Contains(r.required, star(l.pointer)) {
				missed[star(l.pointer)] = true
				want = []problem{{aims.Missing, l.pointer}}
			}
			same(t, "problems without "+l.pointer, want, problemsOf(t, err))
		}
		for _, pointer := range r.required {
			if !missed[pointer] {
				t.Errorf("%s is not among the members", pointer)
			}
		}
	})
}

// Whatever a member holds that it cannot hold is reported at its place, and
// nowhere else.
func TestRecord_spoilt(t *testing.T) {
	eachRecord(t, func(t *testing.T, _ aims.Kind, r record) {
		full := tree(t, r.full)
		for _, l := range leaves(full) {
			if strings.HasPrefix(l.pointer, "/ext/") || strings.HasPrefix(l.pointer, "/matrix/") {
				continue // the host's own, and what the matrix checks itself
			}
			var bad any = "\x00"
			if _, number := l.value.(float64); number {
				bad = 11 // no scale reaches so far
			}
			if star(l.pointer) == "/priority" {
				bad = -1
			}
			spoilt := set(t, full, l.pointer, bad)
			if star(l.pointer) == "/risks/*" { // an effect names it as well
				spoilt = set(t, spoilt, "/effects", nil)
			}
			_, err := decode(t, r, spoilt)
			problems := problemsOf(t, err)
			if star(l.pointer) == "/appetite" && len(problems) == 2 {
				problems = problems[:1] // it also lies above the tolerance now
			}
			if len(problems) != 1 || problems[0].Path != l.pointer {
				t.Errorf("%s spoilt: problems %v", l.pointer, problems)
			}
		}
	})
}

// Content leaves out the workflow, keeps everything else and does not change
// the record that it was taken from.
func TestRecord_content(t *testing.T) {
	eachRecord(t, func(t *testing.T, kind aims.Kind, r record) {
		if r.content == nil {
			if _, ok := reflect.TypeOf(r.full).MethodByName("Content"); ok {
				t.Error("the record has a Content; list it")
			}
			return
		}
		content := r.content(r.full)
		same(t, "the record itself", records()[kind].full, r.full)
		same(t, "content of the content", content, r.content(content.(aims.Record)))
		kept := map[string]bool{}
		for _, l := range leaves(tree(t, content)) {
			kept[l.pointer] = true
		}
		var out []string
		for _, l := range leaves(tree(t, r.full)) {
			if pointer := star(l.pointer); !kept[l.pointer] && !slices.ContainsFunc(r.workflow, func(w string) bool {
				return pointer == w || strings.HasPrefix(pointer, w+"/")
			}) {
				out = append(out, l.pointer)
			}
		}
		if len(out) > 0 {
			t.Errorf("the content leaves out %v", out)
		}
		for _, l := range leaves(tree(t, content)) {
			if slices.ContainsFunc(r.workflow, func(w string) bool { return star(l.pointer) == w || strings.HasPrefix(star(l.pointer), w+"/") }) {
				t.Errorf("the content keeps %s", l.pointer)
			}
		}
	})
}

// The digests of contents are kept for ever: approvals and acceptances that
// hosts stored rest on them. A changed digest is a broken promise, never a
// reason to change this table.
func TestRecord_digestsKept(t *testing.T) {
	want := map[aims.Kind]aims.Digest{}
	read(t, "digests.json", &want)
	got := map[aims.Kind]aims.Digest{}
	eachRecord(t, func(t *testing.T, kind aims.Kind, r record) {
		if r.content == nil {
			return
		}
		d, err := aims.DigestOf(r.content(r.full))
		if err != nil {
			t.Fatal(err)
		}
		got[kind] = d
	})
	same(t, "digests", want, got)
}

// A current rating is part of what an acceptance freezes only while there is
// no residual one.
func TestRisk_contentOfRatings(t *testing.T) {
	r := records()[risk.KindRisk].full.(risk.Risk)
	if r.Content().Current != nil {
		t.Error("the current rating is frozen beside the residual one")
	}
	r.Residual = nil
	frozen := r.Content().Current
	if frozen == nil || frozen.Likelihood != 2 || frozen.By != "" || frozen.On != 0 || frozen.Evidence != nil || frozen.Rationale == "" {
		t.Errorf("frozen: %+v", frozen)
	}
}
