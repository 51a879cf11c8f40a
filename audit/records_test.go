package audit_test

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// fixture is one case of testdata/records.json. There is one full and one
// minimal record of every kind; the others are malformed.
type fixture struct {
	Desc  string          `json:"desc"`
	Kind  aims.Kind       `json:"kind"`
	Input json.RawMessage `json:"input"`
	Want  []place         `json:"want"`
}

type place struct {
	Code aims.Code `json:"code"`
	Path string    `json:"path"`
}

func places(err error) []place {
	var list []place
	for _, p := range aims.Problems(err) {
		list = append(list, place{p.Code, p.Path})
	}
	return list
}

// recordTypes makes a fresh record of every kind of this package.
var recordTypes = []struct {
	kind aims.Kind
	typ  reflect.Type
}{
	{audit.KindProgramme, reflect.TypeFor[audit.Programme]()},
	{audit.KindAudit, reflect.TypeFor[audit.Audit]()},
	{audit.KindFinding, reflect.TypeFor[audit.Finding]()},
	{audit.KindAction, reflect.TypeFor[audit.CorrectiveAction]()},
	{audit.KindReview, reflect.TypeFor[audit.ManagementReview]()},
	{audit.KindImprovement, reflect.TypeFor[audit.Improvement]()},
	{audit.KindCertificate, reflect.TypeFor[audit.Certificate]()},
	{audit.KindGapStatement, reflect.TypeFor[audit.GapStatement]()},
}

func fixtures(t *testing.T) []fixture {
	t.Helper()
	data, err := os.ReadFile("testdata/records.json")
	if err != nil {
		t.Fatal(err)
	}
	var list []fixture
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	return list
}

// decode reads the record of a fixture; the value can be set.
func decode(t *testing.T, f fixture) (reflect.Value, error) {
	t.Helper()
	for _, r := range recordTypes {
		if r.kind == f.Kind {
			v := reflect.New(r.typ)
			_, err := aims.Decode(f.Input, v.Interface(), aims.DecodeOptions{})
			return v.Elem(), err
		}
	}
	t.Fatalf("%s: no record is a %q", f.Desc, f.Kind)
	return reflect.Value{}, nil
}

func record(v reflect.Value) aims.Record { return v.Interface().(aims.Record) }

// eachFull runs a test with the full record of every kind. The value can be
// set, and is read afresh by every call of again.
func eachFull(t *testing.T, test func(t *testing.T, again func() reflect.Value)) {
	t.Helper()
	var seen []aims.Kind
	for _, f := range fixtures(t) {
		if f.Desc != "full" {
			continue
		}
		seen = append(seen, f.Kind)
		t.Run(string(f.Kind), func(t *testing.T) {
			test(t, func() reflect.Value {
				v, err := decode(t, f)
				if err != nil {
					t.Fatal(err)
				}
				return v
			})
		})
	}
	var want []aims.Kind
	for _, r := range recordTypes {
		want = append(want, r.kind)
	}
	if diff := cmp.Diff(want, seen); diff != "" {
		t.Errorf("kinds (-want +got)\n%s", diff)
	}
}

func TestRecords(t *testing.T) {
	seen := make(map[aims.Code]bool)
	for _, f := range fixtures(t) {
		t.Run(string(f.Kind)+" "+f.Desc, func(t *testing.T) {
			v, err := decode(t, f)
			if err == nil {
				err = record(v).Validate()
			}
			if diff := cmp.Diff(f.Want, places(err), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("(-want +got)\n%s\n%v", diff, err)
			}
			for _, p := range aims.Problems(err) {
				seen[p.Code] = true
				if s := p.Sentence(); len(s) < 10 || strings.ContainsAny(s, "{}") {
					t.Errorf("%s: the sentence is %q", p.Code, s)
				}
			}
		})
	}
	for _, code := range []aims.Code{audit.StepIllegal, audit.StepSide} {
		if !seen[code] {
			t.Errorf("no record has the problem %s", code)
		}
	}
}

