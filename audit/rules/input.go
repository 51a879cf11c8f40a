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
	lists            map[aims.Kind]any          // by list: []*T of the kind
	indexes          map[aims.Kind]any          // by find: map[string]*T of the kind
	current          map[aims.Kind]any          // by current: *counting[T] of the kind
	statement        *statement                 // [Input.soa]
	positionList     once[[]position]           // [Input.positions]
	documentFindings map[*aims.Document]finding // [Input.documentApproval]
	documentList     once[[]*aims.Document]
	processList      once[[]*aims.Process]
	systemList       once[[]*aims.AISystem]
	includedList     once[[]*aims.AISystem] // [Input.inScope]
	datasetList      once[[]*aims.Dataset]  // [Input.ownDatasets]
	competenceList   once[[]*aims.Competence]
	awarenessList    once[[]*aims.Awareness]
	riskList         once[[]*openRisk]
	treatmentList    once[[]*risk.Treatment]
	plannedList      once[[]*risk.Treatment]
	appraised        once[[]assessed] // [Input.appraisals]
	measurements     once[map[aims.MetricID][]*aims.Measurement]
	review           once[namedReview]            // [Input.latestReview]
	machines         once[map[aims.PersonID]bool] // [Input.mayAccept]

	room room // for the references of observations
}

// once holds what is computed when it is asked for the first time.
type once[T any] struct {
	value T
	known bool
}

func (o *once[T]) get(compute func() T) T {
	if !o.known {
		o.value, o.known = compute(), true
	}
	return o.value
}

// Supplied reports whether absence of a kind of record proves anything.
func (in *Input) Supplied(k aims.Kind) bool { return in.View.Supplied(k) }

// list returns the records of a type that exist at the day, for reading only.
func list[T aims.Record](in *Input) []*T {
	var zero T
	kind := zero.Ref().Kind
	if found, known := in.lists[kind].([]*T); known {
		return found
	}
	records := audit.List[T](in.View, in.At)
	found := make([]*T, len(records))
	for i := range records {
		found[i] = &records[i]
	}
	if in.lists == nil {
		in.lists = make(map[aims.Kind]any, 48)
	}
	in.lists[kind] = found
	return found
}

