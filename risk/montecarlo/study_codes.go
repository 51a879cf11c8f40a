package montecarlo

import "github.com/aimskit/aimskit/aims"

// The codes of problems with studies, and with scales that are read as numbers; see
// [Study] and [FrequencyOf].
const (
	// FactorForm: a factor says in no way, or in several, which values it takes.
	FactorForm aims.Code = "montecarlo/factor-form"
	// FactorPlace: a factor points to no place of the model.
	FactorPlace aims.Code = "montecarlo/factor-place"
	// ControlUnknown: a factor or a variant names a control that the model does not have.
	ControlUnknown aims.Code = "montecarlo/control-unknown"
	// TooManyPoints: the combinations of a design are more than a study can have.
	TooManyPoints aims.Code = "montecarlo/too-many-points"
	// TooManyFactors: a design cannot have so many factors.
	TooManyFactors aims.Code = "montecarlo/too-many-factors"
	// NameReserved: a name has another meaning in the rows of a study.
	NameReserved aims.Code = "montecarlo/name-reserved"
	// ScaleUnit: a scale does not count what is wanted.
	ScaleUnit aims.Code = "montecarlo/scale-unit"
	// LevelOpen: a level of a scale lacks an end.
	LevelOpen aims.Code = "montecarlo/level-open"
)

var studyTexts = map[aims.Code]string{
	FactorForm:     "the factor takes its values in exactly one way: values, from and to, distribution, or controls",
	FactorPlace:    "{got} leads to no place of the model: {at} has no {step}; write a JSON pointer like {like}",
	ControlUnknown: "{got} is no control of this model, which has {has}; name one of its own",
	TooManyPoints:  "the factors have more than {max} combinations; take fewer steps, or a latin-hypercube or sobol design",
	TooManyFactors: "a {kind} design has at most {max} factors, and there are {factors}; leave some out, or take a latin-hypercube design",
	NameReserved:   "{got} has another meaning in the rows of a study; choose another name",
	ScaleUnit:      "the unit of the scale is {got}, so its levels are no numbers of this kind; the scale must count {want}",
	LevelOpen:      "the level {label} lacks {what}; give it in the scale, or say what is to be assumed",
}
