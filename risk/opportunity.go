package risk

import "github.com/aimskit/aimskit/aims"

// Opportunity is a chance worth acting on (6.1.1).
type Opportunity struct {
	ID           OpportunityID      `json:"id"`
	Recorded     aims.Date          `json:"recorded,omitzero"`
	Title        string             `json:"title"`
	Benefit      string             `json:"benefit,omitempty"`
	Objectives   []aims.ObjectiveID `json:"objectives,omitempty"` // of the organization, that it helps
	Issues       []aims.IssueID     `json:"issues,omitempty"`     // the issues of the context that it comes from (4.1)
	Parties      []aims.PartyID     `json:"parties,omitempty"`
	Systems      []aims.SystemID    `json:"systems,omitempty"`
	Owner        aims.PersonID      `json:"owner,omitempty"`
	Decision     string             `json:"decision,omitempty"` // pursue, or why not
	Actions      []aims.Action      `json:"actions,omitempty"`
	Process      aims.ProcessID     `json:"process,omitempty"`      // the process of the management system in which they are carried out
	HowEvaluated string             `json:"howEvaluated,omitempty"` // how it will be told whether they worked
	Evaluations  []aims.Evaluation  `json:"evaluations,omitempty"`
	ReviewBy     aims.Date          `json:"reviewBy,omitzero"`
	Reviews      []aims.Review      `json:"reviews,omitempty"`
	Ext          map[string]string  `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Ref names the record.
func (o Opportunity) Ref() aims.Ref { return aims.Ref{Kind: KindOpportunity, ID: string(o.ID)} }

// Since returns the day from which the record exists.
func (o Opportunity) Since() aims.Date { return o.Recorded }

// Validate reports every problem inside the record.
func (o Opportunity) Validate() error {
	var c aims.Checker
	aims.CheckID(&c, "id", o.ID)
	c.OptionalDate("recorded", o.Recorded)
	c.Text("title", o.Title)
	c.OptionalText("benefit", o.Benefit)
	aims.CheckIDs(&c, "objectives", o.Objectives)
	aims.CheckIDs(&c, "issues", o.Issues)
	aims.CheckIDs(&c, "parties", o.Parties)
	aims.CheckIDs(&c, "systems", o.Systems)
	aims.CheckOptionalID(&c, "owner", o.Owner)
	c.OptionalText("decision", o.Decision)
	aims.CheckEach(&c, "actions", o.Actions)
	aims.CheckOptionalID(&c, "process", o.Process)
	c.OptionalText("howEvaluated", o.HowEvaluated)
	aims.CheckEach(&c, "evaluations", o.Evaluations)
	c.OptionalDate("reviewBy", o.ReviewBy)
	aims.CheckEach(&c, "reviews", o.Reviews)
	return c.Err()
}

// Links visits the references of the record.
func (o Opportunity) Links(l *aims.Linker) {
	aims.LinkAll(l, "objectives", aims.KindObjective, o.Objectives)
	aims.LinkAll(l, "issues", aims.KindIssue, o.Issues)
	aims.LinkAll(l, "parties", aims.KindParty, o.Parties)
	aims.LinkAll(l, "systems", aims.KindSystem, o.Systems)
	aims.Link(l, "owner", aims.KindPerson, o.Owner)
	aims.LinkActions(l, "actions", o.Actions)
	aims.Link(l, "process", aims.KindProcess, o.Process)
	aims.LinkEvaluations(l, "evaluations", o.Evaluations)
	aims.LinkReviews(l, "reviews", o.Reviews)
}
