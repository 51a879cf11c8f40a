package aims_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/aimskit/aimskit/aims"
)

// recordType is one kind of record, as the shared tests see it.
type recordType struct {
	kind    aims.Kind
	typ     reflect.Type
	content func(aims.Record) any // nil where the record is not approved
}

func record[T aims.Record](kind aims.Kind) recordType {
	return recordType{kind: kind, typ: reflect.TypeFor[T]()}
}

func approved[T interface {
	aims.Record
	Content() T
}](kind aims.Kind) recordType {
	r := record[T](kind)
	r.content = func(v aims.Record) any { return v.(T).Content() }
	return r
}

// recordTypes lists every record of the package. A record that is missing
// here is found by TestRecordTypesComplete.
var recordTypes = []recordType{
	record[aims.Organization](aims.KindOrganization),
	record[aims.Person](aims.KindPerson),
	record[aims.Issue](aims.KindIssue),
	record[aims.InterestedParty](aims.KindParty),
	record[aims.ClimateDetermination](aims.KindClimate),
	record[aims.Obligation](aims.KindObligation),
	approved[aims.Scope](aims.KindScope),
	approved[aims.Policy](aims.KindPolicy),
	record[aims.LeadershipAct](aims.KindLeadershipAct),
	record[aims.RoleAssignment](aims.KindRole),
	approved[aims.Objective](aims.KindObjective),
	approved[aims.PlannedChange](aims.KindChange),
	record[aims.Resource](aims.KindResource),
	record[aims.Competence](aims.KindCompetence),
	record[aims.Awareness](aims.KindAwareness),
	record[aims.Training](aims.KindTraining),
	record[aims.Communication](aims.KindCommunication),
	approved[aims.Document](aims.KindDocument),
	record[aims.Process](aims.KindProcess),
	record[aims.Metric](aims.KindMetric),
	record[aims.Measurement](aims.KindMeasurement),
	record[aims.ConcernChannel](aims.KindChannel),
	record[aims.Concern](aims.KindConcern),
	record[aims.Incident](aims.KindIncident),
	record[aims.Supplier](aims.KindSupplier),
	approved[aims.UseCase](aims.KindUseCase),
	record[aims.AISystem](aims.KindSystem),
	record[aims.Dataset](aims.KindDataset),
	approved[aims.Validation](aims.KindValidation),
	approved[aims.Release](aims.KindRelease),
	record[aims.Evidence](aims.KindEvidence),
}

// eachRecord runs a test for every kind of record.
func eachRecord(t *testing.T, test func(*testing.T, recordType)) {
	t.Helper()
	for _, r := range recordTypes {
		t.Run(string(r.kind), func(t *testing.T) { test(t, r) })
	}
}

// A kind that has a constant has a record here, and the other way round.
func TestRecordTypesComplete(t *testing.T) {
	source, err := os.ReadFile("ref.go")
	if err != nil {
		t.Fatal(err)
	}
	var declared, tested []string
	for _, m := range regexp.MustCompile(`(?m)^\tKind\w+ +Kind = "([a-z-]+)"`).FindAllStringSubmatch(string(source), -1) {
		declared = append(declared, m[1])
	}
	for _, r := range recordTypes {
		tested = append(tested, string(r.kind))
		if r.content == nil {
			if _, ok := r.typ.MethodByName("Content"); ok {
				t.Errorf("%s has a Content: list it as approved", r.kind)
			}
		}
	}
	slices.Sort(declared)
	slices.Sort(tested)
	if d := cmp.Diff(declared, tested); d != "" || len(declared) == 0 {
		t.Errorf("kinds (-declared +tested)\n%s", d)
	}
}

// A record says its kind, its id and its first day.
func TestRecordRefAndSince(t *testing.T) {
	eachRecord(t, func(t *testing.T, r recordType) {
		v := filled(t, r)
		if got, want := v.Ref(), (aims.Ref{Kind: r.kind, ID: reflect.ValueOf(v).FieldByName("ID").String()}); got != want {
			t.Errorf("Ref() = %v, want %v", got, want)
		}
		if v.Since() != someDay {
			t.Errorf("Since() = %v, want %v", v.Since(), someDay)
		}
	})
}

