package impact_test

import (
	"fmt"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// A bank that scores its customers with a system of its own, which also talks
// to them, asks in November 2026 what it owes.
func ExampleScreen() {
	facts := impact.LegalFacts{
		System: "scoring", Marketed: aims.MustDate("2028-01-01"), // as planned
		Answers: map[impact.QuestionID]aims.Answer{
			impact.AskAISystem: aims.Yes, "on-union-market": aims.Yes, impact.AskProvider: aims.Yes, impact.AskDeployer: aims.Yes,
			"creditworthiness": aims.Yes, impact.AskProfiling: aims.Yes,
			impact.AskInteracts: aims.Yes, impact.AskObvious: aims.No, impact.AskCrimeLaw: aims.No,
			impact.AskPersonalData: aims.Yes, impact.AskController: aims.Yes, impact.AskInGDPR: aims.Yes,
			"evaluation": aims.Yes, "sensitive-data": aims.No,
		},
	}
	for _, topic := range []impact.Topic{impact.TopicOutside, impact.TopicPractice} {
		for _, q := range impact.EULaw().On(topic) {
			facts.Answers[q.ID] = aims.No
		}
	}
	s, err := impact.Screen(facts, aims.MustDate("2026-11-22"), impact.EULaw())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("class:", s.Class.Class)
	for _, d := range s.Owed() {
		fmt.Println(d.Owed, d.From, d.ID, d.Source)
	}
	dpia := s.Duty(impact.DutyDPIA)
	fmt.Println(dpia.ID, dpia.Owed, dpia.Missing)
	// Output:
	// class: high-risk
	// owed-later 2027-12-02 high-risk-provider AI-Act Art. 16
	// owed-later 2027-12-02 high-risk-deployer AI-Act Art. 26
	// owed-later 2027-12-02 fria AI-Act Art. 27(1), 27(2)
	// owed 2026-08-02 tell-interaction AI-Act Art. 50(1)
	// dpia cannot-tell [outside-gdpr assessed-in-law assessed-before decisions special-categories public-area authority-list exempt-list automated-decision monitoring large-scale matching vulnerable innovative exclusion]
}

// A system that orders mail is assessed, and approved on one condition. Later
// its owner changes a component, and gets a waiver until it is assessed again.
func ExampleGate() {
	p := passing()
	p.condition(impact.Condition{ID: "train", What: "train the clerks", Owner: "p-lead", Due: aims.MustDate("2026-07-31")})
	show := func(when string) {
		got, err := impact.Gate(p.system, p.at, p.records(), p.facts)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(strings.TrimSpace(fmt.Sprint(when, ": ", got.Verdict, " ", got.Until)))
		for _, r := range got.Reasons {
			if r.Bearing != impact.Remark {
				fmt.Println("-", r.Reason.Sentence())
			}
		}
	}
	show("before use")

	p.system.Stage, p.facts.AssessBy = aims.StageOperation, aims.MustDate("2026-06-30")
	p.system.Components[0].Version = "2"
	show("with another component")

	p.waiver(impact.Waiver{
		ID: "w-1", Why: "the old component has a flaw", By: "p-board", On: p.at, Until: aims.MustDate("2026-06-30"),
		Compensating: "a clerk checks the order each day", Owner: "p-lead",
	})
	show("with a waiver")

	p.at = aims.MustDate("2026-07-01")
	show("after the waiver")
	// Output:
	// before use: go-with-conditions 2026-07-31
	// - open until 2026-07-31: train the clerks (train)
	// with another component: overdue
	// - assessment-1 is stale: the component encoder was 1 when it was assessed, and is 2 now; assess what hangs on it again
	// - open until 2026-07-31: train the clerks (train)
	// with a waiver: go-with-conditions 2026-06-30
	// - assessment-1 is stale: the component encoder was 1 when it was assessed, and is 2 now; assess what hangs on it again
	// - open until 2026-07-31: train the clerks (train)
	// - p-board waived it until 2026-06-30; instead: a clerk checks the order each day (w-1)
	// after the waiver: no-go
	// - assessment-1 is stale: the component encoder was 1 when it was assessed, and is 2 now; assess what hangs on it again
	// - open until 2026-07-31: train the clerks (train)
}

// A model is replaced: what hangs on the model is stale, and nothing else.
func ExampleStale() {
	a := impact.Assessment{
		ID: "a-1", System: "triage", On: aims.MustDate("2026-02-01"),
		Scope: impact.Scope{
			Purpose: impact.Statement{Text: "order mail", Basis: impact.Basis{RestsOn: []impact.Aspect{impact.AspectPurpose}}},
			Models:  []impact.Model{{Name: "encoder", Version: "1"}},
		},
		Impacts: []impact.Impact{{ID: "late", Effect: impact.Harm, Basis: impact.Basis{RestsOn: []impact.Aspect{impact.AspectModel, impact.AspectData}}}},
	}
	today := aims.AISystem{ID: "triage", Purpose: "order mail", Components: []aims.Component{{Name: "encoder", Version: "1"}, {Name: "ranker", Version: "1"}}}
	for _, c := range impact.Stale(a, impact.StaleFacts{System: today}, aims.MustDate("2026-06-01")).Causes {
		fmt.Println(c.Parts, c.Reason.Sentence())
	}
	// Output:
	// [/impacts/0] the component ranker came in without having been assessed; assess what hangs on it again
}

// Two systems of one employer touch the same people.
func ExampleCumulate() {
	workers := impact.Party{Title: "Warehouse workers", Party: "workers", Needs: []impact.Need{impact.Workers}}
	m := impact.Default()
	var evaluations []*impact.Evaluation
	for _, a := range []impact.Assessment{
		harmful("rostering", workers, harm(impact.Health, 2, 3, 2, 3), harm(impact.Fairness, 2, 2, 1, 2)),
		harmful("monitoring", impact.Party{Title: "warehouse workers"}, harm(impact.Health, 4, 2, 2, 3), harm(impact.Privacy, 3, 0, 2, 4)),
	} {
		e, err := impact.Evaluate(a, m, aims.MustDate("2026-06-01"), impact.Facts{})
		if err != nil {
			fmt.Println(err)
			return
		}
		evaluations = append(evaluations, e)
	}
	burdens, err := impact.Cumulate(risk.Current, evaluations...)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range burdens {
		fmt.Println(b.Title, "- systems:", len(b.Shares), "- harm in several at once:", b.Several)
		for _, h := range b.Harms {
			fmt.Println("worst:", m.Label(h.Worst.AtLeast), "because of", h.Carriers, "- by level:", h.Counts, "- open:", h.Open)
		}
	}
	// Output:
	// Warehouse workers - systems: 2 - harm in several at once: [{health [monitoring rostering]}]
	// worst: High because of [{a-monitoring a} {a-monitoring b}] - by level: [1 1 1 0] - open: 1
}

// The harms of an assessment become candidates for the risk register.
func ExampleSuggestRisks() {
	a := harmful("rostering", impact.Party{Title: "Warehouse workers", Party: "workers"}, harm(impact.Fairness, 2, 2, 1, 2))
	a.Impacts[0].Title, a.Impacts[0].Scenario = "the same people get the night shifts", "use"
	a.Scope.Scenarios = []impact.Scenario{{ID: "use", Kind: impact.IntendedUse, What: "the system allots shifts"}}
	for _, s := range impact.SuggestRisks(a) {
		r := s.Risk
		fmt.Println(r.Title, "|", r.Cause, "|", r.AnnexC, r.Systems, r.Parties, r.Assessments, "| rated:", r.Inherent != nil)
	}
	// Output:
	// the same people get the night shifts | the system allots shifts | [C.2.5] [rostering] [workers] [impact-assessment/a-rostering] | rated: false
}
