package certification

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Occasion is at which point of the certification cycle an audit takes place.
type Occasion string

// The occasions. The initial audit is stage 1 and stage 2 together.
const (
	InitialAudit         Occasion = "initial"
	SurveillanceAudit    Occasion = "surveillance"
	RecertificationAudit Occasion = "recertification"
)

var occasions = []Occasion{InitialAudit, SurveillanceAudit, RecertificationAudit}

// Known reports whether o is in the vocabulary.
func (o Occasion) Known() bool { return word.Known(o, occasions...) }

// UnmarshalText reads initial, surveillance or recertification.
func (o *Occasion) UnmarshalText(text []byte) error {
	return unmarshalName(o, text, "certification.Occasion", occasions...)
}

// TimeMethod is how audit time is calculated: the tables, and the limits of
// the rules around them. It is a versioned value, named in every [Estimate].
// Whoever holds a licensed table puts it in with [TimeMethod.With] and gives
// the method another name or version. The zero value is refused; see
// [DefaultTime].
type TimeMethod struct {
	Name    string      `json:"name"`
	Version string      `json:"version"`
	Tables  []TimeTable `json:"tables"`

	Reduction       Fraction `json:"reduction"`       // of the table's days: the most that may be saved
	SampledSite     Fraction `json:"sampledSite"`     // of the table's days: the most that may be saved at a sampled site
	Integration     Fraction `json:"integration"`     // of the sum over the standards: the most that integration may save
	Surveillance    Fraction `json:"surveillance"`    // of an initial audit
	Recertification Fraction `json:"recertification"` // of an initial audit
	OnSite          Fraction `json:"onSite"`          // of the time: the least on site
	Round           Fraction `json:"round"`           // of a day: what results are rounded to
}

// DefaultTime returns the library's method: the rules of the IAF documents
// and the tables that are public.
func DefaultTime() TimeMethod {
	md5 := func(part, of int) Fraction { return Fraction{part, of, "IAF MD 5", undated, ConfidenceA} }
	return TimeMethod{
		Name: "default", Version: "1",
		Tables:          []TimeTable{QMSTime(), ISMSTime(), AIMSTime()},
		Reduction:       md5(30, 100),
		SampledSite:     Fraction{50, 100, "IAF MD 1, 7.3.1", "2023", ConfidenceA},
		Integration:     Fraction{20, 100, "IAF MD 11", undated, ConfidenceA},
		Surveillance:    md5(1, 3),
		Recertification: md5(2, 3),
		OnSite:          md5(80, 100),
		Round:           md5(1, 2),
	}
}

// With returns the method with a table put in, in place of the one of the
// same name.
func (m TimeMethod) With(t TimeTable) TimeMethod {
	m.Tables = slices.Clone(m.Tables)
	if i := slices.IndexFunc(m.Tables, func(old TimeTable) bool { return old.Name == t.Name }); i >= 0 {
		m.Tables[i] = t
		return m
	}
	m.Tables = append(m.Tables, t)
	return m
}

// Table returns the table of a name.
func (m TimeMethod) Table(name string) (TimeTable, bool) {
	i := slices.IndexFunc(m.Tables, func(t TimeTable) bool { return t.Name == name })
	if i < 0 {
		return TimeTable{}, false
	}
	return m.Tables[i], true
}

// DecodeTimeMethod reads a method from JSON and checks it.
func DecodeTimeMethod(data []byte) (TimeMethod, error) { return decode[TimeMethod](data) }

func decode[T interface{ Validate() error }](data []byte) (T, error) {
	var v, none T
	if _, err := aims.Decode(data, &v, aims.DecodeOptions{}); err != nil {
		return none, err
	}
	if err := v.Validate(); err != nil {
		return none, err
	}
	return v, nil
}

// Validate reports every problem of the method.
func (m TimeMethod) Validate() error {
	c := aims.Checker{Texts: timeTexts}
	c.Text("name", m.Name)
	c.Text("version", m.Version)
	if len(m.Tables) == 0 {
		c.Add("tables", aims.Missing)
	}
	names := make([]string, len(m.Tables))
	for i, t := range m.Tables {
		names[i] = t.Name
		c.Nest(aims.Field("tables", i), t.Validate())
	}
	checkNames(&c, "tables", names)
	for _, f := range []struct {
		name string
		Fraction
	}{
		{"reduction", m.Reduction},
		{"sampledSite", m.SampledSite},
		{"integration", m.Integration},
		{"surveillance", m.Surveillance},
		{"recertification", m.Recertification},
		{"onSite", m.OnSite},
		{"round", m.Round},
	} {
		c.Nest(f.name, f.Validate())
	}
	return c.Err()
}

// checkNames reports names that stand in a list twice.
func checkNames(c *aims.Checker, field string, names []string) {
	for i, name := range names {
		if name != "" && slices.Contains(names[:i], name) {
			c.Add(aims.Field(field, i, "name"), NameTwice, "name", name)
		}
	}
}

// share returns what an audit takes of an initial one.
func (m TimeMethod) share(o Occasion) Fraction {
	if o == SurveillanceAudit {
		return m.Surveillance
	}
	return m.Recertification
}
