package report

import (
	"math"

	"github.com/aimskit/aimskit/internal/svg"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

// Losses writes how probable it is that the loss of a year exceeds an amount,
// from the curve of a simulation; currency may be empty. Its tables are
// quantiles and exceedance; its figure is loss-exceedance.
func Losses(c montecarlo.Curve, currency string, w Words) Document {
	d := newDraft(w, "losses")
	d.Contents = ""
	d.say("losses-intro")
	d.add(lossFigure(c, currency, w))
	q := w.table("quantiles", "probability", "var", "tvar", "largest-var")
	for _, p := range []float64{0.5, 0.8, 0.9, 0.95, 0.99, 0.995} {
		q.row(plain(svg.Percent(p)), plain(figure(c.VaR(p))), plain(figure(c.TVaR(p))), plain(figure(c.LargestVaR(p))))
	}
	d.add(q)
	t := w.table("exceedance", "loss", "probability-of-more")
	for _, p := range c.AEP(leastExceedance) {
		t.row(plain(figure(p.Loss)), plain(svg.Percent(p.Exceedance)))
	}
	d.addTable(t, "no-losses")
	return d.Document
}

// leastExceedance is the smallest probability that the curve shows.
const leastExceedance = 0.001

// figure writes a simulated number; nothing for one that is not known.
func figure(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return svg.Number(v)
}

func lossFigure(c montecarlo.Curve, currency string, w Words) Figure {
	caption := w.text("no-losses")
	if points := c.AEP(leastExceedance); len(points) > 0 {
		caption = w.text("losses-text", "median", figure(c.VaR(0.5)), "rare", figure(c.VaR(0.99)))
	}
	chart := svg.Curves{
		Title: w.text("losses"), Description: caption,
		X: svg.Axis{Title: w.text("loss-axis", "currency", currency), Log: true, Min: math.NaN(), Max: math.NaN()},
		Y: svg.Axis{Title: w.text("probability-of-more"), Log: true, Min: leastExceedance, Max: 1, Format: svg.Percent},
	}
	add := func(name string, points []montecarlo.Point, dashed bool) {
		curve := svg.Curve{Label: w.text(name), Dashed: dashed}
		for _, p := range points {
			if p.Loss > 0 { // the axis is logarithmic
				curve.Points = append(curve.Points, svg.Point{X: p.Loss, Y: p.Exceedance})
			}
		}
		if len(curve.Points) > 0 {
			chart.Curves = append(chart.Curves, curve)
		}
	}
	add("legend-year", c.AEP(leastExceedance), false)
	add("legend-largest", c.OEP(leastExceedance), true)
	return Figure{Name: "loss-exceedance", Caption: caption, picture: chart.Picture()}
}
