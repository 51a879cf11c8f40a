// Package audit makes snapshots for tests: a small management system whose
// records show every point that a rule of the library judges, so that a test
// can take one thing away and see what changes.
package audit
