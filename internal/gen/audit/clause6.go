package audit

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// clause6 completes the objective with its plan, and keeps the one process
// for changes, too, of which there was none yet.
func clause6(s *audit.Snapshot) {
	o := &s.Objectives[0]
	o.Level, o.RequirementsConsidered = "forecasting", aims.Yes
	o.Measurable, o.Metrics, o.Target = aims.Yes, []aims.MetricID{"metric"}, "at least 90 %"
	o.Actions = []aims.Action{{What: "train the model on more wards", Resources: "two weeks of a developer", Responsible: "p-dev", Due: day("2026-11-30")}}
	o.Responsible, o.Due, o.HowEvaluated = "p-lead", day("2026-12-31"), "by the metric, at the end of the year"
	o.Communications, o.ReviewBy = []aims.CommunicationID{"briefing"}, day("2026-11-15")
	accept(s, "e-briefing", "6.2")
	s.Processes[0].Serves = append(s.Processes[0].Serves, aims.ClauseKey("6.3"))
}
