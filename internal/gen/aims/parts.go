package aims

import (
	"strconv"

	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
)

// draw draws a value that needs no name of its own: a failure prints the
// whole record.
func draw[T any](t *rapid.T, g *rapid.Generator[T]) T { return g.Draw(t, "") }

// some draws true for a field that is filled.
func some(t *rapid.T) bool { return draw(t, rapid.Bool()) }

const idRunes = "abcXYZ019"

// id draws an id with a prefix, so that ids of different prefixes differ.
func id[T ~string](t *rapid.T, prefix string) T {
	inner := draw(t, rapid.StringOfN(rapid.RuneFrom([]rune(idRunes+"._-")), 0, 12, -1))
	last := draw(t, rapid.RuneFrom([]rune(idRunes)))
	return T(prefix + inner + string(last))
}

// maybeID draws an id, or none.
func maybeID[T ~string](t *rapid.T, prefix string) T {
	if !some(t) {
		return ""
	}
	return id[T](t, prefix)
}

// ids draws up to three different ids; nil for none.
func ids[T ~string](t *rapid.T, prefix string) []T {
	var out []T
	for i := range draw(t, rapid.IntRange(0, 3)) {
		out = append(out, id[T](t, prefix+strconv.Itoa(i)))
	}
	return out
}

// list draws up to two elements; nil for none.
func list[T any](t *rapid.T, one func(*rapid.T) T) []T {
	var out []T
	for range draw(t, rapid.IntRange(0, 2)) {
		out = append(out, one(t))
	}
	return out
}

// text draws a text that is not blank.
func text(t *rapid.T) string { return "t" + maybeText(t) }

// maybeText draws a text with characters that JSON, HTML and CSV treat
// specially, or none.
func maybeText(t *rapid.T) string {
	return draw(t, rapid.StringOfN(rapid.RuneFrom([]rune("aZ 0=+-@,;\"'\\/<>&{}\n\té漢\u2028\uFFFD🙂")), 0, 8, -1))
}

// word draws a word of a vocabulary, or none.
func word[T any](t *rapid.T, all ...T) T {
	if !some(t) {
		var none T
		return none
	}
	return draw(t, rapid.SampledFrom(all))
}

// words draws different words of a vocabulary; nil for none.
func words[T any](t *rapid.T, all ...T) []T {
	var out []T
	for _, w := range all {
		if some(t) {
			out = append(out, w)
		}
	}
	return out
}

func answer(t *rapid.T) aims.Answer {
	return draw(t, rapid.SampledFrom([]aims.Answer{aims.Unknown, aims.Yes, aims.No, aims.NotApplicable}))
}

// firstDay and lastDay bound the days that are drawn.
var (
	firstDay = aims.MustDate("2023-12-18")
	lastDay  = aims.MustDate("2031-03-31")
)

// day draws a day.
func day(t *rapid.T) aims.Date { return dayFrom(t, firstDay) }

// dayFrom draws a day that is not before another.
func dayFrom(t *rapid.T, from aims.Date) aims.Date {
	return aims.Date(draw(t, rapid.Int32Range(int32(max(from, firstDay)), int32(lastDay))))
}

// maybeDay draws a day, or none.
func maybeDay(t *rapid.T) aims.Date { return maybeFrom(t, firstDay) }

// maybeFrom draws a day that is not before another, or none.
func maybeFrom(t *rapid.T, from aims.Date) aims.Date {
	if !some(t) {
		return 0
	}
	return dayFrom(t, from)
}

// span draws a first and a last day, each of which may be absent.
func span(t *rapid.T) (from, until aims.Date) {
	from = maybeDay(t)
	return from, maybeFrom(t, from)
}

// amount draws a number, or none.
func amount(t *rapid.T) aims.Amount {
	if !some(t) {
		return aims.Amount{}
	}
	return aims.MustAmount(draw(t, rapid.StringMatching(`-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,4})?`)))
}

// count draws a number that is not negative, or none.
func count(t *rapid.T) aims.Amount {
	if !some(t) {
		return aims.Amount{}
	}
	return aims.AmountInt(draw(t, rapid.Int64Min(0)))
}

func interval(t *rapid.T) aims.Interval {
	if !some(t) {
		return ""
	}
	return aims.Interval("P" + strconv.Itoa(draw(t, rapid.IntRange(1, 9999))) + draw(t, rapid.SampledFrom([]string{"D", "W", "M", "Y"})))
}

func digest(t *rapid.T) aims.Digest {
	return aims.DigestBytes([]byte{draw(t, rapid.Byte())})
}

func maybeDigest(t *rapid.T) aims.Digest {
	if !some(t) {
		return ""
	}
	return digest(t)
}

// keys draws different keys; nil for none.
func keys(t *rapid.T) []aims.Key {
	return words(t, aims.ClauseKey("9.1"), aims.PointKey("6.1.3/f"), aims.ControlKey("A.6.2.6"),
		aims.Key{Framework: aims.FrameworkISO27001, ID: "A.5.2"}, aims.Key{Framework: aims.FrameworkOwn, ID: "C-7"})
}

// refs draws different references; nil for none.
func refs(t *rapid.T, kinds ...aims.Kind) []aims.Ref {
	var out []aims.Ref
	for _, kind := range words(t, kinds...) {
		out = append(out, aims.Ref{Kind: kind, ID: id[string](t, "r-")})
	}
	return out
}

func evidence(t *rapid.T) []aims.EvidenceID { return ids[aims.EvidenceID](t, "e-") }

// ext draws the host's own members; nil for none.
func ext(t *rapid.T) map[string]string {
	if !some(t) {
		return nil
	}
	return map[string]string{text(t): maybeText(t)}
}

func approval(t *rapid.T) aims.Approval {
	on := day(t)
	return aims.Approval{By: id[aims.PersonID](t, "p-"), On: on, Digest: digest(t), Until: maybeFrom(t, on), Note: maybeText(t)}
}

func review(t *rapid.T) aims.Review {
	return aims.Review{On: day(t), By: id[aims.PersonID](t, "p-"), Outcome: text(t)}
}
