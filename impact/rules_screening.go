package impact

import (
	"github.com/aimskit/aimskit/aims"
)

// The codes of observations on screenings.
const (
	// TriggerUnanswered: a screening leaves a trigger of the method open.
	TriggerUnanswered aims.Code = "impact/trigger-unanswered"
	// ScreeningUndecided: a screening does not say whether a full assessment is needed.
	ScreeningUndecided aims.Code = "impact/screening-undecided"
	// ScreeningContradicted: a trigger is met, and yet no full assessment is said to be needed.
	ScreeningContradicted aims.Code = "impact/screening-contradicted"
	// ScreeningUnreasoned: no full assessment is said to be needed, and no reason is given.
	ScreeningUnreasoned aims.Code = "impact/screening-unreasoned"
)

// Screened is a screening held against the method that it was made with.
type Screened struct {
	Screening Screening
	Method    Method
}

// Asked says whether the answers ask for a full assessment: yes if a trigger of
// the method is met, no if none is, and unknown while an answer is missing.
func (s Screened) Asked() aims.Answer {
	asked := aims.No
	for _, t := range s.Method.Triggers {
		switch s.met(t.ID) {
		case aims.Yes:
			return aims.Yes
		case aims.Unknown:
			asked = aims.Unknown
		}
	}
	if len(s.Method.Triggers) == 0 {
		return aims.Unknown
	}
	return asked
}

func (s *Screened) met(id TriggerID) aims.Answer {
	for _, a := range s.Screening.Answers {
		if a.Trigger == id {
			return a.Met
		}
	}
	return aims.Unknown
}

// ValidateAgainst reports everything in the screening that does not fit the
// method: its digest, where one is given, and triggers that it does not have.
func (s Screening) ValidateAgainst(m Method) error {
	digest, err := m.Digest()
	if err != nil {
		return err
	}
	return s.fits(&m, digest)
}

// fits is [Screening.ValidateAgainst] with the digest of the method.
func (s Screening) fits(m *Method, digest aims.Digest) error {
	c := aims.Checker{Texts: texts}
	checkMethod(&c, s.Method, digest)
	triggers := listed("triggers of the method", m.Triggers, func(t Trigger) TriggerID { return t.ID })
	for i, a := range s.Answers {
		triggers.check(c.In("answers", i), "trigger", a.Trigger)
	}
	return c.Err()
}

// ScreeningRules returns the library's rules for a screening, in a list of the
// caller's own. They judge A.5.2.
func ScreeningRules() []aims.Rule[Screened] {
	return values([]rule[Screened]{
		{
			code: TriggerUnanswered, key: aims.ControlKey(controlProcess), title: "every trigger is answered",
			doc:   "Looks at the triggers of the method. Minor gap for each without an answer, unless another trigger is met.",
			reads: []aims.Kind{KindScreening, KindMethod},
			check: func(s Screened, out *output) {
				if s.Asked() == aims.Yes {
					return
				}
				for _, t := range s.Method.Triggers {
					if s.met(t.ID) == aims.Unknown {
						out.add(aims.MinorGap, s.Screening.Ref(), "trigger", string(t.ID))
					}
				}
			},
		},
		{
			code: ScreeningUndecided, key: aims.ControlKey(controlProcess), title: "the screening decides",
			doc:   "Looks for the decision whether a full assessment is needed. Minor gap without.",
			reads: []aims.Kind{KindScreening},
			check: func(s Screened, out *output) {
				if s.Screening.Needed == aims.Unknown {
					out.add(aims.MinorGap, s.Screening.Ref())
				}
			},
		},
		{
			code: ScreeningContradicted, key: aims.ControlKey(controlProcess), title: "the decision follows from the answers",
			doc:   "Looks for triggers that are met where no full assessment is said to be needed. Minor gap for each.",
			reads: []aims.Kind{KindScreening, KindMethod},
			check: func(s Screened, out *output) {
				if s.Screening.Needed != aims.No && s.Screening.Needed != aims.NotApplicable {
					return
				}
				for _, t := range s.Method.Triggers {
					if s.met(t.ID) == aims.Yes {
						out.add(aims.MinorGap, s.Screening.Ref(), "trigger", string(t.ID))
					}
				}
			},
		},
		{
			code: ScreeningUnreasoned, key: aims.ControlKey(controlProcess), title: "a screening that spares the assessment gives its reason",
			doc:   "Looks at screenings after which no full assessment is needed. Minor gap without a reason.",
			reads: []aims.Kind{KindScreening},
			check: func(s Screened, out *output) {
				if n := s.Screening.Needed; (n == aims.No || n == aims.NotApplicable) && s.Screening.Why == "" {
					out.add(aims.MinorGap, s.Screening.Ref())
				}
			},
		},
	})
}

// CheckScreening holds a screening against its method and says what the rules
// observe. It refuses values that are malformed or do not belong together with
// an [aims.InvalidError].
func CheckScreening(s Screening, m Method, rules []aims.Rule[Screened]) ([]aims.Observation, error) {
	if err := judgeOf(m).together("screening", s); err != nil {
		return nil, err
	}
	return check(Screened{s, m}, rules), nil
}
