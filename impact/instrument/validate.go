package instrument

import (
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// The limits of an instrument. They keep every sum exact in 32 bits, and the
// work that a strange document makes within bounds.
const (
	MaxParts    = 4000          // pages, sections and questions
	MaxChoices  = 500           // of a question with one answer
	MaxMultiple = 64            // of a question with many answers
	MaxPoints   = 10_000        // of a choice
	MaxValue    = 200           // bytes of the value of a choice
	MaxTotal    = 1_000_000_000 // points of the whole
	MaxAsked    = 20_000        // answers that all guards together ask for
)

// Validate reports missing and malformed parts: ids and names that stand
// twice, choices that do not fit their question, bounds out of order, and
// guards that ask for what is not there or go round in a circle. What is well
// formed and still suspicious is for [Lint].
func (in Instrument) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", in.ID)
	c.Text("version", in.Version)
	checkText(&c, "title", in.Title, true)
	c.OptionalText("source", in.Source)
	c.OptionalText("license", in.License)
	if len(in.Pages) == 0 {
		c.Add("pages", aims.Missing)
	}
	for i, p := range in.Pages {
		at := aims.Field("pages", i)
		aims.CheckID(&c, at+"/id", p.ID)
		checkText(&c, at+"/title", p.Title, false)
		for j, s := range p.Sections {
			s.validate(&c, aims.Field("pages", i, "sections", j))
		}
	}
	in.Scoring.validate(&c)
	in.validateNames(&c)
	in.validateTotals(&c)
	in.validateGuards(&c)
	return c.Err()
}

func (s Section) validate(c *aims.Checker, at string) {
	aims.CheckID(c, at+"/id", s.ID)
	checkText(c, at+"/title", s.Title, false)
	aims.CheckOptionalWord(c, at+"/kind", s.Kind)
	for i, q := range s.Questions {
		q.validate(c, at+"/questions/"+strconv.Itoa(i))
	}
}

func (q Question) validate(c *aims.Checker, at string) {
	aims.CheckID(c, at+"/id", q.ID)
	aims.CheckWord(c, at+"/type", q.Type)
	aims.CheckOptionalWord(c, at+"/kind", q.Kind)
	checkText(c, at+"/title", q.Title, false)
	aims.CheckIDs(c, at+"/replaces", q.Replaces)
	most := MaxChoices
	if q.Type == Multiple {
		most = MaxMultiple
	}
	switch n := len(q.Choices); {
	case q.Type == Open && n > 0:
		c.Add(at+"/choices", ChoicesOnOpen, "question", string(q.ID))
	case (q.Type == Single || q.Type == Multiple) && n == 0:
		c.Add(at+"/choices", aims.Missing)
	case n > most:
		c.Add(at+"/choices", aims.TooMany, "got", strconv.Itoa(n), "max", strconv.Itoa(most))
		return
	}
	for i, choice := range q.Choices {
		c.Nest(at+"/choices/"+strconv.Itoa(i), choice.Validate())
	}
	twice(c, at+"/choices", q.Choices, func(v Choice) string { return v.Value })
}

// Validate reports a value that is missing, longer than [MaxValue], or holds
// a quotation mark or a control character, and points out of range.
func (v Choice) Validate() error {
	c := aims.Checker{Texts: texts}
	switch {
	case v.Value == "":
		c.Add("value", aims.Missing)
	case !wellFormedValue(v.Value):
		c.Add("value", ValueMalformed, "got", shown(v.Value), "max", strconv.Itoa(MaxValue))
	}
	checkText(&c, "title", v.Title, false)
	if v.Points < 0 || v.Points > MaxPoints {
		c.Add("points", PointsRange, "got", strconv.Itoa(v.Points), "max", strconv.Itoa(MaxPoints))
	}
	return c.Err()
}

func wellFormedValue(s string) bool {
	var c aims.Checker
	c.Text("", s)
	return c.Err() == nil && len(s) <= MaxValue && !strings.ContainsAny(s, "\"\n\t\r")
}

// validateNames finds ids that stand twice anywhere in the instrument: an
// answer under such a name would have two meanings.
func (in Instrument) validateNames(c *aims.Checker) {
	names := namer{c: c, first: make(map[string]string)}
	n := len(in.Pages)
	for i, p := range in.Pages {
		n += len(p.Sections)
		names.meet("page", string(p.ID), aims.Field("pages", i, "id"))
		for j, s := range p.Sections {
			names.meet("section", string(s.ID), aims.Field("pages", i, "sections", j, "id"))
			n += len(s.Questions)
			for k, q := range s.Questions {
				names.meet("question", string(q.ID), aims.Field("pages", i, "sections", j, "questions", k, "id"))
			}
		}
	}
	if n > MaxParts {
		c.Add("pages", aims.TooMany, "got", strconv.Itoa(n), "max", strconv.Itoa(MaxParts))
	}
}

type namer struct {
	c     *aims.Checker
	first map[string]string // kind and id → where it stands
}

func (n namer) meet(kind, id, at string) {
	if id == "" {
		return
	}
	where, taken := n.first[kind+" "+id]
	if !taken {
		n.first[kind+" "+id] = at
		return
	}
	n.c.Add(at, NameTwice, "kind", kind, "got", shown(id), "first", "/"+strings.TrimSuffix(where, "/id"))
}

func (in Instrument) validateTotals(c *aims.Checker) {
	var sum int64
	for _, p := range in.Pages {
		for _, s := range p.Sections {
			for _, q := range s.Questions {
				sum += int64(q.most())
			}
		}
	}
	if sum > MaxTotal {
		c.Add("pages", TotalRange, "got", strconv.FormatInt(sum, 10), "max", strconv.Itoa(MaxTotal))
	}
}

// checkText checks a text in its languages.
func checkText(c *aims.Checker, at string, t Text, wanted bool) {
	if len(t) == 0 && wanted {
		c.Add(at, aims.Missing)
	}
	for _, language := range t.languages() {
		aims.CheckID(c, at, ID(language))
		c.Text(at+"/"+aims.Field(language), t[language])
	}
}

// twice finds an element whose key an earlier one has.
func twice[T any](c *aims.Checker, at string, list []T, key func(T) string) {
	met := make(map[string]bool, len(list))
	for i, v := range list {
		if k := key(v); k != "" && met[k] {
			c.Add(at+"/"+strconv.Itoa(i), aims.Twice, "value", shown(k))
		}
		met[key(v)] = true
	}
}

// shown cuts a strange text to a length that a sentence bears.
func shown(s string) string {
	const most = 80
	if len(s) > most {
		s = s[:most] + "…"
	}
	return strings.ToValidUTF8(strings.Map(printable, s), "�")
}

func printable(r rune) rune {
	if r < ' ' || r == 0x7f {
		return '�'
	}
	return r
}
