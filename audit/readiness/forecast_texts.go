package readiness

import "github.com/aimskit/aimskit/aims"

// timeTexts are the sentences of problems of what is made from reports:
// forecasts, receipts, trends and predictions.
var timeTexts = map[aims.Code]string{
	ForecastEnds:    "the forecast would end on {until}, before it begins on {at}; give a later day",
	ForecastTooLong: "the forecast would reach until {until}, more than ten years ahead; give {max} at the latest",

	ReceiptTooLong: "the receipt takes {bytes} bytes, and {max} are the most; give rules and model shorter names",
	ReceiptModule:  "the receipt was made by version {got} of the {what}, and this is {want}; verify it with the same version",
	ReceiptOthers:  "the receipt names the {what} {got}, and you gave {want}; give the one that it was made from, or the receipt was tampered with",
	ReceiptFalse:   "the receipt says {got}, and the {what} that follows from records, rules and model is {want}; do not rely on the receipt",

	TrendDayTwice: "the report is of {at}, like report {first} of the list; keep one of the two, or ask Explain for their difference",

	RulesOther: "the report was made by the rules {got}, and you gave {set}; give those of the report, or assess anew",
}