// The first step is compared with the finding, the others with the step before.
func TestStepSentences(t *testing.T) {
	for _, c := range []struct{ desc, want string }{
		{"a step before the finding", "2025-12-31 lies before the day of the finding, 2026-01-01; correct one of the two"},
		{"a step before the step before", "2026-01-04 lies before the step before, 2026-01-05; correct one of the two"},
		{"closed at once", "a finding graded major cannot go from issued to closed; add the steps in between, or correct this one"},
		{"accepted by the auditor", "the step to accepted is one for the auditee; name somebody who acts for the auditee, or correct the step"},
	} {
		list := fixtures(t)
		i := slices.IndexFunc(list, func(f fixture) bool { return f.Desc == c.desc })
		if i < 0 {
			t.Fatalf("no fixture %q", c.desc)
		}
		v, err := decode(t, list[i])
		if err != nil {
			t.Fatal(err)
		}
		problems := aims.Problems(record(v).Validate())
		if len(problems) != 1 || problems[0].Sentence() != c.want {
			t.Errorf("%s: got %v, want %q", c.desc, problems, c.want)
		}
	}
}

func TestRecords_nothingNeedless(t *testing.T) {
	for _, f := range fixtures(t) {
		if f.Desc != "minimal" {
			continue
		}
		v, err := decode(t, f)
		if err != nil {
			t.Fatal(err)
		}
		for i := range v.NumField() {
			was := reflect.ValueOf(v.Field(i).Interface())
			if was.IsZero() {
				continue
			}
			v.Field(i).SetZero()
			want := []place{{aims.Missing, "/" + member(v.Type().Field(i))}}
			if diff := cmp.Diff(want, places(record(v).Validate())); diff != "" {
				t.Errorf("%s without %s (-want +got)\n%s", f.Kind, want[0].Path, diff)
			}
			v.Field(i).Set(was)
		}
	}
}

// Full records leave no field out, and are read as they were written.
func TestRecords_roundTrip(t *testing.T) {
	eachFull(t, func(t *testing.T, again func() reflect.Value) {
		v := again()
		for _, l := range leaves(v, "") {
			if l.value.IsZero() {
				t.Errorf("%s is not filled in", l.pointer)
			}
		}
		data, err := json.Marshal(v.Interface())
		if err != nil {
			t.Fatal(err)
		}
		back := reflect.New(v.Type())
		if _, err := aims.Decode(data, back.Interface(), aims.DecodeOptions{}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(v.Interface(), back.Elem().Interface()); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	})
}

// Whatever single field is spoiled, that field and no other is reported.
func TestRecords_everyFieldIsChecked(t *testing.T) {
	eachFull(t, func(t *testing.T, again func() reflect.Value) {
		v := again()
		for _, l := range leaves(v, "") {
			if strings.HasPrefix(l.pointer, "/ext") {
				continue
			}
			was := reflect.ValueOf(l.value.Interface())
			want := []place{{spoil(t, l.value), l.pointer}}
			if diff := cmp.Diff(want, places(record(v).Validate())); diff != "" {
				t.Errorf("%s spoiled (-want +got)\n%s", l.pointer, diff)
			}
			l.value.Set(was)
		}
		if err := record(v).Validate(); err != nil {
			t.Errorf("the record was not put back: %v", err)
		}
	})
}

// spoil makes a value malformed and returns the code of the problem.
func spoil(t *testing.T, v reflect.Value) aims.Code {
	t.Helper()
	set := func(bad any, code aims.Code) aims.Code {
		v.Set(reflect.ValueOf(bad))
		return code
	}
	_, isWord := v.Interface().(interface{ Known() bool })
	_, isID := idKinds[v.Type()]
	switch v.Interface().(type) {
	case string:
		return set("\x00", aims.TextMalformed)
	case aims.Date:
		return set(aims.Date(-1), aims.DateMalformed)
	case aims.Amount:
		return set(aims.AmountInt(-1), aims.Negative)
	case aims.Digest:
		return set(aims.Digest("sha256:"), aims.DigestMalformed)
	case aims.Key:
		return set(aims.Key{Framework: "iso42001", ID: "A"}, aims.KeyMalformed)
	case aims.Ref:
		return set(aims.Ref{Kind: "x", ID: "-"}, aims.RefMalformed)
	case aims.Interval:
		return set(aims.Interval("3M"), aims.IntervalMalformed)
	}
	switch {
	case isID:
		v.SetString("-")
		return aims.IDMalformed
	case isWord && v.Kind() == reflect.String:
		v.SetString("nonsense")
		return aims.WordUnknown
	case isWord:
		v.SetUint(200)
		return aims.WordUnknown
	}
	t.Fatalf("no bad %s", v.Type())
	return ""
}

// idKinds says which kind of record an id names.
var idKinds = map[reflect.Type]aims.Kind{
	reflect.TypeFor[aims.PersonID]():        aims.KindPerson,
	reflect.TypeFor[aims.DocumentID]():      aims.KindDocument,
	reflect.TypeFor[aims.ProcessID]():       aims.KindProcess,
	reflect.TypeFor[aims.SystemID]():        aims.KindSystem,
	reflect.TypeFor[aims.EvidenceID]():      aims.KindEvidence,
	reflect.TypeFor[aims.IncidentID]():      aims.KindIncident,
	reflect.TypeFor[aims.ChangeID]():        aims.KindChange,
	reflect.TypeFor[audit.ProgrammeID]():    audit.KindProgramme,
	reflect.TypeFor[audit.AuditID]():        audit.KindAudit,
	reflect.TypeFor[audit.FindingID]():      audit.KindFinding,
	reflect.TypeFor[audit.ActionID]():       audit.KindAction,
	reflect.TypeFor[audit.ReviewID]():       audit.KindReview,
	reflect.TypeFor[audit.ImprovementID]():  audit.KindImprovement,
	reflect.TypeFor[audit.GapID]():          audit.KindGapStatement,
	reflect.TypeFor[audit.CertificateID]():  audit.KindCertificate,
	reflect.TypeFor[controls.StatementID](): controls.KindStatement,
}

// Links visits every id and reference of a record but its own id, and tells
// the place of each.
func TestRecords_links(t *testing.T) {
	eachFull(t, func(t *testing.T, again func() reflect.Value) {
		v := again()
		var want []string
		for _, l := range leaves(v, "") {
			kind, isID := idKinds[l.value.Type()]
			ref, isRef := l.value.Interface().(aims.Ref)
			switch {
			case l.pointer == "/id":
				continue
			case isID:
				want = append(want, l.pointer+" "+string(kind)+"/"+l.value.String())
			case isRef:
				want = append(want, l.pointer+" "+ref.String())
			}
		}
		var got []string
		var l aims.Linker
		l.Visit = func(to aims.Ref) { got = append(got, l.Path()+" "+to.String()) }
		record(v).Links(&l)
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" || len(got) < 2 {
			t.Errorf("(-want +got)\n%s", diff)
		}

		l.Visit = func(to aims.Ref) { t.Errorf("an empty record refers to %s", to) }
		record(reflect.Zero(v.Type())).Links(&l)
	})
}

