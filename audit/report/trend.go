package report

import (
	"cmp"
	"slices"

	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/internal/svg"
)

// Trend writes how readiness came to be what it is, from reports in any order;
// where rules or model differ, the table says so. A report without a day has no
// place in the figure. Its table is trend; its figure is readiness-trend.
func Trend(reports []readiness.Report, w Words) Document {
	reports = slices.SortedStableFunc(slices.Values(reports), func(a, b readiness.Report) int {
		return cmp.Compare(a.Provenance.At, b.Provenance.At)
	})
	d := newDraft(w, "trend")
	d.Contents = ""
	d.say("trend-intro")
	d.warn("no-probability")
	t := w.table("trend", "at", "score-column", "upper", "coverage-column", "band", "gaps-column", "rule-set", "model")
	for _, r := range reports {
		t.row(plain(r.Provenance.At.String()), plain(w.percent(r.Total.Score())), plain(w.percent(r.Total.Upper())), plain(w.percent(r.Total.Coverage())),
			plain(w.word(r.Band.String())), plain(w.number(len(r.Gaps))), plain(r.Provenance.RuleSet), plain(r.Provenance.Model))
	}
	dated := slices.DeleteFunc(slices.Clone(reports), func(r readiness.Report) bool { return !r.Provenance.At.Valid() })
	if len(dated) > 0 {
		d.add(trendFigure(dated, w))
	}
	d.addTable(t, "no-reports")
	return d.Document
}

func trendFigure(reports []readiness.Report, w Words) Figure {
	score := svg.Curve{Label: w.text("legend-score"), Dots: true, Step: true, Color: shownColor}
	upper := svg.Curve{Label: w.text("legend-upper"), Dots: true, Step: true, Dashed: true, Color: svg.Gray}
	for _, r := range reports {
		x := float64(r.Provenance.At)
		low, high := svg.Point{X: x, Y: r.Total.Score().InexactFloat64()}, svg.Point{X: x, Y: r.Total.Upper().InexactFloat64()}
		score.Points, upper.Points = append(score.Points, low), append(upper.Points, high)
		score.Low, score.High = append(score.Low, low), append(score.High, high)
	}
	last := reports[len(reports)-1]
	caption := w.text("figure-trend-text", "at", last.Provenance.At.String(), "score", w.percent(last.Total.Score()), "upper", w.percent(last.Total.Upper()))
	chart := svg.Curves{
		Title: w.text("trend"), Description: caption,
		X:      dayAxis(reports[0].Provenance.At, last.Provenance.At),
		Y:      svg.Axis{Title: w.text("score-column"), Min: 0, Max: 1, Format: svg.Percent},
		Curves: []svg.Curve{score, upper},
		Note:   w.text("no-probability"),
	}
	return Figure{Name: "readiness-trend", Caption: caption, picture: chart.Picture()}
}
