package company

import "github.com/aimskit/aimskit/aims"

// parties are the interested parties, with what they need and whether the
// management system answers it.
func parties() []life[aims.InterestedParty] {
	party := func(p aims.InterestedParty) life[aims.InterestedParty] {
		p.Recorded, p.Owner, p.ReviewBy = on(3, 6), "p-governance", on(9, 30)
		p.Reviews = []aims.Review{{On: on(3, 6), By: "p-cto", Outcome: "agreed in the context workshop"}}
		p.Evidence = []aims.EvidenceID{"ev-context-workshop"}
		return born(p).then(on(6, 24), func(p *aims.InterestedParty) {
			p.ReviewBy = on(12, 31)
			p.Reviews = add(p.Reviews, aims.Review{On: on(6, 24), By: "p-cto", Outcome: "looked at before the management review, unchanged"})
		}).then(on(9, 8), func(p *aims.InterestedParty) {
			p.ReviewBy = on(15, 31)
			p.Reviews = add(p.Reviews, aims.Review{On: on(9, 8), By: "p-cto", Outcome: "looked at before the quarterly review, unchanged"})
		})
	}
	need := func(text string, basis aims.NeedBasis, obligation aims.ObligationID, by ...aims.Ref) aims.Need {
		if obligation != "" {
			by = add(by, aims.Ref{Kind: aims.KindObligation, ID: string(obligation)})
		}
		return aims.Need{Text: text, Basis: basis, Obligation: obligation, ClimateRelated: aims.No, Addressed: aims.Yes, AddressedBy: by}
	}
	scope := aims.Ref{Kind: aims.KindScope, ID: "scope-1"}
	return []life[aims.InterestedParty]{
		party(aims.InterestedParty{
			ID: "party-customers", Title: "business customers", Sphere: aims.SphereExternal, Roles: []aims.Role{aims.RoleUser},
			Relevance: "they decide with our results and answer to their own people for it",
			Needs: []aims.Need{
				need("results that can be relied upon and explained", aims.BasisContractual, "obl-customer-contracts"),
				need("to know that Report Assistant's answers are generated", aims.BasisLegal, "obl-ai-act-transparency"),
				need("proof of responsible AI for their own audits", aims.BasisExpectation, "", scope),
			},
		}),
		party(aims.InterestedParty{
			ID: "party-employees-of-customers", Title: "employees of customers whose shifts are planned", Sphere: aims.SphereExternal,
			Roles: []aims.Role{aims.RoleDataSubject}, Systems: []aims.SystemID{"sys-workforce"},
			Relevance: "plans decide when they work, and they cannot choose another product",
			Needs: []aims.Need{
				need("fair plans that do not work against groups of people", aims.BasisLegal, "obl-ai-act-high-risk"),
				need("their data used for planning only", aims.BasisLegal, "obl-gdpr"),
			},
		}),
		party(aims.InterestedParty{
			ID: "party-debtors", Title: "sole traders whose payment risk is rated", Sphere: aims.SphereExternal,
			Roles: []aims.Role{aims.RoleDataSubject}, Systems: []aims.SystemID{"sys-payment-risk"},
			Relevance: "a bad score can cost them a supplier's credit",
			Needs: []aims.Need{
				need("a score that can be explained and contested", aims.BasisLegal, "obl-ai-act-high-risk"),
				need("correction of wrong data", aims.BasisLegal, "obl-gdpr"),
			},
		}),
		party(aims.InterestedParty{
			ID: "party-authorities", Title: "data protection and market surveillance authorities", Sphere: aims.SphereExternal,
			Roles: []aims.Role{aims.RoleRegulator}, Relevance: "they can forbid the use of a product",
			Needs: []aims.Need{
				need("documentation on request", aims.BasisLegal, "obl-ai-act-high-risk"),
				need("notice of serious incidents in time", aims.BasisLegal, "obl-incident-notice"),
			},
		}),
		party(aims.InterestedParty{
			ID: "party-model-supplier", Title: "supplier of the language model", Sphere: aims.SphereExternal,
			Roles: []aims.Role{aims.RolePlatformProvider}, Systems: []aims.SystemID{"sys-assistant"},
			Relevance: "its model is the heart of Report Assistant",
			Needs:     []aims.Need{need("use within its terms", aims.BasisContractual, "obl-model-terms")},
		}),
		party(aims.InterestedParty{
			ID: "party-staff", Title: "our own staff", Sphere: aims.SphereInternal,
			Relevance: "they build and run the products and see first when something goes wrong",
			Needs: []aims.Need{
				need("clear duties, and time for them", aims.BasisExpectation, "", aims.Ref{Kind: aims.KindRole, ID: "role-governance"}),
				need("a way to speak up without fear", aims.BasisExpectation, "", aims.Ref{Kind: aims.KindRole, ID: "role-concerns"}),
			},
		}),
		party(aims.InterestedParty{
			ID: "party-owners", Title: "owners and board", Sphere: aims.SphereInternal,
			Relevance: "they provide the money and bear the loss",
			Needs: []aims.Need{
				need("regular reports on AI governance", aims.BasisExpectation, "", aims.Ref{Kind: aims.KindRole, ID: "role-reporting"}),
				{
					Text: "figures on the energy use of model training", Basis: aims.BasisExpectation, ClimateRelated: aims.Yes,
					Addressed: aims.No, Reason: "outside the determination on climate change: training takes less than two days of one machine a month; the yearly energy report covers it",
				},
			},
		}),
	}
}