func TestRecords_ref(t *testing.T) {
	for _, r := range recordTypes {
		v := reflect.New(r.typ).Elem()
		v.FieldByName("ID").SetString("x")
		if got, want := record(v).Ref(), (aims.Ref{Kind: r.kind, ID: "x"}); got != want {
			t.Errorf("got %v, want %v", got, want)
		}
	}
}

// A record is there from the day that it was recorded, and not before the day
// of what it tells.
func TestRecords_since(t *testing.T) {
	for _, r := range recordTypes {
		_, hasDay := r.typ.FieldByName("On")
		for _, c := range []struct{ recorded, on, want aims.Date }{
			{0, 0, 0}, {5, 0, 5}, {5, 3, 5}, {3, 5, 5}, {0, 5, 5},
		} {
			v := reflect.New(r.typ).Elem()
			v.FieldByName("Recorded").Set(reflect.ValueOf(c.recorded))
			want := c.recorded
			if hasDay {
				v.FieldByName("On").Set(reflect.ValueOf(c.on))
				want = c.want
			}
			if got := record(v).Since(); got != want {
				t.Errorf("%s recorded %d, on %d: since %d, want %d", r.kind, c.recorded, c.on, got, want)
			}
		}
	}
}

// leaf is a field, or an element of a list, that has no parts of its own.
type leaf struct {
	pointer string
	value   reflect.Value
}

// leaves lists the leaves of a value; an empty list or map is one.
func leaves(v reflect.Value, pointer string) []leaf {
	var out []leaf
	switch _, isText := v.Interface().(interface{ MarshalText() ([]byte, error) }); {
	case v.Type() == reflect.TypeFor[aims.Amount](), isText:
	case v.Kind() == reflect.Pointer && !v.IsNil():
		out = leaves(v.Elem(), pointer)
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			out = append(out, leaves(v.Index(i), pointer+"/"+strconv.Itoa(i))...)
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			out = append(out, leaves(v.Field(i), pointer+"/"+member(v.Type().Field(i)))...)
		}
	}
	if out == nil {
		out = []leaf{{pointer, v}}
	}
	return out
}

func member(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}
