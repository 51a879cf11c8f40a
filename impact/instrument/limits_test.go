package instrument_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact/instrument"
)

// gates makes an instrument with so many questions that each show another,
// which is worth points in two ways that exclude one another.
func gates(n, choices int) instrument.Instrument {
	in := instrument.Instrument{ID: "gates", Version: "1", Title: instrument.English("Gates"), Pages: []instrument.Page{{ID: "p"}}}
	in.Unit = instrument.Percent
	in.Credit = instrument.Credit{From: 50, Cut: 30}
	for i := range 4 {
		in.Outcomes = append(in.Outcomes, instrument.Outcome{ID: instrument.OutcomeID(fmt.Sprint("o", i)), Title: instrument.English("O"), Over: 25 * i})
	}
	for i := range n {
		gate := instrument.Question{ID: instrument.QuestionID(fmt.Sprint("gate", i)), Type: instrument.Multiple}
		section := instrument.Section{ID: instrument.SectionID(fmt.Sprint("s", i)), Kind: instrument.Raw}
		if i%2 == 1 {
			section.Kind = instrument.Mitigation
		}
		for c := range choices {
			value := fmt.Sprint("c", c)
			gate.Choices = append(gate.Choices, instrument.Choice{Value: value, Points: c % 3})
			section.Questions = append(section.Questions, instrument.Question{
				ID: instrument.QuestionID(fmt.Sprintf("q%d.%d", i, c)), Type: instrument.Single,
				ShownIf: instrument.Guard{Question: gate.ID, Exactly: []string{value}},
				Choices: []instrument.Choice{{Value: "x", Points: 3 + c}, {Value: "y"}},
			})
		}
		section.Questions = append([]instrument.Question{gate}, section.Questions...)
		in.Pages[0].Sections = append(in.Pages[0].Sections, section)
	}
	return in
}

// Where everything cannot be tried, the search ends in time, says no more
// than it knows, and what it found leads there.
func TestSensitivity_limits(t *testing.T) {
	for _, c := range []struct{ gates, choices int }{{60, 4}, {20, 12}, {2, 40}} {
		in := gates(c.gates, c.choices)
		p := compile(t, in)
		a := instrument.Answers{Instrument: in.ID, Version: in.Version}
		for i := range c.gates {
			a = a.With(instrument.QuestionID(fmt.Sprint("gate", i)), "c0", "c1")
		}
		start := time.Now()
		s, err := p.Sensitivity(a, instrument.DropHidden)
		if err != nil {
			t.Fatal(err)
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%+v: takes %v", c, took)
		}
		for way, r := range []instrument.Reach{s.Up, s.Down} {
			if len(r.Smallest) > 0 {
				checkSet(t, brute{p: p, in: in, h: instrument.DropHidden, base: a, was: evaluate(t, p, a, instrument.DropHidden)}, r.Smallest, way)
				if r.AtLeast > len(r.Smallest) {
					t.Errorf("%+v, way %d: %d changes found, at least %d", c, way, len(r.Smallest), r.AtLeast)
				}
			}
		}
		if s.Up.Impossible {
			t.Errorf("%+v: said to be impossible", c)
		}
	}
}

// The lint ends in time, too, and says nothing that it did not decide.
func TestLint_limits(t *testing.T) {
	in := gates(60, 4)
	for _, p := range instrument.Lint(in) {
		if p.Code != instrument.MaximumUnreachable && p.Code != instrument.QuestionUnreachable {
			t.Error(p)
		}
	}
	// A guard that is hard to solve: pairs of which each wants one of two, and
	// a last part that wants neither.
	hard := smallInstrument(t)
	var all []instrument.Guard
	for i := range 40 {
		q := instrument.Question{ID: instrument.QuestionID(fmt.Sprint("h", i)), Type: instrument.Single}
		for c := range 3 {
			q.Choices = append(q.Choices, instrument.Choice{Value: fmt.Sprint("c", c), Points: 1})
		}
		hard.Pages[0].Sections[1].Questions = append(hard.Pages[0].Sections[1].Questions, q)
		all = append(all, instrument.MustGuard(fmt.Sprintf(`{h%d} = "c0" or {h%d} = "c1"`, i, i)))
	}
	all = append(all, instrument.MustGuard(`{h0} = "c2"`))
	hard.Pages[1].ShownIf = instrument.Guard{All: all}
	for _, p := range instrument.Lint(hard) {
		if p.Code == instrument.GuardNever {
			t.Log("decided after all:", p)
		}
	}
	// More points than can be tried sum by sum.
	rich := smallInstrument(t)
	for i := range 500 {
		q := instrument.Question{ID: instrument.QuestionID(fmt.Sprint("r", i)), Type: instrument.Multiple}
		for c := range 20 {
			q.Choices = append(q.Choices, instrument.Choice{Value: fmt.Sprint("c", c), Points: instrument.MaxPoints})
		}
		rich.Pages[0].Sections[1].Questions = append(rich.Pages[0].Sections[1].Questions, q)
	}
	rich.Outcomes[2].If = instrument.Guard{}
	rich.Outcomes = append(rich.Outcomes, instrument.Outcome{ID: "beyond", Title: instrument.English("Beyond"), Over: instrument.MaxTotal})
	var said []string
	for _, p := range instrument.Lint(rich) {
		said = append(said, string(p.Code)+" "+p.Args["outcome"]+p.Args["kind"])
	}
	if got := strings.Join(said, ", "); got != string(instrument.MaximumUnreachable)+" mitigation, "+string(instrument.OutcomeUnreachable)+" beyond" {
		t.Error(got)
	}
}

// The name that was probably meant.
func TestValidate_hint(t *testing.T) {
	for name, want := range map[string]string{
		"DATA": "; did you mean data?", "dat": "; did you mean data?", "data2": "; did you mean data?", "publisher": "; did you mean publish?",
		"hatm": "; did you mean harm?", "nothing": "", "somethingelse": "",
	} {
		in := smallInstrument(t)
		in.Pages[1].ShownIf = instrument.Guard{Question: instrument.QuestionID(name), Is: "yes"}
		p := aims.Problems(in.Validate())
		if len(p) != 1 || p[0].Code != instrument.GuardDangling || p[0].Args["hint"] != want {
			t.Errorf("%s: %v", name, p)
		}
	}
}
