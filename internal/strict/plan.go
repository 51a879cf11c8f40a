package strict

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
)

// kind says how a value is checked.
type kind uint8

const (
	kindRaw     kind = iota // any JSON
	kindAny                 // any JSON, with numbers that fit a float64
	kindOwnJSON             // json.Unmarshaler
	kindOwnText             // encoding.TextUnmarshaler
	kindStruct
	kindMap
	kindSlice
	kindArray // a Go array: exactly so many elements
	kindBytes // base64
	kindString
	kindBool
	kindInt
	kindUint
	kindFloat
	kindNumber // json.Number
	kindUnfit  // a Go type that JSON cannot fill
)

// pointerHops is how many pointers to pointers are followed; type P *P has no end.
const pointerHops = 16

// plan is what the walk knows about one Go type. Plans are made when a document first meets the
// type and live as long as the call, or as the [Plans] that it was given.
type plan struct {
	kind   kind
	typ    reflect.Type // pointers followed
	want   string       // in words, for problems
	reason string       // kindUnfit: why
	elem   *plan        // slices, arrays, maps; nil until met
	key    *plan        // maps
	fields []field
	byName map[string]int // made when the order of the fields does not help

	// kindOwnJSON, kindOwnText: one value that the type's decoder is tried on
	own     reflect.Value
	ownJSON json.Unmarshaler
	ownText encoding.TextUnmarshaler
}

var (
	ownJSONType = reflect.TypeFor[json.Unmarshaler]()
	ownTextType = reflect.TypeFor[encoding.TextUnmarshaler]()
	rawType     = reflect.TypeFor[json.RawMessage]()
	numberType  = reflect.TypeFor[json.Number]()
)

// types returns the plans so far, to be added to.
func (p *Plans) types() map[reflect.Type]*plan {
	if p == nil {
		return make(map[reflect.Type]*plan)
	}
	if p.known == nil {
		p.known = make(map[reflect.Type]*plan)
	}
	return p.known
}

// plan returns the plan of type t, which encoding/json would fill the same way.
func (w *walker) plan(t reflect.Type) *plan {
	if p := w.plans[t]; p != nil {
		return p
	}
	p := newPlan(t)
	w.plans[t] = p
	return p
}

func newPlan(t reflect.Type) *plan {
	base, addressed := t, t.Name() != ""
	for n := 0; base.Kind() == reflect.Pointer && n < pointerHops; n++ {
		base, addressed = base.Elem(), true
	}
	p := &plan{typ: base}
	ptr := reflect.PointerTo(base)
	switch {
	case base == rawType:
		p.kind = kindRaw
	case addressed && ptr.Implements(ownJSONType):
		v := reflect.New(base)
		p.kind, p.want, p.own = kindOwnJSON, "a value", v.Elem()
		p.ownJSON = v.Interface().(json.Unmarshaler)
	case addressed && ptr.Implements(ownTextType):
		v := reflect.New(base)
		p.kind, p.want, p.own = kindOwnText, "a text", v.Elem()
		p.ownText = v.Interface().(encoding.TextUnmarshaler)
	case base == numberType:
		p.kind, p.want = kindNumber, "a number"
	default:
		p.basic()
	}
	return p
}

func (p *plan) basic() {
	t := p.typ
	switch t.Kind() {
	case reflect.Interface:
		p.kind = kindAny
		if t.NumMethod() > 0 {
			p.unfit("an interface with methods cannot be decoded into")
		}
	case reflect.Struct:
		p.kind, p.want = kindStruct, "an object"
		p.fields = structFields(t)
	case reflect.Map:
		p.kind, p.want = kindMap, "an object"
		p.key = keyPlan(t.Key())
		if p.key == nil {
			p.unfit("the map's key type has no text form")
		}
	case reflect.Slice:
		p.kind, p.want = kindSlice, "an array"
		if isByte(t.Elem()) {
			p.kind, p.want = kindBytes, "base64 text"
		}
	case reflect.Array:
		p.kind, p.want = kindArray, fmt.Sprintf("an array of exactly %d", t.Len())
	case reflect.String:
		p.kind, p.want = kindString, "a text"
	case reflect.Bool:
		p.kind, p.want = kindBool, "true or false"
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		p.kind = kindInt
		last := uint64(1)<<(t.Bits()-1) - 1
		p.want = fmt.Sprintf("a whole number from -%d to %d", last+1, last)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		p.kind = kindUint
		p.want = fmt.Sprintf("a whole number from 0 to %d", ^uint64(0)>>(64-t.Bits()))
	case reflect.Float32, reflect.Float64:
		p.kind, p.want = kindFloat, fmt.Sprintf("a number in the range of a %d-bit float", t.Bits())
	default:
		p.unfit("JSON has no such value")
	}
}

func (p *plan) unfit(reason string) { p.kind, p.reason = kindUnfit, reason }

// isByte reports whether encoding/json writes a slice of t as base64.
func isByte(t reflect.Type) bool {
	ptr := reflect.PointerTo(t)
	return t.Kind() == reflect.Uint8 && !ptr.Implements(ownJSONType) && !ptr.Implements(ownTextType)
}

// keyPlan returns the plan of a map's key type, nil if it cannot be one.
func keyPlan(t reflect.Type) *plan {
	if reflect.PointerTo(t).Implements(ownTextType) {
		return newPlan(reflect.PointerTo(t))
	}
	p := &plan{typ: t}
	p.basic()
	switch p.kind {
	case kindString, kindInt, kindUint:
		return p
	}
	return nil
}

// elemPlan returns the plan of what a slice, an array or a map holds.
func (w *walker) elemPlan(p *plan) *plan {
	switch {
	case p.elem != nil:
	case p.kind == kindSlice || p.kind == kindArray || p.kind == kindMap:
		p.elem = w.plan(p.typ.Elem())
	default: // any JSON holds any JSON
		p.elem = p
	}
	return p.elem
}
