package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// best returns the finding of several candidates of which the best one
// counts; none is a finding without a reason.
func best(candidates ...finding) finding {
	var top finding
	for _, f := range candidates {
		if top.code == "" || rank(f) > rank(top) || rank(f) == rank(top) && lasts(f.until, top.until) {
			top = f
		}
	}
	return top
}

// rank orders the verdicts of candidates: one that fails is worse than one of
// which nothing can be told.
func rank(f finding) int {
	return [...]int{aims.MajorGap: 0, aims.MinorGap: 1, aims.CannotTell: 2, aims.Conforms: 3}[f.verdict]
}

// vouched judges whether somebody stands for a record that is not approved:
// somebody other than its owner reviewed it, and the next review is planned
// and not overdue, or evidence supports it. Without a planned end one look of
// long ago would vouch for ever. Evidence against it is a gap, whoever
// reviewed it.
func (in *Input) vouched(key aims.Key, what string, ref aims.Ref, owner aims.PersonID, reviews []aims.Review, reviewBy aims.Date, evidence []aims.EvidenceID) finding {
	reviewed := slices.ContainsFunc(reviews, func(r aims.Review) bool { return r.On <= in.At && (owner == "" || r.By != owner) })
	if reviewed && len(evidence) == 0 && reviewBy >= in.At {
		return shown(ref).holds(reviewBy)
	}
	shows := in.evidence(key, evidence, what, ref)
	switch {
	case shows.verdict.Gap() || !reviewed:
		return shows
	case reviewBy == 0:
		return best(cannotTell(ReviewUnplanned, []aims.Ref{ref}, "what", named(what, ref)), shows)
	case reviewBy < in.At:
		return best(cannotTell(ReviewOverdue, []aims.Ref{ref}, "what", named(what, ref), "due", reviewBy.String()), shows)
	}
	return best(shown(ref).holds(reviewBy), shows)
}

// decided judges a record that carries who decided it and when.
func (in *Input) decided(by aims.PersonID, on aims.Date, what string, ref aims.Ref) finding {
	if by == "" || on == 0 || on > in.At {
		return cannotTell(NobodyDecided, []aims.Ref{ref}, "what", named(what, ref))
	}
	return shown(ref)
}

// byTopManagement judges whether a person who did something belongs to top
// management.
func (in *Input) byTopManagement(by aims.PersonID, what string, ref aims.Ref) finding {
	p, found := audit.Find[aims.Person](in.View, by, in.At)
	switch {
	case found && p.TopManagement == aims.Yes:
		return shown(ref, p.Ref())
	case found && p.TopManagement == aims.No:
		return missing(ApproverUnsuited, []aims.Ref{ref, p.Ref()}, "what", named(what, ref), "by", string(by), "needed", topManagers)
	}
	return cannotTell(ApproverUnknown, []aims.Ref{ref}, "what", named(what, ref), "by", string(by), "needed", topManagers)
}

// topManagers describes who must approve what top management has to decide.
const topManagers = "in top management"

// communicated judges whether something was made known: one of the planned
// communications took place on the day since which the thing exists or later,
// and evidence shows it.
func (in *Input) communicated(key aims.Key, since aims.Date, ids []aims.CommunicationID, what string, ref aims.Ref) finding {
	if len(ids) == 0 {
		if !in.Supplied(aims.KindCommunication) {
			return in.absent(aims.KindCommunication).on(ref)
		}
		return missing(NotCommunicated, []aims.Ref{ref}, "what", named(what, ref))
	}
	var top finding
	for _, id := range ids {
		top = best(top, in.tookPlace(key, since, id, what, ref))
	}
	return top
}

// tookPlace judges whether a planned communication took place since a day.
func (in *Input) tookPlace(key aims.Key, since aims.Date, id aims.CommunicationID, what string, ref aims.Ref) finding {
	c, found := audit.Find[aims.Communication](in.View, id, in.At)
	if !found {
		return in.absent(aims.KindCommunication).on(ref)
	}
	var held finding
	for _, o := range c.Occasions {
		if o.On == 0 || o.On < since || o.On > in.At {
			continue
		}
		shows := in.shows(key, o.Evidence)
		if held.code == "" || rank(shows) > rank(held) {
			held = shows
		}
	}
	switch {
	case held.code == "":
		return missing(NotCommunicated, []aims.Ref{ref, c.Ref()}, "what", named(what, ref))
	case held.verdict != aims.Conforms:
		held.args = append([]string{"what", "the communication of " + named(what, ref)}, held.args...)
	}
	return held.on(ref, c.Ref())
}

