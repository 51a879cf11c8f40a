package impact_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
)

func TestScreen_reasons(t *testing.T) {
	s := screen(t, protected("monitoring", "vulnerable", impact.AskDeployer, "creditworthiness"), now)
	var got []string
	for _, r := range s.Duty(impact.DutyDPIA).Reasons {
		got = append(got, r.Sentence())
	}
	want := []string{
		"yes: Does it process personal data? (GDPR Art. 4(1))",
		"yes: Does the organization decide on purposes and means of the processing, alone or with others? (GDPR Art. 4(7))",
		"yes: Is the processing part of the activities of an establishment in the Union, or does it offer goods or services to people there, or watch their behaviour there? (GDPR Art. 3)",
		"no: Is the processing one that the GDPR leaves out, such as that of authorities against crime? (GDPR Art. 2(2))",
		"no: Does law that demands or grounds the processing regulate it, was it assessed when that law was made, and does national law ask for nothing more? (GDPR Art. 35(10))",
		"no: Does an assessment of similar processing with similar high risks cover it? (GDPR Art. 35(1))",
		"no: Is the processing on the authority's list of what needs no assessment? (GDPR Art. 35(5))",
		"2 of 9 criteria are met; 2 normally call for an assessment (WP248 III.B)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if fria := s.Duty(impact.DutyFRIA); len(fria.Asks) != 6 {
		t.Errorf("Article 27(1) has six elements, not %q", fria.Asks)
	}
	if d := s.Duty("no such duty"); d.Owed != impact.OwingUnclear {
		t.Errorf("an unknown duty is %s", d.Owed)
	}
	if d := s.Duty(impact.DutyStop); len(d.Reasons) != 1 || d.Reasons[0].Sentence() != "no to each of 10 questions, from manipulation to real-time-identification" {
		t.Errorf("nothing is prohibited because %v", d.Reasons)
	}
}