// The zero value lacks what is required, and nothing else is wrong with it.
func TestRecordZeroValue(t *testing.T) {
	eachRecord(t, func(t *testing.T, r recordType) {
		zero := reflect.Zero(r.typ).Interface().(aims.Record)
		problems := aims.Problems(zero.Validate())
		if len(problems) == 0 || problems[0].Path != "/id" {
			t.Errorf("problems of the zero value = %v, want the missing id first", problems)
		}
		for _, p := range problems {
			if p.Code != aims.Missing {
				t.Errorf("unexpected problem of the zero value: %v", p)
			}
		}
		zero.Links(&aims.Linker{Visit: func(to aims.Ref) { t.Errorf("the zero value refers to %v", to) }})
		if zero.Ref().ID != "" || zero.Since() != 0 {
			t.Errorf("the zero value names itself: %v since %v", zero.Ref(), zero.Since())
		}
		if r.content != nil && !reflect.DeepEqual(r.content(zero), any(zero)) {
			t.Errorf("the content of the zero value is not zero")
		}
	})
}

// Every reference that a record can hold is visited, with its pointer and
// kind, once, in the order of the fields.
func TestLinksComplete(t *testing.T) {
	eachRecord(t, func(t *testing.T, r recordType) {
		v := filled(t, r)
		var want, got []string
		for _, leaf := range leaves(reflect.ValueOf(v)) {
			if leaf.pointer == "/id" {
				continue
			}
			if kind, ok := idKinds[leaf.value.Type()]; ok {
				want = append(want, leaf.pointer+" "+string(kind)+"/"+leaf.value.String())
			}
			if ref, ok := leaf.value.Interface().(aims.Ref); ok {
				want = append(want, leaf.pointer+" "+ref.String())
			}
		}
		l := &aims.Linker{}
		l.Visit = func(to aims.Ref) { got = append(got, l.Path()+" "+to.String()) }
		v.Links(l)
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("references (-want +got)\n%s", d)
		}
	})
}

// A record with every field filled is valid; any one field spoilt gives
// exactly the problem that its type can have, at exactly its pointer.
func TestRecordEveryFieldChecked(t *testing.T) {
	eachRecord(t, func(t *testing.T, r recordType) {
		if err := filled(t, r).Validate(); err != nil {
			t.Fatalf("the filled record is invalid: %v", err)
		}
		for i, leaf := range leaves(reflect.ValueOf(filled(t, r))) {
			name := string(r.kind) + leaf.pointer
			v := fill(t, r)
			code := spoil(t, leaves(v)[i].value)
			if code == aims.Negative && slices.Contains(maybeNegative, leaf.pointer[strings.LastIndexByte(leaf.pointer, '/')+1:]) {
				continue
			}
			wantProblems(t, name, v.Interface().(aims.Record), problem{code, leaf.pointer})
		}
	})
}

// Numbers that may be negative: what was measured, and the bounds of it.
var maybeNegative = []string{"atLeast", "atMost", "got", "value"}

// A list that names the same thing twice says so.
func TestRecordListsHoldNothingTwice(t *testing.T) {
	eachRecord(t, func(t *testing.T, r recordType) {
		for i, list := range lists(fill(t, r)) {
			if !isName(list.value.Type().Elem()) {
				continue
			}
			v := fill(t, r)
			field := lists(v)[i].value
			field.Set(reflect.Append(field, field.Index(0)))
			wantProblems(t, string(r.kind)+list.pointer, v.Interface().(aims.Record), problem{aims.Twice, list.pointer + "/1"})
		}
	})
}

// A field whose member is left out when empty is optional, and any other is
// required.
func TestRecordRequiredFields(t *testing.T) {
	eachRecord(t, func(t *testing.T, r recordType) {
		for i, leaf := range leaves(fill(t, r)) {
			name := string(r.kind) + leaf.pointer
			v := fill(t, r)
			leaves(v)[i].value.SetZero()
			var want []problem
			if !leaf.optional && !unknownIsAnAnswer[name] {
				want = []problem{{aims.Missing, leaf.pointer}}
			}
			wantProblems(t, name, v.Interface().(aims.Record), want...)
		}
	})
}

