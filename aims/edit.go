package aims

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Change is one thing to try out on a JSON document: on a snapshot, a risk
// register or a model of losses alike. See [ApplyChanges].
type Change struct {
	// Path is a JSON pointer (RFC 6901) in which an element of a list is named
	// by its id, or by the control or key that it is about where it has no id:
	// "/systems/s-1/stage", "/statements/soa/rows/iso42001~1A.5.2/status". In
	// lists whose elements have no name it is a number, from 0; "-" is a new
	// element at the end.
	Path string `json:"path"`
	// Value is the JSON to set. Without it, what the path leads to is removed.
	Value json.RawMessage `json:"value,omitempty"`
}

// String says what the change does: "set /systems/s-1/stage to "operation"".
func (g Change) String() string {
	if len(g.Value) == 0 {
		return "remove " + clipTo(g.Path, 200)
	}
	return "set " + clipTo(g.Path, 200) + " to " + clipTo(string(g.Value), 60)
}

func clipTo(s string, n int) string {
	if len(s) > n {
		s = strings.ToValidUTF8(s[:n], "") + "…"
	}
	return s
}

// Changed is a document with changes in it.
type Changed struct {
	Document []byte
	landed   []string // of each change, where it ended up in the document
}

// Original translates a pointer into the changed document to one into the
// list of changes, "changes/2/value/stage", where a change set what it leads
// to; ok is false where none did.
func (d Changed) Original(path string) (field string, ok bool) {
	for i, at := range slices.Backward(d.landed) {
		if rest, found := strings.CutPrefix(path, at); found && at != "" && (rest == "" || rest[0] == '/') {
			return Field("changes", i, "value") + rest, true
		}
	}
	return "", false
}

// The codes of problems of changes.
const (
	// ChangePath: the path of a change is no JSON pointer to something in the document.
	ChangePath Code = "aims/change-path"
	// ChangeNowhere: the path of a change leads nowhere.
	ChangeNowhere Code = "aims/change-nowhere"
	// ChangesCollide: two changes touch the same thing, or one a part of what the other sets.
	ChangesCollide Code = "aims/changes-collide"
)

// ApplyChanges makes changes to a JSON document, one after the other, and
// returns the new document; the old one stays as it was. A member that its
// object does not have yet, and an element of an id that its list does not
// have yet, are added; so is the list, when it is absent. All other steps of a
// path must lead somewhere. Whether the document still is what it should be is
// for its own decoder to say. Problems are reported for all changes, as
// [InvalidError], with pointers such as "/changes/0/path".
func ApplyChanges(document []byte, changes []Change) (Changed, error) {
	var c Checker
	root, err := readAny(document)
	c.Nest("document", err)
	values := make([]any, len(changes))
	for i, g := range changes {
		if _, ok := pointerSteps(g.Path); !ok {
			c.Add(Field("changes", i, "path"), ChangePath, "got", strconv.Quote(clip(g.Path)))
			continue
		}
		if j := slices.IndexFunc(changes[:i], func(h Change) bool { return collide(g.Path, h.Path) }); j >= 0 {
			c.Add(Field("changes", i, "path"), ChangesCollide, "path", clipTo(g.Path, 200), "other", "/"+Field("changes", j))
		}
		if len(g.Value) > 0 {
			values[i], err = readAny(g.Value)
			c.Nest(Field("changes", i, "value"), err)
		}
	}
	if err := c.Err(); err != nil {
		return Changed{}, err
	}
	out := Changed{landed: make([]string, len(changes))}
	for i, g := range changes {
		steps, _ := pointerSteps(g.Path)
		e := edit{steps: steps, value: values[i], remove: len(g.Value) == 0}
		root = e.apply(root, 0)
		if e.nowhere != "" {
			c.Add(Field("changes", i, "path"), ChangeNowhere, "at", e.at, "step", e.nowhere, "there", e.there)
			continue
		}
		if e.remove {
			e.moveUp(out.landed[:i])
			continue
		}
		out.landed[i] = e.landed
	}
	if err := c.Err(); err != nil {
		return Changed{}, err
	}
	out.Document, err = formatFirst(root)
	return out, err
}

// formatFirst writes a document, which begins with its format.
func formatFirst(root any) ([]byte, error) {
	object, _ := root.(map[string]any)
	format, ok := object["format"]
	if !ok || len(object) == 1 {
		return json.Marshal(root)
	}
	first, err := json.Marshal(map[string]any{"format": format})
	if err != nil {
		return nil, err
	}
	delete(object, "format")
	rest, err := json.Marshal(object)
	if err != nil {
		return nil, err
	}
	return append(append(first[:len(first)-1], ','), rest[1:]...), nil
}

// readAny reads any JSON, strictly, with its numbers as they are written.
func readAny(data []byte) (any, error) {
	var raw json.RawMessage
	if _, err := Decode(data, &raw, DecodeOptions{}); err != nil {
		return nil, err
	}
	var v any
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	err := d.Decode(&v)
	return v, err
}

