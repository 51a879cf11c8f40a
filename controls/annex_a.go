package controls

import "github.com/aimskit/aimskit/aims"

// Ids and titles are those of ISO/IEC 42001:2023. The other texts are our own
// words: they explain, and nothing in them is a requirement.

func annexes() []Annex {
	return []Annex{
		{"A", "Reference control objectives and controls", true},
		{"B", "Implementation guidance for AI controls", true},
		{"C", "Potential AI-related organizational objectives and risk sources", false},
		{"D", "Use of the AI management system across domains or sectors", false},
	}
}

func groups() []Group {
	return []Group{
		{"A.2", "Policies related to AI"},
		{"A.3", "Internal organization"},
		{"A.4", "Resources for AI systems"},
		{"A.5", "Assessing impacts of AI systems"},
		{"A.6", "AI system life cycle"},
		{"A.7", "Data for AI systems"},
		{"A.8", "Information for interested parties of AI systems"},
		{"A.9", "Use of AI systems"},
		{"A.10", "Third-party and customer relationships"},
	}
}

func objectives() []Objective {
	return []Objective{
		{"A.2.1", "Policies related to AI", "Whoever builds, buys or uses AI knows what management wants from it and what it will not accept, because that is in writing and kept up to date."},
		{"A.3.1", "Internal organization", "For every AI system somebody answers, and anybody who sees something going wrong can say so and is heard."},
		{"A.4.1", "Resources for AI systems", "It is known what each AI system is made of and depends on, so that a risk that comes with a component is seen and treated."},
		{"A.5.1", "Assessing impacts of AI systems", "What an AI system does to people and to society is found out beforehand, and again while it is in use."},
		{"A.6.1.1", "Management guidance for AI system development", "Care in development is planned: there are goals to reach and a laid-down way of working, and not just good intentions."},
		{"A.6.2.1", "AI system life cycle", "For each stage, from the first requirement to retirement, it is settled what must be true before the system moves on."},
		{"A.7.1", "Data for AI systems", "Data are chosen, checked and traced on purpose, since a model is no better than what it learned from."},
		{"A.8.1", "Information for interested parties of AI systems", "Those who work with an AI system or are touched by it can judge it, object to it and stay safe, because they were told enough."},
		{"A.9.1", "Use of AI systems", "Staff use AI systems for agreed purposes, within agreed limits, whoever made the system."},
		{"A.10.1", "Third-party and customer relationships", "Where several parties supply, integrate, sell or use an AI system, no duty falls between them and no risk is passed on unseen."},
	}
}

