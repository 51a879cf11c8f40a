package audit

import (
	"fmt"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// Large returns a management system of middle size to measure speed on: 4 AI
// systems, 100 risks with 25 treatments and an acceptance each, and 300 items
// of evidence, six for each control and the rest of [Conforming].
func Large() audit.Snapshot {
	s := Conforming()
	for i := 2; i <= 4; i++ {
		system := s.Systems[0]
		system.ID = aims.SystemID("system-" + number(i))
		s.Systems = append(s.Systems, system)
		s.Scopes[0].Systems = append(s.Scopes[0].Systems, system.ID)
		assessment := s.Assessments[0]
		assessment.ID, assessment.System = assessment.ID+"-"+impact.AssessmentID(number(i)), system.ID
		assessment.Approvals = slices.Clone(assessment.Approvals)
		s.Assessments = append(s.Assessments, assessment)
	}
	for i := 2; i <= 100; i++ {
		r := s.Risks[0]
		r.ID = risk.RiskID("risk-" + number(i))
		r.Systems = []aims.SystemID{s.Systems[i%4].ID}
		r.Inherent, r.Current, r.Residual = copied(r.Inherent), copied(r.Current), copied(r.Residual)
		s.Risks = append(s.Risks, r)
		a := s.Acceptances[0]
		a.ID, a.Risk = a.ID+"-"+risk.AcceptanceID(number(i)), r.ID
		s.Acceptances = append(s.Acceptances, a)
		if i%4 == 0 {
			t := s.Treatments[0]
			t.ID, t.Risks, t.Systems = t.ID+"-"+risk.TreatmentID(number(i)), nil, r.Systems
			s.Treatments = append(s.Treatments, t)
			s.Plans[0].Treatments = append(s.Plans[0].Treatments, risk.Planned{Treatment: t.ID})
		}
		last := &s.Treatments[len(s.Treatments)-1]
		last.Risks = append(last.Risks, r.ID)
	}
	rows := s.Statements[0].Rows
	for i := 0; len(s.Evidence) < 300; i++ {
		row := &rows[i%len(rows)]
		if len(row.Evidence) > 0 {
			row.Evidence = append(row.Evidence, evidence(&s, aims.EvidenceID("e-"+number(i)), "Record of "+row.Control.ID, row.Control)...)
		}
	}
	Approve(&s)
	return s
}

func copied(r *risk.Rating) *risk.Rating {
	c := *r
	return &c
}

func number(i int) string { return fmt.Sprintf("%03d", i) }
