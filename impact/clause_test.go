package impact_test

import (
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
)

// lacks changes a sound assessment, approves it as it then is, and compares
// what the rules observe.
func lacks(t *testing.T, change func(a *impact.Assessment), want ...aims.Code) {
	t.Helper()
	b := sound(t)
	change(&b.Assessment)
	b.bind(t)
	found, err := impact.Completeness(b.Assessment, b.Method, b.At, b.facts())
	if err != nil {
		t.Fatal(err)
	}
	var codes []aims.Code
	for _, o := range found {
		codes = append(codes, o.Code)
	}
	if !slices.Equal(codes, want) {
		t.Errorf("observed %v, want %v", codes, want)
	}
}

// The process starts from who is touched: an assessment that names nobody, or
// asked nobody and does not say why, has no stakeholder analysis.
func TestClause_6_1_4_stakeholders(t *testing.T) {
	lacks(t, func(*impact.Assessment) {})
	lacks(t, func(a *impact.Assessment) {
		for i := range a.Parties {
			a.Parties[i].Consultations, a.Parties[i].WhyNot = nil, ""
		}
	}, impact.StakeholdersMissing)
	lacks(t, func(a *impact.Assessment) { a.Parties[1].WhyNot = "" }, impact.PartyNotConsulted)
}

// Consequences are determined for individuals, for groups and for societies.
func TestClause_6_1_4_individualsAndSocieties(t *testing.T) {
	lacks(t, func(a *impact.Assessment) { a.Parties[2].Kind = impact.Group }, impact.SocietyMissing)
	lacks(t, func(a *impact.Assessment) { a.Parties[0].Kind, a.Parties[1].Kind = impact.Society, impact.Society }, impact.IndividualsMissing)
}

// Intended use and misuse that can be foreseen are looked at, in their
// technical and social surroundings and under the law of each place.
func TestClause_6_1_4_useAndContext(t *testing.T) {
	lacks(t, func(a *impact.Assessment) {
		a.Scope.Scenarios = slices.DeleteFunc(a.Scope.Scenarios, func(n impact.Scenario) bool { return n.Kind == impact.Misuse })
		for i := range a.Impacts {
			if a.Impacts[i].Scenario == "alone" {
				a.Impacts[i].Scenario = "use"
			}
		}
	}, impact.ScenarioMissing)
	lacks(t, func(a *impact.Assessment) { a.Scope.Jurisdictions = nil }, impact.ContextMissing)
	lacks(t, func(a *impact.Assessment) {
		a.Scope.Technical, a.Scope.Societal = impact.Statement{}, impact.Statement{}
	}, impact.ContextMissing, impact.ContextMissing)
}

// The results are written down, shared where that is appropriate, and taken up
// by the assessment of AI risks.
func TestClause_6_1_4_results(t *testing.T) {
	lacks(t, func(a *impact.Assessment) { a.Conclusion.Decision = "" }, impact.DecisionMissing)
	lacks(t, func(a *impact.Assessment) { a.Publication = impact.Publication{} }, impact.SharingMissing)
	b := sound(t)
	b.InRisks = aims.No
	found, err := impact.Completeness(b.Assessment, b.Method, b.At, b.facts())
	if err != nil || len(found) != 1 || found[0].Code != impact.RisksUnaware || found[0].Key != aims.PointKey("6.1.4/h") {
		t.Errorf("%v, %v", found, err)
	}
}

// Assessments are repeated at intervals that were planned, and what they found
// is kept for a time that was set.
func TestClause_8_4_repeatedAndKept(t *testing.T) {
	lacks(t, func(a *impact.Assessment) { a.ReviewBy = 0 }, impact.NextUnplanned)
	lacks(t, func(a *impact.Assessment) { a.ReviewBy = day("2028-01-01") }, impact.NextTooLate)
	lacks(t, func(a *impact.Assessment) { a.RetainedUntil = 0 }, impact.RetentionMissing)
}

// Every system is screened, by triggers that do not depend on who screens.
func TestControl_A_5_2_screening(t *testing.T) {
	b := sound(t)
	b.Screening.Needed = aims.No
	found, err := impact.CheckScreening(b.Screening, b.Method, impact.ScreeningRules())
	if err != nil || len(found) != 2 || found[0].Code != impact.ScreeningContradicted || found[0].Key != aims.ControlKey("A.5.2") {
		t.Errorf("%v, %v", found, err)
	}
}

// What people and societies may suffer is gone through domain by domain.
func TestControl_A_5_4_A_5_5_domains(t *testing.T) {
	lacks(t, func(a *impact.Assessment) { a.Scope.Omissions = nil },
		impact.DomainUnseen, impact.DomainUnseen, impact.DomainUnseen, impact.DomainUnseen, impact.DomainUnseen,
		impact.SocietalDomainUnseen, impact.SocietalDomainUnseen, impact.SocietalDomainUnseen, impact.SocietalDomainUnseen)
}