// find returns the record with an id, if it exists at the day, for reading
// only. It pays for kinds that many rules look up; see also [audit.Find].
func find[T aims.Record](in *Input, id string) (*T, bool) {
	var zero T
	kind := zero.Ref().Kind
	index, known := in.indexes[kind].(map[string]*T)
	if !known {
		all := list[T](in)
		index = make(map[string]*T, len(all))
		for _, r := range all {
			index[(*r).Ref().ID] = r
		}
		if in.indexes == nil {
			in.indexes = make(map[aims.Kind]any)
		}
		in.indexes[kind] = index
	}
	record, found := index[id]
	return record, found
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

// values returns the records themselves, for functions of other packages.
func values[T any](list []*T) []T {
	found := make([]T, len(list))
	for i, r := range list {
		found[i] = *r
	}
	return found
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

// What is asked for is described by a few words, in which {id} stands for the
// id of the record; see [named].

// answered judges that a question about a record was answered, either way.
func answered(a aims.Answer, what string, ref aims.Ref) finding {
	if a == aims.Unknown {
		return cannotTell(NotAnswered, []aims.Ref{ref}, "what", named(what, ref))
	}
	return shown(ref)
}

// answer judges a recorded yes or no. An open question tells nothing; "not
// applicable" to a question that the standard asks of everybody counts as no.
func answer(a aims.Answer, what string, ref aims.Ref) finding {
	switch a {
	case aims.Yes:
		return shown(ref)
	case aims.Unknown:
		return answered(a, what, ref)
	}
	return missing(AnsweredNo, []aims.Ref{ref}, "what", named(what, ref))
}

// filled judges a field of a record that must say something.
func filled(is bool, what string, ref aims.Ref) finding {
	if is {
		return shown(ref)
	}
	return missing(FieldEmpty, []aims.Ref{ref}, "what", named(what, ref))
}

// evidence judges the evidence of a claim about a record for a point or
// control. Accepted and fresh evidence supports it. Rejected evidence, or
// evidence that speaks against the claim, is a gap, unless something collected
// later is accepted and fresh; the claim holds as long as one such item lasts.
// Missing, expired or unaccepted evidence tells nothing.
func (in *Input) evidence(key aims.Key, ids []aims.EvidenceID, what string, ref aims.Ref) finding {
	f := in.shows(key, ids)
	if f.verdict != aims.Conforms {
		f.args = append([]string{"what", named(what, ref)}, f.args...)
	}
	if ref.ID != "" {
		f = f.on(ref)
	}
	return f
}

// shows judges items of evidence, whatever they are to show.
func (in *Input) shows(key aims.Key, ids []aims.EvidenceID) finding {
	type proof struct {
		id                 aims.EvidenceID
		collected, expires aims.Date
	}
	var room [8]proof
	accepted := room[:0]
	var rejected, stale, open finding
	var rejectedOn aims.Date
	for _, id := range ids {
		e, found := audit.Find[aims.Evidence](in.View, id, in.At)
		if !found {
			continue
		}
		switch state := e.State(key, in.At, in.mayAccept); {
		case state == aims.Rejected:
			rejected = partly(EvidenceRejected, []aims.Ref{e.Ref()})
			rejectedOn = max(rejectedOn, e.Collected)
		case state == aims.Accepted && e.Fresh(in.At):
			accepted = append(accepted, proof{e.ID, e.Collected, e.Expires})
		case state == aims.Accepted:
			stale = cannotTell(EvidenceStale, []aims.Ref{e.Ref()}, "on", e.Expires.String())
		default:
			open = cannotTell(EvidenceUnaccepted, []aims.Ref{e.Ref()}, "state", state.String())
		}
	}
	var supports finding
	for _, e := range accepted {
		if rejected.code == "" || e.collected > rejectedOn {
			supports = best(supports, shown(aims.Ref{Kind: aims.KindEvidence, ID: string(e.id)}).holds(e.expires))
		}
	}
	for _, f := range []finding{supports, rejected, stale, open} {
		if f.code != "" {
			return f
		}
	}
	return cannotTell(EvidenceMissing, nil)
}

// lasts reports whether evidence that expires on a day counts longer than
// evidence that expires on another; no expiry lasts for ever.
func lasts(a, than aims.Date) bool { return than != 0 && (a == 0 || a > than) }

// mayAccept reports whether the judge of evidence is entitled to it: not a
// machine, as far as the records say.
func (in *Input) mayAccept(j aims.Judgment) bool {
	return !in.machines.get(func() map[aims.PersonID]bool {
		machines := make(map[aims.PersonID]bool)
		for _, p := range list[aims.Person](in) {
			if p.Machine == aims.Yes {
				machines[p.ID] = true
			}
		}
		return machines
	})[j.By]
}

// approvable is a record of which approvals bind the content.
type approvable[T any] interface {
	aims.Record
	Content() T
}

// contentDigest returns the digest of what approvals of a record bind.
func contentDigest[T approvable[T]](in *Input, record *T) (aims.Digest, error) {
	return in.View.ContentDigest((*record).Ref(), func() any { return (*record).Content() })
}

// approval judges whether a record is approved as it stands, by anybody who
// may approve at all.
func approval[T approvable[T]](in *Input, record *T, approvals []aims.Approval, what string) finding {
	ref := (*record).Ref()
	digest, err := contentDigest(in, record)
	if err != nil {
		return cannotTell(NotApproved, []aims.Ref{ref}, "what", named(what, ref))
	}
	return in.stands(approvals, what, ref, func(approvals []aims.Approval) (aims.Standing, aims.Approval) {
		return aims.StandingOf(digest, approvals, in.At)
	})
}

// documentApproval judges whether a document is approved as it stands; what
// it says of it the caller adds with [finding.about] where it fails.
func (in *Input) documentApproval(d *aims.Document) finding {
	if f, known := in.documentFindings[d]; known {
		return f
	}
	f := in.stands(d.Approvals, "", d.Ref(), func(approvals []aims.Approval) (aims.Standing, aims.Approval) {
		content, err := contentDigest(in, d)
		if err != nil {
			return aims.Unapproved, aims.Approval{}
		}
		d := *d
		d.Approvals = approvals
		return d.StandingBy(content, in.At)
	}).holds(d.Until)
	if in.documentFindings == nil {
		in.documentFindings = make(map[*aims.Document]finding, len(in.documents()))
	}
	in.documentFindings[d] = f
	return f
}

// topApproval judges whether a record is approved as it stands by somebody in
// top management. Of several approvals that hold, one by top management
// suffices.
func topApproval[T approvable[T]](in *Input, record *T, approvals []aims.Approval, what string) finding {
	ref := (*record).Ref()
	if len(approvals) == 0 {
		return missing(NotApproved, []aims.Ref{ref}, "what", named(what, ref))
	}
	var top finding
	for i, a := range approvals {
		f := approval(in, record, approvals[i:i+1], what)
		if f.verdict == aims.Conforms {
			f = and(f, in.byTopManagement(a.By, what, ref))
		}
		top = best(top, f)
	}
	return top
}

// since returns the day of the earliest approval of a record, as it stands,
// that holds by itself; 0 where none does.
func since[T any](in *Input, approval func(*Input, *T, []aims.Approval, string) finding, record *T, approvals []aims.Approval) aims.Date {
	var first aims.Date
	for i, a := range approvals {
		if approval(in, record, approvals[i:i+1], "").verdict == aims.Conforms {
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
	if s == aims.Approved {
		return shown(ref).holds(a.Until)
	}
	what = named(what, ref)
	if all, by := standing(approvals); all == aims.Approved {
		return missing(ApproverUnsuited, append(refs, aims.Ref{Kind: aims.KindPerson, ID: string(by.By)}),
			"what", what, "by", string(by.By), "needed", "a person who was in the organization on "+by.On.String())
	}
	switch s {
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
