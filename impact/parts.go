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
			c.Add(aims.Field(list, i, member), aims.Twice, "value", clip(string(k)))
		}
		seen[k] = true
	}
}

// checkListed reports the id of a part that the list does not hold.
func checkListed[T any, K ~string](c *aims.Checker, field, list string, want K, parts []T, id func(T) K) {
	if aims.ValidID(string(want)) && !slices.ContainsFunc(parts, func(p T) bool { return id(p) == want }) {
		c.Add(field, Unlisted, "got", string(want), "list", list)
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

func sorted[T ~string](list []T) []T { return slices.Sorted(slices.Values(list)) }
