package certification

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
	"github.com/aimskit/aimskit/risk"
)

// operatedLongEnough counts from the latest of three days: a policy was
// approved, a Statement of Applicability was approved, and risks were rated,
// each for the first time.
func (g *gate) operatedLongEnough() judged {
	j := met()
	var since aims.Date
	for _, begin := range []struct {
		kind aims.Kind
		what string
		on   aims.Date
	}{
		{aims.KindPolicy, "an approved AI policy", g.firstPolicy()},
		{controls.KindStatement, "an approved Statement of Applicability", g.firstStatement()},
		{risk.KindRisk, "a first result of the risk assessment", g.firstRating()},
	} {
		if begin.on == 0 {
			for _, r := range g.absent(begin.kind, NotBegun, "what", begin.what).reasons {
				if r.Code == NotSupplied {
					j.unknown(g.at, aims.Ref{}, NotSupplied, "kind", string(begin.kind))
				} else {
					j.against(g.policy.Operating.After(g.at), aims.Ref{}, NotBegun, "what", begin.what)
				}
			}
			continue
		}
		since = max(since, begin.on)
	}
	if until := g.policy.Operating.After(since); j.met == aims.Yes && until > g.at {
		j.against(until, aims.Ref{}, OperatesTooShort, "since", since.String(), "limit", g.policy.Operating.String(), "until", until.String())
	}
	return j
}

func (g *gate) firstPolicy() aims.Date {
	var first aims.Date
	for _, p := range audit.List[aims.Policy](g.view, g.at) {
		first = earliest(first, g.approved(p.Ref(), func() any { return p.Content() }, p.Approvals))
	}
	return first
}

func (g *gate) firstStatement() aims.Date {
	var first aims.Date
	for _, s := range audit.List[controls.Statement](g.view, g.at) {
		first = earliest(first, g.approved(s.Ref(), func() any { return s.Content() }, s.Approvals))
	}
	return first
}

// firstRating returns the day on which a risk was rated for the first time. A
// rating that replaced another hides the day of that one, so every rating of a
// risk counts, the inherent one too.
func (g *gate) firstRating() aims.Date {
	var first aims.Date
	for _, r := range audit.List[risk.Risk](g.view, g.at) {
		for _, rated := range []*risk.Rating{r.Inherent, r.Current, r.Residual} {
			if rated != nil && rated.On <= g.at {
				first = earliest(first, rated.On)
			}
		}
	}
	return first
}

// approved returns the day of the first approval of content that is approved
// as it stands; absent if it is not. What was approved then may have been
// changed and approved again since: the system operates from the first on.
func (g *gate) approved(ref aims.Ref, content func() any, approvals []aims.Approval) aims.Date {
	if len(approvals) == 0 {
		return 0
	}
	digest, err := g.view.ContentDigest(ref, content)
	if err != nil {
		return 0
	}
	var first aims.Date
	stands := false
	for _, a := range approvals {
		if a.On <= g.at {
			first = earliest(first, a.On)
			stands = stands || a.Digest == digest
		}
	}
	if !stands {
		return 0
	}
	return first
}

// earliest returns the earlier of two days; an absent one is none.
func earliest(a, b aims.Date) aims.Date {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}
