package svg

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fonts is what viewers choose from. No wider face may come in without its
// widths in width_table.go.
const fonts = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"

// Font is a size in pixels and a weight. It measures text before it is drawn;
// the text counts as [Picture.Text] draws it, on one line.
type Font struct {
	Size float64
	Bold bool
}

// The shares of the font size that letters reach above and below their line.
const (
	ascent  = 0.93
	descent = 0.24
)

// lead is the distance between two lines.
func (f Font) lead() float64 { return f.Size * 1.25 }

const ellipsis = "…"

// Width returns the room that a text takes at most, in pixels.
func (f Font) Width(s string) float64 {
	total := 0
	for _, r := range clean(s) {
		w, _ := f.advance(r)
		total += int(w)
	}
	return float64(total) * f.Size / 1000
}

// advance returns the width of a character in thousandths of the size, and
// whether it is known. For others it is an estimate, and the picture tells
// the viewer to keep to it.
func (f Font) advance(r rune) (width uint16, known bool) {
	ascii, latin1 := &regularASCII, &regularLatin1
	if f.Bold {
		ascii, latin1 = &boldASCII, &boldLatin1
	}
	switch {
	case r >= ' ' && r <= '~':
		return ascii[r-' '], true
	case r >= 0xa0 && r <= 0xff:
		return latin1[r-0xa0], true
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0, false
	case unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic):
		return 750, false
	}
	if w, ok := punctuation(r, f.Bold); ok {
		return w, true
	}
	return 1000, false
}

// measured reports whether the width of every character is known.
func (f Font) measured(s string) bool {
	for _, r := range s {
		if _, known := f.advance(r); !known {
			return false
		}
	}
	return true
}

// Fit shortens a text to the room there is, in pixels, ending it with an
// ellipsis. Where not even that has room the result is empty.
func (f Font) Fit(s string, room float64) string {
	s = clean(s)
	if f.Width(s) <= room {
		return s
	}
	end := f.reach(s, room-f.Width(ellipsis))
	if end < 0 {
		return ""
	}
	return strings.TrimRight(s[:end], " ") + ellipsis
}

// reach returns where the text ends that fits the room; -1 where there is no
// room at all.
func (f Font) reach(s string, room float64) int {
	if room < 0 {
		return -1
	}
	total := 0
	for i, r := range s {
		w, _ := f.advance(r)
		if total += int(w); float64(total)*f.Size/1000 > room {
			return i
		}
	}
	return len(s)
}

// Wrap breaks a text into at most so many lines that fit the room: between
// words, inside a word that is longer than a line, and with an ellipsis where
// the lines do not suffice. There is always a line, which may be empty.
func (f Font) Wrap(s string, room float64, lines int) []string {
	var out []string
	rest := clean(s)
	for f.Width(rest) > room && len(out) < lines-1 {
		end := f.lineEnd(rest, room)
		if end == 0 {
			break
		}
		out = append(out, strings.TrimRight(rest[:end], " "))
		rest = strings.TrimLeft(rest[end:], " ")
	}
	return append(out, f.Fit(rest, room))
}

// lineEnd returns where the first line of a text ends that does not fit whole:
// after the last space, slash or hyphen that fits, else after the last
// character. It is 0 where no character fits.
func (f Font) lineEnd(s string, room float64) int {
	end := max(0, f.reach(s, room))
	if end == len(s) || s[end] == ' ' {
		return end
	}
	if word := strings.LastIndexAny(s[:end], " /-"); word > 0 {
		return word + 1
	}
	return end
}

// maxMarks is how many marks may sit on one letter: more would pile up into
// the neighbouring lines.
const maxMarks = 3

// Clean makes a text fit for one line of a page or picture: white space becomes
// single spaces; control characters, what is no Unicode and what would turn the
// direction of its surroundings become the replacement character; of the marks
// that sit on one letter three stay.
func Clean(s string) string { return clean(s) }

// clean makes a text fit for one line of XML: white space becomes single
// spaces; control characters, what is no Unicode and what would turn the
// direction of its surroundings become the replacement character.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	marks := 0
	for _, r := range strings.Join(strings.Fields(s), " ") {
		if unicode.In(r, unicode.Mn, unicode.Me) {
			if marks++; marks > maxMarks {
				continue
			}
		} else {
			marks = 0
		}
		if unicode.IsControl(r) || turns(r) || r == 0xfffe || r == 0xffff {
			r = utf8.RuneError
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isClean recognizes most texts that are clean: ASCII with single spaces.
func isClean(s string) bool {
	space := true // before the first character
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' || space && s[i] == ' ' {
			return false
		}
		space = s[i] == ' '
	}
	return s == "" || !space
}

// turns reports whether a character embeds or overrides the direction of text.
func turns(r rune) bool {
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}
