package impact_test

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
)

// record is one kind of record, as the shared tests see it. Its full example
// is testdata/records/KIND.json: every member is set, and ids begin with their
// kind, so that a test can tell a reference when it sees one: "person--1".
type record struct {
	empty    any
	content  func(aims.Record) any
	workflow []string // the members that the content leaves out, with * for any index
	required []string // the members without which the full record is not valid
}

func records() map[aims.Kind]record {
	return map[aims.Kind]record{
		impact.KindMethod: {
			empty:    impact.Method{},
			content:  func(r aims.Record) any { return r.(impact.Method).Content() },
			workflow: []string{"/approvals", "/ext", "/recorded", "/reviewBy", "/reviews", "/withdrawn"},
			required: []string{
				"/approvals/*/by", "/approvals/*/digest", "/approvals/*/on", "/approvers/*/upTo", "/concentrated/scale", "/concentrated/scope",
				"/id", "/interval", "/irremediability/steps/*/label", "/irremediability/title", "/levels/*/label",
				"/likelihood/steps/*/label", "/likelihood/title", "/retention", "/reviews/*/by", "/reviews/*/on", "/reviews/*/outcome",
				"/scale/steps/*/label", "/scale/title", "/scope/steps/*/label", "/scope/title", "/sensitive", "/severity/steps/*/label",
				"/severity/title", "/title", "/triggers/*/id", "/triggers/*/kind", "/triggers/*/text", "/uses/*/class", "/uses/*/id", "/uses/*/text",
			},
		},
		impact.KindScreening: {
			empty:    impact.Screening{},
			content:  func(r aims.Record) any { return r.(impact.Screening).Content() },
			workflow: []string{"/answers/*/basis/by", "/answers/*/basis/evidence", "/answers/*/basis/on", "/approvals", "/evidence", "/ext", "/recorded", "/reviewBy", "/waivers"},
			required: []string{
				"/answers/*/trigger", "/approvals/*/by", "/approvals/*/digest", "/approvals/*/on", "/by", "/id", "/on", "/system",
				"/waivers/*/by", "/waivers/*/compensating", "/waivers/*/id", "/waivers/*/on", "/waivers/*/until", "/waivers/*/why",
			},
		},
		impact.KindAssessment: {
			empty:   impact.Assessment{},
			content: func(r aims.Record) any { return r.(impact.Assessment).Content() },
			workflow: []string{
				"/approvals", "/conclusion/conditions/*/evidence", "/conclusion/conditions/*/met", "/document", "/evidence", "/ext",
				"/measures/*/effectiveness", "/measures/*/ended", "/measures/*/evidence", "/measures/*/implemented", "/owner", "/publication",
				"/recorded", "/retainedUntil", "/reviewBy", "/reviews", "/usedIn", "/waivers", "/withdrawn",
				"BASIS/by", "BASIS/evidence", "BASIS/on",
			},
			required: []string{
				"/alternatives/*/what", "/approvals/*/by", "/approvals/*/digest", "/approvals/*/on", "/conclusion/conditions/*/id",
				"/conclusion/conditions/*/what", "/id", "/impacts/*/domain", "/impacts/*/effect", "/impacts/*/id", "/impacts/*/occurrence",
				"/impacts/*/party", "/impacts/*/title", "/measures/*/credits/*/impact", "/measures/*/effectiveness/*/on", "/measures/*/id",
				"/measures/*/title", "/method", "/parties/*/consultations/*/how", "/parties/*/consultations/*/on", "/parties/*/id",
				"/parties/*/kind", "/parties/*/title", "/reviews/*/by", "/reviews/*/on", "/reviews/*/outcome", "/scope/models/*/name",
				"/scope/omissions/*/why", "/scope/scenarios/*/id", "/scope/scenarios/*/kind", "/scope/scenarios/*/what", "/scope/uses/*/use",
				"/system", "/title", "/waivers/*/by", "/waivers/*/compensating", "/waivers/*/id", "/waivers/*/on", "/waivers/*/until", "/waivers/*/why",
			},
		},
	}
}

// leavesOut reports whether the content of the record leaves a member out.
func (r record) leavesOut(pointer string) bool {
	pointer = star(pointer)
	if i := strings.LastIndex(pointer, "/basis/"); i >= 0 && slices.Contains(r.workflow, "BASIS/by") {
		pointer = "BASIS" + strings.TrimSuffix(pointer[i+len("/basis"):], "/*")
	}
	return slices.ContainsFunc(r.workflow, func(w string) bool { return pointer == w || strings.HasPrefix(pointer, w+"/") })
}

func eachRecord(t *testing.T, test func(t *testing.T, kind aims.Kind, r record, full any)) {
	all := records()
	for _, kind := range slices.Sorted(maps.Keys(all)) {
		t.Run(string(kind), func(t *testing.T) {
			var full any
			read(t, "records/"+string(kind)+".json", &full)
			test(t, kind, all[kind], full)
		})
	}
}

