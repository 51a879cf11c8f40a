package controls

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a justification in words must have, in bytes of letters and digits:
// this library's interpretation, see the package documentation. Bytes are a
// fair measure across scripts: a character of a dense script
// takes more of them and says more.
const (
	minLetters   = 20 // in all
	minSubstance = 8  // outside stock words
)

// weak reports whether a text is too short to justify an exclusion, or made
// of stock words such as "not applicable to our company".
func weak(text string) bool {
	return !hasLetters(text, minLetters) || !hasSubstance(text, stockWord, minSubstance)
}

// hasLetters reports whether a text has so many bytes of letters and digits.
func hasLetters(text string, enough int) bool {
	for _, r := range text {
		if wordRune(r) {
			enough -= utf8.RuneLen(r)
		}
		if enough <= 0 {
			return true
		}
	}
	return false
}

// hasSubstance reports whether the words of a text that are not stock words
// have so many bytes together, at least one.
func hasSubstance(text string, stock func(string) bool, enough int) bool {
	start := -1 // of the word being read
	for i, r := range text {
		switch in := wordRune(r); {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			if enough -= substance(text[start:i], stock); enough <= 0 {
				return true
			}
			start = -1
		}
	}
	return start >= 0 && substance(text[start:], stock) >= enough
}

// hasDigit reports whether a text has a digit, which no stock word has.
func hasDigit(text string) bool {
	for i := range len(text) {
		if c := text[i]; '0' <= c && c <= '9' {
			return true
		}
	}
	return false
}

// substance returns the bytes of a word, unless it is a stock word.
func substance(word string, stock func(string) bool) int {
	if len(word) < 16 && stock(strings.ToLower(word)) { // no stock word is longer
		return 0
	}
	return len(word)
}

// wordRune reports whether a character belongs to a word.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// stockWord reports whether a word, in lower case, justifies nothing, however
// it is joined with others like it.
func stockWord(w string) bool {
	switch w {
	case "a", "above", "all", "and", "any", "applicable", "applies", "apply", "are", "as", "at", "be", "because", "been",
		"before", "below", "business", "by", "case", "company", "concern", "concerned", "concerns", "confirmed", "considered",
		"control", "controls", "current", "currently", "decided", "deemed", "defined", "determined", "ditto", "do", "document",
		"documented", "does", "doesn", "don", "done", "exclude", "excluded", "exclusion", "for", "from", "has", "have", "here",
		"idem", "in", "inapplicable", "irrelevant", "is", "isn", "it", "its", "justification", "justified", "later", "moment",
		"my", "n", "na", "necessary", "needed", "nil", "no", "non", "none", "not", "now", "null", "of", "on", "open", "or",
		"organisation", "organization", "our", "out", "pending", "present", "reason", "reasons", "relevant", "required", "same",
		"scope", "see", "since", "so", "t", "tba", "tbc", "tbd", "test", "that", "the", "there", "therefore", "these", "this",
		"time", "to", "todo", "unnecessary", "us", "was", "we", "with", "x", "xx", "xxx", "yet":
		return true
	}
	return false
}

// kindWord reports whether a word is a stock word, or only repeats a kind of
// reason.
func kindWord(w string) bool {
	switch w {
	case "agreement", "analysis", "assessment", "best", "contract", "contracts", "contractual", "good", "law", "laws", "legal",
		"practice", "practices", "regulation", "regulations", "regulatory", "requirement", "requirements", "risk", "risks", "treatment":
		return true
	}
	return stockWord(w)
}
