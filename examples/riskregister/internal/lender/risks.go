package lender

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// The people, by what they do.
const (
	boardRisk   aims.PersonID = "p-board-risk"
	headOfRisk  aims.PersonID = "p-head-of-risk"
	fairness    aims.PersonID = "p-fairness"
	modelling   aims.PersonID = "p-modelling"
	operations  aims.PersonID = "p-operations"
	security    aims.PersonID = "p-security"
	privacy     aims.PersonID = "p-privacy"
	product     aims.PersonID = "p-product"
	quality     aims.PersonID = "p-quality"
	procurement aims.PersonID = "p-procurement"
	nobody      aims.PersonID = ""
)

// The AI systems.
const (
	score     aims.SystemID = "sys-score"     // the score for consumer loans
	income    aims.SystemID = "sys-income"    // income estimated from account movements
	fraud     aims.SystemID = "sys-fraud"     // fraud in applications
	assistant aims.SystemID = "sys-assistant" // answers applicants, on a language model
	limits    aims.SystemID = "sys-limits"    // raises and cuts credit lines
)

// entry is a risk as the lender's workshop wrote it down: likelihood, then
// loss, rights and access without any control.
type entry struct {
	id                    risk.RiskID
	title                 string
	cause, event, outcome string
	sources               []risk.SourceID
	annexC                []aims.AnnexC
	systems               []aims.SystemID
	stages                []aims.Stage
	owner                 aims.PersonID
	inherent              [4]risk.Level
	decision              risk.Option
}

