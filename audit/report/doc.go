// Package report writes documents.
package report
