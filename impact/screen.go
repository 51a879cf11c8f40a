package impact

import (
	"maps"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// LegalFacts are the answers that the duties of a system depend on. A question
// without an answer is unknown, and so is an absent date.
type LegalFacts struct {
	System        aims.SystemID              `json:"system,omitempty"`
	Answers       map[QuestionID]aims.Answer `json:"answers,omitempty"`
	Marketed      aims.Date                  `json:"marketed,omitzero"`      // the system's first day on the market or in service in the Union, or the day planned for it
	ModelMarketed aims.Date                  `json:"modelMarketed,omitzero"` // the same of the organization's own general-purpose model
}

// QuestionUnknown is the code of the problem that an answer is to a question
// that the law does not have.
const QuestionUnknown aims.Code = "impact/question-unknown"

// Validate reports every problem inside the facts. Whether the questions exist
// is for [Screen] to say, which knows the law.
func (f LegalFacts) Validate() error {
	var c aims.Checker
	aims.CheckOptionalID(&c, "system", f.System)
	for _, id := range slices.Sorted(maps.Keys(f.Answers)) {
		in := aims.Field("answers", string(id))
		aims.CheckID(&c, in, id)
		aims.CheckOptionalWord(&c, in, f.Answers[id])
	}
	c.OptionalDate("marketed", f.Marketed)
	c.OptionalDate("modelMarketed", f.ModelMarketed)
	return c.Err()
}

// LegalScreening says which duties are owed for a system at a day, by a law.
type LegalScreening struct {
	System     aims.SystemID   `json:"system,omitempty"`
	Class      Classification  `json:"class"`
	Duties     []Duty          `json:"duties"` // all that are looked at, in one order
	Provenance aims.Provenance `json:"provenance"`
}

// Duty says whether one duty is owed, since when or from when, and why.
type Duty struct {
	ID      DutyID       `json:"id"`
	Title   string       `json:"title"`
	Owed    Owing        `json:"owed"`
	From    aims.Date    `json:"from,omitzero"` // of a duty that is owed: its first day, where the law sets one
	Source  Provision    `json:"source"`
	Asks    []string     `json:"asks,omitempty"`
	Reasons []Reason     `json:"reasons,omitempty"`
	Missing []QuestionID `json:"missing,omitempty"` // what is to be answered before anybody can tell
}

// Duty returns the word on one duty; nobody can tell about one that was not
// looked at.
func (s LegalScreening) Duty(id DutyID) Duty {
	for _, d := range s.Duties {
		if d.ID == id {
			return d
		}
	}
	return Duty{ID: id}
}

// Owed returns the duties that are owed, those that bind later included.
func (s LegalScreening) Owed() []Duty {
	var out []Duty
	for _, d := range s.Duties {
		if d.Owed == Owed || d.Owed == OwedLater {
			out = append(out, d)
		}
	}
	return out
}

// Screen says for every duty whether it is owed at a day: the impact
// assessment of ISO/IEC 42001, the data protection impact assessment and prior
// consultation of the GDPR, and what the EU AI Act asks for. A duty is owed or
// not owed only if the answers say so whatever the others turn out to be;
// otherwise nobody can tell, and the questions that are missing are named. The
// error is an [aims.InvalidError] that lists what is wrong with facts, day and
// law, the zero law included.
func Screen(facts LegalFacts, asOf aims.Date, law Law) (LegalScreening, error) {
	c := aims.Checker{Texts: reasonTexts}
	c.Nest("facts", facts.Validate())
	c.Date("asOf", asOf)
	if law.Edition == "" && len(law.Questions) == 0 && len(law.Duties) == 0 {
		c.Add("law", aims.Missing) // the zero value, rather than each of its members
		return LegalScreening{}, c.Err()
	}
	c.Nest("law", law.Validate())
	for _, id := range slices.Sorted(maps.Keys(facts.Answers)) {
		if _, ok := law.Question(id); !ok && id != "" {
			c.Add("facts/"+aims.Field("answers", string(id)), QuestionUnknown, "question", string(id), "edition", law.Edition)
		}
	}
	if err := c.Err(); err != nil {
		return LegalScreening{}, err
	}
	input, err := aims.DigestOf(facts)
	if err != nil {
		return LegalScreening{}, err
	}
	method, err := aims.DigestOf(law)
	if err != nil {
		return LegalScreening{}, err
	}
	s := screener{facts: facts, law: law, asOf: asOf}
	act := s.act()
	out := LegalScreening{
		System: facts.System, Class: act.classification(),
		Provenance: aims.Provenance{
			Module: aims.Version, Model: law.Edition, Method: method, Input: input, At: asOf,
		},
	}
	dpia := s.dpia()
	decided := map[DutyID]ruling{
		DutyImpact:       {trace: s.impact()},
		DutyDPIA:         {dpia, law.Dates.Protection.On},
		DutyConsultation: {s.consultation(dpia), law.Dates.Protection.On},
	}
	maps.Copy(decided, act.rulings())
	for _, id := range duties {
		out.Duties = append(out.Duties, s.duty(id, decided[id]))
	}
	return out, nil
}

// ruling is what the facts say about a duty, and the day from which it binds,
// if the law sets one.
type ruling struct {
	trace
	from aims.Date
}

func (s *screener) duty(id DutyID, r ruling) Duty {
	i := slices.IndexFunc(s.law.Duties, func(d DutyRule) bool { return d.ID == id })
	rule := s.law.Duties[i]
	out := Duty{ID: id, Title: rule.Title, Source: rule.Source, Reasons: r.why, Missing: r.missing}
	switch {
	case r.answer == aims.No:
		out.Owed = NotOwed
	case r.answer == aims.Yes:
		out.Owed, out.From, out.Asks = Owed, r.from, slices.Clone(rule.Asks)
		if r.from > s.asOf {
			out.Owed = OwedLater
		}
	}
	return out
}

// impact says whether an AI system impact assessment is owed.
func (s *screener) impact() trace {
	return all(s.ask(AskInAIMS), s.any(TopicTrigger))
}
