package impact_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
)

// deciding lists the codes of the reasons with the greatest bearing.
func deciding(r impact.GateResult) []string {
	var out []string
	for _, why := range r.Reasons {
		if why.Bearing == r.Reasons[0].Bearing {
			out = append(out, strings.TrimPrefix(string(why.Reason.Code), "impact/"))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// gateCase is a change of what is sound, the verdict, and the codes of the
// reasons that decide.
type gateCase struct {
	desc   string
	change func(p *passage)
	want   impact.GateVerdict
	codes  string
}

func gateCases() []gateCase {
	day := aims.MustDate
	live := func(p *passage) { p.system.Stage = aims.StageOperation }
	open := impact.Condition{ID: "c", What: "train the clerks", Owner: "p-lead", Due: day("2026-06-30")}
	late := impact.Condition{ID: "c", What: "train the clerks", Owner: "p-lead", Due: day("2026-05-31")}
	waiver := impact.Waiver{ID: "w", Condition: "c", Why: "illness", By: "p-board", On: day("2026-05-20"), Until: day("2026-07-31"), Compensating: "a lead sits in"}
	whole := impact.Waiver{ID: "w", Why: "peak season", By: "p-board", On: day("2026-05-20"), Until: day("2026-07-31"), Compensating: "each result is checked"}
	met := func(a aims.Answer) []impact.TriggerAnswer {
		var out []impact.TriggerAnswer
		for _, trigger := range impact.Default().Triggers {
			out = append(out, impact.TriggerAnswer{Trigger: trigger.ID, Met: a})
		}
		return out
	}
	screenedOut := func(p *passage) {
		p.screening().Needed, p.screening().Answers = aims.No, met(aims.No)
		p.assessment = impact.Assessment{}
	}
	approveScreening := func(p *passage, until aims.Date) {
		p.records()
		digest := must(aims.DigestOf(p.screening().Content()))
		p.screening().Approvals = []aims.Approval{{By: "p-board", On: day("2026-01-11"), Digest: digest, Until: until}}
	}
	return []gateCase{
		{"sound", func(*passage) {}, impact.Go, "gate-assessment-stands gate-screened-in"},
		{"nobody was named whom the system touches", func(p *passage) {
			p.assessment.Parties, p.assessment.Impacts, p.assessment.Measures = nil, nil, nil
		}, impact.NoGo, "gate-assessment-lacks"},
		{"live and sound", live, impact.Go, "gate-assessment-stands gate-screened-in"},

		{"no screening and no assessment", func(p *passage) { p.screenings, p.assessment = nil, impact.Assessment{} }, impact.NoGo, "gate-screening-missing"},
		{"nothing is supplied", func(p *passage) { p.screenings, p.assessment, p.supplied = nil, impact.Assessment{}, nil }, impact.GateUnclear, "gate-screening-unsupplied"},
		{"an assessment without a screening", func(p *passage) { p.screenings, p.assessment.Screening = nil, "" }, impact.Go, "gate-assessment-stands gate-screening-missing"},
		{"the screening is of a later day", func(p *passage) { p.screening().On, p.assessment = day("2026-06-02"), impact.Assessment{} }, impact.NoGo, "gate-screening-missing"},
		{"the screening is recorded later", func(p *passage) { p.screening().Recorded, p.assessment = day("2026-06-02"), impact.Assessment{} }, impact.NoGo, "gate-screening-missing"},
		{"the screening is of another system", func(p *passage) { p.screening().System, p.assessment = "t", impact.Assessment{} }, impact.NoGo, "gate-screening-missing"},
		{"screened out", screenedOut, impact.Go, "gate-screened-out"},
		{"screened out, and an old assessment is stale", func(p *passage) {
			p.screening().Needed, p.screening().Answers, p.assessment.Version = aims.No, met(aims.No), "1"
		}, impact.Go, "gate-screened-out"},
		{"screened out, and an old assessment stops", func(p *passage) {
			p.screening().Needed, p.screening().Answers, p.assessment.Conclusion.Decision = aims.No, met(aims.No), impact.Stop
		}, impact.NoGo, "gate-assessment-stops"},
		{"screened out against a trigger", func(p *passage) { screenedOut(p); p.screening().Answers[0].Met = aims.Yes }, impact.NoGo, "gate-assessment-missing"},
		{"screened out with an open trigger", func(p *passage) { screenedOut(p); p.screening().Answers[3].Met = aims.Unknown }, impact.GateUnclear, "gate-screening-incomplete"},
		{"screened out without looking at a trigger", func(p *passage) { screenedOut(p); p.screening().Answers = p.screening().Answers[1:] }, impact.GateUnclear, "gate-screening-incomplete"},
		{"a trigger that does not arise is not open", func(p *passage) { screenedOut(p); p.screening().Answers = met(aims.NotApplicable) }, impact.Go, "gate-screened-out"},
		{"undecided", func(p *passage) { screenedOut(p); p.screening().Needed = aims.Unknown }, impact.GateUnclear, "gate-screening-undecided"},
		{"undecided, and assessed all the same", func(p *passage) { p.screening().Needed = aims.Unknown }, impact.Go, "gate-assessment-stands gate-screening-undecided"},
		{"undecided, and a trigger is met", func(p *passage) {
			screenedOut(p)
			p.screening().Needed, p.screening().Answers = aims.Unknown, met(aims.Yes)
		}, impact.NoGo, "gate-assessment-missing"},
		{"another version was screened", func(p *passage) { screenedOut(p); p.screening().Version = "1" }, impact.NoGo, "gate-screening-version"},
		{"another version was screened, and the change since", func(p *passage) {
			screenedOut(p)
			s := *p.screening()
			s.ID, s.Change, s.On = "screening-2", "change-1", day("2026-03-01")
			p.screening().Version = "1"
			p.screenings = append(p.screenings, s)
		}, impact.Go, "gate-screened-out"},
		{"the next screening is due", func(p *passage) { screenedOut(p); p.screening().ReviewBy = day("2026-05-31") }, impact.NoGo, "gate-screening-due"},
		{"the next screening is due, and an assessment stands", func(p *passage) {
			p.screening().Needed, p.screening().Answers, p.screening().ReviewBy = aims.No, met(aims.No), day("2026-05-31")
		}, impact.Go, "gate-assessment-stands gate-screening-due"},
		{"the next screening is due, and an assessment is stale", func(p *passage) {
			p.screening().Needed, p.screening().Answers, p.screening().ReviewBy = aims.No, met(aims.No), day("2026-05-31")
			p.assessment.Version = "1"
		}, impact.NoGo, "gate-assessment-stale"},
		{"the next screening is due today", func(p *passage) { screenedOut(p); p.screening().ReviewBy = p.at }, impact.Go, "gate-screened-out"},
		{"the screening is approved", func(p *passage) { screenedOut(p); approveScreening(p, 0) }, impact.Go, "gate-screened-out"},
		{"the approval of the screening ended", func(p *passage) { screenedOut(p); approveScreening(p, day("2026-05-31")) }, impact.NoGo, "gate-screening-void"},
		{"the screening was changed after its approval", func(p *passage) {
			screenedOut(p)
			p.screening().Approvals = []aims.Approval{{By: "p-board", On: day("2026-01-11"), Digest: aims.DigestBytes(nil)}}
		}, impact.NoGo, "gate-screening-void"},

		{"no assessment", func(p *passage) { p.assessment = impact.Assessment{} }, impact.NoGo, "gate-assessment-missing"},
		{"no assessment of a live system", func(p *passage) { live(p); p.assessment = impact.Assessment{} }, impact.Overdue, "gate-assessment-missing"},
		{"no assessment of a live system in time", func(p *passage) { live(p); p.assessment, p.facts.AssessBy = impact.Assessment{}, p.at }, impact.Overdue, "gate-assessment-missing"},
		{"no assessment of a live system after its time", func(p *passage) { live(p); p.assessment, p.facts.AssessBy = impact.Assessment{}, day("2026-05-31") }, impact.NoGo, "gate-assessment-missing"},
		{"no assessment is supplied", func(p *passage) { p.assessment, p.supplied = impact.Assessment{}, nil }, impact.GateUnclear, "gate-assessment-unsupplied"},
		{"the assessment is of a later day", func(p *passage) { p.assessment.On = day("2026-06-02") }, impact.NoGo, "gate-assessment-missing"},
		{"the assessment is withdrawn", func(p *passage) { p.assessment.Withdrawn = day("2026-05-31") }, impact.NoGo, "gate-assessment-missing"},
		{"the assessment counts for the last day", func(p *passage) { p.assessment.Withdrawn = p.at }, impact.Go, "gate-assessment-stands gate-screened-in"},
		{"the assessment is not finished", func(p *passage) { p.assessment.On = 0 }, impact.NoGo, "gate-assessment-unfinished"},
		{"the assessment decides nothing", func(p *passage) { p.assessment.Conclusion.Decision = "" }, impact.NoGo, "gate-assessment-undecided"},
		{"the assessment stops", func(p *passage) { p.assessment.Conclusion.Decision = impact.Stop }, impact.NoGo, "gate-assessment-stops"},
		{"the assessment stops a live system", func(p *passage) { live(p); p.assessment.Conclusion.Decision = impact.Stop }, impact.NoGo, "gate-assessment-stops"},
		{"the assessment stops without approval", func(p *passage) {
			live(p)
			p.assessment.Conclusion.Decision, p.assessment.Approvals = impact.Stop, nil
		}, impact.NoGo, "gate-assessment-stops"},
		{"a later draft", func(p *passage) {
			draft := p.assessment
			draft.ID, draft.On, draft.Approvals, draft.Method = "assessment-2", day("2026-05-01"), nil, aims.DigestBytes(nil)
			p.more = append(p.more, draft)
		}, impact.Go, "gate-assessment-later gate-assessment-stands gate-screened-in"},
		{"a later draft would stop", func(p *passage) {
			draft := p.assessment
			draft.ID, draft.On, draft.Approvals, draft.Method = "assessment-2", day("2026-05-01"), nil, aims.DigestBytes(nil)
			draft.Conclusion.Decision = impact.Stop
			p.more = append(p.more, draft)
		}, impact.GateUnclear, "gate-assessment-later"},

		{"not approved", func(p *passage) { p.assessment.Approvals = nil }, impact.NoGo, "gate-approval-missing"},
		{"approved later", func(p *passage) { p.assessment.Approvals[0].On = day("2026-06-02") }, impact.NoGo, "gate-approval-missing"},
		{"the approval ended", func(p *passage) { p.assessment.Approvals[0].Until = day("2026-05-31") }, impact.NoGo, "gate-approval-lapsed"},
		{"the approval ends today", func(p *passage) { p.assessment.Approvals[0].Until = p.at }, impact.Go, "gate-assessment-stands gate-screened-in"},
		{"changed since the approval", func(p *passage) {
			p.records()
			p.assessment.Impacts = slices.Clone(p.assessment.Impacts)
			p.assessment.Impacts[0].Inherent.Scale, p.unbound = 1, true
		}, impact.NoGo, "gate-approval-void"},
		{"reordered since the approval", func(p *passage) {
			p.records()
			slices.Reverse(p.assessment.Scope.Omissions)
			p.unbound = true
		}, impact.Go, "gate-assessment-stands gate-screened-in"},
		{"the assessor approved", func(p *passage) { p.assessment.Approvals[0].By = "p-assessor" }, impact.NoGo, "gate-approver-partial"},
		{"the owner approved", func(p *passage) { p.assessment.Approvals[0].By = "p-owner" }, impact.NoGo, "gate-approver-partial"},
		{"the owner approved, and somebody else too", func(p *passage) {
			p.assessment.Approvals = append(p.assessment.Approvals, aims.Approval{By: "p-owner", On: day("2026-02-11")})
		}, impact.Go, "gate-assessment-stands gate-screened-in"},
		{"nobody says who assessed", func(p *passage) { p.assessment.Assessors = nil }, impact.GateUnclear, "gate-separation-unclear"},
		{"nobody says who owns the system", func(p *passage) { p.system.Owner = "" }, impact.GateUnclear, "gate-separation-unclear"},

		{"another version", func(p *passage) { p.system.Version = "3" }, impact.NoGo, "gate-assessment-stale"},
		{"a live system in another version", func(p *passage) { live(p); p.system.Version = "3" }, impact.Overdue, "gate-assessment-stale"},
		{"too old", func(p *passage) { p.at = day("2027-02-02") }, impact.NoGo, "gate-assessment-stale"},
		{"not yet too old", func(p *passage) { p.at = day("2027-02-01") }, impact.Go, "gate-assessment-stands gate-screened-in"},
		{"a change asks for another assessment", func(p *passage) {
			p.screenings = append(p.screenings, impact.Screening{ID: "screening-2", System: "s", Change: "change-1", On: day("2026-03-01"), By: "p-risk", Needed: aims.Yes})
		}, impact.NoGo, "gate-assessment-before"},
		{"a change on the day of the screening", func(p *passage) {
			p.screenings = append(p.screenings, impact.Screening{ID: "screening-2", System: "s", Change: "change-1", On: day("2026-01-10"), By: "p-risk", Needed: aims.Yes})
			p.assessment.On = day("2026-01-09")
		}, impact.NoGo, "gate-assessment-before"},
		{"a change on the day of the assessment", func(p *passage) {
			p.screenings = append(p.screenings, impact.Screening{ID: "screening-2", System: "s", Change: "change-1", On: day("2026-02-01"), By: "p-risk", Needed: aims.Yes})
		}, impact.Go, "gate-assessment-stands gate-screened-in"},
		{"a change asked for this assessment", func(p *passage) {
			p.screenings = append(p.screenings, impact.Screening{ID: "screening-2", System: "s", Change: "change-1", On: day("2026-03-01"), By: "p-risk", Needed: aims.Yes})
			p.assessment.Screening = "screening-2"
		}, impact.Go, "gate-assessment-stands gate-screened-in"},
		{"a change before the latest screening", func(p *passage) {
			p.screenings = append(p.screenings, impact.Screening{ID: "screening-2", System: "s", Change: "change-1", On: day("2026-01-01"), By: "p-risk", Needed: aims.Yes})
			p.assessment.On = day("2025-12-01")
		}, impact.Go, "gate-assessment-stands gate-screened-in"},

		{"a prohibited use", func(p *passage) { p.assessment.Scope.Uses[0].Applies = aims.Yes }, impact.NoGo, "gate-use-prohibited"},
		{"perhaps a prohibited use", func(p *passage) { p.assessment.Scope.Uses[0].Applies = aims.Unknown }, impact.GateUnclear, "gate-use-unclear"},
		{"a restricted use without conditions", func(p *passage) { p.assessment.Scope.Uses[2].Applies = aims.Yes }, impact.NoGo, "gate-use-unrestrained"},
		{"a restricted use with a condition that is met", func(p *passage) {
			p.assessment.Scope.Uses[2].Applies = aims.Yes
			p.condition(impact.Condition{ID: "c", What: "x", Owner: "p-lead", Met: day("2026-03-01"), Evidence: []aims.EvidenceID{"e"}})
		}, impact.Go, "gate-assessment-stands gate-screened-in"},
		{"a domain that nobody looked at", func(p *passage) { p.assessment.Scope.Omissions = p.assessment.Scope.Omissions[1:] }, impact.GateUnclear, "gate-use-unclear"},
		{"the method is not there", func(p *passage) {
			p.records()
			p.method.Title = "another"
			p.facts.Impact = impact.Facts{}
			p.more, p.assessment = []impact.Assessment{p.assessment}, impact.Assessment{}
		}, impact.GateUnclear, "gate-method-unknown"},
		{"an approver who may", func(p *passage) {
			p.method.Approvers = []impact.Approver{{UpTo: impact.OrdinaryUse, Persons: []aims.PersonID{"p-board"}}}
		}, impact.Go, "gate-assessment-stands gate-screened-in"},
		{"an approver who may not", func(p *passage) {
			p.method.Approvers = []impact.Approver{{UpTo: impact.ProhibitedUse, Persons: []aims.PersonID{"p-ceo"}}}
		}, impact.NoGo, "gate-approver-unauthorized"},
		{"an approver who may approve milder uses", func(p *passage) {
			p.method.Approvers = []impact.Approver{{UpTo: impact.OrdinaryUse, Persons: []aims.PersonID{"p-board"}}}
			p.assessment.Scope.Uses[4].Applies = aims.Yes
		}, impact.NoGo, "gate-approver-unauthorized"},
		{"an approver who may approve as much as is known", func(p *passage) {
			p.method.Approvers = []impact.Approver{{UpTo: impact.OrdinaryUse, Persons: []aims.PersonID{"p-board"}}}
			p.assessment.Scope.Uses[4].Applies = aims.Unknown
		}, impact.GateUnclear, "gate-approver-unclear"},
		{"an approver who may, and later one who may not", func(p *passage) {
			p.method.Approvers = []impact.Approver{{UpTo: impact.OrdinaryUse, Persons: []aims.PersonID{"p-board"}}}
			p.assessment.Approvals = append(p.assessment.Approvals, aims.Approval{By: "p-clerk", On: day("2026-02-11")})
		}, impact.Go, "gate-assessment-stands gate-screened-in"},
		{"an approver by a role that he may hold", func(p *passage) {
			p.method.Approvers = []impact.Approver{{UpTo: impact.OrdinaryUse, Roles: []aims.RoleID{"board"}}}
		}, impact.GateUnclear, "gate-approver-unclear"},
		{"an approver by his role", func(p *passage) {
			p.method.Approvers = []impact.Approver{{UpTo: impact.OrdinaryUse, Roles: []aims.RoleID{"board"}}}
			p.facts.Holds = func(who aims.PersonID, role aims.RoleID, on aims.Date) aims.Answer {
				if who == "p-board" && role == "board" && on == day("2026-02-10") {
					return aims.Yes
				}
				return aims.No
			}
		}, impact.Go, "gate-assessment-stands gate-screened-in"},

		{"an open condition", func(p *passage) { p.condition(open) }, impact.GoWithConditions, "gate-condition-pending"},
		{"a condition that is due today", func(p *passage) { p.condition(open); p.at = open.Due }, impact.GoWithConditions, "gate-condition-pending"},
		{"an open condition of nobody", func(p *passage) { k := open; k.Owner = ""; p.condition(k) }, impact.GoWithConditions, "gate-condition-ownerless gate-condition-pending"},
		{"a late condition", func(p *passage) { p.condition(late) }, impact.NoGo, "gate-condition-late"},
		{"a late condition of a live system", func(p *passage) { live(p); p.condition(late) }, impact.NoGo, "gate-condition-late"},
		{"a condition before use", func(p *passage) { k := open; k.Due = 0; p.condition(k) }, impact.NoGo, "gate-condition-first"},
		{"a condition met without evidence", func(p *passage) { k := late; k.Met = day("2026-05-01"); p.condition(k) }, impact.GoWithConditions, "gate-condition-unshown"},
		{"a condition met later", func(p *passage) {
			k := late
			k.Met, k.Evidence = day("2026-06-02"), []aims.EvidenceID{"e"}
			p.condition(k)
		}, impact.NoGo, "gate-condition-late"},
		{"a waived condition", func(p *passage) { p.condition(late); p.waiver(waiver) }, impact.GoWithConditions, "gate-waiver-holds"},
		{"a waiver that ended", func(p *passage) { p.condition(late); w := waiver; w.Until = day("2026-05-31"); p.waiver(w) }, impact.NoGo, "gate-condition-late"},
		{"a waiver to come", func(p *passage) { p.condition(late); w := waiver; w.On = day("2026-06-02"); p.waiver(w) }, impact.NoGo, "gate-condition-late"},
		{"a waiver of another condition", func(p *passage) {
			p.condition(late)
			p.condition(impact.Condition{ID: "c-2", What: "x", Owner: "p-lead", Met: day("2026-03-01"), Evidence: []aims.EvidenceID{"e"}})
			w := waiver
			w.Condition = "c-2"
			p.waiver(w)
		}, impact.NoGo, "gate-condition-late"},
		{"a waiver by the owner of the condition", func(p *passage) { p.condition(late); w := waiver; w.By = "p-lead"; p.waiver(w) }, impact.NoGo, "gate-condition-late"},
		{"a waiver by the owner of the system", func(p *passage) { p.condition(late); w := waiver; w.By = "p-owner"; p.waiver(w) }, impact.NoGo, "gate-condition-late"},
		{"a waiver by an assessor", func(p *passage) { p.condition(late); w := waiver; w.By = "p-assessor"; p.waiver(w) }, impact.NoGo, "gate-condition-late"},
		{"a waiver by who does something instead", func(p *passage) { p.condition(late); w := waiver; w.Owner = "p-board"; p.waiver(w) }, impact.NoGo, "gate-condition-late"},
		{"a waiver with a measure that is planned", func(p *passage) {
			p.condition(late)
			p.assessment.Measures = []impact.Measure{{ID: "m", Title: "a second look"}}
			w := waiver
			w.Measure = "m"
			p.waiver(w)
		}, impact.NoGo, "gate-condition-late"},
		{"a waiver with a measure that nothing shows", func(p *passage) {
			p.condition(late)
			p.assessment.Measures = []impact.Measure{{ID: "m", Title: "a second look", Implemented: day("2026-03-01")}}
			w := waiver
			w.Measure = "m"
			p.waiver(w)
		}, impact.GateUnclear, "gate-condition-late"},
		{"a waiver with a measure that works", func(p *passage) {
			p.condition(late)
			p.assessment.Measures = []impact.Measure{{ID: "m", Title: "a second look", Implemented: day("2026-03-01"), Evidence: []aims.EvidenceID{"e"}}}
			w := waiver
			w.Measure = "m"
			p.waiver(w)
			p.facts.Impact.Evidence = func(aims.EvidenceID) (aims.Evidence, bool) {
				return aims.Evidence{
					ID: "e", Title: "x", Collected: day("2026-03-02"), Owner: "p-lead",
					Judgments: []aims.Judgment{{For: aims.PointKey("8.4/a"), By: "p-board", On: day("2026-03-03"), Accepted: aims.Yes}},
				}, true
			}
		}, impact.GoWithConditions, "gate-waiver-holds"},
		{"a waiver of the assessment", func(p *passage) { p.assessment.Approvals = nil; p.waiver(whole) }, impact.GoWithConditions, "gate-approval-missing gate-waiver-holds"},
		{"a waiver of the assessment that is missing", func(p *passage) {
			p.assessment = impact.Assessment{}
			p.screening().Waivers = []impact.Waiver{whole}
		}, impact.GoWithConditions, "gate-assessment-missing gate-waiver-holds"},
		{"a waiver where nothing is open", func(p *passage) { p.waiver(whole) }, impact.Go, "gate-assessment-stands gate-screened-in"},
		{"no waiver of a decision against", func(p *passage) { p.assessment.Conclusion.Decision = impact.Stop; p.waiver(whole) }, impact.NoGo, "gate-assessment-stops"},
		{"no general waiver of a condition", func(p *passage) { p.condition(late); p.waiver(whole) }, impact.NoGo, "gate-condition-late"},
		{"a waiver of the assessment with a measure that nothing shows", func(p *passage) {
			p.assessment.Approvals = nil
			p.assessment.Measures = []impact.Measure{{ID: "m", Title: "a second look", Implemented: day("2026-03-01")}}
			w := whole
			w.Measure = "m"
			p.waiver(w)
		}, impact.GateUnclear, "gate-approval-missing"},
	}
}

func TestGate(t *testing.T) {
	for _, c := range gateCases() {
		t.Run(c.desc, func(t *testing.T) {
			p := passing()
			c.change(p)
			got := p.gate(t)
			if diff := cmp.Diff(strings.Fields(c.codes), deciding(got)); got.Verdict != c.want || diff != "" {
				t.Errorf("%s, want %s; deciding reasons (-want +got)\n%s", got.Verdict, c.want, diff)
			}
			for _, r := range got.Reasons {
				if s := r.Reason.Sentence(); strings.ContainsAny(s, "{}") || !r.Bearing.Known() {
					t.Errorf("%s: %q, %s", r.Reason.Code, s, r.Bearing)
				}
			}
		})
	}
}
