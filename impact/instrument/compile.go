package instrument

import (
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// Program is an instrument made ready to evaluate answers. It is safe for
// use by several goroutines, and later changes to the instrument do not reach
// it. The zero value refuses all answers.
type Program struct {
	id       ID
	version  string
	scoring  Scoring
	sections []part
	qs       []question
	index    map[QuestionID]int
	nodes    []shownIf // in an order in which each comes after what it needs
	triggers []trigger
	most     Score // the maxima
	made     aims.Provenance

	// The sections that hold questions that score, and these questions, as an
	// evaluation without answers lists them.
	sums          []SectionScore
	sumNodes      []int // per sum
	items         []ItemScore
	itemQuestions []int // per item
}

// part is a section.
type part struct {
	id       SectionID
	title    Text
	page     Text // the title of its page
	kind     Kind
	node     int
	from, to int // its questions
}

// question is a question with what its answers are worth and touch; first
// what every evaluation looks at.
type question struct {
	scores   bool
	bears    bool // an answer to it can change scores, levels or what else is asked and bears
	branches bool // an answer to it can change what is shown and scores, or force an outcome
	node     int
	most     int
	ID       QuestionID
	values   []string // of the choices
	Choices  []Choice
	Type     Type
	kind     Kind
	touches  []int // the nodes that an answer to it can show or hide, in order
	Title    Text
}

// shownIf says when a node is shown.
type shownIf struct {
	parent   int // into nodes; -1: none
	guard    test
	question int // -1: none
}

// trigger forces a level.
type trigger struct {
	level int
	guard test
	text  string
}

// test is a guard with its values looked up.
type test struct {
	any   bool // one of parts, instead of all
	parts []test
	leaf  bool
	q     int
	allow []bool // of one choice: those that meet the guard
	has   uint64 // of many choices: those that must be among them
	only  bool   // and no others
}

// never is a test that nothing meets: any of no parts.
var never = test{any: true}

// Compile validates an instrument and makes it ready. The error is an
// [aims.InvalidError] with every problem.
func Compile(in Instrument) (*Program, error) {
	if err := in.Validate(); err != nil {
		return nil, err
	}
	content := in
	content.Format = ""
	digest, err := aims.DigestOf(content)
	if err != nil {
		return nil, err
	}
	g := in.graph()
	order, _ := g.sorted()
	c := compiler{g: g, order: order, place: make([]int, len(g.nodes))}
	for at, n := range order {
		c.place[n] = at
	}
	p := &Program{id: in.ID, version: in.Version, index: g.index}
	p.made = aims.Provenance{Module: aims.Version, Model: string(in.ID) + " " + in.Version, Method: digest}
	p.scoring = in.Scoring.clone()
	c.questions(p)
	c.sections(p, in)
	p.list()
	c.guards(p)
	p.link()
	return p, nil
}

// compiler renumbers the nodes of a graph in their order.
type compiler struct {
	g     *graph
	order []int
	place []int // node of the graph → node of the program
}

func (c *compiler) questions(p *Program) {
	for _, q := range c.g.questions {
		own := q.Question.clone()
		out := question{ID: own.ID, Type: own.Type, Title: own.Title, Choices: own.Choices, scores: q.scores, kind: q.kind, most: q.most, node: c.place[q.node]}
		for _, choice := range own.Choices {
			out.values = append(out.values, choice.Value)
		}
		p.qs = append(p.qs, out)
		if q.scores && q.kind == Raw {
			p.most.Raw += q.most
		}
		if q.scores && q.kind == Mitigation {
			p.most.Mitigation += q.most
		}
	}
	p.most.Current = p.most.Raw
}

func (c *compiler) sections(p *Program, in Instrument) {
	from := 0
	for _, page := range in.Pages {
		for _, s := range page.Sections {
			to := from + len(s.Questions)
			p.sections = append(p.sections, part{
				id: s.ID, title: s.Title.clone(), page: page.Title.clone(), kind: sectionKind(s),
				node: c.place[c.g.sections[len(p.sections)]], from: from, to: to,
			})
			from = to
		}
	}
}

// list prepares what an evaluation lists.
func (p *Program) list() {
	for _, s := range p.sections {
		sum := SectionScore{ID: s.id, Kind: s.kind}
		for q := s.from; q < s.to; q++ {
			question := &p.qs[q]
			if !question.scores {
				continue
			}
			p.items = append(p.items, ItemScore{Question: question.ID, Kind: question.kind, Most: question.most})
			p.itemQuestions = append(p.itemQuestions, q)
			sum.Questions++
			sum.Most += question.most
		}
		if sum.Questions > 0 {
			p.sums, p.sumNodes = append(p.sums, sum), append(p.sumNodes, s.node)
		}
	}
}

// sectionKind returns the kind of what a section counts: its own, or that of
// its first question that scores.
func sectionKind(s Section) Kind {
	if s.Kind == Raw || s.Kind == Mitigation {
		return s.Kind
	}
	for _, q := range s.Questions {
		if s.scores(q) {
			return s.kind(q)
		}
	}
	return ""
}

func (c *compiler) guards(p *Program) {
	for _, i := range c.order {
		n := c.g.nodes[i]
		out := shownIf{parent: -1, guard: c.test(n.guard), question: n.question}
		if n.parent >= 0 {
			out.parent = c.place[n.parent]
		}
		p.nodes = append(p.nodes, out)
	}
	for _, i := range c.g.outcomes {
		if n := c.g.nodes[i]; !n.guard.IsZero() {
			p.triggers = append(p.triggers, trigger{level: n.level, guard: c.test(n.guard), text: n.guard.String()})
		}
	}
}

func (c *compiler) test(g Guard) test {
	if g.Question == "" {
		t := test{any: len(g.Any) > 0}
		for _, part := range append(slices.Clone(g.All), g.Any...) {
			t.parts = append(t.parts, c.test(part))
		}
		return t
	}
	q := c.g.index[g.Question]
	t := test{leaf: true, q: q}
	choices := c.g.questions[q].Choices
	if c.g.questions[q].Type == Single {
		for _, choice := range choices {
			t.allow = append(t.allow, g.metBy(choice.Value))
		}
		if !slices.Contains(t.allow, true) {
			return never
		}
		return t
	}
	t.only = len(g.Exactly) > 0
	values := append(slices.Clone(g.Exactly), g.Contains...)
	for _, v := range values {
		i := slices.IndexFunc(choices, func(c Choice) bool { return c.Value == v })
		if i < 0 {
			return never
		}
		t.has |= 1 << i
	}
	if len(values) == 0 { // = with one value, which a list never equals
		return never
	}
	return t
}

// link finds what each answer can change.
func (p *Program) link() {
	asking := make([][]int, len(p.qs))      // question → nodes whose guard asks for it
	children := make([][]int, len(p.nodes)) // node → those inside it
	for n, node := range p.nodes {
		if node.parent >= 0 {
			children[node.parent] = append(children[node.parent], n)
		}
		node.guard.leaves(func(leaf test) {
			if list := asking[leaf.q]; len(list) == 0 || list[len(list)-1] != n {
				asking[leaf.q] = append(list, n)
			}
		})
	}
	forcing := make([]bool, len(p.qs))
	for _, t := range p.triggers {
		t.guard.leaves(func(leaf test) { forcing[leaf.q] = true })
	}
	for q := range p.qs {
		question := &p.qs[q]
		question.branches = forcing[q]
		question.touches = p.reach(asking[q], asking, children)
		for _, n := range question.touches {
			if other := p.nodes[n].question; other >= 0 {
				question.branches = question.branches || forcing[other] || p.qs[other].scores && p.qs[other].most > 0
			}
		}
		question.bears = question.scores || question.branches
	}
}

// reach returns the nodes that depend on some, in order.
func (p *Program) reach(from []int, asking, children [][]int) []int {
	if len(from) == 0 {
		return nil
	}
	touched := make([]bool, len(p.nodes))
	var out []int
	queue := slices.Clone(from)
	for len(queue) > 0 {
		n := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		if touched[n] {
			continue
		}
		touched[n] = true
		out = append(out, n)
		queue = append(queue, children[n]...)
		if q := p.nodes[n].question; q >= 0 {
			queue = append(queue, asking[q]...)
		}
	}
	slices.Sort(out)
	return out
}

// leaves calls visit for everything that the test asks about an answer.
func (t *test) leaves(visit func(test)) {
	if t.leaf {
		visit(*t)
	}
	for i := range t.parts {
		t.parts[i].leaves(visit)
	}
}

// ID returns the id of the instrument.
func (p *Program) ID() ID { return p.id }

// Version returns the version of the instrument.
func (p *Program) Version() string { return p.version }

// Digest returns the digest of the instrument, which tells two versions apart
// that go by the same name.
func (p *Program) Digest() aims.Digest { return p.made.Method }

// Most returns the greatest scores that the choices add up to: the best
// choice of each question with one answer, and all choices of each with many.
// It looks past guards; see [MaximumUnreachable].
func (p *Program) Most() Score { return p.most }

// Levels returns the number of levels.
func (p *Program) Levels() int { return len(p.scoring.Outcomes) }

// Select returns the program whose version was answered. The error is an
// [aims.InvalidError] that names what is at hand.
func Select(programs []*Program, a Answers) (*Program, error) {
	var ids, versions []string
	for _, p := range programs {
		switch {
		case p == nil:
		case p.id != a.Instrument:
			ids = append(ids, string(p.id))
		case p.version != a.Version:
			versions = append(versions, p.version)
		default:
			return p, nil
		}
	}
	c := aims.Checker{Texts: texts}
	switch {
	case a.Instrument == "":
		c.Add("instrument", aims.Missing)
	case len(versions) > 0 && a.Version == "":
		c.Add("version", aims.Missing)
	case len(versions) > 0:
		c.Add("version", VersionUnknown, "got", shown(a.Version), "instrument", shown(string(a.Instrument)), "known", listed(versions))
	default:
		c.Add("instrument", InstrumentUnknown, "got", shown(string(a.Instrument)), "known", listed(ids))
	}
	return nil, c.Err()
}

// listed joins names, each once and sorted, for a sentence.
func listed(names []string) string {
	names = slices.Compact(slices.Sorted(slices.Values(names)))
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}
