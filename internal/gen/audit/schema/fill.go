package schema

import (
	"encoding"
	"reflect"

	"github.com/aimskit/aimskit/aims"
)

// fill sets everything in a value: texts and numbers to something, words to
// the first of their vocabulary, lists to one element.
func fill(v reflect.Value) {
	if !v.CanSet() {
		return
	}
	switch p := v.Addr().Interface().(type) {
	case *aims.Amount:
		*p = aims.AmountInt(1)
		return
	case *aims.Ref:
		*p = aims.Ref{Kind: aims.KindPolicy, ID: "x"}
		return
	case *aims.Key:
		*p = aims.Key{Framework: aims.FrameworkOwn, ID: "x"}
		return
	case *aims.Date:
		*p = 1
		return
	case *aims.AnnexC:
		*p = "C.2.1"
		return
	case *aims.Clause:
		*p = "4.1"
		return
	}
	if words, _, err := vocabulary(v.Type()); err == nil && len(words) > 0 {
		_ = v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(words[0])) // its own word
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(1)
	case reflect.Uint16:
		v.SetUint(1)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	}
}

// step leads from a struct to a part of it.
type step struct {
	field int
	name  string
}

// reach returns the part of a struct that steps lead to: through pointers,
// which it allocates, and lists, which it gives one element.
func reach(v reflect.Value, steps []step) (part reflect.Value, pointer string) {
	for _, s := range steps {
		v = v.Field(s.field)
		pointer += "/" + s.name
		for v.Kind() == reflect.Pointer || v.Kind() == reflect.Slice {
			switch {
			case v.Kind() == reflect.Slice:
				if v.Len() == 0 {
					v.Set(reflect.MakeSlice(v.Type(), 1, 1))
				}
				v, pointer = v.Index(0), pointer+"/0"
			case v.IsNil():
				v.Set(reflect.New(v.Type().Elem()))
				v = v.Elem()
			default:
				v = v.Elem()
			}
		}
	}
	return v, pointer
}
