// Package aims has the words that all packages of the library share, the
// catalogue of the requirements of ISO/IEC 42001:2023, and the records of the
// management system itself: clauses 4, 5, 6.2, 6.3, 7 and 9.1, AI systems with
// their data, validations and releases, suppliers, incidents and evidence.
//
// # Model
//
// A host turns its own tables into records such as [Policy], [AISystem] or
// [Evidence]. Records are plain structs: they name each other by id, say what
// they refer to ([Record]), and check only themselves. What they show about a
// requirement at a given day is judged elsewhere, by a [Rule], whose answer is
// an [Observation] with a [Verdict]. Requirements are looked up in a
// [Catalogue]. Nothing here reads files or the clock, keeps state or starts a
// goroutine; every function gets the day it speaks of.
//
// # Problem, observation, finding
//
// Three words for three things. A [Problem] says that a value is malformed: an
// id with a blank in it, an end before its beginning. Problems come as an
// [InvalidError], all of them, in the order of the fields, each with a code, a
// JSON pointer and its arguments; [Sentences] has the English. An [Observation]
// says what well-formed records show about the management system; a gap is
// never an error. A finding is the record of an auditor, and stays theirs.
//
// # Unknown
//
// What nobody said is not "no", not zero and not done. [Answer] stands in for
// bool and has [Unknown]; [Amount] stands in for numbers and may be unknown; a
// [Verdict] begins as [CannotTell]; an absent [Date] is no day. The zero value
// of everything means "absent" or "unknown" and is safe to use.
//
// # Ids and keys
//
// Records have ids of their own types; [ValidID] gives the form, and [IDFrom]
// makes one from the keys of a host. People are a [PersonID] everywhere: names
// stay with the host, where they can be erased. The standard's numbers keep its
// notation and sort by number: [Clause], [ControlID], [AnnexC]. Thirteen ids of
// Annex A also exist in ISO/IEC 27001, so a [Key] carries its framework. A [Ref]
// names any record by kind and id.
//
// # Approval binds content
//
// An [Approval] holds the [Digest] of the content that was approved, which
// [DigestOf] takes from its canonical JSON. The Content method of a record
// leaves out approvals, reviews and whatever else happens to it, so [StandingOf]
// finds an approval voided exactly when the content was changed, without
// anybody having to remember. Digests of old content never change.
//
// # Evidence
//
// A file proves nothing by being there. [Evidence.State] goes from Referenced
// (a pointer) through Present (retrieved, with the bytes that were collected)
// and Verified (read, and found to support the claim) to Accepted (judged
// sufficient for a named requirement by somebody other than the owner of the
// work), or to Rejected. Whether it is still fresh is a second question:
// [Evidence.Fresh].
//
// # Catalogue
//
// [Edition2023] lists 7 clauses with 32 leaves. A leaf consists of points, each
// of which can be judged by itself: "6.1.3/f". A core point is one without which
// the requirement is not met at all. Numbers and short titles are the
// standard's; summaries and points are our own words and do not replace its
// text. [NewCatalogue] makes another edition, or one of your own. [Standards]
// tells which clauses of other management system standards correspond, and
// where the same number means something else.
//
// # How we read the standard
//
// Where it leaves room, the library decides, and says so:
//
//   - Which points a requirement has, and which of them are core, is our
//     division. Letters do not follow the standard's list marks.
//   - 6.3 and 10.2 are set in motion by events, and so is the treatment of new
//     or failed risks in 8.3. With a process and no event yet they conform, not
//     yet exercised. Repeating assessments after a change (8.2, 8.4) is not among
//     them: whether something changed is asked at every judgement.
//   - Climate change takes one determination for each context (4.1), and a look
//     at the needs of interested parties (4.2).
//   - Every AI system is either in the scope or excluded with a reason: a scope
//     that merely does not mention a system leaves 4.3 open.
//   - 5.1 is shown by acts of top management on record, not by a statement that
//     there is commitment.
//   - 6.1.2 asks for consequences to the organization, to individuals and to
//     societies; leaving one out takes a reason.
//   - 6.1.3 takes two approvals by the management named for it: of the plan, and
//     of the risks that remain.
//   - 9.3.2 does not fail for want of earlier actions in the first review.
//   - Clauses 4 to 10 are never not applicable. That answer exists only for a
//     control of Annex A, through a justified exclusion.
//   - An approved record with approver and day (a policy, a statement, a plan) is
//     evidence of itself. Other claims need accepted evidence.
//   - Evidence that speaks against a claim counts before anything that speaks
//     for it. The acceptance of one's own work is none, and does not lift a
//     rejection. While nobody is named as owner of the work, nobody has accepted.
//   - Intervals are the organization's own. "Within" includes the last day, and
//     months are added with the day clamped to the end of the month.
//
// The Example tells how these fit together.
package aims
