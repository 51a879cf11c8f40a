package readiness

import (
	"cmp"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// job is an action and its first day of work, from 1.
type job struct {
	action int
	first  int64
}

// line puts actions one after the other: each starts when all that it needs is
// finished and a place is free. Where several could start, the one with the
// longest work behind it goes first, of these the quick wins, and then as
// listed. With free places for all this ends as early as can be; with few it
// is a good order, not a proved one.
func (d *draft) line(chosen []int) []job {
	tail := d.tails(chosen)
	wins := d.quickWins()
	waiting := slices.Clone(chosen)
	slices.SortStableFunc(waiting, func(a, b int) int {
		return cmp.Or(cmp.Compare(tail[b], tail[a]), cmp.Compare(index(wins, a), index(wins, b)), cmp.Compare(a, b))
	})
	var jobs []job
	free := make(map[int]int64) // the day from which what an action does is there
	var places []int64          // the day from which each place is free
	for day := int64(1); len(waiting) > 0; {
		var later []int
		next := int64(never)
		for _, a := range waiting {
			ready := int64(1)
			for b := range d.needs.direct[a].each() {
				end, started := free[b]
				if !started {
					end = never
				}
				ready = max(ready, end)
			}
			if ready > day {
				next = min(next, ready)
				later = append(later, a)
				continue
			}
			at := slices.IndexFunc(places, func(f int64) bool { return f <= day })
			if at < 0 && (d.options.Parallel == 0 || len(places) < d.options.Parallel) {
				at, places = len(places), append(places, day)
			}
			if at < 0 {
				next = min(next, slices.Min(places))
				later = append(later, a)
				continue
			}
			places[at] = day + int64(d.actions[a].Days)
			free[a] = places[at]
			next = min(next, places[at])
			jobs = append(jobs, job{a, day})
		}
		waiting, day = later, next
	}
	return jobs
}

// tails returns, for each chosen action, the days from its start to the end of
// the longest chain of chosen actions that wait for it.
func (d *draft) tails(chosen []int) map[int]int64 {
	tail := make(map[int]int64, len(chosen))
	order := d.needs.order()
	for _, a := range slices.Backward(order) {
		if !slices.Contains(chosen, a) {
			continue
		}
		tail[a] += int64(d.actions[a].Days)
		for b := range d.needs.direct[a].each() {
			tail[b] = max(tail[b], tail[a])
		}
	}
	return tail
}

func index(list []int, a int) int {
	if slices.Contains(list, a) {
		return 0
	}
	return 1
}

// quickWinDays is the longest that a quick win may take.
const quickWinDays = 30

// QuickWins returns the actions that need no other, take at most 30 days, and
// stand in the top quarter of all that gain anything by gain per cost, in the
// order of the list. Ties at the edge of the quarter are in. What is free and
// gains comes first. Problems are those of [Plan].
func QuickWins(report Report, actions []Action) ([]ActionID, error) {
	d, err := newDraft(report, actions, Goal{Budget: aims.AmountInt(0)}, PlanOptions{})
	if err != nil {
		return nil, err
	}
	return actionNames(actions, d.quickWins()), nil
}

func (d *draft) quickWins() []int {
	gain := make([]int64, len(d.actions))
	var gainful []int
	for i := range d.actions {
		after, _ := d.after([]int{i})
		if gain[i] = after.Earned - d.report.Total.Earned; gain[i] > 0 {
			gainful = append(gainful, i)
		}
	}
	less := func(a, b int) bool { return worse(gain[a], d.task.cost[a], gain[b], d.task.cost[b]) }
	var wins []int
	for _, i := range gainful {
		better := 0
		for _, j := range gainful {
			if less(i, j) {
				better++
			}
		}
		if a := d.actions[i]; better < (len(gainful)+3)/4 && len(a.After) == 0 && a.Days <= quickWinDays {
			wins = append(wins, i)
		}
	}
	return wins
}
