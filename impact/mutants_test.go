package impact_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
)

// A level that falls is reported with both levels, the scale that rises and
// the two ratings between which it falls.
func TestMethod_levelFalls(t *testing.T) {
	m := impact.Default()
	m.Extent = impact.Table{{1, 1, 1, 2, 2}, {2, 2, 2, 3, 3}, {3, 3, 2, 4, 4}, {4, 4, 4, 5, 5}, {5, 5, 5, 5, 5}}
	problems := aims.Problems(m.Validate())
	if len(problems) != 1 {
		t.Fatal(problems)
	}
	p := problems[0]
	if p.Code != impact.LevelFalls || p.Path != "/extent/2/2" {
		t.Errorf("%s %s", p.Path, p.Code)
	}
	want := map[string]string{"before": "3", "got": "2", "scale": "scope", "from": "2", "to": "3"}
	if diff := cmp.Diff(want, p.Args); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A duty stands in a law once.
func TestLaw_dutyTwice(t *testing.T) {
	law := impact.EULaw()
	law.Duties = append(law.Duties, law.Duties[0])
	problems := aims.Problems(law.Validate())
	if len(problems) != 1 || problems[0].Code != aims.Twice || problems[0].Args["value"] != string(law.Duties[0].ID) {
		t.Errorf("%v", problems)
	}
}

// A law may have a single criterion; what it comes to cites its own source.
func TestScreen_singleCriterion(t *testing.T) {
	law := impact.EULaw()
	first := slices.IndexFunc(law.Questions, func(q impact.Question) bool { return q.Topic == impact.TopicCriterion })
	only := law.Questions[first]
	only.Source.At = "own criterion"
	law.Questions = slices.DeleteFunc(law.Questions, func(q impact.Question) bool { return q.Topic == impact.TopicCriterion })
	law.Questions, law.Normally = append(law.Questions, only), 1
	for _, test := range []struct {
		answer aims.Answer
		owed   impact.Owing
		code   aims.Code
	}{{aims.Yes, impact.Owed, impact.CriteriaMet}, {aims.No, impact.NotOwed, impact.CriteriaNone}} {
		f := protected()
		for id := range f.Answers {
			if !slices.ContainsFunc(law.Questions, func(q impact.Question) bool { return q.ID == id }) {
				delete(f.Answers, id)
			}
		}
		f.Answers[only.ID] = test.answer
		s, err := impact.Screen(f, now, law)
		if err != nil {
			t.Fatal(err)
		}
		d := s.Duty(impact.DutyDPIA)
		i := slices.IndexFunc(d.Reasons, func(r impact.Reason) bool { return r.Code == test.code })
		if d.Owed != test.owed || i < 0 || d.Reasons[i].Args["source"] != only.Source.String() || d.Reasons[i].Args["count"] != "1" {
			t.Errorf("%s: %s by %v", test.answer, d.Owed, d.Reasons)
		}
	}
}
