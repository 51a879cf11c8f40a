package company

import (
	"github.com/aimskit/aimskit/aims"
)

// issues come from the context workshop of month 3.
func issues() []life[aims.Issue] {
	workshop := func(i aims.Issue) life[aims.Issue] {
		i.Recorded, i.Owner, i.ReviewBy = on(3, 6), "p-governance", on(9, 30)
		i.Reviews = []aims.Review{{On: on(3, 6), By: "p-cto", Outcome: "agreed in the context workshop"}}
		i.Evidence = []aims.EvidenceID{"ev-context-workshop"}
		return born(i).then(on(6, 24), func(i *aims.Issue) {
			i.ReviewBy = on(12, 31)
			i.Reviews = add(i.Reviews, aims.Review{On: on(6, 24), By: "p-cto", Outcome: "looked at before the management review, unchanged"})
		}).then(on(9, 8), func(i *aims.Issue) {
			i.ReviewBy = on(15, 31)
			i.Reviews = add(i.Reviews, aims.Review{On: on(9, 8), By: "p-cto", Outcome: "looked at before the quarterly review, unchanged"})
		})
	}
	return []life[aims.Issue]{
		workshop(aims.Issue{
			ID: "iss-ai-act", Title: "European AI regulation comes into force in steps",
			Sphere: aims.SphereExternal, Theme: aims.ThemeLaw,
			Description: "Systems that rank applicants or rate people's creditworthiness carry the duties of high-risk systems; others owe transparency.",
			Relevance:   "two of the four products are sold for uses that the law treats as high-risk",
			Effect:      "without assessments and documentation these products cannot be offered in the EU",
			Systems:     []aims.SystemID{"sys-payment-risk", "sys-workforce"},
		}),
		workshop(aims.Issue{
			ID: "iss-customer-proof", Title: "Business customers ask for proof of responsible AI in tenders",
			Sphere: aims.SphereExternal, Theme: aims.ThemeMarket,
			Relevance: "two large tenders of last year named certification as an advantage",
			Effect:    "the management system must produce proof that can be shown to customers",
		}),
		workshop(aims.Issue{
			ID: "iss-public-trust", Title: "Public concern about unfair automated decisions on people",
			Sphere: aims.SphereExternal, Theme: aims.ThemeSociety,
			Relevance: "customers' employees and debtors feel the results of our products without having chosen them",
			Effect:    "fairness has to be measured and shown, and people need a way to object",
			Systems:   []aims.SystemID{"sys-payment-risk", "sys-workforce"},
		}),
		workshop(aims.Issue{
			ID: "iss-model-supplier", Title: "Report Assistant rests on one supplier's language model",
			Sphere: aims.SphereExternal, Theme: aims.ThemeSupply,
			Relevance: "the supplier changes its model at its own pace and under its own terms",
			Effect:    "results can change without a release of ours; oversight of the supplier belongs to the system",
			Systems:   []aims.SystemID{"sys-assistant"},
		}),
		workshop(aims.Issue{
			ID: "iss-fast-technology", Title: "Language models become capable of new things every few months",
			Sphere: aims.SphereExternal, Theme: aims.ThemeTechnology,
			Relevance: "customers expect new functions, and new ways of misuse appear",
			Effect:    "impact assessments age faster than their yearly interval",
			Systems:   []aims.SystemID{"sys-assistant"},
		}),
		workshop(aims.Issue{
			ID: "iss-informal-practice", Title: "Good technical practice that is hardly written down",
			Sphere: aims.SphereInternal, Theme: aims.ThemeGovernance,
			Relevance: "development relies on a few experienced people",
			Effect:    "what works cannot be shown, repeated or improved on purpose",
		}),
		workshop(aims.Issue{
			ID: "iss-small-team", Title: "Ten people carry all AI work",
			Sphere: aims.SphereInternal, Theme: aims.ThemePeople,
			Relevance: "roles that must be apart fall to the same people",
			Effect:    "independence in validation and audit has to be arranged, partly from outside",
		}),
		workshop(aims.Issue{
			ID: "iss-contracts", Title: "Service contracts promise availability and say little about AI",
			Sphere: aims.SphereInternal, Theme: aims.ThemeContracts,
			Relevance: "who answers for which decision is not settled with older customers",
			Effect:    "responsibilities between us and customers have to be allocated",
		}),
		workshop(aims.Issue{
			ID: "iss-purpose", Title: "Products are bought for one purpose and used for another",
			Sphere: aims.SphereInternal, Theme: aims.ThemePurpose,
			Relevance: "the shift planner has been used to rate employees, which it was not made for",
			Effect:    "intended use and limits have to be stated, and misuse watched for",
			Systems:   []aims.SystemID{"sys-workforce"},
		}),
	}
}

// climate is the determination that the amendment of 2024 asks for.
func climate() []life[aims.ClimateDetermination] {
	return []life[aims.ClimateDetermination]{
		born(aims.ClimateDetermination{
			ID: "climate-2026", Recorded: on(3, 6), Relevant: aims.No, By: "p-cto", On: on(3, 6), ReviewBy: on(15, 31),
			Rationale: "models are small and run in one data centre on renewable power; no product is used where climate risk changes its results; energy use is watched as a cost",
			Reviews:   []aims.Review{{On: on(3, 6), By: "p-cto", Outcome: "determined in the context workshop"}},
			Evidence:  []aims.EvidenceID{"ev-context-workshop"},
		}),
	}
}

