package instrument_test

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact/instrument"
)

// A department reads the official questionnaire, scores what it answered,
// and asks how firmly the result stands.
func Example() {
	file, err := os.ReadFile("testdata/aia/v1.0.1.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	in, err := instrument.ReadSurvey(file, instrument.CanadianAIA("v1.0.1"), aims.DecodeOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range instrument.Lint(in) {
		if p.Code == instrument.MaximumUnreachable {
			fmt.Println("note:", p.Sentence())
		}
	}
	program, err := instrument.Compile(in)
	if err != nil {
		fmt.Println(err)
		return
	}

	answers := instrument.Answers{Instrument: "ca-aia", Version: "v1.0.1"}
	published, _ := os.ReadFile("testdata/aia/published.json")
	var cases []struct {
		Title   string
		Version string
		Answers map[instrument.QuestionID]instrument.Answer
	}
	if err := json.Unmarshal(published, &cases); err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range cases {
		if c.Version == answers.Version {
			answers.Given = c.Answers
			fmt.Println(c.Title)
		}
	}

	e, err := program.Evaluate(answers, instrument.DropHidden)
	if err != nil {
		fmt.Println(err)
		return
	}
	why := e.Explain("en")
	fmt.Println(why.Sentence())
	for _, part := range why.Parts {
		fmt.Println("-", part.Sentence())
	}

	s, err := program.Sensitivity(answers, instrument.DropHidden)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, flip := range s.Flips {
		fmt.Printf("%s: %s instead of %s leads to level %d\n", flip.Question, flip.To, flip.From, flip.Level)
	}
	fmt.Println("a lower level takes", s.Down.Points, "raw points, a higher one", s.Up.Points)
	// Output:
	// note: the mitigation maximum is 154, and no consistent answers reach more than 77; a bound in percent of it means less than it says
	// Study Permit Extension Eligibility Model
	// Impact Level II, level 2 of 4: the current score of 49 out of 167 is over 41.75 and at most 83.5
	// - the raw score is 58 of 167
	// - measures are worth 69 of 154 and reach 40 % (61.6), so 15 % of the raw score are taken off: 58 becomes 49
	// - not answered, though able to change the result: consultationImplementation8 (1); once they are, the level is between 2 and 2
	// aboutDataSource1: [item2-0] instead of [item1-2] leads to level 1
	// a lower level takes 10 raw points, a higher one 41
}

// A screening says what is owed; while something is not known, it says what
// may still come out.
func ExampleDPIAScreening() {
	p, err := instrument.Compile(instrument.DPIAScreening())
	if err != nil {
		fmt.Println(err)
		return
	}
	a := instrument.Answers{Instrument: p.ID(), Version: p.Version()}
	a = a.With("exempt", "no")
	for _, id := range []instrument.QuestionID{
		"decisions", "special-categories", "public-area", "listed",
		"automated-decision", "monitoring", "sensitive-data", "large-scale", "matching", "exclusion",
	} {
		a = a.With(id, "no")
	}
	a = a.With("evaluation", "yes").With("vulnerable", "yes")
	e, err := p.Evaluate(a, instrument.DropHidden)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(e.Outcome, e.Missing, "levels", e.Lowest, "to", e.Highest)
	for _, o := range e.Obligations {
		fmt.Printf("- %s (%s)\n", o.Title.In("en"), o.Source)
	}
	// Output:
	// expected [innovative] levels 3 to 3
	// - Carry out a data protection impact assessment before the processing begins, with the advice of the data protection officer (GDPR Art. 35(1), 35(2))
	// - Consult the supervisory authority first, if the risk stays high after all measures (GDPR Art. 36)
	// - If none is made, record why the processing is not likely to result in a high risk (WP 248 rev.01, III.B)
}

// A questionnaire of one's own is data: it is read, examined and used like
// any other.
func ExampleRead() {
	in, err := instrument.Read([]byte(`{
		"format": "aimskit/0.1", "id": "visitors", "version": "1", "title": {"en": "Visitors"},
		"pages": [{"id": "p", "sections": [{"id": "s", "kind": "raw", "questions": [
			{"id": "camera", "type": "single", "choices": [{"value": "yes", "points": 2}, {"value": "no"}]},
			{"id": "faces", "type": "single", "shownIf": "{camera} = \"yes\" and {camera} = \"no\"", "choices": [{"value": "yes", "points": 5}, {"value": "no"}]}
		]}]}],
		"unit": "points", "outcomes": [{"id": "fine", "title": {"en": "Fine"}}, {"id": "assess", "title": {"en": "Assess"}, "over": 1}]
	}`), aims.DecodeOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range instrument.Lint(in) {
		fmt.Println(p)
	}
	// Output:
	// /pages/0/sections/0/questions/1/shownIf instrument/guard-never the guard of question faces never holds: {camera} = "yes" and {camera} = "no"; correct it, or drop the part
	// /pages instrument/maximum-unreachable the raw maximum is 7, and no consistent answers reach more than 2; a bound in percent of it means less than it says
}

// Answers to an old version are moved, as far as they still mean the same.
func ExampleMigrate() {
	before := instrument.ShortAIIA()
	after := instrument.ShortAIIA()
	after.Version = "2"
	use := &after.Pages[0].Sections[0]
	use.Questions[1].Title = instrument.English("How many people does it concern in a month?")
	use.Questions[0].Choices[3].Points = 5

	answers := instrument.Answers{Instrument: before.ID, Version: before.Version}
	answers = answers.With("autonomy", "alone").With("reach", "more")
	m, err := instrument.Migrate(before, after, answers)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("moved:", m.Moved[0].From, m.Moved[0].Is)
	fmt.Println("answer again:", m.Changed[0].From)
	// Output:
	// moved: autonomy [alone]
	// answer again: reach
}

// A published result is held against the answers that it rests on.
func ExampleEvaluation_Against() {
	in := instrument.ShortAIIA()
	p, err := instrument.Compile(in)
	if err != nil {
		fmt.Println(err)
		return
	}
	a := instrument.Answers{Instrument: in.ID, Version: in.Version}
	e, err := p.Evaluate(a.With("autonomy", "alone").With("rights", "serious"), instrument.DropHidden)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range e.Against(instrument.Stated{Raw: aims.AmountInt(16), Level: 1})[:2] {
		fmt.Println(p)
	}
	// Output:
	// /raw instrument/stated-differs raw is stated as 16; the answers come to 6. Look for answers that were lost or changed after the result was made
	// /sections/societies instrument/section-unanswered nothing in societies is answered, which is worth up to 16 points; its answers may have been lost
}