func entries() []entry {
	sources := func(ids ...risk.SourceID) []risk.SourceID { return ids }
	hinders := func(ids ...aims.AnnexC) []aims.AnnexC { return ids }
	systems := func(ids ...aims.SystemID) []aims.SystemID { return ids }
	design, verify := aims.StageDesign, aims.StageVerification
	deploy, operate, renew := aims.StageDeployment, aims.StageOperation, aims.StageReevaluation
	in := func(stages ...aims.Stage) []aims.Stage { return stages }
	return []entry{
		{
			id: "R-01", title: "The score repeats the refusals of the past",
			cause:   "Training data are the decisions of loan officers of many years.",
			event:   "Applicants from poor districts get worse scores than their repayment justifies.",
			outcome: "Thousands are refused or pay more; claims of discrimination.",
			sources: sources("C.3.4", "data", "model"), annexC: hinders("C.2.5", "C.2.3"), systems: systems(score), stages: in(design, verify, operate),
			owner: fairness, inherent: [4]risk.Level{4, 4, 4, 4}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-02", title: "Postcode and device stand in for origin",
			cause:   "Protected fields were removed, their stand-ins were not.",
			event:   "The model discriminates indirectly, and checks on protected fields show nothing.",
			outcome: "Unequal terms, a finding of the supervisor.",
			sources: sources("C.3.4", "C.3.2", "data"), annexC: hinders("C.2.5", "C.2.11"), systems: systems(score, fraud), stages: in(design, verify),
			owner: fairness, inherent: [4]risk.Level{4, 3, 4, 4}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-03", title: "Only those who were accepted are ever learned from",
			cause:   "Repayment is known for granted loans alone.",
			event:   "Each retraining confirms who was refused before.",
			outcome: "Unfairness hardens while measured quality rises.",
			sources: sources("C.3.4", "model"), annexC: hinders("C.2.3", "C.2.5"), systems: systems(score, limits), stages: in(renew),
			owner: modelling, inherent: [4]risk.Level{4, 3, 3, 3}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-04", title: "A jump of interest rates makes the score wrong",
			cause:   "The data come from years of low rates.",
			event:   "Defaults rise where the score sees no risk.",
			outcome: "Loan losses at banks, wrong refusals after a hasty correction.",
			sources: sources("C.3.1", "C.3.4", "external"), annexC: hinders("C.2.8", "C.2.6"), systems: systems(score, limits), stages: in(operate),
			owner: modelling, inherent: [4]risk.Level{4, 4, 3, 3}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-05", title: "Irregular income is estimated too low",
			cause:   "Account movements of the self-employed look like gaps.",
			event:   "People with seasonal or platform work are scored as poor.",
			outcome: "Refusals without a reason in their lives.",
			sources: sources("C.3.1", "C.3.4", "data"), annexC: hinders("C.2.5", "C.2.8"), systems: systems(income), stages: in(verify, operate),
			owner: modelling, inherent: [4]risk.Level{4, 3, 3, 3}, decision: risk.ChangeConsequence,
		},
		{
			id: "R-06", title: "The reasons given for a refusal are not the reasons",
			cause:   "An approximate explanation is shown as the cause.",
			event:   "Applicants change what was named, and are refused again.",
			outcome: "They are misled; the right to an explanation is broken.",
			sources: sources("C.3.2", "model"), annexC: hinders("C.2.11", "C.2.5"), systems: systems(score), stages: in(design, operate),
			owner: product, inherent: [4]risk.Level{4, 2, 4, 2}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-07", title: "A refused applicant finds nobody who looks again",
			cause:   "Banks send questions to Scorely, and Scorely to the banks.",
			event:   "Complaints run in a circle.",
			outcome: "Wrong refusals stand; a complaint reaches the ombudsman.",
			sources: sources("C.3.3", "organizational"), annexC: hinders("C.2.1", "C.2.11"), systems: systems(score, fraud), stages: in(deploy, operate),
			owner: product, inherent: [4]risk.Level{4, 2, 4, 2}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-08", title: "Case workers wave every recommendation through",
			cause:   "Agreeing takes one click, disagreeing a form.",
			event:   "Wrong recommendations become decisions.",
			outcome: "Human oversight exists on paper only.",
			sources: sources("C.3.3", "organizational"), annexC: hinders("C.2.1", "C.2.5"), systems: systems(score, limits), stages: in(operate),
			owner: operations, inherent: [4]risk.Level{5, 3, 4, 2}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-09", title: "The fraud model suspects unusual names",
			cause:   "Confirmed fraud in the data is what was looked for.",
			event:   "Honest applicants with rare names are held back for weeks.",
			outcome: "Distress, discrimination, lost customers.",
			sources: sources("C.3.4", "model"), annexC: hinders("C.2.5", "C.2.11"), systems: systems(fraud), stages: in(verify, operate),
			owner: fairness, inherent: [4]risk.Level{4, 2, 4, 3}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-10", title: "Organized fraud learns the rules by trying",
			cause:   "Banks pass on every answer at once and without limit.",
			event:   "Applications are tuned until they pass.",
			outcome: "Loan losses in series.",
			sources: sources("C.3.4", "external"), annexC: hinders("C.2.10", "C.2.8"), systems: systems(fraud), stages: in(operate),
			owner: security, inherent: [4]risk.Level{4, 4, 1, 2}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-11", title: "An uploaded document commands the assistant",
			cause:   "Text of payslips and letters reaches the model beside its instructions.",
			event:   "A hidden line makes it confirm an income or reveal its data.",
			outcome: "Forged results, personal data leave the house.",
			sources: sources("C.3.4", "C.3.7", "external"), annexC: hinders("C.2.10", "C.2.7"), systems: systems(assistant), stages: in(design, operate),
			owner: security, inherent: [4]risk.Level{4, 3, 4, 2}, decision: risk.RemoveSource,
		},
		{
			id: "R-12", title: "The assistant promises terms that do not exist",
			cause:   "It completes what sounds right.",
			event:   "An applicant relies on a rate or a date that nobody offered.",
			outcome: "Disputes, binding promises, distrust.",
			sources: sources("C.3.4", "model"), annexC: hinders("C.2.8", "C.2.11"), systems: systems(assistant), stages: in(operate),
			owner: product, inherent: [4]risk.Level{5, 3, 3, 2}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-13", title: "The assistant shows one applicant the file of another",
			cause:   "It searches with its own rights.",
			event:   "A common name brings up somebody else's data.",
			outcome: "A breach that must be reported within 72 hours.",
			sources: sources("C.3.6", "system"), annexC: hinders("C.2.7", "C.2.10"), systems: systems(assistant), stages: in(design, deploy),
			owner: privacy, inherent: [4]risk.Level{3, 4, 4, 3}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-14", title: "Account movements are used for more than was agreed",
			cause:   "They lie at hand and say much.",
			event:   "A team trains a sales model with them.",
			outcome: "Consent is broken; processing is forbidden.",
			sources: sources("C.3.6", "organizational", "data"), annexC: hinders("C.2.7", "C.2.1"), systems: systems(income), stages: in(design),
			owner: privacy, inherent: [4]risk.Level{3, 4, 4, 3}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-15", title: "A correction does not reach the models",
			cause:   "Features are copied into stores and training sets.",
			event:   "A proven error keeps lowering a person's score.",
			outcome: "Harm goes on after the complaint was upheld.",
			sources: sources("C.3.6", "data", "system"), annexC: hinders("C.2.7", "C.2.6"), systems: systems(score, income), stages: in(operate),
			owner: privacy, inherent: [4]risk.Level{4, 3, 3, 1}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-16", title: "Nobody can tell where bought data come from",
			cause:   "A data broker names categories and no sources.",
			event:   "A part turns out to be unlawfully collected.",
			outcome: "Models must be trained anew.",
			sources: sources("C.3.4", "external", "data"), annexC: hinders("C.2.3", "C.2.1"), systems: systems(score), stages: in(design),
			owner: procurement, inherent: [4]risk.Level{3, 2, 3, 2}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-17", title: "Limits are cut for people in hardship",
			cause:   "The system reacts to the first sign of trouble, at night and by itself.",
			event:   "Cards stop working on the day on which money is needed.",
			outcome: "A short crisis becomes a lasting one.",
			sources: sources("C.3.3", "system"), annexC: hinders("C.2.9", "C.2.5"), systems: systems(limits), stages: in(operate),
			owner: operations, inherent: [4]risk.Level{4, 3, 4, 4}, decision: risk.Retain,
		},
		{
			id: "R-18", title: "A data centre fails",
			cause:   "Scoring runs in one region.",
			event:   "No bank gets a score for hours.",
			outcome: "Penalties; branches stop lending.",
			sources: sources("C.3.5", "system"), annexC: hinders("C.2.8"), systems: systems(score, income, fraud), stages: in(operate),
			owner: operations, inherent: [4]risk.Level{3, 4, 2, 2}, decision: risk.ChangeConsequence,
		},
		{
			id: "R-19", title: "The supplier of account data ends its service",
			cause:   "One supplier is used, with three months' notice.",
			event:   "Income cannot be estimated any more.",
			outcome: "The product stops; a new supplier needs a validation.",
			sources: sources("C.3.7", "external"), annexC: hinders("C.2.8", "C.2.6"), systems: systems(income), stages: in(operate),
			owner: procurement, inherent: [4]risk.Level{3, 4, 2, 2}, decision: risk.Share,
		},
		{
			id: "R-20", title: "The language model behind the assistant is exchanged",
			cause:   "Its provider updates it under the same name.",
			event:   "Tests and safeguards fit no longer.",
			outcome: "The assistant behaves in ways that nobody examined.",
			sources: sources("C.3.6", "C.3.7", "external"), annexC: hinders("C.2.8", "C.2.1"), systems: systems(assistant), stages: in(operate),
			owner: procurement, inherent: [4]risk.Level{4, 3, 3, 2}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-21", title: "A bank's faulty records poison the training",
			cause:   "Banks deliver repayments that nobody can check.",
			event:   "A wrong mapping marks good payers as bad.",
			outcome: "Wrong scores for one bank's customers.",
			sources: sources("C.3.4", "data", "external"), annexC: hinders("C.2.3", "C.2.8"), systems: systems(score), stages: in(design, renew),
			owner: modelling, inherent: [4]risk.Level{3, 3, 4, 2}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-22", title: "The score is copied by asking it often enough",
			cause:   "Banks may ask without limit.",
			event:   "A competitor trains its own model on the answers.",
			outcome: "The lead is lost; fraud can be tried out offline.",
			sources: sources("C.3.6", "external"), annexC: hinders("C.2.10"), systems: systems(score), stages: in(operate),
			owner: security, inherent: [4]risk.Level{3, 4, 1, 0}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-23", title: "A new threshold goes live untested",
			cause:   "A bank asks for fewer defaults by Monday.",
			event:   "Refusals double for one group.",
			outcome: "Wrong refusals, roll-back under pressure.",
			sources: sources("C.3.6", "organizational"), annexC: hinders("C.2.8", "C.2.5"), systems: systems(score, fraud, limits), stages: in(verify, deploy),
			owner: quality, inherent: [4]risk.Level{4, 4, 4, 3}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-24", title: "Only one person understands the limits system",
			cause:   "It grew around its maker.",
			event:   "The person leaves.",
			outcome: "Nobody can correct it.",
			sources: sources("C.3.6", "organizational"), annexC: hinders("C.2.2", "C.2.6"), systems: systems(limits), stages: in(operate),
			owner: nobody, inherent: [4]risk.Level{4, 3, 2, 1}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-25", title: "Retraining takes more energy than it is worth",
			cause:   "Models are trained every night out of habit.",
			event:   "Consumption grows every year.",
			outcome: "Cost, and the climate target is missed.",
			sources: sources("C.3.5", "organizational"), annexC: hinders("C.2.4"), systems: systems(score, fraud), stages: in(renew),
			owner: operations, inherent: [4]risk.Level{5, 2, 1, 2}, decision: risk.Retain,
		},
		{
			id: "R-26", title: "The duties of high-risk AI are missed",
			cause:   "Credit scoring of persons falls under strict law, and deadlines move.",
			event:   "A conformity file is incomplete on the day it is asked for.",
			outcome: "A fine; banks must stop using the score.",
			sources: sources("C.3.1", "external", "organizational"), annexC: hinders("C.2.1", "C.2.11"), systems: systems(score, limits), stages: in(operate, renew),
			owner: headOfRisk, inherent: [4]risk.Level{4, 5, 2, 2}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-27", title: "A serious incident is not reported in time",
			cause:   "Nobody knows what counts and who calls whom.",
			event:   "The deadline passes.",
			outcome: "A second breach on top of the first.",
			sources: sources("C.3.6", "organizational"), annexC: hinders("C.2.1", "C.2.11"), systems: systems(score, assistant), stages: in(operate),
			owner: headOfRisk, inherent: [4]risk.Level{3, 4, 3, 2}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-28", title: "Young people and newcomers get no score",
			cause:   "There is no history to learn from.",
			event:   "No score counts as a bad score.",
			outcome: "People are shut out for being new.",
			sources: sources("C.3.4", "C.3.1", "data"), annexC: hinders("C.2.5", "C.2.8"), systems: systems(score), stages: in(design, operate),
			owner: fairness, inherent: [4]risk.Level{5, 2, 4, 4}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-29", title: "A bank changes its data format without notice",
			cause:   "Fields are taken as they come.",
			event:   "Salaries arrive in cents.",
			outcome: "A night of absurd scores.",
			sources: sources("C.3.1", "data", "system"), annexC: hinders("C.2.8", "C.2.6"), systems: systems(score, income), stages: in(operate),
			owner: operations, inherent: [4]risk.Level{4, 2, 3, 2}, decision: risk.ChangeLikelihood,
		},
		{
			id: "R-30", title: "The old scorecard is used beyond its validity",
			cause:   "Two banks kept it.",
			event:   "It decides on products that it was not made for.",
			outcome: "Wrong refusals.",
			sources: sources("C.3.6", "organizational"), annexC: hinders("C.2.8"), systems: systems(score), stages: in(aims.StageRetirement),
			owner: product, inherent: [4]risk.Level{3, 3, 3, 2}, decision: risk.Avoid,
		},
	}
}
