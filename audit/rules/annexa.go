package rules

import (
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
					if !yield(p.finding.observation(in, controlRule, p.control)) {
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

// position is what the statement says about one control, as a finding.
type position struct {
	control aims.Key
	finding finding
}

// positions judges every control of the catalogue; the list is for reading only.
func (in *Input) positions() []position {
	return in.positionList.get(in.position)
}

func (in *Input) position() []position {
	s := in.soa()
	var list []position
	if !s.usable {
		for c := range in.Controls.All() {
			list = append(list, position{c.Key, s.approved})
		}
		return list
	}
	for _, p := range s.positions() {
		refs := []aims.Ref{s.record.Ref()}
		row, ok := s.record.Row(p.Control)
		if p.State == controls.StatePlanned && (row.Owner == "" || row.Due < in.At) {
			list = append(list, position{p.Control, missing(ControlUnplanned, refs)})
			continue
		}
		if ok && p.State.Applies() {
			for _, id := range row.Evidence {
				refs = append(refs, aims.Ref{Kind: aims.KindEvidence, ID: string(id)})
			}
		}
		f := in.state(p.State, refs).holds(p.Until)
		if p.State == controls.StatePlanned {
			f = f.holds(row.Due)
		}
		list = append(list, position{p.Control, f})
	}
	return list
}

// state turns where a control stands into a finding.
func (in *Input) state(s controls.State, refs []aims.Ref) finding {
	switch s {
	case controls.StateProven:
		return shown(refs...)
	case controls.StatePartlyProven:
		return partly(ControlPartly, refs)
	case controls.StateClaimed, controls.StatePartlyClaimed:
		return cannotTell(ControlClaimed, refs)
	case controls.StateNotAssessed:
		return cannotTell(ControlNotAssessed, refs)
	case controls.StateExcluded:
		return cannotTell(ControlExcluded, refs)
	case controls.StateUnsettled:
		return cannotTell(ControlUnsettled, refs)
	case controls.StateRefuted:
		return missing(ControlRefuted, refs)
	case controls.StatePlanned:
		return missing(ControlPlanned, refs)
	case controls.StateUnjustified:
		return missing(ControlUnjustified, refs)
	}
	return missing(ControlUndecided, refs)
}
