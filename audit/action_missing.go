package audit

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Element is something that 10.2 asks to see of a corrective action.
type Element string

// The elements, in the order of the work.
const (
	ElementOwner         Element = "owner"
	ElementDue           Element = "due"
	ElementCorrection    Element = "correction"   // what brought it under control
	ElementConsequences  Element = "consequences" // and what it had led to
	ElementExtent        Element = "extent"       // whether there is the same elsewhere
	ElementCauseMethod   Element = "cause-method"
	ElementCause         Element = "cause"
	ElementAction        Element = "action"         // against the causes
	ElementSystemChange  Element = "system-change"  // whether the management system has to change
	ElementChanges       Element = "changes"        // by which planned changes, if it has
	ElementEvidence      Element = "evidence"       // as soon as something is done
	ElementEffectiveness Element = "effectiveness"  // reviewed with an answer, once all is done
	ElementOtherReviewer Element = "other-reviewer" // by somebody other than the owner
)

var elements = []Element{
	ElementOwner, ElementDue, ElementCorrection, ElementConsequences, ElementExtent, ElementCauseMethod, ElementCause,
	ElementAction, ElementSystemChange, ElementChanges, ElementEvidence, ElementEffectiveness, ElementOtherReviewer,
}

// Known reports whether e is in the vocabulary.
func (e Element) Known() bool { return word.Known(e, elements...) }

// UnmarshalText reads a word of the vocabulary.
func (e *Element) UnmarshalText(text []byte) error {
	return unmarshalName(e, text, "audit.Element", elements...)
}

// Missing returns the elements that the record lacks on a day, in the order of
// the work. What only comes later is not asked for before: evidence once
// something is done, the effectiveness once everything is.
func (a CorrectiveAction) Missing(at aims.Date) []Element {
	steps := slices.Concat(a.Correction, a.Actions)
	some := slices.ContainsFunc(steps, func(x aims.Action) bool { return !open(x, at) })
	all := len(a.Actions) > 0 && len(OpenActions(steps, at)) == 0
	review, reviewed := aims.LatestEvaluation(a.Effectiveness, at)
	var missing []Element
	for _, e := range []struct {
		element Element
		lacks   bool
	}{
		{ElementOwner, a.Owner == ""},
		{ElementDue, a.Due == 0},
		{ElementCorrection, len(a.Correction) == 0},
		{ElementConsequences, a.Consequences == ""},
		{ElementExtent, a.Similar == ""},
		{ElementCauseMethod, a.Cause.Method == ""},
		{ElementCause, a.Cause.Result == ""},
		{ElementAction, len(a.Actions) == 0},
		{ElementSystemChange, a.SystemChange == aims.Unknown},
		{ElementChanges, a.SystemChange == aims.Yes && len(a.Changes) == 0},
		{ElementEvidence, some && len(a.Evidence) == 0},
		{ElementEffectiveness, all && (!reviewed || review.Met == aims.Unknown)},
		{ElementOtherReviewer, all && reviewed && (review.By == "" || review.By == a.Owner)},
	} {
		if e.lacks {
			missing = append(missing, e.element)
		}
	}
	return missing
}

// OpenActions returns the actions that are not done on a day.
func OpenActions(actions []aims.Action, at aims.Date) []aims.Action {
	return slices.DeleteFunc(slices.Clone(actions), func(a aims.Action) bool { return !open(a, at) })
}

func open(a aims.Action, at aims.Date) bool { return a.Done == 0 || a.Done > at }

// Actions returns the actions of all decisions of the review, in their order;
// with [OpenActions], those that still have to be followed to their end.
func (r ManagementReview) Actions() []aims.Action {
	var all []aims.Action
	for _, d := range r.Decisions {
		all = append(all, d.Actions...)
	}
	return all
}
