package rules_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
)

func ownControl(key aims.Key) controls.Custom {
	return controls.Custom{Key: key, Title: "Red team", Purpose: "find misuse before others do", Why: "Annex A asks for no attack by our own people"}
}

// TestClause_7_5_1_documentedInformation: what the standard asks for by name
// is in writing, and so is what the organization itself needs.
func TestClause_7_5_1_documentedInformation(t *testing.T) {
	tell(t, "7.5.1", documentSituations(aims.MajorGap, aims.Conforms, aims.Conforms)...)
}

// TestClause_7_5_2_creatingAndUpdating: documents are identified, in a form
// that can be used, and approved.
func TestClause_7_5_2_creatingAndUpdating(t *testing.T) {
	tell(t, "7.5.2", documentSituations(aims.MajorGap, aims.Conforms, aims.Conforms)...)
}

// TestClause_7_5_3_control: documents are at hand, protected, and governed
// from distribution to disposal.
func TestClause_7_5_3_control(t *testing.T) {
	tell(t, "7.5.3", documentSituations(aims.MajorGap, aims.MinorGap, aims.CannotTell)...)
}

func documentSituations(unapproved, unstored, unsaid aims.Verdict) []situation {
	return []situation{
		{"under control", nil, aims.Conforms},
		{"no document", func(s *audit.Snapshot) { s.Documents = nil }, aims.MajorGap},
		{"never approved", func(s *audit.Snapshot) { s.Documents[0].Approvals = nil }, unapproved},
		{"changed after the approval", func(s *audit.Snapshot) { s.Documents[0].Title = "x" }, aims.MinorGap},
		{"storage not said", func(s *audit.Snapshot) { s.Documents[0].Storage = "" }, unstored},
		{"availability not said", func(s *audit.Snapshot) { s.Documents[0].Available = aims.Unknown }, unsaid},
	}
}

// TestClause_8_1_operationalPlanningAndControl: processes run by criteria,
// the controls are in place, and outside work is under control.
func TestClause_8_1_operationalPlanningAndControl(t *testing.T) {
	tell(t, "8.1",
		situation{"under control", nil, aims.Conforms},
		situation{"no process", func(s *audit.Snapshot) { s.Processes = nil }, aims.MajorGap},
		situation{"no statement", func(s *audit.Snapshot) { s.Statements = nil }, aims.MajorGap},
		situation{"no process was ever run: a lapse", func(s *audit.Snapshot) {
			s.Processes[0].Runs, s.Processes[0].Every, s.Processes[0].Trigger = nil, "", "a request"
		}, aims.MinorGap},
		situation{"nobody examined the supplier of a system: a lapse", func(s *audit.Snapshot) { s.Suppliers[0].DueDiligence = nil }, aims.MinorGap},
		situation{"one control is still planned, in time", func(s *audit.Snapshot) {
			s.Statements[0].Rows[0].Status, s.Statements[0].Rows[0].Due = controls.Planned, s.Taken.AddDays(30)
		}, aims.CannotTell},
		situation{"the latest run missed its criteria", func(s *audit.Snapshot) { s.Processes[0].Runs[0].MetCriteria = aims.No }, aims.MinorGap},
		situation{"the run has no evidence", func(s *audit.Snapshot) { s.Processes[0].Runs[0].Evidence = nil }, aims.CannotTell})
}

// TestClause_9_1_monitoring: what to measure, how, when, and the results.
func TestClause_9_1_monitoring(t *testing.T) {
	tell(t, "9.1",
		situation{"measured and concluded", nil, aims.Conforms},
		situation{"no metric", func(s *audit.Snapshot) { s.Metrics = nil }, aims.MajorGap},
		situation{"one of two is not measured", func(s *audit.Snapshot) {
			second := s.Metrics[0]
			second.ID, second.From = "metric-2", 0
			s.Metrics = append(s.Metrics, second)
		}, aims.MinorGap},
		situation{"the result has no evidence", func(s *audit.Snapshot) { s.Measurements[0].Evidence = nil }, aims.CannotTell})
}
