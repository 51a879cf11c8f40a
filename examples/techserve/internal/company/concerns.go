package company

import "github.com/aimskit/aimskit/aims"

// channels holds the channel for concerns, open since month 5.
func channels() []life[aims.ConcernChannel] {
	return []life[aims.ConcernChannel]{
		born(aims.ConcernChannel{
			ID: "channel-ai", Recorded: on(5, 18), Title: "Concerns about our AI", Owner: "p-quality",
			OpenTo: []aims.Reporter{
				aims.ReporterEmployee, aims.ReporterContractor, aims.ReporterSupplier,
				aims.ReporterCustomer, aims.ReporterAffected, aims.ReporterPublic,
			},
			Reach: "https://techserve.example/ai-concerns, a postal address, the quality manager in person", Confidential: aims.Yes, Anonymous: aims.Yes, NonRetaliation: aims.Yes,
			Escalation: "to the executive sponsor within two working days where people may be harmed", EscalatesTo: "p-cto",
			RespondWithin: "P7D", StaffedBy: []aims.PersonID{"p-quality", "p-legal"}, Competent: aims.Yes, Empowered: aims.Yes,
			Document: "doc-concern-procedure", From: on(5, 18),
		}).then(on(5, 19), func(c *aims.ConcernChannel) {
			c.Communications = []aims.CommunicationID{"com-concerns"}
			c.Evidence = []aims.EvidenceID{"ev-channel-announced"}
		}).then(on(5, 29), func(c *aims.ConcernChannel) {
			c.Evidence = add(c.Evidence, "ev-first-concern")
		}),
	}
}

// concerns are what came in.
func concerns() []life[aims.Concern] {
	return []life[aims.Concern]{
		born(aims.Concern{
			ID: "con-1", Recorded: on(5, 22), Channel: "channel-ai", Received: on(5, 22), Reporter: aims.ReporterEmployee,
			Title: "a customer seems to use shift plans to rate employees",
			About: []aims.Ref{{Kind: aims.KindSystem, ID: "sys-workforce"}}, HandledBy: "p-quality", Status: aims.ConcernOpen,
		}).then(on(5, 26), func(c *aims.Concern) {
			c.Answered, c.Status = on(5, 26), aims.ConcernInProgress
			c.Escalated, c.EscalatedTo = on(5, 26), "p-cto"
		}).then(on(6, 18), func(c *aims.Concern) {
			c.Status, c.Closed, c.ReporterProtected = aims.ConcernClosed, on(6, 18), aims.Yes
			c.Outcome = "customer told of the intended use; export of individual figures switched off by default"
			c.Evidence = add(c.Evidence, "ev-first-concern")
		}),
	}
}

// incidents come from the ticket system, which engineering has kept for years.
func incidents() []life[aims.Incident] {
	return []life[aims.Incident]{
		born(aims.Incident{
			ID: "inc-2025-7", Recorded: date(2025, 11, 18), Title: "Forecasts for one customer doubled after an import with wrong units", Systems: []aims.SystemID{"sys-forecast"},
			Occurred: date(2025, 11, 17), Detected: date(2025, 11, 18), Detection: "call of the customer", Severity: aims.SeverityLow, SeverityBasis: "seen before orders were placed",
			Affected: []string{"planners of one customer"}, AffectedCount: aims.AmountInt(3), Owner: "p-support",
			Contained: date(2025, 11, 18), Resolved: date(2025, 11, 20),
			RootCauseKnown: aims.Yes, RootCause: "units were not checked at import", Learned: "import now refuses a change of units",
			UsersOwed: aims.Yes, Users: []aims.Notice{{To: "the customer's planners", On: date(2025, 11, 18), By: "p-support"}}, AuthoritiesOwed: aims.No,
			OwedBasis: "contract; no law, since no personal data and no harm", Evidence: []aims.EvidenceID{"ev-tickets"},
		}),
		born(aims.Incident{
			ID: "inc-2026-2", Recorded: on(3, 24), Title: "Report Assistant quoted a figure of the year before", Systems: []aims.SystemID{"sys-assistant"},
			Occurred: on(3, 23), Detected: on(3, 24), Detection: "mark of a user in the product", Severity: aims.SeverityLow, SeverityBasis: "draft, corrected by the user before it went out",
			Affected: []string{"one user"}, AffectedCount: aims.AmountInt(1), Owner: "p-support",
			Contained: on(3, 24), Resolved: on(3, 30),
			RootCauseKnown: aims.Yes, RootCause: "retrieval ranked an old report first", Learned: "reports now carry their period, and answers name it",
			UsersOwed: aims.Yes, Users: []aims.Notice{{To: "the user", On: on(3, 25), By: "p-support"}}, AuthoritiesOwed: aims.No, OwedBasis: "no harm",
		}),
		born(aims.Incident{
			ID: "inc-2026-3", Recorded: on(6, 15), Title: "Demand forecasts delivered four hours late for two customers", Systems: []aims.SystemID{"sys-forecast"},
			Occurred: on(6, 15), Detected: on(6, 15), Detection: "alarm of the monitoring", Severity: aims.SeverityMedium, SeverityBasis: "orders of one morning placed without a forecast",
			Affected: []string{"planners of two customers"}, AffectedCount: aims.AmountInt(9), Owner: "p-support",
			Contained: on(6, 15), Resolved: on(6, 16),
			RootCauseKnown: aims.Yes, RootCause: "disk of the feature store was full", Learned: "alarm at four fifths of the space",
			UsersOwed: aims.Yes, Users: []aims.Notice{{To: "planners of the two customers", Obligation: "obl-customer-contracts", Due: on(6, 16), On: on(6, 15), By: "p-support"}},
			AuthoritiesOwed: aims.No, OwedBasis: "contract; no personal data", Evidence: []aims.EvidenceID{"ev-incident-june"},
		}),
	}
}
