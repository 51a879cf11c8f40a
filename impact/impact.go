package impact

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
	"github.com/aimskit/aimskit/risk"
)

// Impact is one effect of a system on one party in one domain (A.5.4, A.5.5).
type Impact struct {
	ID         ImpactID    `json:"id"`
	Title      string      `json:"title"` // what happens to whom
	Party      PartyID     `json:"party"`
	Domain     Domain      `json:"domain"`
	Rights     aims.Answer `json:"rights,omitzero"` // it bears on a human right as well; of the domain of human rights that goes without saying
	Effect     Effect      `json:"effect"`
	Occurrence Occurrence  `json:"occurrence"`
	Scenario   ScenarioID  `json:"scenario,omitempty"`   // the use, misuse or failure that it comes from
	Persons    aims.Amount `json:"persons,omitzero"`     // how many of the party it touches; absent: not known
	Inherent   Rating      `json:"inherent,omitzero"`    // without any measure
	Residual   *Rating     `json:"residual,omitempty"`   // of a harm, as somebody expects it with every measure in place; absent: as computed
	Confidence Confidence  `json:"confidence,omitzero"`  // in the ratings; it enters none of them
	Rationale  string      `json:"rationale,omitempty"`  // for the ratings
	NotApplies string      `json:"notApplies,omitempty"` // why it does not occur here; it then counts for nothing
	Basis      Basis       `json:"basis,omitzero"`
}

// Rating is an impact on the scales of a [Method]. Zero is a level that was
// not assessed, which is not the lowest one.
type Rating struct {
	Scale           risk.Level `json:"scale,omitzero"`           // how grave
	Scope           risk.Level `json:"scope,omitzero"`           // how many
	Irremediability risk.Level `json:"irremediability,omitzero"` // how hard to put right; of a harm only
	Likelihood      risk.Level `json:"likelihood,omitzero"`      // of a potential impact only
}

// Effect says whether an impact is good or bad for the party.
type Effect string

// The effects.
const (
	Benefit Effect = "benefit"
	Harm    Effect = "harm"
)

// Known reports whether e is in the vocabulary.
func (e Effect) Known() bool { return word.Known(e, Benefit, Harm) }

// UnmarshalText reads a word of the vocabulary.
func (e *Effect) UnmarshalText(text []byte) error {
	return unmarshalName(e, text, "impact.Effect", Benefit, Harm)
}

// Occurrence says whether an impact has happened.
type Occurrence string

// The occurrences.
const (
	Actual    Occurrence = "actual"    // it happens, or has happened; severity alone counts
	Potential Occurrence = "potential" // it may happen; likelihood counts as well
)

// Known reports whether o is in the vocabulary.
func (o Occurrence) Known() bool { return word.Known(o, Actual, Potential) }

// UnmarshalText reads a word of the vocabulary.
func (o *Occurrence) UnmarshalText(text []byte) error {
	return unmarshalName(o, text, "impact.Occurrence", Actual, Potential)
}

// Confidence is how sure the assessors are of a rating. Zero means that nobody
// said.
type Confidence uint8

// The degrees of confidence, from least to most.
const (
	LowConfidence Confidence = iota + 1
	MediumConfidence
	HighConfidence
)

var confidences = word.Scale{Name: "impact.Confidence", Words: []string{"", "low", "medium", "high"}}

// String returns the word of the degree, "" for zero.
func (c Confidence) String() string { return confidences.String(int(c)) }

// Known reports whether c is one of the degrees; zero is not.
func (c Confidence) Known() bool { return c != 0 && c <= HighConfidence }

// MarshalText returns the word of the degree; zero has none and is an error.
func (c Confidence) MarshalText() ([]byte, error) { return confidences.Marshal(int(c)) }

// UnmarshalText reads low, medium or high.
func (c *Confidence) UnmarshalText(text []byte) error { return unmarshalWord(c, text, confidences) }

// The codes of problems with an impact.
const (
	// LikelihoodStray: an actual impact has a likelihood.
	LikelihoodStray aims.Code = "impact/likelihood-stray"
	// IrremediabilityStray: a benefit has an irremediability.
	IrremediabilityStray aims.Code = "impact/irremediability-stray"
	// ResidualStray: a benefit, or an impact that does not apply, has a residual rating.
	ResidualStray aims.Code = "impact/residual-stray"
	// LevelOutside: a level is not on its scale.
	LevelOutside aims.Code = "impact/level-outside"
)

// Applies reports whether the impact counts.
func (i Impact) Applies() bool { return i.NotApplies == "" }

// OnRights reports whether the impact bears on a human right.
func (i Impact) OnRights() bool { return i.Domain == HumanRights || i.Rights == aims.Yes }

// Validate reports missing and malformed fields. Whether the levels are on
// the scales, [Assessment.ValidateAgainst] says.
func (i Impact) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", i.ID)
	c.Text("title", i.Title)
	aims.CheckID(&c, "party", i.Party)
	aims.CheckWord(&c, "domain", i.Domain)
	aims.CheckOptionalWord(&c, "rights", i.Rights)
	aims.CheckWord(&c, "effect", i.Effect)
	aims.CheckWord(&c, "occurrence", i.Occurrence)
	aims.CheckOptionalID(&c, "scenario", i.Scenario)
	c.Count("persons", i.Persons)
	i.checkRating(&c, "inherent", i.Inherent)
	if i.Residual != nil {
		i.checkRating(&c, "residual", *i.Residual)
		if i.Effect == Benefit || !i.Applies() {
			c.Add("residual", ResidualStray)
		}
	}
	aims.CheckOptionalWord(&c, "confidence", i.Confidence)
	c.OptionalText("rationale", i.Rationale)
	c.OptionalText("notApplies", i.NotApplies)
	c.Nest("basis", i.Basis.Validate())
	return c.Err()
}

func (i *Impact) checkRating(c *aims.Checker, field string, r Rating) {
	for _, a := range r.axes() {
		checkLevel(c, field+"/"+a.name, a.level, risk.MaxLevel)
	}
	if i.Effect == Benefit && r.Irremediability != 0 {
		c.Add(field+"/irremediability", IrremediabilityStray)
	}
	if i.Occurrence == Actual && r.Likelihood != 0 {
		c.Add(field+"/likelihood", LikelihoodStray)
	}
}

// axis is one of the levels of a rating, with its member.
type axis struct {
	name  string
	level risk.Level
}

// The places of the axes in a rating.
const (
	scale = iota
	scope
	irremediability
	likelihood
)

func (r Rating) axes() [4]axis {
	return [4]axis{
		{"scale", r.Scale},
		{"scope", r.Scope},
		{"irremediability", r.Irremediability},
		{"likelihood", r.Likelihood},
	}
}
