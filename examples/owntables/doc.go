// Owntables is what the developer of a portal writes to judge the tables that
// the portal has: integer keys, several tenants, and beside them a module for
// ISO/IEC 27001 that somebody else wrote. From the folder of this file:
//
//	go run .
//
// It maps the tables of one tenant to a snapshot and says which kinds of record
// these are; whatever else there may be stays unknown. The verdicts of the other
// module come in as statements. Then it prints readiness and the Statement of
// Applicability, decides on one control, and writes that row back unless
// somebody else was faster. Read schema.sql, tables.go and main.go, in this order.
package main