// pointerSteps returns the steps of a pointer, of which there must be one.
func pointerSteps(pointer string) ([]string, bool) {
	rest, ok := strings.CutPrefix(pointer, "/")
	if !ok {
		return nil, false
	}
	steps := strings.Split(rest, "/")
	for i, s := range steps {
		plain := strings.ReplaceAll(strings.ReplaceAll(s, "~0", ""), "~1", "")
		if s == "" || strings.Contains(plain, "~") {
			return nil, false
		}
		steps[i] = unescape.Replace(s)
	}
	return steps, true
}

var unescape = strings.NewReplacer("~1", "/", "~0", "~")

// collide reports whether one of two pointers leads to what the other leads to
// or to a part of it. What is added at the end of a list is a thing of its own.
func collide(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	rest, within := strings.CutPrefix(b, a)
	return within && (rest == "" || rest[0] == '/') && !strings.HasSuffix(a, "/-")
}

// edit is a change on its way through a document.
type edit struct {
	steps  []string
	value  any
	remove bool

	landed             string // the pointer with numbers, so far
	at, nowhere, there string // where the way ends too early, the step that is not there, and what is

	list  string // the pointer to the list that an element was removed from, with a slash at its end
	index int    // and the number that the element had
}

// removed stands in the place of what an edit removes.
type removed struct{}

// apply returns a node with the change in it, i steps from the root.
func (e *edit) apply(node any, i int) any {
	if i == len(e.steps) {
		if e.remove {
			return removed{}
		}
		return e.value
	}
	switch node := node.(type) {
	case map[string]any:
		return e.member(node, i)
	case []any:
		return e.element(node, i)
	}
	return e.lost(node, i, "a single value")
}

func (e *edit) member(node map[string]any, i int) any {
	step := e.steps[i]
	child, ok := node[step]
	if !ok && e.adds(i+1) {
		child, ok = []any{}, true
	}
	if !ok && (i < len(e.steps)-1 || e.remove) {
		return e.lost(node, i, members(node))
	}
	e.landed += "/" + escape.Replace(step)
	switch then := e.apply(child, i+1).(type) {
	case removed:
		delete(node, step)
	default:
		if e.nowhere == "" {
			node[step] = then
		}
	}
	return node
}

func (e *edit) element(list []any, i int) any {
	step := e.steps[i]
	at, names := find(list, step)
	if at < 0 && e.adds(i) {
		e.landed += "/" + strconv.Itoa(len(list))
		return append(list, e.value)
	}
	if at < 0 {
		return e.lost(list, i, names)
	}
	e.landed += "/" + strconv.Itoa(at)
	switch then := e.apply(list[at], i+1).(type) {
	case removed:
		e.list, e.index = strings.TrimSuffix(e.landed, strconv.Itoa(at)), at
		return slices.Delete(list, at, at+1)
	default:
		list[at] = then
	}
	return list
}

// moveUp corrects the pointers of what stands behind a removed element.
func (e *edit) moveUp(landed []string) {
	for i, at := range landed {
		rest, within := strings.CutPrefix(at, e.list)
		number, below, deeper := strings.Cut(rest, "/")
		n, err := strconv.Atoi(number)
		if e.list == "" || !within || err != nil || n <= e.index {
			continue
		}
		if landed[i] = e.list + strconv.Itoa(n-1); deeper {
			landed[i] += "/" + below
		}
	}
}

// adds reports whether step i is the last, and names the element that the
// edit adds to a list.
func (e *edit) adds(i int) bool {
	return i == len(e.steps)-1 && !e.remove && (e.steps[i] == "-" || e.steps[i] == nameOf(e.value))
}

// lost notes where the way ends.
func (e *edit) lost(node any, i int, there string) any {
	e.at, e.nowhere, e.there = "the document", strconv.Quote(clip(e.steps[i])), there
	if i > 0 {
		e.at = "/" + strings.Join(e.steps[:i], "/")
	}
	return node
}

// nameOf returns the id of an element of a list, or the control or key that it
// is about; empty where it has none.
func nameOf(element any) string {
	object, _ := element.(map[string]any)
	for _, member := range []string{"id", "control", "key"} {
		if name, ok := object[member].(string); ok {
			return name
		}
	}
	return ""
}

// find returns the place of the element that a step names, -1 where there is
// none or more than one, and what can be named.
func find(list []any, step string) (place int, there string) {
	place = -1
	var names []string
	found := 0
	for i, element := range list {
		if name := nameOf(element); name != "" {
			names = append(names, name)
			if name == step {
				place = i
				found++
			}
		}
	}
	switch {
	case found == 1:
		return place, ""
	case found > 1:
		return -1, fmt.Sprintf("%d elements of that name", found)
	case len(names) > 0:
		return -1, someOf(names)
	}
	if n, err := strconv.Atoi(step); err == nil && n >= 0 && n < len(list) && strconv.Itoa(n) == step {
		return n, ""
	}
	return -1, fmt.Sprintf("%d elements without names", len(list))
}

func members(node map[string]any) string {
	var names []string
	for name := range node {
		names = append(names, name)
	}
	slices.Sort(names)
	return someOf(names)
}

// someOf lists names, the first of many.
func someOf(names []string) string {
	const most = 8
	if len(names) == 0 {
		return "nothing"
	}
	if len(names) > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", len(names)-most)
	}
	return strings.Join(names, ", ")
}
