// Riskregister judges a risk register by its criteria at a day: it rates and
// ranks the risks, counts them on a heat map, lists what is inconsistent, and
// tries out changes.
//
// Without flags it does so for Scorely, an invented provider of credit scores,
// whose records are kept in the folder register. The files are read like
// anybody's: bytes in, every problem with its pointer out.
//
//	go run ./examples/riskregister
//	go run ./examples/riskregister -register FILE -at 2026-09-30   # your own
//	go run ./examples/riskregister -json       # everything, for programs
//	go run ./examples/riskregister -out DIR    # heat map and ranking as SVG and CSV
//
// # Flags
//
//   - -register FILE: the register: risks, opportunities, treatments, plans,
//     acceptances, and criteria if they are not in a file of their own.
//   - -criteria FILE: the criteria, in every version that a rating was made with.
//   - -facts FILE: what is known beside the register: evidence, and the
//     controls that the Statement of Applicability excludes.
//   - -whatif FILE: changes to try out, and the measures to share out among them.
//   - -at DATE: the day, as 2026-09-30. The example's own day is known; for
//     your register it must be given, since the program reads no clock.
//   - -state STATE: inherent, current (the default), residual or target: what
//     heat map, ranking and counts show.
//   - -json: print JSON.
//   - -digest: print id, version and digest of the criteria, and nothing else.
//     Every rating names the digest of the criteria that it was made with.
//   - -library: print the library of typical AI risks, risk sources and
//     objectives as JSON, to copy from, and nothing else.
//   - -out DIR: write heatmap.svg, ranking.svg, heatmap.csv, ranking.csv and
//     observations.csv to DIR, which is made where it does not exist.
//
// With -register, the example's other files are not used: give your own, or
// do without.
//
// # Files
//
// Each is a JSON document that begins with "format": "aimskit/0.1", and the
// folder register holds one of each. Register and criteria are
// [github.com/aimskit/aimskit/risk.Records]. Facts are {"evidence": [...],
// "excluded": ["iso42001/A.6.2.3", ...]}; without them, nobody knows whether
// the treatments are in place, and the program says so. A what-if is {"state":
// "current" or "residual", "changes": [...], "measures": [...]}, with the
// changes and measures of package risk.
//
// Exit status: 0 when everything was judged; 2 when the input is invalid, with
// a line "FILE POINTER CODE MESSAGE" for every problem on standard error; 1
// when results could not be written.
package main
