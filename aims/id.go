package aims

import (
	"crypto/sha256"
	"encoding/base32"
	"strconv"
	"strings"
)

// The ids of the records. A valid id has 1 to 64 characters out of letters,
// digits, '.', '_' and '-', begins and ends with a letter or digit, and is
// compared byte by byte. Two ids of one kind that differ only in case are a
// problem of the snapshot that holds both. The zero value means "absent".
type (
	// PersonID stands for a person wherever the library speaks of one. Names
	// and addresses stay with the host, so that they can be erased there.
	PersonID string
	// IssueID names an [Issue].
	IssueID string
	// PartyID names an [InterestedParty].
	PartyID string
	// ClimateID names a [ClimateDetermination].
	ClimateID string
	// ObligationID names an [Obligation].
	ObligationID string
	// ScopeID names a [Scope].
	ScopeID string
	// PolicyID names a [Policy].
	PolicyID string
	// LeadershipActID names a [LeadershipAct].
	LeadershipActID string
	// RoleID names a [RoleAssignment].
	RoleID string
	// ObjectiveID names an [Objective] of the organization.
	ObjectiveID string
	// ChangeID names a [PlannedChange].
	ChangeID string
	// ResourceID names a [Resource].
	ResourceID string
	// CompetenceID names a [Competence].
	CompetenceID string
	// AwarenessID names an [Awareness] record.
	AwarenessID string
	// TrainingID names a [Training].
	TrainingID string
	// CommunicationID names a [Communication].
	CommunicationID string
	// DocumentID names a [Document].
	DocumentID string
	// ProcessID names a [Process].
	ProcessID string
	// MetricID names a [Metric].
	MetricID string
	// MeasurementID names a [Measurement].
	MeasurementID string
	// ChannelID names a [ConcernChannel].
	ChannelID string
	// ConcernID names a [Concern].
	ConcernID string
	// IncidentID names an [Incident].
	IncidentID string
	// SupplierID names a [Supplier].
	SupplierID string
	// UseCaseID names a [UseCase].
	UseCaseID string
	// SystemID names an [AISystem].
	SystemID string
	// DatasetID names a [Dataset].
	DatasetID string
	// ValidationID names a [Validation].
	ValidationID string
	// ReleaseID names a [Release].
	ReleaseID string
	// EvidenceID names an item of [Evidence].
	EvidenceID string
	// OrganizationID names an [Organization].
	OrganizationID string
)

// MaxID is the longest id, in bytes.
const MaxID = 64

// ValidID reports whether s has the form that every id has.
func ValidID(s string) bool {
	return s != "" && len(s) <= MaxID && alnum[s[0]] && alnum[s[len(s)-1]] && inID.hold(s)
}

var (
	alnum = charsetOf("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
	inID  = charsetOf("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ._-")
)

// charset is a set of bytes.
type charset [256]bool

func charsetOf(s string) (set charset) {
	for i := range len(s) {
		set[s[i]] = true
	}
	return set
}

// hold reports whether a text is made of nothing but the bytes of the set.
func (b *charset) hold(s string) bool {
	for i := range len(s) {
		if !b[s[i]] {
			return false
		}
	}
	return true
}

// ID is any of the library's id types, whichever package declares it.
type ID interface{ ~string }

// IDFrom makes an id from the host's own key: the same parts always give the
// same id, and different parts give different ids, so that an import can be
// repeated. A single part that is already a valid id, and does not look like
// a made one, is kept as it is; everything else becomes "h-" and 26 letters
// and digits from the SHA-256 of the parts.
func IDFrom[T ID](parts ...string) T {
	if len(parts) == 1 && ValidID(parts[0]) && !strings.HasPrefix(parts[0], "h-") {
		return T(parts[0])
	}
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(strconv.Itoa(len(p)) + ":" + p))
	}
	text := base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(h.Sum(nil)[:16])
	return T("h-" + strings.ToLower(text))
}
