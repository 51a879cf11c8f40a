package audit

import (
	"maps"

	"github.com/aimskit/aimskit/aims"
)

// The codes of the problems of a snapshot as a whole.
const (
	// KindUnknown: supplied names a kind that no snapshot holds.
	KindUnknown aims.Code = "audit/kind-unknown"
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
	SecondOrganization: "the organization {id} comes after {other}; a snapshot is of one, so remove the other",
	IDTwice:            "the id {id} is taken by {other}; give every record of a kind its own",
	IDCase:             "the id {id} differs from that of {other} in case only; give one another id",
	KeyUnknown:         "{got} is no requirement or control; state the gap for one like iso42001/6.1.2 or iso42001/A.5.2",
	Dangling:           "there is no {ref}; add the record, correct the reference, or do not list its kind as supplied",
	StepIllegal:        "a finding graded {grade} cannot go from {from} to {to}; add the steps in between, or correct this one",
	StepSide:           "the step to {to} is one for the {want}; name somebody who acts for the {want}, or correct the step",
}

// Sentences returns the English sentence template of every problem code of
// this package, for hosts that translate them.
func Sentences() map[aims.Code]string { return maps.Clone(texts) }
