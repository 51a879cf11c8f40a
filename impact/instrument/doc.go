// Package instrument runs questionnaires on the impact of AI systems: one's
// own, and other people's, exactly as they are scored by their publishers. It
// belongs to the AI system impact assessment of ISO/IEC 42001 (6.1.4, 8.4 and
// the controls A.5.2 to A.5.5) and to ISO/IEC 42005.
//
// The model in a paragraph: an [Instrument] is data, with pages, sections,
// questions with choices worth points, guards that say what is shown, and
// outcomes with bounds and obligations. [Compile] checks it and makes a
// [Program]. [Program.Evaluate] takes [Answers] to exactly that version and
// gives an [Evaluation]: scores, subtotals, level, obligations, and what is
// missing or strange. [Evaluation.Explain] says how it came about,
// [Program.Sensitivity] how firmly it stands. The Example of the package tells
// the whole story.
//
// # Scores
//
// Points are whole numbers. Those of questions on harm add up to the raw
// score, those on measures to the mitigation score. Once measures reach a
// share of their maximum, they cut the raw score by a share, rounded half up:
// that is the current score, and a bound that is hit exactly counts as
// reached. The level is read from the current score, by bounds in points or in
// percent of the raw maximum; a score equal to a bound stays below it. An
// outcome may also be forced by answers. All of this is exact.
//
// So more harm never lowers a level and a measure never raises it. Whether a
// measure that is only planned counts is up to the instrument: in [ShortAIIA]
// it does not.
//
// # What is not known
//
// A question without an answer adds nothing, and is listed as missing if it is
// shown and can change the result. [Evaluation.Lowest] and
// [Evaluation.Highest] say what the level can be once everything is answered;
// until they agree, the level is provisional, and may even lie below the
// lowest. Answers to questions that the version does not have are kept and
// listed. Another instrument, another version, or an answer that is none of
// the choices, is refused: never scored as nothing.
//
// # Guards and hidden answers
//
// A [Guard] shows a part when answers say so. Whoever changes an answer may
// leave behind answers to questions that are no longer shown. A [HiddenPolicy]
// says whether these count, and has to be named, because the publishers' tools
// do both: the Canadian one counts them until a form is completed. To drop
// hidden answers is the same as not to have given them.
//
// # How firmly a result stands
//
// [Sensitivity] gives the distance in points to the next levels, every single
// answer that changes the level, the smallest set of answers that does, and
// the answers that deserve evidence first. Sets of up to three answers are
// found exactly. Beyond that the best set found is given with a size that
// every set has at least.
//
// # Other people's questionnaires
//
// [ReadSurvey] reads SurveyJS files, and [CanadianAIA] says how the Algorithmic
// Impact Assessment of the Government of Canada uses them; [ReadObligations]
// reads what its levels ask for. [Lint] examines an instrument before it is
// used, [Migrate] moves answers to another version, and [Evaluation.Against]
// holds a published result against its answers. Own instruments are
// [DPIAScreening] and [ShortAIIA].
//
// # Annex C
//
// Popular guides speak of "Annex C, impact assessment guidance": what to
// assess, how, how to document it, how to use the results. In the published
// edition of ISO/IEC 42001 the impact assessment is 6.1.4 and 8.4 with the
// controls A.5.2 to A.5.5 and their guidance in Annex B, while Annex C lists
// organizational objectives and risk sources. Both readings are served: what
// the guides ask for is what an instrument asks, its explanation documents and
// its obligations put to use, and the harm it asks about may be sorted by the
// objectives of Annex C. Where this library says C.2 or C.3 it means the
// published Annex C.
//
// # Interpretation
//
// Where standards, files and tools are silent, this package decided:
//
//   - The maximum of a question with one answer is its best choice, of one
//     with many the sum of all, whether or not guards let them be reached
//     together. The Canadian tool measures its credit against the measures of
//     both project phases, of which a respondent sees one.
//   - A kind is inherited from the section; a question with text for an
//     answer never scores. Of a SurveyJS choice, points are the digits after
//     the last hyphen, and a value without them is worth nothing.
//   - A guard that asks for an answer that is not given, or under
//     [DropHidden] is hidden, does not hold. Guards that go round in a circle
//     are refused, though a browser would come to some result.
//   - "contains" on a question with one answer looks for a part of the value,
//     as SurveyJS does; [Lint] points out where only that makes a guard hold.
//     Operators that are not understood are refused. Values are compared byte
//     by byte.
//   - A question with many answers that has none is not answered; only what
//     is hidden, or cannot change the result, is not owed. Whoever wants "none
//     of these" to be an answer gives it a choice.
//   - In a section table, a section counts with all of its questions that
//     score, hidden ones too, as in the tables of the Canadian tool.
//   - An answer that is none of the choices is refused if the question can
//     change the result, and listed if it cannot: lists of departments change
//     more often than scores do.
//   - To take an answer back is no change in the sense of [Sensitivity], but to
//     tick no choice at all is.
//   - Questions of two versions are the same if their wording is, not if their
//     ids are: publishers use ids again for other questions.
package instrument
