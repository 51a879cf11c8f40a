package report

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// Impact writes an impact assessment: what is assessed, how, who is affected
// and how, what is done about it, and what the results are used for. With an
// evaluation it says what the ratings come to; without one, of nil, the levels
// stay empty. Of the zero assessment it is the blank template. Its tables are
// impact, impact-scope, scenarios, affected, impacts, impact-measures,
// alternatives, use-of-results and conditions-of-use, and of a filled one those
// that have rows.
func Impact(a impact.Assessment, m impact.Method, e *impact.Evaluation, w Words) Document {
	d := newDraft(w, "impact-report", "title", a.Title)
	d.filled = a.ID != ""
	d.heading("about")
	f := d.facts("impact")
	f.fact("assessment", string(a.ID))
	f.fact("system", string(a.System))
	f.fact("version", a.Version)
	f.fact("method", labelled(m.Title, m.Version))
	f.fact("on", a.On.String())
	f.fact("assessors", joined(a.Assessors))
	f.fact("owner", string(a.Owner))
	f.fact("review-by", a.ReviewBy.String())
	f.fact("document", string(a.Document))
	f.fact("retained-until", a.RetainedUntil.String())
	d.add(f.Table)
	d.assessed(a.Scope)
	d.affected(a, m, e)
	d.measures(a, e)
	d.concluded(a, e)
	return d.Document
}

// assessed says what was assessed.
func (d *draft) assessed(s impact.Scope) {
	w := d.w
	d.heading("assessed")
	f := d.facts("impact-scope")
	f.fact("purpose", s.Purpose.Text)
	f.fact("use-cases", joined(s.UseCases))
	f.fact("users", s.Users...)
	f.fact("data", s.Data.Text, joined(s.Datasets))
	f.fact("model-used", s.Model.Text)
	f.fact("technical", s.Technical.Text)
	f.fact("societal", s.Societal.Text)
	f.fact("oversight", w.word(string(s.Oversight)))
	f.fact("jurisdictions", s.Jurisdictions...)
	var omitted []string
	for _, o := range s.Omissions {
		what := labelled(w.word(string(o.Party)), w.word(string(o.Domain)), w.word(string(o.Scenario)))
		omitted = append(omitted, labelled(what, o.Why))
	}
	f.fact("left-out", omitted...)
	d.add(f.Table)
	t := w.table("scenarios", "scenario", "kind", "what")
	for _, v := range s.Scenarios {
		t.row(plain(string(v.ID)), plain(w.word(string(v.Kind))), plain(v.What))
	}
	d.orBlank(t)
}

// affected lists the parties and what happens to them.
func (d *draft) affected(a impact.Assessment, m impact.Method, e *impact.Evaluation) {
	w := d.w
	d.heading("affected")
	parties := w.table("affected", "party", "item-title", "kind", "reach", "size", "needs", "consulted")
	for _, p := range a.Parties {
		var consulted []string
		for _, c := range p.Consultations {
			consulted = append(consulted, labelled(c.On.String(), c.How, c.Outcome))
		}
		parties.row(plain(string(p.ID)), plain(p.Title), plain(w.word(string(p.Kind))), plain(w.word(string(p.Reach))), plain(w.amount(p.Size)),
			plain(words(w, p.Needs)), plain(append(consulted, p.WhyNot)...))
	}
	d.orBlank(parties)
	t := w.table("impacts", "impact", "item-title", "party", "domain", "effect", "occurrence", "inherent", "current", "residual", "confidence", "rationale")
	for _, i := range a.Impacts {
		effect := plain(w.word(string(i.Effect)))
		effect.Tone = map[impact.Effect]Tone{impact.Benefit: Good, impact.Harm: Fair}[i.Effect]
		row := []Cell{plain(string(i.ID)), plain(i.Title), plain(string(i.Party)), plain(w.word(string(i.Domain))), effect, plain(w.word(string(i.Occurrence)))}
		rated, _ := evaluated(e, i.ID)
		for _, s := range []risk.State{risk.Inherent, risk.Current, risk.Residual} {
			row = append(row, plain(w.span(rated.Level.In(s), m)))
		}
		t.row(append(row, plain(w.word(i.Confidence.String())), plain(i.Rationale, i.NotApplies))...)
	}
	d.orBlank(t)
}

