package aims

import (
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
)

// Organization makes organizations.
func Organization() *rapid.Generator[aims.Organization] {
	return rapid.Custom(func(t *rapid.T) aims.Organization {
		people, inAI := part(t)
		return aims.Organization{
			ID: id[aims.OrganizationID](t, "o-"), Recorded: maybeDay(t), Purpose: maybeText(t), IntendedUse: maybeText(t),
			Sectors: list(t, sector), Jurisdictions: list(t, text), People: people, PeopleInAI: inAI,
			Roles: words(t, roles...), Standards: list(t, standard), ReviewBy: maybeDay(t), Reviews: list(t, review), Ext: ext(t),
		}
	})
}

var roles = []aims.Role{aims.RoleProvider, aims.RoleProductProvider, aims.RoleDeveloper, aims.RoleUser, aims.RoleRegulator}

// part draws a whole and a part of it, each of which may be unknown.
func part(t *rapid.T) (whole, of aims.Amount) {
	whole, of = count(t), count(t)
	if order, ok := of.Cmp(whole); ok && order > 0 {
		return of, whole
	}
	return whole, of
}

func sector(t *rapid.T) aims.Sector {
	return aims.Sector{Source: text(t), Code: text(t), Title: maybeText(t)}
}

func standard(t *rapid.T) aims.ManagementStandard {
	return aims.ManagementStandard{
		Standard: text(t), Certified: answer(t), Until: maybeDay(t), Integrated: answer(t), Evidence: evidence(t),
	}
}

// Person makes people.
func Person() *rapid.Generator[aims.Person] {
	return rapid.Custom(func(t *rapid.T) aims.Person {
		from, until := span(t)
		return aims.Person{
			ID: id[aims.PersonID](t, "p-"), Recorded: maybeDay(t), TopManagement: answer(t), Machine: answer(t),
			Employer: maybeText(t), ReportsTo: maybeID[aims.PersonID](t, "q-"), From: from, Until: until, Ext: ext(t),
		}
	})
}

// Issue makes issues.
func Issue() *rapid.Generator[aims.Issue] {
	return rapid.Custom(func(t *rapid.T) aims.Issue {
		return aims.Issue{
			ID: id[aims.IssueID](t, "i-"), Recorded: maybeDay(t), Title: text(t), Description: maybeText(t),
			Sphere:    word(t, aims.SphereExternal, aims.SphereInternal),
			Theme:     word(t, aims.ThemeLaw, aims.ThemeClimate, aims.ThemePeople, aims.ThemeOther),
			Relevance: maybeText(t), Effect: maybeText(t), Systems: ids[aims.SystemID](t, "sys-"),
			TakenUpBy: refs(t, "risk", aims.KindObjective, aims.KindProcess), Owner: maybeID[aims.PersonID](t, "p-"),
			ReviewBy: maybeDay(t), Reviews: list(t, review), Until: maybeDay(t), Evidence: evidence(t), Ext: ext(t),
		}
	})
}

// InterestedParty makes interested parties.
func InterestedParty() *rapid.Generator[aims.InterestedParty] {
	return rapid.Custom(func(t *rapid.T) aims.InterestedParty {
		return aims.InterestedParty{
			ID: id[aims.PartyID](t, "ip-"), Recorded: maybeDay(t), Title: text(t),
			Sphere: word(t, aims.SphereExternal, aims.SphereInternal), Roles: words(t, roles...), Relevance: maybeText(t),
			Needs: list(t, need), Systems: ids[aims.SystemID](t, "sys-"), Owner: maybeID[aims.PersonID](t, "p-"),
			ReviewBy: maybeDay(t), Reviews: list(t, review), Until: maybeDay(t), Evidence: evidence(t), Ext: ext(t),
		}
	})
}

