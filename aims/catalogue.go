package aims

import (
	"iter"
	"slices"
	"strconv"
	"sync"
)

// Catalogue lists the requirements of one edition of the standard, in numeric
// order. It is a value that is never changed; its zero value is empty. A
// later edition, or one of your own, is another value: see [NewCatalogue].
//
// The methods hand out the catalogue's own lists of points, documented
// information and controls, so that looking something up costs nothing: read
// them, and clone before changing.
type Catalogue struct {
	*contents // nil for the zero value
}

// contents is what the copies of a catalogue share.
type contents struct {
	edition      string
	attribution  Attribution
	requirements []Requirement
	slots        []int32 // see find

	once   sync.Once // digest and failed
	digest Digest
	failed error
}

// Attribution says where the content of a catalogue comes from.
type Attribution struct {
	Source     string `json:"source"`               // where ids and titles come from
	Wording    string `json:"wording,omitempty"`    // whose words the rest is in
	Confidence string `json:"confidence,omitempty"` // how well it was checked, and against what
}

// Edition2023 returns the requirements of ISO/IEC 42001:2023: 7 clauses with
// 32 leaves. Every call builds a value that shares nothing with any other, so
// keep it where you look things up often.
func Edition2023() Catalogue {
	return catalogue(
		"ISO/IEC 42001:2023",
		Attribution{
			Source:     "clause numbers and short titles of ISO/IEC 42001:2023",
			Wording:    "summaries, points and items are this library's own words; the text of the standard is not reproduced",
			Confidence: "numbers and titles agree in three public sources; which points are core is this library's interpretation",
		},
		slices.Concat(clause4(), clause5(), clause6(), clause7(), clause8(), clause9(), clause10()),
	)
}

// catalogue indexes requirements that are known to be sound; it keeps them.
func catalogue(edition string, attribution Attribution, requirements []Requirement) Catalogue {
	size := 4
	for size < 4*len(requirements) {
		size *= 2
	}
	c := &contents{edition: edition, attribution: attribution, requirements: requirements, slots: make([]int32, size)}
	for i, r := range requirements {
		j := r.Clause.slot(size)
		for c.slots[j] != 0 {
			j = (j + 1) & (size - 1)
		}
		c.slots[j] = int32(i + 1)
	}
	return Catalogue{c}
}

// find returns the entry of a clause, or nil. Rules look clauses up all the
// time, and this takes half the time of a map: slots is a table with open
// addressing, its size a power of two, that holds positions from 1; 0 is free.
func (c *contents) find(clause Clause) *Requirement {
	if c == nil {
		return nil
	}
	size := len(c.slots)
	for j := clause.slot(size); c.slots[j] != 0; j = (j + 1) & (size - 1) {
		if r := &c.requirements[c.slots[j]-1]; r.Clause == clause {
			return r
		}
	}
	return nil
}

// get returns the contents, empty ones of the zero value.
func (c *contents) get() *contents {
	if c == nil {
		return &contents{}
	}
	return c
}

// slot returns the first place to look in a table of size slots.
func (c Clause) slot(size int) int {
	h := uint32(len(c))
	for i := range len(c) {
		h = 31*h + uint32(c[i])
	}
	return int(h^h>>8) & (size - 1)
}

// Problems of a catalogue.
const (
	// OutOfOrder: a requirement stands after one with a higher number.
	OutOfOrder Code = "aims/out-of-order"
	// HeadingMissing: a requirement stands under a heading that is not listed.
	HeadingMissing Code = "aims/heading-missing"
	// PointsOnHeading: a heading has points of its own.
	PointsOnHeading Code = "aims/points-on-heading"
	// PointMisplaced: a point is not named after its requirement and its place.
	PointMisplaced Code = "aims/point-misplaced"
	// CorePointMissing: a leaf has points, and none of them is core.
	CorePointMissing Code = "aims/core-point-missing"
	// TooMany: a list is longer than it may be.
	TooMany Code = "aims/too-many"
)

// MaxPoints is the number of letters, and so of points in one requirement.
const MaxPoints = 26

// NewCatalogue returns a catalogue of your own, such as a later edition or a
// sector's additions. It copies the requirements. They stand in numeric
// order, each once and after its heading; every entry without children is a
// leaf with points, at least one of them core. All problems are reported, as
// an [InvalidError] with paths like /requirements/3/points/0/id.
func NewCatalogue(edition string, attribution Attribution, requirements []Requirement) (Catalogue, error) {
	var c Checker
	c.Text("edition", edition)
	c.Text("attribution/source", attribution.Source)
	c.OptionalText("attribution/wording", attribution.Wording)
	c.OptionalText("attribution/confidence", attribution.Confidence)
	if len(requirements) == 0 {
		c.Add("requirements", Missing)
	}
	own := make([]Requirement, len(requirements))
	listed := make(map[Clause]bool, len(requirements))
	parents := make(map[Clause]bool, len(requirements))
	for _, r := range requirements {
		parents[r.Clause.Parent()] = true
	}
	for i, r := range requirements {
		var previous Clause
		if i > 0 {
			previous = requirements[i-1].Clause
		}
		in := Field("requirements", i)
		checkPlace(&c, in+"/clause", r.Clause, previous, listed)
		r.check(&c, in, r.Clause != "" && parents[r.Clause])
		listed[r.Clause] = true
		own[i] = r.clone()
	}
	if err := c.Err(); err != nil {
		return Catalogue{}, err
	}
	return catalogue(edition, attribution, own), nil
}

