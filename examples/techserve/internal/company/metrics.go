package company

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// metrics are planned in month 5. Two of them reach the dashboard in month 10
// only.
func metrics() []life[aims.Metric] {
	planned := func(m aims.Metric) life[aims.Metric] {
		m.Recorded, m.From, m.Document = on(5, 18), on(5, 18), "doc-metrics"
		m.MeasuredBy, m.AnalysedBy = "p-risk", "p-governance"
		m.Every, m.AnalyseEvery = "P3M", "P3M"
		return born(m)
	}
	none := aims.Range{AtMost: aims.AmountInt(0)}
	all := aims.Range{AtLeast: aims.AmountInt(100)}
	return []life[aims.Metric]{
		planned(aims.Metric{
			ID: "met-impact-done", Title: "Impact assessments done", Unit: "% of products in scope", Target: all,
			Purpose: "is every product assessed, completely and in time?", Method: "assessments complete and not older than a year, divided by products in scope",
			Systems: products(), Processes: []aims.ProcessID{"proc-impact"}, Controls: keys("8.4", "A.5.2"),
		}),
		planned(aims.Metric{
			ID: "met-incidents", Title: "AI incidents of high or critical severity", Unit: "incidents a quarter", Target: none, Alarm: none,
			Purpose: "do our products harm anybody seriously?", Method: "count of incident records by severity as assessed by two people",
			Objectives: []aims.ObjectiveID{"obj-no-incidents"}, Systems: products(), Controls: keys("A.6.2.6", "A.8.4"),
		}),
		planned(aims.Metric{
			ID: "met-bias-coverage", Title: "Releases with a passed bias test", Unit: "% of releases of products that rate people", Target: all,
			Purpose: "is every high-risk system assessed for bias before deployment?", Method: "gate protocols with a passed test, divided by releases",
			Objectives: []aims.ObjectiveID{"obj-bias"}, Systems: []aims.SystemID{"sys-payment-risk", "sys-workforce"}, Controls: keys("A.6.2.4"),
		}),
		planned(aims.Metric{
			ID: "met-training", Title: "Developers with a complete training record", Unit: "% of developers", Target: all,
			Purpose: "can those who build the products do it responsibly?", Method: "complete records divided by developers, from the training register",
			Processes: []aims.ProcessID{"proc-competence"}, Controls: keys("7.2", "A.4.6"),
		}),
		planned(aims.Metric{
			ID: "met-bias-results", Title: "Bias test results", Unit: "percentage points", Target: aims.Range{AtMost: aims.MustAmount("5")}, Alarm: aims.Range{AtMost: aims.MustAmount("8")},
			Purpose: "how far apart are the results for different groups, in operation?", Method: "largest difference between groups in the selection rate, on live data of the quarter",
			Objectives: []aims.ObjectiveID{"obj-bias"}, Systems: []aims.SystemID{"sys-payment-risk", "sys-workforce"},
		}),
		planned(aims.Metric{
			ID: "met-audit-findings", Title: "Audit findings open", Unit: "findings", Target: none,
			Purpose: "is what audits find put right in time?", Method: "findings not closed at the end of the quarter, by grade",
			Controls: keys("9.2.2", "10.2"),
		}).then(on(6, 8), func(m *aims.Metric) {
			m.Processes = []aims.ProcessID{"proc-nonconformity", "proc-audit"}
		}),
	}
}

// measurements are what the dashboard showed.
func measurements() []life[aims.Measurement] {
	type value struct {
		id     string
		metric aims.MetricID
		value  string
		meets  aims.Answer
		says   string
	}
	// What results below their targets led to: a day and an owner for the rest
	// of A.5.4, and what is done for the two people without complete records.
	led := map[aims.MetricID][]aims.Ref{
		"met-impact-done": {{Kind: controls.KindStatement, ID: "soa-1"}},
		"met-training":    {{Kind: aims.KindCompetence, ID: "cmp-scientist-2"}, {Kind: aims.KindCompetence, ID: "cmp-engineer-2"}},
	}
	var lives []life[aims.Measurement]
	dashboard := func(from, day aims.Date, evidence aims.EvidenceID, values ...value) {
		for _, v := range values {
			m := aims.Measurement{
				ID: aims.MeasurementID("mea-" + v.id), Recorded: day, Metric: v.metric, On: day, From: from, Until: day, Value: aims.MustAmount(v.value),
				By: "p-risk", Analysed: day, AnalysedBy: "p-governance", Conclusion: v.says, MeetsTarget: v.meets, Evidence: []aims.EvidenceID{evidence},
			}
			if v.meets == aims.No {
				m.LedTo = led[v.metric]
			}
			lives = append(lives, born(m))
		}
	}
	dashboard(on(1, 1), on(5, 29), "ev-dashboard-may",
		value{"impact-may", "met-impact-done", "75", aims.No, "three of four complete; the missing stakeholder analysis is to be made up"},
		value{"incidents-may", "met-incidents", "0", aims.Yes, "none; two of low severity from the ticket system"},
		value{"bias-may", "met-bias-coverage", "100", aims.Yes, "one release, tested"},
		value{"training-may", "met-training", "71", aims.No, "five of seven; the records of two are missing"})
	dashboard(on(4, 1), on(6, 23), "ev-dashboard-june",
		value{"impact-june", "met-impact-done", "75", aims.No, "unchanged"},
		value{"incidents-june", "met-incidents", "0", aims.Yes, "none; one of medium severity, handled"},
		value{"bias-june", "met-bias-coverage", "100", aims.Yes, "two releases, both tested"},
		value{"training-june", "met-training", "71", aims.No, "unchanged; asked for in the management review"})
	dashboard(on(7, 1), on(9, 11), "ev-dashboard-september",
		value{"impact-september", "met-impact-done", "100", aims.Yes, "all four complete"},
		value{"incidents-september", "met-incidents", "0", aims.Yes, "none"},
		value{"bias-september", "met-bias-coverage", "100", aims.Yes, "one release, tested"},
		value{"training-september", "met-training", "100", aims.Yes, "all records complete"})
	dashboard(on(7, 1), on(10, 9), "ev-dashboard-october",
		value{"impact-october", "met-impact-done", "100", aims.Yes, "all four complete"},
		value{"incidents-october", "met-incidents", "0", aims.Yes, "none"},
		value{"bias-october", "met-bias-coverage", "100", aims.Yes, "one release, tested"},
		value{"training-october", "met-training", "100", aims.Yes, "all records complete"},
		value{"bias-results-october", "met-bias-results", "3.1", aims.Yes, "within the limit in both products"},
		value{"findings-october", "met-audit-findings", "0", aims.Yes, "both findings of July closed; the finding of stage 2 is mended"})
	return lives
}