// obligations are the laws, contracts and codes that the company found to
// apply to its AI.
func obligations() []life[aims.Obligation] {
	found := func(o aims.Obligation) life[aims.Obligation] {
		o.Recorded, o.ReviewBy, o.Status = on(3, 13), on(9, 30), aims.PartlyMet
		o.Reviews = []aims.Review{{On: on(3, 13), By: "p-legal", Outcome: "register begun; procedures missing, so partly met"}}
		o.Evidence = []aims.EvidenceID{"ev-obligation-register"}
		return born(o).then(on(6, 19), func(o *aims.Obligation) {
			o.Status, o.ReviewBy = aims.Met, on(12, 31)
			o.Reviews = add(o.Reviews, aims.Review{On: on(6, 19), By: "p-legal", Outcome: "met with the procedures now in force"})
		})
	}
	return []life[aims.Obligation]{
		found(aims.Obligation{
			ID: "obl-gdpr", Title: "Protection of personal data", Basis: aims.ObligationLaw, Jurisdiction: "EU",
			Reference: "Regulation (EU) 2016/679", From: date(2018, 5, 25), Owner: "p-legal",
			Requires: "a lawful ground, minimization and rights of the persons concerned, also where a machine rates them",
			HowMet:   "processing agreements, data sheets per data set, minimization at import",
			Systems:  []aims.SystemID{"sys-payment-risk", "sys-workforce", "sys-assistant"},
			Parties:  []aims.PartyID{"party-employees-of-customers", "party-debtors", "party-authorities"},
			Controls: keys("A.7.3", "A.7.5", "A.8.5"),
		}),
		found(aims.Obligation{
			ID: "obl-ai-act-high-risk", Title: "Duties of providers of high-risk AI systems", Basis: aims.ObligationLaw, Jurisdiction: "EU",
			Reference: "Regulation (EU) 2024/1689, Chapter III", Owner: "p-legal",
			Requires: "risk management, data governance, documentation, logging, human oversight, accuracy and robustness",
			HowMet:   "the life-cycle process with its release gate",
			Systems:  []aims.SystemID{"sys-payment-risk", "sys-workforce"},
			Parties:  []aims.PartyID{"party-authorities", "party-customers"},
			Controls: keys("A.5.4", "A.6.2.4", "A.6.2.7", "A.6.2.8", "A.7.4"),
		}),
		found(aims.Obligation{
			ID: "obl-ai-act-transparency", Title: "Telling people that they deal with AI", Basis: aims.ObligationLaw, Jurisdiction: "EU",
			Reference: "Regulation (EU) 2024/1689, Article 50", Owner: "p-product",
			Requires: "users know that answers are generated, and generated text is marked",
			HowMet:   "a notice in the product and in the terms",
			Systems:  []aims.SystemID{"sys-assistant"},
			Parties:  []aims.PartyID{"party-customers"},
			Controls: keys("A.8.2"),
		}),
		found(aims.Obligation{
			ID: "obl-incident-notice", Title: "Notice of serious incidents", Basis: aims.ObligationLaw, Jurisdiction: "EU",
			Reference: "Regulation (EU) 2024/1689, Article 73; Regulation (EU) 2016/679, Article 33", Owner: "p-legal",
			Requires: "authorities hear of serious incidents and of breaches of personal data within the terms set",
			HowMet:   "the incident process with its list of authorities and terms",
			Parties:  []aims.PartyID{"party-authorities"},
			Controls: keys("A.8.4"),
		}),
		found(aims.Obligation{
			ID: "obl-customer-contracts", Title: "Service contracts with customers", Basis: aims.ObligationContract,
			Reference: "master service agreement, sections 6 and 9", Owner: "p-product",
			Requires: "availability, notice of changes that alter results, support within agreed times",
			HowMet:   "release notes before each release; support desk",
			Parties:  []aims.PartyID{"party-customers"},
			Controls: keys("A.10.4", "A.6.2.6"),
		}),
		found(aims.Obligation{
			ID: "obl-model-terms", Title: "Terms of use of the bought language model", Basis: aims.ObligationContract,
			Reference: "enterprise agreement with the supplier, acceptable use", Owner: "p-purchasing",
			Requires: "no use for decisions on people's rights without human review",
			HowMet:   "the product offers drafts only, and says so",
			Systems:  []aims.SystemID{"sys-assistant"},
			Parties:  []aims.PartyID{"party-model-supplier"},
			Controls: keys("A.10.3", "A.9.4"),
		}),
		found(aims.Obligation{
			ID: "obl-fairness-pledge", Title: "Our own pledge on fair analytics", Basis: aims.ObligationCode,
			Reference: "pledge on the company's web site", Owner: "p-product",
			Requires: "differences between groups are measured and published to customers",
			HowMet:   "bias tests at each release of a product that rates people",
			Systems:  []aims.SystemID{"sys-payment-risk", "sys-workforce"},
			Parties:  []aims.PartyID{"party-customers", "party-employees-of-customers", "party-debtors"},
			Controls: keys("A.6.1.2", "A.6.2.4"),
		}),
	}
}

// keys names requirements and controls of ISO/IEC 42001.
func keys(ids ...string) []aims.Key {
	list := make([]aims.Key, len(ids))
	for i, id := range ids {
		list[i] = aims.Key{Framework: aims.FrameworkISO42001, ID: id}
	}
	return list
}
