package company

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// ran adds a run that met the criteria of its process.
func ran(day aims.Date, by aims.PersonID, result string, evidence aims.EvidenceID) func(*aims.Process) {
	return func(p *aims.Process) {
		p.Runs = add(p.Runs, aims.Run{
			On: day, By: by, MetCriteria: aims.Yes, Result: result, Evidence: []aims.EvidenceID{evidence},
		})
	}
}

// described puts a process in force with its procedure.
func described(document aims.DocumentID, from aims.Date) func(*aims.Process) {
	return func(p *aims.Process) { p.Document, p.From = document, from }
}

// looked is the look at every process before a management review, by the head
// of quality, or of AI governance where quality owns the process.
func looked(lives []life[aims.Process]) []life[aims.Process] {
	for i, l := range lives {
		by := aims.PersonID("p-quality")
		if l.first.Owner == by {
			by = "p-governance"
		}
		for _, day := range []aims.Date{on(6, 17), on(8, 20)} {
			l = l.then(day, func(p *aims.Process) {
				p.Reviews = add(p.Reviews, aims.Review{On: day, By: by, Outcome: "followed as described, suits its purpose"})
				p.ReviewBy = day.AddMonths(6)
			})
		}
		lives[i] = l
	}
	return lives
}

// ours begins the life of a process that our own people carry out.
func ours(p aims.Process) life[aims.Process] {
	p.ExternallyProvided = aims.No
	return born(p)
}

// bought begins the life of a process that others carry out in part.
func bought(p aims.Process, control string, suppliers ...aims.SupplierID) life[aims.Process] {
	p.ExternallyProvided, p.ExternalControl, p.Suppliers = aims.Yes, control, suppliers
	return born(p)
}

// to says what a process gives to another.
func to(with aims.ProcessID, what string) aims.Interaction {
	return aims.Interaction{With: with, What: what}
}

