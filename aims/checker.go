package aims

import (
	"strconv"
	"strings"
)

// Checker gathers the problems of one value for its Validate method. The
// zero value is ready to use, except that packages with codes of their own
// set Texts. The field names given to its methods are JSON pointers relative
// to the value, without the leading slash: "owner", "outcome/met".
type Checker struct {
	// Texts holds the English sentences of the codes that the package adds
	// to those of package aims.
	Texts    map[Code]string
	problems *[]Problem // nil while there are none

	// Of a checker that In made: of which element of what.
	outer *Checker
	field string
	index int
}

// In returns the checker of element i of the list in a field: the fields given
// to its methods are those of the element, and its problems become problems
// of c.
func (c *Checker) In(field string, i int) *Checker {
	return &Checker{outer: c, field: field, index: i}
}

// Add reports a problem of a field. The arguments are pairs of name and value.
func (c *Checker) Add(field string, code Code, args ...string) {
	p := Problem{Code: code, Path: c.pointer(field), Text: c.text(code)}
	if len(args) > 1 {
		p.Args = make(map[string]string, len(args)/2)
		for i := 0; i+1 < len(args); i += 2 {
			p.Args[args[i]] = args[i+1]
		}
	}
	c.report(p)
}

// report adds a problem to those of the value as a whole.
func (c *Checker) report(p Problem) {
	c = c.outermost()
	if c.problems == nil {
		c.problems = new([]Problem)
	}
	*c.problems = append(*c.problems, p)
}

func (c *Checker) outermost() *Checker {
	for c.outer != nil {
		c = c.outer
	}
	return c
}

func (c *Checker) text(code Code) string {
	if t, ok := c.outermost().Texts[code]; ok {
		return t
	}
	return texts[code]
}

// pointer returns the JSON pointer of a field, relative to the value as a
// whole. It is made only once there is a problem.
func (c *Checker) pointer(field string) string {
	path := slashed(field)
	for ; c.outer != nil; c = c.outer {
		path = slashed(c.field) + "/" + strconv.Itoa(c.index) + path
	}
	return path
}

func slashed(field string) string {
	if field == "" {
		return ""
	}
	return "/" + field
}

// Err returns an [InvalidError] with the problems of the value as a whole so
// far, or nil.
func (c *Checker) Err() error {
	c = c.outermost()
	if c.problems == nil {
		return nil
	}
	return &InvalidError{Problems: *c.problems}
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
	in := c.pointer(field)
	for _, p := range problems {
		p.Path = in + p.Path
		c.report(p)
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
