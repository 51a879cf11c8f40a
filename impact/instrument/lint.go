package instrument

import (
	"slices"
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// Lint examines an instrument before it is used: what [Instrument.Validate]
// reports, and what is well formed but cannot be meant. Guards, reach and
// outcomes are examined once nothing is malformed. What would take too long
// to decide is not reported. An instrument may have good reasons for some of
// it: that of the Canadian Government measures its credit against the
// measures of two project phases, of which a respondent sees one.
func Lint(in Instrument) []aims.Problem {
	c := aims.Checker{Texts: texts}
	err := in.Validate()
	c.Nest("", err)
	for i, p := range in.Pages {
		for j, s := range p.Sections {
			lintSection(&c, aims.Field("pages", i, "sections", j), s)
		}
	}
	if err == nil {
		if p, err := Compile(in); err == nil {
			l := linter{c: &c, g: in.graph(), p: p, never: make(map[int]bool)}
			l.guards()
			l.reach()
		}
	}
	return aims.Problems(c.Err())
}

// lintSection finds points and kinds that do not meet.
func lintSection(c *aims.Checker, at string, s Section) {
	scoring := 0
	for i, q := range s.Questions {
		in := at + "/questions/" + strconv.Itoa(i)
		switch {
		case s.scores(q) && q.most() == 0:
			c.Add(in+"/choices", WorthNothing, "question", shown(string(q.ID)), "kind", string(s.kind(q)))
		case !s.scores(q) && q.most() > 0:
			c.Add(in+"/choices", PointsNowhere, "question", shown(string(q.ID)), "points", strconv.Itoa(q.most()))
		}
		if q.Type == Open && q.Kind != "" && q.Kind != Unscored {
			c.Add(in+"/kind", KindOnOpen, "question", shown(string(q.ID)), "kind", string(q.Kind))
		}
		if s.scores(q) {
			scoring++
		}
	}
	if (s.Kind == Raw || s.Kind == Mitigation) && scoring == 0 {
		c.Add(at+"/kind", SectionSilent, "section", shown(string(s.ID)), "kind", string(s.Kind))
	}
}

// linter examines what is well formed.
type linter struct {
	c     *aims.Checker
	g     *graph
	p     *Program
	never map[int]bool // nodes whose own guard never holds, or whose part is never shown
}

// guards finds guards that ask for what no answer says, never hold, or never
// meet those around them.
func (l *linter) guards() {
	place := make(map[string]int, len(l.p.nodes)) // the program has no names of pages and sections
	order, _ := l.g.sorted()
	v := solver{p: l.p}
	for at, n := range order {
		place[l.g.nodes[n].at] = at
	}
	for i, n := range l.g.nodes {
		strange, own := l.values(n), l.p.nodes[place[n.at]].guard
		switch {
		case strange:
			l.never[i] = !v.solvable(false, own)
		case !n.guard.IsZero() && !v.solvable(n.level > 0, own):
			l.never[i] = true
			l.c.Add(n.guardAt(), GuardNever, "part", n.name(), "guard", shown(n.guard.String()))
		case l.inNever(n):
			l.never[i] = true
		case n.question >= 0 && !v.solvable(true, shows(l.p, place[n.at])...):
			l.never[i] = true
			l.c.Add(n.at, QuestionUnreachable, "question", shown(n.id))
		}
	}
}

// inNever reports whether a part around the node is never shown, which was
// said of that part.
func (l *linter) inNever(n node) bool { return n.parent >= 0 && l.never[n.parent] }

// values finds values that no choice of their question has, and reports
// whether there are any that nothing meets.
func (l *linter) values(n node) (strange bool) {
	n.guard.leaves(func(leaf Guard) {
		q := l.g.questions[l.g.index[leaf.Question]]
		values := slices.Concat(leaf.Exactly, leaf.Contains)
		if leaf.Is != "" {
			values = append(values, leaf.Is)
		}
		for _, v := range values {
			if slices.ContainsFunc(q.Choices, func(c Choice) bool { return c.Value == v }) {
				continue
			}
			var loose []string
			for _, c := range q.Choices {
				if len(leaf.Contains) == 1 && q.Type == Single && strings.Contains(c.Value, v) {
					loose = append(loose, c.Value)
				}
			}
			code, args := ChoiceDangling, []string{"value", shown(v), "question", shown(string(q.ID)), "part", n.name()}
			if len(loose) > 0 {
				code, args = GuardLoose, append(args, "matches", strings.Join(loose, ", "))
			} else {
				strange = true
			}
			l.c.Add(n.guardAt(), code, args...)
		}
	})
	return strange
}

// shows lists the guards of a node and of everything around it.
func shows(p *Program, n int) []test {
	var out []test
	for ; n >= 0; n = p.nodes[n].parent {
		out = append(out, p.nodes[n].guard)
	}
	return out
}
