package aims

// clause10 returns the entries of clause 10.
func clause10() []Requirement {
	return []Requirement{
		{
			Clause:  "10",
			Title:   "Improvement",
			Summary: "The management system gets better by intent, and what goes wrong is put right together with its cause.",
		},
		{
			Clause:  "10.1",
			Title:   "Continual improvement",
			Summary: "Over time the management system becomes a better fit, more complete and more effective, and the organization can point to what it improved.",
			Points: []Point{
				{ID: "10.1/a", Core: true, Text: "Improvements of the management system were decided and carried out."},
				{ID: "10.1/b", Text: "It can be seen what they did for the system's suitability, adequacy or effectiveness."},
			},
		},
		{
			Clause: "10.2",
			Title:  "Nonconformity and corrective action",
			Summary: "When something is not as required, the organization puts it right, finds out why, looks for the same elsewhere, removes the cause and checks that it stays away. " +
				"Until a nonconformity occurs there is nothing to show but the way of doing it.",
			Points: []Point{
				{ID: "10.2/a", Core: true, EventDriven: true, Text: "The organization reacted to the nonconformity, brought it under control and corrected it."},
				{ID: "10.2/b", EventDriven: true, Text: "What the nonconformity had led to was dealt with."},
				{ID: "10.2/c", Core: true, EventDriven: true, Text: "The nonconformity was reviewed and its causes were determined."},
				{ID: "10.2/d", EventDriven: true, Text: "Somebody looked for the same or similar ones, present or possible, elsewhere."},
				{ID: "10.2/e", Core: true, EventDriven: true, Text: "The action needed against the causes was carried out."},
				{ID: "10.2/f", EventDriven: true, Text: "Whether the corrective action was effective was reviewed afterwards."},
				{ID: "10.2/g", EventDriven: true, Text: "The management system was changed where that was necessary."},
				{ID: "10.2/h", EventDriven: true, Text: "The effort matches what the nonconformity did or could do."},
				{ID: "10.2/i", EventDriven: true, Text: "Records show what was wrong, what was done and what came of it."},
			},
			Documented: []Documented{{"Nature of nonconformities, actions taken and results of corrective action", Retained}},
			Controls:   []ControlID{"A.3.3", "A.8.4"},
		},
	}
}
