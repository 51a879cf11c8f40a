package readiness

import (
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// MaxActions is how many actions one plan can choose from.
const MaxActions = 256

// The codes of problems of actions among each other.
const (
	// TooManyActions: a plan has more than [MaxActions] actions to choose from.
	TooManyActions aims.Code = "readiness/too-many-actions"
	// ActionTwice: two actions have the same id.
	ActionTwice aims.Code = "readiness/action-twice"
	// ActionUnknown: an action names another one that is not in the list.
	ActionUnknown aims.Code = "readiness/action-unknown"
	// ActionCycle: an action would have to be finished before it starts.
	ActionCycle aims.Code = "readiness/action-cycle"
	// ExcludesNeeded: an action excludes one that has to be finished before it, or excludes two that need each other.
	ExcludesNeeded aims.Code = "readiness/excludes-needed"
	// CurrenciesDiffer: the costs are not in one currency.
	CurrenciesDiffer aims.Code = "readiness/currencies-differ"
)

// checkActions reports every problem of a list of actions, with pointers from
// the document that holds it as "actions".
func checkActions(actions []Action) error {
	c := aims.Checker{Texts: planTexts}
	if len(actions) > MaxActions {
		c.Add("actions", TooManyActions, "got", strconv.Itoa(len(actions)), "max", strconv.Itoa(MaxActions))
		return c.Err()
	}
	aims.CheckEach(&c, "actions", actions)
	index := make(map[ActionID]int, len(actions))
	for i, a := range actions {
		if first, seen := index[a.ID]; seen {
			c.Add(aims.Field("actions", i, "id"), ActionTwice, "id", string(a.ID), "first", strconv.Itoa(first))
			continue
		}
		index[a.ID] = i
	}
	checkCurrencies(&c, actions)
	for i, a := range actions {
		for k, id := range a.After {
			unknown(&c, index, aims.Field("actions", i, "after", k), id)
		}
		for k, id := range a.Excludes {
			unknown(&c, index, aims.Field("actions", i, "excludes", k), id)
		}
	}
	if c.Err() == nil {
		checkNeeds(&c, actions)
	}
	return c.Err()
}

// checkCurrencies compares the currencies that are well formed.
func checkCurrencies(c *aims.Checker, actions []Action) {
	first := ""
	for i, a := range actions {
		if !isCurrency(a.Currency) {
			continue
		}
		if first == "" {
			first = a.Currency
		}
		if a.Currency != first {
			c.Add(aims.Field("actions", i, "currency"), CurrenciesDiffer, "got", a.Currency, "first", first)
		}
	}
}

func unknown(c *aims.Checker, index map[ActionID]int, field string, id ActionID) {
	if _, ok := index[id]; !ok {
		c.Add(field, ActionUnknown, "id", string(id))
	}
}

// checkNeeds reports cycles, and actions that exclude what they need.
func checkNeeds(c *aims.Checker, actions []Action) {
	needs := newNeeds(actions)
	for i, a := range actions {
		if needs.all[i].has(i) {
			c.Add(aims.Field("actions", i, "after"), ActionCycle, "id", string(a.ID))
		}
	}
	if c.Err() != nil {
		return
	}
	for i, a := range actions {
		whole := needs.all[i].clone()
		whole.add(i)
		for j := range whole.each() {
			for k := range needs.rivals[j].each() {
				if k > j && whole.has(k) {
					c.Add(aims.Field("actions", i), ExcludesNeeded, "id", string(a.ID), "one", string(actions[j].ID), "other", string(actions[k].ID))
				}
			}
		}
	}
}

// needs is how actions refer to each other, by their place in the list.
type needs struct {
	direct []bitset // the actions to finish before each
	all    []bitset // these, and what they need in turn
	rivals []bitset // the actions that exclude each other, in both directions
}

func newNeeds(actions []Action) needs {
	n := len(actions)
	index := make(map[ActionID]int, n)
	for i, a := range actions {
		index[a.ID] = i
	}
	out := needs{direct: make([]bitset, n), all: make([]bitset, n), rivals: make([]bitset, n)}
	for i := range n {
		out.direct[i], out.rivals[i] = newBitset(n), newBitset(n)
	}
	for i, a := range actions {
		for _, id := range a.After {
			out.direct[i].add(index[id])
		}
		for _, id := range a.Excludes {
			out.rivals[i].add(index[id])
			out.rivals[index[id]].add(i)
		}
		out.all[i] = out.direct[i].clone()
	}
	for k := range n { // Warshall's transitive closure
		for i := range n {
			if out.all[i].has(k) {
				out.all[i].join(out.all[k])
			}
		}
	}
	return out
}

// order returns the actions so that each stands after what it needs, and
// otherwise as listed.
func (n needs) order() []int {
	var list []int
	done := newBitset(len(n.direct))
	for len(list) < len(n.direct) {
		for i := range n.direct {
			if !done.has(i) && n.direct[i].within(done) {
				done.add(i)
				list = append(list, i)
				break
			}
		}
	}
	return list
}

func quoted(s string) string {
	if len(s) > 16 {
		s = s[:16] + "…"
	}
	return strconv.Quote(s)
}

func decimalText(n int) string { return strconv.Itoa(n) }

// actionNames returns the ids of actions, in order.
func actionNames(actions []Action, chosen []int) []ActionID {
	var list []ActionID
	for _, i := range slices.Sorted(slices.Values(chosen)) {
		list = append(list, actions[i].ID)
	}
	return list
}
