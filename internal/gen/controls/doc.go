// Package controls makes Statements of Applicability for tests: a sound one,
// of which a test takes one thing away, and random ones.
package controls
