package impact

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// Evaluation is what an [Assessment] comes to at a day by its method. It holds
// no mean and no total: benefits never make up for harm, and neither do many
// small harms for a great one. It refers to the assessment and the method that
// it was made from; whoever changes one of them evaluates again.
type Evaluation struct {
	Provenance aims.Provenance `json:"provenance"`
	Assessment AssessmentID    `json:"assessment"`
	Impacts    []Rated         `json:"impacts,omitempty"`  // those that apply, by id
	Measures   []MeasureState  `json:"measures,omitempty"` // by id
	// Harm is the level of the worst harm that applies: without measures, with
	// those that work, and with all that are planned.
	Harm Levels `json:"harm"`
	// Class is the class of the use: what the method's list says of it, and
	// what the worst harm makes of it with the measures that work.
	Class ClassSpan `json:"class"`
	// Concentrated are the harms that the method wants shown apart, by id.
	Concentrated []ImpactID `json:"concentrated,omitempty"`
	// Unseen are the domains of the method in which there is no impact that
	// applies, and no omission that says why, in the order of the method.
	Unseen []Domain `json:"unseen,omitempty"`

	assessment Assessment
	digest     aims.Digest // of its content
	method     Method
	at         aims.Date
	facts      Facts
}

// Levels are a level in three states: without any measure, with those that
// work at the day, and with those that are still to come as well. None is
// greater than the one before, except that a residual rating which somebody
// stated counts where it is higher than the computed one.
type Levels struct {
	Inherent Span `json:"inherent"`
	Current  Span `json:"current"`
	Residual Span `json:"residual"`
}

// In returns the level in a state; the zero span for a target.
func (l Levels) In(s risk.State) Span {
	switch s {
	case risk.Inherent:
		return l.Inherent
	case risk.Current:
		return l.Current
	case risk.Residual:
		return l.Residual
	}
	return Span{}
}

func (l Levels) or(k Levels) Levels {
	return Levels{l.Inherent.or(k.Inherent), l.Current.or(k.Current), l.Residual.or(k.Residual)}
}

// Rated is one impact with its severity and level.
type Rated struct {
	Impact     ImpactID   `json:"impact"`
	Party      PartyID    `json:"party"`
	Domain     Domain     `json:"domain"`
	Effect     Effect     `json:"effect"`
	Severity   Levels     `json:"severity"`
	Level      Levels     `json:"level"` // of a benefit the same in every state
	Confidence Confidence `json:"confidence,omitzero"`
	Missing    []string   `json:"missing,omitempty"` // members of the inherent rating that were not assessed
	Lowered    bool       `json:"lowered,omitempty"` // a measure that works takes something off
	// Understated says that the residual rating somebody stated is lower than
	// the measures justify; the computed one then counts.
	Understated bool `json:"understated,omitempty"`
}

// MeasureState is how far a measure has come.
type MeasureState struct {
	Measure  MeasureID     `json:"measure"`
	Progress risk.Progress `json:"progress,omitzero"`
}

// ClassSpan is a class of use as far as it is known: it lies between the two,
// inclusive.
type ClassSpan struct {
	AtLeast UseClass `json:"atLeast,omitzero"`
	AtMost  UseClass `json:"atMost,omitzero"`
}

// Class returns the class, and whether it is known.
func (s ClassSpan) Class() (UseClass, bool) {
	return s.AtLeast, s.AtLeast == s.AtMost && s.AtLeast != 0
}

// Profile is the worst of some impacts, and how they are spread.
type Profile struct {
	Worst Span `json:"worst"`
	// Carriers are the impacts that reach the worst level, by id: those that
	// may be at its upper bound.
	Carriers []ImpactID `json:"carriers,omitempty"`
	// Confidence is the lowest confidence in a carrier; zero if nobody gave
	// one for some of them.
	Confidence Confidence `json:"confidence,omitzero"`
	// Counts says how many impacts are at each level, the lowest first;
	// Open counts those whose level is not known.
	Counts []int `json:"counts"`
	Open   int   `json:"open,omitzero"`
}

// Profile returns the profile, in a state, of the impacts that a caller
// chooses; nil chooses all harms. To mix harms and benefits makes little sense.
func (e *Evaluation) Profile(s risk.State, choose func(Rated) bool) Profile {
	p := Profile{Counts: make([]int, e.method.Top())}
	if choose == nil {
		choose = func(r Rated) bool { return r.Effect == Harm }
	}
	var chosen []Rated
	for _, r := range e.Impacts {
		if choose(r) {
			chosen = append(chosen, r)
			p.Worst = p.Worst.or(r.Level.In(s))
		}
	}
	first := true
	for _, r := range chosen {
		span := r.Level.In(s)
		if l, known := span.Level(); known {
			p.Counts[l-1]++
		} else {
			p.Open++
		}
		if span.AtMost != p.Worst.AtMost {
			continue
		}
		p.Carriers = append(p.Carriers, r.Impact)
		if first || r.Confidence < p.Confidence {
			p.Confidence, first = r.Confidence, false
		}
	}
	return p
}

// Progress returns how far a measure has come; zero for one that the
// assessment does not have.
func (e *Evaluation) Progress(id MeasureID) risk.Progress {
	for _, m := range e.Measures {
		if m.Measure == id {
			return m.Progress
		}
	}
	return 0
}

// Rated returns an impact that applies.
func (e *Evaluation) Rated(id ImpactID) (Rated, bool) {
	i := slices.IndexFunc(e.Impacts, func(r Rated) bool { return r.Impact == id })
	if i < 0 {
		return Rated{}, false
	}
	return e.Impacts[i], true
}
