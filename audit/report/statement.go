package report

import (
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// Statement writes a Statement of Applicability as it stands at a day, with a
// row for every control of the catalogue: of one that the statement does not
// speak of, nothing is decided. Its tables are statement, approvals, soa and
// decisions.
func Statement(s controls.Statement, c controls.Catalogue, at aims.Date, w Words) Document {
	d := newDraft(w, "soa")
	d.heading("about")
	f := d.facts("statement")
	f.fact("id", string(s.ID))
	f.fact("version", s.Version)
	f.fact("scope", string(s.Scope))
	f.fact("at", at.String())
	d.add(f.Table)
	d.approvals(s.Content(), s.Approvals, at)

	d.heading("controls")
	missing, undecided := controls.Completeness(s, c)
	d.keys("missing-rows", missing)
	d.keys("undecided-rows", undecided)
	t := w.table("soa", "control", "item-title", "applicability", "reasons", "exclusions", "status", "owner", "due", "evidence", "note")
	for control := range c.All() {
		row, _ := s.Row(control.Key)
		t.row(w.soaRow(control.Key, control.Title, row, at)...)
	}
	for _, row := range s.Rows {
		if _, known := c.LookupKey(row.Control); !known {
			t.row(w.soaRow(row.Control, "", row, at)...)
		}
	}
	d.add(t)

	if len(s.Decisions) > 0 {
		d.heading("decisions")
		t := w.table("decisions", "on", "control", "from", "to", "by", "why")
		for _, v := range s.Decisions {
			t.row(plain(v.On.String()), plain(name(v.Control)), plain(w.applicability(v.From)), plain(w.applicability(v.To)), plain(string(v.By)), plain(v.Why))
		}
		d.add(t)
	}
	return d.Document
}

func (w Words) applicability(a controls.Applicability) string {
	if a == controls.Undecided {
		return w.text("undecided")
	}
	return w.word(string(a))
}

func (w Words) soaRow(key aims.Key, title string, row controls.Row, at aims.Date) []Cell {
	applicability := plain(w.applicability(row.Applicability))
	if row.Applicability == controls.Undecided {
		applicability.Tone = Unsure
	}
	var reasons, exclusions []string
	for _, r := range row.Reasons {
		reasons = append(reasons, labelled(w.word(string(r.Kind)), refText(r.Ref), r.Reference))
	}
	for _, e := range row.Exclusions {
		parts := []string{e.Text}
		if len(e.Systems) > 0 {
			parts = append(parts, w.text("only-systems", "systems", joined(e.Systems)))
		}
		if !e.Until.IsZero() {
			parts = append(parts, w.text("until", "day", e.Until.String()))
		}
		exclusions = append(exclusions, labelled(w.word(string(e.Ground)), parts...))
	}
	status := plain()
	if s := row.StatusAt(at); s != 0 {
		status = plain(w.word(s.String()))
		status.Tone = map[controls.Status]Tone{controls.Planned: Unsure, controls.Partial: Fair, controls.Implemented: Good}[s]
	}
	return []Cell{
		plain(name(key)), plain(w.title(key, title)), applicability, plain(reasons...), plain(exclusions...), status,
		plain(string(row.Owner)), plain(row.Due.String()), plain(joined(row.Evidence)), plain(row.Note),
	}
}

// labelled joins what belongs to a label: "label: one, two".
func labelled(label string, parts ...string) string {
	var all []string
	for _, p := range parts {
		if p != "" {
			all = append(all, p)
		}
	}
	text := strings.Join(all, ", ")
	if label == "" || text == "" {
		return label + text
	}
	return label + ": " + text
}

func refText(r aims.Ref) string {
	if r.IsZero() {
		return ""
	}
	return r.String()
}

// approvals says whether a content is approved as it stands, and by whom.
func (d *draft) approvals(content any, list []aims.Approval, at aims.Date) {
	standing := aims.Unapproved
	digest, err := aims.DigestOf(content)
	if err == nil { // what has no digest, nobody can have approved
		standing, _ = aims.StandingOf(digest, list, at)
	}
	d.say("standing", "standing", d.w.word(standing.String()))
	if len(list) == 0 {
		return
	}
	t := d.w.table("approvals", "by", "on", "until-column", "approved-content", "note")
	for _, a := range list {
		same := aims.No
		if a.Digest == digest && err == nil {
			same = aims.Yes
		}
		t.row(plain(string(a.By)), plain(a.On.String()), plain(a.Until.String()), d.w.answer(same), plain(a.Note))
	}
	d.add(t)
}
