package risk

import (
	"maps"

	"github.com/aimskit/aimskit/aims"
	"github.com/shopspring/decimal"
)

// Doubt is something questionable about a well-formed matrix, with its
// witnesses: the cells that disagree, and a point in each where points show
// it. It is no problem; the matrix is the organization's decision.
type Doubt struct {
	Code   aims.Code `json:"code"`
	Cells  []Cell    `json:"cells"`
	Points []Point   `json:"points,omitempty"`
}

// The codes of doubts about a matrix; see [Matrix.Cox].
const (
	// CoxReversed: a red cell holds points of less risk than a green cell (weak consistency).
	CoxReversed aims.Code = "risk/cox-reversed"
	// CoxAdjacent: a rising line leads from a green cell straight into a red one (betweenness).
	CoxAdjacent aims.Code = "risk/cox-adjacent"
	// CoxShouldBeGreen: a cell that is not green reaches as low as a green one, and not as high as any red one (consistent colouring).
	CoxShouldBeGreen aims.Code = "risk/cox-should-be-green"
	// CoxShouldBeRed: a cell that is not red reaches as high as a red one, and not as low as any green one (consistent colouring).
	CoxShouldBeRed aims.Code = "risk/cox-should-be-red"
	// CoxBetweenNothing: a cell is neither green nor red, and lies on no rising line from green to red (consistent colouring).
	CoxBetweenNothing aims.Code = "risk/cox-between-nothing"
)

// LevelUnused: no cell of the matrix holds a risk level of the criteria.
const LevelUnused aims.Code = "risk/level-unused"

// Cell is a place in a [Matrix].
type Cell struct {
	Likelihood  Level `json:"likelihood"`
	Consequence Level `json:"consequence"`
}

// String returns likelihood and consequence: "4/2".
func (c Cell) String() string { return c.Likelihood.String() + "/" + c.Consequence.String() }

// Point is a place on the axes of a matrix, with its risk: the product.
type Point struct {
	Likelihood  decimal.Decimal `json:"likelihood"`
	Consequence decimal.Decimal `json:"consequence"`
	Risk        decimal.Decimal `json:"risk"`
}

// String returns "0.5 × 20 = 10".
func (p Point) String() string {
	return p.Likelihood.String() + " × " + p.Consequence.String() + " = " + p.Risk.String()
}

// Observation returns the doubt with its sentence, and without a verdict:
// nothing is to be mended as long as the doubt is known.
func (d Doubt) Observation() aims.Observation {
	args := make(map[string]string, 4)
	for i, name := range []string{"cell", "other"} {
		if i < len(d.Cells) {
			args[name] = d.Cells[i].String()
		}
		if i < len(d.Points) {
			args[name+"Point"] = d.Points[i].String()
		}
	}
	return aims.Observation{Rule: d.Code, Code: d.Code, Args: args, Text: texts[d.Code]}
}

// Doubts returns what is questionable about well-formed criteria: the risk
// levels that no cell of the matrix holds, and for each dimension of
// consequence what [Matrix.Cox] doubts, with the lowest and the highest level
// as green and red. Where likelihood and consequence both have bounds, those
// are the axes; otherwise the bins have equal width. A doubt on several
// dimensions is told once, with the first. Malformed criteria have problems
// and no doubts.
func (k Criteria) Doubts() []aims.Observation {
	if k.Validate() != nil {
		return nil
	}
	var out []aims.Observation
	for _, l := range k.Matrix.Unused(k.Top()) {
		args := map[string]string{"level": l.String(), "label": k.Label(l)}
		out = append(out, aims.Observation{Rule: LevelUnused, Code: LevelUnused, Args: args, Text: texts[LevelUnused]})
	}
	told := map[string]bool{}
	for _, d := range k.Consequences {
		doubts, err := k.Matrix.Cox(k.numbers(d), Colors{})
		if err != nil {
			return out // not for well-formed criteria
		}
		for _, doubt := range doubts {
			o := doubt.Observation()
			if sentence := o.Sentence(); !told[sentence] {
				told[sentence] = true
				o.Args = maps.Clone(o.Args)
				o.Args["dimension"] = string(d.ID)
				out = append(out, o)
			}
		}
	}
	return out
}

// numbers returns the axes of the matrix for one dimension, where both scales
// have them.
func (k *Criteria) numbers(d Dimension) Axes {
	likelihood, ok := k.Likelihood.Axis()
	consequence, both := d.Scale.Axis()
	if !ok || !both {
		return Axes{}
	}
	return Axes{likelihood, consequence}
}
