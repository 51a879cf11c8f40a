package audit_test

import (
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/google/go-cmp/cmp"
)

// complete is a corrective action with everything that 10.2 asks for.
func complete() audit.CorrectiveAction {
	done := func(d string) []aims.Action { return []aims.Action{{What: "it", Done: on(d)}} }
	return audit.CorrectiveAction{
		ID: "ca", Title: "t", Owner: "p-1", Due: on("2026-05-31"), Correction: done("2026-05-01"), Consequences: "none", Similar: "none",
		Cause: audit.Cause{Method: "five whys", Result: "nobody was told"}, Actions: done("2026-05-20"),
		SystemChange: aims.Yes, Changes: []aims.ChangeID{"change"}, Evidence: []aims.EvidenceID{"e"},
		Effectiveness: []aims.Evaluation{{On: on("2026-06-15"), By: "p-2", Met: aims.Yes}},
	}
}

// 10.2: react and correct, deal with consequences, look for causes and for the
// same elsewhere, act, review whether that worked, change the management
// system where needed, and keep records of it.
func TestClause_10_2_completeAction(t *testing.T) {
	for _, c := range []struct {
		desc string
		at   string
		edit func(*audit.CorrectiveAction)
		want []audit.Element
	}{
		{"complete", day, func(*audit.CorrectiveAction) {}, nil},
		{"blank", day, func(a *audit.CorrectiveAction) { *a = audit.CorrectiveAction{} }, []audit.Element{
			audit.ElementOwner, audit.ElementDue, audit.ElementCorrection, audit.ElementConsequences, audit.ElementExtent,
			audit.ElementCauseMethod, audit.ElementCause, audit.ElementAction, audit.ElementSystemChange,
		}},
		{"before the review", "2026-06-14", func(*audit.CorrectiveAction) {}, []audit.Element{audit.ElementEffectiveness}},
		{"on its day", "2026-06-15", func(*audit.CorrectiveAction) {}, nil},
		{"before all is done nothing is reviewed", "2026-05-19", func(*audit.CorrectiveAction) {}, nil},
		{"the answer of the review is open", day, func(a *audit.CorrectiveAction) { a.Effectiveness[0].Met = aims.Unknown }, []audit.Element{audit.ElementEffectiveness}},
		{"the review said no", day, func(a *audit.CorrectiveAction) { a.Effectiveness[0].Met = aims.No }, nil},
		{"the owner reviewed", day, func(a *audit.CorrectiveAction) { a.Effectiveness[0].By = "p-1" }, []audit.Element{audit.ElementOtherReviewer}},
		{"nobody is named who reviewed", day, func(a *audit.CorrectiveAction) { a.Effectiveness[0].By = "" }, []audit.Element{audit.ElementOtherReviewer}},
		{"no change of the system", day, func(a *audit.CorrectiveAction) { a.SystemChange, a.Changes = aims.No, nil }, nil},
		{"a change, and not which", day, func(a *audit.CorrectiveAction) { a.Changes = nil }, []audit.Element{audit.ElementChanges}},
		{"nothing kept", day, func(a *audit.CorrectiveAction) { a.Evidence = nil }, []audit.Element{audit.ElementEvidence}},
		{"nothing kept, from the first step on", "2026-05-01", func(a *audit.CorrectiveAction) { a.Evidence = nil }, []audit.Element{audit.ElementEvidence}},
		{"nothing done, nothing to keep", "2026-04-30", func(a *audit.CorrectiveAction) { a.Evidence = nil }, nil},
		{"causes without a method", day, func(a *audit.CorrectiveAction) { a.Cause.Method = "" }, []audit.Element{audit.ElementCauseMethod}},
		{"corrected, and no action planned", day, func(a *audit.CorrectiveAction) { a.Actions, a.Effectiveness = nil, nil }, []audit.Element{audit.ElementAction}},
	} {
		a := complete()
		c.edit(&a)
		got := a.Missing(on(c.at))
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.desc, diff)
		}
		if i := slices.IndexFunc(got, func(e audit.Element) bool { return !e.Known() }); i >= 0 {
			t.Errorf("%s is no element", got[i])
		}
	}
}

