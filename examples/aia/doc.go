// Aia scores answers to the Algorithmic Impact Assessment of the Government of
// Canada, each with the questionnaire of its own version.
//
//	go run ./examples/aia -questionnaire FILE [-questionnaire FILE …] -cases FILE
//	go run ./examples/aia -questionnaire FILE … -cases FILE -explain N
//
// A questionnaire is a SurveyJS file of the official tool; its version is the
// name of the file without ".json". The cases are a JSON list of objects with
// "id" or "title", "version" and "answers"; other members are passed over. For
// each case, in order, one line of JSON is printed: the scores and the level
// with hidden answers counting, as the tool shows them when a file is loaded;
// below "after_complete" the same without them, as the tool shows them in the
// end; and the names of answers that the version has no question for. A case
// that cannot be scored gets a line with its problems instead, never a score.
//
// With -explain, one case is explained for a reader instead, counting from 1:
// how the level came about, and how firmly it stands.
//
// Exit status: 0 when every case was scored; 2 when something was refused,
// with a line "POINTER CODE MESSAGE" for every problem on standard error; 1
// when results could not be written.
package main
