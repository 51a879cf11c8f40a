package report

import (
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/controls"
	"github.com/aimskit/aimskit/internal/svg"
)

// What documents about differences between reports share.

// difference says how far two reports are apart.
func (d *draft) difference(v readiness.Delta) {
	w := d.w
	t := w.table("difference", "what", "before", "after", "points-moved")
	t.row(plain(w.text("score-column")), plain(w.percent(v.Before.Score())), plain(w.percent(v.After.Score())), plain(w.points(v.Shift.Score)))
	t.row(plain(w.text("upper")), plain(w.percent(v.Before.Upper())), plain(w.percent(v.After.Upper())), plain(w.points(v.Shift.Upper)))
	t.row(plain(w.text("coverage-column")), plain(w.percent(v.Before.Coverage())), plain(w.percent(v.After.Coverage())), plain())
	t.row(plain(w.text("band")), plain(w.word(v.BandBefore.String())), w.bandAfter(v), plain())
	d.add(t)
	d.say("points-text")
}

// bandAfter is the band that a difference leads to, colored where it is another.
func (w Words) bandAfter(v readiness.Delta) Cell {
	c := plain(w.word(v.BandAfter.String()))
	switch {
	case v.BandAfter > v.BandBefore:
		c.Tone = Good
	case v.BandAfter < v.BandBefore:
		c.Tone = Bad
	}
	return c
}

// points writes a difference of scores in percentage points with its sign.
func (w Words) points(p readiness.Points) string {
	v := p.Decimal().Shift(2)
	s := strings.Replace(v.Abs().StringFixed(2), ".", w.text("decimal-point"), 1)
	switch v.Sign() {
	case 1:
		return "+" + s
	case -1:
		return "−" + s
	}
	return s
}

// moves lists what stands differently after some differences, with the day
// where there are several. Without any, a text says so.
func (d *draft) moves(suffix string, list ...readiness.Delta) {
	w := d.w
	columns := []string{"item", "item-title", "before", "after", "change", "change-upper", "why", "records"}
	if len(list) != 1 {
		columns = append([]string{"on"}, columns...)
	}
	t := w.table("moves", columns...)
	t.Name += suffix
	for _, v := range list {
		for _, m := range v.Items {
			var why []string
			var records []aims.Ref
			for _, o := range m.Why {
				why = append(why, w.observation(o))
				records = append(records, o.Refs...)
			}
			row := []Cell{
				plain(name(m.Key)), plain(w.title(m.Key, catalogued(m.Key))), w.standsAt(m.Before), w.standsAt(m.After),
				plain(w.points(m.Shift.Score)), plain(w.points(m.Shift.Upper)), plain(unique(why)...), plain(refs(unique(records))),
			}
			if len(list) != 1 {
				row = append([]Cell{plain(v.To.String())}, row...)
			}
			t.row(row...)
		}
	}
	d.addTable(t, "no-moves")
}

// answers lists the conditions of gates that are answered differently; nothing
// for none.
func (d *draft) answers(suffix string, list ...readiness.Delta) {
	w := d.w
	columns := []string{"condition", "gate", "before", "after", "reasons"}
	if len(list) != 1 {
		columns = append([]string{"on"}, columns...)
	}
	t := w.table("answers", columns...)
	t.Name += suffix
	for _, v := range list {
		for _, c := range v.Conditions {
			row := []Cell{plain(w.sentence(c.Code, c.Text, nil)), plain(w.word(c.Gate.String())), w.answer(c.Before), w.answer(c.After), plain(w.reasons(c.Reasons)...)}
			if len(list) != 1 {
				row = append([]Cell{plain(v.To.String())}, row...)
			}
			t.row(row...)
		}
	}
	if len(t.Rows) > 0 {
		d.add(t)
	}
}

// standsAt says what counts of a requirement or control.
func (w Words) standsAt(s readiness.Standing) Cell {
	switch {
	case s.Absent:
		return plain(w.text("not-held"))
	case s.Excluded:
		return plain(w.text("excluded"))
	case s.Planned:
		return Cell{Lines: []string{w.word("planned")}, Tone: Unsure}
	}
	c := w.verdict(s.Verdict)
	switch {
	case s.Stated:
		c.Lines = append(c.Lines, w.text("stated-only"))
	case s.Claimed:
		c.Lines = append(c.Lines, w.text("claimed-only"))
	}
	return c
}

// catalogued is the title of a requirement or control in its catalogue; nothing
// for those of others.
func catalogued(k aims.Key) string {
	if clause, ok := k.Clause(); ok {
		r, _ := aims.Edition2023().Lookup(clause)
		return r.Title
	}
	c, _ := controls.Edition2023().LookupKey(k)
	return c.Title
}

// differenceFigure draws two reports as bars, one below the other.
func differenceFigure(v readiness.Delta, w Words) Figure {
	caption := w.text("figure-difference-text", "before", w.percent(v.Before.Score()), "after", w.percent(v.After.Score()))
	bars := svg.Bars{
		Title: w.text("difference"), Description: caption,
		Axis: svg.Axis{Min: 0, Max: 1, Format: svg.Percent}, Legend: w.boundsLegend(), Note: w.text("no-probability"),
		Bars: []svg.Bar{w.boundsBar(w.text("before"), v.Before), w.boundsBar(w.text("after"), v.After)},
	}
	return Figure{Name: "difference", Caption: caption, picture: bars.Picture()}
}
