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
// # Interpretation
//
// Where the standard or the guides are silent, this package decided:
//
//   - Only A.8.4 is event-driven: with a plan and no incident yet, it
//     conforms and is not yet exercised. A channel for concerns (A.3.3) or
//     for reports (A.8.3) is in use from the day on which it is announced.
//   - An objective has the title of the heading that it stands under. The
//     standard gives titles of their own only to A.6.1 and A.6.2.
//   - The guide with the six domains says nothing of A.8 and A.9. The list
//     leaves these seven controls out rather than guess where they belong.
//   - A control of another standard that the organization adopts is an own
//     control. Correspondence between frameworks is another matter and no
//     part of the catalogue.
package controls
