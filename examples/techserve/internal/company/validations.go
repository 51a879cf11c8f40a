package company

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// measured is a criterion with a limit that was set before the test.
func measured(title, group, unit string, want aims.Range, set aims.Date, got string, day aims.Date) aims.Criterion {
	return aims.Criterion{Title: title, Group: group, Unit: unit, Want: want, Set: set, Got: aims.MustAmount(got), On: day, By: "p-validation"}
}

func atMost(n string) aims.Range  { return aims.Range{AtMost: aims.MustAmount(n)} }
func atLeast(n string) aims.Range { return aims.Range{AtLeast: aims.MustAmount(n)} }

// validations are the tests of versions by the validator. Those of 2025 are
// sound and barely written down; from month 5 on the life-cycle checklist asks
// for limits and assumptions, and somebody approves.
func validations() []life[aims.Validation] {
	old := func(v aims.Validation) life[aims.Validation] {
		v.Recorded, v.By, v.Independent, v.Result = v.On, "p-validation", aims.Yes, aims.ResultPass
		return born(v)
	}
	checked := func(v aims.Validation) life[aims.Validation] {
		v.Document, v.RobustnessTested = "doc-design-notes", aims.Yes
		v.Assumptions = []string{"customers import complete months", "no change of the legal form since the last invoice"}
		return old(v).then(v.On, func(v *aims.Validation) {
			v.Approvals = add(v.Approvals, approval(v.Content(), "p-quality", v.On))
		})
	}
	payment := func(id aims.ValidationID, version string, set, day aims.Date, gini, gap string) aims.Validation {
		return aims.Validation{
			ID: id, System: "sys-payment-risk", Version: version, IntendedUse: "rating of business customers with at least six invoices",
			Datasets: []aims.DatasetID{"ds-payments-test"}, On: day,
			Criteria:   []aims.Criterion{measured("separation of late from punctual payers", "", "Gini", atLeast("0.55"), set, gini, day)},
			BiasTested: aims.Yes, Bias: []aims.Criterion{
				measured("difference in the share of low scores", "sole traders against companies", "percentage points", atMost("5"), set, gap, day),
				measured("difference in the share of low scores", "companies younger than three years", "percentage points", atMost("8"), set, "6.2", day),
			},
			Limits: []string{"not for payers with fewer than six invoices", "not for private persons"},
		}
	}
	workforce := func(id aims.ValidationID, version string, set, day aims.Date, gap string) aims.Validation {
		return aims.Validation{
			ID: id, System: "sys-workforce", Version: version, IntendedUse: "proposals of plans for sites with up to 200 employees",
			Datasets: []aims.DatasetID{"ds-shifts-test"}, On: day,
			Criteria:   []aims.Criterion{measured("work covered", "", "%", atLeast("97"), set, "98.3", day)},
			BiasTested: aims.Yes, Bias: []aims.Criterion{
				measured("difference in wishes met", "part-time against full-time", "percentage points", atMost("5"), set, gap, day),
				measured("difference in wishes met", "care duties against none", "percentage points", atMost("5"), set, "2.2", day),
			},
			Limits: []string{"not for the rating of employees"},
		}
	}
	robust := func(v aims.Validation, set, day aims.Date) aims.Validation {
		v.Robustness = []aims.Criterion{measured("change of results when a tenth of the input is missing", "", "%", atMost("6"), set, "3.8", day)}
		return v
	}
	return []life[aims.Validation]{
		old(aims.Validation{
			ID: "val-forecast-7.1", System: "sys-forecast", Version: "7.1", Datasets: []aims.DatasetID{"ds-sales-test"}, On: date(2025, 10, 14),
			IntendedUse: "forecasts for articles with at least a year of sales", BiasTested: aims.NotApplicable,
			Criteria:         []aims.Criterion{measured("error over twelve weeks", "", "% of sales", atMost("18"), date(2025, 9, 30), "15.4", date(2025, 10, 14))},
			RobustnessTested: aims.Yes, Robustness: []aims.Criterion{measured("error with a tenth of the days missing", "", "% of sales", atMost("22"), date(2025, 9, 30), "19.1", date(2025, 10, 14))},
		}),
		old(payment("val-payment-4.1", "4.1", date(2025, 10, 27), date(2025, 11, 10), "0.58", "4.4")),
		old(workforce("val-workforce-2.3", "2.3", date(2025, 8, 25), date(2025, 9, 8), "4.1")),
		old(aims.Validation{
			ID: "val-assistant-1.4", System: "sys-assistant", Version: "1.4", Datasets: []aims.DatasetID{"ds-questions"}, On: date(2025, 12, 8),
			IntendedUse: "questions about the customer's own reports", BiasTested: aims.NotApplicable,
			Criteria:         []aims.Criterion{measured("right answers with the right passage", "", "%", atLeast("92"), date(2025, 11, 24), "94.5", date(2025, 12, 8))},
			RobustnessTested: aims.Yes, Robustness: []aims.Criterion{measured("refused of 80 questions outside the reports", "", "questions", atLeast("76"), date(2025, 11, 24), "79", date(2025, 12, 8))},
			Limits: []string{"English and German only"},
		}),
		checked(robust(payment("val-payment-4.2", "4.2", on(5, 4), on(5, 26), "0.60", "3.4"), on(5, 4), on(5, 26))),
		checked(robust(workforce("val-workforce-2.4", "2.4", on(6, 1), on(6, 16), "3.0"), on(6, 1), on(6, 16))),
		checked(robust(payment("val-payment-4.3", "4.3", on(7, 20), on(8, 11), "0.61", "3.1"), on(7, 20), on(8, 11))),
	}
}

