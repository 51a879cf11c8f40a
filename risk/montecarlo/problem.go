package montecarlo

import (
	"maps"
	"math"

	"github.com/aimskit/aimskit/aims"
)

// The codes of problems of a model.
const (
	// ParameterMissing: a distribution, frequency, effect or appetite lacks a parameter that its kind wants.
	ParameterMissing aims.Code = "montecarlo/parameter-missing"
	// ParameterUnused: it has a parameter that its kind does not use.
	ParameterUnused aims.Code = "montecarlo/parameter-unused"
	// OutOfRange: a number lies outside of what its place allows.
	OutOfRange aims.Code = "montecarlo/out-of-range"
	// OutOfOrder: two numbers stand in the wrong order, such as min above max.
	OutOfOrder aims.Code = "montecarlo/out-of-order"
	// SumNotOne: probabilities do not add up to 1.
	SumNotOne aims.Code = "montecarlo/sum-not-one"
	// Unpaired: two lists that belong together differ in length.
	Unpaired aims.Code = "montecarlo/unpaired"
	// TooNested: a mixture lies in a mixture of a mixture.
	TooNested aims.Code = "montecarlo/too-nested"
	// TooHeavy: a tail is so heavy that a loss could exceed any sum of money.
	TooHeavy aims.Code = "montecarlo/too-heavy"
	// Outside: a distribution reaches beyond what its place allows, as a probability above 1.
	Outside aims.Code = "montecarlo/outside"
	// FormatWrong: a model in the program carries the format of another version.
	FormatWrong aims.Code = "montecarlo/format-wrong"
	// CurrencyMalformed: a currency is not written as three capital letters.
	CurrencyMalformed aims.Code = "montecarlo/currency-malformed"
	// NoScenario: a model has no scenario.
	NoScenario aims.Code = "montecarlo/no-scenario"
	// EstimateMissing: a scenario has neither frequency and severity nor a tree.
	EstimateMissing aims.Code = "montecarlo/estimate-missing"
	// EstimateTwice: a scenario has a tree and a frequency or severity as well.
	EstimateTwice aims.Code = "montecarlo/estimate-twice"
	// NodeTwice: a node of a tree is given, and also what stands below it.
	NodeTwice aims.Code = "montecarlo/node-twice"
	// NodeMissing: a node of a tree can neither be read nor computed.
	NodeMissing aims.Code = "montecarlo/node-missing"
	// ScenarioUnknown: an effect, shock, correlation or appetite names a scenario that the model does not have.
	ScenarioUnknown aims.Code = "montecarlo/scenario-unknown"
	// TreeNeeded: hardening works on the susceptibility of a tree, and the scenario has none.
	TreeNeeded aims.Code = "montecarlo/tree-needed"
	// LayerEmpty: a cover has a layer without a deductible or limit.
	LayerEmpty aims.Code = "montecarlo/layer-empty"
	// StrikeEmpty: a shock does nothing to a scenario that it names.
	StrikeEmpty aims.Code = "montecarlo/strike-empty"
	// ProductHasNoEvents: a shock or control acts on the events of a tree that is a product and has none.
	ProductHasNoEvents aims.Code = "montecarlo/product-has-no-events"
	// FactorAbsent: a correlation names a factor that the scenario does not draw.
	FactorAbsent aims.Code = "montecarlo/factor-absent"
	// PairTwice: two correlations speak of the same pair, or one of a factor with itself.
	PairTwice aims.Code = "montecarlo/pair-twice"
	// NotPositiveDefinite: no distribution has all the correlations together.
	NotPositiveDefinite aims.Code = "montecarlo/not-positive-definite"
	// PointerUnknown: a parameter points to no number of the model.
	PointerUnknown aims.Code = "montecarlo/pointer-unknown"
)

