package aims

import (
	"iter"

	"github.com/aimskit/aimskit/internal/word"
)

// Framework says what kind of thing a framework is that people name in one
// breath with ISO/IEC 42001. Nothing here gives legal advice.
type Framework struct {
	ID     string `json:"id"` // as in the Framework field of a [Key]
	Name   string `json:"name"`
	Nature Nature `json:"nature"`
	Note   string `json:"note,omitempty"` // what it cannot do, where that is often got wrong
}

// Nature is what kind of thing a framework is.
type Nature string

// The natures.
const (
	NatureSystem      Nature = "management-system" // requirements to which a management system can be certified
	NatureGuidance    Nature = "guidance"          // advice; nobody can be certified to it
	NatureAttestation Nature = "attestation"       // ends in an auditor's report, not in a certificate
	NatureLaw         Nature = "law"               // binding; to be complied with, not to be certified to
)

var natures = []Nature{NatureSystem, NatureGuidance, NatureAttestation, NatureLaw}

// Known reports whether n is in the vocabulary.
func (n Nature) Known() bool { return word.Known(n, natures...) }

// UnmarshalText reads a word of the vocabulary.
func (n *Nature) UnmarshalText(text []byte) error {
	return unmarshalName(n, text, "aims.Nature", natures...)
}

// Certifiable reports whether a management system can be certified to it.
func (f Framework) Certifiable() bool { return f.Nature == NatureSystem }

// Frameworks visits the frameworks that the library can say something about.
func Frameworks() iter.Seq[Framework] {
	return func(yield func(Framework) bool) {
		for _, f := range [...]Framework{
			{FrameworkISO42001, "ISO/IEC 42001:2023", NatureSystem, "It is no harmonised standard of the EU AI Act: a certificate gives no presumption of conformity under Article 40 of that law."},
			{FrameworkISO27001, "ISO/IEC 27001:2022", NatureSystem, "Its clauses match by number, save the impact assessments; its Annex A is another one."},
			{"iso9001", "ISO 9001:2015", NatureSystem, "6.1.2 to 6.1.4 and 8.2 to 8.4 do not match by number."},
			{"iso14001", "ISO 14001:2015", NatureSystem, "6.1.2 to 6.1.4 and 8.2 to 8.4 do not match by number."},
			{"iso45001", "ISO 45001:2018", NatureSystem, "6.1.2 to 6.1.4 and 8.2 to 8.4 do not match by number."},
			{"iso22000", "ISO 22000:2018", NatureSystem, "6.1.2 to 6.1.4 and 8.2 to 8.4 do not match by number, and 10.1 and 10.2 are the other way round."},
			{"iso31000", "ISO 31000", NatureGuidance, "Advice on managing risk of any kind."},
			{"iso23894", "ISO/IEC 23894", NatureGuidance, "Advice on managing AI risk."},
			{"iso42005", "ISO/IEC 42005", NatureGuidance, "Advice on assessing the impacts of AI systems."},
			{"nist-ai-rmf", "NIST AI Risk Management Framework 1.0", NatureGuidance, "Used of one's own accord; nobody is certified to it."},
			{"soc2", "SOC 2", NatureAttestation, "An auditor reports on a service organization's controls. The report is no certificate."},
			{"gdpr", "General Data Protection Regulation, (EU) 2016/679", NatureLaw, "Schemes under its Article 42 certify processing operations only, not an organization or its management system."},
			{"eu-ai-act", "EU AI Act, Regulation (EU) 2024/1689", NatureLaw, "Its Article 40 gives a presumption of conformity for harmonised standards only."},
		} {
			if !yield(f) {
				return
			}
		}
	}
}
