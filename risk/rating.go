package risk

import (
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// Rating is one assessment of a risk against criteria. The risk level is not
// stored: the [Criteria] give it.
type Rating struct {
	Criteria     aims.Digest       `json:"criteria"`               // [Criteria.Digest] of those it was made with
	Likelihood   Level             `json:"likelihood,omitzero"`    // zero: not assessed
	Consequences []Consequence     `json:"consequences,omitempty"` // at most one for each dimension
	On           aims.Date         `json:"on,omitzero"`            // the day of the assessment
	By           aims.PersonID     `json:"by,omitempty"`
	Rationale    string            `json:"rationale,omitempty"`
	Evidence     []aims.EvidenceID `json:"evidence,omitempty"`
}

// Consequence is the level on one dimension, or the reason why there is none.
// With neither, the dimension is not assessed.
type Consequence struct {
	Dimension DimensionID `json:"dimension"`
	Level     Level       `json:"level,omitzero"`
	WhyNot    string      `json:"whyNot,omitempty"` // for example "nobody outside meets the system"
}

// The codes of problems with a rating.
const (
	// LevelAndReason: a consequence has a level, and a reason for having none.
	LevelAndReason aims.Code = "risk/level-and-reason"
	// DimensionUnknown: the criteria have no dimension of that id.
	DimensionUnknown aims.Code = "risk/dimension-unknown"
)

// Validate reports missing and malformed fields. Whether the levels are on the
// scales, [Rating.ValidateAgainst] says.
func (r Rating) Validate() error {
	c := aims.Checker{Texts: texts}
	c.Digest("criteria", r.Criteria)
	checkOptionalLevel(&c, "likelihood", r.Likelihood, MaxLevel)
	for i, q := range r.Consequences {
		in := c.In("consequences", i)
		aims.CheckID(in, "dimension", q.Dimension)
		if q.Dimension != "" && r.consequence(q.Dimension) < i {
			in.Add("dimension", aims.Twice, "value", string(q.Dimension))
		}
		checkOptionalLevel(in, "level", q.Level, MaxLevel)
		in.OptionalText("whyNot", q.WhyNot)
		if q.Level != 0 && q.WhyNot != "" {
			in.Add("whyNot", LevelAndReason)
		}
	}
	c.OptionalDate("on", r.On)
	aims.CheckOptionalID(&c, "by", r.By)
	c.OptionalText("rationale", r.Rationale)
	aims.CheckIDs(&c, "evidence", r.Evidence)
	return c.Err()
}

// ValidateAgainst reports every level that is not on its scale, and every
// dimension that the criteria do not have.
func (r Rating) ValidateAgainst(k Criteria) error {
	c := aims.Checker{Texts: texts}
	checkOptionalLevel(&c, "likelihood", r.Likelihood, k.Likelihood.Top())
	for i, q := range r.Consequences {
		in := c.In("consequences", i)
		d := k.dimension(q.Dimension)
		if d < 0 {
			in.Add("dimension", DimensionUnknown, "got", string(q.Dimension))
			continue
		}
		checkOptionalLevel(in, "level", q.Level, k.Consequences[d].Scale.Top())
	}
	return c.Err()
}

// consequence returns the place of the first consequence on a dimension, or -1.
func (r *Rating) consequence(id DimensionID) int {
	return slices.IndexFunc(r.Consequences, func(q Consequence) bool { return q.Dimension == id })
}

// content returns what is rated, without who did it, when, and on what
// evidence: to confirm a rating changes nothing, nor does the order of the
// consequences.
func (r *Rating) content() *Rating {
	if r == nil {
		return nil
	}
	consequences := slices.Clone(r.Consequences)
	slices.SortStableFunc(consequences, func(a, b Consequence) int { return strings.Compare(string(a.Dimension), string(b.Dimension)) })
	return &Rating{Criteria: r.Criteria, Likelihood: r.Likelihood, Consequences: consequences, Rationale: r.Rationale}
}

// links visits the references of the rating; of none there are none.
func (r *Rating) links(l *aims.Linker) {
	if r == nil {
		return
	}
	aims.Link(l, "by", aims.KindPerson, r.By)
	aims.LinkAll(l, "evidence", aims.KindEvidence, r.Evidence)
}
