package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/risk"
)

// criteria returns the risk criteria that count at the day, and whether they
// are approved as they stand.
func (in *Input) criteria() (*risk.Criteria, finding) {
	return current(in, risk.KindCriteria, func(c *risk.Criteria) (aims.Date, finding) {
		return c.Withdrawn, approval(in, c, c.Approvals, "the risk criteria")
	})
}

// openRisk is a risk that is open at the day, with what many rules ask of it.
type openRisk struct {
	*risk.Risk
	ref         aims.Ref
	treatments  []*risk.Treatment  // that exist and have not ended
	acceptances []*risk.Acceptance // that no other revokes

	level    once[leveled] // [Input.level]
	accepted once[finding] // [Input.accepted]
}

// leveled is a level, or why there is none.
type leveled struct {
	level risk.Level
	fault *finding
}

// risks returns the risks that are open at the day, in the order of the
// records, for reading only.
func (in *Input) risks() []*openRisk {
	return in.riskList.get(func() []*openRisk {
		open := without(list[risk.Risk](in), func(r *risk.Risk) bool { return r.Closed != 0 && r.Closed < in.At })
		all, found := make([]openRisk, len(open)), make([]*openRisk, len(open))
		place := make(map[risk.RiskID]int, len(open))
		for i, r := range open {
			all[i].Risk, all[i].ref = r, r.Ref()
			found[i], place[r.ID] = &all[i], i
		}
		treatments := newGrouping[*risk.Treatment](len(open))
		for _, t := range in.treatments() {
			for k, id := range t.Risks {
				if i, ok := place[id]; ok && !slices.Contains(t.Risks[:k], id) {
					treatments.add(i, t)
				}
			}
		}
		acceptances := newGrouping[*risk.Acceptance](len(open))
		for _, a := range in.standingAcceptances() {
			if i, ok := place[a.Risk]; ok {
				acceptances.add(i, a)
			}
		}
		treated, accepted := treatments.lists(), acceptances.lists()
		for i := range all {
			all[i].treatments, all[i].acceptances = treated[i], accepted[i]
		}
		return found
	})
}

// opportunities returns the opportunities that are on record at the day.
func (in *Input) opportunities() []*risk.Opportunity { return list[risk.Opportunity](in) }

// treatments returns the treatments that exist and have not ended at the day,
// for reading only.
func (in *Input) treatments() []*risk.Treatment {
	return in.treatmentList.get(func() []*risk.Treatment {
		return without(list[risk.Treatment](in), func(t *risk.Treatment) bool { return t.Ended != 0 && t.Ended < in.At })
	})
}

// level returns the level of the current rating of a risk by the criteria in
// force, or what keeps it from being known.
func (in *Input) level(c *risk.Criteria, r *openRisk) (risk.Level, finding) {
	found := r.level.get(func() leveled { return in.rated(c, r) })
	if found.fault != nil {
		return 0, *found.fault
	}
	return found.level, shown(r.ref)
}

func (in *Input) rated(c *risk.Criteria, r *openRisk) leveled {
	fault := func(f finding) leveled { return leveled{fault: &f} }
	if r.Current == nil || r.Current.On > in.At {
		return fault(filled(false, "how high the risk {id} is", r.ref))
	}
	digest, err := contentDigest(in, c)
	rated := c.Rate(r.Current)
	switch {
	case rated.Level == 0:
		return fault(missing(NotRated, []aims.Ref{r.ref}, "what", "the risk "+r.ref.ID))
	case err != nil || r.Current.Criteria != digest:
		return fault(partly(RatedByOthers, []aims.Ref{r.ref}, "what", "the risk "+r.ref.ID))
	}
	return leveled{level: rated.Level}
}

// aboveAppetite says whether a risk needs more than being watched: its level
// is above the appetite, or is not known.
func (in *Input) aboveAppetite(c *risk.Criteria, r *openRisk) bool {
	level, _ := in.level(c, r)
	return level == 0 || level > c.Appetite
}

