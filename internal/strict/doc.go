// Package strict decodes JSON documents and says everything that is wrong with them.
//
// encoding/json stops at the first fault, takes a member in the wrong case, lets the last of two
// equal members win, reads null as nothing and replaces what is not Unicode. Records that
// somebody signs cannot be read like that. [Decode] first walks the bytes against the Go type and
// lists every [Problem] with its JSON pointer; only a document without any is handed to
// json.Unmarshal. So what is accepted means what encoding/json makes of it.
//
// # What is accepted
//
// Valid JSON in UTF-8, without a byte order mark, whose members each have the exact name of a field
// and stand there once. Names after unescaping count. Fields are those of encoding/json: tags,
// embedded structs, "-", omitempty and omitzero. The tag option string is not supported.
//
// A type with UnmarshalJSON is handed its bytes, one with UnmarshalText its text, once in each
// pass and each time on a zero value; they must answer alike. []byte is base64. A Go array has
// exactly its length. Numbers must fit, and a float may be rounded but not become infinite or zero.
// json.Number takes numbers, not text.
//
// null is refused everywhere but in interface values and json.RawMessage, also for types that would
// take it themselves: what is absent is left out. Those two hold any JSON, still without duplicate
// members and with good Unicode.
//
// The keys of a map must be different as keys, not only as texts, and a whole number as a key
// has one way to be written.
//
// # What is reported
//
// Problems come in the order of the document, the same every time. What is malformed is not checked
// further: the value of an unknown member, or one of the wrong type, must only be well-formed.
// After a syntax error or too deep nesting the walk stops, and what was found before is kept.
// Limits on size, depth and number of problems have defaults. They bound the work: time and memory
// grow with the document and never with what it contains.
//
// [Options].Lenient sets bad records aside: see [Report] and [Report.Original].
package strict
