package aims_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/google/go-cmp/cmp"
)

// document is a small type to decode.
type document struct {
	Format  string        `json:"format"`
	Persons []aims.Person `json:"persons,omitempty"`
	Answer  aims.Answer   `json:"answer,omitzero"`
}

func TestDecodeDocumentChecksItsFormat(t *testing.T) {
	for _, c := range []struct {
		desc, input string
		newer       bool
		want        aims.Code
	}{
		{"this version", `{"format":"aimskit/0.1"}`, false, ""},
		{"an older version", `{"format":"aimskit/0.0"}`, false, ""},
		{"white space first", " {\n\"format\" : \"aimskit/0.1\"}", false, ""},
		{"a newer minor version", `{"format":"aimskit/0.2"}`, false, aims.NewerFormat},
		{"a newer minor version, allowed", `{"format":"aimskit/0.2","more":1}`, true, ""},
		{"this version, newer allowed", `{"format":"aimskit/0.1","more":1}`, true, aims.UnknownMember},
		{"another major version, newer allowed", `{"format":"aimskit/1.0"}`, true, aims.FormatUnknown},
		{"format later", `{"answer":"yes","format":"aimskit/0.1"}`, false, aims.FormatMissing},
		{"no text", `{"format":0.1}`, false, aims.FormatMissing},
		{"empty object", `{}`, false, aims.FormatMissing},
		{"another word", `{"format":"aims/0.1"}`, false, aims.FormatUnknown},
		{"plus sign", `{"format":"aimskit/+0.1"}`, false, aims.FormatUnknown},
		{"leading zero", `{"format":"aimskit/00.1"}`, false, aims.FormatUnknown},
		{"three numbers", `{"format":"aimskit/0.1.0"}`, false, aims.FormatUnknown},
		{"no JSON", `format: aimskit/0.1`, false, aims.Syntax},
		{"cut short", `{"for`, false, aims.Syntax},
		{"cut short later", `{"format":`, false, aims.Syntax},
	} {
		t.Run(c.desc, func(t *testing.T) {
			var d document
			_, err := aims.DecodeDocument([]byte(c.input), &d, aims.DecodeOptions{Newer: c.newer})
			var got aims.Code
			if p := aims.Problems(err); len(p) > 0 {
				got = p[0].Code
				if len(p) > 1 {
					t.Errorf("more than one problem: %v", err)
				}
			}
			if got != c.want {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestDecodeListsWhatItDidNotUnderstand(t *testing.T) {
	var d document
	reading, err := aims.DecodeDocument([]byte(`{"format":"aimskit/0.9","color":1,"persons":[{"id":"p","shoe":9}]}`), &d, aims.DecodeOptions{Newer: true})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"/color", "/persons/0/shoe"}, reading.Unknown); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(d.Persons) != 1 || d.Persons[0].ID != "p" {
		t.Errorf("what was understood is lost: %+v", d)
	}
}

func TestDecodeLenientSetsRecordsAside(t *testing.T) {
	var d document
	reading, err := aims.Decode([]byte(`{"persons":[{"id":1},{"id":"p"},{"id":"q","machine":"robot"},{"id":"r"}]}`), &d, aims.DecodeOptions{Lenient: true})
	if err != nil {
		t.Fatal(err)
	}
	var aside []string
	for _, a := range reading.Aside {
		aside = append(aside, a.Path+" "+string(a.Raw)+" "+string(a.Problems[0].Code)+" "+a.Problems[0].Path)
	}
	want := []string{`/persons/0 {"id":1} aims/wrong-type /persons/0/id`, `/persons/2 {"id":"q","machine":"robot"} aims/unknown-word /persons/2/machine`}
	if diff := cmp.Diff(want, aside); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(d.Persons) != 2 || reading.Original("/persons/1/id") != "/persons/3/id" || reading.Original("/answer") != "/answer" {
		t.Errorf("kept %v; /persons/1/id stood at %s", d.Persons, reading.Original("/persons/1/id"))
	}
}

func TestDecodeErrorsReadAloud(t *testing.T) {
	d := document{Answer: aims.No}
	_, err := aims.Decode([]byte(`{"answr":"yes","Answer":"yes","answer":"maybe","persons":[{"id":"p","id":null}]}`), &d, aims.DecodeOptions{})
	if !errors.Is(err, aims.ErrInvalid) || d.Answer != aims.No {
		t.Errorf("%v; the value is %v", err, d.Answer)
	}
	want := `aims: invalid
/answr aims/unknown-member there is no member "answr" here; remove or rename it; did you mean answer?
/Answer aims/member-case the member "Answer" is written answer
/answer aims/unknown-word "maybe" was refused: aims.Answer: unknown word "maybe"; use one of unknown, yes, no, not-applicable
/persons/0/id aims/duplicate-member the member "id" stands here twice; keep one
/persons/0/id aims/null null stands where a text is wanted; leave the member out when it is unknown`
	if diff := cmp.Diff(want, err.Error()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestDecodeLimits(t *testing.T) {
	var d document
	for _, c := range []struct {
		input string
		o     aims.DecodeOptions
		want  aims.Code
	}{
		{`{"answer":"yes"}`, aims.DecodeOptions{MaxBytes: 10}, aims.TooLarge},
		{`{"persons":[{"id":"p"}]}`, aims.DecodeOptions{MaxDepth: 2}, aims.TooDeep},
		{`{"a":1,"b":2,"c":3}`, aims.DecodeOptions{MaxProblems: 2}, aims.TooManyProblems},
	} {
		_, err := aims.Decode([]byte(c.input), &d, c.o)
		p := aims.Problems(err)
		if len(p) == 0 || p[len(p)-1].Code != c.want {
			t.Errorf("%s: %v", c.input, err)
		}
		if err != nil && strings.ContainsAny(p[len(p)-1].Sentence(), "{}") {
			t.Errorf("an argument is missing: %v", err)
		}
	}
	if _, err := aims.Decode([]byte(`{}`), d, aims.DecodeOptions{}); aims.Problems(err)[0].Code != aims.DecodeTarget {
		t.Errorf("decoding into no pointer: %v", err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"format":"aimskit/0.1","persons":[{"id":"p-1","topManagement":"yes"}],"answer":"no"}`), false)
	f.Add([]byte(`{"format":"aimskit/0.2","persons":[{"id":1}]}`), true)
	f.Fuzz(func(t *testing.T, data []byte, lenient bool) {
		var d document
		reading, err := aims.DecodeDocument(data, &d, aims.DecodeOptions{Lenient: lenient})
		if err != nil && len(aims.Problems(err)) == 0 {
			t.Fatalf("refused without a problem: %v", err)
		}
		if err == nil && d.Format != aims.Format && d.Format != "aimskit/0.0" {
			t.Fatalf("a document of format %q was read", d.Format)
		}
		var plain document
		if _, again := aims.Decode(data, &plain, aims.DecodeOptions{Lenient: lenient}); err == nil && again != nil {
			t.Fatalf("a document was read, and its text was not: %v", again)
		}
		for _, a := range reading.Aside {
			if len(a.Problems) == 0 {
				t.Fatalf("%s was set aside for nothing", a.Path)
			}
		}
	})
}
