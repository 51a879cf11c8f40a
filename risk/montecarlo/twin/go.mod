module github.com/aimskit/aimskit/risk/montecarlo/twin

go 1.26.0

require (
	github.com/aimskit/aimskit v0.0.0-00010101000000-000000000000
	gonum.org/v1/gonum v0.17.0
)

require github.com/shopspring/decimal v1.6.0 // indirect

replace github.com/aimskit/aimskit => ../../..
