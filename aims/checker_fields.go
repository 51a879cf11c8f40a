package aims

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

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
	if printable(s) {
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

// printable reports whether a text is printable ASCII, as most are, so that
// nobody need look closer.
func printable(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// TextList checks a list of texts, none of which may be blank.
func (c *Checker) TextList(field string, list []string) {
	for i, s := range list {
		c.In(field, i).Text("", s)
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
	before := earlier[Key]{list: list}
	for i, k := range list {
		in := c.In(field, i)
		in.Key("", k)
		if before.has(i) {
			in.Add("", Twice, "value", k.String())
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
	before := earlier[Ref]{list: list}
	for i, r := range list {
		in := c.In(field, i)
		in.Ref("", r)
		if before.has(i) && !r.IsZero() {
			in.Add("", Twice, "value", r.String())
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
	before := earlier[T]{list: ids}
	for i, id := range ids {
		switch {
		case !ValidID(string(id)):
			CheckID(c.In(field, i), "", id)
		case before.has(i):
			c.In(field, i).Add("", Twice, "value", string(id))
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
	before := earlier[T]{list: words}
	for i, w := range words {
		in := c.In(field, i)
		CheckWord(in, "", w)
		if before.has(i) && w.Known() {
			in.Add("", Twice, "value", fmt.Sprint(w))
		}
	}
}

// CheckEach validates each element of a list.
func CheckEach[T interface{ Validate() error }](c *Checker, field string, list []T) {
	for i, v := range list {
		if err := v.Validate(); err != nil {
			c.In(field, i).Nest("", err)
		}
	}
}

// earlier tells of the elements of a list whether they stand in it before.
// It looks through a short list, and keeps a set of a long one.
type earlier[T comparable] struct {
	list []T
	set  map[T]bool // of the first n
	n    int
}

// has reports whether element i is equal to one before it. It is asked of
// rising indices.
func (e *earlier[T]) has(i int) bool {
	if i < 16 {
		return slices.Contains(e.list[:i], e.list[i])
	}
	if e.set == nil {
		e.set = make(map[T]bool, len(e.list))
	}
	for ; e.n < i; e.n++ {
		e.set[e.list[e.n]] = true
	}
	return e.set[e.list[i]]
}
