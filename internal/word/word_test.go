package word_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/internal/word"
)

func colours() word.Scale {
	return word.Scale{Name: "test.Colour", Words: []string{"", "red", "green"}}
}

func TestScale(t *testing.T) {
	s := colours()
	for i, w := range []string{"red", "green"} {
		text, err := s.Marshal(i + 1)
		if err != nil || string(text) != w || s.String(i+1) != w {
			t.Errorf("%d is %q, %q, %v; want %q", i+1, s.String(i+1), text, err, w)
		}
		if back, err := s.Unmarshal([]byte(w)); err != nil || back != i+1 {
			t.Errorf("%q is %d, %v", w, back, err)
		}
	}
	// A value without a word has none, and one outside says what it is.
	for i, printed := range map[int]string{0: "", -1: "test.Colour(-1)", 3: "test.Colour(3)"} {
		if s.String(i) != printed {
			t.Errorf("%d prints as %q, want %q", i, s.String(i), printed)
		}
		text, err := s.Marshal(i)
		refused(t, err, printed)
		if text != nil {
			t.Errorf("%d became %q", i, text)
		}
	}
	for _, bad := range []string{"", "Red", "red ", "blue", "1"} {
		i, err := s.Unmarshal([]byte(bad))
		refused(t, err, bad)
		if i != 0 {
			t.Errorf("%q became %d", bad, i)
		}
	}
}

// refused checks that an error names the vocabulary, quotes the input and
// lists what is allowed.
func refused(t *testing.T, err error, got string) {
	t.Helper()
	var e *word.Error
	if !errors.As(err, &e) {
		t.Errorf("%q: %v", got, err)
		return
	}
	if e.Vocabulary != "test.Colour" || e.Got != got || !slices.Equal(e.Words(), []string{"red", "green"}) {
		t.Errorf("%q was refused with %+v", got, e)
	}
	if want := "test.Colour: unknown word " + quoted(got) + "; use one of red, green"; e.Error() != want {
		t.Errorf("%q, want %q", e, want)
	}
}

func quoted(s string) string { return `"` + s + `"` }

type colour string

func TestNames(t *testing.T) {
	all := []colour{"red", "green"}
	for _, w := range all {
		if got, err := word.Parse("test.Colour", []byte(w), all...); err != nil || got != w || !word.Known(w, all...) {
			t.Errorf("%q: %q, %v", w, got, err)
		}
	}
	for _, bad := range []string{"", "Red", "red ", "blue"} {
		got, err := word.Parse("test.Colour", []byte(bad), all...)
		refused(t, err, bad)
		if got != "" || word.Known(colour(bad), all...) {
			t.Errorf("%q became %q", bad, got)
		}
	}
	// The empty text is no word even where the vocabulary has it for "absent".
	if got, err := word.Parse("test.Colour", nil, "", colour("red")); err == nil || got != "" {
		t.Errorf("an empty text became %q, %v", got, err)
	}
}

func FuzzWord(f *testing.F) {
	for _, s := range []string{"", "red", "green", "RED", "\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		i, err := colours().Unmarshal([]byte(text))
		w, nameErr := word.Parse("test.Colour", []byte(text), colour("red"), colour("green"))
		if (err == nil) != (nameErr == nil) {
			t.Fatalf("%q: %v as a number, %v as a name", text, err, nameErr)
		}
		if err == nil && (colours().String(i) != text || string(w) != text) {
			t.Fatalf("%q became %d and %q", text, i, w)
		}
	})
}
