package report

import (
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/controls"
)

// blankRows is how many rows a blank table offers to write in.
const blankRows = 6

// orBlank adds a table. Where it has no rows, a blank form gets empty ones, and
// a filled one says so.
func (d *draft) orBlank(t Table) {
	switch {
	case len(t.Rows) > 0:
		d.add(t)
	case d.filled:
		d.say("none-recorded", "what", t.Caption)
	default:
		t.Rows = make([][]Cell, blankRows)
		d.add(t)
	}
}

// GapAssessment writes the template of a gap assessment: for every requirement
// and control the practice of today, the gap, its priority, and the resources
// it takes. Without statements and report it is blank; of several statements
// on one thing the latest counts, of one day the last. Its table is
// gap-assessment.
func GapAssessment(stated []audit.GapStatement, r readiness.Report, w Words) Document {
	d := newDraft(w, "gap-assessment")
	d.Contents = ""
	d.say("gap-assessment-intro")
	said := make(map[aims.Key]audit.GapStatement)
	for _, g := range stated {
		if g.On >= said[g.Key].On {
			said[g.Key] = g
		}
	}
	priorities := make(map[aims.Key]readiness.Priority)
	for _, g := range r.Gaps {
		priorities[g.Key] = g.Priority
	}
	t := w.table("gap-assessment", "item", "item-title", "practice", "gap", "maturity", "priority", "effort", "by", "on")
	for _, i := range items(r, w) {
		g, found := said[i.key]
		verdict := plain()
		if found {
			verdict = w.verdict(g.Verdict)
		}
		t.row(plain(name(i.key)), plain(i.title), plain(g.Practice), verdict, plain(g.Maturity.String()), w.priority(priorities[i.key]), plain(w.amount(g.Effort)), plain(string(g.By)), plain(g.On.String()))
	}
	d.add(t)
	return d.Document
}

// item is a requirement or control with its title.
type item struct {
	key   aims.Key
	title string
}

// items lists the requirements and controls of the catalogues, then what else
// a report speaks of.
func items(r readiness.Report, w Words) []item {
	var out []item
	known := make(map[aims.Key]bool)
	for c := range aims.Edition2023().Leaves() {
		k := aims.ClauseKey(c.Clause)
		known[k], out = true, append(out, item{k, w.title(k, c.Title)})
	}
	for c := range controls.Edition2023().All() {
		known[c.Key], out = true, append(out, item{c.Key, w.title(c.Key, c.Title)})
	}
	for _, i := range r.Items {
		if !known[i.Key] {
			out = append(out, item{key: i.Key})
		}
	}
	return out
}

// Checklist writes the template of a readiness checklist: requirements,
// controls, and the documents that the requirements ask for, each with what
// the report knows about it. Of the zero report it is blank. Its tables are
// checklist-requirements, checklist-controls and checklist-documents.
func Checklist(r readiness.Report, w Words) Document {
	d := newDraft(w, "checklist")
	d.say("checklist-intro")
	if len(r.Items) > 0 {
		d.say("checklist-at", "at", r.Provenance.At.String())
	}
	verdicts := make(map[aims.Key]readiness.Item)
	for _, i := range r.Items {
		verdicts[i.Key] = i
	}
	requirements := w.table("checklist-requirements", "item", "item-title", "verdict", "done", "note")
	annex := w.table("checklist-controls", "control", "item-title", "verdict", "done", "note")
	for _, i := range items(r, w) {
		t := &requirements
		if _, clause := i.key.Clause(); !clause {
			t = &annex
		}
		t.row(plain(name(i.key)), plain(i.title), w.judged(verdicts, i.key), Cell{}, Cell{})
	}
	documents := w.table("checklist-documents", "item", "document", "kind", "done", "note")
	for c := range aims.Edition2023().Leaves() {
		for i, v := range c.Documented {
			documents.row(plain(string(c.Clause)), plain(w.sentence(documentCode(c.Clause, i), v.Item, nil)), plain(w.word(string(v.Kind))), Cell{}, Cell{})
		}
	}
	d.heading("requirements")
	d.add(requirements)
	d.heading("controls")
	d.add(annex)
	d.heading("documents")
	d.add(documents)
	return d.Document
}

// judged writes what a report says about an item; nothing where it is silent.
func (w Words) judged(list map[aims.Key]readiness.Item, key aims.Key) Cell {
	i, found := list[key]
	switch {
	case !found:
		return Cell{}
	case i.Excluded:
		return plain(w.text("excluded"))
	}
	return w.verdict(i.Verdict)
}

