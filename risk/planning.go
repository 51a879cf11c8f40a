package risk

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// standing is how a plan stands at a day.
type standing struct {
	inForce    bool
	designated aims.Standing // by those named to approve it; where nobody is named, by anybody
	approval   aims.Approval // that it rests on
	anybody    aims.Standing // whoever approved
	other      aims.Approval // that this rests on
}

// judgePlans finds how each plan stands, and which treatments an approved one
// holds as they are.
func (a *Assessment) judgePlans() {
	r := a.register
	a.plans = make([]standing, len(r.records.Plans))
	a.agreed = make([]bool, len(r.records.Treatments))
	a.scheduled = make([]bool, len(r.records.Treatments))
	for i := range r.records.Plans {
		p, s := &r.records.Plans[i], &a.plans[i]
		if s.inForce = inForce(p.Recorded, p.Withdrawn, a.at); !s.inForce {
			continue
		}
		a.inForce = true
		s.anybody, s.other = aims.StandingOf(r.plans[i], p.Approvals, a.at)
		s.designated, s.approval = s.anybody, s.other
		if len(p.Designated) > 0 {
			s.designated, s.approval = aims.StandingOf(r.plans[i], p.byDesignated(), a.at)
		}
		for _, in := range p.Treatments {
			t := r.treatments[in.Treatment]
			a.scheduled[t] = true
			if s.designated == aims.Approved && in.Digest == r.planned[t] {
				a.agreed[t] = true
			}
		}
	}
}

// byDesignated returns the approvals of those named to approve the plan.
func (p *TreatmentPlan) byDesignated() []aims.Approval {
	var out []aims.Approval
	for _, a := range p.Approvals {
		if slices.Contains(p.Designated, a.By) {
			out = append(out, a)
		}
	}
	return out
}
