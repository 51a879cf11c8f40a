// Package impact is the AI system impact assessment: what an AI system does to
// individuals, groups and societies, and whether it may go into use (ISO/IEC
// 42001 6.1.4, 8.4 and the controls A.5.2 to A.5.5; ISO/IEC 42005).
//
// The model in a paragraph: a [Method] is how an organization assesses, as one
// versioned value. Every system has a [Screening]; where one of the method's
// triggers is met, an [Assessment] follows. It names scenarios, the [Party] or
// society that each [Impact] falls on, and the [Measure] against it. [Evaluate]
// judges it at a day, [Completeness] says what it lacks, [Gate] whether the
// system may go into use, [Stale] what of it no longer holds. The Example of
// the package tells the story.
//
// # Severity
//
// The severity of a harm comes of its scale, scope and irremediability, that of
// a benefit of scale and scope. An actual impact is judged by its severity
// alone, a potential one by severity and likelihood, and for human rights
// severity takes precedence: [Method.Validate] refuses a table by which a less
// severe harm could outrank a more severe one. All of this is looked up in the
// organization's own tables; nothing is added, multiplied or averaged. The
// result is the worst case, [Evaluation.Harm], with the spread around it,
// [Evaluation.Profile]. Benefits make up for nothing, and confidence is kept
// apart. Grave harm to few people with special needs is listed, whatever else
// there is: [Evaluation.Concentrated].
//
// # What is not known
//
// A level that was not assessed may be any of its scale, so an impact, and the
// whole, lies in a [Span]. The same holds for the class of the use: a listed
// use that nobody asked about may apply, and a domain that nobody looked at may
// hold any harm. So more answers narrow a result, and a missing one never makes
// it look better.
//
// # Measures
//
// A measure lowers the harms that its credits name: the current level once it
// is implemented and fresh evidence of that was accepted, the residual one when
// it is planned. More harm never lowers a result, and a measure never raises it.
//
// # Completeness
//
// [Rules] hold an assessment against the points of 6.1.4 and 8.4 and the
// controls of A.5, [ScreeningRules] a screening; [Check] and [CheckScreening]
// run them, and a caller adds, replaces or drops rules. What is looked at and
// found not to occur is said by an [Omission], with its reason. A [Judge] checks
// its method once, for many assessments, and a [Prepared] one is judged at many
// days.
//
// # The gate
//
// [Gate] says at a day whether a system may go into use, or stay there: go, go
// with conditions, no go, overdue, or cannot tell. Each [GateReason] has a
// [Bearing], and the greatest decides. A known failure goes before what is not
// known: what is missing, void or stale is a lapse, which is overdue for a
// system that is live, until the day to assess it by; a decision against use,
// a prohibited use or a condition that is not met in time refuses. A [Waiver]
// bridges a condition or, without one, every lapse, never a refusal. Nobody
// approves what he assessed or owns, or grants himself a waiver. [Stale] says
// what no longer holds, from the facts of the day: time marks the whole
// assessment, a change the answers that hang on it, an incident the harms that
// nobody has looked at since.
//
// # What the law asks for
//
// [Screen] says which duties are owed, by a [Law] that is data: questions in
// plain words, duties and dates, each with its source. [EULaw] holds ISO/IEC
// 42001 6.1.4, the GDPR (Articles 35 and 36, with the nine criteria of WP 248)
// and the EU AI Act (Articles 5, 6, 16, 26, 27, 50, 53 and 55) as amended by
// Regulation (EU) 2026/1744. A duty is owed or not only if the answers say so
// whatever the others turn out to be; otherwise nobody can tell, and what is
// missing is listed. Duties of transparency are decided beside the class, and
// no class takes them away. Registration (Article 49), national law and other
// acts are not looked at. It prepares the advice of a lawyer, and is none.
//
// # Several systems
//
// [Cumulate] puts the evaluations of several systems side by side for each
// group of people: the worst case, the spread, the domains in which more than
// one system does harm, and grave harm to few. Levels by different methods are
// not compared.
//
// # Annex C
//
// Popular guides speak of "Annex C, impact assessment guidance": what to
// assess, how to assess it, how to document it, how to use the results. In the
// published edition of ISO/IEC 42001 that is 6.1.4 and 8.4 with A.5.2 to A.5.5
// and their guidance in Annex B, while Annex C lists organizational objectives
// (C.2) and risk sources (C.3). Both readings are served. What the guides ask
// for is here: scope, parties and impacts say what was assessed; the method,
// how; the assessment is the documentation; conclusion, [Gate] and
// [SuggestRisks] put it to use. And a suggested risk names the objective of
// C.2 that its harm hinders, where there is one. Wherever this library writes
// C.2 or C.3, it means the published Annex C.
//
// Questionnaires are in package impact/instrument; they can come before an
// assessment, or be the way in which its answers were found.
//
// # Interpretation
//
// Where the standards are silent, this package decided:
//
//   - An actual impact has the level that its severity has at the highest
//     likelihood. So an impact that comes true never loses weight.
//   - Precedence of severity means: of two harms to human rights the more severe
//     one is never at a lower level, and no harm to human rights is at a lower
//     level than another harm of its severity and likelihood. An impact of
//     another domain that bears on a human right is said to, and counts as one.
//   - To be made easier to put right, or less likely, makes a harm no benefit:
//     credits end at the lowest level. What a measure takes off the likelihood
//     of an actual harm counts for nothing.
//   - A measure is evidenced by what was accepted for a control that it puts in
//     place, for 8.4 or for 8.3. Without evidence from the host there is no
//     credit. Package risk is milder there: a claim counts, and a rule says so.
//   - A residual rating that somebody states counts where it is higher than what
//     the measures justify; where it is lower, that is observed.
//   - There is no stakeholder analysis if nobody is named, or if nobody was
//     consulted and no reason is given for anybody. That is a major gap, since
//     the assessment starts from those whom it is about.
//   - An impact that does not apply is as if it were not there, and so does not
//     show that its domain was looked at; an omission does.
//   - An approval binds what was looked at, found and decided, in any order of
//     its parts. Who confirmed an answer when, further evidence, and how far
//     measures and conditions have come, do not void it.
//   - ISO/IEC 42001 asks neither for alternatives nor for proportionality. Their
//     absence is observed, and held against no requirement.
//   - Class of use is the organization's own; what the law prohibits or calls
//     high-risk, [Screen] says.
//   - One criterion of WP 248 makes a data protection impact assessment the
//     controller's judgement, and no judgement counts until it is recorded; so
//     does a recorded one against two criteria. The cases of GDPR 35(3) and
//     lists of 35(4) go before exemptions by list (35(5)).
//   - Article 6(3) of the AI Act is read as cumulative: one of its conditions,
//     no significant risk, and no profiling. An open answer makes neither.
//   - Screenings and assessments count by their day; of several, the latest that
//     stands approved, unless an approved one supersedes it.
//   - An assessment that decided against use counts even while nobody has
//     approved it.
package impact
