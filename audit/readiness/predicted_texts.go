package readiness

import (
	"maps"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/rules"
)

// StatedGap: somebody in the organization states a gap, and no records tell.
const StatedGap aims.Code = "readiness/stated-gap"

// The codes of remedies.
const (
	// RemedyRecord: there has to be a record of a kind.
	RemedyRecord aims.Code = "readiness/remedy-record"
	// RemedyField: a record has to say something that it leaves out.
	RemedyField aims.Code = "readiness/remedy-field"
	// RemedyTrue: what a record denies has to become true, and then be recorded.
	RemedyTrue aims.Code = "readiness/remedy-true"
	// RemedyApproval: a record has to be approved as it stands.
	RemedyApproval aims.Code = "readiness/remedy-approval"
	// RemedyEntitled: somebody else has to approve or do it.
	RemedyEntitled aims.Code = "readiness/remedy-entitled"
	// RemedyEvidence: a claim needs fresh evidence that is accepted.
	RemedyEvidence aims.Code = "readiness/remedy-evidence"
	// RemedyDone: something has to be done and recorded with its day.
	RemedyDone aims.Code = "readiness/remedy-done"
	// RemedyMeasured: a result of a metric has to be recorded.
	RemedyMeasured aims.Code = "readiness/remedy-measured"
	// RemedyInstead: something else has to be decided on.
	RemedyInstead aims.Code = "readiness/remedy-instead"
	// RemedyTold: something has to be made known.
	RemedyTold aims.Code = "readiness/remedy-told"
	// RemedyDocumented: a document under control has to hold something.
	RemedyDocumented aims.Code = "readiness/remedy-documented"
	// RemedyDecided: a risk has to be treated or accepted.
	RemedyDecided aims.Code = "readiness/remedy-decided"
	// RemedyAccepted: a risk has to be accepted.
	RemedyAccepted aims.Code = "readiness/remedy-accepted"
	// RemedyReaction: a nonconformity needs corrective action.
	RemedyReaction aims.Code = "readiness/remedy-reaction"
	// RemedyCover: something has to be covered.
	RemedyCover aims.Code = "readiness/remedy-cover"
	// RemedyAgain: something has to be done again by what is in force.
	RemedyAgain aims.Code = "readiness/remedy-again"
	// RemedyStatement: the Statement of Applicability has to be completed.
	RemedyStatement aims.Code = "readiness/remedy-statement"
	// RemedyControl: a control has to be put in place, with evidence.
	RemedyControl aims.Code = "readiness/remedy-control"
	// RemedyContradiction: records and claims have to be brought together.
	RemedyContradiction aims.Code = "readiness/remedy-contradiction"
	// RemedyOther: what the rule looks at has to show it.
	RemedyOther aims.Code = "readiness/remedy-other"
)

// predictedTexts are the sentences of remedies, and of stated gaps.
var predictedTexts = map[aims.Code]string{
	StatedGap: "The organization itself states a gap: {practice}",

	RemedyRecord:        "Keep a record that shows it: {kind}.",
	RemedyField:         "Complete the record: {what}.",
	RemedyTrue:          "Bring it about and record it: {what}.",
	RemedyApproval:      "Have {what} approved as it stands, by somebody entitled to.",
	RemedyEntitled:      "Have {what} come from somebody who is {needed}.",
	RemedyEvidence:      "Give fresh evidence that speaks for it and that somebody other than the owner of the work has accepted.",
	RemedyDone:          "Have it done, and record on which day: {what}.",
	RemedyMeasured:      "Measure it, and record the result of the metric {metric}: {what}.",
	RemedyInstead:       "Decide on something else than {what}, and record it.",
	RemedyTold:          "Make {what} known, and record the occasion with evidence.",
	RemedyDocumented:    "Put a document under control that holds {what}, and have it approved.",
	RemedyDecided:       "Record a treatment of {what}, or that somebody entitled to accepted it.",
	RemedyAccepted:      "Record that somebody entitled to accepted {what}.",
	RemedyReaction:      "Record what is done about {what}, and what its causes are.",
	RemedyCover:         "Record what covers it: {what}.",
	RemedyAgain:         "Do it again by what is in force, and record it: {what}.",
	RemedyStatement:     "Decide on the control in the Statement of Applicability, with reasons, and have the statement approved.",
	RemedyControl:       "Put the control in place, and give accepted evidence of it in the Statement of Applicability.",
	RemedyContradiction: "Settle the contradiction: correct the claim, or do what it claims and record it.",
	RemedyOther:         "Have the records show it that the rule looks at.",
}

// mirror is how an auditor puts what a rule found, and what would dissolve it.
type mirror struct {
	text   string
	remedy aims.Code
}

