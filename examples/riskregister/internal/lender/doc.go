// Package lender tells the story of the example: the risk register of Scorely,
// an invented provider that sells credit scores to banks, at 30 September
// 2026. It has five AI systems and thirty risks, one of them closed. Faults of
// kinds that real registers have are in it on purpose; [Faults] lists them.
//
// The test of the package writes what it tells as the files that the example
// reads.
package lender
