package impact_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// drawPassage draws a system with its records, most of them sound.
func drawPassage(t *rapid.T) *passage {
	p := passing()
	yes := func(label string) bool { return rapid.IntRange(0, 3).Draw(t, label) == 0 }
	near := func(label string) aims.Date { return p.at.AddDays(rapid.IntRange(-40, 40).Draw(t, label)) }
	if yes("live") {
		p.system.Stage = aims.StageOperation
		if yes("deadline") {
			p.facts.AssessBy = near("assess by")
		}
	}
	if yes("other version") {
		p.system.Version = "3"
	}
	p.assessment.Conclusion.Decision = rapid.SampledFrom([]impact.Decision{impact.Proceed, impact.Proceed, impact.Stop, ""}).Draw(t, "decision")
	if yes("unapproved") {
		p.assessment.Approvals = nil
	} else {
		a := &p.assessment.Approvals[0]
		a.By = rapid.SampledFrom([]aims.PersonID{"p-board", "p-board", "p-board", "p-owner", "p-assessor"}).Draw(t, "approver")
		if yes("approval ends") {
			a.Until = near("until")
		}
	}
	if yes("review") {
		p.assessment.ReviewBy = near("review by")
	}
	for range rapid.IntRange(0, 2).Draw(t, "conditions") {
		k := impact.Condition{ID: impact.ConditionID(rapid.StringMatching("[a-z]{6}").Draw(t, "id")), What: "x", Owner: "p-lead"}
		if !yes("before use") {
			k.Due = near("due")
		}
		if yes("met") {
			k.Met = near("met on")
			if !yes("unshown") {
				k.Evidence = []aims.EvidenceID{"e"}
			}
		}
		p.condition(k)
		if yes("waived") {
			p.waiver(drawWaiver(t, p, k.ID))
		}
	}
	if yes("waived as a whole") {
		p.waiver(drawWaiver(t, p, ""))
	}
	if yes("not screened") {
		p.screenings = nil
	}
	if yes("not assessed") {
		p.assessment = impact.Assessment{}
	}
	if yes("not supplied") {
		p.supplied = nil
	}
	return p
}

func drawWaiver(t *rapid.T, p *passage, of impact.ConditionID) impact.Waiver {
	on := p.at.AddDays(rapid.IntRange(-40, 10).Draw(t, "granted"))
	return impact.Waiver{
		ID: impact.WaiverID(rapid.StringMatching("w[a-z]{6}").Draw(t, "waiver")), Condition: of, Why: "x", Compensating: "y",
		By: rapid.SampledFrom([]aims.PersonID{"p-board", "p-ceo", "p-lead", "p-owner", "p-assessor"}).Draw(t, "granter"),
		On: on, Until: on.AddDays(rapid.IntRange(0, 60).Draw(t, "days")),
	}
}

// oracle reads the rules of the gate off, for what drawPassage draws.
func (p *passage) oracle() impact.GateVerdict {
	at, a := p.at, p.assessment
	there := a.ID != ""
	supplied := len(p.supplied) > 0
	good := func(w impact.Waiver, of impact.ConditionID) bool {
		independent := w.By != p.system.Owner && !slices.Contains(a.Assessors, w.By) && (of == "" || w.By != "p-lead")
		return w.Condition == of && w.On <= at && at <= w.Until && independent
	}
	waived := func(of impact.ConditionID) bool {
		return slices.ContainsFunc(a.Waivers, func(w impact.Waiver) bool { return good(w, of) })
	}
	lapse, unknown, restrained := false, false, false
	if there && a.Conclusion.Decision == impact.Stop {
		return impact.NoGo
	}
	if !there {
		lapse, unknown = supplied, !supplied
	} else {
		approved := len(a.Approvals) > 0 && a.Approvals[0].By == "p-board" && (a.Approvals[0].Until == 0 || at <= a.Approvals[0].Until)
		late := a.ReviewBy != 0 && a.ReviewBy < at || aims.Interval("P1Y").After(a.On) < at
		lapse = !approved || late || p.system.Version == "3" || a.Conclusion.Decision == ""
		for _, k := range a.Conclusion.Conditions {
			switch met := k.Met != 0 && k.Met <= at; {
			case met:
				restrained = restrained || len(k.Evidence) == 0
			case k.Due >= at, waived(k.ID):
				restrained = true
			default:
				return impact.NoGo
			}
		}
	}
	overdue := p.system.Stage == aims.StageOperation && (p.facts.AssessBy == 0 || at <= p.facts.AssessBy)
	switch {
	case lapse && waived("") && there:
		return impact.GoWithConditions
	case lapse && overdue:
		return impact.Overdue
	case lapse:
		return impact.NoGo
	case unknown:
		return impact.GateUnclear
	case restrained:
		return impact.GoWithConditions
	}
	return impact.Go
}

