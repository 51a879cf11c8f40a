package impact

import "github.com/aimskit/aimskit/aims"

// Reason is why something was decided: a code, what the sentence speaks of,
// and the sentence.
type Reason struct {
	Code aims.Code         `json:"code"`
	Args map[string]string `json:"args,omitempty"`
	Text string            `json:"text,omitempty"` // the English sentence, with {name} where an argument goes
}

// Sentence returns the English sentence with its arguments filled in.
func (r Reason) Sentence() string {
	return aims.Problem{Code: r.Code, Args: r.Args, Text: r.Text}.Sentence()
}

// because makes a reason of a code and pairs of name and value.
func because(code aims.Code, args ...string) Reason {
	r := Reason{Code: code, Text: reasonTexts[code]}
	if len(args) > 0 {
		r.Args = make(map[string]string, len(args)/2)
	}
	for i := 0; i+1 < len(args); i += 2 {
		r.Args[args[i]] = args[i+1]
	}
	return r
}

// reasonTexts holds the sentences of the codes of screening by law, gate,
// staleness, suggestions and cumulative view.
var reasonTexts = map[aims.Code]string{
	QuestionUnknown: "edition {edition} of the law has no question {question}; remove the answer, or correct the id",
	LawIncomplete:   "the law lacks {id}, which is looked at; add it",
	NormallyOutside: "{got} criteria cannot call for an assessment; give 1 or more",
	StrayRights:     "{question} is no listed use, and says who assesses fundamental rights; remove that",
	AnsweredYes:     "yes: {question} ({source})",
	AnsweredNo:      "no: {question} ({source})",
	NoneOf:          "no to each of {count} questions, from {first} to {last}",
	CriteriaMet:     "{met} of {count} criteria are met; {normally} normally call for an assessment ({source})",
	CriteriaNone:    "none of {count} criteria is met ({source})",
	BeforeCutoff:    "on the market or in service since {marketed}, before {cutoff}, and not changed significantly in design since ({source}); ask again before such a change",

	SystemTwice: "the evaluation is of system {system}, as is the one at {first}; give the one that counts",

	StaleSystem:     "the facts are of system {is}, and {was} was assessed; hold each assessment against its own system",
	StaleTime:       "the assessment is of {on}, and the next one was planned for {due} at the latest; assess again",
	StaleAssumption: "the answer at {part} was assumed until {until}; find out",
	StaleDiffers:    "{what} was {was} when it was assessed, and is {is} now; assess what hangs on it again",
	StaleAdded:      "{what} {item} came in without having been assessed; assess what hangs on it again",
	StaleRemoved:    "{what} {item} was assessed, and is gone; assess what hangs on it again",
	StaleJudged:     "somebody judged that the {aspect} changed; assess what hangs on it again",
	StaleIncident:   "incident {incident} of {on} came after the assessment; look at the harms again",
	StaleBreach:     "metric {metric} went beyond its limit on {on}, after the assessment; look at the harms again",

	GateScreeningMissing:     "nobody recorded whether an impact assessment is needed; screen the system",
	GateScreeningUnsupplied:  "it is not known whether the system was screened; supply the screenings",
	GateScreenedOut:          "{screening} of {on} found that no impact assessment is needed",
	GateScreenedIn:           "{screening} of {on} asks for an impact assessment",
	GateScreeningContradicts: "in {screening} trigger {trigger} is met, and yet no assessment is said to be needed; the trigger counts",
	GateScreeningIncomplete:  "{screening} says that no assessment is needed, and leaves trigger {trigger} open; answer it",
	GateScreeningUndecided:   "{screening} does not say whether an assessment is needed; decide",
	GateScreeningVersion:     "{screening} is about version {was} of the system, which is {is} now; screen again",
	GateScreeningDue:         "the next screening after {screening} was planned for {due}; screen again",
	GateScreeningVoid:        "the approval of {screening} does not hold: {standing}; have it approved again",

	GateLegalOther:      "the screening by law is of system {got}, and this is {system}; screen this one",
	GateDutyForbids:     "the law prohibits this since {from} ({source}); do not use the system so",
	GateDutyOpen:        "owed and not done: {title} ({source}); do it first",
	GateDutyUnknown:     "owed, and it is not known whether it is done: {title} ({source}); find out",
	GateDutyUnclear:     "nobody can tell whether it is owed: {title} ({source}); answer what is missing in the screening by law",
	GateDutyAhead:       "owed from {from}: {title} ({source})",
	GateDeadlineSet:     "the system is live: assess it by {by}, or stop it",
	GateDeadlinePassed:  "the system is live, and was to be assessed by {by}; stop it",
	GateDeadlineMissing: "the system is live, and nobody set a day to assess it by; set one, or stop the system",

	GateAssessmentMissing:    "an impact assessment is needed, and there is none; assess the system",
	GateAssessmentUnsupplied: "an impact assessment is needed, and it is not known whether there is one; supply the assessments",
	GateAssessmentUnfinished: "{assessment} has no day of its result; finish it",
	GateAssessmentLacks:      "{assessment} lacks something essential: {what}",
	GateAssessmentUndecided:  "{assessment} comes to no decision; decide",
	GateAssessmentBefore:     "{assessment} of {on} was made before {screening}, which asks for an assessment of a change; assess again",
	GateAssessmentLater:      "{assessment} is later, and not approved as it stands; its decision: {decision}",
	GateAssessmentStale:      "{assessment} is stale: {cause}",
	GateAssessmentStops:      "{assessment} of {on} decided that the system must not be used as it is; change the system and assess again",
	GateAssessmentStands:     "{assessment} of {on} is current and approved by {by}",
	GateApprovalMissing:      "nobody has approved {assessment}; have it approved",
	GateApprovalVoid:         "{by} approved {assessment} on {on}, and it was changed since; have it approved again",
	GateApprovalLapsed:       "the approval of {assessment} by {by} ended on {until}; have it approved again",
	GateApproverPartial:      "{by} approved {assessment}, and made it or owns the system; have it approved by somebody else",
	GateApproverUnauthorized: "{by} approved {assessment}, and may not approve a use that is {class}; have it approved by somebody who may",
	GateApproverUnclear:      "{by} approved {assessment}, and it is not known whether {by} may approve a use that is {class}; say who holds which role",
	GateSeparationUnclear:    "nobody says {what}, so that it is not known whether the approver of {assessment} is independent; record it",
	GateMethodUnknown:        "the method of {assessment} is not here; supply that version of the method",
	GateUseProhibited:        "by the method of {assessment} the use is prohibited; do not use the system so",
	GateUseUnrestrained:      "by the method of {assessment} the use is {atLeast}, and the decision sets no conditions; decide again",
	GateUseUnclear:           "{assessment} leaves the class of the use open, from {atLeast} to {atMost}; assess what is missing",

	GateConditionPending:   "open until {due}: {what} ({condition})",
	GateConditionLate:      "open, and due on {due}: {what} ({condition}); meet it, or stop the system",
	GateConditionFirst:     "open, and to be met before use: {what} ({condition})",
	GateConditionUnshown:   "said to be met, without evidence: {what} ({condition}); record the evidence",
	GateConditionOwnerless: "nobody sees to it: {what} ({condition}); name an owner",
	GateWaiverHolds:        "{by} waived it until {until}; instead: {instead} ({waiver})",
	GateWaiverLapsed:       "{waiver} ended on {until}",
	GateWaiverPartial:      "{by} granted {waiver} and has a hand in what it waives; have it granted by somebody else",
	GateWaiverUnbacked:     "{waiver} does not hold, since {measure} does not work yet or no longer",
	GateWaiverUnproven:     "nobody can tell whether {waiver} holds, since nothing shows that {measure} works",
}
