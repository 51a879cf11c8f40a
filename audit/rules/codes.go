package rules

import (
	"maps"

	"github.com/aimskit/aimskit/aims"
)

// The reasons that observations give. What a sentence speaks of stands in
// the observation's arguments; the records it rests on in its references.
const (
	// Shown: the records show the point.
	Shown aims.Code = "rules/shown"
	// NotExercised: the process is there, and nothing has called for it yet.
	NotExercised aims.Code = "rules/not-exercised"
	// NoRule: no rule of the set judges the point.
	NoRule aims.Code = "rules/no-rule"
	// NotSupplied: the host does not supply the kind of record that would tell.
	NotSupplied aims.Code = "rules/not-supplied"
	// NothingRecorded: the kind of record is supplied, and there is none.
	NothingRecorded aims.Code = "rules/nothing-recorded"
	// FieldEmpty: the record is there and says nothing about what is asked.
	FieldEmpty aims.Code = "rules/field-empty"
	// NotAnswered: a question of the record was left open.
	NotAnswered aims.Code = "rules/not-answered"
	// AnsweredNo: the record itself says that it is not so.
	AnsweredNo aims.Code = "rules/answered-no"
	// NotApproved: nobody approved the record.
	NotApproved aims.Code = "rules/not-approved"
	// ApprovalVoid: the record was changed after its approval.
	ApprovalVoid aims.Code = "rules/approval-void"
	// ApprovalLapsed: the approval was given until a day that has passed.
	ApprovalLapsed aims.Code = "rules/approval-lapsed"
	// ApproverUnsuited: who approved or did it has not the standing that is needed.
	ApproverUnsuited aims.Code = "rules/approver-unsuited"
	// ApproverUnknown: nothing tells whether who approved or did it has the standing that is needed.
	ApproverUnknown aims.Code = "rules/approver-unknown"
	// EvidenceMissing: a claim without evidence.
	EvidenceMissing aims.Code = "rules/evidence-missing"
	// EvidenceStale: the evidence has expired.
	EvidenceStale aims.Code = "rules/evidence-stale"
	// EvidenceUnaccepted: nobody entitled has accepted the evidence for this.
	EvidenceUnaccepted aims.Code = "rules/evidence-unaccepted"
	// EvidenceRejected: the evidence was rejected or speaks against the claim.
	EvidenceRejected aims.Code = "rules/evidence-rejected"
	// Overdue: something planned for a day that has passed was not done.
	Overdue aims.Code = "rules/overdue"
	// Uncovered: something that must be covered is not.
	Uncovered aims.Code = "rules/uncovered"
	// ReviewOverdue: a record was last reviewed before its next review was due.
	ReviewOverdue aims.Code = "rules/review-overdue"
	// ReviewUnplanned: a record was reviewed, and nobody says until when that holds.
	ReviewUnplanned aims.Code = "rules/review-unplanned"
	// NobodyDecided: a record does not say who decided it and when.
	NobodyDecided aims.Code = "rules/nobody-decided"
	// NotCommunicated: nothing shows that something was made known.
	NotCommunicated aims.Code = "rules/not-communicated"
	// NotDocumented: no document holds the text.
	NotDocumented aims.Code = "rules/not-documented"
	// NotInForce: a document or record is not in force at the day.
	NotInForce aims.Code = "rules/not-in-force"
	// NotRun: a process has never been run.
	NotRun aims.Code = "rules/not-run"
	// Outdated: a record speaks of a version that is no longer in force.
	Outdated aims.Code = "rules/outdated"
	// TooLate: something came after the day by which it was needed.
	TooLate aims.Code = "rules/too-late"
	// StatementFaulty: a rule on the Statement of Applicability found something.
	StatementFaulty aims.Code = "rules/statement-faulty"
	// NotMeasured: nothing was measured that should be.
	NotMeasured aims.Code = "rules/not-measured"
	// ScopeMisleads: the scope leaves out a system that readers will take for included.
	ScopeMisleads aims.Code = "rules/scope-misleads"
	// ScopeUnclear: the scope leaves out a system of which nobody knows whether readers will take it for included.
	ScopeUnclear aims.Code = "rules/scope-unclear"
	// ControlExcluded: a justified exclusion takes the control out.
	ControlExcluded aims.Code = "rules/control-excluded"
	// ControlUndecided: the statement does not say whether the control applies.
	ControlUndecided aims.Code = "rules/control-undecided"
	// ControlUnjustified: the control is excluded without a justification that holds.
	ControlUnjustified aims.Code = "rules/control-unjustified"
	// ControlUnsettled: the control is excluded, and it cannot be told whether rightly.
	ControlUnsettled aims.Code = "rules/control-unsettled"
	// ControlNotAssessed: nobody says how far the control is implemented.
	ControlNotAssessed aims.Code = "rules/control-not-assessed"
	// ControlPlanned: the control is planned and not begun; for a control of
	// the Statement of Applicability, with an owner and for a day that lies ahead.
	ControlPlanned aims.Code = "rules/control-planned"
	// ControlUnplanned: the control is to be planned, and no owner or no day that lies ahead is named.
	ControlUnplanned aims.Code = "rules/control-unplanned"
	// ControlPartly: the control is in place in part.
	ControlPartly aims.Code = "rules/control-partly"
	// ControlClaimed: the control is said to be in place, without fresh and accepted evidence.
	ControlClaimed aims.Code = "rules/control-claimed"
	// ControlRefuted: the evidence speaks against what is said of the control.
	ControlRefuted aims.Code = "rules/control-refuted"
	// NotRated: the rating of a risk leaves something out, so that it has no level.
	NotRated aims.Code = "rules/not-rated"
	// RatedByOthers: a risk is rated by criteria that are not those in force.
	RatedByOthers aims.Code = "rules/rated-by-others"
	// NotTreated: nothing is done about a risk, and nobody entitled to accepted it.
	NotTreated aims.Code = "rules/not-treated"
	// NotAccepted: nobody accepted a risk.
	NotAccepted aims.Code = "rules/not-accepted"
	// Unverified: nobody other than its owner has verified an effect.
	Unverified aims.Code = "rules/unverified"
	// NotReassessed: nothing was assessed again when it changed.
	NotReassessed aims.Code = "rules/not-reassessed"
	// NotRedecided: nothing else was decided on after a treatment proved not to work.
	NotRedecided aims.Code = "rules/not-redecided"
	// NotBegun: something is planned for a day that lies ahead, and nothing like it was done yet.
	NotBegun aims.Code = "rules/not-begun"
	// OwnWork: somebody audits what they own.
	OwnWork aims.Code = "rules/own-work"
	// NotActedOn: nothing is on record about what was done on a nonconformity.
	NotActedOn aims.Code = "rules/not-acted-on"
	// AssessmentFaulty: an impact assessment lacks something or contradicts itself; what package impact says of it.
	AssessmentFaulty aims.Code = "rules/assessment-faulty"
	// AssessmentIncomplete: an impact assessment lacks something essential.
	AssessmentIncomplete aims.Code = "rules/assessment-incomplete"
	// AssessmentUnusable: an impact assessment cannot be judged by the method that it names.
	AssessmentUnusable aims.Code = "rules/assessment-unusable"
	// MethodMissing: what was assessed names a method that is not on record as it stands.
	MethodMissing aims.Code = "rules/method-missing"
	// ControlContradicted: the Statement of Applicability claims a control that records contradict.
	ControlContradicted aims.Code = "rules/control-contradicted"
	// JudgedElsewhere: another module reached the verdict; see [External].
	JudgedElsewhere aims.Code = "rules/judged-elsewhere"
	// StatementUnusable: the Statement of Applicability speaks of controls that do not exist.
	StatementUnusable aims.Code = "rules/statement-unusable"
)

