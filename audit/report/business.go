package report

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/internal/svg"
)

// BusinessCase writes what certification costs and brings, and whether and when
// it pays, all as ranges: the figures of the case, and what they come to.
//
// Its tables are outcome, costs and benefits; its figure is business-case.
func BusinessCase(b readiness.BusinessCase, o readiness.BusinessOutcome, w Words) Document {
	d := newDraft(w, "business-case")
	d.say("business-case-intro", "months", w.number(b.Months), "currency", b.Currency)
	d.heading("result")
	f := d.facts("outcome")
	f.row(plain(w.text("pays")), w.pays(o.Pays))
	f.fact("break-even", w.breakEven(o))
	f.fact("costs-all", w.moneyRange(o.Cost, o.Currency))
	f.fact("benefits-all", w.moneyRange(o.Benefit, o.Currency))
	f.fact("net", w.moneyRange(o.Net, o.Currency))
	d.add(f.Table)
	d.add(businessFigure(o, w))

	d.heading("costs")
	costs := w.table("costs", "what", "at-least", "at-most", "when")
	cost := func(name string, r aims.Range, when string) {
		costs.row(plain(w.text(name)), plain(money(w, r.AtLeast, b.Currency)), plain(money(w, r.AtMost, b.Currency)), plain(when))
	}
	cost("cost-standard", b.Standard, w.text("once"))
	cost("cost-implementation", b.Implementation, w.text("once"))
	cost("cost-audit", b.Audit, w.text("once"))
	cost("cost-upkeep", b.Upkeep, w.text("yearly"))
	d.add(costs)
	d.say("certificate-after", "from", w.number(b.Certificate.From), "to", w.number(b.Certificate.To))

	d.heading("benefits")
	benefits := w.table("benefits", "benefit", "at-least", "at-most", "when", "begins")
	for _, v := range b.Benefits {
		r, when := v.Once, w.text("once")
		if !v.Yearly.IsZero() {
			r, when = v.Yearly, w.text("yearly")
		}
		benefits.row(plain(v.Title), plain(money(w, r.AtLeast, b.Currency)), plain(money(w, r.AtMost, b.Currency)), plain(when), plain(w.number(v.After)))
	}
	d.addTable(benefits, "no-benefits")
	return d.Document
}

func (w Words) pays(a aims.Answer) Cell {
	c := w.answer(a)
	if a == aims.Unknown {
		c.Lines = []string{w.text("depends")}
	}
	return c
}

// moneyRange writes a range of money; nothing for one that says nothing.
func (w Words) moneyRange(r aims.Range, currency string) string {
	if r.IsZero() {
		return ""
	}
	return w.text("from-to", "from", money(w, r.AtLeast, currency), "to", money(w, r.AtMost, currency))
}

// breakEven says after how many months the costs are recovered.
func (w Words) breakEven(o readiness.BusinessOutcome) string {
	months := w.number(o.Months)
	switch from, to := o.BreakEven.From, o.BreakEven.To; {
	case o.Months == 0:
		return ""
	case from == 0:
		return w.text("break-even-never", "months", months)
	case to == 0:
		return w.text("break-even-perhaps", "from", w.number(from), "months", months)
	default:
		return w.text("break-even-between", "from", w.number(from), "to", w.number(to))
	}
}

// businessFigure draws costs, benefits and what is left as ranges: the dark part
// is sure, the light one depends.
func businessFigure(o readiness.BusinessOutcome, w Words) Figure {
	caption := w.text("figure-business-text", "months", w.number(o.Months))
	zero := 0.0
	bars := svg.Bars{
		Title: w.text("business-case"), Description: caption, Base: &zero,
		Axis:   svg.Axis{Title: w.text("cost-axis", "currency", o.Currency)},
		Legend: []svg.Key{{Color: lossColor, Label: w.text("costs")}, {Color: shownColor, Label: w.text("benefits")}, {Color: quickColor, Label: w.text("net")}, {Color: openColor, Label: w.text("legend-sure")}},
	}
	add := func(name string, r aims.Range, color svg.Color) {
		if r.IsZero() {
			return
		}
		low, high := number(r.AtLeast), number(r.AtMost)
		sure := svg.Segment{To: low, Color: openColor}
		if high < 0 {
			sure.To = high
		}
		bar := svg.Bar{Label: w.text(name), Text: w.text("from-to", "from", svg.Number(low), "to", svg.Number(high))}
		if low > 0 || high < 0 {
			bar.Segments = append(bar.Segments, sure)
		}
		bar.Segments = append(bar.Segments, svg.Segment{From: low, To: high, Color: color})
		bars.Bars = append(bars.Bars, bar)
	}
	add("costs", o.Cost, lossColor)
	add("benefits", o.Benefit, shownColor)
	add("net", o.Net, quickColor)
	return Figure{Name: "business-case", Caption: caption, picture: bars.Picture()}
}