// mirrors hold the auditor's words for the reasons of package rules. A reason
// that is not listed keeps its own sentence.
var mirrors = map[aims.Code]mirror{
	rules.NothingRecorded:      {"No {kind} could be presented.", RemedyRecord},
	rules.FieldEmpty:           {"The record presented does not determine {what}.", RemedyField},
	rules.AnsweredNo:           {"The organization's own record denies that {what}.", RemedyTrue},
	rules.NotApproved:          {"No approval of {what} could be presented.", RemedyApproval},
	rules.ApprovalVoid:         {"The version of {what} in use is not the one that was approved on {on}.", RemedyApproval},
	rules.ApprovalLapsed:       {"The approval of {what} was valid until {until} and has not been renewed.", RemedyApproval},
	rules.ApproverUnsuited:     {"It was found that {what} comes from {by}, of whom it could not be shown that they are {needed}.", RemedyEntitled},
	rules.EvidenceMissing:      {"It is claimed that there is {what}; no objective evidence was presented.", RemedyEvidence},
	rules.EvidenceStale:        {"The evidence presented for {what} was valid until {on}.", RemedyEvidence},
	rules.EvidenceUnaccepted:   {"The evidence for {what} is {state}; nobody independent of the work has judged it.", RemedyEvidence},
	rules.EvidenceRejected:     {"The evidence presented for {what} does not support the claim.", RemedyEvidence},
	rules.Overdue:              {"The planned date {due} passed without a result for {what}.", RemedyDone},
	rules.Uncovered:            {"Not everything is covered that has to be: {what}.", RemedyCover},
	rules.ReviewOverdue:        {"The planned review of {what} was due on {due} and did not take place.", RemedyDone},
	rules.NotCommunicated:      {"It could not be shown that {what} was made known.", RemedyTold},
	rules.NotDocumented:        {"No controlled document could be presented that holds {what}.", RemedyDocumented},
	rules.NotInForce:           {"What was presented is not in force: {what}.", RemedyApproval},
	rules.NotRun:               {"The process {what} is defined and has never been carried out.", RemedyDone},
	rules.Outdated:             {"It was found that {what} rests on {got}, while {want} is in force.", RemedyAgain},
	rules.TooLate:              {"It was found that {what} took place after {on}, when it was needed.", RemedyAgain},
	rules.StatementFaulty:      {"The Statement of Applicability is faulty: {what}.", RemedyStatement},
	rules.NotMeasured:          {"No result of the metric {metric} could be presented for {what}.", RemedyMeasured},
	rules.ControlUndecided:     {"The Statement of Applicability leaves open whether the control applies.", RemedyStatement},
	rules.ControlUnjustified:   {"The exclusion of the control is not justified.", RemedyStatement},
	rules.ControlNotAssessed:   {"The organization could not say how far the control is implemented.", RemedyStatement},
	rules.ControlUnplanned:     {"The control is declared applicable, and neither implemented nor planned with an owner and a date.", RemedyControl},
	rules.ControlPartly:        {"The control is implemented in part only.", RemedyControl},
	rules.ControlRefuted:       {"The evidence speaks against the implementation that is declared.", RemedyControl},
	rules.ControlContradicted:  {"Control {control} is declared implemented, and other records speak against that: {reason}.", RemedyContradiction},
	rules.NotRated:             {"The analysis of {what} is incomplete, so that it has no level.", RemedyField},
	rules.RatedByOthers:        {"It was found that {what} was analysed by criteria that are not in force.", RemedyAgain},
	rules.NotTreated:           {"It was found that {what} is neither treated nor accepted by somebody entitled to.", RemedyDecided},
	rules.NotAccepted:          {"No acceptance of {what} could be presented.", RemedyAccepted},
	rules.Unverified:           {"The effect has not been verified by anybody other than the owner: {what}.", RemedyDone},
	rules.NotReassessed:        {"It was found that {event} did not lead to a new assessment of the {what}.", RemedyAgain},
	rules.NotRedecided:         {"It is on record since {on} that {what} does not work; no further decision followed.", RemedyInstead},
	rules.NotBegun:             {"It was found that {what} is planned for {on}; there was none before.", RemedyDone},
	rules.OwnWork:              {"It was found that {who} audited {what}, their own work.", RemedyContradiction},
	rules.NotActedOn:           {"No reaction to {what} could be presented.", RemedyReaction},
	rules.AssessmentFaulty:     {"The impact assessment is faulty: {what}.", RemedyContradiction},
	rules.AssessmentIncomplete: {"It was found that {what} leaves out something essential: {reason}.", RemedyField},
	rules.MethodMissing:        {"The method of {what} could not be presented as it stood.", RemedyAgain},
}

// PredictedSentences returns the sentence templates of predicted findings by
// the reason that they go with, and of remedies, for hosts that translate them.
func PredictedSentences() map[aims.Code]string {
	all := maps.Clone(predictedTexts)
	for code, m := range mirrors {
		all[code] = m.text
	}
	return all
}
