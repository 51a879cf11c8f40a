package audit_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
	"github.com/aimskit/aimskit/risk"
	"github.com/google/go-cmp/cmp"
)

const day = "2026-06-30"

// snapshot returns a small sound snapshot.
func snapshot() audit.Snapshot {
	return audit.Snapshot{
		Format: aims.Format, Taken: aims.MustDate(day),
		Supplied: []aims.Kind{aims.KindPerson, aims.KindPolicy},
		Persons:  []aims.Person{{ID: "p-1"}, {ID: "p-2", ReportsTo: "p-1"}},
		Policies: []aims.Policy{{ID: "policy", Title: "AI policy", Version: "1", Owner: "p-1"}},
	}
}

// problem is what a case expects of one problem.
type problem struct {
	Code aims.Code
	Path string
	Ref  string
}

func brief(list []aims.Problem) []problem {
	var out []problem
	for _, p := range list {
		out = append(out, problem{p.Code, p.Path, p.Ref.String()})
	}
	return out
}

func TestOpenReportsEverything(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(*audit.Snapshot)
		want []problem
	}{
		{"sound", func(*audit.Snapshot) {}, nil},
		{"no format", func(s *audit.Snapshot) { s.Format = "" }, []problem{{aims.FormatUnknown, "/format", ""}}},
		{"no day", func(s *audit.Snapshot) { s.Taken = 0 }, []problem{{aims.Missing, "/taken", ""}}},
		{"unknown kind", func(s *audit.Snapshot) { s.Supplied = append(s.Supplied, "planet") }, []problem{{audit.KindUnknown, "/supplied/2", ""}}},
		{"a list in place of the kind of its records", func(s *audit.Snapshot) { s.Supplied = append(s.Supplied, "policies") }, []problem{{audit.KindList, "/supplied/2", ""}}},
		{"bad organization", func(s *audit.Snapshot) { s.Organization = &aims.Organization{} }, []problem{{aims.Missing, "/organization/id", ""}}},
		{"bad records", func(s *audit.Snapshot) { s.Persons[1].ID = "p 2"; s.Policies[0].Title = "" }, []problem{
			{aims.IDMalformed, "/persons/1/id", ""}, {aims.Missing, "/policies/0/title", "policy/policy"},
		}},
		{"same id", func(s *audit.Snapshot) { s.Persons[1] = aims.Person{ID: "p-1"} }, []problem{{audit.IDTwice, "/persons/1/id", "person/p-1"}}},
		{"same id but for case", func(s *audit.Snapshot) { s.Persons[1] = aims.Person{ID: "P-1"} }, []problem{{audit.IDCase, "/persons/1/id", "person/P-1"}}},
		{"dangling", func(s *audit.Snapshot) { s.Policies[0].Owner = "p-3"; s.Persons[1].ReportsTo = "p-4" }, []problem{
			{audit.Dangling, "/persons/1/reportsTo", "person/p-2"}, {audit.Dangling, "/policies/0/owner", "policy/policy"},
		}},
		{"reference to a kind that is not supplied", func(s *audit.Snapshot) { s.Policies[0].Document = "d-1" }, nil},
		{"dangling inside a list", func(s *audit.Snapshot) {
			s.Policies[0].Approvals = []aims.Approval{
				{By: "p-1", On: 1, Digest: aims.DigestBytes(nil)}, {By: "p-9", On: 1, Digest: aims.DigestBytes(nil)},
			}
		}, []problem{{audit.Dangling, "/policies/0/approvals/1/by", "policy/policy"}}},
		{"dangling in the organization", func(s *audit.Snapshot) {
			s.Organization = &aims.Organization{ID: "o", Reviews: []aims.Review{{On: 1, By: "p-9", Outcome: "x"}}}
		}, []problem{{audit.Dangling, "/organization/reviews/0/by", "organization/o"}}},
		{"dangling into a kind with a bad record", func(s *audit.Snapshot) { s.Persons[1].ReportsTo = "p-9"; s.Persons[0].ID = "p 1" }, []problem{
			{aims.IDMalformed, "/persons/0/id", ""}, {audit.Dangling, "/persons/1/reportsTo", "person/p-2"}, {audit.Dangling, "/policies/0/owner", "policy/policy"},
		}},
		{"same id as a bad record", func(s *audit.Snapshot) {
			s.Policies = []aims.Policy{{ID: "a", Version: "1"}, {ID: "a", Title: "t", Version: "1"}}
		}, []problem{{aims.Missing, "/policies/0/title", "policy/a"}, {audit.IDTwice, "/policies/1/id", "policy/a"}}},
		{"gaps stated for what does not exist", func(s *audit.Snapshot) {
			for _, k := range []aims.Key{aims.ClauseKey("6.1.2"), aims.ClauseKey("6.1"), aims.PointKey("6.1.2/a"), aims.ClauseKey("11.4"), aims.ControlKey("A.6.2.1"), {Framework: "iso27001", ID: "A.5.2"}} {
				s.GapStatements = append(s.GapStatements, audit.GapStatement{ID: audit.GapID("g" + strconv.Itoa(len(s.GapStatements))), Key: k, Practice: "p", On: 1})
			}
		}, []problem{
			{audit.KeyUnknown, "/gapStatements/1/key", "gap-statement/g1"},
			{audit.KeyUnknown, "/gapStatements/2/key", "gap-statement/g2"},
			{audit.KeyUnknown, "/gapStatements/3/key", "gap-statement/g3"},
			{controls.ObjectiveNotControl, "/gapStatements/4/key", "gap-statement/g4"},
		}},
		{"statement on a control that does not exist", func(s *audit.Snapshot) {
			s.Statements = []controls.Statement{{ID: "soa", Version: "1", Rows: []controls.Row{
				{Control: aims.ControlKey("A.2.2")}, {Control: aims.ControlKey("A.6.2.1")},
			}}}
		}, []problem{{controls.ObjectiveNotControl, "/statements/0/rows/1/control", "statement-of-applicability/soa"}}},
		{"statement on an own control", func(s *audit.Snapshot) {
			key := aims.Key{Framework: aims.FrameworkOwn, ID: "C-7"}
			s.OwnControls = []controls.Custom{{Key: key, Title: "t", Purpose: "p", Why: "w"}}
			s.Statements = []controls.Statement{{ID: "soa", Version: "1", Rows: []controls.Row{{Control: key}}}}
		}, nil},
		{"own control twice", func(s *audit.Snapshot) {
			c := controls.Custom{Key: aims.Key{Framework: aims.FrameworkOwn, ID: "C-7"}, Title: "t", Purpose: "p", Why: "w"}
			s.OwnControls = []controls.Custom{c, c}
		}, []problem{{audit.IDTwice, "/ownControls/1/id", "custom-control/own.C-7"}}},
		{
			"bad own control", func(s *audit.Snapshot) {
				s.OwnControls = []controls.Custom{{Key: aims.ControlKey("A.2.2"), Title: "t", Purpose: "p", Why: "w"}}
			},
			[]problem{{controls.KeyReserved, "/ownControls/0/key", "custom-control/iso42001.A.2.2"}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := snapshot()
			c.edit(&s)
			v, err := audit.Open(s, audit.Options{})
			if diff := cmp.Diff(c.want, brief(aims.Problems(err))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if (v == nil) != (len(c.want) > 0) || err != nil && !errors.Is(err, aims.ErrInvalid) {
				t.Errorf("view %v, error %v", v, err)
			}
			for _, p := range aims.Problems(err) {
				if strings.ContainsAny(p.Sentence(), "{}") {
					t.Errorf("an argument is missing: %s", p)
				}
			}
		})
	}
}

