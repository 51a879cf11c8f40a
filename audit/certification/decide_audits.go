package certification

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// latest returns the audit of a type that ended last, or that goes on, of
// those that the decision rests on.
func (b *brief) latest(t audit.Type) (*audit.Audit, bool) {
	var last *audit.Audit
	for _, a := range b.relied {
		if a.Type == t && (last == nil || b.day(a) >= b.day(last)) {
			last = a
		}
	}
	return last, last != nil
}

// concluded reports whether an audit is over and reported by the day.
func (b *brief) concluded(a *audit.Audit) bool {
	return a.LastDay != 0 && a.LastDay <= b.at && a.Concluded != 0 && a.Concluded <= b.at
}

// done judges that the latest audit of a type is over.
func (b *brief) done(t audit.Type) (judged, *audit.Audit) {
	a, found := b.latest(t)
	if !found {
		j := met()
		j.against(b.at, b.Certificate.Ref(), AuditMissing, "type", string(t))
		return j, nil
	}
	j := met(a.Ref())
	if !b.concluded(a) {
		j.against(b.at, a.Ref(), AuditGoesOn, "audit", string(a.ID))
	}
	return j, a
}

// applicationAccepted: the file notes the review after the application.
func (b *brief) applicationAccepted() judged {
	j := met(b.Certificate.Ref())
	if b.late {
		return j // at least a stage 2 is asked for, and no new application
	}
	reviewed := slices.ContainsFunc(b.Certificate.Events, func(e audit.Event) bool {
		return e.Type == audit.ApplicationReviewed && e.On <= b.at && e.On >= b.applied
	})
	switch {
	case b.applied == 0:
		j.against(b.at, b.Certificate.Ref(), NoApplication)
	case !reviewed:
		j.against(b.at, b.Certificate.Ref(), NotReviewed, "on", b.applied.String())
	}
	return j
}

func (b *brief) stageOneConcluded() judged {
	if b.late {
		return met()
	}
	j, a := b.done(audit.StageOne)
	if a == nil || j.met != aims.Yes {
		return j
	}
	switch a.Ready {
	case aims.Yes:
	case aims.Unknown:
		j.unknown(b.at, a.Ref(), ReadinessOpen, "audit", string(a.ID))
	default:
		j.against(b.at, a.Ref(), StageOneNotReady, "audit", string(a.ID))
	}
	return j
}

func (b *brief) stageTwoConcluded() judged {
	j, a := b.done(audit.StageTwo)
	one, found := b.latest(audit.StageOne)
	if a == nil || !found || b.late {
		return j
	}
	if begun := begun(a); begun != 0 && begun < b.day(one) {
		j.against(0, a.Ref(), StagesSwapped, "begun", begun.String(), "ended", b.day(one).String())
	}
	return j
}

// begun returns the first day of an audit, or the last where that is not
// known.
func begun(a *audit.Audit) aims.Date {
	if a.Opened != 0 {
		return a.Opened
	}
	return a.LastDay
}

func (b *brief) surveillanceDone() judged {
	j, _ := b.done(audit.Surveillance)
	return j
}

func (b *brief) recertificationDone() judged {
	j, _ := b.done(audit.Recertification)
	return j
}

func (b *brief) transferReviewed() judged {
	j, _ := b.done(audit.TransferReview)
	return j
}

// scopeAudited: an audit since the last decision on the scope is over and,
// where it names systems, looked at the new ones.
func (b *brief) scopeAudited() judged {
	j := met()
	over := slices.DeleteFunc(slices.Clone(b.relied), func(a *audit.Audit) bool { return !b.concluded(a) })
	if len(over) == 0 {
		j.against(b.at, b.Certificate.Ref(), AuditMissing, "type", string(audit.Special))
		return j
	}
	for _, a := range over {
		j.refs = append(j.refs, a.Ref())
	}
	if b.Scope == nil {
		return j
	}
	for _, s := range b.Scope.Systems {
		looked := slices.ContainsFunc(over, func(a *audit.Audit) bool { return slices.Contains(a.Scope.Systems, s) })
		if !looked && !slices.Contains(b.life.scope.Systems, s) {
			j.against(b.at, aims.Ref{Kind: aims.KindSystem, ID: string(s)}, SystemNotAudited, "system", string(s))
		}
	}
	return j
}

// reportGiven: every audit that the decision rests on, and that is over, has a
// report or says what it concludes.
func (b *brief) reportGiven() judged {
	j := met()
	for _, a := range b.relied {
		if !b.concluded(a) {
			continue // another rule asks for its end
		}
		j.refs = append(j.refs, a.Ref())
		if a.Report == "" && a.Conclusion == "" {
			j.against(b.at, a.Ref(), ReportMissing, "audit", string(a.ID))
		}
	}
	return j
}

// recommendationGiven: the last audit that the decision rests on recommends
// something; what it recommends is asked, or there is a reason to decide
// otherwise.
func (b *brief) recommendationGiven() judged {
	j := met()
	given := b.Recommended != ""
	for _, a := range b.relied {
		if a.Recommendation != "" && b.concluded(a) {
			given = true
			j.refs = append(j.refs, a.Ref())
		}
	}
	switch {
	case !given:
		j.against(b.at, b.Certificate.Ref(), NoRecommendation)
	case b.Recommended != "" && b.Recommended != b.Asked && b.Reason == "":
		j.against(b.at, b.Certificate.Ref(), RecommendsOtherwise, "recommended", string(b.Recommended), "asked", string(b.Asked))
	}
	return j
}