func TestScreen_classification(t *testing.T) {
	s := screen(t, inUnion(impact.AskProvider, impact.AskDeployer, impact.AskInteracts, "recruitment", "creditworthiness", "prepares", "intimate-images"), now)
	got := s.Class
	got.Reasons = nil
	want := impact.Classification{
		Class: impact.ClassProhibited, Roles: []impact.QuestionID{impact.AskProvider, impact.AskDeployer},
		Practices: []impact.QuestionID{"intimate-images"}, Product: aims.No,
		Uses: []impact.QuestionID{"recruitment", "creditworthiness"}, Listed: aims.No, Derogated: aims.Yes, Model: aims.No,
		Transparency: []impact.DutyID{impact.DutyInteraction},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, c := range []struct {
		desc    string
		unknown impact.QuestionID
		yes     []impact.QuestionID
		class   impact.Class
	}{
		{"perhaps prohibited", "manipulation", []impact.QuestionID{"recruitment"}, impact.ClassUnclear},
		{"perhaps listed", "recruitment", nil, impact.ClassUnclear},
		{"prohibited, and perhaps listed", "recruitment", []impact.QuestionID{"manipulation"}, impact.ClassProhibited},
		{"perhaps no AI", impact.AskAISystem, []impact.QuestionID{"manipulation"}, impact.ClassUnclear},
	} {
		class := screen(t, with(inUnion(c.yes...), c.unknown, aims.Unknown), now).Class
		if class.Class != c.class || (class.Class == impact.ClassUnclear) != slices.Equal(class.Missing, []impact.QuestionID{c.unknown}) {
			t.Errorf("%s: %s, missing %v", c.desc, class.Class, class.Missing)
		}
	}
}

func TestScreen_ownLaw(t *testing.T) {
	law := impact.EULaw()
	law.Edition = "ours"
	law.Dates.Listed.On = aims.MustDate("2029-06-01")
	law.Questions = append(law.Questions, impact.Question{
		ID: "board", Topic: impact.TopicTrigger, Text: "Does the board want it?",
		Source: impact.Provision{Act: impact.Act42001, At: "A.5.2", Certainty: impact.CertainDerived},
	})
	f := legal(impact.AskInAIMS, impact.AskAISystem, "on-union-market", impact.AskDeployer, "creditworthiness", "board")
	f.Marketed = aims.MustDate("2029-06-01")
	s, err := impact.Screen(f, now, law)
	if err != nil {
		t.Fatal(err)
	}
	if s.Duty(impact.DutyImpact).Owed != impact.Owed || s.Duty(impact.DutyFRIA).From != law.Dates.Listed.On || s.Provenance.Model != "ours" {
		t.Errorf("%+v", s)
	}
}

func TestScreen_refuses(t *testing.T) {
	good := impact.EULaw
	for _, c := range []struct {
		desc  string
		facts impact.LegalFacts
		asOf  aims.Date
		law   func() impact.Law
		want  []string
	}{
		{"an unknown question", impact.LegalFacts{Answers: map[impact.QuestionID]aims.Answer{"personal_data": aims.Yes}}, now, good, []string{
			"/facts/answers/personal_data impact/question-unknown edition eu-2026-11 of the law has no question personal_data; remove the answer, or correct the id",
		}},
		{"malformed facts", impact.LegalFacts{System: "-", Answers: map[impact.QuestionID]aims.Answer{"": 9}, Marketed: -1, ModelMarketed: -1}, 0, good, []string{
			"/facts/system aims/id-malformed", "/facts/answers/ aims/missing", "/facts/answers/ aims/word-unknown",
			"/facts/marketed aims/date-malformed", "/facts/modelMarketed aims/date-malformed", "/asOf aims/missing",
		}},
		{"a law without a duty", impact.LegalFacts{}, now, func() impact.Law { l := good(); l.Duties = l.Duties[1:]; return l }, []string{
			"/law/duties impact/law-incomplete the law lacks aiia, which is looked at; add it",
		}},
		{"a law without a question", impact.LegalFacts{}, now, func() impact.Law { l := good(); l.Questions = l.Questions[1:]; return l }, []string{
			"/law/questions impact/law-incomplete the law lacks in-aims, which is looked at; add it",
		}},
		{"a law with a date less", impact.LegalFacts{}, now, func() impact.Law { l := good(); l.Dates.Listed.On = 0; return l }, []string{"/law/dates/listed/on aims/missing"}},
		{"a law without a threshold", impact.LegalFacts{}, now, func() impact.Law { l := good(); l.Normally = 0; return l }, []string{"/law/normally impact/normally-outside"}},
		{"rights of what is no use", impact.LegalFacts{}, now, func() impact.Law { l := good(); l.Questions[0].Rights = "all"; return l }, []string{"/law/questions/0/rights impact/stray-rights"}},
		{"a practice without a day", impact.LegalFacts{}, now, func() impact.Law {
			l := good()
			l.Questions = append(l.Questions, impact.Question{ID: "x", Topic: impact.TopicPractice, Text: "x", Source: l.Questions[0].Source})
			return l
		}, []string{"/from aims/missing"}},
		{"an act that is not there", impact.LegalFacts{}, now, func() impact.Law { l := good(); l.Questions[3].Source.Act = "x"; return l }, []string{"/law/questions/3/source/act impact/law-incomplete"}},
	} {
		_, err := impact.Screen(c.facts, c.asOf, c.law())
		problems := aims.Problems(err)
		if len(problems) != len(c.want) {
			t.Errorf("%s: %v", c.desc, err)
			continue
		}
		for i, p := range problems {
			if !strings.Contains(p.String(), c.want[i]) {
				t.Errorf("%s: %s, want %s", c.desc, p, c.want[i])
			}
		}
	}
	if _, err := impact.Screen(impact.LegalFacts{}, now, impact.Law{}); len(aims.Problems(err)) != 1 {
		t.Errorf("the zero law: %v", err)
	}
	problems := aims.Problems(impact.Law{}.Validate())
	if len(problems) < 60 {
		t.Errorf("the zero law has %d problems only", len(problems))
	}
}

func TestEULaw(t *testing.T) {
	law := impact.EULaw()
	if err := law.Validate(); err != nil {
		t.Fatal(err)
	}
	count := map[impact.Topic]int{}
	for _, q := range law.Questions {
		count[q.Topic]++
		if !strings.HasSuffix(q.Text, "?") {
			t.Errorf("%s is no question: %q", q.ID, q.Text)
		}
	}
	delete(count, impact.TopicFact)
	want := map[impact.Topic]int{
		impact.TopicTrigger: 4, impact.TopicReach: 4, impact.TopicOutside: 4, impact.TopicPractice: 10,
		impact.TopicUse: 25, impact.TopicDerogation: 4, impact.TopicAlways: 4, impact.TopicCriterion: 9,
	}
	if diff := cmp.Diff(want, count); diff != "" {
		t.Errorf("questions by topic (-want +got)\n%s", diff)
	}
	law.Questions[0].ID = "changed"
	if impact.EULaw().Questions[0].ID == "changed" {
		t.Error("one caller's law is another's")
	}
}
