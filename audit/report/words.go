package report

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/controls"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// Words is the one table from which reports take every text that does not
// come from records. The zero value speaks English.
type Words struct {
	Language string // as BCP 47 names it; absent: "en"
	// Texts holds the text of each code, with {name} where an argument goes.
	// The codes are those of observations, conditions and reasons, and of this
	// package: "report/…" for the texts of reports, "report/word-…" for the
	// words of vocabularies, "report/kind-…" for the kinds of record,
	// "report/title-…" with a clause or control for its title,
	// "report/document-…" for a document that a requirement asks for, and
	// "report/finding-…" with a reason for what an auditor says of it. Codes
	// without a text keep their English one.
	Texts map[aims.Code]string
}

// English returns the table of all English texts: what a translator starts
// from. What observations say comes from the packages that make them.
func English() Words {
	all := make(map[aims.Code]string)
	for _, texts := range []map[aims.Code]string{
		aims.Sentences(), risk.Sentences(), impact.Sentences(), controls.Sentences(), audit.Sentences(),
		rules.Sentences(), certification.Sentences(), readiness.Sentences(),
	} {
		maps.Copy(all, texts)
	}
	for c, text := range readiness.PredictedSentences() {
		if strings.HasPrefix(string(c), "readiness/remedy-") {
			all[c] = text
		} else {
			all[findingCode(c)] = text
		}
	}
	for _, k := range audit.Kinds() {
		all[kindCode(k)] = kindText(k)
	}
	for name, text := range englishTexts {
		all[code(name)] = text
	}
	for word, text := range englishWords {
		all[code("word-"+word)] = text
	}
	for r := range aims.Edition2023().All() {
		all[titleOf(string(r.Clause))] = r.Title
		for i, v := range r.Documented {
			all[documentCode(r.Clause, i)] = v.Item
		}
	}
	catalogue := controls.Edition2023()
	for g := range catalogue.Groups() {
		all[titleOf(string(g.ID))] = g.Title
	}
	for c := range catalogue.All() {
		all[titleOf(string(c.ID()))] = c.Title
	}
	return Words{Language: "en", Texts: all}
}

// Missing returns the codes for which the table has no text, in order.
func (w Words) Missing() []aims.Code {
	var codes []aims.Code
	for c := range English().Texts {
		if _, ok := w.Texts[c]; !ok {
			codes = append(codes, c)
		}
	}
	slices.Sort(codes)
	return codes
}

func code(name string) aims.Code { return aims.Code("report/" + name) }

// documentCode is the code of the i-th document that a requirement asks for.
func documentCode(c aims.Clause, i int) aims.Code {
	return code("document-" + string(c) + "-" + strconv.Itoa(i+1))
}

func titleOf(id string) aims.Code { return code("title-" + id) }

// text returns a text of this package; args are names and values in turn.
func (w Words) text(name string, args ...string) string {
	t, ok := w.Texts[code(name)]
	if !ok {
		t = englishTexts[name]
	}
	for i := range args {
		if i%2 == 0 {
			args[i] = "{" + args[i] + "}"
		}
	}
	return strings.NewReplacer(args...).Replace(t)
}

// word returns a word of a vocabulary, as readers write it; nothing for the
// empty word. Words that organizations add are left as they are.
func (w Words) word(s string) string {
	if t, ok := w.Texts[code("word-"+s)]; ok && s != "" {
		return t
	}
	if t, ok := englishWords[s]; ok {
		return t
	}
	return s
}

// words returns several words of a vocabulary, with commas between them.
func words[T ~string](w Words, list []T) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = w.word(string(s))
	}
	return strings.Join(out, ", ")
}

// title returns the title of a requirement or control: the translated one, or
// the one that the records or the catalogue give.
func (w Words) title(key aims.Key, given string) string {
	if t, ok := w.Texts[titleOf(key.ID)]; ok && key.Framework == aims.FrameworkISO42001 {
		return t
	}
	return given
}

// sentence fills the template of a code, the translated one or the given
// English one, and begins with a capital.
func (w Words) sentence(code aims.Code, english string, args map[string]string) string {
	if t, ok := w.Texts[code]; ok {
		english = t
	}
	s := aims.Observation{Code: code, Text: english, Args: args}.Sentence()
	if strings.HasPrefix(english, "{") {
		return s // what comes from records is left as it is
	}
	return capital(s)
}

// capital begins a sentence with a capital letter.
func capital(s string) string {
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		return strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}

func (w Words) observation(o aims.Observation) string { return w.sentence(o.Code, o.Text, o.Args) }