// document judges whether the text of a record is a document under control: a
// document in force at the day, approved as it stands.
func (in *Input) document(id aims.DocumentID, what string, ref aims.Ref) finding {
	if id == "" {
		if !in.Supplied(aims.KindDocument) {
			return in.absent(aims.KindDocument).on(ref)
		}
		return missing(NotDocumented, []aims.Ref{ref}, "what", named(what, ref))
	}
	d, found := find[aims.Document](in, string(id))
	switch {
	case !found:
		return in.absent(aims.KindDocument).on(ref)
	case !in.inForce(d):
		return missing(NotInForce, []aims.Ref{ref, d.Ref()}, "what", "the document that holds "+named(what, ref))
	}
	f := in.documentApproval(d)
	if f.verdict != aims.Conforms {
		f = f.about("the document that holds " + named(what, ref))
	}
	return f.on(ref)
}

// overAll makes a rule over a set of records: every one of them must pass, and
// none at all is a gap where the host supplies the kind.
func overAll[T aims.Record](id aims.PointID, r rule, records func(*Input) []*T, judge func(*Input, *T) finding) aims.Rule[*Input] {
	r.check = func(in *Input) finding {
		all := records(in)
		set := over(len(all))
		for _, m := range all {
			set.add(judge(in, m))
		}
		if set.none() {
			var zero T
			return in.absent(zero.Ref().Kind)
		}
		return set.each()
	}
	return point(id, r)
}

// reviewed judges whether a record is looked at again as planned: a review
// lies ahead, or the last one left no date open.
func (in *Input) reviewed(what string, ref aims.Ref, reviews []aims.Review, reviewBy aims.Date) finding {
	switch {
	case reviewBy == 0 && !slices.ContainsFunc(reviews, func(r aims.Review) bool { return r.On <= in.At }):
		return missing(FieldEmpty, []aims.Ref{ref}, "what", "when "+named(what, ref)+" is reviewed")
	case reviewBy != 0 && reviewBy < in.At:
		return partly(Overdue, []aims.Ref{ref}, "what", "the review of "+named(what, ref), "due", reviewBy.String())
	}
	return shown(ref).holds(reviewBy)
}

// served judges whether a document in force, approved as it stands, is kept
// for a requirement or one of its points.
func (in *Input) served(point aims.PointID, what string) finding {
	var top finding
	for _, d := range in.documents() {
		if serves(d.Serves, point) {
			top = best(top, in.documentBasis(d))
		}
	}
	switch {
	case top.code != "":
		return top
	case !in.Supplied(aims.KindDocument):
		return in.absent(aims.KindDocument)
	}
	return missing(NotDocumented, nil, "what", what)
}

// serves reports whether something is kept for a point or its requirement.
func serves(keys []aims.Key, point aims.PointID) bool {
	return slices.Contains(keys, aims.PointKey(point)) || slices.Contains(keys, aims.ClauseKey(point.Clause()))
}

// documents returns the documents in force at the day, for reading only.
func (in *Input) documents() []*aims.Document {
	return in.documentList.get(func() []*aims.Document {
		return without(list[aims.Document](in), func(d *aims.Document) bool { return !in.inForce(d) })
	})
}

// inForce reports whether a document is in force at the day: neither draft
// nor obsolete, begun, not ended and not disposed of.
func (in *Input) inForce(d *aims.Document) bool {
	return d.Status != aims.DocumentDraft && d.Status != aims.DocumentObsolete &&
		d.From <= in.At && (d.Until == 0 || d.Until >= in.At) && (d.Disposed == 0 || d.Disposed > in.At)
}

// documentBasis judges what stands behind a document: an approval as it
// stands or, where it comes from outside, a review.
func (in *Input) documentBasis(d *aims.Document) finding {
	if d.External == aims.Yes {
		return in.vouched(aims.ClauseKey("7.5.3"), "the document {id}", d.Ref(), d.Owner, d.Reviews, d.ReviewBy, nil).holds(d.Until)
	}
	f := in.documentApproval(d)
	if f.verdict != aims.Conforms {
		f = f.about("the document " + string(d.ID))
	}
	return f
}

// process judges whether a process in use is kept for a requirement; an
// event-driven requirement rests on it until an event comes.
func (in *Input) process(clause aims.Clause, what string) finding {
	var top finding
	for _, p := range in.processes() {
		if slices.Contains(p.Serves, aims.ClauseKey(clause)) && p.From != 0 && p.From <= in.At {
			top = best(top, in.vouched(aims.ClauseKey(clause), what, p.Ref(), p.Owner, p.Reviews, p.ReviewBy, p.Evidence).holds(p.Until))
		}
	}
	if top.code == "" {
		return in.noneOf(aims.KindProcess, "process for "+what)
	}
	return top
}

// awaiting judges an event-driven point without an event: the process is in
// place and not yet exercised, or what is wrong with the process.
func (in *Input) awaiting(clause aims.Clause, what string) finding {
	return in.process(clause, what).idle()
}

// systems returns the AI systems that exist at the day and are not retired,
// for reading only.
func (in *Input) systems() []*aims.AISystem {
	return in.systemList.get(func() []*aims.AISystem {
		return without(list[aims.AISystem](in), func(s *aims.AISystem) bool {
			return s.StageAt(in.At) == aims.StageRetirement
		})
	})
}
