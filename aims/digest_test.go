package aims_test

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
)

// Digests are kept for ever: an approval that was given years ago stands or
// falls with them. Each line of the file has the canonical form, written by
// hand, and its SHA-256, computed elsewhere.
func TestDigestGolden(t *testing.T) {
	values := map[string]any{
		"null":                                nil,
		"empty object":                        struct{}{},
		"empty policy: required members only": aims.Policy{},
		"policy": aims.Policy{
			ID: "p-1", Title: "AI policy – Übersicht 😀", Version: "1.0",
			FitsPurpose: aims.Yes, CommitsToRequirements: aims.No, CommitsToImprovement: aims.Yes,
			RelatedPolicies: []aims.DocumentID{"d-2", "d-1"},
		},
		"amounts and dates": map[string]any{
			"zero": aims.AmountInt(0), "cost": aims.MustAmount("1250.50"), "unknown": aims.Amount{}, "on": aims.MustDate("2026-03-01"),
		},
		"members in the order of their UTF-16 code units": map[string]int{"\ufb33": 5, "😀": 4, "é": 3, "a": 2, "A": 1, "": 0},
		"references and keys": struct {
			Ref  aims.Ref `json:"ref"`
			Key  aims.Key `json:"key"`
			None aims.Ref `json:"none,omitzero"`
		}{Ref: aims.Ref{Kind: aims.KindPolicy, ID: "p-1"}, Key: aims.PointKey("6.1.3/f")},
		"nothing of what is empty": map[string]any{
			"kept": []any{"", []any{}, map[string]any{}, nil}, "null": nil, "list": []any{}, "map": map[string]any{"inner": map[string]any{"x": nil}},
		},
	}
	data, err := os.ReadFile("testdata/digest_golden.json")
	if err != nil {
		t.Fatal(err)
	}
	var golden []struct {
		Desc, Canonical string
		Digest          aims.Digest
	}
	if err := json.Unmarshal(data, &golden); err != nil {
		t.Fatal(err)
	}
	for _, g := range golden {
		v, ok := values[g.Desc]
		if !ok {
			t.Errorf("%s: no value", g.Desc)
			continue
		}
		delete(values, g.Desc)
		if got := aims.DigestBytes([]byte(g.Canonical)); got != g.Digest {
			t.Errorf("%s: the bytes have %s, the file says %s", g.Desc, got, g.Digest)
		}
		if got, err := aims.DigestOf(v); err != nil || got != g.Digest {
			t.Errorf("%s: %s, %v; was %s", g.Desc, got, err, g.Digest)
		}
	}
	for desc := range values {
		t.Errorf("%s: not in the file", desc)
	}
}

func TestDigestOfRefusesWhatHasNoJSON(t *testing.T) {
	for _, v := range []any{func() {}, make(chan int), struct{ D aims.Date }{}} {
		if d, err := aims.DigestOf(v); err == nil || d != "" {
			t.Errorf("%T: %q, %v", v, d, err)
		}
	}
	if _, err := aims.DigestOf(struct{ D aims.Date }{}); !errors.Is(err, aims.ErrSyntax) {
		t.Errorf("the cause is lost: %v", err)
	}
}

func TestParseDigest(t *testing.T) {
	good := "sha256:" + strings.Repeat("0123456789abcdef", 4)
	parsed(t, aims.ParseDigest, []string{good, string(aims.DigestBytes(nil))}, []string{
		strings.ToUpper(good), good[:len(good)-1], good + "0", good + "00", "sha256:", good[7:], "sha512:" + good[7:], "SHA256:" + good[7:],
		"sha256:" + strings.Repeat("g", 64), " " + good, good + "\n", "sha256:" + strings.Repeat("0", 5000),
	})
	var d aims.Digest
	if err := json.Unmarshal([]byte(`"sha256:0"`), &d); !errors.Is(err, aims.ErrSyntax) || d != "" {
		t.Errorf("got %q, %v", d, err)
	}
}
