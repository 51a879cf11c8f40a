package instrument

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/aimskit/aimskit/aims"
)

// The limits of the text of a guard.
const (
	MaxGuard      = 16 << 10 // bytes
	maxGuardDepth = 32       // parentheses inside one another
)

// ParseGuard reads the text of a guard; see [Guard]. The operators are = or
// ==, contains, and or &&, or or ||, and parentheses; "and" binds tighter than
// "or". Names stand in braces, values in single or double quotes, lists of
// values in brackets. Every other operator that SurveyJS has is refused by
// name, because guessing its meaning would give a wrong score. The error wraps
// [aims.ErrSyntax].
func ParseGuard(s string) (Guard, error) {
	p := guardParser{text: s}
	if len(s) > MaxGuard {
		return Guard{}, p.fail("it has %d bytes, more than %d", len(s), MaxGuard)
	}
	if !utf8.ValidString(s) {
		return Guard{}, p.fail("it is not UTF-8")
	}
	p.next()
	g, err := p.either()
	if err == nil && p.token != "" {
		err = p.fail("want and, or, or the end, found %s", p.found())
	}
	if err != nil {
		return Guard{}, err
	}
	return g, nil
}

// MustGuard is [ParseGuard] for constants; it panics on malformed text.
func MustGuard(s string) Guard {
	g, err := ParseGuard(s)
	if err != nil {
		panic(err)
	}
	return g
}

// guardParser looks one token ahead. A token is a name with its opening
// brace, a value with its opening quote, a word, or a symbol; "" at the end.
type guardParser struct {
	text  string
	at    int // where the token begins
	after int // where it ends
	token string
	depth int
}

func (p *guardParser) fail(format string, args ...any) error {
	quote := p.text
	if len(quote) > 80 {
		quote = strings.ToValidUTF8(quote[:80], "") + "…"
	}
	return fmt.Errorf("instrument: %w guard %s, at byte %d: %s", aims.ErrSyntax, strconv.Quote(quote), p.at, fmt.Sprintf(format, args...))
}

func (p *guardParser) found() string {
	switch {
	case p.token == "":
		return "the end"
	case p.token[0] == '{' || p.token[0] == '"':
		return strconv.Quote(p.token[1:])
	}
	return strconv.Quote(p.token)
}

// next moves to the next token.
func (p *guardParser) next() {
	rest := strings.TrimLeft(p.text[p.after:], " \t\r\n")
	p.at = len(p.text) - len(rest)
	if rest == "" {
		p.token, p.after = "", p.at
		return
	}
	switch c := rest[0]; {
	case c == '{':
		p.take(rest, "}", "{")
	case c == '"' || c == '\'':
		p.take(rest, string(c), `"`)
	default:
		p.token = symbol(rest)
		p.after = p.at + len(p.token)
	}
}

// take reads up to a closing mark; without one the token is the mark alone.
func (p *guardParser) take(rest, closing, mark string) {
	inside, _, closed := strings.Cut(rest[1:], closing)
	if !closed {
		p.token, p.after = mark, len(p.text)
		return
	}
	p.token, p.after = mark+inside, p.at+1+len(inside)+1
}

func symbol(rest string) string {
	if len(rest) > 1 && slices.Contains([]string{"==", "&&", "||", "!=", "<>", "<=", ">="}, rest[:2]) {
		return rest[:2]
	}
	letters := 0
	for letters < len(rest) && (rest[letters]|0x20 >= 'a' && rest[letters]|0x20 <= 'z') {
		letters++
	}
	if letters > 0 {
		return rest[:letters]
	}
	_, size := utf8.DecodeRuneInString(rest)
	return rest[:size]
}

func (p *guardParser) is(words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(p.token, w) })
}

// either reads parts joined by or.
func (p *guardParser) either() (Guard, error) {
	list, err := p.list(p.both, "or", "||")
	return flatten(list, func(g Guard) []Guard { return g.Any }, func(l []Guard) Guard { return Guard{Any: l} }), err
}

// both reads parts joined by and.
func (p *guardParser) both() (Guard, error) {
	list, err := p.list(p.part, "and", "&&")
	return flatten(list, func(g Guard) []Guard { return g.All }, func(l []Guard) Guard { return Guard{All: l} }), err
}

func (p *guardParser) list(read func() (Guard, error), joints ...string) ([]Guard, error) {
	first, err := read()
	list := []Guard{first}
	for err == nil && p.is(joints...) {
		p.next()
		var g Guard
		g, err = read()
		list = append(list, g)
	}
	return list, err
}

// flatten gives parentheses without meaning no place in the guard.
func flatten(list []Guard, inside func(Guard) []Guard, join func([]Guard) Guard) Guard {
	if len(list) == 1 {
		return list[0]
	}
	var out []Guard
	for _, g := range list {
		if parts := inside(g); len(parts) > 0 {
			out = append(out, parts...)
			continue
		}
		out = append(out, g)
	}
	return join(out)
}

// part reads a guard in parentheses, or what is said about one answer.
func (p *guardParser) part() (Guard, error) {
	switch {
	case p.token == "(":
		if p.depth++; p.depth > maxGuardDepth {
			return Guard{}, p.fail("more than %d parentheses inside one another", maxGuardDepth)
		}
		p.next()
		g, err := p.either()
		if err == nil && p.token != ")" {
			err = p.fail("want ), found %s", p.found())
		}
		p.depth--
		p.next()
		return g, err
	case strings.HasPrefix(p.token, "{"):
		return p.answer()
	}
	return Guard{}, p.fail("want a name in braces or an opening parenthesis, found %s", p.found())
}

func (p *guardParser) answer() (Guard, error) {
	g := Guard{Question: QuestionID(strings.TrimSpace(p.token[1:]))}
	if g.Question == "" {
		return Guard{}, p.fail("want a name between braces")
	}
	p.next()
	equal := p.is("=", "==")
	if !equal && !p.is("contains") {
		return Guard{}, p.fail("want = or contains, found %s, which this library does not read", p.found())
	}
	p.next()
	listed := p.token == "["
	values, err := p.values(listed)
	switch {
	case err != nil:
		return Guard{}, err
	case !equal:
		g.Contains = values
	case listed:
		g.Exactly = values
	default:
		g.Is = values[0]
	}
	return g, nil
}

// values reads one value, or a list of them.
func (p *guardParser) values(listed bool) ([]string, error) {
	if listed {
		p.next()
	}
	var out []string
	for {
		if !strings.HasPrefix(p.token, `"`) || len(p.token) == 1 || strings.Contains(p.token[1:], `"`) {
			return nil, p.fail("want a value in quotes, found %s", p.found())
		}
		if v := p.token[1:]; !slices.Contains(out, v) {
			out = append(out, v)
		}
		p.next()
		if !listed {
			return out, nil
		}
		if p.token == "]" {
			p.next()
			return out, nil
		}
		if p.token != "," {
			return nil, p.fail("want , or ], found %s", p.found())
		}
		p.next()
	}
}
