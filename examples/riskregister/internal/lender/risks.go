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
			"R-01", "The score repeats the refusals of the past",
			"Training data are the decisions of loan officers of many years.", "Applicants from poor districts get worse scores than their repayment justifies.", "Thousands are refused or pay more; claims of discrimination.",
			sources("C.3.4", "data", "model"), hinders("C.2.5", "C.2.3"), systems(score), in(design, verify, operate), fairness, [4]risk.Level{4, 4, 4, 4}, risk.ChangeLikelihood,
		},
		{
			"R-02", "Postcode and device stand in for origin",
			"Protected fields were removed, their stand-ins were not.", "The model discriminates indirectly, and checks on protected fields show nothing.", "Unequal terms, a finding of the supervisor.",
			sources("C.3.4", "C.3.2", "data"), hinders("C.2.5", "C.2.11"), systems(score, fraud), in(design, verify), fairness, [4]risk.Level{4, 3, 4, 4}, risk.ChangeLikelihood,
		},
		{
			"R-03", "Only those who were accepted are ever learned from",
			"Repayment is known for granted loans alone.", "Each retraining confirms who was refused before.", "Unfairness hardens while measured quality rises.",
			sources("C.3.4", "model"), hinders("C.2.3", "C.2.5"), systems(score, limits), in(renew), modelling, [4]risk.Level{4, 3, 3, 3}, risk.ChangeLikelihood,
		},
		{
			"R-04", "A jump of interest rates makes the score wrong",
			"The data come from years of low rates.", "Defaults rise where the score sees no risk.", "Loan losses at banks, wrong refusals after a hasty correction.",
			sources("C.3.1", "C.3.4", "external"), hinders("C.2.8", "C.2.6"), systems(score, limits), in(operate), modelling, [4]risk.Level{4, 4, 3, 3}, risk.ChangeLikelihood,
		},
		{
			"R-05", "Irregular income is estimated too low",
			"Account movements of the self-employed look like gaps.", "People with seasonal or platform work are scored as poor.", "Refusals without a reason in their lives.",
			sources("C.3.1", "C.3.4", "data"), hinders("C.2.5", "C.2.8"), systems(income), in(verify, operate), modelling, [4]risk.Level{4, 3, 3, 3}, risk.ChangeConsequence,
		},
		{
			"R-06", "The reasons given for a refusal are not the reasons",
			"An approximate explanation is shown as the cause.", "Applicants change what was named, and are refused again.", "They are misled; the right to an explanation is broken.",
			sources("C.3.2", "model"), hinders("C.2.11", "C.2.5"), systems(score), in(design, operate), product, [4]risk.Level{4, 2, 4, 2}, risk.ChangeLikelihood,
		},
		{
			"R-07", "A refused applicant finds nobody who looks again",
			"Banks send questions to Scorely, and Scorely to the banks.", "Complaints run in a circle.", "Wrong refusals stand; a complaint reaches the ombudsman.",
			sources("C.3.3", "organizational"), hinders("C.2.1", "C.2.11"), systems(score, fraud), in(deploy, operate), product, [4]risk.Level{4, 2, 4, 2}, risk.ChangeLikelihood,
		},
		{
			"R-08", "Case workers wave every recommendation through",
			"Agreeing takes one click, disagreeing a form.", "Wrong recommendations become decisions.", "Human oversight exists on paper only.",
			sources("C.3.3", "organizational"), hinders("C.2.1", "C.2.5"), systems(score, limits), in(operate), operations, [4]risk.Level{5, 3, 4, 2}, risk.ChangeLikelihood,
		},
		{
			"R-09", "The fraud model suspects unusual names",
			"Confirmed fraud in the data is what was looked for.", "Honest applicants with rare names are held back for weeks.", "Distress, discrimination, lost customers.",
			sources("C.3.4", "model"), hinders("C.2.5", "C.2.11"), systems(fraud), in(verify, operate), fairness, [4]risk.Level{4, 2, 4, 3}, risk.ChangeLikelihood,
		},
		{
			"R-10", "Organized fraud learns the rules by trying",
			"Banks pass on every answer at once and without limit.", "Applications are tuned until they pass.", "Loan losses in series.",
			sources("C.3.4", "external"), hinders("C.2.10", "C.2.8"), systems(fraud), in(operate), security, [4]risk.Level{4, 4, 1, 2}, risk.ChangeLikelihood,
		},
		{
			"R-11", "An uploaded document commands the assistant",
			"Text of payslips and letters reaches the model beside its instructions.", "A hidden line makes it confirm an income or reveal its data.", "Forged results, personal data leave the house.",
			sources("C.3.4", "C.3.7", "external"), hinders("C.2.10", "C.2.7"), systems(assistant), in(design, operate), security, [4]risk.Level{4, 3, 4, 2}, risk.RemoveSource,
		},
		{
			"R-12", "The assistant promises terms that do not exist",
			"It completes what sounds right.", "An applicant relies on a rate or a date that nobody offered.", "Disputes, binding promises, distrust.",
			sources("C.3.4", "model"), hinders("C.2.8", "C.2.11"), systems(assistant), in(operate), product, [4]risk.Level{5, 3, 3, 2}, risk.ChangeLikelihood,
		},
		{
			"R-13", "The assistant shows one applicant the file of another",
			"It searches with its own rights.", "A common name brings up somebody else's data.", "A breach that must be reported within 72 hours.",
			sources("C.3.6", "system"), hinders("C.2.7", "C.2.10"), systems(assistant), in(design, deploy), privacy, [4]risk.Level{3, 4, 4, 3}, risk.ChangeLikelihood,
		},
		{
			"R-14", "Account movements are used for more than was agreed",
			"They lie at hand and say much.", "A team trains a sales model with them.", "Consent is broken; processing is forbidden.",
			sources("C.3.6", "organizational", "data"), hinders("C.2.7", "C.2.1"), systems(income), in(design), privacy, [4]risk.Level{3, 4, 4, 3}, risk.ChangeLikelihood,
		},
		{
			"R-15", "A correction does not reach the models",
			"Features are copied into stores and training sets.", "A proven error keeps lowering a person's score.", "Harm goes on after the complaint was upheld.",
			sources("C.3.6", "data", "system"), hinders("C.2.7", "C.2.6"), systems(score, income), in(operate), privacy, [4]risk.Level{4, 3, 3, 1}, risk.ChangeLikelihood,
		},
		{
			"R-16", "Nobody can tell where bought data come from",
			"A data broker names categories and no sources.", "A part turns out to be unlawfully collected.", "Models must be trained anew.",
			sources("C.3.4", "external", "data"), hinders("C.2.3", "C.2.1"), systems(score), in(design), procurement, [4]risk.Level{3, 2, 3, 2}, risk.ChangeLikelihood,
		},
		{
			"R-17", "Limits are cut for people in hardship",
			"The system reacts to the first sign of trouble, at night and by itself.", "Cards stop working on the day on which money is needed.", "A short crisis becomes a lasting one.",
			sources("C.3.3", "system"), hinders("C.2.9", "C.2.5"), systems(limits), in(operate), operations, [4]risk.Level{4, 3, 4, 4}, risk.Retain,
		},
		{
			"R-18", "A data centre fails",
			"Scoring runs in one region.", "No bank gets a score for hours.", "Penalties; branches stop lending.",
			sources("C.3.5", "system"), hinders("C.2.8"), systems(score, income, fraud), in(operate), operations, [4]risk.Level{3, 4, 2, 2}, risk.ChangeConsequence,
		},
		{
			"R-19", "The supplier of account data ends its service",
			"One supplier is used, with three months' notice.", "Income cannot be estimated any more.", "The product stops; a new supplier needs a validation.",
			sources("C.3.7", "external"), hinders("C.2.8", "C.2.6"), systems(income), in(operate), procurement, [4]risk.Level{3, 4, 2, 2}, risk.Share,
		},
		{
			"R-20", "The language model behind the assistant is exchanged",
			"Its provider updates it under the same name.", "Tests and safeguards fit no longer.", "The assistant behaves in ways that nobody examined.",
			sources("C.3.6", "C.3.7", "external"), hinders("C.2.8", "C.2.1"), systems(assistant), in(operate), procurement, [4]risk.Level{4, 3, 3, 2}, risk.ChangeLikelihood,
		},
		{
			"R-21", "A bank's faulty records poison the training",
			"Banks deliver repayments that nobody can check.", "A wrong mapping marks good payers as bad.", "Wrong scores for one bank's customers.",
			sources("C.3.4", "data", "external"), hinders("C.2.3", "C.2.8"), systems(score), in(design, renew), modelling, [4]risk.Level{3, 3, 4, 2}, risk.ChangeLikelihood,
		},
		{
			"R-22", "The score is copied by asking it often enough",
			"Banks may ask without limit.", "A competitor trains its own model on the answers.", "The lead is lost; fraud can be tried out offline.",
			sources("C.3.6", "external"), hinders("C.2.10"), systems(score), in(operate), security, [4]risk.Level{3, 4, 1, 0}, risk.ChangeLikelihood,
		},
		{
			"R-23", "A new threshold goes live untested",
			"A bank asks for fewer defaults by Monday.", "Refusals double for one group.", "Wrong refusals, roll-back under pressure.",
			sources("C.3.6", "organizational"), hinders("C.2.8", "C.2.5"), systems(score, fraud, limits), in(verify, deploy), quality, [4]risk.Level{4, 4, 4, 3}, risk.ChangeLikelihood,
		},
		{
			"R-24", "Only one person understands the limits system",
			"It grew around its maker.", "The person leaves.", "Nobody can correct it.",
			sources("C.3.6", "organizational"), hinders("C.2.2", "C.2.6"), systems(limits), in(operate), nobody, [4]risk.Level{4, 3, 2, 1}, risk.ChangeLikelihood,
		},
		{
			"R-25", "Retraining takes more energy than it is worth",
			"Models are trained every night out of habit.", "Consumption grows every year.", "Cost, and the climate target is missed.",
			sources("C.3.5", "organizational"), hinders("C.2.4"), systems(score, fraud), in(renew), operations, [4]risk.Level{5, 2, 1, 2}, risk.Retain,
		},
		{
			"R-26", "The duties of high-risk AI are missed",
			"Credit scoring of persons falls under strict law, and deadlines move.", "A conformity file is incomplete on the day it is asked for.", "A fine; banks must stop using the score.",
			sources("C.3.1", "external", "organizational"), hinders("C.2.1", "C.2.11"), systems(score, limits), in(operate, renew), headOfRisk, [4]risk.Level{4, 5, 2, 2}, risk.ChangeLikelihood,
		},
		{
			"R-27", "A serious incident is not reported in time",
			"Nobody knows what counts and who calls whom.", "The deadline passes.", "A second breach on top of the first.",
			sources("C.3.6", "organizational"), hinders("C.2.1", "C.2.11"), systems(score, assistant), in(operate), headOfRisk, [4]risk.Level{3, 4, 3, 2}, risk.ChangeLikelihood,
		},
		{
			"R-28", "Young people and newcomers get no score",
			"There is no history to learn from.", "No score counts as a bad score.", "People are shut out for being new.",
			sources("C.3.4", "C.3.1", "data"), hinders("C.2.5", "C.2.8"), systems(score), in(design, operate), fairness, [4]risk.Level{5, 2, 4, 4}, risk.ChangeLikelihood,
		},
		{
			"R-29", "A bank changes its data format without notice",
			"Fields are taken as they come.", "Salaries arrive in cents.", "A night of absurd scores.",
			sources("C.3.1", "data", "system"), hinders("C.2.8", "C.2.6"), systems(score, income), in(operate), operations, [4]risk.Level{4, 2, 3, 2}, risk.ChangeLikelihood,
		},
		{
			"R-30", "The old scorecard is used beyond its validity",
			"Two banks kept it.", "It decides on products that it was not made for.", "Wrong refusals.",
			sources("C.3.6", "organizational"), hinders("C.2.8"), systems(score), in(aims.StageRetirement), product, [4]risk.Level{3, 3, 3, 2}, risk.Avoid,
		},
	}
}
