package risk

import (
	"maps"

	"github.com/aimskit/aimskit/aims"
)

var texts = map[aims.Code]string{
	LevelOutside:       "{got} is no level of this scale; give one from 1 to {max}",
	StepsFew:           "{got} is too few to tell anything apart; give at least {min}",
	UnitMissing:        "the step has bounds, and its scale has no unit; say what they are counted in",
	BoundsEmpty:        "{max} is not above {min}; correct one of the bounds",
	BoundsApart:        "the step begins at {min}, and the one before ends at {before}; let one begin where the other ends",
	ProbabilityOutside: "{got} is no probability; give a number from 0 to 1",
	GridMismatch:       "the scale has {got} steps, and the matrix is made for {want}; correct one of the two",
	GridRagged:         "the row has {got} cells, and the first has {want}; give each row the same number",
	CellEmpty:          "the cell holds no level; say which risk level likelihood and consequence make together",
	LevelFalls:         "the level falls from {before} to {got} as the {axis} rises from {from} to {to}; raise this cell or lower the other",
	AxisMismatch:       "the axis has {got} edges, and {bins} bins need {want}",
	AxisNotRising:      "the edge is {got}; give edges that rise and are not negative, and leave none open but the last",
	ColorsOverlap:      "green reaches up to {green}, and red begins at {red}; let red begin higher",
	LevelUnused:        "no cell of the matrix holds {level}, {label}; put it to use, or leave it out",
	CoxReversed:        "cell {cell} is red and {other} green, and yet the risk can be less in the red one: {cellPoint}, against {otherPoint}",
	CoxAdjacent:        "cell {cell} is green and {other} red, with nothing between: a small step leads from {cellPoint} to {otherPoint}",
	CoxShouldBeGreen:   "cell {cell} reaches as low as {other}, which is green, and not as high as any red cell; to be consistent, make it green",
	CoxShouldBeRed:     "cell {cell} reaches as high as {other}, which is red, and not as low as any green cell; to be consistent, make it red",
	CoxBetweenNothing:  "cell {cell} is neither green nor red, and does not lie between the two",
	AxisEndless:        "the highest bin has no end, so that nothing can be spread evenly over it; give its upper bound, or draw a sample",
	LineOutside:        "the line at {got} does not cross the matrix; give a total between 0 and 2",
	PointOutside:       "a risk was drawn at likelihood {likelihood} and consequence {consequence}, which is not on the axes; draw within their edges",
	PairsOutside:       "{got} pairs cannot be drawn; give 1 to {max}",
	ThresholdsSwapped:  "the appetite, {appetite}, lies above the tolerance, {tolerance}; correct one of the two",
	ColorMalformed:     "{got} is no colour; write one like #2e7d32",
	AccepterNobody:     "nobody is named who may accept; name persons or roles",
	LevelAndReason:     "the consequence has a level, and a reason for having none; keep one of the two",
	DimensionUnknown:   "{got} is no dimension of the criteria; use one of theirs, or add it to them",
	EffectOutside:      "an effect of {got} levels is not possible; give 0 to {max}",
	EffectStray:        "{got} is not among the risks that are treated; add it there, or remove the effect",
	CurrencyMalformed:  "{got} is no currency; write the three letters of ISO 4217, like EUR",
	CurrencyMissing:    "the cost has no currency; write the three letters of ISO 4217, like EUR",
	SourceUnknown:      "{got} is no risk source of Annex C; those are C.3.1 to C.3.7",
	PriorityNegative:   "{got} is no place in an order; count from 1, or leave the field out",
	IDTaken:            "the id {got} is taken by {other}, or differs from its id in case only; give each its own",
	Dangling:           "there is no {ref}; add the record, or correct the reference",
	CauseCycle:         "the causes run in a circle: {way}; remove one of them",
	CriteriaUnknown:    "the rating was made with criteria {got}, which are not here; add that version of the criteria, or rate again",
	RevokesOther:       "{got} accepts {risk}; an acceptance takes back one of its own risk",
	RevokesRevocation:  "{got} takes back an acceptance and accepts nothing; to accept again, add an acceptance",
}

// Sentences returns the English sentence template of every problem and rule
// of this package, for hosts that translate them.
func Sentences() map[aims.Code]string { return maps.Clone(texts) }
