package impact

import (
	"cmp"
	"iter"
	"slices"
	"sync"

	"github.com/aimskit/aimskit/aims"
)

// Rules returns the library's rules for the completeness of an assessment, in a
// list of the caller's own. Each has the code of the one observation that it
// makes, and is silent where it finds nothing; so an assessment on which all of
// them are silent shows what they look at. Most judge a point of 6.1.4 or 8.4
// or a control of A.5, which their Key names. A rule without a Key names the
// control in its observations, A.5.4 or A.5.5 as the party is, or judges good
// practice that ISO/IEC 42001 does not ask for.
func Rules() []aims.Rule[*Evaluation] {
	return values(allRules())
}

func allRules() []rule[*Evaluation] {
	return slices.Concat(processRules(), partyRules(), scopeRules(), ratingRules(), measureRules(), resultRules())
}

// ownRules are those of [Rules] in the order in which [Check] asks them.
var ownRules = sync.OnceValue(func() []rule[*Evaluation] {
	rules := allRules()
	slices.SortStableFunc(rules, func(x, y rule[*Evaluation]) int {
		return cmp.Or(x.key.Compare(y.key), cmp.Compare(x.code, y.code))
	})
	return rules
})

// Completeness evaluates an assessment and says what it lacks, measured by
// 6.1.4, 8.4 and A.5.2 to A.5.5; see [Evaluate] for its errors.
func Completeness(a Assessment, m Method, at aims.Date, f Facts) ([]aims.Observation, error) {
	if !at.Valid() {
		return nil, ErrNoDay
	}
	p, err := judgeOf(m).Prepare(a)
	if err != nil {
		return nil, err
	}
	return p.Completeness(at, f)
}

// Check returns what the rules observe, ordered by the key of the rule and by
// its code; a rule of this package goes through the parts of the assessment by
// their ids, whatever their order there.
func Check(e *Evaluation, rules []aims.Rule[*Evaluation]) []aims.Observation {
	return check(e, rules)
}

func check[T any](subject T, rules []aims.Rule[T]) []aims.Observation {
	ordered := slices.Clone(rules)
	slices.SortStableFunc(ordered, func(x, y aims.Rule[T]) int {
		return cmp.Or(x.Key.Compare(y.Key), cmp.Compare(x.Code, y.Code))
	})
	var out []aims.Observation
	for _, r := range ordered {
		if r.Check != nil {
			out = slices.AppendSeq(out, r.Check(subject))
		}
	}
	return out
}

// lacks returns what [Check] observes with [Rules].
func (e *Evaluation) lacks() []aims.Observation {
	var found []aims.Observation
	out := output{yield: func(o aims.Observation) bool {
		found = append(found, o)
		return true
	}}
	for _, r := range ownRules() {
		out.code, out.key = r.code, r.key
		r.check(e, &out)
	}
	return found
}

// rule describes a rule of this package.
type rule[T any] struct {
	code   aims.Code
	key    aims.Key // the point or control that it judges; absent: see [Rules]
	clause aims.Clause
	title  string
	doc    string
	reads  []aims.Kind
	check  func(subject T, out *output)
}

func (r rule[T]) value() aims.Rule[T] {
	clause := r.clause
	if c, ok := r.key.Clause(); ok {
		clause = c
	}
	return aims.Rule[T]{
		Code: r.code, Version: 1, Clause: cmp.Or(clause, clauseProcess), Key: r.key, Title: r.title, Doc: r.doc, Reads: r.reads,
		Check: func(subject T) iter.Seq[aims.Observation] {
			return func(yield func(aims.Observation) bool) {
				if e, ok := any(subject).(*Evaluation); ok && e == nil {
					return // nothing was evaluated
				}
				r.check(subject, &output{code: r.code, key: r.key, yield: yield})
			}
		},
	}
}

func values[T any](rules []rule[T]) []aims.Rule[T] {
	out := make([]aims.Rule[T], len(rules))
	for i, r := range rules {
		out[i] = r.value()
	}
	return out
}

// output takes the observations of one rule.
type output struct {
	code  aims.Code
	key   aims.Key
	yield func(aims.Observation) bool
	full  bool // nobody wants more
}

// add makes an observation that rests on one record, which the sentence names
// as {record}. The arguments are pairs of name and value.
func (o *output) add(v aims.Verdict, on aims.Ref, args ...string) {
	if o.full {
		return
	}
	made := aims.Observation{
		Rule: o.code, Key: o.key, Verdict: v, Code: o.code, Text: texts[o.code], Refs: []aims.Ref{on},
		Args: map[string]string{"record": on.ID},
	}
	for i := 0; i+1 < len(args); i += 2 {
		made.Args[args[i]] = args[i+1]
	}
	o.full = !o.yield(made)
}

// on makes an observation on the assessment.
func (o *output) on(e *Evaluation, v aims.Verdict, args ...string) {
	o.add(v, e.assessment.Ref(), args...)
}

// ofParty makes an observation on the control that the kind of a party belongs to.
func (o *output) ofParty(e *Evaluation, party PartyID, v aims.Verdict, args ...string) {
	o.key = aims.ControlKey(controlIndividuals)
	if slices.ContainsFunc(e.assessment.Parties, func(p Party) bool { return p.ID == party && p.Kind == Society }) {
		o.key = aims.ControlKey(controlSocieties)
	}
	o.on(e, v, args...)
}

// reads are the records that a rule on an assessment looks at.
func reads(more ...aims.Kind) []aims.Kind { return append([]aims.Kind{KindAssessment}, more...) }

const clauseProcess aims.Clause = "6.1.4"
