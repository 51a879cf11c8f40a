package report

import (
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
)

// Certification writes the file of a certificate: where it stands, its scope,
// what happened, what is due, and the decision, if one was asked for; nil for
// none. Its tables are certificate, certified-scope, sites, events, due,
// rulings and follow-ups.
func Certification(c audit.Certificate, s certification.Standing, decision *certification.Decision, w Words) Document {
	d := newDraft(w, "certification-file", "certificate", string(c.ID))
	d.heading("about")
	body := s.Body
	if body.IsZero() {
		body = c.Body
	}
	f := d.facts("certificate")
	f.fact("certificate", string(c.ID))
	f.fact("certificate-number", c.Number)
	f.fact("certified-standard", labelled(c.Standard, c.Edition))
	f.fact("body", body.Name)
	f.fact("accreditation", labelled(body.Accreditation.By, body.Accreditation.Standard), between(body.Accreditation.Since.String(), body.Accreditation.Until.String()))
	f.fact("at", s.At.String())
	f.fact("state", w.word(s.State.String()))
	if !s.At.IsZero() {
		f.fact("valid", w.yesNo(s.Valid))
	}
	f.fact("granted", s.Granted.String())
	f.fact("effective", s.Effective.String())
	f.fact("expires", s.Expires.String())
	f.fact("not-for-labelling", asked(w, c.NotForLabelling))
	d.add(f.Table)
	scope := s.Scope
	if scope.IsZero() {
		scope = c.Scope
	}
	d.certifiedScope(scope)
	d.events(c.Events)
	d.due(s.Due)
	if decision != nil {
		d.decision(*decision)
	}
	return d.Document
}

// between writes a period of which either end may be open.
func between(from, until string) string {
	if from == "" && until == "" {
		return ""
	}
	return from + " – " + until
}

func (w Words) yesNo(b bool) string {
	if b {
		return w.word("yes")
	}
	return w.word("no")
}

func (d *draft) certifiedScope(s audit.CertifiedScope) {
	w := d.w
	d.heading("certified-scope")
	f := d.facts("certified-scope")
	f.fact("scope", s.Text)
	f.fact("roles", words(w, s.Roles))
	f.fact("systems", joined(s.Systems))
	f.fact("soa", labelled(string(s.Statement), s.StatementVersion))
	d.add(f.Table)
	t := w.table("sites", "site", "item-title", "country", "central", "activities", "persons")
	for _, v := range s.Sites {
		t.row(plain(v.ID), plain(v.Name), plain(v.Country), plain(w.word(v.Central.String())), plain(v.Activities...), plain(w.amount(v.Persons)))
	}
	d.addTable(t, "no-sites")
}

func (d *draft) events(list []audit.Event) {
	w := d.w
	d.heading("events")
	t := w.table("events", "event", "on", "effective", "expires", "result", "audit", "by", "note")
	for _, e := range list {
		t.row(plain(w.word(string(e.Type))), plain(e.On.String()), plain(e.Effective.String()), plain(e.Expires.String()),
			plain(labelled(w.word(string(e.Outcome)), w.word(string(e.Ground)))), plain(string(e.Audit)), plain(joined(e.By)), plain(e.Note))
	}
	d.addTable(t, "no-events")
}

func (d *draft) due(list []certification.Appointment) {
	w := d.w
	d.heading("due")
	t := w.table("due", "what", "earliest", "planned", "latest", "source", "sureness")
	for _, a := range list {
		t.row(plain(w.sentence(a.Code, a.Text, a.Args)), plain(a.Earliest.String()), plain(a.Planned.String()), plain(a.Latest.String()),
			plain(labelled(a.Source, a.Edition)), plain(string(a.Confidence)))
	}
	d.addTable(t, "nothing-due")
}

// decision says what may be decided, and what each rule made of it.
func (d *draft) decision(v certification.Decision) {
	w := d.w
	d.heading("decision")
	d.say("decision-intro", "asked", w.word(string(v.Asked)), "outcome", w.word(string(v.Outcome)))
	if !v.Changes.IsZero() {
		d.say("decision-changes", "day", v.Changes.String())
	}
	t := w.table("rulings", "rule", "met", "reasons", "records", "source", "sureness", "changes")
	for _, r := range v.Rulings {
		var reasons []string
		for _, why := range r.Reasons {
			reasons = append(reasons, w.sentence(why.Code, why.Text, why.Args))
		}
		t.row(plain(w.sentence(r.Rule, r.Title, nil)), w.answer(r.Met), plain(reasons...), plain(refs(r.Refs)),
			plain(labelled(r.Source, r.Clause)), plain(string(r.Confidence)), plain(r.Changes.String()))
	}
	d.addTable(t, "no-rulings")
	if len(v.FollowUps) > 0 {
		t := w.table("follow-ups", "finding", "what", "actions", "due", "verify")
		for _, f := range v.FollowUps {
			t.row(plain(string(f.Finding)), plain(w.followUp(f)), plain(joined(f.Actions)), plain(f.Due.String()), plain(f.Verify.String()))
		}
		d.add(t)
	}
	d.provenance(v.Provenance)
}

// followUp translates by the code; the English sentence has its arguments in it.
func (w Words) followUp(f certification.FollowUp) string {
	if t, ok := w.Texts[f.Code]; ok {
		return w.sentence(f.Code, t, map[string]string{"finding": string(f.Finding), "key": f.Key.String()})
	}
	return capital(f.Sentence())
}
