package report

import (
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// Audit writes the report of an audit: what was audited against what, by whom,
// what was found and what came of it until a day. Findings of other audits are
// left out, and actions on other findings. Its tables are audit, team,
// samples, conclusions, findings and actions.
func Audit(a audit.Audit, findings []audit.Finding, actions []audit.CorrectiveAction, at aims.Date, w Words) Document {
	d := newDraft(w, "audit-report", "audit", a.Title)
	d.heading("about")
	f := d.facts("audit")
	f.fact("audit", string(a.ID))
	f.fact("type", w.word(string(a.Type)))
	f.fact("programme", string(a.Programme))
	f.fact("objectives", a.Objectives...)
	f.fact("criteria", a.Criteria...)
	f.fact("scope", w.scopeLines(a.Scope)...)
	f.fact("opened", a.Opened.String())
	f.fact("last-day", a.LastDay.String())
	f.fact("concluded", a.Concluded.String())
	f.fact("days-on-site", w.amount(a.OnSite))
	f.fact("days-remote", w.amount(a.Remote))
	f.fact("at", at.String())
	d.add(f.Table)
	d.add(w.teamTable(a.Team))
	samples := w.table("samples", "population", "size", "method", "taken", "why")
	for _, s := range a.Samples {
		samples.row(plain(s.Population), plain(w.amount(s.Size)), plain(labelled(s.Method, s.Seed)), plain(strings.Join(s.Taken, ", ")), plain(s.Rationale))
	}
	d.addTable(samples, "no-samples")

	d.heading("conclusions")
	c := w.table("conclusions", "what", "value")
	c.row(plain(w.text("own-requirements")), w.answer(a.OwnRequirements))
	c.row(plain(w.text("standard")), w.answer(a.Standard))
	c.row(plain(w.text("implemented")), w.answer(a.Implemented))
	if a.Type == audit.StageOne {
		c.row(plain(w.text("ready")), w.answer(a.Ready))
	}
	c.row(plain(w.text("conclusion")), plain(a.Conclusion))
	c.row(plain(w.text("recommendation")), plain(a.Recommendation))
	for _, r := range a.Reported {
		c.row(plain(w.text("reported")), plain(labelled(string(r.To), r.On.String())))
	}
	d.add(c)

	var found []audit.FindingID
	d.heading("findings")
	t := w.table("findings", "finding", "grade", "item", "item-title", "statement", "seen", "systems", "on", "state")
	for _, v := range findings {
		if v.Audit != a.ID || v.Since() > at {
			continue
		}
		found = append(found, v.ID)
		t.row(plain(string(v.ID)), w.grade(v.Grade), plain(name(v.Key)), plain(v.Title), plain(v.Statement), plain(v.Seen),
			plain(joined(v.Systems)), plain(v.On.String()), plain(w.word(v.StateAt(at).String())))
	}
	d.addTable(t, "no-findings")
	d.actions(actions, found, at)
	return d.Document
}

// actions lists the corrective actions on some findings.
func (d *draft) actions(list []audit.CorrectiveAction, findings []audit.FindingID, at aims.Date) {
	d.heading("actions")
	t := d.w.table("actions", "action", "findings", "item-title", "owner", "due", "cause", "planned-actions", "lacks", "closed")
	for _, v := range list {
		about := slices.ContainsFunc(v.Findings, func(id audit.FindingID) bool { return slices.Contains(findings, id) })
		if !about || v.Since() > at {
			continue
		}
		var planned []string
		for _, step := range v.Actions {
			planned = append(planned, labelled(step.What, string(step.Responsible), step.Due.String()))
		}
		closed := ""
		if v.Closed <= at {
			closed = v.Closed.String()
		}
		t.row(plain(string(v.ID)), plain(joined(v.Findings)), plain(v.Title), plain(string(v.Owner)), plain(v.Due.String()),
			plain(v.Cause.Result), plain(planned...), plain(words(d.w, v.Missing(at))), plain(closed))
	}
	d.addTable(t, "no-actions")
}

func (w Words) teamTable(team []audit.Member) Table {
	t := w.table("team", "person", "role", "covers", "competence")
	for _, m := range team {
		t.row(plain(string(m.Person)), plain(w.word(string(m.Role))), plain(w.scopeLines(m.Scope)...), plain(strings.Join(m.Competence, ", ")))
	}
	return t
}

// scopeLines writes what an audit covers, one line for each sort.
func (w Words) scopeLines(s audit.Scope) []string {
	var lines []string
	add := func(name, list string) {
		if list != "" {
			lines = append(lines, labelled(w.text(name), list))
		}
	}
	add("requirements-and-controls", names(s.Keys))
	add("processes", joined(s.Processes))
	add("systems", joined(s.Systems))
	add("sites", strings.Join(s.Sites, ", "))
	return lines
}

func (w Words) grade(g audit.Grade) Cell {
	c := plain(w.word(g.String()))
	c.Tone = map[audit.Grade]Tone{audit.Conformity: Good, audit.AreaOfConcern: Fair, audit.Minor: Fair, audit.Major: Bad}[g]
	return c
}
