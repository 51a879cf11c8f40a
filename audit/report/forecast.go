package report

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/internal/svg"
)

// Forecast writes how a report changes by itself until a day, if nobody touches
// the records: on which day what expires, lapses or becomes overdue, and when
// which band is lost. The turns are those of readiness.Forecast.
//
// Its tables are turns, moves and answers; its figure is forecast.
func Forecast(r readiness.Report, until aims.Date, turns []readiness.Delta, w Words) Document {
	d := newDraft(w, "forecast")
	d.say("forecast-intro", "at", r.Provenance.At.String(), "until", until.String())
	d.warn("no-probability")
	for _, v := range turns {
		if v.BandAfter < v.BandBefore {
			d.add(Paragraph{Text: w.text("band-lost", "day", v.To.String(), "band", w.word(v.BandBefore.String()), "then", w.word(v.BandAfter.String())), Strong: true})
		}
	}
	if len(turns) == 0 {
		d.say("no-turns")
		d.provenance(r.Provenance)
		return d.Document
	}
	d.heading("turns")
	d.add(forecastFigure(r, until, turns, w))
	t := w.table("turns", "on", "score-column", "change", "upper", "band", "items-column")
	for _, v := range turns {
		keys := make([]aims.Key, len(v.Items))
		for i, m := range v.Items {
			keys[i] = m.Key
		}
		t.row(plain(v.To.String()), plain(w.percent(v.After.Score())), plain(w.points(v.Shift.Score)), plain(w.percent(v.After.Upper())), w.bandAfter(v), plain(names(keys)))
	}
	d.add(t)
	d.say("points-text")
	d.heading("moves")
	d.moves("", turns...)
	d.answers("", turns...)
	d.provenance(r.Provenance)
	return d.Document
}

// forecastFigure draws score and upper bound from day to day, and marks where a
// band is lost or won.
func forecastFigure(r readiness.Report, until aims.Date, turns []readiness.Delta, w Words) Figure {
	score := svg.Curve{Label: w.text("legend-score"), Step: true, Color: shownColor}
	upper := svg.Curve{Label: w.text("legend-upper"), Step: true, Dashed: true, Color: svg.Gray}
	add := func(day aims.Date, b readiness.Bounds) {
		low, high := svg.Point{X: float64(day), Y: b.Score().InexactFloat64()}, svg.Point{X: float64(day), Y: b.Upper().InexactFloat64()}
		score.Points, upper.Points = append(score.Points, low), append(upper.Points, high)
		score.Low, score.High = append(score.Low, low), append(score.High, high)
	}
	add(r.Provenance.At, r.Total)
	var marks []svg.Mark
	for _, v := range turns {
		add(v.To, v.After)
		if v.BandAfter != v.BandBefore {
			marks = append(marks, svg.Mark{X: float64(v.To), Label: w.word(v.BandAfter.String())})
		}
	}
	last := turns[len(turns)-1].After
	add(until, last)
	caption := w.text("figure-forecast-text", "until", until.String(), "score", w.percent(last.Score()), "upper", w.percent(last.Upper()))
	chart := svg.Curves{
		Title: w.text("forecast"), Description: caption,
		X: dayAxis(r.Provenance.At, until), Y: svg.Axis{Title: w.text("score-column"), Min: 0, Max: 1, Format: svg.Percent},
		Curves: []svg.Curve{score, upper}, Marks: marks, Note: w.text("no-probability"),
	}
	return Figure{Name: "forecast", Caption: caption, picture: chart.Picture()}
}
