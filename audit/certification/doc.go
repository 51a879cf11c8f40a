// Package certification judges the way to certification and along it: what
// opens the gates, what can be decided and why, where a certificate stands and
// what is due, how long an audit takes and which sites it visits
// (ISO/IEC 17021-1:2015, ISO/IEC 42006:2025 and the documents of the IAF).
//
// Everything is a pure function of records in package audit, a versioned
// [Policy] with the source and the [Confidence] of every number, and a day.
// What is dated later is not seen, and what is unknown never stands for yes.
// Where the edition of a source is not known for sure it is undated; the
// numbers of subclauses are general knowledge (K) wherever they stand. SOURCES.md
// lists them all.
//
// # Decisions about a certification
//
// A [Case] is what lies before those who decide: the file, the audits with
// their findings, who decides, and what is asked. [Decide] answers with what was
// asked or with not yet, and gives every rule that held or failed with its
// clause, its records, its reasons and the earliest day on which it could come
// out otherwise; then what is left to do, what the file is to note, and where
// the certification stands afterwards. [Rules] lists the rules of a decision,
// testdata/README.md explains the corpus. What is decided here:
//
//   - Before a decision every major is verified, and the plan of every minor
//     accepted (B). Verified means that its implementation was: the effect is
//     verified before the finding is closed. A finding that the auditors
//     withdrew in a dispute counts no more; one in draft may become anything (I).
//   - For a grant a major is verified within six months after the last day of
//     the latest stage 2, that day included; later only another stage 2 helps (B).
//   - Those who decide did not take part in the audits that the decision rests
//     on; technical experts did, observers did not (B). A grant rests on the audits
//     since the application, a renewal on the recertification audit and what
//     came with it, an extension on audits that looked at what is new, anything
//     else on those since the decision before. Earlier audits bar nobody (B).
//   - Maintaining needs no other decider, unless a major was raised or the team
//     recommends otherwise (B). An open major keeps it from being maintained (I).
//   - Consultancy and internal audits bar for two years, that day included (B);
//     employment by the client and a share in it while they last, and any
//     other interest until somebody settles it (I). A body is barred by name.
//   - A grant, a renewal and an extension need a report, a recommendation that
//     is followed or a reason (K), an accredited body (I), the version of the
//     Statement of Applicability and the words on labelling (C), and an effect
//     not before the decision (K).
//   - A suspension names one of three grounds (B). Restoring needs somebody's
//     word that the cause is resolved, and after refused audits one that took
//     place (I). Withdrawing needs deciders only.
//   - A refusal follows the state table: it waits until the findings of stage 2
//     are resolved, so that an open major delays the decision and is no ground
//     to refuse (I).
//   - What the file notes as open after an audit is resolved only where a record
//     of such a finding says so: a file that is alone with it waits (I).
//   - Of a transfer the body that takes over decides, so its own ties bar (I).
//   - Scopes are compared by the roles, systems and sites that they name; words
//     are not compared (I).
//   - Opportunities, conformities and findings of internal audits stand against
//     no decision (B).
//
// # Gates
//
// [Preconditions] is the only place where the gates of stage 1, stage 2 and the
// decision are judged; everything else shows them. What is decided here:
//
//   - A gate is open when its conditions and those of the gates before it are
//     met. One that is known not to be met closes it; otherwise an unknown
//     one leaves it unknown, and unknown is not open (I).
//   - The conditions of stage 1 are our reading of what a stage 1 audit looks
//     at: documents, first results, and that internal audit and management
//     review are planned and being performed (B, I): an audit was begun and a
//     review held by the day. They rest on points of requirements as package
//     rules judged them, so nothing is judged twice.
//   - Stage 2 asks for a stage 1 that ended with readiness (B), internal audits
//     of every requirement and applicable control, a complete management review
//     after them, no major gap and no open internal major (I), and the months of
//     operation of the policy (C). Minor gaps do not stand against it. A control
//     that is planned, which is no defect of the statement, does until it is in
//     place, at least in part (I). A gap that nobody can tell may be a major one,
//     so it leaves the gate unknown.
//   - The gate of the decision has the rules of a grant, but for those about who
//     decides and when it takes effect. Behind a valid certificate it stays
//     open by what it was granted on.
//
// # Audit time and samples of sites
//
// [AuditTime] calculates audit time from tables that are data, and explains
// every step with its rule and how well that is known (A: seen in an official
// source … I: our own reading). [SiteMethod.Size] says how many sites are
// audited, and [SelectSites] which and why. What is decided here:
//
//   - Of the AIMS table (C) only the row up to ten people is public. For more
//     there is [NotInTable], and the licensed table to supply.
//   - What saves time is added up and cut at 30 % of the table's days, at a
//     sampled site at 50 % (A); what costs time is added in full after that,
//     so that it is never eaten up (I). What is cut is said, never silent.
//   - Integration multiplies what is left, at most 20 % less (A). A sampled
//     site keeps half of the table's days even then (I, from IAF MD 1, 7.3.1).
//   - Surveillance takes 1/3, recertification 2/3 (A: "about"). How an initial
//     audit divides into its stages no source says, and neither do we.
//   - Half days are rounded once, at the end (A); the middle goes up, and what
//     is more than nothing never becomes nothing (I).
//   - Where the table allows a range and nobody chose, the result is a range.
//   - Part of an effective person counts as one (I).
//   - Trainees do not count as auditors in [AuditorDays] (K), nor do technical
//     experts (B).
//   - A quarter of a sample is drawn at random (A). The rest is chosen for
//     variety over attributes that the caller names, then for the longest time
//     without a visit (I). Sites that are not sampled take turns at
//     surveillances (I).
//
// # The life of a certificate
//
// [Replay] reads the events of an [audit.Certificate] and tells its [Standing]
// on a day: the state, the cycle, the last day of validity, and what is due by
// which rule. An event that cannot follow on those before it is refused with
// its clause. [Calendar] lists what is due in a period, [ICalendar] writes it
// for a calendar program, and [TransferChecks] says whether another body can
// take over. See the examples certificate and suspension. What is decided here:
//
//   - The state table is our reading of the clauses (I); the limits in it are
//     the policy's. Expiry is computed, inclusive of its day.
//   - The day of an audit is its last, so that the six months for majors run
//     from the last day of stage 2 (B). The plan of a minor knows no limit.
//   - Surveillance follows two rules side by side (B): the first at most twelve
//     months after the initial decision, and one in every calendar year after
//     that of the decision and before that of expiry, in which recertification
//     is due. After a renewal the years count from that of the recertification
//     audit, not of the decision (I). The next audit ends what is overdue.
//   - The cycle runs from the decision, whatever day it takes effect on; the
//     last day is that of three years later less one (C), or as the decision
//     says, within the cycle. A renewal builds on the old last day, decided
//     early or in the six months after it (B), and until it takes effect the
//     certificate before it is valid.
//   - A suspension stops no clock (B), and the certificate is valid again from
//     the day on which what ended it takes effect (I). What expired while
//     suspended is restored only after a recertification audit was clear, or
//     cleared, since then (I).
//   - While it can be restored, an expired certificate is not replaced by a new
//     application or a stage 2; after that, either begins anew (I).
//   - Maintaining needs a surveillance without open majors; renewing needs
//     the plans of minors accepted, too (B).
//   - Those who audited do not decide on grant, refusal, renewal or restoration
//     (B). The file shows it where it names both.
//   - An unknown accreditation is none. That the body which takes over is
//     accredited is general knowledge (K).
package certification