// TestProblemsInTheSameOrder: the same snapshot gives the same problems in
// the same order every time.
func TestProblemsInTheSameOrder(t *testing.T) {
	s := snapshot()
	s.Format, s.Persons[0].ID, s.Policies[0].Title, s.Persons[1].ReportsTo = "x", "p-2", "", "nobody"
	_, first := audit.Open(s, audit.Options{})
	for range 50 {
		if _, err := audit.Open(s, audit.Options{}); err.Error() != first.Error() {
			t.Fatalf("first\n%v\nthen\n%v", first, err)
		}
	}
}

// TestLenient: bad records are set aside and listed, the rest is kept, and
// absence of their kind proves nothing any more.
func TestLenient(t *testing.T) {
	s := snapshot()
	s.Persons = append(s.Persons, aims.Person{ID: "p 3"}, aims.Person{ID: "p-4", ReportsTo: "p-9"})
	s.Policies[0].Owner = "p-9"
	v, err := audit.Open(s, audit.Options{Lenient: true})
	if err != nil {
		t.Fatal(err)
	}
	want := []problem{{aims.IDMalformed, "/persons/2/id", ""}}
	if diff := cmp.Diff(want, brief(v.Problems())); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if v.Supplied(aims.KindPerson) || !v.Supplied(aims.KindPolicy) {
		t.Error("a kind with records set aside still counts as supplied, or another does not")
	}
	if n := len(slices.Collect(audit.Records[aims.Person](v, v.Taken()))); n != 3 {
		t.Errorf("%d persons kept", n)
	}
	if len(s.Persons) != 4 {
		t.Error("the caller's snapshot was changed")
	}

	s = snapshot()
	s.Policies[0].Owner = "p-9"
	if v, err = audit.Open(s, audit.Options{Lenient: true}); err != nil || len(v.Problems()) != 1 || !v.Supplied(aims.KindPolicy) {
		t.Errorf("a dangling reference cost the record: %v", err)
	}
	s.Format = "aimskit/9.9"
	if _, err = audit.Open(s, audit.Options{Lenient: true}); err == nil {
		t.Error("a snapshot of an unknown format was opened")
	}
}

