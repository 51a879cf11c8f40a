package risk

// Ids and titles are those of ISO/IEC 42001:2023, Annex C, which is
// informative. The other texts are our own words.

func sources() []Source {
	return []Source{
		{
			ID: "C.3.1", Title: "Complexity of environment",
			Meaning:  "The more varied and changing the surroundings, the more situations there are for which nobody built or tested the system.",
			Ask:      []string{"Which situations can occur that the tests never saw?", "How fast does what the system meets change?", "Which other systems act on it, or on which it acts?"},
			Families: []SourceID{FamilySystem, FamilyExternal},
		},
		{
			ID: "C.3.2", Title: "Lack of transparency and explainability",
			Meaning:  "What cannot be seen into can neither be checked by those who answer for it nor contested by those it affects.",
			Ask:      []string{"Who has to understand a single result, and can they?", "What are people told about the system, and when?", "Could a wrong result be told from a right one?"},
			Families: []SourceID{FamilyModel, FamilyOrganizational},
		},
		{
			ID: "C.3.3", Title: "Level of automation",
			Meaning:  "The less people stand between a result and its effect, the faster and the more often a mistake takes effect; and where they stand, they may stop looking.",
			Ask:      []string{"What happens without a person in between?", "Who can stop the system, and how quickly?", "How would people notice that they follow it blindly?"},
			Families: []SourceID{FamilySystem, FamilyOrganizational},
		},
		{
			ID: "C.3.4", Title: "Risk sources related to machine learning",
			Meaning:  "What is learned from data carries the gaps, errors, prejudice and tampering of the data, and does not tell what it does not know.",
			Ask:      []string{"Whom and what do the data leave out?", "Who could have changed the data or the model?", "How is it noticed that the world no longer looks like the data?"},
			Families: []SourceID{FamilyData, FamilyModel},
		},
		{
			ID: "C.3.5", Title: "System hardware issues",
			Meaning:  "Defective, ageing, moved or exhausted hardware changes results or stops them, and specialised hardware is hard to replace.",
			Ask:      []string{"What if an accelerator, sensor or line fails?", "Do results stay the same on other hardware?", "From where would a replacement come, and when?"},
			Families: []SourceID{FamilySystem},
		},
		{
			ID: "C.3.6", Title: "System life cycle issues",
			Meaning:  "Work that is left out or done badly anywhere between the first idea and retirement shows later, where mending costs more.",
			Ask:      []string{"Which step was shortened, and what did it serve?", "What changes between releases, and who looks at it?", "What is left behind when the system is retired?"},
			Families: []SourceID{FamilyOrganizational, FamilySystem},
		},
		{
			ID: "C.3.7", Title: "Technology readiness",
			Meaning:  "With young technology nobody knows yet how it fails; with familiar technology nobody asks any more.",
			Ask:      []string{"Where has this been in use for years, and what went wrong there?", "Which limits are known, and which are guessed?", "Since when has nobody questioned the old part?"},
			Families: []SourceID{FamilyModel, FamilyExternal},
		},
		{
			ID: FamilyData, Title: "Data",
			Meaning: "What the system was trained, tested and is run on: its origin, rights, quality, and whom it speaks of.",
		},
		{
			ID: FamilyModel, Title: "Model",
			Meaning: "What was learned, and how it behaves where it was not taught.",
		},
		{
			ID: FamilySystem, Title: "System",
			Meaning: "Software, hardware, interfaces and people around the model, from which most of the effect comes.",
		},
		{
			ID: FamilyOrganizational, Title: "Organizational",
			Meaning: "Decisions, skills, duties and habits of whoever builds, offers or uses the system.",
		},
		{
			ID: FamilyExternal, Title: "External",
			Meaning: "What others do or decide: suppliers, attackers, lawmakers, markets, and nature.",
		},
	}
}

func objectives() []Objective {
	return []Objective{
		{"C.2.1", "Accountability", "For each result there is somebody who answers, inside and towards those affected."},
		{"C.2.2", "AI expertise", "Those who build, buy, run and oversee the system know enough to do so."},
		{"C.2.3", "Availability and quality of training and test data", "There are data of the right kind, enough of them, lawfully held, and fit for the purpose."},
		{"C.2.4", "Environmental impact", "Training and use take no more energy, water and hardware than the purpose is worth."},
		{"C.2.5", "Fairness", "Nobody is put at a disadvantage without a good reason."},
		{"C.2.6", "Maintainability", "The system can be corrected and adapted when needs, data or law change."},
		{"C.2.7", "Privacy", "What is known about people is used as they may expect and as the law allows."},
		{"C.2.8", "Robustness", "Results stay usable under unusual, noisy or changed conditions."},
		{"C.2.9", "Safety", "Nobody's life, health, property or surroundings are endangered."},
		{"C.2.10", "Security", "Nobody can misuse, mislead, steal or stop the system."},
		{"C.2.11", "Transparency and explainability", "People know that a system is at work, and can learn why it came to its result."},
	}
}
