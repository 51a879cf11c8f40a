package impact

import "github.com/aimskit/aimskit/aims"

func inAct(place string) Provision { return Provision{ActAI, place, CertainAgreed} }

func actFacts() []Question {
	q := func(id QuestionID, t Topic, text, place string) Question {
		return Question{ID: id, Topic: t, Text: text, Source: inAct(place)}
	}
	return []Question{
		q(AskAISystem, TopicFact, "Is it an AI system, one that infers from its input how to produce its output?", "Art. 3(1)"),
		q("on-union-market", TopicReach, "Is it placed on the market or put into service in the Union?", "Art. 2(1)(a)"),
		q("union-deployer", TopicReach, "Is whoever uses it established or located in the Union?", "Art. 2(1)(b)"),
		q("output-in-union", TopicReach, "Is its output used in the Union?", "Art. 2(1)(c)"),
		q("union-operator", TopicReach, "Is it imported or distributed in the Union, put there into a product under the manufacturer's own name, or represented there for a provider?", "Art. 2(1)(d) to (f)"),
		q("defence-only", TopicOutside, "Is it for military, defence or national security purposes only?", "Art. 2(3)"),
		q("foreign-authority", TopicOutside, "Is it used only by a foreign authority or an international organization, within cooperation on law enforcement that gives safeguards?", "Art. 2(4)"),
		q("research-only", TopicOutside, "Is it developed and put into service for scientific research only?", "Art. 2(6)"),
		q("before-market", TopicOutside, "Is it still being researched, tested or developed, before any placing on the market and outside real conditions?", "Art. 2(8)"),

		q(AskProvider, TopicFact, "Does the organization develop it, or have it developed, and offer or use it under its own name, or has it become its provider by name, substantial modification or new purpose?", "Art. 3(3), 25(1)"),
		q(AskDeployer, TopicFact, "Does the organization use it under its own authority?", "Art. 3(4)"),
		q(AskPublicDeployer, TopicFact, "Is the organization a body governed by public law, or does it provide public services?", "Art. 27(1)"),
		q(AskForAuthorities, TopicFact, "Is it intended to be used by public authorities?", "Art. 111(2)"),
		q(AskChanged, TopicFact, "Has its design been changed significantly since the rules for high-risk systems bind?", "Art. 111(2)"),

		q(AskProductA, TopicFact, "Is it a product under an act of Annex I, section A, or the safety component of one?", "Art. 6(1)(a), Annex I.A"),
		q(AskProductB, TopicFact, "Is it a product under an act of Annex I, section B, or the safety component of one?", "Art. 2(2), 6(1)(a), Annex I.B"),
		q(AskThirdParty, TopicFact, "Must a third party assess the conformity of that product for health and safety?", "Art. 6(1)(b)"),
		q(AskProfiling, TopicFact, "Does it profile natural persons?", "Art. 6(3), third subparagraph"),
		q(AskSignificantRisk, TopicFact, "Does it pose a significant risk to health, safety or fundamental rights, or influence decisions materially?", "Art. 6(3), first subparagraph"),
		q(AskConformityDerogation, TopicFact, "Has an authority allowed its use before conformity was assessed, for exceptional reasons?", "Art. 27(3), 46(1)"),

		q(AskInteracts, TopicFact, "Is it meant to interact directly with people?", "Art. 50(1)"),
		q(AskObvious, TopicFact, "Is it obvious to a reasonably observant person that this is AI?", "Art. 50(1)"),
		q(AskGenerates, TopicFact, "Does it generate audio, images, video or text?", "Art. 50(2)"),
		q(AskEditing, TopicFact, "Does it only assist standard editing, or leave its input substantially as it was?", "Art. 50(2)"),
		q(AskBiometric, TopicFact, "Does it recognise emotions, or categorise people by biometric data?", "Art. 50(3)"),
		q(AskDeepFake, TopicFact, "Does the organization make images, audio or video with it that could pass for real persons, things or events?", "Art. 50(4)"),
		q(AskPublicText, TopicFact, "Does the organization publish text made with it, to inform the public on matters of public interest?", "Art. 50(4)"),
		q(AskEditorial, TopicFact, "Is that text reviewed by people, with somebody responsible as editor?", "Art. 50(4)"),
		q(AskCrimeLaw, TopicFact, "Does law authorise it for the detection or prosecution of crime, so that nobody need be told?", "Art. 50(1) to (4)"),
		q(AskModel, TopicFact, "Does the organization provide a general-purpose AI model in the Union?", "Art. 3(63), 53"),
		q(AskSystemic, TopicFact, "Does that model have systemic risk?", "Art. 51"),
	}
}

