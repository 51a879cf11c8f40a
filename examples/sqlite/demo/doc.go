// Demo keeps a management system in an SQLite file: it imports a snapshot of
// the invented company TechServe, edits a policy, shows what happened and
// verifies it. From the folder examples/sqlite:
//
//	go run ./demo              # a file that is removed at the end
//	go run ./demo -file x.db   # one that stays
package main