func need(t *rapid.T) aims.Need {
	return aims.Need{
		Text: text(t), Basis: word(t, aims.BasisLegal, aims.BasisContractual, aims.BasisExpectation),
		Obligation: maybeID[aims.ObligationID](t, "ob-"), ClimateRelated: answer(t), Addressed: answer(t),
		AddressedBy: refs(t, aims.KindProcess, aims.KindPolicy), Reason: maybeText(t),
	}
}

// ClimateDetermination makes determinations on climate change.
func ClimateDetermination() *rapid.Generator[aims.ClimateDetermination] {
	return rapid.Custom(func(t *rapid.T) aims.ClimateDetermination {
		return aims.ClimateDetermination{
			ID: id[aims.ClimateID](t, "cl-"), Recorded: maybeDay(t), Context: maybeText(t), Relevant: answer(t),
			Rationale: maybeText(t), By: maybeID[aims.PersonID](t, "p-"), On: maybeDay(t), Issues: ids[aims.IssueID](t, "i-"),
			ReviewBy: maybeDay(t), Reviews: list(t, review), Evidence: evidence(t), Ext: ext(t),
		}
	})
}

// Obligation makes obligations.
func Obligation() *rapid.Generator[aims.Obligation] {
	return rapid.Custom(func(t *rapid.T) aims.Obligation {
		from, until := span(t)
		return aims.Obligation{
			ID: id[aims.ObligationID](t, "ob-"), Recorded: maybeDay(t), Title: text(t),
			Basis:     word(t, aims.ObligationLaw, aims.ObligationContract, aims.ObligationCode),
			Reference: maybeText(t), Jurisdiction: maybeText(t), Requires: maybeText(t), From: from, Until: until,
			Parties: ids[aims.PartyID](t, "ip-"), Systems: ids[aims.SystemID](t, "sys-"),
			Owner: maybeID[aims.PersonID](t, "p-"), HowMet: maybeText(t), MetBy: refs(t, aims.KindProcess, aims.KindDocument),
			Controls: keys(t), Status: word(t, aims.NotMet, aims.PartlyMet, aims.Met), ReviewBy: maybeDay(t),
			Reviews: list(t, review), Evidence: evidence(t), Ext: ext(t),
		}
	})
}

// Scope makes scopes.
func Scope() *rapid.Generator[aims.Scope] {
	return rapid.Custom(func(t *rapid.T) aims.Scope {
		return aims.Scope{
			ID: id[aims.ScopeID](t, "sc-"), Recorded: maybeDay(t), Title: text(t), Version: text(t),
			Owner: maybeID[aims.PersonID](t, "p-"), Document: maybeID[aims.DocumentID](t, "d-"), Boundaries: maybeText(t),
			Applicability: maybeText(t), Roles: words(t, roles...), Systems: ids[aims.SystemID](t, "sys-"),
			Units: list(t, text), Locations: list(t, text), Exclusions: list(t, exclusion),
			Issues: ids[aims.IssueID](t, "i-"), Parties: ids[aims.PartyID](t, "ip-"), Interfaces: list(t, scopeInterface),
			ReviewBy: maybeDay(t), Reviews: list(t, review), Approvals: list(t, approval),
			Communications: ids[aims.CommunicationID](t, "co-"), AvailableAt: maybeText(t), Withdrawn: maybeDay(t), Ext: ext(t),
		}
	})
}

// exclusion draws the exclusion of a system that no scope includes, or of
// something else.
func exclusion(t *rapid.T) aims.Exclusion {
	e := aims.Exclusion{System: maybeID[aims.SystemID](t, "out-"), What: maybeText(t), Reason: maybeText(t)}
	if e.System == "" {
		e.What = text(t)
	}
	return e
}

func scopeInterface(t *rapid.T) aims.ScopeInterface {
	return aims.ScopeInterface{
		With: text(t), Supplier: maybeID[aims.SupplierID](t, "s-"), What: maybeText(t), Responsibility: maybeText(t),
	}
}

