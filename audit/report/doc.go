// Package report writes what the library found out as documents that people
// read.
//
// # The documents
//
//   - [Readiness]: the score with what it leaves open, by section, gates, gaps,
//     what is unknown; [GapList]: the gaps alone; [Trend]: readiness over time;
//   - [Questions]: what to find out next; [Predicted]: what an auditor would
//     likely write; [Mapping]: what the supplied kinds of record can prove;
//   - [Plan]: actions on the calendar, milestones, quick wins, what scores cost;
//     [BusinessCase]: costs, benefits, when it pays;
//   - [Forecast]: what changes by itself, and which band is lost when;
//     [Explanation]: what made the difference between two reports; [WhatIf]:
//     what changes to the records would do;
//   - [Statement]: the Statement of Applicability; [Register]: the risks with
//     heat maps; [Impact]: an impact assessment; [Losses]: the loss of a year;
//   - [Audit]: the report of an audit; [Certification]: the file of a certificate;
//   - the five templates of the guides, blank or filled: [GapAssessment],
//     [ScopeDefinition], [Impact], [Checklist] and [AuditPlan].
//
// [Document.With] puts several into one.
//
// # One document, three formats
//
// Every function returns a [Document]: headings, paragraphs, lists, tables and
// figures. [Document.HTML] writes one page that loads nothing and runs
// nothing; [Document.Markdown] writes text for repositories and tickets, with
// the figures beside it; [Table.CSV] writes each table for a spreadsheet.
// The same values give the same bytes on every machine.
//
// Whatever texts hold, they stay texts: no element, no attribute, no link and
// no formula comes out of a record. The page forbids itself scripts and
// anything from elsewhere by a content policy that names the digest of its one
// style.
//
// # Templates
//
// Of zero values [GapAssessment], [ScopeDefinition], [Impact], [Checklist] and
// [AuditPlan] are blank forms, with room to write in; of records they are
// filled.
//
// # Languages
//
// Every text that does not come from records is taken from [Words], by its
// code. A second language is another table; [English] is what to translate,
// and [Words.Missing] says what is left. What records say stays as it is, and
// so do the arguments of sentences.
//
// # Showing a score honestly
//
// Beside every score stands that readiness is not a probability of
// certification, and what the score leaves open. An unknown figure is never
// written as zero: its cell is empty or says so.
//
// # For readers who cannot see
//
// Pages name their language, their headings form an outline, tables have
// captions and heads for rows and columns, and pictures a title and a
// description. Colors only repeat what a text says, with a contrast of at
// least 4.5. On phones each row of a table with more than three columns becomes
// a card; what is wider than the screen still scrolls by itself, with the
// keyboard as well. Paper is A4, across.
package report