// releases are the decisions to let a version go live.
func releases() []life[aims.Release] {
	signedOff := func(r aims.Release, day aims.Date) life[aims.Release] {
		r.Recorded = day
		return born(r).then(day, func(r *aims.Release) {
			r.Approvals = add(r.Approvals, approval(r.Content(), "p-product", day))
			r.Released, r.Deployed = day, day
		})
	}
	material := func(in aims.ChangedPart, title string) aims.ReleaseChange {
		return aims.ReleaseChange{In: in, Title: title, Material: aims.Yes}
	}
	// gated went through the checklist of the life-cycle process.
	gated := func(r aims.Release, day aims.Date) life[aims.Release] {
		r.RequirementsMet, r.RollbackTested = aims.Yes, aims.Yes
		r.Plan, r.RollbackPlan = "doc-lifecycle", "doc-lifecycle"
		r.Environment = "the same containers as in the test, twice the servers"
		return signedOff(r, day).then(day, func(r *aims.Release) {
			r.Communications, r.Evidence = []aims.CommunicationID{"com-releases"}, []aims.EvidenceID{"ev-gate-protocol"}
		})
	}
	back := "switch to the version before, kept for a quarter"
	return slices.Concat(
		[]life[aims.Release]{
			signedOff(aims.Release{
				ID: "rel-forecast-7.1", System: "sys-forecast", Version: "7.1", Validations: []aims.ValidationID{"val-forecast-7.1"}, Rollback: back,
				Changes: []aims.ReleaseChange{material(aims.ChangedModel, "weather as a factor")},
			}, date(2025, 10, 20)),
			signedOff(aims.Release{
				ID: "rel-payment-4.1", System: "sys-payment-risk", Version: "4.1", Validations: []aims.ValidationID{"val-payment-4.1"}, Rollback: back,
				Changes: []aims.ReleaseChange{material(aims.ChangedData, "a year of payments more")},
			}, date(2025, 11, 17)),
			signedOff(aims.Release{
				ID: "rel-workforce-2.3", System: "sys-workforce", Version: "2.3", Validations: []aims.ValidationID{"val-workforce-2.3"}, Rollback: back,
				Changes: []aims.ReleaseChange{material(aims.ChangedCode, "wishes over two weeks")},
			}, date(2025, 9, 15)),
			signedOff(aims.Release{
				ID: "rel-assistant-1.4", System: "sys-assistant", Version: "1.4", Validations: []aims.ValidationID{"val-assistant-1.4"}, Rollback: back,
				Changes: []aims.ReleaseChange{material(aims.ChangedPrompt, "answers name their passage"), material(aims.ChangedDependency, "newer language model of the supplier")},
			}, date(2025, 12, 15)),
		},
		[]life[aims.Release]{
			gated(aims.Release{
				ID: "rel-payment-4.2", System: "sys-payment-risk", Version: "4.2", Previous: "rel-payment-4.1", Validations: []aims.ValidationID{"val-payment-4.2"}, Rollback: back,
				Changes: []aims.ReleaseChange{material(aims.ChangedModel, "young companies rated with wider limits")},
			}, on(5, 27)),
			gated(aims.Release{
				ID: "rel-workforce-2.4", System: "sys-workforce", Version: "2.4", Previous: "rel-workforce-2.3", Validations: []aims.ValidationID{"val-workforce-2.4"}, Rollback: back,
				Changes: []aims.ReleaseChange{{In: aims.ChangedConfiguration, Title: "export of individual figures off by default", Material: aims.Yes}},
			}, on(6, 17)),
			gated(aims.Release{
				ID: "rel-payment-4.3", System: "sys-payment-risk", Version: "4.3", Previous: "rel-payment-4.2", Validations: []aims.ValidationID{"val-payment-4.3"}, Rollback: back,
				Changes: []aims.ReleaseChange{material(aims.ChangedData, "half a year of payments more")},
			}, on(8, 12)),
		},
	)
}
