package impact

import "github.com/aimskit/aimskit/aims"

// Reason is why something was decided: a code, what the sentence speaks of,
// and the sentence.
type Reason struct {
	Code aims.Code         `json:"code"`
	Args map[string]string `json:"args,omitempty"`
	Text string            `json:"text,omitempty"` // the English sentence, with {name} where an argument goes
}

// Sentence returns the English sentence with its arguments filled in.
func (r Reason) Sentence() string {
	return aims.Problem{Code: r.Code, Args: r.Args, Text: r.Text}.Sentence()
}

// because makes a reason of a code and pairs of name and value.
func because(code aims.Code, args ...string) Reason {
	r := Reason{Code: code, Text: reasonTexts[code]}
	if len(args) > 0 {
		r.Args = make(map[string]string, len(args)/2)
	}
	for i := 0; i+1 < len(args); i += 2 {
		r.Args[args[i]] = args[i+1]
	}
	return r
}

// reasonTexts holds the sentences of the codes of screening by law, gate,
// staleness, suggestions and cumulative view.
var reasonTexts = map[aims.Code]string{
	QuestionUnknown: "edition {edition} of the law has no question {question}; remove the answer, or correct the id",
	LawIncomplete:   "the law lacks {id}, which is looked at; add it",
	NormallyOutside: "{got} criteria cannot call for an assessment; give 1 or more",
	StrayRights:     "{question} is no listed use, and says who assesses fundamental rights; remove that",
	AnsweredYes:     "yes: {question} ({source})",
	AnsweredNo:      "no: {question} ({source})",
	NoneOf:          "no to each of {count} questions, from {first} to {last}",
	CriteriaMet:     "{met} of {count} criteria are met; {normally} normally call for an assessment ({source})",
	CriteriaNone:    "none of {count} criteria is met ({source})",
	BeforeCutoff:    "on the market or in service since {marketed}, before {cutoff}, and not changed significantly in design since ({source}); ask again before such a change",
}
