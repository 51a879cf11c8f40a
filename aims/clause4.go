package aims

// clause4 returns the entries of clause 4.
func clause4() []Requirement {
	return []Requirement{
		{
			Clause:  "4",
			Title:   "Context of the organization",
			Summary: "Know the ground before building on it: what surrounds the organization, who has a stake in its AI, and what the management system shall cover.",
		},
		{
			Clause: "4.1",
			Title:  "Understanding the organization and its context",
			Summary: "The organization knows the circumstances, outside and inside, that help or hinder what its AI management system is for. " +
				"It also knows which parts it plays towards its AI systems and what those systems are meant to do.",
			Points: []Point{
				{ID: "4.1/a", Core: true, Text: "Circumstances outside the organization that matter, such as law, markets, culture and competitors, are determined."},
				{ID: "4.1/b", Core: true, Text: "Circumstances inside the organization that matter, such as governance, contracts, skills and technology, are determined."},
				{ID: "4.1/c", Text: "Each of these issues is tied to the organization's purpose and to a result the management system shall bring."},
				{ID: "4.1/d", Text: "A decision is on record whether climate change is one of the relevant issues."},
				{ID: "4.1/e", Text: "For every AI system that the organization develops, provides or uses, the purpose it is meant to serve was taken into account."},
				{ID: "4.1/f", Core: true, Text: "The organization's own roles towards these AI systems, such as provider, producer, customer or partner, are determined."},
			},
			Controls: []ControlID{"A.9.4"},
		},
		{
			Clause:  "4.2",
			Title:   "Understanding the needs and expectations of interested parties",
			Summary: "The organization knows who can affect its AI, is affected by it or feels affected, what they require, and which of that it takes on through the management system.",
			Points: []Point{
				{ID: "4.2/a", Core: true, Text: "The interested parties that matter for the management system are named."},
				{ID: "4.2/b", Core: true, Text: "What each of them requires is written beside it."},
				{ID: "4.2/c", Text: "For each of these needs it is decided whether the management system answers it."},
				{ID: "4.2/d", Text: "Somebody looked at whether any of the parties has needs that concern climate change."},
			},
			Controls: []ControlID{"A.8.5", "A.10.4"},
		},
		{
			Clause:  "4.3",
			Title:   "Determining the scope of the AI management system",
			Summary: "One document says where the management system begins and ends: which units, places, activities and AI systems are inside, and why the rest is not.",
			Points: []Point{
				{ID: "4.3/a", Core: true, Text: "The boundaries are drawn: units, sites, activities and AI systems inside can be told from those outside."},
				{ID: "4.3/b", Text: "The issues of the context went into drawing them."},
				{ID: "4.3/c", Text: "The requirements of interested parties went into drawing them."},
				{ID: "4.3/d", Text: "What is left out is left out for a stated reason, and nothing that matters for the claims made is hidden by it."},
				{ID: "4.3/e", Text: "The scope makes clear to which of the organization's activities the requirements and controls apply."},
				{ID: "4.3/f", Core: true, Text: "The scope is kept as a document that can be produced."},
			},
			Documented: []Documented{{"Scope of the AIMS", Maintained}},
			Controls:   []ControlID{"A.4.2"},
		},
		{
			Clause:  "4.4",
			Title:   "AI management system",
			Summary: "There is a management system that is set up, lived, looked after and made better, built from processes that fit together, rather than a folder of documents.",
			Points: []Point{
				{ID: "4.4/a", Core: true, Text: "The management system is set up: its parts exist and were put in force."},
				{ID: "4.4/b", Core: true, Text: "It is in use: its processes have left records of work done."},
				{ID: "4.4/c", Text: "It is looked after: reviews and updates keep it in step with the organization."},
				{ID: "4.4/d", Text: "It gets better: findings and reviews have led to changes of the system."},
				{ID: "4.4/e", Text: "The processes it needs are described, and so is what each hands to the others."},
			},
		},
	}
}
