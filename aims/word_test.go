package aims_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
)

type scaleWord interface {
	~uint8
	fmt.Stringer
	encoding.TextMarshaler
	Known() bool
}

// scale checks a vocabulary of numbers: the words in their order from zero,
// each its own way back, and nothing else.
func scale[T scaleWord](t *testing.T, name string, words ...string) {
	t.Helper()
	for i, word := range words {
		v := T(i)
		text, err := v.MarshalText()
		if v.String() != word || string(text) != word || err != nil || !v.Known() {
			t.Errorf("%s %d is %q, %q, %v; want %q", name, i, v, text, err, word)
		}
		var back T
		if err := json.Unmarshal([]byte(`"`+word+`"`), &back); err != nil || back != v {
			t.Errorf("%s %q came back as %v, %v", name, word, back, err)
		}
	}
	for _, out := range []T{T(len(words)), 255} {
		if text, err := out.MarshalText(); err == nil || out.Known() {
			t.Errorf("%s %d is outside the vocabulary and became %q", name, out, text)
		}
		if want := fmt.Sprintf("%s(%d)", name, uint8(out)); out.String() != want {
			t.Errorf("%s %d prints as %q, want %q", name, uint8(out), out, want)
		}
	}
	for _, bad := range []string{"", "no such word", strings.ToUpper(words[len(words)-1]), words[0] + " ", "0"} {
		v := T(1)
		err := json.Unmarshal([]byte(fmt.Sprintf("%q", bad)), &v)
		if err == nil || v != 1 || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), fmt.Sprintf("%q", bad)) {
			t.Errorf("%s from %q: got %v, %v", name, bad, v, err)
		}
	}
}

func TestScales(t *testing.T) {
	scale[aims.Answer](t, "aims.Answer", "unknown", "yes", "no", "not-applicable")
	scale[aims.Verdict](t, "aims.Verdict", "cannot-tell", "major-gap", "minor-gap", "conforms")
	scale[aims.EvidenceState](t, "aims.EvidenceState", "none", "referenced", "present", "verified", "accepted", "rejected")
	scale[aims.Standing](t, "aims.Standing", "unapproved", "voided", "lapsed", "approved")
}

// names checks a vocabulary of texts.
func names[T interface {
	~string
	Known() bool
}](t *testing.T, name string, words ...T) {
	t.Helper()
	for _, word := range words {
		var back T
		if err := json.Unmarshal([]byte(fmt.Sprintf("%q", string(word))), &back); err != nil || back != word || !word.Known() {
			t.Errorf("%s %q came back as %q, %v", name, word, back, err)
		}
	}
	for _, bad := range []T{"", "no such word", T(strings.ToUpper(string(words[0]))), words[0] + " "} {
		back := words[0]
		err := json.Unmarshal([]byte(fmt.Sprintf("%q", string(bad))), &back)
		if err == nil || back != words[0] || bad.Known() || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), string(words[0])) {
			t.Errorf("%s from %q: got %q, %v", name, bad, back, err)
		}
	}
}

func TestNames(t *testing.T) {
	names(t, "aims.EvidenceForm",
		aims.FormDocument, aims.FormRecord, aims.FormTestResult, aims.FormLog, aims.FormInterview, aims.FormObservation, aims.FormAttestation)
	names(t, "aims.DocumentedKind", aims.Maintained, aims.Retained)
	names(t, "aims.Nature", aims.NatureSystem, aims.NatureGuidance, aims.NatureAttestation, aims.NatureLaw)
}

// The zero value of every vocabulary claims nothing.
func TestZeroWordsClaimNothing(t *testing.T) {
	if aims.Answer(0) != aims.Unknown || aims.Verdict(0) != aims.CannotTell || aims.EvidenceState(0) != aims.NoEvidence || aims.Standing(0) != aims.Unapproved {
		t.Error("a zero value is not the safe one")
	}
}
