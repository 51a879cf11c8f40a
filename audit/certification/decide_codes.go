package certification

import (
	"maps"

	"github.com/aimskit/aimskit/aims"
)

// The codes of the reasons that stand against a decision, besides those of
// the state table.
const (
	// NoApplication: the file does not begin with an application.
	NoApplication aims.Code = "certification/no-application"
	// NotReviewed: nobody reviewed the application.
	NotReviewed aims.Code = "certification/not-reviewed"
	// AccreditationOpen: nobody says who accredited the body.
	AccreditationOpen aims.Code = "certification/accreditation-open"
	// NotAccredited: the accreditation does not hold on the day.
	NotAccredited aims.Code = "certification/not-accredited"
	// AuditMissing: no audit of a type took place.
	AuditMissing aims.Code = "certification/audit-missing"
	// AuditGoesOn: an audit has no last day or no report yet.
	AuditGoesOn aims.Code = "certification/audit-goes-on"
	// ReadinessOpen: stage 1 does not say whether the organization is ready.
	ReadinessOpen aims.Code = "certification/readiness-open"
	// StageOneNotReady: stage 1 found that it is not.
	StageOneNotReady aims.Code = "certification/stage-one-not-ready"
	// StagesSwapped: stage 2 began before stage 1 ended.
	StagesSwapped aims.Code = "certification/stages-swapped"
	// SystemNotAudited: no audit looked at a system that the scope is extended by.
	SystemNotAudited aims.Code = "certification/system-not-audited"
	// ReportMissing: an audit has neither a report nor a conclusion.
	ReportMissing aims.Code = "certification/report-missing"
	// NoRecommendation: no audit team recommends anything.
	NoRecommendation aims.Code = "certification/no-recommendation"
	// RecommendsOtherwise: the team recommends something else, and nobody says why it is not followed.
	RecommendsOtherwise aims.Code = "certification/recommends-otherwise"
	// FindingDraft: a finding was not issued.
	FindingDraft aims.Code = "certification/finding-draft"
	// ConcernOpen: an area of concern is not resolved.
	ConcernOpen aims.Code = "certification/concern-open"
	// MajorOpen: what was done about a major nonconformity is not verified.
	MajorOpen aims.Code = "certification/major-open"
	// MajorLate: it was not verified in time.
	MajorLate aims.Code = "certification/major-late"
	// MinorUnplanned: no plan for a minor nonconformity is accepted.
	MinorUnplanned aims.Code = "certification/minor-unplanned"
	// NoGround: no ground for a suspension is named.
	NoGround aims.Code = "certification/no-ground"
	// CauseOpen: nobody says whether what led to the suspension is resolved.
	CauseOpen aims.Code = "certification/cause-open"
	// CauseRemains: it is not.
	CauseRemains aims.Code = "certification/cause-remains"
	// AuditStillRefused: suspended because audits were refused, and none took place since.
	AuditStillRefused aims.Code = "certification/audit-still-refused"
	// ScopeMissing: there is no new scope.
	ScopeMissing aims.Code = "certification/scope-missing"
	// ScopeOtherwise: an extension leaves something out, or a reduction adds something.
	ScopeOtherwise aims.Code = "certification/scope-otherwise"
	// ScopeSame: the new scope is the old one.
	ScopeSame aims.Code = "certification/scope-same"
	// StatementUnnamed: the scope names no version of a Statement of Applicability.
	StatementUnnamed aims.Code = "certification/statement-unnamed"
	// LabellingOpen: the certificate does not exclude labelling.
	LabellingOpen aims.Code = "certification/labelling-open"
	// EffectiveEarly: the effect is to begin before the decision.
	EffectiveEarly aims.Code = "certification/effective-early"
	// NobodyTakesOver: a transfer names no body that takes over.
	NobodyTakesOver aims.Code = "certification/nobody-takes-over"
	// NobodyDecides: there is nobody to decide.
	NobodyDecides aims.Code = "certification/nobody-decides"
	// MachineDecides: a machine is to decide.
	MachineDecides aims.Code = "certification/machine-decides"
	// DeciderAudited: somebody who audited is to decide.
	DeciderAudited aims.Code = "certification/decider-audited"
	// TieBars: somebody who takes part is barred by a tie to the client.
	TieBars aims.Code = "certification/tie-bars"
	// TieUnjudged: somebody who takes part has another tie, and nobody judged whether it does harm.
	TieUnjudged aims.Code = "certification/tie-unjudged"
)

