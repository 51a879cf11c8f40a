package readiness

import (
	"maps"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/shopspring/decimal"
)

// Schedule is a plan on the calendar: which actions, when, at what cost and
// to what end, and how sure it is that no other plan is better.
type Schedule struct {
	Provenance aims.Provenance `json:"provenance"` // of the report
	Goal       Goal            `json:"goal"`
	Options    PlanOptions     `json:"options"` // as used: with the first day of work

	// Reached says whether the plan reaches the goal: no, where it is proved
	// that no plan does, and Obstacles say why; unknown, where the nodes ended
	// before a plan was found. With obstacles the plan is the best towards
	// what is left of the goal without them.
	Reached   aims.Answer `json:"reached"`
	Obstacles []Obstacle  `json:"obstacles,omitempty"`

	// Proved says that the bound below is met: no plan is better.
	Proved bool `json:"proved"`
	// Cost is the sum over the actions; absent where no plan was found.
	Cost     aims.Amount `json:"cost,omitzero"`
	Currency string      `json:"currency,omitempty"`
	// LowerBound is what every plan to this end costs at least. It is absent
	// where the goal has a budget, or where no plan exists.
	LowerBound aims.Amount `json:"lowerBound,omitzero"`
	// MostScore is the score that no plan exceeds, with a budget, 0 to 1,
	// rounded up to four places; absent without one.
	MostScore aims.Amount `json:"mostScore,omitzero"`

	Before Bounds `json:"before"` // the score of the report
	After  Bounds `json:"after"`  // the score once the records show all effects
	// Band is the one that the effects lead to. A condition of a gate counts as
	// met once all requirements conform that it names points of, or that no
	// major gap is shown and nothing unknown where it asks for that.
	Band Band `json:"band"`

	Actions    []ScheduledAction `json:"actions,omitempty"` // by first day
	Milestones []Milestone       `json:"milestones,omitempty"`
	Finish     aims.Date         `json:"finish,omitzero"` // the last day of work
	Nodes      int               `json:"nodes"`           // the partial choices that were weighed
}

// ScheduledAction is an action with its days.
type ScheduledAction struct {
	Action   ActionID  `json:"action"`
	Starts   aims.Date `json:"starts"` // its first day
	Ends     aims.Date `json:"ends"`   // its last day
	QuickWin bool      `json:"quickWin,omitempty"`
}

// Milestone is a month of the plan in which something is finished. Months are
// counted from the first day of work, from 1.
type Milestone struct {
	Month    int         `json:"month"`
	Ends     aims.Date   `json:"ends"` // the last day of the month
	Finished []ActionID  `json:"finished"`
	Spent    aims.Amount `json:"spent"` // the cost of all that is finished by then
	Score    Bounds      `json:"score"` // what its effects have led to
	Band     Band        `json:"band"`
}

// Obstacle is something that keeps the actions from reaching a goal.
type Obstacle struct {
	Code aims.Code         `json:"code"`
	Args map[string]string `json:"args,omitempty"`
	Text string            `json:"text"` // the English sentence, with {name} where an argument goes
}

// Sentence returns the English sentence with its arguments filled in.
func (o Obstacle) Sentence() string {
	return aims.Problem{Code: o.Code, Args: o.Args, Text: o.Text}.Sentence()
}

func newObstacle(code aims.Code, args ...string) Obstacle {
	o := Obstacle{Code: code, Text: planTexts[code]}
	if len(args) > 0 {
		o.Args = make(map[string]string, len(args)/2)
	}
	for i := 0; i+1 < len(args); i += 2 {
		o.Args[args[i]] = args[i+1]
	}
	return o
}

// The codes of obstacles.
const (
	// ConditionBeyond: a condition of a gate asks for something that no effect brings about, such as an audit or the passing of time.
	ConditionBeyond aims.Code = "readiness/condition-beyond"
	// NoActionFor: an item has to reach a verdict, and no action leads to that.
	NoActionFor aims.Code = "readiness/no-action-for"
	// ScoreBeyond: all actions together do not reach the score.
	ScoreBeyond aims.Code = "readiness/score-beyond"
	// ActionsConflict: no actions that can stand in one plan and within its budget reach the goal.
	ActionsConflict aims.Code = "readiness/actions-conflict"
)

// Gap returns by how much the plan may miss the best one, as a share of its
// cost, or of the score that no plan exceeds: 0 to 1, rounded up to four
// places. It is 0 when the plan is proved best, and unknown when none was
// found.
func (s Schedule) Gap() aims.Amount {
	cost, found := s.Cost.Value()
	bound, least := s.LowerBound.Value()
	most, _ := s.MostScore.Value()
	switch {
	case !found:
		return aims.Amount{}
	case s.Proved:
		return aims.AmountInt(0)
	case least:
		return aims.AmountOf(shareUp(cost.Sub(bound), cost))
	}
	return aims.AmountOf(shareUp(most.Sub(s.After.Score()), most))
}

