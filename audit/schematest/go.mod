module github.com/aimskit/aimskit/audit/schematest

go 1.26.0

require (
	github.com/aimskit/aimskit v0.0.0-00010101000000-000000000000
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.2
)

require (
	github.com/shopspring/decimal v1.6.0 // indirect
	golang.org/x/text v0.14.0 // indirect
)

replace github.com/aimskit/aimskit => ../..
