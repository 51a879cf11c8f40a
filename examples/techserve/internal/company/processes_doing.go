package company

import "github.com/aimskit/aimskit/aims"

// doing are the processes that make, run, use, watch and mend.
func doing() []life[aims.Process] {
	return []life[aims.Process]{
		ours(aims.Process{
			ID: "proc-lifecycle", Recorded: on(5, 20), Title: "AI life cycle", Owner: "p-datascience",
			Serves:  keys("8.1", "A.6.1.3", "A.6.2.2", "A.6.2.3", "A.6.2.4", "A.6.2.5"),
			Purpose: "take a product from the idea to retirement through gates",
			Inputs:  []string{"customer need", "impact and risk assessment"}, Outputs: []string{"validated and released version", "documentation"},
			Interactions: []aims.Interaction{to("proc-operation", "released versions"), {With: "proc-data", What: "takes cleared data"}},
			Criteria:     []string{"criteria fixed before the test", "validated by somebody who did not develop", "bias tested where people are rated", "rollback tried"},
			Controls:     keys("A.6.1.3", "A.6.2.2", "A.6.2.3", "A.6.2.4", "A.6.2.5", "A.6.2.7"),
			Stages:       aims.Stages(), From: date(2023, 1, 16), Trigger: "a new product, a new version, a retirement",
		}).then(on(5, 26), ran(on(5, 26), "p-datascience", "Payment Risk Score 4.2 through all gates", "ev-gate-protocol")).
			then(on(6, 8), described("doc-lifecycle", date(2023, 1, 16))),
		ours(aims.Process{
			ID: "proc-data", Recorded: on(6, 8), Title: "Data for AI", Owner: "p-data", Serves: keys("8.1", "A.7.2", "A.7.3", "A.7.4", "A.7.5", "A.7.6"),
			Purpose: "only cleared data goes into products",
			Inputs:  []string{"data and the right to use them"}, Outputs: []string{"cleared data set with data sheet"},
			Interactions: []aims.Interaction{to("proc-lifecycle", "cleared data sets")},
			Criteria:     []string{"right of use checked", "quality measured against criteria", "origin and every step recorded"},
			Controls:     keys("A.7.2", "A.7.3", "A.7.4", "A.7.5", "A.7.6"), Document: "doc-data-procedure", From: on(6, 8), Trigger: "a new or changed data set",
		}).then(on(6, 11), ran(on(6, 11), "p-data", "seven data sets cleared anew", "ev-data-clearance")),
		bought(aims.Process{
			ID: "proc-operation", Recorded: on(6, 8), Title: "Operation and monitoring", Owner: "p-product", Serves: keys("8.1", "A.6.2.6", "A.6.2.8"),
			Purpose: "products do in use what they were released for",
			Inputs:  []string{"released versions", "logs and measurements"}, Outputs: []string{"support", "alarms", "repairs"},
			Interactions: []aims.Interaction{to("proc-incidents", "alarms that people notice"), {With: "proc-monitoring", What: "measurements"}},
			Criteria:     []string{"logs complete", "drift and alarms looked at every week", "alarms answered within a day"},
			Controls:     keys("A.6.2.6", "A.6.2.8"), Stages: []aims.Stage{aims.StageOperation, aims.StageContinuous},
			Document: "doc-operation-procedure", From: on(6, 8), Trigger: "continuous", Every: "P3M",
		}, "service levels in the hosting contract, measured by our own monitoring", "sup-hosting").
			then(on(6, 15), ran(on(6, 15), "p-product", "report of the quarter: drift within limits, all alarms answered", "ev-operation-log")).
			then(on(9, 14), ran(on(9, 14), "p-product", "report of the quarter: drift within limits, all alarms answered", "ev-operation-log-2")),
		ours(aims.Process{
			ID: "proc-use", Recorded: on(6, 8), Title: "Responsible use of AI", Owner: "p-product", Serves: keys("8.1", "A.9.2", "A.9.4"),
			Purpose: "we use AI within what it is meant for",
			Inputs:  []string{"wish to use AI for something"}, Outputs: []string{"approved use case with conditions"},
			Interactions: []aims.Interaction{to("proc-impact", "uses that touch people")},
			Criteria:     []string{"purpose and conditions written down", "approved before use", "conditions checked"},
			Controls:     keys("A.9.2", "A.9.3", "A.9.4"), Document: "doc-use-procedure", From: on(6, 8), Trigger: "a new use of AI", Every: "P6M",
		}).then(on(6, 12), ran(on(6, 12), "p-product", "use cases of all products approved", "ev-use-cases")),
		ours(aims.Process{
			ID: "proc-monitoring", Recorded: on(5, 18), Title: "Monitoring and measurement", Owner: "p-governance", Serves: keys("9.1"),
			Purpose: "know by numbers how the management system performs",
			Inputs:  []string{"counts from the registers"}, Outputs: []string{"dashboard", "conclusions"},
			Interactions: []aims.Interaction{to("proc-review", "trends")},
			Criteria:     []string{"values checked by a second person", "a conclusion for each value"},
			Document:     "doc-metrics", From: on(5, 18), Every: "P3M",
		}).then(on(5, 29), ran(on(5, 29), "p-governance", "first dashboard; two planned metrics are not connected yet", "ev-dashboard-may")).
			then(on(6, 23), ran(on(6, 23), "p-governance", "dashboard of the quarter; the same two are missing", "ev-dashboard-june")).
			then(on(9, 11), ran(on(9, 11), "p-governance", "dashboard of the quarter; the same two are missing", "ev-dashboard-september")).
			then(on(10, 9), func(p *aims.Process) { p.Criteria = add(p.Criteria, "no planned metric without a result") }).
			then(on(10, 9), ran(on(10, 9), "p-governance", "all planned metrics on the dashboard", "ev-dashboard-october")),
		ours(aims.Process{
			ID: "proc-concerns", Recorded: on(5, 18), Title: "Concerns about our AI", Owner: "p-quality", Serves: keys("A.3.3", "A.8.3"),
			Purpose: "people inside and outside are heard early and without fear",
			Inputs:  []string{"concerns"}, Outputs: []string{"answers", "incidents and risks to look at"},
			Interactions: []aims.Interaction{to("proc-incidents", "concerns that are incidents")},
			Criteria:     []string{"first answer within five working days", "reporter protected"},
			Controls:     keys("A.3.3", "A.8.3"), Document: "doc-concern-procedure", From: on(5, 18), Trigger: "somebody reports",
		}).then(on(5, 29), ran(on(5, 29), "p-quality", "first concern answered", "ev-first-concern")),
		ours(aims.Process{
			ID: "proc-incidents", Recorded: on(6, 8), Title: "AI incidents", Owner: "p-support", Serves: keys("8.1", "10.2", "A.8.4"),
			Purpose: "detect, contain, tell, learn",
			Inputs:  []string{"alarms", "tickets", "concerns"}, Outputs: []string{"incident report", "notices", "lessons"},
			Interactions: []aims.Interaction{to("proc-risk", "what was learned"), {With: "proc-nonconformity", What: "causes to remove"}},
			Criteria:     []string{"users told within one working day where they are concerned", "cause looked for"},
			Controls:     keys("A.8.4"), Document: "doc-incident-procedure", From: on(6, 8), Trigger: "an incident; a drill every year",
		}).then(on(6, 15), ran(on(6, 15), "p-support", "the slow forecasts of June handled by the new procedure", "ev-incident-june")).
			then(on(7, 14), ran(on(7, 14), "p-support", "drill: users told within three hours", "ev-incident-drill")),
		ours(aims.Process{
			ID: "proc-audit", Recorded: on(6, 8), Title: "Internal audit", Owner: "p-quality", Serves: keys("9.2.1", "9.2.2"),
			Purpose: "learn whether the management system is as it should be",
			Inputs:  []string{"audit programme", "earlier results"}, Outputs: []string{"audit reports"},
			Interactions: []aims.Interaction{to("proc-nonconformity", "nonconformities"), {With: "proc-review", What: "results"}},
			Criteria:     []string{"nobody audits their own work", "every requirement and applicable control within a year"},
			Document:     "doc-audit-procedure", From: on(6, 8), Trigger: "a date of the audit programme",
		}).then(on(7, 21), ran(on(7, 21), "p-quality", "first internal audit carried out", "ev-internal-audit")),
		ours(aims.Process{
			ID: "proc-review", Recorded: on(6, 8), Title: "Management review", Owner: "p-governance", Serves: keys("9.3.1", "9.3.2", "9.3.3"),
			Purpose: "top management looks at the facts and decides",
			Inputs:  []string{"dashboard", "audit results", "changes around us"}, Outputs: []string{"decisions"},
			Interactions: []aims.Interaction{to("proc-change", "changes of the management system")},
			Criteria:     []string{"top management present", "every input on the agenda", "decisions with owner and date"},
			Document:     "doc-review-procedure", From: on(6, 8), Every: "P3M",
		}).then(on(6, 25), ran(on(6, 25), "p-ceo", "first review", "ev-management-review")).
			then(on(8, 28), ran(on(8, 28), "p-ceo", "quarterly review with the audit results", "ev-management-review-2")),
		ours(aims.Process{
			ID: "proc-nonconformity", Recorded: on(6, 8), Title: "Nonconformity and improvement", Owner: "p-quality", Serves: keys("10.1", "10.2"),
			Purpose: "put right what is wrong, and its cause",
			Inputs:  []string{"audit findings", "incidents", "suggestions"}, Outputs: []string{"corrective actions", "improvements"},
			Interactions: []aims.Interaction{to("proc-change", "changes of the management system")},
			Criteria:     []string{"cause found before the action", "effect looked at afterwards"},
			Document:     "doc-nonconformity-procedure", From: on(6, 8), Trigger: "something is not as required",
		}).then(on(8, 18), ran(on(8, 18), "p-quality", "both minor nonconformities of the internal audit acted on", "ev-corrective-actions")),
	}
}

