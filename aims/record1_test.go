package aims_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	gen "github.com/aimskit/aimskit/internal/gen/aims"
)

func TestManagementRecordsGenerated(t *testing.T) {
	generated(t, gen.Organization())
	generated(t, gen.Person())
	generated(t, gen.Issue())
	generated(t, gen.InterestedParty())
	generated(t, gen.ClimateDetermination())
	generated(t, gen.Obligation())
	generated(t, gen.Scope())
	generated(t, gen.Policy())
	generated(t, gen.LeadershipAct())
	generated(t, gen.RoleAssignment())
	generated(t, gen.Objective())
	generated(t, gen.PlannedChange())
	generated(t, gen.Resource())
	generated(t, gen.Competence())
	generated(t, gen.Awareness())
	generated(t, gen.Training())
	generated(t, gen.Communication())
	generated(t, gen.Document())
	generated(t, gen.Process())
	generated(t, gen.Evidence())
}

// What happens to a record after its approval leaves the approval standing;
// another text voids it.
func TestManagementApprovalsBindContent(t *testing.T) {
	bound(t, gen.Scope(), func(to, from aims.Scope) aims.Scope {
		to.Recorded, to.Owner, to.ReviewBy, to.Withdrawn = from.Recorded, from.Owner, from.ReviewBy, from.Withdrawn
		to.Reviews, to.Approvals, to.Communications = from.Reviews, from.Approvals, from.Communications
		to.Ext = from.Ext
		return to
	}, func(s aims.Scope) aims.Scope {
		s.Exclusions = append(slices.Clip(s.Exclusions), aims.Exclusion{System: "s-lab"})
		return s
	})
	bound(t, gen.Policy(), func(to, from aims.Policy) aims.Policy {
		to.Recorded, to.Owner, to.ReviewBy, to.Withdrawn = from.Recorded, from.Owner, from.ReviewBy, from.Withdrawn
		to.Reviews, to.Approvals, to.Communications = from.Reviews, from.Approvals, from.Communications
		to.Ext = from.Ext
		return to
	}, func(p aims.Policy) aims.Policy {
		p.Version += "a"
		return p
	})
	bound(t, gen.Objective(), func(to, from aims.Objective) aims.Objective {
		to.Recorded, to.ReviewBy, to.Withdrawn, to.Status = from.Recorded, from.ReviewBy, from.Withdrawn, from.Status
		to.Evaluations, to.Reviews, to.Approvals = from.Evaluations, from.Reviews, from.Approvals
		to.Communications, to.Ext, to.Actions = from.Communications, from.Ext, done(to.Actions)
		return to
	}, func(o aims.Objective) aims.Objective {
		o.Actions = append(slices.Clip(o.Actions), aims.Action{What: "one more"})
		return o
	})
	bound(t, gen.PlannedChange(), func(to, from aims.PlannedChange) aims.PlannedChange {
		to.Recorded, to.PlannedOn, to.Done, to.Cancelled = from.Recorded, from.PlannedOn, from.Done, from.Cancelled
		to.Evaluations, to.Approvals, to.Evidence, to.Ext = from.Evaluations, from.Approvals, from.Evidence, from.Ext
		to.Actions = done(to.Actions)
		return to
	}, func(p aims.PlannedChange) aims.PlannedChange {
		p.Consequences += "and more"
		return p
	})
	bound(t, gen.Document(), func(to, from aims.Document) aims.Document {
		content := to.Content()
		to = from
		to.ID, to.Title, to.Identifier, to.Version = content.ID, content.Title, content.Identifier, content.Version
		to.Author, to.Date, to.Language, to.Format = content.Author, content.Date, content.Language, content.Format
		to.Media, to.Digest, to.Serves, to.Systems = content.Media, content.Digest, content.Serves, content.Systems
		to.External, to.Origin, to.Supersedes = content.External, content.Origin, content.Supersedes
		return to
	}, func(d aims.Document) aims.Document {
		d.Digest = aims.DigestBytes([]byte("another file"))
		return d
	})
}

func done(actions []aims.Action) []aims.Action {
	out := slices.Clone(actions)
	for i := range out {
		out[i].Done, out[i].Evidence = someDay, []aims.EvidenceID{"e-done"}
	}
	return out
}

// The approvals of the full fixtures bind what they say they bind.
func TestFixturesStandApproved(t *testing.T) {
	for _, r := range recordTypes {
		if r.content == nil {
			continue
		}
		v := reflect.New(r.typ)
		if err := json.Unmarshal(fixtures(t, r.kind)[0].Input, v.Interface()); err != nil {
			t.Fatal(err)
		}
		approvals := v.Elem().FieldByName("Approvals").Interface().([]aims.Approval)
		digest, err := aims.DigestOf(r.content(v.Elem().Interface().(aims.Record)))
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := aims.StandingOf(digest, approvals, approvals[0].On); got != aims.Approved {
			t.Errorf("%s: standing %v, want approved", r.kind, got)
		}
	}
}

// Competence and awareness are somebody's: of a person, or of a role or group.
func TestEitherOrPerson(t *testing.T) {
	for _, test := range []struct {
		name   string
		record aims.Record
		want   []problem
	}{
		{"competence of a person", aims.Competence{ID: "c", Person: "p", Needed: "x"}, nil},
		{"competence of a role", aims.Competence{ID: "c", Role: "r", Needed: "x"}, nil},
		{"competence of both", aims.Competence{ID: "c", Person: "p", Role: "r", Needed: "x"}, nil},
		{"competence of nobody", aims.Competence{ID: "c", Needed: "x"}, []problem{{aims.Missing, "/person"}}},
		{"competence of a malformed role", aims.Competence{ID: "c", Role: "-", Needed: "x"}, []problem{{aims.IDMalformed, "/role"}}},
		{"awareness of a person", aims.Awareness{ID: "a", Person: "p"}, nil},
		{"awareness of a group", aims.Awareness{ID: "a", Group: "all"}, nil},
		{"awareness of both", aims.Awareness{ID: "a", Person: "p", Group: "all"}, nil},
		{"awareness of nobody", aims.Awareness{ID: "a"}, []problem{{aims.Missing, "/person"}}},
		{"awareness of a blank group", aims.Awareness{ID: "a", Group: " "}, []problem{{aims.Missing, "/person"}}},
	} {
		wantProblems(t, test.name, test.record, test.want...)
	}
}
