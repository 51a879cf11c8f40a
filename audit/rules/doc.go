// Package rules judges what records show about every requirement of clauses
// 4 to 10 of ISO/IEC 42001:2023 and every control of Annex A.
//
// A rule is a value, [aims.Rule] over an [Input]: it looks at records as of a
// day and answers for one point of a requirement, or for one control, with an
// [aims.Observation]. [Evaluate] runs a [Set] of them over a view from
// [audit.Open] and joins the points of each requirement. Presence alone never
// satisfies a rule about content.
//
// RULES.md beside these sources says what each rule asks, point by point, and
// how sure that is; DICTIONARY.md says it by kind of record.
//
// # From points to requirements
//
// A point is shown, partly shown, not shown or unknown; as verdicts:
// Conforms, MinorGap, MajorGap, CannotTell. A requirement is a major gap when
// a core point is not shown at all, a minor gap when any point fails
// otherwise, unknown when none fails and some is unknown, and conforms when
// all are shown. Known failures beat the unknown. These verdicts predict; the
// grade of a finding stays the auditor's.
//
// # What counts as shown
//
// A structured record that the right person approved, as it stands, is
// evidence of itself. Any other claim needs evidence that somebody other than
// the owner of the work accepted for the requirement or control in question,
// and that has not expired. Missing, expired or unaccepted evidence leaves
// the point unknown; rejected evidence, or evidence that speaks against the
// claim, is a gap.
//
// # What a missing record means
//
// Of a kind that the host supplies, nothing there is a gap; of any other kind
// nothing can be told.
//
// # Controls
//
// A control is judged by what the Statement of Applicability says of it and by
// the evidence of its row. Beside that, a rule for every control of Annex A
// holds the claim that it is in place against the records: a channel for
// concerns that keeps no confidence, a release that nobody approved, an
// authority that was told too late. What contradicts a claim is a lapse with
// the reason [ControlContradicted]; what records leave open contradicts
// nothing, and no record replaces the evidence.
//
// # Beside another module
//
// A host with a module for ISO/IEC 27001 or another standard keeps its verdicts
// there and carries them over: [External] makes a rule of a verdict with its
// reference, and [Set.With] adds it. What that module found to conform answers
// what the records leave unknown here, of a requirement all of its points, and
// contradicts no lapse that they show; [Set.Drop] takes out rules that it
// stands for. See the example BesideAnotherModule. Only the numbers of clauses 4
// to 10 nearly match those of ISO/IEC 27001:2022, and 6.1.2 to 6.1.4 and 8.2 to
// 8.4 mean other things everywhere else. An audit or review of another system
// serves this one only when its criteria, scope and inputs name the AI
// management system.
//
// # Judging often
//
// A view computes its own digest, that of each content which approvals bind,
// and what impact assessments and the Statement of Applicability say at any
// day, when it is judged for the first time, and has them for every further
// day, set or model: judging again takes a sixth to a tenth of the time, less
// than one digest of the records; see BenchmarkEvaluate, which tells. Make
// a set once and keep it, too; its catalogues and its digest are not free.
//
// # Decisions
//
//   - A minor gap is an isolated lapse: of a set of records, such as the
//     processes, some fail and some do not. If all fail, the point is not shown.
//     What is approved and in use and lacks a part, such as an audit programme that
//     does not say how audits are reported, or criteria and reviews without a next
//     one, lapses as well.
//   - A review vouches for a record that nobody approves only if somebody else
//     than its owner made it and the next one is planned and lies ahead.
//   - What must be approved by top management: policy, objectives, scope.
//     A machine, or a person who was not there on the day, approves nothing.
//   - What is made known is made known after it exists.
//   - Obligations bear on 4.2 where the host keeps a register of them: each that
//     binds says how it is met, and is looked at as planned. Whether it is fully
//     met yet, 4.2 does not ask; that it is known to be unmet is a lapse.
//   - A risk has a level only by criteria in force, as they stand: a rating
//     made with others is a lapse, and what it says is not used. A risk without
//     a level counts as above the appetite.
//   - A risk above the appetite is treated, or accepted as it stands by somebody
//     whom the criteria name. What a treatment leaves is accepted as well, unless
//     neither treatment nor level asks for it.
//   - The plan is approved by the management that it names, and only while every
//     treatment is as it was planned. Progress of a treatment changes nothing.
//   - That a treatment proved not to work is no gap of its verification (8.3/b),
//     but of what has to follow (8.3/d).
//   - An opportunity that nobody decided on is a lapse; risks without any
//     opportunity are one, too, since 6.1.1 asks for both.
//   - 8.2 asks for a new look after a planned change of a system that took
//     effect, and after a release with a material change: from the day on which
//     the change was recorded.
//   - Whoever owns an AI system or a process in the part of the scope that they
//     audit, or a process for a requirement in it, audits their own work.
//   - Internal audits count once they came to a report; together they must cover
//     every requirement. What a report says of conformity may be yes or no. That the
//     first audit took place without a report yet is a lapse, and so is that an
//     improvement was decided and none is carried out yet.
//   - A programme that replaces another needs no audit at once: one of the earlier
//     programme counts for it, for as long as the interval of one of its parts.
//   - Management reviews are judged by the latest. The first one has no earlier
//     actions to look at; every other topic of 9.3.2 has to be heard.
//   - A nonconformity whose correction or action is due on a day that lies ahead
//     is dealt with; the cause has to be on record from the beginning.
//   - Not yet exercised is said of a requirement only if every one of its
//     points waits for an event (6.3, 10.2).
//   - The unknown never becomes a gap by age alone: expired evidence leaves a
//     claim unknown, while something that the organization itself planned and
//     did not do is a lapse.
package rules
