package report

import (
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/controls"
	"github.com/aimskit/aimskit/internal/svg"
)

// section is a clause, a group of Annex A, or the controls of another
// framework, with what its items come to.
type section struct {
	id, title string
	bounds    readiness.Bounds
	verdicts  map[aims.Verdict]int
	excluded  int
}

// sections adds up the items of a report, in their order.
func sections(r readiness.Report, w Words) []section {
	var out []section
	titles := sectionTitles()
	place := make(map[string]int)
	for _, item := range r.Items {
		id := sectionOf(item.Key)
		i, known := place[id]
		if !known {
			i = len(out)
			place[id] = i
			title := w.title(aims.Key{Framework: item.Key.Framework, ID: id}, titles[id])
			out = append(out, section{id: id, title: title, verdicts: make(map[aims.Verdict]int)})
		}
		s := &out[i]
		if item.Excluded {
			s.excluded++
			continue
		}
		s.verdicts[item.Verdict]++
		s.bounds.Earned += item.Contribution.Earned
		s.bounds.Judged += item.Contribution.Judged
		s.bounds.Total += item.Contribution.Total
	}
	return out
}

// sectionOf returns the section of a requirement or control: "5", "A.6", or the
// framework of others.
func sectionOf(k aims.Key) string {
	if c, ok := k.Clause(); ok {
		id, _, _ := strings.Cut(string(c), ".")
		return id
	}
	if c, ok := k.Control(); ok {
		parts := strings.SplitN(string(c), ".", 3)
		return strings.Join(parts[:min(len(parts), 2)], ".")
	}
	return k.Framework
}

// sectionTitles returns the titles that the catalogues give to sections.
func sectionTitles() map[string]string {
	titles := make(map[string]string)
	for r := range aims.Edition2023().All() {
		titles[string(r.Clause)] = r.Title
	}
	for g := range controls.Edition2023().Groups() {
		titles[string(g.ID)] = g.Title
	}
	return titles
}

func sectionTable(list []section, w Words) Table {
	t := w.table("sections", "section", "section-title", "conforming", "minor-gaps", "major-gaps", "unknown", "excluded", "score-column", "upper")
	for _, s := range list {
		score, upper := "", ""
		if s.bounds.Total > 0 {
			score, upper = w.percent(s.bounds.Score()), w.percent(s.bounds.Upper())
		}
		count := func(v aims.Verdict) Cell { return plain(strconv.Itoa(s.verdicts[v])) }
		t.row(plain(s.id), plain(s.title), count(aims.Conforms), count(aims.MinorGap), count(aims.MajorGap), count(aims.CannotTell),
			plain(strconv.Itoa(s.excluded)), plain(score), plain(upper))
	}
	return t
}

// The colors of what is shown, and of what is open.
const (
	shownColor svg.Color = "#1c6b45"
	openColor  svg.Color = "#7f8c98"
)

// sectionFigure draws what is shown and what is open of every section.
func sectionFigure(r readiness.Report, list []section, w Words) Figure {
	caption := w.text("figure-sections-text", "score", w.percent(r.Total.Score()), "upper", w.percent(r.Total.Upper()))
	bars := svg.Bars{
		Title: w.text("figure-sections"), Description: caption,
		Axis:   svg.Axis{Min: 0, Max: 1, Format: svg.Percent},
		Legend: w.boundsLegend(),
		Note:   w.text("no-probability"),
		Bars:   []svg.Bar{w.boundsBar(w.text("all"), r.Total)},
	}
	for _, s := range list {
		bars.Bars = append(bars.Bars, w.boundsBar(strings.TrimSpace(s.id+" "+s.title), s.bounds))
	}
	return Figure{Name: "readiness-by-section", Caption: caption, picture: bars.Picture()}
}

func (w Words) boundsLegend() []svg.Key {
	return []svg.Key{{Color: shownColor, Label: w.text("legend-shown")}, {Color: openColor, Label: w.text("legend-open")}}
}

// boundsBar draws what is shown, and behind it what is open.
func (w Words) boundsBar(label string, b readiness.Bounds) svg.Bar {
	if b.Total == 0 {
		return svg.Bar{Label: label, Text: w.text("nothing-counts")}
	}
	score, upper := b.Score().InexactFloat64(), b.Upper().InexactFloat64()
	text := w.percent(b.Score())
	if b.Judged < b.Total {
		text = w.text("from-to", "from", text, "to", w.percent(b.Upper()))
	}
	return svg.Bar{
		Label: label, Text: text, Note: label + ": " + text,
		Segments: []svg.Segment{{From: 0, To: score, Color: shownColor}, {From: score, To: upper, Color: openColor}},
	}
}
