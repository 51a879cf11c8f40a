package instrument

import (
	"slices"
	"strings"
)

// Guard says when a part of an instrument is shown, or an outcome forced. It
// holds when every one of All holds, any one of Any, or what it says about an
// answer; one of these is set. The zero value always holds.
//
// In documents a guard is a text, written as SurveyJS writes visibleIf:
//
//	{phase} = "item2" and ({kinds} contains "photo" or {kinds} contains "sound")
//
// An answer that is not given makes both = and contains false. There is no
// negation, so answering more never hides what is shown. What the operators
// mean is what they mean to SurveyJS:
//
//   - {q} = "a": the answer is this one choice. Of many choices, never.
//   - {q} = ["a", "b"]: of many choices, these and no others. Of one, never.
//   - {q} contains "a": of many choices, this is among them. Of one, its value
//     contains this text: "item2" is in "item2-4".
//   - {q} contains ["a", "b"]: of many, all are among them. Of one, its value
//     contains the text "a,b".
//
// Values are compared byte by byte, as answers come from the choices.
type Guard struct {
	All      []Guard
	Any      []Guard
	Question QuestionID
	Is       string   // = "a"
	Exactly  []string // = ["a", "b"]
	Contains []string // contains "a", contains ["a", "b"]
}

// IsZero reports whether the guard always holds.
func (g Guard) IsZero() bool {
	return g.Question == "" && len(g.All) == 0 && len(g.Any) == 0
}

// String returns the text of the guard, which [ParseGuard] reads; "" for the
// zero value.
func (g Guard) String() string {
	var b strings.Builder
	g.write(&b, false)
	return b.String()
}

func (g Guard) write(b *strings.Builder, inner bool) {
	list, joint := g.All, " and "
	if len(g.Any) > 0 {
		list, joint = g.Any, " or "
	}
	if len(list) == 0 {
		g.writeAnswer(b)
		return
	}
	if inner {
		b.WriteByte('(')
	}
	for i, part := range list {
		if i > 0 {
			b.WriteString(joint)
		}
		part.write(b, true)
	}
	if inner {
		b.WriteByte(')')
	}
}

func (g Guard) writeAnswer(b *strings.Builder) {
	if g.Question == "" {
		return
	}
	b.WriteString("{" + string(g.Question) + "} ")
	switch {
	case g.Is != "":
		b.WriteString("= " + quoted(g.Is))
	case len(g.Exactly) > 0:
		b.WriteString("= " + quotedList(g.Exactly))
	case len(g.Contains) == 1:
		b.WriteString("contains " + quoted(g.Contains[0]))
	default:
		b.WriteString("contains " + quotedList(g.Contains))
	}
}

func quoted(s string) string { return `"` + s + `"` }

func quotedList(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = quoted(s)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// MarshalText returns the text of the guard.
func (g Guard) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads the text of a guard; see [ParseGuard].
func (g *Guard) UnmarshalText(text []byte) error {
	parsed, err := ParseGuard(string(text))
	if err == nil {
		*g = parsed
	}
	return err
}

// and joins two guards.
func (g Guard) and(h Guard) Guard {
	switch {
	case g.IsZero():
		return h
	case h.IsZero():
		return g
	}
	return Guard{All: append(slices.Clone(g.conjuncts()), h.conjuncts()...)}
}

func (g Guard) conjuncts() []Guard {
	if len(g.All) > 0 {
		return g.All
	}
	return []Guard{g}
}

// leaves calls visit for everything that the guard says about an answer.
func (g Guard) leaves(visit func(Guard)) {
	for _, part := range g.All {
		part.leaves(visit)
	}
	for _, part := range g.Any {
		part.leaves(visit)
	}
	if g.Question != "" {
		visit(g)
	}
}

// metBy says whether a leaf that asks for a question with one answer holds for
// a value.
func (g Guard) metBy(value string) bool {
	if g.Is != "" {
		return value == g.Is
	}
	return len(g.Contains) > 0 && strings.Contains(value, strings.Join(g.Contains, ","))
}