// TestLenientReadingTells: what was set aside changes the digest, so that a
// result tells from which records it was made.
func TestLenientReadingTells(t *testing.T) {
	none, aside := snapshot(), snapshot()
	none.Policies = nil
	aside.Policies[0].Title = ""
	var digests []aims.Digest
	for _, s := range []audit.Snapshot{none, aside} {
		v, err := audit.Open(s, audit.Options{Lenient: true})
		if err != nil {
			t.Fatal(err)
		}
		d, err := v.Digest()
		if err != nil {
			t.Fatal(err)
		}
		digests = append(digests, d)
	}
	if digests[0] == digests[1] {
		t.Error("a policy set aside and no policy have one digest")
	}
	doc := []byte(`{"format":"aimskit/0.1","taken":"2026-06-30","supplied":["person","policy"],"persons":[{"id":1}]}`)
	s, _, err := audit.Decode(doc, aims.DecodeOptions{Lenient: true})
	if err != nil || len(s.Supplied) != 1 || s.Supplied[0] != aims.KindPolicy {
		t.Errorf("supplied after decoding: %v, %v", s.Supplied, err)
	}
}

func TestReadTakesLimitsAndNewerVersions(t *testing.T) {
	newer := []byte(`{"format":"aimskit/0.2","taken":"2026-06-30","weather":"fine"}`)
	if _, err := audit.Read(newer, audit.Options{}); err == nil {
		t.Error("a newer version was read unasked")
	}
	if _, err := audit.Read(newer, audit.Options{Decode: aims.DecodeOptions{Newer: true}}); err != nil {
		t.Error(err)
	}
	if _, err := audit.Read(newer, audit.Options{Decode: aims.DecodeOptions{Newer: true, MaxBytes: 10}}); aims.Problems(err)[0].Code != aims.TooLarge {
		t.Error(err)
	}
}

