package controls

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// Row is what a [Statement] says about one control, of Annex A or of the
// organization itself. Control objectives are not rows.
type Row struct {
	Control       aims.Key      `json:"control"`
	Applicability Applicability `json:"applicability,omitempty"` // absent: undecided
	Reasons       []Reason      `json:"reasons,omitempty"`       // why it is included
	Exclusions    []Exclusion   `json:"exclusions,omitempty"`    // why it is excluded, in general or for named AI systems

	// What happens to it; see [Statement.Content].
	Status   Status            `json:"status,omitzero"`
	Since    aims.Date         `json:"since,omitzero"`     // the first day on which the status holds; absent: it always did
	Owner    aims.PersonID     `json:"owner,omitempty"`    // answers for the implementation
	Due      aims.Date         `json:"due,omitzero"`       // the last day by which it is to be implemented
	Evidence []aims.EvidenceID `json:"evidence,omitempty"` // that it is implemented
	Note     string            `json:"note,omitempty"`
}

// Reason says why a control is included: a record that the host keeps, or a
// place in words, or both.
type Reason struct {
	Kind      ReasonKind `json:"kind"`
	Ref       aims.Ref   `json:"ref,omitzero"`        // the risk, obligation, contract … as a record
	Reference string     `json:"reference,omitempty"` // for example "licence agreement with the hospital, section 4"
}

// Exclusion says why a control is excluded. Several exclusions in general, or
// several that name one system, rest on all of them: once one has expired, the
// control is no longer excluded.
type Exclusion struct {
	Ground Ground `json:"ground,omitempty"`
	Text   string `json:"text,omitempty"` // the justification in words
	// Systems are the AI systems that the control is excluded for. An
	// excluded row names none, since it is excluded in general; a row that
	// applies to the other systems names those that it does not apply to.
	Systems []aims.SystemID `json:"systems,omitempty"`
	Until   aims.Date       `json:"until,omitzero"` // last day on which the exclusion holds; absent: no end
}

// Validate reports missing and malformed fields.
func (r Reason) Validate() error {
	var c aims.Checker
	aims.CheckWord(&c, "kind", r.Kind)
	if !r.Ref.IsZero() {
		c.Ref("ref", r.Ref)
	}
	c.OptionalText("reference", r.Reference)
	return c.Err()
}

// Validate reports malformed fields. That a ground or text is absent is for
// a rule to say.
func (e Exclusion) Validate() error {
	var c aims.Checker
	aims.CheckOptionalWord(&c, "ground", e.Ground)
	c.OptionalText("text", e.Text)
	aims.CheckIDs(&c, "systems", e.Systems)
	c.OptionalDate("until", e.Until)
	return c.Err()
}

// holds reports whether the exclusion has not expired at a day.
func (e Exclusion) holds(at aims.Date) bool { return e.Until == 0 || e.Until >= at }

// Validate reports every problem inside the row. Whether the control exists
// is for [Statement.ValidateAgainst] to say.
func (r Row) Validate() error {
	c := aims.Checker{Texts: texts}
	c.Key("control", r.Control)
	aims.CheckOptionalWord(&c, "applicability", r.Applicability)
	aims.CheckEach(&c, "reasons", r.Reasons)
	aims.CheckEach(&c, "exclusions", r.Exclusions)
	for i, e := range r.Exclusions {
		in := c.In("exclusions", i)
		switch {
		case r.Applicability == Excluded && len(e.Systems) > 0:
			in.Add("systems", ExclusionPartial)
		case r.Applicability == Applicable && len(e.Systems) == 0:
			in.Add("systems", ExclusionGeneral)
		}
	}
	aims.CheckOptionalWord(&c, "status", r.Status)
	c.OptionalDate("since", r.Since)
	aims.CheckOptionalID(&c, "owner", r.Owner)
	c.OptionalDate("due", r.Due)
	aims.CheckIDs(&c, "evidence", r.Evidence)
	c.OptionalText("note", r.Note)
	return c.Err()
}

// AppliesTo says whether the control applies to an AI system at a day: yes or
// no as decided, unknown while nobody has decided or once an exclusion in
// general has expired. A control applies again to a system once an exclusion
// that names it has expired.
func (r Row) AppliesTo(system aims.SystemID, at aims.Date) aims.Answer {
	switch r.Applicability {
	case Applicable:
		applies := aims.Yes
		for _, e := range r.Exclusions {
			if !slices.Contains(e.Systems, system) {
				continue
			}
			if applies = aims.No; !e.holds(at) {
				return aims.Yes
			}
		}
		return applies
	case Excluded:
		if !slices.ContainsFunc(r.Exclusions, func(e Exclusion) bool { return !e.holds(at) }) {
			return aims.No
		}
	}
	return aims.Unknown
}

// excludedFor returns the AI systems that an applicable control does not apply
// to at a day, sorted.
func (r *Row) excludedFor(at aims.Date) []aims.SystemID {
	var systems []aims.SystemID
	for _, e := range r.Exclusions {
		for _, s := range e.Systems {
			if r.AppliesTo(s, at) == aims.No {
				systems = append(systems, s)
			}
		}
	}
	slices.Sort(systems)
	return slices.Compact(systems)
}

// StatusAt returns the status at a day: one that holds only from a later day
// on is not seen.
func (r Row) StatusAt(at aims.Date) Status {
	if r.Since > at {
		return 0
	}
	return r.Status
}

// content returns what an approval of the statement binds.
func (r Row) content() Row {
	return Row{Control: r.Control, Applicability: r.Applicability, Reasons: r.Reasons, Exclusions: r.Exclusions}
}

// clone returns the row with lists of its own.
func (r Row) clone() Row {
	r.Reasons = slices.Clone(r.Reasons)
	r.Exclusions = slices.Clone(r.Exclusions)
	for i := range r.Exclusions {
		r.Exclusions[i].Systems = slices.Clone(r.Exclusions[i].Systems)
	}
	r.Evidence = slices.Clone(r.Evidence)
	return r
}

// equal reports whether two rows say the same; nil equals empty.
func (r Row) equal(s Row) bool {
	return r.Control == s.Control && r.Applicability == s.Applicability &&
		slices.Equal(r.Reasons, s.Reasons) && slices.EqualFunc(r.Exclusions, s.Exclusions, Exclusion.equal) &&
		r.Status == s.Status && r.Since == s.Since && r.Owner == s.Owner && r.Due == s.Due &&
		slices.Equal(r.Evidence, s.Evidence) && r.Note == s.Note
}

func (e Exclusion) equal(f Exclusion) bool {
	return e.Ground == f.Ground && e.Text == f.Text && slices.Equal(e.Systems, f.Systems) && e.Until == f.Until
}

// links visits the references of the row.
func (r Row) links(l *aims.Linker) {
	for i, reason := range r.Reasons {
		l.In("reasons", i, func(l *aims.Linker) { l.Ref("ref", reason.Ref) })
	}
	for i, e := range r.Exclusions {
		l.In("exclusions", i, func(l *aims.Linker) { aims.LinkAll(l, "systems", aims.KindSystem, e.Systems) })
	}
	aims.Link(l, "owner", aims.KindPerson, r.Owner)
	aims.LinkAll(l, "evidence", aims.KindEvidence, r.Evidence)
}
