package risk

import "github.com/aimskit/aimskit/internal/word"

// Rated is what criteria make of a [Rating]: the risk level and the cell of
// the matrix that holds it, or the reason why there is no level. A level is
// never guessed.
type Rated struct {
	Level       Level       `json:"level,omitzero"`       // zero: not rated
	Likelihood  Level       `json:"likelihood,omitzero"`  // the row of the matrix
	Consequence Level       `json:"consequence,omitzero"` // the column: the highest over the dimensions
	Dimension   DimensionID `json:"dimension,omitempty"`  // the one that the column comes from; of several the first of the criteria
	Unrated     Unrated     `json:"unrated,omitempty"`    // why there is no level
}

// Unrated says why a rating has no risk level.
type Unrated string

// The reasons.
const (
	NoRating      Unrated = "no-rating"      // nobody rated the risk in that state by that day
	OtherCriteria Unrated = "other-criteria" // it was rated by criteria that are not in force
	NoLikelihood  Unrated = "no-likelihood"  // the likelihood was not assessed
	NoConsequence Unrated = "no-consequence" // a dimension was not assessed, and no reason says why; or none has a level
	OffScale      Unrated = "off-scale"      // a level is not on its scale
)

var unrateds = []Unrated{NoRating, OtherCriteria, NoLikelihood, NoConsequence, OffScale}

// Known reports whether u is in the vocabulary.
func (u Unrated) Known() bool { return word.Known(u, unrateds...) }

// UnmarshalText reads a word of the vocabulary.
func (u *Unrated) UnmarshalText(text []byte) error {
	return unmarshalName(u, text, "risk.Unrated", unrateds...)
}

// Rate returns the risk level of a rating; nil is one that was not made. Each
// dimension goes through the matrix, and the worst counts. A dimension without
// level and without reason leaves the risk unrated, and so does a likelihood
// that is missing.
//
// Rate takes the levels as they are, whichever criteria they were made with;
// [Register.Assess] looks at that as well.
func (k *Criteria) Rate(r *Rating) Rated {
	a := make(axes, 1+len(k.Consequences))
	if why := k.axes(r, a); why != "" {
		return Rated{Unrated: why}
	}
	return k.rated(a)
}
