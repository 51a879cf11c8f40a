package impact

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// checkUnlike reports the id of a part that another part of the list has.
func checkUnlike[T any, K ~string](c *aims.Checker, list, member string, parts []T, id func(T) K) {
	seen := make(map[K]bool, len(parts))
	for i, p := range parts {
		k := id(p)
		if seen[k] && k != "" {
			c.In(list, i).Add(member, aims.Twice, "value", clip(string(k)))
		}
		seen[k] = true
	}
}

// partsList is the ids of a list of parts, and what the list is called.
type partsList[K ~string] struct {
	name string
	ids  map[K]bool
}

func listed[T any, K ~string](name string, parts []T, id func(T) K) partsList[K] {
	l := partsList[K]{name, make(map[K]bool, len(parts))}
	for _, p := range parts {
		l.ids[id(p)] = true
	}
	return l
}

// check reports the id of a part that the list does not hold. One that is
// absent or malformed is for others to report.
func (l partsList[K]) check(c *aims.Checker, field string, id K) {
	if aims.ValidID(string(id)) && !l.ids[id] {
		c.Add(field, Unlisted, "got", string(id), "list", l.name)
	}
}

// checkLevel reports a level that lies above the highest of its scale.
func checkLevel(c *aims.Checker, field string, l, top risk.Level) {
	if l > top {
		c.Add(field, LevelOutside, "got", l.String(), "max", strconv.Itoa(int(top)))
	}
}

// byID returns the parts in the order of their ids, in a list of its own.
func byID[T any, K ~string](parts []T, id func(T) K) []T {
	out := slices.Clone(parts)
	slices.SortStableFunc(out, func(a, b T) int { return cmp.Compare(id(a), id(b)) })
	return out
}

// inOrder returns the parts in the order of their ids, for reading only: the
// list itself where it is in order.
func inOrder[T any, K ~string](parts []T, id func(T) K) []T {
	if slices.IsSortedFunc(parts, func(a, b T) int { return cmp.Compare(id(a), id(b)) }) {
		return parts
	}
	return byID(parts, id)
}

func sorted[T ~string](list []T) []T { return slices.Sorted(slices.Values(list)) }
