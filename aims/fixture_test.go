package aims_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/aimskit/aimskit/aims"
)

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
		"/approvals", "/communications", "/ext", "/owner", "/recorded", "/reviewBy", "/reviews", "/withdrawn",
	},
	aims.KindPolicy: {
		"/approvals", "/communications", "/ext", "/owner", "/recorded", "/reviewBy", "/reviews", "/withdrawn",
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
	})
}
