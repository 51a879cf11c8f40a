package aims_test

import (
	"encoding"
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
)

// idKinds says which kind of record an id type names.
var idKinds = map[reflect.Type]aims.Kind{
	reflect.TypeFor[aims.OrganizationID]():  aims.KindOrganization,
	reflect.TypeFor[aims.PersonID]():        aims.KindPerson,
	reflect.TypeFor[aims.IssueID]():         aims.KindIssue,
	reflect.TypeFor[aims.PartyID]():         aims.KindParty,
	reflect.TypeFor[aims.ClimateID]():       aims.KindClimate,
	reflect.TypeFor[aims.ObligationID]():    aims.KindObligation,
	reflect.TypeFor[aims.ScopeID]():         aims.KindScope,
	reflect.TypeFor[aims.PolicyID]():        aims.KindPolicy,
	reflect.TypeFor[aims.LeadershipActID](): aims.KindLeadershipAct,
	reflect.TypeFor[aims.RoleID]():          aims.KindRole,
	reflect.TypeFor[aims.ObjectiveID]():     aims.KindObjective,
	reflect.TypeFor[aims.ChangeID]():        aims.KindChange,
	reflect.TypeFor[aims.ResourceID]():      aims.KindResource,
	reflect.TypeFor[aims.CompetenceID]():    aims.KindCompetence,
	reflect.TypeFor[aims.AwarenessID]():     aims.KindAwareness,
	reflect.TypeFor[aims.TrainingID]():      aims.KindTraining,
	reflect.TypeFor[aims.CommunicationID](): aims.KindCommunication,
	reflect.TypeFor[aims.DocumentID]():      aims.KindDocument,
	reflect.TypeFor[aims.ProcessID]():       aims.KindProcess,
	reflect.TypeFor[aims.MetricID]():        aims.KindMetric,
	reflect.TypeFor[aims.MeasurementID]():   aims.KindMeasurement,
	reflect.TypeFor[aims.ChannelID]():       aims.KindChannel,
	reflect.TypeFor[aims.ConcernID]():       aims.KindConcern,
	reflect.TypeFor[aims.IncidentID]():      aims.KindIncident,
	reflect.TypeFor[aims.SupplierID]():      aims.KindSupplier,
	reflect.TypeFor[aims.UseCaseID]():       aims.KindUseCase,
	reflect.TypeFor[aims.SystemID]():        aims.KindSystem,
	reflect.TypeFor[aims.DatasetID]():       aims.KindDataset,
	reflect.TypeFor[aims.ValidationID]():    aims.KindValidation,
	reflect.TypeFor[aims.ReleaseID]():       aims.KindRelease,
	reflect.TypeFor[aims.EvidenceID]():      aims.KindEvidence,
}

// sample is a good value of a type that is neither an id, a word nor a text,
// and a bad one with the problem that it gives.
type sample struct {
	good, bad any
	code      aims.Code
}

var someDay = aims.MustDate("2025-03-01")

var samples = map[reflect.Type]sample{
	reflect.TypeFor[string]():         {"text", "\x00", aims.TextMalformed},
	reflect.TypeFor[aims.Date]():      {someDay, aims.Date(-1), aims.DateMalformed},
	reflect.TypeFor[aims.Amount]():    {aims.AmountInt(1), aims.AmountInt(-1), aims.Negative},
	reflect.TypeFor[aims.Digest]():    {aims.DigestBytes(nil), aims.Digest("sha256:"), aims.DigestMalformed},
	reflect.TypeFor[aims.Key]():       {aims.ClauseKey("6.1"), aims.Key{Framework: "iso42001", ID: "A"}, aims.KeyMalformed},
	reflect.TypeFor[aims.Interval]():  {aims.Interval("P3M"), aims.Interval("3M"), aims.IntervalMalformed},
	reflect.TypeFor[aims.AnnexC]():    {aims.AnnexC("C.2.5"), aims.AnnexC("C.2"), aims.CodeMalformed},
	reflect.TypeFor[aims.ControlID](): {aims.ControlID("A.6.2.4"), aims.ControlID("6"), aims.CodeMalformed},
}

var refType = reflect.TypeFor[aims.Ref]()

// equalAmounts compares amounts as numbers.
var equalAmounts = cmp.Comparer(func(a, b aims.Amount) bool { return a.Equal(b) })

// filled returns a record with every field filled, one element in each list,
// and no id twice.
func filled(t *testing.T, r recordType) aims.Record {
	t.Helper()
	return fill(t, r).Interface().(aims.Record)
}

// fill is filled, as a value that can be changed.
func fill(t *testing.T, r recordType) reflect.Value {
	t.Helper()
	v := reflect.New(r.typ).Elem()
	n := 0
	fillValue(t, v, &n)
	return v
}

func fillValue(t *testing.T, v reflect.Value, n *int) {
	t.Helper()
	*n++
	if s, ok := samples[v.Type()]; ok {
		v.Set(reflect.ValueOf(s.good))
		return
	}
	if _, ok := idKinds[v.Type()]; ok {
		v.SetString("x-" + strconv.Itoa(*n))
		return
	}
	if v.Type() == refType {
		v.Set(reflect.ValueOf(aims.Ref{Kind: aims.KindPolicy, ID: "x-" + strconv.Itoa(*n)}))
		return
	}
	if isWord(v.Type()) {
		words := wordsOf(t, v.Type())
		readWord(t, v, words[min(1, len(words)-1)])
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fillValue(t, v.Field(i), n)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fillValue(t, v.Index(0), n)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillValue(t, v.Elem(), n)
	case reflect.Map:
		v.Set(reflect.ValueOf(map[string]string{"host": "own"}))
	default:
		t.Fatalf("no sample for %v; teach the test", v.Type())
	}
}