// What is always written although nobody may have said it.
var unknownIsAnAnswer = map[string]bool{
	"evidence/verified/supports": true,
}

// Members are named after their fields, and a record that is written and
// read again is the same.
func TestRecordJSON(t *testing.T) {
	eachRecord(t, func(t *testing.T, r recordType) {
		for i := range r.typ.NumField() {
			f := r.typ.Field(i)
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if want := memberName(f.Name); name != want {
				t.Errorf("field %s is written %q, want %q", f.Name, name, want)
			}
		}
		v := fill(t, r)
		data, err := json.Marshal(v.Interface())
		if err != nil {
			t.Fatal(err)
		}
		got := reflect.New(r.typ)
		if _, err := aims.Decode(data, got.Interface(), aims.DecodeOptions{}); err != nil {
			t.Fatalf("the written record is refused: %v\n%s", err, data)
		}
		if d := cmp.Diff(v.Interface(), got.Elem().Interface(), equalAmounts); d != "" {
			t.Errorf("round trip (-want +got)\n%s", d)
		}
	})
}

// problem is a problem as the fixtures write it.
type problem struct {
	Code aims.Code `json:"code"`
	Path string    `json:"path"`
}

// wantProblems checks that a record has exactly the problems.
func wantProblems(t *testing.T, name string, v aims.Record, want ...problem) {
	t.Helper()
	if d := cmp.Diff(want, problemsOf(t, v.Validate())); d != "" {
		t.Errorf("%s: problems (-want +got)\n%s", name, d)
	}
}

func problemsOf(t *testing.T, err error) []problem {
	t.Helper()
	if err != nil && aims.Problems(err) == nil {
		t.Fatalf("error without problems: %v", err)
	}
	var out []problem
	for _, p := range aims.Problems(err) {
		if strings.Contains(p.Sentence(), "{") || p.Sentence() == string(p.Code) {
			t.Errorf("%s has no finished sentence: %q", p.Code, p.Sentence())
		}
		out = append(out, problem{p.Code, p.Path})
	}
	return out
}

// fixture is one case of a file under testdata/records. The first of each
// file is a record with every field, the second one with no more than the
// required ones; the rest are malformed.
type fixture struct {
	Desc  string          `json:"desc"`
	Input json.RawMessage `json:"input"`
	Want  []problem       `json:"want"`
}

func fixtures(t *testing.T, kind aims.Kind) []fixture {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "records", string(kind)+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var list []fixture
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	if len(list) < 3 || list[0].Desc != "full" || list[1].Desc != "minimal" {
		t.Fatalf("want the cases full, minimal and malformed ones, in this order")
	}
	return list
}

func TestRecordFixtures(t *testing.T) {
	eachRecord(t, func(t *testing.T, r recordType) {
		for i, f := range fixtures(t, r.kind) {
			v := reflect.New(r.typ)
			_, err := aims.Decode(f.Input, v.Interface(), aims.DecodeOptions{})
			if err == nil {
				err = v.Elem().Interface().(aims.Record).Validate()
			}
			if d := cmp.Diff(f.Want, problemsOf(t, err), cmpopts.EquateEmpty()); d != "" || (i < 2) != (err == nil) {
				t.Errorf("%s (-want +got)\n%s", f.Desc, d)
			}
			switch i {
			case 0:
				wantSame(t, "members in use", members(filled(t, r)), members(v.Elem().Interface().(aims.Record)))
				data, err := json.Marshal(v.Interface())
				if err != nil {
					t.Fatal(err)
				}
				again := reflect.New(r.typ)
				if _, err := aims.Decode(data, again.Interface(), aims.DecodeOptions{}); err != nil {
					t.Fatal(err)
				}
				wantSame(t, "round trip", v.Interface(), again.Interface())
			case 1:
				for _, leaf := range leaves(v.Elem()) {
					without := reflect.New(r.typ).Elem()
					without.Set(v.Elem())
					if leaf.optional && !leaf.value.IsZero() && strings.Count(leaf.pointer, "/") == 1 {
						without.FieldByName(leaf.field).SetZero()
						if without.Interface().(aims.Record).Validate() == nil {
							t.Errorf("minimal: %s is not needed", leaf.pointer)
						}
					}
				}
			}
		}
	})
}

