package company

import "github.com/aimskit/aimskit/aims"

// roles are the assignments of month 3; two more came with the procedures.
func roles() []life[aims.RoleAssignment] {
	assigned := func(r aims.RoleAssignment) life[aims.RoleAssignment] {
		r.Recorded, r.AssignedBy, r.AssignedOn, r.AcceptedOn = on(3, 16), "p-ceo", on(3, 16), on(3, 17)
		r.Communications, r.Document = []aims.CommunicationID{"com-start"}, "doc-roles"
		r.Evidence = []aims.EvidenceID{"ev-roles-announced"}
		return born(r)
	}
	return []life[aims.RoleAssignment]{
		assigned(aims.RoleAssignment{
			ID: "role-sponsor", Title: "Executive sponsor", Person: "p-cto", Deputy: "p-cfo",
			Areas:            []aims.RoleArea{aims.AreaResources, aims.AreaPerformance},
			Responsibilities: []string{"speaks for the management system in top management", "settles conflicts between delivery and governance"},
			Authorities:      []aims.Authority{aims.AuthorityResources, aims.AuthorityStop, aims.AuthorityRisk},
		}),
		assigned(aims.RoleAssignment{
			ID: "role-governance", Title: "Head of AI governance", Person: "p-governance", Deputy: "p-risk",
			Areas:            []aims.RoleArea{aims.AreaDocumentation, aims.AreaLaw, aims.AreaAudit},
			Responsibilities: []string{"builds and keeps the management system", "sees to it that it meets ISO/IEC 42001", "plans audits and reviews"},
			Authorities:      []aims.Authority{aims.AuthorityConformity, aims.AuthorityDocuments},
		}),
		assigned(aims.RoleAssignment{
			ID: "role-reporting", Title: "Reporting on AI governance", Person: "p-governance", Deputy: "p-quality",
			Areas:            []aims.RoleArea{aims.AreaPerformance},
			Responsibilities: []string{"reports every quarter to top management how the management system performs"},
			Authorities:      []aims.Authority{aims.AuthorityReporting},
		}),
		assigned(aims.RoleAssignment{
			ID: "role-risk", Title: "AI risk and impact analyst", Person: "p-risk", Deputy: "p-data",
			Areas:            []aims.RoleArea{aims.AreaRisk, aims.AreaImpact, aims.AreaSafety},
			Responsibilities: []string{"leads risk and impact assessments", "keeps the risk register"},
			Authorities:      []aims.Authority{aims.AuthorityInvestigate},
		}),
		assigned(aims.RoleAssignment{
			ID: "role-data", Title: "Data steward", Person: "p-data", Deputy: "p-scientist-1",
			Areas:            []aims.RoleArea{aims.AreaDataQuality, aims.AreaPrivacy},
			Responsibilities: []string{"keeps the data sheets", "clears every new data set before it is used"},
			Authorities:      []aims.Authority{aims.AuthorityOther},
		}),
		assigned(aims.RoleAssignment{
			ID: "role-development", Title: "Head of data science", Person: "p-datascience", Deputy: "p-engineer-1",
			Areas: []aims.RoleArea{aims.AreaDevelopment}, Systems: products(),
			Responsibilities: []string{"develops by the life-cycle process", "keeps design documentation"},
			Authorities:      []aims.Authority{aims.AuthorityStop},
		}),
		assigned(aims.RoleAssignment{
			ID: "role-validation", Title: "Independent validator", Person: "p-validation", Deputy: "p-quality",
			Areas: []aims.RoleArea{aims.AreaPerformance}, Systems: products(),
			Responsibilities: []string{"tests every release candidate against criteria set beforehand", "tests for bias and robustness"},
			Authorities:      []aims.Authority{aims.AuthorityStop},
		}),
		assigned(aims.RoleAssignment{
			ID: "role-release", Title: "Product owner", Person: "p-product", Deputy: "p-cto",
			Areas: []aims.RoleArea{aims.AreaOversight, aims.AreaPerformance}, Systems: products(),
			Responsibilities: []string{"decides on releases", "watches products in operation", "tells customers what changes"},
			Authorities:      []aims.Authority{aims.AuthorityRelease, aims.AuthorityStop, aims.AuthorityInform},
		}),
		assigned(aims.RoleAssignment{
			ID: "role-security", Title: "Security officer", Person: "p-security", Deputy: "p-engineer-1",
			Areas:            []aims.RoleArea{aims.AreaSecurity},
			Responsibilities: []string{"protects models, data and logs"},
			Authorities:      []aims.Authority{aims.AuthorityInvestigate, aims.AuthorityStop},
		}),
		assigned(aims.RoleAssignment{
			ID: "role-suppliers", Title: "Purchasing", Person: "p-purchasing", Deputy: "p-legal",
			Areas:            []aims.RoleArea{aims.AreaSuppliers},
			Responsibilities: []string{"has AI suppliers examined before and during the contract"},
			Authorities:      []aims.Authority{aims.AuthoritySuppliers},
		}),
		assigned(aims.RoleAssignment{
			ID: "role-concerns", Title: "Receiver of AI concerns", Person: "p-quality", Deputy: "p-legal",
			Areas:            []aims.RoleArea{aims.AreaConcerns},
			Responsibilities: []string{"receives concerns, protects those who report, sees to an answer"},
			Authorities:      []aims.Authority{aims.AuthorityInvestigate},
		}),
	}
}
