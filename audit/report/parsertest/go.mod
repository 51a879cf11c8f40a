module github.com/aimskit/aimskit/audit/report/parsertest

go 1.26.0

replace github.com/aimskit/aimskit => ../../..

require (
	github.com/aimskit/aimskit v0.0.0-00010101000000-000000000000
	github.com/yuin/goldmark v1.8.7
	golang.org/x/net v0.62.0
)

require github.com/shopspring/decimal v1.6.0 // indirect
