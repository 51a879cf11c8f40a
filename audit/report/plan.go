package report

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/internal/svg"
)

// Plan writes a plan: what it leads to and how sure it is that none is better,
// what stands in the way, month by month what is reached, the actions on the
// calendar, what of the offer was left out, and, where a cost curve is given,
// what each score costs at least. Offered are the actions that the plan was
// made from; of one that is not among them only the id is known.
//
// Its tables are plan, milestones, actions, left-out and cost-curve; its
// figures are plan-calendar and cost-curve.
func Plan(s readiness.Schedule, offered []readiness.Action, curve []readiness.CurvePoint, w Words) Document {
	d := newDraft(w, "plan")
	d.say("plan-intro", "at", s.Provenance.At.String())
	d.warn("no-probability")
	d.planned(s)
	known := make(map[readiness.ActionID]readiness.Action, len(offered))
	for _, a := range offered {
		known[a.ID] = a
	}
	d.milestones(s, known)
	d.scheduled(s, known)
	d.leftOut(s, offered)
	if len(curve) > 0 {
		d.costCurve(curve, s, known)
	}
	d.provenance(s.Provenance)
	return d.Document
}

// planned says what the plan leads to, and how good it is.
func (d *draft) planned(s readiness.Schedule) {
	w := d.w
	d.heading("result")
	f := d.facts("plan")
	f.fact("goal", w.goal(s.Goal, s.Currency)...)
	f.row(plain(w.text("reached")), w.answer(s.Reached))
	f.fact("cost", money(w, s.Cost, s.Currency))
	f.fact("best", w.best(s))
	f.fact("score-now", w.percent(s.Before.Score()))
	f.fact("upper-now", w.percent(s.Before.Upper()))
	f.fact("score-then", w.percent(s.After.Score()))
	f.fact("upper-then", w.percent(s.After.Upper()))
	f.fact("band-then", w.word(s.Band.String()))
	f.fact("first-day", s.Options.Start.String())
	f.fact("last-day", s.Finish.String())
	if n := s.Options.Parallel; n > 0 {
		f.fact("parallel", w.number(n))
	}
	d.add(f.Table)
	d.say("plan-effects")
	if len(s.Obstacles) > 0 {
		d.heading("obstacles")
		var l List
		for _, o := range s.Obstacles {
			l.Items = append(l.Items, w.sentence(o.Code, o.Text, o.Args))
		}
		d.add(l)
	}
}

// goal says what is asked of a plan, one line for each part.
func (w Words) goal(g readiness.Goal, currency string) []string {
	var lines []string
	if score, known := g.Score.Value(); known {
		lines = append(lines, w.text("goal-score", "score", w.percent(score)))
	}
	if g.Band != 0 {
		lines = append(lines, w.text("goal-band", "band", w.word(g.Band.String())))
	}
	if len(g.Conform) > 0 {
		lines = append(lines, w.text("goal-conform", "keys", names(g.Conform)))
	}
	if g.Budget.Known() {
		lines = append(lines, w.text("goal-budget", "budget", money(w, g.Budget, currency)))
	}
	return lines
}

// best says how sure it is that no other plan is better.
func (w Words) best(s readiness.Schedule) string {
	most, budget := s.MostScore.Value()
	switch {
	case s.Proved && !s.Cost.Known():
		return w.text("best-none")
	case !s.Cost.Known():
		return w.text("best-not-found")
	case s.Proved && s.Goal.Budget.Known():
		return w.text("best-score")
	case s.Proved:
		return w.text("best-cost")
	case budget:
		return w.text("best-score-open", "most", w.percent(most))
	}
	return w.text("best-cost-open", "least", money(w, s.LowerBound, s.Currency), "gap", w.share(s.Gap()))
}

// called names an action: by its title, else by its id.
func called(id readiness.ActionID, known map[readiness.ActionID]readiness.Action) string {
	if a, ok := known[id]; ok {
		return a.Title
	}
	return string(id)
}

func (d *draft) milestones(s readiness.Schedule, known map[readiness.ActionID]readiness.Action) {
	w := d.w
	d.heading("milestones")
	t := w.table("milestones", "until-column", "finished", "spent", "score-column", "upper", "band")
	for _, m := range s.Milestones {
		var finished []string
		for _, id := range m.Finished {
			finished = append(finished, called(id, known))
		}
		t.row(plain(m.Ends.String()), plain(finished...), plain(money(w, m.Spent, s.Currency)),
			plain(w.percent(m.Score.Score())), plain(w.percent(m.Score.Upper())), plain(w.word(m.Band.String())))
	}
	d.addTable(t, "no-milestones")
}

// scheduled lists the actions of the plan, and draws when each is worked on.
func (d *draft) scheduled(s readiness.Schedule, known map[readiness.ActionID]readiness.Action) {
	w := d.w
	d.heading("schedule")
	if len(s.Actions) > 0 {
		d.add(calendar(s, known, w))
	}
	t := w.table("scheduled", "from", "to", "action-column", "type", "owner", "cost", "quick-win", "effects", "comes-after")
	t.Name = "actions"
	for _, v := range s.Actions {
		a := known[v.Action]
		quick := ""
		if v.QuickWin {
			quick = w.word("yes")
		}
		var after []string
		for _, id := range a.After {
			after = append(after, called(id, known))
		}
		t.row(plain(v.Starts.String()), plain(v.Ends.String()), plain(called(v.Action, known)), plain(w.word(string(a.Type))), plain(string(a.Owner)),
			plain(money(w, a.Cost, a.Currency)), plain(quick), plain(w.effects(a.Effects)...), plain(after...))
	}
	d.addTable(t, "no-planned-actions")
}