// 9.3.3: decisions become actions, and these are followed until they are done.
func TestClause_9_3_3_actionsToTheirEnd(t *testing.T) {
	r := audit.ManagementReview{Decisions: []audit.Decision{
		{About: audit.OnImprovement, Actions: []aims.Action{{What: "done", Done: on(day)}, {What: "to be done", Due: on("2026-05-31")}}},
		{About: audit.OnChange, What: "none is needed"},
		{About: audit.OnOther, Actions: []aims.Action{{What: "done later", Done: on("2026-07-01")}}},
	}}
	var all, open []string
	for _, a := range r.Actions() {
		all = append(all, a.What)
	}
	for _, a := range audit.OpenActions(r.Actions(), on(day)) {
		open = append(open, a.What)
	}
	if diff := cmp.Diff([]string{"done", "to be done", "done later"}, all); diff != "" {
		t.Errorf("all (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"to be done", "done later"}, open); diff != "" {
		t.Errorf("open (-want +got)\n%s", diff)
	}
	if got := r.Decisions[0].Actions[0].What; got != "done" {
		t.Errorf("listing the open ones changed the review: %s", got)
	}
}

// 10.1: what was made better, and what that did, can be read off the log.
func TestClause_10_1_improvementLog(t *testing.T) {
	source := aims.Ref{Kind: audit.KindFinding, ID: "f"}
	all := []audit.Improvement{
		{ID: "idea", Title: "idea"},
		{ID: "recorded", Title: "recorded", Recorded: on("2026-01-01")},
		{ID: "resolved", Title: "resolved", Recorded: on("2026-01-01"), Decided: on("2026-02-01"), Done: on("2026-07-01"), Source: source},
		{ID: "decided-later", Title: "decided later", Recorded: on("2026-01-01"), Decided: on("2026-07-01")},
		{ID: "made", Title: "made", Decided: on("2026-02-01"), Done: on(day), Effects: []aims.Evaluation{{On: on("2026-07-01"), Met: aims.Yes}}},
		{ID: "worked", Title: "worked", Done: on("2026-02-01"), Effects: []aims.Evaluation{{On: on("2026-03-01"), Met: aims.No}, {On: on("2026-04-01"), Met: aims.Yes}}},
		{ID: "looked-at-too-soon", Title: "looked at too soon", Decided: on("2026-02-01"), Effects: []aims.Evaluation{{On: on("2026-03-01"), Met: aims.Yes}}},
		{ID: "later", Title: "later", Recorded: on("2026-07-01")},
	}
	entry := func(id audit.ImprovementID, title string, p audit.Progress, day string, a aims.Answer) audit.LogEntry {
		e := audit.LogEntry{Improvement: id, Title: title, Progress: p, Worked: a}
		if day != "" {
			e.On = on(day)
		}
		return e
	}
	want := []audit.LogEntry{
		entry("made", "made", audit.Made, day, aims.Unknown),
		entry("worked", "worked", audit.Evaluated, "2026-04-01", aims.Yes),
		entry("looked-at-too-soon", "looked at too soon", audit.Resolved, "2026-02-01", aims.Unknown),
		entry("resolved", "resolved", audit.Resolved, "2026-02-01", aims.Unknown),
		entry("decided-later", "decided later", audit.Proposed, "2026-01-01", aims.Unknown),
		entry("recorded", "recorded", audit.Proposed, "2026-01-01", aims.Unknown),
		entry("idea", "idea", audit.Proposed, "", aims.Unknown),
	}
	want[3].Source = source
	if diff := cmp.Diff(want, audit.ImprovementLog(all, on(day))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Words of results are those of their vocabularies, and no others.
func TestResultVocabularies(t *testing.T) {
	for _, w := range []string{"", "nonsense", "Topic", " close"} {
		for _, v := range results() {
			if err := v.UnmarshalText([]byte(w)); err == nil {
				t.Errorf("%T reads %q", v, w)
			}
		}
	}
	if audit.SlotKind("").Known() || audit.Task("").Known() || audit.Element("").Known() || audit.Progress(4).Known() {
		t.Error("a word is known that is none")
	}
	var words []string
	for p := audit.Proposed; p.Known(); p++ {
		words = append(words, p.String())
	}
	if diff := cmp.Diff([]string{"proposed", "resolved", "made", "evaluated"}, words); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if _, err := audit.Progress(4).MarshalText(); err == nil {
		t.Error("no step has a text")
	}
}
