package aims_test

import (
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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