// decode reads a tree as a record of the kind and checks it.
func (r record) decode(t *testing.T, in any) (aims.Record, error) {
	t.Helper()
	data, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	into := reflect.New(reflect.TypeOf(r.empty))
	if _, err := aims.Decode(data, into.Interface(), many); err != nil {
		return nil, err
	}
	v := into.Elem().Interface().(aims.Record)
	return v, v.Validate()
}

// tree turns a value into maps and lists.
func tree(t *testing.T, v any) any {
	t.Helper()
	var out any
	convert(t, v, &out)
	return out
}

// leaf is a value of a tree that holds no others.
type leaf struct {
	pointer string
	value   any
}

// leaves lists the leaves of a tree in the order of their pointers.
func leaves(in any) []leaf {
	var out []leaf
	var visit func(pointer string, v any)
	visit = func(pointer string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, name := range slices.Sorted(maps.Keys(v)) {
				visit(pointer+"/"+name, v[name])
			}
		case []any:
			for i, e := range v {
				visit(pointer+"/"+strconv.Itoa(i), e)
			}
		default:
			out = append(out, leaf{pointer, v})
		}
	}
	visit("", in)
	return out
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
	eachRecord(t, func(t *testing.T, kind aims.Kind, r record, full any) {
		v, err := r.decode(t, full)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "round trip", full, tree(t, v))
		set := map[string]bool{}
		for _, l := range leaves(full) {
			set[star(l.pointer)] = true
		}
		for _, pointer := range members(reflect.TypeOf(r.empty), "") {
			if !slices.ContainsFunc(slices.Collect(maps.Keys(set)), func(p string) bool { return p == pointer || strings.HasPrefix(p, pointer+"/") }) {
				t.Errorf("the full record lacks %s", pointer)
			}
		}
		if got := v.Ref(); got != (aims.Ref{Kind: kind, ID: "own"}) {
			t.Errorf("Ref() = %v", got)
		}
		if v.Since() != day("2026-01-01") {
			t.Errorf("Since() = %v", v.Since())
		}
	})
}

// members lists the pointers of the members that a type of this package has,
// as far as they are unlike by name, with * for any index.
func members(typ reflect.Type, in string) []string {
	switch {
	case typ.Kind() == reflect.Pointer:
		return members(typ.Elem(), in)
	case typ.Kind() == reflect.Slice:
		return members(typ.Elem(), in+"/*")
	case typ.Kind() == reflect.Struct && strings.HasSuffix(typ.PkgPath(), "/impact"):
		var out []string
		for i := range typ.NumField() {
			name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			if typ.Name() == "Basis" && name == "until" || strings.HasPrefix(in, "/scope/omissions/") || typ.Name() == "Publication" && name == "whyNot" || typ.Name() == "Waiver" {
				continue // not beside the others, or not in every kind of record
			}
			out = append(out, members(typ.Field(i).Type, in+"/"+name)...)
		}
		return out
	}
	return []string{in}
}

// The zero value lacks its id and more, and refers to nothing.
func TestRecord_zero(t *testing.T) {
	eachRecord(t, func(t *testing.T, _ aims.Kind, r record, _ any) {
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
		same(t, "content of the zero value", r.empty, r.content(zero))
	})
}

// Every reference that a record can hold is visited once, with its kind.
func TestRecord_links(t *testing.T) {
	eachRecord(t, func(t *testing.T, _ aims.Kind, r record, full any) {
		want, got := map[string]string{}, map[string]string{}
		for _, l := range leaves(full) {
			if s, ok := l.value.(string); ok && l.pointer != "/id" {
				if kind, id, ok := strings.Cut(s, "--"); ok {
					want[l.pointer] = kind + "/" + kind + "--" + id
				}
				if strings.HasPrefix(l.pointer, "/usedIn/") {
					want[l.pointer] = s
				}
			}
		}
		v, err := r.decode(t, full)
		if err != nil {
			t.Fatal(err)
		}
		l := &aims.Linker{}
		l.Visit = func(to aims.Ref) {
			if _, twice := got[l.Path()]; twice {
				t.Errorf("%s is visited twice", l.Path())
			}
			got[l.Path()] = to.String()
		}
		v.Links(l)
		same(t, "references", want, got)
	})
}

