package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
	"github.com/aimskit/aimskit/risk"
)

// Input is what a rule looks at: the records, as of a day. Records dated
// later are not seen.
type Input struct {
	View         *audit.View
	At           aims.Date
	Requirements aims.Catalogue
	Controls     controls.Catalogue // with the organization's own controls

	// What is computed once for all rules, by the methods of the same names or
	// those named.
	lists            map[aims.Kind]any    // by list: []T of the kind
	current          map[aims.Kind]any    // by current: *counting[T] of the kind
	statement        *statement           // [Input.soa]
	positionList     *[]position          // [Input.positions]
	documentFindings map[aims.Ref]finding // [Input.documentApproval]
	documentList     *[]aims.Document
	processList      *[]aims.Process
	appraised        *[]assessed // [Input.appraisals]
	measurements     map[aims.MetricID][]aims.Measurement
	levels           map[risk.RiskID]leveled
	accepts          map[risk.RiskID]finding // [Input.accepted]
	acceptancesBy    map[risk.RiskID][]risk.Acceptance
	treatmentsBy     map[risk.RiskID][]risk.Treatment
}

// Supplied reports whether absence of a kind of record proves anything.
func (in *Input) Supplied(k aims.Kind) bool { return in.View.Supplied(k) }

// list returns the records of a type that exist at the day, for reading only.
func list[T aims.Record](in *Input) []T {
	var zero T
	kind := zero.Ref().Kind
	if found, known := in.lists[kind].([]T); known {
		return found
	}
	found := audit.List[T](in.View, in.At)
	if in.lists == nil {
		in.lists = make(map[aims.Kind]any)
	}
	in.lists[kind] = found
	return found
}

// without returns a list without some of its members: itself where none of
// them goes, for reading only.
func without[T any](list []T, goes func(T) bool) []T {
	first := slices.IndexFunc(list, goes)
	if first < 0 {
		return list
	}
	kept := slices.Clone(list[:first])
	for _, v := range list[first+1:] {
		if !goes(v) {
			kept = append(kept, v)
		}
	}
	return kept
}

// absent judges that no record of a kind shows a point: a gap when the host
// supplies the kind, else nothing can be told.
func (in *Input) absent(k aims.Kind) finding {
	if !in.Supplied(k) {
		return cannotTell(NotSupplied, nil, "kind", string(k))
	}
	return missing(NothingRecorded, nil, "kind", string(k))
}

// noneOf judges that none of the records of a kind is of the sort that a
// point asks for, which what describes.
func (in *Input) noneOf(k aims.Kind, what string) finding {
	if !in.Supplied(k) {
		return in.absent(k)
	}
	return missing(NothingRecorded, nil, "kind", what)
}

// answered judges that a question was answered, either way.
func answered(a aims.Answer, what string, refs ...aims.Ref) finding {
	if a == aims.Unknown {
		return cannotTell(NotAnswered, refs, "what", what)
	}
	return shown(refs...)
}

// answer judges a recorded yes or no. An open question tells nothing; "not
// applicable" to a question that the standard asks of everybody counts as no.
func answer(a aims.Answer, what string, refs ...aims.Ref) finding {
	switch a {
	case aims.Yes:
		return shown(refs...)
	case aims.Unknown:
		return cannotTell(NotAnswered, refs, "what", what)
	}
	return missing(AnsweredNo, refs, "what", what)
}

// filled judges a field that must say something.
func filled(is bool, what string, refs ...aims.Ref) finding {
	if is {
		return shown(refs...)
	}
	return missing(FieldEmpty, refs, "what", what)
}

// evidence judges the evidence of a claim for a point or control. Accepted
// and fresh evidence supports it. Rejected evidence, or evidence that speaks
// against the claim, is a gap, unless something collected later is accepted
// and fresh; the claim holds as long as one such item lasts. Missing, expired
// or unaccepted evidence tells nothing.
func (in *Input) evidence(key aims.Key, ids []aims.EvidenceID, what string) finding {
	var accepted []aims.Evidence
	var rejected, stale, open finding
	var rejectedOn aims.Date
	for _, id := range ids {
		e, found := audit.Find[aims.Evidence](in.View, id, in.At)
		if !found {
			continue
		}
		switch state := e.State(key, in.At, in.mayAccept); {
		case state == aims.Rejected:
			rejected = partly(EvidenceRejected, []aims.Ref{e.Ref()}, "what", what)
			rejectedOn = max(rejectedOn, e.Collected)
		case state == aims.Accepted && e.Fresh(in.At):
			accepted = append(accepted, e)
		case state == aims.Accepted:
			stale = cannotTell(EvidenceStale, []aims.Ref{e.Ref()}, "what", what, "on", e.Expires.String())
		default:
			open = cannotTell(EvidenceUnaccepted, []aims.Ref{e.Ref()}, "what", what, "state", state.String())
		}
	}
	var supports []finding
	for _, e := range accepted {
		if rejected.code == "" || e.Collected > rejectedOn {
			supports = append(supports, shown(e.Ref()).holds(e.Expires))
		}
	}
	switch {
	case len(supports) > 0:
		return best(supports...)
	case rejected.code != "":
		return rejected
	case stale.code != "":
		return stale
	case open.code != "":
		return open
	}
	return cannotTell(EvidenceMissing, nil, "what", what)
}

