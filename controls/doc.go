// Package controls holds the controls of Annex A of ISO/IEC 42001:2023, the
// organization's own controls beside them, and the Statement of Applicability
// that says which of them are necessary (6.1.3).
//
// The model in a paragraph: a [Catalogue] is a value that lists [Control]
// values; every control has an [aims.Key], and Annex A controls an
// [aims.ControlID] as well. A [Custom] is the organization's record of a
// control of its own, and [Catalogue.With] puts it beside Annex A. Whatever
// is no id of a control is refused with an [UnknownError], and whatever other
// name a control goes by is an [Alias]. A [Statement] has a row for each
// control of a catalogue. The Example of the package walks through the
// catalogue, and that of [Statement] through a statement.
//
// # Catalogue
//
// [Edition2023] has 9 groups (A.2–A.10), 10 control objectives and 38
// controls. The numbers 1 in each group, and in A.6 those of each of its two
// headings, are control objectives: A.2.1, A.6.1.1 and A.6.2.1 are nothing to
// implement, though several public tools list them as controls and so arrive
// at 39 or more. A later edition will be another value.
//
// Ids and short titles are those of the standard. Purpose, hint, typical
// evidence and the choice of Annex C objectives are our own words and
// judgement, after the spirit of Annex B; the standard's wording is not here,
// and nothing in our texts is a requirement. Which clauses a control helps to
// meet is written once, in [aims.Edition2023], and read from there.
//
// # Ids that are refused
//
// [Catalogue.Lookup] takes an id or answers false. [Catalogue.Resolve] says
// why: the id of an objective, of a heading, of guidance in Annex B, of a
// group or control that does not exist, a title, or a notation that is not
// the standard's. "a.6.2.4" and "6.2.4" are refused like "A.6.2.9", each with
// the control that was probably meant; 6.1.2 alone is a clause, and a table
// with ids in two notations joins wrongly. The nearest control is the one
// whose number differs least from left to right.
//
// Thirteen ids name a control of ISO/IEC 27001:2022 as well, and mean
// something else there: A.5.2, A.5.3, A.5.4, A.5.5, A.7.2, A.7.3, A.7.4,
// A.7.5, A.7.6, A.8.2, A.8.3, A.8.4, A.8.5. Where the two standards meet, use
// keys: iso42001/A.5.2, iso27001/A.5.2.
//
// # Own controls
//
// Annex A is not exhaustive: an organization adds what its risks need, made by
// itself or taken from elsewhere. The key of an own control is of any
// framework except iso42001, which is closed, and guide, which holds aliases.
// "own/C-7" is the usual form; "iso27001/A.8.24" is an own control taken from
// there. [Catalogue.All] puts own controls after Annex A.
//
// # Other names
//
// [Catalogue.Aliases] knows the titles of the standard, variants of them that
// popular material prints ([Variants]), and two other divisions of Annex A.
//
// Popular guides present Annex A as nine themes, A.1 to A.9 ([Themes]):
// policies, internal organization, resources, impact assessment, development,
// operation, interested parties, monitoring, documentation. Together they
// cover all 38 controls, some of them twice. Their numbers are not those of
// the standard: the theme A.4 is impact assessment, which is group A.5. So a
// theme is named guide/A.4 (guide/4 is understood too), and a bare A.4 is
// never read as a theme. Another guide has six domains ([Domains]).
//
// The guides also err about the annexes, and [Catalogue.Annexes] has it right:
//
//   - Annex B, the implementation guidance, is normative like Annex A. Guides
//     call it informative. It is guidance nevertheless: an organization may
//     implement a control in another way.
//   - Annex C is informative and lists organizational objectives (C.2) and
//     risk sources (C.3). Guides call it guidance for impact assessment; that
//     is 6.1.4, 8.4 and A.5.2–A.5.5 with their guidance in Annex B.
//   - Annex D is about use across domains and sectors. Guides call it risk
//     sources; those are C.3.
//
// # Statement of Applicability
//
// A [Row] of a [Statement] decides whether a control applies, and then says
// why: with a [Reason] for each inclusion, with an [Exclusion] on a [Ground]
// and in words for each exclusion. A control is excluded in general, or for
// named AI systems and applicable for the others. How far it is implemented
// (a [Status] with owner, due date and evidence) is said in the same row and
// is no part of [Statement.Content]: progress does not void an approval, a
// changed decision does.
//
// [Statement.Validate] finds what is malformed, [Statement.ValidateAgainst]
// also rows of controls that the catalogue does not hold. What a well-formed
// statement lacks is an observation: [NewFacts] gathers what is known,
// [Rules] lists the rules as values, and [Check] runs them. [Completeness]
// lists what is missing or undecided. [Positions] says for each control where
// it stands, from missing to proven; what each [State] is worth is for a
// scoring model to say. An exclusion takes a control out only while the
// statement is approved as it stands and no rule on exclusions has anything
// against it; in doubt the control stays in, and where it stands is unknown.
//
// A statement is approved by an [aims.Approval] of the digest of its content.
// [Statement.Decide] changes a row and appends a [Decision] to the history,
// which rules hold against the rows and against the version before.
// [Diff] shows a reviewer what makes one version into another, and
// [Changes.Apply] does it.
//
// # Verdicts of the rules
//
// A rule speaks of a point of a requirement or of the control itself; see
// [Rules]. A silent rule found nothing.
//
//   - Major gap: most of Annex A or a whole group of it is not decided
//     (6.1.3/f); a control is excluded, if only for one AI system, that a
//     clause or the organization's role demands (6.1.3/d); nobody ever approved
//     the statement.
//   - Minor gap: a lapse in a statement that is there, such as a row that is
//     missing among the rest, an exclusion without justification, a voided
//     approval, an overdue control; evidence that speaks against a control.
//   - Cannot tell: a claim without fresh and accepted evidence, a plan without
//     owner or date (the treatment plan may say it), an exclusion that depends
//     on roles which nobody determined, a control excluded for one AI system
//     and used for nobody says which, a row that says two things.
//
// # Interpretation
//
// Where the standard or the guides are silent, this package decided:
//
//   - Only A.8.4 is event-driven: it may be in place and have nothing to show
//     but a plan. No rule treats it differently for that: it is proven by
//     evidence like any other. A channel for concerns (A.3.3) or for reports
//     (A.8.3) is in use from the day on which it is announced.
//   - An objective has the title of the heading that it stands under. The
//     standard gives titles of their own only to A.6.1 and A.6.2.
//   - The guide with the six domains says nothing of A.8 and A.9. The list
//     leaves these seven controls out rather than guess where they belong.
//   - A control of another standard that the organization adopts is an own
//     control. Correspondence between frameworks is another matter and no
//     part of the catalogue.
//   - A statement speaks of the controls of its catalogue and of no others: a
//     row of an own control that was not added to it is a problem, since a
//     mistyped key would look the same.
//   - The standard does not ask a statement for the status of a control.
//     "Applicable, planned, an owner, a date to come" is no defect, and
//     neither is a row without a status.
//   - The rules on approval judge 7.5.2, as for every document of the
//     management system. Package audit/rules, which judges all of clause 6,
//     counts a statement that nobody ever approved under 6.1.3 instead: what
//     it says was not yet decided, and a draft is no lapse of document control.
//   - Rows that are missing are isolated lapses while at least half of the
//     controls of Annex A are decided, and one of each group. Below that the
//     comparison with Annex A was not made.
//   - An exclusion in words is weak under 20 letters and digits, or when
//     fewer than 8 are left of it without stock words ("not applicable to our
//     company"); stock words are known in English only. One text that
//     excludes controls of three groups speaks of none of them, while one
//     that excludes a whole group, or two, may well be right. These numbers
//     are ours.
//   - What a clause demands of everybody cannot be left out for a single AI
//     system either. What a role needs can, where the organization has
//     another role towards that system.
//   - Rejected evidence refutes a control, unless something collected later
//     was accepted and is fresh: what failed may have been mended.
//   - A row rests on all of its exclusions. Once one in general has expired,
//     the control no longer counts as excluded with a justification; once one
//     for a named system has, the control applies to that system again.
//   - An own control exists from the day on which it is recorded. A row may
//     speak of it earlier, and nobody misses it before.
package controls
