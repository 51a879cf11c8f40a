package instrument

import (
	"maps"

	"github.com/aimskit/aimskit/aims"
)

// The codes of problems that an instrument can have; see [Instrument.Validate].
const (
	// NameTwice: two pages, two sections or two questions have one id.
	NameTwice aims.Code = "instrument/name-twice"
	// ChoicesOnOpen: a question that is answered with text offers choices.
	ChoicesOnOpen aims.Code = "instrument/choices-on-open"
	// ValueMalformed: the value of a choice is too long, or holds a quotation mark or a control character.
	ValueMalformed aims.Code = "instrument/value-malformed"
	// PointsRange: a choice is worth less than nothing, or too much.
	PointsRange aims.Code = "instrument/points-range"
	// TotalRange: all points together are too many.
	TotalRange aims.Code = "instrument/total-range"
	// PercentRange: a percentage lies outside its range.
	PercentRange aims.Code = "instrument/percent-range"
	// OutcomeOrder: the bounds of the outcomes do not rise.
	OutcomeOrder aims.Code = "instrument/outcome-order"
	// GuardMalformed: a guard that a program made says nothing, or several things at once.
	GuardMalformed aims.Code = "instrument/guard-malformed"
	// GuardDangling: a guard asks for a question that does not exist.
	GuardDangling aims.Code = "instrument/guard-dangling"
	// GuardOnOpen: a guard asks for a question that is answered with text.
	GuardOnOpen aims.Code = "instrument/guard-on-open"
	// GuardCycle: whether a part is shown depends on itself.
	GuardCycle aims.Code = "instrument/guard-cycle"
)

// The codes of problems that answers can have; see [Program.Evaluate].
const (
	// InstrumentUnknown: the answers are to an instrument that is not at hand.
	InstrumentUnknown aims.Code = "instrument/instrument-unknown"
	// VersionUnknown: the answers are to a version that is not at hand.
	VersionUnknown aims.Code = "instrument/version-unknown"
	// ChoiceUnknown: an answer is none of the choices of its question.
	ChoiceUnknown aims.Code = "instrument/choice-unknown"
	// SeveralAnswers: a question that takes one answer has several.
	SeveralAnswers aims.Code = "instrument/several-answers"
)

// The codes of what [Lint] finds in an instrument that is well formed.
const (
	// GuardNever: no answer makes a guard hold.
	GuardNever aims.Code = "instrument/guard-never"
	// ChoiceDangling: a guard asks for a choice that its question does not offer.
	ChoiceDangling aims.Code = "instrument/choice-dangling"
	// GuardLoose: a guard names no choice, and holds only because its text is part of some choice's value.
	GuardLoose aims.Code = "instrument/guard-loose"
	// QuestionUnreachable: no consistent set of answers ever shows a question.
	QuestionUnreachable aims.Code = "instrument/question-unreachable"
	// OutcomeUnreachable: no score belongs to an outcome.
	OutcomeUnreachable aims.Code = "instrument/outcome-unreachable"
	// WorthNothing: a scored question whose choices have no points.
	WorthNothing aims.Code = "instrument/worth-nothing"
	// PointsNowhere: a question whose choices have points that count nowhere.
	PointsNowhere aims.Code = "instrument/points-nowhere"
	// SectionSilent: a section that counts, and none of whose questions can score.
	SectionSilent aims.Code = "instrument/section-silent"
	// KindOnOpen: a question that is answered with text is said to count.
	KindOnOpen aims.Code = "instrument/kind-on-open"
	// MaximumUnreachable: a maximum that no consistent set of answers reaches.
	MaximumUnreachable aims.Code = "instrument/maximum-unreachable"
)

// The codes of problems of the reader of SurveyJS files; see [ReadSurvey].
const (
	// ElementUnknown: a survey has an element of a type that is not read.
	ElementUnknown aims.Code = "instrument/element-unknown"
	// ObligationsMissing: a file of obligations has none for the version asked for.
	ObligationsMissing aims.Code = "instrument/obligations-missing"
	// ObligationsUneven: a file gives a requirement for another number of levels.
	ObligationsUneven aims.Code = "instrument/obligations-uneven"
)

