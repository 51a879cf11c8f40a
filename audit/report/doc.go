// Package report writes what the library found out as documents that people
// read: a readiness report, a Statement of Applicability, a gap list, a risk
// register, an impact assessment, an audit report, the file of a
// certification, the loss of a year, readiness over time, and the five
// templates of the guides, blank or filled.
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
// least 4.5. What is wider than the screen scrolls by itself, with the keyboard
// as well; paper is A4, across.
package report
