package audit

import (
	"maps"

	"github.com/aimskit/aimskit/aims"
)

// The codes of the problems of a snapshot as a whole.
const (
	// KindUnknown: supplied names a kind that no snapshot holds.
	KindUnknown aims.Code = "audit/kind-unknown"
	// KindList: supplied names a list of the snapshot in place of the kind of its records.
	KindList aims.Code = "audit/kind-list"
	// SecondOrganization: a snapshot is of one organization.
	SecondOrganization aims.Code = "audit/second-organization"
	// IDTwice: two records of one kind have the same id.
	IDTwice aims.Code = "audit/id-twice"
	// IDCase: the ids of two records of one kind differ only in case.
	IDCase aims.Code = "audit/id-case"
	// KeyUnknown: a gap is stated for something that is no requirement: a heading, a point, or nothing.
	KeyUnknown aims.Code = "audit/key-unknown"
	// Dangling: a record refers to one that is not there, of a kind that is supplied.
	Dangling aims.Code = "audit/dangling"
)

var texts = map[aims.Code]string{
	KindUnknown:        "{got} is no kind of record that a snapshot holds; the kinds are {want}",
	KindList:           "{got} is the list, and {want} the kind of its records; write {want}",
	SecondOrganization: "the organization {id} comes after {other}; a snapshot is of one, so remove the other",
	IDTwice:            "the id {id} is taken by {other}; give every record of a kind its own",
	IDCase:             "the id {id} differs from that of {other} in case only; give one another id",
	KeyUnknown:         "{got} is no requirement or control; state the gap for one like iso42001/6.1.2 or iso42001/A.5.2",
	Dangling:           "there is no {ref}; add the record, correct the reference, or do not list its kind as supplied",
	StepIllegal:        "a finding graded {grade} cannot go from {from} to {to}; add the steps in between, or correct this one",
	StepSide:           "the step to {to} is one for the {want}; name somebody who acts for the {want}, or correct the step",

	Impartial:          "nothing on record stands against the impartiality of {who}",
	OwnsSubject:        "{who} would audit their own work: {what}; give that part to somebody else",
	OwnsControl:        "{who} answers for implementing {what}; give these controls to another auditor",
	Barred:             "{who} may not take part: the tie to the client, {kind}, {ended}; choose somebody else",
	Tied:               "{who} has a tie to the client, {kind}; let somebody judge whether it does harm, and keep the judgement",
	NobodyAudits:       "no member of the team is an auditor; name one",
	NoWorkDay:          "it is not known when the audit takes place; give its planned day",
	NothingToCompare:   "there are no {what} on record to compare the work of {who} with",
	DomainCovered:      "{who} covers {domain}",
	DomainMissing:      "nobody on the team covers {domain}; add somebody who does",
	DomainsUnstated:    "nobody on the team says who covers {domain}; record the domains of the members",
	TooFew:             "{got} minor nonconformities repeat nothing; set at least 2",
	MinutesRange:       "{got} minutes are out of range; give 1 to {max}",
	HoursOrder:         "the hours from {from} to {to} do not follow {last}; list the working hours of a day in order, without overlap",
	PlanWithoutAuditor: "no member of the team may lead a part of the audit; name a lead auditor or an auditor",
	PlanDaysOrder:      "{got} does not follow {previous}; list the days of the audit in order, each once",
	PlanKeyUnknown:     "{got} is no requirement or control of the catalogues, nor in the Statement of Applicability; correct it",
	MeetingsTooLong:    "opening, conclusions and closing do not fit into the working hours of the first and the last day; shorten them",
	NobodyMay:          "no auditor may lead {what}: it is their own work, not their part of the scope, or they are barred; add an auditor",
	NoTimeLeft:         "no time is left for {what}; add a day or an auditor, or shorten other parts",
	SampleSize:         "a sample of {got} cannot be drawn from {max}; take at least 1 and at most all",
}

// Sentences returns the English sentence template of every problem code of
// this package, for hosts that translate them.
func Sentences() map[aims.Code]string { return maps.Clone(texts) }
