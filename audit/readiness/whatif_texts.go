package readiness

import "github.com/aimskit/aimskit/aims"

// trialTexts are the sentences of portfolios, what-ifs, questions, the mapping
// meter and pilots.
var trialTexts = map[aims.Code]string{
	PortfolioDiffers: "{what} it was made with, {got}, must have the same name and digest as in the portfolio, {want}; assess it anew as the portfolio does, or count it in one of its own",
	PortfolioFigures: "{what} does not agree with {other}; count the portfolio anew",
	PortfolioFull:    "together they hold more than {max} organizations; keep them apart",

	EffortNegative: "the effort for {key}, {got}, is below zero; give zero or more, or leave it out when it is unknown",

	PilotScope:  "no scope of the management system counts on {at}, so that there is none to narrow; record one first",
	PilotSystem: "the scope {scope} does not include the AI system {system}; correct the id, or add the system to the scope first",

	MeterKind: "{got} is no kind of record that a snapshot holds; use {want}",
}
