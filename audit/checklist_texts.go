package audit

import "github.com/aimskit/aimskit/aims"

// Questions2023 returns an opening question for every leaf and every Annex A
// control of ISO/IEC 42001:2023, and for the leaves what typically answers it.
// They are this library's own words and nothing in them is a requirement.
// What typically shows a control stands in its catalogue.
func Questions2023() []Question {
	return append(leafQuestions(), controlQuestions()...)
}

func leafQuestions() []Question {
	leaf := func(c aims.Clause, ask string, evidence ...string) Question {
		return Question{Key: aims.ClauseKey(c), Ask: ask, Evidence: evidence}
	}
	return []Question{
		leaf("4.1", "What inside and outside the organization bears on its AI, and who decided that climate change does or does not?",
			"List of issues with owner and last review", "Roles towards each AI system", "Recorded decision on climate change"),
		leaf("4.2", "Who has a stake in your AI, what does each of them need, and which of these needs does the management system answer?",
			"Register of interested parties and their needs", "Decision per need, climate-related ones among them"),
		leaf("4.3", "Where does the management system end, and how did you decide what to leave out?",
			"Approved scope with systems, sites and activities", "Reasons for what is excluded", "Inventory of AI systems to compare with"),
		leaf("4.4", "Take one process from request to result: how does it work together with the others, and what did it leave behind?",
			"Map of processes and their interactions", "Records of recent runs", "Changes that reviews and findings led to"),
		leaf("5.1", "How do you yourself know that AI is managed as you want it, and when did you last step in?",
			"Interview with top management", "Board minutes and resource decisions", "Business processes with AI steps built in"),
		leaf("5.2", "What does your AI policy rule out, and how did the people who build and use AI learn of it?",
			"Approved policy under document control", "Proof that it was communicated", "Links to related policies"),
		leaf("5.3", "Who may stop an AI system, who answers for conformity, and who reports to top management?",
			"Appointments with duties and powers", "Organization chart", "Answers of the holders themselves"),
		leaf("6.1.1", "How did issues and needs lead to the risks and opportunities on your list, and where are the actions carried out?",
			"Risk criteria in force", "List of risks and opportunities with their actions", "Record of how they were determined"),
		leaf("6.1.2", "Would two people with your method rate this risk alike? Show me one risk from its source to its rank.",
			"Risk assessment procedure with scales", "Ratings for organization, individuals and societies", "Order of risks for treatment"),
		leaf("6.1.3", "For this risk: which option, which controls, where in the Statement of Applicability, and who accepted what remains?",
			"Statement of Applicability with reasons", "Approved treatment plan", "Accepted residual risks", "Comparison with Annex A"),
		leaf("6.1.4", "How do you find out what a system may do to people and societies before they are exposed to it?",
			"Impact assessment procedure", "Assessments with affected groups and foreseeable misuse", "Use of results in the risk assessment"),
		leaf("6.2", "Which AI objectives have you set, how far along are they, and who answers for each?",
			"Objectives with measure, owner and date", "Progress reports", "Plan and means per objective"),
		leaf("6.3", "What was the last change to the management system, and what was settled before it was made?",
			"Change plan with purpose, means and duties", "Comparison of plan and outcome"),
		leaf("7.1", "What does the management system need this year in people, money, tools and computing, and what did it get?",
			"Resource plan and budget decisions", "Posts filled and vacant", "Backlog that points to a shortage"),
		leaf("7.2", "What must the people who build, run and oversee AI be able to do, and how do you know that they can?",
			"Competence needed per role", "Training, experience and test records", "Evaluation of what training changed"),
		leaf("7.3", "Ask staff: what does the AI policy mean for your work, and what happens if it is not kept?",
			"Short interviews across functions", "Awareness records", "Onboarding material"),
		leaf("7.4", "Who tells whom about AI, when and how, inside the organization and outside?",
			"Communication plan", "Messages sent, with date and audience", "Replies to outsiders"),
		leaf("7.5.1", "Which documents does the management system need, by the standard and by your own decision, and do they all exist?",
			"List of documents", "The documents themselves, sampled"),
		leaf("7.5.2", "How does a document come into force, and how can a reader tell which version is in front of them?",
			"Title, date, author and version on samples", "Review and approval records"),
		leaf("7.5.3", "Show me where this document lives, who can change it, and what happens to the version before.",
			"Access rights and backups", "Version history", "Retention and disposal rules", "Register of outside documents"),
		leaf("8.1", "Which criteria must a run of this process meet, and what happened the last time that it did not?",
			"Process criteria and run records", "Controls in place and their monitoring", "Control of outsourced processes", "Deviations and how they were handled"),
		leaf("8.2", "When was this system's risk assessment last made, and what would make you repeat it earlier?",
			"Dated risk assessments per system", "Planned intervals", "Changes and the reassessments that followed"),
		leaf("8.3", "Which treatments were due by today, which are done, and how do you know that they work?",
			"Treatment plan with status", "Verification of finished treatments", "Decisions on those that failed"),
		leaf("8.4", "When was this system's impact assessment last made, and which change led to a new one?",
			"Dated impact assessments per system", "Planned intervals", "Release log to compare with"),
		leaf("9.1", "What do you measure, what did the last results tell you, and what did you do about them?",
			"Metrics with method and timing", "Results over time", "Analysis and conclusions"),
		leaf("9.2.1", "Which internal audits took place, what did they conclude, and do they reach every requirement?",
			"Audit reports", "Coverage of requirements, systems and sites"),
		leaf("9.2.2", "How do you decide what to audit and how often, and how do you keep auditors away from their own work?",
			"Audit programme in force", "Plans with objectives, criteria and scope", "Independence and competence of auditors", "Distribution of reports"),
		leaf("9.3.1", "When did top management last review the management system, and is it suitable, adequate and effective?",
			"Review schedule", "Minutes with attendance and conclusion"),
		leaf("9.3.2", "What did top management have in front of it when it reviewed the management system?",
			"Review papers, input by input", "Trends, not only latest figures"),
		leaf("9.3.3", "What did the last review decide, and what has become of it?",
			"Minutes with decisions", "Actions with owner, date and status"),
		leaf("10.1", "What works better than a year ago, and how can you tell?",
			"Improvement log", "Measurements before and after"),
		leaf("10.2", "Take one nonconformity: what was corrected, why did it happen, where else, and did the action work?",
			"Nonconformities with correction and cause", "Search for similar cases", "Effectiveness reviews"),
	}
}

