package impact_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
)

// now is a day between the rules on transparency and those on high-risk systems.
var now = aims.MustDate("2026-11-22")

// legal answers every question no, except some, for a system that is planned
// for the market in 2029.
func legal(yes ...impact.QuestionID) impact.LegalFacts {
	f := impact.LegalFacts{System: "s", Answers: map[impact.QuestionID]aims.Answer{}, Marketed: aims.MustDate("2029-01-01"), ModelMarketed: now}
	for _, q := range impact.EULaw().Questions {
		f.Answers[q.ID] = aims.No
	}
	for _, id := range yes {
		f.Answers[id] = aims.Yes
	}
	return f
}

// inUnion adds what brings a system within the AI Act.
func inUnion(yes ...impact.QuestionID) impact.LegalFacts {
	return legal(append(yes, impact.AskAISystem, "on-union-market")...)
}

// protected adds what brings processing within the GDPR.
func protected(yes ...impact.QuestionID) impact.LegalFacts {
	return inUnion(append(yes, impact.AskPersonalData, impact.AskController, impact.AskInGDPR)...)
}

func with(f impact.LegalFacts, id impact.QuestionID, a aims.Answer) impact.LegalFacts {
	f.Answers = maps.Clone(f.Answers)
	f.Answers[id] = a
	return f
}

