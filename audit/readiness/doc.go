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
// # Maturity
//
// A gap assessment may say how mature a practice is ([aims.Maturity]). It makes no
// verdict, and counts only in a model that asks for it, such as [ByMaturity]:
// there an item earns at most what its level is worth, and one of which nobody
// said a level stays open as far as its verdict would earn.
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
//
// # Showing a score
//
// Show score and upper bound together, the share that is known beside them, and
// the sentence that readiness is not a probability of certification. A bar from
// score to upper bound says more than a needle. Show the band apart: it follows
// from gates, and a high score with a shut gate is the case that users most need
// to see. Show the score without exclusions where controls are excluded, and the
// number of systems left out of the scope. Never show the known share alone, and
// never compare two organizations of which different kinds of record are
// supplied without saying so. Round as the report does: the score down, the upper
// bound up. The example ShowingAScore prints all of it.
//
// # Scoring anew
//
// When a new model or rule set comes out: keep the old one pinned by name and
// digest; rehearse the new one over stored reports, which says who moves, who
// crosses a band and why; tell those who cross; assess everybody once with each
// on the same records and day, and keep both receipts; then switch. [Explain]
// gives the part of rules and model in every later difference, so that nobody
// takes a change of the ruler for a change of the thing measured: see the
// example ScoringAnew.
//
// # Over time
//
// A [Basis] is all that a report follows from: records, day, rules, model. From
// it [Forecast] says on which day what changes if nobody touches the records,
// [NextChange] the first such day, and [Explain] what of the difference between
// two reports comes from time, from the records, from the rules and from the
// model. [Diff], [Trend] and [Rehearse] compare stored reports: two of them, a
// series, and what another model would make of them. [Points] are exact
// fractions, so that parts add up to the whole.
//
//   - Time is told apart before records are: what the passing of days alone did
//     to the records as they were. Records, rules and model follow in this order.
//   - What other weights do to an item that stands as before is no move of the
//     item; it is summed up as reweighed.
//   - A forecast looks at the gates on every day, and at the rules on every day
//     that a record names or on which an observation ends. It shows what counts:
//     where items and conditions stand, score and band, not every sentence.
//   - A stored report tells the band under another model only if both judge the
//     gates by the same policy, or if the gate of stage 1 is not open.
//
// # Parts of the whole
//
// [Report.Parts] breaks a report down by clause and by group of controls, and
// [Basis.Contributions] names the records that each requirement and control
// rests on. [Basis.Systems] and [Basis.Sites] say how ready the management
// system would be with the AI systems of each part alone in its scope, and what
// stands worse for them than for the best part: what holds the whole back. A
// system stands at the sites that its record names; what is placed nowhere is a
// part by itself. Since most requirements are met once for all systems, these
// parts do not add up to the whole. [Pilot] compares the whole scope with some
// of its systems, to see whether to certify those first.
//
// # What to map and to ask next
//
// [MappingMeter] says, before any record is mapped, what records of the kinds
// that a host has can prove at all, and which kind to map next. Once records are
// there, [NextBest] puts what is still unknown in the order in which it is worth
// asking, with what each answer would make of the score.
//
// # Many organizations
//
// A [Portfolio] counts reports of many organizations by one rule set and one
// model: how scores and bands spread, and where gaps are frequent. It keeps
// counts and no reports, so its memory does not grow; parts are counted apart,
// also on other machines, and merged in any order. Compare only organizations
// that supply the same kinds of record.
//
// # Receipts
//
// [Report.Summary] says a report in a few figures, and [Report.Receipt] what it
// was made from; [Verify] makes it again from the records and finds whatever was
// altered. A receipt is no signature.
//
// # What an auditor would write
//
// [Predict] puts gaps in the words of an auditor, each with the grade that the
// verdict suggests and the record that would dissolve it. An item about which
// nothing is known leads to questions and not to a finding.
//
// # Plans
//
// [Plan] chooses, of the [Action]s that somebody offers, the cheapest ones to
// a [Goal], or the ones that gain most for a budget, and puts them on the
// calendar as a [Schedule] with its milestones. [QuickWins] says what to begin
// with, and [CostCurve] what each score costs at least. What we decided where
// nothing is written:
//
//   - An effect says what the records will show about one requirement or
//     applicable control: conformity, or a minor gap. Of several actions on one
//     item the best verdict counts. The score of a schedule is what [Assess]
//     gives once the records show all this.
//   - A condition of a gate that names points counts as met once the
//     requirements of these points conform, since a report does not tell which
//     point stands against it. What asks for audits or time is an obstacle: no
//     effect on a requirement meets it.
//   - Days are calendar days. An action starts when all that it needs is
//     finished and a place is free; the longest chain of work goes first.
//   - A cost is known and in one currency. Effects, prerequisites and
//     exclusions are facts of the caller; nothing is estimated.
//
// # How sure a plan is
//
// With up to 20 actions every plan is proved: no set of actions is better. With
// more, the search weighs as many partial choices as [PlanOptions] allow, and
// the schedule says how far the best plan could be better: LowerBound, Proved
// and [Schedule.Gap]. All of it is whole numbers, so it is the same on every
// machine. BenchmarkPlan plans 40 actions on 70 items in six families, which
// internal/gen/readiness draws: costs that are independent of gains,
// strongly and weakly correlated with them, chains of prerequisites, groups of
// exclusions, and costs that equal gains, where only the parity of sums
// decides. Of 100 tasks of each, with the usual 200,000 nodes, all were proved
// in every family but the last. There 35 were, and of the others the mean gap
// was 0.4 %, the greatest 0.8 %.
//
// # Speed
//
// BenchmarkAssess and BenchmarkPortfolio measure against SHA-256 of 64 KiB in
// the same run. For an organization with 4 systems, 100 risks and 300 items of
// evidence, [Assess] took about as long as that, with 146 allocations, most of
// it for the gates; with rules.Evaluate before it, of records that were judged
// before, some 35 times as long, with 1,210. A [Portfolio] itself adds little:
// to count a report a fifth at most and one allocation, to merge two half as
// long as the hash and none.
//
// # Whether to certify at all
//
// [Candidacy] answers from facts about the organization, with reasons. A
// [BusinessCase] adds up ranges of costs and benefits that the caller gives,
// and says whether and when they break even, at best and at worst.
package readiness
