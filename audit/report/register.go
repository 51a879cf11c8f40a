package report

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// states are the states of a risk, as registers show them.
var states = []risk.State{risk.Inherent, risk.Current, risk.Residual, risk.Target}

// Register writes a risk register as it stands at the day of the assessment,
// the highest current level first. Its tables are criteria, levels, risks,
// descriptions and treatments; its figures heat-map-current and
// heat-map-residual.
func Register(a *risk.Assessment, w Words) Document {
	d := newDraft(w, "register")
	criteria, found := a.Criteria()
	d.heading("about")
	f := d.facts("criteria")
	f.fact("at", a.At().String())
	if found {
		f.fact("criteria", criteria.Title)
		f.fact("version", criteria.Version)
		f.fact("appetite", criteria.Label(criteria.Appetite))
		f.fact("tolerance", criteria.Label(criteria.Limit()))
	}
	d.add(f.Table)
	if !found {
		d.warn("no-criteria")
	}
	levels := w.table("levels", "level", "inherent", "current", "residual", "target", "action")
	for l := risk.Level(1); found && l <= criteria.Top(); l++ {
		row := []Cell{plain(criteria.Label(l))}
		for _, s := range states {
			row = append(row, plain(w.number(countOf(a.Total(s), l))))
		}
		levels.row(append(row, plain(criteria.Levels[l-1].Action))...)
	}
	if found {
		d.add(levels)
		d.add(heatMap(a, criteria, risk.Current, w))
		d.add(heatMap(a, criteria, risk.Residual, w))
	}
	d.risks(a, criteria)
	d.treatments(a)
	return d.Document
}

// countOf returns how many risks of a group have a level.
func countOf(g risk.Group, l risk.Level) int {
	if i := int(l) - 1; i < len(g.Counts) {
		return g.Counts[i]
	}
	return 0
}

// risks lists the risks, and below what each of them is about.
func (d *draft) risks(a *risk.Assessment, k risk.Criteria) {
	w := d.w
	d.heading("risks-in-order")
	t := w.table("risks", "risk", "item-title", "owner", "inherent", "current", "residual", "target", "zone", "decision", "accepted-column", "review-by")
	about := w.table("descriptions", "risk", "cause", "event", "outcome", "systems", "controls", "sources")
	for _, ranked := range a.Rank(risk.Current) {
		p, _ := a.Position(ranked.Risk)
		r, found := a.Register().Risk(ranked.Risk)
		if !found {
			continue
		}
		row := []Cell{plain(string(r.ID)), plain(r.Title), plain(string(r.Owner))}
		for _, s := range states {
			row = append(row, w.rated(p.Rated(s), k))
		}
		t.row(append(row, w.zone(p.Zone), plain(w.word(string(r.Decision))), w.standing(p.Accepted), plain(r.ReviewBy.String()))...)
		about.row(plain(string(r.ID)), plain(r.Cause), plain(r.Event), plain(r.Outcome), plain(joined(r.Systems)), plain(names(r.Controls)), plain(joined(r.Sources)))
	}
	d.addTable(t, "no-risks")
	if len(about.Rows) > 0 {
		d.add(about)
	}
}

// rated writes a level, or why there is none.
func (w Words) rated(r risk.Rated, k risk.Criteria) Cell {
	if r.Level == 0 {
		return Cell{Lines: plain(w.word(string(r.Unrated))).Lines, Tone: Unsure}
	}
	return plain(k.Label(r.Level))
}

func (w Words) zone(z risk.Zone) Cell {
	c := plain(w.word(z.String()))
	c.Tone = map[risk.Zone]Tone{risk.WithinAppetite: Good, risk.WithinTolerance: Fair, risk.AboveTolerance: Bad}[z]
	return c
}

func (w Words) standing(s aims.Standing) Cell {
	c := plain(w.word(s.String()))
	if s == aims.Approved {
		c = Cell{Lines: []string{w.word("accepted")}, Tone: Good}
	}
	return c
}

// treatments lists the treatments of the register that exist at its day.
func (d *draft) treatments(a *risk.Assessment) {
	w := d.w
	d.heading("treatments")
	t := w.table("treatments", "treatment", "item-title", "option", "risks", "controls", "owner", "due", "progress", "cost")
	for _, v := range a.Register().Records().Treatments {
		if v.Since() > a.At() {
			continue
		}
		t.row(plain(string(v.ID)), plain(v.Title), plain(w.word(string(v.Option))), plain(joined(v.Risks)), plain(names(v.Controls)),
			plain(string(v.Owner)), plain(v.Due.String()), w.progress(a.Progress(v.ID)), plain(money(w, v.Cost, v.Currency)))
	}
	d.addTable(t, "no-treatments")
}

func (w Words) progress(p risk.Progress) Cell {
	c := plain(w.word(p.String()))
	c.Tone = map[risk.Progress]Tone{risk.Effective: Good, risk.Failed: Bad, risk.Unproven: Fair, risk.Pending: Unsure}[p]
	return c
}
