package impact

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Basis says where an answer comes from. The zero value says nothing.
type Basis struct {
	Ground   Ground            `json:"ground,omitempty"`
	By       aims.PersonID     `json:"by,omitempty"`      // who answered
	On       aims.Date         `json:"on,omitzero"`       // when
	Until    aims.Date         `json:"until,omitzero"`    // last day on which an assumption may stand; only for what is assumed
	RestsOn  []Aspect          `json:"restsOn,omitempty"` // what the answer hangs on; empty: on every aspect
	Evidence []aims.EvidenceID `json:"evidence,omitempty"`
}

// Ground is how firm an answer is.
type Ground string

// The grounds, from weakest to firmest.
const (
	Assumed  Ground = "assumed"  // nobody knows yet; until a date
	Stated   Ground = "stated"   // somebody who ought to know said so
	Observed Ground = "observed" // somebody saw it
	Measured Ground = "measured" // by a method that can be repeated
)

var grounds = []Ground{Assumed, Stated, Observed, Measured}

// Known reports whether g is in the vocabulary.
func (g Ground) Known() bool { return word.Known(g, grounds...) }

// UnmarshalText reads a word of the vocabulary.
func (g *Ground) UnmarshalText(text []byte) error {
	return unmarshalName(g, text, "impact.Ground", grounds...)
}

// Aspect is a side of a system and of its use that an answer can hang on: when
// it changes, the answer is to be looked at again.
type Aspect string

// The aspects.
const (
	AspectVersion    Aspect = "version"    // of the system as a whole
	AspectModel      Aspect = "model"      // the models and other components in it
	AspectData       Aspect = "data"       // the data sets
	AspectPurpose    Aspect = "purpose"    // what it is used for
	AspectRegion     Aspect = "region"     // the jurisdictions
	AspectUsers      Aspect = "users"      // who works with it, and on whom
	AspectDeployment Aspect = "deployment" // technical and societal surroundings, human oversight
)

var aspects = []Aspect{
	AspectVersion, AspectModel, AspectData, AspectPurpose, AspectRegion, AspectUsers, AspectDeployment,
}

// Known reports whether a is in the vocabulary.
func (a Aspect) Known() bool { return word.Known(a, aspects...) }

// UnmarshalText reads a word of the vocabulary.
func (a *Aspect) UnmarshalText(text []byte) error {
	return unmarshalName(a, text, "impact.Aspect", aspects...)
}

// The codes of problems with a basis.
const (
	// UntilMissing: an answer is assumed, and no day is given until which.
	UntilMissing aims.Code = "impact/until-missing"
	// UntilStray: an answer that is not assumed has a day until which it may be.
	UntilStray aims.Code = "impact/until-stray"
)

// Validate reports malformed fields.
func (b Basis) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckOptionalWord(&c, "ground", b.Ground)
	aims.CheckOptionalID(&c, "by", b.By)
	c.OptionalDate("on", b.On)
	c.OptionalDate("until", b.Until)
	c.NotBefore("until", b.Until, "on", b.On)
	switch {
	case b.Ground == Assumed && b.Until == 0:
		c.Add("until", UntilMissing)
	case b.Ground != Assumed && b.Until != 0:
		c.Add("until", UntilStray)
	}
	aims.CheckWords(&c, "restsOn", b.RestsOn)
	aims.CheckIDs(&c, "evidence", b.Evidence)
	return c.Err()
}

// content returns what an approval binds: how firm the answer is and what it
// hangs on. To confirm an answer, or to add evidence, changes nothing.
func (b Basis) content() Basis {
	return Basis{Ground: b.Ground, Until: b.Until, RestsOn: sorted(b.RestsOn)}
}

func (b *Basis) links(l *aims.Linker) {
	aims.Link(l, "by", aims.KindPerson, b.By)
	aims.LinkAll(l, "evidence", aims.KindEvidence, b.Evidence)
}

// Statement is an answer in words. The zero value says nothing.
type Statement struct {
	Text  string `json:"text,omitempty"`
	Basis Basis  `json:"basis,omitzero"`
}

// Validate reports malformed fields.
func (s Statement) Validate() error {
	c := aims.Checker{Texts: texts}
	c.OptionalText("text", s.Text)
	c.Nest("basis", s.Basis.Validate())
	return c.Err()
}

func (s Statement) content() Statement {
	s.Basis = s.Basis.content()
	return s
}