// checkPlace checks the number of a requirement against those before it.
func checkPlace(c *Checker, field string, clause, previous Clause, listed map[Clause]bool) {
	if clause == "" {
		c.Add(field, Missing)
		return
	}
	if _, err := ParseClause(string(clause)); err != nil {
		c.Add(field, CodeMalformed, "got", clip(string(clause)))
		return
	}
	switch {
	case listed[clause]:
		c.Add(field, Twice, "value", string(clause))
	case previous.Compare(clause) > 0:
		c.Add(field, OutOfOrder, "got", string(clause), "previous", clip(string(previous)))
	}
	if p := clause.Parent(); p != "" && !listed[p] {
		c.Add(field, HeadingMissing, "clause", string(clause), "heading", string(p))
	}
}

// check checks what a requirement says of itself; heading tells that other
// requirements stand below it.
func (r Requirement) check(c *Checker, in string, heading bool) {
	c.Text(in+"/title", r.Title)
	c.Text(in+"/summary", r.Summary)
	switch {
	case heading && r.Leaf():
		c.Add(in+"/points", PointsOnHeading, "clause", string(r.Clause))
	case heading:
	case !r.Leaf():
		c.Add(in+"/points", Missing)
	case len(r.Points) > MaxPoints:
		c.Add(in+"/points", TooMany, "got", strconv.Itoa(len(r.Points)), "max", strconv.Itoa(MaxPoints))
	default:
		r.checkPoints(c, in+"/points")
	}
	for i, d := range r.Documented {
		c.Text(in+"/"+Field("documented", i, "item"), d.Item)
		CheckWord(c, in+"/"+Field("documented", i, "kind"), d.Kind)
	}
	for i, id := range r.Controls {
		field := in + "/" + Field("controls", i)
		if _, err := ParseControlID(string(id)); err != nil {
			c.Add(field, CodeMalformed, "got", clip(string(id)))
		} else if slices.Contains(r.Controls[:i], id) {
			c.Add(field, Twice, "value", string(id))
		}
	}
}

func (r Requirement) checkPoints(c *Checker, field string) {
	core := false
	for i, p := range r.Points {
		in := field + "/" + strconv.Itoa(i)
		if want := r.point(i); p.ID != want {
			c.Add(in+"/id", PointMisplaced, "got", clip(string(p.ID)), "want", string(want))
		}
		c.Text(in+"/text", p.Text)
		core = core || p.Core
	}
	if !core {
		c.Add(field, CorePointMissing, "clause", string(r.Clause))
	}
}

// point returns the name of the i-th point of the requirement.
func (r Requirement) point(i int) PointID {
	return PointID(string(r.Clause) + "/" + string(rune('a'+i)))
}

// Edition names the edition, such as "ISO/IEC 42001:2023".
func (c Catalogue) Edition() string { return c.get().edition }

// Attribution says where the content comes from.
func (c Catalogue) Attribution() Attribution { return c.get().attribution }

// Digest returns the digest of the edition's name and its requirements with
// their points, computed once for a catalogue; of the zero value it is that
// of an empty catalogue.
func (c Catalogue) Digest() (Digest, error) {
	if c.contents == nil {
		return DigestOf(nil)
	}
	c.once.Do(func() {
		c.digest, c.failed = DigestOf(struct {
			Edition      string        `json:"edition"`
			Requirements []Requirement `json:"requirements"`
		}{c.edition, c.requirements})
	})
	return c.digest, c.failed
}

// All visits every entry, headings too, in numeric order.
func (c Catalogue) All() iter.Seq[Requirement] { return slices.Values(c.get().requirements) }

// Leaves visits the entries that ask for something, in numeric order.
func (c Catalogue) Leaves() iter.Seq[Requirement] { return c.where(Requirement.Leaf) }

// Children visits the entries directly below a clause, in numeric order; of
// no clause ("") the top-level ones.
func (c Catalogue) Children(clause Clause) iter.Seq[Requirement] {
	return c.where(func(r Requirement) bool { return r.Clause.Parent() == clause })
}

func (c Catalogue) where(match func(Requirement) bool) iter.Seq[Requirement] {
	return func(yield func(Requirement) bool) {
		for r := range c.All() {
			if match(r) && !yield(r) {
				return
			}
		}
	}
}

// Lookup returns the entry of a clause, and whether there is one.
func (c Catalogue) Lookup(clause Clause) (Requirement, bool) {
	r := c.find(clause)
	if r == nil {
		return Requirement{}, false
	}
	return *r, true
}

// Point returns a point by its name, and whether there is one.
func (c Catalogue) Point(id PointID) (Point, bool) {
	r := c.find(id.Clause())
	if r == nil {
		return Point{}, false
	}
	for _, p := range r.Points {
		if p.ID == id {
			return p, true
		}
	}
	return Point{}, false
}