// annexA returns the controls in numeric order. Their clauses are filled in by
// the caller.
func annexA() []entry {
	return []entry{
		{
			key: aims.ControlKey("A.2.2"), title: "AI policy",
			purpose: "Gives everybody one approved text to act on: why the organization uses AI, which principles bind it, and which uses it rules out.",
			hint:    "Start from strategy, values, appetite for risk and the laws that apply. Say who is bound, how exceptions are decided, and which topics have rules of their own, such as impact assessment or buying AI. Keep it short enough to be read, and have top management sign it.",
			evidence: []string{
				"The approved policy with version, date and signatory",
				"Proof that staff received it and can say what it means for their work",
				"Decisions on exceptions, with their reasons",
			},
			serves: []aims.AnnexC{"C.2.1"},
		},
		{
			key: aims.ControlKey("A.2.3"), title: "Alignment with other organizational policies",
			purpose: "Keeps the rules for AI and those for security, privacy, quality, safety, purchasing and personnel from contradicting one another or leaving a hole between them.",
			hint:    "List the policies you already have and mark each place where AI changes the picture. Decide place by place: amend the older text, refer to it, or add a rule to the AI policy. A table with one row per policy, an owner and a date is enough. Repeat when either side changes.",
			evidence: []string{
				"Table of the policies examined, with the decision for each",
				"Amended policies, for example on privacy or purchasing",
				"Agreement of the policies' owners, in minutes or comments",
			},
			serves: []aims.AnnexC{"C.2.1", "C.2.7", "C.2.10"},
		},
		{
			key: aims.ControlKey("A.2.4"), title: "Review of the AI policy",
			purpose: "Makes sure that the policy still fits after technology, law, business or experience have moved on, instead of ageing unnoticed.",
			hint:    "Name a role that owns the review, set an interval, and list events that bring it forward: a new law, a serious incident, a new kind of system, an audit result. Feed in what management review and complaints brought up. Write a record even when nothing had to change.",
			evidence: []string{
				"Review records with date, reviewer and outcome",
				"List of the events that trigger an early review",
				"Change history of the policy, each version approved anew",
			},
			serves: []aims.AnnexC{"C.2.1"},
		},
		{
			key: aims.ControlKey("A.3.2"), title: "AI roles and responsibilities",
			purpose: "Puts a name to every duty around AI, from risk assessment to oversight in operation, so that nothing depends on who happens to care.",
			hint:    "Draw a matrix of activities against roles: risk, impact, data quality, security, privacy, safety, development, release, human oversight, suppliers, incidents. Give each role the authority and time that it needs, name a deputy, and let the holders confirm. Then look for duties without a holder and for people who check themselves.",
			evidence: []string{
				"Matrix of duties and roles, approved and dated",
				"Role descriptions or appointments that the holders accepted",
				"Organization chart with the reporting line to top management",
			},
			serves: []aims.AnnexC{"C.2.1", "C.2.2"},
		},
		{
			key: aims.ControlKey("A.3.3"), title: "Reporting of concerns",
			purpose: "Lets people inside and outside speak up about the organization's AI early and without fear, before a worry becomes an incident.",
			hint:    "Offer a route that goes around the line manager and can be used anonymously. Promise confidentiality and protection from reprisal, and tell people about both. Have competent staff answer within a set time and escalate to management where needed. An existing whistle-blowing line can serve if its staff can handle AI matters.",
			evidence: []string{
				"Description of the channel: who may use it, how people are protected",
				"Register of concerns with response times and outcomes, names withheld",
				"Announcements that made the channel known",
			},
			serves: []aims.AnnexC{"C.2.1", "C.2.5"},
		},
		{
			key: aims.ControlKey("A.4.2"), title: "Resource documentation",
			purpose: "Shows what an AI system is built from and relies on at each stage of its life, because nobody can assess the risk of a component that is not on the list.",
			hint:    "Keep an inventory per system: data, models, tools, platforms, hardware, people and outside services, each with version, source, licence and owner. Add a diagram of how they connect. Generate what you can from pipelines and bills of materials, and refresh it with every release.",
			evidence: []string{
				"Inventory of each system with the date of its last update",
				"Architecture or data-flow diagrams",
				"Bill of materials that includes models and data sets",
			},
			serves: []aims.AnnexC{"C.2.1", "C.2.6"},
		},
		{
			key: aims.ControlKey("A.4.3"), title: "Data resources",
			purpose: "Records which data an AI system uses, for what and under which conditions, so that quality, rights and bias can be questioned at all.",
			hint:    "Write a data sheet per set and keep it beside the data: origin, last change, categories, labels and how they were made, intended use, known gaps and bias, rights, retention and disposal. Tell training, validation, test and live data apart, and note which system version used which.",
			evidence: []string{
				"Data sheets, or entries in a data catalogue",
				"Retention and disposal schedule",
				"Statement of known gaps and bias per data set",
			},
			serves: []aims.AnnexC{"C.2.3", "C.2.5", "C.2.7"},
		},
		{
			key: aims.ControlKey("A.4.4"), title: "Tooling resources",
			purpose: "Keeps track of the algorithms, frameworks and development tools in use, since a flaw or a new version of one can change what the system does.",
			hint:    "List libraries, model types and tools for training, labelling, optimization and evaluation, with pinned versions and licences. Say who may introduce a new one, why it was chosen, and how vulnerabilities and end of support are followed. Rebuild an old release once to prove that the list is complete.",
			evidence: []string{
				"Lock files or a software bill of materials",
				"List of approved tools with their owners",
				"Log of a repeated build of an earlier release",
			},
			serves: []aims.AnnexC{"C.2.6", "C.2.8", "C.2.10"},
		},
		{
			key: aims.ControlKey("A.4.5"), title: "System and computing resources",
			purpose: "Ensures that the infrastructure can carry the AI system in development and in use, and that its limits, its location and its demand for energy are known.",
			hint:    "Describe where each stage runs (cloud region, data centre, device), the processing power, memory, storage and network needed at peak, and what happens when they are missing. Estimate energy and footprint, and how hard it would be to leave the provider. Compare the plan with the load measured after go-live.",
			evidence: []string{
				"Capacity plan beside the measured load",
				"List of environments with location and host",
				"Figures on energy use or emissions",
			},
			serves: []aims.AnnexC{"C.2.4", "C.2.8"},
		},
		{
			key: aims.ControlKey("A.4.6"), title: "Human resources",
			purpose: "Puts the right skills behind each stage of the life cycle, including people who understand those whom the system affects.",
			hint:    "Derive the skills from the life cycle: data science, the subject matter, security, privacy, testing, human oversight, ethics. Compare with who is there and close the difference by hiring, training or contract. Mix backgrounds, so that bias is noticed, and plan for the day when the only person who knows a model leaves.",
			evidence: []string{
				"Skills needed against skills available, per system or stage",
				"Records of training and qualification",
				"Staffing plan with deputies and succession",
			},
			serves: []aims.AnnexC{"C.2.2", "C.2.5"},
		},
		{
			key: aims.ControlKey("A.5.2"), title: "AI system impact assessment process",
			purpose: "Provides a repeatable way to find out what an AI system may do to people and society before anything depends on it.",
			hint:    "Write down what triggers an assessment (criticality, automation, sensitive data, change), who carries it out and who approves, the steps from scoping to treatment, the scales, and how the result steers design, release and use. Screen every system and record the screening; keep the full assessment for those that meet a trigger.",
			evidence: []string{
				"The procedure with its triggers, scales and approvers",
				"Screening decisions for all systems",
				"Cases in which a result changed a design or stopped a release",
			},
			serves: []aims.AnnexC{"C.2.1", "C.2.5", "C.2.7", "C.2.9"},
		},
		{
			key: aims.ControlKey("A.5.3"), title: "Documentation of AI system impact assessments",
			purpose: "Preserves what was assessed, by whom and with what result, so that a later reader can follow the judgement and see whether it still holds.",
			hint:    "Use one template: intended use and foreseeable misuse, groups touched, benefits and harms, failures foreseen, data and model in brief, measures, conclusion, approver. Tie the document to the system version, fix how long it is kept, and decide which part goes to whom outside.",
			evidence: []string{
				"Completed assessments with approver and system version",
				"Retention rule, and older assessments that are still there",
				"Record of what was shared with whom",
			},
			serves: []aims.AnnexC{"C.2.1", "C.2.11"},
		},
		{
			key: aims.ControlKey("A.5.4"), title: "Assessing AI system impact on individuals or groups of individuals",
			purpose: "Brings into view the people who may be helped or hurt: their rights, safety, health, money and chances, and above all those least able to defend themselves.",
			hint:    "Name the groups, with children, elderly and disabled people and workers among them. Go through fairness, privacy, safety, explanation, accessibility, financial loss and human rights for each. Ask those people or their representatives instead of guessing, judge by severity before likelihood, and note who gets the benefits.",
			evidence: []string{
				"Stakeholder analysis with the consultations held",
				"Ratings per group, each with its reason",
				"Measures taken for vulnerable people",
			},
			serves: []aims.AnnexC{"C.2.5", "C.2.7", "C.2.9", "C.2.11"},
		},
		{
			key: aims.ControlKey("A.5.5"), title: "Assessing societal impacts of AI systems",
			purpose: "Looks past the single user at effects that add up: on the environment, the economy, public debate, democracy, health and culture.",
			hint:    "Ask what follows if very many use the system, if somebody uses it with bad intent, or if it runs for years. Consider energy, jobs, access to credit and services, misinformation, elections and the courts, norms and values. Where an effect lies beyond your reach, say so, and write down what you will watch.",
			evidence: []string{
				"The part of the assessment that deals with society",
				"Estimates of energy or emissions over the life of the system",
				"Outside studies or experts consulted",
			},
			serves: []aims.AnnexC{"C.2.4", "C.2.9"},
		},
		{
			key: aims.ControlKey("A.6.1.2"), title: "Objectives for responsible development of AI system",
			purpose: "Turns principles such as fairness or safety into targets that a development team must hit and that somebody can check.",
			hint:    "Choose the goals that matter for your systems; Annex C is a list to start from. Give each a measure and a threshold, and carry it into requirements, choice of data, training, testing and release criteria. Name the method behind each, for example a bias test with its metric for fairness.",
			evidence: []string{
				"List of goals with measures and thresholds",
				"Requirements and tests that trace back to a goal",
				"Results against the thresholds, release by release",
			},
			serves: []aims.AnnexC{"C.2.5", "C.2.8", "C.2.9", "C.2.11"},
		},
		{
			key: aims.ControlKey("A.6.1.3"), title: "Processes for responsible AI system design and development",
			purpose: "Lays down how AI systems are made here, so that care does not depend on the habits of a single team.",
			hint:    "Describe stages and gates, the reviews and approvals at each, rules for training data and testing, when impact assessment is due, how oversight by humans and usability are designed in, whom to consult, and how changes are controlled. Fit this into the development process that exists, and sample projects to see whether it is followed.",
			evidence: []string{
				"Description of the process with its gates",
				"Gate records of a recent project",
				"Findings from checking projects against the process",
			},
			serves: []aims.AnnexC{"C.2.1", "C.2.6", "C.2.9"},
		},
		{
			key: aims.ControlKey("A.6.2.2"), title: "AI system requirements and specification",
			purpose: "Settles what the system must do, for whom and within which limits before work starts, and again when that changes materially.",
			hint:    "State the goal and why AI is the right means, inputs and outputs, tolerable error for each group concerned, data needed, human control, security, explanation, legal demands. Phrase each item so that a test can fail it, trace it to a stakeholder's need or to the impact assessment, and reopen it when goal or data change.",
			evidence: []string{
				"Approved specification with its version",
				"Trace from each requirement to a test",
				"Change requests with decision and reason",
			},
			serves: []aims.AnnexC{"C.2.6", "C.2.8", "C.2.9"},
		},
		{
			key: aims.ControlKey("A.6.2.3"), title: "Documentation of AI system design and development",
			purpose: "Keeps the reasons behind design choices, so that others can maintain, review and defend the system when its makers have moved on.",
			hint:    "Record the learning approach, assumptions, features, data and parameters used, experiments, alternatives rejected and why, threats considered, interfaces, and how people interact with the system. Short decision records written at the time beat a long report afterwards; version them with the code.",
			evidence: []string{
				"Decision records and architecture description",
				"Experiment logs with parameters and data versions",
				"Threat model of the system",
			},
			serves: []aims.AnnexC{"C.2.6", "C.2.10", "C.2.11"},
		},
		{
			key: aims.ControlKey("A.6.2.4"), title: "AI system verification and validation",
			purpose: "Proves with measurements that the system meets its specification and suits its purpose, before users find out otherwise.",
			hint:    "Fix methods, test data and pass criteria before anybody sees a result. Keep test data apart from training data and close to real conditions; measure accuracy, robustness, safety and bias for each relevant group. Let somebody independent judge, state the limits, decide what a failure blocks, and repeat after retraining.",
			evidence: []string{
				"Test plan whose criteria are older than the results",
				"Validation report with results per group, limits and reviewer",
				"What was done about failed tests",
			},
			serves: []aims.AnnexC{"C.2.3", "C.2.5", "C.2.8", "C.2.9"},
		},
		{
			key: aims.ControlKey("A.6.2.5"), title: "AI system deployment",
			purpose: "Lets a system go live only when what was promised is in place, in the environment where it will really run.",
			hint:    "Keep a go-live checklist: tests passed, impact assessment approved, user information ready, monitoring switched on, operators trained, way back rehearsed, sign-off given. Mind what differs from the development environment, such as hardware, data feeds or region, and roll out in steps where a failure would hurt.",
			evidence: []string{
				"Deployment plan and completed checklist",
				"Approval to go live, with name and date",
				"Record of a rehearsed rollback",
			},
			serves: []aims.AnnexC{"C.2.8", "C.2.9"},
		},
		{
			key: aims.ControlKey("A.6.2.6"), title: "AI system operation and monitoring",
			purpose: "Notices when a running system drifts, breaks or is misused, and makes sure that somebody acts in time.",
			hint:    "Choose per system what to watch: errors, drift of inputs and outputs, results by group, attacks such as poisoned data, overrides by staff, complaints. Attach to each a limit, an owner and a reaction time. Plan repair, updates, support and retraining with its approval, and say when the system is switched off.",
			evidence: []string{
				"Monitoring reports or dashboards with their limits",
				"Alerts, and what was done about each",
				"Records of updates, repairs and retraining",
			},
			serves: []aims.AnnexC{"C.2.6", "C.2.8", "C.2.9", "C.2.10"},
		},
		{
			key: aims.ControlKey("A.6.2.7"), title: "AI system technical documentation",
			purpose: "Gives each audience, from users and partners to authorities, the technical account of the system that it needs.",
			hint:    "Decide audience by audience what is owed: purpose, instructions, assumptions and limits, architecture, training and evaluation, risk treatment, upkeep, changes. Write modules once and assemble them per reader, compare with the list in the law where there is one, have each set approved, and make its update a condition of release.",
			evidence: []string{
				"Document set per system, with audience, version and approver",
				"Comparison with the contents that the law prescribes",
				"Record of what was handed to partners or authorities",
			},
			serves: []aims.AnnexC{"C.2.6", "C.2.11"},
		},
		{
			key: aims.ControlKey("A.6.2.8"), title: "AI system recording of event logs",
			purpose: "Leaves a trail of what the system did and when, so that failures can be explained and drift or abuse discovered.",
			hint:    "Decide at which stages, at least during use, which events are written: start and stop, input or a pointer to it, output, version, user, override, faults, operation outside intended conditions. Weigh detail against privacy, protect entries from alteration, set retention, and try whether an incident can be replayed from them.",
			evidence: []string{
				"Logging concept: events, stages, retention, access",
				"Excerpt of a log from live operation",
				"Reconstruction of a case from its entries",
			},
			serves: []aims.AnnexC{"C.2.1", "C.2.10", "C.2.11"},
		},
		{
			key: aims.ControlKey("A.7.2"), title: "Data for development and enhancement of AI system",
			purpose: "Puts the handling of data for building and improving AI under common rules, in place of each developer's own.",
			hint:    "Lay down who may use which data for what, and how privacy, security, disclosure of origin, integrity and representativeness for the people concerned are looked after. Cover live data and feedback that flow back into training. Build on the data governance that exists, and name who decides in doubt.",
			evidence: []string{
				"Data management procedure that covers AI",
				"Approvals to use data for a stated purpose",
				"Check of representativeness against a named population",
			},
			serves: []aims.AnnexC{"C.2.3", "C.2.5", "C.2.7"},
		},
		{
			key: aims.ControlKey("A.7.3"), title: "Acquisition of data",
			purpose: "Ensures that data come in lawfully and fit the need, whether they are bought, collected, scraped, shared or generated.",
			hint:    "Before taking data in, write down kind and amount needed, the source and how far it can be trusted, whom the data describe and who is missing, earlier uses, and the right to use them: licence, consent, contract or law. Have legal and subject experts agree, and turn away data whose origin cannot be shown.",
			evidence: []string{
				"Intake record of each data set, agreed before use",
				"Licences, consents or contracts",
				"Assessment of the source, refusals included",
			},
			serves: []aims.AnnexC{"C.2.3", "C.2.7"},
		},
		{
			key: aims.ControlKey("A.7.4"), title: "Quality of data for AI systems",
			purpose: "Makes \"good enough\" something that is measured, because errors and gaps in data come back as wrong or unfair results.",
			hint:    "Derive criteria from the intended use: accuracy, completeness, age, consistency, correct labels, balance between groups. Measure at intake and at intervals, for training, validation, test and live data alike, with a limit and an owner. Search for bias and either mend it or declare it; stop training when a limit is broken.",
			evidence: []string{
				"Criteria and limits per data set",
				"Measured values over time",
				"Decisions on data that missed a limit",
			},
			serves: []aims.AnnexC{"C.2.3", "C.2.5", "C.2.8"},
		},
		{
			key: aims.ControlKey("A.7.5"), title: "Data provenance",
			purpose: "Makes it possible to say where data came from and what happened to them: to check a result, to honour a deletion request, to undo a poisoned source.",
			hint:    "Note creation, changes, transformations, copies and handovers for as long as the data or a model made from them live. Let the pipeline do it, with data set versions and hashes. Then try it in both directions: from a model back to each source, and from one source to every model that learned from it.",
			evidence: []string{
				"Lineage graph or records",
				"Version identifiers and hashes in the training logs",
				"Result of a trace in both directions",
			},
			serves: []aims.AnnexC{"C.2.3", "C.2.7", "C.2.10", "C.2.11"},
		},
		{
			key: aims.ControlKey("A.7.6"), title: "Data preparation",
			purpose: "Keeps cleaning, labelling and transformation from quietly changing what the data say, and lets the work be repeated.",
			hint:    "Say by which criteria methods are picked, and write down those used: missing values, outliers, encoding, scaling, sampling, augmentation, instructions for labelling. Measure how far labellers agree and what each step does to the groups in the data. Keep the scripts under version control, and avoid repairs by hand.",
			evidence: []string{
				"Scripts or pipeline definition under version control",
				"Labelling guide with figures on agreement",
				"Statistics from before and after each step",
			},
			serves: []aims.AnnexC{"C.2.3", "C.2.5", "C.2.8"},
		},
		{
			key: aims.ControlKey("A.8.2"), title: "System documentation and information for users",
			purpose: "Gives users what they need to work safely with the system: that it is AI, what it is for, what it cannot do, and where to get help.",
			hint:    "Explain purpose, operation, prerequisites, accuracy and known limits, possible effects, how a person can check or overrule an output, how to complain, and what an update changes. Write for the reader's knowledge and language, put it where the work is done, and watch a real user try to follow it.",
			evidence: []string{
				"Guide or notice in the product, with its version",
				"Notes from a trial with real users",
				"Announcements of changes to those who use the system",
			},
			serves: []aims.AnnexC{"C.2.9", "C.2.11"},
		},
		{
			key: aims.ControlKey("A.8.3"), title: "External reporting",
			purpose: "Gives people outside a way to tell the organization that a system has done harm or may do so, and gets them an answer.",
			hint:    "Publish an address, form or hotline where people affected will find it, customers or not. Confirm receipt, sort by severity, pass harm on to incident handling, and tell the sender how it ended. Read the reports together from time to time for patterns, such as one group that fares worse.",
			evidence: []string{
				"The published route, as outsiders see it",
				"Register of reports with reply times and results",
				"Evaluation of patterns over a period",
			},
			serves: []aims.AnnexC{"C.2.5", "C.2.9"},
		},
		{
			key: aims.ControlKey("A.8.4"), title: "Communication of incidents", eventDriven: true,
			purpose: "Ensures that users and authorities hear of an AI incident from the organization itself, within the time that law or contract sets.",
			hint:    "Prepare the plan before the first event: what counts as an incident, who decides, whom to notify (users, customers, regulators, the public), what to say, by which channel and deadline. List deadlines by jurisdiction and contract, join the plan with security and privacy breach handling, and rehearse it.",
			evidence: []string{
				"Plan with recipients and deadlines",
				"Record of a rehearsal",
				"Notices sent, with the times of awareness and of sending",
			},
			serves: []aims.AnnexC{"C.2.1", "C.2.9", "C.2.11"},
		},
		{
			key: aims.ControlKey("A.8.5"), title: "Information for interested parties",
			purpose: "Meets each duty to inform regulators, customers, partners or the public about a system, in full and in time, without giving away what must stay secret.",
			hint:    "Keep a register of who is owed what, on which ground and by when: declarations of conformity, summaries of impact assessments, logs, audit results. Name who releases it and how trade secrets and personal data are kept out. Record every delivery, and go through the register when a market, law or contract is added.",
			evidence: []string{
				"Register of duties to inform, with grounds and deadlines",
				"Log of what was disclosed to whom",
				"Approvals of the material released",
			},
			serves: []aims.AnnexC{"C.2.1", "C.2.11"},
		},
		{
			key: aims.ControlKey("A.9.2"), title: "Processes for responsible use of AI systems",
			purpose: "Decides under which conditions the organization itself may use an AI system, and keeps unapproved tools from creeping into its work.",
			hint:    "Set up a route for approval: who may ask, what is examined (law, cost, data typed in, supplier, oversight, impact), who decides and when the decision is renewed. Publish what is allowed and what is forbidden, train people, and look for shadow use. A light route for harmless tools stops people from going around it.",
			evidence: []string{
				"Rules for use, with approvals and refusals",
				"Register of permitted tools and purposes",
				"Results of looking for unapproved use",
			},
			serves: []aims.AnnexC{"C.2.1", "C.2.7", "C.2.10"},
		},
		{
			key: aims.ControlKey("A.9.3"), title: "Objectives for responsible use of AI system",
			purpose: "Says in measurable terms what good use means in each setting, such as how often a person must check, or which error rate ends the use.",
			hint:    "Pick for each use case what counts, fairness, reliability, privacy, accessibility or other, and translate it into things that staff do and managers count: share of decisions reviewed, overrides, complaints settled. Say where human oversight is required and give it substance: time, skill, and the power to stop the system.",
			evidence: []string{
				"Goals per use case with measure and owner",
				"Records of human review and of overrides",
				"Evaluation of the figures, with decisions taken",
			},
			serves: []aims.AnnexC{"C.2.5", "C.2.9", "C.2.11"},
		},
		{
			key: aims.ControlKey("A.9.4"), title: "Intended use of the AI system",
			purpose: "Holds use within the purpose and conditions for which the system was made and tested, because only there can its results be trusted.",
			hint:    "Take the provider's instructions and your own impact assessment as the fence: permitted purpose, users, inputs, surroundings. Hold it with access rights, input checks and training; look for steps outside and act on them. Treat the wish to use it for something else as a change that is assessed first, and tell the provider what you find.",
			evidence: []string{
				"Statement of permitted use, accepted by the business owner",
				"Access rights and input checks in force",
				"Uses outside the fence that were found, and the response",
			},
			serves: []aims.AnnexC{"C.2.8", "C.2.9"},
		},
		{
			key: aims.ControlKey("A.10.2"), title: "Allocating responsibilities",
			purpose: "Leaves no gap between developer, provider, integrator, customer and other partners about who does what over the life of the system.",
			hint:    "List the duties, such as data quality, testing, monitoring, updates, notice of incidents, answers to people concerned. Give each to exactly one party in writing, with what the others must hand over so that it can be done. Where personal data are involved, make it agree with the roles of controller and processor.",
			evidence: []string{
				"Matrix of duties across the parties",
				"Contract clauses that say the same",
				"Minutes on points left open, with a date",
			},
			serves: []aims.AnnexC{"C.2.1", "C.2.7"},
		},
		{
			key: aims.ControlKey("A.10.3"), title: "Suppliers",
			purpose: "Brings bought models, data, components and services up to the organization's own level of care, since their faults become its own.",
			hint:    "Rank them by the harm that their part could do. Before buying, examine how it was trained and tested, its limits, security, licence, support and openness; look at open-source models in the same way, since nobody signs for them. Put duties into the contract, watch performance, demand correction where it falls short, and plan an exit.",
			evidence: []string{
				"Due diligence with criteria, result and date",
				"Contracts that contain the duties for AI",
				"Re-evaluations, and corrections that were demanded",
			},
			serves: []aims.AnnexC{"C.2.3", "C.2.8", "C.2.10"},
		},
		{
			key: aims.ControlKey("A.10.4"), title: "Customers",
			purpose: "Makes what is delivered fit what buyers need and expect from responsible AI, and makes them aware of their own part in it.",
			hint:    "Find out the buyer's purpose, setting, risks and legal duties before the sale. Pass on limits, necessary oversight and remaining risks in documents and contract, agree on acceptable use and support, and gather experience from operation. Decide beforehand what you do when somebody uses the product to harm others.",
			evidence: []string{
				"Needs and expectations, as recorded before the sale",
				"Contract or terms of acceptable use",
				"Feedback, and how it changed the product",
			},
			serves: []aims.AnnexC{"C.2.1", "C.2.9", "C.2.11"},
		},
	}
}
