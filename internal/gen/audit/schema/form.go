package schema

import (
	"encoding"
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/risk"
)

// The parts of the patterns. They mean the same in Go and in ECMA 262, which
// JSON Schema asks for.
const (
	idForm      = `[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?`
	number      = `[1-9][0-9]?` // a segment of a clause
	clauseForm  = number + `(\.` + number + `){0,3}`
	controlForm = `A\.` + number + `(\.` + number + `){0,2}`
	ownWord     = `[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?`
	ownForm     = `^` + ownWord + `:` + ownWord + `$`
	anyText     = `\S`
)

func text(pattern string) object {
	return object{{"type", "string"}, {"pattern", pattern}}
}

func exactly(form string) object { return text(`^` + form + `$`) }

func enum(words []string) object {
	return object{{"type", "string"}, {"enum", words}}
}

func either(choices ...object) object {
	return object{{"anyOf", choices}}
}

// form is the schema of a type that has a JSON form of its own.
type form struct {
	typ    reflect.Type
	schema object
}

// forms is the table of those types, besides words and ids.
func forms() []form {
	return []form{
		{reflect.TypeFor[aims.Date](), exactly(`[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])`).with("format", "date")},
		{reflect.TypeFor[aims.Amount](), either(exactly(`-?(0|[1-9][0-9]{0,33})(\.[0-9]{1,34})?`), object{{"type", "number"}})},
		{reflect.TypeFor[aims.Digest](), exactly(`sha256:[0-9a-f]{64}`)},
		{reflect.TypeFor[aims.Interval](), exactly(`P[1-9][0-9]{0,3}[DWMY]`)},
		{reflect.TypeFor[aims.Ref](), exactly(idForm + `/` + idForm)},
		{reflect.TypeFor[aims.Key](), either(
			exactly(`iso42001/(`+clauseForm+`(/[a-z])?|`+controlForm+`)`),
			exactly(`[a-z0-9][a-z0-9-]{0,31}/[!-~]{1,64}`).with("not", object{{"pattern", `^iso42001/`}}),
		)},
		{reflect.TypeFor[aims.Clause](), exactly(clauseForm)},
		{reflect.TypeFor[aims.ControlID](), exactly(controlForm)},
		{reflect.TypeFor[aims.AnnexC](), exactly(`C\.` + number + `\.` + number)},
		{reflect.TypeFor[aims.PointID](), exactly(clauseForm + `/[a-z]`)},
		{reflect.TypeFor[aims.Kind](), enum(kindNames())},
		{reflect.TypeFor[risk.Unit](), either(enum([]string{string(risk.PerYear), string(risk.Probability), string(risk.People)}), exactly(`[A-Z]{3}`))},
		{reflect.TypeFor[risk.Level](), object{{"type", "integer"}, {"minimum", 0}, {"maximum", 1<<16 - 1}}},
	}
}

func kindNames() []string {
	var names []string
	for _, k := range audit.Kinds() {
		names = append(names, string(k))
	}
	return names
}

// formOf returns the schema of a type that is not made of others, false for
// one that is. Ids may be empty, which is the same as absent; where one is
// required the member says so.
func formOf(t reflect.Type) (object, bool, error) {
	for _, f := range forms() {
		if f.typ == t {
			return f.schema, true, nil
		}
	}
	if t.Kind() == reflect.String && strings.HasSuffix(t.Name(), "ID") && !decodes(t) {
		return exactly(`(` + idForm + `)?`), true, nil
	}
	if decodes(t) {
		words, err := wordsOf(t)
		return words, true, err
	}
	return nil, false, nil
}

func decodes(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) ||
		p.Implements(reflect.TypeFor[interface{ UnmarshalJSON([]byte) error }]())
}

// openMark stands in a list of words for those that organizations add.
const openMark = "vendor:word"

// plainWord tells a word from a remark about the words.
var plainWord = regexp.MustCompile(`^[A-Za-z0-9][a-z0-9-]*$`)

// vocabulary returns the words of a type as its decoder lists them, and
// whether organizations may add theirs.
func vocabulary(t reflect.Type) (words []string, open bool, err error) {
	decoder, ok := reflect.New(t).Interface().(encoding.TextUnmarshaler)
	if !ok {
		return nil, false, fmt.Errorf("schema: %s has JSON of its own; add it to the table of forms", t)
	}
	lister, ok := decoder.UnmarshalText([]byte("?")).(interface{ Words() []string })
	if !ok {
		return nil, false, fmt.Errorf("schema: %s has a text of its own and lists no words; add it to the table of forms", t)
	}
	for _, w := range lister.Words() {
		switch {
		case w == openMark:
			open = true
		case plainWord.MatchString(w):
			words = append(words, w)
		default:
			return nil, false, fmt.Errorf("schema: %s lists %q, which is no word; add it to the table of forms", t, w)
		}
	}
	return words, open, nil
}

func wordsOf(t reflect.Type) (object, error) {
	words, open, err := vocabulary(t)
	if open {
		return either(enum(words), text(ownForm)), err
	}
	return enum(words), err
}
