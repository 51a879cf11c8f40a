package instrument_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact/instrument"
)

// smallJSON is an instrument with one of everything: two phases, a guard in a
// guard, many choices, a text, a credit and a forced outcome.
const smallJSON = `{
  "format": "aimskit/0.1", "id": "small", "version": "1", "title": {"en": "Small"},
  "pages": [
    {"id": "p-start", "title": {"en": "Start", "fr": "Début"}, "sections": [
      {"id": "s-start", "questions": [
        {"id": "phase", "type": "single", "title": {"en": "Phase?"}, "choices": [{"value": "design"}, {"value": "use"}]},
        {"id": "about", "type": "open", "title": {"en": "About the system"}}
      ]},
      {"id": "s-harm", "kind": "raw", "title": {"en": "Harm"}, "questions": [
        {"id": "harm", "type": "multiple", "title": {"en": "Who is harmed?"}, "choices": [
          {"value": "a", "points": 1, "title": {"en": "users"}}, {"value": "b", "points": 2, "title": {"en": "children"}}]},
        {"id": "data", "type": "single", "title": {"en": "Personal data?"}, "choices": [{"value": "yes", "points": 3}, {"value": "no"}]},
        {"id": "kind", "type": "single", "title": {"en": "Sensitive data?"}, "shownIf": "{data} = \"yes\"", "choices": [{"value": "yes", "points": 4}, {"value": "no"}]},
        {"id": "note", "type": "single", "kind": "unscored", "choices": [{"value": "yes"}, {"value": "no"}]}
      ]}]},
    {"id": "p-design", "shownIf": "{phase} = \"design\"", "sections": [
      {"id": "s-plans", "kind": "mitigation", "title": {"en": "Plans"}, "questions": [
        {"id": "plan", "type": "single", "title": {"en": "Will you test?"}, "choices": [{"value": "yes", "points": 5}, {"value": "no"}]}]}]},
    {"id": "p-use", "shownIf": "{phase} = \"use\"", "sections": [
      {"id": "s-measures", "kind": "mitigation", "title": {"en": "Measures"}, "questions": [
        {"id": "test", "type": "single", "title": {"en": "Did you test?"}, "choices": [{"value": "yes", "points": 3}, {"value": "no"}]},
        {"id": "publish", "type": "single", "shownIf": "{test} = \"yes\"", "choices": [{"value": "yes", "points": 2}, {"value": "no"}]}]}]}
  ],
  "unit": "points", "credit": {"from": 40, "cut": 50},
  "outcomes": [
    {"id": "low", "title": {"en": "Low", "fr": "Faible"}},
    {"id": "high", "title": {"en": "High"}, "over": 3, "obligations": [{"id": "review", "title": {"en": "Peer review"}}]},
    {"id": "stop", "title": {"en": "Stop"}, "over": 8, "if": "{harm} contains \"b\" and {kind} = \"yes\""}
  ]
}`

// tinyJSON is as short as an instrument gets, for fuzzers to begin with.
const tinyJSON = `{"format":"aimskit/0.1","id":"t","version":"1","title":{"en":"T"},"unit":"points",
"pages":[{"id":"p","sections":[{"id":"s","kind":"raw","questions":[{"id":"q","type":"single","choices":[{"value":"x","points":1}]}]}]}],
"outcomes":[{"id":"o","title":{"en":"O"}},{"id":"u","title":{"en":"U"},"if":"{q} = \"x\""}]}`

func smallInstrument(t testing.TB) instrument.Instrument {
	t.Helper()
	in, err := instrument.Read([]byte(smallJSON), aims.DecodeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func small(t testing.TB) *instrument.Program {
	t.Helper()
	p, err := instrument.Compile(smallInstrument(t))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// to returns answers to the small instrument.
func to(given map[instrument.QuestionID]instrument.Answer) instrument.Answers {
	return instrument.Answers{Instrument: "small", Version: "1", Given: given}
}