// ScopeDefinition writes the template of a scope: its boundaries, the AI
// systems inside and outside, and the interested parties. Of zero values it is
// blank. A system that the scope neither includes nor excludes is undecided.
// Its tables are scope, scope-systems, scope-outside, interfaces and parties; of
// a filled one those that have rows.
func ScopeDefinition(s aims.Scope, systems []aims.AISystem, parties []aims.InterestedParty, w Words) Document {
	d := newDraft(w, "scope-definition")
	d.filled = s.ID != "" || len(systems) > 0 || len(parties) > 0
	d.say("scope-intro")
	d.heading("boundaries")
	f := d.facts("scope")
	f.fact("item-title", s.Title)
	f.fact("version", s.Version)
	f.fact("owner", string(s.Owner))
	f.fact("boundaries", s.Boundaries)
	f.fact("applicability", s.Applicability)
	f.fact("roles", words(w, s.Roles))
	f.fact("units", s.Units...)
	f.fact("locations", s.Locations...)
	f.fact("available-at", s.AvailableAt)
	f.fact("review-by", s.ReviewBy.String())
	d.add(f.Table)

	d.heading("systems")
	t := w.table("scope-systems", "system", "item-title", "purpose", "scope", "why")
	for _, v := range systems {
		exclusion, out := s.Excludes(v.ID)
		state := Cell{Lines: []string{w.text("undecided")}, Tone: Unsure}
		switch {
		case s.Includes(v.ID):
			state = plain(w.text("inside"))
		case out:
			state = plain(w.text("outside"))
		}
		t.row(plain(string(v.ID)), plain(v.Name), plain(v.Purpose), state, plain(exclusion.Reason))
	}
	d.orBlank(t)
	outside := w.table("scope-outside", "what", "why")
	for _, e := range s.Exclusions {
		if e.System == "" {
			outside.row(plain(e.What), plain(e.Reason))
		}
	}
	d.orBlank(outside)
	between := w.table("interfaces", "with", "what", "responsibility")
	for _, v := range s.Interfaces {
		between.row(plain(labelled(v.With, string(v.Supplier))), plain(v.What), plain(v.Responsibility))
	}
	d.orBlank(between)

	d.heading("stakeholders")
	people := w.table("parties", "party", "item-title", "sphere", "relevance", "needs")
	for _, p := range parties {
		var needs []string
		for _, n := range p.Needs {
			needs = append(needs, n.Text)
		}
		people.row(plain(string(p.ID)), plain(p.Title), plain(w.word(string(p.Sphere))), plain(p.Relevance), plain(needs...))
	}
	d.orBlank(people)
	return d.Document
}

// AuditPlan writes the template of the plan of an internal audit: schedule,
// scope, criteria, team and reporting. Of zero values it is blank. Its tables
// are audit, team, schedule, unplaced and reporting; of a filled plan those
// that have rows.
func AuditPlan(a audit.Audit, p audit.Plan, w Words) Document {
	d := newDraft(w, "audit-plan")
	d.filled = a.ID != ""
	d.Contents = ""
	d.say("audit-plan-intro")
	d.heading("about")
	f := d.facts("audit")
	f.fact("audit", string(a.ID))
	f.fact("item-title", a.Title)
	f.fact("objectives", a.Objectives...)
	f.fact("criteria", a.Criteria...)
	f.fact("scope", w.scopeLines(a.Scope)...)
	days := make([]string, len(p.Days))
	for i, v := range p.Days {
		days[i] = v.String()
	}
	f.fact("days", strings.Join(days, ", "))
	d.add(f.Table)
	d.heading("team")
	d.orBlank(w.teamTable(a.Team))
	d.heading("schedule")
	t := w.table("schedule", "on", "time", "what", "subjects", "auditor", "with")
	for _, s := range p.Slots {
		t.row(plain(s.Day.String()), plain(s.From.String()+"–"+s.To.String()), plain(w.slot(s)), plain(subjects(s.Agenda)...), plain(string(s.Auditor)), plain(joined(s.With)))
	}
	d.orBlank(t)
	left := w.table("unplaced", "what", "subjects", "minutes", "why")
	for _, u := range p.Unplaced {
		left.row(plain(w.topic(u.Agenda, u.Title)), plain(subjects(u.Agenda)...), plain(w.number(u.Minutes)), plain(w.observation(u.Why)))
	}
	if len(left.Rows) > 0 {
		d.add(left)
	}
	d.heading("reporting")
	reporting := w.table("reporting", "reported-to", "by-when", "form")
	for _, r := range a.Reported {
		reporting.row(plain(string(r.To)), plain(r.On.String()), plain(string(a.Report)))
	}
	d.orBlank(reporting)
	return d.Document
}

// slot says what a slot of a plan is: meetings by their kind, all else by what
// it looks at.
func (w Words) slot(s audit.Slot) string {
	switch s.Kind {
	case audit.SlotTopic:
		return w.topic(s.Agenda, s.Title)
	case audit.SlotFollowUp:
		return labelled(w.word(string(s.Kind)), s.Title)
	}
	return w.word(string(s.Kind))
}

// topic names a requirement or control in the language of the report, and
// anything else as the plan does.
func (w Words) topic(a audit.Agenda, given string) string {
	for _, s := range a.Subjects {
		if id := name(s.Key); id != "" && strings.HasPrefix(given, id+" ") {
			return id + " " + w.title(s.Key, strings.TrimPrefix(given, id+" "))
		}
	}
	return given
}

// subjects lists what a slot of a plan is about.
func subjects(a audit.Agenda) []string {
	out := make([]string, 0, len(a.Subjects)+1)
	for _, s := range a.Subjects {
		if s.Key.IsZero() {
			out = append(out, s.String())
		} else {
			out = append(out, name(s.Key))
		}
	}
	return []string{strings.Join(out, ", "), string(a.Finding), joined(a.Interview)}
}
