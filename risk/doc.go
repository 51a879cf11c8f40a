// Package risk is the qualitative side of AI risk management: criteria and
// matrices that are checked, the register of risks and opportunities, their
// treatment and acceptance, and what-if analysis (ISO/IEC 42001 6.1.1–6.1.3,
// 8.2, 8.3 and Annex C; ISO 31000; ISO/IEC 23894).
//
// # The register
//
// [Records] are risks, opportunities, treatments, plans, acceptances and the
// [Criteria] that they were rated by; [Read] reads them from JSON and
// [NewRegister] checks and indexes them. [Register.Assess] judges a register at
// a day: [Assessment.Positions] says where each risk stands, [Assessment.Rank],
// [Assessment.HeatMap] and [Assessment.RollUp] put them in order and count
// them, and [Check] lists what [Rules] observe. [Rerate] takes a register to
// new criteria and reports every change.
//
// A risk is rated in four states: inherent, with no controls; current, with
// those that are effective at the day; residual, expected once the approved
// plan is complete; target, the level decided on. Its level is the worst over
// the dimensions of consequence, each put through the matrix. A rating that
// lacks a likelihood, or a consequence without a reason, has no level.
//
// The standard and its companions leave open, and this package decides:
//
//   - A control lowers a rating through a [Treatment] with an [Effect]; one that
//     was there before the register is a treatment that is implemented. Effects
//     count levels of one axis, add up and end at level 1.
//   - A treatment is effective when it is implemented and not ended, its latest
//     review since then does not say that it failed, and fresh evidence was
//     accepted for 8.3, its points a or e, or a control that it puts in place.
//     Where the host supplies no evidence at all, the claim counts, and a rule
//     says that nothing shows it.
//   - The residual level that the plan justifies rests on effective treatments
//     and on those of approved plans, as they were approved, unless they failed
//     or ended; so it never lies above the current one that they justify.
//   - What counts is the higher of the stated and the justified level. A stated
//     level above the justified one is the organization's caution; one below is
//     observed.
//   - A rating by criteria that are not in force has no level; see [Rerate].
//   - An acceptance is about the residual rating or, without one, the current
//     one. It freezes [Risk.Content], and is stale by content and day alone;
//     who rated when, owner and reviews are not part of that.
//   - The tolerance is the highest level that is kept by acceptance as a rule;
//     above it stands only what an [Accepter] named up to that level accepted.
//     Without a tolerance it is the appetite.
//   - Treatments in place without a review of their effectiveness are a minor
//     gap at once: no grace is given that nobody planned.
//   - A consequence can go unrated for a reason; reasons for all of them are
//     observed, since then nothing is rated.
//   - Taking or increasing a risk on purpose may raise its rating.
//
// # Matrices
//
// A [Matrix] is the organization's own table from likelihood and consequence
// to a risk level. [Matrix.Validate] refuses one with holes, or whose level
// falls while likelihood or consequence rises. Beyond that a matrix is not
// wrong, only more or less telling: [Matrix.Cox] holds it against three axioms
// and shows the cells and points that disagree, [Matrix.Statistics] says how
// often it orders two risks as their numbers do, and [Criteria.Doubts] gathers
// what is questionable about criteria. [Criteria3x3], [Criteria4x4],
// [Criteria5x5] and [Criteria5x4] are ready-made.
//
// # What if
//
// A [Change] switches a treatment or a control, or sets effects, a rating or
// criteria. [Assessment.WhatIf] compares the register without and with some
// changes, and [Assessment.Attribute] shares out among them what they do
// together, by Shapley values: which controls matter. Neither writes anything.
//
//   - What-if compares levels that follow from inherent ratings and treatments.
//     A current rating that somebody stated tells nothing about other controls.
//   - A treatment whose controls are several counts only with all of them: one
//     that is switched off takes it out, and it takes all to put it in.
//   - Switched off beats switched on, so the order of changes does not matter.
//   - How many low risks a high one is worth is nobody's to know: a sum over
//     risks takes weights that the caller declares.
package risk
