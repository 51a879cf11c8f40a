// Package readiness counts how ready an AI management system is, as far as
// its records tell, and says what the figure leaves open.
//
// [Assess] takes the result of rules.Evaluate and, beside it, what a gap
// assessment stated, and returns a [Report]: a score with its bounds and
// coverage, what each item contributes, the known gaps with their priorities,
// what is unknown, and the band. Readiness is not a probability of
// certification.
//
// # The score
//
// The 32 requirements weigh the same among themselves, and so do the
// applicable controls; a [Model] says how the two parts share the total (60 %
// and 40 % by default) and what a verdict earns. The unknown earns nothing in
// the score and everything in the upper bound:
//
//	score = known × coverage      upper = score + 1 − coverage
//
// where known is what is done of what is known, and coverage the share of the
// weight about which anything is known. These hold exactly in the integers of
// [Bounds]; decimals are rounded at the edge, the score down, the upper bound
// up. Always show them together: one conforming requirement out of 70 items
// is a score of 0.0187 with an upper bound of 1, never "100 %".
//
// # Exclusions
//
// A control that a justified exclusion takes out does not count. An exclusion
// that is unjustified, or that records contradict, counts as not done. The
// score without exclusions stands beside the score.
//
// # The band
//
// The band follows from the gates of package certification alone. A high
// score never opens a gate.
//
// # What is stated
//
// A stated gap counts where records tell nothing: what it loses is known, so
// the upper bound falls, and it earns nothing. A stated conformity without
// records stays unknown and is listed as claimed. Where statement and records
// disagree, the records count and the disagreement is listed.
package readiness
