package aims

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Checker gathers the problems of one value for its Validate method. The
// zero value is ready to use, except that packages with codes of their own
// set Texts. The field names given to its methods are JSON pointers relative
// to the value, without the leading slash: "owner", "reviews/2/on".
type Checker struct {
	// Texts holds the English sentences of the codes that the package adds
	// to those of package aims.
	Texts    map[Code]string
	problems []Problem
}

// Add reports a problem of a field. The arguments are pairs of name and value.
func (c *Checker) Add(field string, code Code, args ...string) {
	p := Problem{Code: code, Path: pointer(field), Text: c.text(code)}
	if len(args) > 1 {
		p.Args = make(map[string]string, len(args)/2)
		for i := 0; i+1 < len(args); i += 2 {
			p.Args[args[i]] = args[i+1]
		}
	}
	c.problems = append(c.problems, p)
}

func (c *Checker) text(code Code) string {
	if t, ok := c.Texts[code]; ok {
		return t
	}
	return texts[code]
}

func pointer(field string) string {
	if field == "" {
		return ""
	}
	return "/" + field
}

// Err returns an [InvalidError] with the problems so far, or nil.
func (c *Checker) Err() error {
	if len(c.problems) == 0 {
		return nil
	}
	return &InvalidError{Problems: c.problems}
}

// Nest takes over the problems of a part, found by its own Validate. Errors
// that are no [InvalidError] are reported as they are.
func (c *Checker) Nest(field string, err error) {
	if err == nil {
		return
	}
	problems := Problems(err)
	if problems == nil {
		c.Add(field, Unreadable, "error", err.Error())
		return
	}
	for _, p := range problems {
		p.Path = pointer(field) + p.Path
		c.problems = append(c.problems, p)
	}
}

// Field joins the parts of a field name: indices as int, and names, in which
// "~" and "/" are escaped as RFC 6901 asks, so that keys of a map can be used.
func Field(parts ...any) string {
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteByte('/')
		}
		switch p := p.(type) {
		case int:
			b.WriteString(strconv.Itoa(p))
		case string:
			b.WriteString(escape.Replace(p))
		}
	}
	return b.String()
}

var escape = strings.NewReplacer("~", "~0", "/", "~1")

// element names element i of the list in a field, which may be a pointer of
// several steps already.
func element(field string, i int) string {
	if field == "" {
		return strconv.Itoa(i)
	}
	return field + "/" + strconv.Itoa(i)
}

// MaxText is the longest text of a field, in bytes.
const MaxText = 64 << 10

// Text checks a text that must be there: not blank, and well formed.
func (c *Checker) Text(field, s string) {
	if strings.TrimSpace(s) == "" {
		c.Add(field, Missing)
		return
	}
	c.OptionalText(field, s)
}

// OptionalText checks a text that may be empty: valid UTF-8, at most
// [MaxText] bytes, no control characters besides tab and line break.
func (c *Checker) OptionalText(field, s string) {
	if len(s) > MaxText {
		c.Add(field, TextTooLong, "bytes", strconv.Itoa(len(s)), "max", strconv.Itoa(MaxText))
		return
	}
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") ||
			unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r' {
			c.Add(field, TextMalformed, "at", strconv.Itoa(i))
			return
		}
	}
}

// TextList checks a list of texts, none of which may be blank.
func (c *Checker) TextList(field string, list []string) {
	for i, s := range list {
		c.Text(element(field, i), s)
	}
}

// Date checks a date that must be there.
func (c *Checker) Date(field string, d Date) {
	if d == 0 {
		c.Add(field, Missing)
		return
	}
	c.OptionalDate(field, d)
}

// OptionalDate checks a date that may be absent.
func (c *Checker) OptionalDate(field string, d Date) {
	if d != 0 && !d.Valid() {
		c.Add(field, DateMalformed, "got", strconv.Itoa(int(d)))
	}
}

// NotBefore checks that a later date does not come before an earlier one,
// where both are there; earlierField is named in the sentence.
func (c *Checker) NotBefore(field string, later Date, earlierField string, earlier Date) {
	if later.Valid() && earlier.Valid() && later < earlier {
		c.Add(field, DatesSwapped, "date", later.String(), "other", earlierField, "otherDate", earlier.String())
	}
}

// Count checks an amount that must not be negative, if it is known.
func (c *Checker) Count(field string, a Amount) {
	if sign, known := a.Sign(); known && sign < 0 {
		c.Add(field, Negative, "got", a.String())
	}
}

