package strict_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/aimskit/aimskit/internal/strict"
)

var replacement = regexp.MustCompile(`(?i)\\ufffd|` + "\uFFFD")

// refusal is a slow reading of the rules for documents where anything goes: why data must be
// refused, "" if it must be accepted.
func refusal(data []byte) string {
	switch {
	case !json.Valid(data):
		return "not JSON"
	case !utf8.Valid(data):
		return "not UTF-8"
	}
	var tree any
	if err := json.Unmarshal(data, &tree); err != nil {
		return "a number out of range: " + err.Error()
	}
	dec := json.NewDecoder(strings.NewReader(string(data)))
	dec.UseNumber()
	o := oracle{dec: dec}
	if reason := o.value(0); reason != "" {
		return reason
	}
	// encoding/json writes U+FFFD for half a pair: count those that the document has itself.
	plain := strings.ReplaceAll(string(data), `\\`, "")
	if len(replacement.FindAllString(plain, -1)) != o.replaced {
		return "half a surrogate pair"
	}
	return ""
}

type oracle struct {
	dec      *json.Decoder
	replaced int
}

func (o *oracle) value(depth int) string {
	token, err := o.dec.Token()
	if err != nil {
		return err.Error()
	}
	switch token := token.(type) {
	case string:
		o.replaced += strings.Count(token, "\uFFFD")
	case json.Number:
		if f, err := token.Float64(); err == nil && f == 0 && strings.ContainsAny(strings.Split(strings.ToLower(string(token)), "e")[0], "123456789") {
			return "a number that would become zero"
		}
	case json.Delim:
		if depth == strict.DefaultMaxDepth {
			return "too deep"
		}
		names := map[string]bool{}
		for o.dec.More() {
			if token == '{' {
				name, err := o.dec.Token()
				if err != nil {
					return err.Error()
				}
				s := name.(string)
				if names[s] {
					return "duplicate " + s
				}
				names[s] = true
				o.replaced += strings.Count(s, "\uFFFD")
			}
			if reason := o.value(depth + 1); reason != "" {
				return reason
			}
		}
		if _, err := o.dec.Token(); err != nil {
			return err.Error()
		}
	}
	return ""
}
