package impact

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// Facts are what is known beside an assessment when it is judged. What is not
// known stays unsaid. The zero value knows nothing.
type Facts struct {
	// Evidence finds an item of evidence. Nil means that the host supplies no
	// evidence; no measure then gets credit.
	Evidence func(aims.EvidenceID) (aims.Evidence, bool)
	// MayAccept says who may accept evidence; nil lets everybody but the
	// owner of the work, see [aims.Evidence.State].
	MayAccept func(aims.Judgment) bool
	// InRisks says whether the assessment of AI risks made use of the results
	// (6.1.4). Nil: not known.
	InRisks func(AssessmentID) aims.Answer
}

// Progress returns how far a measure has come at a day. Only an effective one
// gets credit: it is implemented and not ended, fresh evidence of it was
// accepted, and neither its newest evidence nor its latest review speaks
// against it. Evidence counts when it was judged for a control that the
// measure puts in place, for the impact assessment (8.4), or for the results
// of risk treatment (8.3).
func (m Measure) Progress(at aims.Date, f Facts) risk.Progress {
	switch {
	case m.Ended != 0 && m.Ended < at:
		return risk.Ended
	case m.Implemented == 0 || m.Implemented > at:
		return risk.Pending
	}
	if e, found := aims.LatestEvaluation(m.Effectiveness, at); found && e.On >= m.Implemented && e.Met == aims.No {
		return risk.Failed
	}
	switch f.shown(m, at) {
	case aims.Yes:
		return risk.Effective
	case aims.No:
		return risk.Failed
	}
	return risk.Unproven
}

// shown says what the evidence of a measure shows: what was rejected refutes
// it, unless something collected later is accepted and fresh.
func (f *Facts) shown(m Measure, at aims.Date) aims.Answer {
	if f.Evidence == nil {
		return aims.Unknown
	}
	answer, latest := aims.Unknown, aims.Date(0)
	for _, id := range m.Evidence {
		e, found := f.Evidence(id)
		if !found {
			continue
		}
		says := aims.Unknown
		switch state := f.state(e, m, at); {
		case state == aims.Rejected:
			says = aims.No
		case state == aims.Accepted && e.Fresh(at):
			says = aims.Yes
		}
		switch {
		case says == aims.Unknown:
		case answer == aims.Unknown || e.Collected > latest || e.Collected == latest && says == aims.No:
			answer, latest = says, e.Collected
		}
	}
	return answer
}

// state returns how far an artefact has come for a measure: rejected or
// accepted for one of the things it can be judged for, or neither.
func (f *Facts) state(e aims.Evidence, m Measure, at aims.Date) aims.EvidenceState {
	var state aims.EvidenceState // rejected is the greatest, and accepted the next
	for _, p := range []aims.PointID{pointAssessed, pointKept, pointTreated, pointTreatmentKept} {
		state = max(state, e.State(aims.PointKey(p), at, f.MayAccept))
	}
	for _, key := range m.Controls {
		state = max(state, e.State(key, at, f.MayAccept))
	}
	return state
}
