package controls

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/aimskit/aimskit/aims"
)

// UnknownError says that a text is no id of a control of a catalogue, and
// why. It wraps an [aims.InvalidError] with its one problem, so that
// [aims.Problems] finds it and [aims.Checker.Nest] takes it over.
type UnknownError struct {
	// Nearest is the control that was most probably meant. It is a hint for a
	// person and never to be used instead; absent where nothing comes near.
	Nearest aims.Key
	// Problem carries the reason as its code, and what was asked for as the
	// argument "got". Its path is empty.
	Problem aims.Problem
}

// Error returns the sentence of the problem.
func (e *UnknownError) Error() string { return "controls: " + e.Problem.Sentence() }

// Unwrap returns the problem as an [aims.InvalidError].
func (e *UnknownError) Unwrap() error {
	return &aims.InvalidError{Problems: []aims.Problem{e.Problem}}
}

// unknown makes the error; pairs are further arguments of the sentence.
func unknown(code aims.Code, got string, nearest aims.Key, pairs ...string) *UnknownError {
	c := aims.Checker{Texts: texts}
	pairs = append([]string{"got", shown(got)}, pairs...)
	if !nearest.IsZero() {
		pairs = append(pairs, "nearest", short(nearest))
	}
	c.Add("", code, pairs...)
	return &UnknownError{Nearest: nearest, Problem: aims.Problems(c.Err())[0]}
}

// shown cuts a text for a sentence, and quotes it where it would not be seen.
func shown(s string) string {
	const most = 64
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + "…"
	}
	if s == "" || strings.ContainsFunc(s, func(r rune) bool { return r == unicode.ReplacementChar || !unicode.IsPrint(r) }) {
		return strconv.Quote(s)
	}
	return s
}

// number is a text read as a number of the standard, in whatever notation.
type number struct {
	annex    byte // 'A' or 'B'; 0 for a bare number
	segments []int
}

// id writes the number as Annex A writes its own.
func (n number) id() aims.ControlID {
	id := aims.ControlID("A")
	for _, s := range n.segments {
		id = id.Child(s)
	}
	return id
}

// readNumber reads numbers as people write them: "a.6.2.4", "A 6.2.4",
// "A.06.2.4", "6.2.4", "Annex A.6.2.4", "A-6-2-4", "iso42001/a.6.2.4". It reads
// only to say what is right; nothing read so is ever accepted as an id.
func readNumber(s string) (number, bool) {
	head := strings.TrimRightFunc(s, func(r rune) bool { return !letter(r) && r != '/' })
	segments, ok := readSegments(s[len(head):])
	if !ok {
		return number{}, false
	}
	if strings.TrimSpace(head) == "" {
		return number{segments: segments}, true
	}
	before := strings.TrimRightFunc(head, letter)
	n := number{'A', segments}
	switch word := strings.ToUpper(head[len(before):]); word {
	case "A", "ANNEX", "CONTROL":
	case "B":
		n.annex = 'B'
	default:
		return number{}, false
	}
	before = strings.ToUpper(strings.TrimSpace(before))
	ours := before == "" || before == "ANNEX" || before == "CONTROL" || strings.Contains(before, "42001")
	return n, ours
}

// readSegments reads one to four numbers with dots, dashes or spaces between them.
func readSegments(s string) ([]int, bool) {
	var segments []int
	for _, field := range strings.FieldsFunc(s, between) {
		v, err := strconv.ParseUint(field, 10, 31)
		if err != nil {
			return nil, false
		}
		segments = append(segments, int(v))
	}
	return segments, len(segments) > 0 && len(segments) <= 4
}

func letter(r rune) bool { return unicode.IsLetter(r) }

func between(r rune) bool {
	return r == '.' || r == '_' || unicode.IsSpace(r) || unicode.Is(unicode.Pd, r)
}