func TestGate_oracle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPassage(t)
		got, want := p.gate(t), p.oracle()
		if got.Verdict != want {
			t.Errorf("%s, want %s: %v", got.Verdict, want, deciding(got))
		}
		for _, k := range got.Conditions {
			if !k.State.Known() || (k.State == impact.ConditionWaived) != (k.Waiver != "") {
				t.Errorf("%+v", k)
			}
		}
	})
}

// A verdict to go stands until the day that it names, if nothing else happens.
func TestGate_until(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPassage(t)
		for i := range p.assessment.Conclusion.Conditions { // nothing is to come
			k := &p.assessment.Conclusion.Conditions[i]
			k.Met = min(k.Met, p.at)
		}
		p.assessment.Waivers = slices.DeleteFunc(p.assessment.Waivers, func(w impact.Waiver) bool { return w.On > p.at })
		today := p.gate(t)
		if today.Verdict < impact.GoWithConditions {
			if today.Until != 0 {
				t.Errorf("%s until %s", today.Verdict, today.Until)
			}
			return
		}
		last := today.Until
		if last == 0 {
			last = p.at.AddDays(400)
		}
		if last < p.at {
			t.Fatalf("%s until %s, at %s", today.Verdict, last, p.at)
		}
		for _, d := range []aims.Date{p.at.AddDays(rapid.IntRange(0, int(last-p.at)).Draw(t, "days on")), last} {
			p.at = d
			if then := p.gate(t); then.Verdict != today.Verdict {
				t.Errorf("%s until %s, and %s on %s: %v", today.Verdict, today.Until, then.Verdict, d, deciding(then))
			}
		}
	})
}

// Records of a later day, and the order of records, change nothing.
func TestGate_seesWhatIsThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPassage(t)
		want := p.gate(t)
		later := p.at.AddDays(rapid.IntRange(1, 30).Draw(t, "later"))
		s := impact.Screening{ID: "later", System: "s", On: later, By: "p-risk", Needed: aims.No}
		a := passing().assessment
		a.ID, a.On, a.Conclusion.Decision, a.Supersedes = "later", later, impact.Stop, "assessment-1"
		p.screenings = append([]impact.Screening{s}, p.screenings...)
		p.more = append(p.more, a)
		p.waiver(impact.Waiver{ID: "later", Why: "x", By: "p-board", On: later, Until: later, Compensating: "y"})
		if p.assessment.ID == "" {
			p.assessment = impact.Assessment{}
		}
		got := p.gate(t)
		want.Provenance, got.Provenance = aims.Provenance{}, aims.Provenance{}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	})
}

// An approved assessment that decides against use stops a system whatever else
// is recorded, and one reason more never opens the gate.
func TestGate_reasonsOnlyClose(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPassage(t)
		got := p.gate(t)
		worst := impact.Bearing(0)
		for i, r := range got.Reasons {
			worst = max(worst, r.Bearing)
			if i > 0 && r.Bearing > got.Reasons[i-1].Bearing {
				t.Errorf("reason %d weighs more than the one before", i)
			}
		}
		want := map[impact.Bearing][]impact.GateVerdict{
			0: {impact.Go}, impact.Remark: {impact.Go}, impact.Restraint: {impact.GoWithConditions}, impact.Unsettled: {impact.GateUnclear},
			impact.Lapse: {impact.NoGo, impact.Overdue}, impact.Refusal: {impact.NoGo},
		}
		if !slices.Contains(want[worst], got.Verdict) {
			t.Errorf("%s makes %s", worst, got.Verdict)
		}
		if len(got.Reasons) == 0 {
			t.Errorf("%s for no reason", got.Verdict)
		}
	})
}

