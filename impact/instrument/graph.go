package instrument

import (
	"slices"
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/strict"
)

// maxHints is how many dangling names get a hint; to look for one is slow.
const maxHints = 20

// graph holds the parts of an instrument that can be shown, and what each
// depends on: its parent, and the questions that its guard asks for.
type graph struct {
	nodes     []node
	questions []asked
	index     map[QuestionID]int // into questions; of two with one id, the first
	sections  []int              // nodes
	outcomes  []int              // nodes; outcomes have guards too
}

// node is a page, a section, a question or an outcome.
type node struct {
	what     string // "page" …
	id       string
	at       string // pointer to the part
	guard    Guard
	parent   int // into nodes; -1: none
	question int // into questions; -1: it is none
	level    int // of an outcome, from 1
}

// guardAt is where the node's guard stands.
func (n node) guardAt() string {
	if n.level > 0 {
		return n.at + "/if"
	}
	return n.at + "/shownIf"
}

func (n node) name() string { return n.what + " " + shown(n.id) }

// asked is a question with what its place makes of it.
type asked struct {
	Question
	kind   Kind
	scores bool
	most   int
	node   int
}

func (in Instrument) graph() *graph {
	g := &graph{index: make(map[QuestionID]int)}
	for i, p := range in.Pages {
		page := g.add(node{what: "page", id: string(p.ID), at: aims.Field("pages", i), guard: p.ShownIf, parent: -1, question: -1})
		for j, s := range p.Sections {
			section := g.add(node{what: "section", id: string(s.ID), at: aims.Field("pages", i, "sections", j), guard: s.ShownIf, parent: page, question: -1})
			for k, q := range s.Questions {
				n := g.add(node{what: "question", id: string(q.ID), at: aims.Field("pages", i, "sections", j, "questions", k), guard: q.ShownIf, parent: section, question: len(g.questions)})
				if _, taken := g.index[q.ID]; !taken {
					g.index[q.ID] = len(g.questions)
				}
				g.questions = append(g.questions, asked{Question: q, kind: s.kind(q), scores: s.scores(q), most: q.most(), node: n})
			}
			g.sections = append(g.sections, section)
		}
	}
	for i, o := range in.Outcomes {
		g.outcomes = append(g.outcomes, g.add(node{what: "outcome", id: string(o.ID), at: aims.Field("outcomes", i), guard: o.If, parent: -1, question: -1, level: i + 1}))
	}
	return g
}

func (g *graph) add(n node) int {
	g.nodes = append(g.nodes, n)
	return len(g.nodes) - 1
}

// needs lists the nodes that node i depends on directly, each once: its
// parent, then what its guard asks for. What does not exist is left out.
func (g *graph) needs(i int) []int {
	n := g.nodes[i]
	var out []int
	if n.parent >= 0 {
		out = append(out, n.parent)
	}
	n.guard.leaves(func(leaf Guard) {
		if q, ok := g.index[leaf.Question]; ok && !slices.Contains(out, g.questions[q].node) {
			out = append(out, g.questions[q].node)
		}
	})
	return out
}

// sorted returns the nodes in an order in which each comes after what it
// needs, and the circles that stand in the way, each as a list of nodes.
func (g *graph) sorted() (order []int, circles [][]int) {
	const unseen, open, done = 0, 1, 2
	state := make([]uint8, len(g.nodes))
	var path []int
	var visit func(i int)
	visit = func(i int) {
		switch state[i] {
		case done:
			return
		case open:
			circles = append(circles, slices.Clone(path[slices.Index(path, i):]))
			return
		}
		state[i] = open
		path = append(path, i)
		for _, need := range g.needs(i) {
			visit(need)
		}
		path = path[:len(path)-1]
		state[i] = done
		order = append(order, i)
	}
	for i := range g.nodes {
		visit(i)
	}
	return order, circles
}

// validateGuards finds guards that are malformed, ask for what cannot be
// asked, or go round in a circle.
func (in Instrument) validateGuards(c *aims.Checker) {
	g := in.graph()
	leaves, hints := 0, 0
	for _, n := range g.nodes {
		if !n.guard.IsZero() && !n.guard.wellFormed(0) {
			c.Add(n.guardAt(), GuardMalformed, "got", shown(n.guard.String()))
			continue
		}
		asked := make(map[QuestionID]bool)
		n.guard.leaves(func(leaf Guard) {
			leaves++
			q, ok := g.index[leaf.Question]
			switch {
			case asked[leaf.Question]:
			case !ok:
				hint := ""
				if hints++; hints <= maxHints {
					hint = g.hint(leaf.Question)
				}
				c.Add(n.guardAt(), GuardDangling, "question", shown(string(leaf.Question)), "hint", hint)
			case g.questions[q].Type == Open:
				c.Add(n.guardAt(), GuardOnOpen, "question", shown(string(leaf.Question)))
			}
			asked[leaf.Question] = true
		})
	}
	if leaves > MaxAsked {
		c.Add("pages", aims.TooMany, "got", strconv.Itoa(leaves), "max", strconv.Itoa(MaxAsked))
		return
	}
	_, circles := g.sorted()
	for _, circle := range circles {
		names := make([]string, len(circle))
		for i, n := range circle {
			names[i] = g.nodes[n].name()
		}
		c.Add(g.nodes[circle[0]].at, GuardCycle, "got", names[0], "through", strings.Join(append(names[1:], names[0]), ", "))
	}
}

// hint names the question that was probably meant, if there is one.
func (g *graph) hint(id QuestionID) string {
	names := make([]string, len(g.questions))
	for i, q := range g.questions {
		names[i] = string(q.ID)
	}
	if best := strict.Nearest(string(id), names); best != "" {
		return "; did you mean " + best + "?"
	}
	return ""
}

// wellFormed reports whether the guard says one thing, and says it so that
// [ParseGuard] reads it.
func (g Guard) wellFormed(depth int) bool {
	says := 0
	for _, part := range [][]Guard{g.All, g.Any} {
		for _, inner := range part {
			if !inner.wellFormed(depth + 1) {
				return false
			}
		}
		if len(part) > 0 {
			says++
		}
	}
	values := append(slices.Clone(g.Exactly), g.Contains...)
	if g.Is != "" {
		values = append(values, g.Is)
	}
	for _, v := range values {
		if v == "" || !wellFormedValue(v) {
			return false
		}
	}
	if g.Question == "" {
		return says == 1 && len(values) == 0 && depth <= maxGuardDepth
	}
	ways := 0
	for _, set := range []bool{g.Is != "", len(g.Exactly) > 0, len(g.Contains) > 0} {
		if set {
			ways++
		}
	}
	return says == 0 && ways == 1 && aims.ValidID(string(g.Question))
}