// Policy makes policies.
func Policy() *rapid.Generator[aims.Policy] {
	return rapid.Custom(func(t *rapid.T) aims.Policy {
		return aims.Policy{
			ID: id[aims.PolicyID](t, "po-"), Recorded: maybeDay(t), Title: text(t), Version: text(t),
			Owner: maybeID[aims.PersonID](t, "p-"), Document: maybeID[aims.DocumentID](t, "d-"), FitsPurpose: answer(t),
			FrameworkForObjectives: answer(t), CommitsToRequirements: answer(t), CommitsToImprovement: answer(t),
			RelatedPolicies: ids[aims.DocumentID](t, "d-"), RelatedPoliciesAligned: answer(t), ReviewBy: maybeDay(t),
			Reviews: list(t, review), Approvals: list(t, approval), Communications: ids[aims.CommunicationID](t, "co-"),
			AvailableAt: maybeText(t), Withdrawn: maybeDay(t), Ext: ext(t),
		}
	})
}

// LeadershipAct makes leadership acts.
func LeadershipAct() *rapid.Generator[aims.LeadershipAct] {
	return rapid.Custom(func(t *rapid.T) aims.LeadershipAct {
		return aims.LeadershipAct{
			ID: id[aims.LeadershipActID](t, "la-"), Recorded: maybeDay(t),
			Act: draw(t, rapid.SampledFrom([]aims.Act{aims.ActPolicySigned, aims.ActBoardReport, aims.ActOther})),
			By:  maybeID[aims.PersonID](t, "p-"), On: maybeDay(t), About: refs(t, aims.KindPolicy, aims.KindPerson),
			Note: maybeText(t), Evidence: evidence(t), Ext: ext(t),
		}
	})
}

// RoleAssignment makes assignments of roles.
func RoleAssignment() *rapid.Generator[aims.RoleAssignment] {
	return rapid.Custom(func(t *rapid.T) aims.RoleAssignment {
		from, until := span(t)
		return aims.RoleAssignment{
			ID: id[aims.RoleID](t, "ro-"), Recorded: maybeDay(t), Title: text(t), Person: maybeID[aims.PersonID](t, "p-"),
			Deputy: maybeID[aims.PersonID](t, "p-"), Areas: words(t, aims.AreaRisk, aims.AreaOversight, aims.AreaOther),
			Responsibilities: list(t, text),
			Authorities:      words(t, aims.AuthorityConformity, aims.AuthorityReporting, aims.AuthorityStop),
			Systems:          ids[aims.SystemID](t, "sys-"), AssignedBy: maybeID[aims.PersonID](t, "p-"), AssignedOn: from,
			Until: until, AcceptedOn: maybeDay(t), Communications: ids[aims.CommunicationID](t, "co-"),
			Document: maybeID[aims.DocumentID](t, "d-"), Evidence: evidence(t), Ext: ext(t),
		}
	})
}

// Objective makes objectives.
func Objective() *rapid.Generator[aims.Objective] {
	return rapid.Custom(func(t *rapid.T) aims.Objective {
		return aims.Objective{
			ID: id[aims.ObjectiveID](t, "ob-"), Recorded: maybeDay(t), Title: text(t), Version: maybeText(t),
			Document: maybeID[aims.DocumentID](t, "d-"), Statement: maybeText(t), Level: maybeText(t), Serves: keys(t),
			AnnexC: words[aims.AnnexC](t, "C.2.1", "C.2.5", "C.2.11"), Policy: maybeID[aims.PolicyID](t, "po-"),
			ConsistentWithPolicy: answer(t), RequirementsConsidered: answer(t),
			Obligations: ids[aims.ObligationID](t, "ob-"), Systems: ids[aims.SystemID](t, "sys-"), Measurable: answer(t),
			WhyNotMeasurable: maybeText(t), Metrics: ids[aims.MetricID](t, "m-"), Target: maybeText(t),
			Actions: list(t, action), Responsible: maybeID[aims.PersonID](t, "p-"), Due: maybeDay(t), HowEvaluated: maybeText(t),
			Status: word(t, aims.ObjectiveOnTrack, aims.ObjectiveAtRisk, aims.ObjectiveAchieved,
				aims.ObjectiveMissed, aims.ObjectiveDropped),
			Evaluations: list(t, evaluation), ReviewBy: maybeDay(t), Reviews: list(t, review), Approvals: list(t, approval),
			Communications: ids[aims.CommunicationID](t, "co-"), Withdrawn: maybeDay(t), Ext: ext(t),
		}
	})
}

