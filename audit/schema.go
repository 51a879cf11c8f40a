package audit

import _ "embed" // the published schema

// The schema is made from the types of the records by internal/gen/audit/schema;
// a test keeps it in step.
//
//go:embed schema/snapshot.schema.json
var schema string

// Schema returns the JSON Schema (draft 2020-12) of the document that [Read]
// reads, for editors, other languages and checks at a boundary. Every kind of
// record is a definition of its own, "#/$defs/policy" for example. What Read
// takes without a problem, the schema accepts, with one exception: an optional
// part that lacks what it needs is refused even where it is empty. The schema
// cannot tell what depends on another member or record, nor members that stand
// twice; only Read tells everything.
func Schema() []byte { return []byte(schema) }
