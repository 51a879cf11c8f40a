package company

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// inPlace says since when something that a control asks for is in place, and
// what shows it.
func inPlace(from aims.Date, document aims.DocumentID, evidence ...aims.EvidenceID) aims.Arrangement {
	return aims.Arrangement{InPlace: aims.Yes, From: from, Documents: []aims.DocumentID{document}, Evidence: evidence}
}

// inventoried is what month 3 added to the entry of a product: whether the law
// treats it as high-risk, whom it touches, where it is used.
func inventoried(highRisk aims.Answer, basis string, affected ...string) func(*aims.AISystem) {
	return func(s *aims.AISystem) {
		s.HighRisk, s.HighRiskBasis, s.AffectedGroups = highRisk, basis, affected
		s.Jurisdictions = []string{"EU"}
	}
}

// overseen is what month 5 added: who watches the product, what keeps people
// from trusting it blindly, who answers for what, and that the licences of its
// components allow its use.
func overseen(mode aims.OversightMode, function, stop string, bias ...string) func(*aims.AISystem) {
	return func(s *aims.AISystem) {
		s.Oversight = aims.Oversight{
			Mode: mode, By: []aims.PersonID{"p-product", "p-validation"}, Function: function,
			Competent: aims.Yes, Competences: []aims.CompetenceID{"cmp-product", "cmp-validation"},
			PowerToStop: aims.Yes, StopMeans: stop, AutomationBias: bias,
			Reason: "a person decides in each case that touches somebody", Evidence: []aims.EvidenceID{"ev-gate-protocol"},
		}
		s.Components = slices.Clone(s.Components)
		for i := range s.Components {
			s.Components[i].LicenceAccepted = aims.Yes
		}
		s.Allocations = add(
			s.Allocations,
			aims.Allocation{Activity: "results within the intended use", Party: aims.BearerOrganization, Agreed: on(5, 20), Document: "doc-lifecycle"},
			aims.Allocation{Stage: aims.StageOperation, Activity: "decisions taken with results", Party: aims.BearerCustomer, Agreed: on(5, 20), Document: "doc-lifecycle"},
		)
	}
}

// arranged is what month 6 added: everything that the controls ask for each
// product.
func arranged(s *aims.AISystem) {
	from := on(6, 8)
	s.Arrangements = aims.Arrangements{
		Requirements:  inPlace(from, "doc-lifecycle", "ev-requirements"),
		Design:        inPlace(from, "doc-design-notes", "ev-design-review"),
		Verification:  inPlace(from, "doc-lifecycle", "ev-gate-protocol"),
		Deployment:    inPlace(from, "doc-lifecycle", "ev-release-gate"),
		Operation:     inPlace(from, "doc-operation-procedure", "ev-operation-log"),
		Technical:     inPlace(from, "doc-design-notes", "ev-technical-documentation"),
		EventLogs:     inPlace(from, "doc-operation-procedure", "ev-operation-log"),
		UserInfo:      inPlace(on(4, 21), "doc-communication-plan", "ev-release-notes"),
		AdverseReport: inPlace(on(5, 19), "doc-concern-procedure", "ev-channel-announced"),
		IncidentPlan:  inPlace(from, "doc-incident-procedure", "ev-incident-june"),
		PartyInfo:     inPlace(on(6, 18), "doc-communication-plan", "ev-impact-summaries"),
		Retirement:    inPlace(from, "doc-lifecycle", "ev-requirements"),
	}
	s.LogRetention = "P2Y"
	s.Monitoring = []aims.MetricID{"met-incidents"}
	s.Evidence = add(s.Evidence, "ev-operation-log")
}

// watchedForBias is for the products that rate people.
func watchedForBias(s *aims.AISystem) {
	s.Monitoring = add(s.Monitoring, "met-bias-coverage", "met-bias-results")
}

// history leads a product from the idea into operation.
func history(inception, design, verification, deployment, operation aims.Date) []aims.StageChange {
	return []aims.StageChange{
		{To: aims.StageInception, On: inception, By: "p-product", Reason: "customer need"},
		{To: aims.StageDesign, On: design, By: "p-datascience", Reason: "requirements agreed"},
		{To: aims.StageVerification, On: verification, By: "p-datascience", Reason: "candidate ready"},
		{To: aims.StageDeployment, On: deployment, By: "p-product", Reason: "tests passed"},
		{To: aims.StageOperation, On: operation, By: "p-product", Reason: "first customers live"},
	}
}

// explained says that an audience can have results explained.
func explained(audience, content string) aims.Explanation {
	return aims.Explanation{For: audience, Content: content, Available: aims.Yes}
}

// library is an open-source component.
func library(name, version, licence, use string) aims.Component {
	return aims.Component{
		Name: name, Version: version, Use: use, OpenSource: aims.Yes, Licence: licence, Source: "public package registry",
	}
}