// accepted judges whether somebody entitled to accepted a risk as it stands.
func (in *Input) accepted(c *risk.Criteria, r *openRisk) finding {
	return r.accepted.get(func() finding { return in.acceptance(c, r) })
}

// standingAcceptances returns the acceptances of risks that no other revokes.
func (in *Input) standingAcceptances() []*risk.Acceptance {
	all := list[risk.Acceptance](in)
	revoked := make(map[risk.AcceptanceID]bool)
	for _, a := range all {
		if a.Revokes != "" {
			revoked[a.Revokes] = true
		}
	}
	return without(all, func(a *risk.Acceptance) bool { return a.Revokes != "" || revoked[a.ID] })
}

func (in *Input) acceptance(c *risk.Criteria, r *openRisk) finding {
	digest, err := contentDigest(in, r.Risk)
	if err != nil {
		return cannotTell(NotAccepted, []aims.Ref{r.ref}, "what", "the risk "+r.ref.ID)
	}
	var top finding
	for _, a := range r.acceptances {
		refs := []aims.Ref{r.ref, {Kind: risk.KindAcceptance, ID: string(a.ID)}}
		f := shown(refs...).holds(a.Until)
		switch {
		case a.Until != 0 && a.Until < in.At:
			f = partly(ApprovalLapsed, refs, "what", "the acceptance of the risk "+r.ref.ID, "until", a.Until.String())
		case a.Content != digest:
			f = partly(ApprovalVoid, refs, "what", "the risk "+r.ref.ID, "on", a.On.String())
		case !in.entitled(c, a):
			f = missing(ApproverUnsuited, refs, "what", "the acceptance of the risk "+r.ref.ID, "by", string(a.By), "needed", "named for risks of this level")
		}
		top = best(top, f)
	}
	switch {
	case top.code != "":
		return top
	case !in.Supplied(risk.KindAcceptance):
		return in.absent(risk.KindAcceptance)
	}
	return missing(NotAccepted, []aims.Ref{r.ref}, "what", "the risk "+r.ref.ID)
}

// entitled reports whether the criteria name the person, or a role that the
// person holds on that day, for risks of that level.
func (in *Input) entitled(c *risk.Criteria, a *risk.Acceptance) bool {
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
func (in *Input) plan() (*risk.TreatmentPlan, finding) {
	return current(in, risk.KindPlan, func(p *risk.TreatmentPlan) (aims.Date, finding) {
		return p.Withdrawn, in.planApproved(p)
	})
}

func (in *Input) planApproved(p *risk.TreatmentPlan) finding {
	const what = "the risk treatment plan"
	if len(p.Designated) == 0 {
		return missing(FieldEmpty, []aims.Ref{p.Ref()}, "what", "which management is to approve "+what)
	}
	named := without(p.Approvals, func(a aims.Approval) bool { return !slices.Contains(p.Designated, a.By) })
	parts := []finding{approval(in, p, named, what)}
	for _, planned := range p.Treatments {
		t, found := find[risk.Treatment](in, string(planned.Treatment))
		if !found {
			parts = append(parts, in.absent(risk.KindTreatment).on(p.Ref()))
			continue
		}
		if digest, err := contentDigest(in, t); err != nil || digest != planned.Digest {
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

// planned returns the treatments of the plan that counts which exist at the
// day, for reading only.
func (in *Input) planned() []*risk.Treatment {
	return in.plannedList.get(func() []*risk.Treatment {
		p, _ := in.plan()
		found := make([]*risk.Treatment, 0, len(p.Treatments))
		for _, planned := range p.Treatments {
			if t, ok := find[risk.Treatment](in, string(planned.Treatment)); ok {
				found = append(found, t)
			}
		}
		return found
	})
}

// done reports whether a treatment is in place at the day.
func (in *Input) done(t *risk.Treatment) bool { return t.Implemented != 0 && t.Implemented <= in.At }
