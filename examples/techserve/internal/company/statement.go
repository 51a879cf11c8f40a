package company

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// need is one row of the Statement of Applicability: why the control is
// needed, who answers for it, and since when it is in place, in part or whole.
type need struct {
	control aims.ControlID
	kind    controls.ReasonKind
	because string // the obligation for legal and contractual reasons, else a place in words
	owner   aims.PersonID
	partly  aims.Date // absent: not in part before it was whole
	wholly  aims.Date
	shown   []aims.EvidenceID // the partial state first, if there was one
}

// needs lists the controls of Annex A. All of them apply: the company
// develops, provides and uses AI.
func needs() []need {
	law, contract, risk, practice := controls.Legal, controls.Contractual, controls.RiskAssessment, controls.BestPractice
	never := aims.Date(0)
	return []need{
		{"A.2.2", practice, "context workshop, issue on customers' proof", "p-governance", never, on(6, 9), list("ev-policy-announced")},
		{"A.2.3", practice, "gap report, section 2", "p-governance", never, on(6, 9), list("ev-policy-alignment")},
		{"A.2.4", practice, "gap report, section 2", "p-governance", never, on(6, 25), list("ev-management-review")},
		{"A.3.2", risk, "risk register, R-01: nobody answers for a product", "p-governance", never, on(3, 17), list("ev-roles-announced")},
		{"A.3.3", practice, "pledge on fair analytics, point 4", "p-quality", never, on(5, 19), list("ev-channel-announced", "ev-first-concern")},
		{"A.4.2", risk, "risk register, R-02: unknown components", "p-engineer-1", never, on(5, 12), list("ev-resource-inventory")},
		{"A.4.3", law, "obl-gdpr", "p-data", never, on(5, 12), list("ev-resource-inventory")},
		{"A.4.4", risk, "risk register, R-02: unknown components", "p-engineer-1", never, on(5, 12), list("ev-resource-inventory")},
		{"A.4.5", contract, "obl-customer-contracts", "p-engineer-1", never, on(5, 12), list("ev-capacity")},
		{"A.4.6", risk, "risk register, R-03: skills in few heads", "p-people", on(4, 24), on(8, 12), list("ev-training-april", "ev-training-complete")},
		{"A.5.2", law, "obl-ai-act-high-risk", "p-risk", never, on(5, 28), list("ev-impact-assessments")},
		{"A.5.3", law, "obl-ai-act-high-risk", "p-risk", never, on(5, 28), list("ev-impact-assessments")},
		{"A.5.4", law, "obl-ai-act-high-risk", "p-risk", on(5, 28), on(8, 15), list("ev-impact-assessments", "ev-impact-completed")},
		{"A.5.5", risk, "risk register, R-04: harm beyond the customer", "p-risk", never, on(5, 28), list("ev-impact-assessments")},
		{"A.6.1.2", practice, "pledge on fair analytics, point 1", "p-product", never, on(6, 12), list("ev-objectives-announced")},
		{"A.6.1.3", risk, "risk register, R-05: care depends on habits", "p-datascience", on(5, 27), on(6, 9), list("ev-gate-protocol", "ev-release-gate")},
		{"A.6.2.2", law, "obl-ai-act-high-risk", "p-product", never, on(6, 12), list("ev-requirements")},
		{"A.6.2.3", law, "obl-ai-act-high-risk", "p-datascience", on(5, 22), on(6, 12), list("ev-design-review", "ev-technical-documentation")},
		{"A.6.2.4", law, "obl-ai-act-high-risk", "p-validation", never, on(5, 13), list("ev-validation-reports")},
		{"A.6.2.5", risk, "risk register, R-06: release of an untested version", "p-product", never, on(5, 27), list("ev-gate-protocol")},
		{"A.6.2.6", contract, "obl-customer-contracts", "p-product", never, on(6, 16), list("ev-operation-log")},
		{"A.6.2.7", law, "obl-ai-act-high-risk", "p-datascience", on(5, 22), on(6, 12), list("ev-design-review", "ev-technical-documentation")},
		{"A.6.2.8", law, "obl-ai-act-high-risk", "p-engineer-1", never, on(6, 16), list("ev-operation-log")},
		{"A.7.2", risk, "risk register, R-07: unsuitable data", "p-data", never, on(6, 12), list("ev-data-clearance")},
		{"A.7.3", law, "obl-gdpr", "p-data", never, on(6, 12), list("ev-data-clearance")},
		{"A.7.4", law, "obl-ai-act-high-risk", "p-data", never, on(6, 12), list("ev-data-clearance")},
		{"A.7.5", law, "obl-gdpr", "p-data", never, on(6, 12), list("ev-data-clearance")},
		{"A.7.6", risk, "risk register, R-07: unsuitable data", "p-data", never, on(6, 12), list("ev-data-clearance")},
		{"A.8.2", law, "obl-ai-act-transparency", "p-product", never, on(4, 24), list("ev-release-notes")},
		{"A.8.3", practice, "pledge on fair analytics, point 4", "p-quality", never, on(5, 20), list("ev-channel-announced")},
		{"A.8.4", law, "obl-incident-notice", "p-support", never, on(6, 16), list("ev-incident-june")},
		{"A.8.5", law, "obl-gdpr", "p-product", never, on(6, 19), list("ev-impact-summaries")},
		{"A.9.2", risk, "risk register, R-08: products used for what they are not made for", "p-product", never, on(6, 13), list("ev-use-cases")},
		{"A.9.3", practice, "context workshop, issue on purpose", "p-product", never, on(6, 13), list("ev-board-june")},
		{"A.9.4", contract, "obl-model-terms", "p-product", on(4, 24), on(6, 13), list("ev-release-notes", "ev-use-cases")},
		{"A.10.2", risk, "risk register, R-09: nobody answers at the border to a supplier", "p-purchasing", never, on(4, 29), list("ev-allocations")},
		{"A.10.3", contract, "obl-model-terms", "p-purchasing", never, on(4, 29), list("ev-due-diligence")},
		{"A.10.4", contract, "obl-customer-contracts", "p-product", never, on(6, 19), list("ev-customer-annex")},
	}
}