var texts = map[aims.Code]string{
	Shown:                "the records show it",
	NotExercised:         "the process is in place, and nothing has called for it yet",
	NoRule:               "no rule of this set judges it",
	NotSupplied:          "records of the kind {kind} are not supplied, so nothing can be told",
	NothingRecorded:      "there is no {kind} that would show it",
	FieldEmpty:           "{what} is not stated",
	NotAnswered:          "nobody has said whether {what}",
	AnsweredNo:           "the record says that this does not hold: {what}",
	NotApproved:          "nobody has approved {what}",
	ApprovalVoid:         "{what} was changed after its approval on {on}; it needs a new one",
	ApprovalLapsed:       "the approval of {what} ended on {until}",
	ApproverUnsuited:     "{what} comes from {by}, who is not {needed}",
	ApproverUnknown:      "nothing tells whether {by}, from whom {what} comes, is {needed}",
	EvidenceMissing:      "{what} is claimed without evidence",
	EvidenceStale:        "the evidence for {what} expired on {on}",
	EvidenceUnaccepted:   "nobody entitled to has accepted the evidence for {what}; it is {state}",
	EvidenceRejected:     "the evidence for {what} was rejected or speaks against it",
	Overdue:              "{what} was due on {due}",
	Uncovered:            "not covered: {what}",
	ReviewOverdue:        "the review of {what} was due on {due}",
	ReviewUnplanned:      "{what} was reviewed, and no day is planned for the next review",
	NobodyDecided:        "nothing tells who decided {what}, and when",
	NotCommunicated:      "nothing shows that {what} was made known",
	NotDocumented:        "no document under control holds {what}",
	NotInForce:           "{what} is not in force",
	NotRun:               "the process {what} has not been run",
	Outdated:             "{what} speaks of {got}, and {want} is in force",
	TooLate:              "{what} came after {on}, when it was needed",
	StatementFaulty:      "{what}",
	NotMeasured:          "the metric {metric} has no result for {what}",
	ScopeMisleads:        "the scope leaves out {what}, which customers or people at high risk meet: a certificate may mislead them",
	ScopeUnclear:         "the scope leaves out {what}, and nobody has said whether customers or people at high risk meet it: a certificate may mislead them",
	ControlExcluded:      "the control is excluded, and nothing was found against it",
	ControlUndecided:     "the Statement of Applicability does not say whether the control applies",
	ControlUnjustified:   "the control is excluded without a justification that holds",
	ControlUnsettled:     "the control is excluded, and it cannot be told whether rightly: the Statement of Applicability is not approved as it stands, or what the exclusion depends on is not known",
	ControlNotAssessed:   "nobody says how far the control is implemented",
	ControlPlanned:       "the control is planned and not begun",
	ControlUnplanned:     "the control is planned, without an owner or a day that lies ahead",
	ControlPartly:        "the control is in place in part",
	ControlClaimed:       "the control is said to be in place, without fresh and accepted evidence",
	ControlRefuted:       "the evidence speaks against what is said of the control",
	NotRated:             "{what} has no level, because its rating leaves something out",
	RatedByOthers:        "{what} is rated by criteria that are not in force as they stand; rate it anew",
	NotTreated:           "nothing is done about {what}, and nobody entitled to has accepted it",
	NotAccepted:          "nobody has accepted {what}",
	Unverified:           "nobody other than the owner has verified {what}",
	NotReassessed:        "{event} took effect, and the {what} of the AI system were not assessed again",
	NotRedecided:         "{what} was found on {on} not to work, and nothing else has been decided on",
	NotBegun:             "{what} is planned for {on}, and there was none before",
	OwnWork:              "{who} audits {what}, their own work",
	NotActedOn:           "no corrective action is on record for {what}",
	AssessmentFaulty:     "{what}",
	AssessmentIncomplete: "{what} lacks something essential: {reason}",
	AssessmentUnusable:   "the impact assessment cannot be judged: {error}",
	MethodMissing:        "{what} was made by a method that is not on record as it stands; keep that version, or assess anew",
	ControlContradicted:  "the Statement of Applicability says that {control} is in place, and records contradict it: {reason}",
	JudgedElsewhere:      "{module} judged it as {verdict} on {on}; see {reference}",
	StatementUnusable:    "the Statement of Applicability cannot be judged: {error}",
}

// Sentences returns the English sentence template of every reason of this
// package, for hosts that translate them.
func Sentences() map[aims.Code]string { return maps.Clone(texts) }
