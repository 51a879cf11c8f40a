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
// # Decisions
//
//   - A record is seen from the day that its Since names. A record without
//     that day was always there.
//   - A reference into a kind that the host does not supply, and of which the
//     snapshot holds no such record, is not followed: the host keeps those
//     records elsewhere.
//   - Ids of one kind that differ only in case are refused, because some
//     databases cannot tell them apart.
package audit
