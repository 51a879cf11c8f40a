package instrument

import (
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// The codes of the parts of an explanation.
const (
	// ExplainLevel: the level, and the scores between which it lies.
	ExplainLevel aims.Code = "instrument/explain-level"
	// ExplainForced: a level that an answer forces, whatever the score.
	ExplainForced aims.Code = "instrument/explain-forced"
	// ExplainRaw: the raw score, over its sections.
	ExplainRaw aims.Code = "instrument/explain-raw"
	// ExplainCredit: what measures are worth, and the credit that they earn.
	ExplainCredit aims.Code = "instrument/explain-credit"
	// ExplainNoCredit: what measures are worth, and the credit that they miss.
	ExplainNoCredit aims.Code = "instrument/explain-no-credit"
	// ExplainMeasures: what measures are worth, where the instrument gives no credit.
	ExplainMeasures aims.Code = "instrument/explain-measures"
	// ExplainSection: the subtotal of a section, over its answers.
	ExplainSection aims.Code = "instrument/explain-section"
	// ExplainAnswer: what an answer counts.
	ExplainAnswer aims.Code = "instrument/explain-answer"
	// ExplainMissing: the questions that are not answered.
	ExplainMissing aims.Code = "instrument/explain-missing"
	// ExplainUnshown: answers to questions that are not shown.
	ExplainUnshown aims.Code = "instrument/explain-unshown"
	// ExplainUnknown: answers to questions that the instrument does not have.
	ExplainUnknown aims.Code = "instrument/explain-unknown"
	// ExplainUnlisted: answers that are none of the choices.
	ExplainUnlisted aims.Code = "instrument/explain-unlisted"
	// ExplainObligation: what the level asks for.
	ExplainObligation aims.Code = "instrument/explain-obligation"
)

// Explanation is one statement about an evaluation, and under it what it
// rests on.
type Explanation struct {
	Code  aims.Code         `json:"code"`
	Args  map[string]string `json:"args,omitempty"` // what the sentence speaks of; texts in the language asked for
	Text  string            `json:"text"`           // the English sentence, with {name} where an argument goes
	Parts []Explanation     `json:"parts,omitempty"`
}

// Sentence returns the English sentence with its arguments filled in.
func (x Explanation) Sentence() string {
	return aims.Problem{Code: x.Code, Args: x.Args, Text: x.Text}.Sentence()
}

// String returns the sentences of the whole tree, one a line, each level two
// spaces further in.
func (x Explanation) String() string {
	var b strings.Builder
	x.write(&b, 0)
	return b.String()
}

func (x Explanation) write(b *strings.Builder, depth int) {
	b.WriteString(strings.Repeat("  ", depth) + strings.ReplaceAll(x.Sentence(), "\n", " ") + "\n")
	for _, part := range x.Parts {
		part.write(b, depth+1)
	}
}

// Explain says how the evaluation came about: the level; under it the raw
// score and what measures do to it, each over its sections and answers; then
// what is missing or strange, and what the level asks for. The texts of the
// instrument are in the given language where it has them. An Evaluation that
// did not come from [Program.Evaluate] has nothing to explain.
func (e Evaluation) Explain(language string) Explanation {
	if e.program == nil {
		return Explanation{}
	}
	x := explainer{e: e, p: e.program, language: language}
	top := x.level()
	top.Parts = append(top.Parts, x.side(Raw))
	if e.Most.Mitigation > 0 {
		top.Parts = append(top.Parts, x.side(Mitigation))
	}
	for _, list := range []struct {
		code aims.Code
		ids  []QuestionID
	}{
		{ExplainMissing, e.Missing},
		{ExplainUnshown, e.Unshown},
		{ExplainUnknown, e.Unknown},
		{ExplainUnlisted, e.Unlisted},
	} {
		if len(list.ids) > 0 {
			top.Parts = append(top.Parts, x.list(list.code, list.ids))
		}
	}
	for _, o := range e.Obligations {
		top.Parts = append(top.Parts, explain(ExplainObligation, "obligation", o.Title.In(language), "text", o.Text.In(language)))
	}
	return top
}

func explain(code aims.Code, args ...string) Explanation {
	x := Explanation{Code: code, Text: texts[code], Args: make(map[string]string, len(args)/2)}
	for i := 0; i+1 < len(args); i += 2 {
		x.Args[args[i]] = args[i+1]
	}
	return x
}

type explainer struct {
	e        Evaluation
	p        *Program
	language string
}

func (x *explainer) level() Explanation {
	e, s := x.e, x.p.scoring
	title := s.Outcomes[e.Level-1].Title.In(x.language)
	common := []string{"outcome", title, "level", strconv.Itoa(e.Level), "levels", strconv.Itoa(len(s.Outcomes)), "current", strconv.Itoa(e.Current), "max", strconv.Itoa(e.Most.Current)}
	if e.Forced != "" {
		return explain(ExplainForced, append(common, "guard", e.Forced)...)
	}
	between := ""
	if e.Level > 1 {
		between = "over " + x.bound(e.Level-1)
	}
	if e.Level < len(s.Outcomes) {
		between = strings.TrimPrefix(between+" and at most "+x.bound(e.Level), " and ")
	}
	if between == "" {
		between = "in the only level there is"
	}
	return explain(ExplainLevel, append(common, "between", between)...)
}

// bound is the score over which outcome i begins, exactly.
func (x *explainer) bound(i int) string {
	over := x.p.scoring.Outcomes[i].Over
	if x.p.scoring.Unit == Percent {
		return hundredths(int64(over) * int64(x.p.most.Raw))
	}
	return strconv.Itoa(over)
}

// hundredths writes n/100 without trailing zeros.
func hundredths(n int64) string {
	out := strconv.FormatInt(n/100, 10)
	if n %= 100; n != 0 {
		out += strings.TrimRight("."+strconv.FormatInt(n/10, 10)+strconv.FormatInt(n%10, 10), "0")
	}
	return out
}

// side explains the raw or the mitigation score.
func (x *explainer) side(kind Kind) Explanation {
	e, credit := x.e, x.p.scoring.Credit
	args := []string{"points", strconv.Itoa(e.Raw), "max", strconv.Itoa(e.Most.Raw)}
	code := ExplainRaw
	if kind == Mitigation {
		args = []string{
			"points", strconv.Itoa(e.Mitigation), "max", strconv.Itoa(e.Most.Mitigation), "raw", strconv.Itoa(e.Raw),
			"current", strconv.Itoa(e.Current), "cut", strconv.Itoa(credit.Cut), "from", strconv.Itoa(credit.From),
			"bound", hundredths(int64(credit.From) * int64(e.Most.Mitigation)),
		}
		switch {
		case credit.From == 0:
			code = ExplainMeasures
		case credit.earned(e.Mitigation, e.Most.Mitigation):
			code = ExplainCredit
		default:
			code = ExplainNoCredit
		}
	}
	out := explain(code, args...)
	for i := range e.Sections {
		if part, counts := x.section(e.Sections[i], kind); counts {
			out.Parts = append(out.Parts, part)
		}
	}
	return out
}

// section explains the subtotal of a section of one kind, over the answers
// that count; nothing, if the section has no questions of that kind, or is
// hidden and counts nothing.
func (x *explainer) section(s SectionScore, kind Kind) (Explanation, bool) {
	points, most := 0, 0
	var parts []Explanation
	met := false
	for _, item := range s.Items {
		if item.Kind != kind {
			continue
		}
		met = true
		points += item.Points
		most += item.Most
		if item.Points > 0 {
			question, answer := x.p.Words(item.Question, item.Answer, x.language)
			parts = append(parts, explain(ExplainAnswer, "question", question, "answer", answer, "points", strconv.Itoa(item.Points), "max", strconv.Itoa(item.Most)))
		}
	}
	out := explain(ExplainSection, "section", x.p.sectionName(s.ID, x.language), "points", strconv.Itoa(points), "max", strconv.Itoa(most))
	out.Parts = parts
	return out, met && (s.Shown || points > 0)
}

func (x *explainer) list(code aims.Code, ids []QuestionID) Explanation {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = shown(string(id))
	}
	return explain(code, "count", strconv.Itoa(len(ids)), "questions", strings.Join(names, ", "), "lowest", strconv.Itoa(x.e.Lowest), "highest", strconv.Itoa(x.e.Highest))
}

