package report

import (
	"strings"

	"github.com/aimskit/aimskit/internal/svg"
	"github.com/aimskit/aimskit/risk"
)

// heatMap draws the matrix, the highest likelihood at the top, with the number
// of risks in each cell.
func heatMap(a *risk.Assessment, k risk.Criteria, s risk.State, w Words) Figure {
	m := a.HeatMap(s)
	title := w.text("figure-heat-map", "state", w.word(string(s)), "at", a.At().String())
	colors := levelColors(k)
	g := svg.Grid{Title: title, RowTitle: k.Likelihood.Title, ColumnTitle: consequenceTitle(k)}
	for l := range k.Levels {
		g.Legend = append(g.Legend, svg.Key{Color: colors[l], Label: k.Label(risk.Level(l + 1))})
	}
	for c := range m.Counts[0] {
		g.Columns = append(g.Columns, consequenceLabel(k, risk.Level(c+1)))
	}
	rated := 0
	for l := k.Likelihood.Top(); l >= 1; l-- {
		row := svg.GridRow{Label: labelled(l.String(), k.Likelihood.Label(l)), Note: k.Likelihood.Steps[l-1].Description}
		for c, n := range m.Counts[l-1] {
			level := k.Matrix.At(l, risk.Level(c+1))
			cell := svg.Cell{Color: colors[level-1], Bold: true, Sub: k.Label(level), Note: w.text("heat-map-cell", "level", k.Label(level), "number", w.number(n))}
			if n > 0 {
				cell.Text = w.number(n)
			}
			rated += n
			row.Cells = append(row.Cells, cell)
		}
		g.Rows = append(g.Rows, row)
	}
	g.Description = w.text("heat-map-text", "rated", w.number(rated), "unrated", w.number(m.Unrated))
	if m.Unrated > 0 {
		g.Note = w.text("heat-map-unrated", "number", w.number(m.Unrated))
	}
	return Figure{Name: "heat-map-" + string(s), Caption: g.Description, picture: g.Picture()}
}

// consequenceTitle names the dimensions that a consequence is the worst of.
func consequenceTitle(k risk.Criteria) string {
	titles := make([]string, len(k.Consequences))
	for i, c := range k.Consequences {
		titles[i] = c.Scale.Title
	}
	return strings.Join(unique(titles), " / ")
}

// consequenceLabel names a level of consequence as all dimensions do, or by its
// number where they differ.
func consequenceLabel(k risk.Criteria, l risk.Level) string {
	label := ""
	for i, c := range k.Consequences {
		if i > 0 && c.Scale.Label(l) != label {
			return l.String()
		}
		label = c.Scale.Label(l)
	}
	return labelled(l.String(), label)
}

// levelColors returns the color of each level: its own, or where one has
// none, that of a ramp for all of them.
func levelColors(k risk.Criteria) []svg.Color {
	colors := svg.Ramp(len(k.Levels))
	for _, b := range k.Levels {
		if !svg.Color(b.Color).Known() {
			return colors
		}
	}
	for i, b := range k.Levels {
		colors[i] = svg.Color(b.Color)
	}
	return colors
}
