package risk

import (
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Criteria are the risk criteria of an organization, in one of their versions
// (6.1.1, 6.1.2): scales, matrix, and what separates acceptable from
// unacceptable risk. The matrix serves every dimension of consequence.
type Criteria struct {
	ID       CriteriaID      `json:"id"`
	Recorded aims.Date       `json:"recorded,omitzero"`
	Title    string          `json:"title"`
	Version  string          `json:"version,omitempty"`
	Document aims.DocumentID `json:"document,omitempty"` // the controlled document that holds the text

	// What an approval and every rating bind; see [Criteria.Content].
	Policy               aims.PolicyID `json:"policy,omitempty"`              // the policy that they were checked against
	ConsistentWithPolicy aims.Answer   `json:"consistentWithPolicy,omitzero"` // and with the AI objectives, as somebody checked (6.1.2)
	Likelihood           Scale         `json:"likelihood"`
	Consequences         []Dimension   `json:"consequences"` // 6.1.2 asks for one at least for organization, individuals and societies
	Matrix               Matrix        `json:"matrix"`
	Levels               []Band        `json:"levels"`              // the risk levels that the matrix holds, lowest first
	Appetite             Level         `json:"appetite"`            // highest risk level that is taken without more ado
	Tolerance            Level         `json:"tolerance,omitzero"`  // highest risk level that may be kept by acceptance; absent: the appetite
	Accepters            []Accepter    `json:"accepters,omitempty"` // who may accept which risk level

	// What happens to them.
	ReviewBy  aims.Date         `json:"reviewBy,omitzero"`
	Reviews   []aims.Review     `json:"reviews,omitempty"`
	Approvals []aims.Approval   `json:"approvals,omitempty"`
	Withdrawn aims.Date         `json:"withdrawn,omitzero"` // last day in force
	Ext       map[string]string `json:"ext,omitempty"`      // the host's own; no rule reads it
}

// Dimension is one kind of consequence with its scale, which has as many
// steps as the matrix has columns.
type Dimension struct {
	ID       DimensionID `json:"id"` // such as financial, privacy, rights, environment
	Affected Affected    `json:"affected"`
	Scale    Scale       `json:"scale"`
}

// Affected says whom a consequence falls on (6.1.2).
type Affected string

// The affected, and other for dimensions beyond the standard's three.
const (
	Organization Affected = "organization"
	Individuals  Affected = "individuals"
	Societies    Affected = "societies"
	Other        Affected = "other"
)

// Known reports whether a is in the vocabulary.
func (a Affected) Known() bool { return word.Known(a, Organization, Individuals, Societies, Other) }

// UnmarshalText reads a word of the vocabulary.
func (a *Affected) UnmarshalText(text []byte) error {
	return unmarshalName(a, text, "risk.Affected", Organization, Individuals, Societies, Other)
}

// Band is one risk level: band i is [Level] i+1.
type Band struct {
	Label  string `json:"label"`            // unlike every other of its criteria
	Action string `json:"action,omitempty"` // what the level asks for
	Color  string `json:"color,omitempty"`  // #rrggbb
}

// Accepter names who may accept risks up to a level. A level above the
// tolerance is an exception that the criteria make.
type Accepter struct {
	UpTo    Level           `json:"upTo"`
	Persons []aims.PersonID `json:"persons,omitempty"`
	Roles   []aims.RoleID   `json:"roles,omitempty"` // whoever is assigned to one of them
}

// The codes of problems with criteria.
const (
	// GridMismatch: the matrix has another number of rows or columns than a scale has steps.
	GridMismatch aims.Code = "risk/grid-mismatch"
	// ThresholdsSwapped: the appetite lies above the tolerance.
	ThresholdsSwapped aims.Code = "risk/thresholds-swapped"
	// ColorMalformed: a colour is not of the form #rrggbb.
	ColorMalformed aims.Code = "risk/color-malformed"
	// AccepterNobody: an entry says up to which level, and names neither persons nor roles.
	AccepterNobody aims.Code = "risk/accepter-nobody"
)

// Digest returns the digest of the content, which every [Rating] made with
// the criteria carries.
func (k Criteria) Digest() (aims.Digest, error) { return aims.DigestOf(k.Content()) }

// Top returns the highest risk level.
func (k Criteria) Top() Level { return Level(min(len(k.Levels), int(MaxLevel))) }

// Label returns the label of a risk level; "" for zero and for what lies outside.
func (k Criteria) Label(l Level) string {
	if l == 0 || int(l) > len(k.Levels) {
		return ""
	}
	return k.Levels[l-1].Label
}

// Limit returns the tolerance; where none is given, the appetite.
func (k Criteria) Limit() Level {
	if k.Tolerance == 0 {
		return k.Appetite
	}
	return k.Tolerance
}

// dimension returns the place of a dimension, or -1.
func (k *Criteria) dimension(id DimensionID) int {
	for i := range k.Consequences {
		if k.Consequences[i].ID == id {
			return i
		}
	}
	return -1
}

// Content returns what an approval binds, and what a rating is made with.
func (k Criteria) Content() Criteria {
	k.Recorded, k.ReviewBy, k.Withdrawn = 0, 0, 0
	k.Reviews, k.Approvals, k.Ext = nil, nil, nil
	return k
}

// Ref names the record.
func (k Criteria) Ref() aims.Ref { return aims.Ref{Kind: KindCriteria, ID: string(k.ID)} }

// Since returns the day from which the record exists.
func (k Criteria) Since() aims.Date { return k.Recorded }

// Validate reports every problem inside the record.
func (k Criteria) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", k.ID)
	c.OptionalDate("recorded", k.Recorded)
	c.Text("title", k.Title)
	c.OptionalText("version", k.Version)
	aims.CheckOptionalID(&c, "document", k.Document)
	aims.CheckOptionalID(&c, "policy", k.Policy)
	aims.CheckOptionalWord(&c, "consistentWithPolicy", k.ConsistentWithPolicy)
	c.Nest("likelihood", k.Likelihood.Validate())
	k.checkDimensions(&c)
	k.checkMatrix(&c)
	k.checkBands(&c)
	checkLevel(&c, "appetite", k.Appetite, k.Top())
	checkOptionalLevel(&c, "tolerance", k.Tolerance, k.Top())
	if k.Tolerance != 0 && k.Appetite > k.Tolerance {
		c.Add("tolerance", ThresholdsSwapped, "appetite", k.Appetite.String(), "tolerance", k.Tolerance.String())
	}
	for i, a := range k.Accepters {
		in := c.In("accepters", i)
		checkLevel(in, "upTo", a.UpTo, k.Top())
		aims.CheckIDs(in, "persons", a.Persons)
		aims.CheckIDs(in, "roles", a.Roles)
		if len(a.Persons)+len(a.Roles) == 0 {
			in.Add("", AccepterNobody)
		}
	}
	c.OptionalDate("reviewBy", k.ReviewBy)
	aims.CheckEach(&c, "reviews", k.Reviews)
	aims.CheckEach(&c, "approvals", k.Approvals)
	c.OptionalDate("withdrawn", k.Withdrawn)
	return c.Err()
}

