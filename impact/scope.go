package impact

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Scope is what was looked at: the system with its purpose, data, models and
// surroundings, and the ways in which it is used, misused and fails (6.1.4;
// ISO/IEC 42005). Its lists are compared with the system of today to tell
// whether the assessment still fits.
type Scope struct {
	Scenarios []Scenario `json:"scenarios,omitempty"`

	Purpose       Statement          `json:"purpose,omitzero"`
	UseCases      []aims.UseCaseID   `json:"useCases,omitempty"`
	Users         []string           `json:"users,omitempty"` // who works with it
	Uses          []UseAnswer        `json:"uses,omitempty"`  // the uses that the method lists, one by one
	Data          Statement          `json:"data,omitzero"`   // what it learns from and works on, and how good that is
	Datasets      []aims.DatasetID   `json:"datasets,omitempty"`
	Model         Statement          `json:"model,omitzero"` // how it comes to its results, and where it should not be trusted
	Models        []Model            `json:"models,omitempty"`
	Technical     Statement          `json:"technical,omitzero"` // the technical surroundings
	Societal      Statement          `json:"societal,omitzero"`  // the social surroundings
	Oversight     aims.OversightMode `json:"oversight,omitempty"`
	Jurisdictions []string           `json:"jurisdictions,omitempty"` // where it is developed, provided or used

	Omissions []Omission `json:"omissions,omitempty"` // what was looked at and does not occur
}

// Model is a model, or another component, in the version that was assessed.
type Model struct {
	Name    string `json:"name"`
	Version string `json:"version,omitempty"`
}

// Scenario is one way in which the system meets people.
type Scenario struct {
	ID    ScenarioID   `json:"id"`
	Kind  ScenarioKind `json:"kind"`
	What  string       `json:"what"`
	Basis Basis        `json:"basis,omitzero"`
}

// ScenarioKind says what an impact comes from.
type ScenarioKind string

// The kinds of scenario.
const (
	IntendedUse ScenarioKind = "intended-use" // as the system is meant to be used
	Misuse      ScenarioKind = "misuse"       // unintended or ill-meant use that can be foreseen
	Failure     ScenarioKind = "failure"      // the system does not do what it should
)

var scenarioKinds = []ScenarioKind{IntendedUse, Misuse, Failure}

// Known reports whether k is in the vocabulary.
func (k ScenarioKind) Known() bool { return word.Known(k, scenarioKinds...) }

// UnmarshalText reads a word of the vocabulary.
func (k *ScenarioKind) UnmarshalText(text []byte) error {
	return unmarshalName(k, text, "impact.ScenarioKind", scenarioKinds...)
}

// UseAnswer says whether the system is put to a use that the method lists.
type UseAnswer struct {
	Use     UseID       `json:"use"`
	Applies aims.Answer `json:"applies"`
	Why     string      `json:"why,omitempty"`
	Basis   Basis       `json:"basis,omitzero"`
}

// Omission says that something was looked for and is not there, and why: of
// scenario, party and domain exactly one is named.
type Omission struct {
	Scenario ScenarioKind `json:"scenario,omitempty"` // no scenario of this kind
	Party    PartyKind    `json:"party,omitempty"`    // nobody of this kind is touched
	Domain   Domain       `json:"domain,omitempty"`   // no impact of this domain
	Why      string       `json:"why"`
	Basis    Basis        `json:"basis,omitzero"`
}

// OmissionUnclear: an omission names nothing, or several things at a time.
const OmissionUnclear aims.Code = "impact/omission-unclear"

