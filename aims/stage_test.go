package aims_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
)

// The allowed moves, drawn row by row: + where the column may follow the row.
// The columns stand in the order of the stages.
func TestStageNext(t *testing.T) {
	rows := map[aims.Stage]string{
		aims.StageInception:    " ++    +",
		aims.StageDesign:       "+ +    +",
		aims.StageVerification: "++ +   +",
		aims.StageDeployment:   " ++ +  +",
		aims.StageOperation:    " +++ +++",
		aims.StageContinuous:   " ++++ ++",
		aims.StageReevaluation: "++++++ +",
		aims.StageRetirement:   "        ",
		"":                     "        ",
		"pause":                "        ",
	}
	stages := aims.Stages()
	if len(stages) != 8 {
		t.Fatalf("%d stages, want 8", len(stages))
	}
	for from, row := range rows {
		var want []aims.Stage
		for i, to := range stages {
			if row[i] == '+' {
				want = append(want, to)
			}
		}
		got := from.Next()
		if d := cmp.Diff(want, slices.Clip(got)); d != "" && len(want)+len(got) > 0 {
			t.Errorf("%q (-want +got)\n%s", from, d)
		}
	}
}

// What is handed out is the caller's own.
func TestStagesAreCopies(t *testing.T) {
	aims.Stages()[0] = "changed"
	aims.StageDeployment.Next()[0] = "changed"
	if aims.Stages()[0] != aims.StageInception || aims.StageDeployment.Next()[0] != aims.StageDesign {
		t.Error("a caller changed the stages for everybody")
	}
}

// A system in use can come to an end, and from every stage retirement is
// within reach.
func TestStageLive(t *testing.T) {
	live := map[aims.Stage]aims.Answer{
		aims.StageInception: aims.No, aims.StageDesign: aims.No, aims.StageVerification: aims.No,
		aims.StageDeployment: aims.Yes, aims.StageOperation: aims.Yes, aims.StageContinuous: aims.Yes,
		aims.StageReevaluation: aims.Yes, aims.StageRetirement: aims.No,
		"": aims.Unknown, "pause": aims.Unknown,
	}
	for s, want := range live {
		if got := s.Live(); got != want {
			t.Errorf("%q: live %v, want %v", s, got, want)
		}
		if s.Known() && s != aims.StageRetirement && !slices.Contains(s.Next(), aims.StageRetirement) {
			t.Errorf("%q cannot be given up", s)
		}
	}
}

func TestStageAt(t *testing.T) {
	day := aims.MustDate
	system := aims.AISystem{Stage: aims.StageVerification, History: []aims.StageChange{
		{To: aims.StageVerification, On: day("2025-01-01")},
		{To: aims.StageDeployment, On: day("2025-02-01")},
		{To: aims.StageOperation, On: day("2025-02-01")},
		{To: aims.StageDesign, On: day("2025-06-01")},
		{To: aims.StageVerification, On: day("2025-07-01")},
		{To: aims.StageDeployment, On: day("2025-08-01")},
		{To: aims.StageRetirement, On: day("2025-12-31")},
	}}
	for _, tt := range []struct {
		at    string
		stage aims.Stage
		since string
	}{
		{"2024-12-31", "", ""},
		{"2025-01-01", aims.StageVerification, ""},
		{"2025-02-01", aims.StageOperation, "2025-02-01"},
		{"2025-05-31", aims.StageOperation, "2025-02-01"},
		{"2025-06-01", aims.StageDesign, ""},
		{"2025-07-31", aims.StageVerification, ""},
		{"2025-08-02", aims.StageDeployment, "2025-08-01"},
		{"2026-01-01", aims.StageRetirement, ""},
	} {
		at := day(tt.at)
		if got := system.StageAt(at); got != tt.stage {
			t.Errorf("%s: stage %q, want %q", tt.at, got, tt.stage)
		}
		if got := system.LiveSince(at).String(); got != tt.since {
			t.Errorf("%s: live since %q, want %q", tt.at, got, tt.since)
		}
	}
}

// A history that begins late shows when a system went live only if it begins
// with the deployment.
func TestLiveSinceWithoutBeginning(t *testing.T) {
	june := aims.MustDate("2025-06-01")
	for stage, want := range map[aims.Stage]aims.Date{
		aims.StageDeployment: june, aims.StageOperation: 0, aims.StageReevaluation: 0, aims.StageRetirement: 0,
	} {
		system := aims.AISystem{History: []aims.StageChange{{To: stage, On: june}}}
		if got := system.LiveSince(june); got != want {
			t.Errorf("beginning with %q: live since %q, want %q", stage, got, want)
		}
	}
	undated := aims.AISystem{Stage: aims.StageOperation}
	if got := undated.StageAt(june); got != aims.StageOperation {
		t.Errorf("without a history: %q, want the recorded stage", got)
	}
	if got := undated.LiveSince(june); got != 0 {
		t.Errorf("without a history: live since %q", got)
	}
}

// The sentence about a skipped stage says what may come instead.
func TestStageSentences(t *testing.T) {
	system := aims.AISystem{ID: "sys-1", Name: "Router", Stage: aims.StageDesign, History: []aims.StageChange{
		{To: aims.StageVerification, On: 1},
		{To: aims.StageRetirement, On: 2},
		{To: aims.StageOperation, On: 3},
		{To: aims.StageInception, On: 4},
	}}
	var got []string
	for _, p := range aims.Problems(system.Validate()) {
		got = append(got, p.String())
	}
	want := []string{
		"/stage aims/stage-stale the stage is design-and-development, but the history ends with inception; correct one of the two",
		"/history/2/to aims/stage-skipped operation-and-monitoring cannot follow retirement, after which may come: nothing; add the steps in between, or begin the history with operation-and-monitoring if they are not known",
		"/history/3/to aims/stage-skipped inception cannot follow operation-and-monitoring, after which may come: design-and-development, verification-and-validation, deployment, continuous-validation, re-evaluation, retirement; add the steps in between, or begin the history with inception if they are not known",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

// A history answers for every day, also for the days before a change.
func ExampleAISystem_StageAt() {
	system := aims.AISystem{
		ID: "sys-router", Name: "Ticket router",
		History: []aims.StageChange{
			{To: aims.StageVerification, On: aims.MustDate("2025-04-22")},
			{To: aims.StageDeployment, On: aims.MustDate("2025-06-11")},
			{To: aims.StageOperation, On: aims.MustDate("2025-06-16")},
		},
	}
	for _, at := range []aims.Date{aims.MustDate("2025-06-01"), aims.MustDate("2025-07-01")} {
		stage := system.StageAt(at)
		fmt.Printf("%v %v, live: %v, since: %q\n", at, stage, stage.Live(), system.LiveSince(at))
	}
	// Output:
	// 2025-06-01 verification-and-validation, live: no, since: ""
	// 2025-07-01 operation-and-monitoring, live: yes, since: "2025-06-11"
}
