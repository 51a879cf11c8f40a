package controls

import (
	"iter"
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Alias is a name that stands for one or more controls, and who uses it.
type Alias struct {
	Source   AliasSource `json:"source"`
	Key      aims.Key    `json:"key,omitzero"` // of a theme or domain: "guide/A.4"
	Name     string      `json:"name"`
	Controls []aims.Key  `json:"controls"` // at least one, in order
}

// AliasSource says where an [Alias] comes from.
type AliasSource string

// The sources of aliases.
const (
	FromTitle   AliasSource = "title"         // the title of the control itself
	FromVariant AliasSource = "title-variant" // its title as other material prints it
	FromThemes  AliasSource = "nine-themes"   // the guides that divide Annex A into nine themes
	FromDomains AliasSource = "six-domains"   // the guide that divides it into six domains
)

// Known reports whether s is one of the sources.
func (s AliasSource) Known() bool {
	return word.Known(s, FromTitle, FromVariant, FromThemes, FromDomains)
}

// UnmarshalText reads a source and refuses other words.
func (s *AliasSource) UnmarshalText(text []byte) error {
	v, err := word.Parse("controls.AliasSource", text, FromTitle, FromVariant, FromThemes, FromDomains)
	if err == nil {
		*s = v
	}
	return err
}

// Themes returns the nine themes of popular guides with the controls that
// they really speak of. The guides number them A.1 to A.9, which are not the
// numbers of Annex A: their A.4 is impact assessment, and A.4 of the standard
// is resources. So a theme has a key of its own, guide/A.4.
func Themes() iter.Seq[Alias] { return slices.Values(themes()) }

// Domains returns the six domains of another guide with their controls. The
// guide prints no numbers; guide/domain-1 and so on are ours. It leaves out
// what users and interested parties are told (A.8) and the organization's own
// use (A.9), and so does this list.
func Domains() iter.Seq[Alias] { return slices.Values(domains()) }

// Variants returns the titles that popular material prints instead of those
// of the standard, by control.
func Variants() iter.Seq[Alias] { return slices.Values(variants()) }

// Aliases returns everything that a name stands for: a control's title, a
// variant of it, and themes and domains by name or key ("guide/A.4", or
// "guide/4"). Letter case and the amount of white space do not matter;
// everything else does. A name without a meaning gives nothing.
func (c Catalogue) Aliases(name string) []Alias {
	want := spaced(name)
	if want == "" {
		return nil
	}
	var out []Alias
	for ctl := range c.All() {
		if strings.EqualFold(spaced(ctl.Title), want) {
			out = append(out, Alias{FromTitle, aims.Key{}, ctl.Title, []aims.Key{ctl.Key}})
		}
	}
	for _, table := range [][]Alias{variants(), themes(), domains()} {
		for _, a := range table {
			if (strings.EqualFold(a.Name, want) || a.hasKey(want)) && c.holds(a.Controls) {
				out = append(out, a)
			}
		}
	}
	return out
}

// hasKey reports whether a text is the key of a theme or domain; a theme is
// also known by its number alone.
func (a Alias) hasKey(text string) bool {
	key := a.Key.String()
	return strings.EqualFold(key, text) || strings.EqualFold(strings.Replace(key, "/A.", "/", 1), text)
}

// holds reports whether every control is in the catalogue.
func (c Catalogue) holds(keys []aims.Key) bool {
	return !slices.ContainsFunc(keys, func(k aims.Key) bool {
		_, ok := c.LookupKey(k)
		return !ok
	})
}

// spaced returns a name with one space between its words.
func spaced(name string) string { return strings.Join(strings.Fields(name), " ") }
