package main

import (
	"fmt"
	"strconv"

	"github.com/aimskit/aimskit/internal/svg"
	"github.com/aimskit/aimskit/risk"
)

// heatMapPicture draws the matrix, the highest likelihood at the top, with the
// number of risks in each cell.
func (r result) heatMapPicture() *svg.Picture {
	g := svg.Grid{
		Title:       fmt.Sprintf("Risks by likelihood and consequence: %s levels at %s", r.State, r.At),
		Description: fmt.Sprintf("%d risks, %d above the tolerance, %d without a level", len(r.Ranking), r.Total.AboveLimit, r.Total.Unrated),
		Legend:      r.legend(),
	}
	if r.Criteria == nil {
		return g.Picture()
	}
	k := r.Criteria
	colors := r.colors()
	g.RowTitle, g.ColumnTitle = k.Likelihood.Title, "Worst consequence over "+dimensions(k)
	g.Columns = columns(k)
	for l := k.Likelihood.Top(); l >= 1; l-- {
		row := svg.GridRow{Label: fmt.Sprintf("%d %s", l, k.Likelihood.Label(l)), Note: k.Likelihood.Steps[l-1].Description}
		for c, n := range r.HeatMap.Counts[l-1] {
			level := k.Matrix.At(l, risk.Level(c+1))
			cell := svg.Cell{Color: colors[level], Bold: true, Sub: k.Label(level), Note: fmt.Sprintf("%s: %d risks", k.Label(level), n)}
			if n > 0 {
				cell.Text = strconv.Itoa(n)
			}
			row.Cells = append(row.Cells, cell)
		}
		g.Rows = append(g.Rows, row)
	}
	if n := r.HeatMap.Unrated; n > 0 {
		g.Note = fmt.Sprintf("Without a level, so not on the map: %d.", n)
	}
	return g.Picture()
}

// rankingPicture draws the risks in their order, with the level in each state.
func (r result) rankingPicture() *svg.Picture {
	states := []risk.State{risk.Inherent, risk.Current, risk.Residual, risk.Target}
	g := svg.Grid{
		Title:       fmt.Sprintf("Risks, the highest %s level first, at %s", r.State, r.At),
		Description: fmt.Sprintf("%d risks in the order of their levels; = marks ties", len(r.Ranking)),
		Legend:      r.legend(),
		Note:        "= marks ties: nothing but the level decides. – means that there is no level.",
	}
	for _, s := range states {
		g.Columns = append(g.Columns, string(s))
	}
	colors := r.colors()
	for _, v := range r.Ranking {
		row := svg.GridRow{Label: fmt.Sprintf("%s  %s %s", rank(v.Ranked), v.Risk, v.Title)}
		for _, s := range states {
			rated := v.Position.Rated(s)
			cell := svg.Cell{Color: colors[rated.Level], Text: r.rated(rated), Note: cell(rated)}
			if rated.Level == 0 {
				cell.Text = "–"
			}
			row.Cells = append(row.Cells, cell)
		}
		g.Rows = append(g.Rows, row)
	}
	return g.Picture()
}

// colors returns the color of each level: its own, or where one has none, the
// next of a ramp for all of them. Level 0 has none.
func (r result) colors() []svg.Color {
	colors := []svg.Color{""}
	if r.Criteria == nil {
		return colors
	}
	ramp := svg.Ramp(len(r.Criteria.Levels))
	whole := true
	for _, b := range r.Criteria.Levels {
		whole = whole && svg.Color(b.Color).Known()
	}
	for i, b := range r.Criteria.Levels {
		if whole {
			ramp[i] = svg.Color(b.Color)
		}
	}
	return append(colors, ramp...)
}

func (r result) legend() []svg.Key {
	var keys []svg.Key
	for l, c := range r.colors() {
		if l > 0 {
			keys = append(keys, svg.Key{Color: c, Label: r.label(risk.Level(l))})
		}
	}
	return keys
}
