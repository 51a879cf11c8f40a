// Package schematest checks the published JSON Schema of package audit with a
// validator that knows nothing of this library. It is a module of its own, so
// that the library does not require the validator.
package schematest
