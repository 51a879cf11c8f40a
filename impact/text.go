package impact

import (
	"strings"

	"github.com/aimskit/aimskit/internal/word"
)

// clip shortens what a sentence quotes.
func clip(s string) string {
	if len(s) > 64 {
		return strings.ToValidUTF8(s[:64], "") + "…"
	}
	return s
}

// own reports whether s has the form of a word that an organization adds to a
// vocabulary: vendor:word, each of lower-case letters, digits and hyphens.
func own(s string) bool {
	vendor, rest, ok := strings.Cut(s, ":")
	return ok && plain(vendor) && plain(rest)
}

func plain(s string) bool {
	return s != "" && len(s) <= 32 && s[0] != '-' && s[len(s)-1] != '-' &&
		strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// unmarshalOpen reads a word of a vocabulary that organizations extend.
func unmarshalOpen[T ~string](into *T, text []byte, vocabulary string, all ...T) error {
	if own(string(text)) {
		*into = T(text)
		return nil
	}
	return unmarshalName(into, text, vocabulary, append(all[:len(all):len(all)], "vendor:word")...)
}

func unmarshalName[T ~string](into *T, text []byte, vocabulary string, all ...T) error {
	w, err := word.Parse(vocabulary, text, all...)
	if err == nil {
		*into = w
	}
	return err
}

func unmarshalWord[T ~uint8](into *T, text []byte, s word.Scale) error {
	i, err := s.Unmarshal(text)
	if err == nil {
		*into = T(i)
	}
	return err
}
