package certification

import (
	"container/heap"
	"strings"
)

// variety chooses the rest for what the sample lacks. Sites with the same
// values are of one kind, and only the foremost of a kind is looked at. While
// a round lasts, what a kind brings only becomes less; so the kinds wait in a
// heap by what they brought when they were last looked at, and only the one on
// top is looked at again.
func (s *selecting) variety(l lottery) {
	k := s.kinds(l)
	heap.Init(k)
	for range s.Size - s.Random {
		k.settle()
		if k.list[0].brings == 0 && k.any {
			k.anew()
		}
		top := k.list[0]
		values := strings.Join(k.missing(top), ", ")
		switch {
		case values == "":
			s.choose(top.head.at, RotationChosen)
		case k.again:
			s.choose(top.head.at, VarietyAgain, "values", values)
		default:
			s.choose(top.head.at, VarietyChosen, "values", values)
		}
		k.see(top)
		k.advance(top, s.Size-s.Random)
	}
}

// kinds is a heap of the kinds with sites that are not chosen: the one that
// brings most on top, among equals the one whose turn it is.
type kinds struct {
	sorted
	list  []*kind
	seen  []bool // by the numbers of traits: the sample has it, or had it picked in this round
	any   bool   // one of them at least is so
	again bool   // this is not the first round
}

func (k *kinds) Len() int { return len(k.list) }

func (k *kinds) Less(i, j int) bool {
	a, b := k.list[i], k.list[j]
	if a.brings != b.brings {
		return a.brings > b.brings
	}
	return k.before(a.head, b.head) < 0
}

func (k *kinds) Swap(i, j int) { k.list[i], k.list[j] = k.list[j], k.list[i] }

// Push is never called: no kind comes back.
func (k *kinds) Push(any) {}

// Pop removes the last kind.
func (k *kinds) Pop() any {
	k.list = k.list[:len(k.list)-1]
	return nil
}

// settle brings the kind on top that really brings most.
func (k *kinds) settle() {
	for {
		top := k.list[0]
		now := len(k.missing(top))
		if now == top.brings {
			return
		}
		top.brings = now
		heap.Fix(k, 0)
	}
}

// anew forgets what was seen.
func (k *kinds) anew() {
	clear(k.seen)
	k.any, k.again = false, true
	for _, each := range k.list {
		each.brings = len(each.traits)
	}
	heap.Init(k)
}

// missing names what a kind brings.
func (k *kinds) missing(each *kind) []string {
	var names []string
	for _, t := range each.traits {
		if !k.seen[t] {
			names = append(names, k.names[t])
		}
	}
	return names
}

func (k *kinds) see(each *kind) {
	for _, t := range each.traits {
		k.seen[t], k.any = true, true
	}
}

// advance moves the kind on top, of which at most n sites are chosen in all,
// to its next site, and removes it after its last one.
func (k *kinds) advance(top *kind, n int) {
	if top.queue == nil {
		top.queue = k.foremost(top, n)
	}
	if top.queue = top.queue[1:]; len(top.queue) == 0 {
		heap.Remove(k, 0)
		return
	}
	top.head = top.queue[0]
	heap.Fix(k, 0)
}
