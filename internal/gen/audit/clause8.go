package audit

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// clause8 adds what the rules for documents, operation and measurement look
// at, to the one document, the one process and the objective.
func clause8(s *audit.Snapshot) {
	handbook(&s.Documents[0])
	s.Suppliers = []aims.Supplier{{
		ID: "supplier", Recorded: day("2026-01-15"), Name: "hosting", ReevaluateBy: day("2027-03-31"),
		DueDiligence: []aims.DueDiligence{{
			On: day("2026-03-01"), By: "p-lead", Result: aims.ResultPass,
			Evidence: evidence(s, "e-diligence", "Due diligence on hosting", aims.ClauseKey("8.1")),
		}},
	}}
	p := &s.Processes[0]
	p.Criteria = []string{"every release passes its tests"}
	p.Every = "P3M"
	p.Runs[0].MetCriteria, p.Runs[0].Result = aims.Yes, "version 2 is in operation"
	p.ExternallyProvided, p.Suppliers, p.ExternalControl = aims.Yes, []aims.SupplierID{"supplier"}, "monthly service report"
	i := slices.IndexFunc(s.Evidence, func(e aims.Evidence) bool { return e.ID == "e-run" })
	s.Evidence[i].Judgments = append(s.Evidence[i].Judgments,
		aims.Judgment{For: aims.ClauseKey("8.1"), On: day("2026-05-20"), By: "p-quality", Accepted: aims.Yes})
	s.Metrics = append(s.Metrics, aims.Metric{
		ID: "metric", Recorded: day("2026-02-01"), Title: "Share of right forecasts", Purpose: "see whether forecasts can be relied on",
		Method: "compare forecasts with the beds used", Unit: "%", Every: "P2M", AnalyseEvery: "P2M", From: day("2026-03-01"),
		Document: "handbook", Controls: []aims.Key{aims.ControlKey("A.6.2.6")},
	})
	s.Measurements = append(s.Measurements, aims.Measurement{
		ID: "measurement", Recorded: day("2026-05-15"), Metric: "metric", On: day("2026-05-15"), Value: aims.MustAmount("92"), By: "p-dev",
		Analysed: day("2026-05-18"), AnalysedBy: "p-lead", Conclusion: "the aim is reached", MeetsTarget: aims.Yes,
		Evidence: evidence(s, "e-measurement", "Monthly report", aims.ClauseKey("9.1"), aims.ClauseKey("8.1"), aims.ClauseKey("6.2")),
	})
}

// handbook fills in what the control of documents asks of the one document
// that holds everything required.
func handbook(d *aims.Document) {
	d.Identifier, d.Author, d.Date = "AIMS-1", "p-lead", day("2026-02-01")
	d.Format, d.Media, d.External = "Markdown", "electronic", aims.No
	d.Location, d.Available = "shared drive", aims.Yes
	d.Protected, d.Protection = aims.Yes, "only the owner may write"
	d.Distribution, d.Access, d.Storage = "all staff", "all may read", "backed up daily"
	d.Changes = []aims.DocumentChange{{Version: "1.0", On: day("2026-02-01"), By: "p-lead", What: "first version"}}
	d.Retention, d.Disposition = "five years after its end", "deleted"
	for _, c := range []aims.Clause{"4.3", "5.2", "6.1.2", "6.1.3", "6.2", "7.4", "7.5.1", "7.5.3"} {
		d.Serves = append(d.Serves, aims.ClauseKey(c))
	}
}
