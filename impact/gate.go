package impact

import (
	"cmp"
	"maps"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// Recorded is what an organization recorded about impacts, of any systems.
type Recorded struct {
	Methods     []Method
	Screenings  []Screening
	Assessments []Assessment
	// Supplied lists the kinds of record that the host really provides: of a
	// kind that is not supplied, absence proves nothing.
	Supplied []aims.Kind
}

// GateFacts are what is known beside the records. What is not known stays
// unsaid; the zero value knows nothing.
type GateFacts struct {
	Impact Facts      // evidence of measures
	Stale  StaleFacts // what has happened; its System and Interval are not looked at, since system and method say them
	// Holds says whether a person held a role on a day. Nil: not known.
	Holds func(p aims.PersonID, role aims.RoleID, on aims.Date) aims.Answer
	// AssessBy is the last day on which a system that is live may be without
	// an assessment that counts. Absent: nobody set one.
	AssessBy aims.Date
	// Legal is what the law asks for, of the same system; nil: not looked at.
	// Done says which of its duties to assess, notify and consult are fulfilled.
	Legal *LegalScreening
	Done  map[DutyID]aims.Answer
}

// GateResult says whether a system may go into use at a day, or stay there,
// and why.
type GateResult struct {
	System     aims.SystemID   `json:"system"`
	Verdict    GateVerdict     `json:"verdict"`
	Reasons    []GateReason    `json:"reasons"`              // those that decide first
	Screening  ScreeningID     `json:"screening,omitempty"`  // that was looked at
	Assessment AssessmentID    `json:"assessment,omitempty"` // that was looked at
	Conditions []OpenCondition `json:"conditions,omitempty"` // all of the assessment, with their states
	Waivers    []WaiverID      `json:"waivers,omitempty"`    // that the verdict rests on
	Stale      Staleness       `json:"stale,omitzero"`
	AssessBy   aims.Date       `json:"assessBy,omitzero"` // of one that is overdue: the last day, if somebody set one
	// Until is, of a verdict to go, the last day before something that it
	// rests on ends by its own date: the approval, a waiver, the time for a
	// condition, an assumption, the interval. Absent: nothing of these ends.
	Until      aims.Date       `json:"until,omitzero"`
	Provenance aims.Provenance `json:"provenance"`
}

// GateReason is one reason for the verdict.
type GateReason struct {
	Bearing Bearing  `json:"bearing"`
	Reason  Reason   `json:"reason"`
	Ref     aims.Ref `json:"ref,omitzero"` // the record that it is about
}

// Gate says whether a system may go into use at a day, or stay there (8.4,
// A.5.2). It goes when a screening found that no assessment is needed, or when
// an assessment is approved as it stands by somebody who neither made it nor
// owns the system, still fits the system, is not too old, and decided so.
//
// The greatest bearing of all reasons is the verdict: a refusal is no go, a
// lapse no go or, for a system that is live, overdue until the day to assess
// by; then comes what is not known, then conditions. Records of a later day
// are not seen. The error is an [aims.InvalidError] about malformed facts and
// methods, and records of the system that are malformed or share an id; its
// pointers name records by their ids. Or it is [ErrNoDay].
func Gate(system aims.AISystem, at aims.Date, r Recorded, f GateFacts) (GateResult, error) {
	if !at.Valid() {
		return GateResult{}, ErrNoDay
	}
	g := &gate{system: system, at: at, recorded: r, facts: f}
	g.see()
	if err := g.check(); err != nil {
		return GateResult{}, err
	}
	if err := g.pick(); err != nil {
		return GateResult{}, err
	}
	g.law()
	needed := g.screen()
	if err := g.assess(needed); err != nil {
		return GateResult{}, err
	}
	return g.result()
}

// gate is one passing through the gate.
type gate struct {
	system   aims.AISystem
	at       aims.Date
	recorded Recorded
	facts    GateFacts

	judges      map[aims.Digest]*Judge
	screenings  []Screening  // seen, oldest first
	assessments []Assessment // seen and not withdrawn, oldest first

	screening  Screening  // the latest of the system as a whole
	assessment Assessment // the one that counts
	found      bool       // there is one
	standing   approvalState

	out GateResult
}

// see gathers the records of the system that exist at the day.
func (g *gate) see() {
	for _, s := range g.recorded.Screenings {
		if s.System == g.system.ID && s.Recorded <= g.at && s.On <= g.at {
			g.screenings = append(g.screenings, s)
		}
	}
	for _, a := range g.recorded.Assessments {
		gone := a.Withdrawn != 0 && a.Withdrawn < g.at
		if a.System == g.system.ID && a.Recorded <= g.at && a.On <= g.at && !gone {
			g.assessments = append(g.assessments, a)
		}
	}
	slices.SortStableFunc(g.screenings, func(a, b Screening) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.Recorded, b.Recorded), cmp.Compare(a.ID, b.ID))
	})
	slices.SortStableFunc(g.assessments, func(a, b Assessment) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.Recorded, b.Recorded), cmp.Compare(a.ID, b.ID))
	})
}

