package certification

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// stand is how a finding stands on the day of the decision.
type stand struct {
	*audit.Finding
	state audit.State
	// settled says that it does not stand against a decision, and since is the
	// day from which it does not: a major when its implementation was verified,
	// a minor when its plan was accepted, either when the auditors withdrew it
	// in a dispute.
	settled   bool
	since     aims.Date
	withdrawn bool
}

func standOf(f *audit.Finding, at aims.Date) stand {
	s := stand{Finding: f, state: f.StateAt(at)}
	want := audit.PlanAccepted
	if f.Grade == audit.Major {
		want = audit.ImplementedVerified
	}
	switch s.state {
	case audit.Closed:
		if s.withdrawn = withdrawn(f, at); s.withdrawn {
			s.settled, s.since = true, entered(f, at)
			break
		}
		s.since, s.settled = f.Reached(want, at)
	case audit.PlanAccepted, audit.Corrected, audit.ActionDone, audit.ImplementedVerified, audit.EffectVerified:
		s.since, s.settled = f.Reached(want, at)
	}
	return s
}

// withdrawn reports whether a closed finding was closed out of a dispute.
func withdrawn(f *audit.Finding, at aims.Date) bool {
	var from, to audit.State
	for i := range f.Steps {
		if f.Steps[i].On <= at {
			from, to = to, f.Steps[i].To
		}
	}
	return to == audit.Closed && from == audit.Disputed
}

// entered returns the day of the last step by a day.
func entered(f *audit.Finding, at aims.Date) aims.Date {
	day := f.On
	for i := range f.Steps {
		if f.Steps[i].On <= at {
			day = f.Steps[i].On
		}
	}
	return day
}

func (b *brief) majorsVerified() judged {
	return b.nonconformities(audit.Major, MajorOpen)
}

func (b *brief) minorsPlanned() judged {
	return b.nonconformities(audit.Minor, MinorUnplanned)
}

// nonconformities judges that every one of a grade is settled. One that is
// still a draft may become anything.
func (b *brief) nonconformities(g audit.Grade, open aims.Code) judged {
	j := met(make([]aims.Ref, 0, b.graded[g])...)
	for i := range b.findings {
		f := &b.findings[i]
		if f.Grade != g {
			continue
		}
		j.refs = append(j.refs, f.Ref())
		switch {
		case f.settled:
		case f.state == audit.Draft:
			j.unknown(b.at, f.Ref(), FindingDraft, "finding", string(f.ID))
		default:
			j.against(b.at, f.Ref(), open, "finding", string(f.ID), "key", f.Key.String(), "state", f.state.String())
		}
	}
	return j
}

// majorsInTime: every major was verified within the limit after the last day
// of the latest stage 2. Afterwards only another stage 2 helps.
func (b *brief) majorsInTime() judged {
	j := met()
	two, found := b.latest(audit.StageTwo)
	if !found || two.LastDay == 0 || two.LastDay > b.at {
		return j // another rule asks for it
	}
	j.refs = append(j.refs, two.Ref())
	limit := b.policy.VerifyMajors.After(two.LastDay)
	for _, f := range b.findings {
		if f.Grade != audit.Major {
			continue
		}
		switch {
		case !f.settled && b.at <= limit:
			j.holdsUntil(limit)
		case !f.settled || f.since > limit:
			j.against(0, f.Ref(), MajorLate, "finding", string(f.ID), "lastDay", two.LastDay.String(), "limit", limit.String())
		}
	}
	return j
}

// concernsResolved: every area of concern of stage 1 is closed, or went into a
// finding of stage 2.
func (b *brief) concernsResolved() judged {
	j := met()
	for _, f := range b.findings {
		if f.Grade != audit.AreaOfConcern {
			continue
		}
		j.refs = append(j.refs, f.Ref())
		carried := slices.ContainsFunc(b.findings, func(g stand) bool {
			return g.Carried == f.ID && g.Grade != audit.AreaOfConcern && g.state != audit.Draft
		})
		switch {
		case f.state == audit.Closed || carried:
		case f.state == audit.Draft:
			j.unknown(b.at, f.Ref(), FindingDraft, "finding", string(f.ID))
		default:
			j.against(b.at, f.Ref(), ConcernOpen, "finding", string(f.ID), "key", f.Key.String())
		}
	}
	return j
}

// followUps lists what is left to be done about the findings: plans to carry
// out, implementation and effect to verify.
func (b *brief) followUps(after Standing) []FollowUp {
	if after.State != Certified && after.State != Suspended {
		return nil
	}
	next := nextAudit(after)
	list := make([]FollowUp, 0, b.graded[audit.Minor]+b.graded[audit.Major])
	for i := range b.findings {
		f := &b.findings[i]
		if !f.Grade.Nonconformity() {
			continue
		}
		todo := FollowUp{Finding: f.ID, Key: f.Key, Verify: next}
		switch f.state {
		case audit.PlanAccepted, audit.Corrected:
			todo.Code = CarryOutPlan
			todo.Due, todo.Actions = b.actionsFor(f.ID)
		case audit.ActionDone:
			todo.Code = VerifyImplementation
		case audit.ImplementedVerified:
			todo.Code = VerifyEffect
		default:
			continue
		}
		if b.policy.MinorsAtNextAudit.Asked != aims.Yes {
			todo.Verify = b.policy.CloseWithin.After(f.On)
		}
		list = append(list, todo)
	}
	return list
}

// nextAudit returns the last day for the next surveillance or recertification
// audit, which looks at what was done about findings.
func nextAudit(after Standing) aims.Date {
	for _, a := range after.Due {
		switch a.Code {
		case DueFirstSurveillance, DueSurveillance, DueRecertification:
			return a.Latest
		}
	}
	return 0
}

// actionsFor returns the corrective actions for a finding, and the last day
// that they are due.
func (b *brief) actionsFor(id audit.FindingID) (due aims.Date, actions []audit.ActionID) {
	for i := range b.Actions {
		if a := &b.Actions[i]; a.Since() <= b.at && slices.Contains(a.Findings, id) {
			due = max(due, a.Due)
			actions = append(actions, a.ID)
		}
	}
	return due, actions
}