// A change marks the answers that hang on it, and no others.
func TestStale_marksWhatDepends(t *testing.T) {
	all := []impact.Aspect{
		impact.AspectVersion, impact.AspectModel, impact.AspectData, impact.AspectPurpose, impact.AspectRegion, impact.AspectUsers, impact.AspectDeployment,
	}
	rapid.Check(t, func(t *rapid.T) {
		rests := func() impact.Basis {
			return impact.Basis{RestsOn: rapid.SliceOfNDistinct(rapid.SampledFrom(all), 0, 3, rapid.ID[impact.Aspect]).Draw(t, "rests on")}
		}
		a := impact.Assessment{System: "s", On: aims.MustDate("2026-01-01")}
		bases := map[string]impact.Basis{}
		a.Scope.Model = impact.Statement{Text: "x", Basis: rests()}
		bases["/scope/model"] = a.Scope.Model.Basis
		for i := range rapid.IntRange(0, 3).Draw(t, "impacts") {
			a.Impacts = append(a.Impacts, impact.Impact{Basis: rests()})
			bases["/impacts/"+string(rune('0'+i))] = a.Impacts[i].Basis
		}
		f := impact.StaleFacts{System: aims.AISystem{ID: "s"}, Changed: map[impact.Aspect]aims.Answer{}}
		for _, aspect := range rapid.SliceOfDistinct(rapid.SampledFrom(all), rapid.ID[impact.Aspect]).Draw(t, "changed") {
			f.Changed[aspect] = aims.Yes
		}
		got := impact.Stale(a, f, aims.MustDate("2026-06-01")).Parts()
		var want []string
		for path, b := range bases {
			for aspect := range f.Changed {
				if len(b.RestsOn) == 0 || slices.Contains(b.RestsOn, aspect) {
					want = append(want, path)
				}
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(slices.Compact(want), got); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	})
}

// The cumulative view agrees with counting every harm of every system anew,
// whatever the order of the systems.
func TestCumulate_oracle(t *testing.T) {
	m := impact.Default()
	rapid.Check(t, func(t *rapid.T) {
		var list []impact.Assessment
		for i := range rapid.IntRange(1, 4).Draw(t, "systems") {
			party := impact.Party{
				Title: rapid.SampledFrom([]string{"pupils", "Pupils ", "parents"}).Draw(t, "title"),
				Party: rapid.SampledFrom([]aims.PartyID{"", "", "pupils"}).Draw(t, "party"),
			}
			var harms []impact.Impact
			for range rapid.IntRange(0, 4).Draw(t, "harms") {
				l := func(top int) risk.Level { return risk.Level(rapid.IntRange(0, top).Draw(t, "level")) }
				h := harm(rapid.SampledFrom(impact.Domains()).Draw(t, "domain"), l(5), l(5), l(4), l(5))
				if rapid.IntRange(0, 4).Draw(t, "benefit") == 0 {
					h.Effect, h.Inherent.Irremediability = impact.Benefit, 0
				}
				harms = append(harms, h)
			}
			list = append(list, harmful("s-"+string(rune('1'+i)), party, harms...))
		}
		evaluations := evaluated(t, m, list...)
		got, err := impact.Cumulate(risk.Inherent, evaluations...)
		if err != nil {
			t.Fatal(err)
		}
		reversed := slices.Clone(evaluations)
		slices.Reverse(reversed)
		again, err := impact.Cumulate(risk.Inherent, reversed...)
		if err != nil || len(again) != len(got) {
			t.Fatalf("%d groups, and %d the other way round, %v", len(got), len(again), err)
		}
		shares := 0
		for _, b := range got {
			shares += len(b.Shares)
			at := slices.IndexFunc(again, func(c impact.Burden) bool { return c.Shares[0].System == b.Shares[0].System })
			other := again[at]
			other.Title = b.Title
			if diff := cmp.Diff(b, other, equalAmounts); diff != "" {
				t.Errorf("the order counts (-want +got)\n%s", diff)
			}
			want := impact.Harms{Counts: make([]int, m.Top())}
			harms := 0
			for _, s := range b.Shares {
				e := evaluations[slices.IndexFunc(list, func(a impact.Assessment) bool { return a.System == s.System })]
				for _, r := range e.Impacts {
					if r.Effect != impact.Harm {
						continue
					}
					harms++
					span := r.Level.Inherent
					want.Worst = impact.Span{AtLeast: max(want.Worst.AtLeast, span.AtLeast), AtMost: max(want.Worst.AtMost, span.AtMost)}
					if l, known := span.Level(); known {
						want.Counts[l-1]++
					} else {
						want.Open++
					}
				}
			}
			if harms == 0 {
				if b.Harms != nil {
					t.Errorf("no harms, and %v", b.Harms)
				}
				continue
			}
			have := b.Harms[0]
			have.Method, have.Carriers = "", nil
			if diff := cmp.Diff(want, have); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		}
		if shares != len(list) {
			t.Errorf("%d shares of %d systems", shares, len(list))
		}
	})
}
