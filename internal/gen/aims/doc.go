// Package aims makes well-formed records of package aims for property tests.
//
// Every generator draws each optional field both absent and filled, and keeps
// only the bounds that Validate keeps: what it makes is well formed, and often
// a poor management system.
package aims