var modelTexts = map[aims.Code]string{
	ParameterMissing:    "{kind} needs {want}; give {name}",
	ParameterUnused:     "{kind} has no {name}; it takes {want}",
	OutOfRange:          "{got} is out of range; give {want}",
	OutOfOrder:          "{first}, {firstValue}, must be {relation} {second}, {secondValue}; correct one of the two",
	SumNotOne:           "the probabilities add up to {got}; make them add up to 1",
	Unpaired:            "there are {values} values and {probabilities} probabilities; give one probability for each value",
	TooNested:           "mixtures stand {max} deep in one another at most; write its parts into the mixture above",
	TooHeavy:            "the tail is so heavy that a draw in 2^53 is {got}; check the parameters, or cut the tail with a bounded distribution",
	Outside:             "{what} lies between {low} and {high}, but this distribution reaches from {from} to {to}; write shares as 0.5 and not 50, or choose pert or beta with these ends",
	FormatWrong:         "{got} is not the format of this library; write {want}, or leave it empty in a program",
	CurrencyMalformed:   "{got} is no currency; write the three letters of ISO 4217, like EUR",
	NoScenario:          "the model has no scenario; add at least one",
	EstimateMissing:     "the scenario has no {missing}; give frequency and severity, or a tree",
	EstimateTwice:       "the scenario has a tree and {also} as well; keep one of the two estimates",
	NodeTwice:           "{node} is given, and below it {below}; keep one of the two",
	NodeMissing:         "the tree has no {node}; give it, or {below}",
	ScenarioUnknown:     "{got} is no scenario of this model; name one that it has, like {like}",
	TreeNeeded:          "hardening lowers the susceptibility of a tree, and {scenario} has none; use prevention",
	LayerEmpty:          "the layer has neither deductible nor limit, so the cover would bear everything; give one of the two",
	StrikeEmpty:         "the shock does nothing to {scenario}; give events, factor or both",
	ProductHasNoEvents:  "{scenario} is a product and has no single events; leave form out of its tree, or leave this away",
	FactorAbsent:        "{scenario} draws no {factor} in a year; it draws {has}",
	PairTwice:           "the correlation of {a} and {b} stands here already or is of one factor with itself; keep one",
	NotPositiveDefinite: "no distribution has all these correlations together: with those of {factor} they contradict each other; bring them nearer to 0",
	PointerUnknown:      "{got} points to no number of this model; write the JSON pointer of a number that stands in it, like {like}",
	ClassicShape:        "this classic PERT has the shapes {alpha} and {beta}; below 1 its mode is at an end and not where it was given; the kind pert has no such case",
	VarianceInfinite:    "a generalized Pareto of shape {shape}, 0.5 or more, has no finite variance; the standard error of the mean is too small; cap the loss, or read quantiles only",
	MeanInfinite:        "a generalized Pareto of shape {shape}, 1 or more, has no finite mean; mean and TVaR of a simulation say nothing; cap the loss, or read quantiles only",
	ProductForm:         "the form product gives the uncertain mean of a year; VaR and TVaR of this scenario and of the total are not those of a year's loss; leave form out for those",
	ShardMalformed:      "the shard cannot be used: {why}; simulate it again",
}

// Sentences returns the English sentence template of every problem code of a
// model, for hosts that translate them.
func Sentences() map[aims.Code]string { return maps.Clone(texts) }

// checker gathers problems with the sentences of this package.
type checker struct{ aims.Checker }

func newChecker() *checker { return &checker{aims.Checker{Texts: texts}} }

// number checks a number that is there: finite, and within a range that the
// words of want say.
func (c *checker) number(field string, n Number, ok func(x float64) bool, want string) bool {
	x, known := n.Value()
	if !known {
		return true
	}
	return c.float(field, x, ok, want)
}

func (c *checker) float(field string, x float64, ok func(x float64) bool, want string) bool {
	if finite(x) && math.Abs(x) <= largest && ok(x) {
		return true
	}
	c.Add(field, OutOfRange, "got", format(x), "want", want)
	return false
}

// largest is the greatest number that a model may hold.
const largest = 1e30

func aboveZero(x float64) bool   { return x > 0 }
func notNegative(x float64) bool { return x >= 0 }
func probability(x float64) bool { return x >= 0 && x <= 1 }
func anyNumber(float64) bool     { return true }
func shapely(x float64) bool     { return x >= 1e-3 && x <= 1e6 }

const (
	wantPositive    = "a number above 0 and up to 1e30"
	wantNotNegative = "a number from 0 to 1e30"
	wantProbability = "a number from 0 to 1"
	wantShape       = "a number from 0.001 to 1000000"
	wantNumber      = "a number from -1e30 to 1e30"
)

// parameter is a member of a record that wants some members by its kind.
type parameter struct {
	name  string
	given bool
}

// parameters checks that what the kind needs is given, and nothing that it
// does not take. It reports whether all that is needed is there.
func (c *checker) parameters(kind string, list []parameter, need, may []string) bool {
	complete := true
	want, instead := words(append(append([]string(nil), need...), may...)), ""
	switch want {
	case "rate":
		instead = " (or probability, or uncertainRate)"
	case "mu and sigma":
		instead = " (or p05 and p95)"
	}
	for _, p := range list {
		needed, allowed := contains(need, p.name), contains(may, p.name)
		switch {
		case needed && !p.given:
			c.Add("", ParameterMissing, "kind", kind, "want", words(need)+instead, "name", p.name)
			complete = false
		case p.given && !needed && !allowed:
			c.Add(p.name, ParameterUnused, "kind", kind, "name", p.name, "want", want+instead)
		}
	}
	return complete
}

func contains(list []string, s string) bool {
	for _, have := range list {
		if have == s {
			return true
		}
	}
	return false
}

// words joins names as a sentence does: a, b and c.
func words(list []string) string {
	out := ""
	for i, s := range list {
		switch {
		case i == 0:
		case i == len(list)-1:
			out += " and "
		default:
			out += ", "
		}
		out += s
	}
	return out
}
