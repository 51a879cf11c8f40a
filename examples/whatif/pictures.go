package main

import (
	"context"
	"fmt"
	"math"
	"strings"

	"github.com/aimskit/aimskit/internal/svg"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

// exceedance draws how probable it is that a year's loss exceeds an amount:
// that of all together, of its largest event, and of each scenario.
func exceedance(m montecarlo.Model, r montecarlo.Result) []byte {
	c := svg.Curves{
		Title:       "Loss of a year: how probable is more?",
		Description: "For each loss, the probability that a year costs more; both axes are logarithmic.",
		X:           svg.Axis{Title: strings.TrimSpace("Loss " + in(m.Currency)), Log: true, Min: math.NaN(), Max: math.NaN()},
		Y:           svg.Axis{Title: "Probability of more", Log: true, Min: math.NaN(), Max: 1},
	}
	add := func(label string, points []montecarlo.Point, color svg.Color, dashed bool) {
		curve := svg.Curve{Label: label, Color: color, Dashed: dashed}
		for _, p := range points {
			if p.Loss > 0 { // the axis is logarithmic
				curve.Points = append(curve.Points, svg.Point{X: p.Loss, Y: p.Exceedance})
			}
		}
		c.Curves = append(c.Curves, curve)
	}
	add("all together", r.Total.AEP, svg.Black, false)
	if len(r.Total.OEP) > 0 {
		add("largest event", r.Total.OEP, svg.Gray, true)
	}
	if len(m.Scenarios) > 1 {
		for i, s := range m.Scenarios {
			add(string(s.ID), r.Scenarios[s.ID].AEP, svg.Series(i), i >= colors)
		}
	}
	if len(r.Total.AEP) == 0 || r.Total.AEP[0].Exceedance == 0 {
		c.Y.Min, c.Note = 0.001, "The loss is the same in every year."
	}
	for _, p := range []montecarlo.Level{0.95, 0.99} {
		if v := r.Total.VaR[p]; v > 0 {
			c.Marks = append(c.Marks, svg.Mark{X: v, Label: "VaR " + svg.Number(float64(p))})
		}
	}
	return c.Picture().Bytes()
}

// colors is how many scenarios have a color of their own; later ones are dashed.
const colors = 6

// mostBars is how many factors the tornado shows.
const mostBars = 20

// mostTornadoTrials is how many years are simulated at each end of a bar, also
// where the result is exact: all ends meet the same years, so that their
// differences need few, and forty exact results may take long.
const mostTornadoTrials = 50_000

// tornado draws how far the mean swings with each estimate.
func (o order) tornado(ctx context.Context) ([]byte, error) {
	s := montecarlo.TornadoStudy(o.model)
	s.Trials, s.Seed = min(o.config.Trials, mostTornadoTrials), o.config.Seed
	picture := svg.Bars{
		Title:       "What moves the mean loss of a year",
		Description: "Each bar is the mean when one estimate is put at its 10 % and at its 90 % quantile, or one control is switched, and everything else stays.",
		Axis:        svg.Axis{Title: "Mean loss of a year" + in(o.model.Currency), Min: math.NaN(), Max: math.NaN()},
	}
	if len(s.Factors) == 0 {
		picture.Note = "Nothing in this model is uncertain, and it has no controls."
		return picture.Picture().Bytes(), nil
	}
	plan, err := s.Plan(o.model)
	if err != nil {
		return nil, err
	}
	var all []montecarlo.Row
	for rows, err := range plan.Run(ctx, 0, 0) {
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
	}
	x, err := plan.Sensitivity(all, "", montecarlo.Metric{Name: "mean"})
	if err != nil {
		return nil, err
	}
	base := x.Tornado.Base
	picture.Base = &base
	if more := len(x.Tornado.Bars) - mostBars; more > 0 {
		picture.Note = fmt.Sprintf("%d factors that move it less are not shown.", more)
		x.Tornado.Bars = x.Tornado.Bars[:mostBars]
	}
	for _, b := range x.Tornado.Bars {
		picture.Bars = append(picture.Bars, svg.Bar{
			Label: b.Factor,
			Segments: []svg.Segment{
				{From: b.Low.Result, To: min(base, b.High.Result), Color: svg.Series(0)},
				{From: max(base, b.Low.Result), To: b.High.Result, Color: svg.Series(1)},
			},
			Text: svg.Number(b.Low.Result) + " to " + svg.Number(b.High.Result),
		})
	}
	return picture.Picture().Bytes(), nil
}