func action(t *rapid.T) aims.Action {
	return aims.Action{
		What: text(t), Resources: maybeText(t), Responsible: maybeID[aims.PersonID](t, "p-"), Due: maybeDay(t),
		Done: maybeDay(t), Evidence: evidence(t),
	}
}

func evaluation(t *rapid.T) aims.Evaluation {
	return aims.Evaluation{
		On: day(t), By: maybeID[aims.PersonID](t, "p-"), Method: maybeText(t), Met: answer(t), Result: maybeText(t),
		Evidence: evidence(t),
	}
}

// PlannedChange makes planned changes.
func PlannedChange() *rapid.Generator[aims.PlannedChange] {
	return rapid.Custom(func(t *rapid.T) aims.PlannedChange {
		return aims.PlannedChange{
			ID: id[aims.ChangeID](t, "ch-"), Recorded: maybeDay(t), Title: text(t), What: maybeText(t), Purpose: maybeText(t),
			Consequences: maybeText(t), Integrity: maybeText(t), Resources: maybeText(t),
			ResourcesUsed: ids[aims.ResourceID](t, "re-"), Responsibilities: maybeText(t), Roles: ids[aims.RoleID](t, "ro-"),
			Affects: refs(t, aims.KindScope, aims.KindProcess), Systems: ids[aims.SystemID](t, "sys-"), Actions: list(t, action),
			Owner: maybeID[aims.PersonID](t, "p-"), Due: maybeDay(t), PlannedOn: maybeDay(t), Done: maybeDay(t),
			Cancelled: maybeDay(t), Evaluations: list(t, evaluation), Approvals: list(t, approval), Evidence: evidence(t),
			Ext: ext(t),
		}
	})
}

// Evidence makes evidence in every state.
func Evidence() *rapid.Generator[aims.Evidence] {
	return rapid.Custom(func(t *rapid.T) aims.Evidence {
		collected, expires := span(t)
		e := aims.Evidence{
			ID: id[aims.EvidenceID](t, "e-"), Recorded: maybeDay(t), Title: text(t),
			Form:     draw(t, rapid.SampledFrom([]aims.EvidenceForm{aims.FormDocument, aims.FormTestResult, aims.FormLog})),
			Location: text(t), Owner: maybeID[aims.PersonID](t, "p-"), Collected: collected, Expires: expires,
			Digest: maybeDigest(t), Judgments: list(t, judgment),
			Outcome: aims.Outcome{Met: answer(t), Passed: count(t), Failed: count(t)}, Ext: ext(t),
		}
		if some(t) {
			e.Retrieved = &aims.Retrieval{On: dayFrom(t, collected), By: id[aims.PersonID](t, "p-"), Digest: digest(t)}
		}
		if some(t) {
			e.Verified = &aims.Verification{
				On: day(t), By: id[aims.PersonID](t, "p-"), Supports: answer(t), Note: maybeText(t),
			}
		}
		return e
	})
}

func judgment(t *rapid.T) aims.Judgment {
	return aims.Judgment{
		For: aims.ControlKey("A.6.2.6"), On: day(t), By: id[aims.PersonID](t, "p-"),
		Accepted: draw(t, rapid.SampledFrom([]aims.Answer{aims.Yes, aims.No})), Reason: maybeText(t),
	}
}
