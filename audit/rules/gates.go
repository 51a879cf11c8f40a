package rules

import (
	"fmt"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
	"github.com/aimskit/aimskit/impact"
)

// Gates says of every AI system in scope that is in operation whether it may
// stay there as far as its impact assessment goes: [impact.Gate], with what
// the records of the view know. What the law asks for beyond that is not
// looked at; see [impact.Screen]. The results come in the order of the
// records.
func Gates(v *audit.View, at aims.Date) ([]impact.GateResult, error) {
	if v == nil || !at.Valid() {
		return nil, fmt.Errorf("rules: no gates: open a snapshot and give a day")
	}
	in := &Input{View: v, At: at, Requirements: aims.Edition2023(), Controls: controls.Edition2023()}
	recorded := impact.Recorded{Methods: audit.List[impact.Method](v, at), Screenings: audit.List[impact.Screening](v, at), Assessments: audit.List[impact.Assessment](v, at)}
	for _, k := range audit.Kinds() {
		if v.Supplied(k) {
			recorded.Supplied = append(recorded.Supplied, k)
		}
	}
	facts := impact.GateFacts{
		Impact: in.impactFacts(new(impact.Assessment)),
		Stale:  impact.StaleFacts{UseCases: audit.List[aims.UseCase](v, at), Incidents: audit.List[aims.Incident](v, at)},
		Holds:  in.holds,
	}
	var results []impact.GateResult
	for _, s := range in.inScope() {
		if s.StageAt(at).Live() != aims.Yes {
			continue
		}
		r, err := impact.Gate(*s, at, recorded, facts)
		if err != nil {
			return nil, fmt.Errorf("rules: gate of %s: %w", s.ID, err)
		}
		results = append(results, r)
	}
	return results, nil
}

// holds says whether a person held a role on a day.
func (in *Input) holds(p aims.PersonID, id aims.RoleID, on aims.Date) aims.Answer {
	role, found := audit.Find[aims.RoleAssignment](in.View, id, on)
	switch {
	case found && (role.Person == p || role.Deputy == p) && role.AssignedOn <= on && (role.Until == 0 || role.Until >= on):
		return aims.Yes
	case found || in.Supplied(aims.KindRole):
		return aims.No
	}
	return aims.Unknown
}