func controlQuestions() []Question {
	control := func(id aims.ControlID, ask string) Question {
		return Question{Key: aims.ControlKey(id), Ask: ask}
	}
	return []Question{
		control("A.2.2", "Does everybody who builds, buys or uses AI have one approved text to act on, and what does it forbid?"),
		control("A.2.3", "Where do the rules for AI meet those for security, privacy, quality and purchasing, and who checked that they agree?"),
		control("A.2.4", "When was the AI policy last reviewed, by whom, and which event would bring the next review forward?"),
		control("A.3.2", "Pick a duty around AI: who holds it, did they accept it, and who stands in for them?"),
		control("A.3.3", "How would I report a worry about your AI, who would read it, and what protects me?"),
		control("A.4.2", "From what is this system built, and how do you keep that list current?"),
		control("A.4.3", "Which data does this system use, under which conditions, and what is known to be wrong with them?"),
		control("A.4.4", "Which algorithms, frameworks and tools went into this release, and could you build it again?"),
		control("A.4.5", "Where does this system run, what can the infrastructure bear, and what does it consume?"),
		control("A.4.6", "Which skills does each stage of the life cycle take, and where are you short of them?"),
		control("A.5.2", "What starts an impact assessment, and when did one last change or stop something?"),
		control("A.5.3", "Can I follow an impact assessment of two years ago, and why was it kept for as long as it was?"),
		control("A.5.4", "Who can be helped or hurt by this system, how did you find out, and whom did you ask?"),
		control("A.5.5", "What does this system do to society and the environment when many use it?"),
		control("A.6.1.2", "Which goals for responsible development does this team work to, and how does a release prove them?"),
		control("A.6.1.3", "Walk me through the gates that this project passed, and show me one that it did not pass at once."),
		control("A.6.2.2", "What was this system specified to do, and how did the last material change get into the specification?"),
		control("A.6.2.3", "Why was this design chosen, and where would a successor read it?"),
		control("A.6.2.4", "Which acceptance criteria were set before the results were known, and how did each group of users fare?"),
		control("A.6.2.5", "What had to be in place before this release went live, and who let it?"),
		control("A.6.2.6", "How would you notice that this system drifts or is misused, and what happened at the last alert?"),
		control("A.6.2.7", "Which technical documents does each audience get, and are they of the version that runs?"),
		control("A.6.2.8", "Reconstruct one decision of this system from its logs: how long would they have been there?"),
		control("A.7.2", "Under which rules may data be used to build or improve AI, and who allowed it for this data set?"),
		control("A.7.3", "How did this data set come in, by what right, and which source did you turn down?"),
		control("A.7.4", "What is good enough for this data set, what was measured, and what was done where it fell short?"),
		control("A.7.5", "Trace this record back to its source, and forward to the models that learned from it."),
		control("A.7.6", "What was done to these data before training, why, and can it be repeated?"),
		control("A.8.2", "What is a user told about this system's purpose and limits, and did users understand it?"),
		control("A.8.3", "How can an outsider report harm, and how long did the last reports wait for an answer?"),
		control("A.8.4", "Who must hear of an incident, how soon, and when did you last rehearse or do it?"),
		control("A.8.5", "Which duties to inform apply to this system, and what was disclosed to whom?"),
		control("A.9.2", "Which AI may staff use, for what, and how do you find what nobody approved?"),
		control("A.9.3", "What does good use mean for this use case, in figures, and what do the figures say?"),
		control("A.9.4", "What is this system meant to be used for, and how would use outside that come to light?"),
		control("A.10.2", "Between you, suppliers and customers: who does what over the life of this system, and does the contract agree?"),
		control("A.10.3", "How did you satisfy yourselves of this supplier, and what did the last re-evaluation lead to?"),
		control("A.10.4", "What do customers need and expect from responsible AI, and what have you told them of their own part?"),
	}
}