// sectionName is the title of a section with that of its page, where they
// have any.
func (p *Program) sectionName(id SectionID, language string) string {
	for _, s := range p.sections {
		if s.id != id {
			continue
		}
		page, own := s.page.In(language), s.title.In(language)
		switch {
		case page != "" && own != "":
			return page + " – " + own
		case page+own != "":
			return page + own
		}
	}
	return string(id)
}

// Words puts an answer to a question into words, in a language where the
// instrument has it: the title of the question, and those of the choices. What
// has no title is named by its id or value.
func (p *Program) Words(id QuestionID, a Answer, language string) (question, answer string) {
	i, ok := p.index[id]
	if !ok {
		return string(id), strings.Join(a, "; ")
	}
	return p.qs[i].name(language), p.qs[i].say(a, language)
}

// name is the title of a question, or its id.
func (q *question) name(language string) string {
	if t := strings.TrimRight(q.Title.In(language), " :\u00a0"); t != "" {
		return t
	}
	return string(q.ID)
}

// say puts an answer into the words of its choices.
func (q *question) say(a Answer, language string) string {
	words := make([]string, len(a))
	for i, v := range a {
		words[i] = v
		for _, c := range q.Choices {
			if t := c.Title.In(language); c.Value == v && t != "" {
				words[i] = t
			}
		}
	}
	return strings.Join(words, "; ")
}
