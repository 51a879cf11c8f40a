package aims_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/google/go-cmp/cmp"
)

func TestProblemSentence(t *testing.T) {
	for _, tt := range []struct {
		desc string
		p    aims.Problem
		want string
	}{
		{"arguments go where they belong", aims.Problem{Text: "{a} before {b}", Args: map[string]string{"a": "1", "b": "2"}}, "1 before 2"},
		{"an argument is not read as a template", aims.Problem{Text: "{a} before {b}", Args: map[string]string{"a": "{b}", "b": "{a}"}}, "{b} before {a}"},
		{"an argument that is not there stays visible", aims.Problem{Text: "{a} before {b}", Args: map[string]string{"a": "1"}}, "1 before {b}"},
		{"without a text, the code and the arguments in order", aims.Problem{Code: "x/y", Args: map[string]string{"b": "2", "a": "1"}}, "x/y a=1 b=2"},
		{"without anything", aims.Problem{}, ""},
	} {
		if got := tt.p.Sentence(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.desc, got, tt.want)
		}
	}
}

func TestProblemString(t *testing.T) {
	p := aims.Problem{Code: aims.Missing, Path: "/owner", Text: "fill it in"}
	if got, want := p.String(), "/owner aims/missing fill it in"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	p.Path = ""
	if got, want := p.String(), "/ aims/missing fill it in"; got != want {
		t.Errorf("the whole document: %q, want %q", got, want)
	}
	p.Path, p.Text, p.Args = "/a\r\n/b aims/twice", "{got}", map[string]string{"got": "é\x00\u2028"}
	if got, want := p.String(), `/a\r\n/b aims/twice aims/missing é\x00\u2028`; got != want {
		t.Errorf("hostile text: %q, want %q", got, want)
	}
}

func TestProblems(t *testing.T) {
	list := []aims.Problem{{Code: aims.Missing, Path: "/a"}, {Code: aims.Twice, Path: "/b"}}
	err := fmt.Errorf("reading: %w", &aims.InvalidError{Problems: list})
	if !errors.Is(err, aims.ErrInvalid) {
		t.Errorf("%v does not wrap ErrInvalid", err)
	}
	if d := cmp.Diff(list, aims.Problems(err)); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if got, want := (&aims.InvalidError{Problems: list}).Error(), "aims: invalid\n/a aims/missing aims/missing\n/b aims/twice aims/twice"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for _, other := range []error{nil, errors.New("x"), aims.ErrInvalid} {
		if got := aims.Problems(other); got != nil {
			t.Errorf("%v carries %v", other, got)
		}
	}
}

func TestProblemJSON(t *testing.T) {
	want := aims.Problem{
		Code: aims.Twice, Path: "/a", Ref: aims.Ref{Kind: aims.KindPolicy, ID: "p-1"},
		Args: map[string]string{"value": "x"}, Text: "{value} stands here twice",
	}
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got aims.Problem
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if data, err := json.Marshal(aims.Problem{Code: aims.Missing, Path: ""}); err != nil || string(data) != `{"code":"aims/missing","path":""}` {
		t.Errorf("%s, %v", data, err)
	}
}
