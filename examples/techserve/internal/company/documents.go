package company

import (
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// text is a document as somebody wrote it before there was document control:
// a title, an author, a file somewhere.
func text(id aims.DocumentID, title string, author aims.PersonID, day aims.Date, serves ...string) aims.Document {
	return aims.Document{
		ID: id, Recorded: day, Title: title, Author: author, Date: day, Status: aims.DocumentDraft,
		Location: "team drive", Serves: keys(serves...),
	}
}

// signed approves a version, without any of what document control asks for.
func signed(version string, by aims.PersonID, day aims.Date) func(*aims.Document) {
	return func(d *aims.Document) {
		d.Version, d.Date, d.From, d.Status = version, day, day, aims.DocumentApproved
		d.Digest = aims.DigestBytes([]byte(string(d.ID) + " " + version))
		d.Approvals = add(d.Approvals, approval(d.Content(), by, day))
	}
}

// issued puts a version under document control: identified, reviewed,
// approved as it stands, protected, and with its end planned.
func issued(version string, by aims.PersonID, day aims.Date) func(*aims.Document) {
	return func(d *aims.Document) {
		d.Identifier = "TS-AI/" + strings.TrimPrefix(string(d.ID), "doc-")
		d.Language, d.Format, d.Media = "en", "Markdown, PDF/A when issued", "electronic"
		d.Owner, d.ReviewBy = d.Author, day.AddMonths(12)
		d.Location = "https://documents.techserve.example/" + string(d.ID)
		d.Available, d.Protected = aims.Yes, aims.Yes
		if d.External == aims.Unknown {
			d.External = aims.No
		}
		d.Protection = "versioned store, write access for the owner alone, daily backup kept apart"
		d.Distribution = "intranet; a notice to those concerned at each issue"
		d.Access = "all staff read, the owner writes"
		d.Storage = "open formats, checked yearly that every file opens"
		d.Retention = "three years after it was replaced"
		d.Disposition = "deleted from the store and its backups by Security, with a note in the log"
		d.Reviews = add(d.Reviews, aims.Review{On: day, By: "p-quality", Outcome: "fit for its use"})
		d.Changes = add(d.Changes, aims.DocumentChange{Version: version, On: day, By: d.Author, What: "issued under document control"})
		signed(version, by, day)(d)
	}
}

// fromOutside is a text that others write and the company works by.
func fromOutside(id aims.DocumentID, title, version, origin string, day aims.Date, serves ...string) life[aims.Document] {
	d := text(id, title, "", day, serves...)
	d.Version, d.External, d.Origin = version, aims.Yes, origin
	return born(d).then(on(5, 12), func(d *aims.Document) {
		issued(version, "p-governance", on(5, 12))(d)
		d.Owner, d.Author = "p-governance", ""
		d.Retention = "while it is in use"
	})
}

// documents are the texts of the management system. Document control begins
// on 12 May; what was approved before is issued anew then.
func documents() []life[aims.Document] {
	control := on(5, 12)
	final := on(6, 8)
	return []life[aims.Document]{
		born(text("doc-scope", "Scope of the AI management system", "p-governance", on(3, 10), "4.3")).
			then(on(3, 12), signed("1.0", "p-ceo", on(3, 12))).then(control, issued("1.0", "p-ceo", control)),
		born(text("doc-roles", "Roles, duties and powers", "p-governance", on(3, 16), "5.3", "A.3.2")).
			then(control, issued("1.0", "p-ceo", control)),
		born(text("doc-security-policy", "Information security policy", "p-security", on(3, 20), "A.2.3")).
			then(control, issued("4.2", "p-ceo", control)),
		born(text("doc-privacy-policy", "Privacy policy", "p-legal", on(3, 20), "A.2.3")).
			then(control, issued("3.0", "p-ceo", control)),
		born(text("doc-design-notes", "Design notes of the four products", "p-datascience", on(3, 20), "A.6.2.3")).
			then(on(5, 20), issued("1.0", "p-cto", on(5, 20))),
		fromOutside("doc-standard", "ISO/IEC 42001:2023", "2023", "bought from the standards body", on(3, 4), "7.5.3"),
		fromOutside("doc-model-contract", "Enterprise agreement with the supplier of the language model", "2025-02", "signed contract", on(4, 3), "8.1", "A.10.3"),
		fromOutside("doc-training-contract", "Contract with the trainer", "2026-04", "signed contract", on(4, 3), "7.2"),
		fromOutside("doc-hosting-contract", "Hosting contract with the data centre", "2023-11", "signed contract", on(4, 3), "8.1", "A.10.3"),

		born(text("doc-communication-plan", "Communication plan", "p-governance", on(4, 7), "7.4")).
			then(on(4, 7), signed("1.0", "p-cto", on(4, 7))).then(control, issued("1.0", "p-cto", control)),
		born(text("doc-risk-procedure", "AI risk assessment: procedure, scales and criteria", "p-risk", on(4, 13), "6.1.1", "6.1.2")).
			then(on(4, 14), signed("1.0", "p-cto", on(4, 14))).then(control, issued("1.0", "p-cto", control)),
		born(text("doc-impact-procedure", "AI impact assessment: procedure and template", "p-risk", on(4, 20), "6.1.4", "8.4", "A.5.2", "A.5.3")).
			then(on(4, 21), signed("1.0", "p-cto", on(4, 21))).then(control, issued("1.0", "p-cto", control)),

		born(text("doc-document-procedure", "Control of documents and records", "p-governance", on(5, 5), "7.5.1", "7.5.2", "7.5.3")).
			then(control, issued("1.0", "p-cto", control)),
		born(text("doc-change-procedure", "Planning of changes to the management system", "p-governance", on(5, 7), "6.3")).
			then(control, issued("1.0", "p-cto", control)),
		born(text("doc-resource-plan", "Resources for AI governance and AI systems", "p-governance", on(5, 7), "7.1", "A.4.2")).
			then(control, issued("1.0", "p-cto", control)),
		born(text("doc-metrics", "What is measured, how and when", "p-governance", on(5, 11), "9.1")).
			then(on(5, 18), issued("1.0", "p-cto", on(5, 18))),
		born(text("doc-concern-procedure", "Raising and handling concerns about our AI", "p-quality", on(5, 15), "A.3.3", "A.8.3")).
			then(on(5, 18), issued("1.0", "p-cto", on(5, 18))),
		born(text("doc-lifecycle", "AI life cycle: stages, gates, checklists", "p-datascience", on(5, 20), "8.1", "A.6.1.3", "A.6.2.2", "A.6.2.3", "A.6.2.4", "A.6.2.5")).
			then(final, issued("1.0", "p-cto", final)),
		born(text("doc-policy", "AI policy", "p-governance", on(5, 6), "5.2", "A.2.2")).
			then(on(6, 3), issued("1.0", "p-ceo", on(6, 3))),

		born(text("doc-objectives", "AI objectives and plans", "p-governance", on(6, 3), "6.2", "A.6.1.2", "A.9.3")).
			then(on(6, 4), issued("1.0", "p-ceo", on(6, 4))),
		born(text("doc-treatment-procedure", "AI risk treatment and Statement of Applicability", "p-risk", on(6, 3), "6.1.3")).
			then(on(6, 5), issued("1.0", "p-cto", on(6, 5))),
		born(text("doc-operation-procedure", "Operation, monitoring, logs and support of AI products", "p-product", on(6, 3), "8.1", "A.6.2.6", "A.6.2.8")).
			then(final, issued("1.0", "p-cto", final)),
		born(text("doc-data-procedure", "Data: acquisition, quality, provenance, preparation, disposal", "p-data", on(6, 3), "8.1", "A.7.2", "A.7.3", "A.7.4", "A.7.5", "A.7.6")).
			then(final, issued("1.0", "p-cto", final)),
		born(text("doc-data-sheets", "Data sheets of seven data sets", "p-data", on(6, 3), "A.4.3", "A.7.2")).
			then(on(6, 11), issued("1.0", "p-cto", on(6, 11))),
		born(text("doc-use-procedure", "Responsible use of AI inside the company", "p-product", on(6, 3), "8.1", "A.9.2", "A.9.4")).
			then(final, issued("1.0", "p-cto", final)),
		born(text("doc-supplier-procedure", "Suppliers of AI: examination, contract, watching, exit", "p-purchasing", on(6, 3), "8.1", "A.10.2", "A.10.3")).
			then(final, issued("1.0", "p-cto", final)),
		born(text("doc-incident-procedure", "AI incidents: detect, contain, tell, learn", "p-support", on(6, 3), "8.1", "10.2", "A.8.4")).
			then(final, issued("1.0", "p-cto", final)),
		born(text("doc-competence-matrix", "Competences needed and held", "p-people", on(6, 3), "7.2", "7.3", "A.4.6")).
			then(final, issued("1.0", "p-cto", final)),
		born(text("doc-audit-procedure", "Internal audit programme", "p-quality", on(6, 3), "9.2.2")).
			then(final, issued("1.0", "p-cto", final)),
		born(text("doc-review-procedure", "Management review", "p-governance", on(6, 3), "9.3.1", "9.3.2", "9.3.3")).
			then(final, issued("1.0", "p-ceo", final)),
		born(text("doc-nonconformity-procedure", "Nonconformity, corrective action and improvement", "p-quality", on(6, 3), "10.1", "10.2")).
			then(final, issued("1.0", "p-cto", final)),
	}
}

// documentEvidence shows document control at work.
func documentEvidence() []life[aims.Evidence] {
	return []life[aims.Evidence]{
		proof("ev-document-store", "Export of the document store: versions, access rights, backups", aims.FormRecord, "p-governance", on(5, 14), "4.4", "7.5.1", "7.5.2", "7.5.3", "8.1"),
		proof("ev-document-check", "Sample of twenty documents checked against the procedure", aims.FormRecord, "p-governance", on(6, 17), "4.4", "8.1", "7.5.1", "7.5.2", "7.5.3"),
	}
}
