package company

import "github.com/aimskit/aimskit/aims"

// communications begins with the announcement of month 3; the plan with
// subjects, times, audiences and means for inside and outside is of month 4.
func communications() []life[aims.Communication] {
	inside := []aims.Sphere{aims.SphereInternal}
	outside := []aims.Sphere{aims.SphereExternal}
	both := []aims.Sphere{aims.SphereInternal, aims.SphereExternal}
	held := func(by aims.PersonID, day aims.Date, reached int64, evidence aims.EvidenceID) func(*aims.Communication) {
		return func(c *aims.Communication) {
			c.Occasions = add(c.Occasions, aims.Occasion{
				Planned: day, On: day, By: by, Reached: aims.AmountInt(reached), Evidence: []aims.EvidenceID{evidence},
			})
		}
	}
	return []life[aims.Communication]{
		born(aims.Communication{
			ID: "com-start", Recorded: on(3, 16), What: "scope of the AI management system, and who has which role in it",
			About:  []aims.Ref{{Kind: aims.KindScope, ID: "scope-1"}},
			Serves: keys("4.3", "5.3", "A.3.2"), When: "when the scope or a role changes", WithWhom: "all staff", Parties: []aims.PartyID{"party-staff"},
			Spheres: inside, How: "all-hands meeting and intranet", Responsible: "p-governance",
		}).then(on(3, 17), held("p-ceo", on(3, 17), 74, "ev-roles-announced")),
		born(aims.Communication{
			ID: "com-report", Recorded: on(4, 7), What: "performance of the AI management system",
			Serves: keys("5.3", "9.3.2"), When: "two weeks before each management review", Every: "P3M",
			WithWhom: "top management, board", Parties: []aims.PartyID{"party-owners"},
			Spheres: inside, How: "written report", Responsible: "p-governance",
		}).then(on(5, 28), held("p-ceo", on(5, 28), 5, "ev-board-may")).
			then(on(8, 27), held("p-ceo", on(8, 27), 5, "ev-board-august")),
		born(aims.Communication{
			ID: "com-policy-inside", Recorded: on(4, 7), What: "the AI policy and what it means for one's own work",
			About: []aims.Ref{{Kind: aims.KindPolicy, ID: "policy-1"}}, Serves: keys("5.2", "7.3", "A.2.2"),
			When: "on every new version, and to newcomers in their first week", WithWhom: "all staff and freelancers", Parties: []aims.PartyID{"party-staff"},
			Spheres: inside, How: "all-hands meeting, e-learning, intranet", Responsible: "p-governance",
		}).then(on(6, 9), held("p-ceo", on(6, 9), 78, "ev-policy-announced")),
		born(aims.Communication{
			ID: "com-policy-outside", Recorded: on(4, 7), What: "the AI policy",
			About: []aims.Ref{{Kind: aims.KindPolicy, ID: "policy-1"}}, Serves: keys("5.2"),
			When: "on every new version", WithWhom: "customers and the public", Parties: []aims.PartyID{"party-customers"},
			Spheres: outside, How: "web site", Responsible: "p-product",
		}).then(on(6, 10), held("p-product", on(6, 10), 1, "ev-policy-published")),
		born(aims.Communication{
			ID: "com-objectives", Recorded: on(4, 7), What: "AI objectives and how far they are reached",
			About:  []aims.Ref{{Kind: aims.KindObjective, ID: "obj-no-incidents"}, {Kind: aims.KindObjective, ID: "obj-bias"}},
			Serves: keys("6.2", "A.6.1.2", "A.9.3"),
			When:   "when set or changed, then quarterly", Every: "P3M", WithWhom: "team leads and developers", Parties: []aims.PartyID{"party-staff"},
			Spheres: inside, How: "round of team leads, intranet", Responsible: "p-governance",
		}).then(on(6, 12), held("p-governance", on(6, 12), 34, "ev-objectives-announced")),
		born(aims.Communication{
			ID: "com-controls", Recorded: on(4, 7), What: "necessary controls and who carries them",
			Serves: keys("6.1.3"), When: "when the Statement of Applicability changes", WithWhom: "team leads; customers on request",
			Parties: []aims.PartyID{"party-staff", "party-customers"},
			Spheres: both, How: "intranet; summary for tenders", Responsible: "p-governance",
		}).then(on(6, 16), held("p-governance", on(6, 16), 31, "ev-controls-announced")),
		born(aims.Communication{
			ID: "com-releases", Recorded: on(4, 7), What: "what changes in a product, its limits and its intended use",
			About: []aims.Ref{
				{Kind: aims.KindSystem, ID: "sys-forecast"},
				{Kind: aims.KindSystem, ID: "sys-payment-risk"},
				{Kind: aims.KindSystem, ID: "sys-workforce"},
				{Kind: aims.KindSystem, ID: "sys-assistant"},
			},
			Serves: keys("A.8.2", "A.9.4"), When: "before each release", WithWhom: "users at customers", Parties: []aims.PartyID{"party-customers"},
			Spheres: outside, How: "release notes in the product", Responsible: "p-product",
		}).then(on(4, 21), held("p-product", on(4, 21), 212, "ev-release-notes")),
		born(aims.Communication{
			ID: "com-incidents", Recorded: on(4, 7), What: "incidents that touch users, and what to do",
			Serves: keys("A.8.4"), When: "within one working day, authorities within the term of the law", WithWhom: "users concerned; authorities",
			Parties: []aims.PartyID{"party-customers", "party-authorities"},
			Spheres: outside, How: "mail to the customer's contact, status page; form of the authority", Responsible: "p-support",
		}).then(on(7, 14), held("p-support", on(7, 14), 9, "ev-incident-drill")),
		born(aims.Communication{
			ID: "com-concerns", Recorded: on(4, 7), What: "how to raise a concern about our AI",
			Serves: keys("A.3.3", "A.8.3"), When: "yearly and to newcomers; always on the web site", Every: "P1Y", WithWhom: "all staff; customers and the public",
			Parties: []aims.PartyID{"party-staff", "party-customers", "party-employees-of-customers", "party-debtors"},
			Spheres: both, How: "intranet, contract annex, web site", Responsible: "p-quality",
		}).then(on(5, 19), held("p-quality", on(5, 19), 80, "ev-channel-announced")),
		born(aims.Communication{
			ID: "com-impacts", Recorded: on(4, 7), What: "results of impact assessments",
			Serves: keys("6.1.4", "A.5.3", "A.8.5"), When: "after each assessment", WithWhom: "customers of the product; authorities on request",
			Parties: []aims.PartyID{"party-customers", "party-authorities"},
			Spheres: outside, How: "summary in the product documentation", Responsible: "p-product",
		}).then(on(6, 18), held("p-product", on(6, 18), 212, "ev-impact-summaries")),
	}
}
