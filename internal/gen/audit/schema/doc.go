// Package schema makes the published JSON Schema of a snapshot and the data
// dictionary out of the Go types, for tests that keep both files in step.
//
// # What it takes from where
//
// The members come from the types, in their order; vocabularies from the
// decoders of the words, which list them when they refuse a text; the form of
// ids, dates, keys and so on from the table of forms; descriptions from the
// comments in the sources. Which members are required, Validate says when it
// is asked about a value without them; see the file required.go.
//
// A type that the table of forms does not know, and that is neither a word nor
// an id nor made of such, is an error: a new type is to be decided, not
// guessed.
//
// # What a schema promises
//
// What the library reads without a problem, the schema accepts. The other way
// round it tells as much as a schema can: members, types, words, forms, and
// what every record of a kind needs. It cannot tell what depends on the value
// of another member, on other records, or on the text of the document, such as
// members that stand twice.
package schema
