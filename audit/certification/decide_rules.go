package certification

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// Rule is a rule that a decision has to meet.
type Rule struct {
	Code       aims.Code  `json:"code"`
	Title      string     `json:"title"`  // what it asks for
	Source     string     `json:"source"` // the standard with its edition, or whose convention it is
	Clause     string     `json:"clause,omitempty"`
	Confidence Confidence `json:"confidence"`

	judge func(*brief) judged
}

// The codes of the rules of decisions.
const (
	// FileAllows: the state table lets the decision follow on what the file holds.
	FileAllows aims.Code = "certification/file-allows"
	// ApplicationAccepted: the application was reviewed and accepted.
	ApplicationAccepted aims.Code = "certification/application-accepted"
	// BodyAccredited: the body holds an accreditation for what it certifies.
	BodyAccredited aims.Code = "certification/body-accredited"
	// StageOneConcluded: stage 1 ended with readiness.
	StageOneConcluded aims.Code = "certification/stage-one-concluded"
	// ConcernsResolved: the areas of concern of stage 1 are resolved.
	ConcernsResolved aims.Code = "certification/concerns-resolved"
	// StageTwoConcluded: stage 2 came after it, and ended.
	StageTwoConcluded aims.Code = "certification/stage-two-concluded"
	// SurveillanceDone: surveillance took place since the last decision.
	SurveillanceDone aims.Code = "certification/surveillance-done"
	// RecertificationDone: the recertification audit of this cycle took place.
	RecertificationDone aims.Code = "certification/recertification-done"
	// ScopeAudited: an audit looked at the extension.
	ScopeAudited aims.Code = "certification/scope-audited"
	// TransferReviewed: the body that takes over reviewed the certification.
	TransferReviewed aims.Code = "certification/transfer-reviewed"
	// ReportGiven: the audits that the decision rests on are reported.
	ReportGiven aims.Code = "certification/report-given"
	// RecommendationGiven: the team recommends what is asked, or there is a reason to decide otherwise.
	RecommendationGiven aims.Code = "certification/recommendation-given"
	// MajorsVerified: what was done about every major nonconformity is verified.
	MajorsVerified aims.Code = "certification/majors-verified"
	// MajorsInTime: and for an initial certification in time.
	MajorsInTime aims.Code = "certification/majors-in-time"
	// MinorsPlanned: the plan for every minor nonconformity is accepted.
	MinorsPlanned aims.Code = "certification/minors-planned"
	// GroundNamed: one of the grounds for a suspension is named.
	GroundNamed aims.Code = "certification/ground-named"
	// CauseResolved: what led to the suspension is resolved, and that is verified.
	CauseResolved aims.Code = "certification/cause-resolved"
	// ScopeSet: the new scope is there, and is more or less than the old one as was asked.
	ScopeSet aims.Code = "certification/scope-set"
	// StatementNamed: the certificate names its Statement of Applicability.
	StatementNamed aims.Code = "certification/statement-named"
	// LabellingDenied: the certificate says that it does not authorize labelling.
	LabellingDenied aims.Code = "certification/labelling-denied"
	// EffectiveLater: the effect does not begin before the decision.
	EffectiveLater aims.Code = "certification/effective-later"
	// DecidersNamed: somebody decides.
	DecidersNamed aims.Code = "certification/deciders-named"
	// DecidersIndependent: and did not audit.
	DecidersIndependent aims.Code = "certification/deciders-independent"
	// PartiesImpartial: nobody who takes part is barred by a tie to the client.
	PartiesImpartial aims.Code = "certification/parties-impartial"
)

const (
	iso17021 = "ISO/IEC 17021-1:2015"
	iso42006 = "ISO/IEC 42006:2025"
	own      = "this library"
)

