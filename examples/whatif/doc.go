// Whatif reads the model of an organization's losses and prints what a year
// may cost: per scenario and all together the mean, the probability of a year
// without loss, and the losses that are exceeded in one of 2, 10, 20, 100 and
// 1000 years, each with its sampling error.
//
//	go run ./examples/whatif -model examples/whatif/models/portfolio.json
//
// The flags:
//
//	-model FILE    the model; see the folder models and its README.md
//	-trials N      years to simulate; 1,000,000 unless said otherwise
//	-seed S        other years of the same model; 1 unless said otherwise
//	-exact         compute the distribution instead of drawing from it
//	-compare       what each control is worth: the model without it, or with it
//	-study FILE    many points of the model as tidy rows; see the folder studies
//	-json          print JSON instead of tables, rows of a study as NDJSON
//	-out DIR       write result.json, result.csv, exceedance.csv, exceedance.svg
//	               and tornado.svg, with -compare compare.json and compare.csv,
//	               and with -study study.ndjson, study.csv and sensitivity.json
//	-verify        check that DIR/result.json, or without -out the result on
//	               standard input, is sealed, of this model, and comes out again
//	-ndjson        answer requests on standard input, one JSON object a line
//
// A study that was stopped goes on where it stopped when it is started again
// with the same -out.
//
// Exit status: 0 when all is done; 1 when something could not be written, or
// the result does not verify; 2 when the input is invalid, with a line
// "POINTER CODE MESSAGE" for every problem on standard error.
package main