func practices() []Question {
	first, added := aims.MustDate("2025-02-02"), aims.MustDate("2026-12-02")
	q := func(id QuestionID, from aims.Date, text, point string) Question {
		return Question{ID: id, Topic: TopicPractice, Text: text, Source: inAct("Art. 5(1)(" + point + ")"), From: from}
	}
	return []Question{
		q("manipulation", first, "Does it distort people's behaviour by subliminal, manipulative or deceptive means, so that significant harm is likely?", "a"),
		q("vulnerability", first, "Does it exploit age, disability or a social or economic situation to distort behaviour, so that significant harm is likely?", "b"),
		q("intimate-images", added, "Does it make realistic intimate material of identifiable persons without their consent, by purpose or for want of safeguards?", "ba"),
		q("child-abuse-images", added, "Does it make child sexual abuse material, by purpose or for want of safeguards?", "bb"),
		q("social-scoring", first, "Does it score people by social behaviour or traits, and treats them worse out of context or out of proportion?", "c"),
		q("crime-prediction", first, "Does it predict crimes of persons from profiling or traits alone?", "d"),
		q("face-scraping", first, "Does it build or extend a face recognition database by untargeted scraping?", "e"),
		q("emotions-at-work", first, "Does it infer emotions at work or in education, for other than medical or safety reasons?", "f"),
		q("sensitive-categorisation", first, "Does it categorise persons by biometric data to infer race, opinions, union membership, beliefs, sex life or orientation?", "g"),
		q("real-time-identification", first, "Does it identify persons remotely in real time in public for law enforcement, outside the cases that are allowed?", "h"),
	}
}

func uses() []Question {
	q := func(id QuestionID, rights Deployers, text, point string) Question {
		return Question{ID: id, Topic: TopicUse, Text: text, Source: inAct("Annex III " + point), Rights: rights}
	}
	const public = PublicDeployers
	return []Question{
		q("remote-identification", public, "Is it for the remote biometric identification of persons, beyond verifying who somebody is?", "1(a)"),
		q("biometric-categorisation", public, "Is it for biometric categorisation by sensitive or protected attributes?", "1(b)"),
		q("emotion-recognition", public, "Is it for the recognition of emotions?", "1(c)"),
		q("critical-infrastructure", "", "Is it a safety component in critical digital infrastructure, road traffic, or the supply of water, gas, heating or electricity?", "2"),
		q("school-admission", public, "Is it for access, admission or assignment to education or training?", "3(a)"),
		q("learning-outcomes", public, "Is it for evaluating what people have learned, or steering how they learn?", "3(b)"),
		q("education-level", public, "Is it for assessing the level of education that somebody will get?", "3(c)"),
		q("exam-monitoring", public, "Is it for detecting forbidden behaviour in tests?", "3(d)"),
		q("recruitment", public, "Is it for recruiting or selecting people, targeted job advertising included?", "4(a)"),
		q("work-decisions", public, "Is it for decisions on terms, promotion or end of work, for allocating tasks by behaviour or traits, or for watching performance?", "4(b)"),
		q("public-benefits", public, "Is it used by or for authorities to decide on essential public benefits and services?", "5(a)"),
		q("creditworthiness", AllDeployers, "Is it for evaluating the creditworthiness of persons, beyond detecting fraud?", "5(b)"),
		q("insurance", AllDeployers, "Is it for assessing risks and prices of persons in life or health insurance?", "5(c)"),
		q("emergency-calls", public, "Is it for evaluating emergency calls, dispatching help, or triage of patients?", "5(d)"),
		q("victim-risk", public, "Is it for law enforcement to assess the risk that somebody becomes a victim?", "6(a)"),
		q("police-polygraph", public, "Is it a polygraph or similar tool for law enforcement?", "6(b)"),
		q("evidence-reliability", public, "Is it for law enforcement to evaluate how reliable evidence is?", "6(c)"),
		q("offending-risk", public, "Is it for law enforcement to assess the risk of offending, not by profiling alone?", "6(d)"),
		q("police-profiling", public, "Is it for law enforcement to profile persons when crime is detected or prosecuted?", "6(e)"),
		q("border-polygraph", public, "Is it a polygraph or similar tool for migration, asylum or border control?", "7(a)"),
		q("border-risk", public, "Is it for assessing a risk that somebody poses who enters or wants to?", "7(b)"),
		q("asylum-applications", public, "Is it for examining applications for asylum, visas or residence?", "7(c)"),
		q("border-detection", public, "Is it for detecting, recognising or identifying persons in migration or border control, beyond checking documents?", "7(d)"),
		q("justice", public, "Is it used by or for courts, or in dispute resolution, to research and interpret facts and law and apply it?", "8(a)"),
		q("elections", public, "Is it for influencing elections or how people vote?", "8(b)"),
	}
}

func derogations() []Question {
	q := func(id QuestionID, text, point string) Question {
		return Question{ID: id, Topic: TopicDerogation, Text: text, Source: inAct("Art. 6(3)(" + point + ")")}
	}
	return []Question{
		q("narrow-task", "Does it do a narrow procedural task only?", "a"),
		q("improves-work", "Does it only improve the result of what a person had completed?", "b"),
		q("finds-deviations", "Does it only find patterns or deviations in earlier decisions, with people reviewing before anything changes?", "c"),
		q("prepares", "Does it only prepare for an assessment?", "d"),
	}
}
