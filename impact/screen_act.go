package impact

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// Classification is where the EU AI Act puts a system: scope, then prohibited
// practices, then high risk by Annex I and by Annex III unless Article 6(3)
// derogates, which it never does for profiling. Transparency (Article 50) and
// general-purpose models stand beside the class and do not change it.
type Classification struct {
	Class        Class        `json:"class"`
	Roles        []QuestionID `json:"roles,omitempty"`     // the organization's own, of provider and deployer
	Practices    []QuestionID `json:"practices,omitempty"` // prohibited ones
	Product      aims.Answer  `json:"product"`             // high-risk by Annex I
	Uses         []QuestionID `json:"uses,omitempty"`      // of Annex III
	Listed       aims.Answer  `json:"listed"`              // high-risk by Annex III
	Derogated    aims.Answer  `json:"derogated"`           // listed, and not high-risk by Article 6(3)
	Model        aims.Answer  `json:"model"`               // the organization provides a general-purpose model
	Reasons      []Reason     `json:"reasons,omitempty"`
	Missing      []QuestionID `json:"missing,omitempty"`
	Transparency []DutyID     `json:"transparency,omitempty"` // duties of Article 50, whatever the class
}

// act holds what is worked out once for all duties of the AI Act.
type act struct {
	*screener
	scope     trace // the Act applies to the system
	practice  trace // it does something prohibited
	derogated trace // Article 6(3) frees it, if it is listed
	listed    trace // high-risk by Annex III
	product   trace // high-risk by Annex I
}

func (s *screener) act() act {
	a := act{screener: s}
	a.scope = all(s.ask(AskAISystem), s.any(TopicReach), not(s.any(TopicOutside)))
	a.practice = s.any(TopicPractice)
	a.derogated = all(not(s.ask(AskProfiling)), not(s.ask(AskSignificantRisk)), s.any(TopicDerogation))
	a.listed = all(s.any(TopicUse), not(a.derogated))
	a.product = all(either(s.ask(AskProductA), s.ask(AskProductB)), s.ask(AskThirdParty))
	return a
}

func (a *act) classification() Classification {
	s := a.screener
	out := Classification{
		Practices: s.yes(s.law.On(TopicPractice)), Uses: s.yes(s.law.On(TopicUse)),
		Product: a.product.answer, Listed: a.listed.answer,
		Derogated: all(s.any(TopicUse), a.derogated).answer,
		Model:     s.ask(AskModel).answer,
	}
	for _, id := range []QuestionID{AskProvider, AskDeployer} {
		if s.facts.Answers[id] == aims.Yes {
			out.Roles = append(out.Roles, id)
		}
	}
	for _, id := range []DutyID{DutyInteraction, DutyMarking, DutyBiometric, DutyDeepFake, DutyText} {
		if a.transparency()[id].answer == aims.Yes {
			out.Transparency = append(out.Transparency, id)
		}
	}
	by, high := a.scope, either(a.product, a.listed)
	switch {
	case a.scope.answer == aims.No:
		out.Class = ClassOutside
	case a.scope.answer == aims.Unknown:
	case a.practice.answer == aims.Yes:
		out.Class, by = ClassProhibited, a.practice
	case a.practice.answer == aims.Unknown && high.answer == aims.Yes:
		by = a.practice
	case high.answer == aims.Yes:
		out.Class, by = ClassHighRisk, high
	default:
		if by = either(a.practice, high); by.answer == aims.No {
			out.Class = ClassOther
		}
	}
	out.Reasons, out.Missing = by.why, by.missing
	return out
}

// yes returns the questions that are answered so.
func (s *screener) yes(questions []Question) []QuestionID {
	var out []QuestionID
	for _, q := range questions {
		if s.facts.Answers[q.ID] == aims.Yes {
			out = append(out, q.ID)
		}
	}
	return out
}

// rulings decides on the duties of the Act.
func (a *act) rulings() map[DutyID]ruling {
	s, dates := a.screener, a.law.Dates
	provider, deployer := s.ask(AskProvider), s.ask(AskDeployer)
	rights := a.rights()
	out := a.transparency()
	out[DutyStop] = a.stop()
	out[DutyProvider] = a.highRisk(provider)
	out[DutyDeployer] = a.highRisk(deployer)
	out[DutyDerogation] = a.legacy(all(a.scope, provider, s.any(TopicUse), a.derogated), dates.Listed.On)
	out[DutyFRIA] = a.legacy(rights, dates.Listed.On)
	out[DutyNotification] = a.legacy(all(rights, not(s.ask(AskConformityDerogation))), dates.Listed.On)
	out[DutyModel] = s.model(s.ask(AskModel))
	out[DutySystemicModel] = s.model(all(s.ask(AskModel), s.ask(AskSystemic)))
	return out
}

// stop says whether a practice is prohibited; each has its own first day.
func (a *act) stop() ruling {
	out := ruling{trace: all(a.scope, a.practice)}
	if out.answer == aims.No {
		return out
	}
	for i, q := range a.law.On(TopicPractice) {
		one := ruling{all(a.scope, a.answer(q)), q.From}
		if i == 0 {
			out = one
			continue
		}
		out = a.sooner(out, one)
	}
	return out
}

