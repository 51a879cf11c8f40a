// Package canon writes JSON so that equal content has equal bytes, for digests.
//
// The form is that of RFC 8785 (JSON Canonicalization Scheme): no white space, members sorted
// by the UTF-16 code units of their names, numbers as ECMAScript prints them, texts with as few
// escapes as JSON allows. Like the RFC it refuses duplicate names and whatever is not Unicode.
//
// # What is added to the RFC
//
//   - Nothing is rounded. A number is refused if reading it as a 64-bit float and printing that gives
//     another decimal value: 9007199254740993, 0.12345678901234567890 and 1e400 are errors, 1.50 is
//     1.5. What needs more digits is written as text.
//   - Members whose value is null, [] or {} are left out, from the inside out: {"a":{"b":[]}} is {}. So
//     nil equals empty, and a new optional member that is absent leaves old digests as they are. Elements of
//     arrays are never left out, because their place means something, and neither is the document itself.
//
// What stays is canonical JSON in the RFC's sense: another implementation of it gives the same bytes for
// a document that is in this form already.
package canon
