package certification

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/shopspring/decimal"
)

// Estimate is the audit time of a [Workload], in audit days of one auditor:
// two auditors for three days are six. How it divides into stage 1 and stage 2
// no source says.
type Estimate struct {
	Provenance aims.Provenance `json:"provenance"`
	Occasion   Occasion        `json:"occasion"`
	Days       aims.Range      `json:"days"`   // in all; both bounds alike once every choice is made
	OnSite     aims.Range      `json:"onSite"` // of them at least on site
	Open       []TimeChoice    `json:"open,omitempty"`
	Steps      []TimeStep      `json:"steps"`
}

// TimeChoice is a number that somebody has to choose before the audit time is
// settled.
type TimeChoice struct {
	Table    string     `json:"table"`
	Addition string     `json:"addition"`
	Each     aims.Range `json:"each"` // days; one within is chosen
}

// TimeStep is one step of a calculation, with the rule that it follows.
// Numbers are shown to six decimal places; the calculation itself is exact.
type TimeStep struct {
	Code       aims.Code         `json:"code"`
	Args       map[string]string `json:"args,omitempty"`
	Text       string            `json:"text"`            // the English sentence, with {name} where an argument goes
	Table      string            `json:"table,omitempty"` // absent: for all standards together
	Source     string            `json:"source"`          // of the rule, with the clause, where there is one
	Edition    string            `json:"edition"`
	Confidence Confidence        `json:"confidence"`
	Before     aims.Range        `json:"before,omitzero"` // people in the first step of a standard, else days; absent: nothing yet
	After      aims.Range        `json:"after"`
}

// Sentence returns the English sentence with its arguments filled in.
func (s TimeStep) Sentence() string {
	return aims.Problem{Code: s.Code, Text: s.Text, Args: s.Args}.Sentence()
}

// Settled returns the audit time, or no number as long as a choice is open
// that makes a difference.
func (e Estimate) Settled() aims.Amount {
	if !e.Days.AtLeast.Equal(e.Days.AtMost) {
		return aims.Amount{}
	}
	return e.Days.AtLeast
}

// AuditorDays returns the audit time that a team spends in a number of days:
// auditors × days. Only lead auditors and auditors count; technical experts,
// auditors in training, observers and guides do not. Of an unknown number of
// days, or one below zero, it is unknown. Whoever comes for some of the days
// only is counted by a call of its own.
func AuditorDays(team []audit.Member, days aims.Amount) aims.Amount {
	d, known := days.Value()
	if !known || d.IsNegative() {
		return aims.Amount{}
	}
	auditors := int64(0)
	for _, m := range team {
		if m.Role == audit.LeadAuditor || m.Role == audit.Auditor {
			auditors++
		}
	}
	return aims.AmountOf(d.Mul(decimal.NewFromInt(auditors)))
}
