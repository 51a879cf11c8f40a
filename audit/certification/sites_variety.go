package certification

import (
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// variety is a search for what the sample lacks. Sites with the same values
// are of one kind, and only the foremost of a kind is looked at.
type variety struct {
	*selecting
	waiting []*kind  // those with sites that are not chosen, by the turns of their foremost ones
	has     [][]bool // by attribute and value: the sample has it, or got it in this round
}

// variety chooses the rest, in rounds: when the sample lacks nothing that a
// site could bring, what it has is forgotten. Where nothing brings anything
// even then, the sites left have no known values, and take turns.
func (s *selecting) variety() {
	v := variety{selecting: s}
	for _, values := range s.values {
		v.has = append(v.has, make([]bool, len(values.keys)))
	}
	list := s.sorted()
	for i := range list {
		if list[i].seen {
			v.see(&list[i])
		}
		if len(list[i].lots) > 0 {
			v.waiting = append(v.waiting, &list[i])
		}
	}
	slices.SortFunc(v.waiting, v.byTurn)
	v.round(VarietyChosen)
	for before := -1; before < len(s.Chosen); {
		before = len(s.Chosen)
		for _, has := range v.has {
			clear(has)
		}
		v.round(VarietyAgain)
	}
	for s.lacking() > 0 {
		s.choose(v.waiting[0].lots[0].at, RotationChosen)
		s.leave(&v.waiting[0].queue)
	}
}

// round chooses sites until nobody brings anything. What a kind brings only
// becomes less in a round, so one walk over the kinds in their order finds all
// that bring as much as the first, and how much is most after that.
func (v *variety) round(code aims.Code) {
	var chosen []*kind
	for most := len(v.has); most > 0 && v.lacking() > 0; {
		next := 0
		for i, each := range v.waiting {
			if each == nil || v.lacking() == 0 {
				continue
			}
			if n := v.brings(each); n < most {
				next = max(next, n)
				continue
			}
			v.choose(each.lots[0].at, code, "values", v.names(each))
			v.see(each)
			v.leave(&each.queue)
			chosen = append(chosen, each)
			v.waiting[i] = nil // it brings nothing more in this round
		}
		most = next
	}
	v.waiting = slices.DeleteFunc(v.waiting, func(k *kind) bool { return k == nil })
	for _, each := range chosen {
		if len(each.lots) > 0 {
			at, _ := slices.BinarySearchFunc(v.waiting, each, v.byTurn)
			v.waiting = slices.Insert(v.waiting, at, each)
		}
	}
}

func (v *variety) byTurn(a, b *kind) int { return v.compare(a.lots[0], b.lots[0]) }

// brings says how many values of a kind the sample lacks.
func (v *variety) brings(k *kind) int {
	n := 0
	for a, value := range k.values {
		if value >= 0 && !v.has[a][value] {
			n++
		}
	}
	return n
}

// names names them.
func (v *variety) names(k *kind) string {
	var names []string
	for a, value := range k.values {
		if value >= 0 && !v.has[a][value] {
			names = append(names, v.population.Attributes[a]+" "+v.values[a].keys[value])
		}
	}
	return strings.Join(names, ", ")
}

// see notes what the sample has with a site of a kind.
func (v *variety) see(k *kind) {
	for a, value := range k.values {
		if value >= 0 {
			v.has[a][value] = true
		}
	}
}