// highRisk says whether a role's duties for high-risk systems are owed: by
// Annex III, or by section A of Annex I.
func (a *act) highRisk(role trace) ruling {
	dates := a.law.Dates
	return a.sooner(
		a.legacy(all(a.scope, role, a.listed), dates.Listed.On),
		a.legacy(all(a.scope, role, a.ask(AskProductA), a.ask(AskThirdParty)), dates.Product.On))
}

// sooner joins two ways to owe a duty: it binds from the earlier day. Where
// one way only binds later, and nobody can tell whether the other does now,
// nobody can tell.
func (s *screener) sooner(a, b ruling) ruling {
	if a.answer != aims.Yes {
		a, b = b, a
	}
	switch {
	case a.answer == aims.Yes && b.answer == aims.Unknown && a.from > s.asOf && b.from <= s.asOf:
		return ruling{all(a.trace, b.trace), b.from}
	case a.answer == b.answer:
		return ruling{either(a.trace, b.trace), min(a.from, b.from)}
	case a.answer == aims.No: // so b is unknown
		return ruling{either(a.trace, b.trace), b.from}
	}
	return ruling{either(a.trace, b.trace), a.from}
}

// rights says whether an assessment of fundamental rights is owed.
func (a *act) rights() trace {
	public, every := a.usesFor(PublicDeployers), a.usesFor(AllDeployers)
	return all(a.scope, a.ask(AskDeployer), not(a.derogated),
		either(all(either(public, every), a.ask(AskPublicDeployer)), every))
}

// usesFor says whether the system is put to a listed use of which such
// deployers assess the impact on fundamental rights.
func (a *act) usesFor(d Deployers) trace {
	return a.oneOf(slices.DeleteFunc(a.law.On(TopicUse), func(q Question) bool { return q.Rights != d }))
}

// legacy applies the transition for high-risk systems that were on the market
// before the rules (Article 111(2)): they are free until their design changes
// significantly, and those for public authorities until a day of their own.
func (a *act) legacy(t trace, cutoff aims.Date) ruling {
	marketed, authorities := a.facts.Marketed, a.law.Dates.Authorities.On
	switch {
	case t.answer == aims.No || marketed >= cutoff:
		return ruling{t, cutoff}
	case marketed == 0:
		return ruling{all(t, trace{missing: []QuestionID{AskMarketed}}), cutoff}
	}
	changed := a.ask(AskChanged)
	if changed.answer == aims.No || a.asOf < cutoff { // before the rules no change counts
		changed = trace{answer: aims.No, why: []Reason{because(BeforeCutoff,
			"marketed", marketed.String(), "cutoff", cutoff.String(), "source", a.source(AskChanged))}}
	}
	if changed.answer == aims.Yes || changed.answer == aims.Unknown && a.asOf < authorities {
		return ruling{all(t, changed), cutoff}
	}
	return ruling{all(t, either(changed, a.ask(AskForAuthorities))), authorities}
}

func (s *screener) source(id QuestionID) string {
	q, _ := s.law.Question(id)
	return q.Source.String()
}

// model dates a duty of a provider of a general-purpose model, which is later
// for models that were on the market before (Article 111(3)).
func (s *screener) model(t trace) ruling {
	dates := s.law.Dates
	return s.dated(t, s.facts.ModelMarketed, AskModelMarketed, dates.Models.On, dates.OldModels.On)
}

// dated gives a duty its first day: the later one for what was on the market
// before the earlier one. Where it is not known when that was, and it decides
// whether the duty binds today, nobody can tell.
func (s *screener) dated(t trace, marketed aims.Date, ask QuestionID, early, late aims.Date) ruling {
	switch {
	case marketed == 0 && early <= s.asOf && s.asOf < late:
		return ruling{all(t, trace{missing: []QuestionID{ask}}), early}
	case marketed != 0 && marketed < early:
		return ruling{t, late}
	}
	return ruling{t, early}
}

// transparency decides on the duties of Article 50, which are owed whatever
// the class.
func (a *act) transparency() map[DutyID]ruling {
	s, from := a.screener, a.law.Dates.Transparency.On
	provider := all(a.scope, s.ask(AskProvider))
	deployer := all(a.scope, s.ask(AskDeployer), not(s.ask(AskCrimeLaw)))
	return map[DutyID]ruling{
		DutyInteraction: {all(provider, s.ask(AskInteracts), not(s.ask(AskObvious)), not(s.ask(AskCrimeLaw))), from},
		DutyMarking: s.dated(all(provider, s.ask(AskGenerates), not(s.ask(AskEditing)), not(s.ask(AskCrimeLaw))),
			s.facts.Marketed, AskMarketed, from, a.law.Dates.Marking.On),
		DutyBiometric: {all(deployer, s.ask(AskBiometric)), from},
		DutyDeepFake:  {all(deployer, s.ask(AskDeepFake)), from},
		DutyText:      {all(deployer, s.ask(AskPublicText), not(s.ask(AskEditorial))), from},
	}
}
