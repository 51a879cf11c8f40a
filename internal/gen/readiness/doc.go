// Package readiness makes tasks of planning for tests: reports with gaps, and
// actions that close them, in families that are hard in different ways. The
// same family, size and seed give the same task on every machine, so that
// figures about plans can be repeated.
package readiness
