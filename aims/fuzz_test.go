package aims_test

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
)

// survives checks what every decoder of a text promises: a refusal is an
// ErrSyntax that stays short, and what is accepted prints as it was read and
// comes back through JSON as the same value.
func survives[T comparable](t *testing.T, parse func(string) (T, error), s string) {
	v, err := parse(s)
	if err != nil {
		var zero T
		if !errors.Is(err, aims.ErrSyntax) || v != zero || len(err.Error()) > 600 {
			t.Fatalf("%q: got %v, %v", s, v, err)
		}
		return
	}
	if got := fmt.Sprint(v); got != s {
		t.Fatalf("%q prints as %q", s, got)
	}
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatalf("%q has no JSON: %v", s, err)
	}
	var back T
	if err := json.Unmarshal(data, &back); err != nil || back != v {
		t.Fatalf("%q came back from %s as %v, %v", s, data, back, err)
	}
}

func seeds(f *testing.F, more ...string) {
	for _, s := range append(more, "", ".", "/", "-", "\x00", "é", strings.Repeat("9", 100)) {
		f.Add(s)
	}
}

func FuzzParseClause(f *testing.F) {
	seeds(f, "4", "6.1.3", "10.2", "4.", "04", "100", "1.2.3.4.5")
	f.Fuzz(func(t *testing.T, s string) {
		survives[aims.Clause](t, aims.ParseClause, s)
		if c, err := aims.ParseClause(s); err == nil && (c.Compare(c) != 0 || !c.Contains(c) || c.Parent() != "" && c.Parent().Compare(c) >= 0) {
			t.Fatalf("%q is out of order with itself or its parent", s)
		}
	})
}

func FuzzParseControlID(f *testing.F) {
	seeds(f, "A.2", "A.6.2.4", "A.10.2", "a.2.2", "A.2.2.2.2")
	f.Fuzz(func(t *testing.T, s string) {
		survives[aims.ControlID](t, aims.ParseControlID, s)
		if c, err := aims.ParseControlID(s); err == nil && !c.Group().Contains(c) {
			t.Fatalf("%q lies outside its group %q", s, c.Group())
		}
	})
}

func FuzzParseAnnexC(f *testing.F) {
	seeds(f, "C.2.1", "C.3.7", "C.2", "C.2.1.1")
	f.Fuzz(func(t *testing.T, s string) { survives[aims.AnnexC](t, aims.ParseAnnexC, s) })
}

func FuzzParsePointID(f *testing.F) {
	seeds(f, "6.1.3/f", "4.1/A", "4.1/aa", "4.1/")
	f.Fuzz(func(t *testing.T, s string) {
		survives[aims.PointID](t, aims.ParsePointID, s)
		if p, err := aims.ParsePointID(s); err == nil {
			survives[aims.Clause](t, aims.ParseClause, string(p.Clause()))
		}
	})
}

func FuzzParseKey(f *testing.F) {
	seeds(f, "iso42001/A.5.2", "iso42001/6.1.3/f", "own/C-7", "Own/1", "own/a b")
	f.Fuzz(func(t *testing.T, s string) { survives[aims.Key](t, aims.ParseKey, s) })
}

func FuzzParseRef(f *testing.F) {
	seeds(f, "policy/p-1", "policy/p/1", "policy/")
	f.Fuzz(func(t *testing.T, s string) { survives[aims.Ref](t, aims.ParseRef, s) })
}

func FuzzParseDigest(f *testing.F) {
	seeds(f, string(aims.DigestBytes(nil)), "sha256:"+strings.Repeat("F", 64), "sha256:")
	f.Fuzz(func(t *testing.T, s string) { survives[aims.Digest](t, aims.ParseDigest, s) })
}

func FuzzParseDate(f *testing.F) {
	seeds(f, "2026-03-01", "2024-02-29", "2026-02-30", "0000-01-01", "9999-12-31")
	f.Fuzz(func(t *testing.T, s string) {
		survives[aims.Date](t, aims.ParseDate, s)
		if d, err := aims.ParseDate(s); err == nil && (!d.Valid() || d.AddDays(1).AddDays(-1) != d && d.AddDays(1) != d) {
			t.Fatalf("%q is no day that can be counted from", s)
		}
	})
}

// An amount may be written in several ways ("1.50"), so what it prints is read
// again and is the same number.
func FuzzParseAmount(f *testing.F) {
	seeds(f, "0", "-0.00", "1250.50", "1e3", "0.1000000000000000000000000000000001", `"1"`)
	f.Fuzz(func(t *testing.T, s string) {
		a, err := aims.ParseAmount(s)
		if err != nil {
			if !errors.Is(err, aims.ErrSyntax) || a.Known() {
				t.Fatalf("%q: got %v, %v", s, a, err)
			}
		} else if again, err := aims.ParseAmount(a.String()); err != nil || !again.Equal(a) || again.String() != a.String() {
			t.Fatalf("%q prints as %q, which is %v, %v", s, a, again, err)
		}
		// As JSON: what is read, whether text or number, comes back the same.
		var read aims.Amount
		if json.Unmarshal([]byte(s), &read) != nil {
			return
		}
		data, err := json.Marshal(read)
		if err != nil {
			t.Fatalf("%q was read as %v and has no JSON: %v", s, read, err)
		}
		var back aims.Amount
		if err := json.Unmarshal(data, &back); err != nil || !back.Equal(read) {
			t.Fatalf("%q came back from %s as %v, %v", s, data, back, err)
		}
	})
}

// coreVocabularies has the closed vocabularies that belong to no record.
var coreVocabularies = map[string]func(t *testing.T, text string){
	"Answer":         wordSurvives[aims.Answer],
	"DocumentedKind": wordSurvives[aims.DocumentedKind],
	"EvidenceForm":   wordSurvives[aims.EvidenceForm],
	"EvidenceState":  wordSurvives[aims.EvidenceState],
	"Nature":         wordSurvives[aims.Nature],
	"Standing":       wordSurvives[aims.Standing],
	"Verdict":        wordSurvives[aims.Verdict],
}

// wordSurvives checks a vocabulary: a refusal names the vocabulary and leaves
// the value alone; a word that is accepted is known, prints as it was read and
// comes back through JSON.
func wordSurvives[T interface {
	comparable
	Known() bool
}, P interface {
	*T
	encoding.TextUnmarshaler
}](t *testing.T, text string) {
	var v, zero T
	if err := P(&v).UnmarshalText([]byte(text)); err != nil {
		if v != zero || !strings.HasPrefix(err.Error(), "aims.") {
			t.Fatalf("%T from %q: got %v, %v", v, text, v, err)
		}
		return
	}
	if !v.Known() || fmt.Sprint(v) != text {
		t.Fatalf("%T from %q: got %v, known %v", v, text, v, v.Known())
	}
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatalf("%T %q has no JSON: %v", v, text, err)
	}
	var back T
	if err := json.Unmarshal(data, &back); err != nil || back != v {
		t.Fatalf("%T %q came back from %s as %v, %v", v, text, data, back, err)
	}
}

func FuzzWords(f *testing.F) {
	seeds(f, "yes", "Yes", "conforms", "document", "record", "law", "approved", "operation-and-monitoring", "high", "none", "other")
	f.Fuzz(func(t *testing.T, text string) {
		for _, check := range coreVocabularies {
			check(t, text)
		}
	})
}
