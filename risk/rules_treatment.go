package risk

import "github.com/aimskit/aimskit/aims"

// The codes of treatments that are late, unproven or unplanned.
const (
	// TreatmentOwnerMissing: nobody answers for a treatment that is still to be done.
	TreatmentOwnerMissing aims.Code = "risk/treatment-owner-missing"
	// TreatmentDueMissing: a treatment that is still to be done has no date.
	TreatmentDueMissing aims.Code = "risk/treatment-due-missing"
	// TreatmentUnplanned: a treatment that is still to be done is in no plan.
	TreatmentUnplanned aims.Code = "risk/treatment-unplanned"
	// TreatmentOverdue: the date of a treatment has passed, and it is not in place.
	TreatmentOverdue aims.Code = "risk/treatment-overdue"
	// TreatmentUnverified: a treatment is in place, and nobody verified that it works.
	TreatmentUnverified aims.Code = "risk/treatment-unverified"
	// TreatmentFailed: a treatment proved not to work, and nobody decided again.
	TreatmentFailed aims.Code = "risk/treatment-failed"
	// EvidenceNotSupplied: a treatment is said to be in place, and no evidence is supplied that could show it.
	EvidenceNotSupplied aims.Code = "risk/evidence-not-supplied"
	// EvidenceLacking: a treatment is said to be in place, without fresh and accepted evidence.
	EvidenceLacking aims.Code = "risk/evidence-lacking"
	// EvidenceAgainst: the evidence of a treatment speaks against it, or was rejected.
	EvidenceAgainst aims.Code = "risk/evidence-against"
)

// treatmentRules judge each treatment that exists at the day.
func treatmentRules() []aims.Rule[*Assessment] {
	reads := []aims.Kind{KindTreatment}
	proven := []aims.Kind{KindTreatment, aims.KindEvidence}
	return values(
		rule{
			code: TreatmentOwnerMissing, point: pointPlan, title: "somebody answers for each treatment", reads: reads,
			doc: "Looks for treatments that are not in place and have no owner. Minor gap for each.",
			check: whilePending(func(_ *Assessment, _ int, t *Treatment, out *output) {
				if t.Owner == "" {
					out.treatment(aims.MinorGap, t)
				}
			}),
		},
		rule{
			code: TreatmentDueMissing, point: pointPlan, title: "each treatment has a date", reads: reads,
			doc: "Looks for treatments that are not in place and have no date. Minor gap for each.",
			check: whilePending(func(_ *Assessment, _ int, t *Treatment, out *output) {
				if t.Due == 0 {
					out.treatment(aims.MinorGap, t)
				}
			}),
		},
		rule{
			code: TreatmentUnplanned, point: pointPlan, title: "the plan holds what is to be done", reads: []aims.Kind{KindTreatment, KindPlan},
			doc: "Looks for treatments that are not in place and in no plan in force. Minor gap for each; silent without any plan, which another rule says.",
			check: whilePending(func(a *Assessment, i int, t *Treatment, out *output) {
				if a.inForce && !a.scheduled[i] {
					out.treatment(aims.MinorGap, t)
				}
			}),
		},
		rule{
			code: TreatmentOverdue, point: pointDone, title: "what is due is done", reads: reads,
			doc: "Looks for treatments that are not in place although their day has passed. Minor gap for each.",
			check: whilePending(func(a *Assessment, _ int, t *Treatment, out *output) {
				if t.Due != 0 && t.Due < a.at {
					out.treatment(aims.MinorGap, t, "due", t.Due.String())
				}
			}),
		},
		rule{
			code: TreatmentUnverified, point: pointVerified, title: "somebody verified that treatments work", reads: reads,
			doc: "Looks for treatments that are in place without a review of their effectiveness, or with one that came to no result. Minor gap for each.",
			check: eachTreatment(func(a *Assessment, i int, t *Treatment, out *output) {
				if p := a.progress[i]; p != Pending && p != Ended && t.reviewed(a.at) == aims.Unknown {
					out.treatment(aims.MinorGap, t, "implemented", t.Implemented.String())
				}
			}),
		},
		rule{
			code: TreatmentFailed, point: pointAgain, title: "what does not work is decided again", reads: reads,
			doc: "Looks for treatments whose latest review of effectiveness says that they do not work, and which are not ended. Minor gap for each.",
			check: eachTreatment(func(a *Assessment, i int, t *Treatment, out *output) {
				if p := a.progress[i]; p != Pending && p != Ended && t.reviewed(a.at) == aims.No {
					latest, _ := aims.LatestEvaluation(t.Effectiveness, a.at)
					out.treatment(aims.MinorGap, t, "on", latest.On.String())
				}
			}),
		},
		rule{
			code: EvidenceNotSupplied, point: pointResults, title: "evidence is supplied", reads: proven,
			doc:   "Looks for treatments in place while the host supplies no evidence at all. Cannot tell, for each.",
			check: whereProof(unsupplied, aims.CannotTell),
		},
		rule{
			code: EvidenceLacking, point: pointResults, title: "evidence shows that treatments are in place", reads: proven,
			doc:   "Looks for treatments in place without fresh evidence that was accepted for 8.3 or for one of their controls. Minor gap for each.",
			check: whereProof(lacking, aims.MinorGap),
		},
		rule{
			code: EvidenceAgainst, point: pointResults, title: "no evidence speaks against treatments", reads: proven,
			doc:   "Looks for treatments in place whose newest evidence was rejected or speaks against them. Minor gap for each.",
			check: whereProof(against, aims.MinorGap),
		},
	)
}

// whilePending makes a check that looks at treatments that are not in place.
func whilePending(look func(a *Assessment, i int, t *Treatment, out *output)) func(*Assessment, *output) {
	return eachTreatment(func(a *Assessment, i int, t *Treatment, out *output) {
		if a.progress[i] == Pending {
			look(a, i, t, out)
		}
	})
}

// whereProof makes a check that reports treatments in place whose evidence
// shows one thing.
func whereProof(p proof, v aims.Verdict) func(*Assessment, *output) {
	return eachTreatment(func(a *Assessment, i int, t *Treatment, out *output) {
		if q := a.progress[i]; q != Pending && q != Ended && a.proofs[i] == p {
			out.treatment(v, t)
		}
	})
}
