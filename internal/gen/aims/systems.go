package aims

import (
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
)

// AISystem makes systems whose history is a walk over the allowed moves.
func AISystem() *rapid.Generator[aims.AISystem] {
	return rapid.Custom(func(t *rapid.T) aims.AISystem {
		stage, history := life(t)
		return aims.AISystem{
			ID: id[aims.SystemID](t, "sys-"), Recorded: maybeDay(t), Name: text(t), Version: maybeText(t),
			Purpose: maybeText(t), Description: maybeText(t),
			Roles:    words(t, aims.RoleProductProvider, aims.RoleDeveloper, aims.RoleUser),
			Origin:   word(t, aims.OriginOwn, aims.OriginThirdParty, aims.OriginEmbedded, aims.OriginOpenSource),
			Supplier: maybeID[aims.SupplierID](t, "s-"), Owner: maybeID[aims.PersonID](t, "p-"),
			Stage: stage, History: history,
			HighRisk: answer(t), HighRiskBasis: maybeText(t), CustomerFacing: answer(t), Users: list(t, text),
			AffectedGroups: list(t, text), Jurisdictions: list(t, text), Sites: list(t, text), Oversight: oversight(t), Decision: decision(t),
			FedBy: ids[aims.SystemID](t, "up-"), Datasets: ids[aims.DatasetID](t, "ds-"),
			Suppliers: ids[aims.SupplierID](t, "s-"), Components: list(t, component), Allocations: list(t, allocation),
			Arrangements: arrangements(t), Monitoring: ids[aims.MetricID](t, "m-"), LogRetention: interval(t),
			RetireBy: maybeDay(t), Evidence: evidence(t), Ext: ext(t),
		}
	})
}

// life draws a history and the stage that goes with it.
func life(t *rapid.T) (aims.Stage, []aims.StageChange) {
	stage := word(t, aims.Stages()...)
	if stage == "" || !some(t) {
		return stage, nil
	}
	var history []aims.StageChange
	on := day(t)
	for range draw(t, rapid.IntRange(1, 5)) {
		history = append(history, aims.StageChange{
			To: stage, On: on, By: maybeID[aims.PersonID](t, "p-"), Reason: maybeText(t), Evidence: evidence(t),
		})
		if len(stage.Next()) == 0 {
			break
		}
		stage, on = draw(t, rapid.SampledFrom(stage.Next())), dayFrom(t, on)
	}
	return word(t, history[len(history)-1].To), history
}

func oversight(t *rapid.T) aims.Oversight {
	return aims.Oversight{
		Mode: word(t, aims.InTheLoop, aims.OnTheLoop, aims.OverTheLoop, aims.NoOversight),
		By:   ids[aims.PersonID](t, "p-"), Function: maybeText(t), Competent: answer(t),
		Competences: ids[aims.CompetenceID](t, "c-"), PowerToStop: answer(t), StopMeans: maybeText(t),
		AutomationBias: list(t, text), Reason: maybeText(t), Evidence: evidence(t),
	}
}

func decision(t *rapid.T) aims.DecisionLogic {
	return aims.DecisionLogic{
		Summary: maybeText(t),
		Automation: word(t, aims.AutomationNone, aims.AutomationAssistance, aims.AutomationPartial,
			aims.AutomationConditional, aims.AutomationHigh, aims.AutomationFull, aims.AutomationAutonomous),
		Explanations: list(t, func(t *rapid.T) aims.Explanation {
			return aims.Explanation{For: text(t), Content: maybeText(t), Available: answer(t), Evidence: evidence(t)}
		}),
	}
}

func component(t *rapid.T) aims.Component {
	return aims.Component{
		Name: text(t), Version: maybeText(t), Use: maybeText(t), OpenSource: answer(t), Licence: maybeText(t),
		LicenceAccepted: answer(t), Source: maybeText(t), Digest: maybeDigest(t), Supplier: maybeID[aims.SupplierID](t, "s-"),
	}
}

func arrangements(t *rapid.T) aims.Arrangements {
	return aims.Arrangements{
		Requirements: arrangement(t), Design: arrangement(t), Verification: arrangement(t), Deployment: arrangement(t),
		Operation: arrangement(t), Technical: arrangement(t), EventLogs: arrangement(t), UserInfo: arrangement(t),
		AdverseReport: arrangement(t), IncidentPlan: arrangement(t), PartyInfo: arrangement(t), Retirement: arrangement(t),
	}
}

// Dataset makes datasets.
func Dataset() *rapid.Generator[aims.Dataset] {
	return rapid.Custom(func(t *rapid.T) aims.Dataset {
		acquired := maybeDay(t)
		return aims.Dataset{
			ID: id[aims.DatasetID](t, "ds-"), Recorded: maybeDay(t), Name: text(t), Version: maybeText(t),
			Description: maybeText(t), Owner: maybeID[aims.PersonID](t, "p-"),
			Uses:    words(t, aims.UseTraining, aims.UseValidation, aims.UseTest, aims.UseProduction),
			Updated: maybeDay(t), Process: maybeID[aims.ProcessID](t, "pr-"), Document: maybeID[aims.DocumentID](t, "d-"),
			Acquisition: word(t, aims.AcquiredCollected, aims.AcquiredOperation, aims.AcquiredPurchased,
				aims.AcquiredProvided, aims.AcquiredOpen, aims.AcquiredScraped, aims.AcquiredSynthetic),
			Source: maybeText(t), Supplier: maybeID[aims.SupplierID](t, "s-"), Acquired: acquired, Rights: rights(t),
			PersonalData: answer(t), SensitiveData: answer(t), Minimized: answer(t), Minimization: maybeText(t),
			Quality: list(t, criterion), Population: maybeText(t), Representative: answer(t),
			RepresentativeBasis: maybeText(t), RepresentativeBy: evidence(t), BiasExamined: answer(t),
			KnownBias: list(t, text), Provenance: list(t, dataStep), Preparation: list(t, dataStep),
			Labelling: maybeText(t), Retention: interval(t), DisposeBy: maybeDay(t), DisposalMethod: maybeText(t),
			Disposed: maybeFrom(t, acquired), DisposedBy: maybeID[aims.PersonID](t, "p-"), DisposalShown: evidence(t),
			Evidence: evidence(t), Ext: ext(t),
		}
	})
}

func rights(t *rapid.T) aims.DataRights {
	return aims.DataRights{
		Basis: word(t, aims.RightsOwn, aims.RightsConsent, aims.RightsContract, aims.RightsLicence, aims.RightsLaw,
			aims.RightsInterest, aims.RightsPublic),
		Detail: maybeText(t), CoversUses: answer(t), Document: maybeID[aims.DocumentID](t, "d-"), Until: maybeDay(t),
		Evidence: evidence(t),
	}
}

func dataStep(t *rapid.T) aims.DataStep {
	return aims.DataStep{
		Title: text(t), On: maybeDay(t), By: maybeID[aims.PersonID](t, "p-"), From: maybeID[aims.DatasetID](t, "ds-"),
		Source: maybeText(t), Reason: maybeText(t), Method: maybeText(t), Digest: maybeDigest(t), Evidence: evidence(t),
	}
}