// NotMore checks that a part is not greater than its whole, where both are
// known counts; wholeField is named in the sentence.
func (c *Checker) NotMore(field string, part Amount, wholeField string, whole Amount) {
	if order, known := part.Cmp(whole); known && order > 0 && !whole.value.IsNegative() {
		c.Add(field, MoreThanAll, "got", part.String(), "other", wholeField, "all", whole.String())
	}
}

// Key checks a key that must be there.
func (c *Checker) Key(field string, k Key) {
	switch {
	case k.IsZero():
		c.Add(field, Missing)
	case !k.wellFormed():
		c.Add(field, KeyMalformed, "got", clip(k.String()))
	}
}

// Keys checks a list of keys: each well formed, none twice.
func (c *Checker) Keys(field string, list []Key) {
	for i, k := range list {
		c.Key(element(field, i), k)
		for j := range i {
			if list[j] == k {
				c.Add(element(field, i), Twice, "value", k.String())
				break
			}
		}
	}
}

// Ref checks a reference that must be there.
func (c *Checker) Ref(field string, r Ref) {
	switch {
	case r.IsZero():
		c.Add(field, Missing)
	case !ValidID(string(r.Kind)) || !ValidID(r.ID):
		c.Add(field, RefMalformed, "got", clip(r.String()))
	}
}

// Refs checks a list of references: each there and well formed, none twice.
func (c *Checker) Refs(field string, list []Ref) {
	for i, r := range list {
		c.Ref(element(field, i), r)
		if slices.Contains(list[:i], r) && !r.IsZero() {
			c.Add(element(field, i), Twice, "value", r.String())
		}
	}
}

// Digest checks a digest that must be there.
func (c *Checker) Digest(field string, d Digest) {
	if d == "" {
		c.Add(field, Missing)
		return
	}
	c.OptionalDigest(field, d)
}

// OptionalDigest checks a digest that may be absent.
func (c *Checker) OptionalDigest(field string, d Digest) {
	if d != "" && !d.wellFormed() {
		c.Add(field, DigestMalformed, "got", clip(string(d)))
	}
}

// CheckID checks an id that must be there.
func CheckID[T ID](c *Checker, field string, id T) {
	if id == "" {
		c.Add(field, Missing)
		return
	}
	CheckOptionalID(c, field, id)
}

// CheckOptionalID checks an id that may be absent.
func CheckOptionalID[T ID](c *Checker, field string, id T) {
	if id != "" && !ValidID(string(id)) {
		c.Add(field, IDMalformed, "got", clip(string(id)))
	}
}

// CheckIDs checks a list of ids: each there and well formed, none twice.
func CheckIDs[T ID](c *Checker, field string, ids []T) {
	for i, id := range ids {
		if id == "" || !ValidID(string(id)) {
			CheckID(c, element(field, i), id)
			continue
		}
		for j := range i {
			if ids[j] == id {
				c.Add(element(field, i), Twice, "value", string(id))
				break
			}
		}
	}
}

// CheckWord checks a word of a closed vocabulary that must be there.
// The zero value is "absent".
func CheckWord[T interface {
	comparable
	Known() bool
}](c *Checker, field string, w T) {
	var absent T
	if w == absent {
		c.Add(field, Missing)
		return
	}
	CheckOptionalWord(c, field, w)
}

// CheckOptionalWord checks a word of a closed vocabulary that may be absent.
func CheckOptionalWord[T interface {
	comparable
	Known() bool
}](c *Checker, field string, w T) {
	var absent T
	if w != absent && !w.Known() {
		c.Add(field, WordUnknown, "got", clip(fmt.Sprint(w)))
	}
}

// CheckWords checks a list of words of a closed vocabulary: each there and
// known, none twice.
func CheckWords[T interface {
	comparable
	Known() bool
}](c *Checker, field string, words []T) {
	for i, w := range words {
		CheckWord(c, element(field, i), w)
		if slices.Contains(words[:i], w) && w.Known() {
			c.Add(element(field, i), Twice, "value", fmt.Sprint(w))
		}
	}
}

// CheckEach validates each element of a list.
func CheckEach[T interface{ Validate() error }](c *Checker, field string, list []T) {
	for i, v := range list {
		if err := v.Validate(); err != nil {
			c.Nest(element(field, i), err)
		}
	}
}
