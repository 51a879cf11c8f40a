package aims

// clause7 returns the entries of clause 7.
func clause7() []Requirement {
	return []Requirement{
		{
			Clause:  "7",
			Title:   "Support",
			Summary: "What the management system lives on: means, able people who know what it is about, communication, and documents that can be relied upon.",
		},
		{
			Clause:  "7.1",
			Title:   "Resources",
			Summary: "The organization works out what people, money, tools, data and computing the management system takes, and makes them available.",
			Points: []Point{
				{ID: "7.1/a", Core: true, Text: "The means that the management system takes, from setting it up to improving it, are determined."},
				{ID: "7.1/b", Core: true, Text: "They are made available: budgets are granted and posts are filled."},
			},
			Controls: []ControlID{"A.4.2", "A.4.3", "A.4.4", "A.4.5", "A.4.6"},
		},
		{
			Clause:  "7.2",
			Title:   "Competence",
			Summary: "People whose work bears on how AI performs can do that work. What they must be able to do is known, gaps are closed, and somebody checks that closing them worked.",
			Points: []Point{
				{ID: "7.2/a", Core: true, Text: "For work under the organization's control that bears on AI performance, the competence it takes is determined."},
				{ID: "7.2/b", Core: true, Text: "Those who do the work have that competence, by education, training or experience."},
				{ID: "7.2/c", Text: "Where it is missing, something is done about it, such as training, mentoring, reassigning or hiring."},
				{ID: "7.2/d", Text: "Whether that helped is evaluated."},
				{ID: "7.2/e", Text: "Records prove the competence of each person concerned."},
			},
			Documented: []Documented{{"Evidence of competence", Retained}},
			Controls:   []ControlID{"A.4.6"},
		},
		{
			Clause:  "7.3",
			Title:   "Awareness",
			Summary: "People who work for the organization, employed or not, know what its AI policy says, what their own part is, and what follows when rules are not kept.",
			Points: []Point{
				{ID: "7.3/a", Core: true, Text: "People who work under the organization's control know the AI policy."},
				{ID: "7.3/b", Text: "They know how their own work helps the management system, and what better AI performance is good for."},
				{ID: "7.3/c", Text: "They know what it means when the system's requirements are not met."},
			},
			Controls: []ControlID{"A.2.2", "A.3.3"},
		},
		{
			Clause:  "7.4",
			Title:   "Communication",
			Summary: "The organization has decided who is told what about its AI management, when and how, within its walls and beyond them.",
			Points: []Point{
				{ID: "7.4/a", Core: true, Text: "What is to be communicated about the management system is determined."},
				{ID: "7.4/b", Text: "For each subject it is determined when."},
				{ID: "7.4/c", Text: "For each subject it is determined with whom."},
				{ID: "7.4/d", Text: "For each subject it is determined how."},
				{ID: "7.4/e", Text: "Communication with the outside is covered as well as communication inside."},
			},
			Controls: []ControlID{"A.3.3", "A.8.2", "A.8.3", "A.8.4", "A.8.5"},
		},
		{
			Clause:  "7.5",
			Title:   "Documented information",
			Summary: "What has to be in writing is in writing, made with care and kept under control, so that people work from the right version and proof can be found later.",
		},
		{
			Clause:  "7.5.1",
			Title:   "General",
			Summary: "The management system holds two sorts of writing: what the standard asks for by name, and what the organization itself finds it needs.",
			Points: []Point{
				{ID: "7.5.1/a", Core: true, Text: "Every document that the standard asks to be kept current exists."},
				{ID: "7.5.1/b", Text: "The organization determined what else it needs in writing, and that exists too."},
			},
			Documented: []Documented{{"What the organization itself finds necessary", Maintained}},
			Controls:   []ControlID{"A.4.2", "A.5.3", "A.6.2.3", "A.6.2.7"},
		},
		{
			Clause:  "7.5.2",
			Title:   "Creating and updating documented information",
			Summary: "Whoever writes or changes a document says what it is, in a form that can be used, and somebody fit to judge it approves it before it counts.",
			Points: []Point{
				{ID: "7.5.2/a", Text: "Documents carry what identifies them, such as title, date, author and version."},
				{ID: "7.5.2/b", Text: "Form and medium suit those who use them."},
				{ID: "7.5.2/c", Core: true, Text: "Documents are reviewed and approved as fit for their use, and again after a change."},
			},
		},
		{
			Clause:  "7.5.3",
			Title:   "Control of documented information",
			Summary: "The right version is at hand where it is needed, is protected against loss and misuse, and its whole life, from distribution to disposal, is governed.",
			Points: []Point{
				{ID: "7.5.3/a", Core: true, Text: "Documents and records can be had, fit for use, where and when they are needed."},
				{ID: "7.5.3/b", Text: "They are protected against disclosure, wrong use and loss of integrity."},
				{ID: "7.5.3/c", Text: "How they are handed out, reached, found and used is governed."},
				{ID: "7.5.3/d", Text: "How they are stored and kept legible is governed."},
				{ID: "7.5.3/e", Text: "Changes are governed, so that versions can be told apart."},
				{ID: "7.5.3/f", Text: "How long they are kept and how they are disposed of is governed."},
				{ID: "7.5.3/g", Text: "Documents from outside that the management system needs are marked as such and governed as well."},
			},
			Controls: []ControlID{"A.6.2.8"},
		},
	}
}