func wantSame(t *testing.T, what string, want, got any) {
	t.Helper()
	if d := cmp.Diff(want, got, equalAmounts); d != "" {
		t.Errorf("%s (-want +got)\n%s", what, d)
	}
}

// The digest of the content of each full fixture is kept for ever: approvals
// that hosts stored rest on it. A changed digest is a broken promise, never a
// reason to change the file; new kinds are added by hand.
func TestContentDigestsKept(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "digests.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want map[aims.Kind]aims.Digest
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	got := map[aims.Kind]aims.Digest{}
	for _, r := range recordTypes {
		if r.content == nil {
			continue
		}
		v := reflect.New(r.typ)
		if err := json.Unmarshal(fixtures(t, r.kind)[0].Input, v.Interface()); err != nil {
			t.Fatal(err)
		}
		got[r.kind], err = aims.DigestOf(r.content(v.Elem().Interface().(aims.Record)))
		if err != nil {
			t.Fatal(err)
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("digests (-want +got)\n%s", d)
	}
}

// workflow lists, per approved kind, the members that an approval does not
// bind; a change of any other voids it.
var workflow = map[aims.Kind][]string{
	aims.KindScope: {
		"/approvals", "/availableAt", "/communications", "/ext", "/owner", "/recorded", "/reviewBy", "/reviews", "/withdrawn",
	},
	aims.KindPolicy: {
		"/approvals", "/availableAt", "/communications", "/ext", "/owner", "/recorded", "/reviewBy", "/reviews", "/withdrawn",
	},
	aims.KindObjective: {
		"/actions/0/done", "/actions/0/evidence", "/approvals", "/communications", "/evaluations", "/ext", "/recorded",
		"/reviewBy", "/reviews", "/status", "/withdrawn",
	},
	aims.KindChange: {
		"/actions/0/done", "/actions/0/evidence", "/approvals", "/cancelled", "/done", "/evaluations", "/evidence", "/ext",
		"/plannedOn", "/recorded",
	},
	aims.KindDocument: {
		"/access", "/approvals", "/available", "/changes", "/disposed", "/disposition", "/distribution", "/ext", "/from",
		"/location", "/owner", "/protected", "/protection", "/recorded", "/retainedUntil", "/retention", "/reviewBy",
		"/reviews", "/status", "/storage", "/until",
	},
	aims.KindValidation: {"/approvals", "/ext", "/recorded"},
	aims.KindRelease: {
		"/approvals", "/communications", "/deployed", "/evidence", "/ext", "/recorded", "/released", "/rolledBack",
	},
	aims.KindUseCase: {
		"/approvals", "/conditionsKept", "/evidence", "/ext", "/from", "/owner", "/recorded", "/reviewBy", "/reviews",
		"/status", "/until",
	},
}

// Content leaves out the workflow, keeps everything else and does not change
// the record that it was taken from.
func TestContentLeavesOutTheWorkflow(t *testing.T) {
	eachRecord(t, func(t *testing.T, r recordType) {
		if r.content == nil {
			return
		}
		v := filled(t, r)
		content := r.content(v)
		wantSame(t, "the record itself", filled(t, r), v)
		var got []string
		kept := members(content)
		for _, m := range members(v) {
			if parent, _ := filepath.Split(m); !slices.Contains(kept, m) && !slices.ContainsFunc(got, func(p string) bool {
				return strings.HasPrefix(parent, p+"/")
			}) {
				got = append(got, m)
			}
		}
		slices.Sort(got)
		wantSame(t, "members that are left out", workflow[r.kind], got)
		wantSame(t, "content of the content", content, r.content(content.(aims.Record)))
		if fmt.Sprint(kept) == fmt.Sprint(members(v)) {
			t.Error("nothing is left out")
		}
	})
}
