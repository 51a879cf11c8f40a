package rules_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
)

// The organization works out what its management system takes, and provides
// it.
func TestClause_7_1_resources(t *testing.T) {
	tell(
		t, "7.1",
		situation{"determined, decided and there", nil, aims.Conforms},
		situation{"no resources: core points are not shown", func(s *audit.Snapshot) { s.Resources = nil }, aims.MajorGap},
		situation{"the only one is not there", func(s *audit.Snapshot) { s.Resources[0].Provided = aims.No }, aims.MajorGap},
		situation{"one of two people is there: a lapse", func(s *audit.Snapshot) { s.Resources[0].Quantity = aims.AmountInt(1) }, aims.MinorGap},
		situation{"nobody decided on it, and nothing shows it", func(s *audit.Snapshot) { s.Resources[0].Decision = "" }, aims.CannotTell},
		situation{"the host keeps no resources", func(s *audit.Snapshot) { s.Resources = nil; unsupplied(s, aims.KindResource) }, aims.CannotTell},
	)
}

// People whose work bears on AI can do that work; what they cannot do yet
// they learn, and somebody sees whether that helped.
func TestClause_7_2_competence(t *testing.T) {
	tell(
		t, "7.2",
		situation{"determined, there, acquired, evaluated and proved", nil, aims.Conforms},
		situation{"no competence on record: core points are not shown", func(s *audit.Snapshot) { s.Competences = nil }, aims.MajorGap},
		situation{"the only one is missing", func(s *audit.Snapshot) { s.Competences[0].Competent = aims.No }, aims.MajorGap},
		situation{"nobody evaluated the training: a lapse", func(s *audit.Snapshot) { s.Trainings[0].Effectiveness = nil }, aims.MinorGap},
		situation{"one of those planned did not attend: a lapse", func(s *audit.Snapshot) { s.Trainings[0].Planned = append(s.Trainings[0].Planned, "p-dev") }, aims.MinorGap},
		situation{"the certificate was never shown", func(s *audit.Snapshot) { s.Competences[0].Evidence = nil }, aims.CannotTell},
		situation{"nobody lacks any, and nobody needs training", func(s *audit.Snapshot) { s.Trainings, s.Competences[0].Trainings = nil, nil }, aims.Conforms},
		situation{"the host keeps no trainings", func(s *audit.Snapshot) { s.Trainings = nil; unsupplied(s, aims.KindTraining) }, aims.CannotTell},
	)
}

// People who work for the organization know its AI policy, their own part,
// and what follows when requirements are not met.
func TestClause_7_3_awareness(t *testing.T) {
	tell(
		t, "7.3",
		situation{"everybody was reached", nil, aims.Conforms},
		situation{"nobody on record: a core point is not shown", func(s *audit.Snapshot) { s.Awareness = nil }, aims.MajorGap},
		situation{"they do not know the policy", func(s *audit.Snapshot) { s.Awareness[0].PolicyKnown = aims.No }, aims.MajorGap},
		situation{"they do not know their own part: a lapse", func(s *audit.Snapshot) { s.Awareness[0].Contribution = aims.No }, aims.MinorGap},
		situation{"one of five was not reached: a lapse", func(s *audit.Snapshot) { s.Awareness[0].Reached = aims.AmountInt(4) }, aims.MinorGap},
		situation{"they know the policy before this one: a lapse", func(s *audit.Snapshot) { s.Awareness[0].Policy = "policy-0" }, aims.MinorGap},
		situation{"nothing shows it", func(s *audit.Snapshot) { s.Awareness[0].Evidence = nil }, aims.CannotTell},
		situation{"nobody approved the policy that they know: a core point is not shown", func(s *audit.Snapshot) { s.Policies[0].Approvals = nil }, aims.MajorGap},
		situation{"one of six is in no group", func(s *audit.Snapshot) { s.Organization.People = aims.AmountInt(6) }, aims.CannotTell},
		situation{"nobody asked whether they know", func(s *audit.Snapshot) { s.Awareness[0].Implications = aims.Unknown }, aims.CannotTell},
	)
}

