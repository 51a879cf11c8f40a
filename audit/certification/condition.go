package certification

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/internal/word"
)

// Gate is a point of the way to certification that opens when all of its
// conditions are met. Zero means "no gate".
type Gate uint8

// The gates, in their order.
const (
	StageOne Gate = iota + 1 // ready for the stage 1 audit
	StageTwo                 // ready for the stage 2 audit
	Deciding                 // ready for the certification decision
)

var gates = word.Scale{Name: "certification.Gate", Words: []string{"", "stage1", "stage2", "decision"}}

// String returns the word of the gate.
func (g Gate) String() string { return gates.String(int(g)) }

// Known reports whether g is one of the gates.
func (g Gate) Known() bool { return g >= StageOne && g <= Deciding }

// MarshalText returns the word of the gate.
func (g Gate) MarshalText() ([]byte, error) { return gates.Marshal(int(g)) }

// UnmarshalText reads stage1, stage2 or decision.
func (g *Gate) UnmarshalText(text []byte) error {
	i, err := gates.Unmarshal(text)
	if err == nil {
		*g = Gate(i)
	}
	return err
}

// Condition is one thing that a gate asks for, and whether it is met.
type Condition struct {
	Gate Gate        `json:"gate"`
	Code aims.Code   `json:"code"`
	Text string      `json:"text"`           // the English sentence
	Met  aims.Answer `json:"met"`            // yes, no, or unknown
	Keys []aims.Key  `json:"keys,omitempty"` // the points that it asks for
	// Concerns are the points among them with an isolated lapse that does not
	// stand against the condition: what an auditor would call an area of concern.
	Concerns []aims.Key `json:"concerns,omitempty"`
	// Reasons say why a condition that rests on audits, reviews and the file of
	// a certification is not met, or not known to be, and Changes is the
	// earliest day on which it could be; see [Ruling].
	Reasons []Reason  `json:"reasons,omitempty"`
	Changes aims.Date `json:"changes,omitzero"`
}

// asks is one condition before it is judged: the points that it rests on.
type asks struct {
	code   aims.Code
	points []aims.PointID
	lapses bool // an isolated lapse does not stand against it
}

// The codes of the conditions.
const (
	// ScopeApproved: the scope is drawn, approved and held by a document (4.3).
	ScopeApproved aims.Code = "certification/scope-approved"
	// PolicyApproved: top management approved the AI policy (5.2).
	PolicyApproved aims.Code = "certification/policy-approved"
	// RolesAssigned: roles and the two authorities are assigned (5.3).
	RolesAssigned aims.Code = "certification/roles-assigned"
	// InventoryKept: the AI systems have a purpose, and the organization its roles (4.1).
	InventoryKept aims.Code = "certification/inventory-kept"
	// RiskStarted: risk criteria and process exist, with first results (6.1.1, 6.1.2, 8.2).
	RiskStarted aims.Code = "certification/risk-started"
	// ImpactStarted: the impact assessment process exists, with a first result (6.1.4).
	ImpactStarted aims.Code = "certification/impact-started"
	// TreatmentApproved: Statement of Applicability and treatment plan are approved (6.1.3).
	TreatmentApproved aims.Code = "certification/treatment-approved"
	// ObjectivesSet: AI objectives are set (6.2).
	ObjectivesSet aims.Code = "certification/objectives-set"
	// DocumentsControlled: documents are approved and available (7.5.2, 7.5.3).
	DocumentsControlled aims.Code = "certification/documents-controlled"
	// AuditsPlanned: there is an audit programme, and an internal audit was begun (9.2.2).
	AuditsPlanned aims.Code = "certification/audits-planned"
	// ReviewsPlanned: management reviews take place (9.3.1).
	ReviewsPlanned aims.Code = "certification/reviews-planned"
)

var conditionTexts = map[aims.Code]string{
	ScopeApproved:       "the scope is determined, documented and approved",
	PolicyApproved:      "the AI policy is approved by top management",
	RolesAssigned:       "roles, responsibilities and authorities are assigned",
	InventoryKept:       "the AI systems and the organization's roles for them are listed",
	RiskStarted:         "risk criteria and the risk assessment process exist, with first results",
	ImpactStarted:       "the impact assessment process exists, with a first result",
	TreatmentApproved:   "the Statement of Applicability and the risk treatment plan are approved",
	ObjectivesSet:       "AI objectives are set",
	DocumentsControlled: "documented information is controlled",
	AuditsPlanned:       "an audit programme exists, and internal audits are planned and being performed",
	ReviewsPlanned:      "management reviews are planned and being performed",
}

