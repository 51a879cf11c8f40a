package rules

import (
	"cmp"
	"iter"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
	"github.com/aimskit/aimskit/risk"
)

const controlRule aims.Code = "rules/control-in-place"

// annexA returns the rules for single controls.
func annexA() []aims.Rule[*Input] {
	return []aims.Rule[*Input]{{
		Code: controlRule, Version: 1, Clause: "8.1", Title: "control in place",
		Doc: "Every control that the Statement of Applicability does not exclude with a justification that holds is implemented, and fresh, accepted evidence shows it. " +
			"In place in part is a minor gap; planned, undecided, wrongly excluded or refuted by evidence a major one; a claim without evidence tells nothing, " +
			"and neither does an exclusion in a statement that is not approved as it stands, or one that depends on what is not known.",
		Reads: controlReads(),
		Check: func(in *Input) iter.Seq[aims.Observation] {
			return func(yield func(aims.Observation) bool) {
				for _, p := range in.positions() {
					if !yield(p.finding.observation(in, controlRule, p.Control)) {
						return
					}
				}
			}
		},
	}}
}

// controlReads are the kinds that judging what a statement says of a control
// looks at.
func controlReads() []aims.Kind {
	return []aims.Kind{
		controls.KindStatement, controls.KindCustom, aims.KindEvidence, aims.KindOrganization, aims.KindSystem, aims.KindScope, risk.KindTreatment,
	}
}

// statement is the Statement of Applicability that counts at a day.
type statement struct {
	facts    controls.Facts
	record   *controls.Statement
	approved finding // what its approval is worth, or why there is none
	usable   bool    // facts can be judged
}

// soa returns the Statement of Applicability that counts at the day, with the
// facts that its rules look at.
func (in *Input) soa() *statement {
	if in.statement != nil {
		return in.statement
	}
	s := &statement{}
	in.statement = s
	s.record, s.approved = current(in, controls.KindStatement, func(v *controls.Statement) (aims.Date, finding) {
		return 0, approval(in, v, v.Approvals, "the Statement of Applicability")
	})
	if s.record.ID == "" {
		return s
	}
	facts, err := in.statementFacts(s.record)
	if err != nil {
		s.approved = cannotTell(StatementUnusable, []aims.Ref{s.record.Ref()}, "error", err.Error())
		return s
	}
	if o, found := in.View.Organization(in.At); found {
		facts.Roles = slices.Clone(o.Roles)
	}
	for _, system := range in.inScope() {
		facts.Roles = append(facts.Roles, system.Roles...)
	}
	facts.RolesTowards = func(id aims.SystemID) []aims.Role {
		system, _ := audit.Find[aims.AISystem](in.View, id, in.At)
		return system.Roles
	}
	facts.MayAccept, facts.Previous = in.mayAccept, in.before(s.record)
	facts.Evidence = func(id aims.EvidenceID) (aims.Evidence, bool) {
		return audit.Find[aims.Evidence](in.View, id, in.At)
	}
	for _, t := range in.treatments() {
		for _, k := range t.Controls {
			facts.Uses = append(facts.Uses, controls.Use{Control: k, By: t.Ref(), Systems: t.Systems})
		}
	}
	s.facts, s.usable = facts, true
	return s
}

// statementFacts are those of a statement at the day. What does not depend on
// the day is done once for the view.
func (in *Input) statementFacts(s *controls.Statement) (controls.Facts, error) {
	type key aims.Ref
	p := audit.Derived(in.View, key(s.Ref()), func() made[*controls.Prepared] { return try(controls.Prepare(*s)) })
	if p.err != nil {
		return controls.Facts{}, p.err
	}
	return p.value.Facts(in.At, in.Controls)
}

// positions says where every control stands. An exclusion in a statement whose
// approval does not count takes no control out.
func (s *statement) positions() []controls.Position {
	list := controls.Positions(s.facts)
	for i := range list {
		switch p := &list[i]; {
		case p.State != controls.StateExcluded:
		case s.approved.verdict != aims.Conforms:
			p.State, p.Until = controls.StateUnsettled, s.approved.until
		default:
			p.Until = earlier(p.Until, s.approved.until)
		}
	}
	return list
}

// position is what the statement says about one control.
type position struct {
	controls.Position
	row     *controls.Row // empty where the statement has none
	refs    []aims.Ref    // the statement, and the evidence of the row
	finding finding
}

// promised reports whether somebody has a day that lies ahead for what lacks.
func (p *position) promised(at aims.Date) bool { return p.row.Owner != "" && p.row.Due >= at }

// positions judges every control of the catalogue; the list is for reading only.
func (in *Input) positions() []position {
	return in.positionList.get(in.position)
}

func (in *Input) position() []position {
	s := in.soa()
	if !s.usable {
		var list []position
		for c := range in.Controls.All() {
			list = append(list, position{Position: controls.Position{Control: c.Key}, finding: s.approved})
		}
		return list
	}
	size, rows := 0, make(map[aims.Key]*controls.Row, len(s.record.Rows))
	for i := range s.record.Rows {
		r := &s.record.Rows[i]
		size += len(r.Evidence)
		if rows[r.Control] == nil {
			rows[r.Control] = r
		}
	}
	at := s.positions()
	list, refs, none := make([]position, len(at)), make([]aims.Ref, 0, size+len(at)), new(controls.Row)
	for i := range list {
		p := &list[i]
		p.Position, p.row = at[i], cmp.Or(rows[at[i].Control], none)
		first := len(refs)
		refs = append(refs, s.record.Ref())
		for _, id := range p.row.Evidence {
			refs = append(refs, aims.Ref{Kind: aims.KindEvidence, ID: string(id)})
		}
		p.refs = refs[first:]
		p.finding = p.judge(in.At)
	}
	return list
}

// judge turns where a control stands into a finding.
func (p *position) judge(at aims.Date) finding {
	on := p.refs
	if !p.State.Applies() {
		on = on[:1]
	}
	switch {
	case p.State != controls.StatePlanned:
		return state(p.State).resting(on).holds(p.Until)
	case p.promised(at):
		return state(p.State).resting(on).holds(p.Until).holds(p.row.Due)
	}
	return missing(ControlUnplanned, on[:1])
}

// state says what it means where a control stands.
func state(s controls.State) finding {
	switch s {
	case controls.StateProven:
		return shown()
	case controls.StatePartlyProven:
		return partly(ControlPartly, nil)
	case controls.StateClaimed, controls.StatePartlyClaimed:
		return cannotTell(ControlClaimed, nil)
	case controls.StateNotAssessed:
		return cannotTell(ControlNotAssessed, nil)
	case controls.StateExcluded:
		return cannotTell(ControlExcluded, nil)
	case controls.StateUnsettled:
		return cannotTell(ControlUnsettled, nil)
	case controls.StateRefuted:
		return missing(ControlRefuted, nil)
	case controls.StatePlanned:
		return missing(ControlPlanned, nil)
	case controls.StateUnjustified:
		return missing(ControlUnjustified, nil)
	}
	return missing(ControlUndecided, nil)
}
