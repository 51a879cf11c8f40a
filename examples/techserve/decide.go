package main

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
)

// decision is what a certification body may decide by the records; without a
// file of a certification there is nothing to decide.
type decision struct {
	outcome string // none, or what may be decided
	certification.Decision
}

// decide asks for the certificate, for the latest file of the snapshot. Those
// who decide are all persons of the body that did not audit.
func decide(v *audit.View, at aims.Date) (decision, error) {
	c, found := caseOf(v, at)
	if !found {
		return decision{outcome: "none"}, nil
	}
	d, err := certification.Decide(c, certification.Default(), at)
	return decision{string(d.Outcome), d}, err
}

// caseOf puts the case together in which the certificate is asked for.
func caseOf(v *audit.View, at aims.Date) (certification.Case, bool) {
	var file audit.Certificate
	for f := range audit.Records[audit.Certificate](v, at) {
		file = f
	}
	c, err := certification.CaseOf(v, file.ID, at)
	if err != nil {
		return c, false
	}
	c.Asked = certification.Grant
	for _, p := range c.Persons {
		if p.Employer == file.Body.Name && !audited(c.Audits, p.ID) {
			c.Deciders = append(c.Deciders, p.ID)
		}
	}
	return c, true
}

func audited(audits []audit.Audit, id aims.PersonID) bool {
	return slices.ContainsFunc(audits, func(a audit.Audit) bool {
		return slices.ContainsFunc(a.Team, func(m audit.Member) bool { return m.Person == id })
	})
}

// reasons returns the codes of what stands against the certificate, each once.
func (d decision) reasons() []aims.Code {
	codes := []aims.Code{}
	for _, r := range d.Failed() {
		if !slices.Contains(codes, r.Rule) {
			codes = append(codes, r.Rule)
		}
	}
	return codes
}
