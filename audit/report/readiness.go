package report

import (
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/readiness"
)

// Readiness writes a readiness report: the score with what it leaves open, by
// section, the gates, the gaps, and what is unknown. Beside every score stands
// that readiness is not a probability of certification.
//
// Its tables are result, parts, sections, conditions, gaps, disagreements and
// provenance; its figure is readiness-by-section.
func Readiness(r readiness.Report, w Words) Document {
	d := newDraft(w, "readiness-report")
	d.say("readiness-intro", "at", r.Provenance.At.String())
	d.warn("no-probability")

	d.heading("result")
	f := d.facts("result")
	f.fact("band", w.word(r.Band.String()))
	f.fact("score", w.percent(r.Total.Score()))
	f.fact("upper", w.percent(r.Total.Upper()))
	f.fact("known", w.share(r.Total.Known()))
	f.fact("coverage", w.percent(r.Total.Coverage()))
	f.fact("systems-in", w.number(r.SystemsIn))
	f.fact("systems-out", w.number(r.SystemsOut))
	d.add(f.Table)
	d.say("how-to-read")
	parts := sections(r, w)
	d.add(sectionFigure(r, parts, w))
	d.add(partTable(r, w))
	d.add(sectionTable(parts, w))

	d.heading("gates")
	d.say("gates-intro")
	d.addTable(conditionTable(r.Conditions, w), "no-conditions")

	d.heading("gaps")
	d.addTable(gapTable(r.Gaps, w), "no-gaps")

	d.heading("open-questions")
	d.keys("unknown-items", r.Unknown)
	d.keys("planned-items", r.Planned)
	d.keys("claimed-items", r.Claimed)
	d.keys("unmatched-items", r.Unmatched)
	d.addTable(disagreementTable(r.Disagreements, w), "no-disagreements")
	d.remarks(r.Remarks)
	d.provenance(r.Provenance)
	return d.Document
}

// share writes a share that may be unknown.
func (w Words) share(a aims.Amount) string {
	if v, ok := a.Value(); ok {
		return w.percent(v)
	}
	return w.text("not-known")
}

// keys lists requirements and controls; nothing for none.
func (d *draft) keys(name string, keys []aims.Key) {
	if len(keys) > 0 {
		d.say(name, "number", d.w.number(len(keys)), "keys", names(keys))
	}
}

// remarks lists observations on anything else than a requirement or control.
func (d *draft) remarks(list []aims.Observation) {
	if len(list) == 0 {
		return
	}
	d.heading("remarks")
	var l List
	for _, o := range list {
		l.Items = append(l.Items, d.w.observation(o))
	}
	d.add(l)
}

func partTable(r readiness.Report, w Words) Table {
	t := w.table("parts", "part", "weight", "score-column", "upper", "known-column", "coverage-column")
	row := func(name string, weight int, b readiness.Bounds) {
		c := plain()
		if weight > 0 {
			c = plain(w.perMille(weight))
		}
		t.row(plain(w.text(name)), c, plain(w.percent(b.Score())), plain(w.percent(b.Upper())), plain(w.share(b.Known())), plain(w.percent(b.Coverage())))
	}
	row("all", 0, r.Total)
	row("requirements", r.Model.Requirements, r.Requirements)
	row("controls", r.Model.Controls, r.Controls)
	row("without-exclusions", 0, r.WithoutExclusions)
	return t
}

// perMille writes thousandths as a percentage.
func (w Words) perMille(n int) string {
	s := strconv.Itoa(n / 10)
	if n%10 != 0 {
		s += w.text("decimal-point") + strconv.Itoa(n%10)
	}
	return s + " %"
}

// mostReasons is how many reasons stand beside a condition. More of them repeat
// the gaps and open questions, which are listed whole.
const mostReasons = 6

func conditionTable(list []certification.Condition, w Words) Table {
	t := w.table("conditions", "condition", "gate", "met", "points", "concerns", "reasons", "changes")
	for _, c := range list {
		t.row(plain(w.sentence(c.Code, c.Text, nil)), plain(w.word(c.Gate.String())), w.answer(c.Met),
			plain(names(c.Keys)), plain(names(c.Concerns)), plain(w.reasons(c.Reasons)...), plain(c.Changes.String()))
	}
	return t
}

// reasons says why a condition is not met.
func (w Words) reasons(list []certification.Reason) []string {
	var lines []string
	for i, r := range list {
		if i == mostReasons {
			return append(lines, w.text("more-reasons", "number", w.number(len(list)-i)))
		}
		lines = append(lines, w.sentence(r.Code, r.Text, r.Args))
	}
	return lines
}

// gapTable is also the whole of a [GapList].
func gapTable(gaps []readiness.Gap, w Words) Table {
	t := w.table("gaps", "item", "item-title", "priority", "verdict", "reasons", "records", "practice")
	for _, g := range gaps {
		reasons := w.gapReasons(g)
		var records []aims.Ref
		for _, o := range g.Reasons {
			records = append(records, o.Refs...)
		}
		if g.Stated {
			reasons = append(reasons, w.text("stated-gap"))
		}
		t.row(plain(name(g.Key)), plain(w.title(g.Key, g.Title)), w.priority(g.Priority), w.verdict(g.Verdict),
			plain(reasons...), plain(refs(unique(records))), plain(g.Practice))
	}
	return t
}

// gapReasons says each reason of a gap once, with the points in front that it
// speaks of: "5.2/a, b, c: …".
func (w Words) gapReasons(g readiness.Gap) []string {
	var order []string
	points := make(map[string][]string)
	for _, o := range g.Reasons {
		s := w.observation(o)
		if _, said := points[s]; !said {
			order = append(order, s)
			points[s] = nil
		}
		clause, letter, isPoint := strings.Cut(o.Key.ID, "/")
		switch {
		case !isPoint:
		case len(points[s]) == 0:
			points[s] = []string{clause + "/" + letter}
		default:
			points[s] = append(points[s], letter)
		}
	}
	for i, s := range order {
		order[i] = labelled(strings.Join(points[s], ", "), s)
	}
	return order
}

// unique drops what was there before.
func unique[T comparable](list []T) []T {
	seen := make(map[T]bool, len(list))
	var out []T
	for _, v := range list {
		if !seen[v] {
			seen[v], out = true, append(out, v)
		}
	}
	return out
}

func (w Words) priority(p readiness.Priority) Cell {
	c := plain(w.word(p.String()))
	switch p {
	case readiness.Critical, readiness.High:
		c.Tone = Bad
	case readiness.Medium:
		c.Tone = Fair
	}
	return c
}

func disagreementTable(list []readiness.Disagreement, w Words) Table {
	t := w.table("disagreements", "item", "stated", "shown", "records")
	for _, g := range list {
		t.row(plain(name(g.Key)), w.verdict(g.Stated), w.verdict(g.Shown), plain(g.By.String()))
	}
	return t
}

// GapList writes the gaps alone, the most urgent first. Its table is gaps.
func GapList(r readiness.Report, w Words) Document {
	d := newDraft(w, "gap-list")
	d.Contents = ""
	d.say("gap-list-intro", "at", r.Provenance.At.String(), "number", w.number(len(r.Gaps)))
	d.addTable(gapTable(r.Gaps, w), "no-gaps")
	d.keys("unknown-items", r.Unknown)
	d.provenance(r.Provenance)
	return d.Document
}
