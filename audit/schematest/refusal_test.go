package schematest_test

import (
	"regexp"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// told are the problems that a schema can tell, of a record by itself: of what
// stands twice, texts but not objects with a member in common.
var told = []aims.Code{
	aims.UnknownMember, aims.WrongType, aims.Null, aims.UnknownWord, aims.NumberRange,
	aims.MemberCase, aims.IDMalformed, aims.Missing, aims.Twice,
}

// depends lists what is missing or twice only because of what another member
// says; a schema that told would have to repeat the rules.
var depends = regexp.MustCompile(`^(acceptance /(content|criteria)|(awareness|competence) /person|` +
	`certificate /events/\d+/(ground|outcome)|risk-criteria /matrix/grid/\d+|scope /exclusions/\d+/what|treatment /effects/\d+)$`)

var element = regexp.MustCompile(`/\d+$`)

// The schema refuses nothing that the library accepts, and tells what it can.
func TestMutants(t *testing.T) {
	_, kinds := published(t)
	refused, untold := 0, map[string]bool{}
	for _, s := range samples(t) {
		for _, m := range mutants(t, s.data) {
			want := problems(s.kind, m.data)
			got := kinds[s.kind].Validate(value(t, m.data))
			tells := slices.ContainsFunc(want, func(p aims.Problem) bool {
				place := string(s.kind) + " " + p.Path
				if depends.MatchString(place) {
					untold[place] = true
					return false
				}
				return slices.Contains(told, p.Code) && (p.Code != aims.Twice || element.MatchString(p.Path))
			})
			switch {
			case want == nil && got != nil:
				t.Errorf("%s, %s at %s: the library accepts it, the schema does not: %v", s.name, m.what, m.path, got)
			case tells && got == nil:
				t.Errorf("%s, %s at %s: the schema does not tell %v", s.name, m.what, m.path, want)
			case got != nil:
				refused++
			}
		}
	}
	if refused < 5_000 {
		t.Errorf("only %d mutants were refused: are these all?", refused)
	}
	if len(untold) < 6 {
		t.Errorf("the list of what depends on other members is longer than what does: %v", untold)
	}
}

// The malformed records of the test data are refused where a schema can tell.
func TestFixtures_malformed(t *testing.T) {
	_, kinds := published(t)
	told, all := 0, 0
	for _, f := range fixtures(t) {
		if len(f.Want) == 0 {
			continue
		}
		all++
		err := kinds[f.Kind].Validate(value(t, f.Input))
		structural := slices.ContainsFunc(f.Want, func(p struct{ Code aims.Code }) bool {
			return slices.Contains([]aims.Code{aims.UnknownMember, aims.WrongType, aims.Null, aims.UnknownWord, aims.IDMalformed}, p.Code)
		})
		if structural && err == nil {
			t.Errorf("%s, %s: the schema does not tell %v", f.file, f.Desc, f.Want)
		}
		if err != nil {
			told++
		}
	}
	if told < 50 {
		t.Errorf("only %d of %d malformed records were refused", told, all)
	}
}

// hostile documents are refused as a whole.
func TestDocuments_hostile(t *testing.T) {
	whole, _ := published(t)
	const head = `{"format":"` + aims.Format + `","taken":"2026-06-30"`
	for _, doc := range []string{
		`[]`, `null`, `{}`, `{"format":"` + aims.Format + `"}`, `{"format":"aimskit/9.0","taken":"2026-06-30"}`,
		`{"format":"` + aims.Format + `","taken":"2026-02-30"}`,
		head + `,"suplied":[]}`, head + `,"supplied":["aliens"]}`, head + `,"supplied":null}`,
		head + `,"organization":[]}`, head + `,"persons":{}}`, head + `,"persons":[{}]}`,
		head + `,"persons":[{"id":"p-1","topManagement":true}]}`, head + `,"persons":[{"id":"-"}]}`,
		head + `,"persons":[{"id":"p-1","ext":{"a":1}}]}`, head + `,"Persons":[]}`,
	} {
		if _, err := audit.Read([]byte(doc), audit.Options{}); err == nil {
			t.Errorf("the library reads %s", doc)
		}
		if err := whole.Validate(value(t, []byte(doc))); err == nil {
			t.Errorf("the schema accepts %s", doc)
		}
	}
}
