package aims

// clause5 returns the entries of clause 5.
func clause5() []Requirement {
	return []Requirement{
		{
			Clause:  "5",
			Title:   "Leadership",
			Summary: "Those who run the organization carry the management system: they set its direction, give it a policy and decide who may do what in it.",
		},
		{
			Clause: "5.1",
			Title:  "Leadership and commitment",
			Summary: "Top management leads by acts that can be shown: decisions signed, money and people granted, reviews attended, messages sent. " +
				"Commitment that left no trace is only claimed.",
			Points: []Point{
				{ID: "5.1/a", Core: true, Text: "Top management approved the AI policy and the AI objectives, and both agree with where the organization is heading."},
				{ID: "5.1/b", Text: "What the management system asks for is built into ordinary business processes, such as purchasing, development and release."},
				{ID: "5.1/c", Core: true, Text: "Top management decided on the people, money and tools for the management system."},
				{ID: "5.1/d", Text: "Top management told people why managing AI well and keeping to the rules matters."},
				{ID: "5.1/e", Text: "Top management watches whether the management system brings the results it is meant to bring, and steps in when it does not."},
				{ID: "5.1/f", Text: "Top management directs and backs the people on whose work the system depends, for example through a named sponsor."},
				{ID: "5.1/g", Text: "Top management pushes for improvement, for example by asking for it and following it up."},
				{ID: "5.1/h", Text: "Managers at other levels are backed in leading within their own areas."},
			},
			Controls: []ControlID{"A.2.2", "A.3.2"},
		},
		{
			Clause:  "5.2",
			Title:   "AI policy",
			Summary: "A short binding statement by top management says what the organization wants with AI and what it binds itself to. People inside know it, and people outside can get it where that makes sense.",
			Points: []Point{
				{ID: "5.2/a", Core: true, Text: "Top management set an AI policy, and its approval covers the text as it stands."},
				{ID: "5.2/b", Text: "The policy speaks to what this organization does with AI and could not belong to just anybody."},
				{ID: "5.2/c", Text: "It gives the frame in which AI objectives are set."},
				{ID: "5.2/d", Text: "It binds the organization to meeting the requirements that apply to it."},
				{ID: "5.2/e", Text: "It binds the organization to making the management system better all the time."},
				{ID: "5.2/f", Core: true, Text: "It exists in writing, as a document under control."},
				{ID: "5.2/g", Text: "It points to the other policies of the organization that touch AI, where there are any."},
				{ID: "5.2/h", Text: "It was made known inside the organization."},
				{ID: "5.2/i", Text: "Interested parties can get it, where that is appropriate."},
			},
			Documented: []Documented{{"AI policy", Maintained}},
			Controls:   []ControlID{"A.2.2", "A.2.3", "A.2.4"},
		},
		{
			Clause:  "5.3",
			Title:   "Roles, responsibilities and authorities",
			Summary: "Everybody who matters for the management system knows what is theirs to do and to decide. Two mandates in particular have a holder: seeing to conformity, and reporting to the top.",
			Points: []Point{
				{ID: "5.3/a", Text: "The roles that matter for the management system have holders, with duties and powers written down."},
				{ID: "5.3/b", Text: "These assignments were made known inside the organization."},
				{ID: "5.3/c", Core: true, Text: "Somebody has the duty and the power to see that the management system meets the standard."},
				{ID: "5.3/d", Core: true, Text: "Somebody has the duty and the power to report its performance to top management."},
			},
			Controls: []ControlID{"A.3.2", "A.10.2"},
		},
	}
}
