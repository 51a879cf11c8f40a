package controls

import (
	"maps"

	"github.com/aimskit/aimskit/aims"
)

// The codes of refused control ids; see [UnknownError].
const (
	// ObjectiveNotControl: the id is that of a control objective, such as A.6.2.1.
	ObjectiveNotControl aims.Code = "controls/objective-not-control"
	// HeadingNotControl: the id is that of a group or another heading, such as A.6.2.
	HeadingNotControl aims.Code = "controls/heading-not-control"
	// GuidanceNotControl: the id is that of guidance in Annex B, such as B.6.2.4.
	GuidanceNotControl aims.Code = "controls/guidance-not-control"
	// NoSuchGroup: Annex A has no group of that number.
	NoSuchGroup aims.Code = "controls/no-such-group"
	// NoSuchControl: the group exists and holds no such control.
	NoSuchControl aims.Code = "controls/no-such-control"
	// Notation: a control is meant and not written as Annex A writes it.
	Notation aims.Code = "controls/notation"
	// NameNotID: a title, or another name for one or more controls, stands for an id.
	NameNotID aims.Code = "controls/name-not-id"
	// NotAnID: the text is neither an id of a control nor a key.
	NotAnID aims.Code = "controls/not-an-id"
	// KeyUnknown: the key is well formed and the catalogue does not hold it.
	KeyUnknown aims.Code = "controls/key-unknown"
)

// The codes of problems with the organization's own controls; see [Custom].
const (
	// KeyReserved: the key of an own control claims a framework that the library keeps for itself.
	KeyReserved aims.Code = "controls/key-reserved"
	// KeyTaken: the key of an own control is in the catalogue already.
	KeyTaken aims.Code = "controls/key-taken"
)

// The codes of problems with a row of a statement; see [Row].
const (
	// ExclusionPartial: a row is excluded in general, and its exclusion names systems.
	ExclusionPartial aims.Code = "controls/exclusion-partial"
	// ExclusionGeneral: a row is applicable, and its exclusion names no system.
	ExclusionGeneral aims.Code = "controls/exclusion-general"
)

var texts = map[aims.Code]string{
	ObjectiveNotControl: "{got} is a control objective, not a control; its controls are {first} to {last}",
	HeadingNotControl:   "{got} is a heading, not a control; its controls are {first} to {last}",
	GuidanceNotControl:  "{got} is guidance of Annex B; the control that it belongs to is {nearest}",
	NoSuchGroup:         "{got} does not exist, for Annex A has only the groups {first} to {last}; the nearest control is {nearest}",
	NoSuchControl:       "{got} does not exist; the nearest control is {nearest}",
	Notation:            "{got} is not written as Annex A writes it; write {nearest}",
	NameNotID:           "{got} is a name, not an id; it stands for {controls}",
	NotAnID:             "{got} is no id of a control; write one like {like}, or a key like own/C-7",
	KeyUnknown:          "{got} is not in the catalogue; correct the key, or add the control to the catalogue",
	KeyReserved:         "{got} belongs to {framework}, which own controls cannot use; write own/ and an id of your own",
	KeyTaken:            "{got} is in the catalogue already; give this control another key",
	ExclusionPartial:    "an excluded control is excluded for every system; name none, or make the control applicable and exclude it for these",
	ExclusionGeneral:    "an applicable control is excluded for named systems only; name them, or exclude the control",

	RowMissing:             "{control} has no row; say whether it applies, and why",
	RowUndecided:           "{control} is neither applicable nor excluded; decide, and say why",
	ReasonMissing:          "{control} applies without a reason; say whether a risk, the law, a contract or good practice asks for it, and where",
	ReferenceMissing:       "reason {number} for {control}, {kind}, refers to nothing; name the record or the place",
	ReferenceWeak:          "reason {number} for {control}, {kind}, refers to \"{reference}\"; name the record or the place",
	GroundMissing:          "{control} is excluded on no ground; say which one it is",
	JustificationMissing:   "exclusion {number} of {control} is not justified in words; say what is not done or not at risk, and how you know",
	JustificationWeak:      "exclusion {number} of {control} says only \"{text}\"; say what is not done or not at risk, and how you know",
	JustificationRepeated:  "{control} is excluded with words that exclude controls of three groups or more; say what holds for this one",
	ExclusionExpired:       "exclusion {number} of {control} ended on {until}; decide again",
	ExclusionAgainstClause: "{control} is excluded for {systems}, but by {clause} everybody needs it; include it",
	ExclusionAgainstRole:   "{control} is excluded for {systems}, but the organization is an {role}, which needs it; include it",
	ExclusionRoleUnknown:   "{control} is excluded for {systems}, although an {role} needs it, and the organization's roles towards {systems} are not determined; determine them",
	ExclusionInUse:         "{control} is excluded for {systems}, but used by {by}; settle which of the two is right",
	EvidenceNotSupplied:    "{control} is said to be {status}, and no evidence is supplied that could show it; supply the evidence",
	EvidenceLacking:        "{control} is said to be {status}, without fresh and accepted evidence (best state: {best}); have it accepted, collect it anew, or correct the status",
	EvidenceAgainst:        "{control} is said to be {status}, but evidence {evidence} was rejected or speaks against it; mend the control, or correct the status",
	Overdue:                "{control} was due on {due} and is not in place; implement it, or decide on another date",
	OwnerMissing:           "{control} is planned, and nobody answers for it; name an owner",
	DueMissing:             "{control} is planned without a date; set one",
	ExcludedInPlace:        "{control} is excluded, but its row says that it is in place or has evidence; correct one of the two",
	NotApproved:            "nobody has approved the statement; have it approved",
	ApprovalVoided:         "{by} approved the statement on {on}, and it was changed since; have it approved again",
	ApprovalLapsed:         "the approval of the statement by {by} ended on {until}; have it approved again",
	HistoryDisagrees:       "the decisions on {control} lead to {history}, but its row says {row}; record the decision that is missing",
	HistoryBroken:          "the decision on {control} of {on} goes on from {from}, but the one before led to {before}; record the decision that is missing",
	HistoryRewritten:       "decisions of version {version} were changed or removed; restore them, and append what is new",

	RowAdded:         "{control} gets a row: {to}",
	RowRemoved:       "{control} loses its row, which was {from}",
	FieldChanged:     "{of}: {field} changes from {from} to {to}",
	DecisionAppended: "{by} decided on {on} that {control} goes from {from} to {to}: {why}",
	ApprovalAdded:    "{by} approved on {on}",
	RowsReordered:    "the rows stand in another order",
}

// Sentences returns the English sentence template of every problem, rule
// and change of this package, for hosts that translate them.
func Sentences() map[aims.Code]string { return maps.Clone(texts) }