func TestReadTranslatesPointers(t *testing.T) {
	doc := `{"format":"aimskit/0.1","taken":"2026-06-30","supplied":["person","policy"],
		"persons":[{"id":"p-1","topManagement":"perhaps"},{"id":"p-2"},{"id":"p 3"},{"id":"p-4","reportsTo":"p-2"}],
		"policies":[{"id":"a","title":"t","version":"1"},{"id":"b","title":"t","version":"1","owner":"p-2","ownr":"x"}]}`
	_, err := audit.Read([]byte(doc), audit.Options{})
	want := []problem{{aims.UnknownWord, "/persons/0/topManagement", ""}, {aims.UnknownMember, "/policies/1/ownr", ""}}
	if diff := cmp.Diff(want, brief(aims.Problems(err))); diff != "" {
		t.Errorf("strict (-want +got)\n%s", diff)
	}
	v, err := audit.Read([]byte(doc), audit.Options{Lenient: true})
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, problem{aims.IDMalformed, "/persons/2/id", ""})
	if diff := cmp.Diff(want, brief(v.Problems())); diff != "" {
		t.Errorf("lenient (-want +got)\n%s", diff)
	}
	if v.Supplied(aims.KindPerson) || v.Supplied(aims.KindPolicy) {
		t.Error("a kind with records set aside still counts as supplied")
	}
	if _, found := audit.Find[aims.Person](v, aims.PersonID("p-4"), v.Taken()); !found {
		t.Error("a good record is gone")
	}
	bad := strings.Replace(doc, `"topManagement":"perhaps"`, `"reportsTo":"p-1"`, 1)
	bad = strings.Replace(bad, `,"ownr":"x"`, "", 1)
	_, err = audit.Read([]byte(bad), audit.Options{})
	want = []problem{{aims.SelfReference, "/persons/0/reportsTo", "person/p-1"}, {aims.IDMalformed, "/persons/2/id", ""}}
	if diff := cmp.Diff(want, brief(aims.Problems(err))); diff != "" {
		t.Errorf("decoded but malformed (-want +got)\n%s", diff)
	}
}

func TestReadRefusesOtherFormats(t *testing.T) {
	for _, c := range []struct {
		doc  string
		want aims.Code
	}{
		{`{"format":"aimskit/0.2","taken":"2026-06-30"}`, aims.NewerFormat},
		{`{"format":"aimskit/1.0","taken":"2026-06-30"}`, aims.FormatUnknown},
		{`{"format":"other/0.1"}`, aims.FormatUnknown},
		{`{"taken":"2026-06-30"}`, aims.FormatMissing},
		{`{"taken":"2026-06-30","format":"aimskit/0.1"}`, aims.FormatMissing},
		{`{"format":1}`, aims.FormatMissing},
		{`{}`, aims.FormatMissing},
		{`[]`, aims.WrongType},
		{`{`, aims.Syntax},
		{``, aims.Syntax},
	} {
		_, err := audit.Read([]byte(c.doc), audit.Options{})
		if got := aims.Problems(err); len(got) != 1 || got[0].Code != c.want {
			t.Errorf("%s: got %v, want %s", c.doc, err, c.want)
		}
	}
}

// TestEveryListIsKnown: every list of records in a snapshot is among those
// that Open checks and Records finds.
func TestEveryListIsKnown(t *testing.T) {
	record := reflect.TypeFor[aims.Record]()
	n := 0
	for f := range reflect.TypeFor[audit.Snapshot]().Fields() {
		if f.Type.Kind() == reflect.Slice && f.Type.Elem().Implements(record) {
			n++
			kind := reflect.Zero(f.Type.Elem()).Interface().(aims.Record).Ref().Kind
			if !slices.Contains(audit.Kinds(), kind) {
				t.Errorf("%s is not among the kinds of a snapshot", f.Name)
			}
		}
	}
	if n+1 != len(audit.Kinds()) {
		t.Errorf("%d lists and the organization, %d kinds", n, len(audit.Kinds()))
	}
}

