package aims

// clause6 returns the entries of clause 6.
func clause6() []Requirement {
	return []Requirement{
		{
			Clause:  "6",
			Title:   "Planning",
			Summary: "Before acting, the organization works out what could go wrong or right, for itself and for others, what it wants to reach, and how it will change the system in good order.",
		},
		{
			Clause:  "6.1",
			Title:   "Actions to address risks and opportunities",
			Summary: "Four processes that belong together: planning for risks and chances as a whole, assessing AI risks, treating them, and assessing what AI systems do to people and society.",
		},
		{
			Clause: "6.1.1",
			Title:  "General",
			Summary: "The organization knows what threatens or favours the success of its management system, has drawn the line between acceptable and unacceptable AI risk, " +
				"and has planned what it will do about what it found.",
			Points: []Point{
				{ID: "6.1.1/a", Text: "Planning starts from the issues of the context and the needs of interested parties."},
				{ID: "6.1.1/b", Core: true, Text: "Risks and opportunities that bear on the management system's success, on unwanted effects and on improvement are determined."},
				{ID: "6.1.1/c", Text: "Field of application, intended use and surroundings of each AI system were taken into account."},
				{ID: "6.1.1/d", Core: true, Text: "Risk criteria are set and kept current: they separate acceptable from unacceptable risk and serve assessment, treatment and impact assessment."},
				{ID: "6.1.1/e", Core: true, Text: "Actions on these risks and opportunities are planned."},
				{ID: "6.1.1/f", Text: "Each action has its place in a process of the management system, where it is carried out."},
				{ID: "6.1.1/g", Text: "It is planned how to tell whether the actions worked."},
				{ID: "6.1.1/h", Text: "A record shows what was done to find and to handle AI risks and opportunities."},
			},
			Documented: []Documented{{"Actions to address AI risks and opportunities", Retained}},
			Controls:   []ControlID{"A.6.1.2", "A.9.3"},
		},
		{
			Clause: "6.1.2",
			Title:  "AI risk assessment",
			Summary: "A defined way of finding, analysing and ranking AI risks that two teams could use and come to comparable results. " +
				"It looks at harm to the organization, to individuals and to societies.",
			Points: []Point{
				{ID: "6.1.2/a", Core: true, Text: "A process for assessing AI risks is defined, put in force and documented."},
				{ID: "6.1.2/b", Text: "The process follows from the AI policy and the AI objectives."},
				{ID: "6.1.2/c", Text: "Method, scales and criteria are fixed, so that assessments made again or by others can be compared."},
				{ID: "6.1.2/d", Core: true, Text: "The process finds risks that could help or hinder the AI objectives."},
				{ID: "6.1.2/e", Text: "Consequences are rated for the organization, for individuals and for societies, or a reason says why one of them is left out."},
				{ID: "6.1.2/f", Text: "How likely each risk is, realistically, is rated where that applies."},
				{ID: "6.1.2/g", Core: true, Text: "Each risk gets a level."},
				{ID: "6.1.2/h", Text: "The levels are compared with the risk criteria."},
				{ID: "6.1.2/i", Text: "The risks are put in an order for treatment."},
			},
			Documented: []Documented{{"AI risk assessment process", Maintained}},
			Controls:   []ControlID{"A.5.2"},
		},
		{
			Clause: "6.1.3",
			Title:  "AI risk treatment",
			Summary: "A defined way from assessed risks to controls: choose what to do about each risk, work out the controls this takes, check them against Annex A, " +
				"and state the outcome in a Statement of Applicability and a plan that management answers for.",
			Points: []Point{
				{ID: "6.1.3/a", Core: true, Text: "A process for treating AI risks is defined, put in force and documented."},
				{ID: "6.1.3/b", Core: true, Text: "For every risk that needs treatment an option is chosen that fits the results of the assessment."},
				{ID: "6.1.3/c", Text: "The controls that these options take are worked out, including any that Annex A does not have."},
				{ID: "6.1.3/d", Core: true, Text: "They were compared with Annex A, control by control, so that nothing needed was overlooked."},
				{ID: "6.1.3/e", Text: "The guidance of Annex B was considered for carrying them out."},
				{ID: "6.1.3/f", Core: true, Text: "A Statement of Applicability lists the necessary controls and gives the reason for every inclusion and every exclusion."},
				{ID: "6.1.3/g", Core: true, Text: "A treatment plan says what will be done, by whom and by when."},
				{ID: "6.1.3/h", Text: "The management named for it approved the plan as it stands."},
				{ID: "6.1.3/i", Text: "The management named for it accepted the risks that remain."},
				{ID: "6.1.3/j", Text: "The necessary controls serve the AI objectives and do not work against them."},
				{ID: "6.1.3/k", Text: "The necessary controls are documented and made known inside the organization."},
				{ID: "6.1.3/l", Text: "Interested parties can learn of the necessary controls, where that is appropriate."},
			},
			Documented: []Documented{
				{"AI risk treatment process", Maintained},
				{"Statement of Applicability with justification for inclusion and exclusion of controls", Maintained},
				{"AI risk treatment plan, approved by management together with the residual risks", Maintained},
			},
		},
		{
			Clause: "6.1.4",
			Title:  "AI system impact assessment",
			Summary: "A defined way of asking what an AI system does to the people it meets, to groups of them and to societies, when it is used as meant and when it is misused. " +
				"The answers go into the risk assessment.",
			Points: []Point{
				{ID: "6.1.4/a", Core: true, Text: "A process for assessing the impacts of AI systems is defined and put in force."},
				{ID: "6.1.4/b", Core: true, Text: "It determines what a system can mean for individuals and for groups of them, starting from who they are."},
				{ID: "6.1.4/c", Text: "It determines what a system can mean for societies."},
				{ID: "6.1.4/d", Text: "It looks at the system as deployed, at its intended use and at misuse that can be foreseen."},
				{ID: "6.1.4/e", Text: "It takes into account the technical and social surroundings and the jurisdictions in which the system works."},
				{ID: "6.1.4/f", Core: true, Text: "Results are put in writing."},
				{ID: "6.1.4/g", Text: "Interested parties get to see results, where that is appropriate."},
				{ID: "6.1.4/h", Text: "The assessment of AI risks makes use of the results."},
			},
			Documented: []Documented{{"Results of AI system impact assessments (process)", Retained}},
			Controls:   []ControlID{"A.5.2", "A.5.3", "A.5.4", "A.5.5"},
		},
		{
			Clause:  "6.2",
			Title:   "AI objectives and planning to achieve them",
			Summary: "The organization says what it wants to reach with its management system and plans how: the work, the means, the people, the dates and the way to tell whether it got there.",
			Points: []Point{
				{ID: "6.2/a", Core: true, Text: "AI objectives are set, in writing, for the functions and levels that matter."},
				{ID: "6.2/b", Text: "They agree with the AI policy."},
				{ID: "6.2/c", Text: "They can be measured, or it is said why that is not practicable."},
				{ID: "6.2/d", Text: "They take the requirements that apply into account."},
				{ID: "6.2/e", Text: "Progress on them is monitored."},
				{ID: "6.2/f", Text: "They were made known to those who shall reach them."},
				{ID: "6.2/g", Text: "They are brought up to date when circumstances change."},
				{ID: "6.2/h", Core: true, Text: "For each it is planned what will be done."},
				{ID: "6.2/i", Text: "For each it is planned what means this takes."},
				{ID: "6.2/j", Text: "For each somebody answers for reaching it."},
				{ID: "6.2/k", Text: "For each there is a date."},
				{ID: "6.2/l", Text: "For each it is planned how the outcome will be judged."},
			},
			Documented: []Documented{{"AI objectives", Maintained}},
			Controls:   []ControlID{"A.6.1.2", "A.9.3"},
		},
		{
			Clause:  "6.3",
			Title:   "Planning of changes",
			Summary: "When the organization finds that the management system itself has to change, it plans the change before making it. Until such a need arises there is nothing to show but the way of doing it.",
			Points: []Point{
				{ID: "6.3/a", Core: true, EventDriven: true, Text: "A change of the management system was planned before it took effect."},
				{ID: "6.3/b", EventDriven: true, Text: "The change was then made the way it was planned, or the departure from the plan is explained."},
			},
		},
	}
}