// A member that is required is missed at its place, and any other can be left
// out.
func TestRecord_required(t *testing.T) {
	eachRecord(t, func(t *testing.T, _ aims.Kind, r record, full any) {
		missed := map[string]bool{}
		for _, l := range leaves(full) {
			if last := l.pointer[strings.LastIndexByte(l.pointer, '/')+1:]; strings.Trim(last, "0123456789") == "" {
				continue // an element of a list
			}
			_, err := r.decode(t, set(t, full, l.pointer, nil))
			var want []problem
			pointer := star(l.pointer)
			switch {
			case strings.HasSuffix(pointer, "/unit"):
				steps := strings.TrimSuffix(l.pointer, "unit") + "steps/"
				want = []problem{{"risk/unit-missing", steps + "0"}, {"risk/unit-missing", steps + "1"}}
			case pointer == "/scope/purpose/basis/until":
				want = []problem{{impact.UntilMissing, l.pointer}}
			case pointer == "/scope/purpose/basis/ground":
				want = []problem{{impact.UntilStray, "/scope/purpose/basis/until"}}
			case strings.HasPrefix(pointer, "/scope/omissions/") && !strings.Contains(pointer, "/basis/") && !strings.HasSuffix(pointer, "/why"):
				want = []problem{{impact.OmissionUnclear, l.pointer[:strings.LastIndexByte(l.pointer, '/')]}}
			case slices.Contains(r.required, pointer):
				missed[pointer] = true
				want = []problem{{aims.Missing, l.pointer}}
			}
			got := slices.DeleteFunc(problemsOf(t, err), func(p problem) bool { return p.Code == impact.Unlisted && strings.HasSuffix(pointer, "/id") })
			same(t, "problems without "+l.pointer, want, append([]problem(nil), got...))
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
	eachRecord(t, func(t *testing.T, _ aims.Kind, r record, full any) {
		for _, l := range leaves(full) {
			if strings.HasPrefix(l.pointer, "/ext/") {
				continue // the host's own
			}
			var bad any = "\x00"
			if _, number := l.value.(float64); number {
				bad = 11 // no scale reaches so far
			}
			_, err := r.decode(t, set(t, full, l.pointer, bad))
			problems := slices.DeleteFunc(problemsOf(t, err), func(p problem) bool {
				return p.Code == impact.Unlisted && strings.HasSuffix(l.pointer, "/id") || // what names the part finds it no more
					p.Code == impact.ThresholdsSwapped
			})
			if len(problems) == 0 || problems[0].Path != l.pointer || len(problems) > 1 && problems[1].Path != l.pointer {
				t.Errorf("%s spoilt: problems %v", l.pointer, problems)
			}
		}
	})
}

// Content leaves out what happens to the record, keeps everything else and
// does not change the record that it was taken from.
func TestRecord_content(t *testing.T) {
	eachRecord(t, func(t *testing.T, _ aims.Kind, r record, full any) {
		v, err := r.decode(t, full)
		if err != nil {
			t.Fatal(err)
		}
		content := r.content(v)
		same(t, "the record itself", full, tree(t, v))
		same(t, "content of the content", content, r.content(content.(aims.Record)))
		kept := map[string]bool{}
		for _, l := range leaves(tree(t, content)) {
			kept[l.pointer] = true
		}
		for _, l := range leaves(full) {
			if out := r.leavesOut(l.pointer); kept[l.pointer] == out {
				t.Errorf("%s: the content keeps it %v, and should %v", l.pointer, kept[l.pointer], !out)
			}
		}
	})
}

// The order of the parts is no content.
func TestAssessment_contentOrder(t *testing.T) {
	b := sound(t)
	a := &b.Assessment
	a.Scope.Models = append(a.Scope.Models, impact.Model{Name: "ranking", Version: "1"})
	a.Conclusion.Conditions = append(a.Conclusion.Conditions, impact.Condition{ID: "log", What: "Keep logs"})
	before, err := a.Digest()
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(a.Scope.Models)
	slices.Reverse(a.Conclusion.Conditions)
	slices.Reverse(a.Parties)
	slices.Reverse(a.Impacts)
	slices.Reverse(a.Assessors)
	slices.Reverse(a.Measures[0].Credits)
	slices.Reverse(a.Scope.Scenarios)
	slices.Reverse(a.Scope.Omissions)
	slices.Reverse(a.Scope.Uses)
	if after, err := a.Digest(); err != nil || after != before {
		t.Errorf("%s, %s, %v", before, after, err)
	}
	a.Alternatives = append(a.Alternatives, impact.Alternative{What: "wait"})
	if after, err := a.Digest(); err != nil || after == before {
		t.Errorf("another alternative changes nothing: %v", err)
	}
}

// The digests of contents are kept for ever: approvals that hosts stored rest
// on them. A changed digest is a broken promise, never a reason to change this
// table.
func TestRecord_digestsKept(t *testing.T) {
	want := map[aims.Kind]aims.Digest{}
	read(t, "digests.json", &want)
	got := map[aims.Kind]aims.Digest{}
	eachRecord(t, func(t *testing.T, kind aims.Kind, r record, full any) {
		v, err := r.decode(t, full)
		if err != nil {
			t.Fatal(err)
		}
		got[kind] = digestOf(t, r.content(v))
	})
	same(t, "digests", want, got)
}

// The digest of the ready-made method is kept as well: assessments name it.
func TestDefault_digestKept(t *testing.T) {
	got, err := impact.Default().Digest()
	if want := aims.Digest("sha256:390a80ae3203b193b9143b18358d4e895b3ff77efd5a1e6bd609c474f1f8b0bb"); err != nil || got != want {
		t.Errorf("%s, %v; want %s", got, err, want)
	}
}
