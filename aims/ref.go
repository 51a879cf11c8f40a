package aims

import (
	"cmp"
	"fmt"
	"strings"
)

// Kind is the kind of a record. Packages risk, impact, controls and audit
// add kinds of their own.
type Kind string

// The kinds of record of this package.
const (
	KindOrganization  Kind = "organization"
	KindPerson        Kind = "person"
	KindIssue         Kind = "issue"
	KindParty         Kind = "interested-party"
	KindClimate       Kind = "climate-determination"
	KindObligation    Kind = "obligation"
	KindScope         Kind = "scope"
	KindPolicy        Kind = "policy"
	KindLeadershipAct Kind = "leadership-act"
	KindRole          Kind = "role-assignment"
	KindObjective     Kind = "objective"
	KindChange        Kind = "planned-change"
	KindResource      Kind = "resource"
	KindCompetence    Kind = "competence"
	KindAwareness     Kind = "awareness"
	KindTraining      Kind = "training"
	KindCommunication Kind = "communication"
	KindDocument      Kind = "document"
	KindProcess       Kind = "process"
	KindMetric        Kind = "metric"
	KindMeasurement   Kind = "measurement"
	KindChannel       Kind = "concern-channel"
	KindConcern       Kind = "concern"
	KindIncident      Kind = "incident"
	KindSupplier      Kind = "supplier"
	KindUseCase       Kind = "use-case"
	KindSystem        Kind = "ai-system"
	KindDataset       Kind = "dataset"
	KindValidation    Kind = "validation"
	KindRelease       Kind = "release"
	KindEvidence      Kind = "evidence"
)

// Ref names a record by kind and id, as "policy/p-1". The zero value means
// "absent".
type Ref struct {
	Kind Kind
	ID   string
}

// ParseRef reads "kind/id".
func ParseRef(s string) (Ref, error) {
	kind, id, ok := strings.Cut(s, "/")
	if !ok || !ValidID(kind) || !ValidID(id) {
		return Ref{}, fmt.Errorf("%w reference %q: write kind/id, like policy/p-1", ErrSyntax, clip(s))
	}
	return Ref{Kind(kind), id}, nil
}

// IsZero reports whether the reference is absent.
func (r Ref) IsZero() bool { return r == Ref{} }

// String returns "kind/id", or "" for the zero reference.
func (r Ref) String() string {
	if r.IsZero() {
		return ""
	}
	return string(r.Kind) + "/" + r.ID
}

// Compare orders references by kind, then by the bytes of the id.
func (r Ref) Compare(s Ref) int {
	return cmp.Or(strings.Compare(string(r.Kind), string(s.Kind)), strings.Compare(r.ID, s.ID))
}

// MarshalText returns "kind/id".
func (r Ref) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads "kind/id".
func (r *Ref) UnmarshalText(text []byte) error { return unmarshal(r, text, ParseRef) }

// Record is what every record of the library can do.
type Record interface {
	// Ref names the record.
	Ref() Ref
	// Validate looks only inside the record and reports every problem as an
	// [InvalidError]. Whether references lead anywhere, and whether dates
	// have passed, is for others to say.
	Validate() error
	// Since returns the day from which the record exists. A judgement at an
	// earlier day does not see it; absent means that it was always there.
	Since() Date
	// Links visits every reference of the record to another record.
	Links(l *Linker)
}
