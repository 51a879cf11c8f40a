module github.com/aimskit/aimskit/audit/certification/icaltest

go 1.26.0

replace github.com/aimskit/aimskit => ../../..

require (
	github.com/aimskit/aimskit v0.0.0-00010101000000-000000000000
	github.com/arran4/golang-ical v0.3.4
	github.com/google/go-cmp v0.7.0
)

require github.com/shopspring/decimal v1.6.0 // indirect