// It is decided who is told what about AI management, when and how, inside
// and outside.
func TestClause_7_4_communication(t *testing.T) {
	tell(
		t, "7.4",
		situation{"planned, in a document", nil, aims.Conforms},
		situation{"nothing is planned: a core point is not shown", func(s *audit.Snapshot) { s.Communications = nil }, aims.MajorGap},
		situation{"no time: a lapse", func(s *audit.Snapshot) { s.Communications[0].When = "" }, aims.MinorGap},
		situation{"nothing for the outside: a lapse", func(s *audit.Snapshot) { s.Communications[0].Spheres = s.Communications[0].Spheres[:1] }, aims.MinorGap},
		situation{"neither document nor evidence stands behind it", func(s *audit.Snapshot) { s.Documents[0].Serves = nil }, aims.CannotTell},
		situation{"the host keeps no communications", func(s *audit.Snapshot) { s.Communications = nil; unsupplied(s, aims.KindCommunication) }, aims.CannotTell},
	)
}

// Whatever ends by itself limits what is said of it: a person's last day, a
// date that is set, the end of a resource or of an exclusion.
func TestPlanningAndSupportHoldUntil(t *testing.T) {
	end := aims.MustDate("2026-09-30")
	for _, c := range []struct {
		rule   aims.Code
		point  aims.PointID
		change func(*audit.Snapshot)
	}{
		{"rules/competence-determined", "7.2/a", func(s *audit.Snapshot) { s.Persons[2].Until = end }},
		{"rules/competence-held", "7.2/b", func(s *audit.Snapshot) { s.Persons[2].Until = end }},
		{"rules/competence-held", "7.2/b", func(s *audit.Snapshot) { s.Competences[0].Until = end }},
		{"rules/competence-acquired", "7.2/c", func(s *audit.Snapshot) { s.Persons[2].Until = end }},
		{"rules/competence-acquired", "7.2/c", func(s *audit.Snapshot) {
			s.Trainings = append(s.Trainings, aims.Training{ID: "t-x", Title: "Law", Due: end})
		}},
		{"rules/competence-proved", "7.2/e", func(s *audit.Snapshot) { s.Persons[2].Until = end }},
		{"rules/aware-policy", "7.3/a", func(s *audit.Snapshot) { s.Awareness[0].Person, s.Persons[2].Until = "p-lead", end }},
		{"rules/aware-policy", "7.3/a", func(s *audit.Snapshot) { s.Awareness[0].RepeatBy = end }},
		{"rules/resources-determined", "7.1/a", func(s *audit.Snapshot) { s.Resources[0].Until = end }},
		{"rules/resources-provided", "7.1/b", func(s *audit.Snapshot) { s.Resources[0].Until = end }},
		{"rules/communication-how", "7.4/d", func(s *audit.Snapshot) { s.Communications[0].Until = end }},
		{"rules/communication-spheres", "7.4/e", func(s *audit.Snapshot) { s.Communications[0].Until = end }},
		{"rules/objectives-set", "6.2/a", func(s *audit.Snapshot) { s.Objectives[0].Withdrawn = end }},
		{"rules/objectives-updated", "6.2/g", func(s *audit.Snapshot) { s.Objectives[0].Due = end }},
		{"rules/changes-made", "6.3/b", func(s *audit.Snapshot) {
			s.Changes = []aims.PlannedChange{{ID: "change", Title: "New gate", Due: end}}
		}},
		{"rules/controls-justified", "6.1.3/f", func(s *audit.Snapshot) {
			for _, r := range s.Statements[0].Rows {
				for i := range r.Exclusions {
					r.Exclusions[i].Until = end
				}
			}
		}},
	} {
		s := gen.Conforming()
		c.change(&s)
		gen.Approve(&s)
		o := observation(t, evaluate(t, s, 0), c.rule, aims.PointKey(c.point))
		if o.Verdict != aims.Conforms || o.Until != end {
			t.Errorf("%s holds until %s (%s), want %s", c.rule, o.Until, o.Sentence(), end)
		}
		if after := observation(t, evaluate(t, s, end.AddDays(1)), c.rule, aims.PointKey(c.point)); after.Verdict == aims.Conforms {
			t.Errorf("%s still conforms on the next day", c.rule)
		}
	}
}
