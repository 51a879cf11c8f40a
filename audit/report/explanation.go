package report

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/internal/svg"
)

// Explanation writes where the difference between two reports comes from: what
// time, records, rules and model each did, from the causes that
// readiness.Explain finds.
//
// Its tables are difference and causes, and for each cause that did anything
// moves-… and answers-… with its word behind; its figure is causes.
func Explanation(causes []readiness.Cause, w Words) Document {
	d := newDraft(w, "explanation")
	whole := wholeOf(causes)
	d.say("explanation-intro", "from", whole.From.String(), "to", whole.To.String())
	d.warn("no-probability")
	d.heading("difference")
	d.difference(whole)
	if len(causes) > 0 {
		d.add(causeFigure(causes, whole, w))
	}
	t := w.table("causes", "cause-column", "change", "change-upper", "moved", "answered")
	for _, c := range causes {
		t.row(plain(w.cause(c.Kind)), plain(w.points(c.Delta.Shift.Score)), plain(w.points(c.Delta.Shift.Upper)),
			plain(w.number(len(c.Delta.Items))), plain(w.number(len(c.Delta.Conditions))))
	}
	t.row(plain(w.text("all")), plain(w.points(whole.Shift.Score)), plain(w.points(whole.Shift.Upper)), plain(), plain())
	d.add(t)
	d.say("causes-order")
	for _, c := range causes {
		if c.Delta.IsZero() && len(c.Records) == 0 {
			continue
		}
		d.heading("cause-" + string(c.Kind))
		if len(c.Records) > 0 {
			d.say("records-changed", "number", w.number(len(c.Records)))
			d.add(List{Items: w.byKind(c.Records)})
		}
		d.moves("-"+string(c.Kind), c.Delta)
		d.answers("-"+string(c.Kind), c.Delta)
		if !c.Delta.Reweighed.IsZero() {
			d.say("reweighed", "score", w.points(c.Delta.Reweighed.Score), "upper", w.points(c.Delta.Reweighed.Upper))
		}
	}
	return d.Document
}

// byKind lists records, those of a kind in one line.
func (w Words) byKind(list []aims.Ref) []string {
	var order []aims.Kind
	ids := make(map[aims.Kind][]string)
	for _, r := range list {
		if ids[r.Kind] == nil {
			order = append(order, r.Kind)
		}
		ids[r.Kind] = append(ids[r.Kind], r.ID)
	}
	lines := make([]string, len(order))
	for i, k := range order {
		lines[i] = labelled(w.kind(k), ids[k]...)
	}
	return lines
}

// wholeOf is the difference that causes add up to.
func wholeOf(causes []readiness.Cause) readiness.Delta {
	var whole readiness.Delta
	for i, c := range causes {
		if i == 0 {
			whole = readiness.Delta{From: c.Delta.From, Before: c.Delta.Before, BandBefore: c.Delta.BandBefore}
		}
		whole.To, whole.After, whole.BandAfter = c.Delta.To, c.Delta.After, c.Delta.BandAfter
		whole.Shift = whole.Shift.Add(c.Delta.Shift)
	}
	return whole
}

// cause names a cause; a kind that is no word of the library stays as it is.
func (w Words) cause(k readiness.CauseKind) string {
	if !k.Known() {
		return string(k)
	}
	return w.text("cause-" + string(k))
}

const lossColor svg.Color = "#a63c00"

// causeFigure draws the way from one score to the other, a step for each cause.
func causeFigure(causes []readiness.Cause, whole readiness.Delta, w Words) Figure {
	caption := w.text("figure-causes-text", "before", w.percent(whole.Before.Score()), "after", w.percent(whole.After.Score()))
	bars := svg.Bars{
		Title: w.text("explanation"), Description: caption,
		Axis:   svg.Axis{Min: 0, Max: 1, Format: svg.Percent},
		Legend: []svg.Key{{Color: openColor, Label: w.text("legend-score")}, {Color: shownColor, Label: w.text("legend-gain")}, {Color: lossColor, Label: w.text("legend-loss")}},
		Note:   w.text("no-probability"),
	}
	score := func(name string, b readiness.Bounds) {
		v := b.Score().InexactFloat64()
		bars.Bars = append(bars.Bars, svg.Bar{Label: w.text(name), Text: w.percent(b.Score()), Segments: []svg.Segment{{To: v, Color: openColor}}})
	}
	score("before", whole.Before)
	for _, c := range causes {
		step := svg.Segment{From: c.Delta.Before.Score().InexactFloat64(), To: c.Delta.After.Score().InexactFloat64(), Color: shownColor}
		if step.To < step.From {
			step.Color = lossColor
		}
		bars.Bars = append(bars.Bars, svg.Bar{Label: w.cause(c.Kind), Text: w.points(c.Delta.Shift.Score), Segments: []svg.Segment{step}})
	}
	score("after", whole.After)
	return Figure{Name: "causes", Caption: caption, picture: bars.Picture()}
}
