package aims

import (
	"iter"
)

// Observation is what a rule says about a management system: data, never an
// error. It explains itself: the rule, the clause, the records it rests on
// and one sentence.
type Observation struct {
	Rule    Code              `json:"rule"`
	Key     Key               `json:"key,omitzero"`   // the requirement, point or control it speaks of; absent: none of them
	Verdict Verdict           `json:"verdict"`        // zero: cannot tell
	Code    Code              `json:"code"`           // the reason
	Args    map[string]string `json:"args,omitempty"` // what the sentence speaks of
	Text    string            `json:"text,omitempty"` // the English sentence, with {name} where an argument goes
	Refs    []Ref             `json:"refs,omitempty"` // the records it rests on, sorted, each once
	// Until is the last day on which the observation holds if no record
	// changes, for example the day on which the evidence expires; absent when
	// time alone does not change it.
	Until Date `json:"until,omitzero"`
	// NotExercised marks a requirement that an event sets in motion, with a
	// process in place and no event yet; its verdict is Conforms.
	NotExercised bool `json:"notExercised,omitempty"`
}

// Sentence returns the English sentence with its arguments filled in.
func (o Observation) Sentence() string { return sentence(o.Code, o.Text, o.Args) }

// Rule is one rule of the standard as a value. T is what it looks at. Rules
// are listed, replaced and extended by the caller; nothing is registered.
type Rule[T any] struct {
	Code    Code   // stable name
	Version int    // 1, 2, …; raised when the rule judges unchanged input differently
	Clause  Clause // where the standard asks for it
	Key     Key    // the point or control that it judges, where there is one
	Title   string // a few words
	Doc     string // what it looks at, and when it finds a gap
	Reads   []Kind // the kinds of record it looks at
	// Check says what the rule observes; nil: nothing.
	Check func(T) iter.Seq[Observation]
}

// Provenance says what a result was made with, so that it can be made again.
type Provenance struct {
	Module  string `json:"module"`            // version of this library
	RuleSet string `json:"ruleSet,omitempty"` // name and version of the rules
	Rules   Digest `json:"rules,omitempty"`   // digest of the rules' codes and versions
	Model   string `json:"model,omitempty"`   // name and version of the scoring model
	Method  Digest `json:"method,omitempty"`  // digest of the scoring model
	Input   Digest `json:"input,omitempty"`   // digest of the records
	At      Date   `json:"at,omitzero"`       // the day of the judgement
}

// Version is the version of this library, as results carry it.
const Version = "0.1.0"
