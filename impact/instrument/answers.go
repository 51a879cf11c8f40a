package instrument

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// Answers is what somebody answered to one version of an instrument. Answers
// to questions that the version does not have are kept and reported.
type Answers struct {
	Format     string                `json:"format,omitempty"` // [aims.Format], in a document
	Instrument ID                    `json:"instrument"`
	Version    string                `json:"version"`
	Given      map[QuestionID]Answer `json:"answers,omitempty"`
}

// Answer is the answer to one question: the value of one choice, the values
// of many in any order, or a text. Without any value, or with an empty one
// alone, the question is not answered. In JSON a single value is a string and
// several are a list; either is read for either type of question.
type Answer []string

// IsZero reports whether nothing is answered.
func (a Answer) IsZero() bool { return len(a) == 0 || len(a) == 1 && a[0] == "" }

// MarshalJSON writes one value as a string, and any other number as a list.
func (a Answer) MarshalJSON() ([]byte, error) {
	if len(a) == 1 {
		return json.Marshal(a[0])
	}
	return json.Marshal(append([]string{}, a...))
}

// UnmarshalJSON reads a string or a list of strings. null leaves the answer
// as it is.
func (a *Answer) UnmarshalJSON(data []byte) error {
	var one *string
	if json.Unmarshal(data, &one) == nil {
		if one != nil {
			*a = Answer{*one}
		}
		return nil
	}
	var many []*string
	if json.Unmarshal(data, &many) != nil || slices.Contains(many, nil) {
		return errAnswer
	}
	*a = make(Answer, len(many))
	for i, v := range many {
		(*a)[i] = *v
	}
	return nil
}

var errAnswer = errors.New("instrument: an answer is a text, or a list of texts")

// ReadAnswers reads answers from their document, strictly; see [aims.DecodeDocument].
func ReadAnswers(data []byte, o aims.DecodeOptions) (Answers, error) {
	var a Answers
	if _, err := aims.DecodeDocument(data, &a, o); err != nil {
		return Answers{}, err
	}
	if err := a.Validate(); err != nil {
		return Answers{}, err
	}
	return a, nil
}

// Validate reports a missing instrument or version, and malformed names and
// texts. Whether the answers are among the choices is for
// [Program.Evaluate] to say.
func (a Answers) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "instrument", a.Instrument)
	c.Text("version", a.Version)
	for _, id := range slices.Sorted(maps.Keys(a.Given)) {
		at := aims.Field("answers", string(id))
		aims.CheckID(&c, at, id)
		for i, v := range a.Given[id] {
			c.OptionalText(at+"/"+aims.Field(i), v)
		}
	}
	return c.Err()
}

// With returns the answers with one more or another one; an empty answer
// takes the question out.
func (a Answers) With(id QuestionID, answer ...string) Answers {
	given := maps.Clone(a.Given)
	if given == nil {
		given = make(map[QuestionID]Answer)
	}
	if Answer(answer).IsZero() {
		delete(given, id)
	} else {
		given[id] = slices.Clone(answer)
	}
	a.Given = given
	return a
}
