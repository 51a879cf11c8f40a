// Package ledger has the tests of audit/ledger for any store, so that every
// store is proved with them. They belong to external tests.
package ledger
