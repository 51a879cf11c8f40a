package instrument_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact/instrument"
)

// The own instruments are well formed, and go through their document.
func TestOwn_documents(t *testing.T) {
	for _, in := range []instrument.Instrument{instrument.DPIAScreening(), instrument.ShortAIIA()} {
		if got := instrument.Lint(in); len(got) > 0 {
			t.Errorf("%s: %v", in.ID, got)
		}
		in.Format = aims.Format
		data, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		again, err := instrument.Read(data, aims.DecodeOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(in, again, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", in.ID, diff)
		}
	}
}

// TestClause_35_dpia: two criteria normally need an assessment, one may, the
// cases that the law or the authority names always do, and what is exempt
// does not.
func TestClause_35_dpia(t *testing.T) {
	p := compile(t, instrument.DPIAScreening())
	const yes, no = "yes", "no"
	all := func(changed map[instrument.QuestionID]string) instrument.Answers {
		given := make(map[instrument.QuestionID]instrument.Answer)
		for _, q := range questionsOf(instrument.DPIAScreening()) {
			given[q.ID] = instrument.Answer{no}
		}
		for id, v := range changed {
			if v == "" {
				delete(given, id)
				continue
			}
			given[id] = instrument.Answer{v}
		}
		return instrument.Answers{Instrument: p.ID(), Version: p.Version(), Given: given}
	}
	for _, c := range []struct {
		desc            string
		changed         map[instrument.QuestionID]string
		outcome         instrument.OutcomeID
		lowest, highest int
	}{
		{"none", nil, "not-indicated", 1, 1},
		{"one criterion", map[instrument.QuestionID]string{"vulnerable": yes}, "consider", 2, 2},
		{"two criteria", map[instrument.QuestionID]string{"vulnerable": yes, "innovative": yes}, "expected", 3, 3},
		{"a case of the law", map[instrument.QuestionID]string{"public-area": yes}, "required", 4, 4},
		{"the list of the authority", map[instrument.QuestionID]string{"listed": yes, "vulnerable": yes}, "required", 4, 4},
		{"exempt, whatever else", map[instrument.QuestionID]string{"exempt": yes, "listed": yes, "vulnerable": yes}, "not-indicated", 1, 1},
		{"one criterion, another not known", map[instrument.QuestionID]string{"vulnerable": yes, "innovative": ""}, "consider", 2, 3},
		{"whether a case applies is not known", map[instrument.QuestionID]string{"decisions": ""}, "not-indicated", 1, 4},
		{"whether it is exempt is not known", map[instrument.QuestionID]string{"exempt": "", "vulnerable": yes}, "not-indicated", 1, 2},
	} {
		e := evaluate(t, p, all(c.changed), instrument.DropHidden)
		if e.Outcome != c.outcome || e.Lowest != c.lowest || e.Highest != c.highest {
			t.Errorf("%s: %s, %d to %d", c.desc, e.Outcome, e.Lowest, e.Highest)
		}
	}
	nine := make(map[instrument.QuestionID]string)
	for _, page := range instrument.DPIAScreening().Pages {
		for _, q := range page.Sections[0].Questions {
			if page.ID == "criteria" {
				nine[q.ID] = yes
			}
		}
	}
	if e := evaluate(t, p, all(nine), instrument.DropHidden); len(nine) != 9 || e.Raw != 9 || e.Outcome != "expected" {
		t.Errorf("nine criteria: %+v, %s", e.Score, e.Outcome)
	}
}

// A measure that is planned, or of which there is no evidence, changes
// nothing; more harm never lowers the level, and a measure never raises it.
func TestShortAIIA_measures(t *testing.T) {
	in := instrument.ShortAIIA()
	p := compile(t, in)
	a := instrument.Answers{Instrument: in.ID, Version: in.Version, Given: map[instrument.QuestionID]instrument.Answer{
		"autonomy": {"alone"}, "reach": {"more"}, "safety": {"serious"}, "rights": {"serious"}, "privacy": {"serious"},
		"misuse": {"serious"}, "finances": {"serious"}, "access": {"serious"}, "remedy": {"partly"},
	}}
	without := evaluate(t, p, a, instrument.DropHidden)
	for _, measures := range in.Pages[3].Sections[0].Questions {
		before := evaluate(t, p, a, instrument.DropHidden)
		for _, v := range []string{"planned", "claimed", "none"} {
			if e := evaluate(t, p, a.With(measures.ID, v), instrument.DropHidden); e.Score != before.Score || e.Level != before.Level {
				t.Errorf("%s %s: %+v after %+v", measures.ID, v, e.Score, before.Score)
			}
		}
		a = a.With(measures.ID, "shown")
	}
	with := evaluate(t, p, a, instrument.DropHidden)
	if with.Raw != without.Raw || with.Current >= without.Current || with.Level > without.Level {
		t.Errorf("all measures: %+v after %+v", with.Score, without.Score)
	}
}

// Severity goes before likelihood: grave harm to rights that cannot be put
// right is high impact with all measures there are.
func TestShortAIIA_precedence(t *testing.T) {
	in := instrument.ShortAIIA()
	p := compile(t, in)
	given := map[instrument.QuestionID]instrument.Answer{"rights": {"grave"}, "remedy": {"not"}}
	for _, q := range in.Pages[3].Sections[0].Questions {
		given[q.ID] = instrument.Answer{"shown"}
	}
	a := instrument.Answers{Instrument: in.ID, Version: in.Version, Given: given}
	if e := evaluate(t, p, a, instrument.DropHidden); e.Outcome != "high" || e.Forced == "" {
		t.Errorf("%s, forced by %q", e.Outcome, e.Forced)
	}
	if e := evaluate(t, p, a.With("remedy", "partly"), instrument.DropHidden); e.Outcome != "low" || e.Forced != "" {
		t.Errorf("%s, forced by %q", e.Outcome, e.Forced)
	}
}
