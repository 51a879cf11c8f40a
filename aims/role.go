package aims

import (
	"strings"

	"github.com/aimskit/aimskit/internal/word"
)

// Role is a role towards AI systems after ISO/IEC 22989: one of six groups,
// or a role within one. Naming the group says that the role within it was not
// determined. It has nothing to do with who does what inside the
// organization; see [RoleAssignment].
type Role string

// The roles, each group followed by its own.
const (
	RoleProvider         Role = "ai-provider"          // offers AI to others
	RolePlatformProvider Role = "ai-platform-provider" // offers what others build AI on
	RoleProductProvider  Role = "ai-product-provider"  // offers a product or service with AI in it

	RoleProducer  Role = "ai-producer"  // makes AI
	RoleDeveloper Role = "ai-developer" // develops it

	RoleCustomer Role = "ai-customer" // takes AI from a provider
	RoleUser     Role = "ai-user"     // uses it; the EU AI Act's deployer stands here, see [RoleAlias]

	RolePartner          Role = "ai-partner"           // renders a service around AI
	RoleSystemIntegrator Role = "ai-system-integrator" // builds AI into larger systems
	RoleDataProvider     Role = "data-provider"        // supplies data
	RoleEvaluator        Role = "ai-evaluator"         // says how well AI does its work
	RoleAuditor          Role = "ai-auditor"           // audits those who make, offer or use AI

	RoleSubject      Role = "ai-subject"    // is affected
	RoleDataSubject  Role = "data-subject"  // is spoken of by the data
	RoleOtherSubject Role = "other-subject" // is affected in another way

	RoleAuthority   Role = "relevant-authority" // can bear on AI by its office
	RolePolicyMaker Role = "policy-maker"       // sets policy
	RoleRegulator   Role = "regulator"          // regulates and enforces
)

var roles = []Role{
	RoleProvider, RolePlatformProvider, RoleProductProvider,
	RoleProducer, RoleDeveloper,
	RoleCustomer, RoleUser,
	RolePartner, RoleSystemIntegrator, RoleDataProvider, RoleEvaluator, RoleAuditor,
	RoleSubject, RoleDataSubject, RoleOtherSubject,
	RoleAuthority, RolePolicyMaker, RoleRegulator,
}

// Known reports whether r is in the vocabulary.
func (r Role) Known() bool { return word.Known(r, roles...) }

// UnmarshalText reads a word of the vocabulary. Aliases are refused; see
// [RoleAlias].
func (r *Role) UnmarshalText(text []byte) error { return unmarshalName(r, text, "aims.Role", roles...) }

// Group returns the group that the role stands in, which is the role itself
// for a group, or "" for a word outside the vocabulary.
func (r Role) Group() Role {
	switch r {
	case RoleProvider, RolePlatformProvider, RoleProductProvider:
		return RoleProvider
	case RoleProducer, RoleDeveloper:
		return RoleProducer
	case RoleCustomer, RoleUser:
		return RoleCustomer
	case RolePartner, RoleSystemIntegrator, RoleDataProvider, RoleEvaluator, RoleAuditor:
		return RolePartner
	case RoleSubject, RoleDataSubject, RoleOtherSubject:
		return RoleSubject
	case RoleAuthority, RolePolicyMaker, RoleRegulator:
		return RoleAuthority
	}
	return ""
}

// Contains reports whether s is r or a role within the group r.
func (r Role) Contains(s Role) bool {
	return r != "" && (r == s || r == s.Group())
}

// RoleAlias returns the role that a word of everyday or legal language stands
// for, in any case of letters: "deployer" is [RoleUser]. The words of the
// vocabulary stand for themselves. Words that stand for several roles, such
// as "operator" or "vendor", are not known. Reading a document never applies
// it: a host calls it where it takes words from elsewhere.
func RoleAlias(s string) (Role, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	switch s {
	case "deployer", "user":
		return RoleUser, true
	case "customer":
		return RoleCustomer, true
	case "developer":
		return RoleDeveloper, true
	case "producer":
		return RoleProducer, true
	case "provider":
		return RoleProvider, true
	case "platform provider", "ai platform provider":
		return RolePlatformProvider, true
	case "product provider", "service provider", "product or service provider",
		"ai product provider", "ai service provider", "ai product or service provider", "ai service or product provider":
		return RoleProductProvider, true
	case "partner":
		return RolePartner, true
	case "integrator", "system integrator":
		return RoleSystemIntegrator, true
	case "evaluator":
		return RoleEvaluator, true
	}
	if r := Role(strings.ReplaceAll(s, " ", "-")); r.Known() {
		return r, true
	}
	return "", false
}
