package audit

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// At is the day for which [Conforming] conforms.
const At = "2026-06-30"

// day reads a date.
func day(s string) aims.Date { return aims.MustDate(s) }

// Conforming returns a management system of the smallest size that shows every
// point judged so far: one of everything where one is enough, so that what a
// rule cites is what it needs. Every part of it supplies its kinds.
func Conforming() audit.Snapshot {
	s := audit.Snapshot{
		Format:   aims.Format,
		Taken:    day(At),
		Supplied: audit.Kinds(),
		Persons: []aims.Person{
			{ID: "p-ceo", TopManagement: aims.Yes},
			{ID: "p-cto", TopManagement: aims.Yes, ReportsTo: "p-ceo"},
			{ID: "p-lead", TopManagement: aims.No, ReportsTo: "p-cto"},    // leads AI governance
			{ID: "p-dev", TopManagement: aims.No, ReportsTo: "p-cto"},     // develops
			{ID: "p-quality", TopManagement: aims.No, ReportsTo: "p-ceo"}, // checks the work of others
		},
	}
	clause4(&s)
	clause5(&s)
	clause8(&s)
	annexA(&s)
	clause6(&s)
	clause7(&s)
	risks(&s)
	audits(&s)
	impacts(&s)
	Approve(&s)
	return s
}

// evidence adds an accepted, fresh item of evidence for a requirement or
// control to the snapshot and returns its id.
func evidence(s *audit.Snapshot, id aims.EvidenceID, title string, keys ...aims.Key) []aims.EvidenceID {
	e := aims.Evidence{
		ID: id, Title: title, Form: aims.FormRecord, Location: "records/" + string(id), Owner: "p-lead",
		Collected: day("2026-05-15"), Expires: day("2027-05-14"),
	}
	for _, k := range keys {
		e.Judgments = append(e.Judgments, aims.Judgment{For: k, On: day("2026-05-20"), By: "p-quality", Accepted: aims.Yes})
	}
	s.Evidence = append(s.Evidence, e)
	return []aims.EvidenceID{id}
}

// accept adds to an item of evidence that it was accepted for requirements.
func accept(s *audit.Snapshot, id aims.EvidenceID, clauses ...aims.Clause) {
	i := slices.IndexFunc(s.Evidence, func(e aims.Evidence) bool { return e.ID == id })
	for _, c := range clauses {
		s.Evidence[i].Judgments = append(s.Evidence[i].Judgments,
			aims.Judgment{For: aims.ClauseKey(c), On: day("2026-05-20"), By: "p-quality", Accepted: aims.Yes})
	}
}

// approved returns an approval whose digest [Approve] fills in.
func approved(by aims.PersonID, on string) []aims.Approval {
	return []aims.Approval{{By: by, On: day(on)}}
}

// reviewed returns a review that found nothing to change.
func reviewed(on string) []aims.Review {
	return []aims.Review{{On: day(on), By: "p-lead", Outcome: "still suitable"}}
}

// Approve binds every approval in the snapshot to the content as it stands.
func Approve(s *audit.Snapshot) {
	for i, p := range s.Policies {
		sign(p.Content(), s.Policies[i].Approvals)
	}
	for i, v := range s.Scopes {
		sign(v.Content(), s.Scopes[i].Approvals)
	}
	for i, v := range s.Objectives {
		sign(v.Content(), s.Objectives[i].Approvals)
	}
	for i, v := range s.Changes {
		sign(v.Content(), s.Changes[i].Approvals)
	}
	for i, v := range s.Documents {
		sign(v.Content(), s.Documents[i].Approvals)
	}
	for i, v := range s.UseCases {
		sign(v.Content(), s.UseCases[i].Approvals)
	}
	for i, v := range s.Validations {
		sign(v.Content(), s.Validations[i].Approvals)
	}
	for i, v := range s.Releases {
		sign(v.Content(), s.Releases[i].Approvals)
	}
	for i, v := range s.Statements {
		sign(v.Content(), s.Statements[i].Approvals)
	}
	for i, v := range s.Programmes {
		sign(v.Content(), s.Programmes[i].Approvals)
	}
	bindRisks(s)
	bindImpacts(s)
}

func sign(content any, approvals []aims.Approval) {
	digest := digestOf(content)
	for i := range approvals {
		approvals[i].Digest = digest
	}
}

func digestOf(content any) aims.Digest {
	digest, err := aims.DigestOf(content)
	if err != nil {
		panic(err) // the library's own records always have JSON
	}
	return digest
}
