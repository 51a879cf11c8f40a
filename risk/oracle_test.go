package risk_test

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	gen "github.com/aimskit/aimskit/internal/gen/risk"
	"github.com/aimskit/aimskit/risk"
)

// oracle judges a register in the plainest way, from the definitions: maps
// instead of indices, every dimension through the matrix by itself.
type oracle struct {
	r        risk.Records
	k        risk.Criteria
	evidence gen.Evidence // nil: not supplied
	at       aims.Date
}

// seen returns a rating as far as it is made by the day.
func (o oracle) seen(r *risk.Rating) *risk.Rating {
	if r == nil || r.On > o.at {
		return nil
	}
	return r
}

// levels returns the levels of a rating, and false unless it is complete.
func (o oracle) levels(r *risk.Rating) (likelihood int, consequences map[risk.DimensionID]int, complete bool) {
	if r == nil || r.Likelihood == 0 {
		return 0, nil, false
	}
	consequences = map[risk.DimensionID]int{}
	said := map[risk.DimensionID]bool{}
	for _, q := range r.Consequences {
		if q.Level != 0 {
			consequences[q.Dimension] = int(q.Level)
		}
		said[q.Dimension] = q.Level != 0 || q.WhyNot != ""
	}
	for _, d := range o.k.Consequences {
		if !said[d.ID] {
			return 0, nil, false
		}
	}
	return int(r.Likelihood), consequences, len(consequences) > 0
}

// level puts each dimension through the matrix; the worst counts.
func (o oracle) level(likelihood int, consequences map[risk.DimensionID]int) risk.Level {
	worst := risk.Level(0)
	for _, c := range consequences {
		worst = max(worst, o.k.Matrix.Grid[likelihood-1][c-1])
	}
	return worst
}

func (o oracle) stated(r *risk.Rating) risk.Level {
	likelihood, consequences, complete := o.levels(o.seen(r))
	if !complete {
		return 0
	}
	return o.level(likelihood, consequences)
}

// computed lowers the inherent rating by every treatment that counts.
func (o oracle) computed(r risk.Risk, counts func(risk.Treatment) bool) risk.Level {
	likelihood, consequences, complete := o.levels(o.seen(r.Inherent))
	if !complete {
		return 0
	}
	for _, t := range o.r.Treatments {
		if !slices.Contains(t.Risks, r.ID) || !counts(t) {
			continue
		}
		effect := risk.Effect{}
		for _, e := range t.Effects {
			if e.Risk == "" {
				effect = e
			}
		}
		for _, e := range t.Effects {
			if e.Risk == r.ID {
				effect = e
			}
		}
		likelihood -= effect.Likelihood
		for _, low := range effect.Consequences {
			if _, rated := consequences[low.Dimension]; rated {
				consequences[low.Dimension] -= low.By
			}
		}
	}
	likelihood = max(likelihood, 1)
	for d, c := range consequences {
		consequences[d] = max(c, 1)
	}
	return o.level(likelihood, consequences)
}

// proven says whether evidence shows that a treatment is in place: yes, no
// (something speaks against it) or unknown.
func (o oracle) proven(t risk.Treatment) aims.Answer {
	best, on := aims.Unknown, aims.Date(0)
	for _, id := range t.Evidence {
		e, found := o.evidence[id]
		if !found {
			continue
		}
		answer := aims.Unknown
		for _, key := range append(slices.Clone(t.Controls), aims.PointKey("8.3/a"), aims.PointKey("8.3/e")) {
			switch state := e.State(key, o.at, nil); {
			case state == aims.Rejected:
				answer = aims.No
			case state == aims.Accepted && e.Fresh(o.at) && answer == aims.Unknown:
				answer = aims.Yes
			}
		}
		switch {
		case answer == aims.No && e.Collected >= on:
			best, on = aims.No, e.Collected
		case answer == aims.Yes && e.Collected > on:
			best, on = aims.Yes, e.Collected
		}
	}
	return best
}

func (o oracle) progress(t risk.Treatment) risk.Progress {
	if t.Recorded > o.at {
		return 0
	}
	if t.Ended != 0 && t.Ended < o.at {
		return risk.Ended
	}
	if t.Implemented == 0 || t.Implemented > o.at {
		return risk.Pending
	}
	last := aims.Evaluation{}
	for _, e := range t.Effectiveness {
		if e.On <= o.at && e.On >= last.On {
			last = e
		}
	}
	if last.Met == aims.No && last.On >= t.Implemented {
		return risk.Failed
	}
	if o.evidence == nil {
		return risk.Effective
	}
	return map[aims.Answer]risk.Progress{aims.Yes: risk.Effective, aims.No: risk.Failed, aims.Unknown: risk.Unproven}[o.proven(t)]
}

func (o oracle) effective(t risk.Treatment) bool { return o.progress(t) == risk.Effective }

// expected adds the treatments of approved plans, as they were approved.
func (o oracle) expected(t risk.Treatment) bool {
	if o.effective(t) {
		return true
	}
	if p := o.progress(t); p != risk.Pending && p != risk.Unproven {
		return false
	}
	content, _ := aims.DigestOf(t.Content())
	for _, p := range o.r.Plans {
		if p.Recorded > o.at || p.Withdrawn != 0 && p.Withdrawn < o.at || !slices.Contains(p.Treatments, risk.Planned{Treatment: t.ID, Digest: content}) {
			continue
		}
		plan, _ := aims.DigestOf(p.Content())
		for _, a := range p.Approvals {
			if (len(p.Designated) == 0 || slices.Contains(p.Designated, a.By)) && a.Digest == plan && a.On <= o.at && (a.Until == 0 || a.Until >= o.at) {
				return true
			}
		}
	}
	return false
}

// accepted says whether an acceptance holds.
func (o oracle) accepted(r risk.Risk) bool {
	content, _ := aims.DigestOf(r.Content())
	for _, a := range o.r.Acceptances {
		revoked := slices.ContainsFunc(o.r.Acceptances, func(b risk.Acceptance) bool {
			return b.Revokes == a.ID && b.On <= o.at && b.Recorded <= o.at
		})
		if a.Risk == r.ID && a.Revokes == "" && !revoked && a.Content == content && a.On <= o.at && a.Recorded <= o.at && (a.Until == 0 || a.Until >= o.at) {
			return true
		}
	}
	return false
}