func (k *Criteria) checkDimensions(c *aims.Checker) {
	if len(k.Consequences) == 0 {
		c.Add("consequences", aims.Missing)
	}
	seen := make(map[string]bool, len(k.Consequences))
	for i, d := range k.Consequences {
		in := c.In("consequences", i)
		aims.CheckID(in, "id", d.ID)
		checkUnlike(in, "id", seen, string(d.ID))
		aims.CheckWord(in, "affected", d.Affected)
		in.Nest("scale", d.Scale.Validate())
	}
}

// checkMatrix checks the matrix, and that its cells stand for the steps of the
// scales and hold risk levels.
func (k *Criteria) checkMatrix(c *aims.Checker) {
	if err := k.Matrix.Validate(); err != nil {
		c.Nest("matrix", err)
		return
	}
	grid := k.Matrix.Grid
	mismatch := func(c *aims.Checker, field string, got, want int) {
		if got != want && got > 0 {
			c.Add(field, GridMismatch, "got", strconv.Itoa(got), "want", strconv.Itoa(want))
		}
	}
	mismatch(c, "likelihood/steps", len(k.Likelihood.Steps), len(grid))
	for i, d := range k.Consequences {
		mismatch(c.In("consequences", i), "scale/steps", len(d.Scale.Steps), len(grid[0]))
	}
	for l, row := range grid {
		in := c.In("matrix/grid", l)
		for s, level := range row {
			if len(k.Levels) > 0 {
				checkOptionalLevel(in.In("", s), "", level, k.Top())
			}
		}
	}
}

func (k *Criteria) checkBands(c *aims.Checker) {
	checkLength(c, "levels", len(k.Levels), minSteps)
	seen := make(map[string]bool, len(k.Levels))
	for i, b := range k.Levels {
		in := c.In("levels", i)
		in.Text("label", b.Label)
		checkUnlike(in, "label", seen, b.Label)
		in.OptionalText("action", b.Action)
		if b.Color != "" && !color(b.Color) {
			in.Add("color", ColorMalformed, "got", clip(b.Color))
		}
	}
}

// color reports whether s is of the form #rrggbb.
func color(s string) bool {
	return len(s) == 7 && s[0] == '#' && strings.Trim(s[1:], "0123456789abcdefABCDEF") == ""
}

// Links visits the references of the record.
func (k Criteria) Links(l *aims.Linker) {
	aims.Link(l, "document", aims.KindDocument, k.Document)
	aims.Link(l, "policy", aims.KindPolicy, k.Policy)
	for i, a := range k.Accepters {
		l.In("accepters", i, func(l *aims.Linker) {
			aims.LinkAll(l, "persons", aims.KindPerson, a.Persons)
			aims.LinkAll(l, "roles", aims.KindRole, a.Roles)
		})
	}
	aims.LinkReviews(l, "reviews", k.Reviews)
	aims.LinkApprovals(l, "approvals", k.Approvals)
}
