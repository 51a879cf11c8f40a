package canon_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/aimskit/aimskit/internal/canon"
)

// asTree is how the package first worked: it reads a tree of the whole document, puts that in order and
// writes it. Unlike the oracle it says each error as the package does: which comes first, where and why.
func asTree(data []byte, marshalled bool) (string, error) {
	if !json.Valid(data) {
		return "", canon.ErrSyntax
	}
	for i, c := range string(data) {
		if c == utf8.RuneError && !strings.HasPrefix(string(data[i:]), "\uFFFD") {
			return "", fmt.Errorf("%w: the bytes at offset %d are not UTF-8", canon.ErrUnicode, i)
		}
	}
	r := reader{data: string(data), marshalled: marshalled}
	n, err := r.value()
	if err != nil {
		return "", err
	}
	return n.text, nil
}

// reader reads valid JSON in UTF-8.
type reader struct {
	data       string // what is left
	marshalled bool
	path       []string
}

// node is one value of a document.
type node struct {
	name []byte // of a member, unescaped
	text string // canonical
}

func (n node) empty() bool { return n.text == "null" || n.text == "[]" || n.text == "{}" }

func (r *reader) fail(kind error, what string) error {
	if len(what) > 64 {
		what = what[:64] + "…"
	}
	path := ""
	for _, step := range r.path {
		path += "/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(step)
	}
	return fmt.Errorf("%w: %s at %q", kind, what, path)
}

// take reads n bytes and the white space behind them.
func (r *reader) take(n int) string {
	taken := r.data[:n]
	r.data = strings.TrimLeft(r.data[n:], " \t\r\n")
	return taken
}

func (r *reader) value() (n node, err error) {
	r.take(0)
	switch c := r.data[0]; c {
	case '{', '[':
		return r.container(c)
	case '"':
		plain, err := r.text()
		return node{text: new(oracle).text(plain)}, err
	case 't', 'n':
		return node{text: r.take(4)}, nil
	case 'f':
		return node{text: r.take(5)}, nil
	}
	lit := r.take(len(r.data) - len(strings.TrimLeft(r.data, "+-.0123456789Ee")))
	o := new(oracle)
	if n.text = o.number(lit); o.err != nil {
		return n, r.fail(o.err, lit)
	}
	return n, nil
}

// container reads an array or an object, whose opening bracket is kind.
func (r *reader) container(kind byte) (n node, err error) {
	var kids []node
	for i := 0; r.data[0] != kind+2; i++ { // '}' and ']' follow their openings at this distance
		r.take(1) // a bracket or a comma
		if r.data[0] == kind+2 {
			break
		}
		r.path = append(r.path, strconv.Itoa(i))
		var name string
		if kind == '{' {
			if name, err = r.text(); err != nil {
				return n, err
			}
			r.take(1) // the colon
			r.path[len(r.path)-1] = name
		}
		kid, err := r.value()
		if err != nil {
			return n, err
		}
		kid.name = []byte(name)
		kids, r.path = append(kids, kid), r.path[:len(r.path)-1]
	}
	r.take(1)
	if kind == '{' {
		if kids, err = r.order(kids); err != nil {
			return n, err
		}
	}
	texts := make([]string, len(kids))
	for i, kid := range kids {
		if kind == '{' {
			texts[i] = new(oracle).text(string(kid.name)) + ":"
		}
		texts[i] += kid.text
	}
	return node{text: string(kind) + strings.Join(texts, ",") + string(kind+2)}, nil
}

// order sorts the members of an object, refuses duplicates and drops those that are empty.
func (r *reader) order(kids []node) ([]node, error) {
	units := func(n node) []uint16 { return utf16.Encode([]rune(string(n.name))) }
	slices.SortFunc(kids, func(a, b node) int { return slices.Compare(units(a), units(b)) })
	for i := 1; i < len(kids); i++ {
		if string(kids[i-1].name) == string(kids[i].name) {
			return nil, r.fail(canon.ErrDuplicate, new(oracle).text(string(kids[i].name)))
		}
	}
	return slices.DeleteFunc(kids, node.empty), nil
}

// text reads a string and returns what it means.
func (r *reader) text() (string, error) {
	end := 1
	for ; r.data[end] != '"'; end++ {
		if r.data[end] == '\\' {
			end++
		}
	}
	s := r.take(end + 1)
	for i := 1; i < end; i++ {
		if s[i] != '\\' {
			continue
		}
		i++
		if s[i] != 'u' {
			continue
		}
		unit := func(at int) rune {
			if !strings.HasPrefix(s[at:], `\u`) {
				return 0
			}
			u, _ := strconv.ParseUint(s[at+2:at+6], 16, 16)
			return rune(u)
		}
		switch c := unit(i - 1); {
		case r.marshalled && s[i-1:i+5] == `\ufffd`:
			return "", r.fail(canon.ErrUnicode, "a Go string that is not UTF-8")
		case !utf16.IsSurrogate(c):
		case utf16.DecodeRune(c, unit(i+5)) == utf8.RuneError:
			return "", r.fail(canon.ErrUnicode, "half a surrogate pair, "+s[i-1:i+5])
		default:
			i += 6
		}
		i += 4
	}
	var plain string
	if err := json.Unmarshal([]byte(s), &plain); err != nil {
		panic(err)
	}
	return plain, nil
}
