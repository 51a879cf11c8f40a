package risk

// Level is a place on a [Scale], counted from one, the lowest. Zero means
// "not assessed" and is no place.
type Level uint8

// MaxLevel is the highest level that a scale can have.
const MaxLevel Level = 10
