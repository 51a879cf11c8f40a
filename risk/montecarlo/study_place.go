package montecarlo

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// document is a model as JSON that places are set in.
type document struct{ root any }

func newDocument(data []byte) (document, error) {
	var d document
	in := json.NewDecoder(bytes.NewReader(data))
	in.UseNumber() // digits stay as they are
	return d, in.Decode(&d.root)
}

// misplaced says where a pointer leads nowhere.
type misplaced struct{ at, step string }

// set puts a value where a JSON pointer (RFC 6901) leads. All steps but the
// last must exist; the last may name a member that its object does not have
// yet. The value is not copied.
func (d *document) set(pointer string, value any) *misplaced {
	at := &d.root
	var store func(any) = func(v any) { d.root = v }
	steps := strings.Split(pointer, "/")
	for i, step := range steps {
		if i == 0 {
			if step != "" {
				return &misplaced{"the model", pointer}
			}
			continue
		}
		step = strings.NewReplacer("~1", "/", "~0", "~").Replace(step)
		nowhere := &misplaced{strings.Join(steps[:i], "/"), step}
		if i == 1 {
			nowhere.at = "the model"
		}
		switch parent := (*at).(type) {
		case map[string]any:
			child, ok := parent[step]
			if !ok && i < len(steps)-1 {
				return nowhere
			}
			at, store = &child, func(v any) { parent[step] = v }
		case []any:
			n, err := strconv.Atoi(step)
			if err != nil || n < 0 || n >= len(parent) || strconv.Itoa(n) != step {
				return nowhere
			}
			at, store = &parent[n], func(v any) { parent[n] = v }
		default:
			return nowhere
		}
	}
	store(value)
	return nil
}

// get returns what a pointer of members leads to.
func (d *document) list(member string) []any {
	object, _ := d.root.(map[string]any)
	list, _ := object[member].([]any)
	return list
}

// toggle switches the controls of a factor: on are those that the text names.
func (d *document) toggle(controls []ControlID, on string) {
	names := strings.Split(on, "+")
	for _, c := range d.list("controls") {
		control, _ := c.(map[string]any)
		id, _ := control["id"].(string)
		switch {
		case !slices.Contains(controls, ControlID(id)):
		case slices.Contains(names, id):
			delete(control, "off")
		default:
			control["off"] = true
		}
	}
}

// model reads the document as a model, which is validated.
func (d *document) model() (Model, error) {
	data, err := json.Marshal(d.root)
	if err != nil {
		return Model{}, err
	}
	var m Model
	if _, err := aims.Decode(data, &m, aims.DecodeOptions{}); err != nil {
		return Model{}, err
	}
	return m, m.Validate()
}
