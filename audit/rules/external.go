package rules

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// Basis says where a verdict comes from that another module reached.
type Basis struct {
	Module    string     // the module or product that judged, an id such as "isms"
	Reference string     // what to look up there: a report, a control, a link
	On        aims.Date  // the day of the judgement; before it the rule says nothing, and no forecast sees it coming
	Until     aims.Date  // the last day on which it counts; absent: no end
	Refs      []aims.Ref // the records it rests on, where the host gives them references
}

// External makes a rule of a verdict that another module reached on a point,
// requirement or control, so that it stands beside those of the other rules
// and says where it comes from. After its last day it tells nothing.
//
// That something conforms answers what the rules of the set cannot tell about
// the key, of a requirement about each of its points: the reason of such an
// observation is [JudgedElsewhere]. A lapse that records show stays one, and
// any other verdict, that nothing can be told included, joins what the rules
// and other modules find; take out with [Set.Drop] those that it stands for. Of
// several modules that found a key to conform, the last in the set answers. A
// key that the set does not judge comes out among the remarks. The rule's code is
// "external/MODULE/KEY"; the digest of the set covers verdict and basis as
// well. A malformed key or verdict, or a basis without module, reference or
// day, is an error.
func External(key aims.Key, verdict aims.Verdict, basis Basis) (aims.Rule[*Input], error) {
	var none aims.Rule[*Input]
	if _, err := key.MarshalText(); err != nil {
		return none, fmt.Errorf("rules: verdict from outside: %w", err)
	}
	switch {
	case !verdict.Known():
		return none, fmt.Errorf("rules: verdict from outside on %s: %s is no verdict", key, verdict)
	case !aims.ValidID(basis.Module):
		return none, fmt.Errorf("rules: verdict from outside on %s: %q does not name the module that judged; use an id, like isms", key, basis.Module)
	case strings.TrimSpace(basis.Reference) == "":
		return none, fmt.Errorf("rules: verdict from outside on %s: say in Reference where %s can be asked", key, basis.Module)
	case !basis.On.Valid() || basis.Until != 0 && (!basis.Until.Valid() || basis.Until < basis.On):
		return none, fmt.Errorf("rules: verdict from outside on %s: give the day On of the judgement, and Until no earlier", key)
	}
	basis.Refs = slices.Clone(basis.Refs)
	clause, _ := key.Clause()
	code := aims.Code(externalCodes + basis.Module + "/" + key.String())
	return aims.Rule[*Input]{
		Code: code, Version: 1, Clause: clause, Key: key,
		Title: "verdict of " + basis.Module,
		Doc:   basis.doc(verdict),
		Check: func(in *Input) iter.Seq[aims.Observation] {
			return func(yield func(aims.Observation) bool) {
				if basis.On <= in.At {
					yield(basis.finding(verdict, in.At).observation(in, code, key))
				}
			}
		},
	}, nil
}

// externalCodes is what the codes of these rules begin with.
const externalCodes = "external/"

// doc tells all that the rule says, for the digest of the set.
func (b Basis) doc(v aims.Verdict) string {
	var doc strings.Builder
	fmt.Fprintf(&doc, "Judged as %s by %s on %s", v, b.Module, b.On)
	if b.Until != 0 {
		fmt.Fprintf(&doc, ", until %s", b.Until)
	}
	fmt.Fprintf(&doc, "; see %s.", b.Reference)
	for _, r := range b.Refs {
		fmt.Fprintf(&doc, " It rests on %s.", r)
	}
	return doc.String()
}

// finding is what the verdict is worth at a day.
func (b Basis) finding(v aims.Verdict, at aims.Date) finding {
	if b.Until != 0 && b.Until < at {
		return cannotTell(EvidenceStale, b.Refs, "what", "the verdict of "+b.Module+", "+b.Reference+",", "on", b.Until.String())
	}
	return finding{
		verdict: v, code: JudgedElsewhere,
		args: []string{"module", b.Module, "verdict", v.String(), "on", b.On.String(), "reference", b.Reference},
	}.on(b.Refs...).holds(b.Until)
}
