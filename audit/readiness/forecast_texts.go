package readiness

import "github.com/aimskit/aimskit/aims"

// timeTexts are the sentences of what compares reports: forecasts, receipts,
// trends and rehearsals.
var timeTexts = map[aims.Code]string{
	ForecastEnds:    "the forecast would end on {until}, before it begins on {at}; give a later day",
	ForecastTooLong: "the forecast would reach until {until}, more than ten years ahead; give {max} at the latest",
}