// planning are the processes that plan and steer: risks, impacts, treatment,
// changes, documents, people, suppliers.
func planning() []life[aims.Process] {
	return []life[aims.Process]{
		ours(aims.Process{
			ID: "proc-risk", Recorded: on(4, 14), Title: "AI risk assessment", Owner: "p-risk", Serves: keys("6.1.1", "6.1.2", "8.2"),
			Purpose: "find, rate and rank what AI can do to us, to people and to society",
			Inputs:  []string{"system description", "impact assessment", "incidents and concerns"}, Outputs: []string{"rated risks in an order for treatment"},
			Interactions: []aims.Interaction{to("proc-impact", "takes its results"), {With: "proc-treatment", What: "hands over the ranked risks"}},
			Criteria:     []string{"every product in scope", "consequences rated for the company, individuals and society", "two people agree on each rating"},
			Controls:     keys("A.5.2"), Document: "doc-risk-procedure", From: on(4, 14),
			Trigger: "a new product, a significant change, an incident", Every: "P6M",
		}).then(on(4, 24), func(p *aims.Process) {
			p.Reviews = add(p.Reviews, aims.Review{On: on(4, 24), By: "p-quality", Outcome: "tried on three risks: two people came to the same ratings"})
			p.ReviewBy = on(6, 30)
		}).then(on(6, 1), ran(on(6, 1), "p-risk", "risks of all four products assessed", "ev-risk-assessment")),
		ours(aims.Process{
			ID: "proc-impact", Recorded: on(4, 21), Title: "AI impact assessment", Owner: "p-risk", Serves: keys("6.1.4", "8.4", "A.5.2"),
			Purpose: "find out what a product does to the people it meets and to society",
			Inputs:  []string{"system description", "intended use and foreseeable misuse", "stakeholder analysis"}, Outputs: []string{"impact assessment", "measures"},
			Interactions: []aims.Interaction{to("proc-lifecycle", "opens or closes the release gate"), {With: "proc-risk", What: "hands over impacts to be rated"}},
			Criteria:     []string{"before a product goes live", "by the template", "reviewed by somebody who does not develop the product"},
			Controls:     keys("A.5.2", "A.5.3", "A.5.4", "A.5.5"), Document: "doc-impact-procedure", From: on(4, 21),
			Trigger: "a new product or a significant change", Every: "P1Y",
		}).then(on(5, 27), ran(on(5, 27), "p-risk", "four products assessed; the template let one pass whose stakeholders nobody had analysed", "ev-impact-assessments")).
			then(on(8, 14), func(p *aims.Process) { p.Criteria = add(p.Criteria, "stakeholders analysed before anything else") }).
			then(on(8, 14), ran(on(8, 14), "p-risk", "missing stakeholder analysis done, assessment completed", "ev-impact-completed")),
		ours(aims.Process{
			ID: "proc-treatment", Recorded: on(6, 5), Title: "AI risk treatment", Owner: "p-risk", Serves: keys("6.1.3", "8.3"),
			Purpose: "choose what to do about risks, and the controls that it takes",
			Inputs:  []string{"ranked risks", "Annex A and our own controls"}, Outputs: []string{"Statement of Applicability", "treatment plan"},
			Interactions: []aims.Interaction{to("proc-lifecycle", "controls to be built in"), {With: "proc-risk", What: "takes the ranked risks"}},
			Criteria:     []string{"every risk above the line has an option", "owner and date for each treatment", "residual risks accepted by the sponsor"},
			Document:     "doc-treatment-procedure", From: on(6, 5), Trigger: "risks above the line of acceptance", Every: "P6M",
		}).then(on(6, 10), ran(on(6, 10), "p-risk", "plan and Statement of Applicability approved", "ev-treatment-approved")),
		ours(aims.Process{
			ID: "proc-change", Recorded: on(5, 12), Title: "Planning of changes", Owner: "p-governance", Serves: keys("6.3"),
			Purpose: "change the management system in good order",
			Inputs:  []string{"need for a change"}, Outputs: []string{"planned and approved change"},
			Interactions: []aims.Interaction{to("proc-documents", "texts to be changed")},
			Criteria:     []string{"purpose and consequences written down", "approved before it takes effect"},
			Document:     "doc-change-procedure", From: on(5, 12), Trigger: "the management system has to change",
		}).then(on(5, 21), ran(on(5, 21), "p-governance", "change of the release gate planned and approved", "ev-change-gate")).
			then(on(5, 21), func(p *aims.Process) { p.Evidence = list("ev-change-gate") }),
		ours(aims.Process{
			ID: "proc-documents", Recorded: on(5, 12), Title: "Control of documents and records", Owner: "p-governance", Serves: keys("7.5.2", "7.5.3"),
			Purpose: "the right version is where it is needed, and nothing is lost",
			Inputs:  []string{"drafts", "records"}, Outputs: []string{"issued documents", "archive"},
			Interactions: []aims.Interaction{to("proc-competence", "new versions to be made known")},
			Criteria:     []string{"identified, reviewed and approved before use", "old versions marked"},
			Document:     "doc-document-procedure", From: on(5, 12), Trigger: "a text is new or changed", Every: "P3M",
		}).then(on(5, 14), ran(on(5, 14), "p-governance", "existing texts issued under control", "ev-document-store")).
			then(on(6, 17), ran(on(6, 17), "p-governance", "twenty documents checked, no defect", "ev-document-check")).
			then(on(9, 10), ran(on(9, 10), "p-governance", "twenty documents checked, one review date corrected", "ev-document-check-2")),
		bought(aims.Process{
			ID: "proc-competence", Recorded: on(4, 14), Title: "Competence and awareness", Owner: "p-people", Serves: keys("7.2", "7.3", "A.4.6"),
			Purpose: "people can do what their work with AI takes, and know why",
			Inputs:  []string{"roles", "competences needed"}, Outputs: []string{"trained people", "records of competence"},
			Interactions: []aims.Interaction{to("proc-lifecycle", "people fit for their work")},
			Criteria:     []string{"every developer trained within six months", "test passed or trained again"},
			From:         on(4, 14), Trigger: "a new role, person or technology", Every: "P1Y",
		}, "we set the topics, and test those who attended ourselves", "sup-training").then(on(4, 23), ran(on(4, 23), "p-people", "first group trained", "ev-training-april")).
			then(on(6, 8), described("doc-competence-matrix", on(4, 14))).
			then(on(8, 11), ran(on(8, 11), "p-people", "missing records obtained, last two developers trained", "ev-training-complete")),
		ours(aims.Process{
			ID: "proc-suppliers", Recorded: on(4, 14), Title: "Suppliers of AI", Owner: "p-purchasing", Serves: keys("8.1", "A.10.3"),
			Purpose: "what we buy is examined before it becomes part of a product, and watched afterwards",
			Inputs:  []string{"wish to buy", "supplier's documentation"}, Outputs: []string{"due diligence", "contract with responsibilities"},
			Interactions: []aims.Interaction{to("proc-lifecycle", "cleared components and services"), {With: "proc-risk", What: "findings on suppliers"}},
			Criteria:     []string{"due diligence before contract or renewal", "responsibilities written down", "looked at again every year"},
			Controls:     keys("A.10.2", "A.10.3"), From: on(4, 14), Trigger: "a new supplier or a renewal", Every: "P1Y",
		}).then(on(4, 28), ran(on(4, 28), "p-purchasing", "three suppliers examined", "ev-due-diligence")).
			then(on(6, 8), described("doc-supplier-procedure", on(4, 14))),
	}
}

// processes are those that exist at the end of a day. What one gives to another
// is entered once the other is described too.
func processes(end aims.Date) []aims.Process {
	all := state(looked(append(planning(), doing()...)), end)
	for i, p := range all {
		all[i].Interactions = slices.DeleteFunc(slices.Clone(p.Interactions), func(with aims.Interaction) bool {
			return !slices.ContainsFunc(all, func(q aims.Process) bool { return q.ID == with.With })
		})
	}
	return all
}
