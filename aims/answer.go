package aims

import "github.com/aimskit/aimskit/internal/word"

// Answer is a recorded yes or no. Its zero value is Unknown: a question that
// nobody answered is neither yes nor no.
type Answer uint8

// The answers.
const (
	Unknown       Answer = iota // nobody has said
	Yes                         // said to be so
	No                          // said not to be so
	NotApplicable               // the question does not arise
)

var answers = word.Scale{Name: "aims.Answer", Words: []string{"unknown", "yes", "no", "not-applicable"}}

// String returns the word of the answer.
func (a Answer) String() string { return answers.String(int(a)) }

// MarshalText returns the word of the answer.
func (a Answer) MarshalText() ([]byte, error) { return answers.Marshal(int(a)) }

// UnmarshalText reads unknown, yes, no or not-applicable.
func (a *Answer) UnmarshalText(text []byte) error { return unmarshalWord(a, text, answers) }

func unmarshalWord[T ~uint8](into *T, text []byte, s word.Scale) error {
	i, err := s.Unmarshal(text)
	if err == nil {
		*into = T(i)
	}
	return err
}

func unmarshalName[T ~string](into *T, text []byte, vocabulary string, all ...T) error {
	w, err := word.Parse(vocabulary, text, all...)
	if err == nil {
		*into = w
	}
	return err
}

// Known reports whether a is one of the answers.
func (a Answer) Known() bool { return a <= NotApplicable }
