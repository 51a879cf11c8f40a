package impact

import "github.com/aimskit/aimskit/aims"

// The questions that [Screen] looks at by their ids.
const (
	AskInAIMS QuestionID = "in-aims" // the system is in the scope of the AI management system

	AskAISystem             QuestionID = "ai-system"
	AskProvider             QuestionID = "provider"
	AskDeployer             QuestionID = "deployer"
	AskPublicDeployer       QuestionID = "public-deployer"
	AskForAuthorities       QuestionID = "for-authorities"
	AskProductA             QuestionID = "product-a"
	AskProductB             QuestionID = "product-b"
	AskThirdParty           QuestionID = "third-party"
	AskProfiling            QuestionID = "profiling"
	AskSignificantRisk      QuestionID = "significant-risk"
	AskChanged              QuestionID = "changed"
	AskConformityDerogation QuestionID = "conformity-derogation"
	AskInteracts            QuestionID = "interacts"
	AskObvious              QuestionID = "obvious"
	AskGenerates            QuestionID = "generates"
	AskEditing              QuestionID = "editing"
	AskBiometric            QuestionID = "biometric"
	AskDeepFake             QuestionID = "deep-fake"
	AskPublicText           QuestionID = "public-text"
	AskEditorial            QuestionID = "editorial"
	AskCrimeLaw             QuestionID = "crime-law"
	AskModel                QuestionID = "gpai-model"
	AskSystemic             QuestionID = "gpai-systemic"

	AskPersonalData         QuestionID = "personal-data"
	AskController           QuestionID = "controller"
	AskInGDPR               QuestionID = "in-gdpr"
	AskOutsideGDPR          QuestionID = "outside-gdpr"
	AskAssessedInLaw        QuestionID = "assessed-in-law"
	AskAssessedBefore       QuestionID = "assessed-before"
	AskExemptList           QuestionID = "exempt-list"
	AskJudgedHigh           QuestionID = "judged-high"
	AskJudgedLow            QuestionID = "judged-low"
	AskResidualHigh         QuestionID = "residual-high"
	AskNationalConsultation QuestionID = "national-consultation"
)

// What [Duty.Missing] calls the dates of [LegalFacts].
const (
	AskMarketed      QuestionID = "marketed"
	AskModelMarketed QuestionID = "model-marketed"
)

var asked = []QuestionID{
	AskInAIMS,
	AskAISystem, AskProvider, AskDeployer, AskPublicDeployer, AskForAuthorities, AskProductA, AskProductB, AskThirdParty,
	AskProfiling, AskSignificantRisk, AskChanged, AskConformityDerogation, AskInteracts, AskObvious, AskGenerates, AskEditing,
	AskBiometric, AskDeepFake, AskPublicText, AskEditorial, AskCrimeLaw, AskModel, AskSystemic,
	AskPersonalData, AskController, AskInGDPR, AskOutsideGDPR, AskAssessedInLaw, AskAssessedBefore, AskExemptList,
	AskJudgedHigh, AskJudgedLow, AskResidualHigh, AskNationalConsultation,
}

// The acts that [EULaw] draws on.
const (
	ActAI    ActID = "AI-Act"
	ActGDPR  ActID = "GDPR"
	ActWP248 ActID = "WP248"
	Act42001 ActID = "ISO42001"
)

// EULaw is the law of the European Union as of November 2026, with triggers of
// an impact assessment after ISO/IEC 42001, to be replaced by the
// organization's own. The dates of the AI Act are those of Regulation (EU)
// 2026/1744, in force since 27 July 2026, also for an earlier day: before it,
// the rules for high-risk systems were to bind from 2 August 2026 and 2027,
// days that it was in time to move. Questions are in our own words; what
// decides is the text of the acts, and national law besides.
func EULaw() Law {
	return Law{
		Edition: "eu-2026-11", Checked: aims.MustDate("2026-11-22"),
		Acts: []Act{
			{ID: ActAI, Title: "Regulation (EU) 2024/1689", Edition: "as amended by Regulation (EU) 2026/1744"},
			{ID: ActGDPR, Title: "Regulation (EU) 2016/679"},
			{ID: ActWP248, Title: "Guidelines on data protection impact assessment, WP 248", Edition: "rev.01, 4 October 2017"},
			{ID: Act42001, Title: "ISO/IEC 42001", Edition: "2023"},
		},
		Questions: concat(triggers(), actFacts(), practices(), uses(), derogations(), protectionFacts(), criteria()),
		Duties:    dutyRules(),
		Dates: LawDates{
			Protection:   set("2018-05-25", ActGDPR, "Art. 99(2)"),
			Listed:       set("2027-12-02", ActAI, "Art. 113, third paragraph, (c)"),
			Product:      set("2028-08-02", ActAI, "Art. 113, third paragraph, (c)"),
			Authorities:  set("2030-08-02", ActAI, "Art. 111(2)"),
			Transparency: set("2026-08-02", ActAI, "Art. 113, second paragraph"),
			Marking:      set("2026-12-02", ActAI, "Art. 111(4)"),
			Models:       set("2025-08-02", ActAI, "Art. 113, third paragraph, (b)"),
			OldModels:    set("2027-08-02", ActAI, "Art. 111(3)"),
		},
		Normally: 2,
	}
}

