// Package audit holds a whole AI management system at one moment, and the
// records of clauses 9 and 10 of ISO/IEC 42001.
//
// A [Snapshot] is plain data: every record that a host has, and the kinds of
// record that it has at all. [Open] checks and indexes it and is the only way
// to a [View], which everything to the right of this package judges:
//
//	host tables or JSON → Snapshot → Open → View → rules.Evaluate → readiness.Assess
//
// # What a missing record means
//
// Of a kind that Supplied lists, absence is a gap. Of any other kind, absence
// proves nothing. So a host maps the tables that it has, says which kinds
// these are, and everything else is honestly unknown.
//
// # Your tables
//
// A host keeps its tables and its keys. For each kind of record that it has, it
// writes one function from its rows to the record: the row's own key as id if it
// is well formed ([aims.ValidID]), else aims.IDFrom of its parts; a column that
// may be empty as an Answer, an Amount or an absent date, never as no, 0 or today;
// whatever the library has no field for into Ext. It lists in Supplied exactly
// the kinds that it mapped in full, and leaves out those of which it has some
// records only. Then [Open] names every row that is wrong, by its place in the
// list: see the example YourTables. The example owntables does all this for a
// portal with four tables and a store.
//
// # Problems
//
// Whatever is wrong inside a record, ids that collide and references that
// lead nowhere are problems: [Open] reports all of them with JSON pointers.
// Whatever needs the date or a judgement is not a problem; it is for package
// rules. Lenient reading sets bad records aside, lists them in
// [View.Problems], and no longer takes absence of their kind for a gap.
//
// # Gap statements
//
// A [GapStatement] is what somebody said in a gap assessment. It stands
// beside the records and never replaces them; see package readiness.
//
// # Certificates
//
// A [Certificate] is the file of one certification: what was agreed, and the
// events since the application. What follows from them on a day, and which of
// them could not be, is for package certification.
//
// # What follows from the records
//
// A [Basis] is what audits are planned from and measured against on a day:
// the catalogues, and of the records those in force. From it come the
// [Coverage] of a cycle, with what is due and what was never looked at, the
// [Checklist] of a scope, with questions in the library's own words, and, with
// a [Team], the [Plan] of an audit: see the example of [PlanAudit].
// [CheckTeam] judges impartiality and competence by rules that a caller
// lists, drops and replaces. [Draw] takes samples that anybody can draw again.
// [CarryForward] puts open findings on the agenda of the next audit, and
// [Systemic] proposes, and only proposes, a major nonconformity where minor
// ones repeat. [CorrectiveAction.Missing], [ManagementReview.Missing],
// [OpenActions] and [ImprovementLog] say what is still to be done.
//
// # Decisions
//
//   - A record is seen from the day that its Since names. A record without
//     that day was always there.
//   - A reference into a kind that the host does not supply, and of which the
//     snapshot holds no such record, is not followed: the host keeps those
//     records elsewhere.
//   - Nobody audits what they own: processes for a requirement in their part of
//     the scope, AI systems that are named, controls that they answer for.
//     Consultancy and internal audits bar from a certification for two years
//     (ISO/IEC 17021-1, 5.2; two sources agree), employment and ownership while
//     they last (derived). Having audited the client before bars nobody.
//   - An audit that names only some points of a requirement does not cover it,
//     and one that names no AI systems covers none in particular.
//   - The domains that a team must know and the minutes of a plan are derived
//     here (confidence I): versioned values, there to be replaced. How many
//     minors make a systemic failure no source says, so there is no default.
//   - A plan shortens and drops nothing: what finds no slot is listed with the
//     reason.
//   - Ids of one kind that differ only in case are refused, because some
//     databases cannot tell them apart.
package audit
