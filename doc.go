// Package aimskit is the domain logic of AI management systems after
// ISO/IEC 42001, as a library: it holds no server, no schema and no user
// interface, and reads neither files nor the clock. A portal, a product or a
// script brings its records, and the library says what they show.
//
// This package holds documentation only. Import what you need:
//
//   - [github.com/aimskit/aimskit/aims]: the shared words (ids, clauses, dates,
//     evidence, problems, verdicts, rules), the records of the management system
//     itself and the catalogue of requirements
//   - [github.com/aimskit/aimskit/risk]: criteria and matrices that are checked,
//     the register, treatments, plan and acceptances, what-if with attribution
//   - [github.com/aimskit/aimskit/risk/montecarlo]: what a year may cost: models
//     of losses, simulated or computed, compared and studied
//   - [github.com/aimskit/aimskit/impact]: what a system does to people and
//     societies: assessments, the gate before use, what the law asks for
//   - [github.com/aimskit/aimskit/impact/instrument]: other people's
//     questionnaires as data, evaluated exactly
//   - [github.com/aimskit/aimskit/controls]: the catalogue of Annex A and the
//     Statement of Applicability
//   - [github.com/aimskit/aimskit/audit]: the records of evaluation, improvement
//     and certification, and the snapshot of a whole management system
//   - [github.com/aimskit/aimskit/audit/rules]: what the records show about each
//     requirement and control
//   - [github.com/aimskit/aimskit/audit/certification]: what has to hold before a
//     certificate is granted, kept and renewed; audit time and sites
//   - [github.com/aimskit/aimskit/audit/readiness]: the score with its bounds, the
//     gates, the gaps and the cheapest way to close them
//   - [github.com/aimskit/aimskit/audit/report]: documents for readers, in HTML,
//     Markdown, SVG and CSV
//   - [github.com/aimskit/aimskit/aims/store], with
//     [github.com/aimskit/aimskit/aims/storetest] and
//     [github.com/aimskit/aimskit/audit/ledger]: what the library needs of a
//     database, the proof that one gives it, and who changed what, when and why
//
// # From clause to package
//
//	clause                     package
//	4, 5, 6.2, 6.3, 7, 9.1     aims
//	6.1.1 to 6.1.3, 8.2, 8.3   risk
//	6.1.3, Annex A             controls
//	9.2, 9.3, 10               audit
//	4 to 10                    audit/rules (verdicts), audit/readiness (score)
//	ISO/IEC 17021-1            audit/certification
//	7.5.3                      aims/store, audit/ledger
//	6.1.4, 8.4, A.5            impact
//	ISO/IEC 42005              impact, impact/instrument
//
// A requirement about which the records tell nothing is reported as unknown,
// never as fulfilled.
//
// # From records to an answer
//
// Records become an audit.Snapshot. Opening it validates and indexes everything
// once; the rules judge each requirement at a date; the assessment turns the
// verdicts into a score that always stands beside its coverage and its upper
// bound. Each step is a pure function: the same module version gives the same
// bytes on every machine. Every piece also works alone: a Statement of
// Applicability needs no snapshot.
//
// Identifiers and short titles are those of the standard; every other sentence
// is our own, and none replaces the standard itself.
package aimskit
