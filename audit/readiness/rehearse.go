package readiness

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
)

// Rehearsal is what a new model would do to stored reports.
type Rehearsal struct {
	Rows   []Rehearsed `json:"rows"`   // one for each report, in its order
	Risen  int         `json:"risen"`  // reports whose score rises
	Fallen int         `json:"fallen"` // reports whose score falls
	// Unsettled counts the reports whose band cannot be told from what is
	// stored. All others stay in theirs.
	Unsettled int `json:"unsettled"`
}

// Rehearsed is what a new model would do to one report, and why: the shifts by
// its weights and by its credits add up exactly to the whole. The weights are
// exchanged first.
type Rehearsed struct {
	At     aims.Date   `json:"at"`
	Input  aims.Digest `json:"input,omitempty"` // the records that the report was made from
	Before Bounds      `json:"before"`
	After  Bounds      `json:"after"`
	Shift  Shift       `json:"shift"`
	// ByWeights is what the other shares of requirements and controls do,
	// ByCredits what the other credits of verdicts do.
	ByWeights  Shift `json:"byWeights"`
	ByCredits  Shift `json:"byCredits"`
	BandBefore Band  `json:"bandBefore"`
	// BandAfter is absent where it cannot be told: the model brings another
	// policy of certification, and gates behind stage 1 are judged from
	// records, so that they have to be assessed again.
	BandAfter Band `json:"bandAfter,omitzero"`
}

// Rehearse says what would become of stored reports under a new model, before
// it is brought in: who rises and falls, and why. It counts the verdicts that
// the reports hold; no records are needed.
//
// Weights and credits move no band, since bands follow from the gates alone.
// Another policy of certification can, and where it could, a stored report does
// not tell: with the records at hand, [Explain] with the two models does.
// Reports that [Assess] did not make are refused with pointers such as
// /reports/2.
func Rehearse(reports []Report, model Model) (Rehearsal, error) {
	var c aims.Checker
	c.Nest("model", model.Validate())
	for i, r := range reports {
		checkCounted(&c, aims.Field("reports", i), r)
	}
	if err := c.Err(); err != nil {
		return Rehearsal{}, err
	}
	var all Rehearsal
	for _, r := range reports {
		row := r.rehearsed(model)
		all.Rows = append(all.Rows, row)
		switch row.Shift.Score.Sign() {
		case 1:
			all.Risen++
		case -1:
			all.Fallen++
		}
		if row.BandAfter == 0 {
			all.Unsettled++
		}
	}
	return all, nil
}

func (r Report) rehearsed(model Model) Rehearsed {
	weights := r.Model
	weights.Requirements, weights.Controls = model.Requirements, model.Controls
	between, after := r.under(weights), r.under(model)
	row := Rehearsed{
		At: r.Provenance.At, Input: r.Provenance.Input, Before: r.Total, After: after.Total,
		Shift:      shift(r.Total, r.Total, after.Total, after.Total),
		ByWeights:  shift(r.Total, r.Total, between.Total, between.Total),
		ByCredits:  shift(between.Total, between.Total, after.Total, after.Total),
		BandBefore: r.Band,
	}
	switch {
	case r.Model.Certification == model.Certification:
		row.BandAfter = r.Band
	case certification.Open(r.Conditions, certification.StageOne) != aims.Yes:
		row.BandAfter = NotReady // as before
	}
	return row
}

// under counts a report by another model. The gates stay as they are.
func (r Report) under(model Model) Report {
	requirements := int(r.Requirements.Total / 1000)
	r.Model, r.Items = model, slices.Clone(r.Items)
	for i := range r.Items {
		r.Items[i].Contribution = Bounds{}
	}
	r.Total, r.Requirements, r.Controls, r.WithoutExclusions = Bounds{}, Bounds{}, Bounds{}, Bounds{}
	r.count(requirements)
	return r
}

// checkCounted refuses a report that does not come out of its own items again.
func checkCounted(c *aims.Checker, field string, r Report) {
	var found aims.Checker
	checkStored(&found, "", r)
	if found.Err() == nil {
		n := r.Requirements.Total / 1000
		if n < 1 || n > int64(len(r.Items)) || !r.sameFigures(r.under(r.Model)) || r.Band != bandOf(r.Conditions) {
			found = aims.Checker{Texts: planTexts}
			found.Add("", ReportForeign)
		}
	}
	c.Nest(field, found.Err())
}

func (r Report) sameFigures(s Report) bool {
	return r.Total == s.Total && r.Requirements == s.Requirements && r.Controls == s.Controls &&
		r.WithoutExclusions == s.WithoutExclusions && slices.Equal(r.Items, s.Items)
}
