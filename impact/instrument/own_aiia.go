package instrument

// ShortAIIA is a short questionnaire on the impact of an AI system on
// individuals, groups and societies (6.1.4, A.5.2–A.5.5), for a first look at
// every system; it does not replace an assessment.
//
// A measure counts only when it is in place and there is evidence of it: one
// that is planned, or that nobody can show, is worth what no measure is worth.
// Grave harm to rights or safety that cannot be put right is high impact
// whatever the other answers and however many measures there are, because
// severity goes before likelihood where people's rights are concerned.
//
// The questions, points and bounds are ours, to be replaced by those that an
// organization sets for itself: levels begin over 20, 45 and 70 percent of the
// raw maximum, and three quarters of the measures cut the raw score by a fifth.
func ShortAIIA() Instrument {
	return Instrument{
		ID: "short-aiia", Version: "1",
		Title:  English("Short AI system impact assessment"),
		Source: "aimskit",
		Pages: []Page{
			{ID: "use", Title: English("Use"), Sections: []Section{{ID: "use", Kind: Raw, Questions: aiiaUse()}}},
			{ID: "individuals", Title: English("Individuals and groups"), Sections: []Section{{ID: "individuals", Kind: Raw, Questions: aiiaIndividuals()}}},
			{ID: "societies", Title: English("Societies"), Sections: []Section{{ID: "societies", Kind: Raw, Questions: aiiaSocieties()}}},
			{ID: "measures", Title: English("Measures"), Sections: []Section{{ID: "measures", Kind: Mitigation, Questions: aiiaMeasures()}}},
		},
		Scoring: Scoring{Unit: Percent, Credit: Credit{From: 75, Cut: 20}, Outcomes: aiiaOutcomes()},
	}
}

func aiiaUse() []Question {
	return []Question{
		graded("autonomy", "How far does the system act by itself?", []int{0, 1, 2, 4},
			[2]string{"informs", "It informs people, who decide"},
			[2]string{"proposes", "It proposes, and a person confirms each time"},
			[2]string{"overridable", "It decides, and a person can step in"},
			[2]string{"alone", "It decides, and nobody can step in in time"}),
		graded("reach", "How many people does it concern in a year?", []int{0, 1, 2, 3},
			[2]string{"hundred", "Up to a hundred"},
			[2]string{"thousands", "Up to ten thousand"},
			[2]string{"million", "Up to a million"},
			[2]string{"more", "More"}),
		{ID: "groups", Type: Multiple, Title: English("Which groups with special needs does it concern?"), Choices: []Choice{
			{Value: "none", Title: English("None that we know of, after looking")},
			{Value: "children", Title: English("Children"), Points: 1},
			{Value: "older", Title: English("Older persons"), Points: 1},
			{Value: "impaired", Title: English("Persons with impairments"), Points: 1},
			{Value: "workers", Title: English("Workers of the organization that uses it"), Points: 1},
		}},
		harm("misuse", "What harm can foreseeable misuse or failure do?"),
	}
}

func aiiaIndividuals() []Question {
	return []Question{
		harm("rights", "What harm can it do to human rights, or by treating people unfairly?"),
		harm("safety", "What harm can it do to safety or health?"),
		harm("privacy", "What harm can it do to privacy, or by a breach of security?"),
		harm("finances", "What harm can it do to people's income or property?"),
		harm("access", "What harm can it do by keeping people out, or by not being accessible?"),
		harm("opacity", "What harm can it do because nobody explains it or answers for it?"),
		graded("remedy", "Can the worst of these harms be put right?", []int{0, 0, 1, 3},
			[2]string{"no-harm", "There is none"},
			[2]string{"fully", "Fully"},
			[2]string{"partly", "In part, or with great effort"},
			[2]string{"not", "No"}),
	}
}

func aiiaSocieties() []Question {
	return []Question{
		harm("environment", "What harm can it do to the environment?"),
		harm("economy", "What harm can it do to the economy or to employment?"),
		harm("democracy", "What harm can it do to government, justice or the forming of opinions?"),
		harm("culture", "What harm can it do to norms, culture or values?"),
	}
}

func aiiaMeasures() []Question {
	return []Question{
		measure("consulted", "Those who are affected, or who speak for them, were heard"),
		measure("tested", "It was tested for each group that it concerns, against criteria set before"),
		measure("oversight", "People oversee it who can stop it, and know when to"),
		measure("explained", "People learn that it is used, and why it came to its result"),
		measure("appeal", "People can object and have a person look again"),
		measure("protected", "Data and system are protected"),
		measure("monitored", "It is watched in use, and incidents are acted on"),
		measure("fallback", "The service works without it"),
	}
}

func aiiaOutcomes() []Outcome {
	const clause = "ISO/IEC 42001:2023, "
	record := duty("record", "Record the result and repeat the assessment at planned intervals and before significant changes", clause+"8.4")
	assess := duty("assess", "Carry out a full impact assessment and feed it into the risk assessment", clause+"6.1.4")
	treat := duty("treat", "Give every serious harm a measure with an owner and a date", clause+"A.5.4")
	review := duty("review", "Have somebody who did not build the system review the assessment", clause+"A.5.2")
	decide := duty("decide", "Let top management decide on the use, alternatives without AI among the options", clause+"5.1")
	return []Outcome{
		{ID: "low", Title: English("Low impact"), Obligations: []Obligation{record}},
		{ID: "moderate", Title: English("Moderate impact"), Over: 20, Obligations: []Obligation{record, assess}},
		{
			ID: "high", Title: English("High impact"), Over: 45,
			If:          MustGuard(`({rights} = "grave" or {safety} = "grave") and {remedy} = "not"`),
			Obligations: []Obligation{record, assess, treat, review},
		},
		{ID: "severe", Title: English("Severe impact"), Over: 70, Obligations: []Obligation{record, assess, treat, review, decide}},
	}
}

func harm(id QuestionID, title string) Question {
	return graded(id, title, []int{0, 1, 2, 4},
		[2]string{"none", "None that we know of, after looking"},
		[2]string{"minor", "Minor: an inconvenience"},
		[2]string{"serious", "Serious: it changes somebody's situation"},
		[2]string{"grave", "Grave: it changes a life, or many"})
}

func measure(id QuestionID, title string) Question {
	return graded(id, title, []int{2, 0, 0, 0},
		[2]string{"shown", "In place, with evidence"},
		[2]string{"claimed", "In place, without evidence"},
		[2]string{"planned", "Planned"},
		[2]string{"none", "No"})
}
