package word

import (
	"fmt"
	"strings"
)

// Error says that a text is no word of a vocabulary.
type Error struct {
	Vocabulary string   // for example "aims.Verdict"
	Got        string   // the text as it was read
	Allowed    []string // the words of the vocabulary, in their order
}

// Error names the vocabulary, quotes the input and lists the allowed words.
func (e *Error) Error() string {
	return fmt.Sprintf("%s: unknown word %q; use one of %s", e.Vocabulary, e.Got, strings.Join(e.Allowed, ", "))
}

// Words lists the allowed words.
func (e *Error) Words() []string { return e.Allowed }

// Scale is the vocabulary of an integer enum: the word at index i belongs to
// value i. An empty word marks a value that has no text.
type Scale struct {
	Name  string
	Words []string
}

// String returns the word of value i, or the vocabulary's name with the
// number for a value outside it.
func (s Scale) String(i int) string {
	if i < 0 || i >= len(s.Words) {
		return fmt.Sprintf("%s(%d)", s.Name, i)
	}
	return s.Words[i]
}

// Marshal returns the word of value i, or an [Error] for a value that has none.
func (s Scale) Marshal(i int) ([]byte, error) {
	if i < 0 || i >= len(s.Words) || s.Words[i] == "" {
		return nil, &Error{Vocabulary: s.Name, Got: s.String(i), Allowed: s.allowed()}
	}
	return []byte(s.Words[i]), nil
}

// Unmarshal returns the value of a word, or an [Error].
func (s Scale) Unmarshal(text []byte) (int, error) {
	for i, w := range s.Words {
		if w != "" && w == string(text) {
			return i, nil
		}
	}
	return 0, &Error{Vocabulary: s.Name, Got: string(text), Allowed: s.allowed()}
}

func (s Scale) allowed() []string {
	var out []string
	for _, w := range s.Words {
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// Parse returns text as a word of the string vocabulary all, or an [Error].
// The empty text is no word: an absent field is left out of a document.
func Parse[T ~string](vocabulary string, text []byte, all ...T) (T, error) {
	if len(text) > 0 && Known(T(text), all...) {
		return T(text), nil
	}
	allowed := make([]string, len(all))
	for i, w := range all {
		allowed[i] = string(w)
	}
	return "", &Error{Vocabulary: vocabulary, Got: string(text), Allowed: allowed}
}

// Known reports whether w is one of all.
func Known[T ~string](w T, all ...T) bool {
	for _, known := range all {
		if w == known {
			return true
		}
	}
	return false
}