// shareUp returns a/b rounded up to four places, for 0 ≤ a ≤ b.
func shareUp(a, b decimal.Decimal) decimal.Decimal {
	if b.IsZero() {
		return decimal.Zero
	}
	q, rest := a.QuoRem(b, places)
	if rest.IsPositive() {
		q = q.Add(decimal.New(1, -places))
	}
	return q
}

// schedule puts what was found on the calendar.
func (d *draft) schedule(found solution, costUnit, gainUnit int64) (Schedule, error) {
	s := Schedule{
		Provenance: d.report.Provenance, Goal: d.goal, Options: d.options, Obstacles: d.blocked,
		Proved: found.proved, Before: d.report.Total, After: d.report.Total, Band: d.report.Band, Nodes: found.nodes,
	}
	if len(d.actions) > 0 {
		s.Currency = d.actions[0].Currency
	}
	if found.bound != never {
		if d.task.leastCost() {
			s.LowerBound = d.money(found.bound * costUnit)
		} else {
			most := d.report.Total
			most.Earned -= found.bound * gainUnit
			s.MostScore = aims.AmountOf(shareUp(decimal.NewFromInt(most.Earned), decimal.NewFromInt(most.Total)))
		}
	}
	if found.chosen == nil {
		if found.proved {
			s.Reached = aims.No
			s.Obstacles = append(s.Obstacles, newObstacle(ActionsConflict))
		}
		return s, nil
	}
	s.Reached = aims.Yes
	if len(s.Obstacles) > 0 {
		s.Reached = aims.No
	}
	s.Cost = d.money(found.cost * costUnit)
	return s, d.fill(&s, slices.Collect(found.chosen.each()))
}

// anyBelow reports whether an item is below what is asked of it.
func anyBelow(verdicts, asked map[int]aims.Verdict) bool {
	for at, v := range asked {
		if verdicts[at] < v {
			return true
		}
	}
	return false
}

func (d *draft) money(n int64) aims.Amount {
	return aims.AmountOf(decimal.New(n, -d.places))
}

// fill gives the chosen actions their days, and says what they lead to.
func (d *draft) fill(s *Schedule, chosen []int) error {
	ends := make(map[int]int64, len(chosen)) // last day of work, from 1
	wins := d.quickWins()
	for _, j := range d.line(chosen) {
		last := j.first + int64(d.actions[j.action].Days) - 1
		if last > int64(endOfTime-d.options.Start)+1 {
			c := aims.Checker{Texts: planTexts}
			c.Add("options/start", PlanTooLong)
			return c.Err()
		}
		ends[j.action] = last
		s.Actions = append(s.Actions, ScheduledAction{
			Action: d.actions[j.action].ID, Starts: d.day(j.first), Ends: d.day(last), QuickWin: slices.Contains(wins, j.action),
		})
		s.Finish = max(s.Finish, d.day(last))
	}
	slices.SortStableFunc(chosen, func(a, b int) int { return int(ends[a] - ends[b]) })
	var done []int
	for month := 1; len(done) < len(chosen); {
		m := Milestone{Month: month, Ends: d.monthEnd(month)}
		for len(done) < len(chosen) && d.day(ends[chosen[len(done)]]) <= m.Ends {
			m.Finished = append(m.Finished, d.actions[chosen[len(done)]].ID)
			done = chosen[:len(done)+1]
		}
		if len(m.Finished) > 0 {
			var spent decimal.Decimal
			for _, i := range done {
				v, _ := d.actions[i].Cost.Value()
				spent = spent.Add(v)
			}
			m.Spent = aims.AmountOf(spent)
			m.Score, m.Band = d.after(done)
			s.Milestones = append(s.Milestones, m)
		}
		month++
	}
	s.After, s.Band = d.after(chosen)
	return nil
}

// day returns the nth day of work, from 1.
func (d *draft) day(n int64) aims.Date { return d.options.Start.AddDays(int(n - 1)) }

// monthEnd returns the last day of a month of the plan.
func (d *draft) monthEnd(month int) aims.Date {
	next := d.options.Start.AddMonths(month)
	if next == endOfTime { // there is no day after it
		return next
	}
	return next.AddDays(-1)
}

var endOfTime = aims.MustDate("9999-12-31")

// after returns what the effects of actions lead to.
func (d *draft) after(actions []int) (Bounds, Band) {
	raised := make(map[int]aims.Verdict)
	for _, a := range actions {
		for _, e := range d.actions[a].Effects {
			at := d.items[e.Key]
			if v := max(raised[at], e.Verdict); v > d.report.Items[at].Shown {
				raised[at] = v
			}
		}
	}
	total := d.report.Total
	for at, v := range maps.All(raised) {
		before, after := d.report.Items[at].Contribution, d.raised(d.report.Items[at], v).Contribution
		total.Earned += after.Earned - before.Earned
		total.Judged += after.Judged - before.Judged
	}
	conditions := slices.Clone(d.report.Conditions)
	for i, c := range conditions {
		open := d.open(c)
		if c.Met != aims.Yes && len(open) > 0 && !anyBelow(raised, open) {
			conditions[i].Met = aims.Yes
		}
	}
	return total, bandOf(conditions)
}
