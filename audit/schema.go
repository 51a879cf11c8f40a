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
// takes without a problem, the schema accepts. The schema cannot tell what
// depends on another member or record, the order and repetition of members, or
// the size of the document; only Read tells everything. The data dictionary for
// people stands beside package rules.
func Schema() []byte { return []byte(schema) }
