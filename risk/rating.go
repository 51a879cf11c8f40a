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
		in := aims.Field("consequences", i)
		aims.CheckID(&c, in+"/dimension", q.Dimension)
		if q.Dimension != "" && r.consequence(q.Dimension) < i {
			c.Add(in+"/dimension", aims.Twice, "value", string(q.Dimension))
		}
		checkOptionalLevel(&c, in+"/level", q.Level, MaxLevel)
		c.OptionalText(in+"/whyNot", q.WhyNot)
		if q.Level != 0 && q.WhyNot != "" {
			c.Add(in+"/whyNot", LevelAndReason)
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
		in := aims.Field("consequences", i)
		d := k.dimension(q.Dimension)
		if d < 0 {
			c.Add(in+"/dimension", DimensionUnknown, "got", string(q.Dimension))
			continue
		}
		checkOptionalLevel(&c, in+"/level", q.Level, k.Consequences[d].Scale.Top())
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

// links visits the references of the rating in a field.
func (r *Rating) links(l *aims.Linker, field string) {
	if r == nil {
		return
	}
	aims.Link(l, field+"/by", aims.KindPerson, r.By)
	aims.LinkAll(l, field+"/evidence", aims.KindEvidence, r.Evidence)
}
