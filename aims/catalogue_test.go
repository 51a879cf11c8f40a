package aims_test

import (
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/google/go-cmp/cmp"
)

// standardFacts is the table of numbers and titles in testdata, which was
// collected apart from the catalogue.
type standardFacts struct {
	Edition string
	Clauses []struct {
		ID          aims.Clause
		Title       string
		Requirement bool
	}
	DocumentedInformation []struct {
		Clause aims.Clause
		Item   string
		Kind   aims.DocumentedKind
	}
	AnnexA []struct {
		Group      aims.ControlID
		Objectives []aims.ControlID
		Controls   []aims.ControlID
	}
}

func readFacts(t *testing.T) standardFacts {
	t.Helper()
	data, err := os.ReadFile("testdata/iso42001.json")
	if err != nil {
		t.Fatal(err)
	}
	var f standardFacts
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestCatalogueHasTheNumbersAndTitlesOfTheStandard(t *testing.T) {
	type entry struct {
		Clause aims.Clause
		Title  string
		Leaf   bool
	}
	var want, got []entry
	facts := readFacts(t)
	for _, c := range facts.Clauses {
		want = append(want, entry{c.ID, c.Title, c.Requirement})
	}
	c := aims.Edition2023()
	for r := range c.All() {
		got = append(got, entry{r.Clause, r.Title, r.Leaf()})
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if !strings.Contains(c.Edition(), facts.Edition) {
		t.Errorf("edition %q, facts are of %q", c.Edition(), facts.Edition)
	}
	for _, text := range []string{c.Attribution().Source, c.Attribution().Wording, c.Attribution().Confidence} {
		if text == "" {
			t.Errorf("attribution is incomplete: %+v", c.Attribution())
		}
	}
	leaves := slices.Collect(c.Leaves())
	if top := slices.Collect(c.Children("")); len(leaves) != 32 || len(top) != 7 {
		t.Errorf("%d leaves below %d clauses, want 32 below 7", len(leaves), len(top))
	}
}

func TestCatalogueHasTheDocumentedInformationOfTheStandard(t *testing.T) {
	type row struct {
		Clause aims.Clause
		Item   string
		Kind   aims.DocumentedKind
	}
	var want, got []row
	for _, d := range readFacts(t).DocumentedInformation {
		want = append(want, row(d))
	}
	for r := range aims.Edition2023().All() {
		for _, d := range r.Documented {
			got = append(got, row{r.Clause, d.Item, d.Kind})
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

func TestCatalogueRelatesControlsThatExist(t *testing.T) {
	known := make(map[aims.ControlID]bool)
	for _, g := range readFacts(t).AnnexA {
		for _, id := range g.Controls {
			known[id] = true
		}
	}
	related := make(map[aims.Clause][]aims.ControlID)
	for r := range aims.Edition2023().All() {
		related[r.Clause] = r.Controls
		for _, id := range r.Controls {
			if !known[id] {
				t.Errorf("%s relates %s, which is no control", r.Clause, id)
			}
		}
		if !slices.IsSortedFunc(r.Controls, aims.ControlID.Compare) || !r.Leaf() && len(r.Controls) > 0 {
			t.Errorf("%s: controls out of order or on a heading: %v", r.Clause, r.Controls)
		}
	}
	// Controls that ask for the same as a clause cannot be excluded.
	for clause, ids := range map[aims.Clause][]aims.ControlID{
		"5.2": {"A.2.2"}, "5.3": {"A.3.2"},
		"6.1.4": {"A.5.2", "A.5.3", "A.5.4", "A.5.5"}, "8.4": {"A.5.2", "A.5.3", "A.5.4", "A.5.5"},
	} {
		for _, id := range ids {
			if !slices.Contains(related[clause], id) {
				t.Errorf("%s does not relate %s", clause, id)
			}
		}
	}
}

// The catalogue is the library's own writing: every entry says something, and
// nothing is said twice.
func TestCatalogueTexts(t *testing.T) {
	seen := make(map[string]string)
	once := func(where, text string) {
		key := strings.ToLower(text)
		if other, ok := seen[key]; ok {
			t.Errorf("%s says the same as %s: %s", where, other, text)
		}
		seen[key] = where
		if !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "?") || strings.TrimSpace(text) != text || strings.Contains(text, "  ") {
			t.Errorf("%s is no clean sentence: %q", where, text)
		}
		if strings.Contains(strings.ToLower(text), "shall be ") || strings.Contains(text, "The organization shall") {
			t.Errorf("%s sounds like the standard: %q", where, text)
		}
	}
	for r := range aims.Edition2023().All() {
		once(string(r.Clause), r.Summary)
		if len(r.Summary) < 60 || strings.Contains(strings.ToLower(r.Summary), strings.ToLower(r.Title)) && len(r.Summary) < 2*len(r.Title) {
			t.Errorf("%s: summary is too short or repeats the title: %q", r.Clause, r.Summary)
		}
		core := 0
		for i, p := range r.Points {
			once(string(p.ID), p.Text)
			if want := aims.PointID(string(r.Clause) + "/" + string(rune('a'+i))); p.ID != want {
				t.Errorf("point %s stands where %s belongs", p.ID, want)
			}
			if len(p.Text) < 20 {
				t.Errorf("%s says too little: %q", p.ID, p.Text)
			}
			if p.Core {
				core++
			}
		}
		if r.Leaf() && core == 0 {
			t.Errorf("%s has no core point", r.Clause)
		}
		if core == len(r.Points) && core > 2 {
			t.Errorf("%s: all %d points are core", r.Clause, core)
		}
	}
}

func TestCatalogueEventDriven(t *testing.T) {
	var whole []aims.Clause
	var points []aims.PointID
	for r := range aims.Edition2023().All() {
		if r.EventDriven() {
			whole = append(whole, r.Clause)
			continue
		}
		for _, p := range r.Points {
			if p.EventDriven {
				points = append(points, p.ID)
			}
		}
	}
	if d := cmp.Diff([]aims.Clause{"6.3", "10.2"}, whole); d != "" {
		t.Errorf("event-driven as a whole (-want +got)\n%s", d)
	}
	if d := cmp.Diff([]aims.PointID{"8.3/c", "8.3/d"}, points); d != "" {
		t.Errorf("event-driven in part (-want +got)\n%s", d)
	}
}

func TestCatalogueLookup(t *testing.T) {
	c := aims.Edition2023()
	for r := range c.All() {
		got, ok := c.Lookup(r.Clause)
		if d := cmp.Diff(r, got); !ok || d != "" {
			t.Errorf("Lookup(%s) = %v (-want +got)\n%s", r.Clause, ok, d)
		}
		for _, p := range r.Points {
			if got, ok := c.Point(p.ID); !ok || got != p {
				t.Errorf("Point(%s) = %+v, %v", p.ID, got, ok)
			}
		}
	}
	for _, no := range []aims.Clause{"", "3", "4.5", "6.1.5", "7.5.4", "9.2.3", "10.3", "11", "A.2.2", "4.", "04.1"} {
		if r, ok := c.Lookup(no); ok || r.Title != "" || r.Leaf() {
			t.Errorf("Lookup(%q) = %+v, %v", no, r, ok)
		}
	}
	for _, no := range []aims.PointID{"", "4", "4/a", "4.1", "4.1/", "4.1/z", "4.1/A", "4.1/aa", "9.9/a"} {
		if p, ok := c.Point(no); ok || p != (aims.Point{}) {
			t.Errorf("Point(%q) = %+v, %v", no, p, ok)
		}
	}
}

func TestCatalogueChildren(t *testing.T) {
	c := aims.Edition2023()
	for parent, want := range map[aims.Clause][]aims.Clause{
		"":      {"4", "5", "6", "7", "8", "9", "10"},
		"6":     {"6.1", "6.2", "6.3"},
		"6.1":   {"6.1.1", "6.1.2", "6.1.3", "6.1.4"},
		"10":    {"10.1", "10.2"},
		"6.1.1": nil,
		"99":    nil,
	} {
		var got []aims.Clause
		for r := range c.Children(parent) {
			got = append(got, r.Clause)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("Children(%q) (-want +got)\n%s", parent, d)
		}
	}
	for range c.Leaves() {
		break // an early end is no accident
	}
}

func TestCatalogueZeroValue(t *testing.T) {
	var c aims.Catalogue
	if _, ok := c.Lookup("4.1"); ok {
		t.Error("the zero catalogue knows 4.1")
	}
	if _, ok := c.Point("4.1/a"); ok {
		t.Error("the zero catalogue knows 4.1/a")
	}
	for r := range c.All() {
		t.Errorf("the zero catalogue lists %s", r.Clause)
	}
	if c.Edition() != "" || c.Attribution() != (aims.Attribution{}) {
		t.Error("the zero catalogue claims an edition")
	}
}

// Nobody can change a catalogue that somebody else uses.
func TestCataloguesShareNothing(t *testing.T) {
	scribble := func(r aims.Requirement) {
		for i := range r.Points {
			r.Points[i].Text = "scribble"
		}
		for i := range r.Documented {
			r.Documented[i].Item = "scribble"
		}
		for i := range r.Controls {
			r.Controls[i] = "A.99"
		}
	}
	want := slices.Collect(aims.Edition2023().All())
	for r := range aims.Edition2023().All() {
		scribble(r)
	}
	if d := cmp.Diff(want, slices.Collect(aims.Edition2023().All())); d != "" {
		t.Errorf("another call of Edition2023 shows the change (-want +got)\n%s", d)
	}

	mine := slices.Collect(aims.Edition2023().All())
	own, err := aims.NewCatalogue("own", aims.Attribution{Source: "own"}, mine)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range mine {
		scribble(r)
	}
	if d := cmp.Diff(want, slices.Collect(own.All())); d != "" {
		t.Errorf("NewCatalogue kept the caller's lists (-want +got)\n%s", d)
	}
}

func TestNewCatalogueAcceptsTheEdition(t *testing.T) {
	c := aims.Edition2023()
	own, err := aims.NewCatalogue(c.Edition(), c.Attribution(), slices.Collect(c.All()))
	if err != nil {
		t.Fatal(err)
	}
	if own.Edition() != c.Edition() || own.Attribution() != c.Attribution() {
		t.Errorf("edition %q, attribution %+v", own.Edition(), own.Attribution())
	}
	if d := cmp.Diff(slices.Collect(c.All()), slices.Collect(own.All())); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

func TestNewCatalogueProblems(t *testing.T) {
	point := func(id aims.PointID) aims.Point { return aims.Point{ID: id, Text: "What is to be seen.", Core: true} }
	heading := func(c aims.Clause) aims.Requirement {
		return aims.Requirement{Clause: c, Title: "Heading", Summary: "What stands below."}
	}
	leaf := func(c aims.Clause) aims.Requirement {
		r := heading(c)
		r.Points = []aims.Point{point(aims.PointID(c + "/a"))}
		return r
	}
	with := func(r aims.Requirement, change func(*aims.Requirement)) aims.Requirement {
		change(&r)
		return r
	}
	source := aims.Attribution{Source: "own"}
	for _, tt := range []struct {
		desc         string
		edition      string
		attribution  aims.Attribution
		requirements []aims.Requirement
		want         []string // pointer, code
	}{
		{
			"nothing at all", "",
			aims.Attribution{},
			nil,
			[]string{"/edition aims/missing", "/attribution/source aims/missing", "/requirements aims/missing"},
		},
		{
			"attribution with control characters", "own",
			aims.Attribution{Source: "own", Wording: "\x00", Confidence: "\x00"},
			[]aims.Requirement{leaf("4")},
			[]string{"/attribution/wording aims/text-malformed", "/attribution/confidence aims/text-malformed"},
		},
		{
			"empty entry", "own", source,
			[]aims.Requirement{{}},
			[]string{"/requirements/0/clause aims/missing", "/requirements/0/title aims/missing", "/requirements/0/summary aims/missing", "/requirements/0/points aims/missing"},
		},
		{
			"malformed number", "own", source,
			[]aims.Requirement{leaf("four")},
			[]string{"/requirements/0/clause aims/code-malformed"},
		},
		{
			"out of order: ten before four", "own", source,
			[]aims.Requirement{leaf("10"), leaf("4")},
			[]string{"/requirements/1/clause aims/out-of-order"},
		},
		{
			"numeric order is the right one", "own", source,
			[]aims.Requirement{leaf("4"), leaf("10")},
			nil,
		},
		{
			"twice", "own", source,
			[]aims.Requirement{leaf("4"), leaf("4")},
			[]string{"/requirements/1/clause aims/twice"},
		},
		{
			"heading missing", "own", source,
			[]aims.Requirement{leaf("4"), leaf("6.1")},
			[]string{"/requirements/1/clause aims/heading-missing"},
		},
		{
			"heading after its child", "own", source,
			[]aims.Requirement{leaf("6.1"), heading("6")},
			[]string{"/requirements/0/clause aims/heading-missing", "/requirements/1/clause aims/out-of-order"},
		},
		{
			"points on a heading", "own", source,
			[]aims.Requirement{leaf("6"), leaf("6.1")},
			[]string{"/requirements/0/points aims/points-on-heading"},
		},
		{
			"leaf without points", "own", source,
			[]aims.Requirement{heading("6"), heading("6.1")},
			[]string{"/requirements/1/points aims/missing"},
		},
		{
			"no core point", "own", source,
			[]aims.Requirement{with(leaf("6"), func(r *aims.Requirement) { r.Points[0].Core = false })},
			[]string{"/requirements/0/points aims/core-point-missing"},
		},
		{
			"points of another clause, skipped and repeated letters, empty text", "own", source,
			[]aims.Requirement{with(leaf("6"), func(r *aims.Requirement) {
				r.Points = []aims.Point{point("7/a"), point("6/c"), point("6/c"), {ID: "6/d"}}
			})},
			[]string{
				"/requirements/0/points/0/id aims/point-misplaced", "/requirements/0/points/1/id aims/point-misplaced",
				"/requirements/0/points/3/text aims/missing",
			},
		},
		{
			"more points than letters", "own", source,
			[]aims.Requirement{with(leaf("6"), func(r *aims.Requirement) { r.Points = make([]aims.Point, aims.MaxPoints+1) })},
			[]string{"/requirements/0/points aims/too-many"},
		},
		{
			"documented information", "own", source,
			[]aims.Requirement{with(leaf("6"), func(r *aims.Requirement) {
				r.Documented = []aims.Documented{{Item: "x", Kind: aims.Retained}, {Kind: "file"}, {Item: "x"}}
			})},
			[]string{
				"/requirements/0/documented/1/item aims/missing", "/requirements/0/documented/1/kind aims/word-unknown",
				"/requirements/0/documented/2/kind aims/missing",
			},
		},
		{
			"controls", "own", source,
			[]aims.Requirement{with(leaf("6"), func(r *aims.Requirement) { r.Controls = []aims.ControlID{"A.2.2", "5.2", "A.2.2"} })},
			[]string{"/requirements/0/controls/1 aims/code-malformed", "/requirements/0/controls/2 aims/twice"},
		},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			c, err := aims.NewCatalogue(tt.edition, tt.attribution, tt.requirements)
			var got []string
			for _, p := range aims.Problems(err) {
				got = append(got, p.Path+" "+string(p.Code))
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
			if err != nil && (!errors.Is(err, aims.ErrInvalid) || c.Edition() != "") {
				t.Errorf("refused with %v, and returned %q", err, c.Edition())
			}
		})
	}
}

// A catalogue of any size finds every entry and nothing else.
func TestCatalogueLookupInLargeCatalogue(t *testing.T) {
	var all []aims.Requirement
	entry := func(c aims.Clause, points ...aims.Point) {
		all = append(all, aims.Requirement{Clause: c, Title: "x", Summary: "x", Points: points})
	}
	for i := range 30 {
		top := aims.Clause("").Child(i + 1)
		entry(top)
		for j := range 40 {
			c := top.Child(j + 1)
			entry(c, aims.Point{ID: aims.PointID(c + "/a"), Text: "x", Core: true})
		}
	}
	c, err := aims.NewCatalogue("large", aims.Attribution{Source: "own"}, all)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		if got, ok := c.Lookup(r.Clause); !ok || got.Clause != r.Clause {
			t.Fatalf("Lookup(%s) = %s, %v", r.Clause, got.Clause, ok)
		}
		if got, ok := c.Lookup(r.Clause.Child(99)); ok {
			t.Fatalf("Lookup(%s) = %s", r.Clause.Child(99), got.Clause)
		}
	}
}

func TestRequirementJSON(t *testing.T) {
	for want := range aims.Edition2023().All() {
		data, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got aims.Requirement
		if err := json.Unmarshal(data, &got); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got)\n%s", want.Clause, d)
		}
	}
	var d aims.Documented
	if err := json.Unmarshal([]byte(`{"item":"x","kind":"Record"}`), &d); err == nil {
		t.Error("kind Record was read; the word is record")
	}
}

func TestCatalogueLookupAllocatesNothing(t *testing.T) {
	c := aims.Edition2023()
	if n := testing.AllocsPerRun(100, func() {
		if _, ok := c.Lookup("6.1.3"); !ok {
			t.Fatal("6.1.3 is not there")
		}
		if _, ok := c.Point("6.1.3/f"); !ok {
			t.Fatal("6.1.3/f is not there")
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// The yardstick is a plain map of the same entries.
func BenchmarkCatalogueLookup(b *testing.B) {
	c := aims.Edition2023()
	b.Run("catalogue", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, ok := c.Lookup("6.1.3"); !ok {
				b.Fatal("6.1.3 is not there")
			}
		}
	})
	plain := make(map[aims.Clause]aims.Requirement)
	for r := range c.All() {
		plain[r.Clause] = r
	}
	b.Run("map", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, ok := plain["6.1.3"]; !ok {
				b.Fatal("6.1.3 is not there")
			}
		}
	})
}

func BenchmarkCataloguePoint(b *testing.B) {
	c := aims.Edition2023()
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := c.Point("6.1.3/f"); !ok {
			b.Fatal("6.1.3/f is not there")
		}
	}
}

func BenchmarkEdition2023(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		aims.Edition2023()
	}
}

func TestCatalogueDigest(t *testing.T) {
	digest := func(c aims.Catalogue) aims.Digest {
		d, err := c.Digest()
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	edition := aims.Edition2023()
	own, err := aims.NewCatalogue(edition.Edition(), edition.Attribution(), slices.Collect(edition.All()))
	if err != nil || digest(own) != digest(edition) || digest(edition) != digest(aims.Edition2023()) {
		t.Errorf("the same requirements have other digests: %v", err)
	}
	changed := slices.Collect(edition.All())
	for i := range changed {
		changed[i].Points = slices.Clone(changed[i].Points)
		for j := range changed[i].Points {
			changed[i].Points[j].Core = true
		}
	}
	strict, err := aims.NewCatalogue(edition.Edition(), edition.Attribution(), changed)
	if err != nil || digest(strict) == digest(edition) {
		t.Errorf("other core points leave the digest: %v", err)
	}
	if digest(aims.Catalogue{}) == digest(edition) {
		t.Error("an empty catalogue has the digest of a full one")
	}
}
