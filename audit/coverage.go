package audit

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// Coverage says what was audited in a cycle, and what is due: every leaf,
// every control that is not excluded, the processes that the programme names,
// every AI system in the scope, and every site, in this order.
type Coverage struct {
	From     aims.Date `json:"from,omitzero"`
	At       aims.Date `json:"at"`
	Subjects []Covered `json:"subjects,omitempty"`
}

// Covered is what the audits of a cycle say about one subject.
type Covered struct {
	Subject
	Audits    []AuditID     `json:"audits,omitempty"`    // that had it in their scope, by their last day
	Last      aims.Date     `json:"last,omitzero"`       // the last day of the latest of them
	Every     aims.Interval `json:"every,omitempty"`     // the interval of the programme that ends first
	Due       aims.Date     `json:"due,omitzero"`        // the last day for the next audit; absent: none is set
	Undecided bool          `json:"undecided,omitempty"` // a control that the statement neither includes nor excludes
}

// Never reports whether no audit of the cycle had the subject in its scope.
func (c Covered) Never() bool { return len(c.Audits) == 0 }

// Overdue reports whether an audit was due before a day.
func (c Covered) Overdue(at aims.Date) bool { return c.Due != 0 && c.Due < at }

// Never returns the subjects that no audit of the cycle covered.
func (c Coverage) Never() []Covered {
	return slices.DeleteFunc(slices.Clone(c.Subjects), func(s Covered) bool { return !s.Never() })
}

// DueBy returns the subjects for which an audit is due on or before a day,
// the earliest first.
func (c Coverage) DueBy(day aims.Date) []Covered {
	due := slices.DeleteFunc(slices.Clone(c.Subjects), func(s Covered) bool { return s.Due == 0 || s.Due > day })
	slices.SortStableFunc(due, func(x, y Covered) int { return int(x.Due) - int(y.Due) })
	return due
}

// CoverageOptions says which audits count. The zero value counts internal
// audits from the beginning.
type CoverageOptions struct {
	From  aims.Date // the first day of the cycle
	By    aims.Date // the last day for what no programme sets an interval for, and no audit of the cycle covered
	Types []Type    // of the audits that count; none: internal ones
}

// Coverage says which subjects the audits that came to a report covered. The
// intervals of the programme bind internal audits only: the next one is due
// an interval after the later of the last audit and the first day of the
// programme. A requirement counts as covered when it, or a heading above it,
// is in the scope; some of its points do not make it up.
func (b Basis) Coverage(o CoverageOptions) Coverage {
	if len(o.Types) == 0 {
		o.Types = []Type{Internal}
	}
	audits := b.concluded(o.From, o.Types)
	coverage := Coverage{From: o.From, At: b.At}
	for _, c := range b.subjects() {
		for _, a := range audits {
			if c.In(a.Scope) {
				c.Audits, c.Last = append(c.Audits, a.ID), a.LastDay
			}
		}
		if slices.Contains(o.Types, Internal) {
			c.Every, c.Due = b.Programme.due(c.Subject, c.Last)
		}
		if c.Due == 0 && c.Never() {
			c.Due = o.By
		}
		coverage.Subjects = append(coverage.Subjects, c)
	}
	return coverage
}

// subjects lists all that there is to audit.
func (b Basis) subjects() []Covered {
	var list []Covered
	for r := range b.Requirements.Leaves() {
		list = append(list, Covered{Subject: Subject{Key: aims.ClauseKey(r.Clause)}})
	}
	for c := range b.Controls.All() {
		row, _ := b.Statement.Row(c.Key)
		if applies := row.AppliesTo("", b.At); applies != aims.No {
			list = append(list, Covered{Subject: Subject{Key: c.Key}, Undecided: applies == aims.Unknown})
		}
	}
	var processes []aims.ProcessID
	sites := slices.Clone(b.Scope.Locations)
	for _, part := range b.Programme.Parts {
		processes, sites = append(processes, part.Processes...), append(sites, part.Sites...)
	}
	for _, a := range b.Audits {
		sites = append(sites, a.Scope.Sites...)
	}
	for _, id := range distinct(processes) {
		list = append(list, Covered{Subject: Subject{Process: id}})
	}
	for _, s := range b.inScope() {
		list = append(list, Covered{Subject: Subject{System: s.ID}})
	}
	for _, site := range distinct(sites) {
		list = append(list, Covered{Subject: Subject{Site: site}})
	}
	return list
}

// distinct returns each value once, where it comes first.
func distinct[T comparable](list []T) []T {
	var out []T
	for _, v := range list {
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// due returns the day by which a subject is to be audited next, and the
// interval that says so; nothing where no part with an interval holds it.
func (p Programme) due(s Subject, last aims.Date) (every aims.Interval, due aims.Date) {
	for _, part := range p.Parts {
		next := part.Every.After(max(p.From, last))
		if next != 0 && s.In(part.Scope()) && (due == 0 || next < due) {
			every, due = part.Every, next
		}
	}
	return every, due
}

// LastAudited returns the last day by which all of the part had been audited;
// zero if something of it never was, or it covers nothing.
func (p Part) LastAudited(audits []Audit) aims.Date {
	var oldest aims.Date
	for i, s := range p.Scope().Subjects() {
		var last aims.Date
		for _, a := range audits {
			if s.In(a.Scope) {
				last = max(last, a.LastDay)
			}
		}
		if last == 0 {
			return 0
		}
		if i == 0 || last < oldest {
			oldest = last
		}
	}
	return oldest
}
