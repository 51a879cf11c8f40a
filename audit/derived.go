package audit

// Derived returns what build makes of the records of a view: it is built at the
// first call with a key, and kept as long as the view, for whoever asks the
// same records again at another day. So it may depend on the records and the
// key alone, and nobody changes it. As in package context, a key is a value of
// an unexported type of the caller's, which can be compared. Of calls at the
// same time several may build; all return the same. A nil view keeps nothing.
func Derived[T any](v *View, key any, build func() T) T {
	if v == nil {
		return build()
	}
	typed := derivation[T]{key}
	made, found := v.derived.Load(typed)
	if !found {
		made, _ = v.derived.LoadOrStore(typed, build())
	}
	value, _ := made.(T) // of an interface type it may be nil
	return value
}

// derivation is the key of what is derived, which nobody takes for another
// type.
type derivation[T any] struct{ key any }
