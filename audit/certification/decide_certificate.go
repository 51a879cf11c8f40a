package certification

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// bodyAccredited: the body that certifies now holds its accreditation on the
// day.
func (b *brief) bodyAccredited() judged {
	j := met(b.Certificate.Ref())
	a := b.life.body.Accreditation
	switch name := b.life.body.Name; a.Holds(b.at) {
	case aims.Yes:
		j.holdsUntil(a.Until)
	case aims.Unknown:
		j.unknown(b.at, b.Certificate.Ref(), AccreditationOpen, "body", name)
	default:
		var day aims.Date
		if a.Since > b.at {
			day = a.Since
		}
		j.against(day, b.Certificate.Ref(), NotAccredited, "body", name, "on", b.at.String())
	}
	return j
}

func (b *brief) groundNamed() judged {
	j := met(b.Certificate.Ref())
	if !b.Ground.Known() {
		j.against(b.at, b.Certificate.Ref(), NoGround)
	}
	return j
}

// causeResolved: somebody verified that what led to the suspension is
// resolved; an audit that was refused has taken place.
func (b *brief) causeResolved() judged {
	j := met(b.Certificate.Ref())
	switch b.Resolved {
	case aims.Yes:
	case aims.Unknown:
		j.unknown(b.at, b.Certificate.Ref(), CauseOpen)
	default:
		j.against(b.at, b.Certificate.Ref(), CauseRemains)
	}
	if b.life.state == Suspended && b.ground() == audit.AuditsRefused &&
		!slices.ContainsFunc(b.relied, func(a *audit.Audit) bool { return b.concluded(a) && a.LastDay >= b.life.suspended }) {
		j.against(b.at, b.Certificate.Ref(), AuditStillRefused, "suspended", b.life.suspended.String())
	}
	return j
}

// ground returns the ground of the latest suspension.
func (b *brief) ground() audit.Ground {
	var g audit.Ground
	for _, e := range b.Certificate.Events {
		if e.Type == audit.Suspended && e.On <= b.at {
			g = e.Ground
		}
	}
	return g
}

// scopeSet: there is a new scope, and it holds all of the old one and more,
// or a part of it, as far as it names roles, systems and sites.
func (b *brief) scopeSet() judged {
	j := met(b.Certificate.Ref())
	if b.Scope == nil || b.Scope.IsZero() {
		j.against(b.at, b.Certificate.Ref(), ScopeMissing)
		return j
	}
	small, large := *b.Scope, b.life.scope
	if b.Asked == ExtendScope {
		small, large = large, small
	}
	if what := beyond(small, large); what != "" {
		j.against(b.at, b.Certificate.Ref(), ScopeOtherwise, "asked", string(b.Asked), "what", what)
	} else if small.Text == large.Text && beyond(large, small) == "" {
		j.against(b.at, b.Certificate.Ref(), ScopeSame)
	}
	return j
}

// beyond names something in one scope that another does not have.
func beyond(small, large audit.CertifiedScope) string {
	for _, r := range small.Roles {
		if !slices.Contains(large.Roles, r) {
			return "the role " + string(r)
		}
	}
	for _, s := range small.Systems {
		if !slices.Contains(large.Systems, s) {
			return "the system " + string(s)
		}
	}
	for _, s := range small.Sites {
		if !slices.ContainsFunc(large.Sites, func(t audit.Site) bool { return t.ID == s.ID }) {
			return "the site " + s.ID
		}
	}
	return ""
}

func (b *brief) statementNamed() judged {
	j := met(b.Certificate.Ref())
	if b.policy.NameStatement.Asked != aims.Yes {
		return j
	}
	scope := b.life.scope
	if b.Scope != nil {
		scope = *b.Scope
	}
	if scope.StatementVersion == "" {
		j.against(b.at, b.Certificate.Ref(), StatementUnnamed)
	}
	return j
}

func (b *brief) labellingDenied() judged {
	j := met(b.Certificate.Ref())
	if b.policy.NotForLabelling.Asked != aims.Yes {
		return j
	}
	switch b.Certificate.NotForLabelling {
	case aims.Yes:
	case aims.Unknown:
		j.unknown(b.at, b.Certificate.Ref(), LabellingOpen)
	default:
		j.against(b.at, b.Certificate.Ref(), LabellingOpen)
	}
	return j
}

func (b *brief) effectiveLater() judged {
	j := met(b.Certificate.Ref())
	if b.Effective != 0 && b.Effective < b.at {
		j.against(0, b.Certificate.Ref(), EffectiveEarly, "effective", b.Effective.String(), "on", b.at.String())
	}
	return j
}