// allRules lists every rule once, in the order in which rulings stand.
var allRules = []Rule{
	{FileAllows, "the decision can follow on what happened so far", iso17021, "9.1.3, 9.5, 9.6", ConfidenceI, (*brief).fileAllows},
	{ApplicationAccepted, "the application was reviewed and accepted", iso17021, "9.1.2", ConfidenceB, (*brief).applicationAccepted},
	{BodyAccredited, "the body is accredited for this certification", own, "", ConfidenceI, (*brief).bodyAccredited},
	{StageOneConcluded, "stage 1 was concluded with the result that the organization is ready", iso17021, "9.3.1.2", ConfidenceB, (*brief).stageOneConcluded},
	{ConcernsResolved, "the areas of concern of stage 1 are resolved", iso17021, "9.3.1.2", ConfidenceB, (*brief).concernsResolved},
	{StageTwoConcluded, "stage 2 was concluded after stage 1", iso17021, "9.3.1.3", ConfidenceB, (*brief).stageTwoConcluded},
	{SurveillanceDone, "a surveillance audit was concluded since the last decision", iso17021, "9.6.2", ConfidenceB, (*brief).surveillanceDone},
	{RecertificationDone, "the recertification audit was concluded", iso17021, "9.6.3", ConfidenceB, (*brief).recertificationDone},
	{ScopeAudited, "an audit looked at what the scope is extended by", iso17021, "9.6.4", ConfidenceK, (*brief).scopeAudited},
	{TransferReviewed, "the body that takes over reviewed the certification", "IAF MD 2:2023", "", ConfidenceB, (*brief).transferReviewed},
	{ReportGiven, "the audits are reported", iso17021, "9.5.3.1", ConfidenceK, (*brief).reportGiven},
	{RecommendationGiven, "the audit team gave its recommendation", iso17021, "9.5.3.1", ConfidenceK, (*brief).recommendationGiven},
	{MajorsVerified, "correction and corrective action of every major nonconformity are accepted and verified", iso17021, "9.5.2", ConfidenceB, (*brief).majorsVerified},
	{MajorsInTime, "every major nonconformity was verified in time, else another stage 2 is needed", iso17021, "9.5.3.2", ConfidenceB, (*brief).majorsInTime},
	{MinorsPlanned, "the plan for every minor nonconformity is accepted", iso17021, "9.5.2", ConfidenceB, (*brief).minorsPlanned},
	{GroundNamed, "one of the grounds for suspension is named", iso17021, "9.6.5", ConfidenceB, (*brief).groundNamed},
	{CauseResolved, "what led to the suspension is resolved and verified", iso17021, "9.6.5", ConfidenceB, (*brief).causeResolved},
	{ScopeSet, "the new scope is set", iso17021, "9.6.4, 9.6.5", ConfidenceB, (*brief).scopeSet},
	{StatementNamed, "the certificate names the version of the Statement of Applicability", iso42006, "8.2.2", ConfidenceC, (*brief).statementNamed},
	{LabellingDenied, "the certificate says that it does not authorize the labelling of products", iso42006, "8.2.2", ConfidenceC, (*brief).labellingDenied},
	{EffectiveLater, "the effect begins on the day of the decision or later", iso17021, "8.2.2", ConfidenceK, (*brief).effectiveLater},
	{DecidersNamed, "somebody decides", iso17021, "9.5.1", ConfidenceB, (*brief).decidersNamed},
	{DecidersIndependent, "those who decide did not audit", iso17021, "9.5.1", ConfidenceB, (*brief).decidersIndependent},
	{PartiesImpartial, "nobody who audits, reviews or decides is barred by consultancy, internal audits or an interest", iso17021, "5.2", ConfidenceB, (*brief).partiesImpartial},
}

// What several decisions have in common.
var (
	toDecide = []aims.Code{FileAllows, DecidersNamed, DecidersIndependent, PartiesImpartial}
	toIssue  = []aims.Code{BodyAccredited, StatementNamed, LabellingDenied, EffectiveLater}
	toAudit  = []aims.Code{ReportGiven, RecommendationGiven, MajorsVerified, MinorsPlanned}
)

// rulesOf lists the rules of every decision.
var rulesOf = map[Outcome][]aims.Code{
	Grant:       slices.Concat(toDecide, toIssue, toAudit, []aims.Code{ApplicationAccepted, StageOneConcluded, ConcernsResolved, StageTwoConcluded, MajorsInTime}),
	Refuse:      toDecide,
	Maintain:    slices.Concat(toDecide, toAudit, []aims.Code{SurveillanceDone}),
	Renew:       slices.Concat(toDecide, toIssue, toAudit, []aims.Code{RecertificationDone}),
	Suspend:     slices.Concat(toDecide, []aims.Code{GroundNamed}),
	Restore:     slices.Concat(toDecide, []aims.Code{BodyAccredited, EffectiveLater, MajorsVerified, MinorsPlanned, CauseResolved}),
	Withdraw:    toDecide,
	ExtendScope: slices.Concat(toDecide, toIssue, toAudit, []aims.Code{ScopeSet, ScopeAudited}),
	ReduceScope: slices.Concat(toDecide, []aims.Code{StatementNamed, LabellingDenied, EffectiveLater, ScopeSet}),
	Transfer:    slices.Concat(toDecide, []aims.Code{StatementNamed, LabellingDenied, EffectiveLater, TransferReviewed, MajorsVerified, MinorsPlanned}),
}

// Rules returns the rules of a decision, in the order of its rulings; none
// for not yet.
func Rules(o Outcome) []Rule {
	codes := rulesOf[o]
	if codes == nil {
		return nil
	}
	list := make([]Rule, 0, len(codes))
	for i := range allRules {
		if slices.Contains(codes, allRules[i].Code) {
			list = append(list, allRules[i])
		}
	}
	return list
}
