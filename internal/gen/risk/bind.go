package risk

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// Bind binds ratings to the first criteria, plans to their treatments and
// approvals and acceptances to what they are about, as all of it stands. It
// changes the records in place.
func Bind(r *risk.Records) {
	BindRatings(r)
	BindPlans(r)
	BindAcceptances(r)
}

// BindRatings lets every rating be one by the first criteria.
func BindRatings(r *risk.Records) {
	digest := digestOf(r.Criteria[0].Content())
	for i := range r.Risks {
		for _, state := range []risk.State{risk.Inherent, risk.Current, risk.Residual, risk.Target} {
			if rating := r.Risks[i].Rating(state); rating != nil {
				rating.Criteria = digest
			}
		}
	}
}

// BindPlans freezes the treatments of every plan as they are, and has the plan
// approved as it then is.
func BindPlans(r *risk.Records) {
	digests := make(map[risk.TreatmentID]aims.Digest, len(r.Treatments))
	for _, t := range r.Treatments {
		digests[t.ID] = digestOf(t.Content())
	}
	for i := range r.Plans {
		p := &r.Plans[i]
		for j := range p.Treatments {
			p.Treatments[j].Digest = digests[p.Treatments[j].Treatment]
		}
		for j := range p.Approvals {
			p.Approvals[j].Digest = digestOf(p.Content())
		}
	}
}

// BindAcceptances lets every acceptance be one of its risk as it is, by the
// first criteria.
func BindAcceptances(r *risk.Records) {
	criteria := &r.Criteria[0]
	digest := digestOf(criteria.Content())
	places := make(map[risk.RiskID]int, len(r.Risks))
	for i := range r.Risks {
		places[r.Risks[i].ID] = i
	}
	for i := range r.Acceptances {
		a := &r.Acceptances[i]
		place, ok := places[a.Risk]
		if !ok {
			continue
		}
		accepted := &r.Risks[place]
		rating := accepted.Residual
		if rating == nil {
			rating = accepted.Current
		}
		a.Content, a.Criteria, a.Level = digestOf(accepted.Content()), digest, criteria.Rate(rating).Level
	}
}

func digestOf(content any) aims.Digest {
	d, err := aims.DigestOf(content)
	if err != nil {
		panic(err)
	}
	return d
}
