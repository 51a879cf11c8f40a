package controls

import "github.com/aimskit/aimskit/aims"

func themes() []Alias {
	return []Alias{
		theme("A.1", "Policies", "A.2.2", "A.2.3", "A.2.4", "A.3.2"),
		theme("A.2", "Internal organization", "A.4.2", "A.4.6"),
		theme("A.3", "Resources", "A.4.3", "A.4.4", "A.4.5", "A.7.2", "A.7.3", "A.7.4", "A.7.5", "A.7.6"),
		theme("A.4", "Impact assessment", "A.5.2", "A.5.3", "A.5.4", "A.5.5"),
		theme("A.5", "Development", "A.6.1.2", "A.6.1.3", "A.6.2.2", "A.6.2.3", "A.6.2.4", "A.6.2.5", "A.6.2.7"),
		theme("A.6", "Operation", "A.6.2.5", "A.6.2.6", "A.9.2", "A.9.3", "A.9.4"),
		theme("A.7", "Interested parties", "A.8.2", "A.8.3", "A.8.5", "A.10.2", "A.10.3", "A.10.4"),
		theme("A.8", "Monitoring", "A.3.3", "A.6.2.6", "A.8.4"),
		theme("A.9", "Documentation", "A.4.2", "A.5.3", "A.6.2.3", "A.6.2.7", "A.6.2.8"),
	}
}

func domains() []Alias {
	return []Alias{
		domain("domain-1", "Policies and governance", "A.2.2", "A.2.3", "A.2.4"),
		domain("domain-2", "Internal organization and resources", "A.3.2", "A.3.3", "A.4.2", "A.4.3", "A.4.4", "A.4.5", "A.4.6"),
		domain("domain-3", "Life cycle", "A.6.1.2", "A.6.1.3", "A.6.2.2", "A.6.2.3", "A.6.2.4", "A.6.2.5", "A.6.2.6", "A.6.2.7", "A.6.2.8"),
		domain("domain-4", "Data", "A.7.2", "A.7.3", "A.7.4", "A.7.5", "A.7.6"),
		domain("domain-5", "Impact assessment", "A.5.2", "A.5.3", "A.5.4", "A.5.5"),
		domain("domain-6", "Third parties", "A.10.2", "A.10.3", "A.10.4"),
	}
}

func variants() []Alias {
	return []Alias{
		variant("A.2.2", "Artificial intelligence policy"),
		variant("A.2.2", "AI policies"),
		variant("A.2.3", "Alignment with other organisational policies"),
		variant("A.2.3", "Alignment with organizational policies"),
		variant("A.2.3", "Alignment with other policies"),
		variant("A.2.4", "Review of AI policy"),
		variant("A.2.4", "AI policy review"),
		variant("A.3.2", "Roles and responsibilities"),
		variant("A.3.3", "Reporting concerns"),
		variant("A.4.2", "Documentation of resources"),
		variant("A.4.4", "Tools"),
		variant("A.4.5", "Computing resources"),
		variant("A.4.5", "System & computing resources"),
		variant("A.5.2", "AI impact assessment process"),
		variant("A.5.2", "Impact assessment process"),
		variant("A.5.3", "Documentation of AI impact assessments"),
		variant("A.5.3", "Documentation of AI system impact assessment"),
		variant("A.5.3", "Documentation of impact assessments"),
		variant("A.5.4", "Assessing AI system impacts on individuals or groups of individuals"),
		variant("A.5.4", "Assessing AI system impact on individuals and groups of individuals"),
		variant("A.5.4", "Assessing AI system impact on individuals or groups"),
		variant("A.5.4", "Assessing AI system impact on individuals and groups"),
		variant("A.5.5", "Assessing societal impact of AI systems"),
		variant("A.5.5", "Assessing societal impacts of AI system"),
		variant("A.5.5", "Assessing societal impacts"),
		variant("A.6.1.2", "Objectives for responsible development of AI systems"),
		variant("A.6.1.2", "Objectives for responsible AI development"),
		variant("A.6.1.3", "Processes for responsible AI system design & development"),
		variant("A.6.1.3", "Processes for responsible design and development of AI systems"),
		variant("A.6.1.3", "Processes for responsible AI design and development"),
		variant("A.6.2.2", "AI system requirements and specifications"),
		variant("A.6.2.2", "AI system requirements & specification"),
		variant("A.6.2.2", "AI system requirements specification"),
		variant("A.6.2.3", "Documentation of AI system design & development"),
		variant("A.6.2.3", "AI system design and development documentation"),
		variant("A.6.2.4", "AI system verification & validation"),
		variant("A.6.2.4", "AI system validation and verification"),
		variant("A.6.2.4", "Verification and validation"),
		variant("A.6.2.5", "Deployment of AI systems"),
		variant("A.6.2.6", "AI system operation & monitoring"),
		variant("A.6.2.6", "AI system operations and monitoring"),
		variant("A.6.2.7", "Technical documentation of AI systems"),
		variant("A.6.2.7", "AI technical documentation"),
		variant("A.6.2.8", "AI system event logs"),
		variant("A.6.2.8", "AI system event logging"),
		variant("A.6.2.8", "AI system recording of event log"),
		variant("A.6.2.8", "Recording of event logs"),
		variant("A.7.2", "Data for development and enhancement of AI systems"),
		variant("A.7.2", "Data for development and enhancement"),
		variant("A.7.3", "Data acquisition"),
		variant("A.7.4", "Data quality"),
		variant("A.7.4", "Quality of data"),
		variant("A.7.4", "Quality of data for AI system"),
		variant("A.7.5", "Provenance of data"),
		variant("A.7.6", "Preparation of data"),
		variant("A.8.2", "System documentation and user information"),
		variant("A.8.2", "System documentation & information for users"),
		variant("A.8.4", "Incident communication"),
		variant("A.8.4", "Communication of AI incidents"),
		variant("A.8.5", "Information to interested parties"),
		variant("A.9.2", "Processes for responsible use of AI"),
		variant("A.9.2", "Processes for responsible use of AI system"),
		variant("A.9.2", "Processes for the responsible use of AI systems"),
		variant("A.9.3", "Objectives for responsible use of AI systems"),
		variant("A.9.3", "Objectives for responsible use of AI"),
		variant("A.9.3", "Objectives for the responsible use of AI systems"),
		variant("A.9.4", "Intended use of AI systems"),
		variant("A.9.4", "Intended use of AI system"),
		variant("A.9.4", "Intended use"),
		variant("A.10.2", "Allocation of responsibilities"),
		variant("A.10.3", "Supplier relationships"),
		variant("A.10.4", "Customer relationships"),
	}
}

func theme(id, name string, controls ...aims.ControlID) Alias {
	return Alias{FromThemes, aims.Key{Framework: aims.FrameworkGuide, ID: id}, name, keys(controls)}
}

func domain(id, name string, controls ...aims.ControlID) Alias {
	return Alias{FromDomains, aims.Key{Framework: aims.FrameworkGuide, ID: id}, name, keys(controls)}
}

func variant(control aims.ControlID, name string) Alias {
	return Alias{Source: FromVariant, Name: name, Controls: keys([]aims.ControlID{control})}
}

func keys(ids []aims.ControlID) []aims.Key {
	out := make([]aims.Key, len(ids))
	for i, id := range ids {
		out[i] = aims.ControlKey(id)
	}
	return out
}