// effects says what the records will show, one line for each verdict.
func (w Words) effects(list []readiness.Effect) []string {
	var lines []string
	for _, v := range []aims.Verdict{aims.Conforms, aims.MinorGap} {
		var keys []aims.Key
		for _, e := range list {
			if e.Verdict == v {
				keys = append(keys, e.Key)
			}
		}
		if len(keys) > 0 {
			lines = append(lines, labelled(w.word(v.String()), names(keys)))
		}
	}
	return lines
}

const quickColor svg.Color = "#005a9c"

// calendar draws a bar from the first to the last day of each action.
func calendar(s readiness.Schedule, known map[readiness.ActionID]readiness.Action, w Words) Figure {
	caption := w.text("figure-calendar-text", "number", w.number(len(s.Actions)), "finish", s.Finish.String())
	from, to := s.Actions[0].Starts, s.Finish.AddDays(1)
	chart := svg.Bars{
		Title: w.text("figure-calendar"), Description: caption, Axis: dayAxis(from, to),
		Legend: []svg.Key{{Color: quickColor, Label: w.text("legend-quick")}, {Color: openColor, Label: w.text("legend-other")}},
	}
	for _, v := range s.Actions {
		color := openColor
		if v.QuickWin {
			color = quickColor
		}
		period := between(v.Starts.String(), v.Ends.String())
		chart.Bars = append(chart.Bars, svg.Bar{
			Label: called(v.Action, known), Text: money(w, known[v.Action].Cost, s.Currency), Note: labelled(called(v.Action, known), period),
			Segments: []svg.Segment{{From: float64(v.Starts), To: float64(v.Ends.AddDays(1)), Color: color}},
		})
	}
	return Figure{Name: "plan-calendar", Caption: caption, picture: chart.Picture()}
}

// leftOut lists what was offered and is not in the plan.
func (d *draft) leftOut(s readiness.Schedule, offered []readiness.Action) {
	w := d.w
	t := w.table("left-out", "action-column", "type", "cost", "days", "effects", "excludes")
	for _, a := range offered {
		if slices.ContainsFunc(s.Actions, func(v readiness.ScheduledAction) bool { return v.Action == a.ID }) {
			continue
		}
		t.row(plain(a.Title), plain(w.word(string(a.Type))), plain(money(w, a.Cost, a.Currency)), plain(w.number(a.Days)),
			plain(w.effects(a.Effects)...), plain(joined(a.Excludes)))
	}
	if len(t.Rows) > 0 {
		d.heading("not-taken")
		d.add(t)
	}
}

// costCurve says what scores cost at least.
func (d *draft) costCurve(curve []readiness.CurvePoint, s readiness.Schedule, known map[readiness.ActionID]readiness.Action) {
	w := d.w
	d.heading("cost-curve")
	d.say("cost-curve-intro")
	d.add(curveFigure(curve, s, w))
	t := w.table("cost-curve", "cost", "score-column", "upper", "least-cost", "proved", "actions-column")
	for _, p := range curve {
		var actions []string
		for _, id := range p.Actions {
			actions = append(actions, called(id, known))
		}
		t.row(plain(money(w, p.Cost, s.Currency)), plain(w.percent(p.Score.Score())), plain(w.percent(p.Score.Upper())),
			plain(money(w, p.LowerBound, s.Currency)), plain(w.yesNo(p.Proved)), plain(actions...))
	}
	d.add(t)
}

func curveFigure(curve []readiness.CurvePoint, s readiness.Schedule, w Words) Figure {
	score := svg.Curve{Label: w.text("legend-score"), Dots: true, Step: true, Color: shownColor}
	upper := svg.Curve{Label: w.text("legend-upper"), Dots: true, Step: true, Dashed: true, Color: svg.Gray}
	for _, p := range curve {
		x := number(p.Cost)
		score.Points = append(score.Points, svg.Point{X: x, Y: p.Score.Score().InexactFloat64()})
		upper.Points = append(upper.Points, svg.Point{X: x, Y: p.Score.Upper().InexactFloat64()})
	}
	last := curve[len(curve)-1]
	caption := w.text("figure-cost-curve-text", "score", w.percent(last.Score.Score()), "cost", money(w, last.Cost, s.Currency))
	chart := svg.Curves{
		Title: w.text("cost-curve"), Description: caption,
		X:      svg.Axis{Title: w.text("cost-axis", "currency", s.Currency)},
		Y:      svg.Axis{Title: w.text("score-column"), Min: 0, Max: 1, Format: svg.Percent},
		Curves: []svg.Curve{score, upper},
		Note:   w.text("no-probability"),
	}
	if s.Cost.Known() {
		chart.Marks = []svg.Mark{{X: number(s.Cost), Label: w.text("this-plan", "cost", money(w, s.Cost, s.Currency))}}
	}
	return Figure{Name: "cost-curve", Caption: caption, picture: chart.Picture()}
}

// number returns an amount for a picture, where an unknown one has no place.
func number(a aims.Amount) float64 {
	v, _ := a.Value()
	return v.InexactFloat64()
}