// check validates what was seen, with pointers that name the records, and
// indexes the methods as judges.
func (g *gate) check() error {
	c := aims.Checker{Texts: reasonTexts}
	g.judges = make(map[aims.Digest]*Judge, len(g.recorded.Methods))
	for _, m := range g.recorded.Methods {
		digest, err := m.Digest()
		if err != nil {
			return err
		}
		g.judges[digest] = &Judge{method: m, digest: digest}
		c.Nest(aims.Field("methods", string(m.ID)), m.Validate())
	}
	c.Nest(aims.Field("system", string(g.system.ID)), g.system.Validate())
	if l := g.facts.Legal; l != nil && l.System != "" && l.System != g.system.ID {
		c.Add("legal/system", GateLegalOther, "got", string(l.System), "system", string(g.system.ID))
	}
	c.OptionalDate("assessBy", g.facts.AssessBy)
	for _, id := range slices.Sorted(maps.Keys(g.facts.Done)) {
		aims.CheckOptionalWord(&c, aims.Field("done", string(id)), g.facts.Done[id])
	}
	checkRecords(&c, "screenings", g.screenings)
	checkRecords(&c, "assessments", g.assessments)
	return c.Err()
}

// checkRecords validates records, and reports an id that several have: which
// of them counts, nobody could tell.
func checkRecords[T interface {
	aims.Record
	Validate() error
}](c *aims.Checker, field string, list []T,
) {
	seen := make(map[string]bool, len(list))
	for _, r := range list {
		id := r.Ref().ID
		c.Nest(aims.Field(field, id), r.Validate())
		if seen[id] {
			c.Add(aims.Field(field, id, "id"), aims.Twice, "value", id)
		}
		seen[id] = true
	}
}

// supplied reports whether the absence of a kind of record proves anything.
func (g *gate) supplied(k aims.Kind) bool { return slices.Contains(g.recorded.Supplied, k) }

func (g *gate) say(b Bearing, why Reason) { g.about(b, aims.Ref{}, why) }

func (g *gate) about(b Bearing, ref aims.Ref, why Reason) {
	g.out.Reasons = append(g.out.Reasons, GateReason{Bearing: b, Reason: why, Ref: ref})
}

// ends notes a last day of something that the verdict rests on.
func (g *gate) ends(on aims.Date) {
	if on >= g.at && (g.out.Until == 0 || on < g.out.Until) {
		g.out.Until = on
	}
}

// result draws the verdict from the reasons.
func (g *gate) result() (GateResult, error) {
	out := &g.out
	if g.worst() == Lapse {
		g.bridge()
	}
	switch g.worst() {
	case Refusal:
		out.Verdict = NoGo
	case Lapse:
		out.Verdict = NoGo
		if g.system.StageAt(g.at).Live() != aims.Yes {
			break
		}
		g.deadline()
		if by := g.facts.AssessBy; by == 0 || g.at <= by {
			out.Verdict, out.AssessBy = Overdue, by
		}
	case Restraint:
		out.Verdict = GoWithConditions
	case 0, Remark:
		out.Verdict = Go
	}
	if out.Verdict < GoWithConditions {
		out.Until = 0
	}
	slices.SortStableFunc(out.Reasons, func(a, b GateReason) int { return cmp.Compare(b.Bearing, a.Bearing) })
	out.System, out.Screening, out.Assessment = g.system.ID, g.screening.ID, g.assessment.ID
	input, err := aims.DigestOf(struct {
		System      aims.AISystem `json:"system"`
		Screenings  []Screening   `json:"screenings"`
		Assessments []Assessment  `json:"assessments"`
	}{g.system, g.screenings, g.assessments})
	out.Provenance = aims.Provenance{Module: aims.Version, Method: g.assessment.Method, Input: input, At: g.at}
	return *out, err
}

// worst returns the greatest bearing so far.
func (g *gate) worst() Bearing {
	worst := Bearing(0)
	for _, r := range g.out.Reasons {
		worst = max(worst, r.Bearing)
	}
	return worst
}

// bridge lets a waiver of the assessment itself stand in for what lapsed.
func (g *gate) bridge() {
	w, holds := g.waived(slices.Concat(g.screening.Waivers, g.assessment.Waivers), "", "")
	if holds == aims.No {
		return
	}
	instead := Unsettled
	if holds == aims.Yes {
		instead = Restraint
		g.waivedBy(w)
	}
	for i, r := range g.out.Reasons {
		if r.Bearing == Lapse {
			g.out.Reasons[i].Bearing = instead
		}
	}
}

// deadline says until when a live system may go on without an assessment that
// counts.
func (g *gate) deadline() {
	by := g.facts.AssessBy
	switch {
	case by == 0:
		g.say(Remark, because(GateDeadlineMissing))
	case g.at <= by:
		g.say(Remark, because(GateDeadlineSet, "by", by.String()))
	default:
		g.say(Remark, because(GateDeadlinePassed, "by", by.String()))
	}
}
