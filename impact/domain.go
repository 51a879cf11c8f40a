package impact

import "github.com/aimskit/aimskit/internal/word"

// Domain is the side of life that an impact touches: one of the words below,
// or an organization's own, written vendor:word.
type Domain string

// The domains of individuals and groups (A.5.4).
const (
	Fairness       Domain = "fairness"
	Accountability Domain = "accountability"
	Transparency   Domain = "transparency" // and explainability
	Security       Domain = "security"
	Privacy        Domain = "privacy"
	Safety         Domain = "safety"
	Health         Domain = "health"
	Finance        Domain = "finance" // money, work, access to credit and services
	Accessibility  Domain = "accessibility"
	HumanRights    Domain = "human-rights"
)

// The domains of societies (A.5.5).
const (
	Environment  Domain = "environment"
	Economy      Domain = "economy"
	Democracy    Domain = "democracy"     // and government
	PublicHealth Domain = "public-health" // and safety
	Culture      Domain = "culture"       // norms and values as well
)

var (
	individualDomains = []Domain{
		Fairness, Accountability, Transparency, Security, Privacy, Safety, Health, Finance, Accessibility, HumanRights,
	}
	societalDomains = []Domain{Environment, Economy, Democracy, PublicHealth, Culture}
	domains         = append(individualDomains[:len(individualDomains):len(individualDomains)], societalDomains...)
)

// Domains returns the domains of the vocabulary: first those of individuals
// and groups, then those of societies.
func Domains() []Domain { return append([]Domain(nil), domains...) }

// Societal reports whether d is one of the domains of societies.
func (d Domain) Societal() bool { return word.Known(d, societalDomains...) }

// Known reports whether d is in the vocabulary or an organization's own.
func (d Domain) Known() bool { return word.Known(d, domains...) || own(string(d)) }

// UnmarshalText reads a word of the vocabulary or vendor:word.
func (d *Domain) UnmarshalText(text []byte) error {
	return unmarshalOpen(d, text, "impact.Domain", domains...)
}
