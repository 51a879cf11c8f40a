// Package controls holds the catalogue of Annex A of ISO/IEC 42001:2023, the
// organization's own controls beside it, and the Statement of Applicability
// that decides which of them are necessary (6.1.3).
package controls