// stageOne is what the stage 1 gate asks for: the documents and first results
// that a stage 1 audit looks at (ISO/IEC 17021-1, 9.3.1.2).
var stageOne = []asks{
	{ScopeApproved, []aims.PointID{"4.3/a", "4.3/f"}, false},
	{PolicyApproved, []aims.PointID{"5.2/a"}, false},
	{RolesAssigned, []aims.PointID{"5.3/a", "5.3/c", "5.3/d"}, true},
	{InventoryKept, []aims.PointID{"4.1/e", "4.1/f"}, true},
	{RiskStarted, []aims.PointID{"6.1.1/d", "6.1.2/a", "8.2/d"}, true},
	{ImpactStarted, []aims.PointID{"6.1.4/a", "6.1.4/f"}, true},
	{TreatmentApproved, []aims.PointID{"6.1.3/f", "6.1.3/h"}, false},
	{ObjectivesSet, []aims.PointID{"6.2/a"}, true},
	{DocumentsControlled, []aims.PointID{"7.5.2/c", "7.5.3/a"}, true},
	{AuditsPlanned, []aims.PointID{"9.2.2/a"}, true},
	{ReviewsPlanned, []aims.PointID{"9.3.1/a"}, true},
}

// StageOneRequirements returns the requirements that the stage 1 gate rests
// on, in order.
func StageOneRequirements() []aims.Clause {
	var list []aims.Clause
	for _, a := range stageOne {
		for _, p := range a.points {
			list = append(list, p.Clause())
		}
	}
	slices.SortFunc(list, aims.Clause.Compare)
	return slices.Compact(list)
}

// Preconditions judges what each gate asks for: stage 1 from what the records
// show about the points of requirements, stage 2 and the decision from audits,
// findings, reviews and the file of the certification as well, by the same
// rules as [Decide]. It is the only place where gates are judged.
//
// A condition of stage 1 is met when all of its points conform, not met when
// one is known to fail, and unknown otherwise. Of what must be approved
// nothing less will do; elsewhere an isolated lapse is a concern that does not
// stand against the condition, as stage 1 yields areas of concern and no
// graded findings. That internal audits are only planned is no such lapse: one
// was begun by the day, or the condition waits for it, whoever vouches for the
// programme. The other conditions
// are unknown for a result that was not made by [rules.Evaluate], and under an
// unusable policy.
func Preconditions(result rules.Result, policy Policy) []Condition {
	g := gate{result: result, policy: policy, at: result.Provenance.At, view: result.View()}
	list := make([]Condition, 0, 32)
	for _, a := range stageOne {
		c := a.condition(g.verdict)
		if a.code == AuditsPlanned && (len(c.Concerns) > 0 || c.Met == aims.Yes && g.view != nil) {
			g.auditsBegun(&c)
		}
		list = append(list, c)
	}
	return g.later(list)
}

// verdict joins what was observed about a point.
func (g *gate) verdict(p aims.PointID) aims.Verdict {
	clause, point := aims.ClauseKey(p.Clause()), aims.PointKey(p)
	joint, seen := aims.CannotTell, false
	for i := range g.result.Requirements {
		item := &g.result.Requirements[i]
		if item.Key != clause {
			continue
		}
		for j := range item.Observations {
			switch o := &item.Observations[j]; {
			case o.Key != point:
			case seen:
				joint = joint.And(o.Verdict)
			default:
				joint, seen = o.Verdict, true
			}
		}
	}
	return joint
}

func (a asks) condition(verdict func(aims.PointID) aims.Verdict) Condition {
	c := Condition{Gate: StageOne, Code: a.code, Text: conditionTexts[a.code], Met: aims.Unknown, Keys: make([]aims.Key, 0, len(a.points))}
	joint := aims.Conforms
	for _, p := range a.points {
		key := aims.PointKey(p)
		c.Keys = append(c.Keys, key)
		v := verdict(p)
		if v == aims.MinorGap && a.lapses {
			c.Concerns = append(c.Concerns, key)
			v = aims.Conforms
		}
		joint = joint.And(v)
	}
	switch {
	case joint.Gap():
		c.Met = aims.No
	case joint == aims.Conforms && len(a.points) > 0:
		c.Met = aims.Yes
	}
	return c
}

// auditsBegun takes back that internal audits are being performed where no
// audit was begun, though the programme conforms or has a lapse that is no
// failure: then they are only planned. Where there are no records to look at,
// nobody can tell.
func (g *gate) auditsBegun(c *Condition) {
	if g.view == nil {
		c.Met, c.Concerns = aims.Unknown, nil
		return
	}
	planned := aims.Date(0) // the first of those that lie ahead
	for _, a := range audit.List[audit.Audit](g.view, g.at) {
		if a.Type != audit.Internal {
			continue
		}
		if first := begun(&a); first != 0 && first <= g.at {
			return
		}
		if a.Planned >= g.at {
			planned = earliest(planned, a.Planned)
		}
	}
	on := "no day"
	if planned != 0 {
		on = planned.String()
	}
	j := g.absent(audit.KindAudit, AuditsNotBegun, "on", on)
	day := max(planned, g.at)
	j.reasons[0].Changes = day
	c.Met, c.Concerns, c.Reasons, c.Changes = j.met, nil, j.reasons, day
}

// Open reports whether a gate is open: all of its conditions, and those of
// the gates before it, are met. It is no when one is not met, else unknown.
func Open(conditions []Condition, g Gate) aims.Answer {
	open, any := aims.Yes, false
	for _, c := range conditions {
		if c.Gate > g {
			continue
		}
		any = any || c.Gate == g
		switch {
		case c.Met == aims.No:
			return aims.No
		case c.Met != aims.Yes:
			open = aims.Unknown
		}
	}
	if !any {
		return aims.Unknown
	}
	return open
}