func list(ids ...aims.EvidenceID) []aims.EvidenceID { return ids }

// row is the row of a need as it stands on a day.
func (n need) row(day aims.Date) controls.Row {
	r := controls.Row{Control: aims.ControlKey(n.control), Applicability: controls.Applicable, Owner: n.owner}
	reason := controls.Reason{Kind: n.kind, Reference: n.because}
	if n.kind == controls.Legal || n.kind == controls.Contractual {
		reason = controls.Reason{Kind: n.kind, Ref: aims.Ref{Kind: aims.KindObligation, ID: n.because}}
	}
	r.Reasons = []controls.Reason{reason}
	if n.control == "A.7.3" {
		r.Exclusions = []controls.Exclusion{{
			Ground: controls.ActivityNotPerformed, Systems: []aims.SystemID{"sys-assistant"},
			Text: "no data are acquired for it: the model is bought, and questions for tests are written by our own people",
		}}
	}
	due := endOf(6)
	if n.wholly > due {
		due = endOf(8) // waits for records of people or customers
	}
	switch {
	case day >= n.wholly:
		r.Status, r.Since, r.Evidence = controls.Implemented, n.wholly, n.shown[len(n.shown)-1:]
		if n.partly == 0 {
			r.Evidence = n.shown
		}
	case n.partly != 0 && day >= n.partly:
		r.Status, r.Since, r.Evidence, r.Due = controls.Partial, n.partly, n.shown[:1], due
	default:
		r.Status, r.Due = controls.Planned, due
	}
	return r
}

// statements holds the Statement of Applicability: a draft with all rows in
// month 4, approved in month 6. Afterwards only the state of controls moves.
func statements() []life[controls.Statement] {
	begun := on(4, 29)
	s := controls.Blank(controls.Edition2023())
	s.ID, s.Recorded, s.Version, s.Scope = "soa-1", begun, "0.5", "scope-1"
	days := []aims.Date{}
	for _, n := range needs() {
		s = must(s.Decide(begun, "p-governance", "meeting with the owners of products and controls", n.row(begun)))
		days = append(days, n.partly, n.wholly)
	}
	slices.Sort(days)
	l := born(s)
	for _, day := range slices.Compact(days) {
		if day > begun {
			l = l.then(day, func(s *controls.Statement) { s.Rows = rows(day) })
		}
	}
	// The content does not hold the state of controls, so it is approved
	// whatever the state.
	return []life[controls.Statement]{l.then(on(6, 10), func(s *controls.Statement) {
		s.Version = "1.0"
		s.Approvals = add(s.Approvals, approval(s.Content(), "p-cto", on(6, 10)))
	})}
}

func rows(day aims.Date) []controls.Row {
	var list []controls.Row
	for _, n := range needs() {
		list = append(list, n.row(day))
	}
	return list
}

// must is for calls on constants of this package.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