func TestRecordsAreSeenFromTheirDay(t *testing.T) {
	s := snapshot()
	s.Persons[1].Recorded = aims.MustDate("2026-03-01")
	s.Organization = &aims.Organization{ID: "o", Recorded: aims.MustDate("2026-03-01")}
	v, err := audit.Open(s, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for at, want := range map[string]int{"2026-02-28": 1, "2026-03-01": 2} {
		if got := len(slices.Collect(audit.Records[aims.Person](v, aims.MustDate(at)))); got != want {
			t.Errorf("%s: %d persons, want %d", at, got, want)
		}
		_, found := audit.Find[aims.Person](v, aims.PersonID("p-2"), aims.MustDate(at))
		_, organized := v.Organization(aims.MustDate(at))
		if found != (want == 2) || organized != (want == 2) {
			t.Errorf("%s: found %v, organization %v", at, found, organized)
		}
	}
	for p := range audit.Records[aims.Person](v, v.Taken()) {
		if p.ID != "p-1" {
			t.Error("the iterator went on")
		}
		break
	}
	if _, found := audit.Find[aims.Person](v, aims.PersonID("p-3"), v.Taken()); found {
		t.Error("a stranger was found")
	}
	if _, found := audit.Find[aims.Issue](v, aims.IssueID("p-1"), v.Taken()); found {
		t.Error("a record of another kind was found")
	}
}

func TestDigestFollowsTheRecords(t *testing.T) {
	digest := func(s audit.Snapshot) aims.Digest {
		v, err := audit.Open(s, audit.Options{})
		if err != nil {
			t.Fatal(err)
		}
		d, err := v.Digest()
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	a, b := snapshot(), snapshot()
	b.Ext = map[string]string{"host": "x"}
	if digest(a) != digest(b) {
		t.Error("the host's own fields change the digest")
	}
	b.Policies[0].Title = "Policy on AI"
	if digest(a) == digest(b) {
		t.Error("a changed record leaves the digest")
	}
}

// TestSnapshotRoundTrips: a whole system goes through JSON unchanged.
func TestSnapshotRoundTrips(t *testing.T) {
	want := gen.Conforming()
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	got, _, err := audit.Decode(data, aims.DecodeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if _, err := audit.Read(data, audit.Options{}); err != nil {
		t.Error(err)
	}
}

func TestGapStatement(t *testing.T) {
	full := audit.GapStatement{
		ID: "g", Recorded: 10, Key: aims.ClauseKey("5.2"), Practice: "none", Verdict: aims.MajorGap,
		Maturity: aims.Managed, Effort: aims.AmountInt(3), By: "p-1", On: 20, Evidence: []aims.EvidenceID{"e"}, Ext: map[string]string{"k": "v"},
	}
	if err := full.Validate(); err != nil || full.Since() != 20 || full.Ref().String() != "gap-statement/g" {
		t.Errorf("%v, since %d, ref %s", err, full.Since(), full.Ref())
	}
	bad := audit.GapStatement{Verdict: 9, Maturity: 7, Effort: aims.AmountInt(-1), By: "-", Evidence: []aims.EvidenceID{"e", "e"}, Recorded: -1}
	want := []problem{
		{aims.Missing, "/id", ""},
		{aims.DateMalformed, "/recorded", ""},
		{aims.Missing, "/key", ""},
		{aims.Missing, "/practice", ""},
		{aims.WordUnknown, "/verdict", ""},
		{aims.WordUnknown, "/maturity", ""},
		{aims.Negative, "/effort", ""},
		{aims.IDMalformed, "/by", ""},
		{aims.Missing, "/on", ""},
		{aims.Twice, "/evidence/1", ""},
	}
	if diff := cmp.Diff(want, brief(aims.Problems(bad.Validate()))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	var seen []string
	l := aims.Linker{}
	l.Visit = func(to aims.Ref) { seen = append(seen, l.Path()+" "+to.String()) }
	full.Links(&l)
	if diff := cmp.Diff([]string{"/by person/p-1", "/evidence/0 evidence/e"}, seen); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestOpenWithOwnControlsInTheCatalogue: controls that the host's catalogue
// holds already may stand in the snapshot too, and a statement may speak of
// either.
func TestOpenWithOwnControlsInTheCatalogue(t *testing.T) {
	own := func(id string) controls.Custom {
		return controls.Custom{Key: aims.Key{Framework: aims.FrameworkOwn, ID: id}, Title: "t", Purpose: "p", Why: "w"}
	}
	catalogue, err := controls.Edition2023().With(own("C-1"), own("C-2"))
	if err != nil {
		t.Fatal(err)
	}
	s := snapshot()
	s.OwnControls = []controls.Custom{own("C-3"), own("C-2")}
	s.Statements = []controls.Statement{{ID: "soa", Version: "1"}}
	for _, id := range []string{"C-1", "C-2", "C-3", "C-4"} {
		s.Statements[0].Rows = append(s.Statements[0].Rows, controls.Row{Control: own(id).Key})
	}
	_, err = audit.Open(s, audit.Options{Controls: catalogue})
	if diff := cmp.Diff([]problem{{controls.KeyUnknown, "/statements/0/rows/3/control", "statement-of-applicability/soa"}}, brief(aims.Problems(err))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestOpenFoldsIds: two ids of a list collide when they are the same but for
// case, and the first one of them is named, whichever ids are in lower case.
func TestOpenFoldsIds(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	all := []aims.PersonID{"a", "A", "b", "B", "c", "aB", "ab", "AB", "Ab"}
	for range 2000 {
		s := snapshot()
		s.Policies, s.Persons = nil, make([]aims.Person, rnd.IntN(8))
		var want []problem
		for i := range s.Persons {
			id := all[rnd.IntN(len(all))]
			s.Persons[i].ID = id
			same := func(p aims.Person) bool { return strings.EqualFold(string(p.ID), string(id)) }
			if first := slices.IndexFunc(s.Persons[:i], same); first >= 0 {
				code := audit.IDCase
				if s.Persons[first].ID == id {
					code = audit.IDTwice
				}
				want = append(want, problem{code, "/persons/" + strconv.Itoa(i) + "/id of /persons/" + strconv.Itoa(first), "person/" + string(id)})
			}
		}
		_, err := audit.Open(s, audit.Options{})
		var got []problem
		for _, p := range aims.Problems(err) {
			got = append(got, problem{p.Code, p.Path + " of " + p.Args["other"], p.Ref.String()})
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%+v (-want +got)\n%s", s.Persons, diff)
		}
	}
}

// TestOpenIsCheap: a sound snapshot costs no allocation for each record, only
// a few for each list.
func TestOpenIsCheap(t *testing.T) {
	cost := func(records int) float64 {
		s := snapshot()
		for i := range records {
			id := aims.EvidenceID("e-" + strconv.Itoa(i))
			s.Evidence = append(s.Evidence, aims.Evidence{
				ID: id, Title: "t", Form: aims.FormRecord, Location: "l", Owner: "p-1",
				Judgments: []aims.Judgment{{For: aims.ClauseKey("6.1"), On: 1, By: "p-2", Accepted: aims.Yes}},
			})
			s.Risks = append(s.Risks, risk.Risk{
				ID: risk.RiskID("r-" + strconv.Itoa(i)), Title: "t", Evidence: []aims.EvidenceID{id},
				Current: &risk.Rating{Criteria: aims.DigestBytes(nil), Consequences: []risk.Consequence{{Dimension: "d", Level: 2}}, By: "p-1"},
			})
		}
		return testing.AllocsPerRun(5, func() {
			if _, err := audit.Open(s, audit.Options{}); err != nil {
				t.Fatal(err)
			}
		})
	}
	if few, many := cost(10), cost(500); many > few+20 {
		t.Errorf("20 records cost %v allocations, 1000 records %v", few, many)
	}
}

func FuzzRead(f *testing.F) {
	data, err := json.Marshal(gen.Conforming())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"format":"aimskit/0.1","taken":"2026-06-30","persons":[{"id":"p"},{"id":"P"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		strict, err := audit.Read(data, audit.Options{})
		if (strict == nil) == (err == nil) {
			t.Fatalf("view %v, error %v", strict, err)
		}
		lenient, err2 := audit.Read(data, audit.Options{Lenient: true})
		if err == nil && (err2 != nil || len(lenient.Problems()) > 0) {
			t.Fatalf("what reads strictly has problems leniently: %v", err2)
		}
		if err != nil && err2 == nil && len(lenient.Problems()) == 0 {
			t.Fatalf("what is refused strictly has no problems leniently: %v", err)
		}
		if _, _, err := audit.Decode(data, aims.DecodeOptions{}); strict != nil && err != nil {
			t.Fatal(err)
		}
	})
}
