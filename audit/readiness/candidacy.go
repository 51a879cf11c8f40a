package readiness

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// CandidacyFacts is what speaks for a certificate, or for going without one.
// The zero value of each is unknown.
type CandidacyFacts struct {
	AIVendor             aims.Answer `json:"aiVendor,omitzero"`             // sells AI systems, or products with AI in them
	RegulatedIndustry    aims.Answer `json:"regulatedIndustry,omitzero"`    // works where a regulator looks at its AI
	GovernmentContractor aims.Answer `json:"governmentContractor,omitzero"` // supplies public bodies, or wants to
	CrossBorder          aims.Answer `json:"crossBorder,omitzero"`          // has customers or operations in several countries

	EarlyStartUp       aims.Answer `json:"earlyStartUp,omitzero"`       // young, and with neither the money nor settled processes
	LowRiskInternalUse aims.Answer `json:"lowRiskInternalUse,omitzero"` // uses AI for its own low-risk work only
	StrongGovernance   aims.Answer `json:"strongGovernance,omitzero"`   // has governance already that its parties accept
}

// CandidacyAdvice is an answer to "should we certify?". Zero means that the
// facts do not suffice for one.
type CandidacyAdvice uint8

// The answers. In each the management system itself is worth having.
const (
	AdviceWithout CandidacyAdvice = iota + 1 // implement it, and do not certify for now
	AdviceWeigh                              // there are reasons on both sides
	AdviceCertify                            // implement it and certify
)

var advices = word.Scale{Name: "readiness.CandidacyAdvice", Words: []string{"", "implement-without", "weigh", "certify"}}

// String returns the word of the advice, "" for none.
func (a CandidacyAdvice) String() string { return advices.String(int(a)) }

// Known reports whether a is one of the answers; zero is none.
func (a CandidacyAdvice) Known() bool { return a >= AdviceWithout && a <= AdviceCertify }

// MarshalText returns the word of the advice; zero has none and is an error.
func (a CandidacyAdvice) MarshalText() ([]byte, error) { return advices.Marshal(int(a)) }

// UnmarshalText reads implement-without, weigh or certify.
func (a *CandidacyAdvice) UnmarshalText(text []byte) error {
	i, err := advices.Unmarshal(text)
	if err == nil {
		*a = CandidacyAdvice(i)
	}
	return err
}

// Candidate is an advice with its reasons.
type Candidate struct {
	Advice  CandidacyAdvice   `json:"advice,omitzero"`
	Reasons []CandidacyReason `json:"reasons,omitempty"` // those for, then those against
	// Open lists the facts that are unknown and could change the advice.
	Open []CandidacyReason `json:"open,omitempty"`
}

// CandidacyReason is a fact that speaks for a certificate or against one.
type CandidacyReason struct {
	Code aims.Code `json:"code"`
	For  bool      `json:"for"`
	Text string    `json:"text"` // the English sentence
}

// The codes of the reasons.
const (
	// ForVendor: customers of AI ask for proof.
	ForVendor aims.Code = "readiness/for-vendor"
	// ForRegulated: a regulator asks for proof.
	ForRegulated aims.Code = "readiness/for-regulated"
	// ForGovernment: public buyers ask for proof.
	ForGovernment aims.Code = "readiness/for-government"
	// ForCrossBorder: one proof serves several countries.
	ForCrossBorder aims.Code = "readiness/for-cross-border"
	// AgainstStartUp: money and processes are not there yet.
	AgainstStartUp aims.Code = "readiness/against-start-up"
	// AgainstLowRisk: nobody outside depends on the AI systems.
	AgainstLowRisk aims.Code = "readiness/against-low-risk"
	// AgainstGovernance: the parties accept what is there.
	AgainstGovernance aims.Code = "readiness/against-governance"
	// NothingCalls: no fact calls for a certificate.
	NothingCalls aims.Code = "readiness/nothing-calls"
)

// Candidacy answers whether an organization should certify or only implement,
// with every reason. One fact that speaks for a certificate is enough, unless
// others speak against it: then both sides are to be weighed. Where nothing
// calls for one, implementing without it is the answer. Unknown facts are
// never taken as no: while none that is known speaks for a certificate and one
// that is unknown could, there is no advice.
func Candidacy(facts CandidacyFacts) Candidate {
	type side struct {
		answer aims.Answer
		code   aims.Code
		pro    bool
	}
	sides := []side{
		{facts.AIVendor, ForVendor, true},
		{facts.RegulatedIndustry, ForRegulated, true},
		{facts.GovernmentContractor, ForGovernment, true},
		{facts.CrossBorder, ForCrossBorder, true},
		{facts.EarlyStartUp, AgainstStartUp, false},
		{facts.LowRiskInternalUse, AgainstLowRisk, false},
		{facts.StrongGovernance, AgainstGovernance, false},
	}
	count := func(pro bool, answer aims.Answer) (n int) {
		for _, s := range sides {
			if s.pro == pro && s.answer == answer {
				n++
			}
		}
		return n
	}
	var c Candidate
	pro, contra := count(true, aims.Yes), count(false, aims.Yes)
	for _, s := range sides {
		r := CandidacyReason{s.code, s.pro, planTexts[s.code]}
		switch {
		case s.answer == aims.Yes:
			c.Reasons = append(c.Reasons, r)
		case s.answer == aims.Unknown && (s.pro && pro == 0 || !s.pro && contra == 0):
			c.Open = append(c.Open, r)
		}
	}
	switch {
	case pro > 0 && contra > 0:
		c.Advice = AdviceWeigh
	case pro > 0:
		c.Advice = AdviceCertify
	case count(true, aims.Unknown) == 0:
		c.Advice = AdviceWithout
		c.Open = nil // nothing else can change it
		if contra == 0 {
			c.Reasons = append(c.Reasons, CandidacyReason{NothingCalls, false, planTexts[NothingCalls]})
		}
	}
	return c
}
