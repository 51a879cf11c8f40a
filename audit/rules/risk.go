package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/risk"
)

// criteria returns the risk criteria that count at the day, and whether they
// are approved as they stand.
func (in *Input) criteria() (risk.Criteria, finding) {
	return current(in, risk.KindCriteria, list[risk.Criteria](in), func(c risk.Criteria) (aims.Date, finding) {
		return c.Withdrawn, in.approval(c.Content(), c.Approvals, "the risk criteria", c.Ref())
	})
}

// risks returns the risks that are open at the day.
func (in *Input) risks() []risk.Risk {
	return without(list[risk.Risk](in), func(r risk.Risk) bool { return r.Closed != 0 && r.Closed < in.At })
}

// opportunities returns the opportunities that are on record at the day.
func (in *Input) opportunities() []risk.Opportunity { return list[risk.Opportunity](in) }

// treatmentsOf returns the treatments of a risk that exist and have not ended
// at the day, for reading only.
func (in *Input) treatmentsOf(id risk.RiskID) []risk.Treatment {
	if in.treatmentsBy == nil {
		in.treatmentsBy = make(map[risk.RiskID][]risk.Treatment)
		for _, t := range in.treatments() {
			for i, id := range t.Risks {
				if !slices.Contains(t.Risks[:i], id) {
					in.treatmentsBy[id] = append(in.treatmentsBy[id], t)
				}
			}
		}
	}
	return in.treatmentsBy[id]
}

func (in *Input) treatments() []risk.Treatment {
	return without(list[risk.Treatment](in), func(t risk.Treatment) bool { return t.Ended != 0 && t.Ended < in.At })
}

// level returns the level of the current rating of a risk by the criteria in
// force, or what keeps it from being known.
func (in *Input) level(c risk.Criteria, r risk.Risk) (risk.Level, finding) {
	found, known := in.levels[r.ID]
	if !known {
		found.level, found.finding = in.rated(c, r)
		if in.levels == nil {
			in.levels = make(map[risk.RiskID]leveled, len(in.risks()))
		}
		in.levels[r.ID] = found
	}
	return found.level, found.finding
}

// leveled is a level, or why there is none.
type leveled struct {
	level   risk.Level
	finding finding
}

func (in *Input) rated(c risk.Criteria, r risk.Risk) (risk.Level, finding) {
	what := "the risk " + string(r.ID)
	if r.Current == nil || r.Current.On > in.At {
		return 0, missing(FieldEmpty, []aims.Ref{r.Ref()}, "what", "how high "+what+" is")
	}
	digest, err := in.View.ContentDigest(c.Ref(), func() any { return c.Content() })
	rated := c.Rate(r.Current)
	switch {
	case rated.Level == 0:
		return 0, missing(NotRated, []aims.Ref{r.Ref()}, "what", what)
	case err != nil || r.Current.Criteria != digest:
		return 0, partly(RatedByOthers, []aims.Ref{r.Ref()}, "what", what)
	}
	return rated.Level, shown(r.Ref())
}

// aboveAppetite says whether a risk needs more than being watched: its level
// is above the appetite, or is not known.
func (in *Input) aboveAppetite(c risk.Criteria, r risk.Risk) bool {
	level, _ := in.level(c, r)
	return level == 0 || level > c.Appetite
}

// accepted judges whether somebody entitled to accepted a risk as it stands.
func (in *Input) accepted(c risk.Criteria, r risk.Risk) finding {
	f, known := in.accepts[r.ID]
	if !known {
		f = in.acceptance(c, r)
		if in.accepts == nil {
			in.accepts = make(map[risk.RiskID]finding)
		}
		in.accepts[r.ID] = f
	}
	return f
}

// acceptancesOf returns the acceptances of a risk that no other revokes.
func (in *Input) acceptancesOf(id risk.RiskID) []risk.Acceptance {
	if in.acceptancesBy == nil {
		revoked := make(map[risk.AcceptanceID]bool)
		for _, a := range list[risk.Acceptance](in) {
			revoked[a.Revokes] = true
		}
		in.acceptancesBy = make(map[risk.RiskID][]risk.Acceptance)
		for _, a := range list[risk.Acceptance](in) {
			if a.Revokes == "" && !revoked[a.ID] {
				in.acceptancesBy[a.Risk] = append(in.acceptancesBy[a.Risk], a)
			}
		}
	}
	return in.acceptancesBy[id]
}

