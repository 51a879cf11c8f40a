package aims

// Each table lists only the requirements whose counterpart has another number
// or none, or that need a note; see [Standard.over].

const (
	noteAudit  = "an audit serves both systems only when its criteria and scope name the AI management system"
	noteReview = "a review serves both systems only when its inputs name the AI management system"
)

func iso27001() Standard {
	return Standard{ID: "iso27001:2022", Name: "ISO/IEC 27001:2022", Subject: "information security", rows: []Correspondence{
		{"6.1.2", "6.1.2", "there it is about information security risk; harm to individuals and societies is not asked for"},
		{"6.1.3", "6.1.3", "there the comparison is made with another Annex A; thirteen of its control ids also exist in ours and mean something else"},
		{"6.1.4", "", "it has no impact assessment of AI systems, and no 6.1.4"},
		{"8.2", "8.2", "there it is about information security risk"},
		{"8.3", "8.3", "there it is about information security risk"},
		{"8.4", "", "it has no impact assessment of AI systems, and no 8.4"},
		{"9.2.1", "9.2.1", noteAudit},
		{"9.2.2", "9.2.2", noteAudit},
		{"9.3.1", "9.3.1", noteReview},
		{"9.3.2", "9.3.2", noteReview},
		{"9.3.3", "9.3.3", noteReview},
	}}
}

func iso9001() Standard {
	return Standard{ID: "iso9001:2015", Name: "ISO 9001:2015", Subject: "quality", rows: []Correspondence{
		{"6.1.1", "6.1.1", "there the planning of the actions is 6.1.2"},
		{"6.1.2", "", "there 6.1.2 is the planning of actions on risks and opportunities; no risk assessment process is asked for"},
		{"6.1.3", "", "it has no 6.1.3"},
		{"6.1.4", "", "it has no 6.1.4"},
		{"8.2", "", "there 8.2 is about requirements for products and services"},
		{"8.3", "", "there 8.3 is about design and development"},
		{"8.4", "", "there 8.4 is about processes, products and services from external providers"},
		{"9.2.1", "9.2.1", noteAudit},
		{"9.2.2", "9.2.2", noteAudit},
		{"9.3.1", "9.3.1", noteReview},
		{"9.3.2", "9.3.2", noteReview},
		{"9.3.3", "9.3.3", noteReview},
		{"10.1", "10.3", "there 10.1 is general"},
	}}
}

func iso14001() Standard {
	return Standard{ID: "iso14001:2015", Name: "ISO 14001:2015", Subject: "environment", rows: []Correspondence{
		{"6.1.1", "6.1.1", "there the planning of the actions is 6.1.4"},
		{"6.1.2", "", "there 6.1.2 is about environmental aspects"},
		{"6.1.3", "", "there 6.1.3 is about compliance obligations"},
		{"6.1.4", "", "there 6.1.4 is the planning of actions"},
		{"6.3", "", "it has no 6.3"},
		{"8.2", "", "there 8.2 is about emergency preparedness and response"},
		{"8.3", "", "it has no 8.3"},
		{"8.4", "", "it has no 8.4"},
		{"9.2.1", "9.2.1", noteAudit},
		{"9.2.2", "9.2.2", noteAudit},
		{"9.3.1", "9.3", noteReview},
		{"9.3.2", "9.3", noteReview},
		{"9.3.3", "9.3", noteReview},
		{"10.1", "10.3", "there 10.1 is general"},
	}}
}

func iso45001() Standard {
	return Standard{ID: "iso45001:2018", Name: "ISO 45001:2018", Subject: "occupational health and safety", rows: []Correspondence{
		{"6.1.1", "6.1.1", "there the planning of the actions is 6.1.4"},
		{"6.1.2", "", "there 6.1.2 is about identifying hazards and assessing their risks"},
		{"6.1.3", "", "there 6.1.3 is about legal and other requirements"},
		{"6.1.4", "", "there 6.1.4 is the planning of actions"},
		{"6.3", "", "it has no 6.3"},
		{"8.2", "", "there 8.2 is about emergency preparedness and response"},
		{"8.3", "", "it has no 8.3"},
		{"8.4", "", "it has no 8.4"},
		{"9.2.1", "9.2.1", noteAudit},
		{"9.2.2", "9.2.2", noteAudit},
		{"9.3.1", "9.3", noteReview},
		{"9.3.2", "9.3", noteReview},
		{"9.3.3", "9.3", noteReview},
		{"10.1", "10.3", "there 10.1 is general"},
		{"10.2", "10.2", "there it takes in incidents"},
	}}
}

func iso22000() Standard {
	return Standard{ID: "iso22000:2018", Name: "ISO 22000:2018", Subject: "food safety", rows: []Correspondence{
		{"6.1.1", "6.1.1", "there the planning of the actions is 6.1.2"},
		{"6.1.2", "", "there 6.1.2 is the planning of actions on risks and opportunities"},
		{"6.1.3", "", "there 6.1.3 is about actions being proportionate"},
		{"6.1.4", "", "it has no 6.1.4"},
		{"8.2", "", "there 8.2 is about prerequisite programmes"},
		{"8.3", "", "there 8.3 is about traceability"},
		{"8.4", "", "there 8.4 is about emergency preparedness and response"},
		{"9.2.1", "9.2.1", noteAudit},
		{"9.2.2", "9.2.2", noteAudit},
		{"9.3.1", "9.3.1", noteReview},
		{"9.3.2", "9.3.2", noteReview},
		{"9.3.3", "9.3.3", noteReview},
		{"10.1", "10.2", "there 10.1 is nonconformity and corrective action"},
		{"10.2", "10.1", "there 10.2 is continual improvement"},
	}}
}