func set(on string, by ActID, at string) LawDate {
	return LawDate{aims.MustDate(on), Provision{by, at, CertainAgreed}}
}

func concat(lists ...[]Question) []Question {
	var out []Question
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

func triggers() []Question {
	at := func(place string) Provision { return Provision{Act42001, place, CertainDerived} }
	return []Question{
		{ID: AskInAIMS, Topic: TopicFact, Text: "Is the system in the scope of the AI management system?", Source: at("4.3")},
		{ID: "critical", Topic: TopicTrigger, Text: "Is it used where much is at stake for people or societies?", Source: at("6.1.4, A.5.2")},
		{ID: "automated", Topic: TopicTrigger, Text: "Is it complex, or does it act or decide largely by itself?", Source: at("6.1.4, A.5.2")},
		{ID: "sensitive", Topic: TopicTrigger, Text: "Does it use sensitive data?", Source: at("6.1.4, A.5.2")},
		{ID: "change", Topic: TopicTrigger, Text: "Is a significant change of it, or of its use, about to be made?", Source: at("8.4")},
	}
}

func dutyRules() []DutyRule {
	act := func(place string) Provision { return Provision{ActAI, place, CertainAgreed} }
	gdpr := func(place string) Provision { return Provision{ActGDPR, place, CertainAgreed} }
	return []DutyRule{
		{ID: DutyImpact, Title: "AI system impact assessment", Source: Provision{Act42001, "6.1.4, 8.4", CertainAgreed}},
		{ID: DutyDPIA, Title: "Data protection impact assessment before the processing begins", Source: gdpr("Art. 35"), Asks: []string{
			"what is processed, how and what for, with the interests pursued",
			"whether the processing is necessary and proportionate to its purposes",
			"the risks to the rights and freedoms of the persons concerned",
			"the measures against these risks, and how they show that the law is kept",
			"the advice of the data protection officer, where there is one, and where fitting the views of those concerned",
		}},
		{ID: DutyConsultation, Title: "Prior consultation of the data protection authority", Source: gdpr("Art. 36"), Asks: []string{
			"wait for the advice: up to eight weeks, and six more for complex processing",
		}},
		{ID: DutyStop, Title: "Not to place on the market, put into service or use for a prohibited practice", Source: act("Art. 5(1)")},
		{ID: DutyProvider, Title: "Duties of providers of high-risk systems", Source: act("Art. 16")},
		{ID: DutyDeployer, Title: "Duties of deployers of high-risk systems", Source: act("Art. 26")},
		{ID: DutyDerogation, Title: "Document why a listed system is not high-risk, before it is placed on the market", Source: act("Art. 6(4)")},
		{ID: DutyFRIA, Title: "Fundamental rights impact assessment before the first use", Source: act("Art. 27(1), 27(2)"), Asks: []string{
			"the processes in which the system is used, in line with its intended purpose",
			"for how long and how often it is used",
			"the categories of persons and groups that its use may affect",
			"the specific harms that may come to them",
			"how human oversight is put into practice",
			"what is done when the risks materialise, governance and complaints included",
		}},
		{ID: DutyNotification, Title: "Notify the market surveillance authority of the results of the fundamental rights impact assessment", Source: act("Art. 27(3)")},
		{ID: DutyInteraction, Title: "Let people know that they are dealing with an AI system", Source: act("Art. 50(1)")},
		{ID: DutyMarking, Title: "Mark generated content in a machine-readable way", Source: act("Art. 50(2)")},
		{ID: DutyBiometric, Title: "Tell the persons exposed of emotion recognition or biometric categorisation", Source: act("Art. 50(3)")},
		{ID: DutyDeepFake, Title: "Disclose that a deep fake is artificial", Source: act("Art. 50(4), first subparagraph")},
		{ID: DutyText, Title: "Disclose that published text is artificial", Source: act("Art. 50(4), second subparagraph")},
		{ID: DutyModel, Title: "Duties of providers of general-purpose AI models", Source: act("Art. 53")},
		{ID: DutySystemicModel, Title: "Duties of providers of general-purpose AI models with systemic risk", Source: act("Art. 52(1), 55")},
	}
}

func protectionFacts() []Question {
	at := func(place string) Provision { return Provision{ActGDPR, place, CertainAgreed} }
	return []Question{
		{ID: AskPersonalData, Topic: TopicFact, Text: "Does it process personal data?", Source: at("Art. 4(1)")},
		{ID: AskController, Topic: TopicFact, Text: "Does the organization decide on purposes and means of the processing, alone or with others?", Source: at("Art. 4(7)")},
		{ID: AskInGDPR, Topic: TopicFact, Text: "Is the processing part of the activities of an establishment in the Union, or does it offer goods or services to people there, or watch their behaviour there?", Source: at("Art. 3")},
		{ID: AskOutsideGDPR, Topic: TopicFact, Text: "Is the processing one that the GDPR leaves out, such as that of authorities against crime?", Source: at("Art. 2(2)")},
		{ID: AskAssessedInLaw, Topic: TopicFact, Text: "Does law that demands or grounds the processing regulate it, was it assessed when that law was made, and does national law ask for nothing more?", Source: at("Art. 35(10)")},
		{ID: AskAssessedBefore, Topic: TopicFact, Text: "Does an assessment of similar processing with similar high risks cover it?", Source: at("Art. 35(1)")},
		{ID: AskExemptList, Topic: TopicFact, Text: "Is the processing on the authority's list of what needs no assessment?", Source: at("Art. 35(5)")},
		{ID: "decisions", Topic: TopicAlways, Text: "Are personal aspects evaluated systematically and extensively by automated means, as the ground of decisions with legal or similarly weighty effects?", Source: at("Art. 35(3)(a)")},
		{ID: "special-categories", Topic: TopicAlways, Text: "Are special categories of data, or data on convictions and offences, processed on a large scale?", Source: at("Art. 35(3)(b)")},
		{ID: "public-area", Topic: TopicAlways, Text: "Is a publicly accessible area monitored systematically on a large scale?", Source: at("Art. 35(3)(c)")},
		{ID: "authority-list", Topic: TopicAlways, Text: "Is the processing on the authority's list of what always needs an assessment?", Source: at("Art. 35(4)")},
		{ID: AskJudgedHigh, Topic: TopicFact, Text: "Has the controller recorded the judgement that a high risk is likely?", Source: at("Art. 35(1)")},
		{ID: AskJudgedLow, Topic: TopicFact, Text: "Has the controller recorded, with reasons and the data protection officer's view, the judgement that a high risk is not likely although criteria are met?", Source: Provision{ActWP248, "III.B", CertainAgreed}},
		{ID: AskResidualHigh, Topic: TopicFact, Text: "Does the assessment leave a high risk after all measures?", Source: at("Art. 36(1)")},
		{ID: AskNationalConsultation, Topic: TopicFact, Text: "Does national law demand prior consultation for a task in the public interest such as this?", Source: at("Art. 36(5)")},
	}
}

func criteria() []Question {
	at := Provision{ActWP248, "III.B", CertainAgreed}
	return []Question{
		{ID: "evaluation", Topic: TopicCriterion, Text: "Does it evaluate, score, profile or predict people?", Source: at},
		{ID: "automated-decision", Topic: TopicCriterion, Text: "Does it decide by itself, with a legal or similarly weighty effect on people?", Source: at},
		{ID: "monitoring", Topic: TopicCriterion, Text: "Does it observe or monitor people systematically?", Source: at},
		{ID: "sensitive-data", Topic: TopicCriterion, Text: "Does it use special categories of data, data on offences, or other data of a highly personal kind?", Source: at},
		{ID: "large-scale", Topic: TopicCriterion, Text: "Does it process on a large scale: by people, volume, duration or area?", Source: at},
		{ID: "matching", Topic: TopicCriterion, Text: "Does it match or combine data sets in a way that people would not expect?", Source: at},
		{ID: "vulnerable", Topic: TopicCriterion, Text: "Are people concerned who cannot easily object, such as children, employees or patients?", Source: at},
		{ID: "innovative", Topic: TopicCriterion, Text: "Does it use new technology, or known technology in a new way?", Source: at},
		{ID: "exclusion", Topic: TopicCriterion, Text: "Can it keep people from exercising a right, or from using a service or contract?", Source: at},
	}
}
