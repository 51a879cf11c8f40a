package aims

// clause9 returns the entries of clause 9.
func clause9() []Requirement {
	return []Requirement{
		{
			Clause:  "9",
			Title:   "Performance evaluation",
			Summary: "The organization finds out for itself whether the management system works: it measures, audits itself and lets top management draw conclusions.",
		},
		{
			Clause:  "9.1",
			Title:   "Monitoring, measurement, analysis and evaluation",
			Summary: "What is watched, by what method and how often is decided beforehand. Results are kept, somebody makes sense of them, and the system as a whole is judged by them.",
			Points: []Point{
				{ID: "9.1/a", Core: true, Text: "What has to be monitored and measured is determined."},
				{ID: "9.1/b", Text: "The methods are determined and give results that can be trusted."},
				{ID: "9.1/c", Text: "When to monitor and measure is determined, and kept to."},
				{ID: "9.1/d", Text: "When to analyse and evaluate the results is determined, and kept to."},
				{ID: "9.1/e", Core: true, Text: "Results are kept as proof, for everything that was to be measured."},
				{ID: "9.1/f", Text: "From the results a conclusion is drawn on how well the management system performs and whether it works."},
			},
			Documented: []Documented{{"Results of monitoring and measurement", Retained}},
			Controls:   []ControlID{"A.6.2.6", "A.6.2.8"},
		},
		{
			Clause:  "9.2",
			Title:   "Internal audit",
			Summary: "People who do not judge their own work look, on the organization's behalf, whether the management system is as it should be and does what it should.",
		},
		{
			Clause:  "9.2.1",
			Title:   "General",
			Summary: "Internal audits take place when planned and answer two questions: is the management system as required, and is it really put into practice?",
			Points: []Point{
				{ID: "9.2.1/a", Core: true, Text: "Internal audits took place at the planned intervals."},
				{ID: "9.2.1/b", Text: "They tell whether the management system meets the organization's own requirements."},
				{ID: "9.2.1/c", Text: "They tell whether it meets every requirement of the standard."},
				{ID: "9.2.1/d", Text: "They tell whether it is put into practice and kept up."},
			},
		},
		{
			Clause:  "9.2.2",
			Title:   "Internal audit programme",
			Summary: "A programme lays down how internal audits are done over time. Each audit has its own aim, yardstick and reach, impartial auditors, and a report to the managers concerned.",
			Points: []Point{
				{ID: "9.2.2/a", Core: true, Text: "There is an audit programme that fixes frequency, methods, duties, planning and reporting, and it is carried out."},
				{ID: "9.2.2/b", Text: "It gives more weight to processes that matter more and to what earlier audits found."},
				{ID: "9.2.2/c", Text: "Every audit has objectives, criteria and a scope."},
				{ID: "9.2.2/d", Core: true, Text: "Auditors are chosen so that nobody audits their own work and the judgement is impartial."},
				{ID: "9.2.2/e", Text: "Results go to the managers whom they concern."},
				{ID: "9.2.2/f", Text: "Records show that the programme was carried out, and what the audits found."},
			},
			Documented: []Documented{{"Audit programme implementation and audit results", Retained}},
		},
		{
			Clause:  "9.3",
			Title:   "Management review",
			Summary: "Top management itself sits down with the facts about the management system and decides what is to become of it.",
		},
		{
			Clause:  "9.3.1",
			Title:   "General",
			Summary: "Top management reviews the management system when planned, and comes to a conclusion whether it still fits, suffices and works.",
			Points: []Point{
				{ID: "9.3.1/a", Core: true, Text: "Top management reviewed the management system at the planned intervals."},
				{ID: "9.3.1/b", Text: "The review concludes whether the system is still suitable, adequate and effective."},
			},
			Controls: []ControlID{"A.2.4"},
		},
		{
			Clause:  "9.3.2",
			Title:   "Management review inputs",
			Summary: "A review rests on facts: what became of earlier decisions, what has changed around the organization, how the system performs, and where it could be better.",
			Points: []Point{
				{ID: "9.3.2/a", Text: "The review took in what became of the actions of earlier reviews; in the first one there are none."},
				{ID: "9.3.2/b", Text: "It took in what has changed in the outside and inside issues that matter."},
				{ID: "9.3.2/c", Text: "It took in what has changed in the needs of interested parties."},
				{ID: "9.3.2/d", Text: "It took in trends in nonconformities and corrective actions."},
				{ID: "9.3.2/e", Core: true, Text: "It took in trends in the results of monitoring and measurement."},
				{ID: "9.3.2/f", Text: "It took in the results of audits."},
				{ID: "9.3.2/g", Text: "It took in opportunities to improve."},
			},
		},
		{
			Clause:  "9.3.3",
			Title:   "Management review results",
			Summary: "A review ends in decisions, on improvements and on changes of the management system, and these are on record.",
			Points: []Point{
				{ID: "9.3.3/a", Core: true, Text: "The review decided on opportunities to improve, even if the decision is to take none."},
				{ID: "9.3.3/b", Text: "The review decided whether the management system has to change."},
				{ID: "9.3.3/c", Core: true, Text: "The results of the review are kept on record."},
			},
			Documented: []Documented{{"Results of management reviews", Retained}},
		},
	}
}
