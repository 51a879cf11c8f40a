package rules

// grouping sorts things into numbered groups, all of which share their memory.
type grouping[T any] struct {
	groups int // how many there are
	things []T
	group  []int // of each thing
}

// newGrouping returns groups that expect about one thing each.
func newGrouping[T any](groups int) grouping[T] {
	return grouping[T]{groups, make([]T, 0, groups), make([]int, 0, groups)}
}

// add adds a thing to a group.
func (g *grouping[T]) add(group int, thing T) {
	g.things, g.group = append(g.things, thing), append(g.group, group)
}

// lists returns the things of every group, in the order in which they came.
func (g *grouping[T]) lists() [][]T {
	sizes := make([]int, g.groups)
	for _, i := range g.group {
		sizes[i]++
	}
	lists, room := make([][]T, g.groups), make([]T, len(g.things))
	for i, n := range sizes {
		lists[i], room = room[:0:n], room[n:]
	}
	for k, i := range g.group {
		lists[i] = append(lists[i], g.things[k])
	}
	return lists
}
