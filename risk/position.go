package risk

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Position is where a risk stands at a day.
type Position struct {
	Risk RiskID `json:"risk"`
	// The levels that count. Current and residual levels are the higher of
	// what is stated and what the treatments justify, as far as there is
	// either; the others are as stated.
	Inherent Rated `json:"inherent"`
	Current  Rated `json:"current"`
	Residual Rated `json:"residual"`
	Target   Rated `json:"target"`
	// What is stated, and what follows from the inherent rating and the
	// effects of treatments: of those that are effective, and of these
	// together with the approved plan.
	StatedCurrent    Rated `json:"statedCurrent"`
	ComputedCurrent  Rated `json:"computedCurrent"`
	StatedResidual   Rated `json:"statedResidual"`
	ComputedResidual Rated `json:"computedResidual"`
	// Zone compares the current level with appetite and tolerance.
	Zone Zone `json:"zone,omitzero"`
	// Accepted is how the acceptance of the risk stands: approved, lapsed,
	// voided by a change, or unapproved. Acceptance is the one it rests on.
	Accepted   aims.Standing `json:"accepted"`
	Acceptance AcceptanceID  `json:"acceptance,omitempty"`
}

// Rated returns the level that counts in a state.
func (p *Position) Rated(s State) Rated {
	switch s {
	case Inherent:
		return p.Inherent
	case Current:
		return p.Current
	case Residual:
		return p.Residual
	case Target:
		return p.Target
	}
	return Rated{Unrated: NoRating}
}

// Zone compares a risk level with the criteria. Zero means that there is no
// level, or nothing to compare it with.
type Zone uint8

// The zones.
const (
	WithinAppetite  Zone = iota + 1 // taken without more ado
	WithinTolerance                 // above the appetite: treated, or kept by acceptance
	AboveTolerance                  // treated or stopped
)

var zones = word.Scale{Name: "risk.Zone", Words: []string{"", "within-appetite", "within-tolerance", "above-tolerance"}}

// String returns the word of the zone, "" for zero.
func (z Zone) String() string { return zones.String(int(z)) }

// Known reports whether z is in the vocabulary; zero is not.
func (z Zone) Known() bool { return z != 0 && z <= AboveTolerance }

// MarshalText returns the word; zero has none and is an error.
func (z Zone) MarshalText() ([]byte, error) { return zones.Marshal(int(z)) }

// UnmarshalText reads a word of the vocabulary.
func (z *Zone) UnmarshalText(text []byte) error {
	i, err := zones.Unmarshal(text)
	if err == nil {
		*z = Zone(i)
	}
	return err
}

// Zone returns the zone of a risk level; zero for a level that is none.
func (k *Criteria) Zone(l Level) Zone {
	switch {
	case l == 0 || k.Appetite == 0:
		return 0
	case l <= k.Appetite:
		return WithinAppetite
	case l <= k.Limit():
		return WithinTolerance
	}
	return AboveTolerance
}

// Positions returns where each risk stands that is open at the day, in the
// order of the register.
func (a *Assessment) Positions() []Position {
	a = a.orEmpty()
	out := make([]Position, 0, len(a.order))
	for i := range a.risks {
		if a.risks[i].open {
			out = append(out, a.position(i))
		}
	}
	return out
}

// Position returns where a risk stands; false if the register does not hold
// it, or it is not open at the day.
func (a *Assessment) Position(id RiskID) (Position, bool) {
	a = a.orEmpty()
	i, ok := a.register.risks[id]
	if !ok || !a.risks[i].open {
		return Position{}, false
	}
	return a.position(i), true
}

func (a *Assessment) position(i int) Position {
	p := Position{
		Risk:             a.register.records.Risks[i].ID,
		Inherent:         a.stated(i, inherent),
		Target:           a.stated(i, target),
		StatedCurrent:    a.stated(i, current),
		ComputedCurrent:  a.computed(i, current),
		StatedResidual:   a.stated(i, residual),
		ComputedResidual: a.computed(i, residual),
	}
	p.Current = higher(p.StatedCurrent, p.ComputedCurrent)
	p.Residual = higher(p.StatedResidual, p.ComputedResidual)
	p.Zone = a.criteria.Zone(p.Current.Level)
	var entry int
	if p.Accepted, entry = a.accepted(i); entry >= 0 {
		p.Acceptance = a.register.records.Acceptances[entry].ID
	}
	return p
}

// stated returns what criteria make of a rating as it is stated.
func (a *Assessment) stated(i, state int) Rated {
	q := &a.risks[i]
	if q.stated[state] == nil {
		return Rated{Unrated: q.unrated[state]}
	}
	return a.criteria.rated(q.stated[state])
}

// computed returns what the treatments justify; unrated for the reason for
// which the inherent rating is.
func (a *Assessment) computed(i, state int) Rated {
	q := &a.risks[i]
	levels := q.current
	if state == residual {
		levels = q.residual
	}
	if levels == nil {
		return Rated{Unrated: q.unrated[inherent]}
	}
	return a.criteria.rated(levels)
}

// counts returns the rating that counts in a state.
func (a *Assessment) counts(i int, s State) Rated {
	switch s {
	case Inherent:
		return a.stated(i, inherent)
	case Target:
		return a.stated(i, target)
	case Current:
		return higher(a.stated(i, current), a.computed(i, current))
	case Residual:
		return higher(a.stated(i, residual), a.computed(i, residual))
	}
	return Rated{Unrated: NoRating}
}

// higher returns the rating with the higher level, of two alike the stated one.
func higher(stated, computed Rated) Rated {
	if computed.Level > stated.Level {
		return computed
	}
	return stated
}

// accepted returns how the acceptance of a risk stands, and the entry that it
// rests on, or -1.
func (a *Assessment) accepted(i int) (aims.Standing, int) {
	best, entry := aims.Unapproved, -1
	r := a.register
	for _, n := range r.accepting[i] {
		e := &r.records.Acceptances[n]
		back := r.takenBack[n]
		s := aims.Approved
		switch {
		case e.seenFrom() > a.at || back != 0 && back <= a.at:
			continue
		case e.Content != r.contents[i]:
			s = aims.Voided
		case e.Until != 0 && e.Until < a.at:
			s = aims.Lapsed
		}
		if s >= best {
			best, entry = s, n
		}
	}
	return best, entry
}
