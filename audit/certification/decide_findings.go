package certification

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// settled says how a nonconformity stands against a decision, and since which
// day it does not: a major when its implementation was verified, a minor when
// its plan was accepted, either when the auditors withdrew it in a dispute.
func (b *brief) settled(f *audit.Finding) (on aims.Date, is bool) {
	state := f.StateAt(b.at)
	if state == audit.Closed && withdrawn(f, b.at) {
		return b.entered(f), true
	}
	want := audit.PlanAccepted
	if f.Grade == audit.Major {
		want = audit.ImplementedVerified
	}
	switch state {
	case audit.PlanAccepted, audit.Corrected, audit.ActionDone, audit.ImplementedVerified, audit.EffectVerified, audit.Closed:
		return f.Reached(want, b.at)
	}
	return 0, false
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

// entered returns the day of the last step by the day of the decision.
func (b *brief) entered(f *audit.Finding) aims.Date {
	day := f.On
	for i := range f.Steps {
		if f.Steps[i].On <= b.at {
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
	j := met()
	for _, f := range b.findings {
		if f.Grade != g {
			continue
		}
		j.refs = append(j.refs, f.Ref())
		if _, is := b.settled(f); is {
			continue
		}
		if state := f.StateAt(b.at); state == audit.Draft {
			j.unknown(b.at, f.Ref(), FindingDraft, "finding", string(f.ID))
		} else {
			j.against(b.at, f.Ref(), open, "finding", string(f.ID), "key", f.Key.String(), "state", state.String())
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
		on, is := b.settled(f)
		switch {
		case !is && b.at <= limit:
			j.holdsUntil(limit)
		case !is || on > limit:
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
		state := f.StateAt(b.at)
		carried := slices.ContainsFunc(b.findings, func(g *audit.Finding) bool {
			return g.Carried == f.ID && g.Grade != audit.AreaOfConcern && g.StateAt(b.at) != audit.Draft
		})
		switch {
		case state == audit.Closed || carried:
		case state == audit.Draft:
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
	var list []FollowUp
	for _, f := range b.findings {
		if !f.Grade.Nonconformity() {
			continue
		}
		add := func(code aims.Code, due aims.Date, more ...aims.Ref) {
			list = append(list, FollowUp{
				Code: code, Text: decideTexts[code], Args: map[string]string{"finding": string(f.ID), "key": f.Key.String()},
				Refs: append([]aims.Ref{f.Ref()}, more...), Due: due,
			})
		}
		switch state := f.StateAt(b.at); state {
		case audit.PlanAccepted, audit.Corrected:
			due, refs := b.actionsFor(f.ID)
			add(CarryOutPlan, due, refs...)
			add(VerifyImplementation, b.verifyBy(f, after))
		case audit.ActionDone:
			add(VerifyImplementation, b.verifyBy(f, after))
		case audit.ImplementedVerified:
			add(VerifyEffect, b.verifyBy(f, after))
		}
	}
	return list
}

// verifyBy returns the day by which what was done about a finding is looked
// at: the next surveillance or recertification audit, or the policy's limit.
func (b *brief) verifyBy(f *audit.Finding, after Standing) aims.Date {
	if b.policy.MinorsAtNextAudit.Asked != aims.Yes {
		return b.policy.CloseWithin.After(f.On)
	}
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
func (b *brief) actionsFor(id audit.FindingID) (due aims.Date, refs []aims.Ref) {
	for i := range b.Actions {
		if a := &b.Actions[i]; a.Since() <= b.at && slices.Contains(a.Findings, id) {
			due = max(due, a.Due)
			refs = append(refs, a.Ref())
		}
	}
	return due, refs
}
