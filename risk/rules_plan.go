package risk

import (
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// The codes of treatment plans that are missing or not approved as they stand.
const (
	// PlanMissing: treatments are to be done, and no plan is in force.
	PlanMissing aims.Code = "risk/plan-missing"
	// PlanUnapproved: nobody approved a plan.
	PlanUnapproved aims.Code = "risk/plan-unapproved"
	// PlanVoided: a plan was approved and changed since.
	PlanVoided aims.Code = "risk/plan-voided"
	// PlanLapsed: a plan was approved until a day that has passed.
	PlanLapsed aims.Code = "risk/plan-lapsed"
	// PlanNotByDesignated: a plan is approved, but by none of those named for it.
	PlanNotByDesignated aims.Code = "risk/plan-not-by-designated"
	// PlanUndesignated: nobody is named to approve a plan.
	PlanUndesignated aims.Code = "risk/plan-undesignated"
	// PlannedChanged: a treatment is not what the plan froze.
	PlannedChanged aims.Code = "risk/planned-changed"
)

// planRules judge the treatment plans in force.
func planRules() []aims.Rule[*Assessment] {
	reads := []aims.Kind{KindPlan}
	both := []aims.Kind{KindPlan, KindTreatment}
	return values(
		rule{
			code: PlanMissing, point: pointPlan, title: "there is a treatment plan", reads: both,
			doc: "Looks for a plan in force where treatments are not in place yet. Major gap without one.",
			check: func(a *Assessment, out *output) {
				pending := 0
				for _, p := range a.progress {
					if p == Pending {
						pending++
					}
				}
				if pending > 0 && !a.inForce {
					out.add(aims.MajorGap, nil, "treatments", strconv.Itoa(pending))
				}
			},
		},
		rule{
			code: PlanUnapproved, point: pointApproved, title: "the plan is approved", reads: reads,
			doc: "Looks for an approval of each plan in force. Major gap without any.",
			check: eachPlan(func(a *Assessment, i int, p *TreatmentPlan, out *output) {
				if a.plans[i].anybody == aims.Unapproved {
					out.plan(aims.MajorGap, p)
				}
			}),
		},
		rule{
			code: PlanNotByDesignated, point: pointApproved, title: "those named for it approved the plan", reads: reads,
			doc: "Compares who approved each plan in force with who is named to. Minor gap when only others did.",
			check: eachPlan(func(a *Assessment, i int, p *TreatmentPlan, out *output) {
				if s := &a.plans[i]; s.designated == aims.Unapproved && s.anybody != aims.Unapproved {
					out.plan(aims.MinorGap, p, "by", string(s.other.By))
				}
			}),
		},
		rule{
			code: PlanVoided, point: pointApproved, title: "the approval is of what the plan says", reads: reads,
			doc: "Compares the digest in the approvals by those named for it with that of the plan. Minor gap when it was changed since.",
			check: eachPlan(func(a *Assessment, i int, p *TreatmentPlan, out *output) {
				if s := &a.plans[i]; s.designated == aims.Voided {
					out.plan(aims.MinorGap, p, "by", string(s.approval.By), "on", s.approval.On.String())
				}
			}),
		},
		rule{
			code: PlanLapsed, point: pointApproved, title: "the approval of the plan has not lapsed", reads: reads,
			doc: "Looks for approvals whose last day has passed. Minor gap when no approval by those named for it is better.",
			check: eachPlan(func(a *Assessment, i int, p *TreatmentPlan, out *output) {
				if s := &a.plans[i]; s.designated == aims.Lapsed {
					out.plan(aims.MinorGap, p, "by", string(s.approval.By), "until", s.approval.Until.String())
				}
			}),
		},
		rule{
			code: PlanUndesignated, point: pointApproved, title: "the management that approves the plan is named", reads: reads,
			doc: "Looks for plans in force that name nobody to approve them. Minor gap for each.",
			check: eachPlan(func(_ *Assessment, _ int, p *TreatmentPlan, out *output) {
				if len(p.Designated) == 0 {
					out.plan(aims.MinorGap, p)
				}
			}),
		},
		rule{
			code: PlannedChanged, point: pointApproved, title: "treatments are what the plan froze", reads: both,
			doc: "Compares each treatment with its digest in the plans in force. Minor gap for each that was changed since; its effects then do not count " +
				"for the residual rating.",
			check: eachPlan(func(a *Assessment, _ int, p *TreatmentPlan, out *output) {
				for _, in := range p.Treatments {
					t := a.register.treatments[in.Treatment]
					if a.progress[t] != 0 && a.register.planned[t] != in.Digest {
						treatment := &a.register.records.Treatments[t]
						out.add(aims.MinorGap, []aims.Ref{p.Ref(), treatment.Ref()}, "plan", string(p.ID), "treatment", string(treatment.ID))
					}
				}
			}),
		},
	)
}

// plan makes an observation on a plan, which the sentence names as {plan}.
func (o *output) plan(v aims.Verdict, p *TreatmentPlan, args ...string) {
	o.add(v, []aims.Ref{p.Ref()}, append(args, "plan", string(p.ID))...)
}