// lasts reports whether evidence that expires on a day counts longer than
// evidence that expires on another; no expiry lasts for ever.
func lasts(a, than aims.Date) bool { return than != 0 && (a == 0 || a > than) }

// mayAccept reports whether the judge of evidence is entitled to it: not a
// machine, as far as the records say.
func (in *Input) mayAccept(j aims.Judgment) bool {
	p, found := audit.Find[aims.Person](in.View, j.By, in.At)
	return !found || p.Machine != aims.Yes
}

// approval judges whether content is approved as it stands, by anybody who
// may approve at all.
func (in *Input) approval(content any, approvals []aims.Approval, what string, ref aims.Ref) finding {
	digest, err := in.View.ContentDigest(ref, func() any { return content })
	if err != nil {
		return cannotTell(NotApproved, []aims.Ref{ref}, "what", what)
	}
	return in.stands(approvals, what, ref, func(approvals []aims.Approval) (aims.Standing, aims.Approval) {
		return aims.StandingOf(digest, approvals, in.At)
	})
}

// documentApproval judges whether a document is approved as it stands.
func (in *Input) documentApproval(d aims.Document, what string) finding {
	f, known := in.documentFindings[d.Ref()]
	if !known {
		f = in.stands(d.Approvals, "", d.Ref(), func(approvals []aims.Approval) (aims.Standing, aims.Approval) {
			content, err := in.View.ContentDigest(d.Ref(), func() any { return d.Content() })
			if err != nil {
				return aims.Unapproved, aims.Approval{}
			}
			d := d
			d.Approvals = approvals
			return d.StandingBy(content, in.At)
		}).holds(d.Until)
		if in.documentFindings == nil {
			in.documentFindings = make(map[aims.Ref]finding)
		}
		in.documentFindings[d.Ref()] = f
	}
	if len(f.args) > 1 {
		f.args = append([]string{"what", what}, f.args[2:]...)
	}
	return f
}

// topApproval judges whether content is approved as it stands by somebody in
// top management. Of several approvals that hold, one by top management
// suffices.
func (in *Input) topApproval(content any, approvals []aims.Approval, what string, ref aims.Ref) finding {
	var candidates []finding
	for _, a := range approvals {
		f := in.approval(content, []aims.Approval{a}, what, ref)
		if f.verdict == aims.Conforms {
			f = and(f, in.byTopManagement(a.By, what, ref))
		}
		candidates = append(candidates, f)
	}
	if len(candidates) == 0 {
		return missing(NotApproved, []aims.Ref{ref}, "what", what)
	}
	return best(candidates...)
}

// since returns the day of the earliest approval of content, as it stands,
// that holds by itself; 0 where none does.
func since(approval func(any, []aims.Approval, string, aims.Ref) finding, content any, approvals []aims.Approval, ref aims.Ref) aims.Date {
	var first aims.Date
	for _, a := range approvals {
		if approval(content, []aims.Approval{a}, "", ref).verdict == aims.Conforms {
			first = earlier(first, a.On)
		}
	}
	return first
}

// stands judges the standing that approvals give. An approver who may not
// approve gives none.
func (in *Input) stands(approvals []aims.Approval, what string, ref aims.Ref, standing func([]aims.Approval) (aims.Standing, aims.Approval)) finding {
	refs := []aims.Ref{ref}
	s, a := standing(without(approvals, in.unsuited))
	if s != aims.Approved {
		if all, by := standing(approvals); all == aims.Approved {
			return missing(ApproverUnsuited, append(refs, aims.Ref{Kind: aims.KindPerson, ID: string(by.By)}),
				"what", what, "by", string(by.By), "needed", "a person who was in the organization on "+by.On.String())
		}
	}
	switch s {
	case aims.Approved:
		return shown(refs...).holds(a.Until)
	case aims.Voided:
		return partly(ApprovalVoid, refs, "what", what, "on", a.On.String())
	case aims.Lapsed:
		return partly(ApprovalLapsed, refs, "what", what, "until", a.Until.String())
	}
	return missing(NotApproved, refs, "what", what)
}

// unsuited reports whether an approver may not approve, as far as the records
// say: a machine, or somebody who had left or not yet joined on that day.
func (in *Input) unsuited(a aims.Approval) bool {
	p, found := audit.Find[aims.Person](in.View, a.By, in.At)
	return found && (p.Machine == aims.Yes || p.From > a.On || p.Until != 0 && p.Until < a.On)
}
