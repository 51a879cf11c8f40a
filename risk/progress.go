package risk

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Progress is how far a treatment has come at a day. Zero means that it does
// not exist at that day. Only an effective one lowers a current rating.
type Progress uint8

// The progress of a treatment.
const (
	Pending   Progress = iota + 1 // not implemented by that day
	Unproven                      // implemented, and no fresh evidence shows it
	Effective                     // implemented, as far as anybody knows
	Failed                        // the latest review of its effectiveness, or its evidence, speaks against it
	Ended                         // it worked until a day that has passed
)

var progresses = word.Scale{Name: "risk.Progress", Words: []string{"", "pending", "unproven", "effective", "failed", "ended"}}

// String returns the word of the progress, "" for zero.
func (p Progress) String() string { return progresses.String(int(p)) }

// Known reports whether p is in the vocabulary; zero is not.
func (p Progress) Known() bool { return p != 0 && p <= Ended }

// MarshalText returns the word; zero has none and is an error.
func (p Progress) MarshalText() ([]byte, error) { return progresses.Marshal(int(p)) }

// UnmarshalText reads a word of the vocabulary.
func (p *Progress) UnmarshalText(text []byte) error {
	i, err := progresses.Unmarshal(text)
	if err == nil {
		*p = Progress(i)
	}
	return err
}

// proof is what the evidence of a treatment shows.
type proof uint8

const (
	unsupplied proof = iota // the host supplies no evidence
	lacking                 // nothing that is fresh was accepted
	shown                   // fresh evidence was accepted
	against                 // the newest evidence speaks against it, or was rejected
)

// proof judges the evidence of a treatment. What is accepted for 8.3, for its
// point a or e, or for a control that the treatment puts in place, shows it
// while it is fresh; what was rejected for one of them refutes it, unless
// something collected later is accepted.
func (f *Facts) proof(t *Treatment, at aims.Date) proof {
	if f.Evidence == nil {
		return unsupplied
	}
	var accepted, rejected bool
	var acceptedOn, rejectedOn aims.Date
	for _, id := range t.Evidence {
		e, found := f.Evidence(id)
		if !found {
			continue
		}
		switch state := f.state(e, t, at); {
		case state == aims.Rejected:
			rejected, rejectedOn = true, max(rejectedOn, e.Collected)
		case state == aims.Accepted && e.Fresh(at):
			accepted, acceptedOn = true, max(acceptedOn, e.Collected)
		}
	}
	switch {
	case rejected && (!accepted || rejectedOn >= acceptedOn):
		return against
	case accepted:
		return shown
	}
	return lacking
}

// state returns how far an artefact has come for a treatment: rejected or
// accepted for one of the things it can be judged for, or neither.
func (f *Facts) state(e aims.Evidence, t *Treatment, at aims.Date) aims.EvidenceState {
	// Rejected is the greatest of the states, and accepted the next.
	state := max(e.State(aims.PointKey(pointDone), at, f.MayAccept), e.State(aims.PointKey(pointResults), at, f.MayAccept))
	for _, key := range t.Controls {
		state = max(state, e.State(key, at, f.MayAccept))
	}
	return state
}

// progress returns how far a treatment has come at a day, given what its
// evidence shows.
func (t *Treatment) progress(at aims.Date, p proof) Progress {
	switch {
	case t.Recorded > at:
		return 0
	case t.Ended != 0 && t.Ended < at:
		return Ended
	case !t.implemented(at):
		return Pending
	case p == against || t.reviewed(at) == aims.No:
		return Failed
	case p == lacking:
		return Unproven
	}
	return Effective
}

// implemented reports whether the treatment was put in place by a day.
func (t *Treatment) implemented(at aims.Date) bool { return t.Implemented != 0 && t.Implemented <= at }

// reviewed returns what the latest review of the effectiveness says that was
// made since the treatment was put in place.
func (t *Treatment) reviewed(at aims.Date) aims.Answer {
	e, found := aims.LatestEvaluation(t.Effectiveness, at)
	if !found || e.On < t.Implemented {
		return aims.Unknown
	}
	return e.Met
}
