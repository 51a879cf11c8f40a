package impact_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// today is the day at which the tests judge.
const today = "2026-06-01"

// many makes it cheap to read record after record.
var many = aims.DecodeOptions{}.ForMany()

var equalAmounts = cmp.Comparer(func(a, b aims.Amount) bool { return a.Equal(b) })

func day(s string) aims.Date { return aims.MustDate(s) }

// same compares two values.
func same(t rapid.TB, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got, equalAmounts); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// base is testdata/base.json: an assessment and a screening on which every
// rule is silent. The digests that bind them are not in the file.
type base struct {
	At         aims.Date         `json:"at"`
	Method     impact.Method     `json:"method"`
	Screening  impact.Screening  `json:"screening"`
	Assessment impact.Assessment `json:"assessment"`
	Evidence   []aims.Evidence   `json:"evidence,omitempty"`
	InRisks    aims.Answer       `json:"inRisks,omitzero"` // the risk register makes use of the results
}

// bind lets the records be made with the method and approved as they stand,
// apart from those that keep names: method, assessment, approvals.
func (b *base) bind(t testing.TB, keep ...string) {
	t.Helper()
	digest := digestOf(t, b.Method.Content())
	if !slices.Contains(keep, "method") {
		for i := range b.Method.Approvals {
			b.Method.Approvals[i].Digest = digest
		}
	}
	b.Assessment.Method, b.Screening.Method = digest, digest
	if !slices.Contains(keep, "assessment") {
		for i := range b.Assessment.Approvals {
			b.Assessment.Approvals[i].Digest = digestOf(t, b.Assessment.Content())
		}
	}
}

func (b *base) facts() impact.Facts {
	all := make(map[aims.EvidenceID]aims.Evidence, len(b.Evidence))
	for _, e := range b.Evidence {
		all[e.ID] = e
	}
	return impact.Facts{
		Evidence: func(id aims.EvidenceID) (aims.Evidence, bool) {
			e, ok := all[id]
			return e, ok
		},
		InRisks: func(impact.AssessmentID) aims.Answer { return b.InRisks },
	}
}

// sound is the base, bound.
func sound(t testing.TB) base {
	t.Helper()
	var b base
	read(t, "base.json", &b)
	b.bind(t)
	return b
}

func (b *base) evaluate(t testing.TB) *impact.Evaluation {
	t.Helper()
	e, err := impact.Evaluate(b.Assessment, b.Method, b.At, b.facts())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// impact returns an impact of the base, to be changed.
func (b *base) impact(t testing.TB, id impact.ImpactID) *impact.Impact {
	t.Helper()
	for i := range b.Assessment.Impacts {
		if b.Assessment.Impacts[i].ID == id {
			return &b.Assessment.Impacts[i]
		}
	}
	t.Fatalf("no impact %s", id)
	return nil
}

func digestOf(t testing.TB, content any) aims.Digest {
	t.Helper()
	d, err := aims.DigestOf(content)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// rating makes a rating of scale, scope, irremediability and likelihood.
func rating(levels ...risk.Level) impact.Rating {
	var l [4]risk.Level
	copy(l[:], levels)
	return impact.Rating{Scale: l[0], Scope: l[1], Irremediability: l[2], Likelihood: l[3]}
}

// problem is a problem as the tests write it.
type problem struct {
	Code aims.Code `json:"code"`
	Path string    `json:"path"`
}

func problemsOf(t testing.TB, err error) []problem {
	t.Helper()
	if err != nil && aims.Problems(err) == nil {
		t.Fatalf("error without problems: %v", err)
	}
	var out []problem
	for _, p := range aims.Problems(err) {
		if s := p.Sentence(); strings.ContainsAny(s, "{}") || s == string(p.Code) {
			t.Errorf("%s has no finished sentence: %q", p.Code, s)
		}
		out = append(out, problem{p.Code, p.Path})
	}
	return out
}

func read(t testing.TB, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := aims.Decode(data, into, many); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// golden compares a text with a file, which WRITE_FIXTURES rewrites.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv("WRITE_FIXTURES") != "" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	same(t, name, strings.Split(string(want), "\n"), strings.Split(got, "\n"))
}

// set changes a JSON value at a pointer: "-" appends to a list, and nil
// removes a member or an element.
func set(t testing.TB, in any, pointer string, value any) any {
	t.Helper()
	if pointer == "" {
		return value
	}
	step, rest, _ := strings.Cut(pointer[1:], "/")
	if rest != "" {
		rest = "/" + rest
	}
	switch v := in.(type) {
	case map[string]any:
		v = maps.Clone(v)
		if value == nil && rest == "" {
			delete(v, step)
			return v
		}
		inner := v[step]
		if inner == nil && strings.HasPrefix(rest, "/-") {
			inner = []any{}
		}
		v[step] = set(t, inner, rest, value)
		return v
	case []any:
		v = slices.Clone(v)
		if step == "-" {
			return append(v, value)
		}
		i, err := strconv.Atoi(step)
		if err != nil || i >= len(v) {
			t.Fatalf("no element %s", pointer)
		}
		if value == nil && rest == "" {
			return slices.Delete(v, i, i+1)
		}
		v[i] = set(t, v[i], rest, value)
		return v
	}
	t.Fatalf("nothing at %s", pointer)
	return nil
}

// convert turns a value into another type by way of its JSON.
func convert(t testing.TB, from, into any) {
	t.Helper()
	data, err := json.Marshal(from)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := aims.Decode(data, into, many); err != nil {
		t.Fatal(err)
	}
}
