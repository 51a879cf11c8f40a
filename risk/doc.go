// Package risk is the qualitative side of AI risk management: criteria and
// matrices that are checked, the register of risks and opportunities, their
// treatment and acceptance, and what-if analysis (ISO/IEC 42001 6.1.1–6.1.3,
// 8.2, 8.3 and Annex C; ISO 31000; ISO/IEC 23894).
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
