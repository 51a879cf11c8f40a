package certification

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// Decision is what may be decided in a case, with every rule that it rests
// on. It is advice to the people who decide, and stays theirs to take.
type Decision struct {
	Provenance aims.Provenance `json:"provenance"`
	Policy     Policy          `json:"policy"`
	Asked      Outcome         `json:"asked"`
	Outcome    Outcome         `json:"outcome"`        // what was asked, or not yet
	State      State           `json:"state,omitzero"` // of the certification before the decision, by the file
	Rulings    []Ruling        `json:"rulings"`        // on every rule, held or failed, in order
	// Changes is the earliest day on which the outcome could be another, if
	// the records do not stand against it: of a decision that can be taken,
	// the day on which the first of its rules fails by time alone; of not
	// yet, the day on which the last of the failed rules could hold. Absent:
	// time alone changes nothing, or what is needed has no day yet.
	Changes aims.Date `json:"changes,omitzero"`
	// Instead lists what the body may decide when it cannot decide what was
	// asked, such as withdrawal after a suspension that took too long.
	Instead   []Outcome  `json:"instead,omitempty"`
	FollowUps []FollowUp `json:"followUps,omitempty"`
	// Events is what the file notes once the decision is taken: the ends of
	// audits that it does not hold yet, and the decision. After is where the
	// certification stands then, with what is due. Both are absent while
	// nothing can be decided.
	Events []audit.Event `json:"events,omitempty"`
	After  *Standing     `json:"after,omitempty"`
}

// Ruling is what came of one rule.
type Ruling struct {
	Rule       aims.Code   `json:"rule"`
	Title      string      `json:"title"`  // what the rule asks for
	Source     string      `json:"source"` // the standard with its edition
	Clause     string      `json:"clause,omitempty"`
	Confidence Confidence  `json:"confidence"`
	Met        aims.Answer `json:"met"` // yes, no, or unknown, which does not stand for yes
	Reasons    []Reason    `json:"reasons,omitempty"`
	Refs       []aims.Ref  `json:"refs,omitempty"` // the records that it rests on
	// Changes is the earliest day on which the rule could come out otherwise:
	// of one that holds, when time alone undoes it; of one that does not,
	// when it could hold, which is the day of the decision itself where
	// somebody only has to act. Absent: there is no such day.
	Changes aims.Date `json:"changes,omitzero"`
}

// Reason is one thing that stands against a rule.
type Reason struct {
	Code    aims.Code         `json:"code"`
	Args    map[string]string `json:"args,omitempty"`
	Text    string            `json:"text,omitempty"` // the English sentence, with {name} where an argument goes
	Refs    []aims.Ref        `json:"refs,omitempty"`
	Changes aims.Date         `json:"changes,omitzero"`
}

// Sentence returns the English sentence with its arguments filled in.
func (r Reason) Sentence() string {
	return aims.Observation{Code: r.Code, Text: r.Text, Args: r.Args}.Sentence()
}

// FollowUp is something that a decision leaves to be done about a finding.
type FollowUp struct {
	Code    aims.Code        `json:"code"`
	Finding audit.FindingID  `json:"finding"`
	Key     aims.Key         `json:"key"`               // what the finding is about
	Actions []audit.ActionID `json:"actions,omitempty"` // the corrective actions that are to be carried out
	Due     aims.Date        `json:"due,omitzero"`      // the last day for them; absent: they say none
	Verify  aims.Date        `json:"verify,omitzero"`   // the last day to verify what was done; absent: none is set
}

// Sentence returns the English sentence.
func (f FollowUp) Sentence() string {
	return aims.Observation{
		Code: f.Code, Text: decideTexts[f.Code], Args: map[string]string{"finding": string(f.Finding), "key": f.Key.String()},
	}.Sentence()
}

// Failed returns the rulings that stand against what was asked.
func (d Decision) Failed() []Ruling {
	var failed []Ruling
	for _, r := range d.Rulings {
		if r.Met != aims.Yes {
			failed = append(failed, r)
		}
	}
	return failed
}