// operationEvidence shows the runs.
func operationEvidence() []life[aims.Evidence] {
	return []life[aims.Evidence]{
		proof("ev-training-april", "List of participants and test results, April", aims.FormRecord, "p-people", on(4, 23), "4.4", "7.2", "8.1", "A.4.6"),
		proof("ev-due-diligence", "Due diligence of the two suppliers of the products", aims.FormRecord, "p-purchasing", on(4, 28), "4.4", "8.1", "A.10.3"),
		proof("ev-change-gate", "Plan and approval of the change of the release gate", aims.FormRecord, "p-governance", on(5, 21), "4.4", "6.3", "8.1"),
		proof("ev-gate-protocol", "Gate protocols of Payment Risk Score 4.2", aims.FormRecord, "p-datascience", on(5, 26), "4.4", "8.1", "A.6.1.3", "A.6.2.5"),
		proof("ev-impact-assessments", "Impact assessments of the four products", aims.FormRecord, "p-risk", on(5, 27), "4.4", "6.1.4", "8.1", "8.4", "A.5.2", "A.5.3", "A.5.4", "A.5.5", "7.2"),
		proof("ev-dashboard-may", "Dashboard, May", aims.FormRecord, "p-governance", on(5, 29), "4.4", "8.1", "9.1"),
		proof("ev-first-concern", "Register of concerns, names withheld", aims.FormRecord, "p-quality", on(5, 29), "4.4", "8.1", "A.3.3"),
		proof("ev-risk-assessment", "Risk assessments of the four products", aims.FormRecord, "p-risk", on(6, 1), "4.4", "6.1.2", "8.1", "8.2"),
		proof("ev-treatment-approved", "Treatment plan with the sponsor's approval of plan and residual risks", aims.FormRecord, "p-risk", on(6, 10), "4.4", "6.1.3", "8.1", "8.3"),
		proof("ev-data-clearance", "Clearance of seven data sets", aims.FormRecord, "p-data", on(6, 11), "4.4", "8.1", "A.4.3", "A.7.2", "A.7.3", "A.7.4", "A.7.5", "A.7.6"),
		proof("ev-use-cases", "Approved use cases with their conditions", aims.FormRecord, "p-product", on(6, 12), "4.4", "8.1", "A.9.2", "A.9.4"),
		proof("ev-operation-log", "Weekly records of drift, alarms and repairs", aims.FormLog, "p-product", on(6, 15), "4.4", "8.1", "A.6.2.6", "A.6.2.8"),
		proof("ev-incident-june", "Incident file: slow forecasts", aims.FormRecord, "p-support", on(6, 15), "4.4", "8.1", "10.2", "A.8.4"),
		proof("ev-dashboard-june", "Dashboard, second quarter", aims.FormRecord, "p-governance", on(6, 23), "4.4", "6.2", "8.1", "9.1"),
		proof("ev-incident-drill", "Report of the incident drill", aims.FormRecord, "p-support", on(7, 14), "4.4", "7.4", "8.1", "A.8.4"),
		proof("ev-internal-audit", "Report of the internal audit, July", aims.FormRecord, "p-quality", on(7, 21), "4.4", "8.1", "9.2.1", "9.2.2"),
		proof("ev-training-complete", "Training records of all developers, complete", aims.FormRecord, "p-people", on(8, 11), "4.4", "7.2", "8.1", "A.4.6"),
		proof("ev-impact-completed", "Completed impact assessment with stakeholder analysis", aims.FormRecord, "p-risk", on(8, 14), "4.4", "6.1.4", "8.1", "8.4", "A.5.4"),
		proof("ev-corrective-actions", "Corrective actions with causes and checks of their effect", aims.FormRecord, "p-quality", on(8, 18), "4.4", "6.3", "8.1", "10.1", "10.2"),
		proof("ev-corrective-dashboard", "Corrective action on the dashboard, with its check", aims.FormRecord, "p-governance", on(10, 9), "10.2"),
		proof("ev-document-check-2", "Second sample of twenty documents", aims.FormRecord, "p-governance", on(9, 10), "4.4", "7.5.1", "7.5.2", "7.5.3", "8.1"),
		proof("ev-operation-log-2", "Weekly records of drift, alarms and repairs, third quarter", aims.FormLog, "p-product", on(9, 14), "4.4", "8.1", "A.6.2.6", "A.6.2.8"),
		proof("ev-dashboard-september", "Dashboard, third quarter", aims.FormRecord, "p-governance", on(9, 11), "4.4", "8.1", "9.1"),
		proof("ev-dashboard-october", "Dashboard with all planned metrics", aims.FormRecord, "p-governance", on(10, 9), "4.4", "8.1", "9.1"),
	}
}
