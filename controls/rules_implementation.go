package controls

import (
	"github.com/aimskit/aimskit/aims"
)

// The codes of an implementation that is not shown.
const (
	// EvidenceNotSupplied: a control is said to be in place, and the host supplies no evidence.
	EvidenceNotSupplied aims.Code = "controls/evidence-not-supplied"
	// EvidenceLacking: a control is said to be in place, without fresh and accepted evidence.
	EvidenceLacking aims.Code = "controls/evidence-lacking"
	// EvidenceAgainst: a control is said to be in place, and the evidence was rejected or speaks against it.
	EvidenceAgainst aims.Code = "controls/evidence-against"
	// Overdue: a control is not in place on the day after it was due.
	Overdue aims.Code = "controls/overdue"
	// OwnerMissing: a control is to be put in place, and nobody answers for it.
	OwnerMissing aims.Code = "controls/owner-missing"
	// DueMissing: a control is to be put in place, and no date is set.
	DueMissing aims.Code = "controls/due-missing"
)

// implementationRules judge claims and plans. The standard does not ask a
// statement for the status of a control, so that a control which is planned,
// with an owner and a date to come, is no defect, and neither is a control
// whose status nobody gives.
func implementationRules() []aims.Rule[Facts] {
	return values(
		rule{
			code: EvidenceNotSupplied, title: "evidence of controls is supplied",
			doc:   "Looks for applicable controls that are said to be in place, in full or in part, where the host supplies no evidence. Cannot tell, for each.",
			reads: []aims.Kind{aims.KindEvidence},
			check: eachClaim(func(f *Facts, _ int, r *Row, out *output) {
				if f.Evidence == nil {
					out.control(aims.CannotTell, r.Control, nil, "status", r.Status.String())
				}
			}),
		},
		rule{
			code: EvidenceLacking, title: "controls in place are proven",
			doc: "Looks for applicable controls that are said to be in place, in full or in part, " +
				"without evidence that was accepted for the control and has not expired. Cannot tell, for each.",
			reads: []aims.Kind{aims.KindEvidence},
			check: eachClaim(func(f *Facts, i int, r *Row, out *output) {
				if f.Evidence == nil {
					return
				}
				if p := f.proof(i); p.verdict == aims.CannotTell {
					best := p.best.String()
					if p.stale {
						best = "expired"
					}
					out.control(aims.CannotTell, r.Control, nil, "status", r.Status.String(), "best", best)
				}
			}),
		},
		rule{
			code: EvidenceAgainst, title: "no evidence speaks against a control",
			doc: "Looks for applicable controls that are said to be in place, in full or in part, with evidence that was rejected or speaks against it, " +
				"unless evidence that was collected later is accepted and fresh. Minor gap for each.",
			reads: []aims.Kind{aims.KindEvidence},
			check: eachClaim(func(f *Facts, i int, r *Row, out *output) {
				if f.Evidence == nil {
					return
				}
				if p := f.proof(i); p.verdict.Gap() {
					against := string(r.Evidence[p.against])
					refs := []aims.Ref{{Kind: aims.KindEvidence, ID: against}}
					out.control(p.verdict, r.Control, refs, "status", r.Status.String(), "evidence", against)
				}
			}),
		},
		rule{
			code: Overdue, point: pointDue, title: "what is due is done",
			doc: "Looks for applicable controls that are not in place in full although the day on which they were due has passed. Minor gap for each.",
			check: eachRow(Applicable, func(f *Facts, _ int, r *Row, out *output) {
				if r.Due != 0 && r.Due < f.At && r.StatusAt(f.At) != Implemented {
					out.control(aims.MinorGap, r.Control, nil, "due", r.Due.String())
				}
			}),
		},
		rule{
			code: OwnerMissing, point: pointPlan, title: "what is planned has an owner",
			doc: "Looks for applicable controls that are planned and have no owner. Cannot tell, for each: the treatment plan may say it.",
			check: eachRow(Applicable, func(f *Facts, _ int, r *Row, out *output) {
				if r.StatusAt(f.At) == Planned && r.Owner == "" {
					out.control(aims.CannotTell, r.Control, nil)
				}
			}),
		},
		rule{
			code: DueMissing, point: pointPlan, title: "what is planned has a date",
			doc: "Looks for applicable controls that are planned and have no date. Cannot tell, for each: the treatment plan may say it.",
			check: eachRow(Applicable, func(f *Facts, _ int, r *Row, out *output) {
				if r.StatusAt(f.At) == Planned && r.Due == 0 {
					out.control(aims.CannotTell, r.Control, nil)
				}
			}),
		},
	)
}

// eachClaim makes a check that looks at the applicable controls that are said
// to be in place, in full or in part.
func eachClaim(look func(f *Facts, i int, r *Row, out *output)) func(*Facts, *output) {
	return eachRow(Applicable, func(f *Facts, i int, r *Row, out *output) {
		if r.inPlace(f.At) {
			look(f, i, r, out)
		}
	})
}
