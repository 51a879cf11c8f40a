package certification

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// needsDecider reports whether people other than the team have to decide.
// Maintaining on a positive conclusion needs none, unless something may lead
// to suspension or withdrawal: a major nonconformity, or a team that
// recommends otherwise (9.6.1).
func (b *brief) needsDecider() bool {
	if b.Asked != Maintain {
		return true
	}
	if b.Recommended != "" && b.Recommended != Maintain {
		return true
	}
	return slices.ContainsFunc(b.findings, func(f stand) bool {
		return f.Grade == audit.Major && !f.withdrawn && slices.ContainsFunc(b.relied, func(a *audit.Audit) bool { return a.ID == f.Audit })
	})
}

func (b *brief) decidersNamed() judged {
	j := met(personRefs(b.Deciders)...)
	if len(b.Deciders) == 0 && b.needsDecider() {
		j.against(b.at, b.Certificate.Ref(), NobodyDecides)
	}
	for i := range b.Persons {
		if p := &b.Persons[i]; p.Machine == aims.Yes && slices.Contains(b.Deciders, p.ID) {
			j.against(b.at, p.Ref(), MachineDecides, "person", string(p.ID))
		}
	}
	return j
}

func (b *brief) decidersIndependent() judged {
	j := met(personRefs(b.Deciders)...)
	if !b.needsDecider() {
		return j
	}
	for _, id := range b.Deciders {
		for _, a := range b.relied {
			if onTeam(a, id) {
				j.against(b.at, personRef(id), DeciderAudited, "person", string(id), "audit", string(a.ID))
			}
		}
	}
	return j
}

// onTeam reports whether somebody took part in carrying out an audit. A
// technical expert did; observers and guides did not.
func onTeam(a *audit.Audit, id aims.PersonID) bool {
	return slices.ContainsFunc(a.Team, func(m audit.Member) bool {
		return m.Person == id && (m.Role.Audits() || m.Role == audit.TechnicalExpert)
	})
}

// partiesImpartial: no tie bars the body, the auditors, those who reviewed
// the application or those who decide. To have audited the client before for
// a certification is no tie.
func (b *brief) partiesImpartial() judged {
	j := met(b.Certificate.Ref())
	if len(b.relations) == 0 {
		return j
	}
	for _, id := range b.Deciders {
		b.tied(&j, id, b.at, true)
	}
	for _, a := range b.relied {
		for _, m := range a.Team {
			if onTeam(a, m.Person) {
				b.tied(&j, m.Person, begun(a), false)
			}
		}
	}
	for _, e := range b.Certificate.Events {
		if e.Type == audit.ApplicationReviewed && e.On >= b.applied && e.On <= b.at {
			for _, id := range e.By {
				b.tied(&j, id, e.On, false)
			}
		}
	}
	b.tied(&j, "", b.at, true)
	return j
}

// relationsOf returns the ties that the file names, and those of everybody who
// audited the client for the client.
func relationsOf(c *Case, at aims.Date) []audit.Relation {
	list := c.Certificate.Relations
	for i := range c.Audits {
		a := &c.Audits[i]
		if a.Type != audit.Internal || a.Opened == 0 || a.Opened > at {
			continue
		}
		until := a.LastDay
		if until > at {
			until = 0
		}
		for _, p := range auditors(a) {
			list = append(slices.Clip(list), audit.Relation{Person: p, Kind: audit.InternalAuditing, From: a.Opened, Until: until})
		}
	}
	return list
}

// tied judges the ties of a person, or for the empty one of the body that
// decides, on the day on which they acted. What somebody still has to do can
// wait until the tie bars no more.
func (b *brief) tied(j *judged, id aims.PersonID, on aims.Date, canWait bool) {
	who := string(id)
	if id == "" {
		who = b.life.body.Name
		if b.Asked == Transfer && b.Body != nil {
			who = b.Body.Name
		}
	}
	for _, r := range b.relations {
		if r.Person != id || id == "" && r.Body != who {
			continue
		}
		lasts := r.From <= on && (r.Until == 0 || r.Until >= on)
		end := r.Until
		switch r.Kind {
		case audit.Consultancy, audit.InternalAuditing:
			lasts = r.Bars(on, b.policy.Bar.After)
			end = b.policy.Bar.After(r.Until)
		case audit.Employment, audit.Ownership:
		default:
			if lasts {
				j.unknown(0, b.Certificate.Ref(), TieUnjudged, "who", who, "kind", string(r.Kind), "on", on.String())
			}
			continue
		}
		if !lasts {
			continue
		}
		var day aims.Date
		if canWait && end != 0 {
			day = end.AddDays(1)
		}
		j.against(day, b.Certificate.Ref(), TieBars, "who", who, "kind", string(r.Kind), "on", on.String())
	}
}

func personRef(id aims.PersonID) aims.Ref { return aims.Ref{Kind: aims.KindPerson, ID: string(id)} }

func personRefs(ids []aims.PersonID) []aims.Ref {
	var refs []aims.Ref
	for _, id := range ids {
		refs = append(refs, personRef(id))
	}
	return refs
}
