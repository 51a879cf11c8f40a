package audit

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// The kinds of record of this package besides [KindGapStatement] and
// [KindCertificate].
const (
	KindProgramme   aims.Kind = "audit-programme"
	KindAudit       aims.Kind = "audit"
	KindFinding     aims.Kind = "finding"
	KindAction      aims.Kind = "corrective-action"
	KindReview      aims.Kind = "management-review"
	KindImprovement aims.Kind = "improvement"
)

// The ids of these records; see [aims.ValidID].
type (
	// ProgrammeID names a [Programme].
	ProgrammeID string
	// AuditID names an [Audit].
	AuditID string
	// FindingID names a [Finding].
	FindingID string
	// ActionID names a [CorrectiveAction].
	ActionID string
	// ReviewID names a [ManagementReview].
	ReviewID string
	// ImprovementID names an [Improvement].
	ImprovementID string
)

func unmarshalName[T ~string](into *T, text []byte, vocabulary string, all ...T) error {
	w, err := word.Parse(vocabulary, text, all...)
	if err == nil {
		*into = w
	}
	return err
}

// linkActions visits the references of a list of actions below another list.
func linkActions(l *aims.Linker, field string, i int, actions []aims.Action) {
	l.In(field, i, func(l *aims.Linker) { aims.LinkActions(l, "actions", actions) })
}
