package aims

// clause8 returns the entries of clause 8.
func clause8() []Requirement {
	return []Requirement{
		{
			Clause:  "8",
			Title:   "Operation",
			Summary: "The plans of clause 6 become daily work, and that work leaves results: processes run under control, risks assessed and treated, impacts assessed.",
		},
		{
			Clause: "8.1",
			Title:  "Operational planning and control",
			Summary: "The processes that carry the management system run by criteria, with the controls that risk treatment asked for. " +
				"Changes and bought-in work do not escape control.",
			Points: []Point{
				{ID: "8.1/a", Core: true, Text: "The processes that are needed are planned, with criteria for running them."},
				{ID: "8.1/b", Text: "They are run by these criteria."},
				{ID: "8.1/c", Core: true, Text: "The controls that risk treatment found necessary are in place."},
				{ID: "8.1/d", Text: "Whether these controls work is monitored, and corrective action is considered where they do not."},
				{ID: "8.1/e", Text: "Records give confidence that the processes ran as planned."},
				{ID: "8.1/f", Text: "Planned changes are kept under control; what unplanned ones did is reviewed, and harm is limited."},
				{ID: "8.1/g", Text: "Processes, products and services from outside that matter for the management system are under control."},
			},
			Documented: []Documented{{"Evidence that processes were carried out as planned", Retained}},
			Controls: []ControlID{
				"A.6.1.3", "A.6.2.2", "A.6.2.3", "A.6.2.4", "A.6.2.5", "A.6.2.6",
				"A.7.2", "A.7.3", "A.7.4", "A.7.5", "A.7.6", "A.9.2", "A.9.4", "A.10.2", "A.10.3",
			},
		},
		{
			Clause:  "8.2",
			Title:   "AI risk assessment",
			Summary: "The process of 6.1.2 is used: at the intervals that the organization planned, and again whenever something significant changes or is about to.",
			Points: []Point{
				{ID: "8.2/a", Core: true, Text: "AI risks of the systems in scope were assessed by the process laid down for it."},
				{ID: "8.2/b", Text: "Assessments happen at the planned intervals."},
				{ID: "8.2/c", Text: "They also happen when a significant change is proposed or has taken place."},
				{ID: "8.2/d", Core: true, Text: "The results of every assessment are kept."},
			},
			Documented: []Documented{{"Results of AI risk assessments", Retained}},
		},
		{
			Clause:  "8.3",
			Title:   "AI risk treatment",
			Summary: "The treatment plan is carried out and its effect is verified. New risks, and treatments that turn out not to work, go through the process of 6.1.3 again.",
			Points: []Point{
				{ID: "8.3/a", Core: true, Text: "The treatment plan is being carried out, and what is due is done."},
				{ID: "8.3/b", Text: "For treatments that are done, somebody verified that they work."},
				{ID: "8.3/c", EventDriven: true, Text: "New risks that needed treatment went through the treatment process."},
				{ID: "8.3/d", EventDriven: true, Text: "Treatments that proved not to work were reviewed and decided again, and the plan was updated."},
				{ID: "8.3/e", Text: "The results of treatments are kept."},
			},
			Documented: []Documented{{"Results of AI risk treatment", Retained}},
		},
		{
			Clause:  "8.4",
			Title:   "AI system impact assessment",
			Summary: "The process of 6.1.4 is used for each AI system in scope: at the planned intervals, and again before or after a significant change.",
			Points: []Point{
				{ID: "8.4/a", Core: true, Text: "Impacts of the AI systems in scope were assessed by the process laid down for it."},
				{ID: "8.4/b", Text: "These assessments are repeated at the planned intervals."},
				{ID: "8.4/c", Text: "A significant change that is proposed or has happened leads to a new assessment."},
				{ID: "8.4/d", Core: true, Text: "What each impact assessment found is kept."},
			},
			Documented: []Documented{{"Results of AI system impact assessments", Retained}},
			Controls:   []ControlID{"A.5.2", "A.5.3", "A.5.4", "A.5.5"},
		},
	}
}