var texts = map[aims.Code]string{
	NameTwice:      "the {kind} {got} exists already at {first}; give one of the two another name",
	ChoicesOnOpen:  "{question} is answered with text and has choices; drop them, or make it single or multiple",
	ValueMalformed: "{got} cannot stand in an answer; use at most {max} bytes without quotation marks and control characters",
	PointsRange:    "{got} points; give 0 to {max}",
	TotalRange:     "all choices together have {got} points, more than {max}; give points on a smaller scale",
	PercentRange:   "{got} percent; give 1 to 100",
	OutcomeOrder:   "the outcome begins over {got}; want {want}",
	GuardMalformed: "a guard is one of: a list in All, a list in Any, or a question with one of Is, Exactly and Contains; correct {got}",
	GuardDangling:  "the guard asks for {question}, which does not exist; correct the name, or add the question{hint}",
	GuardOnOpen:    "the guard asks for {question}, which is answered with text; ask for a question with choices",
	GuardCycle:     "whether {got} is shown depends on itself, through {through}; break the circle",

	InstrumentUnknown: "the answers are to the instrument {got}; at hand are {known}",
	VersionUnknown:    "the answers are to version {got} of {instrument}; at hand are {known}. Use the questionnaire that was answered, or move the answers to another version",
	ChoiceUnknown:     "{got} is no choice of {question}; it offers {choices}",
	SeveralAnswers:    "{question} takes one answer and has {got}; keep one",

	GuardNever:          "the guard of {part} never holds: {guard}; correct it, or drop the part",
	ChoiceDangling:      "{value} is no choice of {question}; correct the guard of {part}, or add the choice",
	KindOnOpen:          "{question} is answered with text and cannot count as {kind}; give it choices, or drop the kind",
	GuardLoose:          "{value} is no choice of {question}; the guard of {part} holds only because it is part of {matches}; write the whole value",
	QuestionUnreachable: "no answers show {question}, because its guard and those around it exclude one another; correct one of them",
	OutcomeUnreachable:  "no answers lead to {outcome}; correct its bound, or drop it",
	WorthNothing:        "{question} counts as {kind}, and none of its choices has points; give it points, or mark it unscored",
	PointsNowhere:       "choices of {question} have points, up to {points}, that count nowhere; give it or its section a kind",
	SectionSilent:       "{section} counts as {kind}, and no question of it can score; put the kind where the questions are",
	MaximumUnreachable:  "the {kind} maximum is {max}, and no consistent answers reach more than {reach}; a bound in percent of it means less than it says",

	ExplainLevel:      "{outcome}, level {level} of {levels}: the current score of {current} out of {max} is {between}",
	ExplainForced:     "{outcome}, level {level} of {levels}: forced by the answers, whatever the score of {current} out of {max}: {guard}",
	ExplainRaw:        "the raw score is {points} of {max}",
	ExplainCredit:     "measures are worth {points} of {max} and reach {from} % ({bound}), so {cut} % of the raw score are taken off: {raw} becomes {current}",
	ExplainNoCredit:   "measures are worth {points} of {max} and do not reach {from} % ({bound}), so the raw score of {raw} stands",
	ExplainMeasures:   "measures are worth {points} of {max} and lower nothing here",
	ExplainSection:    "{section}: {points} of {max}",
	ExplainAnswer:     "{question}: {answer} ({points} of {max})",
	ExplainMissing:    "not answered, though able to change the result: {questions} ({count}); once they are, the level is between {lowest} and {highest}",
	ExplainUnshown:    "answered, though not shown: {questions} ({count})",
	ExplainUnknown:    "answered, though this version does not ask: {questions} ({count})",
	ExplainUnlisted:   "answered with none of the choices, which changes nothing: {questions} ({count})",
	ExplainObligation: "asked for: {obligation}",

	StatedDiffers:     "{what} is stated as {stated}; the answers come to {got}. Look for answers that were lost or changed after the result was made",
	StatedSum:         "the subtotals that are stated add up to {sum}, the totals to {total}; one of them is wrong",
	SectionUnanswered: "nothing in {section} is answered, which is worth up to {max} points; its answers may have been lost",

	ElementUnknown:     "{got} is no type of element that is read; known are {known}",
	ObligationsMissing: "there are no obligations of {got}; the file has those of {known}",
	ObligationsUneven:  "{requirement} is given for {got} levels; want {want}",
}

// Sentences returns the English sentence template of every code of this
// package, for hosts that translate them.
func Sentences() map[aims.Code]string { return maps.Clone(texts) }