// Validate reports missing and malformed fields.
func (s Scope) Validate() error {
	c := aims.Checker{Texts: texts}
	for i, n := range s.Scenarios {
		in := c.In("scenarios", i)
		aims.CheckID(in, "id", n.ID)
		aims.CheckWord(in, "kind", n.Kind)
		in.Text("what", n.What)
		in.Nest("basis", n.Basis.Validate())
	}
	checkUnlike(&c, "scenarios", "id", s.Scenarios, func(n Scenario) ScenarioID { return n.ID })
	c.Nest("purpose", s.Purpose.Validate())
	aims.CheckIDs(&c, "useCases", s.UseCases)
	c.TextList("users", s.Users)
	for i, u := range s.Uses {
		in := c.In("uses", i)
		aims.CheckID(in, "use", u.Use)
		aims.CheckOptionalWord(in, "applies", u.Applies)
		in.OptionalText("why", u.Why)
		in.Nest("basis", u.Basis.Validate())
	}
	checkUnlike(&c, "uses", "use", s.Uses, func(u UseAnswer) UseID { return u.Use })
	c.Nest("data", s.Data.Validate())
	aims.CheckIDs(&c, "datasets", s.Datasets)
	c.Nest("model", s.Model.Validate())
	for i, m := range s.Models {
		in := c.In("models", i)
		in.Text("name", m.Name)
		in.OptionalText("version", m.Version)
	}
	c.Nest("technical", s.Technical.Validate())
	c.Nest("societal", s.Societal.Validate())
	aims.CheckOptionalWord(&c, "oversight", s.Oversight)
	c.TextList("jurisdictions", s.Jurisdictions)
	for i, o := range s.Omissions {
		o.check(c.In("omissions", i))
	}
	return c.Err()
}

func (o *Omission) check(c *aims.Checker) {
	aims.CheckOptionalWord(c, "scenario", o.Scenario)
	aims.CheckOptionalWord(c, "party", o.Party)
	aims.CheckOptionalWord(c, "domain", o.Domain)
	named := 0
	for _, s := range []string{string(o.Scenario), string(o.Party), string(o.Domain)} {
		if s != "" {
			named++
		}
	}
	if named != 1 {
		c.Add("", OmissionUnclear)
	}
	c.Text("why", o.Why)
	c.Nest("basis", o.Basis.Validate())
}

func (s *Scope) links(l *aims.Linker) {
	for i, n := range s.Scenarios {
		l.In("scenarios", i, func(l *aims.Linker) { l.Part("basis", n.Basis.links) })
	}
	l.Part("purpose/basis", s.Purpose.Basis.links)
	aims.LinkAll(l, "useCases", aims.KindUseCase, s.UseCases)
	for i, u := range s.Uses {
		l.In("uses", i, func(l *aims.Linker) { l.Part("basis", u.Basis.links) })
	}
	l.Part("data/basis", s.Data.Basis.links)
	aims.LinkAll(l, "datasets", aims.KindDataset, s.Datasets)
	l.Part("model/basis", s.Model.Basis.links)
	l.Part("technical/basis", s.Technical.Basis.links)
	l.Part("societal/basis", s.Societal.Basis.links)
	for i, o := range s.Omissions {
		l.In("omissions", i, func(l *aims.Linker) { l.Part("basis", o.Basis.links) })
	}
}

func (s Scope) content() Scope {
	s.Scenarios = byID(s.Scenarios, func(n Scenario) ScenarioID { return n.ID })
	for i := range s.Scenarios {
		s.Scenarios[i].Basis = s.Scenarios[i].Basis.content()
	}
	s.Uses = byID(s.Uses, func(u UseAnswer) UseID { return u.Use })
	for i := range s.Uses {
		s.Uses[i].Basis = s.Uses[i].Basis.content()
	}
	s.Omissions = byID(s.Omissions, func(o Omission) string {
		return string(o.Scenario) + "/" + string(o.Party) + "/" + string(o.Domain)
	})
	for i := range s.Omissions {
		s.Omissions[i].Basis = s.Omissions[i].Basis.content()
	}
	s.UseCases, s.Users, s.Datasets = sorted(s.UseCases), sorted(s.Users), sorted(s.Datasets)
	s.Models = byID(s.Models, func(m Model) string { return m.Name + "\x00" + m.Version })
	s.Jurisdictions = sorted(s.Jurisdictions)
	s.Purpose, s.Data, s.Model = s.Purpose.content(), s.Data.content(), s.Model.content()
	s.Technical, s.Societal = s.Technical.content(), s.Societal.content()
	return s
}