func screen(t *testing.T, f impact.LegalFacts, asOf aims.Date) impact.LegalScreening {
	t.Helper()
	s, err := impact.Screen(f, asOf, impact.EULaw())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// owed lists the duties that are owed, with the day from which they bind.
func owed(s impact.LegalScreening) []string {
	var out []string
	for _, d := range s.Owed() {
		out = append(out, strings.TrimSuffix(fmt.Sprint(d.ID, " ", d.Owed, " ", d.From), " "))
	}
	return out
}

// screenCase is a system, and the duties that are owed with their first days.
type screenCase struct {
	desc  string
	facts impact.LegalFacts
	asOf  aims.Date
	class impact.Class
	want  []string
}

func screenCases() []screenCase {
	day := aims.MustDate
	marketed := func(f impact.LegalFacts, on string) impact.LegalFacts { f.Marketed = day(on); return f }
	return []screenCase{
		{"nothing", legal(), now, impact.ClassOutside, nil},
		{"personal data alone is no high risk", protected(impact.AskProvider, impact.AskDeployer), now, impact.ClassOther, nil},
		{"one criterion and the judgement that the risk is high", protected("monitoring", impact.AskJudgedHigh), now, impact.ClassOther, []string{"dpia owed 2018-05-25"}},
		{"one criterion and the judgement that it is not", protected("monitoring", impact.AskJudgedLow), now, impact.ClassOther, nil},
		{"two criteria", protected("monitoring", "vulnerable"), now, impact.ClassOther, []string{"dpia owed 2018-05-25"}},
		{"two criteria and a recorded departure", protected("monitoring", "vulnerable", impact.AskJudgedLow), now, impact.ClassOther, nil},
		{"both judgements: the cautious one", protected("monitoring", impact.AskJudgedLow, impact.AskJudgedHigh), now, impact.ClassOther, []string{"dpia owed 2018-05-25"}},
		{"two criteria on the list of exemptions", protected("monitoring", "vulnerable", impact.AskExemptList), now, impact.ClassOther, nil},
		{"a case of 35(3) goes before the list of exemptions", protected("public-area", impact.AskExemptList), now, impact.ClassOther, []string{"dpia owed 2018-05-25"}},
		{"a list of 35(4)", protected("authority-list"), now, impact.ClassOther, []string{"dpia owed 2018-05-25"}},
		{"assessed when the law was made", protected("decisions", impact.AskAssessedInLaw), now, impact.ClassOther, nil},
		{"a similar assessment covers it", protected("decisions", impact.AskAssessedBefore), now, impact.ClassOther, nil},
		{"a processor assesses nothing", with(protected("decisions"), impact.AskController, aims.No), now, impact.ClassOther, nil},
		{"police", protected("decisions", impact.AskOutsideGDPR), now, impact.ClassOther, nil},
		{
			"the risk stays high", protected("decisions", impact.AskResidualHigh), now, impact.ClassOther,
			[]string{"dpia owed 2018-05-25", "prior-consultation owed 2018-05-25"},
		},
		{"a high residual risk without an assessment owed", protected(impact.AskResidualHigh), now, impact.ClassOther, nil},
		{"national law wants to be asked", protected(impact.AskNationalConsultation), now, impact.ClassOther, []string{"prior-consultation owed 2018-05-25"}},
		{"before the GDPR", protected("decisions"), day("2018-05-24"), impact.ClassOther, []string{"dpia owed-later 2018-05-25"}},

		{"a chatbot", inUnion(impact.AskProvider, impact.AskInteracts), now, impact.ClassOther, []string{"tell-interaction owed 2026-08-02"}},
		{"an obvious chatbot", inUnion(impact.AskProvider, impact.AskInteracts, impact.AskObvious), now, impact.ClassOther, nil},
		{
			"a high-risk chatbot keeps its duty of transparency", inUnion(impact.AskProvider, impact.AskInteracts, "recruitment"), now, impact.ClassHighRisk,
			[]string{"high-risk-provider owed-later 2027-12-02", "tell-interaction owed 2026-08-02"},
		},
		{
			"a prohibited chatbot keeps it as well", inUnion(impact.AskProvider, impact.AskInteracts, "manipulation"), now, impact.ClassProhibited,
			[]string{"stop owed 2025-02-02", "tell-interaction owed 2026-08-02"},
		},
		{"a prohibition to come", inUnion("intimate-images"), now, impact.ClassProhibited, []string{"stop owed-later 2026-12-02"}},
		{"a prohibition that has come", inUnion("intimate-images"), day("2026-12-02"), impact.ClassProhibited, []string{"stop owed 2026-12-02"}},
		{"two prohibitions bind from the earlier day", inUnion("intimate-images", "face-scraping"), now, impact.ClassProhibited, []string{"stop owed 2025-02-02"}},
		{"a prohibited practice for defence", inUnion("manipulation", "defence-only"), now, impact.ClassOutside, nil},
		{
			"generated content", inUnion(impact.AskProvider, impact.AskDeployer, impact.AskGenerates, impact.AskDeepFake, impact.AskPublicText), now, impact.ClassOther,
			[]string{"mark-content owed 2026-08-02", "disclose-deep-fake owed 2026-08-02", "disclose-text owed 2026-08-02"},
		},
		{"an editor answers for the text", inUnion(impact.AskDeployer, impact.AskPublicText, impact.AskEditorial), now, impact.ClassOther, nil},
		{"help with editing", inUnion(impact.AskProvider, impact.AskGenerates, impact.AskEditing), now, impact.ClassOther, nil},
		{"marking in the transition", marketed(inUnion(impact.AskProvider, impact.AskGenerates), "2026-08-01"), now, impact.ClassOther, []string{"mark-content owed-later 2026-12-02"}},
		{"marking without a transition", marketed(inUnion(impact.AskProvider, impact.AskGenerates), "2026-08-02"), now, impact.ClassOther, []string{"mark-content owed 2026-08-02"}},
		{"emotions", inUnion(impact.AskDeployer, impact.AskBiometric), now, impact.ClassOther, []string{"tell-biometric owed 2026-08-02"}},
		{"emotions, by law against crime", inUnion(impact.AskDeployer, impact.AskBiometric, impact.AskCrimeLaw), now, impact.ClassOther, nil},

		{
			"a bank scores", inUnion(impact.AskDeployer, "creditworthiness"), now, impact.ClassHighRisk,
			[]string{"high-risk-deployer owed-later 2027-12-02", "fria owed-later 2027-12-02", "fria-notification owed-later 2027-12-02"},
		},
		{
			"a bank scores on the first day of the rules", inUnion(impact.AskDeployer, "creditworthiness"), day("2027-12-02"), impact.ClassHighRisk,
			[]string{"high-risk-deployer owed 2027-12-02", "fria owed 2027-12-02", "fria-notification owed 2027-12-02"},
		},
		{
			"allowed before it was assessed", inUnion(impact.AskDeployer, "insurance", impact.AskConformityDerogation), now, impact.ClassHighRisk,
			[]string{"high-risk-deployer owed-later 2027-12-02", "fria owed-later 2027-12-02"},
		},
		{"a company recruits", inUnion(impact.AskDeployer, "recruitment"), now, impact.ClassHighRisk, []string{"high-risk-deployer owed-later 2027-12-02"}},
		{
			"a ministry recruits", inUnion(impact.AskDeployer, "recruitment", impact.AskPublicDeployer), now, impact.ClassHighRisk,
			[]string{"high-risk-deployer owed-later 2027-12-02", "fria owed-later 2027-12-02", "fria-notification owed-later 2027-12-02"},
		},
		{
			"a public water supplier", inUnion(impact.AskDeployer, "critical-infrastructure", impact.AskPublicDeployer), now, impact.ClassHighRisk,
			[]string{"high-risk-deployer owed-later 2027-12-02"},
		},
		{"a maker of scoring deploys nothing", inUnion(impact.AskProvider, "creditworthiness"), now, impact.ClassHighRisk, []string{"high-risk-provider owed-later 2027-12-02"}},
		{"a derogation", inUnion(impact.AskProvider, "recruitment", "narrow-task"), now, impact.ClassOther, []string{"derogation-record owed-later 2027-12-02"}},
		{
			"a derogation is void if the system profiles", inUnion(impact.AskProvider, "recruitment", "narrow-task", impact.AskProfiling), now, impact.ClassHighRisk,
			[]string{"high-risk-provider owed-later 2027-12-02"},
		},
		{
			"a derogation is void if the risk is significant", inUnion(impact.AskProvider, "recruitment", "narrow-task", impact.AskSignificantRisk), now, impact.ClassHighRisk,
			[]string{"high-risk-provider owed-later 2027-12-02"},
		},
		{
			"a medical device", inUnion(impact.AskProvider, impact.AskDeployer, impact.AskPublicDeployer, impact.AskProductA, impact.AskThirdParty), now, impact.ClassHighRisk,
			[]string{"high-risk-provider owed-later 2028-08-02", "high-risk-deployer owed-later 2028-08-02"},
		},
		{"a device that nobody else assesses", inUnion(impact.AskProvider, impact.AskProductA), now, impact.ClassOther, nil},
		{"a car: high-risk, and its own law has the duties", inUnion(impact.AskProvider, impact.AskProductB, impact.AskThirdParty), now, impact.ClassHighRisk, nil},
		{
			"a device that is listed as well", inUnion(impact.AskProvider, impact.AskProductA, impact.AskThirdParty, "emergency-calls"), now, impact.ClassHighRisk,
			[]string{"high-risk-provider owed-later 2027-12-02"},
		},
		{
			"on the market on the first day of the rules", marketed(inUnion(impact.AskDeployer, "recruitment"), "2027-12-02"), now, impact.ClassHighRisk,
			[]string{"high-risk-deployer owed-later 2027-12-02"},
		},
		{"on the market on the day before", marketed(inUnion(impact.AskDeployer, "recruitment"), "2027-12-01"), now, impact.ClassHighRisk, nil},
		{"on the market before the rules", marketed(inUnion(impact.AskDeployer, "creditworthiness"), "2025-01-01"), now, impact.ClassHighRisk, nil},
		{
			"and changed since", with(marketed(inUnion(impact.AskDeployer, "creditworthiness"), "2025-01-01"), impact.AskChanged, aims.Yes), day("2028-01-01"), impact.ClassHighRisk,
			[]string{"high-risk-deployer owed 2027-12-02", "fria owed 2027-12-02", "fria-notification owed 2027-12-02"},
		},
		{"a change before the rules changes nothing", with(marketed(inUnion(impact.AskDeployer, "creditworthiness"), "2025-01-01"), impact.AskChanged, aims.Yes), now, impact.ClassHighRisk, nil},
		{
			"an old system for authorities", marketed(inUnion(impact.AskDeployer, "public-benefits", impact.AskPublicDeployer, impact.AskForAuthorities), "2025-01-01"), now, impact.ClassHighRisk,
			[]string{"high-risk-deployer owed-later 2030-08-02", "fria owed-later 2030-08-02", "fria-notification owed-later 2030-08-02"},
		},
		{"a model", inUnion(impact.AskModel), now, impact.ClassOther, []string{"gpai-model owed 2025-08-02"}},
		{"a large model", inUnion(impact.AskModel, impact.AskSystemic), now, impact.ClassOther, []string{"gpai-model owed 2025-08-02", "gpai-systemic owed 2025-08-02"}},
		{"an impact assessment", legal(impact.AskInAIMS, "automated"), now, impact.ClassOutside, []string{"aiia owed"}},
		{"a trigger outside the management system", legal("automated"), now, impact.ClassOutside, nil},
		{"no trigger", legal(impact.AskInAIMS), now, impact.ClassOutside, nil},
	}
}

func TestScreen(t *testing.T) {
	for _, c := range screenCases() {
		t.Run(c.desc, func(t *testing.T) {
			s := screen(t, c.facts, c.asOf)
			if s.Class.Class != c.class {
				t.Errorf("the class is %s, want %s", s.Class.Class, c.class)
			}
			if diff := cmp.Diff(c.want, owed(s)); diff != "" {
				t.Errorf("owed (-want +got)\n%s", diff)
			}
			for _, d := range s.Duties {
				if d.Owed == impact.OwingUnclear || len(d.Missing) > 0 || len(d.Reasons) == 0 {
					t.Errorf("all is answered, and %s is %s, missing %v, because %v", d.ID, d.Owed, d.Missing, d.Reasons)
				}
			}
		})
	}
}

func TestScreen_oldModel(t *testing.T) {
	f := inUnion(impact.AskModel)
	f.ModelMarketed = aims.MustDate("2025-08-01")
	if diff := cmp.Diff([]string{"gpai-model owed-later 2027-08-02"}, owed(screen(t, f, now))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestScreen_nothingKnown(t *testing.T) {
	s := screen(t, impact.LegalFacts{}, now)
	if s.Class.Class != impact.ClassUnclear || len(s.Class.Missing) == 0 {
		t.Errorf("the class is %s, missing %v", s.Class.Class, s.Class.Missing)
	}
	for _, d := range s.Duties {
		if d.Owed != impact.OwingUnclear || len(d.Missing) == 0 || d.From != 0 || len(d.Reasons) > 0 {
			t.Errorf("nothing is answered, and %s is %s from %s, missing %v, because %v", d.ID, d.Owed, d.From, d.Missing, d.Reasons)
		}
	}
}

func TestScreen_missing(t *testing.T) {
	unasked := func(f impact.LegalFacts, ids ...impact.QuestionID) impact.LegalFacts {
		f.Answers = maps.Clone(f.Answers)
		for _, id := range ids {
			delete(f.Answers, id)
		}
		return f
	}
	undated := func(f impact.LegalFacts) impact.LegalFacts { f.Marketed, f.ModelMarketed = 0, 0; return f }
	old := func(f impact.LegalFacts) impact.LegalFacts { f.Marketed = aims.MustDate("2025-01-01"); return f }
	for _, c := range []struct {
		desc  string
		facts impact.LegalFacts
		asOf  string
		duty  impact.DutyID
		want  []impact.QuestionID // nil: somebody can tell
	}{
		{"one criterion, and no judgement", protected("monitoring"), "", impact.DutyDPIA, []impact.QuestionID{impact.AskJudgedHigh, impact.AskJudgedLow}},
		{"one criterion, and one not answered", unasked(protected("monitoring"), "matching"), "", impact.DutyDPIA, []impact.QuestionID{"matching"}},
		{"none, and one not answered", unasked(protected(), "matching"), "", impact.DutyDPIA, []impact.QuestionID{"matching"}},
		{"two, and all others not answered", unasked(protected("monitoring", "vulnerable"), "matching", "decisions"), "", impact.DutyDPIA, nil},
		{"a use, and derogations not answered", unasked(inUnion(impact.AskProvider, "recruitment"), "prepares", "narrow-task"), "", impact.DutyProvider, []impact.QuestionID{"narrow-task", "prepares"}},
		{"a use, derogations not answered, and profiling", unasked(inUnion(impact.AskProvider, "recruitment", impact.AskProfiling), "prepares"), "", impact.DutyProvider, nil},
		{"no day on the market", undated(inUnion(impact.AskDeployer, "creditworthiness")), "", impact.DutyFRIA, []impact.QuestionID{impact.AskMarketed}},
		{"no day on the market, and no use", undated(inUnion(impact.AskDeployer)), "", impact.DutyFRIA, nil},
		{"marking in the transition, without a day", undated(inUnion(impact.AskProvider, impact.AskGenerates)), "", impact.DutyMarking, []impact.QuestionID{impact.AskMarketed}},
		{"marking after the transition, without a day", undated(inUnion(impact.AskProvider, impact.AskGenerates)), "2026-12-02", impact.DutyMarking, nil},
		{"marking before the rules, without a day", undated(inUnion(impact.AskProvider, impact.AskGenerates)), "2026-08-01", impact.DutyMarking, nil},
		{"a model without a day", undated(inUnion(impact.AskModel)), "", impact.DutyModel, []impact.QuestionID{impact.AskModelMarketed}},
		{"an old system, perhaps changed", unasked(old(inUnion(impact.AskDeployer, "creditworthiness")), impact.AskChanged), "2028-01-01", impact.DutyFRIA, []impact.QuestionID{impact.AskChanged}},
		{"an old system, when no change counts yet", unasked(old(inUnion(impact.AskDeployer, "creditworthiness")), impact.AskChanged), "", impact.DutyFRIA, nil},
		{"an old system for authorities, in the end", unasked(old(inUnion(impact.AskDeployer, "creditworthiness", impact.AskForAuthorities)), impact.AskChanged), "2030-08-02", impact.DutyFRIA, nil},
		{"an old system, perhaps for authorities", unasked(old(inUnion(impact.AskDeployer, "creditworthiness")), impact.AskForAuthorities), "", impact.DutyFRIA, []impact.QuestionID{impact.AskForAuthorities}},
		{"a prohibition to come, and perhaps one that binds", unasked(inUnion("intimate-images"), "manipulation"), "", impact.DutyStop, []impact.QuestionID{"manipulation"}},
		{"a prohibition that binds, and perhaps another", unasked(inUnion("manipulation"), "face-scraping"), "", impact.DutyStop, nil},
		{
			"Annex I later, and perhaps Annex III now", unasked(inUnion(impact.AskProvider, impact.AskProductA, impact.AskThirdParty), "recruitment"), "2028-01-01",
			impact.DutyProvider,
			[]impact.QuestionID{"recruitment"},
		},
		{"Annex I later, and perhaps Annex III later", unasked(inUnion(impact.AskProvider, impact.AskProductA, impact.AskThirdParty), "recruitment"), "", impact.DutyProvider, nil},
		{"Annex I now, and perhaps Annex III", unasked(inUnion(impact.AskProvider, impact.AskProductA, impact.AskThirdParty), "recruitment"), "2028-09-01", impact.DutyProvider, nil},
		{"the residual risk is not known", unasked(protected("decisions"), impact.AskResidualHigh), "", impact.DutyConsultation, []impact.QuestionID{impact.AskResidualHigh}},
	} {
		asOf := now
		if c.asOf != "" {
			asOf = aims.MustDate(c.asOf)
		}
		d := screen(t, c.facts, asOf).Duty(c.duty)
		if diff := cmp.Diff(c.want, d.Missing); diff != "" || (c.want == nil) == (d.Owed == impact.OwingUnclear) {
			t.Errorf("%s: %s, missing (-want +got)\n%s", c.desc, d.Owed, diff)
		}
	}
}