// The codes of follow-ups.
const (
	// CarryOutPlan: the accepted plan for a finding is to be carried out.
	CarryOutPlan aims.Code = "certification/carry-out-plan"
	// VerifyImplementation: it was, and somebody for the body is to see that.
	VerifyImplementation aims.Code = "certification/verify-implementation"
	// VerifyEffect: somebody saw that, and is to see that it is effective.
	VerifyEffect aims.Code = "certification/verify-effect"
)

// decideTexts holds the sentences of reasons and follow-ups; those of the
// state table are spoken here as well.
var decideTexts = joined(eventTexts, laterTexts, map[aims.Code]string{
	NoApplication:        "the file holds no application; add the day on which it was made",
	NotReviewed:          "nobody reviewed the application of {on}; review it, and note who did",
	AccreditationOpen:    "nobody says who accredited {body}; add its accreditation",
	NotAccredited:        "{body} is not accredited on {on}; wait until it is, or transfer to a body that is",
	AuditMissing:         "there is no {type} audit that this decision could rest on; carry it out",
	AuditGoesOn:          "the audit {audit} has no last day or no report yet; wait for its end",
	ReadinessOpen:        "the audit {audit} does not say whether the organization is ready for stage 2; complete the report",
	StageOneNotReady:     "the audit {audit} found the organization not ready for stage 2; repeat stage 1",
	StagesSwapped:        "stage 2 began on {begun}, before stage 1 ended on {ended}; carry out stage 2 after it",
	SystemNotAudited:     "no audit looked at {system}; audit it before the scope is extended by it",
	ReportMissing:        "the audit {audit} has neither a report nor a conclusion; add them",
	NoRecommendation:     "no audit team says what it recommends; ask for it",
	RecommendsOtherwise:  "the team recommends {recommended} and not {asked}; follow it, or give the reason",
	FindingDraft:         "the finding {finding} is still a draft; issue it or take it out",
	ConcernOpen:          "the area of concern {finding} about {key} is not resolved; close it, or take it up in a finding of stage 2",
	MajorOpen:            "the major nonconformity {finding} about {key} is in the state {state}; its correction and corrective action have to be verified",
	MajorLate:            "the major nonconformity {finding} was not verified by {limit}, the limit after the end of stage 2 on {lastDay}; another stage 2 is needed",
	MinorUnplanned:       "the minor nonconformity {finding} about {key} is in the state {state}; the plan for it has to be accepted",
	NoGround:             "no ground is named; name failure, audits-refused or client-request",
	CauseOpen:            "nobody says whether what led to the suspension is resolved; verify it",
	CauseRemains:         "what led to the suspension is not resolved; resolve and verify it",
	AuditStillRefused:    "no audit took place since the suspension of {suspended}, which came of audits that were refused; carry it out",
	ScopeMissing:         "there is no new scope; describe it",
	ScopeOtherwise:       "to {asked} does not go with {what}, which only one of the two scopes has; correct the new scope",
	ScopeSame:            "the new scope is the old one; describe what changes",
	StatementUnnamed:     "the scope names no version of the Statement of Applicability; add it",
	LabellingOpen:        "the certificate does not say that it authorizes no labelling of products; add the statement",
	EffectiveEarly:       "the effect is to begin on {effective}, before the decision of {on}; ask for that day or a later one",
	NobodyTakesOver:      "no body is named that takes over; name it with its accreditation",
	NobodyDecides:        "nobody is named who decides; name people outside of the audit team",
	MachineDecides:       "{person} is a machine and cannot decide; name a person",
	DeciderAudited:       "{person} took part in the audit {audit} and cannot decide; name somebody else",
	TieBars:              "{who} is barred on {on} by {kind}; let others do it, or wait until the tie bars no more",
	TieUnjudged:          "{who} has a tie ({kind}) on {on} that nobody judged; let others do it, or settle the tie",
	CarryOutPlan:         "carry out the accepted plan for the finding {finding} about {key}, and have it verified",
	VerifyImplementation: "verify that correction and corrective action for the finding {finding} about {key} are done",
	VerifyEffect:         "verify that the corrective action for the finding {finding} about {key} is effective",
})

// joined returns one map with the sentences of several topics.
func joined(topics ...map[aims.Code]string) map[aims.Code]string {
	all := make(map[aims.Code]string)
	for _, texts := range topics {
		maps.Copy(all, texts)
	}
	return all
}