func isWord(typ reflect.Type) bool {
	_, ok := typ.MethodByName("Known")
	return ok && (typ.Kind() == reflect.String || typ.Kind() == reflect.Uint8)
}

// wordsOf returns the words of a vocabulary, which its own refusal lists.
func wordsOf(t *testing.T, typ reflect.Type) []string {
	t.Helper()
	err := reflect.New(typ).Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte("no such word"))
	var refusal interface{ Words() []string }
	if !errors.As(err, &refusal) || len(refusal.Words()) == 0 {
		t.Fatalf("%v does not list its words: %v", typ, err)
	}
	return refusal.Words()
}

func readWord(t *testing.T, v reflect.Value, word string) {
	t.Helper()
	if err := v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(word)); err != nil {
		t.Fatal(err)
	}
}

// isName reports whether a list of the type must not hold a value twice.
func isName(typ reflect.Type) bool {
	_, id := idKinds[typ]
	return id || typ == refType || typ == reflect.TypeFor[aims.Key]() || typ == reflect.TypeFor[aims.AnnexC]() || isWord(typ)
}

// spoil gives a field a value that its type does not allow, and returns the
// problem that this is.
func spoil(t *testing.T, v reflect.Value) aims.Code {
	t.Helper()
	if s, ok := samples[v.Type()]; ok {
		v.Set(reflect.ValueOf(s.bad))
		return s.code
	}
	if _, ok := idKinds[v.Type()]; ok {
		v.SetString("-")
		return aims.IDMalformed
	}
	switch {
	case v.Type() == refType:
		v.Set(reflect.ValueOf(aims.Ref{Kind: "no kind", ID: "x"}))
		return aims.RefMalformed
	case v.Kind() == reflect.String:
		v.SetString("no such word")
	case v.Kind() == reflect.Uint8:
		v.SetUint(200)
	default:
		t.Fatalf("cannot spoil %v; teach the test", v.Type())
	}
	return aims.WordUnknown
}

// leaf is a field that holds no further fields, or an element of a list.
type leaf struct {
	pointer  string
	field    string // the Go name of the field, or of the list
	value    reflect.Value
	optional bool // its member is left out when it is empty
}

// leaves lists the leaves of a struct in the order of its fields. The host's
// own members are left out.
func leaves(v reflect.Value) []leaf {
	var out []leaf
	visit(v, "", func(l leaf, list bool) {
		if !list {
			out = append(out, l)
		}
	})
	return out
}

// lists lists the lists of a struct.
func lists(v reflect.Value) []leaf {
	var out []leaf
	visit(v, "", func(l leaf, list bool) {
		if list {
			out = append(out, l)
		}
	})
	return out
}

func visit(v reflect.Value, pointer string, see func(l leaf, list bool)) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		l := leaf{pointer + "/" + name, f.Name, v.Field(i), strings.Contains(options, "omit")}
		if l.value.Kind() == reflect.Map {
			continue
		}
		if l.value.Kind() != reflect.Slice {
			visitValue(l, see)
			continue
		}
		see(l, true)
		for j := range l.value.Len() {
			visitValue(leaf{l.pointer + "/" + strconv.Itoa(j), f.Name, l.value.Index(j), false}, see)
		}
	}
}

func visitValue(l leaf, see func(l leaf, list bool)) {
	if l.value.Kind() == reflect.Pointer {
		if l.value.IsNil() {
			return
		}
		l.value = l.value.Elem()
	}
	if _, known := samples[l.value.Type()]; l.value.Kind() == reflect.Struct && !known && l.value.Type() != refType {
		visit(l.value, l.pointer, see)
		return
	}
	see(l, false)
}

// members lists the pointers of the members that are in use, with every index
// as 0, so that any element of a list can show a member.
func members(v any) []string {
	seen := map[string]bool{}
	var out []string
	add := func(p string) {
		steps := strings.Split(p, "/")
		for i, s := range steps {
			if _, err := strconv.Atoi(s); err == nil {
				steps[i] = "0"
			}
		}
		if p = strings.Join(steps, "/"); !seen[p] {
			seen[p] = true
			out = append(out, p)
		}
	}
	value := reflect.ValueOf(v)
	visit(value, "", func(l leaf, list bool) {
		if list && l.value.Len() > 0 || !list && !l.value.IsZero() {
			add(l.pointer)
		}
	})
	if ext := value.FieldByName("Ext"); ext.IsValid() && ext.Len() > 0 {
		add("/ext")
	}
	slices.Sort(out)
	return out
}

// memberName returns the name that a field has in JSON.
func memberName(field string) string {
	if strings.ToUpper(field) == field {
		return strings.ToLower(field)
	}
	first, n := utf8.DecodeRuneInString(field)
	return string(unicode.ToLower(first)) + field[n:]
}
