package risk

import (
	"fmt"

	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// Scenario is a register and the evidence of its treatments.
type Scenario struct {
	Records  risk.Records
	Evidence Evidence
}

// Date draws a day near [At], or none.
func Date() *rapid.Generator[aims.Date] {
	return rapid.Custom(func(t *rapid.T) aims.Date {
		if rapid.IntRange(0, 2).Draw(t, "absent") == 0 {
			return 0
		}
		return day(At).AddDays(rapid.IntRange(-30, 15).Draw(t, "days"))
	})
}

// dateAfter draws a day after another, or none.
func dateAfter(first aims.Date) *rapid.Generator[aims.Date] {
	return rapid.Custom(func(t *rapid.T) aims.Date {
		if last := Date().Draw(t, "last"); last > first {
			return last
		}
		return 0
	})
}

// Matrix draws a matrix that rises along both axes, over levels 1 to top.
func Matrix(rows, columns, top int) *rapid.Generator[risk.Matrix] {
	return rapid.Custom(func(t *rapid.T) risk.Matrix {
		grid := make([][]risk.Level, rows)
		for i := range grid {
			grid[i] = make([]risk.Level, columns)
			for j := range grid[i] {
				least := risk.Level(1)
				if i > 0 {
					least = max(least, grid[i-1][j])
				}
				if j > 0 {
					least = max(least, grid[i][j-1])
				}
				grid[i][j] = min(least+risk.Level(rapid.IntRange(0, 2).Draw(t, "rise")/2), risk.Level(top))
			}
		}
		return risk.Matrix{Grid: grid}
	})
}

// RandomCriteria draws valid criteria with two to five steps on each axis and
// one to three dimensions.
func RandomCriteria() *rapid.Generator[risk.Criteria] {
	return rapid.Custom(func(t *rapid.T) risk.Criteria {
		rows, columns := rapid.IntRange(2, 5).Draw(t, "rows"), rapid.IntRange(2, 5).Draw(t, "columns")
		top := rapid.IntRange(2, 4).Draw(t, "levels")
		k := risk.Criteria{
			ID: "criteria-1", Title: "Risk criteria", Likelihood: steps("Likelihood", rows),
			Matrix:   Matrix(rows, columns, top).Draw(t, "matrix"),
			Appetite: risk.Level(rapid.IntRange(1, top).Draw(t, "appetite")),
			ReviewBy: Date().Draw(t, "reviewBy"),
		}
		for i := range rapid.IntRange(1, 3).Draw(t, "dimensions") {
			k.Consequences = append(k.Consequences, risk.Dimension{
				ID: risk.DimensionID(fmt.Sprintf("d-%d", i)), Affected: []risk.Affected{risk.Organization, risk.Individuals, risk.Societies}[i],
				Scale: steps("Consequence", columns),
			})
		}
		for i := range top {
			k.Levels = append(k.Levels, risk.Band{Label: fmt.Sprintf("level %d", i+1)})
		}
		if rapid.Bool().Draw(t, "tolerant") {
			k.Tolerance = risk.Level(rapid.IntRange(int(k.Appetite), top).Draw(t, "tolerance"))
		}
		if rapid.Bool().Draw(t, "accepters") {
			k.Accepters = []risk.Accepter{{UpTo: risk.Level(rapid.IntRange(1, top).Draw(t, "upTo")), Persons: []aims.PersonID{"p-1"}, Roles: []aims.RoleID{"role-1"}}}
		}
		return k
	})
}

func steps(title string, n int) risk.Scale {
	s := risk.Scale{Title: title}
	for i := range n {
		s.Steps = append(s.Steps, risk.Step{Label: fmt.Sprintf("step %d", i+1)})
	}
	return s
}

// RandomRating draws a rating by criteria, seldom incomplete, or none.
func RandomRating(k risk.Criteria) *rapid.Generator[*risk.Rating] {
	seldom := func(t *rapid.T, label string) bool { return rapid.IntRange(0, 9).Draw(t, label) == 0 }
	return rapid.Custom(func(t *rapid.T) *risk.Rating {
		if rapid.IntRange(0, 4).Draw(t, "none") == 0 {
			return nil
		}
		r := &risk.Rating{On: Date().Draw(t, "on")}
		if !seldom(t, "no likelihood") {
			r.Likelihood = risk.Level(rapid.IntRange(1, len(k.Likelihood.Steps)).Draw(t, "likelihood"))
		}
		for _, d := range k.Consequences {
			q := risk.Consequence{Dimension: d.ID}
			switch {
			case seldom(t, "no entry"):
				continue
			case seldom(t, "no level"):
			case seldom(t, "reason"):
				q.WhyNot = "nobody is affected"
			default:
				q.Level = risk.Level(rapid.IntRange(1, len(d.Scale.Steps)).Draw(t, "level"))
			}
			r.Consequences = append(r.Consequences, q)
		}
		return r
	})
}

// Random draws a register that is well formed and seldom sound, with up to six
// risks.
func Random() *rapid.Generator[Scenario] {
	return rapid.Custom(func(t *rapid.T) Scenario {
		k := RandomCriteria().Draw(t, "criteria")
		s := Scenario{Records: risk.Records{Criteria: []risk.Criteria{k}}, Evidence: Evidence{}}
		r := &s.Records
		for i := range rapid.IntRange(0, 6).Draw(t, "risks") {
			r.Risks = append(r.Risks, randomRisk(t, k, i, r.Risks))
		}
		if len(r.Risks) > 0 {
			for i := range rapid.IntRange(0, 5).Draw(t, "treatments") {
				r.Treatments = append(r.Treatments, s.randomTreatment(t, k, i))
			}
			for i := range rapid.IntRange(0, 2).Draw(t, "plans") {
				r.Plans = append(r.Plans, s.randomPlan(t, i))
			}
			for i := range rapid.IntRange(0, 5).Draw(t, "acceptances") {
				r.Acceptances = append(r.Acceptances, s.randomAcceptance(t, i))
			}
		}
		s.bind(t)
		return s
	})
}

func randomRisk(t *rapid.T, k risk.Criteria, i int, before []risk.Risk) risk.Risk {
	rating := RandomRating(k)
	recorded := Date().Draw(t, "recorded")
	r := risk.Risk{
		ID: risk.RiskID(fmt.Sprintf("risk-%d", i)), Recorded: recorded, Title: "x", Closed: dateAfter(recorded).Draw(t, "closed"),
		Inherent: rating.Draw(t, "inherent"), Current: rating.Draw(t, "current"), Residual: rating.Draw(t, "residual"),
		Target: rating.Draw(t, "target"), ReviewBy: Date().Draw(t, "reviewBy"),
		Decision: rapid.SampledFrom([]risk.Option{"", risk.Retain, risk.ChangeLikelihood, risk.TakeOrIncrease}).Draw(t, "decision"),
		Owner:    rapid.SampledFrom([]aims.PersonID{"", "p-1", "p-2"}).Draw(t, "owner"),
		Systems:  rapid.SliceOfNDistinct(rapid.SampledFrom([]aims.SystemID{"s-1", "s-2", "s-3"}), 0, 2, rapid.ID).Draw(t, "systems"),
		Sources:  rapid.SliceOfNDistinct(rapid.SampledFrom([]risk.SourceID{"C.3.1", "data"}), 0, 2, rapid.ID).Draw(t, "sources"),
		Controls: rapid.SliceOfNDistinct(control(), 0, 2, rapid.ID).Draw(t, "controls"),
	}
	if len(before) > 0 && rapid.Bool().Draw(t, "caused") {
		r.Causes = []risk.RiskID{rapid.SampledFrom(before).Draw(t, "cause").ID}
	}
	return r
}

func control() *rapid.Generator[aims.Key] {
	return rapid.SampledFrom([]aims.Key{aims.ControlKey("A.6.2.4"), aims.ControlKey("A.9.2"), {Framework: "own", ID: "C-1"}})
}

func (s *Scenario) randomTreatment(t *rapid.T, k risk.Criteria, i int) risk.Treatment {
	implemented := Date().Draw(t, "implemented")
	out := risk.Treatment{
		ID: risk.TreatmentID(fmt.Sprintf("treatment-%d", i)), Recorded: rapid.SampledFrom([]aims.Date{0, day(At), day(At) + 1}).Draw(t, "recorded"),
		Title: "x", Option: rapid.SampledFrom([]risk.Option{risk.ChangeLikelihood, risk.Retain}).Draw(t, "option"),
		Due: Date().Draw(t, "due"), Implemented: implemented, Ended: dateAfter(implemented).Draw(t, "ended"),
		Controls: rapid.SliceOfNDistinct(control(), 0, 2, rapid.ID).Draw(t, "controls"),
	}
	treated := rapid.SliceOfNDistinct(rapid.SampledFrom(s.Records.Risks), 1, len(s.Records.Risks), func(r risk.Risk) risk.RiskID { return r.ID }).Draw(t, "treated")
	for _, r := range treated {
		out.Risks = append(out.Risks, r.ID)
		if rapid.IntRange(0, 2).Draw(t, "own effect") == 0 {
			e := randomEffect(t, k)
			e.Risk = r.ID
			out.Effects = append(out.Effects, e)
		}
	}
	if rapid.Bool().Draw(t, "effect on each") {
		out.Effects = append(out.Effects, randomEffect(t, k))
	}
	for range rapid.IntRange(0, 2).Draw(t, "reviews") {
		out.Effectiveness = append(out.Effectiveness, aims.Evaluation{
			On:  day(At).AddDays(rapid.IntRange(-30, 5).Draw(t, "on")),
			Met: rapid.SampledFrom([]aims.Answer{aims.Unknown, aims.Yes, aims.Yes, aims.No}).Draw(t, "met"),
		})
	}
	for n := range rapid.IntRange(0, 2).Draw(t, "evidence") {
		id := aims.EvidenceID(fmt.Sprintf("e-%d-%d", i, n))
		out.Evidence = append(out.Evidence, id)
		s.Evidence[id] = aims.Evidence{
			ID: id, Title: "x", Form: aims.FormRecord, Location: "x", Owner: "p-2",
			Collected: day(At).AddDays(rapid.IntRange(-20, -10).Draw(t, "collected")), Expires: Date().Draw(t, "expires"),
			Judgments: []aims.Judgment{{
				For: rapid.SampledFrom([]aims.Key{aims.ClauseKey("8.3"), aims.ControlKey("A.9.2"), aims.ClauseKey("9.1")}).Draw(t, "for"),
				On:  day(At).AddDays(rapid.IntRange(-10, 2).Draw(t, "judged")), By: "p-1",
				Accepted: rapid.SampledFrom([]aims.Answer{aims.Yes, aims.Yes, aims.No}).Draw(t, "accepted"),
			}},
		}
	}
	return out
}

func randomEffect(t *rapid.T, k risk.Criteria) risk.Effect {
	e := risk.Effect{Likelihood: rapid.IntRange(0, 2).Draw(t, "by")}
	for _, d := range k.Consequences {
		if by := rapid.IntRange(0, 2).Draw(t, "by"); by > 0 {
			e.Consequences = append(e.Consequences, risk.Lowered{Dimension: d.ID, By: by})
		}
	}
	return e
}

func (s *Scenario) randomPlan(t *rapid.T, i int) risk.TreatmentPlan {
	p := risk.TreatmentPlan{
		ID: risk.PlanID(fmt.Sprintf("plan-%d", i)), Title: "x", Withdrawn: Date().Draw(t, "withdrawn"),
		Designated: rapid.SampledFrom([][]aims.PersonID{nil, {"p-1"}}).Draw(t, "designated"),
	}
	for _, treatment := range s.Records.Treatments {
		if rapid.Bool().Draw(t, "planned") {
			p.Treatments = append(p.Treatments, risk.Planned{Treatment: treatment.ID})
		}
	}
	for range rapid.IntRange(0, 2).Draw(t, "approvals") {
		on := day(At).AddDays(rapid.IntRange(-30, 2).Draw(t, "on"))
		p.Approvals = append(p.Approvals, aims.Approval{
			By: rapid.SampledFrom([]aims.PersonID{"p-1", "p-2"}).Draw(t, "by"), On: on, Until: dateAfter(on).Draw(t, "until"),
		})
	}
	return p
}

func (s *Scenario) randomAcceptance(t *rapid.T, i int) risk.Acceptance {
	on := day(At).AddDays(rapid.IntRange(-30, 2).Draw(t, "on"))
	a := risk.Acceptance{
		ID: risk.AcceptanceID(fmt.Sprintf("acceptance-%d", i)), Recorded: Date().Draw(t, "recorded"), Risk: rapid.SampledFrom(s.Records.Risks).Draw(t, "risk").ID,
		By: rapid.SampledFrom([]aims.PersonID{"p-1", "p-2"}).Draw(t, "by"), On: on, Until: dateAfter(on).Draw(t, "until"), Why: "x",
	}
	if len(s.Records.Acceptances) > 0 && rapid.IntRange(0, 2).Draw(t, "revokes") == 0 {
		earlier := rapid.SampledFrom(s.Records.Acceptances).Draw(t, "revoked")
		if earlier.Revokes == "" && earlier.On <= on {
			a.Risk, a.Revokes = earlier.Risk, earlier.ID
		}
	}
	return a
}

// bind binds what is there, and lets some of it stand for what is not there
// any more.
func (s *Scenario) bind(t *rapid.T) {
	Bind(&s.Records)
	gone := aims.DigestBytes(nil)
	for i := range s.Records.Acceptances {
		if rapid.IntRange(0, 3).Draw(t, "stale") == 0 {
			s.Records.Acceptances[i].Content = gone
		}
	}
	for i := range s.Records.Plans {
		p := &s.Records.Plans[i]
		if len(p.Treatments) > 0 && rapid.IntRange(0, 3).Draw(t, "changed") == 0 {
			p.Treatments[0].Digest = gone
			for j := range p.Approvals { // of the plan with the earlier treatment
				p.Approvals[j].Digest = digestOf(p.Content())
			}
		}
		if len(p.Approvals) > 0 && rapid.IntRange(0, 3).Draw(t, "void") == 0 {
			p.Approvals[0].Digest = gone
		}
	}
}
