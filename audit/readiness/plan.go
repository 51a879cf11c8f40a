package readiness

import (
	"strconv"

	"github.com/aimskit/aimskit/aims"
	"github.com/shopspring/decimal"
)

// Goal is what a plan is to reach: a score, a band, items that conform, or
// several of these, at the least cost; or, with a budget, as much score as it
// buys, and the band and items as well. The zero value asks for nothing and is
// refused.
type Goal struct {
	Score   aims.Amount `json:"score,omitzero"`    // at least this score, 0 to 1
	Band    Band        `json:"band,omitzero"`     // at least this band
	Conform []aims.Key  `json:"conform,omitempty"` // requirements and controls that have to conform
	// Budget is the most that may be spent, in the currency of the actions. It
	// asks for the most score instead of the least cost, so it does not go
	// with Score.
	Budget aims.Amount `json:"budget,omitzero"`
}

// PlanOptions say when and how a plan is carried out. The zero value works.
type PlanOptions struct {
	Start    aims.Date `json:"start,omitzero"`     // the first day of work; absent: the day of the report
	Parallel int       `json:"parallel,omitempty"` // how many actions can run at the same time; 0: any number
	// Nodes is how many partial choices the search may weigh where there are
	// more than 20 actions to choose from; 0 for 200,000. It bounds time and
	// memory, and the same number gives the same plan on every machine.
	Nodes int `json:"nodes,omitempty"`
}

const (
	defaultNodes = 200_000
	maxNodes     = 20_000_000
)

// The codes of problems of a goal and of how actions meet a report.
const (
	// GoalMissing: a goal asks for nothing.
	GoalMissing aims.Code = "readiness/goal-missing"
	// GoalScore: a score to reach does not lie between 0 and 1.
	GoalScore aims.Code = "readiness/goal-score"
	// GoalTwofold: a goal asks for a score at the least cost and for the most score for a budget.
	GoalTwofold aims.Code = "readiness/goal-twofold"
	// PlanLimit: an option of a plan lies outside of its limits.
	PlanLimit aims.Code = "readiness/plan-limit"
	// PlanTooLong: the work would end after the last day of the calendar.
	PlanTooLong aims.Code = "readiness/plan-too-long"
	// ItemUnknown: a key is not among the requirements and applicable controls that a report counts.
	ItemUnknown aims.Code = "readiness/item-unknown"
	// EffectLowers: an effect is below what the records show already.
	EffectLowers aims.Code = "readiness/effect-lowers"
	// CostsTooFine: costs and budget together have too many digits to be added exactly.
	CostsTooFine aims.Code = "readiness/costs-too-fine"
	// ReportForeign: the report was not made by [Assess].
	ReportForeign aims.Code = "readiness/report-foreign"
)

// Validate reports every problem of the goal.
func (g Goal) Validate() error {
	c := aims.Checker{Texts: planTexts}
	if !g.Score.Known() && g.Band == 0 && len(g.Conform) == 0 && !g.Budget.Known() {
		c.Add("", GoalMissing)
	}
	if score, known := g.Score.Value(); known && (score.IsNegative() || score.GreaterThan(decimal.NewFromInt(1))) {
		c.Add("score", GoalScore, "got", g.Score.String())
	}
	aims.CheckOptionalWord(&c, "band", g.Band)
	c.Keys("conform", g.Conform)
	c.Count("budget", g.Budget)
	if g.Score.Known() && g.Budget.Known() {
		c.Add("budget", GoalTwofold)
	}
	return c.Err()
}

// Validate reports every problem of the options.
func (o PlanOptions) Validate() error {
	c := aims.Checker{Texts: planTexts}
	c.OptionalDate("start", o.Start)
	if o.Parallel < 0 || o.Parallel > MaxActions {
		c.Add("parallel", PlanLimit, "got", strconv.Itoa(o.Parallel), "max", strconv.Itoa(MaxActions))
	}
	if o.Nodes < 0 || o.Nodes > maxNodes {
		c.Add("nodes", PlanLimit, "got", strconv.Itoa(o.Nodes), "max", strconv.Itoa(maxNodes))
	}
	return c.Err()
}

// Plan chooses, of the actions, those that reach the goal at the least cost,
// or with a budget those that gain the most score for it; of equally good
// plans it prefers the one that gains more or costs less. It puts them in an
// order and on the calendar.
//
// What a plan claims is what [Assess] says once the records show the effects:
// an effect on an item lets all of its points conform, or leaves a lapse. The
// result is proved best for up to 20 actions, and beyond as far as the nodes
// last; see [Schedule]. A goal that the actions do not reach is no error:
// Schedule says what stands against it and plans what they can do.
//
// Problems of the arguments are an [aims.InvalidError] whose pointers begin
// with /report, /actions, /goal or /options.
func Plan(report Report, actions []Action, goal Goal, options PlanOptions) (Schedule, error) {
	d, err := newDraft(report, actions, goal, options)
	if err != nil {
		return Schedule{}, err
	}
	costUnit, gainUnit, err := d.units()
	if err != nil {
		return Schedule{}, err
	}
	return d.schedule(d.task.solve(d.nodes()), costUnit, gainUnit)
}

// nodes returns the limit of the search.
func (d *draft) nodes() int {
	if d.options.Nodes == 0 {
		return defaultNodes
	}
	return d.options.Nodes
}

// units brings the task into its smallest whole numbers.
func (d *draft) units() (costUnit, gainUnit int64, err error) {
	costUnit, gainUnit = d.task.merged()
	if !d.task.countable() {
		c := aims.Checker{Texts: planTexts}
		c.Add("actions", CostsTooFine, "max", strconv.FormatInt(maxMoney, 10))
		return 0, 0, c.Err()
	}
	return costUnit, gainUnit, nil
}

// countable reports whether the costs can be added up in the units of prices.
func (t *task) countable() bool {
	var total, gain int64
	for _, c := range t.cost {
		if total += c; c > maxMoney || total > maxMoney {
			return false
		}
	}
	for _, g := range t.gain {
		if gain += g; g > maxMoney || gain > maxMoney {
			return false
		}
	}
	return true
}