func (in *Input) acceptance(c risk.Criteria, r risk.Risk) finding {
	what := "the risk " + string(r.ID)
	digest, err := in.View.ContentDigest(r.Ref(), func() any { return r.Content() })
	if err != nil {
		return cannotTell(NotAccepted, []aims.Ref{r.Ref()}, "what", what)
	}
	var candidates []finding
	for _, a := range in.acceptancesOf(r.ID) {
		refs := []aims.Ref{r.Ref(), a.Ref()}
		switch {
		case a.Until != 0 && a.Until < in.At:
			candidates = append(candidates, partly(ApprovalLapsed, refs, "what", "the acceptance of "+what, "until", a.Until.String()))
		case a.Content != digest:
			candidates = append(candidates, partly(ApprovalVoid, refs, "what", what, "on", a.On.String()))
		case !in.entitled(c, a):
			candidates = append(candidates, missing(ApproverUnsuited, refs, "what", "the acceptance of "+what, "by", string(a.By), "needed", "named for risks of this level"))
		default:
			candidates = append(candidates, shown(refs...).holds(a.Until))
		}
	}
	if len(candidates) > 0 {
		return best(candidates...)
	}
	if !in.Supplied(risk.KindAcceptance) {
		return in.absent(risk.KindAcceptance)
	}
	return missing(NotAccepted, []aims.Ref{r.Ref()}, "what", what)
}

// entitled reports whether the criteria name the person, or a role that the
// person holds on that day, for risks of that level.
func (in *Input) entitled(c risk.Criteria, a risk.Acceptance) bool {
	return slices.ContainsFunc(c.Accepters, func(x risk.Accepter) bool {
		return x.UpTo >= a.Level && (slices.Contains(x.Persons, a.By) || slices.ContainsFunc(x.Roles, func(id aims.RoleID) bool {
			role, found := audit.Find[aims.RoleAssignment](in.View, id, in.At)
			return found && role.Person == a.By
		}))
	})
}

// plan returns the treatment plan that counts at the day, and whether the
// management named for it approved it as it stands, with every treatment as
// it was planned.
func (in *Input) plan() (risk.TreatmentPlan, finding) {
	return current(in, risk.KindPlan, list[risk.TreatmentPlan](in), func(p risk.TreatmentPlan) (aims.Date, finding) {
		return p.Withdrawn, in.planApproved(p)
	})
}

func (in *Input) planApproved(p risk.TreatmentPlan) finding {
	const what = "the risk treatment plan"
	if len(p.Designated) == 0 {
		return missing(FieldEmpty, []aims.Ref{p.Ref()}, "what", "which management is to approve "+what)
	}
	named := without(p.Approvals, func(a aims.Approval) bool { return !slices.Contains(p.Designated, a.By) })
	parts := []finding{in.approval(p.Content(), named, what, p.Ref())}
	for _, planned := range p.Treatments {
		t, found := audit.Find[risk.Treatment](in.View, planned.Treatment, in.At)
		if !found {
			parts = append(parts, in.absent(risk.KindTreatment).on(p.Ref()))
			continue
		}
		if digest, err := in.View.ContentDigest(t.Ref(), func() any { return t.Content() }); err != nil || digest != planned.Digest {
			parts = append(parts, partly(ApprovalVoid, []aims.Ref{p.Ref(), t.Ref()}, "what", "the treatment "+string(t.ID), "on", approvedOn(named).String()))
		}
	}
	return and(parts...)
}

// approvedOn returns the day of the latest of several approvals.
func approvedOn(approvals []aims.Approval) aims.Date {
	var last aims.Date
	for _, a := range approvals {
		last = max(last, a.On)
	}
	return last
}

// planned returns the treatments of a plan that exist at the day.
func (in *Input) planned(p risk.TreatmentPlan) []risk.Treatment {
	found := make([]risk.Treatment, 0, len(p.Treatments))
	for _, planned := range p.Treatments {
		if t, ok := audit.Find[risk.Treatment](in.View, planned.Treatment, in.At); ok {
			found = append(found, t)
		}
	}
	return found
}

// done reports whether a treatment is in place at the day.
func (in *Input) done(t risk.Treatment) bool { return t.Implemented != 0 && t.Implemented <= in.At }