func evaluated(e *impact.Evaluation, id impact.ImpactID) (impact.Rated, bool) {
	if e == nil {
		return impact.Rated{}, false
	}
	return e.Rated(id)
}

// span writes a level as far as it is known.
func (w Words) span(s impact.Span, m impact.Method) string {
	least, most := levelLabel(m, s.AtLeast), levelLabel(m, s.AtMost)
	if least == most {
		return least
	}
	return w.text("from-to", "from", least, "to", most)
}

// levelLabel names a level as the method does; one that it lacks, by its number.
func levelLabel(m impact.Method, l risk.Level) string {
	switch {
	case l == 0:
		return ""
	case int(l) > len(m.Levels):
		return l.String()
	}
	return m.Levels[l-1].Label
}

func (d *draft) measures(a impact.Assessment, e *impact.Evaluation) {
	w := d.w
	d.heading("measures")
	t := w.table("impact-measures", "measure", "item-title", "controls", "treatment", "owner", "due", "progress")
	for _, v := range a.Measures {
		progress := Cell{}
		if e != nil {
			progress = w.progress(e.Progress(v.ID))
		}
		t.row(plain(string(v.ID)), plain(v.Title), plain(names(v.Controls)), plain(string(v.Treatment)), plain(string(v.Owner)), plain(v.Due.String()), progress)
	}
	d.orBlank(t)
	others := w.table("alternatives", "alternative", "without-ai", "chosen", "why")
	for _, v := range a.Alternatives {
		others.row(plain(v.What), plain(w.word(v.NoAI.String())), plain(w.word(v.Chosen.String())), plain(v.Why))
	}
	d.orBlank(others)
}

// concluded says what was decided, and what the results are used for.
func (d *draft) concluded(a impact.Assessment, e *impact.Evaluation) {
	w := d.w
	d.heading("conclusion")
	t := w.table("use-of-results", "what", "value")
	fact := func(name string, lines ...string) { t.row(plain(w.text(name)), plain(lines...)) }
	fact("decision", labelled(w.word(string(a.Conclusion.Decision)), a.Conclusion.Why))
	fact("necessary", asked(w, a.Proportionality.Necessary))
	fact("proportionate", asked(w, a.Proportionality.Proportionate), a.Proportionality.Why)
	if e != nil {
		class := w.word(e.Class.AtLeast.String())
		if e.Class.AtLeast != e.Class.AtMost {
			class = w.text("from-to", "from", class, "to", w.word(e.Class.AtMost.String()))
		}
		fact("use-class", class)
		fact("unseen-domains", words(w, e.Unseen))
	}
	fact("used-in", refs(a.UsedIn))
	fact("published", a.Publication.On.String(), a.Publication.Location, a.Publication.WhyNot)
	d.add(t)
	conditions := w.table("conditions-of-use", "condition", "what", "why", "owner", "due", "met")
	for _, c := range a.Conclusion.Conditions {
		conditions.row(plain(string(c.ID)), plain(c.What), plain(c.Why), plain(string(c.Owner)), plain(c.Due.String()), plain(c.Met.String()))
	}
	d.orBlank(conditions)
	if a.ID != "" && e != nil {
		d.approvals(a.Content(), a.Approvals, e.Provenance.At)
		d.provenance(e.Provenance)
	}
}

// asked writes an answer; nothing while nobody has answered.
func asked(w Words, a aims.Answer) string {
	if a == aims.Unknown {
		return ""
	}
	return w.word(a.String())
}
