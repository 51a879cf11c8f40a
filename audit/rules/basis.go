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
// it was reviewed, and the next review is not overdue, or evidence supports it.
func (in *Input) vouched(key aims.Key, what string, ref aims.Ref, reviews []aims.Review, reviewBy aims.Date, evidence []aims.EvidenceID) finding {
	reviewed := slices.ContainsFunc(reviews, func(r aims.Review) bool { return r.On <= in.At })
	switch {
	case reviewed && (reviewBy == 0 || reviewBy >= in.At):
		return shown(ref).holds(reviewBy)
	case reviewed:
		return cannotTell(ReviewOverdue, []aims.Ref{ref}, "what", what, "due", reviewBy.String())
	}
	return in.evidence(key, evidence, what).on(ref)
}

// decided judges a record that carries who decided it and when.
func (in *Input) decided(by aims.PersonID, on aims.Date, what string, ref aims.Ref) finding {
	if by == "" || on == 0 || on > in.At {
		return cannotTell(NobodyDecided, []aims.Ref{ref}, "what", what)
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
		return missing(ApproverUnsuited, []aims.Ref{ref, p.Ref()}, "what", what, "by", string(by), "needed", topManagers)
	}
	return cannotTell(ApproverUnknown, []aims.Ref{ref}, "what", what, "by", string(by), "needed", topManagers)
}

// topManagers describes who must approve what top management has to decide.
const topManagers = "in top management"

// communicated judges whether something was made known: one of the planned
// communications took place, and evidence shows it.
func (in *Input) communicated(key aims.Key, ids []aims.CommunicationID, what string, ref aims.Ref) finding {
	if len(ids) == 0 {
		if !in.Supplied(aims.KindCommunication) {
			return in.absent(aims.KindCommunication).on(ref)
		}
		return missing(NotCommunicated, []aims.Ref{ref}, "what", what)
	}
	var candidates []finding
	for _, id := range ids {
		c, found := audit.Find[aims.Communication](in.View, id, in.At)
		if !found {
			candidates = append(candidates, in.absent(aims.KindCommunication).on(ref))
			continue
		}
		held := missing(NotCommunicated, []aims.Ref{ref, c.Ref()}, "what", what)
		for _, o := range c.Occasions {
			if o.On == 0 || o.On > in.At {
				continue
			}
			shows := in.evidence(key, o.Evidence, what).on(ref, c.Ref())
			if held.code == NotCommunicated || rank(shows) > rank(held) {
				held = shows
			}
		}
		candidates = append(candidates, held)
	}
	return best(candidates...)
}

// document judges whether the text of a record is a document under control: a
// document in force at the day, approved as it stands.
func (in *Input) document(id aims.DocumentID, what string, ref aims.Ref) finding {
	if id == "" {
		if !in.Supplied(aims.KindDocument) {
			return in.absent(aims.KindDocument).on(ref)
		}
		return missing(NotDocumented, []aims.Ref{ref}, "what", what)
	}
	d, found := audit.Find[aims.Document](in.View, id, in.At)
	if !found {
		return in.absent(aims.KindDocument).on(ref)
	}
	if d.From > in.At || d.Until != 0 && d.Until < in.At {
		return missing(NotInForce, []aims.Ref{ref, d.Ref()}, "what", what)
	}
	standing, a, err := d.Standing(in.At)
	if err != nil {
		return cannotTell(NotApproved, []aims.Ref{ref, d.Ref()}, "what", what)
	}
	return stands(standing, a, what, d.Ref()).on(ref).holds(d.Until)
}

// systems returns the AI systems that exist at the day and are not retired.
func (in *Input) systems() []aims.AISystem {
	return slices.DeleteFunc(list[aims.AISystem](in), func(s aims.AISystem) bool {
		return s.StageAt(in.At) == aims.StageRetirement
	})
}
